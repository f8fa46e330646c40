"""Judging: what a person says of names and statements of a graph, as a line in the file of judgements.

In: names as people type them. Out: a judgement that means just what they saw, and the file with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Store

from kg import lookup, ontology
from kg.errors import InvalidJudgement, NotFound
from kg.judgements import Judgement, added, class_called, home, read, reference
from kg.lookup import Match, normal
from kg.model import Mention
from kg.rdf import LABEL, TYPE, compact, expand, term
from kg.resolve.parting import meant_by
from kg.store import keep, open_store, read_identity, select

_MOST_SHOWN = 5  # candidates in a message
_MOST_MENTIONS = 12
_AROUND = 30  # characters behind a mention


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement that was noted, and where."""

    judgement: Judgement
    path: Path
    is_new: bool  # false if the line stood there

    def __str__(self) -> str:
        noted = "Noted in" if self.is_new else "Stands already in"
        known = " The graph has them as two already; the line keeps them so." if self._are_two else ""
        return (
            f"{noted} {self.path}: {self.judgement.note or self.judgement}. It holds from the next `kg build`.{known}"
        )

    @property
    def _are_two(self) -> bool:
        """Whether it tells apart what is not one anyway."""
        one, other = reference(self.judgement.a), reference(self.judgement.b)
        return self.judgement.kind == "different" and bool(one.id and other.id) and one.id != other.id


@dataclass(frozen=True, slots=True)
class _Meant:
    """An entity, perhaps only as one document has it."""

    match: Match
    name: str  # as it is written into the file
    document: str = ""
    source: str = ""  # of the document, as it is written into the file
    called: str = ""  # in the words of who judges
    place: str = ""  # "#char=40,90": only there


def judge(
    out: Path,
    kind: str,
    a: str,
    b: str = "",
    *,
    note: str = "",
    path: Path | None = None,
    class_by_word: Mapping[str, str] | None = None,
) -> Judged:
    """Note a judgement on the graph of an output folder; the next build obeys it.

    Raises NotFound for a name that the graph does not know, and InvalidJudgement for one that may mean several
    things, or where another line says the contrary. `class_by_word` tells the classes of an ontology of one's own.
    """
    store, base = open_store(out), read_identity(out).base
    path = path or home(out)
    try:
        made = _KINDS[kind](store, base, a, b, class_by_word or {})
    except _AreOne as error:
        raise InvalidJudgement(f"{_joined(store, base, error.one, path)}{error}") from None
    judgement = Judgement(kind, made.a, made.b, note or made.note)
    before = _text(path)
    after = added(before, judgement, path)
    if after != before:
        keep(path, after.encode("utf-8"), "the judgements", "--judgements")
    return Judged(judgement, path, after != before)


class _AreOne(InvalidJudgement):
    """Two that are to be told apart are one thing in the graph."""

    def __init__(self, one: _Meant, message: str) -> None:
        super().__init__(message)
        self.one = one


def _joined(store: Store, base: str, one: _Meant, path: Path) -> str:
    """How to undo the lines of the file that made names one, if any made this thing."""
    lines = [each for each in read(path) if each.kind == "same" and _is_of(store, base, each, one.match)]
    places = " and ".join(str(each) for each in lines)
    undone = "that line" if len(lines) == 1 else "those lines"
    return f"{places} made them one: delete {undone} and build again to undo it. Else: " if lines else ""


def _is_of(store: Store, base: str, judgement: Judgement, match: Match) -> bool:
    """Whether both names of a judgement are of a thing."""
    try:
        return all(_meant(store, base, name).match.iri == match.iri for name in (judgement.a, judgement.b))
    except (NotFound, InvalidJudgement):
        return False


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidJudgement(f"{path}: the judgements cannot be read: {reason}.") from error


def _same(store: Store, base: str, a: str, b: str, _: Mapping[str, str]) -> Judgement:
    one, other = _whole(store, base, a), _whole(store, base, b)
    if one.match == other.match:
        raise InvalidJudgement(f"{a!r} and {b!r} are one already: {one.name.partition(' @ ')[0]}.")
    return Judgement("same", one.name, other.name, f"“{one.match.label}” is “{other.match.label}”")


def _different(store: Store, base: str, a: str, b: str, _: Mapping[str, str]) -> Judgement:
    one, other = _meant(store, base, a), _meant(store, base, b)
    if one.match == other.match and (document := _one_document(store, base, one, other)):
        return _within(store, base, document, one, other)
    if one.name == other.name or (one.match == other.match and not (one.document and other.document)):
        documents = "; ".join(match.label for match in _documents_of(store, base, one.match)[:_MOST_SHOWN])
        raise _AreOne(
            one,
            f"{a!r} and {b!r} are both {one.name.partition(' @ ')[0]}. Say in which articles: "
            f"'{one.match.label} @ DOCUMENT', where DOCUMENT is one of: {documents}. "
            "For two in one article, name that one twice.",
        )
    for each in (one, other):
        _refuse_place(each)
    labels = [f"“{each.match.label}”{f' in {each.document}' if each.document else ''}" for each in (one, other)]
    return Judgement("different", one.name, other.name, f"{labels[0]} is not {labels[1]}")


