"""How well things are told apart across made-up articles, in which namesakes abound.

    PYTHONPATH=tests python -m benchmarks.resolve_quality [--real] [--alone] [-v | --ablation]

Ideal readings measure kg.resolve alone; --real runs the whole pipeline. --alone puts every thing beside others drawn by
chance. The groups of the sets "held" and "fresh" chose no weight.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.namesakes.corpus import Article, Span, articles, ideal, things

from kg.model import Mention, Reading, Resolution
from kg.resolve import resolve
from kg.resolve.weights import WEIGHTS

Point = tuple[str, str]  # document id, thing


@dataclass(frozen=True, slots=True)
class Score:
    """Right, wrong and missing pairs of records, and B-cubed."""

    right: int
    wrong: int
    missing: int
    cubed_precision: float
    cubed_recall: float

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    def __str__(self) -> str:
        cubed = f"{self.cubed_precision:.3f} {self.cubed_recall:.3f}"
        return f"{self.precision:.3f} {self.recall:.3f}   {cubed}   {self.right:5} {self.wrong:5} {self.missing:5}"


def found(made: Iterable[Article], readings: Iterable[Reading], resolution: Resolution) -> dict[Point, str]:
    """The entity of each thing of each article: the one that most of its names are."""
    by_document = {reading.document.id: reading for reading in readings}
    entity: dict[Point, str] = {}
    for article in made:
        reading = by_document[article.document.id]
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for span in article.spans:
            for mention in reading.mentions:
                if weight := _fit(span, mention):
                    votes[span.thing][resolution.entity(reading.document.id, mention).id] += weight
        for thing in article.things:
            best = votes[thing].most_common(1)
            entity[article.document.id, thing] = best[0][0] if best else f"? {article.document.id} {thing}"
    return entity


def _fit(span: Span, mention: Mention) -> int:
    """How far a mention may stand for a name: exactly, else by its last word."""
    if (mention.start, mention.end) == (span.start, span.end):
        return 100
    return int(not mention.is_nested and mention.start < span.end == mention.end)


def score(entity: dict[Point, str], which: Iterable[str]) -> Score:
    """Pairs and B-cubed over the records of some things, against all records."""
    wanted = set(which)
    by_thing, by_entity = defaultdict(set), defaultdict(set)
    for point, id in entity.items():
        by_thing[point[1]].add(point)
        by_entity[id].add(point)
    right = wrong = missing = 0
    precision, recall = [], []
    for point, id in entity.items():
        if point[1] in wanted:
            same, together = by_thing[point[1]], by_entity[id]
            both = len(same & together)
            right, wrong, missing = right + both - 1, wrong + len(together) - both, missing + len(same) - both
            precision.append(both / len(together))
            recall.append(both / len(same))
    count = max(1, len(precision))
    return Score(right // 2, wrong, missing // 2, sum(precision) / count, sum(recall) / count)


def report(entity: dict[Point, str]) -> list[str]:
    """A line for each group, each set and all of them."""
    lines = [f"{'':24} pairs P R     B3 P  R      right wrong missing"]
    groups: dict[str, list[str]] = defaultdict(list)
    for thing in things().values():
        groups[f"{thing.set} {thing.group or 'others'}"].append(thing.id)
        groups[f"{thing.set} ALL"].append(thing.id)
        groups["~ all sets"].append(thing.id)
    return lines + [f"{name:24} {score(entity, members)}" for name, members in sorted(groups.items())]


def mistakes(entity: dict[Point, str]) -> list[str]:
    """The entities that are two things, and the things that are two entities."""
    by_entity, by_thing = defaultdict(set), defaultdict(Counter)
    for (_, thing), id in entity.items():
        by_entity[id].add(thing)
        by_thing[thing][id] += 1
    merged = [f"merged {id}: {', '.join(sorted(t))}" for id, t in sorted(by_entity.items()) if len(t) > 1]
    return merged + [f"split {thing}: {dict(ids)}" for thing, ids in sorted(by_thing.items()) if len(ids) > 1]


def real(made: list[Article]) -> list[Reading]:
    """The articles as the pipeline reads them."""
    from kg.annotate.pipeline import annotate, load
    from kg.extract.statements import extract
    from kg.ontology import load as load_ontology

    ontology = load_ontology()
    return [extract(document, doc, ontology) for document, doc in annotate([a.document for a in made], load())]


def ablation(made: list[Article], readings: list[Reading]) -> list[str]:
    """What becomes of the figures when a sign weighs nothing."""
    lines = [f"{'without':24} pairs P R     B3 P  R      right wrong missing"]
    for kind, weight in [("nothing", 0.0), *WEIGHTS.items()]:
        WEIGHTS[kind] = 0.0
        lines.append(f"{kind:24} {score(found(made, readings, resolve(readings)), things())}")
        WEIGHTS[kind] = weight
    return lines


if __name__ == "__main__":
    made = articles(alone="--alone" in sys.argv)
    readings = real(made) if "--real" in sys.argv else [ideal(article) for article in made]
    if "--ablation" in sys.argv:
        print(*ablation(made, readings), sep="\n")
    else:
        entity = found(made, readings, resolve(readings))
        print(*report(entity), *(mistakes(entity) if "-v" in sys.argv else ()), sep="\n")
