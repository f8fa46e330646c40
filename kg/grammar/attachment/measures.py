"""Measures and numbers: what they count, how large, high or often something is, and by which score it was won."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.sites import at
from kg.grammar.phrases import TERMS
from kg.grammar.wordlists import words
from kg.parse import Token

_DASHES = frozenset({"-", "\u2013"})


@at(tags="CD")
def score(number: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Beat Orlo 3-2": how they beat it, and no number of anything."""
    before = number.doc[max(number.i - 2, 0) : number.i]
    if len(before) < 2 or before[1].text not in _DASHES or before[0].tag_ != "CD":
        return
    verb = next((t for t in number.ancestors if t.pos_ == "VERB"), None)
    if verb is None or verb.i > number.i:
        return
    yield before[0], verb, "npadvmod"
    yield before[1], before[0], "punct"
    yield number, before[0], "npadvmod"
    loser = number.doc[before[0].i - 1]
    if loser.pos_ == "PROPN" and loser.head in (number, before[0]):
        yield loser, verb, "dobj"


@at(tags="CD")
def of_unit(number: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Owes £*27*m to Orlo": how many millions, and no second thing that is owed."""
    if number.whitespace_ or number.i + 1 == len(number.doc):
        return
    unit = number.nbor()
    if unit.is_alpha and unit.head == number.head and unit.dep_ == number.dep_:
        yield number, unit, "nummod"


@at(below="prep")
def as_large(measure: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Found a planet *the size of Neptune* that orbits two stars": how large it is, and no second thing that is
    found; the planet orbits."""
    if measure.lemma_.lower() not in words("dimensions", "lemma") or measure.left_edge.lower_ != "the":
        return
    last = measure.doc[measure.left_edge.i - 1] if measure.left_edge.i else measure
    if last.pos_ not in ("NOUN", "PROPN") or not any(c.lower_ == "of" for c in measure.rights):
        return
    before = next((t for t in (last, *last.ancestors) if t.dep_ in ("dobj", "pobj") and t.i <= last.i), None)
    if before is None or before in (measure, measure.head.head):
        return
    holders = (measure,) if measure.head.pos_ == "VERB" else (measure, measure.head)
    behind = (c for holder in holders for c in [*holder.rights] if c.left_edge.i > measure.i)
    yield measure, before, "npadvmod"
    yield from ((c, before, c.dep_) for c in behind if c.dep_ in ("relcl", "acl"))


@at(any_below="nummod amod")
def of_counted(times: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Was given ten *times* the dose": how much of it, and not how often."""
    verb = times.head
    noun = next((c for c in verb.rights if c.dep_ in ("dobj", "attr") and c.left_edge.i == times.i + 1), None)
    is_counted = any(c.dep_ in ("nummod", "amod") for c in times.lefts)
    if times.lemma_ == "time" and is_counted and noun is not None and noun.left_edge.lower_ in ("the", "its", "their"):
        yield times, noun, "npadvmod"


@at(tags="CD")
def counted(number: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Makes *2,000* loaves a day": how many, and no subject of the loaves."""
    noun = number.head
    if noun.pos_ != "NOUN" or noun.i != number.i + 1:
        return
    if noun.dep_ in ("dobj", "pobj", "conj", "ccomp"):
        yield number, noun, "nummod"
    if noun.dep_ == "ccomp":
        yield noun, noun.head, "dobj"


def so_high(adjective: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Kept behind a fence 2 metres *high*": how high the fence is, and nothing that it was made."""
    measure = next((c for c in adjective.lefts if c.dep_ == "npadvmod"), None)
    if adjective.pos_ != "ADJ" or measure is None or not measure.left_edge.i:
        return
    last = adjective.doc[measure.left_edge.i - 1]
    noun = next((t for t in (last, *last.ancestors) if t.dep_ in ("dobj", "pobj") and t.i <= last.i), None)
    is_counted = any(c.dep_ == "nummod" for c in measure.lefts)
    if noun is not None and is_counted and last.pos_ == "NOUN" and adjective.head != noun:
        yield adjective, noun, "amod"


def aged(word: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Died *aged* 74": how old she was then, and nothing that she became."""
    number = next((c for c in word.doc.tokens[word.i + 1 : word.i + 2] if c.tag_ == "CD"), None)
    if number is not None and number.head in (word, word.head):
        yield number, word, "npadvmod"
        yield word, word.head, "advcl"


@at(below="det", is_behind=False)
def graded(grade: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "A *magnitude* 6.4 earthquake struck": how strong the earthquake was, and nothing that struck."""
    number, noun = (*grade.doc.tokens[grade.i + 1 : grade.i + 3], grade, grade)[:2]
    is_grade = grade.tag_ == "NN" and number.tag_ == "CD" and number.head is noun and noun.dep_ == grade.dep_
    if is_grade and noun.head is grade.head and noun.pos_ == "NOUN":
        yield from ((c, noun, c.dep_) for c in [*grade.lefts] if c.dep_ in ("det", "amod"))
        yield grade, noun, "nmod"


@at(tags="NNS", below="nummod det")
def how_often(times: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Is given every two *years*": how often, and nothing that is given."""
    if times.lemma_.lower() in TERMS and any(c.lower_ == "every" for c in times.lefts):
        yield times, times.head, "npadvmod"


@at(tags="NN NNS", above="advcl", is_behind=False)
def how_long_after(measure: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "It rained two *weeks* after a fire burned the barn": how long after the fire it rained."""
    marker = measure.doc.tokens[measure.i + 1 : measure.i + 2]
    yield from ((measure, m, "npadvmod") for m in marker if m.dep_ == "mark" and m.head is measure.head)


@at(tags="NNS", below="prep")
def how_long_ago(measure: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Collided *billions* of years ago": when, and nothing that they collided."""
    times = (c for of in measure.rights if of.lower_ == "of" for c in of.rights if c.lemma_.lower() in TERMS)
    behind = measure.doc.tokens[measure.right_edge.i + 1 : measure.right_edge.i + 2]
    ago = next((word for word in behind if word.lower_ == "ago"), None)
    if ago is not None and any(times):
        yield measure, ago, "npadvmod"