def _one_document(store: Store, base: str, one: _Meant, other: _Meant) -> Match | None:
    """The document in which two are to be told apart: the one that both name, or the only one that there is."""
    documents = _documents_of(store, base, one.match)
    named = {each.source for each in (one, other) if each.source}
    if named and (len(documents) == 1 or one.place or other.place or (one.source and other.source)):
        documents = [each for each in documents if {_source(store, each, base)} == named]
    return documents[0] if len(documents) == 1 else None


def _within(store: Store, base: str, document: Match, one: _Meant, other: _Meant) -> Judgement:
    """The judgement that tells two apart whom one document names alike: by their names there, or by the place."""
    source = _source(store, document, base)
    a, b = (f"{each.called} @ {source}{each.place}" for each in (one, other))
    mentions = _mentions(store, base, one.match, document)
    two = {reference(a), reference(b)}
    if len(two) == 1 or meant_by(mentions, two).keys() != two:
        raise InvalidJudgement(_how(store, one.match, document, source, mentions))
    return Judgement("different", a, b, f"“{one.called}{one.place}” is not “{other.called}{other.place}” in {source}")


def _mentions(store: Store, base: str, match: Match, document: Match) -> list[Mention]:
    """The mentions of an entity in one document, in the order of the text."""
    pattern = f"?m a kg:Mention ; kg:refersTo <{match.iri}> ; kg:inDocument <{document.iri}>"
    query = f"SELECT ?begin ?end ?words {{ {pattern} ; kg:begin ?begin ; kg:end ?end ; kg:quote ?words }}"
    rows = select(store, query, base)
    return sorted(Mention(int(begin.value), int(end.value), words.value) for begin, end, words in rows)


def _how(store: Store, match: Match, document: Match, source: str, mentions: list[Mention]) -> str:
    """What to do, and the mentions to choose from."""
    texts = store.quads_for_pattern(NamedNode(document.iri), term("kg:text"), None)
    text = next((quad.object.value for quad in texts if isinstance(quad.object, Literal)), "")
    shown = [f"{m.start},{m.end} “{_around(text, m) or m.text}”" for m in mentions[:_MOST_MENTIONS]]
    more = f"; and {len(mentions) - len(shown)} more" if len(mentions) > len(shown) else ""
    last = max(mentions, key=lambda m: (normal(m.text) == normal(match.label), m.start), default=None)
    place = f"#char={last.start},{last.end}" if last else "#char=BEGIN,END"
    example = f"kg different '{match.label} @ {source}' '{match.label} @ {source}{place}'"
    return (
        f"{source} names both alike. Say by two of its names, or by the place, which is another: {example}. "
        f"What names {match.label} there: {'; '.join(shown)}{more}."
    )


def _around(text: str, mention: Mention) -> str:
    """A mention with a few of the words behind it."""
    return " ".join(text[mention.start : mention.end + _AROUND].split())


def _rename(store: Store, base: str, a: str, b: str, _: Mapping[str, str]) -> Judgement:
    meant, name = _whole(store, base, a), " ".join(b.split())
    if not name:
        raise InvalidJudgement("a name must have a letter.")
    return Judgement("rename", meant.name, name, f"“{meant.match.label}” is called “{name}”")


def _retype(store: Store, base: str, a: str, b: str, class_by_word: Mapping[str, str]) -> Judgement:
    meant, class_ = _whole(store, base, a), class_called(b, class_by_word or ontology.load().class_by_word)
    return Judgement("retype", meant.name, class_, f"“{meant.match.label}” is a {b.rpartition(':')[2]}")


def _reject(store: Store, base: str, a: str, _b: str, _: Mapping[str, str]) -> Judgement:
    statement = _statement(store, base, a)
    return Judgement("reject", compact(statement.iri, base), note=f"not so: {statement.label}")


def _accept(store: Store, base: str, a: str, _b: str, _: Mapping[str, str]) -> Judgement:
    statement = _statement(store, base, a)
    return Judgement("accept", compact(statement.iri, base), note=f"right: {statement.label}")


_KINDS: dict[str, Callable[[Store, str, str, str, Mapping[str, str]], Judgement]] = {
    "same": _same,
    "different": _different,
    "rename": _rename,
    "retype": _retype,
    "reject": _reject,
    "accept": _accept,
}


