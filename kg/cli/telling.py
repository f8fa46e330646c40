"""`kg search`, `kg path`, `kg timeline`, `kg contradictions` and `kg stats`: answers with the sentences behind them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from kg import story
from kg.cli.options import Form, Json, Out, Shown, is_coloured, out_folder, period, screen_width
from kg.days import last_day

if TYPE_CHECKING:
    from kg.asking.shown import Screen

LongForm = Annotated[Shown, typer.Option("--format", help="Text for people, or JSON for programs.")]  # -f is a word


def search(
    context: typer.Context,
    words: Annotated[
        list[str],
        typer.Argument(help='Words; "two of them" in quotes, `fund*` begins one, `-sale` must not be there.'),
    ],
    most: Annotated[int, typer.Option("--most", "-n", min=1, max=1000, help="Of each kind.", metavar="N")] = 10,
    format: LongForm = Shown.TEXT,
    as_json: Json = False,
    out: Out = None,
) -> None:
    """Search the sentences, names and titles for words, and show what was read from each sentence.

    All words must occur, in any of their forms; the best come first. `kg search faceline contract`
    """
    from kg.asking import finding

    if words == ["-h"]:
        print(context.get_help())
        return
    found = finding.find(out_folder(out), _said(words), most=most)
    _tell(finding.plain(found) if as_json or format is Shown.JSON else finding.render(found, _screen()))
    if found.is_cut:
        story.note(f"There is more than the best {most} of each kind: see --most.")


def path(
    start: Annotated[str, typer.Argument(help="A name.", metavar="A")],
    goal: Annotated[str, typer.Argument(help="Another one.", metavar="B")],
    most: Annotated[int, typer.Option("--most", "-n", min=1, max=100, help="Chains to show.", metavar="N")] = 5,
    length: Annotated[int, typer.Option(min=1, max=8, help="Links of the longest chain.", metavar="N")] = 4,
    claims: Annotated[bool, typer.Option("--claims", help="Go through what is only claimed or denied too.")] = False,
    format: Form = Shown.TEXT,
    as_json: Json = False,
    out: Out = None,
) -> None:
    """Show how two things are connected: chains of facts, the shortest first, each link with its sentence.

    Links that many things share tell little and come last. `kg path "Marta Lindqvist" "Calder County"`
    """
    from kg.asking import connections
    from kg.store import open_store, read_identity

    folder = out_folder(out)
    base = read_identity(folder).base
    found = connections.connections(
        open_store(folder), start, goal, most=most, length=length, with_claims=claims, base=base
    )
    _tell(connections.plain(found) if as_json or format is Shown.JSON else connections.render(found, _screen()))
    if found.is_cut:
        story.note("The graph is too large around them to look at all of it: there may be more.")


def timeline(
    entity: Annotated[list[str], typer.Argument(help="A name.", metavar="ENTITY...")],
    since: Annotated[str | None, typer.Option(help="Not before that day.", metavar="DAY", show_default=False)] = None,
    until: Annotated[str | None, typer.Option(help="Not after that day.", metavar="DAY", show_default=False)] = None,
    status: Annotated[
        str | None,
        typer.Option(help="asserted, claimed, denied or unrealised.", metavar="STATUS", show_default=False),
    ] = None,
    format: Form = Shown.TEXT,
    as_json: Json = False,
    out: Out = None,
) -> None:
    """Show what happened to one of them, or is to happen, in the order of time.

    Days are as precise as the text; what is no fact is marked. `kg timeline Halden --since 2025`
    """
    from kg.asking import timeline as asked
    from kg.store import open_store, read_identity

    folder, (first, last) = out_folder(out), period(since, until)
    found = asked.timeline(
        open_store(folder),
        " ".join(entity),
        since=first,
        until=last and last_day(last).isoformat(),
        status=_status(status),
        base=read_identity(folder).base,
    )
    _tell(asked.plain(found) if as_json or format is Shown.JSON else asked.render(found, _screen()))


def contradictions(
    entity: Annotated[
        list[str] | None, typer.Argument(help="A name; none: the whole graph.", metavar="[ENTITY...]")
    ] = None,
    about: Annotated[str | None, typer.Option(help="The same as ENTITY.", metavar="NAME", show_default=False)] = None,
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="Pairs to show.", metavar="N")] = 50,
    format: Form = Shown.TEXT,
    as_json: Json = False,
    out: Out = None,
) -> None:
    """Show where the texts disagree: both sentences, whose words they are, and their sources.

    Said and denied; two values, holders, dates or amounts where there can be one at a time.
    """
    from kg.asking import contradictions as asked
    from kg.store import open_store, read_identity

    folder = out_folder(out)
    if entity and about:
        raise typer.BadParameter("name it once: as ENTITY or behind --about", param_hint="--about")
    name = " ".join(entity or ()) or about or ""
    found = asked.contradictions(open_store(folder), name, most=most, base=read_identity(folder).base)
    _tell(asked.plain(found) if as_json or format is Shown.JSON else asked.render(found, _screen()))


def stats(format: Form = Shown.TEXT, as_json: Json = False, out: Out = None) -> None:
    """Show the graph in figures: what was read, what it says and how surely, and what a person should look at."""
    from kg.asking import figures

    found = figures.figures(out_folder(out))
    _tell(figures.plain(found) if as_json or format is Shown.JSON else figures.render(found, _screen()))


def _tell(answer: Mapping[str, object] | str) -> None:
    print(answer if isinstance(answer, str) else json.dumps(answer, indent=2, ensure_ascii=False) + "\n", end="")


def _screen() -> Screen:
    from kg.asking.shown import Screen

    return Screen(is_coloured(), screen_width())


def _said(words: list[str]) -> str:
    """The words as one search: what the shell took for one word was in quotes."""
    return " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)


def _status(text: str | None) -> str:
    from kg.query import STATUSES

    if text and text.lower() not in STATUSES:
        raise typer.BadParameter(f"{text!r} is no status; there are: {', '.join(STATUSES)}", param_hint="--status")
    return (text or "").lower()
