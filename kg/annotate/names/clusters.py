"""Which names of one document are one thing: equal forms, surnames, acronyms, parts; never two that disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.annotate.names.namesakes import Apart
from kg.annotate.names.nodes import Clusters, Node
from kg.annotate.names.openings import openings
from kg.annotate.names.parts import heads, heads_lower
from kg.annotate.names.persons import persons
from kg.annotate.names.spelling import Name
from kg.annotate.names.teams import playing, teams
from kg.annotate.names.tokens import has_article
from kg.annotate.names.types import together
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.naming import acronyms, alias_cues, head_type, organization_called, place_called
from kg.parse import Doc, Token


def cluster(doc: Doc, names: list[Name], apart: Apart = frozenset()) -> list[Node]:
    """The things that the names of a document name, in order of first mention."""
    clusters = Clusters(doc, names, apart, playing(doc, names))
    _recall_surnames(clusters)
    for short, long in [*_aliases(clusters), *_born(clusters)]:
        if short in clusters.nodes and long in clusters.nodes:
            clusters.merge(short, long, is_told=True)
    for step in (teams, _parentheses, _explained, persons, _acronyms, _makers, heads, openings):
        for short, long in list(step(clusters)):
            if short in clusters.nodes and long in clusters.nodes:
                clusters.merge(short, long)
    return sorted(clusters.nodes, key=lambda n: n.first)


def _recall_surnames(clusters: Clusters) -> None:
    """Vote for a person where a name of two words goes on by its last, or one of three by a later one: firms and
    products go on by their first."""
    alone = {node.key for node in clusters.nodes if any(not name.is_nested for name in node.names)}
    for node in clusters.nodes:
        parts = node.key.split()
        later = [part for part in parts[1:] if part in alone]
        is_long = len(parts) == 3 and _is_plain(clusters, node)
        if not (len(parts) == 2 or is_long) or not later or parts[0] in alone:
            continue
        if max(node.cues.values(), default=0) <= 2.0 and all(len(part) > 1 for part in parts):
            is_headed = parts[-1] in heads_lower() or any(place_called(part.title()) for part in parts)
            node.cues = node.cues if is_headed else together(node.cues, {"kg:Person": 2.1})


def _is_plain(clusters: Clusters, node: Node) -> bool:
    """Whether a name is made of words with a capital, none of which shows what it names, and has no article."""
    span = clusters.doc[node.names[0].start : node.names[0].end]
    words = [token.text for token in span]
    return all(word.istitle() for word in words) and head_type(words) is None and not has_article(span)


def _aliases(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """Two names of which the text says that they are one's: "Brix (formerly Halden)"."""
    doc = clusters.doc
    by_start = {name.start: node for node in clusters.nodes for name in node.names if not name.is_nested}
    for node in clusters.nodes:
        for name in node.names:
            between: list[str] = []
            i = name.end
            while i < len(doc) and len(between) < 6 and _may_tell_alias(doc[i]):
                between.append(doc[i].lower_)
                i += 1
            other = by_start.get(i)
            is_told = bool(alias_cues("cue") & set(between)) and bool({"(", ","} & set(between))
            is_told &= between[:2] != [",", "called"] or doc[name.start : name.end].root.dep_ != "appos"
            if other is not None and other is not node and is_told:
                node.best = clusters.text(name)
                yield other, node


