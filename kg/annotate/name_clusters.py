"""Which names of one document are one thing: equal forms, surnames, acronyms, parts; never two that disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from kg.annotate.name_types import Votes, cue_votes, decide, family, label_votes, together
from kg.annotate.spelling import Name
from kg.naming import acronyms, alias_cues, head_words, normal_form, place_called, small_words, titles, words
from kg.parse import Doc


@dataclass(slots=True)
class Node:
    """The names of one thing, in reading order, and what they say about its class."""

    key: str
    names: list[Name]
    labels: Votes  # the recogniser's
    cues: Votes  # of the names' own words and their neighbours
    keys: set[str] = field(default_factory=set)
    best: str = ""  # the form to call it by, when a rule knows better than the longest
    _told: tuple[Votes, Votes, str] | None = None  # the votes that were counted last, and the class

    @property
    def type(self) -> str:
        if self._told is None or self._told[0] is not self.labels or self._told[1] is not self.cues:
            self._told = self.labels, self.cues, decide(together(self.labels, self.cues))
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


class Clusters:
    """Nodes of a document by key; `merge` joins two if nothing speaks against it."""

    def __init__(self, doc: Doc, names: list[Name]) -> None:
        self.doc = doc
        self._texts: dict[tuple[int, int], str] = {}
        grouped: dict[str, list[Name]] = defaultdict(list)
        for name in sorted(names, key=lambda n: (n.start, n.end)):
            grouped[normal_form(doc[name.start : name.end].text)].append(name)
        self.nodes = [self._node(key, group) for key, group in grouped.items() if key]

    def _node(self, key: str, names: list[Name]) -> Node:
        return Node(key, names, label_votes(self.doc, names), cue_votes(self.doc, names), {key})

    def text(self, name: Name) -> str:
        """A name as written, without what stands before it."""
        bounds = (name.start, name.end)
        if bounds not in self._texts:
            self._texts[bounds] = self.doc[name.start : name.end].text
        return self._texts[bounds]

    def merge(self, short: Node, long: Node, *, is_told: bool = False) -> bool:
        """Make one node of two unless their sets of names disagree; what the text tells needs no agreement."""
        if short is long or not (is_told or agree(short, long)):
            return False
        long.names = sorted([*long.names, *short.names], key=lambda n: n.start)
        long.labels = label_votes(self.doc, long.names)
        long.cues = together(long.cues, short.cues)
        long.keys |= short.keys
        self.nodes.remove(short)
        return True


def agree(one: Node, other: Node) -> bool:
    """Whether two nodes may be one: no two full names of persons, no person that is also a place."""
    families = {node.family for node in (one, other) if node.is_sure} - {""}
    if "person" in families and len(families) > 1:
        weak = one if one.family != "person" else other
        if max(weak.cues.values(), default=0.0) > 2.0:
            return False
    full = [k for k in one.keys | other.keys if len(k.split()) > 1]
    if "person" in families:
        return all(_same_person(a, b) for a in full for b in full)
    return True


def _same_person(one: str, other: str) -> bool:
    """Whether two full names may be one person's: same surname, first names equal, an initial, or left out."""
    a, b = ([w for w in key.split() if w not in small_words("generation")] for key in (one, other))
    if not a or not b or a[-1] != b[-1]:
        return False
    if a[0] == b[0] or ((len(a[0]) == 1 or len(b[0]) == 1) and a[0][0] == b[0][0]):
        return True
    return a[0] in b or b[0] in a


def cluster(doc: Doc, names: list[Name]) -> list[Node]:
    """The things that the names of a document name, in order of first mention."""
    clusters = Clusters(doc, names)
    _recall_surnames(clusters)
    for short, long in list(_aliases(clusters)):
        if short in clusters.nodes and long in clusters.nodes:
            clusters.merge(short, long, is_told=True)
    for step in (_parentheses, _persons, _acronyms, _makers, _heads):
        for short, long in list(step(clusters)):
            if short in clusters.nodes and long in clusters.nodes:
                clusters.merge(short, long)
    return sorted(clusters.nodes, key=lambda n: n.first)


def _recall_surnames(clusters: Clusters) -> None:
    """Vote for a person where a name of two words goes on by its last: firms and products go on by their first."""
    alone = {node.key for node in clusters.nodes if any(not name.is_nested for name in node.names)}
    for node in clusters.nodes:
        parts = node.key.split()
        if len(parts) != 2 or parts[1] not in alone or parts[0] in alone or max(node.cues.values(), default=0) > 2.0:
            continue
        if parts[1] not in _heads_lower() and not any(len(part) < 2 for part in parts):
            node.cues = together(node.cues, {"kg:Person": 2.1})


