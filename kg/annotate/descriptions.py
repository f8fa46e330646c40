"""Which named thing a description refers to: "the company", "the museum", "the mayor", "the 44-year-old".

A description that could mean two things is left alone: a wrong one costs more than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.annotate.around import is_just_before, subjects_around, tells
from kg.annotate.bodies import body_of, firm_of
from kg.annotate.called import (
    FIRMS,
    by_head,
    by_kind,
    by_office,
    by_stand_in,
    heads,
    is_called_firm,
    is_firm,
    nouns_of,
    told_nouns,
)
from kg.annotate.description_forms import (
    has_counsel,
    is_bare,
    is_definite,
    is_identified,
    is_narrowed,
    is_placed,
    is_seated,
    is_titled,
    is_told_of,
)
from kg.annotate.introductions import BODIES
from kg.annotate.main_firm import is_outdone, is_short_for, main_firm, may_be_firm_in_text, times_named
from kg.annotate.marriages import by_marriage, is_spouse
from kg.annotate.name_classes import family, noun_class
from kg.annotate.peoples import is_foreign, is_of_others, peoples_of
from kg.annotate.places import by_place
from kg.annotate.referent import Referent, is_subject
from kg.annotate.referents import Referents
from kg.annotate.rivals import has_rival_body, has_rival_firm, is_doubtful
from kg.naming import (
    class_nouns,
    demonyms,
    description_words,
    roles,
    stand_ins,
)
from kg.parse import Span, Token

_Rule = Callable[[Token, Referents], "Iterator[Referent]"]

_REACH = 3  # sentences back
_MEMORY = 6  # sentences within which what the article is about must have been named
_SURE = 4  # times named, from which on what the sentence before speaks of counts for less
_LEAD = 2  # times as often as any other thing of its kind
_INSIDE = frozenset({"in", "into", "out", "from"})  # "why he got into the business": into that line of work
_LOOSE = frozenset({"kg:Organization", "kg:AdvocacyGroup"})  # "the club", "the union", "the nonprofit"
_PLAIN = frozenset({"kg:PoliticalParty", "kg:EducationalOrganization"})


def resolve_description(noun: Token, referents: Referents) -> tuple[Span, Referent | None]:
    """The description that a noun heads, and what it refers to if only one thing can be meant."""
    referent = _meant(noun, referents) if _may_describe(noun, referents) else None
    owners = [t.right_edge.i + 1 for t in noun.lefts if t.dep_ == "poss"] if referent is not None else []
    start = max([noun.left_edge.i, *owners]) if referent is not None else noun.i
    return noun.doc[start : noun.i + 1], referent


def _may_describe(noun: Token, referents: Referents) -> bool:
    """Whether a noun can take up one thing that was spoken of before."""
    if noun.tag_ not in {"NN", "NNP", "NNS"} or noun.dep_ in {"compound", "appos", "attr"} or is_narrowed(noun):
        return False
    is_before_name = noun.i + 1 < len(noun.doc) and referents.is_inside_name(noun.nbor())
    return not is_before_name and not is_identified(noun, referents)


def _meant(noun: Token, referents: Referents) -> Referent | None:
    is_told_of = any(t.dep_ == "relcl" for t in noun.children)
    forms: dict[Callable[[Token], bool], bool] = {}
    for is_described, rule in _RULES if noun.tag_ != "NNS" else _RULES_OF_SEVERAL:
        if is_described not in forms:
            forms[is_described] = is_described(noun)
        if not forms[is_described] or (is_told_of and rule is by_office):  # "the teacher, who has not been named"
            continue
        found = {
            referent.ident: referent
            for referent in rule(noun, referents)
            if not is_of_others(noun, referent, referents)
        }
        doers = _subjects_of_clause(noun, referents) if found else frozenset()
        left = [referent for referent in found.values() if referent.ident not in doers]
        if rule in _BY_NOUN and any(has_rival_body(noun, r, doers, referents) for r in left):
            return None
        if rule in _BY_NEARNESS and _means_firm(noun) and any(_is_rivalled(noun, r, doers, referents) for r in left):
            continue
        if len(found) == 1 or (len(left) == 1 and rule in (_by_class, by_place)):
            return left[0] if left and not referents.is_newer(noun, left[0]) else None
        if found and rule in (by_head, by_office, by_kind):
            return None
    if forms[is_bare] and noun.tag_ != "NNS":
        referents.left.setdefault(noun.lower_, noun.i)
    return None


def _is_rivalled(noun: Token, firm: Referent, doers: frozenset[str], referents: Referents) -> bool:
    """Whether the text may go on about another firm, the one just told of or the one that it is about."""
    return is_outdone(noun, firm, referents) or has_rival_firm(noun, firm, doers, referents)


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


def _by_counsel(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Lund's lawyer said her client": Lund."""
    lawyers = (referents.at(t) for t in noun.lefts if t.dep_ == "poss")
    clients = (referents.possessor(r) for r in lawyers if r is not None and r.offices & description_words("counsel"))
    yield from (r for r in clients if r is not None)


