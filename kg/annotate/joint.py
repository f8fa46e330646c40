"""Several pipelines that read as one: each tag and each step of the parse goes by the mean of their log-probabilities.

Models that were trained apart slip in different places (Surdeanu and Manning, 2010; Kuncoro and others, 2016); what it
brings and costs is told in docs/decisions/0009-two-models-read-together.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

Scores = NDArray[np.float32]
BEAM = 4  # parses that are followed side by side; 8 find no more
_READ = "read by other pipelines"  # the key in Doc.user_data


def read_jointly(nlp: Language, others: Sequence[Language]) -> None:
    """Have the tagger and the parser of a pipeline ask those of other pipelines too; names and lemmas stay its own.

    All must cut words alike and have the same labels, in whatever order, else ValueError. The parser then keeps the
    BEAM likeliest parses up to each word.
    """
    tagger: Any = nlp.get_pipe("tagger")
    parser: Any = nlp.get_pipe("parser")
    readers = _Readers(others)
    taggers: list[Any] = [other.get_pipe("tagger") for other in others]
    parsers: list[Any] = [other.get_pipe("parser") for other in others]
    tags = [_order(tagger.labels, other.labels) for other in taggers]
    moves = [_order(parser.move_names, other.move_names) for other in parsers]
    tagger.model = _JointTagger(tagger.model, [other.model for other in taggers], tags, readers)
    parser.model = _JointParser(parser.model, [other.model for other in parsers], moves, readers)
    parser.cfg["beam_width"] = BEAM


class _Readers:
    """The texts as other pipelines have them, each with the vectors of its words."""

    def __init__(self, others: Sequence[Language]) -> None:
        self._others = others

    def docs(self, docs: Sequence[Doc]) -> list[list[Doc]]:
        """For each pipeline its Doc of each Doc."""
        new = [doc for doc in docs if _READ not in doc.user_data]
        read = [self._read(other, new) for other in self._others]
        for doc, *own in zip(new, *read, strict=True):
            doc.user_data[_READ] = own
        return [[doc.user_data[_READ][place] for doc in docs] for place in range(len(self._others))]

    def _read(self, other: Language, docs: Sequence[Doc]) -> list[Doc]:
        read = [Doc(other.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc]) for doc in docs]
        vectors: Any = other.get_pipe("tok2vec")
        if read:
            vectors.set_annotations(read, vectors.predict(read))
        return read


class _Joint:
    """A model that asks several; `orders` tells of each other one where its score for each label stands."""

    def __init__(self, own: Any, others: Sequence[Any], orders: Sequence[list[int]], readers: _Readers) -> None:
        self._own, self._others, self._orders, self._readers = own, others, orders, readers
        self.ops = own.ops  # spaCy asks for it where there are no words

    def _asked(self, docs: Sequence[Doc]) -> list[Any]:
        """What each model predicts, its own first."""
        pairs = zip(self._others, self._readers.docs(docs), strict=True)
        return [self._own.predict(docs), *(other.predict(read) for other, read in pairs)]


class _JointTagger(_Joint):
    """Stands for the model of a tagger."""

    def predict(self, docs: Sequence[Doc]) -> list[Scores]:
        """For each Doc the scores of the tags, one row a token."""
        asked = self._asked(docs)
        return [_mean(scores, self._orders) for scores in zip(*asked, strict=True)]


class _JointParser(_Joint):
    """Stands for the model of a parser."""

    def predict(self, docs: Sequence[Doc]) -> _JointSteps:
        """What scores the moves in a state of the parser."""
        steps = _JointSteps(self._asked(docs), self._orders)
        for doc in docs:
            doc.user_data.pop(_READ)
        return steps


class _JointSteps:
    """Stands for the step model that a parser's model makes for a batch."""

    def __init__(self, steps: Sequence[Any], orders: Sequence[list[int]]) -> None:
        self._steps, self._orders = steps, orders

    def predict(self, states: Sequence[Any]) -> Scores:
        """The scores of the moves, one row a state."""
        return _mean([step.predict(states) for step in self._steps], self._orders)

    def clear_memory(self) -> None:
        """Let go of what was kept for the batch."""
        for step in self._steps:
            step.clear_memory()


def _order(labels: Sequence[str], others: Sequence[str]) -> list[int]:
    places = {label: place for place, label in enumerate(others)}
    if set(labels) != places.keys():
        raise ValueError(f"not the same labels: {', '.join(sorted(places.keys() ^ set(labels)))}")
    return [places[label] for label in labels]


def _mean(scores: Sequence[Scores], orders: Sequence[list[int]]) -> Scores:
    """The mean of the log-probabilities that each gives, as log-probabilities."""
    first, *rest = (_log_softmax(each) for each in scores)
    alike = [first, *(each[:, order] for each, order in zip(rest, orders, strict=True))]
    return np.ascontiguousarray(_log_softmax(np.mean(alike, axis=0, dtype=np.float32)))


def _log_softmax(scores: Scores) -> Scores:
    below = scores - scores.max(axis=1, keepdims=True)
    found: Scores = below - np.log(np.exp(below).sum(axis=1, keepdims=True))
    return found
