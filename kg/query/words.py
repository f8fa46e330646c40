"""Searching for words: which sentences, names and titles of a graph hold them, best first.

In: a graph, and words as people type them. Out: IRIs with how well they fit.
"""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from kg.errors import QueryError, QueryLimit
from kg.query.word_index import KINDS, opened

SECONDS = 5.0  # a search may take
MOST_WORDS = 32
MOST_CHARACTERS = 1_000

_PART = re.compile(r'(?P<not>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_LETTERS = re.compile(r"\w+")
_STEPS = 10_000  # of the engine between two looks at the clock


@dataclass(frozen=True, slots=True)
class Found:
    """Something whose words fit: a sentence, an entity by one of its names, or a document by its title."""

    iri: str
    fit: float  # the more, the better; comparable within one search and kind
    words: str
    marked: str = ""  # with what was searched for between marks, if marks were asked for


@dataclass(frozen=True, slots=True)
class Hits:
    """The best of one kind."""

    found: tuple[Found, ...]
    is_cut: bool = False  # there was more


def expression(words: str) -> str:
    """What the index is asked, in its own language; nothing that is typed there can be more than words.

    All words must occur, each in any of its forms; "words in quotes" side by side; `fund*` begins a word; `-sale` must
    not occur.

    >>> print(expression('"face matching" contr* -sale'))
    ("face matching" AND "contr" *) NOT ("sale")
    """
    if len(words) > MOST_CHARACTERS:
        raise QueryError(f"a search is for at most {MOST_CHARACTERS:,} characters")
    parts = list(_parts(words))
    wanted = [part for part, is_wanted in parts if is_wanted]
    unwanted = [part for part, is_wanted in parts if not is_wanted]
    if not wanted:
        raise QueryError(f"{words[:60]!r} holds no word to search for. Write words of a sentence or a name.")
    if len(parts) > MOST_WORDS:
        raise QueryError(f"a search is for at most {MOST_WORDS} words")
    return f"({' AND '.join(wanted)})" + (f" NOT ({' OR '.join(unwanted)})" if unwanted else "")


def _parts(words: str) -> Iterator[tuple[str, bool]]:
    """Yield each word or phrase in the language of the index, and whether it must or must not occur."""
    for found in _PART.finditer(words):
        text = found["word"] if found["phrase"] is None else found["phrase"]
        if letters := " ".join(_LETTERS.findall(text)):
            is_begun = found["phrase"] is None and text.endswith("*")
            yield f'"{letters}"{" *" if is_begun else ""}', not found["not"]


def search(graph: Store | str | Path, words: str, most: int, *, marks: tuple[str, str] = ("", "")) -> dict[str, Hits]:
    """The best that fits words, for each kind: sentence, name, title.

    Raises QueryError if the words cannot be searched for, QueryLimit if that takes too long.
    """
    asked = expression(words)
    with closing(opened(graph if isinstance(graph, Store) else Path(graph))) as index:
        over = time.monotonic() + SECONDS
        index.set_progress_handler(lambda: time.monotonic() > over, _STEPS)
        try:
            return {kind: _hits(index, kind, asked, most, marks) for kind in KINDS}
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            raise QueryLimit(f"searching took longer than {SECONDS:g} seconds. Search for rarer words.") from error


def _hits(index: sqlite3.Connection, kind: str, asked: str, most: int, marks: tuple[str, str]) -> Hits:
    """The best of a kind; an entity once, by the best of its names."""
    marked = f"highlight({kind}, 0, ?2, ?3)" if any(marks) else "''"
    query = f"SELECT iri, -rank, words, {marked} FROM {kind} WHERE {kind} MATCH ?1 ORDER BY rank, iri, rowid"
    best: dict[str, Found] = {}
    for iri, fit, words, shown in index.execute(query, (asked, *marks) if any(marks) else (asked,)):
        if iri not in best and len(best) == most:
            return Hits(tuple(best.values()), is_cut=True)
        best.setdefault(iri, Found(iri, round(fit, 3), words, shown))
    return Hits(tuple(best.values()))
