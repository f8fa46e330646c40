"""Second deeds that pass for modifiers: "closed the mine and *banned* exports of coal"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_person
from kg.grammar.phrases import FIXING
from kg.grammar.verbs import finite_part, has_subject, has_to
from kg.grammar.wordlists import values, words_of
from kg.parse import Token

_INSIDE = frozenset({"compound", "nmod"})
_AROUND = frozenset({"prep", "npadvmod", "advcl", "agent"})


@at(tags="VBN VBD JJ", is_behind=False)
def second_deed(word: Token) -> Iterator[Arc]:
    """ "Fined the owner and *jailed* manager Per Holm": what was done next, where an article or a number stands before
    the first noun only; "missed signs, *delayed* tests and failed": what was done in between."""
    link, noun = word.nbor(-1) if word.i else word, _top(word.head)
    first = noun.head
    verb = first.head if first.dep_ == "dobj" else first
    if noun.dep_ not in ("conj", "appos") or noun.left_edge != word or not _is_past(verb) or verb.i > first.i:
        return
    lemma = _lemma_in_list(word, link, verb) or _lemma_alone(word, link, noun, verb, first)
    if lemma is None:
        return
    word.tag_, word.pos_, word.lemma_ = "VBD", "VERB", lemma
    yield link, verb, link.dep_
    yield word, verb, "conj"
    yield noun, word, "dobj"
    yield from ((c, word, c.dep_) for c in [*verb.rights] if c.i > noun.i and c.dep_ in _AROUND)


@at(tags="VBG", none_below="ccomp xcomp prep agent")
def no_deed(word: Token) -> Iterator[Arc]:
    """ "Sank without *warning* off Malta": a noun, where no object stands right behind it."""
    marker = next((c for c in word.rights if c.dep_ == "prt"), None)
    thing = next((c for c in word.rights if c.dep_ == "dobj"), None)
    is_bare = not any(word.lefts) and (thing is None or thing.left_edge.i > word.i + 1)
    if word.head.lower_ not in ("without", "with", "of", "for", "under") or not is_bare:
        return
    word.tag_, word.pos_, word.lemma_ = "NN", "NOUN", word.lower_
    yield word, word.head, "pobj"
    if marker is not None and thing is not None:
        yield marker, word.head.head, "prep"
        yield thing, marker, "pobj"


@at(tags="NN JJ VB", above="conj", is_behind=False)
def second_bare(word: Token) -> Iterator[Arc]:
    """ "Dispute the findings and *fund* research", "to hire 20 clerks and *double* output": what they do next, where an
    article or a number stands before the first noun only."""
    noun = word.head
    first, link = noun.head, word.nbor(-1) if word.i else word
    verb = first.head
    is_listed = first.dep_ == "dobj" and noun.left_edge == word and link.lower_ == "and" and not is_person(noun)
    if not is_listed or word.lower_ not in words_of("second deed"):
        return
    if not _is_bare(verb) or _is_open(verb, first):
        return
    word.tag_, word.pos_, word.lemma_ = verb.tag_, "VERB", word.lower_
    yield link, verb, link.dep_
    yield word, verb, "conj"
    yield noun, word, "dobj"
    yield from ((c, noun, "compound") for c in [*noun.lefts] if c.dep_ == "compound" and c != word)
    yield from ((c, word, c.dep_) for c in [*verb.rights] if c.i > noun.i and c.dep_ in _AROUND)


def _is_bare(verb: Token) -> bool:
    """Whether a verb stands as the noun does that may be one: "they dispute", "to hire"."""
    return verb.tag_ == "VBP" or (verb.tag_ == "VB" and (has_to(verb) or finite_part(verb).tag_ == "MD"))


def _lemma_alone(word: Token, link: Token, noun: Token, verb: Token, first: Token) -> str | None:
    """The lemma of a verb that goes on with one other; None where it may tell how the noun is."""
    lemma = values("second_deeds", "word", "lemma").get(word.lower_)
    if lemma is None or link.lower_ != "and" or _is_open(verb, first):
        return None
    wants_person = values("second_deeds", "word", "object")[word.lower_] == "person"
    return lemma if not wants_person or is_person(noun) or is_person(word.head) else None


def _lemma_in_list(word: Token, link: Token, verb: Token) -> str | None:
    """The lemma of a verb in a list of three, with "and" before the last: "smashed windows, burned cars and *looted*
    shops"."""
    if word.tag_ == "JJ":
        return None
    if link.text == ",":
        last = next((c for c in verb.rights if c.dep_ == "conj" and c.i > word.i), None)
        is_between = last is not None and last.tag_ == "VBD" and last.lower_before == "and" and not has_subject(last)
        return word.lemma_ if is_between else None
    start = verb.head.i if verb.dep_ == "conj" and verb.head.tag_ == "VBD" and verb.text_before == "," else None
    if link.lower_ != "and" or start is None or has_subject(verb):
        return None
    return word.lemma_ if all(t.lower_ not in ("and", "or") for t in word.doc[start : link.i]) else None


def _top(noun: Token) -> Token:
    """The name that a post stands before: "manager *Holm*"."""
    while noun.dep_ in _INSIDE and noun.head.i > noun.i:
        noun = noun.head
    return noun


def _is_past(verb: Token) -> bool:
    helper = finite_part(verb)
    return verb.pos_ == "VERB" and (helper.tag_ == "VBD" or helper.lemma_ == "have") and "auxpass" not in verb.below


def _is_open(verb: Token, first: Token) -> bool:
    """Whether the first object stands as bare as the second, so that both may be one: "bought bread and dried fish"."""
    things = [first] if first != verb else [c for c in verb.rights if c.dep_ == "dobj"]
    is_fixed = any(t.pos_ in ("PROPN", "PRON") or any(c.dep_ in FIXING for c in t.lefts) for t in things)
    return not is_fixed or not (has_subject(verb) or verb.dep_ in ("conj", "xcomp"))
