"""What a reader means by a name or a relation: forgiving about case, articles, endings and parts of names."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field

from pyoxigraph import NamedNode, Store

from kg.errors import NotFound
from kg.rdf import BASE, compact, expand, term
from kg.store import select

_ENTITIES = (
    "SELECT ?iri ?name { ?iri kg:isNamed ?any . ?iri rdfs:label ?name }",
    "SELECT ?iri ?name { ?iri skos:altLabel ?name }",
)
_PRONOUNS = "SELECT ?iri { ?iri a kg:Unresolved }"
_REPLACED = "SELECT ?old ?new { ?old dcterms:isReplacedBy ?new }"
_RELATIONS = (
    "SELECT ?iri ?name { ?iri a kg:Relation ; rdfs:label ?name }",
    "SELECT ?iri ?name { ?iri a kg:Relation ; kg:lemma ?name }",
)
_PHRASES = "SELECT DISTINCT ?name { ?st kg:relationPhrase ?name }"
_DOCUMENTS = (
    "SELECT ?iri ?name { ?iri a kg:Document ; dcterms:title ?name }",
    "SELECT ?iri ?name { ?iri a kg:Document ; dcterms:source ?name }",
)


@dataclass(frozen=True, slots=True, order=True)
class Match:
    """Something in the graph that a reader may have meant."""

    iri: str
    label: str


@dataclass(slots=True)
class _Named:
    """A thing with its names, in the form that is compared."""

    iri: str
    label: str = ""
    names: list[str] = field(default_factory=list)  # labels and aliases in normal form


_WORD = re.compile(r"\w+")
_POSSESSIVE = re.compile(r"['’]s\b")


def normal(name: str) -> str:
    """A name without case, accents, punctuation and article, as it is compared.

    >>> normal("The Zoë-Group's")
    'zoe group'
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    words = _WORD.findall(_POSSESSIVE.sub("", plain))
    return " ".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def stem(words: str) -> str:
    """Words without the endings that verbs take, so that the forms of one verb are one.

    >>> {stem("sells to"), stem("sell to"), stem("selling to")}
    {'sel to'}
    """
    return " ".join(_stem(word) for word in words.split())


_ENDINGS = ("ing", "ed", "es", "s")


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        rest = word.removesuffix(ending)
        if rest != word and re.search("[aeiouy]", rest) and (len(rest) > 2 or rest[0] in "aeiou"):
            word = rest
            break
    return re.sub(r"(.)\1$", r"\1", re.sub(r"(?<=\w\w)[eyi]$", "", word))


def entities(store: Store, name: str, base: str = BASE) -> list[Match]:
    """The entities that a name may mean, all of the best kind of match; NotFound names the nearest.

    An IRI that was replaced means the entity that it is now.
    """
    return entities_called(store, (name,), base)[0]


def entities_called(store: Store, names: Iterable[str], base: str = BASE) -> list[list[Match]]:
    """The entities that each of some names may mean, with one look at all names of the graph."""
    known, heirs = _entities(store, base), defaultdict(set)
    for old, new in select(store, _REPLACED, base):
        heirs[old.value].add(new.value)
    return [_heirs(known, heirs[expand(n, base)]) or _find(known, n, "entity", "", base, _TIERS) for n in names]


def _heirs(known: list[_Named], iris: Container[str]) -> list[Match]:
    return [Match(each.iri, each.label) for each in known if each.iri in iris]


def relations(store: Store, words: str, base: str = BASE) -> list[Match]:
    """The relations that words may mean: "sells", "sell", "kg:sells", "keep up with", "kept up with"."""
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", words) if not re.search(r"[:/ ]", words) else words
    known = _named(store, _RELATIONS, base)
    found = _matches(known, spaced, base, _RELATION_TIERS)
    labels = {each.iri: each.label for each in known}
    both = {iri: Match(iri, labels.get(iri) or compact(iri, base)) for iri in _worded(store, normal(spaced), base)}
    both |= {match.iri: match for match in found}
    return sorted(both.values()) or _find([], words, "relation", _near(words, known), base, ())


