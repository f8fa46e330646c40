"""Which names of a document are parts of a longer one: "the Commission", "Orbit" of "Orbit Magazine"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kg.annotate.names.classes import family
from kg.annotate.names.nodes import Clusters, Node
from kg.annotate.names.spelling import Name
from kg.annotate.names.tokens import has_article
from kg.naming import demonyms, head_words, place_called, ranks, titles, words
from kg.parse import Doc, Span

_STEM = 5  # letters that a country and its people share
_TOLD = 2.0  # the weight of a firm sign


def heads(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """A part that can only mean one longer name: "Supreme Court", "the Commission", "Orbit" of "Orbit Magazine"."""
    by_word: dict[str, list[Node]] = defaultdict(list)
    for node in clusters.nodes:
        for word in dict.fromkeys(words(clusters.text(node.names[0]))):
            by_word[word].append(node)
    for node in sorted(clusters.nodes, key=lambda n: (-len(n.key.split()), n.first)):
        is_person = node.family == "person" and (node.cues or len(node.key.split()) > 1)
        own = words(clusters.text(node.names[0]))
        if is_person or place_called(clusters.text(node.names[0])):
            continue
        alike = by_word[own[0]] if own else clusters.nodes
        longer = [n for n in alike if n is not node and _is_part(clusters, node, n)]
        if len(longer) == 1:
            yield node, longer[0]


def _is_part(clusters: Clusters, short: Node, long: Node) -> bool:
    a, b = words(clusters.text(short.names[0])), words(clusters.text(long.names[0]))
    if len(a) >= len(b) or long.family == "person" or place_called(clusters.text(long.names[0])):
        return False
    if short.family and long.family and short.family != long.family and not _is_soft(short, long):
        return False
    return (
        _is_partys(clusters, a, b, long)
        or _is_headed(clusters, a, b, long)
        or _is_dropped(clusters, short, a, b, long)
        or _is_turned(a, b)
    )


def _is_partys(clusters: Clusters, a: list[str], b: list[str], long: Node) -> bool:
    """Whether a party goes on without its country and "Party": "Unity" of "Marovian Unity Party"."""
    core = b[:-1] if long.type == "kg:PoliticalParty" and b[-1] == "party" else []
    if not core or a == core:
        return bool(core)
    is_people = core[0].title() in demonyms() or any(
        node.family == "place" and node.key[:_STEM] == core[0][:_STEM] for node in clusters.nodes
    )
    return is_people and a == core[1:]


def _is_turned(a: list[str], b: list[str]) -> bool:
    """Two orders of one name: "Labour Department" and "Department of Labour"."""
    return len(b) > 2 and b[1] == "of" and a == [*b[2:], b[0]]


def _is_soft(short: Node, long: Node) -> bool:
    """Whether a name's class rests on labels alone, or on a last word that may be anything: "Villa" of "Lund Villa"."""
    is_doubtful = long.family == "place" and max(long.cues.values(), default=0.0) < _TOLD
    return not short.is_sure or short.family == "group" or (short.family == "organization" and is_doubtful)


def _is_headed(clusters: Clusters, a: list[str], b: list[str], long: Node) -> bool:
    """The short name keeps the head of the long one: last word, or the word before "of"."""
    joint = next((i for i, w in enumerate(b) if w in {"of", "for", "on"} and i), len(b))
    core = b[:joint]
    if len(a) > len(core) or core[-len(a) :] != a:
        return False
    if len(a) == 1 and joint == len(b) and a[0] in _alone():
        return False  # "the House" is not the White House
    return len(a) > 1 or (long.family in {"organization", "place"} and a[0] in heads_lower())


@cache
def heads_lower() -> frozenset[str]:
    """General words that stand last in names or before their "of", in lower case."""
    return frozenset(w.casefold() for position in ("last", "of", "for") for w in head_words(position))


@cache
def _alone() -> frozenset[str]:
    """Words that are a name by themselves, in lower case."""
    return frozenset(word.casefold() for word in head_words("alone"))


def _is_dropped(clusters: Clusters, short: Node, a: list[str], b: list[str], long: Node) -> bool:
    """The short name lacks only a head word that people leave out: "Orbit" of "Orbit Magazine"."""
    told = {family(type_) for type_, weight in short.cues.items() if weight > 2.0}
    if len(b) != len(a) + 1 or told - {long.family}:
        return False
    written = clusters.text(long.names[0]).split()
    last, first = head_words("last").get(written[-1]), head_words("first").get(written[0])
    if b[:-1] == a:
        is_the = last is not None and last.type == "kg:Place" and has_article(_first(clusters, short))
        return last is not None and (last.is_droppable or is_the)  # "the Ems" and "the Ems River"
    is_rank = written[0] in ranks() and long.family != "person"  # "the Golov" of "the Admiral Golov"
    return b[1:] == a and (is_rank or (first is not None and first.is_droppable))


def _first(clusters: Clusters, node: Node) -> Span:
    return clusters.doc[node.names[0].start : node.names[0].end]


def is_lone_head(clusters_doc: Doc, name: Name) -> bool:
    """Whether a name is nothing but a general word: "Council", "Prime Minister"."""
    word = clusters_doc[name.start].text
    is_general = any(word in head_words(position) for position in ("last", "of"))
    return name.end - name.start == 1 and (is_general or word in titles())
