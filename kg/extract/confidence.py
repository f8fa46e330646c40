"""How likely a statement is right: a number from how it was read, by a model whose weights are data.

`ontology/confidence.json` holds the weights and how, when and on what they were fitted.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from itertools import accumulate
from typing import Any

from kg import shipped
from kg.extract.clauses.phrases import VERBAL
from kg.extract.factuality import State
from kg.extract.proposition import Clausal, Proposition, Words
from kg.model import Argument, Literal, Mention, Mode, Polarity
from kg.parse import Doc, Span, Token

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_LOOSE = frozenset({"dep", "parataxis"})
_MARKS = frozenset({";", ":", "(", ")", "[", "]", '"', "“", "”", "–", "-", "()"})
_ENDS = ".!?”\"'’)"
_OF_GAP = ("distance", "before", "past verbs", "past nouns", "past commas", "subtree", "conj")
_GAP = {name: tuple(f"{name} {feature}" for feature in _OF_GAP) for name in ("subject", "object")}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})

Features = Mapping[str, float]
_Group = tuple[tuple[object, ...], Callable[..., Features], tuple[Any, ...]]  # key, what finds them, from what


class Confidence:
    """The confidence of the statements of one document."""

    def __init__(self, doc: Doc) -> None:
        self._counts = _Counts(doc)
        self._scores: dict[tuple[object, ...], float] = {}  # statements share most of what makes them up

    def of(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> float:
        """From 0 to 1: the share of statements read like this one that an annotator would call right."""
        scores, total = self._scores, _intercept()
        for key, features, about in self._groups(proposition, subject, obj, state):
            score = scores.get(key)
            if score is None:
                score = scores[key] = _score(features(*about))
            total += score
        return _logistic(total)

    def features(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> Features:
        """What the model looks at, by name; what is absent is 0."""
        groups = self._groups(proposition, subject, obj, state)
        return {name: value for _, features, about in groups for name, value in features(*about).items()}

    def _groups(self, p: Proposition, subject: Mention, obj: Argument | None, state: State) -> list[_Group]:
        """Groups of features, no name in two of them, each with all that it depends on."""
        anchor, place, sentence = p.anchor, _place(p.object), p.anchor.sent
        groups: list[_Group] = [
            (("sentence", sentence.start), _sentence_features, (sentence,)),
            (("rule", p.rule, p.predicate, p.backing), _rule_features, (p,)),
            (("size", len(p.roles), len(p.relation)), _size_features, (p,)),
            (("anchor", anchor.i), _anchor_features, (anchor,)),
            (("subject", anchor.i, p.subject.i), self._counts.features, ("subject", anchor, p.subject)),
            (_kind_of("subject", subject), _argument_features, ("subject", subject)),
            (_kind_of("object", obj), _argument_features, ("object", obj)),
            ((state.mode, state.polarity, state.is_attributed, len(state.holders)), _state_features, (state,)),
        ]
        if place is not None:
            groups.append((("object", anchor.i, place.i), self._object_features, (anchor, place)))
        return groups

    def _object_features(self, anchor: Token, place: Token) -> Features:
        attached = {f"object {place.dep_}": 1.0, "object attached": float(_hangs_on(place, anchor))}
        return {**self._counts.features("object", anchor, place), **attached}


class _Counts:
    """How many nouns, verbs and marks stand before each token of a document."""

    def __init__(self, doc: Doc) -> None:
        parts = [token.pos_ for token in doc.tokens]
        self._nouns = _running(map(_NOMINAL.__contains__, parts))
        self._verbs = _running(map(VERBAL.__contains__, parts))
        self._marks = _running([token.is_punct for token in doc.tokens])

    def features(self, name: str, anchor: Token, argument: Token) -> Features:
        """How far an argument stands from the predicate, and what stands between."""
        low, high = (anchor.i, argument.i) if anchor.i < argument.i else (argument.i, anchor.i)
        first = min(low + 1, high)
        distance, before, verbs, nouns, marks, subtree, conjunct = _GAP[name]
        found = {
            distance: _log(high - low),
            verbs: _log(self._verbs[high] - self._verbs[first]),
            nouns: _log(self._nouns[high] - self._nouns[first]),
            marks: _log(self._marks[high] - self._marks[first]),
            subtree: _log(argument.right_edge.i - argument.left_edge.i),
        }
        if argument.i < anchor.i:
            found[before] = 1.0
        if argument.dep_ == "conj":
            found[conjunct] = 1.0
        return found


def _running(marks: Iterable[bool]) -> list[int]:
    return list(accumulate(marks, initial=0))


def probability(features: Features) -> float:
    """The logistic model: 1 / (1 + exp(-(intercept + sum of weight times feature))).

    >>> 0 < probability({}) < 1
    True
    """
    return _logistic(_intercept() + _score(features))


def _score(features: Features) -> float:
    """The sum of weight times feature over those that the model knows; exact, so that no order changes a digit."""
    weights = _weights()
    return math.fsum([weights.get(name, 0.0) * value for name, value in features.items()])


def _logistic(score: float) -> float:
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 3)


@cache
def _stored() -> Any:
    path = shipped.folder("ontology") / "confidence.json"
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def _intercept() -> float:
    return float(_stored()["intercept"])


@cache
def _weights() -> Mapping[str, float]:
    """The weights by feature."""
    return {name: float(value) for name, value in _stored()["weights"].items()}


@cache
def _log(count: int) -> float:
    return math.log1p(count)


def _sentence_features(sentence: Span) -> dict[str, float]:
    words = [token for token in sentence if not token.is_space]
    texts = [token.text for token in words]
    arcs = [token.dep_ for token in words]
    return {
        "sentence words": _log(len(words)),
        "sentence verbs": _log([token.pos_ for token in words].count("VERB")),
        "sentence commas": _log(texts.count(",")),
        "sentence conjuncts": _log(arcs.count("conj")),
        "sentence marks": _log(sum(map(_MARKS.__contains__, texts))),
        "sentence loose": _log(sum(map(_LOOSE.__contains__, arcs))),
        "sentence ends": float(bool(texts) and texts[-1] in _ENDS),
    }


def _rule_features(p: Proposition) -> dict[str, float]:
    base, *derivations = p.rule.split("+")
    family = base.split("/")
    named = f"rule {base}" if family[0] == "open" else f"relation {p.predicate}"
    found = {named: 1.0, "open" if family[0] == "open" else "curated": 1.0}
    found |= {f"derived {name}": 1.0 for name in derivations}
    found |= {f"by {name}": 1.0 for name in p.backing if name}
    return found


def _size_features(p: Proposition) -> dict[str, float]:
    return {"roles": _log(len(p.roles)), "relation words": _log(len(p.relation))}


def _anchor_features(anchor: Token) -> dict[str, float]:
    return {
        "anchor depth": _log(anchor.depth),
        "anchor children": _log(anchor.n_lefts + anchor.n_rights),
        f"anchor {anchor.dep_}": 1.0,
        f"anchor {anchor.tag_}": 1.0,
        "anchor own subject": float(any(child.dep_ in _SUBJECTS for child in anchor.children)),
    }


def _hangs_on(argument: Token, anchor: Token) -> bool:
    """Whether the parser put the argument at the predicate, directly or by one preposition."""
    head = argument.head
    return head == anchor or (head.pos_ == "ADP" and head.head == anchor)


def _place(filler: Token | Words | Clausal | None) -> Token | None:
    if isinstance(filler, Words):
        return filler.tokens[-1]
    return filler.head if isinstance(filler, Clausal) else filler


def _kind_of(name: str, argument: Argument | None) -> tuple[object, ...]:
    """All that the features of an argument tell apart."""
    if not isinstance(argument, Mention):
        return name, argument.__class__
    is_far = argument.cluster not in (-1, argument.start)
    return name, argument.kind, argument.type == "kg:Entity", is_far, argument.text.count(" ")


def _argument_features(name: str, argument: Argument | None) -> dict[str, float]:
    if argument is None:
        return {f"{name} none": 1.0}
    if not isinstance(argument, Mention):
        return {f"{name} {'literal' if isinstance(argument, Literal) else 'statement'}": 1.0}
    is_far = argument.cluster not in (-1, argument.start)
    return {
        f"{name} {argument.kind}": 1.0,
        f"{name} resolved": float(is_far),
        f"{name} untyped": float(argument.type == "kg:Entity"),
        f"{name} words": _log(argument.text.count(" ")),
    }


def _state_features(state: State) -> dict[str, float]:
    return {
        "not factual": float(state.mode is not Mode.FACTUAL),
        "negative": float(state.polarity is Polarity.NEGATIVE),
        "attributed": float(state.is_attributed),
        "holders": float(len(state.holders)),
    }
