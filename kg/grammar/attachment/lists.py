"""Lists that look like appositions: "a receipt, *the word* of a cousin and a report", of which nothing is another."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import NOUNS
from kg.grammar.wordlists import words_of
from kg.parse import Token

_MEASURED = frozenset({"half", "some", "several", "enough"})
_ONE = frozenset({"a", "an", "one"})
_OWNERS = frozenset({"PRP$"})


@at(below="conj")
def listed_things(noun: Token) -> Iterator[Arc]:
    """ "Brought a receipt, *the word* of a cousin and a report", "her lawyers, *her friends* and a few others", "the
    boat, *the yacht* and the money": the second of those listed."""
    first = noun.head
    others = [c for c in noun.rights if c.dep_ == "conj" and c.pos_ in NOUNS]
    if first.pos_ != "NOUN" or noun.pos_ != "NOUN" or not others or noun.left_edge.text_before != ",":
        return
    is_list = (
        (_is_of_same_owner(noun, first) and any(others[-1].lefts))
        or _is_further_thing(noun, first)
        or _are_all_definite(noun, first, others)
    )
    if is_list:
        yield noun, first, "conj"


def _is_of_same_owner(noun: Token, first: Token) -> bool:
    openings = [t.left_edge for t in (first, noun)]
    return openings[0].tag_ in _OWNERS and openings[0].lower_ == openings[1].lower_


def _is_further_thing(noun: Token, first: Token) -> bool:
    """Behind "a" thing "the" other thing, or so much of it; people and bodies may be described so."""
    opening = noun.left_edge.lower_
    is_one = first.tag_ == "NN" and first.left_edge.lower_ in _ONE
    is_other = opening in _MEASURED or (opening in ("the", "a", "an") and first.left_edge.lower_ != "an")
    return is_one and is_other and not (is_people(first) or is_people(noun) or _is_ranked(noun))


def _are_all_definite(noun: Token, first: Token, others: list[Token]) -> bool:
    members = (noun, *others)
    is_told = all(t.left_edge.lower_ == "the" and not _is_ranked(t) for t in members)
    is_first = first.left_edge.lower_ == "the" and first.tag_ == "NN"
    has_of = any(c.lower_ == "of" for t in members for c in t.rights)
    return is_told and is_first and not has_of and not all(map(is_people, members))


def _is_ranked(noun: Token) -> bool:
    return noun.tag_ == "JJS" or any(t.tag_ in ("JJS", "RBS") for t in noun.lefts)


@at(tags="NN NNS")
def contained(noun: Token) -> Iterator[Arc]:
    """ "Covers the lorries, *some missiles* and the training", "among them were singers, *the mayor* and a rabbi": the
    next of those that are told."""
    first, verb = noun.head, noun.head.head
    is_containing = first.dep_ == "dobj" and verb.lemma_.lower() in words_of("containing")
    is_among = verb.lemma_ == "be" and any(c.lower_ == "among" and c.i < verb.i for c in verb.lefts)
    is_list = is_containing or (is_among and "conj" in noun.below)
    inner = next((t for c in first.rights if c.dep_ == "prep" and c.i < noun.i for t in c.rights), None)
    if not is_list or first.pos_ != "NOUN" or noun.left_edge.text_before != ",":
        return
    if inner is not None and inner.tag_ == "NNS":
        yield noun, inner, "conj"  # "covers 340 cameras in stations, *two courts* and the jail"
    elif not _is_member(noun, first):
        yield noun, first, "conj"


def _is_member(noun: Token, first: Token) -> bool:
    """ "Includes two ships, *a frigate* and a tanker": the ships."""
    is_counted = any(c.dep_ == "nummod" for c in first.lefts)
    return is_counted and first.tag_ == "NNS" and noun.left_edge.lower_ in ("a", "an", "the")
