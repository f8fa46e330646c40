"""How a text is read, step by step: its sentences with their names, clauses and statements, each with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.extract.clauses.outline import Outline, outline
from kg.extract.statements import extract
from kg.model import Document, Evidence, Mention, MentionKind, Statement, argument_text
from kg.ontology import Ontology
from kg.settings import LONGEST_SENTENCE

_LEFT_OUT = {
    "furniture": "furniture of a page",
    "endless": f"no sentence ends within {LONGEST_SENTENCE:,} characters",
}


@dataclass(frozen=True, slots=True)
class Anatomy:
    """One sentence and all that was read in it, in the order of the text."""

    sentence: Evidence
    mentions: tuple[Mention, ...]
    clauses: tuple[Outline, ...]
    statements: tuple[Statement, ...]
    left_out: str = ""  # why, if nothing in it is read

    @property
    def is_endless(self) -> bool:
        """Whether it is part of a sentence that is too long to be read."""
        return self.sentence.index < 0


def anatomy(document: Document, nlp: Any, ontology: Ontology) -> list[Anatomy]:
    """Each sentence of a document with what was read in it. `nlp` comes from `kg.annotate.pipeline.load`."""
    ((_, doc),) = annotate([document], nlp)
    reading = extract(document, doc, ontology)  # sets arcs right, so that the clauses are those that were read
    outlines = [outline(clause) for clause in clauses(doc)]
    endless = [Evidence(span.start_char, span.end_char, span.text, -1) for span in doc.spans["endless"]]
    return [
        Anatomy(
            sentence,
            tuple(m for m in reading.mentions if sentence.start <= m.start < sentence.end),
            tuple(each for each in outlines if sentence.start <= each.start < sentence.end),
            tuple(s for s in reading.statements if s.evidence == sentence),
            next(
                (why for kind, why in _LEFT_OUT.items() for s in doc.spans[kind] if s.start_char == sentence.start), ""
            ),
        )
        for sentence in sorted((*reading.sentences, *endless), key=lambda each: each.start)
    ]


def lines(found: list[Anatomy], labels: dict[str, str]) -> Iterator[str]:
    """The anatomy of a text for a terminal. `labels` gives the words of a relation by its name."""
    for each in found:
        yield " ".join(each.sentence.quote.split())
        yield from _names(each)
        yield from _clauses(each)
        yield from _statements(each, labels)
        yield ""


def _names(each: Anatomy) -> Iterator[str]:
    told = [_mention(m) for m in each.mentions if m.kind is MentionKind.NAME or m.text != m.name]
    if told:
        yield f"  names: {' · '.join(told)}"


def _mention(mention: Mention) -> str:
    kind = mention.type.partition(":")[2]
    meant = "" if mention.name == mention.text else f" = {mention.name}"
    is_open = mention.kind is MentionKind.PRONOUN and not meant
    return f"{mention.text}{meant} ({'unresolved' if is_open else kind})"


def _clauses(each: Anatomy) -> Iterator[str]:
    for clause in each.clauses:
        kind = "" if clause.kind == "verb" else f" [{clause.kind}]"
        parts = "; ".join(f"{name}: {words}" for name, words in clause.parts)
        yield f"  clause “{clause.predicate}”{kind}{': ' if parts else ''}{parts}"


def _statements(each: Anatomy, labels: dict[str, str]) -> Iterator[str]:
    if not each.statements:
        yield f"  left out: {each.left_out}" if each.left_out else "  nothing stated"
    for statement in each.statements:
        relation = labels.get(statement.predicate.name, statement.predicate.text)
        said = (statement.subject.name or statement.subject.text, relation, argument_text(statement.object))
        yield f"  → {' | '.join(part for part in said if part)}   [{statement.predicate.name}]"
        yield f"    {statement.status.value}: {', '.join(_reasons(statement))}"
        if roles := [f"{role}: {argument_text(value)}" for role, value in statement.roles]:
            yield f"    {' · '.join(roles)}"
        yield f"    {' · '.join(_details(statement))}"


def _reasons(statement: Statement) -> Iterator[str]:
    """The three things that the status follows from, and the words they were read from."""
    yield statement.mode.value
    yield statement.polarity.value
    if statement.is_attributed:
        holders = " and ".join(m.name or m.text for m in statement.attributed_to)
        relays = "".join(f", relayed by {m.name or m.text}" for m in statement.relayed_by)
        yield f"the words of {holders or 'somebody unnamed'}{relays}"
    if statement.cue:
        yield f"because of “{statement.cue}”"


def _details(statement: Statement) -> Iterator[str]:
    if statement.time is not None:
        time = statement.time
        days = " to ".join(dict.fromkeys(day for day in (time.start_date, time.end_date) if day))
        yield f"time: {time.text}{f' = {days}' if days else ''}"
    yield f"rule {statement.extractor}"
    yield f"confidence {statement.confidence}"
    if statement.derived_from:
        yield "follows from the statement above"


__all__ = ["Anatomy", "anatomy", "lines"]
