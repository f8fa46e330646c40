"""People called by what tells something new of them: "Lund won. The 26-year-old Dane", "the Oslo-born singer"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.ages import age_told, has_age
from kg.annotate.coreference.around import tells
from kg.annotate.coreference.peoples import peoples_of, peoples_told
from kg.annotate.coreference.referent import Referent, is_plural, is_said_of_one, is_subject
from kg.annotate.coreference.referents import Referents
from kg.grammar.phrases import VERBAL
from kg.naming import demonyms, roles, telling_verbs
from kg.parse import Span, Token

_VETERANS = frozenset({"veteran"})
_OF_BOTH = ("ese", "ish", "ch", "iss")  # "the Chinese" may be one or all


def is_epithet(noun: Token) -> bool:
    """Whether "the" stands before somebody's age, birthplace or people: "the 26-year-old Dane", "the Dane"."""
    if not any(t.lower_ == "the" and t.dep_ == "det" for t in noun.lefts) or is_plural(noun):
        return False
    if noun.text in demonyms():
        return (
            noun.tag_ in {"NN", "NNP"}
            and not _is_of_several(noun)
            and (not noun.text.endswith(_OF_BOTH) or is_said_of_one(noun))
        )
    is_aged = any(age_told(t) for t in noun.lefts)
    if noun.lemma_.lower() not in roles():
        return is_aged and noun.tag_ == "NN" and tells(noun)  # "the 31-year-old center said"
    is_veteran = noun.lemma_.lower() in _VETERANS and any(t.lower_ == "year" for t in noun.lefts)
    return is_veteran or is_aged or any(_is_birthplace(t) for t in noun.lefts)


def _is_of_several(noun: Token) -> bool:
    """Whether a word is the plural of a people's: "the *Danes*", however it is tagged."""
    return noun.text.endswith("s") and noun.text[:-1] in demonyms()


def _is_birthplace(born: Token) -> bool:
    return born.lower_ == "born" and born.text_before == "-"


def by_epithet(noun: Token, referents: Referents) -> Iterator[Referent]:
    """Whose age or people it is, else the only person who was spoken of in the sentence before and in this one, if
    nothing else was told of him."""
    age = next((age for t in noun.lefts if (age := age_told(t))), "")
    yield from by_age(noun, age, referents) if age else (_of_people(noun, referents) or _alone(noun, referents))


def by_age(noun: Token, age: str, referents: Referents) -> Iterator[Referent]:
    """Who was said to be so old, else who alone was just spoken of."""
    told = [r for r in referents.all.values() if r.met and any(_is_aged(name, age) for name in r.names)]
    told = told or _unnamed_aged(age, referents)
    yield from told or (r for r in _alone(noun, referents) if not any(map(has_age, r.names)))


def _unnamed_aged(age: str, referents: Referents) -> list[Referent]:
    """Those without a name who came with an age: "a 26-year-old man was held", "a man, 26, was held"."""
    people = {r.ident: r for _, r in referents.met if not r.is_named and r.type == "kg:Person" and not r.is_plural}
    return [r for r in people.values() if any(_is_noun_aged(token, age) for token in r.met)]


def _is_noun_aged(noun: Token, age: str) -> bool:
    after = noun.doc.tokens[noun.i + 1 : noun.i + 3]
    return any(age_told(t) == age for t in noun.lefts) or [t.text for t in after] == [",", age]


def _of_people(noun: Token, referents: Referents) -> list[Referent]:
    """The only one by name who was said to be a Dane, or of Denmark: "the Dane"."""
    if noun.text not in demonyms():
        return []
    doers = {referents.last_at(t) for t in _doers(noun)}
    people = (r for r in referents.all.values() if r.met and r.type == "kg:Person" and r.ident not in doers)
    return [r for r in people if noun.text in peoples_of(r) | peoples_told(r)]


def _alone(noun: Token, referents: Referents) -> Iterator[Referent]:
    """Who alone was spoken of in the sentence before; not somebody without a name
    who is only told something."""
    found: dict[str, Referent] = {}
    doers = _doers(noun)
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, noun) > 1:
            break
        is_quoted = referents.is_quoted(token) and not referents.is_quoted(noun)
        is_told = not referent.is_named and _is_told(token)
        is_one = referent.type == "kg:Person" and not referent.is_plural and not is_told
        if is_one and token not in doers and not is_quoted:
            found[referent.ident] = referent
    if len(found) == 1:
        yield from (r for r in found.values() if r.is_named and _may_be(noun, r))


def _is_told(token: Token) -> bool:
    """Whether somebody is only who is told something: "He told a *supervisor*"."""
    return token.dep_ in {"dobj", "dative"} and token.head.lemma_ in telling_verbs("speech")


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
