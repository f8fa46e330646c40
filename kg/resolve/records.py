"""Records: what one document tells of one thing, as far as it helps to tell it from its namesakes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.model import Argument, Document, Link, Mention, MentionKind, Reading, Statement
from kg.naming import (
    demonyms,
    given_names,
    has_company_suffix,
    head_type,
    honorifics,
    normal_form,
    organization_called,
    place_called,
    roles,
    small_words,
    titles,
    words,
)
from kg.resolve.facts import Facts, facts

Place = tuple[str, int, str]
CONCEPT = ""  # the document of a concept, which is one in all documents
_NOTHING = Facts()
_GENERAL = frozenset({"kg:Entity", "kg:Agent"})
_FAMILY = {
    "kg:Company": "kg:Organization",
    "kg:GovernmentBody": "kg:Organization",
    "kg:AdvocacyGroup": "kg:Organization",
    "kg:PoliticalParty": "kg:Organization",
    "kg:MediaOutlet": "kg:Organization",
    "kg:EducationalOrganization": "kg:Organization",
    "kg:GeopoliticalEntity": "kg:Place",
    "kg:Facility": "kg:Place",
}


def words_for(document: Document) -> tuple[str, ...]:
    """The words by which judgements may mean a document: its id, its source, its title."""
    return document.id, f"doc:{document.id}", document.source, document.title


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """One cluster of one document."""

    document: str
    cluster: int
    kind: MentionKind
    name: str
    key: str  # normal form of the name
    type: str
    names: tuple[str, ...] = ()  # every form of the name that the document uses
    keys: frozenset[str] = frozenset()  # the normal forms of all of them
    is_generic: bool = False  # a bare plural or mass noun: "immigrants"
    roles: frozenset[str] = frozenset()  # words for what the person is, from the words beside the name
    inside: frozenset[str] = frozenset()  # normal forms of the places that it is said to lie in
    tickers: frozenset[str] = frozenset()
    place_kind: str = ""  # "region" of "Washington state", "town" of "the city of York"
    is_sure: bool = False  # more than a guess tells the class
    born: int | None = None  # year of birth, as far as the document tells one
    neighbours: frozenset[str] = frozenset()  # normal forms of the other names in the document
    mentions: int = 1
    links: tuple[Link, ...] = ()  # what it surely is in lists of known things, one of each list
    family: str = field(init=False)  # the coarse class, within which the fine ones may differ; "" if nothing is known

    def __post_init__(self) -> None:
        object.__setattr__(self, "family", family_of(self.type))

    def __hash__(self) -> int:
        return hash((self.document, self.cluster))


def is_described(record: Record) -> bool:
    """Whether a record is a thing of its one document that no text names: "the letter"."""
    return record.kind is not MentionKind.NAME and not record.is_generic


def place_of(record: Record) -> Place:
    """What finds the anchor of a record."""
    if record.is_generic:
        return CONCEPT, 0, record.name.casefold()
    return record.document.rpartition("-")[2], record.cluster, record.key


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """Two clusters of one document that a judgement, by what it says, tells apart."""

    a: str
    b: str
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Told:
    """What one document tells of who is who: all that `resolve` needs of it."""

    document: Document
    records: tuple[Record, ...]  # by place of first mention
    parts: tuple[Part, ...] = ()  # of what was read as one


def records(reading: Reading) -> list[Record]:
    """One record for each cluster of a reading, by place of first mention."""
    by_cluster: dict[int, list[Mention]] = {}
    for mention in sorted({*reading.mentions, *_arguments(reading.statements)}):
        by_cluster.setdefault(mention.cluster, []).append(mention)
    told = facts(reading)
    named_at = frozenset(mention.start for mention in reading.mentions if mention.kind is MentionKind.NAME)
    found = [
        _record(reading.document.id, cluster, mentions, told.get(cluster, _NOTHING), named_at)
        for cluster, mentions in sorted(by_cluster.items())
    ]
    around = frozenset(record.key for record in found if record.kind is MentionKind.NAME)
    return [replace(record, neighbours=around - record.keys) for record in found]


def _arguments(statements: Iterable[Statement]) -> Iterator[Mention]:
    for statement in statements:
        found: list[Argument | None] = [statement.subject, statement.object, *(value for _, value in statement.roles)]
        found += [*statement.attributed_to, *statement.relayed_by]
        yield from (argument for argument in found if isinstance(argument, Mention))


def _names(mentions: Iterable[Mention]) -> tuple[str, ...]:
    """The forms of a name, without titles and role nouns before it."""
    return tuple(sorted({bare_name(m.text) for m in mentions if m.kind is MentionKind.NAME}))


def bare_name(text: str) -> str:
    """A name as written without the role nouns before it.

    >>> bare_name("actor Jo  Park")
    'Jo Park'
    """
    found = text.split()
    while len(found) > 1 and (found[0] in roles() or (found[0] in titles() and found[0][-1] == ".")):
        found = found[1:]
    return " ".join(found)


def _record(document: str, cluster: int, mentions: list[Mention], told: Facts, named_at: frozenset[int]) -> Record:
    kind = min((m.kind for m in mentions), key=list(MentionKind).index)
    named = [m for m in mentions if m.kind is kind]
    name = Counter(m.name or m.text for m in named).most_common(1)[0][0]
    name = " ".join(name.split())
    type_, is_sure = _type(name, mentions, told)
    is_bare = kind is MentionKind.NOMINAL and all(_is_bare(m.text) for m in named)
    if is_bare and not any(m.start in named_at for m in named):
        name = _uncapitalised(name)
    names = _names(mentions) if kind is MentionKind.NAME else ()
    return Record(
        document=document,
        cluster=cluster,
        kind=kind,
        name=name,
        key=normal_form(name),
        type=type_,
        names=names,
        keys=frozenset({normal_form(name), *map(normal_form, names)}),
        is_generic=is_bare and not any(map(_points, named)),
        roles=frozenset(told.roles) | frozenset(w for m in named for w in words(m.text) if w in roles()),
        inside=frozenset(told.inside),
        tickers=frozenset(told.tickers),
        place_kind=told.place_kind,
        is_sure=is_sure,
        born=told.born,
        mentions=len(mentions),
    )


def _uncapitalised(name: str) -> str:
    """A description that begins a sentence as it is written inside one; "Irish" keeps its capital."""
    first, _, rest = name.partition(" ")
    is_name = first in demonyms() or "'s " in name or "' " in name  # "Irish group", "Lund's shares"
    return f"{first.lower()} {rest}".strip() if first.istitle() and not is_name else name


def _type(name: str, mentions: list[Mention], told: Facts) -> tuple[str, bool]:
    """The class that most mentions have, and whether name or facts bear it out. "Ashby, Ohio," is a place."""
    types = Counter(m.type for m in mentions if m.type not in _GENERAL)
    type_ = min(types, key=lambda t: (-types[t], t)) if types else "kg:Entity"
    shown = _shown_family(name)
    if not shown and told.is_place and type_ != "kg:Person":
        return (type_ if family_of(type_) == "kg:Place" else "kg:GeopoliticalEntity"), True
    if family_of(type_) == "kg:Person":
        return type_, bool(told.roles or told.born or any(_has_title(m.text) for m in mentions) or shown == "kg:Person")
    return type_, bool(shown) and shown == family_of(type_)


def family_of(type_: str) -> str:
    """The coarse class of a class; "" of those that say nothing."""
    return "" if type_ in _GENERAL else _FAMILY.get(type_, type_)


def _has_title(text: str) -> bool:
    return text.partition(" ")[0] in {*honorifics(), *roles()}


def _shown_family(name: str) -> str:
    """The coarse class that the words of a name show, if they do."""
    if has_company_suffix(name) or organization_called(name):
        return "kg:Organization"
    if place_called(name):
        return "kg:Place"
    if head := head_type(name.split()):
        return family_of(head.type)
    first, _, rest = name.partition(" ")
    return "kg:Person" if rest and first in given_names() else ""


def _is_bare(text: str) -> bool:
    """Whether a description names a kind and not a thing of this document: no determiner, owner or number."""
    found = text.split()
    first = found[0].casefold()
    return (
        first not in small_words("specific")
        and not first[0].isdigit()
        and not any(w.endswith(("'s", "’s")) for w in found)
    )


def _points(mention: Mention) -> bool:
    """Whether a word of a description is about something else in its document: "clerks who knew *him*"."""
    return not small_words("pointing").isdisjoint(mention.text.casefold().split())


def usual_name(record: Record) -> str:
    """The name to show: a country's usual one, else the document's best."""
    place = place_called(record.name) if record.kind is MentionKind.NAME else None
    return place[0] if place else record.name
