"""What kind of thing a name names: votes from the recogniser, from its own words and from the words beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from kg.annotate.names.classes import SOMEWHERE, family
from kg.annotate.names.evidence import evidence
from kg.annotate.names.spelling import Name
from kg.grammar.phrases import PLURALS
from kg.naming import CLASS_BY_LABEL, telling_verbs
from kg.parse import Doc

_CAMEL = re.compile(r"[A-Z]{2,}[a-z]|(?<!Mc)(?<!Mac)(?<!De)(?<!La)[a-z][A-Z]")
_GENERIC = {
    "kg:Organization": 0.1,
    "kg:Place": 0.6,
    SOMEWHERE: 0.6,
}  # a general class yields to a special one of its family
_VAGUE_LABEL = {"kg:Place": 0.5}  # and so does a label that says less than a head word: "Tessaly Valley"

Votes = dict[str, float]  # weight by class


def together(*ballots: Votes) -> Votes:
    """Votes added up."""
    votes: Votes = {}
    for ballot in ballots:
        for type_, weight in ballot.items():
            votes[type_] = votes.get(type_, 0.0) + weight
    return votes


def label_votes(doc: Doc, names: Iterable[Name]) -> Votes:
    """The recogniser's votes, in all no more than two firm signs weigh, however often the name occurs."""
    votes = together(*({CLASS_BY_LABEL[name.label]: _plausibility(doc, name)} for name in names if name.label))
    votes = {type_: weight for type_, weight in votes.items() if weight}
    total = sum(votes.values())
    scale = 2.0 / total if total > 2 else 1.0
    return {type_: weight * scale for type_, weight in votes.items()}


def _plausibility(doc: Doc, name: Name) -> float:
    """How far grammar bears a label out: a people is plural, no person or town is "the Freja", nobody "HaldenMoney"."""
    if name.label == "NORP":
        return 1.0 if doc[name.end - 1].tag_ in PLURALS else 0.4
    is_thing = bool(name.outer) and doc[name.outer - 1].lower_ == "the" and doc[name.outer - 1].head.i < name.end
    is_camel = name.end - name.start == 1 and _CAMEL.search(doc[name.start].text) is not None
    if name.label == "GPE" and (is_thing or _is_team(doc, name)):
        return 0.4
    return 0.0 if name.label == "PERSON" and (is_thing or is_camel) else 1.0


def _is_team(doc: Doc, name: Name) -> bool:
    """Whether it does what a team does and no town: "Orlo beat Halden 2-1"."""
    root = doc[name.start : name.end].root
    return root.dep_ == "nsubj" and root.head.lemma_ in telling_verbs("match")


def cue_votes(doc: Doc, names: Iterable[Name]) -> Votes:
    """What the names' own words and their neighbours tell; a sign counts twice at most."""
    seen = Counter(sign for name in names for sign in evidence(doc, name))
    return together(*({type_: weight * min(count, 2)} for (_, type_, weight), count in seen.items()))


def decide(labels: Votes, cues: Votes, *, is_acronym: bool = False) -> str:
    """The class with the most votes: first the coarse kind, then the class within it.

    Nothing known: kg:Entity, but what is only written in capitals is mostly a body.
    """
    votes = together(labels, cues)
    if not votes:
        return "kg:Organization" if is_acronym else "kg:Entity"
    by_family = together(*({family(type_): weight} for type_, weight in votes.items()))
    best = min(by_family, key=lambda f: (-by_family[f], f))
    vague = {type_: weight * _VAGUE_LABEL.get(type_, 1.0) for type_, weight in labels.items()}
    inside = together(vague, cues)
    inside = {t: w * _GENERIC.get(t, 1.0) for t, w in inside.items() if family(t) == best}
    found = min(inside, key=lambda t: (-inside[t], t))
    return "kg:GeopoliticalEntity" if found == SOMEWHERE else found
