"""Questions to the graph: the library, SPARQL text and files, answered within limits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from kg import lookup
from kg.days import first_day, last_day
from kg.errors import NotFound, QueryError
from kg.query.answer import Answer
from kg.query.door import Dataset, ask, update
from kg.query.formats import FORMATS, render
from kg.query.guard import FORMS, REFUSED, UPDATES
from kg.query.library import Parameter, Question, bind, library, parse, question, read
from kg.query.pool import Limits, Pool
from kg.rdf import BASE, term
from kg.store import open_store, read_identity

__all__ = [
    "FORMATS",
    "STATUSES",
    "Answer",
    "Dataset",
    "Limits",
    "Parameter",
    "Pool",
    "Question",
    "ask",
    "find",
    "library",
    "meant",
    "question",
    "render",
    "run",
    "update",
]


def run(
    graph: Store | str | Path,
    text: str | Question,
    parameters: Mapping[str, str] | None = None,
    *,
    limits: Limits | None = None,
    pool: Pool | None = None,
) -> Answer:
    """Answer a question, one of the library by its name, a .rq file, or SPARQL text.

    `graph` is an output folder or an open store; the values of `parameters` are words, looked up in the graph.
    `pool` holds workers of one's own.
    """
    asked = find(text) if isinstance(text, str) else text
    values = {name.replace("_", "-"): value for name, value in (parameters or {}).items()}
    for name in values:
        asked.parameter(name)
    terms, notes = meant(graph, asked, values) if values else ({}, ())
    answer = ask(graph, bind(asked, terms), limits, pool=pool)
    return replace(answer, notes=(*notes, *answer.notes))


_SPARQL = re.compile(rf"\s*({'|'.join((*FORMS, *UPDATES, *REFUSED))})\s", re.IGNORECASE)


def find(text: str) -> Question:
    """The question that a text means: a name of the library, a file that ends in .rq, or SPARQL itself."""
    if not text.strip():
        raise QueryError("the query is empty. `kg query` lists the questions; SPARQL begins with SELECT or ASK.")
    if re.fullmatch(r"[\w\s-]{1,60}", text) and not _SPARQL.match(text):
        return question(text)
    if text.endswith(".rq") and "\n" not in text:
        if not Path(text).is_file():
            raise NotFound(f"{text}: no such file")
        return read(Path(text))
    if re.fullmatch(r"[^\s{}]+", text):  # no query is one word
        raise NotFound(f"{text!r} is no question, no SPARQL and no .rq file. `kg query` lists the questions there are.")
    return parse(text)


def meant(
    graph: Store | str | Path, asked: Question, values: Mapping[str, str]
) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    """The terms that the words of parameters mean, and how they were understood."""
    store, base = (graph, BASE) if isinstance(graph, Store) else _open(Path(graph))
    terms: dict[str, list[str]] = {}
    notes: list[str] = []
    _check_period({name: value for name, value in values.items() if asked.parameter(name).kind in _DATES})
    for name, value in values.items():
        parameter = asked.parameter(name)
        terms[name], understood = _MEANING[parameter.kind](store, value, base)
        if understood and understood != value:
            notes.append(f"{name}: {understood}")
    return terms, tuple(notes)


def _check_period(days: Mapping[str, str]) -> None:
    """Refuse a stretch of days that ends before it begins."""
    since, until = days.get("since"), days.get("until")
    if since and until and (first := _day(since, first_day)) > (last := _day(until, last_day)):
        raise QueryError(f"no day lies between --since and --until: {first} is after {last}")


def _open(out: Path) -> tuple[Store, str]:
    return open_store(out), read_identity(out).base


Meaning = tuple[list[str], str]
_DATES = frozenset({"date", "last-date"})


def _looked_up(find: Callable[[Store, str, str], list[lookup.Match]]) -> Callable[[Store, str, str], Meaning]:
    def meaning(store: Store, value: str, base: str) -> Meaning:
        found = find(store, value, base)
        return [str(NamedNode(match.iri)) for match in found], " or ".join(dict.fromkeys(m.label for m in found))

    return meaning


def _text(store: Store, value: str, base: str) -> Meaning:
    return [str(Literal(value))], ""


def _dated(day_of: Callable[[str], date]) -> Callable[[Store, str, str], Meaning]:
    def meaning(store: Store, value: str, base: str) -> Meaning:
        day = _day(value, day_of).isoformat()
        return [str(Literal(day, datatype=term("xsd:date")))], day

    return meaning


def _day(value: str, day_of: Callable[[str], date]) -> date:
    try:
        return day_of(value)
    except ValueError:
        raise QueryError(f"{value!r} is no date. Write 2021, 2021-05 or 2021-05-31.") from None


STATUSES = {"asserted": "Asserted", "claimed": "Claimed", "denied": "Denied", "unrealised": "Unrealised"}


def _status(store: Store, value: str, base: str) -> Meaning:
    name = STATUSES.get(value.strip().lower().replace("z", "s"))
    if name is None:
        raise QueryError(f"no status is called {value!r}. There are: {', '.join(STATUSES)}.")
    return [str(term(f"kg:{name}"))], ""


_MEANING: dict[str, Callable[[Store, str, str], Meaning]] = {
    "name": _looked_up(lookup.entities),
    "relation": _looked_up(lookup.relations),
    "document": _looked_up(lookup.documents),
    "text": _text,
    "date": _dated(first_day),
    "last-date": _dated(last_day),
    "status": _status,
}
