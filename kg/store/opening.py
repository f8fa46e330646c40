"""Finding and opening the store of an output folder, and what it says about itself."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, QuerySolutions, Store, Triple

from kg.errors import StoreError
from kg.rdf import BASE, prefixes
from kg.store.files import reason
from kg.store.indexes import check_indexes
from kg.store.lines import digest, stored_lines

FORMAT = 2  # of the folder; a program of another format rebuilds instead of guessing
IDENTITY = "kg.json"
STATE = "state.json"  # of kg.store.state

_TRIES, _WAIT = 3, 0.02  # seconds between looking again

Term = NamedNode | BlankNode | Literal | Triple


@dataclass(frozen=True, slots=True)
class Identity:
    """What a store says about itself, so that a damaged or foreign folder is noticed."""

    format: int
    base: str
    triples: int
    statements: int
    facts: int  # asserted statements' triples, each once
    entities: int
    documents: int
    digest: str  # of the set of triples: the same graph has the same digest everywhere


def open_store(out: Path) -> Store:
    """Open the graph of an output folder, or of the store folder itself, for reading."""
    for _ in range(_TRIES):
        folder = locate(out)
        try:
            read_identity(out)
            return Store.read_only(str(folder))
        except (OSError, RuntimeError) as error:
            broken = error
            time.sleep(_WAIT)
    raise damaged(folder, broken) from broken


def damaged(folder: Path, error: OSError | RuntimeError) -> StoreError:
    """What to tell and to do when the engine cannot read a store."""
    words = reason(error).replace("Corruption: ", "").partition("  ")[0].strip(" .")
    return StoreError(f"{folder}: damaged store ({words}). Run `kg build --rebuild`.")


def locate(out: Path) -> Path:
    """The store folder of an output folder; also the one that a crash kept from its place."""
    out = Path(out)
    if (out / IDENTITY).is_file():
        return out
    for name in ("store", ".store.new", ".store.old"):
        if (out / name / IDENTITY).is_file():
            return out / name
    raise StoreError(f"{out}: {_what_is_wrong(out)} Run `kg build` first, or name another folder with --out.")


def _what_is_wrong(out: Path) -> str:
    if not out.exists():
        return "no such folder."
    if not out.is_dir():
        return "not a folder."
    if not (out / "store").is_dir():
        return "holds no graph yet."
    return "its store is empty." if not any((out / "store").iterdir()) else "its store was not written by kg."


def read_identity(out: Path) -> Identity:
    """What the store of that folder says about itself."""
    folder = locate(out)
    try:
        identity = Identity(**json.loads(_identity_text(out)))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(f"{folder}: its identity file {IDENTITY} is damaged. Run `kg build` again.") from error
    if identity.format != FORMAT:
        raise StoreError(f"{folder}: written by another version of kg. Run `kg build` again.")
    return identity


def _identity_text(out: Path) -> str:
    """What the identity file holds; a writer may just have put another store in the place of the one that was found."""
    for _ in range(_TRIES):
        with suppress(FileNotFoundError):
            return (locate(out) / IDENTITY).read_text("utf-8")
        time.sleep(_WAIT)
    return (locate(out) / IDENTITY).read_text("utf-8")


def identify(out: Path) -> Identity:
    """What a store holds, counted anew from its triples."""
    base = read_identity(out).base
    try:
        opened = open_store(out)
        lines = stored_lines(opened)
        check_indexes(opened, lines)  # first, since the engine may count over a damaged file for ever
        return identified(opened, lines, base)
    except (OSError, RuntimeError) as error:
        raise damaged(locate(out), error) from error


_COUNTS = {
    "statements": "SELECT (COUNT(*) AS ?n) { ?x a kg:Statement }",
    "facts": """SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o {
        ?st kg:status kg:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o } }""",
    "entities": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x kg:mentionedIn ?d }",
    "documents": "SELECT (COUNT(*) AS ?n) { ?x a kg:Document }",
}


def identified(store: Store, lines: list[bytes], base: str) -> Identity:
    """What a store with those lines holds."""
    counts = {name: int(next(select(store, query, base))[0].value) for name, query in _COUNTS.items()}
    return Identity(format=FORMAT, base=base, triples=len(lines), digest=digest(lines), **counts)


def select(store: Store, query: str, base: str = BASE) -> QuerySolutions:
    """The rows of a SELECT of our own, with all prefixes declared; queries of users go through kg.query."""
    rows = store.query(query, prefixes=prefixes(base))
    if not isinstance(rows, QuerySolutions):
        raise TypeError("not a SELECT query")
    return rows
