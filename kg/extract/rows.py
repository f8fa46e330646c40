"""The open-IE view: clauses as rows of the sentence's own words, short binary ones or one long row a clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from spacy.tokens import Doc, Span, Token

from kg.extract import wordlists
from kg.extract.clauses import Clause, ClauseKind, Oblique, is_discourse, long_marker
from kg.extract.phrases import HYPHENS, VERBAL, and_conjuncts, conjuncts, entity_of, in_one_name, phrase
from kg.extract.subjects import SUBJECTS, has_to

_DEPTH = 2  # prepositional phrases followed below an argument: "sketches of the queen of Spain"
Words = tuple[Token, ...]


class Row(NamedTuple):
    """One extraction in the words of its sentence."""

    sentence: Span
    subject: str
    relation: str
    objects: tuple[str, ...]
    confidence: float  # a rank, not a probability: rows of one view are ordered by it
    rule: str


def binary_rows(doc: Doc, clauses: Iterable[Clause]) -> Iterator[Row]:
    """Short rows of two arguments; every preposition, and those within arguments, gives a row of its own."""
    seen: set[tuple[int, str, str, str]] = set()
    for clause in clauses:
        for subject in _subjects(clause):
            for relation, argument, rule in _binary(clause):
                row = _row(clause, subject, relation, (argument,), rule)
                key = (row.sentence.start, row.subject, row.relation, row.objects[0])
                if key not in seen and argument and subject:
                    seen.add(key)
                    yield row


def nary_rows(doc: Doc, clauses: Iterable[Clause]) -> Iterator[Row]:
    """One row a clause, with all its arguments."""
    seen: set[tuple[int, str, str, tuple[str, ...]]] = set()
    for clause in clauses:
        for relation, arguments, rule in _nary(clause):
            subject = tuple(t for s in _subjects(clause, is_long=True) for t in s)
            if not subject or not arguments:
                continue
            row = _row(clause, _group_subject(clause), relation, arguments, rule)
            key = (row.sentence.start, row.subject, row.relation, row.objects)
            if key not in seen:
                seen.add(key)
                yield row


_JOINTS = HYPHENS | {"/", "&"}
_RANK = {"nary": 0.95, "apposition": 0.5}


def _row(clause: Clause, subject: Words, relation: Words, arguments: tuple[Words, ...], rule: str) -> Row:
    return Row(
        clause.head.sent,
        text(subject),
        text(relation),
        tuple(text(argument) for argument in arguments),
        _RANK.get(rule, 0.7),
        rule,
    )


def text(words: Words) -> str:
    """The words as the sentence writes them, with one space where others were left out."""
    parts = []
    for n, token in enumerate(words):
        is_next = n + 1 < len(words) and words[n + 1].i == token.i + 1
        parts.append(token.text + (token.whitespace_ if is_next else " "))
    return " ".join("".join(parts).split())


# ---- phrases


def noun_phrase(head: Token, *, with_of: bool = True) -> Words:
    """A short argument: the phrase of its head, without what is coordinated with its modifiers."""
    if head.pos_ in VERBAL:
        return clause_words(head)
    words = phrase(head)
    dropped: set[int] = set()
    span = entity_of(head)
    for token in words:
        is_name = (span is not None and span.start <= token.i < span.end) or in_one_name(token, token.head)
        if (
            token != head
            and token.dep_ in ("conj", "cc")
            and token.head != head
            and not is_name
            and not in_one_name(token, token.head)
        ):
            dropped.update(t.i for t in token.subtree)
        if not with_of and token.dep_ == "prep" and token.head == head and not is_name:
            dropped.update(t.i for t in token.subtree)
        if token.is_quote or (token.dep_ == "punct" and not is_name and token.text not in _JOINTS):
            dropped.add(token.i)
    return tuple(t for t in words if t.i not in dropped)


def clause_words(head: Token) -> Words:
    """All words of an embedded clause, without the punctuation at its ends."""
    words = [t for t in head.subtree if not t.is_space]
    while words and words[-1].is_punct:
        words.pop()
    while words and words[0].is_punct:
        words.pop(0)
    return tuple(words)


def _subjects(clause: Clause, *, is_long: bool = False) -> Iterator[Words]:
    for subject in clause.subjects:
        if subject.tag_ not in ("WDT", "WP", "WRB"):
            yield noun_phrase(subject)


def _group_subject(clause: Clause) -> Words:
    """All coordinated subjects as one argument, with what stands between them."""
    words = [t for s in clause.subjects for t in noun_phrase(s)]
    if len(clause.subjects) > 1:
        words = list(words[0].doc[min(t.i for t in words) : max(t.i for t in words) + 1])
    return tuple(words)


# ---- relations


def verb_group(verb: Token) -> Words:
    """Auxiliaries, negation, verb and particle; auxiliaries shared with the verb before."""
    own = [
        t
        for t in verb.children
        if t.dep_ in ("aux", "auxpass", "neg", "prt") and not (t.dep_ == "neg" and t.i > verb.i + 1)
    ]
    if not any(t.dep_ in ("aux", "auxpass") for t in own) and _continues(verb):
        own += [t for t in verb_group(verb.head) if t.i < verb.head.i]
    return _in_order({*own, verb})


def _continues(verb: Token) -> bool:
    """Whether a verb shares the auxiliaries of the one before: "was cut and washed"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL or verb.tag_ not in ("VB", "VBN", "VBG"):
        return False
    return verb.head.tag_ == verb.tag_ and not any(t.dep_ in SUBJECTS for t in verb.children)


