"""Which named thing a description refers to: "the company", "the museum", "the mayor", "the 44-year-old".

A description that could mean two things is left alone: a wrong one costs more than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise

from kg.annotate.around import tells
from kg.annotate.introductions import BODIES
from kg.annotate.name_classes import family, noun_class
from kg.annotate.referent import Referent, is_subject
from kg.annotate.referents import Referents
from kg.naming import (
    class_nouns,
    countries,
    demonyms,
    description_words,
    normal_form,
    parts_of_offices,
    place_called,
    roles,
    stand_ins,
    titles,
)
from kg.parse import Span, Token

_Rule = Callable[[Token, Referents], "Iterator[Referent]"]

_REACH = 3  # sentences back
_MEMORY = 6  # sentences within which what the article is about must have been named
_SURE = 4  # times named, from which on what the sentence before speaks of counts for less
_LEAD = 2  # times as often as any other thing of its kind
_NEAR = 6  # sentences back to what another noun takes up
_LINKS = frozenset({"of", "for", "on", "in"})
_NAMES = 4096  # whose words are kept
_PLAIN = frozenset({"kg:PoliticalParty", "kg:EducationalOrganization"})
_FIRMS = frozenset({"kg:Company", "kg:Organization"})


def resolve_description(noun: Token, referents: Referents) -> tuple[Span, Referent | None]:
    """The description that a noun heads, and what it refers to if only one thing can be meant."""
    referent = _meant(noun, referents) if _may_describe(noun, referents) else None
    owners = [t.right_edge.i + 1 for t in noun.lefts if t.dep_ == "poss"] if referent is not None else []
    start = max([noun.left_edge.i, *owners]) if referent is not None else noun.i
    return noun.doc[start : noun.i + 1], referent


def _may_describe(noun: Token, referents: Referents) -> bool:
    """Whether a noun can take up one thing that was spoken of before."""
    if noun.tag_ not in {"NN", "NNP"} or noun.dep_ in {"compound", "appos", "attr"} or _is_narrowed(noun):
        return False
    is_before_name = noun.i + 1 < len(noun.doc) and referents.is_inside_name(noun.nbor())
    return not is_before_name and not _is_identified(noun, referents)


def _meant(noun: Token, referents: Referents) -> Referent | None:
    is_told_of = any(t.dep_ == "relcl" for t in noun.children)
    forms: dict[Callable[[Token], bool], bool] = {}
    for is_described, rule in _RULES:
        if is_described not in forms:
            forms[is_described] = is_described(noun)
        if not forms[is_described] or (is_told_of and rule is _by_office):  # "the teacher, who has not been named"
            continue
        found = {referent.ident: referent for referent in rule(noun, referents)}
        doers = _subjects_of_clause(noun, referents) if found else frozenset()
        left = [referent for referent in found.values() if referent.ident not in doers]
        if len(found) == 1 or (len(left) == 1 and rule is _by_class):
            return left[0] if left and not referents.is_newer(noun, left[0]) else None
        if found and rule in (_by_head, _by_office, _by_kind):
            return None
    if forms[_is_bare]:
        referents.left.setdefault(noun.lower_, noun.i)
    return None


def _is_narrowed(noun: Token) -> bool:
    """Whether more is said than a name could have been given for: "the company that runs the port", unlike "the
    company, which runs the port"."""
    after = [t for t in noun.rights if t.dep_ in {"relcl", "prep", "acl", "appos"}]
    after = [t for t in after if not any(day.ent_type_ in {"DATE", "TIME"} for day in t.rights if t.dep_ == "prep")]
    return any(t.dep_ == "prep" or noun.doc[t.left_edge.i - 1].text != "," for t in after)


def _is_identified(noun: Token, referents: Referents) -> bool:
    """Whether the sentence says which one it is: "The contractor is Orlo Works" speaks of nobody known before."""
    verb = noun.head
    is_copula = is_subject(noun) and verb.lemma_ == "be"
    if any(t.dep_ == "appos" and referents.is_inside_name(t) for t in noun.rights):
        return True
    return is_copula and any(t.dep_ == "attr" and referents.is_inside_name(t) for t in verb.rights)


