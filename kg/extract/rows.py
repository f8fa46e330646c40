"""The open-IE view: clauses as rows of the sentence's own words, short binary ones or one long row a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.extract import wordlists
from kg.extract.clauses import Clause, ClauseKind, Oblique, is_discourse, long_marker
from kg.extract.phrases import VERBAL, and_conjuncts, in_one_name
from kg.extract.subjects import SUBJECTS, has_to
from kg.extract.wording import (
    Words,
    claim_words,
    clause_words,
    governing,
    in_order,
    long_phrase,
    noun_phrase,
    relation_words,
    text,
    verb_group,
)

_DEPTH = 2  # prepositional phrases followed below an argument: "sketches of the queen of Spain"
_TIMES = frozenset({"DATE", "TIME"})


class Row(NamedTuple):
    """One extraction in the words of its sentence."""

    sentence: Span
    subject: str
    relation: str
    objects: tuple[str, ...]
    confidence: float  # a rank, not a probability: it orders the rows of one view
    rule: str


# What each rule writes, for "The museum lent two sketches of the queen to a gallery in Oslo in 2003."
RANKS = {
    "object": 0.8,  # museum | lent | two sketches of the queen
    "attribute": 0.8,  # museum | is | a charity
    "preposition": 0.7,  # museum | lent two sketches of the queen to | a gallery
    "agent": 0.8,  # sketches | were lent by | the museum
    "adverb": 0.5,  # museum | lent two sketches of the queen | last year
    "complement": 0.7,  # museum | said | that it lent two sketches
    "gerund": 0.5,  # museum | gained by lending | two sketches
    "drilled": 0.3,  # museum | lent two sketches of | the queen
    "nary": 0.95,  # museum | lent | two sketches of the queen | to a gallery in Oslo | in 2003
}

Piece = tuple[Words, Words, str]  # relation, argument, rule


def binary_rows(doc: Doc, clauses: Iterable[Clause]) -> Iterator[Row]:
    """Short rows of two arguments; every preposition, and those within arguments, gives a row of its own."""
    found = list(clauses)
    by_verb = {clause.verb.i: clause for clause in found if clause.kind is not ClauseKind.APPOSITION}
    rows = (
        _row(clause, text(subject), relation, (argument,), rule)
        for clause in by_verb.values()
        for subject in _subjects(clause)
        for relation, argument, rule in _pieces(clause, by_verb)
        if subject and argument
    )
    yield from _once(rows)


def nary_rows(doc: Doc, clauses: Iterable[Clause]) -> Iterator[Row]:
    """One row a clause, with all its arguments."""
    yield from _once(_nary(clause) for clause in clauses if clause.kind is not ClauseKind.APPOSITION)


def _once(rows: Iterable[Row | None]) -> Iterator[Row]:
    seen: set[tuple[int, str, str, tuple[str, ...]]] = set()
    for row in rows:
        if row is None or not row.subject or not row.objects:
            continue
        key = (row.sentence.start, row.subject, row.relation, row.objects)
        if key not in seen:
            seen.add(key)
            yield row


def _row(clause: Clause, subject: str, relation: Words, arguments: Iterable[Words], rule: str) -> Row:
    return Row(clause.head.sent, subject, text(relation), tuple(map(text, arguments)), RANKS[rule], rule)


def _subjects(clause: Clause) -> Iterator[Words]:
    """The subjects; "there" for what exists."""
    if clause.subject_source == "existential":
        yield from ((child,) for child in clause.verb.children if child.tag_ == "EX")
        return
    for subject in clause.subjects:
        if subject.tag_ not in ("WDT", "WP", "WRB"):
            yield noun_phrase(subject)


def _predicated(clause: Clause) -> tuple[Token, ...]:
    return clause.subjects if clause.subject_source == "existential" else clause.attributes


# ---- binary rows


def _pieces(clause: Clause, by_verb: dict[int, Clause]) -> Iterator[Piece]:
    """Relation and argument of each row of a clause, whose relation continues that of the verb above if it can."""
    if clause.verb.dep_ == "pcomp":
        return  # read from the verb above, as "gerund"
    relation = verb_group(clause.verb) if clause.subject_source == "existential" else relation_words(clause.verb)
    if relation[0].tag_ == "TO":
        return
    core = _core(clause)
    for part in (_objects, _attributes, _agents, _obliques, _adverbs, _complements):
        yield from part(clause, relation, core)
    yield from _inherited(clause, relation, core, by_verb)


def _core(clause: Clause) -> Words:
    """Object or predicated word, which the relation to an adjunct carries: "lent two sketches to"."""
    for head in (*clause.objects, *_predicated(clause)):
        return noun_phrase(head)
    return ()


def _objects(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    for head in clause.objects:
        yield relation, noun_phrase(head), "object"
        yield from _drilled(relation, head, _DEPTH)


def _attributes(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    if clause.objects:
        relation = in_order((*relation, *core))  # "named her | chair"
    for head in _predicated(clause):
        if not any(child.dep_ == "xcomp" for child in head.children):
            yield relation, noun_phrase(head), "attribute"
        yield from _drilled(relation, head, _DEPTH)


def _agents(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    marker = _agent_marker(clause)
    for head in clause.agents:
        yield (*relation, *marker), noun_phrase(head), "agent"
        yield from _drilled((*relation, *marker), head, _DEPTH)


def _agent_marker(clause: Clause) -> Words:
    return tuple(child for child in clause.verb.rights if child.dep_ == "agent")


def _obliques(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    if clause.agents:
        core = (*core, *_agent_marker(clause), *noun_phrase(clause.agents[0]))
    for oblique in clause.obliques:
        if not oblique.is_on_noun and not _is_left_to_complement(clause, oblique):
            yield from _oblique(oblique, relation, core)


def _oblique(oblique: Oblique, relation: Words, core: Words) -> Iterator[Piece]:
    joined = _joined(relation, core, oblique.marker)
    for head in oblique.heads:
        if head.i > oblique.marker[0].i and not _is_purpose(head):
            yield joined, noun_phrase(head), "preposition"
            yield from _drilled(joined, head, _DEPTH)
            yield from _gerund(joined, head)


def _is_purpose(head: Token) -> bool:
    """The noun of "in order to"."""
    return head.lower_ == "order" and any(has_to(child) for child in head.children)


def _joined(relation: Words, core: Words, marker: Words) -> Words:
    """Verb, object and preposition in the order of the text; a fronted preposition last, and the noun of a relative
    clause behind its verb: "used gimmicks in"."""
    if core and core[-1].i < relation[0].i:
        return (*relation, *core, *marker)
    if marker[0].i < relation[-1].i:
        return (*in_order((*relation, *core)), *marker)
    return in_order((*relation, *(t for t in core if t.i < marker[0].i), *marker))


def _adverbs(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    """Times without a preposition: "last year", "two years later"."""
    for adverb in clause.adverbs:
        is_phrase = adverb.dep_ == "npadvmod" or any(child.dep_ == "npadvmod" for child in adverb.children)
        if is_phrase and adverb.ent_type_ in _TIMES:
            yield in_order((*relation, *core)), _whole(adverb), "adverb"


def _whole(adverb: Token) -> Words:
    return noun_phrase(adverb) if adverb.dep_ == "npadvmod" else clause_words(adverb)


def _complements(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    """What is said or thought; after other verbs a clause is the parser's slip."""
    if clause.verb.lemma_ not in wordlists.words("saying.tsv", "lemma"):
        return
    for complement in clause.complements:
        has_subject = any(child.dep_ in SUBJECTS for child in complement.head.children)
        if complement.kind in ("that", "wh", "quote") and has_subject:
            yield relation, claim_words(complement.head), "complement"


