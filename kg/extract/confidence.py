"""How likely a statement is right: a number from how it was read, by a model whose weights are data.

`ontology/confidence.json` holds the weights and how, when and on what they were fitted.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from kg import shipped
from kg.extract.factuality import State
from kg.extract.proposition import Clausal, Proposition, Words
from kg.model import Argument, Literal, Mention, Mode, Polarity
from kg.parse import Doc, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")

Features = Mapping[str, float]
_Group = tuple[tuple[object, ...], Callable[..., Features], tuple[Any, ...]]  # key, what finds them, from what


class Confidence:
    """The confidence of the statements of one document."""

    def __init__(self, doc: Doc) -> None:
        self._sentence_of = {token.i: number for number, sent in enumerate(doc.sents) for token in sent}
        self._sentences = [list(sent) for sent in doc.sents]
        self._scores: dict[tuple[object, ...], float] = {}  # statements share most of what makes them up

    def of(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> float:
        """From 0 to 1: the share of statements read like this one that an annotator would call right."""
        scores, total = self._scores, _weights()[""]
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
        anchor, place, sentence = p.anchor, _place(p.object), self._sentence_of[p.anchor.i]
        groups: list[_Group] = [
            (("sentence", sentence), _sentence_features, (self._sentences[sentence],)),
            (("rule", p.rule, p.predicate, p.backing), _rule_features, (p,)),
            (("size", len(p.roles), len(p.relation)), _size_features, (p,)),
            (("anchor", anchor.i), _anchor_features, (anchor,)),
            (("subject", anchor.i, p.subject.i), _gap_features, ("subject", anchor, p.subject)),
            (_kind_of("subject", subject), _argument_features, ("subject", subject)),
            (_kind_of("object", obj), _argument_features, ("object", obj)),
            ((state.mode, state.polarity, state.is_attributed, len(state.holders)), _state_features, (state,)),
        ]
        if place is not None:
            groups.append((("object", anchor.i, place.i), _object_features, (anchor, place)))
        return groups


def probability(features: Features) -> float:
    """The logistic model: 1 / (1 + exp(-(intercept + sum of weight times feature))).

    >>> 0 < probability({}) < 1
    True
    """
    return _logistic(_weights()[""] + _score(features))


def _score(features: Features) -> float:
    """The sum of weight times feature over those that the model knows; exact, so that no order changes a digit."""
    weights = _weights()
    return math.fsum(weights[name] * value for name, value in features.items() if value and name and name in weights)


def _logistic(score: float) -> float:
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, score)))), 3)


@cache
def _weights() -> Mapping[str, float]:
    """The weights by feature; the intercept under the empty name."""
    path = shipped.folder("ontology") / "confidence.json"
    stored = json.loads(path.read_text(encoding="utf-8"))
    return {"": float(stored["intercept"]), **{name: float(value) for name, value in stored["weights"].items()}}


def _sentence_features(sentence: list[Token]) -> dict[str, float]:
    words = [token for token in sentence if not token.is_space]
    return {
        "sentence words": math.log1p(len(words)),
        "sentence verbs": math.log1p(sum(token.pos_ == "VERB" for token in words)),
        "sentence commas": math.log1p(sum(token.text == "," for token in words)),
        "sentence conjuncts": math.log1p(sum(token.dep_ == "conj" for token in words)),
        "sentence marks": math.log1p(sum(token.text in ';:()[]"“”–-' for token in words)),
        "sentence loose": math.log1p(sum(token.dep_ in ("dep", "parataxis") for token in words)),
        "sentence ends": float(bool(words) and words[-1].text in ".!?”\"'’)"),
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
    return {"roles": math.log1p(len(p.roles)), "relation words": math.log1p(len(p.relation))}


def _anchor_features(anchor: Token) -> dict[str, float]:
    return {
        "anchor depth": math.log1p(anchor.depth),
        "anchor children": math.log1p(anchor.n_lefts + anchor.n_rights),
        f"anchor {anchor.dep_}": 1.0,
        f"anchor {anchor.tag_}": 1.0,
        "anchor own subject": float(any(child.dep_ in _SUBJECTS for child in anchor.children)),
    }


def _object_features(anchor: Token, place: Token) -> dict[str, float]:
    found = _gap_features("object", anchor, place)
    return found | {f"object {place.dep_}": 1.0, "object attached": float(_hangs_on(place, anchor))}


def _gap_features(name: str, anchor: Token, argument: Token) -> dict[str, float]:
    """How far an argument stands from the predicate, and what stands between."""
    low, high = sorted((anchor.i, argument.i))
    verbs = nouns = marks = 0
    for token in anchor.doc.tokens[low + 1 : high]:
        verbs += token.pos_ in ("VERB", "AUX")
        nouns += token.pos_ in _NOMINAL
        marks += token.is_punct
    return {
        f"{name} distance": math.log1p(high - low),
        f"{name} before": float(argument.i < anchor.i),
        f"{name} past verbs": math.log1p(verbs),
        f"{name} past nouns": math.log1p(nouns),
        f"{name} past commas": math.log1p(marks),
        f"{name} subtree": math.log1p(argument.right_edge.i - argument.left_edge.i),
        f"{name} conj": float(argument.dep_ == "conj"),
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
        f"{name} words": math.log1p(argument.text.count(" ")),
    }


def _state_features(state: State) -> dict[str, float]:
    return {
        "not factual": float(state.mode is not Mode.FACTUAL),
        "negative": float(state.polarity is Polarity.NEGATIVE),
        "attributed": float(state.is_attributed),
        "holders": float(len(state.holders)),
    }
