"""The SPARQL 1.1 Protocol: from an HTTP request to the query or update in it, and what may be wrong with it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from urllib.parse import parse_qsl

FORM, QUERY, UPDATE = "application/x-www-form-urlencoded", "application/sparql-query", "application/sparql-update"
_TEXTS = {"query": "query", "update": "update"}
_GRAPHS = {
    "query": ("default-graph-uri", "named-graph-uri"),
    "update": ("using-graph-uri", "using-named-graph-uri"),
}


@dataclass(frozen=True, slots=True)
class Operation:
    """What a client asks for: the text of a query or an update, and the graphs that it names beside it."""

    kind: str  # query or update
    text: str
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


class Refusal(Exception):
    """A request that gets no answer: the HTTP status, and why."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def operation(method: str, content_type: str, parameters: str, body: bytes) -> Operation:
    """The operation of a request. `parameters` is the query part of its address, `content_type` without parameters.

    Raises Refusal with the status that the protocol names.
    """
    if method in ("GET", "HEAD"):
        return _of_form(_fields(parameters), is_update_allowed=False)
    if method != "POST":
        raise Refusal(405, f"{method} is not for SPARQL; use GET or POST")
    if content_type == FORM:
        return _of_form(_fields(_decoded(body)))
    direct = {QUERY: "query", UPDATE: "update"}.get(content_type)
    if direct is None:
        raise Refusal(415, f"the body must be {FORM}, {QUERY} or {UPDATE}")
    fields = _fields(parameters)
    if fields.keys() & _TEXTS.keys():
        raise Refusal(400, "the text stands in the body and in the address; leave one out")
    return Operation(direct, _decoded(body), *_graphs(direct, fields))


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, "the body is not UTF-8") from error


def _fields(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, value in parse_qsl(text, keep_blank_values=True):
        found[name].append(value)
    return found


def _of_form(fields: dict[str, list[str]], *, is_update_allowed: bool = True) -> Operation:
    given = [name for name in _TEXTS if name in fields]
    if "update" in given and not is_update_allowed:
        raise Refusal(400, "an update must be sent by POST")
    if len(given) != 1 or len(fields[given[0]]) != 1:
        raise Refusal(400, "one parameter 'query' is needed" if not given else "only one query or update is possible")
    kind = given[0]
    return Operation(kind, fields[kind][0], *_graphs(kind, fields))


def _graphs(kind: str, fields: dict[str, list[str]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    default, named = _GRAPHS[kind]
    return tuple(fields.get(default, ())), tuple(fields.get(named, ()))
