"""How likely a statement is right: a number from how it was read, by a model whose weights are data.

`ontology/confidence.json` holds the weights and how, when and on what they were fitted.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from operator import mul
from typing import Any

from kg import shipped
from kg.extract.clauses.phrases import VERBAL
from kg.extract.factuality import State
from kg.extract.proposition import Clausal, Proposition, Words
from kg.model import Argument, Literal, Mention, Mode, Polarity
from kg.parse import Doc, Token

_OF_GAP = ("distance", "before", "past verbs")
_SUBJECT_GAP, _OBJECT_GAP = (tuple(f"{name} {feature}" for feature in _OF_GAP) for name in ("subject", "object"))
_OF_FORM = ("not factual", "negative", "relation words")

Features = Mapping[str, float]
_Named = tuple[tuple[str, ...], tuple[float, ...]]  # features by name, and their values
_Group = tuple[tuple[object, ...], Callable[..., _Named], tuple[Any, ...]]  # key, what finds them, from what


class Confidence:
    """The confidence of the statements of one document."""

    def __init__(self, doc: Doc) -> None:
        is_verb = (token.pos_ in VERBAL for token in doc.tokens)
        self._verbs = list(accumulate(is_verb, initial=0))  # how many stand before each token
        self._scores: dict[tuple[object, ...], float] = {}  # statements share most of what makes them up

    def of(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> float:
        """From 0 to 1: the share of statements read like this one that an annotator would call right."""
        scores, total = self._scores, _intercept()
        for key, features, about in self._groups(proposition, subject, obj, state):
            score = scores.get(key)
            if score is None:
                score = scores[key] = _score(*features(*about))
            total += score
        return _logistic(total)

    def features(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> Features:
        """What the model looks at, by name; what is absent is 0."""
        groups = self._groups(proposition, subject, obj, state)
        return {
            name: value for _, features, about in groups for name, value in zip(*features(*about), strict=True) if value
        }

    def _groups(self, p: Proposition, subject: Mention, obj: Argument | None, state: State) -> list[_Group]:
        """Groups of features, no name in two of them, each with all that it depends on."""
        anchor, place = p.anchor, _place(p.object)
        form = (state.mode, state.polarity, len(p.relation))
        groups: list[_Group] = [
            ((p.rule, p.predicate, p.backing), _rule_features, (p,)),
            (("anchor", anchor.i), _anchor_features, (anchor,)),
            (("subject", anchor.i, p.subject.i), self._gap, (_SUBJECT_GAP, anchor, p.subject)),
            (("subject", _kind_of(subject)), _argument_features, ("subject", subject)),
            (("object", _kind_of(obj)), _argument_features, ("object", obj)),
            (form, _form_features, form),
        ]
        if place is not None:
            groups.append((("object", anchor.i, place.i), self._object_features, (anchor, place)))
        return groups

    def _object_features(self, anchor: Token, place: Token) -> _Named:
        names, values = self._gap(_OBJECT_GAP, anchor, place)
        return (*names, "object attached", f"object {place.dep_}"), (*values, float(_hangs_on(place, anchor)), 1.0)

    def _gap(self, names: tuple[str, ...], anchor: Token, argument: Token) -> _Named:
        """How far an argument stands from the predicate, and how many verbs stand between."""
        is_before = argument.i < anchor.i
        low, high = (argument.i, anchor.i) if is_before else (anchor.i, argument.i)
        between = self._verbs[high] - self._verbs[min(low + 1, high)]
        return names, (_log(high - low), float(is_before), _log(between))


def probability(features: Features) -> float:
    """The logistic model: 1 / (1 + exp(-(intercept + sum of weight times feature))).

    >>> 0 < probability({}) < 1
    True
    """
    return _logistic(_intercept() + _score(tuple(features), tuple(features.values())))


def _score(names: tuple[str, ...], values: tuple[float, ...]) -> float:
    """The sum of weight times feature over those that the model knows; exact, so that no order changes a digit."""
    return math.fsum(map(mul, _weights_of(names), values))


@lru_cache(maxsize=10_000)
def _weights_of(names: tuple[str, ...]) -> tuple[float, ...]:
    weights = _weights()
    return tuple(weights.get(name, 0.0) for name in names)


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


def _rule_features(p: Proposition) -> _Named:
    base, *derivations = p.rule.split("+")
    is_open = base.split("/")[0] == "open"
    named = (f"rule {base}", "open") if is_open else (f"relation {p.predicate}", "curated")
    derived = dict.fromkeys(f"derived {name}" for name in derivations)
    backed = dict.fromkeys(f"by {name}" for name in p.backing if name)
    names = (*named, *derived, *backed)
    return names, (1.0,) * len(names)


def _anchor_features(anchor: Token) -> _Named:
    names = ("sentence words", "anchor depth", f"anchor {anchor.dep_}", f"anchor {anchor.tag_}")
    return names, (_log(len(anchor.sent)), _log(anchor.depth), 1.0, 1.0)


def _hangs_on(argument: Token, anchor: Token) -> bool:
    """Whether the parser put the argument at the predicate, directly or by one preposition."""
    head = argument.head
    return head == anchor or (head.pos_ == "ADP" and head.head == anchor)


def _place(filler: Token | Words | Clausal | None) -> Token | None:
    if isinstance(filler, Words):
        return filler.tokens[-1]
    return filler.head if isinstance(filler, Clausal) else filler


def _kind_of(argument: Argument | None) -> tuple[object, ...]:
    """All that the features of an argument tell apart."""
    if not isinstance(argument, Mention):
        return (argument.__class__,)
    is_far = argument.cluster not in (-1, argument.start)
    return argument.kind, argument.type == "kg:Entity", is_far, argument.text.count(" ")


def _form_features(mode: Mode, polarity: Polarity, words: int) -> _Named:
    """How it is told, and how long its relation is."""
    return _OF_FORM, (float(mode is not Mode.FACTUAL), float(polarity is Polarity.NEGATIVE), _log(words))


def _argument_features(name: str, argument: Argument | None) -> _Named:
    if argument is None:
        return (f"{name} none",), (1.0,)
    if not isinstance(argument, Mention):
        return (f"{name} {'literal' if isinstance(argument, Literal) else 'statement'}",), (1.0,)
    is_far = argument.cluster not in (-1, argument.start)
    names = (f"{name} {argument.kind}", f"{name} resolved", f"{name} untyped", f"{name} words")
    return names, (1.0, float(is_far), float(argument.type == "kg:Entity"), _log(argument.text.count(" ")))
