"""Whom something is for, where the parser takes them for the thing: "gave *it* 23", "took *them* two years"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people
from kg.grammar.verbs import OBJECTS, SUBJECTS, has_to
from kg.grammar.wordlists import occasions, words, words_of
from kg.parse import Token

_FOR_ARTICLE = frozenset({"a", "an"})
_BEFORE = frozenset({"det", "amod", "poss", "nummod", "compound"})


@at(tags="PRP", above_tags="VBD VBZ VBP VB VBG VBN", is_behind=True)
def given_number(pronoun: Token) -> Iterator[Arc]:
    """ "The count gave *it* 23": to whom; 23 is what was given."""
    verb = pronoun.head
    things = [c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == pronoun.i + 1]
    if things and pronoun.i == verb.i + 1 and verb.lemma_.lower() in words("handing", "lemma"):
        yield pronoun, verb, "dative"


@at(above_tags="VBD VBZ VBP VB VBG VBN", is_behind=True)
def wished_them(time: Token) -> Iterator[Arc]:
    """ "Wished me *a good weekend*", "took them *two years*": what was wished or needed, and not when it was."""
    verb = time.head
    whom = next((c for c in verb.rights if c.right_edge.i == time.left_edge.i - 1), None)
    if (
        whom is None
        or whom.lower_ == "it"
        or verb.lemma_.lower() not in words("wishing", "lemma")
        or time.pos_ != "NOUN"
    ):
        return
    is_alone = all(c.dep_ != "dobj" or c is whom for c in verb.rights)
    is_thing = time.left_edge.lower_ in _FOR_ARTICLE or "nummod" in time.below
    if is_alone and is_thing and (whom.dep_ == "dative" or (whom.dep_ == "dobj" and whom.tag_ == "PRP")):
        yield whom, verb, "dative"
        yield time, verb, "dobj"


def for_the_first_time(preposition: Token) -> Iterator[Arc]:
    """ "Refused to answer the question *for the second time*": how often it was done, and no question for it."""
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    verb = next((t for t in preposition.ancestors if t.pos_ == "VERB"), None)
    if noun is None or verb is None or preposition.head.pos_ not in ("NOUN", "PROPN") or verb.i > preposition.i:
        return
    is_counted = any(c.tag_ == "JJ" for c in noun.lefts) and noun.left_edge.lower_ == "the"
    if is_counted and (preposition.lower_, noun.lemma_.lower()) in occasions():
        yield preposition, verb, "prep"


@at(any_below="nsubj nsubjpass", above="dobj dative", is_behind=True)
def asked_where(verb: Token) -> Iterator[Arc]:
    """ "Asked guests *where* they had slept": what they were asked; people are no place or time."""
    hearer = verb.head
    asking, opening = hearer.head, verb.left_edge
    is_asking = asking.lemma_.lower() in words("asking_people", "lemma")
    is_question = opening.tag_ == "WRB" and opening.i == hearer.i + 1
    if verb.dep_ == "relcl" and is_question and is_asking and (is_people(hearer) or hearer.tag_ == "PRP"):
        yield verb, asking, "ccomp"


@at(tags="VB", below="aux", none_below=SUBJECTS | OBJECTS, above="relcl", is_behind=True)
def of_infinitive(verb: Token) -> Iterator[Arc]:
    """ "A road *which* the state had undertaken to build": what was to be built; nobody undertakes a road."""
    above = verb.head
    which = next((c for c in above.lefts if c.dep_ == "dobj" and c.tag_ == "WDT"), None)
    is_willing = above.lemma_.lower() in words("willing", "lemma")
    is_transitive = verb.lemma_.lower() not in words("intransitive", "lemma")
    if which is not None and has_to(verb) and is_willing and is_transitive:
        yield which, verb, "dobj"
        yield verb, above, "xcomp"


@at(tags="NNS", above="dobj", above_tags="NN", is_behind=False)
def many_given(noun: Token) -> Iterator[Arc]:
    """ "Gave smaller *lenders* room to act": they are given it, and no room is called so."""
    thing, verb = noun.head, noun.head.head
    between = noun.doc.tokens[verb.i + 1 : noun.i]
    is_plain = all(t.head in (thing, noun) and t.dep_ in _BEFORE for t in between)
    is_given = thing.lemma_.lower() in words_of("given to many") and verb.lemma_.lower() in words("handing", "lemma")
    if noun.dep_ == "compound" and is_plain and is_given and noun.i == thing.i - 1:
        yield noun, verb, "dative"
        yield from ((c, noun, c.dep_) for c in [*thing.lefts] if c.i < noun.i)
