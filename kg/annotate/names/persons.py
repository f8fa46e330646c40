"""Which names of a document are a person's: surnames, given names and shorter forms of a full name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache

from kg.annotate.names.classes import family
from kg.annotate.names.nodes import Clusters, Node
from kg.annotate.names.relatives import relative_of
from kg.annotate.names.shared_surnames import by_bearer, of_firm
from kg.annotate.names.spelling import in_title
from kg.naming import cities, given_names, place_called, rows, small_words
from kg.parse import Doc

_FAMILY_FIRST = re.compile(r"[A-Z]\w+ [A-Z]\w+-[a-z]+$")  # "Yoon Jae-suk"
_LONGEST = 5  # words of a full name
_LONG = 7  # letters of a surname that may be misspelled; "Hansen" and "Hanson" are two


def persons(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """Surnames, given names and shorter forms of a person's full name."""
    persons = [n for n in clusters.nodes if len(n.key.split()) > 1 and n.family == "person"]
    persons.sort(key=lambda n: (-len(n.key.split()), n.first))
    by_last: dict[str, list[Node]] = defaultdict(list)
    joined: dict[str, Node] = {}  # "Walt Lund" of a headline, by "Walt J. Lund"
    for person in persons:
        by_last[person.key.split()[-1]].append(person)
    for node in sorted(clusters.nodes, key=lambda n: n.first):
        parts = node.key.split()
        if len(parts) > 1 and node.family == "person":
            longer = [p for p in by_last[parts[-1]] if p is not node and _is_short_form(parts, p.key.split())]
            longer = [p for p in longer if not _is_of_other_gender(clusters, node, p)]  # "Miss Vane-Lund"
            if len(longer) == 1:
                joined[node.key] = longer[0]
                yield node, longer[0]
    by_part: dict[str, list[Node]] = defaultdict(list)
    for person in sorted(persons, key=lambda n: n.first):
        parts = person.key.split()
        for part in dict.fromkeys([*parts, *_surnames(parts), *_short_forms().get(parts[0], ())]):
            by_part[part].append(person)
    for node in sorted(clusters.nodes, key=lambda n: n.first):
        shared = [p for p in by_part[node.key] if p is not node and p.key not in joined and _surname(p.key) == node.key]
        if (house := of_firm(clusters, node, shared)) is not None:
            yield house
            if not node.names:
                continue
        if len(shared) > 1 and (node.family == "person" or not node.cues):
            parted = list(by_bearer(clusters, node, shared))
            yield from parted
            if parted:
                continue
        bearer = _bearer(clusters, node, by_part[node.key])
        if bearer is not None:
            if not (node.cues or node.family == "person"):
                node.forget_labels()
            yield node, joined.get(bearer.key, bearer)
    yield from _misspelled(clusters, persons)


def _misspelled(clusters: Clusters, persons: list[Node]) -> Iterator[tuple[Node, Node]]:
    """A bare surname that nobody bears, but for a slip of the pen: "Ms Bauchmann" after "Lydia Buchmann"."""
    surnames = {word for person in persons for word in person.key.split()}
    for node in sorted(clusters.nodes, key=lambda n: n.first):
        if node.family == "person" and " " not in node.key and node.key not in surnames:
            alike = [p for p in persons if _is_slip(node.key, _surname(p.key)) and p.first < node.first]
            if len(alike) == 1:
                yield node, alike[0]


def _is_slip(one: str, other: str) -> bool:
    """Whether two long surnames differ by no more than two letters put in or left out, with the same beginning."""
    if min(len(one), len(other)) < _LONG or one[0] != other[0] or one == other:
        return False
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return len(one) + len(other) - 2 * sum(block.size for block in blocks) <= 2


def _is_short_form(short: list[str], long: list[str]) -> bool:
    if len(short) > len(long) or short == long:
        return False
    if short[-1] != long[-1]:
        return False
    return short[0] == long[0] or (len(short[0]) == 1 and short[0] == long[0][0]) or all(w in long for w in short)


