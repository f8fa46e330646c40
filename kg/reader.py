"""Reading a batch of documents with the model and the rules; as a process, batches in and readings out.

`python -m kg.reader` loads at once, and then reads what comes in by pickles until nothing more comes.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from contextlib import suppress
from functools import cache

from kg.annotate.pipeline import Language, annotate, load
from kg.errors import KgError
from kg.extract.statements import extract
from kg.garbage import uncollected
from kg.model import Document, Reading
from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.settings import Settings


def read(batch: list[Document], settings: Settings) -> list[Reading]:
    """What each document of a batch says."""
    nlp, ontology = prepare(settings)
    with uncollected():
        return [extract(document, doc, ontology) for document, doc in annotate(batch, nlp)]


@cache
def prepare(settings: Settings) -> tuple[Language, Ontology]:
    """The model and the rules, loaded once. Raises ModelMissing and InvalidOntology."""
    return load(settings.model), load_ontology(*settings.ontologies)


def main() -> None:
    """Answer the process that started this one: settings first, then batches, each with readings or a KgError."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal; the first ends this one
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    with uncollected(), sys.stdin.buffer as questions:
        settings = pickle.load(questions)
        with suppress(KgError):  # it is told with the first batch
            prepare(settings)
        while True:
            try:
                batch = pickle.load(questions)
            except EOFError:
                return
            pickle.dump(_answer(batch, settings), answers)
            answers.flush()


def _answer(batch: list[Document], settings: Settings) -> list[Reading] | KgError:
    try:
        return read(batch, settings)
    except KgError as error:
        return error


if __name__ == "__main__":
    main()
