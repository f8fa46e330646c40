"""Long texts are cut behind sentences, never within one, and in a time that grows no faster than they do."""

import time

import pytest

from kg.annotate.lengths import stretches

LONG = "He denied " + "that the firm sold the boats and " * 70 + "that it had lied."
SHORT = "The mayor left."


def _kept(text):
    return [text[start:end].strip() for start, end, is_endless in stretches(text, 0, len(text)) if not is_endless]


def _lost(text):
    return "".join(text[start:end] for start, end, is_endless in stretches(text, 0, len(text)) if is_endless)


def test_a_sentence_that_is_too_long_is_kept_out_whole():
    text = f"{SHORT} {LONG} {SHORT}"
    assert _kept(text) == [SHORT, SHORT]
    assert _lost(text).strip() == LONG


@pytest.mark.parametrize(
    "end",
    [
        "so it was. The",
        "by 9%. The",
        "(he said). The",
        "in 2024. The",
        "at ”Norvik”. The",
        "they came and went. two of them",  # as in texts without capitals
        "they came and went.Two of them",  # as where blanks were lost
    ],
)
def test_many_ways_to_end_a_sentence_are_known(end):
    first, second = end[: end.index(".") + 1], end[end.index(".") + 1 :]
    text = f"{'the boats lay in the port, ' * 60}{first}{second}{' boats left the port,' * 60}"
    assert _lost(text) == ""
    assert next(piece[-5:] for piece in _kept(text)) == first[-5:]


@pytest.mark.parametrize("word", ["Mr. Lund", "Corp. Ltd. Tarn", "no. 5", "the U.S. Senate", "p. 12"])
def test_a_shortened_word_ends_none(word):
    assert _kept(f"he saw {word} and " * 150) == []


def test_few_characters_of_many_words_are_long_too():
    table = "a-b/" * 450  # characters 1,800
    assert _lost(table) == table


@pytest.mark.parametrize(
    "unit", ["x", "x.", "a-b/", '."', "Mr. ", "they went and ", "abcd.", f"{'x' * 3_000} it closed. Two "]
)
def test_the_time_grows_no_faster_than_the_text(unit):
    text = (unit * 1_000_000)[:1_000_000]
    began = time.process_time()
    found = list(stretches(text, 0, len(text)))
    assert time.process_time() - began < 10  # about one second
    assert "".join(text[start:end] for start, end, _ in found) == text