def _in_order(words: Iterable[Token]) -> Words:
    return tuple(sorted(words, key=lambda token: token.i))


def relation_words(verb: Token) -> Words:
    """The whole relation of a clause: "plans to lend", "is able to lend", "was the only curator to buy"."""
    group = verb_group(verb)
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in VERBAL and first.head.tag_ == first.tag_:
        first = first.head
    governor = first.head
    if first.dep_ == "xcomp" and governor.pos_ in VERBAL:
        if not any(t.dep_ in ("dobj", "dative") for t in governor.children):
            return _in_order({*relation_words(governor), *group})
        return group
    if first.dep_ == "xcomp" and governor.dep_ == "acomp":
        return _in_order({*relation_words(governor.head), *noun_phrase(governor), *group})
    if has_to(first) and first.dep_ in ("relcl", "acl") and conjuncts(governor)[0].dep_ == "attr":
        return _in_order({*relation_words(conjuncts(governor)[0].head), *noun_phrase(governor), *group})
    if has_to(first) and first.dep_ == "advcl" and governor.pos_ in VERBAL and governor.i < first.i:
        return _in_order({*relation_words(governor), *_objects_of(governor), *group})
    return group


def _objects_of(verb: Token) -> Words:
    """The object that stands between a verb and its purpose: "sold the mill to pay"."""
    return tuple(t for c in verb.rights if c.dep_ in ("dobj", "attr", "acomp") for t in noun_phrase(c))


def _core(clause: Clause) -> Words:
    """Object or predicated word, which the relation to an adjunct carries: "lent two sketches to"."""
    if clause.objects:
        return noun_phrase(clause.objects[0]) if _is_here(clause.objects[0], clause) else ()
    if clause.attributes:
        return noun_phrase(clause.attributes[0])
    return ()


def _is_here(argument: Token, clause: Clause) -> bool:
    """Whether an argument stands in the clause and not before a relative clause."""
    return argument.i > clause.verb.i


# ---- binary


