"""A graph sent to a SPARQL endpoint: only what changed since the last time, and counted there when it is done.

In: lines of N-Triples. Out: requests to the endpoint that was named, and to nobody else; an account of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kg.errors import PushError
from kg.push import protocols
from kg.push.client import AUTHENTICATIONS, Access, Client, Manner
from kg.push.memory import FILE, Memory, remembered
from kg.push.steps import MOST_TRIPLES, Step, steps
from kg.push.target import DEFAULT, PROTOCOLS, Target

__all__ = [
    "AUTHENTICATIONS",
    "DEFAULT",
    "FILE",
    "MOST_TRIPLES",
    "PROTOCOLS",
    "Access",
    "Manner",
    "Pushed",
    "Step",
    "Target",
    "accounted",
    "plan",
    "push",
]


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, or would do."""

    inserted: int
    deleted: int
    requests: int
    expected: int  # triples of the graph here
    found: int | None = None  # triples at the endpoint afterwards; None if nothing was sent

    @property
    def is_whole(self) -> bool:
        """Whether the endpoint holds as many triples as the graph here."""
        return self.found == self.expected


@dataclass(frozen=True, slots=True)
class _Push:
    """One push on its way."""

    client: Client
    target: Target
    memory: Memory
    most: int
    told: Callable[[Step], object] = field(default=lambda _: None)

    def send(self, step: Step) -> None:
        """Do a step and remember it; a step that is broken off is done again next time."""
        self.memory.begin(step)
        protocols.SENDERS[self.target.protocol](self.client, self.target, step)
        self.memory.acknowledge(step)
        self.told(step)

    def found(self) -> int:
        """How many triples the endpoint has."""
        return protocols.count(self.client, self.target)

    def settle(self, *, is_replacing: bool) -> bool:
        """Bring endpoint and memory together before a push; tells whether all is to be sent anew."""
        if is_replacing:
            return True
        found = self.found()  # before anything is written
        if pending := self.memory.pending():
            self.send(pending)
            found = self.found()
        known = len(self.memory.lines())
        if found == known or not found:
            return known != found
        raise PushError(
            f"{self.target.endpoint}: {self.target.name} holds {found:,} triples; {known:,} were sent from here. "
            "Name another --graph, or replace what is there with --replace."
        )


def plan(lines: Iterable[bytes], target: Target, state: Path, *, most: int = MOST_TRIPLES) -> list[Step]:
    """The requests that a push would make, as far as is known without asking the endpoint."""
    if not state.exists():
        return list(steps(frozenset(), frozenset(lines), most, is_replacing=target.protocol == "graph-store"))
    with remembered(state, target) as memory:
        return _steps(memory, frozenset(lines), target, most, is_afresh=False)


def push(
    lines: Iterable[bytes],
    target: Target,
    state: Path,
    *,
    access: Access | None = None,
    manner: Manner | None = None,
    most: int = MOST_TRIPLES,
    is_replacing: bool = False,
    begun: Callable[[list[Step]], Callable[[Step], object]] = lambda _: lambda _: None,
) -> Pushed:
    """Make a graph of an endpoint what the lines say, and count it there.

    `begun` hears of all requests, and what it gives of each that was answered. PushError if the endpoint cannot be
    reached or refuses; what was acknowledged until then is remembered, and the next push goes on from there.
    """
    wanted = frozenset(lines)
    with remembered(state, target) as memory:
        client = Client(access or Access(), manner or Manner())
        is_afresh = _Push(client, target, memory, most).settle(is_replacing=is_replacing)
        todo = _steps(memory, wanted, target, most, is_afresh=is_afresh)
        going = _Push(client, target, memory, most, begun(todo))
        for step in todo:
            going.send(step)
        return accounted(todo, len(wanted), going.found())


def _steps(memory: Memory, wanted: frozenset[bytes], target: Target, most: int, *, is_afresh: bool) -> list[Step]:
    there = memory.lines()
    is_first_or_less = not there or not there <= wanted
    is_replacing = is_afresh or (target.protocol == "graph-store" and is_first_or_less)
    return list(steps(there, wanted, most, is_replacing=is_replacing))


def accounted(todo: list[Step], expected: int, found: int | None = None) -> Pushed:
    """What some requests do, in numbers."""
    inserted, deleted = sum(len(step.inserted) for step in todo), sum(len(step.deleted) for step in todo)
    return Pushed(inserted, deleted, len(todo), expected, found)
