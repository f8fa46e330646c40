"""Large files of triples in parts, each a document: engines read no value of more than 16 MB, such as its text.

All that is said of one thing is in one part where that can be, so that a small change of a file changes few parts.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from kg.errors import UnreadableDocument
from kg.given.vocabulary import property_of

_USUAL = 1_000_000  # bytes of a part: checks look for each line in the whole text of its document
_LARGEST = 12_000_000
_MOST_OF_ONE = 20_000  # triples of one subject that stay together


def parts(lines: list[str]) -> list[list[str]]:
    """The lines in parts, sorted as they were; one part if they are not many.

    What is in a named graph for which somebody answers stays with what says so.
    Raises UnreadableDocument where a part would be too large to be read again.
    """
    size = sum(_bytes(line) for line in lines)
    count = 1
    while size > count * _USUAL:
        count *= 2
    if count == 1:
        return [lines]
    attributed = {line.partition(" ")[0] for line in lines if _is_attribution(line)}
    keys = [_key(line, attributed) for line in lines]
    often = {key for key, number in Counter(keys).items() if number > _MOST_OF_ONE} - attributed
    found: list[list[str]] = [[] for _ in range(count)]
    for line, key in zip(lines, keys, strict=True):
        found[_number(line if key in often else key, count)].append(line)
    for part in found:
        if sum(map(_bytes, part)) > _LARGEST:
            raise UnreadableDocument(f"says more than {_LARGEST // 1_000_000} MB of one thing or graph; split it")
    return [part for part in found if part]


def _bytes(line: str) -> int:
    return len(line.encode("utf-8")) + 1 + line.count('"') + line.count("\\")


def _is_attribution(line: str) -> bool:
    return property_of(line.split(" ", 2)[1][1:-1]).part == "holder"


def _key(line: str, attributed: set[str]) -> str:
    """What a line is said of: a graph that somebody answers for, or its subject."""
    graph = line.rpartition(" .")[0].rpartition(" ")[2] if attributed else ""
    return graph if graph in attributed else line.partition(" ")[0]


def _number(key: str, count: int) -> int:
    return int.from_bytes(hashlib.sha256(key.encode("utf-8")).digest()[:8]) % count
