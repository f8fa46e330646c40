"""What a rule of attachment yields."""

from __future__ import annotations

from collections.abc import Iterator

from kg.parse import Token

Arc = tuple[Token, Token, str]  # a word, the head that it should have, the label of its arc


def read_as_verb(word: Token) -> None:
    """Sets the tag of a word that is the base form of a verb: "will *fine* farms"."""
    word.tag_, word.pos_, word.lemma_ = "VB", "VERB", word.lower_


def lifted(clause: Token, near: Token, noun: Token, label: str = "relcl") -> Iterator[Arc]:
    """A clause that hangs on a noun, with the comma before it, on one farther up."""
    yield from ((c, noun, "punct") for c in [*near.rights] if c.text == ",")
    yield clause, noun, label


def with_stop(old: Token, main: Token) -> Iterator[Arc]:
    """The full stop of a sentence, which hangs on what was taken for its main verb, on its main verb."""
    yield from ((c, main, c.dep_) for c in [*old.rights] if c.is_punct and c == old.sent.last)


def reduced(root: Token, noun: Token, main: Token) -> Iterator[Arc]:
    """What was taken for the main verb as a participle of its subject, and another as the main verb in its place."""
    root.tag_ = "VBN"
    yield main, main, "ROOT"
    yield from ((c, main, c.dep_) for c in [*root.rights] if c.i > main.i)
    yield from ((c, main, c.dep_) for c in [*root.lefts] if c.i < noun.left_edge.i)
    yield noun, main, subject_arc(main)
    yield root, noun, "acl"


def subject_arc(verb: Token) -> str:
    """The label of the arc to the subject of a verb, by whether it has a helper of the passive."""
    return "nsubjpass" if "auxpass" in verb.below else "nsubj"


def beside_verb(verb: Token, first: Token) -> Iterator[Arc]:
    """The verb as the next one of the first, with the "and" before it."""
    links = [c for c in verb.head.rights if c.dep_ in ("cc", "punct") and c.i < verb.i]
    yield from ((link, first, link.dep_) for link in links[-1:])
    yield verb, first, "conj"