def _worded(store: Store, wanted: str, base: str) -> set[str]:
    """The relations that texts put into these words."""
    phrases = [name for (name,) in select(store, _PHRASES, base) if wanted and normal(name.value) == wanted]
    return {
        predicate.object.value
        for phrase in phrases
        for statement in store.quads_for_pattern(None, term("kg:relationPhrase"), phrase)
        for predicate in store.quads_for_pattern(statement.subject, term("rdf:predicate"), None)
        if isinstance(predicate.object, NamedNode)
    }


def documents(store: Store, name: str, base: str = BASE) -> list[Match]:
    """The documents whose title or source a reader may mean."""
    return _find(_named(store, _DOCUMENTS, base), name, "document", "", base, _TIERS)


def _entities(store: Store, base: str) -> list[_Named]:
    return _named(store, _ENTITIES, base, {iri.value for (iri,) in select(store, _PRONOUNS, base)})


def _named(store: Store, queries: tuple[str, str], base: str, without: Container[str] = ()) -> list[_Named]:
    """Everything that a query for labels finds, with the further names that another finds."""
    found: dict[str, _Named] = {}
    for is_label, query in zip((True, False), queries, strict=True):
        for iri, value in select(store, query, base):
            if (name := iri.value) not in without:
                _add(found.setdefault(name, _Named(name)), value.value, is_label)
    return [found[iri] for iri in sorted(found)]


def _add(each: _Named, name: str, is_label: bool) -> None:
    each.names.append(normal(name))
    if is_label and (not each.label or name < each.label):
        each.label = name
    if is_label and "," in name:  # "Ferrow County, Ohio" is also called Ferrow County
        each.names.append(normal(name.split(",")[0]))


def _find(
    known: list[_Named],
    name: str,
    kind: str,
    hint: str,
    base: str,
    tiers: Iterable[Callable[[_Named, str], bool]],
) -> list[Match]:
    if not name.strip():
        raise NotFound(f"the name of the {kind} is empty. Write one.")
    found = _matches(known, name, base, tiers)
    if not found:
        raise NotFound(f"the graph knows no {kind} called {name!r}.{hint or _near(name, known)}")
    return found


def _matches(known: list[_Named], name: str, base: str, tiers: Iterable[Callable[[_Named, str], bool]]) -> list[Match]:
    iri = expand(name, base)
    exact = [each for each in known if each.iri == iri]
    wanted = normal(name)
    for tier in tiers if not exact and wanted else ():
        exact = [each for each in known if tier(each, wanted)]
        if exact:
            break
    return [Match(each.iri, each.label or compact(each.iri, base)) for each in exact]


def _by_any_name(each: _Named, wanted: str) -> bool:
    return wanted in each.names


def _by_part(each: _Named, wanted: str) -> bool:
    return any(f" {wanted} " in f" {name} " for name in each.names)


def _by_stem(each: _Named, wanted: str) -> bool:
    return stem(wanted) in map(stem, each.names)


_TIERS = (_by_any_name, _by_part)
_RELATION_TIERS = (_by_stem, _by_part)


def near(store: Store, name: str, base: str = BASE) -> list[Match]:
    """The entities that a name may mean, or else those that are called nearly so."""
    known, words = _entities(store, base), name[:_LONGEST]
    found = _matches(known, words, base, _TIERS) or [Match(each.iri, each.label) for each in _nearest(words, known)]
    return found[:_MOST_NEAR]


_LONGEST = 200  # characters of a name that is compared with all others
_MOST_NEAR = 10


def _nearest(name: str, known: list[_Named]) -> list[_Named]:
    by_name = {normal_name: each for each in known for normal_name in each.names}
    wanted = normal(name)
    found = difflib.get_close_matches(wanted, sorted(by_name), n=3, cutoff=0.72) if wanted else []
    return list({by_name[each].iri: by_name[each] for each in found}.values())


def _near(name: str, known: list[_Named]) -> str:
    labels = list(dict.fromkeys(each.label for each in _nearest(name, known) if each.label))
    return f" Did you mean {' or '.join(labels)}?" if labels else ""
