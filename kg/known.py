"""Things that a user knows already, from a list in Turtle (SKOS, schema.org), CSV, or lines of name, tab, address."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import InvalidConfig
from kg.naming import rows

_COLUMNS = ("name", "aliases", "type", "address", "identifier", "context")
_SPLIT = re.compile(r"\s*\|\s*")
_WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class KnownThing:
    """One thing of a list, with what helps to recognise it."""

    name: str
    source: str  # the name of the file
    line: int  # where it stands there; 0 where that cannot be told
    aliases: tuple[str, ...] = ()
    type: str = ""  # a class of the ontology
    addresses: tuple[str, ...] = ()  # its IRIs elsewhere
    identifiers: tuple[str, ...] = ()
    context: tuple[str, ...] = ()  # words and names that texts about it use

    @property
    def id(self) -> str:
        """What tells it from the other things of the list."""
        return (self.addresses or self.identifiers or (f"{self.name} {self.line}",))[0]


def known_entities(path: str | Path) -> tuple[KnownThing, ...]:
    """The things of a list. Raises InvalidConfig with file and line for what is no entry."""
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidConfig(f"{path}: known entities cannot be read: {reason}.") from error
    read = _READERS.get(path.suffix.lower(), _lines)
    return tuple(read(path, text))


def _lines(path: Path, text: str) -> Iterator[KnownThing]:
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            name, _, address = (part.strip() for part in line.partition("\t"))
            if not name or not address.startswith(_WEB):
                raise InvalidConfig(f"{path}:{number}: write a name, a tab and an address that begins with http.")
            yield KnownThing(name, path.name, number, addresses=(address,))


def _table(path: Path, text: str) -> Iterator[KnownThing]:
    """The rows of a CSV file whose first line names its columns."""
    reader = csv.reader(text.splitlines(), strict=True)
    try:
        columns = [cell.strip().lower() for cell in next(reader, [])]
        if "name" not in columns or set(columns) - set(_COLUMNS):
            raise InvalidConfig(f"{path}:1: name the columns: {', '.join(_COLUMNS)}; only name must be there.")
        for cells in reader:
            if any(cell.strip() for cell in cells) and not cells[0].startswith("#"):
                yield _row(path, reader.line_num, columns, cells)
    except csv.Error as error:
        raise InvalidConfig(f"{path}:{reader.line_num}: this is no CSV: {error}. Check the quotes.") from error


def _row(path: Path, number: int, columns: list[str], cells: list[str]) -> KnownThing:
    if len(cells) > len(columns):
        raise InvalidConfig(
            f"{path}:{number}: {len(cells)} cells for {len(columns)} columns. Put quotes around commas."
        )
    row = dict(zip(columns, cells, strict=False))
    parts = {column: tuple(filter(None, _SPLIT.split(row.get(column, "").strip()))) for column in _COLUMNS}
    if len(parts["name"]) != 1:
        raise InvalidConfig(
            f"{path}:{number}: write one name in the column name; others go into aliases, with | between."
        )
    for address in parts["address"]:
        if not address.startswith(_WEB):
            raise InvalidConfig(f"{path}:{number}: {address!r} is no address. Write one that begins with http.")
    return KnownThing(
        name=parts["name"][0],
        source=path.name,
        line=number,
        aliases=parts["aliases"],
        type=_class(parts["type"], f"{path}:{number}"),
        addresses=parts["address"],
        identifiers=parts["identifier"],
        context=parts["context"],
    )


def _class(names: tuple[str, ...], where: str) -> str:
    """The class that the first of some names stands for; a name that says nothing here is an error."""
    classes = {row["word"]: row["class"] for row in rows("known_types")} if names else {}
    for name in names:
        found = classes.get(re.split(r"[/#:]", name)[-1].lower().replace(" ", ""))
        if found:
            return found
    if names:
        raise InvalidConfig(f"{where}: {names[0]!r} is no type that kg knows. Write person, company, city and so on.")
    return ""


@dataclass(slots=True)
class _Draft:
    """What a Turtle file says of one subject."""

    names: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    identifiers: list[str] = field(default_factory=list)
    context: list[str] = field(default_factory=list)


_SCHEMA = ("https://schema.org/", "http://schema.org/")
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_FIELDS = {
    f"{_SKOS}prefLabel": "names",
    "http://www.w3.org/2000/01/rdf-schema#label": "names",
    **{f"{schema}name": "names" for schema in _SCHEMA},
    f"{_SKOS}altLabel": "aliases",
    f"{_SKOS}hiddenLabel": "aliases",
    **{f"{schema}alternateName": "aliases" for schema in _SCHEMA},
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#type": "types",
    f"{_SKOS}exactMatch": "addresses",
    "http://www.w3.org/2002/07/owl#sameAs": "addresses",
    **{f"{schema}sameAs": "addresses" for schema in _SCHEMA},
    **{f"{schema}identifier": "identifiers" for schema in _SCHEMA},
    f"{_SKOS}notation": "identifiers",
    f"{_SKOS}scopeNote": "context",
    f"{_SKOS}related": "context",
    **{f"{schema}{name}": "context" for schema in _SCHEMA for name in ("description", "jobTitle", "keywords")},
}


def _turtle(path: Path, text: str) -> Iterator[KnownThing]:
    """The subjects of a Turtle file that have a name; names in other languages than English are aliases."""
    from pyoxigraph import Literal, RdfFormat, parse

    drafts: dict[str, _Draft] = {}
    try:
        for quad in parse(text.encode("utf-8"), format=RdfFormat.TURTLE, base_iri="https://example.org/"):
            part = _FIELDS.get(quad.predicate.value)
            if part:
                is_foreign = isinstance(quad.object, Literal) and not (quad.object.language or "en").startswith("en")
                part = "aliases" if part == "names" and is_foreign else part
                getattr(drafts.setdefault(quad.subject.value, _Draft()), part).append(quad.object.value)
    except SyntaxError as error:
        raise InvalidConfig(f"{path}:{error.lineno or 1}: this is no Turtle: {error.msg}.") from error
    for iri, draft in drafts.items():
        if set(draft.types) <= {f"{_SKOS}ConceptScheme", f"{_SKOS}Collection"} and draft.types:
            continue
        yield _drafted(path, text, iri, draft)


def _drafted(path: Path, text: str, iri: str, draft: _Draft) -> KnownThing:
    line = _line_of(text, iri)
    if not draft.names:
        raise InvalidConfig(f'{path}:{line}: <{iri}> has no name. Add skos:prefLabel "..."@en.')
    types = [t for t in draft.types if t != f"{_SKOS}Concept"]
    addresses = [iri, *draft.addresses] if iri.startswith(_WEB) else draft.addresses
    return KnownThing(
        name=draft.names[0],
        source=path.name,
        line=line,
        aliases=tuple(dict.fromkeys([*draft.names[1:], *draft.aliases])),
        type=_class(tuple(types), f"{path}:{line}"),
        addresses=tuple(dict.fromkeys(addresses)),
        identifiers=tuple(draft.identifiers),
        context=tuple(draft.context),
    )


def _line_of(text: str, iri: str) -> int:
    """The first line that names a subject, in full or by the end of its IRI behind a prefix."""
    tail = re.escape(re.split(r"[/#]", iri)[-1])
    found = re.search(rf"^\s*(<{re.escape(iri)}>|<?[\w.-]*[:/#]?{tail}>?(?=\s))", text, re.MULTILINE)
    return text.count("\n", 0, found.start(1)) + 1 if found else 1


_READERS: dict[str, Callable[[Path, str], Iterator[KnownThing]]] = {".csv": _table, ".ttl": _turtle}