def _aliases(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """Two names of which the text says that they are one's: "Brix (formerly Halden)"."""
    doc = clusters.doc
    by_start = {name.start: node for node in clusters.nodes for name in node.names if not name.is_nested}
    for node in clusters.nodes:
        for name in node.names:
            between: list[str] = []
            i = name.end
            while i < len(doc) and len(between) < 6 and doc[i].lower_ in alias_cues("cue") | alias_cues("filler"):
                between.append(doc[i].lower_)
                i += 1
            other = by_start.get(i)
            is_told = bool(alias_cues("cue") & set(between)) and bool({"(", ","} & set(between))
            if other is not None and other is not node and is_told:
                node.best = clusters.text(name)
                yield other, node


def _parentheses(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """An acronym or ticker in brackets after the name: "Harbour Watch League (HWL)", "Halden (HLD)"."""
    doc = clusters.doc
    by_end = {name.end: node for node in clusters.nodes for name in node.names if not name.is_nested}
    for node in clusters.nodes:
        for name in node.names:
            long = by_end.get(name.start - 1) if name.start >= 2 and doc[name.start - 1].text == "(" else None
            closes = name.end < len(doc) and doc[name.end].text == ")"
            short_text = clusters.text(name)
            if long is None or long is node or not closes or not short_text.isupper() or place_called(short_text):
                continue
            initials = {a for n in long.names for a in acronyms(clusters.text(n))}
            is_acronym = short_text.replace(".", "") in initials or _is_spelled(
                short_text, clusters.text(long.names[0])
            )
            is_ticker = 1 < len(short_text) <= 5 and _may_have_shares(long)
            if is_acronym or is_ticker:
                node.labels, node.cues = {}, {}
                if not is_acronym and long.family != "organization":
                    long.cues = together(long.cues, {"kg:Company": 2.5})
                yield node, long


def _may_have_shares(node: Node) -> bool:
    """Whether a name may be a firm's, whatever the recogniser took a bare word for: "Orlo" in "Orlo (ORL)"."""
    is_known_place = any(place_called(key.title()) is not None for key in node.keys)
    return node.family in {"organization", "", "product"} or not (node.is_sure or is_known_place)


def _is_spelled(short: str, long: str) -> bool:
    """Whether the letters of an acronym occur in order in a longer name: "HaldCo" in another language."""
    letters = iter(long.casefold())
    return (
        len(long.split()) > 1
        and len(short) >= 3
        and long[0].casefold() == short[0].casefold()
        and all(letter in letters for letter in short.casefold())
    )


def _persons(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """Surnames, given names and shorter forms of a person's full name."""
    persons = [n for n in clusters.nodes if len(n.key.split()) > 1 and n.family == "person"]
    persons.sort(key=lambda n: (-len(n.key.split()), n.first))
    by_last: dict[str, list[Node]] = defaultdict(list)
    for person in persons:
        by_last[person.key.split()[-1]].append(person)
    for node in sorted(clusters.nodes, key=lambda n: n.first):
        parts = node.key.split()
        if len(parts) > 1 and node.family == "person":
            longer = [p for p in by_last[parts[-1]] if p is not node and _is_short_form(parts, p.key.split())]
            if len(longer) == 1:
                yield node, longer[0]
    by_part: dict[str, list[Node]] = defaultdict(list)
    for person in sorted(persons, key=lambda n: n.first):
        for part in dict.fromkeys(person.key.split()):
            by_part[part].append(person)
    for node in sorted(clusters.nodes, key=lambda n: n.first):
        bearer = _bearer(clusters, node, by_part[node.key])
        if bearer is not None:
            yield node, bearer


def _is_short_form(short: list[str], long: list[str]) -> bool:
    if len(short) > len(long) or short == long:
        return False
    if short[-1] != long[-1]:
        return False
    return short[0] == long[0] or (len(short[0]) == 1 and short[0] == long[0][0]) or all(w in long for w in short)


def _bearer(clusters: Clusters, node: Node, persons: list[Node]) -> Node | None:
    """Whose bare surname or given name this is: of two bearers, the one introduced first."""
    if len(node.key.split()) != 1 or place_called(clusters.text(node.names[0])):
        return None
    if node.family not in {"person", "", "organization", "place", "product", "work", "group"}:
        return None
    last = [p for p in persons if _surname(p.key) == node.key or p.key.endswith(" " + node.key)]
    if last and not _is_other_thing(node):
        return last[0]
    first = [p for p in persons if p.key.split()[0] == node.key]
    if len(first) == 1 and node.family in {"person", ""}:
        return first[0]
    return None


def _surname(key: str) -> str:
    parts = [w for w in key.split() if w not in small_words("generation")]
    return parts[-1] if parts else key


def _is_other_thing(node: Node) -> bool:
    """Whether there is firm evidence that a bare word is no person's; the recogniser's labels are none."""
    against = sum(w for t, w in node.cues.items() if family(t) not in {"person", ""})
    return against >= 2.5 and against > node.cues.get("kg:Person", 0.0)


def _acronyms(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """An acronym of at least three letters and the one longer name whose initials it has."""
    by_acronym: dict[str, list[Node]] = defaultdict(list)
    for node in clusters.nodes:
        if node.family != "person" and len(node.key.split()) > 1:
            for short in sorted({a for n in node.names for a in acronyms(clusters.text(n))}):
                by_acronym[short].append(node)
    for node in clusters.nodes:
        text = clusters.text(node.names[0]).replace(".", "")
        if len(text) >= 3 and text.isupper() and text.isalpha() and not place_called(clusters.text(node.names[0])):
            longer = by_acronym.get(text, [])
            if len(longer) == 1:
                yield node, longer[0]


def _makers(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """A product after its maker's name is the product: "Halden Velora" is Velora where both names stand alone too."""
    alone = {n.key: n for n in clusters.nodes if any(not name.is_nested for name in n.names)}
    for node in clusters.nodes:
        parts = node.key.split()
        for cut in range(1, len(parts)):
            maker, thing = alone.get(" ".join(parts[:cut])), alone.get(" ".join(parts[cut:]))
            if maker is None or thing is None or thing is node or maker is node or node.family == "person":
                continue
            if maker.family in {"organization", ""} and thing.family not in {"person", "place"}:
                thing.best = thing.best or clusters.text(thing.names[0])
                yield node, thing


def _heads(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """A part that can only mean one longer name: "Supreme Court", "the Commission", "Orbit" of "Orbit Magazine"."""
    by_word: dict[str, list[Node]] = defaultdict(list)
    for node in clusters.nodes:
        for word in dict.fromkeys(words(clusters.text(node.names[0]))):
            by_word[word].append(node)
    for node in sorted(clusters.nodes, key=lambda n: (-len(n.key.split()), n.first)):
        is_person = node.family == "person" and (node.cues or len(node.key.split()) > 1)
        own = words(clusters.text(node.names[0]))
        if is_person or place_called(clusters.text(node.names[0])):
            continue
        alike = by_word[own[0]] if own else clusters.nodes
        longer = [n for n in alike if n is not node and _is_part(clusters, node, n)]
        if len(longer) == 1:
            yield node, longer[0]


def _is_part(clusters: Clusters, short: Node, long: Node) -> bool:
    a, b = words(clusters.text(short.names[0])), words(clusters.text(long.names[0]))
    if len(a) >= len(b) or long.family == "person" or place_called(clusters.text(long.names[0])):
        return False
    if short.family and long.family and short.family != long.family and not _is_soft(short, long):
        return False
    return _is_headed(clusters, a, b, long) or _is_dropped(clusters, short, a, b, long) or _is_turned(a, b)


def _is_turned(a: list[str], b: list[str]) -> bool:
    """Two orders of one name: "Labour Department" and "Department of Labour"."""
    return len(b) > 2 and b[1] == "of" and a == [*b[2:], b[0]]


def _is_soft(short: Node, long: Node) -> bool:
    """Whether a short name's class rests on labels alone, which say little of names of one word."""
    return not short.is_sure or short.family == "group"


def _is_headed(clusters: Clusters, a: list[str], b: list[str], long: Node) -> bool:
    """The short name keeps the head of the long one: last word, or the word before "of"."""
    joint = next((i for i, w in enumerate(b) if w in {"of", "for", "on"} and i), len(b))
    core = b[:joint]
    if len(a) > len(core) or core[-len(a) :] != a:
        return False
    return len(a) > 1 or (long.family in {"organization", "place"} and a[0] in _heads_lower())


@cache
def _heads_lower() -> frozenset[str]:
    return frozenset(w.casefold() for position in ("last", "of", "for") for w in head_words(position))


def _is_dropped(clusters: Clusters, short: Node, a: list[str], b: list[str], long: Node) -> bool:
    """The short name lacks only a head word that people leave out: "Orbit" of "Orbit Magazine"."""
    told = {family(type_) for type_, weight in short.cues.items() if weight > 2.0}
    if len(b) != len(a) + 1 or told - {long.family}:
        return False
    written = clusters.text(long.names[0]).split()
    last, first = head_words("last").get(written[-1]), head_words("first").get(written[0])
    if b[:-1] == a:
        return last is not None and last.is_droppable
    return b[1:] == a and first is not None and first.is_droppable


def is_lone_head(clusters_doc: Doc, name: Name) -> bool:
    """Whether a name is nothing but a general word: "Council", "Prime Minister"."""
    word = clusters_doc[name.start].text
    is_general = any(word in head_words(position) for position in ("last", "of"))
    return name.end - name.start == 1 and (is_general or word in titles())