def _meant(store: Store, base: str, text: str) -> _Meant:
    """The one entity that a name means, or a name in one document: "Bo Ek @ mill.txt"."""
    name, _, place = text.rpartition(" @ ") if " @ " in text else (text, "", "")
    place, mark, span = place.partition("#char=")
    if mark and not reference(text).span:
        raise InvalidJudgement(f"'#char={span}' is no place: write #char=BEGIN,END, as 40,90.")
    found = lookup.entities(store, name.strip(), base)
    document = _only(lookup.documents(store, place.strip(), base), place, "document", base) if place else None
    if document:
        found = [match for match in found if document in _documents_of(store, base, match)]
        if not found:
            raise NotFound(f"{document.label} names nothing called {name!r}.")
    match = _only(found, name, "name", base, _tell(store, base))
    shown = compact(match.iri, base)
    called = match.label if reference(name).id else " ".join(name.split())
    if not document:
        return _Meant(match, shown, called=called)
    source = _source(store, document, base)
    return _Meant(match, f"{shown} @ {source}", document.label, source, called, mark + span)


def _whole(store: Store, base: str, text: str) -> _Meant:
    """As `_meant`, of what stands anywhere in a document."""
    meant = _meant(store, base, text)
    _refuse_place(meant)
    return meant


def _refuse_place(meant: _Meant) -> None:
    if meant.place:
        raise InvalidJudgement(
            f"{meant.place} is for telling apart two that one article names alike: kg different 'A @ ARTICLE' "
            f"'A @ ARTICLE{meant.place}'. What has an IRI of its own is named by that."
        )


def _documents_of(store: Store, base: str, match: Match) -> list[Match]:
    rows = select(
        store, f"SELECT ?d ?title {{ <{match.iri}> kg:mentionedIn ?d . ?d dcterms:title ?title }} ORDER BY ?title", base
    )
    return [Match(iri.value, title.value) for iri, title in rows]


def _source(store: Store, document: Match, base: str) -> str:
    """How a document is written down: by its source, which an edit does not change, if no other has the same."""
    query = f"SELECT ?source ?other {{ <{document.iri}> dcterms:source ?source . ?other dcterms:source ?source }}"
    rows = [(source.value, other.value) for source, other in select(store, query, base)]
    return rows[0][0] if len(rows) == 1 else compact(document.iri, base)


def _tell(store: Store, base: str) -> Callable[[Match], str]:
    def tell(match: Match) -> str:
        pattern = f"<{match.iri}> a/rdfs:label ?class ; kg:mentionedIn ?d"
        query = f"SELECT ?class (COUNT(?d) AS ?n) {{ {pattern} }} GROUP BY ?class"
        rows = [(class_.value, int(number.value)) for class_, number in select(store, query, base)]
        about = [f"{class_}, {number} article{'' if number == 1 else 's'}" for class_, number in rows]
        return f"{match.label}, {about[0]}" if about else match.label

    return tell


def _only(
    found: Iterable[Match], name: str, kind: str, base: str, tell: Callable[[Match], str] = lambda match: match.label
) -> Match:
    """The only match; the error for several lists them."""
    matches = list(found)
    if len(matches) > 1:
        shown = "; ".join(f"{compact(each.iri, base)} ({tell(each)})" for each in matches[:_MOST_SHOWN])
        more = f"; and {len(matches) - _MOST_SHOWN} more" if len(matches) > _MOST_SHOWN else ""
        raise InvalidJudgement(f"{name!r} may be any of {len(matches)} {kind}s: {shown}{more}. Name one of them.")
    return matches[0]


def _statement(store: Store, base: str, text: str) -> Match:
    """The one statement that an IRI, an id or its words mean."""
    for iri in (expand(text.strip(), base), f"{base}statement/{text.strip()}"):
        if labels := _labels_of(store, iri):
            return labels[0]
    wanted = normal(text)
    found = [match for match in _labels(store, base) if normal(match.label) == wanted]
    if not found:
        raise NotFound(f"the graph has no statement {text!r}. `kg review` and `kg explain` show what there is.")
    return _only(found, text, "statement", base, lambda match: _sentence(store, match, base))


def _labels(store: Store, base: str) -> list[Match]:
    query = "SELECT ?st ?label { ?st a kg:Statement ; rdfs:label ?label } ORDER BY ?st"
    return [Match(iri.value, label.value) for iri, label in select(store, query, base)]


def _labels_of(store: Store, iri: str) -> list[Match]:
    """A statement by its IRI; nothing if it is none, or no IRI at all."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return []
    is_statement = any(store.quads_for_pattern(node, TYPE, term("kg:Statement")))
    labels = store.quads_for_pattern(node, LABEL, None) if is_statement else ()
    return [Match(iri, quad.object.value) for quad in labels if isinstance(quad.object, Literal)]


def _sentence(store: Store, match: Match, base: str) -> str:
    rows = select(store, f"SELECT ?quote {{ {NamedNode(match.iri)} kg:evidence/kg:quote ?quote }}", base)
    return next((quote.value for (quote,) in rows), match.label)