def _born(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """The name that a person was born with: "Born Ann Ruth Oak in Lund, Ann Elm was", or "she was" behind "Ann Elm"."""
    doc = clusters.doc
    nodes = [(name.start, node) for node in clusters.nodes for name in node.names if not name.is_nested]
    by_start = dict(nodes)
    for born in doc.written({"born"}):
        node = by_start.get(born.i + 1)
        if node is None or not born.is_sent_start or node.family not in {"person", ""} or " " not in node.key:
            continue
        behind = [t.i + 1 for t in doc.tokens[born.i : born.sent.end - 1] if t.text == ","]
        first, earlier = node.key.split()[0], [n for start, n in nodes if start < born.i]
        alike = {n.key.split()[-1]: n for n in earlier if n.key.split()[0] == first and " " in n.key}
        beside = (other for i in behind if (other := by_start.get(i)))
        named = next((n for n in beside if n.family == "person" or n.key in alike), None)
        if named is None and any(doc[i].lower_ in {"he", "she"} for i in behind):
            named = next(reversed(alike.values()), None)
        elif named is not None:  # "Olufsen" is Margaret, who was born Margaret Tveit, and not Henrik
            named = alike.get(named.key, named)
        if named is not None and named is not node:
            named.best = clusters.text(named.names[0])
            yield node, named


def _may_tell_alias(word: Token) -> bool:
    """Whether a word may stand between two names of one thing; "Lund called Orlo" tells of two."""
    is_verb = word.tag_ in {"VBD", "VBP", "VBZ"} and any(t.dep_ in NOMINAL_SUBJECTS for t in word.lefts)
    return word.lower_ in alias_cues("cue") | alias_cues("filler") and not is_verb


def _parentheses(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """An acronym or ticker in brackets after the name: "Harbour Watch League (HWL)", "Halden (HLD)"."""
    doc = clusters.doc
    by_end = {name.end: node for node in clusters.nodes for name in node.names if not name.is_nested}
    for node in clusters.nodes:
        for name in node.names:
            opening = _opening(doc, name)
            long = by_end.get(opening)
            closes = doc[name.end : name.end + 1].text == (")" if doc[opening].text == "(" else ",")
            short_text = clusters.text(name)
            is_code = short_text.isupper() or (short_text.isalnum() and sum(c.isupper() for c in short_text) > 1)
            is_other = doc[opening].text == "," and organization_called(short_text) is not None
            if long is None or long is node or not closes or not is_code or place_called(short_text) or is_other:
                continue
            initials = {a for n in long.names for a in acronyms(clusters.text(n))}
            is_acronym = short_text.replace(".", "") in initials or _is_spelled(
                short_text, clusters.text(long.names[0])
            )
            is_acronym |= long.family == "organization" and " " in long.key and long.type != "kg:Company"
            is_ticker = 1 < len(short_text) <= 5 and _may_have_shares(long)
            if is_acronym or is_ticker:
                node.forget_labels()
                node.cues = {}
                if not is_acronym and long.family != "organization":
                    long.cues = together(long.cues, {"kg:Company": 2.5})
                elif not long.family:
                    long.cues = together(long.cues, {"kg:Organization": 1.1})
                yield node, long


def _opening(doc: Doc, name: Name) -> int:
    """Where the words begin that introduce a short name: "(HWL", ", or the HWL,"; 0 where none stand before it."""
    start = name.start - (doc[name.start - 1].lower_ == "the")
    if start > 2 and doc[start - 1].lower_ == "or" and doc[start - 2].text == ",":
        return start - 2
    return name.start - 1 if name.start >= 2 and doc[name.start - 1].text == "(" else 0


def _explained(clusters: Clusters) -> Iterator[tuple[Node, Node]]:
    """A longer name in brackets after its acronym, in whatever language: "BKD (Danish Teachers' Union)"."""
    doc = clusters.doc
    by_end = {name.end: node for node in clusters.nodes for name in node.names if not name.is_nested}
    for node in clusters.nodes:
        for name in node.names:
            short = by_end.get(name.start - 1) if name.start >= 2 and doc[name.start - 1].text == "(" else None
            if short is None or short is node or doc[name.end : name.end + 1].text != ")" or name.end - name.start < 2:
                continue
            text = clusters.text(short.names[0])
            if text.isupper() and len(text) > 2 and not place_called(text) and node.family not in {"person", "place"}:
                short.forget_labels()
                short.cues = {}
                yield short, node


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
                node.forget_labels()
                node.cues = {}  # here ICC is what the document calls so, not what others do
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
            is_headed = parts[-1] in heads_lower()  # "Lund", "Rovers" and "Lund Rovers"
            if not is_headed and maker.family in {"organization", ""} and thing.family not in {"person", "place"}:
                thing.best = thing.best or clusters.text(thing.names[0])
                yield node, thing
