"""Which place "the country", "the state" or "the town" is: the only one of its kind, or the one just told of."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.coreference.called import heads
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.names.classes import noun_class
from kg.naming import cities, class_nouns, countries, description_words, place_called, roles
from kg.parse import Token

_REACH = 3  # sentences back
_AWAY = frozenset({"from", "with", "to", "against", "between", "than", "like", "by"})  # "a treaty with Norway"


def by_place(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The country" is the only one near, or the only one of the text."""
    kind = next((k for k in ("country", "city", "state") if noun.lower_ in description_words(k)), "")
    if kind and noun_class(noun) == "kg:GeopoliticalEntity":
        near = [r for r in referents.near(noun, _REACH) if _may_be(r, kind)]
        found = _established(noun, near, referents) if kind == "city" else near or _far(kind, referents)
        yield from (r for r in found if kind != "country" or not _is_touched_on(noun, r, referents))


def _may_be(referent: Referent, kind: str) -> bool:
    if referent.met and all(_is_beside(token) for token in referent.met):
        return False
    place = place_called(referent.name)
    if place is None and _is_otherwise(referent, kind):
        return False
    if referent.type != "kg:GeopoliticalEntity" and not (referent.type == "kg:Place" and place is not None):
        return False  # "the city" is no park
    if kind == "city":
        return (place is None and not referent.name.endswith(".")) or referent.name in cities()  # "Spokane, *Wash.*"
    is_region = place is not None and (place[1] == "kg:Place" or "," in place[0])  # "the Baltic", "Washington, D.C."
    return place is not None and not is_region and (place[0] in countries()) == (kind == "country")


def _is_otherwise(place: Referent, kind: str) -> bool:
    """Whether a name says that it is another kind of place: "the city" is no "Barlow County"."""
    told = {word for word in heads(place) if class_nouns().get(word) == "kg:GeopoliticalEntity"}
    return bool(told) and not told & description_words(kind)


def _is_beside(name: Token) -> bool:
    """Whether of a place nothing is told: "the Leeds developer", unlike "Leeds council"."""
    noun = name.head.lemma_.lower()
    is_somebody = name.head.is_lower and (noun in roles() or class_nouns().get(noun) == "kg:Company")
    return name.dep_ in {"compound", "amod", "nmod"} and is_somebody


def _is_touched_on(noun: Token, country: Referent, referents: Referents) -> bool:
    """Whether nothing was told of a country that was named once, some time ago: "since it broke away from *Norway*"."""
    if len(country.met) != 1 or referents.sentences_between(country.met[0], noun) <= 1:
        return False
    name = country.met[0]
    return name.dep_ == "pobj" and name.head.lower_ in _AWAY


def _established(noun: Token, near: list[Referent], referents: Referents) -> list[Referent]:
    """The town just spoken of of which a text tells, not one that it only touches on: "moved its flights to Oslo"."""
    towns = [r for r in referents.all.values() if r.met and _may_be(r, "city")]
    elsewhere = sum(_is_only_dateline(r, referents) for r in referents.all.values())
    if len(towns) + elsewhere < 2:
        return near or _far("city", referents)
    last = [r for r in near if referents.sentences_between(r.met[-1], noun) <= 1]
    return [r for r in last if near == [r] and (len(r.met) > 1 or _is_told_of(r.met[0], is_at_home=not elsewhere))]


def _is_told_of(place: Token, *, is_at_home: bool) -> bool:
    """Whether a place does something itself, or is where something happens, if a report comes from no other place."""
    is_where = place.dep_ == "pobj" and place.head.lower_ == "in"
    return is_subject(place) or place.dep_ == "dobj" or (is_where and is_at_home)


def _far(kind: str, referents: Referents) -> list[Referent]:
    """The places of a kind that a text speaks of; else that from which it reports."""
    places = [r for r in referents.all.values() if (r.met or kind != "country") and _may_be(r, kind)]
    if kind == "state":  # "two trips to Hawaii" make it no story of that state
        places = [r for r in places if len(r.met) != 1 or is_subject(r.met[0]) or r.met[0].dep_ != "pobj"]
    return [r for r in places if r.met] or [r for r in places if _is_only_dateline(r, referents)]


def _is_only_dateline(place: Referent, referents: Referents) -> bool:
    """Whether a text names a place only to tell where it was written."""
    return all(referents.is_dateline(name.root) for name in place.names)
