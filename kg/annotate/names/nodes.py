"""The things that the names of a document name, while they are being found out; two are joined only if they agree."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from kg.annotate.names.classes import family
from kg.annotate.names.namesakes import Apart
from kg.annotate.names.spelling import Name, written
from kg.annotate.names.types import Votes, cue_votes, decide, label_votes, together
from kg.grammar.phrases import VERBAL
from kg.naming import given_names, normal_form, small_words, titles
from kg.parse import Doc


@dataclass(slots=True)
class Node:
    """The names of one thing, in reading order, and what they say about its class."""

    key: str
    names: list[Name]
    labels: Votes  # the recogniser's
    cues: Votes  # of the names' own words and their neighbours
    keys: set[str] = field(default_factory=set)
    is_acronym: bool = False  # whether it is only written in capitals
    best: str = ""  # the form to call it by, when a rule knows better than the longest
    _told: tuple[Votes, Votes, str] | None = None  # the votes that were counted last, and the class

    @property
    def type(self) -> str:
        if self._told is None or self._told[0] is not self.labels or self._told[1] is not self.cues:
            self._told = self.labels, self.cues, decide(self.labels, self.cues, is_acronym=self.is_acronym)
        return self._told[2]

    @property
    def is_sure(self) -> bool:
        """Whether more than the recogniser's label of a single word tells the class."""
        return bool(self.cues) or any(" " in key for key in self.keys)

    @property
    def family(self) -> str:
        return family(self.type)

    @property
    def first(self) -> int:
        return min(name.start for name in self.names)

    def forget_labels(self) -> None:
        """Let the recogniser's labels not count: of a short form they tell nothing about the thing."""
        self.labels = {}
        for name in self.names:
            name.label = ""


class Clusters:
    """Nodes of a document by key; `merge` joins two if nothing speaks against it. In `playing` is where names of towns
    begin that stand for teams, in `apart` are pairs of keys that the text says are two things."""

    def __init__(
        self, doc: Doc, names: list[Name], apart: Apart = frozenset(), playing: frozenset[int] = frozenset()
    ) -> None:
        self.doc = doc
        self.apart = apart
        self.playing = playing
        self._texts: dict[tuple[int, int], str] = {}
        self._clauses: dict[int, int] | None = None
        grouped: dict[tuple[str, bool, str, bool], list[Name]] = defaultdict(list)
        shared = self._shared_surnames(names)
        for name in sorted(names, key=lambda n: (n.start, n.end)):
            text = self.text(name)
            gender = self.address_gender(name) if text in shared else ""
            grouped[normal_form(text), _is_another(doc, name), gender, name.start in self.playing].append(name)
        self.nodes = [self._node(key, group) for (key, *_), group in grouped.items() if key]

    def _node(self, key: str, names: list[Name]) -> Node:
        capitals = all(len(text := self.text(name)) > 2 and text.isupper() and text.isalpha() for name in names)
        votes = label_votes(self.doc, names), cue_votes(self.doc, names)
        return Node(key, names, *votes, {key}, is_acronym=capitals and not any(name.is_heading for name in names))

    def part(self, node: Node, names: list[Name]) -> Node:
        """A node of its own for some of the names of another, which keeps the rest."""
        apart = self._node(node.key, names)
        node.names = [name for name in node.names if name not in names]
        self.nodes.append(apart)
        if not node.names:
            self.nodes.remove(node)
        return apart

    def text(self, name: Name) -> str:
        """A name as written, without what stands before it."""
        bounds = (name.start, name.end)
        if bounds not in self._texts:
            self._texts[bounds] = written(self.doc[name.start : name.end])
        return self._texts[bounds]

    def given_gender(self, name: Name) -> str:
        """The gender that the given name tells with which a name begins; "" if none does."""
        first, *_ = [*self.text(name).split(), ""]
        return given_names().get(first, "")

    def address_genders(self, node: Node) -> set[str]:
        """The genders that the titles before a bare surname tell wherever it stands."""
        return {self.address_gender(name) for name in node.names} - {""}

    def address_gender(self, name: Name) -> str:
        """The gender that the title before a bare surname tells: "f" of "Ms Lund"; "" if none does."""
        is_bare = " " not in self.text(name) and name.start > 0
        return titles().get(self.doc[name.start - 1].text, "") if is_bare else ""

    def _shared_surnames(self, names: list[Name]) -> set[str]:
        """Surnames that women and men of the text bear, so that "Mr Lund" and "Mrs Lund" are two."""
        genders: dict[str, set[str]] = defaultdict(set)
        for name in names:
            words = self.text(name).split()
            genders[words[-1] if words else ""].add(
                self.given_gender(name) if len(words) > 1 else self.address_gender(name)
            )
        return {surname for surname, found in genders.items() if {"m", "f"} <= found}

    def merge(self, short: Node, long: Node, *, is_told: bool = False) -> bool:
        """Make one node of two unless their sets of names disagree; what the text tells needs no agreement."""
        if short is long or not (is_told or agree(short, long)) or self._are_told_apart(short, long):
            return False
        long.names = sorted([*long.names, *short.names], key=lambda n: n.start)
        long.labels = label_votes(self.doc, long.names)
        long.cues = together(long.cues, short.cues)
        long.keys |= short.keys
        self.nodes.remove(short)
        return True

    def _are_told_apart(self, one: Node, other: Node) -> bool:
        """Whether the text says that names of both are two things, or that two are to which a short name may belong."""
        if not self.apart:
            return False
        short = f"{one.key} "
        alike = [
            n for n in self.nodes if n is not one and n is not other and any(key.startswith(short) for key in n.keys)
        ]
        pairs = ((other, n) for n in alike if any(key.startswith(short) for key in other.keys))
        return any(frozenset({a, b}) in self.apart for x, y in ((one, other), *pairs) for a in x.keys for b in y.keys)

    def are_two(self, one: Node, other: Node) -> bool:
        """Whether one clause tells of both, so that they are two: "Halden was founded by Jo Halden"."""
        if self._clauses is None:
            self._clauses = {name.start: _clause(self.doc, name) for node in self.nodes for name in node.names}
        mine, theirs = (
            {self._clauses[n.start] for n in x.names if not n.is_nested and not _goes_on(self.doc, n)}
            for x in (one, other)
        )
        return not mine.isdisjoint(theirs)