def _inherited(clause: Clause, relation: Words, core: Words, by_verb: dict[int, Clause]) -> Iterator[Piece]:
    """What stands before or behind "agreed to sell" belongs to the whole of it."""
    verb = governing(clause.verb)
    above = by_verb.get(verb.i) if verb is not None else None
    if above is None or clause.verb.dep_ not in ("xcomp", "conj"):
        return
    for oblique in above.obliques:
        if not oblique.is_on_noun and _is_left_to_complement(above, oblique):
            yield from _oblique(oblique, relation, core)


def _is_left_to_complement(clause: Clause, oblique: Oblique) -> bool:
    place = oblique.marker[0].i
    return any(c.kind in ("inf", "ger") and (place < clause.verb.i or place > c.head.i) for c in clause.complements)


def _drilled(relation: Words, head: Token, depth: int) -> Iterator[Piece]:
    """Rows of the prepositional phrases within an argument: "lent two sketches of | the queen"."""
    if depth == 0 or head.pos_ in VERBAL or head.i < relation[-1].i:
        return
    for preposition in head.rights:
        if preposition.dep_ != "prep" or in_one_name(head, preposition) or is_discourse(preposition):
            continue
        marker, last = long_marker(preposition)
        whole = noun_phrase(head, with_of=preposition.lower_ != "of")
        stem = (*relation, *(t for t in whole if t.i < preposition.i), *marker)
        for child in last.children:
            if child.dep_ in ("pobj", "pcomp") and child not in marker:
                for noun in and_conjuncts(child):
                    yield stem, noun_phrase(noun), "drilled"
                    yield from _drilled(stem, noun, depth - 1)
                    yield from _gerund(stem, noun)


def _gerund(relation: Words, head: Token) -> Iterator[Piece]:
    """The object within a gerund: "left after giving | a speech"."""
    if head.pos_ in VERBAL:
        for child in head.rights:
            if child.dep_ == "dobj":
                for noun in and_conjuncts(child):
                    yield (*relation, *verb_group(head)), noun_phrase(noun), "gerund"


# ---- n-ary rows


def _nary(clause: Clause) -> Row | None:
    subject = _group(clause.subjects)
    arguments = [words for _, words in sorted(_arguments(clause), key=lambda pair: pair[0])]
    return _row(clause, subject, relation_words(clause.verb), arguments, "nary")


def _arguments(clause: Clause) -> Iterator[tuple[int, Words]]:
    """All arguments with their places; the first conjunct brings the others along."""
    for heads in (clause.objects, clause.attributes):
        for head in heads[:1]:
            yield -1, long_phrase(head)
    for oblique in clause.obliques:
        if not oblique.is_on_noun and oblique.heads[0].i > oblique.marker[0].i:
            yield 0, (*oblique.marker, *long_phrase(oblique.heads[0]))
    for head in clause.agents[:1]:
        yield 1, (*_agent_marker(clause), *long_phrase(head))
    for adverb in clause.adverbs:
        if adverb.dep_ == "npadvmod":
            yield 2, noun_phrase(adverb)
    for complement in clause.complements:
        if complement.kind in ("that", "wh"):
            yield 3, clause_words(complement.head)


def _group(heads: tuple[Token, ...]) -> str:
    """All coordinated heads as one argument, with what stands between them."""
    words = [t for head in heads if head.tag_ not in ("WDT", "WP", "WRB") for t in noun_phrase(head)]
    if len(heads) > 1 and words:
        words = list(words[0].doc[min(t.i for t in words) : max(t.i for t in words) + 1])
    return text(tuple(words))
