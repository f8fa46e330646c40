"""Time the stages of a build against the parse, on a folder of texts.

usage: python tests/benchmarks/stage_times.py FOLDER [--runs 5]

The parse is the bare `nlp.pipe` of the model over the same paragraphs. Each figure is the median of several runs, in
seconds of user time, as other programs on the machine change that least; the stages take turns, so that a busy minute
falls on all of them.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import median
from typing import Any

from kg import pipeline
from kg.annotate.paragraphs import model_form, paragraphs
from kg.annotate.pipeline import annotate, load
from kg.engine import Settings
from kg.extract.clauses import clauses
from kg.extract.confidence import Confidence
from kg.extract.customers import sales_to_customers
from kg.extract.factuality import Factuality
from kg.extract.frames import frame_propositions
from kg.extract.mentions import Mentions
from kg.extract.open import open_propositions
from kg.extract.stances import opposition
from kg.extract.statements import extract
from kg.extract.times import times
from kg.model import Document
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.parse import Doc, plain
from kg.read import read
from kg.resolve import resolve

Steps = dict[str, Callable[[], Any]]


def stages(paths: list[Path]) -> Steps:
    """What to time, by name; the steps before have been done."""
    nlp, ontology = load(), load_ontology()
    documents = [item for item in read(paths) if isinstance(item, Document)]
    forms = [model_form(d.text, *bounds)[0] for d in documents for bounds in paragraphs(d.text)]
    annotated = list(annotate(documents, nlp))
    readings = [extract(document, doc, ontology) for document, doc in annotated]
    resolution = resolve(readings)
    print(f"{len(documents)} documents, {sum(len(doc) for _, doc in annotated)} tokens")
    return {
        "read": lambda: list(read(paths)),
        "parse": lambda: list(nlp.pipe(forms)),
        "annotate": lambda: list(annotate(documents, nlp)),
        "extract": lambda: [extract(document, doc, ontology) for document, doc in annotated],
        "resolve": lambda: resolve(readings),
        "write": lambda: write(readings, resolution),
        **parts([plain(doc) for _, doc in annotated], [doc for _, doc in annotated], ontology),
    }


def parts(docs: list[Doc], annotated: Iterable[Any], ontology: Ontology) -> Steps:
    """The parts of extract, each on its own; what the assembler of statements does is the rest."""
    read_clauses = [list(clauses(doc)) for doc in docs]
    mentions = [Mentions(doc) for doc in docs]
    both = list(zip(docs, read_clauses, strict=True))
    all_three = list(zip(docs, read_clauses, mentions, strict=True))
    return {
        "- plain parse": lambda: [plain(doc) for doc in annotated],
        "- clauses": lambda: [list(clauses(doc)) for doc in docs],
        "- frames": lambda: [list(frame_propositions(doc, found, times(doc, None), ontology)) for doc, found in both],
        "- stances": lambda: [list(opposition(found)) for found in read_clauses],
        "- customers": lambda: [list(sales_to_customers(*each)) for each in all_three],
        "- open": lambda: [list(open_propositions(found, frozenset(), known)) for _, found, known in all_three],
        "- times": lambda: [times(doc, None) for doc in docs],
        "- factuality": lambda: [states(doc, found) for doc, found in both],
        "- confidence": lambda: [Confidence(doc) for doc in docs],
    }


def states(doc: Doc, found: Iterable[Any]) -> None:
    """Ask for the state of every predicate."""
    factuality = Factuality(doc)
    for clause in found:
        factuality.of(clause.head)


def write(readings: list[Any], resolution: Any) -> None:
    """A graph on disk, as `kg build` makes it."""
    graph = pipeline._graph(readings, resolution, Settings(), pipeline.rdf.BASE)
    with tempfile.TemporaryDirectory() as out:
        pipeline.store.write(Path(out), graph)


def seconds(step: Callable[[], Any]) -> float:
    """User time of this process for one call."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    step()
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime - before


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    steps = stages(arguments.folder)
    runs = [{name: seconds(step) for name, step in steps.items()} for _ in range(arguments.runs)]
    taken = {name: median(run[name] for run in runs) for name in steps}
    taken["annotate"] -= taken["parse"]  # what is done around the parse
    for name, time in taken.items():
        print(f"{name:14} {time:7.3f} s {time / taken['parse']:7.1%} of the parse")
    whole = sum(time for name, time in taken.items() if not name.startswith("-"))
    print(f"{'whole build':14} {whole:7.3f} s, {taken['parse'] / whole:.2f} of the speed of the parse alone")


if __name__ == "__main__":
    main()