def _subjects_of_clause(noun: Token, referents: Referents) -> frozenset[str]:
    """Who does it: none of them is also what it is done to, as in "The airline ordered jets from the maker"."""
    if is_subject(noun) or noun.dep_ == "poss":
        return frozenset()
    verb = next((t for t in noun.ancestors if t.pos_ in {"VERB", "AUX"}), noun)
    while verb.dep_ in {"advcl", "xcomp"} and verb.tag_ in {"VBG", "VB"} and not any(map(is_subject, verb.lefts)):
        verb = verb.head
    is_between = any(t.dep_ == "poss" for t in noun.ancestors if t.i > verb.i)
    found = () if is_between else (referents.last_at(t) for t in verb.children if is_subject(t))
    return frozenset(ident for ident in found if ident is not None)


def _has_counsel(noun: Token) -> bool:
    """Whether a noun is "her client"."""
    return noun.lemma_ == "client" and any(t.dep_ == "poss" and t.pos_ == "PRON" for t in noun.lefts)


def _by_counsel(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Lund's lawyer said her client": Lund."""
    lawyers = (referents.at(t) for t in noun.lefts if t.dep_ == "poss")
    clients = (referents.possessor(r) for r in lawyers if r is not None and r.offices & description_words("counsel"))
    yield from (r for r in clients if r is not None)


def _is_bare(noun: Token) -> bool:
    """Whether a noun stands with "the" and at most one plain word: "the company", "the shipping company"."""
    before = [t for t in noun.children if t.i < noun.i]
    if not before or before[0].lower_ != "the" or before[0].i + len(before) != noun.i or len(before) > 2:
        return False
    return all(
        (t.is_lower or t.text in demonyms()) and t.lower_ not in description_words("foreign") and t.tag_ in {"JJ", "NN"}
        for t in before[1:]
    )


def _is_titled(noun: Token) -> bool:
    """Whether a noun is a whole title with "the": "the Home Secretary"."""
    before = [t for t in noun.children if t.i < noun.i]
    return len(before) > 1 and before[0].lower_ == "the" and all(t.text in parts_of_offices() for t in before[1:])


def _is_definite(noun: Token) -> bool:
    """Whether a noun stands with "the" or "this" and nothing that chooses among several: not "the first company"."""
    if not any(child.lower_ in {"the", "this"} and child.dep_ == "det" for child in noun.children):
        return False
    modifiers = [child for child in noun.children if child.dep_ in ("amod", "compound", "nummod", "poss")]
    return not any(m.lower_ in description_words("foreign") or m.pos_ in ("NUM", "PROPN") for m in modifiers)


def _is_placed(noun: Token) -> bool:
    """Whether a noun stands with "the" and where it is at home: "the Boston company"."""
    before = [t for t in noun.children if t.i < noun.i]
    if len(before) != 2 or before[0].lower_ != "the" or before[0].i + 2 != noun.i:
        return False
    return before[1].tag_ == "NNP" and before[1].ent_type_ == "GPE"


def _is_told_of(noun: Token) -> bool:
    return any(child.lower_ == "the" and child.dep_ == "det" for child in noun.lefts)


def _near(noun: Token, referents: Referents, reach: int) -> Iterator[Referent]:
    for referent in referents.all.values():
        if referent.met and referents.sentences_between(referent.met[-1], noun) <= reach:
            yield referent


def _by_head(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The museum" is the one name that ends in Museum, and what stands in a list with it; an event is not, nor what
    is first named after "the museum" was spoken of."""
    known_until = referents.left.get(noun.lower_, noun.i)
    for referent in referents.all.values():
        words = _words(referent.name)
        is_headed = len(words) > 1 and noun.lower_ in _heads(referent)
        is_known = bool(referent.met) and referent.met[0].i < known_until
        if is_headed and is_known and family(referent.type) not in {"event", "person"}:
            yield referent
            yield from referents.listed_with(referent)


def _heads(referent: Referent) -> frozenset[str]:
    """The words of a name that may say what it names: "Barlow *Museum*", "*Ministry* of Health", "*River* Tarn"."""
    return _heads_of(referent.name, referent.type)


@lru_cache(maxsize=_NAMES)
def _heads_of(name: str, type_of_name: str) -> frozenset[str]:
    words = _words(name)
    if not words:
        return frozenset()
    before = next((word for word, after in pairwise(words) if after in _LINKS), "")
    told = class_nouns().get(words[0], "kg:Person")
    is_first = family(told) == family(type_of_name) or (told == "kg:Place" and type_of_name == "kg:Entity")
    first = words[0] if is_first else ""
    single = words[-1].removesuffix("s") if words[-1].removesuffix("s") in class_nouns() else ""  # "Orlo Airlines"
    return frozenset({words[-1], single, before, first} - {""})


@lru_cache(maxsize=_NAMES)
def _words(name: str) -> tuple[str, ...]:
    return tuple(normal_form(name).split())


def _by_office(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The mayor" is the one person whom the text has called mayor; "the Home Secretary" the one called so in full."""
    title = noun.text.title()
    if noun.lower_ in roles() or (title in titles() and title not in parts_of_offices()):
        said = {noun.lower_} | {t.lower_ for t in noun.lefts if t.text in parts_of_offices()}
        for referent in referents.all.values():
            if referent.met and said <= referent.offices:
                yield referent


def _by_kind(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The club" is the one thing that was introduced as one: "the club Orlo Rovers", "Brix, a club in Oslo"."""
    if noun.lemma_.lower() in class_nouns():
        for referent in referents.all.values():
            if referent.met and noun.lemma_.lower() in referent.kinds:
                yield referent


def _by_stand_in(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The plant" is the mill, "the hospital" Barlow Infirmary: the only thing near whose noun it may take up."""
    nouns = stand_ins().get(noun.lower_, frozenset()) if not referents.is_known(noun) else frozenset()
    called = referents.called.get(noun.lower_)
    for token, referent in reversed(referents.met) if nouns else ():
        if referents.sentences_between(token, noun) > _NEAR:
            return
        if referent is called:
            yield referent
            return
        is_one_thing = not referent.is_plural and family(referent.type) != "person" and referents.is_latest(referent)
        if is_one_thing and _nouns_of(referent) & (nouns | {noun.lower_}) and not _is_counted(referent):
            yield referent


def _is_counted(referent: Referent) -> bool:
    """Whether there are others of its kind: "the first match", "another match"."""
    before = referent.met[0].lefts
    return not referent.is_named and any(t.lower_ in description_words("foreign") | {"another"} for t in before)


def _nouns_of(referent: Referent) -> frozenset[str]:
    """The nouns that say what a thing is: its own, those beside its name, those in its name."""
    return _heads(referent) | referent.kinds


def _by_class(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The company" is the only one named within three sentences; "the country" may be the only one of the text."""
    told = noun_class(noun)
    kind = next((k for k in ("country", "city") if noun.lower_ in description_words(k)), "")
    is_firm = told == "kg:Company" and noun.lemma_.lower() not in description_words("works")
    if is_firm or (told == "kg:GeopoliticalEntity" and kind):
        near = [r for r in _near(noun, referents, _REACH) if _may_be(r, told, kind)]
        if is_firm and not all(_fits(noun, r, referents) for r in near):
            return
        yield from near or (r for r in referents.all.values() if kind and r.met and _may_be(r, told, kind))


def _is_firm(referent: Referent) -> bool:
    """Whether a body may be "the company": a group may, a union, a club and a charity are none."""
    told = (_heads(referent) | referent.kinds) & class_nouns().keys() - description_words("firm")
    return referent.type == "kg:Company" or not any(class_nouns()[word] in BODIES - {"kg:Company"} for word in told)


def _is_beside(name: Token) -> bool:
    """Whether of a place nothing is told: "the Leeds developer", unlike "Leeds council"."""
    noun = name.head.lemma_.lower()
    is_somebody = noun in roles() or class_nouns().get(noun) == "kg:Company"
    return name.dep_ in {"compound", "amod", "nmod"} and is_somebody


def _fits(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether "the airline" may be a firm among several: one that has been called so; "the company" may be each."""
    word = noun.lemma_.lower()
    if word in description_words("general") or class_nouns().get(word) != "kg:Company":
        return True
    others = (r for r in referents.all.values() if r is not firm and r.met and r.type in _FIRMS and _is_firm(r))
    return bool(_nouns_of(firm) & ({word} | stand_ins().get(word, frozenset()))) or next(others, None) is None


def _may_be(referent: Referent, told: str, kind: str) -> bool:
    if told == "kg:Company":
        return referent.type in _FIRMS and _is_firm(referent)
    if all(_is_beside(token) for token in referent.met):
        return False
    place = place_called(referent.name)
    if referent.type != "kg:GeopoliticalEntity" and not (referent.type == "kg:Place" and place is not None):
        return False  # "the city" is no park
    return (place is not None and place[0] in countries()) == (kind == "country")


def _wanted(noun: Token) -> frozenset[str]:
    """The classes of what a noun may stand for."""
    kind = class_nouns().get(noun.lemma_.lower())
    if noun.lemma_.lower() in description_words("works"):
        return frozenset()
    if kind in BODIES:
        return _FIRMS if kind == "kg:Company" else frozenset({kind, "kg:Organization", "kg:AdvocacyGroup"})
    is_plain = not any(child.dep_ in ("amod", "compound", "nummod", "poss") for child in noun.children)
    return frozenset({kind}) if kind == "kg:Product" and is_plain else frozenset()


def _by_lead(noun: Token, referents: Referents) -> Iterator[Referent]:
    """The firm or product that was named far more often than any other, before this sentence or alone in it."""
    wanted = _wanted(noun)
    if not wanted & {"kg:Company", "kg:Product"}:
        return
    counted = [(len(r.named_at), r) for r in referents.all.values() if r.type in wanted and r.named_at]
    counted = [(n, r) for n, r in counted if "kg:Company" not in wanted or _is_firm(r)]
    if "kg:Company" in wanted and len(counted) > 1:
        counted = [(n, r) for n, r in counted if _fits(noun, r, referents)]
    opening = noun.sent.start
    known = [(n, r) for n, r in counted if r.named_at[0].i < opening or len(counted) == 1]
    if not known:
        return
    most, leader = min(known, key=lambda item: (-item[0], -item[1].named_at[-1].i))
    is_leading = most >= _LEAD * max((n for n, r in counted if r is not leader), default=0)
    topic = referents.topic(noun)
    beside = [topic, *referents.named_in_subject(noun)]
    if most < _SURE and any(r is not None and r is not leader and r.type in wanted for r in beside):
        return  # "Orlo, the owner, shut the mill. The company ...": not the firm that was named twice before
    if is_leading and referents.sentences_between(leader.named_at[-1], noun) <= _MEMORY:
        yield leader


def _by_type(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The party" is the only one near; "the university" too, if its name does not call it a college."""
    told = noun_class(noun)
    is_plain = told in _PLAIN or noun.lower_ in description_words("agency")
    for referent in _near(noun, referents, _REACH) if is_plain else ():
        if referent.type == told and not _heads(referent) & (class_nouns().keys() - {noun.lower_}):
            yield referent


def _by_teller(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Orlo has signed the contract, the German group said": Orlo."""
    if tells(noun):
        for verb in (t for t in noun.head.lefts if t.dep_ == "ccomp"):
            told = [referents.at(t) for t in verb.lefts if is_subject(t)]
            bodies = [r for r in told if r is not None and r.is_named and family(r.type) == "organization"]
            yield from (r for r in bodies if noun.lemma_.lower() == "group" or r.type in _wanted(noun))


def _is_otherwise(topic: Referent, wanted: frozenset[str]) -> bool:
    """Whether its name or what stands beside it says that a thing is another than wanted: "the Barlow Telescope"."""
    if "kg:Company" in wanted and not _is_firm(topic):
        return True
    told = {class_nouns()[word] for word in _nouns_of(topic) & class_nouns().keys()}
    return bool(told) and not told & (BODIES | wanted)


def _by_topic(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The group fears that": the group of which the sentence before speaks."""
    topic = referents.topic(noun) if is_subject(noun) and noun.head.dep_ == "ROOT" else None
    wanted = _wanted(noun)
    is_other = topic is not None and _is_otherwise(topic, wanted)
    if topic is not None and wanted and topic.type in wanted | {"kg:Entity"} and not is_other:
        yield topic


_RULES: tuple[tuple[Callable[[Token], bool], _Rule], ...] = (
    (_has_counsel, _by_counsel),
    (_is_bare, _by_head),
    (_is_bare, _by_office),
    (_is_titled, _by_office),
    (_is_bare, _by_kind),
    (_is_bare, _by_class),
    (_is_bare, _by_type),
    (_is_told_of, _by_teller),
    (_is_definite, _by_lead),
    (_is_definite, _by_topic),
    (_is_placed, _by_topic),
    (_is_bare, _by_stand_in),
)


def resolve_age(span: Span, referents: Referents) -> Referent | None:
    """Who is as old as "the 44-year-old": whose age was told, or who alone was spoken of in the sentence before."""
    age = span[1].text
    told = [r for r in referents.all.values() if r.met and any(_is_aged(name, age) for name in r.names)]
    if not told:
        near = [r for r in _near(span.root, referents, 1) if r.type == "kg:Person"]
        topic = referents.topic(span.root)
        told = near if len(near) == 1 and topic is near[0] else []
    return told[0] if len(told) == 1 else None


def _is_aged(name: Span, age: str) -> bool:
    return [t.text for t in name.doc[name.end : name.end + 2]] == [",", age]
