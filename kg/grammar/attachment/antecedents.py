"""Relative clauses hung on the last word before them, which cannot be who or what they tell of."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people, is_thing
from kg.grammar.phrases import NOUNS, TIMES, VERBAL
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.grammar.wordlists import words_of
from kg.parse import Token

_WHO = frozenset({"who", "whom"})
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "someone", "somebody", "those"})
_NO_PERSONS = frozenset({*TIMES, "GPE", "LOC", "FAC", "CARDINAL"})
_FROM = frozenset({"from", "at"})
_NEAR = 3  # words before the pronoun: "some of whom"
_VALUES = frozenset({"PERCENT", "MONEY", "CARDINAL", "QUANTITY"})
_LEAVING = frozenset({"gain", "lose", "shed", "add"})


@at(any_below="nsubj nsubjpass dobj", is_behind=True)
def of_people(verb: Token) -> Iterator[Arc]:
    """ "The chief since 2016, who *left*", "nurses from Lyon, who *met*", "a woman in her twenties who *sang*": people
    did, and no year, town or age."""
    near = verb.head
    opens = verb.doc.tokens[verb.left_edge.i : verb.left_edge.i + _NEAR]
    if verb.dep_ != "relcl" or not any(t.lower_ in _WHO for t in opens) or not _is_nobody(near):
        return
    person = _person_above(near)
    if person is not None and person.i < near.i:
        yield from ((c, person, "punct") for c in [*near.rights] if c.text == ",")
        yield verb, person, "relcl"


def _is_nobody(noun: Token) -> bool:
    """Whether a noun cannot be "who": a place, a time, a number, a body that somebody is from, a bare name of stuff."""
    if noun.pos_ == "NUM" and (noun.dep_ != "pobj" or any(c.dep_ in ("det", "amod") for c in noun.lefts)):
        return False  # "the 8,000 who came", "and two who stayed"
    if noun.ent_type_ in _NO_PERSONS or noun.pos_ == "NUM" or noun.lemma_.lower() in words_of("age in years"):
        return True
    if noun.dep_ != "pobj":
        return False
    is_bare = noun.tag_ == "NN" and not noun.ent_type_ and not any(noun.lefts) and not is_people(noun)
    is_home = noun.pos_ == "PROPN" and (
        noun.head.lower_ == "from" or noun.head.text_before == ","
    )  # "Ann, of Leeds, who"
    is_body = is_home or (noun.ent_type_ == "ORG" and noun.head.lower_ in _FROM)
    return is_body or (is_bare and noun.head.lower_ in ("of", "in", "at"))


def _person_above(noun: Token) -> Token | None:
    """The nearest word for people that a noun belongs to."""
    word = noun
    while word.head != word:
        phrase, word = word, word.head
        if word.dep_ in ("prep", "agent") or word.pos_ == "ADP":
            continue
        if word.pos_ in VERBAL and word.dep_ not in ("acl", "amod"):
            before = phrase.doc[max(phrase.left_edge.i - 1, 0)]
            before = before.nbor(-1) if before.text == "," and before.i else before
            return before if before.ent_type_ == "PERSON" else None
        if _is_person(word):
            return word
        if word.pos_ in NOUNS and word.dep_ not in ("pobj", "appos", "conj"):
            return None
    return None


def _is_person(word: Token) -> bool:
    is_aged = word.lower_ == "old" and any(t.lower_.startswith("year") for t in word.subtree)
    is_many = word.tag_ == "NNS" and not is_thing(word)
    return is_people(word) or is_aged or is_many or word.lower_ in _ANYBODY


@at(any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_shares(verb: Token) -> Iterator[Arc]:
    """ "Shares in Orlo, which *had fallen* 4%", "which *lost* a third of their value": the shares, and no firm."""
    near = verb.head
    shares = near.head.head
    pronoun = next((c for c in verb.lefts if c.lower_ == "which" and c.dep_ in NOMINAL_SUBJECTS), None)
    lemma = verb.lemma_.lower()
    if verb.dep_ != "relcl" or pronoun is None or shares.lemma_.lower() not in words_of("what is traded"):
        return
    if near.head.lower_ not in ("of", "in") or lemma not in words_of("of prices"):
        return
    things = [c for c in verb.rights if c.dep_ in ("dobj", "npadvmod")]
    is_value = any(t.ent_type_ in _VALUES or t.lower_ == "value" for thing in things for t in thing.subtree)
    if is_value or lemma not in _LEAVING:
        yield from ((c, shares, "punct") for c in [*near.rights] if c.text == ",")
        yield verb, shares, "relcl"
