"""Clauses: every predicate of a sentence with its real arguments, as spaCy tokens, before status and mentions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from spacy.tokens import Doc, Span, Token

from kg.extract import wordlists
from kg.extract.phrases import VERBAL, and_conjuncts, conjuncts, phrase
from kg.extract.subjects import (
    SUBJECTS,
    antecedent,
    find,
    has_to,
    is_passive,
    is_relative,
    subjects,
)

__all__ = [
    "Clause",
    "ClauseKind",
    "Complement",
    "Oblique",
    "clauses",
    "conjuncts",
    "phrase",
    "subjects",
]

_NO_PREDICATE = frozenset(
    {
        "aux",
        "auxpass",
        "amod",
        "compound",
        "prep",
        "case",
        "mark",
        "nmod",
        "cc",
        "prt",
        "advmod",
    }
)
_QUESTION = frozenset(
    {
        "whether",
        "if",
        "who",
        "what",
        "which",
        "when",
        "where",
        "why",
        "how",
        "whose",
        "whom",
    }
)


class ClauseKind(StrEnum):
    """What predicates: a verb, or a construction that predicates without one."""

    VERB = "verb"  # "The museum lent two sketches to a gallery."
    COPULA = "copula"  # "Mia Torres is a judge." - head is the noun or adjective (or preposition) that is predicated
    APPOSITION = "apposition"  # "Mia Torres, a judge, spoke." - subject Mia Torres, attribute judge


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional argument: "to a gallery in Oslo" is marker (to,) and heads (gallery,)."""

    marker: tuple[Token, ...]  # the preposition's words: "to", "because of", "such as"
    heads: tuple[Token, ...]  # nouns, or the verb of "after selling X"; all conjuncts, in order
    is_on_noun: bool = False  # hangs on the object, not on the verb (the parser's choice, often wrong)


@dataclass(frozen=True, slots=True)
class Complement:
    """A clause as argument: "said that X", "plans to X", "stopped doing X", "asked Y to X"."""

    kind: str  # "that" | "wh" | "inf" | "objinf" | "ger" | "quote"
    head: Token  # the embedded predicate


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with everything that depends on it. Conjuncts are all listed: (A, B) for "A and B"."""

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
    particle: Token | None = None  # "set up"
    is_passive: bool = False
    subject_source: str = "own"  # own | conjunct | control | relative | participle | existential | apposition | none

    @property
    def verb(self) -> Token:
        """The verb that carries tense, negation and auxiliaries: the head itself, or a copula's "is"."""
        return self.head.head if self.kind is ClauseKind.COPULA else self.head


def clauses(doc: Doc) -> Iterator[Clause]:
    """Every clause of a parsed document, in reading order."""
    for token in doc:
        if token.dep_ == "appos" and is_apposition(token):
            yield _apposition(token)
        if is_predicate(token):
            yield _clause(token)


def is_predicate(token: Token) -> bool:
    """Whether a token is the verb of a clause; also a noun with a subject and no copula, a verb tagged as a noun."""
    if token.dep_ in _NO_PREDICATE:
        return False
    if token.pos_ in VERBAL:
        return token.dep_ != "dep" or any(child.dep_ in SUBJECTS for child in token.children)
    if token.dep_ not in ("ROOT", "conj", "ccomp", "relcl", "advcl", "parataxis"):
        return False
    return any(child.dep_ in SUBJECTS and child.i < token.i for child in token.children)


def is_apposition(token: Token) -> bool:
    """Whether an appositive says what its noun is; not "Bonn, Germany", not "Lund, 42"."""
    if token.pos_ not in ("NOUN", "PROPN") or token.i < token.head.i:
        return False
    return not (token.ent_type_ in ("GPE", "LOC") and token.head.ent_type_ in ("GPE", "LOC"))


def _apposition(token: Token) -> Clause:
    return Clause(
        token,
        ClauseKind.APPOSITION,
        subjects=(token.head,),
        attributes=and_conjuncts(token),
        obliques=tuple(_obliques(token, is_on_noun=True)),
        subject_source="apposition",
    )


