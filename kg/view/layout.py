"""Where everything stands: coordinates for a graph, the same for the same graph, with room for the names.

In come a networkx graph and the width of every name, out come whole pixels in a frame the size of a laptop's canvas.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import networkx as nx
import numpy as np
from numpy.typing import NDArray

FRAME = (770.0, 690.0)  # what a laptop's screen leaves between the two panels
_STRESS_STEPS = 120
_PUSH_STEPS = 360
_NAME = 19.0  # height of a name
_CROWD, _EVEN = 40, 0.5  # from how many on, and how far, a drawing is evened out
Points = NDArray[np.float64]


def positions(graph: nx.Graph, widths: Mapping[int, float]) -> dict[int, tuple[int, int]]:
    """Whole-pixel positions, centred on 0, 0. Nodes are ints in order of weight: what is first gets room first."""
    order = sorted(graph)
    if not order:
        return {}
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    placed = _pack([_component(graph, part) for part in parts])
    by_node: dict[int, Points] = {}
    for part, points in zip(parts, placed, strict=True):
        by_node.update(zip(part, points, strict=True))
    points = _spread(_fill_frame(np.array([by_node[node] for node in order])))
    boxes, below = _boxes([(radius(graph.degree[node], len(order)), widths[node]) for node in order])
    points = _push_apart(points + below, boxes) - below
    return {node: (round(float(x)), round(float(y))) for node, (x, y) in zip(order, points, strict=True)}


def _component(graph: nx.Graph, part: Sequence[int]) -> Points:
    """One connected part in units of one edge: distances on paper follow distances in the graph."""
    if len(part) == 1:
        return np.zeros((1, 2))
    distances = _distances(graph, part)
    return _turned(_relaxed(_radial(graph, part), distances))


def _distances(graph: nx.Graph, part: Sequence[int]) -> NDArray[np.float64]:
    """Shortest ways between all of one part."""
    index = {node: i for i, node in enumerate(part)}
    distances = np.full((len(part), len(part)), np.inf)
    np.fill_diagonal(distances, 0.0)
    for a, b in graph.subgraph(part).edges:
        length = edge_length(graph.degree[a], graph.degree[b])
        distances[index[a], index[b]] = distances[index[b], index[a]] = length
    for k in range(len(part)):
        np.minimum(distances, distances[:, k, None] + distances[None, k, :], out=distances)
    return distances


def edge_length(a: int, b: int) -> float:
    """How long a line between nodes of those degrees wants to be: what has many neighbours needs room around it."""
    return 1.0 + 0.3 * math.sqrt(max(a, b))


def _radial(graph: nx.Graph, part: Sequence[int]) -> Points:
    """Circles around the heaviest node, every branch in a sector as wide as it has leaves: a start without knots."""
    root = min(part, key=lambda node: (-graph.degree[node], node))
    tree = nx.bfs_tree(graph.subgraph(part), root, sort_neighbors=sorted)
    leaves: dict[int, int] = {}
    for node in reversed(list(tree)):
        leaves[node] = sum(leaves[child] for child in tree[node]) or 1
    place: dict[int, tuple[float, float]] = {}
    sectors = [(root, 0.0, 2 * math.pi, 0)]
    while sectors:
        node, start, width, depth = sectors.pop()
        angle = start + width / 2
        place[node] = (depth * math.cos(angle), depth * math.sin(angle))
        for child in tree[node]:
            share = width * leaves[child] / leaves[node]
            sectors.append((child, start, share, depth + 1))
            start += share
    return np.array([place[node] for node in part])


def _relaxed(points: Points, distances: NDArray[np.float64]) -> Points:
    """Stress majorisation, every node at once; sums only, so the result does not hang on a linear algebra library."""
    weights = np.where(distances > 0, 1.0 / np.maximum(distances, 1e-9) ** 2, 0.0)
    totals = weights.sum(axis=1)
    wanted = weights * distances
    x, y = points[:, 0], points[:, 1]
    for _ in range(_STRESS_STEPS):
        dx, dy = x[:, None] - x, y[:, None] - y
        pull = wanted / np.maximum(np.sqrt(dx * dx + dy * dy), 1e-6)
        x, y = (
            0.4 * at + 0.6 * ((weights * at).sum(axis=1) + (pull * apart).sum(axis=1)) / totals
            for at, apart in ((x, dx), (y, dy))
        )
    return np.column_stack((x, y))


def _turned(points: Points) -> Points:
    """The drawing with its longest side lying down, as screens do."""
    points = points - points.mean(axis=0)
    xx, yy, xy = (points[:, 0] ** 2).sum(), (points[:, 1] ** 2).sum(), (points[:, 0] * points[:, 1]).sum()
    angle = -0.5 * math.atan2(2 * float(xy), float(xx - yy))
    cos, sin = math.cos(angle), math.sin(angle)
    return np.column_stack((points[:, 0] * cos - points[:, 1] * sin, points[:, 0] * sin + points[:, 1] * cos))


def _pack(parts: list[Points]) -> list[Points]:
    """The parts side by side: the largest in the middle, each next one at the free place nearest to it."""
    taken: list[tuple[float, float, float, float]] = []
    placed = []
    for points in parts:
        half = np.add(np.abs(points).max(axis=0), (0.8, 0.55))
        centre = _free_place(half[0], half[1], taken)
        taken.append((*centre, float(half[0]), float(half[1])))
        placed.append(points + centre)
    return placed


def _free_place(width: float, height: float, taken: Sequence[tuple[float, float, float, float]]) -> tuple[float, float]:
    """The first place on a widening ellipse where a box of that half width and height touches no other."""
    step = 0
    while True:
        radius, angle = 0.12 * math.sqrt(step) * 2, step * 2.399963229728653  # the golden angle
        x, y = 1.3 * radius * math.cos(angle), radius * math.sin(angle)
        if all(abs(x - a) >= width + w or abs(y - b) >= height + h for a, b, w, h in taken):
            return x, y
        step += 1


def _fill_frame(points: Points) -> Points:
    """Scaled to the frame; a side is stretched at most by 1.35 over the other."""
    low, high = points.min(axis=0), points.max(axis=0)
    points = points - (low + high) / 2
    size = np.maximum(high - low, 1e-6)
    scale = np.minimum(np.array(FRAME) / size, 150.0)
    filled: Points = points * np.minimum(scale, scale.min() * 1.35)
    return filled


def _spread(points: Points) -> Points:
    """Crowded middles give way to empty edges: each side partly by order, as if all stood in even rows."""
    if len(points) < _CROWD:
        return points
    rows = np.argsort(np.argsort(points, axis=0, kind="stable"), axis=0, kind="stable") / (len(points) - 1) - 0.5
    spread: Points = (1 - _EVEN) * points + _EVEN * rows * np.ptp(points, axis=0)
    return spread


def radius(degree: int, crowd: int) -> float:
    """How large a node is drawn among so many; the page uses the same numbers."""
    return min(25.0, 6.5 + 2.5 * math.sqrt(degree)) * min(1.0, max(0.6, math.sqrt(70 / max(crowd, 1))))


def _boxes(sizes: Sequence[tuple[float, float]]) -> tuple[Points, Points]:
    """Half sizes to keep free, and how far below the node their middles lie.

    Node and name for as many of the first as the frame has room for, the node alone for the rest.
    """
    budget, boxes, below = FRAME[0] * FRAME[1] * 0.72, [], []
    for size, width in sizes:
        name = _NAME if (budget := budget - width * (2 * size + _NAME)) > 0 else 0.0
        boxes.append((max(width / 2 if name else 0.0, size) + 4, size + name / 2 + 3))
        below.append((0.0, name / 2))
    return np.array(boxes), np.array(below)


def _push_apart(points: Points, boxes: Points) -> Points:
    """Moves boxes that overlap away from each other, along the side where the overlap is smaller, inside the frame."""
    room_x, room_y = (boxes[:, None, side] + boxes[None, :, side] for side in (0, 1))
    np.fill_diagonal(room_x, -1.0)
    limit = np.maximum(np.array(FRAME) / 2 - boxes, 0.0)
    ways = _ways(len(points))
    for step in range(_PUSH_STEPS):
        x, y = points[:, 0], points[:, 1]
        dx, dy = x[:, None] - x, y[:, None] - y
        over_x, over_y = room_x - np.abs(dx), room_y - np.abs(dy)
        hit = (over_x > 0) & (over_y > 0)
        if not hit.any():
            break
        is_full = step > _PUSH_STEPS // 3 and step % 3 == 0  # a row that has no room left gives way up and down
        along_x = over_x < over_y * (0.2 if is_full else 1.6)
        push = (_pushed(dx, over_x, hit & along_x, ways), _pushed(dy, over_y, hit & ~along_x, ways))
        points = np.clip(points + (0.45 if is_full else 0.26) * np.column_stack(push), -limit, limit)
    return points


def _pushed(apart: Points, overlap: Points, where: NDArray[np.bool_], ways: Points) -> Points:
    """How far each one is pushed along one side, all its overlaps together."""
    pushed: Points = (np.where(apart == 0, ways, np.sign(apart)) * overlap * where).sum(axis=1)
    return pushed


def _ways(count: int) -> Points:
    """Which way each of two goes that stand on one line: the even up, the odd down, equals by their number."""
    number = np.arange(count)
    parity, order = number % 2, np.sign(number[:, None] - number)
    zigzag = parity[:, None] - parity
    ways: Points = np.where(zigzag != 0, zigzag, order).astype(np.float64)
    return ways
