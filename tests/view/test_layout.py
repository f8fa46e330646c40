"""Where things stand."""

from __future__ import annotations

import networkx as nx
import pytest

from kg.view.layout import FRAME, positions, radius

GRAPHS = {
    "one": nx.empty_graph(1),
    "pair": nx.path_graph(2),
    "path": nx.path_graph(12),
    "ring": nx.cycle_graph(20),
    "star": nx.star_graph(30),
    "tree": nx.balanced_tree(3, 3),
    "crowd": nx.barabasi_albert_graph(60, 2, seed=1),
    "islands": nx.disjoint_union_all([nx.path_graph(3)] * 8 + [nx.star_graph(12)]),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_names_do_not_lie_on_each_other_and_stay_in_the_frame(name: str) -> None:
    graph = GRAPHS[name]
    placed = positions(graph, dict.fromkeys(graph, 80.0))
    boxes = []
    for node, (x, y) in placed.items():
        size = radius(graph.degree[node], len(graph))
        boxes.append((x - 40, y - size, x + 40, y + size + 18))
        assert abs(x) <= FRAME[0] / 2 and abs(y) <= FRAME[1] / 2
    met = [
        (i, j)
        for i, a in enumerate(boxes)
        for j, b in enumerate(boxes[:i])
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]
    assert len(met) <= (3 if name == "crowd" else 0)


def test_neighbours_stand_nearer_than_strangers() -> None:
    placed = positions(nx.path_graph(8), dict.fromkeys(range(8), 40.0))

    def apart(a: int, b: int) -> float:
        return ((placed[a][0] - placed[b][0]) ** 2 + (placed[a][1] - placed[b][1]) ** 2) ** 0.5

    assert all(apart(i, i + 1) < apart(i, j) for i in range(6) for j in range(i + 2, 8))


def test_the_order_in_which_a_graph_was_made_does_not_matter() -> None:
    one, other = nx.Graph(), nx.Graph()
    edges = [(0, 1), (1, 2), (2, 3), (0, 4), (5, 6)]
    one.add_edges_from(edges)
    other.add_edges_from((b, a) for a, b in reversed(edges))
    widths = dict.fromkeys(range(7), 50.0)
    assert positions(one, widths) == positions(other, widths)


def test_nothing_to_place() -> None:
    assert positions(nx.Graph(), {}) == {}
