"""What a noun may call by what a name or the words beside it say: "the museum", "the mayor", "the club"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.annotate.coreference.around import is_just_before, is_main
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.referent import Referent, is_plural, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.names.classes import family
from kg.grammar.kinds import is_people
from kg.grammar.wordlists import words, words_of
from kg.naming import (
    class_nouns,
    countries,
    description_words,
    normal_form,
    organization_called,
    parts_of_offices,
    place_called,
    roles,
    small_words,
    stand_ins,
    titles,
)
from kg.parse import Span, Token

FIRMS = frozenset({"kg:Company", "kg:Organization"})
_LINKS = frozenset({"of", "for", "on", "in"})
_FIXING = frozenset({"det", "nummod", "poss"})
_OWNERS = frozenset({"our", "my", "your", "their"})
_NAMES = 4096  # whose words are kept
_WITHIN = frozenset({"compound", "nmod", "amod"})
_OFTEN = 3  # times told of, from which on a thing is as likely as what was just told of
_JUST = 1  # sentences back to what a noun for any body takes up that is touched on
_NEAR, _FAR = 6, 15  # sentences back to what another noun takes up, and to what is the only one of its kind


def by_head(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The museum" is the one name that ends in Museum, and what stands in a list with it; an event is not, but a
    festival and the like, nor what is first named after "the museum" was spoken of."""
    families = {"person"} if noun.lower_ in stand_ins()["event"] else {"event", "person"}
    known_until = referents.left.get(noun.lower_, noun.i)
    for referent in referents.all.values():
        is_headed = len(_words(referent.name)) > 1 and noun.lower_ in heads(referent) - small_words("journal subject")
        is_known = bool(referent.met) and referent.met[0].i < known_until and not _is_country(noun, referent)
        is_known &= not (_is_made_by(noun, referent) or _gives_way(noun, referent, referents))
        if is_headed and is_known and family(referent.type) not in families:
            yield referent
            yield from referents.listed_with(referent)


def _is_made_by(noun: Token, referent: Referent) -> bool:
    """Whether a body would be a thing that its name tells of: "the bus" is no firm "Blue Bus", "the aircraft" no maker
    of drones; an app may be one."""
    word = noun.lemma_.lower()
    is_thing = class_nouns().get(word) == "kg:Product" and word not in description_words("venture")
    return referent.is_named and referent.type in BODIES and is_thing


def _gives_way(noun: Token, body: Referent, referents: Referents) -> bool:
    """Whether a body of states, known to each reader, only touches a text that has called something else so: "The
    *nurses' union* met. The European Union paid. The union"."""
    word = noun.lemma_.lower()
    if organization_called(body.name) is None or not body.type == class_nouns().get(word) == "kg:Organization":
        return False
    before = (t for t in referents.doc.written({word}) if t.i < noun.i and t.pos_ == "NOUN")
    is_called = any(t.dep_ == "compound" or _is_plain_other(t) for t in before)
    others = (r for r in referents.all.values() if r is not body and r.met and organization_called(r.name) is None)
    return is_called or any(word in nouns_of(r) for r in others)


def _is_plain_other(noun: Token) -> bool:
    """Whether a noun alone brings something up, or calls what is somebody's: "a union", "their union"."""
    told = list(noun.lefts)
    return any(t.dep_ == "poss" or t.lower_ in {"a", "an"} for t in told) and not any(t.dep_ in _WITHIN for t in told)


def _is_country(noun: Token, referent: Referent) -> bool:
    """Whether "the state" would be the United States."""
    place = place_called(referent.name) if noun.lower_ == "state" else None
    return place is not None and place[0] in countries()


def heads(referent: Referent) -> frozenset[str]:
    """The words of a name that may say what it names: "Barlow *Museum*", "*Ministry* of Health", "*River* Tarn"."""
    return _heads_of(referent.name, referent.type)


@lru_cache(maxsize=_NAMES)
def _heads_of(name: str, type_of_name: str) -> frozenset[str]:
    parts = _words(name)
    if not parts:
        return frozenset()
    before = next((word for word, after in pairwise(parts) if after in _LINKS), "")
    last = "" if before or set(parts[:-1]) & _OWNERS else parts[-1]  # "Friends of the *Park*", "Save Our *Park*"
    told = class_nouns().get(parts[0], "kg:Person")
    is_first = family(told) == family(type_of_name) or (told == "kg:Place" and type_of_name == "kg:Entity")
    first = parts[0] if is_first else ""
    single = last.removesuffix("s") if last.removesuffix("s") in class_nouns() else ""  # "Orlo Airlines"
    pair = " ".join(parts[-2:]) if last and len(parts) > 2 else ""  # "Orlo *Medical Center*"
    return frozenset({last, single, before, first, pair} - {""})


@lru_cache(maxsize=_NAMES)
def _words(name: str) -> tuple[str, ...]:
    return tuple(normal_form(name).split())


