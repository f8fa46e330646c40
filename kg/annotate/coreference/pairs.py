"""Which things a description of several refers to: "both men", "the two banks", "the companies", "the two", "the pair".

Two are meant where a text lists them ("Lund and Moe"), or has named just two of their kind so far.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.annotate.coreference.around import is_just_before, subjects_around, tells
from kg.annotate.coreference.called import is_called_firm
from kg.annotate.coreference.main_firm import may_be_firm_in_text
from kg.annotate.coreference.marriages import may_be_couple
from kg.annotate.coreference.referent import Referent, is_plural, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.together import listed_from, several, together
from kg.annotate.names.classes import family
from kg.grammar.phrases import VERBAL
from kg.naming import class_nouns, countries, description_words, place_called, roles, rows
from kg.parse import Token

_NEAR = 6  # sentences back to where they were told together
_BESIDE = 1  # sentences back to each of two "sides", whom nothing but that makes two
_LONE = frozenset({"two", "both", "pair", "duo", "couple"})
_COUNTS = frozenset({"two", "both"})
_NUMBERS = {"two": 2, "three": 3, "four": 4}
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "poss", "conj"})
_BODIES = frozenset({"organization", "group"})
_NARROWING = frozenset({"relcl", "prep", "acl", "appos", "amod"})  # "the countries *most at risk*"


def resolve_several(noun: Token, referents: Referents) -> Referent | None:
    """Those that "both men", "the two", "the companies" stand for, if only these can be meant."""
    if noun.tag_ != "NNS" and noun.lower_ not in _LONE:
        return None
    if (named := _named_beside(noun, referents)) is not None:
        return named
    number = _number(noun)
    if number is None:
        return None
    if noun.lower_ in _COUNTS and (counted := _just_counted(noun, referents)) is not None:
        return counted
    near = [r for r in _spoken_of(noun, referents) if len(r.members) == number or not number]
    near = [r for r in near if not number or not any(map(is_plural, r.members))]  # "Lund and colleagues" are not two
    if noun.lower_ == "couple":
        near = [r for r in near if may_be_couple(r, referents)]
    fitting = [r for r in near if _are_all(noun, r, referents)]
    fitting.sort(key=lambda group: not group.met)  # of whom the text has spoken as of several goes before
    if fitting and (_is_one_more(noun, fitting[0], referents) or _is_one_beside(noun, fitting[0], referents)):
        return None  # "Lund met Moe and Berg. Both men": who knows
    if fitting and (number or not _is_general(noun, fitting[0], referents)):
        return fitting[0]
    is_open = (number == 2 and noun.lower_ != "couple") or (number == 0 and tells(noun))
    return _only_two(noun, referents) if is_open else None  # "Lund will buy Moe, the companies said"


def _just_counted(noun: Token, referents: Referents) -> Referent | None:
    """Those of whom there were said to be two: "*Two nurses* were held. Both are in custody"."""
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, noun) > 1 or referent.members:
            return None
        if referent.is_plural and any(t.lower_ == "two" for t in token.lefts):
            return referent
    return None


def _named_beside(noun: Token, referents: Referents) -> Referent | None:
    """Those whose names stand beside a noun: "two *sons*, Erik and Nils"."""
    firsts = [t for t in noun.rights if t.dep_ == "appos" and t.i > noun.i and referents.is_inside_name(t)]
    after = referents.span_of(noun.nbor()) if noun.i + 1 < len(noun.doc) else None
    if after is not None and (after.root.head, after.root.dep_) == (noun.head, noun.dep_):
        firsts.append(after.root)  # "the *banks* Orlo and Halden met"
    first = next(iter(firsts), None)
    members = listed_from(first) if first is not None else []
    joints = [t for member in members for t in member.rights if t.dep_ == "cc" and t.lower_ == "and"]
    is_counted = any(
        t.dep_ == "nummod" and t.lower_ in _NUMBERS and _NUMBERS[t.lower_] != len(members) for t in noun.lefts
    )
    are_named = all(referents.is_inside_name(t) for t in members)
    return several(members, joints[-1], referents) if joints and are_named and not is_counted else None


def _number(noun: Token) -> int | None:
    """How many are meant, 0 if that is not told; None if the words do not take up what was spoken of before."""
    if noun.dep_ not in _ARGUMENTS or any(t.dep_ in _NARROWING for t in noun.rights):
        return None
    before = [t for t in noun.lefts if t.dep_ != "punct"]
    words = [t.lower_ for t in before]
    if noun.lower_ in _LONE:
        is_told = words == ["the"] or (noun.lower_ == "both" and not words)
        return 2 if is_told and noun.tag_ not in {"CC"} else None
    if noun.tag_ != "NNS":
        return None
    if words in (["both"], ["the", "two"], ["these", "two"]):
        return 2
    return 0 if words in (["the"], ["these"]) else None


def _spoken_of(noun: Token, referents: Referents) -> Iterator[Referent]:
    """Those that were told together, the latest first."""
    seen: set[str] = set()
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, noun) > _NEAR:
            break
        group = referent if referent.members else None
        if group is None and token.dep_ != "conj" and "conj" in token.below:
            group = together(token, referents)
        if group is not None and group.ident not in seen and not _is_byline(token):
            seen.add(group.ident)
            yield group
    for group in reversed(referents.together.values()):
        is_pair = bool(group.met) and _number(noun) == len(group.members)  # "the two firms" once, "both firms" later
        if group.ident not in seen and (is_pair or all(_is_near(t, noun, referents) for t in group.members)):
            yield group


def _is_byline(token: Token) -> bool:
    """Whether names stand where nothing is told of them: "By Ida Lund and Bo Moe"."""
    return not any(t.pos_ in VERBAL for t in token.sent)


def _is_one_more(noun: Token, group: Referent, referents: Referents) -> bool:
    """Whether somebody else of their kind does something where they were first told together."""
    first = group.members[0]
    beside = (token for token in first.sent.root.lefts if is_subject(token) and token not in group.members)
    known = [referents.at(token) for token in group.members]
    others = [r for r in map(referents.at, beside) if r is not None and r not in known and not r.members]
    return first.sent is group.members[-1].sent and any(_is_kind(noun, other) for other in others)


def _is_one_beside(noun: Token, group: Referent, referents: Referents) -> bool:
    """Whether one who is none of them is told of in the same sentence: "A bid by *Orlo* failed as the two sides"."""
    known = [referents.at(token) for token in group.members]
    doers = [referents.at(token) for token in subjects_around(noun)]
    for token, other in reversed(referents.met):
        if token.sent.start != noun.sent.start:
            return False
        if other.is_named and other not in known and other not in doers and _is_kind(noun, other):
            return True
    return False


def _is_general(noun: Token, group: Referent, referents: Referents) -> bool:
    """Whether the noun tells of others of its kind: "Banks lost money"."""
    other = referents.called_by(noun)
    if other is None or not other.met:
        return False
    last = max(token.i for token in (*group.members, *group.met))
    return other.met[-1].i > last or any(map(is_subject, other.met))


def _only_two(noun: Token, referents: Referents) -> Referent | None:
    """The only two of a kind that were named so far and take part, who tells it left out: "*Moe* told the two"."""
    doers = {referents.last_at(token) for token in subjects_around(noun)}
    named = (r for r in referents.all.values() if r.met and (r.type != "kg:Person" or r.ident not in doers))
    are_sides = _kinds().get(noun.lemma_.lower()) == "body"
    fitting = [r for r in named if _is_kind(noun, r) and (not are_sides or _takes_part(r))]
    reach = _BESIDE if are_sides else _NEAR
    is_near = all(referents.sentences_between(r.met[-1], noun) <= reach for r in fitting)
    if len(fitting) != 2 or not is_near or _are_others_listed(noun, fitting, referents):
        return None
    members = sorted((r.named_at[0] for r in fitting if r.named_at), key=lambda token: token.i)
    return several(members, noun, referents)


def _are_others_listed(noun: Token, fitting: list[Referent], referents: Referents) -> bool:
    """Whether two other names were just told together: "supplies *Orlo and Brix*. Both firms"."""
    known = {referent.ident for referent in fitting}
    before = [t for t, r in referents.met if r.is_named and r.ident not in known and is_just_before(t, noun)]
    return any(t.dep_ == "conj" and t.head in before for t in before)


def _takes_part(body: Referent) -> bool:
    """Whether a body does something, and is not only named."""
    return body.is_acting or len(body.met) > 1 or any(is_subject(t) or t.dep_ == "dobj" for t in body.met)


def _is_near(member: Token, noun: Token, referents: Referents) -> bool:
    """Whether what a token stands for was last spoken of near enough."""
    referent = referents.at(member)
    return referent is not None and referents.sentences_between(referent.met[-1], noun) <= _NEAR


def _are_all(noun: Token, group: Referent, referents: Referents) -> bool:
    """Whether each of several is what a noun tells, or may be it, and one surely is."""
    found = [referents.at(member) for member in group.members]
    known = [r for r in found if r is not None]
    if _number(noun) and noun.lemma_.lower() in roles() and all(r.type == "kg:Person" and r.is_full for r in known):
        return not roles()[noun.lemma_.lower()] or all(_is_kind(noun, r) for r in known)  # "both climbers"
    kinds = [_is_kind(noun, r) for r in known]
    unknown = [r for r, is_kind in zip(known, kinds, strict=True) if not is_kind]
    return any(kinds) and all(r.is_named and r.type == "kg:Entity" for r in unknown)


def _is_kind(noun: Token, referent: Referent) -> bool:
    """Whether a thing is what a noun in the plural tells of each: of "companies" a firm, of "sides" a body."""
    lemma = noun.lemma_.lower()
    kind = family(referent.type)
    if noun.lower_ in _LONE:
        return kind == "person"
    told = _kinds().get(lemma, "")
    if told == "body":
        return kind in _BODIES or _is_country(referent) or (kind == "person" and referent.is_plural)
    if told == "country":
        return _is_country(referent)
    if told == "person" or lemma in roles():
        gender = roles().get(lemma, "")
        is_so = told == "person" or lemma in referent.offices | {referent.name}
        return kind == "person" and is_so and (not gender or referent.gender in ("", gender))
    class_ = class_nouns().get(lemma, "")
    if class_ == "kg:Company" or lemma in description_words("general"):
        return is_called_firm(referent) or may_be_firm_in_text(referent)
    return bool(class_) and lemma in referent.kinds | {referent.name, *referent.name.lower().split()[-1:]}


def _is_country(referent: Referent) -> bool:
    place = place_called(referent.name)
    is_state = referent.type in {"kg:GeopoliticalEntity", "kg:Place"}
    return is_state and place is not None and place[0] in countries()


@cache
def _kinds() -> dict[str, str]:
    """What each of several things is, by the noun that takes them up."""
    return {row["word"]: row["kind"] for row in rows("several")}
