"""Coordination under "of": conjuncts are alike in kind and form."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.attachment.kinds import is_people
from kg.extract.wordlists import content_nouns, words
from kg.parse import Token

_DASHES = frozenset({"-", "\u2013"})


def shared_head(conjunct: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "People of color, immigrants and clubs": immigrants beside people, not beside color."""
    first = conjunct.head
    if conjunct.dep_ != "conj" or first.dep_ != "pobj" or first.head.lower_ != "of":
        return
    noun = first.head.head
    are_alike = noun.tag_ == conjunct.tag_ == "NNS" and is_people(noun) and is_people(conjunct)
    if are_alike and first.tag_ == "NN" and not any(first.lefts) and not is_people(first):
        yield from _with_link(conjunct, noun)


def shared_measure(conjunct: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "A panel of seven women and five men": men beside women, not beside the panel."""
    noun = conjunct.head
    if conjunct.dep_ != "conj" or noun.tag_ != "NN" or not _is_counted(conjunct):
        return
    counted = (
        inner
        for preposition in noun.rights
        if preposition.lower_ == "of" and preposition.i < conjunct.i
        for inner in preposition.rights
        if inner.dep_ == "pobj" and _is_counted(inner)
    )
    for inner in counted:
        yield from _with_link(conjunct, inner)


def listed(appositive: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Seized a pistol, 40 coins and a vase": three things, and no pistol that is 40 coins."""
    head = appositive.head
    first, second = (any(c.lower_ in ("a", "an") for c in t.lefts) for t in (head, appositive))
    is_counted = any(child.dep_ == "nummod" for child in appositive.lefts)
    goes_on = any(child.dep_ == "conj" and child.pos_ == "NOUN" for child in appositive.rights)
    if head.tag_ == "NN" and first and appositive.pos_ == "NOUN" and goes_on and (is_counted or second):
        ends = [c for c in appositive.rights if c.dep_ == "conj"]
        if not (second and is_people(head) and all(is_people(c) for c in ends)):  # "a clerk, a father and poet"
            yield appositive, head, "conj"


def named_members(name: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Two members of her party, Ann Lee and Bo Roth": the members, and no names of the party."""
    whole = name.head
    above = whole.head.head
    is_list = name.pos_ == "PROPN" and any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in name.rights)
    if is_list and whole.tag_ == "NN" and whole.dep_ == "pobj" and whole.head.lower_ == "of" and above.tag_ == "NNS":
        yield name, above, "appos"


def score(number: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Beat Orlo 3-2": how they beat it, and no number of anything."""
    if number.tag_ != "CD":
        return
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


def bracketed(name: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "The chair of the CEI (*Church Council*), Ann Lee": the council of the CEI, and no chair."""
    start = name.left_edge.i
    if name.pos_ != "PROPN" or start < 2 or name.doc[start - 1].text != "(":
        return
    before = name.doc[start - 2]
    if before.pos_ == "PROPN" and before != name.head and name.head.is_ancestor(before):
        yield name, before, "appos"


def bearer(name: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "An engineer at the firm, *Luis Carrera*": the engineer's name; no firm is a person."""
    post = name.head
    while post.dep_ == "pobj" and post.head.dep_ == "prep" and not is_people(post):
        post = post.head.head
    if name.ent_type_ == "PERSON" and post != name.head and post.pos_ == "NOUN" and is_people(post):
        yield name, post, "appos"


def next_item(noun: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Two sons, Per and Lars; *six nieces*; and a sister": the next of those listed, and no name of the sons."""
    before = [t for t in noun.doc[max(noun.left_edge.i - 2, 0) : noun.left_edge.i] if t.lower_ != "and"]
    if noun.dep_ == "appos" and before and before[-1].text == ";":
        yield noun, noun.head, "conj"


def explained(noun: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Pay 412 pence a share, *a premium of 3 percent*": what the sum is, and no second thing that is paid."""
    before = [c for c in noun.head.rights if c.dep_ in ("dobj", "ccomp") and c.i < noun.i]
    if not before:
        return
    comma = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i else noun
    is_claim = any(c.dep_ in ("acl", "relcl") for c in noun.rights) and noun.lemma_.lower() in content_nouns()
    if is_claim and comma.text == ",":  # "banned the film, a charge that Lund denies": no second object
        yield noun, noun.head, "npadvmod"
    is_sum = any(t.pos_ == "NUM" or any(c.dep_ == "nummod" for c in t.lefts) for t in before[:1])
    if len(before) == 1 and is_sum and comma.text == "," and any(c.lower_ in ("a", "an") for c in noun.lefts):
        yield noun, before[0], "appos"


def of_unit(number: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Owes £*27*m to Orlo": how many millions, and no second thing that is owed."""
    if number.tag_ != "CD" or number.whitespace_ or number.i + 1 == len(number.doc):
        return
    unit = number.nbor()
    if unit.is_alpha and unit.head == number.head and unit.dep_ == number.dep_:
        yield number, unit, "nummod"


def as_large(measure: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Found a planet *the size of Neptune* that orbits two stars": how large it is, and no second thing that is
    found; the planet orbits."""
    verb = measure.head
    before = next(
        (c for c in reversed(verb.rights) if c.dep_ == "dobj" and c.right_edge.i == measure.left_edge.i - 1), None
    )
    is_measure = measure.lemma_.lower() in words("dimensions", "lemma") and measure.left_edge.lower_ == "the"
    if before is not None and is_measure and any(c.lower_ == "of" for c in measure.rights):
        yield measure, before, "npadvmod"
        yield from ((c, before, c.dep_) for c in [*measure.rights] if c.dep_ in ("relcl", "acl"))


def _with_link(conjunct: Token, first: Token) -> Iterator[tuple[Token, Token, str]]:
    """The conjunct with the "and" or comma before it."""
    link = conjunct.doc[conjunct.left_edge.i - 1]
    if link.head == conjunct.head and link.i > first.i:
        yield link, first, link.dep_
    yield conjunct, first, "conj"


def _is_counted(noun: Token) -> bool:
    lefts = [child.dep_ for child in noun.lefts]
    return noun.tag_ == "NNS" and "nummod" in lefts and "det" not in lefts
