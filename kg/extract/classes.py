"""What a text says things are in passing: "groups such as A", "A and other groups", "a scanner called A"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import conjuncts
from kg.extract.exemplars import exemplars
from kg.extract.mentions import Mentions
from kg.extract.proposition import Proposition, Words
from kg.grammar.phrases import PLURALS
from kg.grammar.wordlists import words
from kg.parse import Doc, Token

_NAMED = frozenset({"oprd", "attr", "dobj"})


def classes(doc: Doc, mentions: Mentions) -> Iterator[Proposition]:
    """kg:describedAs for every thing that is told to be one of a class."""
    vague = words("vague_classes", "lemma")
    nouns = [t for t in doc.tokens if t.pos_ == "NOUN" and ("acl" in t.below or t.tag_ in PLURALS)]
    for noun in nouns:
        if (noun.rights or noun.dep_ == "conj") and noun.lemma_.lower() not in vague:
            for member, cue in _members(noun, mentions):
                yield Proposition(
                    subject=member,
                    predicate="kg:describedAs",
                    relation=(),
                    object=_class(noun),
                    anchor=member,
                    rule=f"classes/{cue}",
                    label="is",
                )


def _members(noun: Token, mentions: Mentions) -> Iterator[tuple[Token, str]]:
    if noun.tag_ in PLURALS:
        yield from ((t, "such as") for t in exemplars(noun) if _is_told(t, noun, mentions))
        if noun.dep_ == "conj" and any(child.lower_ == "other" for child in noun.lefts):
            before = (t for t in conjuncts(noun) if t.i < noun.i)
            yield from ((t, "other") for t in before if mentions.span_of(t) is not None and t.pos_ == "PROPN")
    for verb in noun.rights:
        if verb.dep_ == "acl" and verb.lemma_ in words("calling", "lemma"):
            yield from ((t, "called") for t in verb.rights if t.dep_ in _NAMED and mentions.span_of(t) is not None)


def _is_told(member: Token, noun: Token, mentions: Mentions) -> bool:
    """Names are members of any list; other nouns only where "such as" says so."""
    says_such = any(child.lower_ == "such" for preposition in noun.rights for child in preposition.lefts)
    return says_such or (member.pos_ == "PROPN" and mentions.span_of(member) is not None)


def _class(noun: Token) -> Words:
    """The class in the singular, without determiner and number: "activist group"."""
    kept = [t for t in noun.lefts if t.dep_ in ("amod", "compound", "nmod") and t.lower_ not in ("other", "such")]
    first = min((t.left_edge.i for t in kept), default=noun.i)
    before = noun.doc[first : noun.i]
    value = "".join(t.text + t.whitespace_ for t in before) + (noun.lemma_ if noun.tag_ in PLURALS else noun.text)
    return Words((*before, noun), value)
