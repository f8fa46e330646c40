"""What to draw: the most telling entities and where they stand.

In comes the `Content`, out comes a frozen `Scene`: every entity by rank, and the few that the first picture shows.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.view.content import KG, Content, Reported
from kg.view.layout import positions

HARD_CAP = 300
NAME_LIMIT = 28  # characters of a name on the canvas; the page cuts at the same place
_UNPROVEN, _UNNAMED, _UNKNOWN = 0.2, 0.3, 0.02  # weight of a line without a fact; of descriptions; of mere pointers


@dataclass(frozen=True, slots=True)
class Place:
    """An entity on the canvas."""

    entity: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Scene:
    """All entities, most telling first, and those drawn when the page opens."""

    ranked: tuple[str, ...]
    places: tuple[Place, ...]
    focus: str | None = None
    hops: int = 2


def compose(content: Content, *, around: Container[str] = (), hops: int = 2, limit: int = 150) -> Scene:
    """The scene of the whole graph, or of what lies within some hops of the most telling one of some entities."""
    graph = project(content)
    ranked = rank(content, graph)
    limit = max(1, min(limit, HARD_CAP))
    focus = next((iri for iri in ranked if iri in around), None)
    drawn = _around(graph, focus, hops, ranked)[:limit] if focus else _most_telling(content, graph, ranked, limit)
    return Scene(tuple(ranked), _placed(content, graph, drawn), focus, hops)


def project(content: Content) -> nx.Graph:
    """Who is connected to whom: an edge per pair, heavier with more documents, light when nothing is stated as fact."""
    sources: dict[tuple[str, str], set[str]] = {}
    proven: set[tuple[str, str]] = set()
    for statement in content.statements.values():
        ends = line(content, statement)
        if ends is None or statement.status == "rejected":
            continue
        pair = (min(ends), max(ends))
        sentence = content.sentences.get(statement.sentence)
        sources.setdefault(pair, set()).add(sentence.document if sentence else "")
        if statement.status == "asserted":
            proven.add(pair)
    graph = nx.Graph()
    graph.add_nodes_from(content.entities)
    for (a, b), documents in sorted(sources.items()):
        weight = 1 + math.log2(len(documents)) if (a, b) in proven else _UNPROVEN
        graph.add_edge(a, b, weight=weight)
    return graph


def line(content: Content, statement: Reported) -> tuple[str, str] | None:
    """The two entities that a statement draws a line between, if it does."""
    end = target(content, statement)
    return (statement.subject, end) if end is not None else None


def target(content: Content, statement: Reported) -> str | None:
    """Where a line ends: at the object, or, when a statement is the object, at what that one is about.

    "Harbour Watch opposes that Brightwater sells Gull" ends at Gull.
    """
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


def rank(content: Content, graph: nx.Graph) -> list[str]:
    """All entities, most telling first: by their lines and their neighbours' lines, named before described."""
    strength = {node: sum(data["weight"] for data in graph[node].values()) for node in graph}
    score = {
        node: _standing(content, node)
        * (strength[node] + 0.5 * sum(data["weight"] * math.log2(1 + strength[to]) for to, data in graph[node].items()))
        for node in graph
    }
    return sorted(graph, key=lambda node: (-round(score[node], 9), node))


def _standing(content: Content, entity: str) -> float:
    """How much an entity counts: one that no text names less, one of which not even the kind is known hardly."""
    card = content.entities[entity]
    if card.is_named:
        return 1.0
    return _UNKNOWN if card.type == f"{KG}Entity" else _UNNAMED


def _most_telling(content: Content, graph: nx.Graph, ranked: Sequence[str], limit: int) -> list[str]:
    """The best ranked that are connected among themselves, filled up with their best ranked neighbours.

    Left for search and the table: what only points ("it"), and islands where nothing has a name.
    """
    told = [node for node in ranked if _standing(content, node) > _UNKNOWN]
    island = {node: i for i, part in enumerate(nx.connected_components(graph.subgraph(told))) for node in part}
    named = {island[node] for node in told if content.entities[node].is_named}
    connected = [node for node in told if island[node] in named and any(to in island for to in graph[node])]
    if len(connected) <= limit:
        return connected
    best = set(connected[:limit])
    kept = {node for node in best if any(other in best for other in graph[node])} or best
    neighbours = {other for node in kept for other in graph[node]} - kept
    fill = [node for node in connected if node in neighbours][: limit - len(kept)]
    chosen = kept.union(fill)
    return [node for node in connected if node in chosen]


def _around(graph: nx.Graph, centre: str, hops: int, ranked: Sequence[str]) -> list[str]:
    """What lies within some hops: nearer first, then by rank."""
    distance = nx.single_source_shortest_path_length(graph, centre, cutoff=max(0, hops))
    by_rank = {node: i for i, node in enumerate(ranked)}
    return sorted(distance, key=lambda node: (distance[node], by_rank[node]))


def _placed(content: Content, graph: nx.Graph, drawn: Sequence[str]) -> tuple[Place, ...]:
    index = {iri: i for i, iri in enumerate(drawn)}
    small = nx.relabel_nodes(graph.subgraph(drawn), index)
    ordered = nx.Graph()
    ordered.add_nodes_from(range(len(drawn)))
    ordered.add_edges_from(sorted(tuple(sorted(edge)) for edge in small.edges))
    found = positions(ordered, {i: name_width(content.entities[iri].label) for i, iri in enumerate(drawn)})
    return tuple(Place(iri, *found[i]) for i, iri in enumerate(drawn))


def name_width(name: str) -> float:
    """About how many pixels a name takes on the canvas."""
    return sum(_advances(name[:NAME_LIMIT]), 0.0) + 8


def _advances(name: str) -> Iterable[float]:
    return (13.0 if unicodedata.east_asian_width(letter) in "WF" else 7.0 for letter in name)
