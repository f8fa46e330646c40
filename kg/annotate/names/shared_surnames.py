"""Bare surnames that two people of a text bear: "Ann Lund left. *Lund* ... Per Lund stayed. *Lund*" are two."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.nodes import Clusters, Node, agree
from kg.annotate.names.spelling import Name
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.parse import Token

_Place = tuple[int, int]  # where a name begins, and whose it is
_PRONOUNS = frozenset({"he", "she"})
_OFTEN = 3  # times that one is called in full, of whom a text never says the surname alone


def by_bearer(clusters: Clusters, node: Node, bearers: list[Node]) -> Iterator[tuple[Node, Node]]:
    """The names of a bare surname, parted by who of several is meant: nodes of their own, each with its bearer."""
    bearers = _apart(bearers)
    if len(bearers) < 2 or " " in node.key:
        return
    named = [(n, i) for i, bearer in enumerate(bearers) for n in bearer.names if not n.is_heading]
    full = [(n.start, i) for n, i in named if clusters.text(n).casefold().endswith(f" {node.key}")]
    meant: dict[int, list[Name]] = {}
    bare: list[_Place] = []
    for name in sorted(node.names, key=lambda n: n.start):
        i = _meant(clusters, name, bearers, full, bare)
        meant.setdefault(i, []).append(name)
        bare.append((name.start, i))
    for i, names in meant.items():
        if len(meant) == 1:
            yield node, bearers[i]
        else:
            yield clusters.part(node, names), bearers[i]


def _apart(bearers: list[Node]) -> list[Node]:
    """Those who are surely two: no "Walt Lund" beside "Walt J. Lund"."""
    found: list[Node] = []
    for bearer in bearers:
        if not any(agree(bearer, other) for other in found):
            found.append(bearer)
    return found


def _meant(clusters: Clusters, name: Name, bearers: list[Node], full: list[_Place], bare: list[_Place]) -> int:
    """Who of several is meant by a surname: whom the last sentence with one of them is about, who is not told of in
    full in the same sentence; the first of the text, if it has told of none."""
    doc = clusters.doc
    sentence = doc[name.start].sent
    beside = {i for start, i in full if sentence.start <= start < sentence.end}
    told = [i for i in range(len(bearers)) if i not in beside and _may_be(clusters, name, bearers[i])]
    told = [i for i in told if sum(j == i for _, j in full) < _OFTEN or not _is_once(full, set(told) - {i})] or told
    before = [(start, i) for start, i in (*full, *bare) if start < sentence.start and i in told]
    if not before or len(told) < 2:
        return told[0] if told else 0
    last = doc[max(before)[0]].sent
    there = [(start, i) for start, i in sorted(before) if start >= last.start]
    doers = [i for start, i in there if _is_doer(doc[start])]
    if not doers and len(told) == 2 and _goes_on(last.root):  # "She lives with her brother, Per Lund. Lund"
        return next(i for i in told if i != there[0][1]) if len(there) == 1 else there[0][1]
    return doers[0] if doers else there[-1][1]


def _is_once(full: list[_Place], others: set[int]) -> bool:
    """Whether others are called in full but once."""
    return bool(others) and all(sum(j == i for _, j in full) == 1 for i in others)


def _may_be(clusters: Clusters, name: Name, bearer: Node) -> bool:
    told, given = clusters.address_gender(name), clusters.given_gender(bearer.names[0])
    return not (told and given and told != given)


def _is_doer(first: Token) -> bool:
    """Whether a name is a subject, or stands beside one that it names."""
    word = first
    while word.dep_ in {"compound", "appos", "nmod", "flat"} and word.head is not word:
        word = word.head
    return word.dep_ in NOMINAL_SUBJECTS


def _goes_on(verb: Token) -> bool:
    return any(t.dep_ in NOMINAL_SUBJECTS and t.lower_ in _PRONOUNS for t in verb.lefts)
