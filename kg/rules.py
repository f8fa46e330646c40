"""Whether every relation of the ontology reads its own examples, and leaves its counter-examples alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Argument, Document, Literal, Mention, Reading, Statement, argument_text
from kg.ontology import Example, Ontology, Relation

_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Check:
    """One example of a relation, whether it was read as it says, and what was read instead."""

    relation: str
    example: str
    is_counter: bool
    ok: bool
    read: tuple[str, ...]  # "sells/sell patient: Hallam Mills | sells | oat flour"


def check_rules(ontology: Ontology, nlp: Any, relations: Iterable[str] = ()) -> list[Check]:
    """Every example and counter-example of the relations named, or of all, in the order of the ontology.

    `nlp` comes from `kg.annotate.pipeline.load`.
    """
    wanted = set(relations) or set(ontology.relations)
    cases = [case for name, relation in ontology.relations.items() if name in wanted for case in _cases(relation)]
    documents = [Document(example.text, "example", relation.name) for relation, example, _ in cases]
    readings = [extract(document, doc, ontology) for document, doc in annotate(documents, nlp)]
    return [_check(*case, reading) for case, reading in zip(cases, readings, strict=True)]


def _cases(relation: Relation) -> Iterator[tuple[Relation, Example, bool]]:
    yield from ((relation, example, False) for example in relation.examples)
    yield from ((relation, example, True) for example in relation.counter_examples)


def _check(relation: Relation, example: Example, is_counter: bool, reading: Reading) -> Check:
    own = [s for s in reading.statements if s.predicate.name == relation.name]
    is_read = any(_says(statement, example.parts, reading) for statement in own)
    read = tuple(f"{s.extractor}: {s.label}" for s in reading.statements)
    return Check(relation.name, example.text, is_counter, is_read != is_counter, read)


def _says(statement: Statement, parts: tuple[str, ...], reading: Reading) -> bool:
    """Whether a statement has the arguments that the example names: subject, object, "role value"."""
    if not parts:
        return True
    subject, *rest = parts
    found = [_is(statement.subject, subject, reading)]
    if rest:
        found.append(statement.object is not None and _is(statement.object, rest[0], reading))
    for part in rest[1:]:
        role, _, value = part.partition(" ")
        found.append(any(name == role and _is(filler, value, reading) for name, filler in statement.roles))
    return all(found)


def _is(argument: Argument, words: str, reading: Reading) -> bool:
    """Whether an argument, or another mention of the same entity, is written with these words."""
    if isinstance(argument, Mention):
        same = {m.text for m in reading.mentions if m.cluster == argument.cluster} | {argument.text, argument.name}
        return _bare(words) in {_bare(text) for text in same}
    if isinstance(argument, Literal):
        return _bare(words) == _bare(argument.value)
    return _bare(words) in _bare(argument_text(argument))


def _bare(text: str) -> str:
    """Words without case, article and punctuation at the end."""
    words = text.lower().strip(" .,;").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in _ARTICLES else words)