def _clause(verb: Token) -> Clause:
    found, source = find(verb)
    attributes = tuple(_attributes(verb, found))
    objects = tuple(_objects(verb))
    head, kind = _head(verb, attributes)
    nouns = (*found, *objects, *attributes) if source == "existential" else (*objects, *attributes)
    return Clause(
        head,
        kind,
        subjects=found,
        objects=objects,
        datives=tuple(_datives(verb)),
        agents=tuple(_agents(verb)),
        attributes=attributes,
        obliques=(*_shared_obliques(verb), *_obliques(verb), *_of_nouns(nouns)),
        adverbs=tuple(_adverbs(verb)),
        complements=tuple(_complements(verb, bool(objects))),
        particle=next((child for child in verb.rights if child.dep_ == "prt"), None),
        is_passive=is_passive(verb),
        subject_source=source,
    )


def _head(verb: Token, attributes: tuple[Token, ...]) -> tuple[Token, ClauseKind]:
    """The predicated word of a copula; else the verb."""
    if verb.lemma_ != "be" or any(child.dep_ == "expl" for child in verb.children):
        return verb, ClauseKind.VERB
    place = next((child for child in verb.rights if child.dep_ == "prep"), None)
    head = attributes[0] if attributes else place
    if head is None or head.head != verb:
        return verb, ClauseKind.VERB
    return head, ClauseKind.COPULA


def _objects(verb: Token) -> Iterator[Token]:
    """Direct objects: its own, the antecedent of a relative clause, one shared with the next verb."""
    own = [child for child in verb.children if child.dep_ == "dobj"]
    for child in own:
        yield from _resolved(child)
    if not own:
        yield from _shared_objects(verb) or _gap(verb)


def _resolved(argument: Token) -> tuple[Token, ...]:
    """A relative pronoun's antecedent, or the argument with its conjuncts."""
    if is_relative(argument):
        noun = antecedent(argument)
        return (noun,) if noun is not None else ()
    return and_conjuncts(argument)


def _shared_objects(verb: Token) -> tuple[Token, ...]:
    """The object behind the last of several verbs: "designed and built the bridge"."""
    partner = _partner(verb)
    if partner is None or is_passive(verb) or verb.lemma_ in _intransitive():
        return ()
    return tuple(t for child in partner.children if child.dep_ == "dobj" for t in _resolved(child)) or (
        _shared_objects(partner)
    )


def _shared_obliques(verb: Token) -> Iterator[Oblique]:
    """The places and times behind the last of several verbs: "born and raised in Lyon"."""
    partner = _partner(verb)
    if partner is not None and not any(child.dep_ == "dobj" for child in partner.children):
        yield from _shared_obliques(partner)
        yield from _obliques(partner)


def _partner(verb: Token) -> Token | None:
    """The next verb if only "and" or a comma stands between: what follows it may belong to both."""
    following = next((c for c in verb.rights if c.dep_ == "conj" and c.pos_ in VERBAL), None)
    if following is None or following.tag_ != verb.tag_:
        return None
    between = verb.doc[verb.i + 1 : following.i]
    return following if all(t.dep_ in ("cc", "punct", "advmod", "aux") for t in between) else None


def _intransitive() -> frozenset[str]:
    return wordlists.words("intransitive.tsv", "lemma")


def _gap(verb: Token) -> tuple[Token, ...]:
    """The noun that a relative clause without pronoun describes: "the firm he founded"."""
    top = verb
    while top.dep_ in ("xcomp", "ccomp") or (top.dep_ == "conj" and top.head.dep_ == "relcl"):
        top = top.head
    if top.dep_ != "relcl" or is_passive(verb) or verb.lemma_ in _intransitive() or verb.lemma_ == "be":
        return ()
    if any(child.dep_ in ("xcomp", "ccomp", "attr", "acomp", "oprd") for child in verb.children) or has_to(top):
        return ()
    subject = next((child for child in top.lefts if child.dep_ in SUBJECTS), None)
    opens = min(t.i for t in top.subtree)
    if subject is None or opens <= top.head.i or any(is_relative(t) for t in verb.doc[opens : opens + 3]):
        return ()
    if any(child.dep_ == "prep" and not any(child.children) for child in verb.rights):
        return ()
    return (top.head,)