def _is_another(doc: Doc, name: Name) -> bool:
    """Whether the text says that it is a namesake: "another Peter Lang"."""
    return name.outer > 0 and doc[name.outer - 1].lower_ in small_words("namesake")


def _goes_on(doc: Doc, name: Name) -> bool:
    """Whether a longer name may have been cut: "Halden | Lamps"."""
    return doc[name.end : name.end + 1].text[:1].isupper()


def _clause(doc: Doc, name: Name) -> int:
    """The verb under which a name stands, or the highest word above it."""
    token = doc[name.start : name.end].root
    while token.head is not token and token.pos_ not in VERBAL:
        token = token.head
    return token.i


def agree(one: Node, other: Node) -> bool:
    """Whether two nodes may be one: no two full names of persons, no person that is also a place."""
    families = {node.family for node in (one, other) if node.is_sure} - {""}
    if "person" in families and len(families) > 1:
        weak = one if one.family != "person" else other
        if max((weight for type_, weight in weak.cues.items() if family(type_) != "person"), default=0.0) > 2.0:
            return False
    mine, theirs = ([key for key in node.keys if " " in key] for node in (one, other))
    if "person" in families:
        return all(_same_person(a, b) for a in mine for b in theirs)
    return True


def _is_first_surname(short: list[str], long: list[str]) -> bool:
    """Whether a name of a small word and a surname is the first of somebody's two: "del Río" of "Ana del Río Alba"."""
    is_surname = len(short) > 1 and short[0] in small_words("particle")
    return is_surname and any(long[i : i + len(short)] == short for i in range(1, len(long)))


def _same_person(one: str, other: str) -> bool:
    """Whether two full names may be one person's: same surname, first names equal, an initial, or left out."""
    a, b = ([w for w in key.split() if w not in small_words("generation")] for key in (one, other))
    if not a or not b or a[-1] != b[-1]:
        return _is_first_surname(a, b) or _is_first_surname(b, a)
    if a[0] == b[0] or ((len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]):
        return True
    return a[0] in b or b[0] in a
