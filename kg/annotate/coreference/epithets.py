"""People called by what tells something new of them: "Lund won. The 26-year-old Dane", "the Oslo-born singer"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.ages import age_told, has_age
from kg.annotate.coreference.peoples import peoples_of
from kg.annotate.coreference.referent import Referent, is_plural, is_said_of_one, is_subject
from kg.annotate.coreference.referents import Referents
from kg.grammar.phrases import VERBAL
from kg.naming import demonyms, roles
from kg.parse import Span, Token

_VETERANS = frozenset({"veteran"})
_OF_BOTH = ("ese", "ish", "ch", "iss")  # "the Chinese" may be one or all


def is_epithet(noun: Token) -> bool:
    """Whether "the" stands before somebody's age, birthplace or people: "the 26-year-old Dane", "the Dane"."""
    if not any(t.lower_ == "the" and t.dep_ == "det" for t in noun.lefts) or is_plural(noun):
        return False
    if noun.text in demonyms():
        return noun.tag_ in {"NN", "NNP"} and (not noun.text.endswith(_OF_BOTH) or is_said_of_one(noun))
    if noun.lemma_.lower() not in roles():
        return False
    is_veteran = noun.lemma_.lower() in _VETERANS and any(t.lower_ == "year" for t in noun.lefts)
    return is_veteran or any(age_told(t) or _is_birthplace(t) for t in noun.lefts)


def _is_birthplace(born: Token) -> bool:
    return born.lower_ == "born" and born.text_before == "-"


def by_epithet(noun: Token, referents: Referents) -> Iterator[Referent]:
    """Whose age it is, else the only person who was spoken of in the sentence before and in this one, if nothing else
    was told of him."""
    age = next((age for t in noun.lefts if (age := age_told(t))), "")
    yield from by_age(noun, age, referents) if age else _alone(noun, referents)


def by_age(noun: Token, age: str, referents: Referents) -> Iterator[Referent]:
    """Who was said to be so old, else who alone was just spoken of."""
    told = [r for r in referents.all.values() if r.met and any(_is_aged(name, age) for name in r.names)]
    yield from told or (r for r in _alone(noun, referents) if not any(map(has_age, r.names)))


def _alone(noun: Token, referents: Referents) -> Iterator[Referent]:
    found: dict[str, Referent] = {}
    doers = _doers(noun)
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, noun) > 1:
            break
        is_quoted = referents.is_quoted(token) and not referents.is_quoted(noun)
        if referent.type == "kg:Person" and not referent.is_plural and token not in doers and not is_quoted:
            found[referent.ident] = referent
    if len(found) == 1:
        yield from (r for r in found.values() if r.is_named and _may_be(noun, r))


def _doers(noun: Token) -> frozenset[Token]:
    """Who does something to whom the noun calls: "*Moe* beat the 26-year-old"."""
    if is_subject(noun):
        return frozenset()
    verb = next((t for t in noun.ancestors if t.pos_ in VERBAL), noun)
    return frozenset(t for t in verb.lefts if is_subject(t))


def _may_be(noun: Token, person: Referent) -> bool:
    """Whether gender and people do not speak against it: Gina Rossi is no "Oslo-born actor", a Swede no Dane."""
    gender = roles().get(noun.lemma_.lower(), "")
    words = {t.text for t in (noun, *noun.lefts) if t.text in demonyms()}
    peoples = peoples_of(person)
    return (not gender or person.gender in ("", gender)) and not (words and peoples and not words & peoples)


def _is_aged(name: Span, age: str) -> bool:
    return [t.text for t in name.doc[name.end : name.end + 2]] == [",", age]
