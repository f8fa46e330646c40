"""The one door for queries of users: guarded, then answered by a worker that time and memory end."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from pyoxigraph import NamedNode, Store

from kg.errors import QueryError, QueryLimit
from kg.query import guard, unknown, worker
from kg.query.answer import Answer
from kg.query.library import did_you_mean
from kg.query.matching import rewritten
from kg.query.pool import Limits, Pool, Reply, pool_of
from kg.query.words import search
from kg.rdf import BASE, prefixes
from kg.store import damaged, locate, read_identity


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs of the store that a query asks, by IRI; none named: the default graph, which holds all of it."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def ask(
    graph: Store | str | Path,
    query: str,
    limits: Limits | None = None,
    *,
    dataset: Dataset | None = None,
    pool: Pool | None = None,
    is_labelled: bool = True,
    base_iri: str | None = None,
) -> Answer:
    """Answer SPARQL text; an open store is asked in this process, a folder by a worker that can be killed.

    `pool` holds workers of one's own; without labels an answer is cheaper, and its table shows IRIs. Relative IRIs
    count from `base_iri`, else from the base of the graph.
    """
    limits = limits or Limits()
    guard.check(query)
    base = BASE if isinstance(graph, Store) else read_identity(Path(graph)).base
    text, notes = rewritten(query, partial(search, graph))
    request = {
        "query": text,
        "max_rows": limits.rows,
        "prefixes": prefixes(base),
        "base_iri": base_iri or base,
        "is_labelled": is_labelled,
        "default_graphs": dataset.default if dataset else (),
        "named_graphs": dataset.named if dataset else (),
    }
    asked = partial(_asked, graph, limits, pool)
    reply = asked(request)
    if reply.get("error") == "syntax" and text != query:  # its places are to be those of the query as it was written
        reply = _again(asked({**request, "query": query}))
    if reply.get("error") == "store":
        raise damaged(locate(Path(str(graph))), OSError(reply["message"]))
    if "error" in reply:
        kind = QueryLimit if reply["error"] in ("time", "memory", "busy", "over") else QueryError
        raise kind(_explain(reply, query, limits))
    answer = Answer.of(reply, base)
    is_elsewhere = not answer and (guard.names_graphs(query) or dataset not in (None, Dataset()))
    if is_elsewhere:
        return replace(answer, notes=(*notes, _ELSEWHERE))
    return replace(answer, notes=notes if answer or not is_labelled else (*notes, *_of_unknown(query, request, asked)))


def _of_unknown(query: str, request: Reply, asked: Callable[[Reply], Reply]) -> list[str]:
    """Notes on the names that stand nowhere in the graph, after a query that found nothing."""

    def iris(text: str) -> list[str]:
        reply = asked({**request, "query": text, "max_rows": 10_000, "is_labelled": False})
        rows = [] if "error" in reply else Answer.of(reply, request["base_iri"]).rows
        return [row[0].value for row in rows if isinstance(row[0], NamedNode)]

    return list(unknown.notes(query, request["base_iri"], iris))


def update(store: Store, text: str, *, dataset: Dataset | None = None, base_iri: str | None = None) -> None:
    """Change an open store by SPARQL Update text, as a whole or not at all; nothing outside it is read."""
    guard.check(text, is_update=True)
    try:
        store.update(_using(text, dataset), base_iri=base_iri, prefixes=prefixes())
    except SyntaxError as error:
        raise QueryError(_explain_syntax(str(error), text)) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"the update could not be done: {error}") from error


def _using(text: str, dataset: Dataset | None) -> str:
    """An update with the graphs of its WHERE as the protocol names them; its own USING or WITH forbids that."""
    if dataset is None or dataset == Dataset():
        return text
    words = {word for kind, word in guard.tokens(text) if kind == "word"}
    if words & {"USING", "WITH"}:
        raise QueryError("the update names its graphs twice: in its text and beside it. Leave one out.")
    clauses = [f"USING {NamedNode(iri)}" for iri in dataset.default]
    clauses += [f"USING NAMED {NamedNode(iri)}" for iri in dataset.named]
    return re.sub(r"\bWHERE\b", lambda found: f"{' '.join(clauses)} {found.group()}", text, flags=re.IGNORECASE)


_ELSEWHERE = "FROM finds only graphs inside the store, and all that kg reads is in its default graph: leave FROM out."


def _asked(graph: Store | str | Path, limits: Limits, pool: Pool | None, request: Reply) -> Reply:
    if isinstance(graph, Store):
        return _ask_here(graph, request)
    return (pool or pool_of(Path(graph), limits.memory)).ask(request, limits.seconds)


def _again(reply: Reply) -> Reply:
    """The reply to a query as it was written, after what became of it was no SPARQL."""
    words = "kg:matches can stand only where a WHERE asks for triples"
    return reply if "error" in reply else {"error": "engine", "message": words}


def _ask_here(store: Store, request: Reply) -> Reply:
    try:
        return worker.reply(store, request)
    except SyntaxError as error:
        return {"error": "syntax", "message": str(error)}
    except (OSError, RuntimeError, ValueError) as error:
        return {"error": "engine", "message": str(error)}


def _explain(reply: Reply, query: str, limits: Limits) -> str:
    """What went wrong with a query, in one line."""
    words = " ".join(str(reply["message"]).split())
    return {
        "time": f"the query took longer than {limits.seconds:g} seconds. Narrow it down, or add LIMIT.",
        "busy": f"too many queries at once: none could begin within {limits.seconds:g} seconds. Try again.",
        "over": "the query was stopped, since the program that answers it ends.",
        "memory": f"the query needed more than {limits.memory / 1024**3:.1f} GiB. Narrow it down, or add LIMIT.",
        "crash": "the query is too large or too deeply nested for the engine. Make it simpler.",
        "engine": f"the query could not be answered: {words}",
        "syntax": _explain_syntax(words, query),
    }[reply["error"]]


_REASONS = {
    "Prefix not found": "the prefix is not declared",
    "a variable that is unbound": "SELECT names a variable that is neither grouped nor in an aggregate",
    "IRI parsing failed": "that is no IRI",
}


def _explain_syntax(words: str, query: str) -> str:
    if not query.strip():
        return "the query is empty; SPARQL begins with SELECT, ASK, CONSTRUCT or DESCRIBE."
    place = re.search(r"error at (\d+):(\d+)", words)
    if not place:
        return f"the query is not SPARQL: {words}"
    number, column = int(place[1]), int(place[2])
    lines = query.splitlines() or [""]
    line = lines[min(number, len(lines)) - 1]
    reason = next((said for sign, said in _REASONS.items() if sign in words), "")
    near = f'after "{line[max(0, column - 31) : column - 1].strip()}"' if line[: column - 1].strip() else "at its start"
    first = re.match(r"\s*([A-Za-z]+)", query)
    hint = did_you_mean(first[1].upper(), guard.FORMS) if first and first[1].upper() not in _FIRST else ""
    return f"the query is not SPARQL: line {number}, column {column}, {near}{': ' + reason if reason else ''}.{hint}"


_FIRST = {*guard.FORMS, "PREFIX", "BASE"}
