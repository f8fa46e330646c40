"""How likely a statement is right: a number from how it was read, by a model whose weights are data.

`ontology/confidence.json` holds the weights and how, when and on what they were fitted.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from itertools import accumulate
from operator import mul
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
_SUBJECT_GAP, _OBJECT_GAP = (tuple(f"{name} {feature}" for feature in _OF_GAP) for name in ("subject", "object"))
_OF_SENTENCE = ("words", "verbs", "commas", "conjuncts", "marks", "loose", "ends")
_OF_FORM = ("not factual", "negative", "attributed", "holders", "roles", "relation words")
_SENTENCE = tuple(f"sentence {feature}" for feature in _OF_SENTENCE)
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})

Features = Mapping[str, float]
_Named = tuple[tuple[str, ...], tuple[float, ...]]  # features by name, and their values
_Group = tuple[tuple[object, ...], Callable[..., _Named], tuple[Any, ...]]  # key, what finds them, from what


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
        sentence = anchor.sent
        form = (state.mode, state.polarity, state.is_attributed, len(state.holders), len(p.roles), len(p.relation))
        groups: list[_Group] = [
            (("sentence", sentence.start), _sentence_features, (sentence,)),
            ((p.rule, p.predicate, p.backing), _rule_features, (p,)),
            (("anchor", anchor.i), _anchor_features, (anchor,)),
            (("subject", anchor.i, p.subject.i), self._counts.gap, (_SUBJECT_GAP, anchor, p.subject)),
            (("subject", _kind_of(subject)), _argument_features, ("subject", subject)),
            (("object", _kind_of(obj)), _argument_features, ("object", obj)),
            (("form", form), _form_features, form),
        ]
        if place is not None:
            groups.append((("object", anchor.i, place.i), self._object_features, (anchor, place)))
        return groups

    def _object_features(self, anchor: Token, place: Token) -> _Named:
        names, values = self._counts.gap(_OBJECT_GAP, anchor, place)
        names, values = (*names, "object attached"), (*values, float(_hangs_on(place, anchor)))
        if place.dep_ == "conj":  # which the gap tells
            return names, values
        return (*names, f"object {place.dep_}"), (*values, 1.0)


class _Counts:
    """How many nouns, verbs and marks stand before each token of a document."""

    def __init__(self, doc: Doc) -> None:
        parts = [token.pos_ for token in doc.tokens]
        self._nouns = _running(map(_NOMINAL.__contains__, parts))
        self._verbs = _running(map(VERBAL.__contains__, parts))
        self._marks = _running([token.is_punct for token in doc.tokens])

    def gap(self, names: tuple[str, ...], anchor: Token, argument: Token) -> _Named:
        """How far an argument stands from the predicate, and what stands between."""
        low, high = (anchor.i, argument.i) if anchor.i < argument.i else (argument.i, anchor.i)
        first = min(low + 1, high)
        return names, (
            _log(high - low),
            float(argument.i < anchor.i),
            _log(self._verbs[high] - self._verbs[first]),
            _log(self._nouns[high] - self._nouns[first]),
            _log(self._marks[high] - self._marks[first]),
            _log(argument.right_edge.i - argument.left_edge.i),
            float(argument.dep_ == "conj"),
        )


def _running(marks: Iterable[bool]) -> list[int]:
    return list(accumulate(marks, initial=0))


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


def _sentence_features(sentence: Span) -> _Named:
    words = [token for token in sentence if not token.is_space]
    texts = [token.text for token in words]
    arcs = [token.dep_ for token in words]
    return _SENTENCE, (
        _log(len(words)),
        _log([token.pos_ for token in words].count("VERB")),
        _log(texts.count(",")),
        _log(arcs.count("conj")),
        _log(sum(map(_MARKS.__contains__, texts))),
        _log(sum(map(_LOOSE.__contains__, arcs))),
        float(bool(texts) and texts[-1] in _ENDS),
    )


def _rule_features(p: Proposition) -> _Named:
    base, *derivations = p.rule.split("+")
    is_open = base.split("/")[0] == "open"
    named = (f"rule {base}", "open") if is_open else (f"relation {p.predicate}", "curated")
    derived = dict.fromkeys(f"derived {name}" for name in derivations)
    backed = dict.fromkeys(f"by {name}" for name in p.backing if name)
    names = (*named, *derived, *backed)
    return names, (1.0,) * len(names)


def _anchor_features(anchor: Token) -> _Named:
    has_subject = any(child.dep_ in _SUBJECTS for child in anchor.children)
    names = ("anchor depth", "anchor children", f"anchor {anchor.dep_}", f"anchor {anchor.tag_}", "anchor own subject")
    return names, (_log(anchor.depth), _log(anchor.n_lefts + anchor.n_rights), 1.0, 1.0, float(has_subject))


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


def _form_features(mode: Mode, polarity: Polarity, is_attributed: bool, holders: int, roles: int, words: int) -> _Named:
    """How it is told, and how long it is."""
    is_negative = polarity is Polarity.NEGATIVE
    told = (float(mode is not Mode.FACTUAL), float(is_negative), float(is_attributed), float(holders))
    return _OF_FORM, (*told, _log(roles), _log(words))


def _argument_features(name: str, argument: Argument | None) -> _Named:
    if argument is None:
        return (f"{name} none",), (1.0,)
    if not isinstance(argument, Mention):
        return (f"{name} {'literal' if isinstance(argument, Literal) else 'statement'}",), (1.0,)
    is_far = argument.cluster not in (-1, argument.start)
    names = (f"{name} {argument.kind}", f"{name} resolved", f"{name} untyped", f"{name} words")
    return names, (1.0, float(is_far), float(argument.type == "kg:Entity"), _log(argument.text.count(" ")))
