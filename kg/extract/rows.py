"""The open-IE view: clauses as rows of the sentence's own words, short binary ones or one long row a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.extract import wordlists
from kg.extract.clauses import Clause, ClauseKind, Oblique, is_discourse, long_marker
from kg.extract.phrases import VERBAL, and_conjuncts, in_one_name
from kg.extract.subjects import SUBJECTS, has_to, subjects
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
_NAMES = frozenset({"GPE", "LOC", "ORG", "PERSON", "NORP", "FAC"})
_INCLUDING = "including"
_PRONOUNS = frozenset({"WDT", "WP", "WRB"})  # relative ones never stand in a row


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
    "part": 0.4,  # sketches | including | a portrait
    "drilled": 0.3,  # museum | lent two sketches of | the queen
    "nary": 0.95,  # museum | lent | two sketches of the queen | to a gallery in Oslo | in 2003
    "nary within": 0.6,  # a gallery | standing in | Oslo
    "apposition": 0.5,  # Mia Torres | is | a judge
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
    yield from _once(_parts(doc))


def nary_rows(doc: Doc, clauses: Iterable[Clause]) -> Iterator[Row]:
    """One row a clause, with all its arguments, and one an apposition."""
    yield from _once(_apposition(c) if c.kind is ClauseKind.APPOSITION else _nary(c) for c in clauses)


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
    return Row(
        clause.head.sent,
        subject,
        text(relation),
        tuple(map(text, arguments)),
        RANKS[rule],
        rule,
    )


def _subjects(clause: Clause) -> Iterator[Words]:
    """The subjects; "there" for what exists."""
    if clause.subject_source == "existential":
        yield from ((child,) for child in clause.verb.children if child.tag_ == "EX")
        return
    for subject in clause.subjects:
        if subject.tag_ not in _PRONOUNS:
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
        is_part = oblique.marker[0].lower_ == _INCLUDING
        if not oblique.is_on_noun and not is_part and not _is_left_to_complement(clause, oblique):
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
        if preposition.dep_ != "prep" or _is_closed(head, preposition):
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


def _is_closed(head: Token, preposition: Token) -> bool:
    """Whether a phrase is no argument of its own: within a name ("Act of 1916"), "for example", "including X"."""
    if in_one_name(head, preposition) or is_discourse(preposition) or preposition.lower_ == _INCLUDING:
        return True
    inner = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if inner is None or head.pos_ != "PROPN" or preposition.lower_ != "of":
        return False
    return inner.pos_ in ("PROPN", "NUM") and inner.ent_type_ not in _NAMES


def _parts(doc: Doc) -> Iterator[Row]:
    """Members of a group: "limits, including one on rents"."""
    for token in doc:
        if token.lower_ != _INCLUDING or token.dep_ != "prep":
            continue
        groups = subjects(token.head)[:1] if token.head.pos_ in VERBAL else (token.head,)
        for group, child in product(groups, token.children):
            if child.dep_ == "pobj":
                for head in and_conjuncts(child):
                    pieces = (
                        ((token,), noun_phrase(head), "part"),
                        *_drilled((token,), head, 1),
                    )
                    for relation, argument, _ in pieces:
                        words = (
                            text(noun_phrase(group)),
                            text(relation),
                            (text(argument),),
                        )
                        yield Row(token.sent, *words, RANKS["part"], "part")


def _gerund(relation: Words, head: Token) -> Iterator[Piece]:
    """The object within a gerund: "left after giving | a speech"."""
    if head.pos_ in VERBAL:
        for child in head.rights:
            if child.dep_ == "dobj":
                for noun in and_conjuncts(child):
                    yield (*relation, *verb_group(head)), noun_phrase(noun), "gerund"


# ---- n-ary rows


def _apposition(clause: Clause) -> Row:
    """ "Mia Torres, a judge, spoke" as a row with a verb of ours."""
    words = tuple(text(noun_phrase(head)) for head in clause.attributes[:1])
    subject = text(noun_phrase(clause.subjects[0]))
    return Row(clause.head.sent, subject, "is", words, RANKS["apposition"], "apposition")


def _nary(clause: Clause) -> Row | None:
    """The first prepositional argument of a verb without object gives its preposition to the relation."""
    relation = _with_adverbs(clause, relation_words(clause.verb))
    arguments = [pair for pair in _arguments(clause) if pair[1]]
    subject = _group(clause.subjects)
    if not arguments or not subject:
        return None
    (marker, first), *others = arguments
    rest = [(*marker, *words) for marker, words in others]
    rule = "nary within" if clause.verb.dep_ in ("acl", "pcomp") else "nary"
    return _row(clause, subject, (*relation, *marker), [first, *rest], rule)


def _with_adverbs(clause: Clause, relation: Words) -> Words:
    """ "was officially opened": one-word adverbs that stand within the relation."""
    adverbs = (a for a in clause.adverbs if a.dep_ == "advmod" and not any(a.children))
    return in_order((*relation, *(a for a in adverbs if relation[0].i < a.i <= clause.verb.i + 1)))


def _arguments(clause: Clause) -> Iterator[tuple[Words, Words]]:
    """Marker and words of each argument, the closest first; the first conjunct brings the others along."""
    for heads in (clause.datives, clause.objects, clause.attributes):
        for head in heads[:1]:
            yield (), long_phrase(head)
    for oblique in clause.obliques:
        if not oblique.is_on_noun and oblique.heads[0].i > oblique.marker[0].i:
            yield oblique.marker, long_phrase(oblique.heads[0])
    for head in clause.agents[:1]:
        yield _agent_marker(clause), long_phrase(head)
    for adverb in clause.adverbs:
        if adverb.dep_ == "npadvmod" or any(adverb.children) or adverb.ent_type_ in _TIMES:
            yield (), clause_words(adverb)
    yield from _clausal(clause)


def _clausal(clause: Clause) -> Iterator[tuple[Words, Words]]:
    """What is said, with "that" as its marker, and clauses of time, place and reason behind the verb."""
    for complement in clause.complements:
        words = clause_words(complement.head)
        if complement.kind == "that" and words and words[0].dep_ == "mark":
            yield words[:1], words[1:]
        elif complement.kind in ("that", "wh", "quote"):
            yield (), words
    for child in clause.verb.rights:
        if child.dep_ == "advcl" and any(c.dep_ == "mark" or c.tag_ == "WRB" for c in child.children):
            yield (), clause_words(child)


def _group(heads: tuple[Token, ...]) -> str:
    """All coordinated heads as one argument, with what stands between them."""
    words = [t for head in heads if head.tag_ not in _PRONOUNS for t in long_phrase(head)]
    return text(in_order(words))
