"""Headlines whose verb was taken for a noun, "Court rejects appeal", read again with a verb that nobody mistakes."""

from __future__ import annotations

from functools import cache

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg import tables
from kg.annotate.name_classes import family
from kg.annotate.other_reading import taken_over
from kg.naming import class_nouns, roles

_END_MARKS = frozenset({".", "!", "?", '"', "”", ":", ";", ","})
_LONGEST = 20  # tokens
_NOUNS = frozenset({"NNS", "NNPS", "NNP", "NN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PLAIN = "bought"  # takes a subject and an object, and is no noun
_OBJECTS = frozenset({"dobj", "ccomp"})


def read_headline(doc: Doc, nlp: Language) -> Doc:
    """The same text with the arcs of its other reading, if it is a headline without a verb that has such a reading."""
    verb = _mistaken(doc)
    if verb is None:
        return doc
    words = [_PLAIN if token == verb else token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    other = nlp(Doc(nlp.vocab, words=[*words, "."], spaces=[*spaces[:-1], False, False]))
    told = {verb.i: ("VBZ", _base(verb.lower_))}
    return taken_over(doc, other, told) if _is_whole(other, other[verb.i]) else doc


def _mistaken(doc: Doc) -> Token | None:
    """The noun that may be the headline's verb: none if there is another verb, or an end mark."""
    if not 3 <= len(doc) <= _LONGEST or doc[len(doc) - 1].text in _END_MARKS:
        return None
    found = next((token for token in doc[1 : len(doc) - 1] if _may_be_verb(token)), None)
    is_only = found is not None and all(t.tag_ not in _FINITE or t == found or _is_its_own(t, found) for t in doc)
    return found if is_only else None


def _may_be_verb(token: Token) -> bool:
    return (
        (token.tag_ in _NOUNS or token.dep_ == "compound")
        and token.lower_ in _verbs()
        and token.nbor(-1).tag_ in _NOUNS
        and (token.lower_ not in _noun_forms() or _may_act(token.nbor(-1)))
    )


def _may_act(subject: Token) -> bool:
    """Whether a noun is a name or tells who does something: "Council", unlike "Flight"."""
    kind = class_nouns().get(subject.lower_, "")
    return subject.tag_.startswith("NNP") or subject.lower_ in roles() or family(kind) == "organization"


def _is_its_own(verb: Token, noun: Token) -> bool:
    """Whether a verb was only found because the noun needed one: "rejects lawsuit by", "unveils plan to"."""
    return verb.tag_ == "VBP" and noun.i == verb.i - 1 and verb.nbor(1).tag_ in ("IN", "TO")


@cache
def _verbs() -> frozenset[str]:
    return tables.column(tables.lexicon("headline_verbs"), "word")


@cache
def _noun_forms() -> frozenset[str]:
    """Forms that are plural nouns too: "delays"."""
    return frozenset(row["word"] for row in tables.rows(tables.lexicon("headline_verbs")) if row["subject"] == "actor")


def _is_whole(other: Doc, verb: Token) -> bool:
    """Whether the new reading is one clause with a subject and an object, all of it under this verb."""
    children = {child.dep_ for child in verb.children}
    return verb.dep_ == "ROOT" and "nsubj" in children and bool(children & _OBJECTS) and len(list(other.sents)) == 1


@cache
def _base(word: str) -> str:
    return next(row["lemma"] for row in tables.rows(tables.lexicon("headline_verbs")) if row["word"] == word)
