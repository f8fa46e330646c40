"""The open-IE view: clauses as rows of the sentence's own words, short binary ones or one long row a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kg.extract.clauses import Clause, ClauseKind, Complement, Oblique
from kg.extract.clauses.subjects import subjects
from kg.extract.rows.governing import relation_words
from kg.extract.rows.pieces import QUESTIONS, agent_marker, is_whole, readings
from kg.extract.rows.within import INCLUDING, drilled
from kg.extract.rows.wording import Words, clause_words, in_order, long_phrase, noun_phrase, text, verb_group
from kg.grammar import wordlists
from kg.grammar.phrases import COMPARING, TIMES, VERBAL, and_conjuncts
from kg.grammar.verbs import SUBJECTS
from kg.parse import Doc, Span, Token


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
    "nary within": 0.45,  # a gallery | standing in | Oslo
    "apposition": 0.5,  # Mia Torres | is | a judge
}


def binary_rows(doc: Doc, clauses: Iterable[Clause]) -> Iterator[Row]:
    """Short rows of two arguments; every preposition, and those within arguments, gives a row of its own."""
    by_verb = {clause.verb.i: clause for clause in clauses if clause.kind is not ClauseKind.APPOSITION}
    yield from _once(
        _row(clause, text(subject), relation, (argument,), rule)
        for clause in by_verb.values()
        for subject, (relation, argument, rule) in readings(clause, by_verb)
        if subject and argument
    )
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
    return Row(clause.head.sent, subject, text(relation), tuple(map(text, arguments)), RANKS[rule], rule)


def _parts(doc: Doc) -> Iterator[Row]:
    """What is told without a verb: members of a group, "limits, including one on rents", and adjectives behind their
    noun, "people familiar with the plan"."""
    for token in doc:
        if token.dep_ != "prep":
            continue
        if token.lower_ == INCLUDING:
            groups = subjects(token.head)[:1] if token.head.pos_ in VERBAL else (token.head,)
            yield from (row for group in groups for row in _part(group, (token,), token))
        elif _is_behind_noun(token.head) and token.i == token.head.i + 1 and token.lower_ not in COMPARING:
            yield from _part(token.head.head, (token.head, token), token)


def _is_behind_noun(adjective: Token) -> bool:
    return adjective.dep_ == "amod" and adjective.i > adjective.head.i


def _part(noun: Token, relation: Words, preposition: Token) -> Iterator[Row]:
    for child in preposition.children:
        for head in and_conjuncts(child) if child.dep_ == "pobj" else ():
            told = ((relation, noun_phrase(head), "part"), *drilled(relation, head, 1))
            for words, argument, _ in told:
                found = (text(noun_phrase(noun)), text(words), (text(argument),))
                yield Row(preposition.sent, *found, RANKS["part"], "part")


# ---- n-ary rows


def _apposition(clause: Clause) -> Row:
    """ "Mia Torres, a judge, spoke" as a row with a verb of ours."""
    words = tuple(text(noun_phrase(head)) for head in clause.attributes[:1])
    subject = text(noun_phrase(clause.subjects[0]))
    return Row(clause.head.sent, subject, "is", words, RANKS["apposition"], "apposition")


def _nary(clause: Clause) -> Row | None:
    """The first prepositional argument of a verb without object gives its preposition to the relation."""
    relation = _with_adverbs(clause, _own_relation(clause))
    arguments = [pair for pair in _arguments(clause) if pair[1]]
    subject = _group(tuple(head for head in clause.subjects if head != clause.verb))
    if not arguments or not subject:
        return None
    (marker, first), *others = arguments
    rest = [(*marker, *words) for marker, words in others]
    rule = "nary within" if clause.verb.dep_ in ("acl", "pcomp") else "nary"
    return _row(clause, subject, (*relation, *marker), [first, *rest], rule)


def _own_relation(clause: Clause) -> Words:
    """The relation of the clause's own subject: of "wants the firm to sell" what the firm is to do."""
    relation = relation_words(clause.verb)
    is_within = any(subject in relation and subject.dep_ in SUBJECTS for subject in clause.subjects)
    return verb_group(clause.verb) if is_within else relation


def _with_adverbs(clause: Clause, relation: Words) -> Words:
    """ "was officially opened": one-word adverbs that stand within the relation."""
    adverbs = (a for a in clause.adverbs if a.dep_ == "advmod" and not any(a.children))
    return in_order((*relation, *(a for a in adverbs if relation[0].i < a.i <= clause.verb.i + 1)))


def _arguments(clause: Clause) -> Iterator[tuple[Words, Words]]:
    """Marker and words of each argument, the closest first; the first conjunct brings the others along."""
    for heads in (clause.datives, clause.objects, clause.attributes):
        for head in heads[:1]:
            yield (), long_phrase(head)
    for oblique in sorted(clause.obliques, key=lambda oblique: _stands_last(oblique, clause)):
        if not oblique.is_on_noun and oblique.heads[0].i > oblique.marker[0].i:
            yield oblique.marker, long_phrase(oblique.heads[0])
    for head in clause.agents[:1]:
        yield agent_marker(clause), long_phrase(head)
    for adverb in clause.adverbs:
        if adverb.dep_ == "npadvmod" or any(adverb.children) or adverb.ent_type_ in TIMES:
            yield (), clause_words(adverb)
    yield from _clausal(clause)


def _stands_last(oblique: Oblique, clause: Clause) -> bool:
    """Whether a phrase stands before its verb, or tells the time: other arguments are closer to the verb."""
    return oblique.marker[0].i < clause.verb.i or all(head.ent_type_ in TIMES for head in oblique.heads)


def _is_quoted(complement: Complement, clause: Clause) -> bool:
    return complement.kind == "quote" and clause.verb.lemma_ in wordlists.saying()


def _clausal(clause: Clause) -> Iterator[tuple[Words, Words]]:
    """What is said, with "that" as its marker, and clauses of time, place and reason behind the verb."""
    for complement in clause.complements:
        words = clause_words(complement.head)
        if complement.kind == "that" and words and words[0].dep_ == "mark":
            yield words[:1], words[1:]
        elif complement.kind in ("that", "wh") or is_whole(complement) or _is_quoted(complement, clause):
            yield (), words
    for child in clause.verb.rights:
        if child.dep_ == "advcl" and any(c.dep_ == "mark" or c.tag_ == "WRB" for c in child.children):
            yield (), clause_words(child)


def _group(heads: tuple[Token, ...]) -> str:
    """All coordinated heads as one argument, with what stands between them."""
    words = [t for head in heads if head.tag_ not in QUESTIONS for t in long_phrase(head)]
    return text(in_order(words))
