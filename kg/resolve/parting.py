"""Two of one name in one text: what was read as one thing there, as the two or more that people judged it to be.

In: a reading, and judgements that tell mentions of one document apart. Out: the reading with a cluster for each.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, count

from kg.judgements import Judgement, Reference, may_part, reference
from kg.model import Argument, Document, Mention, MentionKind, Reading, Statement
from kg.naming import normal_form
from kg.resolve.records import Part, bare_name, words_for

Anchors = Mapping[Reference, list[Mention]]


def concerning(judgements: Iterable[Judgement], document: Document) -> list[Judgement]:
    """The judgements that may tell apart what one document names alike."""
    names = set(words_for(document))
    return [each for each in judgements if may_part(each) and all(one.document in names for one in _both(each))]


def _both(judgement: Judgement) -> tuple[Reference, Reference]:
    return reference(judgement.a), reference(judgement.b)


def parted(reading: Reading, judgements: Iterable[Judgement]) -> tuple[Reading, tuple[Part, ...]]:
    """The reading in which each that people told apart is a cluster of its own, and which clusters are two.

    A mention that no judgement means goes with the one before it that one does: "she" behind "Ann Lund".
    """
    if reading.document.is_data or not (found := concerning(judgements, reading.document)):
        return reading, ()
    clusters: dict[int, list[Mention]] = defaultdict(list)
    for mention in sorted(reading.mentions):
        clusters[mention.cluster].append(mention)
    new: dict[int, _Division] = {}
    parts: list[Part] = []
    taken = set(clusters)
    for cluster, mentions in clusters.items():
        pairs = [(each, *_both(each)) for each in found]
        anchors = meant_by(mentions, {one for _, *two in pairs for one in two})
        pairs = [(each, one, other) for each, one, other in pairs if one in anchors and other in anchors]
        if pairs:
            meant = {one: anchors[one] for one in anchors if any(one in two for _, *two in pairs)}
            new[cluster] = division = _division(cluster, mentions, meant, taken)
            parts += [Part(e.a, e.b, division.clusters[one], division.clusters[other]) for e, one, other in pairs]
    if not new:
        return reading, ()
    moved = replace(
        reading,
        mentions=tuple(sorted(_moved(mention, new) for mention in reading.mentions)),
        statements=tuple(_told(statement, new) for statement in reading.statements),
    )
    return moved, tuple(parts)


def meant_by(mentions: Sequence[Mention], meant: Iterable[Reference]) -> Anchors:
    """The mentions of a cluster that references mean; what one means by its place, no other means by its name."""
    named = [mention for mention in mentions if mention.kind is MentionKind.NAME]
    names = {normal_form(bare_name(mention.text)) for mention in named} | {normal_form(m.name) for m in named}
    found: dict[Reference, list[Mention]] = {}
    placed: set[Mention] = set()
    for one in sorted(meant, key=lambda one: (not one.span, one)):
        if one.span:
            start, end = one.span
            hits = [m for m in mentions if one.name in names and start <= m.start and m.end <= end and m not in placed]
            placed.update(hits)
        else:
            hits = [m for m in named if normal_form(bare_name(m.text)) == one.name and m not in placed]
        if hits:
            found[one] = hits
    return found


@dataclass(frozen=True, slots=True)
class _Division:
    """Of what was one cluster: where the mentions begin that tell whose turn it is, and what each part is now."""

    starts: list[int]
    whose: list[Reference]  # beside each start
    clusters: Mapping[Reference, int]
    names: Mapping[Reference, str]

    def at(self, start: int) -> tuple[int, str]:
        """The cluster and name of a mention that begins there."""
        one = self.whose[max(0, bisect_right(self.starts, start) - 1)]
        return self.clusters[one], self.names[one]


def _division(cluster: int, mentions: Sequence[Mention], anchors: Anchors, taken: set[int]) -> _Division:
    """The part with the first mention keeps the cluster; each other is named by its first that names no other yet."""
    order = sorted((mention.start, one) for one, found in anchors.items() for mention in found)
    bare = _Division([start for start, _ in order], [one for _, one in order], {}, {})
    members: dict[Reference, list[Mention]] = defaultdict(list)
    for mention in mentions:
        members[bare.whose[max(0, bisect_right(bare.starts, mention.start) - 1)]].append(mention)
    clusters: dict[Reference, int] = {}
    for one, own in members.items():  # in the order of the text
        free = (start for start in chain((m.start for m in own), count(own[-1].end)) if start not in taken)
        clusters[one] = next(free) if clusters else cluster
        taken.add(clusters[one])
    return _Division(bare.starts, bare.whose, clusters, {one: _best_name(own) for one, own in members.items()})


def _best_name(mentions: Sequence[Mention]) -> str:
    """The longest name among mentions, the first of those; else what they were called before."""
    names = [bare_name(mention.text) for mention in mentions if mention.kind is MentionKind.NAME]
    return max(names, key=lambda name: len(name.split()), default=mentions[0].name)


def _moved(mention: Mention, new: Mapping[int, _Division]) -> Mention:
    if mention.cluster not in new:
        return mention
    cluster, name = new[mention.cluster].at(mention.start)
    return replace(mention, cluster=cluster, name=name)


def _told(statement: Statement, new: Mapping[int, _Division]) -> Statement:
    """The statement about whom it is now; its id does not change."""

    def moved(argument: Argument) -> Argument:
        return _moved(argument, new) if isinstance(argument, Mention) else argument

    return replace(
        statement,
        subject=_moved(statement.subject, new),
        object=None if statement.object is None else moved(statement.object),
        roles=tuple((role, moved(value)) for role, value in statement.roles),
        attributed_to=tuple(_moved(holder, new) for holder in statement.attributed_to),
        relayed_by=tuple(_moved(holder, new) for holder in statement.relayed_by),
    )
