"""Whether every relation of the ontology can read its own example sentences, and leaves its counter-examples alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.engine import Failure, Settings, read_all
from kg.model import Argument, Document, Mention, Statement, StatementRef, argument_text
from kg.ontology import Example, Ontology, Relation


@dataclass(frozen=True, slots=True)
class Misread:
    """An example that is not read as it says, or a counter-example that is."""

    relation: str
    example: Example
    found: tuple[str, ...]  # what was read instead, in words
    is_counter: bool = False

    def __str__(self) -> str:
        wanted = " | ".join(self.example.parts) or "anything"
        verdict = f"must not give {wanted}" if self.is_counter else f"must give {wanted}"
        return f"{self.relation}: {self.example.text!r} {verdict}; it gives {'; '.join(self.found) or 'nothing'}"


def misread(ontology: Ontology, settings: Settings | None = None) -> Iterator[Misread]:
    """Yield every example that fails, in the order of the ontology; empty when all rules hold."""
    cases = list(_cases(ontology))
    documents = (Document(example.text, f"Example {n}", "ontology") for n, (_, example, _) in enumerate(cases))
    for (relation, example, is_counter), reading in zip(
        cases, read_all(documents, settings or Settings()), strict=True
    ):
        statements = () if isinstance(reading, Failure) else reading.statements
        if any(_matches(statement, relation, example) for statement in statements) is is_counter:
            found = tuple(_words(s) for s in statements if s.predicate.name == relation.name or not is_counter)
            yield Misread(relation.name, example, found, is_counter)


def _cases(ontology: Ontology) -> Iterator[tuple[Relation, Example, bool]]:
    for relation in ontology.relations.values():
        yield from ((relation, example, False) for example in relation.examples)
        yield from ((relation, example, True) for example in relation.counter_examples)


def _matches(statement: Statement, relation: Relation, example: Example) -> bool:
    if statement.predicate.name != relation.name:
        return False
    ends: Iterable[Argument | None] = (statement.subject, statement.object)
    roles = [(role, value) for role, value in statement.roles]
    return all(_is_called(end, part) for end, part in zip(ends, example.parts[:2], strict=False)) and all(
        any(role == part.split(" ", 1)[0] and _is_called(value, part.split(" ", 1)[-1]) for role, value in roles)
        for part in example.parts[2:]
    )


def _is_called(argument: Argument | None, words: str) -> bool:
    """Whether an argument is what an example calls it; a proposition is called by its verb."""
    if isinstance(argument, StatementRef):
        return words in argument.label.split()
    names = {argument_text(argument)} | ({argument.name} if isinstance(argument, Mention) else set())
    return _plain(words) in map(_plain, names)


def _plain(words: str) -> str:
    return words.casefold().removeprefix("the ").strip(" .")


def _words(statement: Statement) -> str:
    roles = (f"{role} {argument_text(value)}" for role, value in statement.roles)
    parts = (statement.subject.text, argument_text(statement.object), *roles)
    return f"{statement.predicate.name} {' | '.join(part for part in parts if part)}"
