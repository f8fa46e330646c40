"""What a command line asks to be explained, cut into names and a relation; and what is told where nothing says so."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence

from pyoxigraph import NamedNode, Store

from kg import lookup
from kg.errors import NotFound
from kg.explain.statements import Explanation, explain, explained, label_of, ranked, statements_about, things_of
from kg.lookup import Match, normal
from kg.rdf import BASE

_MOST = 3  # statements that are told instead of what was asked for
_LONGEST_RELATION = 3  # words

Cut = tuple[str, str, str]  # subject, relation, object


def explain_words(store: Store, words: Sequence[str], *, base: str = BASE) -> Explanation:
    """What a command line asks for: subject, relation and object as given, or else as the words can be cut.

    Two names without a relation ask for what is stated of one with the other. NotFound says which words
    nothing is called by, or that nothing says so, and what is stated instead.
    """
    known, given = _Known(store, base), _parts(words)
    try:
        return explain(store, *given, base=base)
    except NotFound as error:
        cuts = [given, *_cuts(" ".join(words).split())]
        for cut in cuts[1:]:
            if all(known.matches(part, kind) for part, kind in _kinds(cut)[:2]):
                try:
                    return explain(store, *cut, base=base)
                except NotFound:
                    continue
        best = max(cuts, key=lambda cut: sum(len(p.split()) for p, kind in _kinds(cut) if known.matches(p, kind)))
        raise NotFound(_instead(store, best, known, base) or str(error)) from None


class _Known:
    """What words mean to the graph, each looked up once."""

    def __init__(self, store: Store, base: str) -> None:
        self._store, self._base = store, base
        self._found: dict[tuple[str, str], list[Match]] = {}
        self.unknown: dict[tuple[str, str], str] = {}  # why nothing is meant

    def matches(self, words: str, kind: str) -> list[Match]:
        """The entities or relations that words may mean."""
        key = (words, kind)
        if key not in self._found:
            find: Callable[..., list[Match]] = lookup.relations if kind == "relation" else lookup.entities
            try:
                self._found[key] = find(self._store, words, self._base)
            except NotFound as error:
                self._found[key], self.unknown[key] = [], str(error)
        return self._found[key]


def _parts(words: Sequence[str]) -> Cut:
    """The first word, the second, and all others as one."""
    first, second, *rest = [*words, "", ""]
    return first, second, " ".join(word for word in rest if word)


def _cuts(words: list[str]) -> Iterator[Cut]:
    """Yield every way to cut words into subject, relation and object, shortest relation first; then into two names,
    either of which may be the subject."""
    yield " ".join(words), "", ""
    for size in range(1, _LONGEST_RELATION + 1):
        for start in range(1, len(words) - size + 1):
            yield " ".join(words[:start]), " ".join(words[start : start + size]), " ".join(words[start + size :])
    for start in range(1, len(words)):
        one, other = " ".join(words[:start]), " ".join(words[start:])
        yield one, "", other
        yield other, "", one


def _kinds(cut: Cut) -> list[tuple[str, str]]:
    """The parts of a cut that are not empty, each with what it is to name; two names before all others."""
    subject, relation, object = cut
    second = (relation, "relation") if relation else (object, "entity")
    parts = [(subject, "entity"), second, *([(object, "entity")] if relation else [])]
    return [part for part in parts if part[0]]


def _instead(store: Store, cut: Cut, known: _Known, base: str) -> str:
    """Why nothing is found, and what is stated of what is known; empty if nothing of it is known."""
    subject, relation, object = cut
    claim = " ".join(part for part in cut if part)
    ones = known.matches(subject, "entity")
    others = known.matches(object, "entity") if object else []
    if not (ones or others or (relation and known.matches(relation, "relation"))):
        return f"the graph knows no name and no relation in {claim!r}." if relation else ""
    reasons = [known.unknown[part] for part in _kinds(cut) if not known.matches(*part)]
    opening = f"nothing says that {claim!r}{': ' if reasons else '.'}{' '.join(reasons)}"
    return " ".join([opening, *_stated(store, claim, ones, others, base)])


def _stated(store: Store, claim: str, ones: list[Match], others: list[Match], base: str) -> Iterator[str]:
    """Sentences that tell what is stated between two, or else about the one that is known."""
    if ones and others:
        between = _between(store, ones, others)
        if between:
            yield f"Between {_called(ones)} and {_called(others)} there is: {_shown(store, between, claim, base)}."
            return
        yield f"Nothing is stated between {_called(ones)} and {_called(others)}."
    asked = ones or others
    if not asked:
        return
    about = statements_about(store, [match.iri for match in asked], with_objects=False)
    if not about:
        yield f"{_called(asked)} is the subject of no statement."
        about = statements_about(store, [match.iri for match in asked])
    if about:
        yield f"About {_called(asked)} there is: {_shown(store, about, claim, base)}."


def _between(store: Store, ones: list[Match], others: list[Match]) -> list[NamedNode]:
    """The statements in which one of the first has to do with one of the second, whoever is the subject."""
    found: list[NamedNode] = []
    for these, those in ((ones, others), (others, ones)):
        ends = {match.iri for match in those}
        about = statements_about(store, [match.iri for match in these], with_objects=False)
        found += [st for st in about if ends & things_of(store, st) and st not in found]
    return found


def _shown(store: Store, statements: list[NamedNode], claim: str, base: str) -> str:
    """The statements that come nearest to what was asked for; with each that is no fact, whose word it is."""
    by_label: dict[str, list[NamedNode]] = {}
    for statement in statements:
        by_label.setdefault(label_of(store, statement), []).append(statement)
    labels = sorted(by_label, key=lambda label: (-_likeness(claim, label), label))
    told = []
    for label in labels[:_MOST]:
        best = min((explained(store, st, base) for st in by_label[label]), key=ranked)
        told.append(label if best.is_fact else f"{label} ({best.standing})")
    more = f"; and {len(labels) - _MOST:,} more" if len(labels) > _MOST else ""
    return "; ".join(told) + more


def _called(matches: list[Match]) -> str:
    labels = list(dict.fromkeys(match.label for match in matches))
    more = f" or {len(labels) - _MOST} others" if len(labels) > _MOST else ""
    return " or ".join(labels[:_MOST]) + more


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, normal(one), normal(other)).ratio()
