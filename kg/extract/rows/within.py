"""What stands within an argument of a row: prepositional phrases, gerunds and lists, as rows of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile

from kg.extract.clauses.obliques import denial_before, is_discourse, long_marker
from kg.extract.rows.wording import Words, noun_phrase, verb_group
from kg.grammar.phrases import ADNOMINAL, VERBAL, and_conjuncts, conjuncts, in_one_name
from kg.grammar.verbs import has_subject, has_to
from kg.parse import Token

Piece = tuple[Words, Words, str]  # relation, argument, rule
INCLUDING = "including"
BETWEEN = "between"
_ENDS = frozenset({"to", "until", "till"})
_NAMES = frozenset({"GPE", "LOC", "ORG", "PERSON", "NORP", "FAC"})
_DEPTH = 2  # prepositional phrases followed below an argument: "sketches of the queen of Spain"


def drilled(relation: Words, head: Token, depth: int = _DEPTH) -> Iterator[Piece]:
    """Rows of the prepositional phrases within an argument: "lent two sketches of | the queen"."""
    if depth == 0 or head.pos_ in VERBAL or head.i < relation[-1].i:
        return
    yield from _of_infinitives(relation, head)
    for preposition in _prepositions(head):
        marker, last = long_marker(preposition)
        whole = noun_phrase(head, with_of=preposition.lower_ != "of")
        stem = (*relation, *(t for t in whole if t.i < preposition.i), *marker)
        nouns = tuple(_complements_of(last, marker))
        if both := between(marker, nouns):
            yield stem, both, "drilled"
            continue
        for noun in nouns:
            yield stem, behind(preposition, noun_phrase(noun)), "drilled"
            yield from drilled(stem, noun, depth - 1)
            yield from of_gerund(stem, noun)
        for end in ends(preposition):
            for noun in _complements_of(end, (end,)):
                yield (
                    (*relation, *(t for t in whole if t.i < preposition.i), end),
                    behind(end, noun_phrase(noun)),
                    "drilled",
                )


def _of_infinitives(relation: Words, head: Token) -> Iterator[Piece]:
    """What an argument is for: "signed a pact to sell | the mill"."""
    for child in head.rights:
        if child.dep_ in ADNOMINAL and has_to(child):
            yield from of_gerund((*relation, *noun_phrase(head)), child)


def between(marker: Words, nouns: tuple[Token, ...]) -> Words:
    """ "Oslo and Bonn" of "the war between Oslo and Bonn": one argument, as neither is between."""
    if marker[-1].lower_ != BETWEEN or len(nouns) < 2:
        return ()
    first, last = noun_phrase(nouns[0]), noun_phrase(nouns[-1])
    return tuple(first[0].doc[first[0].i : last[-1].i + 1])


def ends(preposition: Token) -> list[Token]:
    """The "to" of "from 1922 to 2004", which the parser hangs on "from"."""
    is_start = preposition.lower_ == "from"
    return [c for c in preposition.rights if c.dep_ == "prep" and c.lower_ in _ENDS] if is_start else []


def behind(preposition: Token, words: Words) -> Words:
    """The words between a preposition and the end of its range: of a date that holds them all, the first year."""
    found = (token for token in words if token.i > preposition.i)
    if preposition.lower_ != "from":
        return tuple(found)
    return tuple(takewhile(lambda token: token.dep_ != "prep" or token.lower_ not in _ENDS, found))


def told(nouns: Iterable[Token]) -> Iterator[Token]:
    """Those nouns that no "not" or "rather than" denies: the buses of "bought buses rather than trams"."""
    return (noun for noun in nouns if not denial_before(noun.left_edge))


def listed(nouns: Iterable[Token]) -> Iterator[Token]:
    """Each noun, and what a colon tells of it: "served by two stations: Alder Halt and Birch Road"."""
    for noun in told(nouns):
        yield noun
        for child in noun.rights:
            if child.dep_ == "appos" and child.doc[child.left_edge.i - 1].text == ":":
                yield from and_conjuncts(child)


def _complements_of(preposition: Token, marker: Words) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child not in marker:
            yield from told(and_conjuncts(child))


def _prepositions(head: Token) -> Iterator[Token]:
    """Its own, and the one that stands behind a conjunct but hangs on the first: "painters and poets from Oslo"."""
    own = [child for child in head.rights if child.dep_ == "prep"]
    if not own and head.dep_ == "conj":
        first = conjuncts(head)[0]
        own = [child for child in first.rights if child.dep_ == "prep" and child.i > head.i]
    for preposition in own:
        if not _is_closed(head, preposition):
            yield from and_conjuncts(preposition)  # "the need for a dam and *for* a mill"


def _is_closed(head: Token, preposition: Token) -> bool:
    """Whether a phrase is no argument of its own: within a name ("Act of 1916"), "for example", "including X"."""
    if in_one_name(head, preposition) or is_discourse(preposition) or preposition.lower_ == INCLUDING:
        return True
    inner = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if inner is None or head.pos_ != "PROPN" or preposition.lower_ != "of":
        return False
    return inner.pos_ in ("PROPN", "NUM") and inner.ent_type_ not in _NAMES


def of_gerund(relation: Words, head: Token) -> Iterator[Piece]:
    """What a gerund takes: "left after giving | a speech", "left after giving a speech in | Oslo"."""
    if head.pos_ not in VERBAL or has_subject(head):
        return
    whole = (*relation, *verb_group(head))
    core: Words = ()
    for child in head.rights:
        if child.dep_ == "dobj":
            core = noun_phrase(child)
            for noun in and_conjuncts(child):
                yield whole, noun_phrase(noun), "gerund"
                yield from drilled(whole, noun, 1)
        elif child.dep_ in ("prep", "agent") and not is_discourse(child):
            marker, last = long_marker(child)
            for noun in _complements_of(last, marker):
                yield (*whole, *(t for t in core if t.i < child.i), *marker), noun_phrase(noun), "gerund"
