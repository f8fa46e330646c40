"""Names that their capitals show, though the tagger sees no proper nouns: "Songs About Rivers"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.spelling import Name, Spelling, starts_sentence
from kg.annotate.names.tokens import is_proper
from kg.naming import calendar, demonyms, head_words, parts_of_offices, place_called, roles, small_words, titles
from kg.parse import Doc, Span, Token

_INSIDE = frozenset({"of", "in", "and", "for", "the"})
_LONGEST = 8
_COMMON = frozenset({"NOUN", "ADJ", "ADV", "VERB"})
_ENDS = frozenset({".", "!", "?", '"', "”", "'", "’"})


def title_case(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Works whose small words have capitals inside a sentence, and bodies of two fields: "the Lund and Oslo Museum"."""
    for token in doc.written(small_words("capital")):
        if token.is_title and token.i not in spelling.in_heading and not starts_sentence(token):
            yield from _work(doc, token)
    for joint in doc.written({"and"}):
        if 1 < joint.i < len(doc) - 2 and joint.is_lower and joint.i not in spelling.in_heading:
            yield from _two_fields(doc, joint)
    for sentence in doc.sents:
        if sentence.start not in spelling.in_heading:
            yield from _opening(doc, sentence)


def _opening(doc: Doc, sentence: Span) -> Iterator[Name]:
    """ "Passengers First said": two words that open a sentence, the second a common one with a capital."""
    start = sentence.start + (doc[sentence.start].is_quote and len(sentence) > 1)
    first, second = doc[start], doc[start + 1 : start + 2]
    if not second or not second[0].is_title:
        return
    is_name = first.is_title and len(first) > 2 and first.pos_ in _COMMON and not (first.is_stop or _is_plain(first))
    last = sentence[-1] if not sentence[-1].is_space else sentence[max(len(sentence) - 2, 0)]
    is_closed = last.text in _ENDS and start + 2 < sentence.end and not doc[start + 2].text[:1].isupper()
    if is_name and is_closed and _is_common(second[0]):
        yield Name(start, start + 2)


def _is_common(word: Token) -> bool:
    """Whether a common word has a capital: "First"; no nationality, month or office."""
    is_common = word.pos_ in _COMMON or word.ent_type_ == "ORDINAL"
    is_long = word.is_title and word.is_alpha and len(word) > 2
    return is_long and is_common and not _is_kind(word) and place_called(word.text) is None


def _is_kind(word: Token) -> bool:
    is_role = word.lower_ in roles() or word.lower_.removesuffix("s") in roles()
    return is_role or _is_plain(word)


def _is_plain(word: Token) -> bool:
    return word.text in titles() or word.text in calendar() or word.text in demonyms()


def _work(doc: Doc, small: Token) -> Iterator[Name]:
    start = small.i
    while _is_capital(doc[start - 1]) and not starts_sentence(doc[start]) and small.i - start < _LONGEST:
        start -= 1
    end = small.i + 1
    while end < len(doc) and end - start < _LONGEST and (_is_capital(doc[end]) or _is_inside(doc, end)):
        end += 1
    is_imperative = starts_sentence(doc[start]) and not doc[start].is_stop and start == small.i - 1  # "Honor Our Water"
    is_article = small.lower_ in {"a", "an"} and small.i == start
    is_title = end - start >= 3 and (is_imperative or not starts_sentence(doc[start])) and end > small.i + 1
    is_short = is_article and end - start == 2 and not doc[start + 1].is_upper and len(doc[start + 1]) > 2
    if is_short or (is_title and _is_capital(doc[end - 1])):
        yield Name(start, end, cue="" if is_imperative else "kg:Work")


def _is_capital(word: Token) -> bool:
    return word.is_alpha and word.text[0].isupper() and word.text not in calendar()


def _is_inside(doc: Doc, i: int) -> bool:
    """Whether a small word stands inside a title, which goes on behind it with a capital."""
    behind = i + 1
    while behind < len(doc) and doc[behind].text == "the":
        behind += 1
    return doc[i].text in _INSIDE and behind < len(doc) and _is_capital(doc[behind])


def _two_fields(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "the Falmouth and Penryn Chamber", whose head is one: not "the Oslo and Lund Museums"."""
    start, end = joint.i - 1, joint.i + 1
    while start > 3 and doc[start - 1].text == "," and _is_field(doc[start - 2]):
        start -= 2  # "the Rail, Sea and Road Union"
    while end < len(doc) and is_proper(doc[end]) and not _is_title(doc[end]):
        end += 1
    is_headed = end - joint.i > 2 and doc[end - 1].text in head_words("last") and doc[end - 1].tag_ == "NNP"
    fields = (doc[i] for i in (*range(start, joint.i, 2), joint.i + 1))
    is_whole = start == joint.i - 1 and doc[start].text in head_words("last")  # "the Navy and Lund Club"
    if doc[start - 1].lower_ == "the" and is_headed and not is_whole and all(map(_is_field, fields)):
        yield Name(start, end)


def _is_field(word: Token) -> bool:
    is_other = word.text in demonyms() or place_called(word.text) is not None or _is_title(word)
    return is_proper(word) and not (is_other or word.lower_ in roles())


def _is_title(word: Token) -> bool:
    """Whether a word is a title by itself, and no field as "Environment" in "Environment Minister"."""
    return word.text in titles() and word.text not in parts_of_offices()
