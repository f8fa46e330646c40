"""`kg export`: the graph, or a part of it, for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import story
from kg.cli.options import Out, option, period, written_graph
from kg.errors import KgError

if TYPE_CHECKING:
    from kg.export import Selection

_SUFFIXES = {"ftm.json": "ftm"}


FactsOnly = Annotated[bool, typer.Option("--facts-only", help="Leave out what is only claimed, denied or planned.")]
Document = Annotated[str | None, option("NAME", "Only what one article says, by title or file.")]
Since = Annotated[str | None, option("DAY", "Only what is not before: 2025, 2025-03 or 2025-03-11.")]
Until = Annotated[str | None, option("DAY", "Only what is not after.")]
MinConfidence = Annotated[
    float | None,
    typer.Option(
        min=0, max=1, help="Only what is at least so sure, from 0 to 1: 0.9.", metavar="SHARE", show_default=False
    ),
]
NoQuotes = Annotated[bool, typer.Option("--no-quotes", help="Leave out the publishers' texts and sentences.")]


def export(
    format: Annotated[
        str | None,
        typer.Option(
            "-f",
            "--format",
            help="ttl or turtle, nt, nq, trig, jsonld, rdfxml; ttl12, nt12 (RDF 1.2); graphml, gexf; csv, neo4j; "
            "ftm, ftm-all.",
            metavar="FORMAT",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Path | None,
        option("PATH", "The file to write, for neo4j a folder; else standard output.", "-o", "--to"),
    ] = None,
    facts_only: FactsOnly = False,
    document: Document = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = None,
    no_quotes: NoQuotes = False,
    out: Out = None,
) -> None:
    """Write the graph for another program: as RDF, as a network of its facts, or as tables.

    What was written is read back and counted; what a format cannot hold is named. Without -f the file's ending decides.
    """
    from kg.graph import KnowledgeGraph

    graph = KnowledgeGraph(written_graph(out))
    part = part_of(facts_only, document, since, until, min_confidence, no_quotes)
    made = graph.made(_format_of(to) if format is None else format, part)
    if to is None:
        sys.stdout.buffer.write(made.data)
        story.note(f"{made.format}: {made.counts}; read back.")
    else:
        graph.keep(made, to, is_whole=part.is_everything)
        story.note(f"Wrote {to}: {made.counts}; read back.")
    for line in made.lost:
        story.note(f"  {line}")


def part_of(
    facts_only: bool,
    document: str | None,
    since: str | None,
    until: str | None,
    min_confidence: float | None,
    without_quotes: bool,
) -> Selection:
    """The part of a graph that the options choose."""
    from kg.export import Selection

    return Selection(facts_only, document or "", *period(since, until), without_quotes, min_confidence or 0.0)


def _format_of(to: Path | None) -> str:
    """The format that a file's ending names; Turtle if it has none. Raises KgError for one that names none."""
    from kg.export import FORMATS
    from kg.rdf.formats import format_called

    ending = to.name.partition(".")[2].lower() if to else ""
    if not ending:
        return "ttl"
    named = (_SUFFIXES.get(part) or format_called(part) for part in (ending, ending.rpartition(".")[2]))
    found = next((name for name in named if name in FORMATS), "")
    if not found:
        endings = ", ".join(f".{name}" for name in (*FORMATS, "rdf", "owl", "json", *_SUFFIXES))
        raise KgError(f"{to}: no format is known by that ending. Name it by -f, or end the file in one of {endings}.")
    return found
