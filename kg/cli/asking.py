"""`kg query`, `kg explain`, `kg view` and `kg validate`: what a graph that was built can tell."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import story
from kg.cli.options import (
    FOUND_PROBLEMS,
    Json,
    Out,
    command,
    is_coloured,
    option,
    out_folder,
    period,
    screen_width,
    show,
    written_graph,
)

if TYPE_CHECKING:
    from kg.query import Question

Format = Annotated[
    str,
    typer.Option(
        "-f",
        "--format",
        help="table; csv, tsv, json or xml of rows; ttl or turtle, nt, jsonld or rdfxml of triples.",
        metavar="FORMAT",
    ),
]


def query(
    context: typer.Context,
    question: Annotated[
        str | None,
        typer.Argument(help="A question's name, SPARQL, or a .rq file; none lists the questions.", show_default=False),
    ] = None,
    format: Format = "table",
    as_json: Json = False,
    out: Out = None,
    help: Annotated[
        bool, typer.Option("-h", "--help", help="Show this message, or the options of a question.")
    ] = False,
) -> None:
    """Ask the graph a question.

    `kg query` lists the questions; `kg query NAME --help` tells the options of one. All prefixes are declared.
    """
    from kg import query as door

    if help:
        show(_about(door.find(question)) if question else [context.get_help()])
    elif question is None:
        show(_catalogue(door.library()))
    else:
        answer = door.run(out_folder(out), question, _parameters(context.args))
        print(door.render(answer, "json" if as_json else format, width=screen_width()), end="")
        if not answer and answer.kind != "ask":
            story.note("Nothing in the graph answers that.")
        for line in answer.notice.splitlines():
            story.note(line)


def explain(
    words: Annotated[
        list[str] | None,
        typer.Argument(help="Who, does what, to whom: names in quotes or not.", metavar="WORDS...", show_default=False),
    ] = None,
    entity: Annotated[
        str | None,
        typer.Option(help="A name: why it is one thing, and of its class.", metavar="NAME", show_default=False),
    ] = None,
    out: Out = None,
) -> None:
    """Show the sentences behind a fact or claim, marked, with source, speaker, rule and confidence.

    `kg explain Halden sells Sentira`, `kg explain "Calder County"`, `kg explain --entity Halden`
    """
    from kg.explain import explain_words, identities, render
    from kg.store import open_store, read_identity

    folder = out_folder(out)
    if entity is not None:
        show(map(str, identities(open_store(folder), entity, base=read_identity(folder).base)))
        return
    if not words:
        raise typer.BadParameter("say who, does what, to whom; or --entity and a name")
    found = explain_words(open_store(folder), words, base=read_identity(folder).base)
    print(render(found, colour=is_coloured(), width=screen_width()), end="")


def view(
    entity: Annotated[str | None, typer.Argument(help="A name: the page opens around it.", show_default=False)] = None,
    hops: Annotated[int, typer.Option(min=1, max=5, help="How far around the entity.", metavar="N")] = 2,
    query: Annotated[str | None, option("QUESTION", "Open on what the answer to a question names.")] = None,
    document: Annotated[str | None, option("NAME", "Open on one article, by title or file.")] = None,
    since: Annotated[str | None, option("DAY", "Open on what is not before: 2025, 2025-03 or 2025-03-11.")] = None,
    until: Annotated[str | None, option("DAY", "Open on what is not after.")] = None,
    min_confidence: Annotated[
        float | None,
        typer.Option(min=0, max=1, help="Open on what is at least so sure: 0.9.", metavar="SHARE", show_default=False),
    ] = None,
    title: Annotated[str | None, option("TEXT", "What stands at the top of the page.")] = None,
    to: Annotated[
        Path | None,
        option(
            "FILE", "The file to write, a .png for the picture (default: in the folder of the graph).", "-o", "--to"
        ),
    ] = None,
    png: Annotated[bool, typer.Option("--png", help="Write the picture instead; needs Pillow.")] = False,
    out: Out = None,
) -> None:
    """Write the graph as one page that opens in a browser, and print its path.

    The page holds the whole graph, whatever it opens on. `kg view --query "who-sells-what --seller Halden"`
    """
    from kg.graph import KnowledgeGraph
    from kg.model import slug
    from kg.store import PAGE, note_export

    folder, (first, last) = written_graph(out), period(since, until)
    question, options = _with_options(query)
    page = KnowledgeGraph(folder).view(
        entity,
        hops,
        question=question,
        document=document,
        since=first,
        until=last,
        min_confidence=min_confidence or 0.0,
        title=title,
        **options,
    )
    about = [entity or "", document or "", question or "", since or "", until or "", str(min_confidence or "")]
    name = "-".join(["graph", *(slug(part)[:60] for part in about if part)])
    place = to or folder / f"{name}.{'png' if png else 'html'}"
    path = page.write(place, as_picture=png)
    if f"{name}.html" == PAGE and path.resolve() == (folder / PAGE).resolve():
        note_export(folder, PAGE)
    print(path)


def _with_options(query: str | None) -> tuple[str | None, dict[str, str]]:
    """A question and its options, as one text: `who-sells-what --seller Halden`. SPARQL has none."""
    if not query or "{" in query:
        return query, {}
    try:
        name, *words = shlex.split(query)
    except ValueError as error:
        raise typer.BadParameter(f"{query!r} cannot be read: {error}", param_hint="--query") from error
    return name, _parameters(words)


def validate(
    shacl: Annotated[bool, typer.Option("--shacl", help="Ask the SHACL shapes too; slow, needs pyshacl.")] = False,
    out: Out = None,
) -> None:
    """Check that the graph keeps its own rules; status 1 if it does not."""
    from kg.store import TURTLE, is_export_noted, open_store, read_identity, turtle_is_current
    from kg.validate import checks, shacl_violations, violations

    folder = out_folder(out)
    found = [each.message for each in violations(open_store(folder), base=read_identity(folder).base)]
    if shacl:
        found += [each.message for each in shacl_violations(open_store(folder))]
    turtle = folder / TURTLE
    writer = command(f"kg export --to {shlex.quote(str(turtle))}", folder)
    if not is_export_noted(folder, TURTLE):
        story.note(f"{turtle} is missing, or is of an earlier graph: `{writer}` writes it.")
    elif not turtle_is_current(folder):
        found.append(f"{turtle} is damaged or missing: write it with `{writer}`")
    show(found)
    story.note(f"{len(checks())} rules checked, {len(found)} violations.")
    if found:
        raise typer.Exit(FOUND_PROBLEMS)


def _catalogue(questions: list[Question]) -> Iterator[str]:
    from kg.query.table import table

    rows = [(each.name, each.title, " ".join(f"--{p.name}" for p in each.parameters)) for each in questions]
    yield table(("question", "what it answers", "options"), rows, width=screen_width()).rstrip("\n")


def _about(asked: Question) -> Iterator[str]:
    """A question's title, help and options."""
    yield f"{asked.title}"
    yield from ["", f"  {asked.help}"] if asked.help else []
    if asked.parameters:
        yield from ["", "Options:"]
        yield from story.columns((f"--{p.name} {p.kind.upper()}", p.help) for p in asked.parameters)


def _parameters(words: list[str]) -> dict[str, str]:
    """`--buyer X` and `--buyer=X` by name."""
    found: dict[str, str] = {}
    left = list(words)
    while left:
        name, is_whole, value = left.pop(0).partition("=")
        if not name.startswith("--"):
            raise typer.BadParameter(f"{name!r} is too much; put SPARQL into quotes, and names behind their --option")
        if not is_whole:
            if not left:
                raise typer.BadParameter(f"{name} needs a value")
            value = left.pop(0)
        found[name.removeprefix("--")] = value
    return found
