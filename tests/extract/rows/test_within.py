"""What stands within an argument, on parses written by hand."""

from __future__ import annotations

from parses import doc

from kg.extract.rows.within import between, drilled, listed
from kg.extract.rows.wording import text

WAR = "ended/VBD/ROOT>ended war/NN/dobj>ended {0}/IN/prep>war Oslo/NNP/pobj>{0} and/CC/cc>Oslo Bonn/NNP/conj>Oslo"


def _drilled(preposition):
    parsed = doc(WAR.format(preposition))
    return [text(argument) for _, argument, _ in drilled((parsed[0],), parsed[1])]


def test_what_stands_between_is_one_argument():
    assert _drilled("between") == ["Oslo and Bonn"]
    assert _drilled("in") == ["Oslo", "Bonn"]


def test_one_noun_is_not_between():
    parsed = doc(WAR.format("between"))
    assert between((parsed[2],), (parsed[3],)) == ()


def test_a_colon_opens_a_list():
    sentence = "saw/VBD/ROOT>saw two/CD/dobj>saw {0} Oslo/NNP/appos>two and/CC/cc>Oslo Bonn/NNP/conj>Oslo"
    for mark, expected in ((":/:/punct>two", ["two", "Oslo", "Bonn"]), (",/,/punct>two", ["two"])):
        parsed = doc(sentence.format(mark))
        assert [token.text for token in listed((parsed[1],))] == expected
