"""Bare surnames that two of a text bear: "Ann Lund left. *Lund* ... Per Lund stayed. *Lund*" are two, and so are Ann
Lund and the firm Lund Foods."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.nodes import Clusters, Node, agree
from kg.annotate.names.spelling import Name
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.naming import holdings, small_words, telling_verbs, titles
from kg.parse import Span, Token

_Place = tuple[int, int]  # where a name begins, and whose it is
_BESIDE = frozenset({"compound", "appos", "nmod", "flat"})
_OFTEN = 3  # times that one is called in full, of whom a text never says the surname alone


def by_bearer(clusters: Clusters, node: Node, bearers: list[Node]) -> Iterator[tuple[Node, Node]]:
    """The names of a bare surname, parted by who of several is meant: nodes of their own, each with its bearer."""
    bearers = _apart(bearers)
    if len(bearers) < 2 or " " in node.key:
        return
    named = [(n, i) for i, bearer in enumerate(bearers) for n in bearer.names if not n.is_heading]
    full = [(n.start, i) for n, i in named if clusters.text(n).casefold().endswith(f" {node.key}")]
    meant: dict[int, list[Name]] = {}
    bare: list[_Place] = []
    for name in sorted(node.names, key=lambda n: n.start):
        i = _meant(clusters, name, bearers, full, bare)
        if i is not None:
            meant.setdefault(i, []).append(name)
            bare.append((name.start, i))
    is_one = len(meant) == 1 and sum(map(len, meant.values())) == len(node.names)
    for i, names in meant.items():
        yield node if is_one else clusters.part(node, names), bearers[i]


def of_firm(clusters: Clusters, node: Node, bearers: list[Node]) -> tuple[Node, Node] | None:
    """The bare surnames by which a firm is meant that a person of the text is called like: "Lund Foods grew. Ann Lund
    left. *Lund* said it would sell a mill"; a node of their own, and the firm's."""
    firms = [n for n in clusters.nodes if n.key.startswith(f"{node.key} ") and n.family == "organization"]
    if len(firms) != 1 or not bearers or " " in node.key:
        return None
    names = [n for n in node.names if n.start > firms[0].first and _is_it(clusters, n)]
    if not names:
        return None
    part = clusters.part(node, names)
    part.forget_labels()
    return part, firms[0]


def _is_it(clusters: Clusters, name: Name) -> bool:
    """Whether a sentence goes on with "it" for a name, and with what firms do or have: "*Lund* said it would sell"."""
    root = clusters.doc[name.start : name.end].root
    verb = root.head
    if root.dep_ != "nsubj" or clusters.address_gender(name):
        return False
    told = [t for c in verb.rights if c.dep_ == "ccomp" for t in c.lefts if t.dep_ in NOMINAL_SUBJECTS]
    if verb.lemma_ in telling_verbs("speech") and any(t.lower_ == "it" and _does_as_firms(t) for t in told):
        return True
    owned = [*told, *(c for c in verb.rights if c.dep_ == "dobj")]
    return any(t.lower_ == "its" for noun in owned if _is_had_by_firms(noun) for t in noun.lefts)


def _does_as_firms(pronoun: Token) -> bool:
    verb = pronoun.head
    deeds = [verb, *(c for c in verb.rights if c.dep_ in ("xcomp", "conj") and c.lemma_ not in telling_verbs("speech"))]
    return pronoun.dep_ == "nsubj" and any(deed.lemma_ in telling_verbs("agent") for deed in deeds)


def _is_had_by_firms(noun: Token) -> bool:
    return noun.lemma_.lower() in holdings() | small_words("business")


def _apart(bearers: list[Node]) -> list[Node]:
    """Those who are surely two: no "Walt Lund" beside "Walt J. Lund"."""
    found: list[Node] = []
    for bearer in bearers:
        if not any(agree(bearer, other) for other in found):
            found.append(bearer)
    return found


def _meant(clusters: Clusters, name: Name, bearers: list[Node], full: list[_Place], bare: list[_Place]) -> int | None:
    """Who of several is meant by a surname: whom the sentence before is about, else who was called so last, else the
    first of the text; nobody of whom the same sentence tells in full, which leaves none in "Lund is Per Lund's son"."""
    doc = clusters.doc
    sentence = doc[name.start].sent
    beside = {i for start, i in full if sentence.start <= start < sentence.end}
    told = [i for i in range(len(bearers)) if i not in beside and _may_be(clusters, name, bearers[i])]
    others = {i for i in told if sum(j == i for _, j in full) == 1 and _has_title(clusters, bearers[i])}
    told = [i for i in told if not others or i in others or sum(j == i for _, j in full) < _OFTEN] or told
    just = [i for start, i in full if i in told and start < sentence.start and _is_topic(doc[start], sentence)]
    return next(iter([*just, *(i for _, i in reversed(bare) if i in told), *told]), None)


def _has_title(clusters: Clusters, bearer: Node) -> bool:
    """Whether somebody is introduced by what he is: "President Joe Byrne"."""
    first = bearer.names[0]
    return first.outer < first.start or (first.start > 0 and clusters.doc[first.start - 1].text in titles())


def _may_be(clusters: Clusters, name: Name, bearer: Node) -> bool:
    told, given = clusters.address_gender(name), clusters.given_gender(bearer.names[0])
    return not (told and given and told != given)


def _is_topic(first: Token, sentence: Span) -> bool:
    """Whether the sentence before is about a name, and not about a birth, where people have other names."""
    word = first
    while word.dep_ in _BESIDE and word.head is not word:
        word = word.head
    verb = word.head
    is_before = all(t.is_space for t in sentence.doc[verb.sent.end : sentence.start])
    return is_before and word.dep_ in NOMINAL_SUBJECTS and verb.dep_ == "ROOT" and verb.lower_ != "born"
