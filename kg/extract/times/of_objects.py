"""Times behind an object that are its own: "expects a cut *in May*", "won a rise of 9 per cent *over two years*"."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kg.grammar.periods import is_period_of_figure
from kg.grammar.phrases import NOMINAL, UNTIL, VERBAL
from kg.grammar.wordlists import rows, words
from kg.parse import Token

_DAYS = frozenset({"weekday", "deictic", "relative_part", "clock", "moment", "day", "iso", "slashes", "ago"})
_SPANS = frozenset({"range", "years", "year", "boundary", "decade", "century"})
_RANGES = frozenset({"range", "years"})
_HOW_LONG = frozenset({"duration", "frequent", "vague", "since_it", "shifted"})
_PERIODS = frozenset({"period", "year", "time", "stretch", "spell"})
_SUMS = frozenset({"per", "cent", "percent", "%"})
_FURTHER = frozenset({"another", "further", "additional", "more", "again", "then", "later"})
_ARTICLES = frozenset({"a", "an", "the", "some"})


def is_told_of_object(tokens: tuple[Token, ...], kind: str, verb: Token) -> bool:
    """Whether a time is that of the object that it stands behind, or of the last of several."""
    first = _opening(tokens)
    if first.i <= verb.i + 1:
        return False
    if _is_of_further(first, verb) or is_period_of_figure(first):
        return True
    noun = first.doc.tokens[first.i - 1]
    if noun.lemma_.lower() in _PERIODS or (noun.pos_ not in (*NOMINAL, "NUM", "SYM") and noun.lower_ not in _SUMS):
        return False
    return (
        (kind == "duration" and first.lower_ == "over" and _is(verb, "decided"))
        or (kind not in _DAYS | _HOW_LONG | {"boundary"} and _is(verb, "ahead"))
        or (kind == "boundary" and first.lower_ in UNTIL and _is(verb, "ahead"))  # "demanded a guarantee *until 2030*"
        or (kind in _RANGES and _is(verb, "examined") and _has_plural(verb, first))
        or (kind in _SPANS and _is_made_then(first, noun, verb))
        or (kind not in _DAYS | _HOW_LONG and _is_estimate(noun, verb))
        or (_is(verb, "calling") and _is_called_to(noun, verb))
    )


def _opening(tokens: tuple[Token, ...]) -> Token:
    """The preposition before a time, if there is one."""
    first = tokens[0]
    before = first.nbor(-1) if first.i else first
    return before if before.pos_ == "ADP" and before.i in (t.head.i for t in tokens) else first


def _is(verb: Token, kind: str) -> bool:
    """Whether a verb, with its particle or preposition, has objects of the kind."""
    behind = verb.doc.tokens[verb.i + 1 : verb.i + 3]
    following = ("", behind[0].lower_ if behind else "", " ".join(t.lower_ for t in behind))
    return any((verb.lemma_.lower(), word) in _verbs(kind) for word in following)


@cache
def _verbs(kind: str) -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["word"]) for row in rows("object_times") if row["kind"] == kind)


def _is_of_further(first: Token, verb: Token) -> bool:
    """ "Were offered 5 per cent now and *another* 3 per cent in May", "spoke at noon and *again* at midnight"."""
    between = verb.doc.tokens[verb.i + 1 : first.i]
    for link, word in pairwise(between):
        opener = word.nbor(1) if word.lower_ in _ARTICLES and word.i + 1 < len(word.doc) else word
        if link.tag_ == "CC" and opener.lower_ in _FURTHER:
            return not any(t.pos_ in VERBAL for t in between if t.i > link.i)
    return False


def _has_plural(verb: Token, first: Token) -> bool:
    """ "Examined *287 births* between 2006 and 2020", not "covers the region between 2006 and 2020"."""
    return any(t.tag_ == "NNS" for t in verb.doc.tokens[verb.i + 1 : first.i])


def _is_made_then(first: Token, noun: Token, verb: Token) -> bool:
    """ "Is running software *from 2019*", "bought a letter *from 1842*": of then."""
    is_going_on = verb.tag_ == "VBG" and any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.lefts)
    is_thing = noun.pos_ == "NOUN" and noun.lemma_.lower() not in words("events", "lemma")
    return first.lower_ == "from" and is_thing and (is_going_on or _is(verb, "made"))


def _is_estimate(noun: Token, verb: Token) -> bool:
    """ "Cut its *forecast* for growth this year"."""
    above = (t for t in noun.ancestors if verb.i < t.i < noun.i)
    return any(t.lemma_.lower() in words("estimates", "lemma") for t in above)


def _is_called_to(noun: Token, verb: Token) -> bool:
    """ "Invited both sides to *talks* in Bonn on Friday"."""
    above = (t for t in (noun, *noun.ancestors) if verb.i < t.i <= noun.i)
    return any(
        t.dep_ == "pobj" and t.head.lower_ == "to" and t.lemma_.lower() in words("gatherings", "lemma") for t in above
    )