def _by_class(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The company" is the only one named within three sentences."""
    if noun_class(noun) == "kg:Company" and noun.lemma_.lower() not in description_words("works"):
        near = [r for r in referents.near(noun, _REACH) if _may_be_firm(r)]
        if all(_fits(noun, r, referents) for r in near):
            yield from near


def _fits(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether "the airline" may be a firm among several: one that has been called so; "the company" may be each."""
    word = noun.lemma_.lower()
    if word in description_words("general") or class_nouns().get(word) != "kg:Company":
        return True
    others = (r for r in referents.all.values() if r is not firm and r.met and _is_other_firm(noun, r, referents))
    return bool(told_nouns(firm) & ({word} | stand_ins().get(word, frozenset()))) or next(others, None) is None


def _is_other_firm(noun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether something else is a firm, or may be one that was spoken of near: "an order from *Corvane*"."""
    is_near = referents.sentences_between(referent.met[-1], noun) <= _REACH
    return is_called_firm(referent) or (is_near and is_doubtful(referent))


def _may_be_firm(referent: Referent) -> bool:
    """Whether something may be "the company": "the app Orlo said it would appeal" too."""
    is_thing = referent.type == "kg:Product" and not nouns_of(referent) & description_words("venture")
    is_acting = referent.is_acting and referent.type in {"kg:Product", "kg:Entity"} and not is_thing
    return is_acting or is_called_firm(referent)


def _wanted(noun: Token) -> frozenset[str]:
    """The classes of what a noun may stand for."""
    kind = class_nouns().get(noun.lemma_.lower())
    if noun.lemma_.lower() in description_words("works"):
        return frozenset()
    if kind in BODIES:
        return FIRMS if kind == "kg:Company" else frozenset({kind, "kg:Organization", "kg:AdvocacyGroup"})
    is_plain = not any(child.dep_ in ("amod", "compound", "nummod", "poss") for child in noun.children)
    return frozenset({kind}) if kind == "kg:Product" and is_plain else frozenset()


def _by_lead(noun: Token, referents: Referents) -> Iterator[Referent]:
    """The firm or product that was named far more often than any other, before this sentence or alone in it."""
    wanted = FIRMS if is_seated(noun) and _means_firm(noun) else _wanted(noun)
    if not wanted & {"kg:Company", "kg:Product"}:
        return
    is_told = "kg:Company" in wanted
    named = [r for r in referents.all.values() if r.named_at and (r.type in wanted or is_told)]
    main = main_firm(referents) if is_told else None
    counted = [(len(r.named_at), r) for r in named if not is_told or _may_be_firm(r) or r is main]
    if "kg:Company" in wanted and len(counted) > 1:
        counted = [(n, r) for n, r in counted if _fits(noun, r, referents)]
    opening = noun.sent.start
    known = [(n, r) for n, r in counted if r.named_at[0].i < opening or len(counted) == 1]
    if not known:
        return
    most, leader = min(known, key=lambda item: (-item[0], -item[1].named_at[-1].i))
    if not is_told and not _is_such_product(noun, leader):
        return
    is_leading = most >= _LEAD * max((n for n, r in counted if r is not leader), default=0)
    topic = referents.topic(noun)
    beside = [topic, *referents.named_in_subject(noun)]
    if most < _SURE and any(r is not None and r is not leader and r.type in wanted for r in beside):
        return  # "Orlo, the owner, shut the mill. The company ...": not the firm that was named twice before
    if is_leading and referents.sentences_between(leader.named_at[-1], noun) <= _MEMORY:
        yield leader


def _is_such_product(noun: Token, product: Referent) -> bool:
    """Whether a thing may be called "the drug": what was not called otherwise, as "the software" was."""
    word, things = noun.lemma_.lower(), description_words("thing")
    told = (told_nouns(product) & class_nouns().keys()) - things  # "a technology" may be "the service"
    if word in things:
        return True
    return not told or bool(told & ({word} | stand_ins().get(word, frozenset())))


def _by_type(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The party" is the only one near; "the university" too, if its name does not call it a college."""
    told = noun_class(noun)
    if told not in _PLAIN and noun.lower_ not in description_words("agency"):
        return
    fitting = [r for r in referents.all.values() if r.met and r.type == told and _is_called_nothing_else(noun, r)]
    called = [r for r in fitting if noun.lemma_.lower() in told_nouns(r)]
    for referent in called or fitting:
        is_near = referents.sentences_between(referent.met[-1], noun) <= _REACH
        others = (times_named(r, referents) for r in fitting if r is not referent)
        if is_near and all(n < _LEAD * times_named(referent, referents) for n in others):
            yield referent


def _is_called_nothing_else(noun: Token, body: Referent) -> bool:
    return not heads(body) & (class_nouns().keys() - {noun.lower_})


def _by_teller(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Orlo has signed the contract, the German group said": Orlo."""
    if tells(noun):
        for verb in (t for t in noun.head.lefts if t.dep_ == "ccomp"):
            told = [referents.at(t) for t in verb.lefts if is_subject(t)]
            bodies = [r for r in told if r is not None and r.is_named and family(r.type) == "organization"]
            yield from (r for r in bodies if noun.lemma_.lower() == "group" or r.type in _wanted(noun))


def _by_speaker(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "A spokesman for Orlo said the company had paid": Orlo."""
    is_body = class_nouns().get(noun.lemma_.lower(), "") in BODIES
    tellers = (token for token in subjects_around(noun) if tells(token)) if is_body else iter(())
    speaker = next((referents.at(token) for token in tellers), None)
    is_person = speaker is not None and speaker.type == "kg:Person"
    body = _spoken_for(noun, speaker, referents) if speaker is not None and is_person else None
    if body is not None:
        longer = [r for r in referents.all.values() if r is not body and is_short_for(body, r)]
        called = [r for r in (body, *longer) if _may_call(noun.lemma_.lower(), r)]
        yield from called[:1]


def _spoken_for(noun: Token, speaker: Referent, referents: Referents) -> Referent | None:
    """The body that somebody speaks for; an executive of whom no more is said speaks for the firm of a text."""
    body = body_of(speaker, referents)
    return firm_of(speaker, referents) if body is None and _is_general(noun) else body


def _may_call(word: str, body: Referent) -> bool:
    """Whether a noun may call a body: "the company" each firm, "the club" what has no other noun in its name."""
    if word in description_words("general"):
        return is_called_firm(body)
    is_open = body.type == "kg:Organization" and not nouns_of(body) & class_nouns().keys()
    return word in nouns_of(body) or (is_open and class_nouns()[word] in _LOOSE)


def _by_person(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "A man, 34, was held. The suspect": who alone was spoken of just before."""
    lemma = noun.lemma_.lower()
    if lemma not in description_words("somebody") or referents.is_known(noun):
        return
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, noun) > 1:
            return
        if referents.is_quoted(noun) and tells(token):
            continue  # "A man was shot. Lund said so. “The victim fled,” he said": not Lund
        is_somebody = referent.type == "kg:Person" and token.sent is not noun.sent and not referent.is_plural
        gender = roles().get(lemma, "")
        if is_somebody and (not gender or referent.gender in ("", gender)):
            yield referent


def _means_firm(noun: Token) -> bool:
    """Whether a noun calls a firm: "the Oslo-based *company*", "the Oslo-based *group*"."""
    return noun_class(noun) == "kg:Company" or noun.lemma_.lower() in description_words("general")


def _by_sole_topic(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Orlo grew. The Oslo-based company": Orlo, if the sentence tells of no other firm."""
    before = [r for r in referents.all.values() if r.type in FIRMS and any(is_just_before(t, noun) for t in r.met)]
    yield from (topic for topic in _by_topic(noun, referents) if before == [topic])


def _by_last_firm(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Shares in Orlo fell. Investors blamed the company": the only firm of the sentence before and of this one."""
    if _is_general(noun):
        for referent in referents.all.values():
            told = (t for t in referent.met if is_just_before(t, noun) or t.sent.start == noun.sent.start)
            is_near = any(t.dep_ == "dobj" or _is_in_subject(t) for t in told)
            is_firm_told = is_near and _may_be_firm(referent) and _is_surely_firm(referent)
            if is_firm_told and not _is_other_topic(noun, referent, referents):
                yield referent


def _is_in_subject(token: Token) -> bool:
    """Whether a sentence is about it: "*Orlo* fell", "Shares in *Orlo* fell"."""
    subjects = [t for t in token.sent.root.lefts if is_subject(t)]
    return any(t is token or t.is_ancestor(token) for t in subjects)


def _is_surely_firm(referent: Referent) -> bool:
    """Whether it is more than some body by its looks."""
    return referent.type == "kg:Company" or referent.is_acting


def _is_general(noun: Token) -> bool:
    """Whether no more is told than that it is a firm: "the company"."""
    is_told = noun.lemma_.lower() in description_words("general") - {"group"}
    is_trade = noun.lower_ == "business" and noun.dep_ == "pobj" and noun.head.lower_ in _INSIDE
    return is_told and not is_trade and [t.lower_ for t in noun.lefts] == ["the"]


def _by_being_alone(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The Oslo-based company", "the firm": the only one that was named so far."""
    if (is_seated(noun) and _means_firm(noun)) or _is_general(noun):
        firms = [r for r in referents.all.values() if r.met and _may_be_firm(r)]
        yield from (r for r in firms if _is_surely_firm(r) or len(firms) > 1)


def _by_main(noun: Token, referents: Referents) -> Iterator[Referent]:
    """The firm that the text is about, if no other one has done anything since it was last spoken of."""
    main = main_firm(referents) if _is_general(noun) else None
    if main is not None and main.met:
        since = (r for t, r in referents.met if t.i > main.met[-1].i and is_subject(t))
        if not any(r.is_named and r is not main and may_be_firm_in_text(r) for r in since):
            yield main


def _is_otherwise(topic: Referent, wanted: frozenset[str]) -> bool:
    """Whether its name or what stands beside it says that a thing is another than wanted: "the Barlow Telescope"."""
    if "kg:Company" in wanted and not is_firm(topic):
        return True
    told = {class_nouns()[word] for word in nouns_of(topic) & class_nouns().keys()}
    return bool(told) and not told & (BODIES | wanted)


def _by_topic(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The group fears that": the group of which the sentence before speaks."""
    topic = referents.topic(noun) if is_subject(noun) and noun.head.dep_ == "ROOT" else None
    wanted = _wanted(noun)
    if topic is None or topic.type not in wanted | {"kg:Entity"} or not wanted:
        return
    is_other = _is_otherwise(topic, wanted) or not (_fits(noun, topic, referents) and _may_be_institution(noun, topic))
    if not is_other and not _is_other_topic(noun, topic, referents):
        yield topic


def _may_be_institution(noun: Token, topic: Referent) -> bool:
    """Whether "the finance ministry" may be a body: one that is called a ministry, of finance."""
    word = noun.lemma_.lower()
    if word not in description_words("institution"):
        return True
    told = {t.lower_ for t in noun.lefts if t.dep_ in {"amod", "compound"}}
    return word in told_nouns(topic) and told <= {*topic.name.lower().split(), *topic.kinds}


def _is_other_topic(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether a paragraph may begin again about what the text is about, not about the firm just spoken of."""
    is_going_on = referents.is_same_paragraph(firm.met[-1], noun)
    return not is_going_on and any(leader is not firm for leader in _by_lead(noun, referents))


def _by_people(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The Dutch firm": the one that was called "its Dutch rival", "the Dutch bank Orlo"."""
    word = next(t.text for t in noun.lefts if t.text in demonyms())
    for referent in referents.all.values():
        is_kind = is_called_firm(referent) if _means_firm(noun) else referent.type in _wanted(noun)
        if referent.met and is_kind and word in peoples_of(referent):
            yield referent


_RULES: tuple[tuple[Callable[[Token], bool], _Rule], ...] = (
    (has_counsel, _by_counsel),
    (is_spouse, by_marriage),
    (is_bare, by_head),
    (is_bare, by_office),
    (is_titled, by_office),
    (is_bare, by_kind),
    (is_told_of, _by_speaker),
    (is_foreign, _by_people),
    (is_bare, by_place),
    (is_bare, _by_class),
    (is_bare, _by_type),
    (is_told_of, _by_teller),
    (is_definite, _by_lead),
    (is_definite, _by_topic),
    (is_placed, _by_topic),
    (is_seated, _by_sole_topic),
    (is_seated, _by_lead),
    (is_seated, _by_being_alone),
    (is_bare, _by_last_firm),
    (is_bare, _by_main),
    (is_bare, by_stand_in),
    (is_bare, _by_person),
    (is_bare, _by_being_alone),
)
_BY_NOUN = frozenset({by_head, by_kind, by_stand_in})
_BY_NEARNESS = frozenset({_by_class, _by_lead, _by_last_firm, _by_main, _by_being_alone})
_RULES_OF_SEVERAL: tuple[tuple[Callable[[Token], bool], _Rule], ...] = ((is_bare, by_stand_in),)


def resolve_age(span: Span, referents: Referents) -> Referent | None:
    """Who is as old as "the 44-year-old": whose age was told, or who alone was spoken of in the sentence before."""
    age = span[1].text
    told = [r for r in referents.all.values() if r.met and any(_is_aged(name, age) for name in r.names)]
    if not told:
        near = [r for r in referents.near(span.root, 1) if r.type == "kg:Person"]
        topic = referents.topic(span.root)
        told = near if len(near) == 1 and topic is near[0] else []
    return told[0] if len(told) == 1 else None


def _is_aged(name: Span, age: str) -> bool:
    return [t.text for t in name.doc[name.end : name.end + 2]] == [",", age]