def _bearer(clusters: Clusters, node: Node, persons: list[Node]) -> Node | None:
    """Whose bare surname or given name this is: of two bearers, the one introduced first."""
    text = clusters.text(node.names[0])
    if place_called(text) or text in cities():
        return None
    if node.family not in {"person", "", "organization", "place", "product", "work", "group"}:
        return None
    last = [p for p in persons if p is not node and f" {node.key} " in f" {p.key} " and _is_last(clusters, node, p)]
    last = [p for p in last if not clusters.are_two(node, p) and not _is_of_other_gender(clusters, node, p)]
    is_surely_last = bool(last) and clusters.given_gender(last[0].names[0]) != ""
    if not is_surely_last and (relative := relative_of(clusters, node)) is not None:
        return relative
    if last and not _is_other_thing(node, last[0], clusters.doc):
        return last[0]
    first = [p for p in persons if p.key.split()[0] == node.key or _is_nickname(clusters, node, p)]
    first = first or [p for p in persons if node.key in _short_forms().get(p.key.split()[0], ())]
    alone = min((name.start for name in node.names if not name.is_nested), default=node.first)
    is_open = not node.is_sure or all(family(type_) == "person" for type_ in node.cues)
    is_weak = is_open and bool(first) and first[0].first < alone
    if len(first) == 1 and (node.family in {"person", ""} or is_weak):
        return first[0]
    return None


def _is_of_other_gender(clusters: Clusters, node: Node, person: Node) -> bool:
    """Whether a title tells another gender than the full name: "Ms Lund" is not "Peter Lund"."""
    told = clusters.address_genders(node)
    given = clusters.given_gender(person.names[0])
    return len(told) == 1 and given != "" and given not in told


def _is_nickname(clusters: Clusters, node: Node, person: Node) -> bool:
    """Whether a word stands in quotation marks inside a full name: "Ronnie" in 'Ronald "Ronnie" Spivak'."""
    nickname = clusters.text(node.names[0])
    full = (clusters.text(name) for name in person.names)
    return any(f"{mark}{nickname}" in text for text in full for mark in ('"', "“", "'"))


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    """Short forms by given name, in lower case: "maggie" of "margaret"."""
    return {row["name"].casefold(): frozenset(row["short"].casefold().split("|")) for row in rows("nicknames")}


def _is_last(clusters: Clusters, node: Node, person: Node) -> bool:
    """Whether a word of a full name is its surname, or several words are one of them: no middle name."""
    if any(_FAMILY_FIRST.match(clusters.text(name)) for name in person.names):
        return person.key.split()[0] == node.key
    parts = person.key.split()
    is_first_surname = node.key in parts[1:-1] and node.key.title() not in given_names() and len(parts) < _LONGEST
    if is_first_surname and all(name.start > person.first for name in node.names):
        return True  # "Quispe" of "Saturnino Quispe Mamani"
    is_behind = f" {person.key} ".find(f" {node.key} ") > 0
    return (" " in node.key and is_behind) or _surname(person.key) == node.key or person.key.endswith(" " + node.key)


def _surnames(parts: list[str]) -> list[str]:
    """The surnames of several words in a full name: "Roth-Lund" of "Ida Roth-Lund", "del Río" of "Ana del Río Alba"."""
    small = [i for i, word in enumerate(parts) if i and word in small_words("particle")]
    return [" ".join(parts[-2:]), *(" ".join(parts[i:end]) for i in small for end in range(i + 2, len(parts) + 1))]


def _surname(key: str) -> str:
    parts = [w for w in key.split() if w not in small_words("generation")]
    return parts[-1] if parts else key


def _is_other_thing(node: Node, person: Node, doc: Doc) -> bool:
    """Whether there is firm evidence that a bare word is no person's; the recogniser's labels are none.

    Less is needed where the word comes first: people are introduced by their full names.
    """
    against = sum(w for t, w in node.cues.items() if family(t) not in {"person", ""})
    bare = [n.start for n in node.names if not (n.is_nested or n.is_heading or in_title(doc, n.start))]
    is_before = bool(bare) and bare[0] < person.first and node.family not in {"person", ""}
    return against >= (1.0 if is_before else 2.5) and against > node.cues.get("kg:Person", 0.0)
