"""Teams, which go on by their nickname and by their town: "the Otters" and "Elmira", after "Elmira Otters"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.annotate.names.classes import family
from kg.annotate.names.nodes import Clusters, Node
from kg.annotate.names.spelling import Name, in_title, written
from kg.annotate.names.tokens import is_given
from kg.annotate.names.types import together
from kg.gazetteer import places_called
from kg.naming import demonyms, head_words, normal_form, small_words, telling_verbs
from kg.parse import Doc, Token

_RESULT = re.compile(r"\b\d{1,3}[-–]\d{1,3}\b")
_OPPOSED = frozenset({"against", "over", "past", "versus"})
_TEAM = 2.5  # as much as a noun that says what it is


def playing(doc: Doc, names: Iterable[Name]) -> frozenset[int]:
    """Where the names of towns begin that stand for the one team that the text names after the town."""
    names = [name for name in names if not name.is_nested]
    teams: dict[str, set[str]] = defaultdict(set)
    for name in names:
        if (town := town_of(doc, name)) is not None:
            teams[town].add(normal_form(written(doc[name.start : name.end])))
    if not teams:
        return frozenset()
    is_match = _has_result(doc)
    towns = (n for n in names if len(teams.get(normal_form(written(doc[n.start : n.end])), ())) == 1)
    is_one = (n for n in towns if not n.is_heading)
    return frozenset(n.start for n in is_one if _plays(doc[n.start : n.end].root, is_match=is_match))


def teams(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """What stands for a team: its nickname with "the", and its town where it plays."""
    doc = clusters.doc
    by_key = {node.key: node for node in clusters.nodes if not _is_playing(clusters, node)}
    towns = {node.key: node for node in clusters.nodes if _is_playing(clusters, node)}
    for team in clusters.nodes:
        name = team.names[0]
        if (town := town_of(doc, name)) is None:
            continue
        nickname = by_key.get(normal_form(doc[name.end - 1].text))
        if nickname is not None and _is_nickname(doc[name.end - 1]) and _is_called_so(doc, nickname):
            team.cues = together(team.cues, {"kg:Organization": _TEAM})
            yield _bare(nickname), team
        if town in towns:
            team.cues = together(team.cues, {"kg:Organization": _TEAM})
            yield _bare(towns[town]), team
            if town in by_key and not _is_place(by_key[town]):
                yield _bare(by_key[town]), team


def _bare(node: Node) -> Node:
    """A node whose signs are forgotten: of a short form they tell nothing about the thing."""
    node.forget_labels()
    node.cues = {}
    return node


def _is_playing(clusters: Clusters, node: Node) -> bool:
    return all(name.start in clusters.playing for name in node.names)


def _is_place(town: Node) -> bool:
    """Whether anything but the recogniser's label tells that a town's name is the town's; inside a name it is."""
    return any(family(type_) == "place" for type_ in town.cues) or all(name.is_nested for name in town.names)


def town_of(doc: Doc, name: Name) -> str | None:
    """The normal form of the town after which a team is called: "elmira" of "Elmira Otters" and "Elmira United"."""
    last = doc[name.end - 1]
    is_team = last.lower_ in small_words("team")
    if not 1 < name.end - name.start < 5 or not (is_team or _is_nickname(last)) or is_given(doc[name.start]):
        return None
    town = written(doc[name.start : name.end - 1])
    is_town = is_team or bool(places_called(town)) or (_has_result(doc) and name.label != "PERSON")
    return normal_form(town) if is_town else None


def _has_result(doc: Doc) -> bool:
    return _RESULT.search(doc.text) is not None


def has_nickname(doc: Doc, name: Name) -> bool:
    """Whether a name is a team's that ends in what it is called: "Otters" of "Elmira Otters"."""
    return _is_nickname(doc[name.end - 1]) and town_of(doc, name) is not None


def _is_nickname(last: Token) -> bool:
    """Whether a word in the plural may be what a team is called, and no people or party: "Pioneers", "Kings"."""
    head = head_words("last").get(last.text)
    is_other = head is not None and head.type != "kg:Organization"
    return last.text.istitle() and last.text[-1] == "s" and len(last) > 3 and not (last.text in demonyms() or is_other)


def _is_called_so(doc: Doc, nickname: Node) -> bool:
    """Whether it mostly has "the" in running text, as "the Otters" have."""
    running = [n for n in nickname.names if not (n.is_nested or n.is_heading or in_title(doc, n.start))]
    told = [name.start > 0 and doc[name.start - 1].lower_ == "the" for name in running]
    return 0 < sum(told) * 2 >= len(told)


def _plays(town: Token, *, is_match: bool) -> bool:
    """Whether a town does or suffers what teams do; where a result is told, what else they do at a match."""
    verb = town.head
    if town.dep_ in {"compound", "poss"}:
        return verb.lower_ in small_words("player")
    if town.dep_ == "pobj":
        return is_match and verb.lower_ in _OPPOSED
    doing = telling_verbs("match") | (telling_verbs("fixture") | telling_verbs("play") if is_match else frozenset())
    if town.dep_ == "dobj":
        return verb.lemma_ in telling_verbs("match") | (telling_verbs("fixture") if is_match else frozenset())
    return town.dep_ == "nsubj" and verb.lemma_ in doing
