"""`kg push`: the graph sent to a SPARQL endpoint, the one command that reaches the network."""

from __future__ import annotations

import getpass
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import story
from kg.cli.exporting import Document, FactsOnly, MinConfidence, NoQuotes, Since, Until, part_of
from kg.cli.options import FOUND_PROBLEMS, Out, option, out_folder
from kg.errors import PushError, Stopped

if TYPE_CHECKING:
    from kg.push import Access, Pushed, Target


def push(
    endpoint: Annotated[
        str, typer.Argument(help="The address that is written to: https://host/sparql.", metavar="ENDPOINT")
    ],
    graph: Annotated[
        str | None, option("IRI", "The graph there (default: the base and `graph`), or `default`.")
    ] = None,
    protocol: Annotated[str, typer.Option(help="update, or graph-store.", metavar="NAME")] = "update",
    query_at: Annotated[str | None, option("URL", "Where to count; known for the usual servers.")] = None,
    user: Annotated[str | None, option("NAME", "Who you are there; KG_PUSH_USER says it too.")] = None,
    auth: Annotated[str | None, option("KIND", "basic, digest or bearer; else what the endpoint asks for.")] = None,
    secret_file: Annotated[
        Path | None, option("FILE", "Its first line is the password or token; else KG_PUSH_PASSWORD or KG_PUSH_TOKEN.")
    ] = None,
    facts_only: FactsOnly = False,
    document: Document = None,
    since: Since = None,
    until: Until = None,
    min_confidence: MinConfidence = None,
    no_quotes: NoQuotes = False,
    replace: Annotated[bool, typer.Option("--replace", help="Replace all that the graph holds there.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Tell what would be sent; reach nobody.")] = False,
    batch: Annotated[int, typer.Option(min=1, help="Triples in a request.", metavar="N")] = 1000,
    tries: Annotated[int, typer.Option(min=1, help="How often a request is tried.", metavar="N")] = 5,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to wait for an answer.", metavar="SECONDS")] = 300,
    connect_timeout: Annotated[float, typer.Option(min=0.1, help="Seconds to connect.", metavar="SECONDS")] = 10,
    proxy: Annotated[str | None, option("URL", "A proxy; none of the environment is used.")] = None,
    ca_file: Annotated[Path | None, option("FILE", "Certificates that vouch for the endpoint.")] = None,
    unencrypted: Annotated[
        bool, typer.Option("--unencrypted", help="Send the secret where others can listen.")
    ] = False,
    state: Annotated[Path | None, option("FILE", "What was sent (default: push.db beside the store).")] = None,
    out: Out = None,
) -> None:
    """Send the graph to a SPARQL endpoint: only what changed since the last time, and count it there.

    A push that was broken off goes on where it was. This is the only command that reaches the network, and only the
    endpoint that you name. Status 1 if the endpoint then holds something else.
    """
    from kg import push as pushing
    from kg import store
    from kg.export import selected

    folder = out_folder(out)
    base = store.read_identity(folder).base
    target = pushing.Target(endpoint, graph or f"{base}graph", protocol, query_at or "")
    wanted = part_of(facts_only, document, since, until, min_confidence, no_quotes)
    part = selected(store.open_store(folder), wanted, base)
    lines = store.sorted_lines(store.store_triples(part))
    place = state or store.locate(folder).parent / pushing.FILE
    if dry_run:
        _tell_plan(pushing.accounted(pushing.plan(lines, target, place, most=batch), len(lines)), target)
        return
    manner = pushing.Manner(
        connect_timeout, timeout, tries, proxy=proxy or "", authorities=str(ca_file or ""), is_unencrypted=unencrypted
    )
    began = time.monotonic()
    with _stoppable(target), story.stepping("Pushing") as begun:
        done = pushing.push(
            lines,
            target,
            place,
            access=_access(user, auth, secret_file),
            manner=manner,
            most=batch,
            is_replacing=replace,
            begun=lambda steps: begun(len(steps)),
        )
    _tell_push(done, target, time.monotonic() - began)


@contextmanager
def _stoppable(target: Target) -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        done = "stopped. What was acknowledged is remembered here; the same command sends the rest."
        raise Stopped(f"{target.endpoint}: {done}") from None


def _access(user: str | None, auth: str | None, secret_file: Path | None) -> Access:
    """Who asks. A secret comes from a file, the environment or the keyboard, never from the command line."""
    from kg.push import AUTHENTICATIONS, Access

    if auth and auth not in AUTHENTICATIONS:
        raise typer.BadParameter(f"{auth!r} is none of {', '.join(AUTHENTICATIONS)}", param_hint="--auth")
    name = user or os.environ.get("KG_PUSH_USER", "")
    is_token = auth == "bearer" or not name
    secret = _first_line(secret_file) or os.environ.get("KG_PUSH_TOKEN" if is_token else "KG_PUSH_PASSWORD", "")
    if not secret and (name or auth):
        if not sys.stdin.isatty():
            raise PushError("there is no password or token. Set KG_PUSH_PASSWORD or KG_PUSH_TOKEN, or --secret-file.")
        secret = getpass.getpass("Token: " if is_token else f"Password of {name}: ")
    return Access(name, secret, auth or "")


def _first_line(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return path.read_text(encoding="utf-8").partition("\n")[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise PushError(f"{path}: cannot be read. It should hold the password or token in its first line.") from error


def _tell_plan(todo: Pushed, target: Target) -> None:
    changes = f"{todo.inserted:,} triples to send, {todo.deleted:,} to take away, {todo.requests:,} requests"
    story.note(f"{target.endpoint}, {target.name}: {changes}; nothing was sent.")


def _tell_push(done: Pushed, target: Target, seconds: float) -> None:
    """Tell what was done and what is there now; status 1 if that is not what should be."""
    changes = (
        f"{done.inserted:,} triples sent, {done.deleted:,} taken away, {done.requests:,} requests, {seconds:.1f} s"
    )
    story.note(f"{target.endpoint}, {target.name}: {changes}.")
    if done.is_whole:
        story.note(f"It holds {done.found:,} triples, as the graph here does.")
        return
    story.note(
        f"It holds {done.found:,} triples, but the graph here {done.expected:,}: --replace sends everything anew."
    )
    raise typer.Exit(FOUND_PROBLEMS)
