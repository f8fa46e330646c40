"""What is looked at before a file of triples is parsed: depths and entities that would break the parser; contexts.

The parser ends the whole program where memory or stack ends, so such files must not reach it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any
from xml.parsers import expat

from pyoxigraph import RdfFormat

from kg.errors import UnreadableDocument
from kg.shipped import folder

_DEEPEST = 50  # triples in triples
_DEEPEST_XML = 1_000  # elements in elements
_LONGEST_ENTITY = 1_000  # characters
_SCHEMA = re.compile(r"https?://(?:www\.)?schema\.org/?(?:docs/jsonldcontext\.jsonl?d?)?")


def checked(content: bytes, format: RdfFormat) -> None:
    """Raise UnreadableDocument if the parser would break."""
    if format == RdfFormat.RDF_XML:
        _check_xml(content)
    elif format != RdfFormat.JSON_LD:
        depth = 0
        for mark in re.finditer(rb"<<|>>", content):
            depth = max(0, depth + (1 if mark[0] == b"<<" else -1))
            if depth > _DEEPEST:
                raise UnreadableDocument(f"has more than {_DEEPEST} triples one in another; kg reads plain triples")


def _check_xml(content: bytes) -> None:
    """Entities that hold others or files, and elements too deep; what else is wrong the parser of RDF will tell."""
    parser = expat.ParserCreate()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST_XML:
            raise UnreadableDocument(f"line {parser.CurrentLineNumber}: elements lie more than {_DEEPEST_XML:,} deep")

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    def entity(name: str, is_parameter: bool, value: str | None, *_: object) -> None:
        if value is None or "&" in value or len(value) > _LONGEST_ENTITY:
            place = f"line {parser.CurrentLineNumber}"
            raise UnreadableDocument(f"{place}: the entity {name} leads to others or elsewhere; write what it means")

    parser.StartElementHandler, parser.EndElementHandler, parser.EntityDeclHandler = start, end, entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        message = expat.errors.messages[error.code]
        raise UnreadableDocument(f"is no valid XML: line {error.lineno}: {message}; mend that line") from error


def with_context(content: bytes) -> bytes:
    """JSON-LD whose references to the context of schema.org are the part of it that comes with kg."""
    if not _SCHEMA.search(content.decode("utf-8", "replace")):
        return content
    try:
        return json.dumps(_with_context(json.loads(content))).encode("utf-8")
    except (ValueError, RecursionError):
        return content  # the parser will say what is wrong


@cache
def _schema_context() -> dict[str, Any]:
    path = folder("ontology") / "lexicon" / "given" / "schema_context.json"
    context: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return context


def _with_context(node: Any) -> Any:
    """The value with every `@context` in it replaced."""
    if isinstance(node, list):
        return [_with_context(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {key: _context(value) if key == "@context" else _with_context(value) for key, value in node.items()}


def _context(value: Any) -> Any:
    if isinstance(value, list):
        return [_context(each) for each in value]
    return _schema_context() if isinstance(value, str) and _SCHEMA.fullmatch(value) else value