def _datives(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            yield from _resolved(child)


def _agents(verb: Token) -> Iterator[Token]:
    for child in verb.rights:
        if child.dep_ == "agent":
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    yield from _resolved(inner)


def _attributes(verb: Token, subject: tuple[Token, ...]) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("attr", "acomp", "oprd") and child not in subject and child.tag_ not in ("WP", "WDT", "WRB"):
            yield from and_conjuncts(child)


def _of_nouns(nouns: tuple[Token, ...]) -> Iterator[Oblique]:
    """Prepositional phrases on an object, which may as well belong to the verb; not "of"."""
    for noun in nouns:
        for oblique in _obliques(noun, is_on_noun=True):
            if oblique.marker[0].lower_ != "of":
                yield oblique


def _obliques(head: Token, *, is_on_noun: bool = False) -> Iterator[Oblique]:
    for child in head.children:
        if child.dep_ == "prep" or (child.dep_ == "dative" and child.pos_ == "ADP"):
            yield from _prepositional(child, is_on_noun)
        elif child.dep_ == "advmod" and child.tag_ == "WRB" and not is_on_noun:
            yield from _where(child)


def _prepositional(preposition: Token, is_on_noun: bool) -> Iterator[Oblique]:
    """One oblique, with the words of a long preposition; a bare one takes the relative clause's noun."""
    if is_discourse(preposition):
        return
    marker, last = long_marker(preposition)
    inner = [child for child in last.children if child.dep_ in ("pobj", "pcomp") and child not in marker]
    if inner:
        heads = tuple(t for child in inner for t in _resolved(child))
    else:
        nested = next((child for child in last.rights if child.dep_ == "prep"), None)
        if nested is not None:
            for oblique in _prepositional(nested, is_on_noun):
                yield Oblique((*marker, *oblique.marker), oblique.heads, is_on_noun)
            return
        heads = _stranded(preposition)
    if heads:
        yield Oblique(marker, heads, is_on_noun)


def _stranded(preposition: Token) -> tuple[Token, ...]:
    """The noun of "the gallery they lent it to"."""
    verb = preposition.head
    if verb.dep_ != "relcl" or preposition.i < verb.i:
        return ()
    return (verb.head,)


def _where(adverb: Token) -> Iterator[Oblique]:
    """ "The house where he lived": marker "where"."""
    if adverb.lower_ in ("where", "when") and is_relative(adverb):
        noun = antecedent(adverb)
        if noun is not None:
            yield Oblique((adverb,), (noun,))


def long_marker(preposition: Token) -> tuple[tuple[Token, ...], Token]:
    """All words of a preposition such as "because of" or "in front of", and the word its noun hangs on."""
    doc, start = preposition.doc, preposition.i
    if start and doc[start - 1].head == preposition and _is_long(doc[start - 1 : start + 1]):
        return (doc[start - 1], preposition), preposition  # "Instead of" hung on "of"
    for length in (4, 3, 2):
        span = doc[start : start + length]
        if len(span) == length and _is_long(span):
            last = next(
                (t for t in reversed(span) if any(c.dep_ in ("pobj", "pcomp") and c.i >= span.end for c in t.children)),
                None,
            )
            if last is not None:
                return tuple(span), last
    return (preposition,), preposition


def _is_long(span: Span) -> bool:
    return span.text.lower() in wordlists.prepositions()


def is_discourse(token: Token) -> bool:
    """Whether a phrase that begins here only ties sentences together: "for example"."""
    phrases = wordlists.discourse_phrases()
    text = token.doc[token.i : token.i + 6].text.lower().split(" ,")[0].split(",")[0]
    parts = text.split()
    return any(" ".join(parts[:n]) in phrases for n in range(2, len(parts) + 1)) and len(list(token.subtree)) <= 5


def _adverbs(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ in ("advmod", "npadvmod") and child.tag_ not in ("WRB", "WDT") and not is_discourse(child):
            yield child


def _complements(verb: Token, has_object: bool) -> Iterator[Complement]:
    for child in verb.children:
        if child.dep_ in ("xcomp", "ccomp"):
            for head in and_conjuncts(child):
                yield Complement(_complement_kind(child, has_object), head)
    if verb.dep_ in ("parataxis", "dep") and is_predicate(verb.head):
        yield Complement("quote", verb.head)


def _complement_kind(head: Token, has_object: bool) -> str:
    if has_to(head):
        own = any(child.dep_ in SUBJECTS for child in head.lefts)
        return "objinf" if has_object or own else "inf"
    if head.dep_ == "xcomp" and head.tag_ == "VBG":
        return "ger"
    if head.dep_ == "xcomp" and head.tag_ == "VB":
        return "objinf" if has_object else "inf"
    opens = min(head.subtree, key=lambda token: token.i)
    if opens.lower_ in _QUESTION:
        return "wh"
    return "quote" if head.i < head.head.i else "that"
