"""Time the stages of a build against the parse, on a folder of texts.

usage: python tests/benchmarks/stage_times.py FOLDER [--runs 5]

The parse is the bare `nlp.pipe` of the model over the same paragraphs. Each figure is the median of several runs, in
seconds of user time, as other programs on the machine change that least; the stages take turns, so that a busy minute
falls on all of them.
"""

from __future__ import annotations

import argparse
import gc
import resource
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from kg import rdf, store
from kg.annotate.paragraphs import model_form, paragraphs
from kg.annotate.pipeline import DEFAULT_MODEL, Language, annotate, load
from kg.extract.clauses import Clause, clauses
from kg.extract.confidence import Confidence
from kg.extract.customers import sales_to_customers
from kg.extract.factuality import Factuality
from kg.extract.frames import frame_propositions
from kg.extract.mentions import Mentions
from kg.extract.open import open_propositions
from kg.extract.stances import opposition
from kg.extract.statements import extract
from kg.extract.times import TimeExpression, times
from kg.garbage import uncollected
from kg.model import Document
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.parse import Doc
from kg.pipeline import build
from kg.read import read
from kg.resolve import resolve
from kg.run import current_run

Steps = dict[str, Callable[[], Any]]


class Run:
    """One run over the texts; each step works on what the steps before have made."""

    def __init__(self, paths: list[Path], nlp: Language, ontology: Ontology) -> None:
        self._paths = paths
        self._nlp = nlp
        self._ontology = ontology
        self.documents = [item for item in read(paths) if isinstance(item, Document)]
        self._forms = [model_form(d.text, *bounds)[0] for d in self.documents for bounds in paragraphs(d.text)]

    def seconds(self) -> dict[str, float]:
        """What each step took, by name."""
        return {name: user_time(step) for name, step in (*self._stages().items(), *self._parts().items())}

    def _stages(self) -> Steps:
        return {
            "read": lambda: list(read(self._paths)),
            "parse": lambda: list(self._nlp.pipe(self._forms)),
            "annotate": self._annotate,
            "extract": self._extract,
            "resolve": self._resolve,
            "write": self._write,
            "whole build": self._build,
            "(anew)": self._annotate,  # the parts below shall not know what extract has found out
        }

    def _annotate(self) -> None:
        self.annotated = list(annotate(self.documents, self._nlp))

    def _extract(self) -> None:
        self._readings = [extract(document, doc, self._ontology) for document, doc in self.annotated]

    def _resolve(self) -> None:
        self._resolution = resolve(self._readings)

    def _write(self) -> None:
        with tempfile.TemporaryDirectory() as out:
            store.write(Path(out), rdf.triples(self._readings, self._resolution, current_run(DEFAULT_MODEL)))

    def _build(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            build(self._paths, Path(folder) / "output")

    def _parts(self) -> Steps:
        """The parts of extract, in its order; what the assembler of statements does besides is not among them."""
        return {
            "- mentions": lambda: self._keep("mentions", Mentions),
            "- clauses": lambda: self._keep("clauses", lambda doc: list(clauses(doc))),
            "- times": lambda: self._keep("times", lambda doc: times(doc, None)),
            "- frames": lambda: self._each("clauses", "times", use=self._frames),
            "- stances": lambda: self._each("clauses", use=lambda doc, found: list(opposition(found))),
            "- customers": lambda: self._each("clauses", "mentions", use=lambda *a: list(sales_to_customers(*a))),
            "- open": lambda: self._each("clauses", "mentions", use=self._open),
            "- factuality": lambda: self._each("clauses", use=self._states),
            "- confidence": lambda: self._each(use=Confidence),
        }

    def _keep(self, name: str, make: Callable[[Doc], Any]) -> None:
        self._made: dict[str, list[Any]] = {**getattr(self, "_made", {}), name: [make(d) for _, d in self.annotated]}

    def _each(self, *names: str, use: Callable[..., Any]) -> None:
        for doc, *made in zip((d for _, d in self.annotated), *(self._made[name] for name in names), strict=True):
            use(doc, *made)

    def _frames(self, doc: Doc, found: list[Clause], expressions: tuple[TimeExpression, ...]) -> None:
        list(frame_propositions(doc, found, expressions, self._ontology))

    def _open(self, doc: Doc, found: list[Clause], mentions: Mentions) -> None:
        list(open_propositions(found, frozenset(), mentions))

    def _states(self, doc: Doc, found: list[Clause]) -> None:
        factuality = Factuality(doc)
        for clause in found:
            factuality.of(clause.head)


def user_time(step: Callable[[], Any]) -> float:
    """Seconds of user time of this process for one call."""
    gc.collect()
    with uncollected():  # as the engine reads
        before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
        step()
        return resource.getrusage(resource.RUSAGE_SELF).ru_utime - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    run = Run(arguments.folder, load(), load_ontology())
    run.seconds()  # word lists are read and compiled once
    taken = middle([run.seconds() for _ in range(arguments.runs)])
    print(f"{len(run.documents)} documents, {sum(len(doc) for _, doc in run.annotated)} tokens")
    for name, time in taken.items():
        print(f"{name:14} {time:7.3f} s {time / taken['parse']:7.1%} of the parse")
    print(f"the whole build has {taken['parse'] / taken['whole build']:.2f} of the speed of the parse alone")


def middle(runs: list[dict[str, float]]) -> dict[str, float]:
    """The median of each step; of annotate what it does around the parse."""
    for run in runs:
        run["annotate"] -= run["parse"]
        del run["(anew)"]
    return {name: median(run[name] for run in runs) for name in runs[0]}


if __name__ == "__main__":
    main()