def by_office(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The mayor" is the one person whom the text has called mayor; "the Home Secretary" the one called so in full."""
    title = noun.text.title()
    if noun.lower_ in roles() or (title in titles() and title not in parts_of_offices()):
        said = {noun.lower_} | {t.lower_ for t in noun.lefts if t.text.title() in parts_of_offices()}
        others = (words_of("deputy") | {"prime"}) - said  # "the minister" is no deputy minister, nor the prime minister
        for referent in referents.all.values():
            is_holder = said <= referent.offices and not others & referent.offices
            if referent.met and is_holder and referent.was_called(said, noun.i):
                yield referent


def by_kind(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The club" is the one thing that was introduced as one: "the club Orlo Rovers", "Brix, a club in Oslo"."""
    if noun.lemma_.lower() in class_nouns():
        for referent in referents.all.values():
            is_it = noun.lemma_.lower() in referent.kinds and not _is_other_than_place(noun, referent)
            if referent.met and is_it and not _is_other_of_kind(noun, referent):
                yield referent


def _is_other_of_kind(noun: Token, referent: Referent) -> bool:
    """Whether a thing came only as another of its kind: "A *rival* union, Orlo Action, met. The union"."""
    beside = [t for span in referent.names for t in (span.root.head, *span.root.children, *_just_before(span))]
    told = [t for t in beside if t.lemma_.lower() == noun.lemma_.lower() and t.pos_ == "NOUN"]
    return bool(told) and all(any(c.lower_ in words("others", "word") for c in t.lefts) for t in told)


def _just_before(span: Span) -> Iterator[Token]:
    if span.start:
        yield span.doc[span.start - 1]


def by_stand_in(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The plant" is the mill, "the hospital" Barlow Infirmary: the only thing near whose noun it may take up, or the
    only one farther back."""
    word = noun.lemma_.lower()
    is_of_a_kind = any(t.dep_ == "compound" and t.text_before != "-" for t in noun.lefts)  # "the opposition group"
    nouns = stand_ins().get(word, frozenset()) if not is_of_a_kind and not referents.is_known(noun) else frozenset()
    called = referents.called.get(word)
    is_vague = word in description_words("vague body")
    near: dict[str, Referent] = {}
    far: dict[str, Referent] = {}
    for token, referent in reversed(referents.met) if nouns else ():
        distance = referents.sentences_between(token, noun)
        if distance > _FAR:
            break
        if referent is called and not near:
            yield referent
            return
        if is_vague and distance > _JUST and len(referent.met) < _OFTEN:
            continue  # "the organization" is no council that was touched on long ago
        if not nouns_of(referent) & (nouns | {word}) or not _may_stand_for(noun, referent, referents):
            continue
        if _is_apart(noun, referent, distance):
            return
        is_called = referent.is_named and word in told_nouns(referent)
        (near if distance <= _NEAR or is_called else far)[referent.ident] = referent
    if not any(r.is_named for r in near.values()):
        near |= {ident: r for ident, r in far.items() if r.is_named and len(r.met) >= _OFTEN} if near else far
    calling = [heads(r) for r in near.values() if r.is_named]
    found = [r for r in near.values() if r.is_named or not any(r.name in nouns for nouns in calling)]
    just_told = [r for r in found if any(_is_told_of(t) and is_just_before(t, noun) for t in r.met)]
    is_house = class_nouns().get(word) == "kg:Facility"
    yield from just_told if is_house and len(just_told) == 1 and just_told[0].is_named else found


def _is_told_of(token: Token) -> bool:
    """Whether a sentence is about one thing, or tells what is done to it."""
    return "conj" not in token.below and is_main(token) and (is_subject(token) or token.dep_ == "dobj")


def _may_stand_for(noun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether a noun tells of one thing, or several, as another one did; "the team" may be "researchers"."""
    if not referents.is_latest(referent) or _is_counted(referent) or _is_some_firm(referent):
        return False
    if _is_other_than_place(noun, referent) or _is_made_by(noun, referent) or _gives_way(noun, referent, referents):
        return False
    told = class_nouns().get(noun.lemma_.lower(), "")
    if family(told) == "organization" and referent.type == "kg:Concept":
        return False  # "the group" is no network of pipes
    if referent.is_named and referent.type in BODIES and "plan" in stand_ins().get(noun.lemma_.lower(), ()):
        return False  # "the proposal" is no "Orlo Project" that sued
    is_person = referent.type == "kg:Person"
    if referent.is_plural == is_plural(noun):
        return is_plural(noun) or not is_person
    collectives = words("collectives", "word")
    if referent.is_plural:  # "the officer" is no two officers
        return is_person and (noun.lemma_.lower() in collectives or not is_people(noun))
    return is_plural(noun) and referent.name in collectives


def _is_apart(noun: Token, referent: Referent, distance: int) -> bool:
    """Whether what has no name can hardly be meant: "vessels" of any kind, long ago; "no match", "a cup or a medal";
    what the sentence tells something of: "The *plan* was part of a *project*"; posts, which are no newspapers; a suit
    that somebody wears."""
    if referent.is_named:
        return False
    first, last = referent.met[0], referent.met[-1]
    is_choice = any(t.lower_ == "or" for t in (*first.rights, *first.head.rights) if t.dep_ == "cc")
    is_another = any(t.lower_ in words("others", "word") for t in first.lefts)
    is_far = distance > 1 and referent.is_plural and referent.type != "kg:Person"
    is_of_any_kind = is_far and not any(t.dep_ in _FIXING for t in first.lefts)
    is_told_of = distance == 0 and is_subject(last) and last.head.is_ancestor(noun)
    is_paper = class_nouns().get(noun.lemma_.lower()) == "kg:MediaOutlet" != class_nouns().get(referent.name)
    is_in = (
        first.dep_ == "pobj" and first.head.lower_ == "in" and first.head.head.lemma_ in words_of("who is in clothes")
    )
    is_worn = is_in or first.head.lemma_ == "wear"
    return is_choice or is_another or is_of_any_kind or is_told_of or is_paper or is_worn


def _is_other_than_place(noun: Token, referent: Referent) -> bool:
    """Whether a town would be something else: "a line between Orlo and Brix, a *project* that"."""
    is_place = referent.type == "kg:GeopoliticalEntity"
    return is_place and family(class_nouns().get(noun.lemma_.lower(), "")) not in {"place", "organization", "group"}


def _is_some_firm(referent: Referent) -> bool:
    """Whether it came as "the company" of which nothing tells which one it is."""
    is_firm = not referent.is_named and class_nouns().get(referent.name) == "kg:Company"
    return is_firm and any(t.lower_ == "the" for t in referent.met[0].lefts)


def _is_counted(referent: Referent) -> bool:
    """Whether there are others of its kind: "the first match", "another match"; "its first mill" is the only one."""
    before = referent.met[0].lefts
    if any(t.dep_ == "poss" for t in before) and any(t.lower_ in {"first", "only"} for t in before):
        return False
    return not referent.is_named and any(t.lower_ in description_words("foreign") | {"another"} for t in before)


def nouns_of(referent: Referent) -> frozenset[str]:
    """The nouns that say what a thing is: its own, those beside its name, those in its name."""
    return heads(referent) | referent.kinds


def told_nouns(referent: Referent) -> frozenset[str]:
    """The nouns that say what a thing is, with those that have taken it up so far."""
    return nouns_of(referent) | {token.lemma_.lower() for token in referent.met if token.pos_ == "NOUN"}


def is_called_firm(referent: Referent) -> bool:
    """Whether something may be called "the company"."""
    return referent.type in FIRMS and is_firm(referent) and not (_holds_office(referent) or _is_model(referent))


def _is_model(referent: Referent) -> bool:
    """Whether a name only tells which of somebody's things is meant: "its *TX-4* project", "the TX-4"."""
    if not any(character.isdigit() for character in referent.name):
        return False
    roots = [span.root for span in referent.names]
    owned = [t for t in roots if t.dep_ in _WITHIN and any(c.dep_ == "poss" for c in t.head.lefts)]
    return bool(owned) and all(t in owned or any(c.lower_ == "the" for c in t.lefts) for t in roots)


def may_be_firm(referent: Referent) -> bool:
    """Whether something may be "the company": "the app Orlo said it would appeal" too."""
    is_thing = referent.type == "kg:Product" and not is_venture(referent)
    is_acting = referent.is_acting and referent.type in {"kg:Product", "kg:Entity"} and not is_thing
    return is_acting or is_called_firm(referent)


def is_venture(referent: Referent) -> bool:
    """Whether a thing by its kind may be called by the name of its firm: "the app Orlo"."""
    return bool(nouns_of(referent) & description_words("venture"))


def _holds_office(referent: Referent) -> bool:
    """Whether only a person does what it does: "*Orlo* stepped down as chief executive"."""
    verbs = (span.root.head for span in referent.names if is_subject(span.root))
    posts = (post for verb in verbs for link in verb.rights if link.lower_ == "as" for post in link.rights)
    return any(post.lemma_.lower() in description_words("executive") for post in posts)


def is_firm(referent: Referent) -> bool:
    """Whether a body may be "the company": a group may, a union, a club and a charity are none."""
    told = (heads(referent) | referent.kinds) & class_nouns().keys() - description_words("firm")
    if any(class_nouns()[word] == "kg:Place" for word in told):
        return False  # "the bank" is no "River Tarn"
    return referent.type == "kg:Company" or not any(class_nouns()[word] in BODIES - {"kg:Company"} for word in told)
