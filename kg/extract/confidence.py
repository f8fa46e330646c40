"""How likely a statement is right: a number from how it was read, by a model whose weights are data.

`ontology/confidence.json` holds the weights and how, when and on what they were fitted.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import accumulate
from math import log1p
from operator import mul
from typing import Any

from kg import shipped
from kg.extract.factuality import State
from kg.extract.proposition import Clausal, Proposition, Words
from kg.grammar.phrases import VERBAL
from kg.model import Argument, Literal, Mention, Mode, Polarity
from kg.parse import Doc, Token

_GAPS = {of: tuple(f"{of} {name}" for name in ("distance", "before", "past verbs")) for of in ("subject", "object")}
_OF_FORM = ("not factual", "negative", "relation words")

Features = Mapping[str, float]
_Named = tuple[tuple[str, ...], tuple[float, ...]]  # features by name, and their values
_Part = tuple[Any, ...]  # what finds some of the features, and all that it finds them from


class Confidence:
    """The confidence of the statements of one document."""

    def __init__(self, doc: Doc) -> None:
        is_verb = [token.pos_ in VERBAL for token in doc.tokens]
        self._verbs = list(accumulate(is_verb, initial=0))  # how many stand before each token

    def of(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> float:
        """From 0 to 1: the share of statements read like this one that an annotator would call right."""
        total = _intercept()
        for part in self._parts(proposition, subject, obj, state):
            total += _score_of(part)
        return _logistic(total)

    def features(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> Features:
        """What the model looks at, by name; what is absent is 0."""
        named = [find(*about) for find, *about in self._parts(proposition, subject, obj, state)]
        return {name: value for names, values in named for name, value in zip(names, values, strict=True) if value}

    def _parts(self, p: Proposition, subject: Mention, obj: Argument | None, state: State) -> list[_Part]:
        """No feature is found by two of them. Statements share most parts, whose scores are worked out once."""
        anchor, place = p.anchor, _place(p.object)
        parts: list[_Part] = [
            (_rule_features, p.rule, p.predicate, p.backing),
            (_anchor_features, anchor.sent.end - anchor.sent.start, anchor.depth, anchor.dep_, anchor.tag_),
            (_gap_features, "subject", *self._gap(anchor, p.subject)),
            (_argument_features, "subject", *_kind_of(subject)),
            (_argument_features, "object", *_kind_of(obj)),
            (_form_features, state.mode, state.polarity, len(p.relation)),
            *((_role_features, role) for role in sorted({role for role, _ in p.roles})),
        ]
        if place is not None:
            gap = self._gap(anchor, place)
            parts.append((_place_features, _hangs_on(place, anchor), place.dep_, *gap))
        return parts

    def _gap(self, anchor: Token, argument: Token) -> tuple[int, bool, int]:
        """How far an argument stands from the predicate, whether before it, and how many verbs stand between."""
        low, high = argument.i, anchor.i
        if low < high:
            return high - low, True, self._verbs[high] - self._verbs[low + 1]
        return low - high, False, self._verbs[low] - self._verbs[min(high + 1, low)]


def probability(features: Features) -> float:
    """The logistic model: 1 / (1 + exp(-(intercept + sum of weight times feature))).

    >>> 0 < probability({}) < 1
    True
    """
    return _logistic(_intercept() + _score(tuple(features), tuple(features.values())))


def _score(names: tuple[str, ...], values: tuple[float, ...]) -> float:
    """The sum of weight times feature over those that the model knows; exact, so that no order changes a digit."""
    return math.fsum(map(mul, _weights_of(names), values))


@lru_cache(maxsize=1 << 16)
def _score_of(part: _Part) -> float:
    find, *about = part
    return _score(*find(*about))


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


def _rule_features(rule: str, predicate: str, backing: tuple[str, ...]) -> _Named:
    base, *derivations = rule.split("+")
    is_open = base.split("/")[0] == "open"
    named = (f"rule {base}", "open") if is_open else (f"relation {predicate}", "curated")
    derived = dict.fromkeys(f"derived {name}" for name in derivations)
    backed = dict.fromkeys(f"by {name}" for name in backing if name)
    names = (*named, *derived, *backed)
    return names, (1.0,) * len(names)


def _anchor_features(words: int, depth: int, arc: str, tag: str) -> _Named:
    return ("sentence words", "anchor depth", f"anchor {arc}", f"anchor {tag}"), (log1p(words), log1p(depth), 1.0, 1.0)


def _gap_features(of: str, words: int, is_before: bool, verbs: int) -> _Named:
    return _GAPS[of], (log1p(words), float(is_before), log1p(verbs))


def _place_features(is_attached: bool, arc: str, *gap: Any) -> _Named:
    names, values = _gap_features("object", *gap)
    return (*names, "object attached", f"object {arc}"), (*values, float(is_attached), 1.0)


def _hangs_on(argument: Token, anchor: Token) -> bool:
    """Whether the parser put the argument at the predicate, directly or by one preposition."""
    head = argument.head
    return head == anchor or (head.pos_ == "ADP" and head.head == anchor)


def _place(filler: Token | Words | Clausal | None) -> Token | None:
    if isinstance(filler, Words):
        return filler.tokens[-1]
    return filler.head if isinstance(filler, Clausal) else filler


def _form_features(mode: Mode, polarity: Polarity, words: int) -> _Named:
    """How it is told, and how long its relation is."""
    return _OF_FORM, (float(mode is not Mode.FACTUAL), float(polarity is Polarity.NEGATIVE), log1p(words))


def _role_features(role: str) -> _Named:
    """What may be misplaced besides subject and object."""
    return (f"role {role}",), (1.0,)


def _kind_of(argument: Argument | None) -> tuple[Any, ...]:
    """All that the features of an argument tell apart: what it is, and of a mention whether it was resolved, whether
    its type is unknown, and how many words it has besides the first."""
    if isinstance(argument, Mention):
        is_far = argument.cluster not in (-1, argument.start)
        return argument.kind, is_far, argument.type == "kg:Entity", argument.text.count(" ")
    return ("none" if argument is None else "literal" if isinstance(argument, Literal) else "statement",)


def _argument_features(of: str, kind: str, *told: int) -> _Named:
    if not told:
        return (f"{of} {kind}",), (1.0,)
    is_far, is_untyped, words = told
    names = (f"{of} {kind}", f"{of} resolved", f"{of} untyped", f"{of} words")
    return names, (1.0, float(is_far), float(is_untyped), log1p(words))
