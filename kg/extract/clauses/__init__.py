"""Clauses: every predicate of a sentence with its real arguments, as spaCy tokens, before status and mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from kg.extract.clauses import arguments, complements, obliques
from kg.extract.clauses.adverbial import circumstances
from kg.extract.clauses.complements import Complement
from kg.extract.clauses.obliques import QUANTITIES, Oblique
from kg.extract.clauses.predicates import NOMINAL_PREDICATES, is_predicate
from kg.extract.clauses.subjects import find, subjects
from kg.grammar.phrases import HERE, NOUNS, PLACE_LABELS, TIMES, VERBAL, and_conjuncts, conjuncts, is_alike_name, phrase
from kg.grammar.verbs import is_order, is_passive
from kg.parse import Doc, Token

__all__ = ["Clause", "ClauseKind", "Complement", "Oblique", "clauses", "conjuncts", "phrase", "subjects"]


class ClauseKind(StrEnum):
    """What predicates: a verb, or a construction that predicates without one."""

    VERB = "verb"  # "The museum lent two sketches to a gallery."
    COPULA = "copula"  # "Mia Torres is a judge." - head is the noun or adjective (or preposition) that is predicated
    APPOSITION = "apposition"  # "Mia Torres, a judge, spoke." - subject Mia Torres, attribute judge


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with everything that depends on it. Conjuncts are all listed: (A, B) for "A and B".

    `subject_source` names the rule that found the subjects:
    own "The firm sold it" - conjunct "and sold it" - control "plans to sell it" - relative "which sold it" -
    participle "Selling it, the firm" - existential "There is a firm" - apposition - order "Sell it!", where the verb
    itself stands for whoever is meant - none.
    """

    head: Token
    kind: ClauseKind
    subjects: tuple[Token, ...] = ()  # the real ones: controller, antecedent of "who", subject shared by conjuncts
    objects: tuple[Token, ...] = ()
    datives: tuple[Token, ...] = ()  # "gave her a book"
    agents: tuple[Token, ...] = ()  # "sold by X"
    attributes: tuple[Token, ...] = ()  # predicate nouns and adjectives: "is a judge", "named her chair"
    obliques: tuple[Oblique, ...] = ()
    adverbs: tuple[Token, ...] = ()  # place, time and others, without negation
    complements: tuple[Complement, ...] = ()
    circumstances: tuple[tuple[str, Token], ...] = ()  # ("cause", head of "because sales fell")
    particle: Token | None = None  # "set up"
    is_passive: bool = False
    subject_source: str = "own"

    verb: Token = field(init=False)  # that carries tense, negation and auxiliaries: the head, or a copula's "is"

    def __post_init__(self) -> None:
        verb = self.head.head if self.kind is ClauseKind.COPULA else self.head
        object.__setattr__(self, "verb", verb)


def clauses(doc: Doc) -> Iterator[Clause]:
    """Every clause of a parsed document, in reading order."""
    for token in [t for t in doc.tokens if t.pos_ in VERBAL or t.dep_ in NOMINAL_PREDICATES or t.dep_ == "appos"]:
        if token.dep_ == "appos" and is_apposition(token):
            yield _apposition(token)
        if is_predicate(token):
            yield _clause(token)


def is_apposition(token: Token) -> bool:
    """Whether an appositive says what its noun is; not "Bonn, Germany", "Lund, 42", "Oslo, May 4", "boats, not cars",
    "Photo: Lund"."""
    is_best = token.tag_ == "JJS" and token.left_edge.lower_ == "the"  # "the typhoon, the strongest this year"
    if (token.pos_ not in NOUNS and not is_best) or token.i < token.head.i:
        return False
    if QUANTITIES & {token.ent_type_, token.head.ent_type_}:
        return False
    is_ranked = token.left_edge.tag_ == "PRP$" and token.pos_ == "ADJ"
    if is_ranked and token.head.ent_type_ in PLACE_LABELS and token.head.dep_ == "pobj":
        return False  # "a plant near Bonn, its second": the second plant
    if token.head.tag_ == "NNS" and token.tag_ == "NNP" and not any(c.dep_ == "conj" for c in token.rights):
        return False  # "critics, Lund": one of a list, or its next item
    before = token.doc[token.head.i + 1 : token.i]
    if token.head.pos_ == "PROPN" and token.pos_ == "NOUN" and not any(t.is_punct for t in before):
        return False  # "World Cup 2018 day five"
    if any(t.lower_ in ("not", ":") and t.head in (token, token.head) for t in before):
        return False
    return not (token.ent_type_ in PLACE_LABELS and token.head.ent_type_ in PLACE_LABELS)


def _apposition(token: Token) -> Clause:
    return Clause(
        token,
        ClauseKind.APPOSITION,
        subjects=(token.head,),
        attributes=tuple(other for other in and_conjuncts(token) if is_alike_name(token, other)),
        obliques=tuple(obliques.obliques_of_nouns(None, (token,))),
        subject_source="apposition",
    )


def _clause(verb: Token) -> Clause:
    found, source = find(verb)
    if not found and verb.tag_ == "VB" and is_order(verb):
        found, source = (verb,), "order"
    attributes = tuple(arguments.attributes(verb, found))
    objects = tuple(arguments.objects(verb))
    agents = tuple(obliques.agents(verb))
    head, kind = _head(verb, attributes)
    nouns = (*objects, *attributes, *agents, *(found if source == "existential" else ()))
    return Clause(
        head,
        kind,
        subjects=found,
        objects=objects,
        datives=tuple(arguments.datives(verb)),
        agents=agents,
        attributes=attributes,
        obliques=(*obliques.obliques(verb), *(obliques.obliques_of_nouns(verb, nouns) if nouns else ())),
        adverbs=tuple(obliques.adverbs(verb)),
        complements=tuple(complements.complements(verb, has_object=bool(objects))),
        circumstances=tuple(circumstances(verb)),
        particle=next((c for c in verb.rights if c.dep_ == "prt"), None) if "prt" in verb.below else None,
        is_passive=is_passive(verb),
        subject_source=source,
    )


def _head(verb: Token, attributes: tuple[Token, ...]) -> tuple[Token, ClauseKind]:
    """The predicated word of a copula; else the verb."""
    if verb.lemma_ != "be" or "expl" in verb.below:
        return verb, ClauseKind.VERB
    places = (child for child in verb.rights if child.dep_ == "prep")
    place = next((p for p in places if not any(c.ent_type_ in TIMES for c in p.rights)), None)
    if any(child.lower_ in HERE and child.i == verb.i + 1 for child in verb.rights):
        place = None  # "is here because of the flood"
    head = attributes[0] if attributes else place
    if head is None or head.head != verb:
        return verb, ClauseKind.VERB
    return head, ClauseKind.COPULA
