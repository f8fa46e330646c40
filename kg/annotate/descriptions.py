"""Which named thing a description with "the" refers to: "the company", "the museum", "the mayor"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.name_types import family, noun_class
from kg.annotate.referents import Referent, Referents
from kg.naming import countries, description_words, normal_form, offices, place_called, roles
from kg.parse import Span, Token

_REACH = 3  # sentences back


def resolve_description(noun: Token, referents: Referents) -> tuple[Span, str, str | None]:
    """The description that a noun heads, "nominal", and what it refers to if only one thing can be meant."""
    span = noun.doc[noun.i : noun.i + 1]
    first = _determined(noun)
    if first is None:
        return span, "", None
    span = noun.doc[first.i : noun.i + 1]
    for rule in (_by_head, _by_office, _by_class):
        found = {referent.ident for referent in rule(noun, referents)}
        if found:
            return span, "nominal", found.pop() if len(found) == 1 else None
    return span, "", None


def _determined(noun: Token) -> Token | None:
    """The "the" of a bare singular description; None if more is said than a name could have been given for."""
    if noun.tag_ not in {"NN", "NNP"} or noun.dep_ in {"compound", "appos", "attr"}:
        return None
    after = [t for t in noun.children if t.i > noun.i and t.dep_ in {"relcl", "prep", "acl", "appos"}]
    before = [t for t in noun.children if t.i < noun.i]
    if after or not before or before[0].lower_ != "the" or before[0].i + len(before) != noun.i:
        return None
    foreign = description_words("foreign")
    is_plain = all(t.is_lower and t.lower_ not in foreign and t.tag_ in {"JJ", "NN"} for t in before[1:])
    return before[0] if is_plain and len(before) <= 2 else None


def _near(noun: Token, referents: Referents, reach: int) -> Iterator[Referent]:
    for referent in referents.all.values():
        if referent.met and referents.sentences_between(referent.met[-1], noun) <= reach:
            yield referent


def _by_head(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The museum" is the one name that ends in Museum; an event is not, as there are often more."""
    for referent in referents.all.values():
        words = normal_form(referent.name).split()
        is_headed = len(words) > 1 and noun.lower_ in (words[-1], _before_of(words))
        if referent.met and is_headed and family(referent.type) not in {"event", "person"}:
            yield referent


def _before_of(words: list[str]) -> str:
    return words[words.index("of") - 1] if "of" in words[1:] else ""


def _by_office(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The mayor" is the one person whom the text has called mayor."""
    if noun.lower_ in roles() or noun.text.title() in offices():
        for referent in referents.all.values():
            if referent.met and noun.lower_ in referent.offices:
                yield referent


def _by_class(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The company" is the only one named within three sentences."""
    told = noun_class(noun)
    kind = next((k for k in ("country", "city") if noun.lower_ in description_words(k)), "")
    if told in {"kg:Company", "kg:GeopoliticalEntity"} and (kind or told == "kg:Company"):
        for referent in _near(noun, referents, _REACH):
            if _may_be(referent, told, kind):
                yield referent


def _may_be(referent: Referent, told: str, kind: str) -> bool:
    if told == "kg:Company":
        return referent.type in {"kg:Company", "kg:Organization"}
    if referent.type not in {"kg:GeopoliticalEntity", "kg:Place"}:
        return False
    place = place_called(referent.name)
    return (place is not None and place[0] in countries()) == (kind == "country")
