"""What to draw: the most telling entities and where they stand.

In comes the `Content`, out comes a frozen `Scene`: every entity by rank, and the few that the first picture shows.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

import networkx as nx
import numpy as np

from kg.view.content import Content, Reported
from kg.view.layout import positions

HARD_CAP = 300
NAME_LIMIT = 28  # characters of a name on the canvas; the page cuts at the same place
_DAMPING, _ROUNDS, _UNPROVEN = 0.85, 40, 0.2


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
    ranked = rank(graph)
    limit = max(1, min(limit, HARD_CAP))
    focus = next((iri for iri in ranked if iri in around), None)
    drawn = _around(graph, focus, hops, ranked)[:limit] if focus else _most_telling(graph, ranked, limit)
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


def rank(graph: nx.Graph) -> list[str]:
    """All entities, most telling first: PageRank over the lines, by few sums so that it is the same everywhere."""
    nodes = sorted(graph)
    if not nodes:
        return []
    index = {node: i for i, node in enumerate(nodes)}
    edges = [(index[a], index[b], data["weight"]) for a, b, data in graph.edges(data=True)]
    ends = np.array([(a, b) for a, b, _ in edges] + [(b, a) for a, b, _ in edges], dtype=np.int64).reshape(-1, 2)
    weights = np.array([weight for _, _, weight in edges] * 2, dtype=np.float64)
    out = np.maximum(np.bincount(ends[:, 0], weights, len(nodes)), 1e-12)
    score = np.full(len(nodes), 1 / len(nodes))
    for _ in range(_ROUNDS):
        flow = np.bincount(ends[:, 1], weights * (score / out)[ends[:, 0]], len(nodes))
        score = (1 - _DAMPING) / len(nodes) + _DAMPING * flow
    rounded = np.round(score * len(nodes), 9)
    return [node for _, node in sorted(zip((-rounded).tolist(), nodes, strict=True))]


def _most_telling(graph: nx.Graph, ranked: Sequence[str], limit: int) -> list[str]:
    """The best ranked that are connected among themselves, filled up with their best ranked neighbours."""
    connected = [node for node in ranked if graph.degree[node]]
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
