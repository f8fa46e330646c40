"""Why an entity is what it is: where its names and its class come from, and why several documents mean one thing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import Store

from kg import lookup
from kg.query.table import safe
from kg.rdf import BASE, compact, expand
from kg.resolve.records import bare_name
from kg.store import select

_MOST_SHOWN = 4  # documents or words in a line


@dataclass(frozen=True, slots=True)
class Share:
    """A name or class of an entity, and the mentions that tell it."""

    words: str
    mentions: int
    sources: tuple[str, ...]  # of the documents


@dataclass(frozen=True, slots=True)
class Merge:
    """A document, and why it is taken to mean the entity."""

    source: str
    joined: str = ""  # the document whose name it was joined to; "" for the first
    probability: float = 1.0
    reasons: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes an entity one."""

    iri: str  # shortened
    label: str
    type: str
    names: tuple[Share, ...]
    others: Share  # pronouns and descriptions
    classes: tuple[Share, ...]
    merges: tuple[Merge, ...]
    judged: tuple[str, ...]  # what a person made of it, in words
    formerly: tuple[str, ...]  # IRIs that it replaced
    doubts: tuple[tuple[str, float, str], ...]  # another entity that it may be, how likely, and why

    def __str__(self) -> str:
        return render(self).rstrip("\n")


def identities(store: Store, name: str, *, base: str = BASE) -> list[Identity]:
    """What makes each entity one that a name may mean; NotFound names the nearest."""
    return [_identity(store, match.iri, match.label, base) for match in lookup.entities(store, name, base)]


def _identity(store: Store, iri: str, label: str, base: str) -> Identity:
    rows = select(store, f"SELECT ?d ?s {{ <{iri}> kg:mentionedIn ?d . ?d dcterms:source ?s }}", base)
    sources = {document.value: source.value for document, source in rows}
    names, others = _names(store, iri, label, sources, base)
    texts = select(store, f"SELECT ?t {{ <{iri}> kg:contribution ?t }}", base)
    told = sorted(text.value.split(" · ", 3) for (text,) in texts)
    type_ = next((c.value for (c,) in select(store, f"SELECT ?c {{ <{iri}> a/rdfs:label ?c }}", base)), "")
    judged = select(store, f"SELECT ?words {{ <{iri}> kg:judged ?words }} ORDER BY ?words", base)
    olds = select(store, f"SELECT ?old {{ ?old dcterms:isReplacedBy <{iri}> }} ORDER BY ?old", base)
    return Identity(
        iri=compact(iri, base),
        label=label,
        type=type_,
        names=names,
        others=others,
        classes=_classes(store, told, sources, base),
        merges=tuple(sorted(_merges(told, sources, base), key=lambda merge: (bool(merge.joined), merge.source))),
        judged=tuple(words.value for (words,) in judged),
        formerly=tuple(compact(old.value, base) for (old,) in olds),
        doubts=tuple(_doubts(store, iri, base)),
    )


def _names(
    store: Store, iri: str, label: str, sources: Mapping[str, str], base: str
) -> tuple[tuple[Share, ...], Share]:
    """The names with their mentions, most frequent first, and what else the entity is called."""
    known = {label} | {n.value for (n,) in select(store, f"SELECT ?n {{ <{iri}> skos:altLabel ?n }}", base)}
    by_name: dict[str, Counter[str]] = defaultdict(Counter)
    others: dict[str, Counter[str]] = defaultdict(Counter)
    query = f"SELECT ?q ?d {{ ?m kg:refersTo <{iri}> ; kg:quote ?q ; kg:inDocument ?d }}"
    for quote, document in select(store, query, base):
        name = bare_name(quote.value)
        (by_name if name in known else others)[name][sources[document.value]] += 1
    words = sorted(others, key=lambda word: (-others[word].total(), word))
    rest = sum(others.values(), Counter())
    return tuple(_shares(by_name)), Share(_few(words), rest.total(), tuple(sorted(rest)))


def _shares(by_words: Mapping[str, Counter[str]]) -> Iterator[Share]:
    for words in sorted(by_words, key=lambda word: (-by_words[word].total(), word)):
        yield Share(words, by_words[words].total(), tuple(sorted(by_words[words])))


def _classes(store: Store, told: Iterable[Sequence[str]], sources: Mapping[str, str], base: str) -> tuple[Share, ...]:
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    rows = select(store, "SELECT ?c ?l { ?c a owl:Class ; rdfs:label ?l }", base)
    labels = {class_.value: label.value for class_, label in rows}
    for document, vote, *_ in told:
        class_, _, number = vote.rpartition(" ")
        iri = expand(class_, base)
        votes[labels.get(iri, class_)][_source(document, sources, base)] += int(number)
    return tuple(_shares(votes))


def _merges(told: Iterable[Sequence[str]], sources: Mapping[str, str], base: str) -> Iterator[Merge]:
    for document, _, *joined in told:
        here = _source(document, sources, base)
        if joined:
            other, _, probability = joined[0].rpartition(" ")
            yield Merge(here, _source(other, sources, base), float(probability), joined[1])
        else:
            yield Merge(here)


def _source(document: str, sources: Mapping[str, str], base: str) -> str:
    return sources.get(expand(document, base), document)


def _doubts(store: Store, iri: str, base: str) -> Iterator[tuple[str, float, str]]:
    query = f"""SELECT ?other ?p ?why {{
        ?doubt kg:doubtAbout <{iri}> , ?other ; kg:probability ?p ; rdfs:comment ?why FILTER(?other != <{iri}>)
    }} ORDER BY DESC(?p) ?other"""
    for other, probability, why in select(store, query, base):
        yield compact(other.value, base), float(probability.value), why.value


def render(found: Identity) -> str:
    """The identity of an entity as text."""
    lines = [f"{found.label}, {found.type}, {found.iri}", "  called"]
    lines += [f"    “{name.words}”, {_told(name)}" for name in found.names]
    if found.others.mentions:
        lines.append(f"    by other words, {_told(found.others)}: {found.others.words}")
    if found.classes:
        lines += ["  taken for", *(f"    {each.words}, {_told(each)}" for each in found.classes)]
    if len(found.merges) > 1:
        lines += ["  one in all of them, because", *(f"    {_why(merge)}" for merge in found.merges)]
    lines += [f"  judged to be {words}" for words in found.judged]
    if found.formerly:
        lines.append(f"  formerly {', '.join(found.formerly)}")
    lines += [f"  may be {other}, {probability:.0%}: {why}" for other, probability, why in found.doubts]
    return "".join(f"{line[: len(line) - len(line.lstrip())]}{safe(line)}\n" for line in lines)


def _told(share: Share) -> str:
    times = f"{share.mentions:,} mention{'' if share.mentions == 1 else 's'}"
    return f"{times} in {_few(share.sources)}"


def _few(words: Sequence[str]) -> str:
    more = f" and {len(words) - _MOST_SHOWN:,} more" if len(words) > _MOST_SHOWN else ""
    return ", ".join(words[:_MOST_SHOWN]) + more


def _why(merge: Merge) -> str:
    if not merge.joined:
        return f"{merge.source} names it"
    return f"{merge.source} like {merge.joined}, {merge.probability:.0%}: {merge.reasons}"
