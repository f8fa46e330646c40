"""Which names of a document are parts of a longer one: "the Commission", "Orbit" of "Orbit Magazine"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from kg.annotate.name_classes import family
from kg.annotate.name_nodes import Clusters, Node
from kg.annotate.name_tokens import has_article, is_saint
from kg.annotate.spelling import Name, in_title
from kg.naming import cities, head_words, organization_called, place_called, ranks, telling_verbs, titles, words
from kg.parse import Doc, Span

_TOLD = 2.0  # the weight of a firm sign
_HINT = 0.4  # of a sign that proves nothing
_THERE = frozenset({"in", "near", "outside", "around"})
_PLACES = frozenset({"kg:GeopoliticalEntity", "kg:Place"})
_CALLED_AFTER_PLACES = frozenset(
    {"kg:MediaOutlet", "kg:GovernmentBody", "kg:EducationalOrganization", "kg:Facility", "kg:Organization"}
)


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
    return _is_headed(clusters, a, b, long) or _is_dropped(clusters, short, a, b, long) or _is_turned(a, b)


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
    return len(a) > 1 or (long.family in {"organization", "place"} and a[0] in heads_lower())


@cache
def heads_lower() -> frozenset[str]:
    """General words that stand last in names or before their "of", in lower case."""
    return frozenset(w.casefold() for position in ("last", "of", "for") for w in head_words(position))


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


def openings(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """What goes on under its first words once it was named in full: "Norland" after "Norland Metals"."""
    by_first: dict[str, list[Node]] = defaultdict(list)
    for node in clusters.nodes:
        for word in dict.fromkeys(word for name in node.names for word in words(clusters.text(name))[:1]):
            by_first[word].append(node)
    for node in sorted(clusters.nodes, key=lambda n: (-len(n.key.split()), n.first)):
        text = clusters.text(node.names[0])
        if (team := _team(clusters, node, by_first)) is not None:
            node.forget_labels()
            node.cues = {}
            yield node, team
            continue
        if place_called(text) or text in cities() or all(is_lone_head(clusters.doc, n) for n in node.names):
            continue
        alike = by_first[own[0]] if (own := words(text)) else []
        longer = [n for n in alike if n is not node and _opens(clusters, node, n) and not clusters.are_two(node, n)]
        if len(longer) == 1 and _may_open(clusters, node, longer[0]):
            node.forget_labels()
            yield node, longer[0]


def _team(clusters: Clusters, town: Node, by_first: dict[str, list[Node]]) -> Node | None:
    """The one team that a town's name stands for where it plays: "Leeds" of "Leeds United" in "Leeds beat Lund"."""
    doc, own = clusters.doc, words(clusters.text(town.names[0]))
    longer = by_first[own[0]] if own else []
    teams = [n for n in longer if n is not town and _opens(clusters, town, n) and _is_team(clusters, n)]
    if len(teams) != 1:
        return None
    roots = [doc[name.start : name.end].root for name in town.names if not name.is_nested]
    is_playing = any(root.dep_ in {"nsubj", "dobj"} and root.head.lemma_ in telling_verbs("match") for root in roots)
    is_place = any(root.dep_ == "pobj" and root.head.lower_ in _THERE for root in roots)
    return teams[0] if is_playing and not is_place else None


def _is_team(clusters: Clusters, node: Node) -> bool:
    return node.type == "kg:Organization" and clusters.text(node.names[0]).split()[-1] in head_words("last")


def _opens(clusters: Clusters, short: Node, long: Node) -> bool:
    a = words(clusters.text(short.names[0]))
    if organization_called(clusters.text(short.names[0])) is not None and _is_branch(clusters, long, len(a)):
        return False
    return any(b[: len(a)] == a and len(b) > len(a) for b in (words(clusters.text(name)) for name in long.names))


def _is_branch(clusters: Clusters, long: Node, size: int) -> bool:
    """Whether a known body's name goes on with a place, so that it is a part of that body: "ACLU of Ohio"."""
    return all(words(clusters.text(name))[size : size + 1] == ["of"] for name in long.names)


def _may_open(clusters: Clusters, short: Node, long: Node) -> bool:
    """Whether a name that opens a longer one stands for it: it comes later, and nothing shows another thing."""
    told = set() if _is_saints(clusters, short) else {family(t) for t, w in short.cues.items() if w > _HINT} - {""}
    later = [n.start for n in short.names if not (n.is_nested or n.is_heading or in_title(clusters.doc, n.start))]
    full = clusters.doc[long.first].sent.end
    is_later = min(later, default=-1) >= full or (not later and long.type == "kg:Company")
    if long.type == "kg:Facility" and "kg:Place" in short.cues:
        return False  # "the Ems" and "the Ems Barrage"
    if long.family not in {"organization", "place"} or told - {long.family} or not is_later:
        return False
    if long.family == "place" and long.type != "kg:Facility":
        return True
    is_place = max(short.labels, key=lambda t: (short.labels[t], t), default="") in _PLACES
    return "place" not in told and (bool(told) or not (is_place and long.type in _CALLED_AFTER_PLACES))


def _is_saints(clusters: Clusters, node: Node) -> bool:
    """Whether a name is only a saint's, whatever is called so: "St Olav's" of "St Olav's School"."""
    doc = clusters.doc
    return all(doc[n.end - 1].tag_ == "POS" and is_saint(doc, n.start, n.end) for n in node.names if not n.is_nested)


def is_lone_head(clusters_doc: Doc, name: Name) -> bool:
    """Whether a name is nothing but a general word: "Council", "Prime Minister"."""
    word = clusters_doc[name.start].text
    is_general = any(word in head_words(position) for position in ("last", "of"))
    return name.end - name.start == 1 and (is_general or word in titles())
