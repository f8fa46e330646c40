"""The index of words of a graph: an SQLite file in the folder of its store, made when it is first asked.

It names the digest of the graph that it was made of; after a change of the graph the next search makes it anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path

from pyoxigraph import Store

from kg.store import locate, open_store, read_identity, select

INDEX = "words.sqlite"
KINDS = {
    "sentence": ("SELECT ?iri ?words { ?iri a kg:Sentence . ?iri kg:quote ?words }",),
    "name": (
        "SELECT ?iri ?words { ?iri kg:isNamed ?any . ?iri rdfs:label ?words }",
        "SELECT ?iri ?words { ?iri kg:isNamed ?any . ?iri skos:altLabel ?words }",
    ),
    "title": ("SELECT ?iri ?words { ?iri a kg:Document . ?iri dcterms:title ?words }",),
}
_PRONOUNS = "SELECT ?iri { ?iri a kg:Unresolved }"
_FORMAT = "1"  # of the file
_FORMS = "porter unicode61 remove_diacritics 2"  # contract, contracts and contracted are one word, and é is e


def opened(graph: Store | Path) -> sqlite3.Connection:
    """The index of a graph as it is now: of an output folder, or of an open store for this one time."""
    if isinstance(graph, Store):
        return _filled(":memory:", graph)
    digest, folder = read_identity(graph).digest, locate(graph)
    places = (folder / INDEX, _aside(folder.resolve()) / INDEX)
    found = next((index for path in places if (index := _read(path, digest))), None)
    return found or _made(graph, digest, places)


def _read(path: Path, digest: str) -> sqlite3.Connection | None:
    """The index in a file, if it is whole and of that graph."""
    if not path.is_file():
        return None
    index = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        if index.execute("SELECT format, digest FROM about").fetchone() == (_FORMAT, digest):
            return index
    except sqlite3.DatabaseError:
        pass  # damaged, or half of it: made anew
    index.close()
    return None


def _made(graph: Path, digest: str, places: tuple[Path, ...]) -> sqlite3.Connection:
    """The index, written to the first of the places that can be written; none: in memory, for this one time."""
    for path in places:
        try:
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{INDEX}.") as folder:
                with closing(_filled(str(Path(folder, INDEX)), open_store(graph))) as made:
                    made.execute("INSERT INTO about VALUES (?, ?)", (_FORMAT, digest))
                    made.commit()
                Path(folder, INDEX).replace(path)
        except (OSError, sqlite3.OperationalError):  # a folder that may only be read, a full disk
            continue
        if index := _read(path, digest):
            return index
    return _filled(":memory:", open_store(graph))


@cache
def _aside(folder: Path) -> Path:
    """A place for the index of a store that may only be read, while this program runs."""
    name = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    place = Path(_folder_of_this_program().name, name)
    place.mkdir()
    return place


@cache
def _folder_of_this_program() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="kg-words-")


def _filled(place: str, store: Store) -> sqlite3.Connection:
    """An index of a store, in memory or in a new file."""
    index = sqlite3.connect(place)
    index.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
    index.execute("CREATE TABLE about (format TEXT, digest TEXT)")
    pronouns = {iri.value for (iri,) in select(store, _PRONOUNS)}
    for kind, queries in KINDS.items():
        index.execute(f"CREATE VIRTUAL TABLE {kind} USING fts5(words, iri UNINDEXED, tokenize = '{_FORMS}')")
        rows = {(iri.value, words.value) for query in queries for iri, words in select(store, query)}
        ordered = sorted(row for row in rows if row[0] not in pronouns)
        index.executemany(f"INSERT INTO {kind} (iri, words) VALUES (?, ?)", ordered)
    index.commit()
    return index
