"""What to draw: the most telling entities and where they stand.

In comes the `Content`, out comes a frozen `Scene`: every entity by rank, and the few that the first picture shows.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.view.content import KG, UNNAMED, Content, Reported
from kg.view.layout import positions
from kg.view.opening import Opening

HARD_CAP = 300
ENOUGH = 70  # drawn entities; only below it come those that are described and hang on one line
NAME_LIMIT = 28  # characters of a name on the canvas; the page cuts at the same place
Ties = dict[str, dict[str, float]]  # how strongly each entity is tied to others
_UNPROVEN, _UNNAMED, _UNKNOWN = 0.2, 0.3, 0.02  # weight of a line without a fact; of descriptions; of mere pointers


@dataclass(frozen=True, slots=True)
class Place:
    """An entity on the canvas."""

    entity: str
    x: int
    y: int
    group: int = 0


@dataclass(frozen=True, slots=True)
class Scene:
    """All entities, most telling first, and those drawn when the page opens."""

    ranked: tuple[str, ...]
    places: tuple[Place, ...]
    groups: tuple[str, ...] = ()  # what the groups of places are called
    why: str = "best"  # how the drawn ones were chosen: best, around, answer or part
    opening: str = ""  # the address at which the page opens


def compose(content: Content, opening: Opening | None = None, *, limit: int = 150) -> Scene:
    """The scene of the whole graph, or of the part of it that the page is to open on."""
    opening = opening or Opening()
    told = [found for found in content.statements.values() if opening.lets(content, found)]
    ties = project(content, told)
    ranked = rank(content, project(content, content.statements.values()) if opening.is_part else ties)
    limit = max(1, min(limit, HARD_CAP))
    focus = next((iri for iri in ranked if iri in opening.around), None)
    if focus:
        why, drawn = "around", _around(ties, focus, opening.hops, ranked)[:limit]
    elif opening.shown:
        why, drawn = "answer", [iri for iri in ranked if iri in opening.shown][:limit]
    else:
        why, drawn = "part" if opening.is_part else "best", _most_telling(content, ties, ranked, limit)
    graph = network(ties, drawn)
    groups = communities(graph)
    names = tuple(_group_name(content, [drawn[i] for i in members]) for members in groups)
    places = _placed(content, graph, drawn, groups)
    return Scene(tuple(ranked), places, names, why, opening.address(content, focus))


def project(content: Content, statements: Iterable[Reported]) -> Ties:
    """Who is connected to whom: a tie per pair, stronger with more documents, weak when nothing is stated as fact."""
    sources: dict[tuple[str, str], set[str]] = {}
    proven: set[tuple[str, str]] = set()
    for statement in statements:
        start, end = statement.subject, target(content, statement)
        if end is None or statement.status == "rejected":
            continue
        pair = (start, end) if start < end else (end, start)
        sentence = content.sentences.get(statement.sentence)
        sources.setdefault(pair, set()).add(sentence.document if sentence else "")
        if statement.status == "asserted":
            proven.add(pair)
    ties: Ties = {iri: {} for iri in content.entities if iri != UNNAMED}
    for pair, documents in sources.items():
        a, b = pair
        ties[a][b] = ties[b][a] = (1 + math.log2(len(documents))) if pair in proven else _UNPROVEN
    return ties


def line(content: Content, statement: Reported) -> tuple[str, str] | None:
    """The two entities that a statement draws a line between, if it does."""
    end = target(content, statement)
    return (statement.subject, end) if end is not None else None


def target(content: Content, statement: Reported) -> str | None:
    """Where a line ends: at the object, or, when a statement is the object, at what that one is about.

    "Harbour Watch opposes that Brightwater sells Gull" ends at Gull.
    """
    value = statement.object
    if value is None or value.is_literal:
        return None
    if value.text in content.entities:
        return value.text if value.text != statement.subject else None
    seen: set[str] = set()
    inner: Reported | None = statement
    candidates: list[str] = []
    while inner is not None and inner.iri not in seen:
        seen.add(inner.iri)
        if inner is not statement:
            candidates.append(inner.subject)
        value = inner.object
        if value is None or value.is_literal:
            break
        if value.text in content.entities:
            candidates.insert(0, value.text)
            break
        inner = content.statements.get(value.text)
    return next((iri for iri in candidates if iri != statement.subject), None)


def rank(content: Content, ties: Ties) -> list[str]:
    """All entities, most telling first: by their ties and their neighbours' ties, named before described."""
    strength = {iri: sum(near.values()) for iri, near in ties.items()}
    reach = {iri: 0.5 * math.log2(1 + found) for iri, found in strength.items()}
    score = {
        iri: round(_standing(content, iri) * (strength[iri] + sum(w * reach[to] for to, w in near.items())), 9)
        for iri, near in ties.items()
    }
    return sorted(ties, key=lambda iri: (-score[iri], iri))


