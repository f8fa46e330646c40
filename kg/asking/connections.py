"""How two things are connected: chains of facts, those first that tell most, each link with its sentence.

A chain costs its length and, for each thing that it goes through, more the more links that thing has: "both are in the
United States" tells little, and three rare links more than two through a hub.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from pyoxigraph import NamedNode, Store

from kg import lookup
from kg.asking.links import Link, Links
from kg.asking.shown import Screen, counted, evidence_json, evidence_lines, text
from kg.explain import Explained, explained
from kg.query.table import safe
from kg.rdf import BASE, compact, term
from kg.store import select

MOST_LINKS = 60_000  # that are read from the store for one question
MOST_CHAINS = 20_000  # that are begun
_Begun = tuple[float, float, tuple[str, ...], bool]  # what it costs at least, what so far, things, is its end priced
_HUB = 0.5  # of a step, for each tenfold of links that a thing has


@dataclass(frozen=True, slots=True)
class Step:
    """One link of a chain, from the thing where it is entered to the next, with the best of its evidence."""

    link: Link
    words: str  # the relation, and the proposition if there is one between: "opposes (Y sells Z)"
    is_forward: bool
    evidence: Explained
    documents: int


@dataclass(frozen=True, slots=True)
class Connection:
    """A chain of things; between two of them one or more facts."""

    iris: tuple[str, ...]
    names: tuple[str, ...]
    steps: tuple[tuple[Step, ...], ...]


@dataclass(frozen=True, slots=True)
class Connections:
    """The answer to how two are connected."""

    start: str
    goal: str
    found: tuple[Connection, ...]  # the shortest first
    is_cut: bool = False  # the graph was too large to look at all of it
    is_one: bool = False  # both names mean the same thing


def connections(
    store: Store,
    start: str,
    goal: str,
    *,
    most: int = 5,
    length: int = 4,
    with_claims: bool = False,
    base: str = BASE,
) -> Connections:
    """The chains of at most `length` links that tell most; names as people type them. NotFound names the nearest."""
    starts, goals = lookup.entities_called(store, (start, goal), base)
    search = _Search(
        Links(store, base, with_claims=with_claims), {m.iri for m in starts}, {m.iri for m in goals}, length
    )
    chains = sorted(search.chains(most), key=len)
    evidence = _Evidence(store, base)
    names = [" or ".join(dict.fromkeys(match.label for match in matches)) for matches in (starts, goals)]
    return Connections(
        names[0],
        names[1],
        tuple(_connection(chain, search.links, evidence) for chain in chains),
        search.is_cut,
        {match.iri for match in starts} == {match.iri for match in goals},
    )


class _Search:
    """The search for chains between two sets of things."""

    def __init__(self, links: Links, starts: Collection[str], goals: Collection[str], length: int) -> None:
        self.links = links
        self.is_cut = False
        self._starts, self._goals = set(starts) - set(goals), set(goals)
        self._length = length
        self._left: dict[str, int] = {}  # links to the goal, as far as it was looked at
        self._depth = 0  # how far that was

    def chains(self, most: int) -> Iterator[tuple[str, ...]]:
        """Yield up to so many chains, the cheapest first; the same for the same graph."""
        if not self._is_reachable():
            return
        waiting: list[_Begun] = [(self._rest(iri), 0.0, (iri,), True) for iri in sorted(self._starts)]
        heapq.heapify(waiting)
        begun = found = 0
        while waiting and found < most:
            _, cost, chain, is_priced = heapq.heappop(waiting)
            if chain[-1] in self._goals:
                found += 1
                yield chain
                continue
            if not is_priced:
                cost += _HUB * math.log10(1 + len(self.links.around(chain[-1])))
                heapq.heappush(waiting, (cost + self._rest(chain[-1]), cost, chain, True))
                continue
            begun += 1
            if begun > MOST_CHAINS or self.links.read > 2 * MOST_LINKS:
                self.is_cut = True
                return
            for longer in self._longer(chain):
                heapq.heappush(waiting, (cost + 1 + self._rest(longer[-1]), cost + 1, longer, False))

    def _longer(self, chain: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for other in self.links.around(chain[-1]):
            is_new = other not in chain and other not in self._starts
            if is_new and len(chain) + self._rest(other) <= self._length:
                yield (*chain, other)

    def _rest(self, iri: str) -> int:
        """How many links it takes to the goal at least."""
        return self._left.get(iri, self._depth + 1)

    def _is_reachable(self) -> bool:
        """Look from both ends, always from the one with less around it, until they meet, and one link further."""
        reached = dict.fromkeys(self._starts, 0)
        self._left = dict.fromkeys(self._goals, 0)
        edges, depths, most = [sorted(self._starts), sorted(self._goals)], [0, 0], self._length
        while sum(depths) < most and all(edges) and not self.is_cut:
            side = int(len(edges[1]) < len(edges[0]))
            depths[side] += 1
            edges[side] = self._further(edges[side], self._left if side else reached, depths[side])
            if reached.keys() & self._left.keys():
                most = min(most, sum(depths) + 1)
        self._depth = depths[1] - (self.is_cut and depths[1] > 0)
        return bool(reached.keys() & self._left.keys())

    def _further(self, edge: list[str], known: dict[str, int], depth: int) -> list[str]:
        found = []
        for iri in edge:
            for other in self.links.around(iri):
                if other not in known:
                    known[other] = depth
                    found.append(other)
            if self.links.read > MOST_LINKS:
                self.is_cut = True
                break
        return sorted(found)


class _Evidence:
    """The statements behind links, each link asked for once."""

    def __init__(self, store: Store, base: str) -> None:
        self._store = store
        self._base = base
        self._words = {p.value: label.value for p, label in select(store, _RELATIONS, base)}

    def name(self, iri: str) -> str:
        """What a thing or a proposition is called."""
        quads = self._store.quads_for_pattern(NamedNode(iri), term("rdfs:label"), None)
        return min((quad.object.value for quad in quads), default=compact(iri, self._base))  # type: ignore[union-attr]

    def step(self, link: Link, start: str) -> Step:
        """A link as it is shown."""
        words = self._words.get(link.relation, compact(link.relation, self._base))
        if link.object.startswith(f"{self._base}statement/"):
            words = f"{words} ({self.name(link.object)})"
        behind = self._behind(link)
        documents = {each.document for each in behind}
        return Step(link, words, link.subject == start, behind[0], len(documents))

    def _behind(self, link: Link) -> list[Explained]:
        """The statements of a link, the surest first."""
        if link.claim:
            return [explained(self._store, NamedNode(link.claim), self._base, depth=9)]
        query = _BEHIND % tuple(str(NamedNode(iri)) for iri in (link.object, link.subject, link.relation))
        found = [explained(self._store, st, self._base, depth=9) for (st,) in select(self._store, query, self._base)]
        return sorted(found, key=lambda each: (-float(each.confidence or 0), each.published, each.iri))


_RELATIONS = "SELECT ?p ?label { ?p a kg:Relation ; rdfs:label ?label }"
_BEHIND = """SELECT ?st { ?st rdf:object %s ; rdf:subject %s ; rdf:predicate %s ; kg:status kg:Asserted
             FILTER NOT EXISTS { ?st kg:review kg:Rejected } }"""


def _connection(chain: tuple[str, ...], links: Links, evidence: _Evidence) -> Connection:
    pairs = list(pairwise(chain))
    steps = tuple(tuple(evidence.step(link, one) for link in links.around(one)[other]) for one, other in pairs)
    return Connection(chain, tuple(map(evidence.name, chain)), steps)


def render(answer: Connections, screen: Screen) -> str:
    """The chains, and under each the sentences of its links."""
    if answer.is_one:
        return text([f"Both names mean the same thing: {safe(answer.start)}."])
    lines: list[str] = []
    for number, each in enumerate(answer.found, 1):
        lines += [screen.bold(f"{number}. {_chain(each)}")]
        for step in (step for steps in each.steps for step in steps):
            lines.append(f"   {safe(step.evidence.label)}{_more(step)}")
            lines += evidence_lines(step.evidence, screen, "     ")
        lines.append("")
    lines.append(f"{counted(len(answer.found), 'chain')} from {safe(answer.start)} to {safe(answer.goal)}.")
    return text(lines)


def _more(step: Step) -> str:
    return f" (in {counted(step.documents, 'document')})" if step.documents > 1 else ""


def _chain(each: Connection) -> str:
    parts = [each.names[0]]
    for steps, name in zip(each.steps, each.names[1:], strict=True):
        step = min(steps, key=lambda s: (bool(s.link.claim), -s.documents))
        more = f" +{len(steps) - 1}" if len(steps) > 1 else ""
        said = f"{step.words}{'?' if step.link.claim else ''}{more}"
        parts += [f"—{said}→" if step.is_forward else f"←{said}—", name]
    return safe(" ".join(parts))


def plain(answer: Connections) -> Mapping[str, object]:
    """The answer for programs."""
    return {
        "from": answer.start,
        "to": answer.goal,
        "is_cut": answer.is_cut,
        "is_one": answer.is_one,
        "connections": [
            {
                "things": [{"iri": i, "name": n} for i, n in zip(each.iris, each.names, strict=True)],
                "steps": [[_step(step) for step in steps] for steps in each.steps],
            }
            for each in answer.found
        ],
    }


def _step(step: Step) -> dict[str, object]:
    link = step.link
    return {
        "subject": link.subject,
        "relation": link.relation,
        "object": link.object,
        "words": step.words,
        "is_forward": step.is_forward,
        "documents": step.documents,
        "evidence": evidence_json(step.evidence),
    }
