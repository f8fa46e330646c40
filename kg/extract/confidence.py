"""How likely a statement is right: a number from how it was read, by a model whose weights are data.

`ontology/confidence.json` holds the weights and how, when and on what they were fitted.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache

from kg import shipped
from kg.extract.factuality import State
from kg.extract.proposition import Clausal, Proposition, Words
from kg.model import Argument, Literal, Mention, Mode, Polarity
from kg.parse import Doc, Token

_NOMINAL = ("NOUN", "PROPN", "PRON", "NUM")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj")

Features = Mapping[str, float]


class Confidence:
    """The confidence of the statements of one document."""

    def __init__(self, doc: Doc) -> None:
        self._sentence_of = {token.i: number for number, sent in enumerate(doc.sents) for token in sent}
        self._sentences = [_sentence_features(list(sent)) for sent in doc.sents]

    def of(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> float:
        """From 0 to 1: the share of statements read like this one that an annotator would call right."""
        return probability(self.features(proposition, subject, obj, state))

    def features(self, proposition: Proposition, subject: Mention, obj: Argument | None, state: State) -> Features:
        """What the model looks at, by name; what is absent is 0."""
        return {
            **self._sentences[self._sentence_of[proposition.anchor.i]],
            **_rule_features(proposition),
            **_path_features(proposition),
            **_argument_features("subject", subject),
            **_argument_features("object", obj),
            **_state_features(state),
        }


def probability(features: Features) -> float:
    """The logistic model: 1 / (1 + exp(-(intercept + sum of weight times feature))).

    >>> 0 < probability({}) < 1
    True
    """
    weights = _weights()
    terms = [weights[name] * value for name, value in features.items() if value and name and name in weights]
    score = math.fsum((weights[""], *terms))  # exact, so that no order of features changes a digit
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


def _path_features(p: Proposition) -> dict[str, float]:
    """How far the arguments stand from the predicate, and what stands between."""
    place = _place(p.object)
    found = {
        **_gap_features("subject", p.anchor, p.subject),
        "anchor depth": math.log1p(p.anchor.depth),
        "anchor children": math.log1p(p.anchor.n_lefts + p.anchor.n_rights),
        f"anchor {p.anchor.dep_}": 1.0,
        f"anchor {p.anchor.tag_}": 1.0,
        "anchor own subject": float(any(child.dep_ in _SUBJECTS for child in p.anchor.children)),
        "roles": math.log1p(len(p.roles)),
        "relation words": math.log1p(len(p.relation)),
    }
    if place is not None:
        found |= _gap_features("object", p.anchor, place)
        found |= {f"object {place.dep_}": 1.0, "object attached": float(_hangs_on(place, p.anchor))}
    return found


def _gap_features(name: str, anchor: Token, argument: Token) -> dict[str, float]:
    low, high = sorted((anchor.i, argument.i))
    verbs = nouns = marks = 0
    for token in anchor.doc[low + 1 : high]:
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