def _standing(content: Content, entity: str) -> float:
    """How much an entity counts: one that no text names less, one of which not even the kind is known hardly."""
    card = content.entities[entity]
    if card.is_named:
        return 1.0
    return _UNKNOWN if card.type == f"{KG}Entity" else _UNNAMED


def _most_telling(content: Content, ties: Ties, ranked: Sequence[str], limit: int) -> list[str]:
    """The best ranked with a name that have a tie, and what joins two of them; while there is room, their other ends.

    Left for search and the table: what only points ("it"), and islands where nothing has a name.
    """
    named = [iri for iri in ranked if content.entities[iri].is_named and ties[iri]][:limit]
    chosen = set(named)
    described = [iri for iri in ranked if iri not in chosen and _standing(content, iri) == _UNNAMED]
    joining = [iri for iri in described if sum(other in chosen for other in ties[iri]) > 1]
    chosen.update(joining[: limit - len(chosen)])
    ends = [iri for iri in described if iri not in chosen and any(other in chosen for other in ties[iri])]
    chosen.update(ends[: max(0, min(ENOUGH, limit) - len(chosen))])
    return [iri for iri in ranked if iri in chosen and any(other in chosen for other in ties[iri])]


def _around(ties: Ties, centre: str, hops: int, ranked: Sequence[str]) -> list[str]:
    """What lies within some hops: nearer first, then by rank."""
    distance = {centre: 0}
    edge = [centre]
    for hop in range(1, hops + 1):
        edge = [to for iri in edge for to in ties[iri] if distance.setdefault(to, hop) == hop]
    by_rank = {iri: i for i, iri in enumerate(ranked)}
    return sorted(distance, key=lambda iri: (distance[iri], by_rank[iri]))


def network(ties: Ties, drawn: Sequence[str]) -> nx.Graph:
    """The drawn entities by number, with the ties among them, in an order that hangs on nothing else."""
    number = {iri: i for i, iri in enumerate(drawn)}
    graph = nx.Graph()
    graph.add_nodes_from(range(len(drawn)))
    for iri, i in number.items():
        near = sorted((number[to], weight) for to, weight in ties[iri].items() if to in number)
        graph.add_weighted_edges_from((i, to, weight) for to, weight in near if i < to)
    return graph


def communities(graph: nx.Graph) -> list[list[int]]:
    """Who keeps to whom, the largest group first; those of fewer than three are left over."""
    found = [sorted(members) for members in nx.community.louvain_communities(graph, seed=1)] if graph else []
    return sorted((members for members in found if len(members) > 2), key=lambda members: (-len(members), members))


def _group_name(content: Content, members: Sequence[str]) -> str:
    """A group is called after its two most telling members."""
    named = [iri for iri in members if content.entities[iri].is_named] or list(members)
    return ", ".join(content.entities[iri].label for iri in named[:2])


def _placed(content: Content, graph: nx.Graph, drawn: Sequence[str], groups: Sequence[list[int]]) -> tuple[Place, ...]:
    found = positions(graph, {i: name_width(content.entities[iri].label) for i, iri in enumerate(drawn)})
    group = {i: number for number, members in enumerate(groups, 1) for i in members}
    return tuple(Place(iri, *found[i], group.get(i, 0)) for i, iri in enumerate(drawn))


def name_width(name: str) -> float:
    """About how many pixels a name takes on the canvas."""
    return sum(_advances(name[:NAME_LIMIT]), 0.0) + 8


def _advances(name: str) -> Iterable[float]:
    return (13.0 if unicodedata.east_asian_width(letter) in "WF" else 7.0 for letter in name)
