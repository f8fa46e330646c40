"""Who is who in made-up articles full of namesakes."""

from __future__ import annotations

import random

import pytest
from benchmarks.namesakes.corpus import articles, ideal, things
from benchmarks.resolve_quality import found, score

from kg.resolve import resolve


@pytest.mark.parametrize(("alone", "precision", "recall"), [(False, 0.99, 0.99), (True, 0.98, 0.95)])
def test_namesakes_are_told_apart(alone: bool, precision: float, recall: float) -> None:
    made = articles(alone=alone)
    readings = [ideal(article) for article in made]
    entity = found(made, readings, resolve(readings))
    reached = score(entity, things())
    assert len(made) > 200
    assert reached.precision >= precision
    assert reached.recall >= recall


def test_the_order_of_articles_does_not_matter() -> None:
    readings = [ideal(article) for article in articles("held")]
    expected = resolve(readings)
    for seed in range(20):
        random.Random(seed).shuffle(readings)
        assert resolve(readings) == expected


def test_one_more_article_leaves_the_others_as_they_were() -> None:
    made = articles("held")
    readings = [ideal(article) for article in made]
    before = found(made, readings, resolve(readings))
    groups = _groups(before)
    for extra in articles("tune")[::9]:
        more = [*readings, ideal(extra)]
        after = _groups({point: id for point, id in found(made, more, resolve(more)).items() if point in before})
        assert after == groups, extra.document.title


def _groups(entity: dict[tuple[str, str], str]) -> set[frozenset[tuple[str, str]]]:
    by_id: dict[str, set[tuple[str, str]]] = {}
    for point, id in entity.items():
        by_id.setdefault(id, set()).add(point)
    return {frozenset(points) for points in by_id.values()}
