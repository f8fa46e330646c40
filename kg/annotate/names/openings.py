"""Which names go on under their first words, or under the place they are of: "Norland" after "Norland Metals"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from kg.annotate.names.classes import family
from kg.annotate.names.evidence import evidence
from kg.annotate.names.nodes import Clusters, Node
from kg.annotate.names.parts import is_lone_head
from kg.annotate.names.spelling import in_title
from kg.annotate.names.tokens import has_article, is_saint
from kg.naming import (
    acting_verbs,
    cities,
    head_type,
    head_words,
    offices,
    organization_called,
    parts_of_offices,
    place_called,
    telling_verbs,
    words,
)
from kg.parse import Token

_HINT = 0.4  # of a sign that proves nothing
_THERE = frozenset({"in", "near", "outside", "around"})
_PLACES = frozenset({"kg:GeopoliticalEntity", "kg:Place"})
_CALLED_AFTER_PLACES = frozenset(
    {"kg:MediaOutlet", "kg:GovernmentBody", "kg:EducationalOrganization", "kg:Facility", "kg:Organization"}
)
_OWNING = frozenset({"have", "lose"})
_NAMEABLE = frozenset({"organization", "place", ""})


def openings(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """What goes on under its first words once it was named in full: "Norland" after "Norland Metals"."""
    by_first: dict[str, list[Node]] = defaultdict(list)
    for node in clusters.nodes:
        for word in dict.fromkeys(word for name in node.names for word in words(clusters.text(name))[:1]):
            by_first[word].append(node)
    schools = _schools(clusters)
    for node in sorted(clusters.nodes, key=lambda n: (-len(n.key.split()), n.first)):
        text = clusters.text(node.names[0])
        school = schools.get(node.key)
        if school is not None and not place_called(text) and _is_school(clusters, node, school):
            _give_up(node, school)
            yield node, school
            continue
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
            _give_up(node, longer[0])
            yield node, longer[0]


def _give_up(short: Node, long: Node) -> None:
    """Let a short name tell nothing of the class but what fits the longer one: "Tessaly Valley" of a bank no valley."""
    short.forget_labels()
    is_house = long.type == "kg:Facility"
    short.cues = {t: w for t, w in short.cues.items() if family(t) == long.family and not (is_house and t in _PLACES)}


def _schools(clusters: Clusters) -> dict[str, Node]:
    """The one university or college "of" a place, by the place's normal form."""
    found: dict[str, list[Node]] = defaultdict(list)
    for node in clusters.nodes:
        first, *rest = words(clusters.text(node.names[0]))[:2]
        if node.type == "kg:EducationalOrganization" and rest == ["of"] and node.key.startswith(f"{first} of "):
            found[node.key.removeprefix(f"{first} of ")].append(node)
    return {place: nodes[0] for place, nodes in found.items() if len(nodes) == 1}


def _is_school(clusters: Clusters, short: Node, long: Node) -> bool:
    """Whether a place stands for its university: "Alderton" after "the University of Alderton", never "in Alderton"."""
    told = _told(clusters, short, long)
    is_body = max(short.labels, key=lambda t: (short.labels[t], t), default="") == "kg:Organization"
    is_told = "kg:EducationalOrganization" in short.cues or (is_body and clusters.text(short.names[0]) not in cities())
    is_there = any(_lies(clusters.doc[n.start : n.end].root) for n in short.names)
    return _is_later(clusters, short, long) and is_told and not (is_there or told.keys() - {"organization"})


def _lies(name: Token) -> bool:
    """Whether it is told where something is: "Exeter is in Devon"."""
    is_subject = name.dep_ == "nsubj" and name.head.lemma_ == "be"
    return is_subject and any(t.dep_ == "prep" and t.lower_ in _THERE for t in name.head.rights)


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
    if long.family not in _NAMEABLE or not _is_later(clusters, short, long):
        return False
    told = {} if _is_saints(clusters, short) else _told(clusters, short, long)
    if _is_site(clusters, short) and not (long.type in _PLACES or "organization" in told or _acts(clusters, short)):
        return False
    if not long.family:
        return not told and _is_plain(clusters, short, long)
    if long.type in _PLACES:
        return not told.keys() - {"place"}
    is_place = max(short.labels, key=lambda t: (short.labels[t], t), default="") in _PLACES
    if long.type == "kg:Facility":
        return not told.keys() - {"organization"} and (not is_place or _is_site(clusters, short))
    own = told.pop("organization", 0.0)
    if max(told.values(), default=0.0) >= max(own, _HINT):
        return False
    return own > 0 or not (is_place and long.type in _CALLED_AFTER_PLACES)


def _is_later(clusters: Clusters, short: Node, long: Node) -> bool:
    """Whether a name stands alone in no sentence before the one with the longer name, but for the headline."""
    later = [n.start for n in short.names if not (n.is_nested or n.is_heading or in_title(clusters.doc, n.start))]
    full = clusters.doc[long.first].sent.end
    return min(later, default=-1) >= full or (not later and long.type == "kg:Company")


def _is_plain(clusters: Clusters, short: Node, long: Node) -> bool:
    """Whether nobody knows what is named, but that it goes on by its first word, as firms and things do."""
    last = words(clusters.text(long.names[0]))[-1]
    is_once = not any(last == node.key for node in clusters.nodes)
    return is_once and len(short.names) > 1 and not short.labels.keys() - {"kg:Organization", "kg:Product"}


def _is_site(clusters: Clusters, node: Node) -> bool:
    """Whether a name's own words are those of a place: "Harlow Valley"."""
    told = head_type(clusters.text(node.names[0]).split())
    return told is not None and family(told.type) == "place"


def _acts(clusters: Clusters, node: Node) -> bool:
    """Whether one does as a body does, has officers, or somebody is "at" it, and nobody goes "to" or lives "in" it."""
    doc, acting = clusters.doc, False
    for name in node.names:
        root = doc[name.start : name.end].root
        if name.is_nested or name.is_heading:
            continue
        if root.dep_ == "pobj" and root.head.lower_ != "at":
            return False
        acting |= root.dep_ == "pobj" or (root.dep_ == "nsubj" and root.head.lemma_ in acting_verbs() | _OWNING)
        acting |= any(word.text in offices() | parts_of_offices() for word in doc[name.end : name.end + 1])
    return acting


def _told(clusters: Clusters, short: Node, long: Node) -> dict[str, float]:
    """The weight of the signs of each kind of thing that a short name may be.

    Of a body or house that is called after where it is they do not tell: its own "Valley", and that one was "at" it;
    but "the Ems" is the river where "the Ems Barrage" was told of.
    """
    doc, signs = clusters.doc, Counter[tuple[str, str, float]]()
    for name in short.names:
        found = evidence(doc, name)
        if long.type not in _PLACES:
            before = doc[name.start - 1].lower_ if name.start else ""
            is_river = has_article(doc[name.start : name.end])
            vague = {"" if is_river else "words", "before" if before == "at" else ""}
            found = (sign for sign in found if not (sign[0] in vague and family(sign[1]) == "place"))
        signs.update(found)
    told: dict[str, float] = defaultdict(float)
    for (_, type_, weight), count in signs.items():
        if weight > _HINT and family(type_):
            told[family(type_)] += weight * min(count, 2)
    return told


def _is_saints(clusters: Clusters, node: Node) -> bool:
    """Whether a name is only a saint's, whatever is called so: "St Olav's" of "St Olav's School"."""
    doc = clusters.doc
    return all(doc[n.end - 1].tag_ == "POS" and is_saint(doc, n.start, n.end) for n in node.names if not n.is_nested)