def _binary(clause: Clause) -> Iterator[tuple[Words, Words, str]]:
    if clause.kind is ClauseKind.APPOSITION:
        return
    relation = relation_words(clause.verb)
    for head in clause.objects:
        yield relation, noun_phrase(head), "object"
        yield from _drilled(relation, head, _DEPTH)
    for head in clause.attributes:
        if not any(c.dep_ in ("xcomp",) for c in head.children):
            yield relation, noun_phrase(head), "attribute"
        yield from _drilled(relation, head, _DEPTH)
    core = _core(clause)
    for child in clause.verb.rights:
        if child.dep_ == "agent":
            for head in clause.agents:
                yield (*relation, child), noun_phrase(head), "agent"
                yield from _drilled((*relation, child), head, _DEPTH)
    for oblique in clause.obliques:
        if oblique.is_on_noun:
            continue
        for head in oblique.heads:
            if head.i < oblique.marker[0].i:
                continue
            adjunct = _joined(relation, core, oblique)
            yield adjunct, noun_phrase(head), "preposition"
            yield from _drilled(adjunct, head, _DEPTH)
            yield from _gerund(adjunct, head)
    for adverb in clause.adverbs:
        if adverb.dep_ == "npadvmod":
            yield _in_order({*relation, *core}), noun_phrase(adverb), "adverb"
    for complement in clause.complements:
        if complement.kind in ("that", "wh") and clause.verb.lemma_ in _speech():
            yield relation, clause_words(complement.head), "complement"


def _speech() -> frozenset[str]:
    return wordlists.words("saying.tsv", "lemma")


def _joined(relation: Words, core: Words, oblique: Oblique) -> Words:
    """Verb, object and preposition in the order of the text; a fronted preposition last."""
    marker = oblique.marker
    if marker[0].i < relation[-1].i:
        return (*_in_order({*relation, *core}), *marker)
    return _in_order({*relation, *(t for t in core if t.i < marker[0].i), *marker})


def _drilled(relation: Words, head: Token, depth: int) -> Iterator[tuple[Words, Words, str]]:
    """Rows of the prepositional phrases within an argument: "lent two sketches of | the queen"."""
    if depth == 0 or head.pos_ in VERBAL or (relation and head.i < relation[-1].i):
        return
    for preposition in head.rights:
        if preposition.dep_ != "prep" or in_one_name(head, preposition) or is_discourse(preposition):
            continue
        marker, last = long_marker(preposition)
        inner = [t for c in last.children if c.dep_ in ("pobj", "pcomp") and c not in marker for t in and_conjuncts(c)]
        with_of = preposition.lower_ != "of"
        for noun in inner:
            stem = (*relation, *(t for t in noun_phrase(head, with_of=with_of) if t.i < preposition.i), *marker)
            yield stem, noun_phrase(noun), "drilled"
            yield from _drilled(stem, noun, depth - 1)
            yield from _gerund(stem, noun)


def _gerund(relation: Words, head: Token) -> Iterator[tuple[Words, Words, str]]:
    """The object within a gerund: "left after giving | a speech"."""
    if head.pos_ not in VERBAL:
        return
    for child in head.rights:
        if child.dep_ == "dobj":
            for noun in and_conjuncts(child):
                yield (*relation, *verb_group(head)), noun_phrase(noun), "gerund"


# ---- n-ary


def _nary(clause: Clause) -> Iterator[tuple[Words, tuple[Words, ...], str]]:
    if clause.kind is ClauseKind.APPOSITION:
        return
    relation = relation_words(clause.verb)
    arguments: list[Words] = []
    for head in (*clause.objects[:1], *clause.attributes[:1]):
        arguments.append(long_phrase(head))
    for oblique in clause.obliques:
        if not oblique.is_on_noun and oblique.heads[0].i > oblique.marker[0].i:
            arguments.append((*oblique.marker, *long_phrase(oblique.heads[0])))
    for child in clause.verb.rights:
        if child.dep_ == "agent" and clause.agents:
            arguments.append((child, *long_phrase(clause.agents[0])))
    for adverb in clause.adverbs:
        if adverb.dep_ == "npadvmod":
            arguments.append(noun_phrase(adverb))
    for complement in clause.complements:
        if complement.kind in ("that", "wh"):
            arguments.append(clause_words(complement.head))
    yield relation, tuple(arguments), "nary"


def long_phrase(head: Token) -> Words:
    """An argument with all that hangs on it but relative clauses and appositions."""
    dropped = {
        t.i
        for child in head.children
        if child.dep_ in ("relcl", "appos", "nsubj", "cop", "mark", "aux", "parataxis")
        for t in child.subtree
    }
    words = [t for t in head.subtree if t.i not in dropped and not t.is_space]
    while words and words[-1].is_punct:
        words.pop()
    while words and words[0].is_punct:
        words.pop(0)
    return tuple(words)
