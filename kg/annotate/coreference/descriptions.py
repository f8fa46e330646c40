"""Which named thing a description refers to: "the company", "the museum", "the mayor", "the 44-year-old".

A description that could mean two things is left alone: a wrong one costs more than none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.annotate.ages import age_told
from kg.annotate.coreference.accused import by_trial, is_accused_called
from kg.annotate.coreference.around import subjects_around, tells
from kg.annotate.coreference.bars import is_pleading, speaks_for
from kg.annotate.coreference.bodies import body_of, firm_of
from kg.annotate.coreference.called import (
    by_head,
    by_kind,
    by_office,
    by_stand_in,
    heads,
    is_called_firm,
    is_venture,
    nouns_of,
    told_nouns,
)
from kg.annotate.coreference.description_forms import (
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
from kg.annotate.coreference.epithets import by_age, by_epithet, is_epithet
from kg.annotate.coreference.firms import (
    LEAD,
    REACH,
    by_being_alone,
    by_class,
    by_last_firm,
    by_lead,
    by_main,
    by_main_club,
    by_sole_topic,
    by_topic,
    classes_wanted,
    is_general,
    means_firm,
)
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.main_firm import is_outdone, is_short_for, main_firm, may_be_firm_in_text, times_named
from kg.annotate.coreference.marriages import by_kinship, by_marriage, is_relative, is_spouse
from kg.annotate.coreference.peoples import is_foreign, is_of_others, peoples_of
from kg.annotate.coreference.places import by_place
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.rivals import (
    has_customer,
    has_rival_body,
    has_rival_firm,
    is_another,
    is_doubtful,
    is_other_party,
    is_told_otherwise,
)
from kg.annotate.names.classes import family, noun_class
from kg.grammar.phrases import VERBAL
from kg.naming import (
    class_nouns,
    demonyms,
    description_words,
    quoting_verbs,
    roles,
    stand_ins,
)
from kg.parse import Span, Token

_Rule = Callable[[Token, Referents], "Iterator[Referent]"]

_ASHORE = frozenset({"on", "onto", "along"})  # "stood on the bank": of a river
_IT = frozenset({"it", "its"})
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
    if noun.lemma_.lower() == "bank" and noun.dep_ == "pobj" and noun.head.lower_ in _ASHORE:
        return False
    is_before_name = noun.i + 1 < len(noun.doc) and referents.is_inside_name(noun.nbor())
    return not is_before_name and not is_identified(noun, referents)


def _meant(noun: Token, referents: Referents) -> Referent | None:
    is_told_of, is_accused = any(t.dep_ == "relcl" for t in noun.children), is_accused_called(noun)
    forms: dict[Callable[[Token], bool], bool] = {}
    for is_described, rule in _RULES if noun.tag_ != "NNS" else _RULES_OF_SEVERAL:
        if is_described not in forms:
            forms[is_described] = is_described(noun)
        is_passed = rule is by_office and (is_told_of or is_accused)  # "the teacher, who has not been named"
        if is_passed or not forms[is_described]:
            continue
        found = {
            referent.ident: referent
            for referent in rule(noun, referents)
            if not (is_of_others(noun, referent, referents) or is_told_otherwise(noun, referent))
            and not (rule in _BY_LIKENESS and is_another(noun, referent, referents))
        }
        doers = _subjects_of_clause(noun, referents) | _described_by(noun, referents) if found else frozenset()
        left = [referent for referent in found.values() if referent.ident not in doers]
        if rule in _BY_NOUN and any(has_rival_body(noun, r, doers, referents) for r in left):
            return None
        if _may_be_rivalled(noun, rule) and any(_is_rivalled(noun, r, doers, referents) for r in left):
            continue
        if rule is not _by_speaker and is_general(noun) and any(is_other_party(noun, r, referents) for r in left):
            return None
        if rule is by_topic and any(has_customer(noun, r, referents) for r in left):
            continue
        if rule in _BY_NEARNESS and not is_general(noun) and referents.introduced(noun) is not None:
            break  # "Orlo had an account at a bank in Oslo. Orlo wrote to the *bank*"
        if _may_be_far(noun, rule) and any(_is_far(noun, r, referents) for r in left):
            continue
        if len(found) == 1 or (len(left) == 1 and rule in (by_class, by_place)):
            is_newer = rule is not _by_speaker and any(referents.is_newer(noun, r) for r in left[:1])
            return left[0] if left and not is_newer else None
        if found and rule in (by_head, by_office, by_kind, by_trial):
            return None
    if forms[is_bare] and noun.tag_ != "NNS":
        referents.left.setdefault(noun.lower_, noun.i)
    return None


def _described_by(noun: Token, referents: Referents) -> frozenset[str]:
    """What is described as somebody else's: "Orlo, the *company*'s biggest customer"."""
    owned = noun.head
    described = referents.last_at(owned.head) if noun.dep_ == "poss" and owned.dep_ == "appos" else None
    return frozenset({described} if described is not None else ())


def _may_be_rivalled(noun: Token, rule: _Rule) -> bool:
    """Whether a rule may pass over another firm; one that was introduced as "the media company" is not the only one."""
    return (rule in _BY_NEARNESS and means_firm(noun)) or (rule in _BY_NOUN and is_general(noun))


def _may_be_far(noun: Token, rule: _Rule) -> bool:
    """Whether a noun tells too little to take up what was spoken of long ago: "the company", "the club"."""
    is_club = rule is by_stand_in and noun.lemma_.lower() in description_words("club")
    return is_club or (rule in _BY_NOUN and is_general(noun))


def _is_rivalled(noun: Token, firm: Referent, doers: frozenset[str], referents: Referents) -> bool:
    """Whether the text may go on about another firm, the one just told of or the one that it is about."""
    return is_outdone(noun, firm, referents) or has_rival_firm(noun, firm, doers, referents)


def _is_far(noun: Token, body: Referent, referents: Referents) -> bool:
    """Whether a firm that was once called "the media company" was spoken of too long ago to be "the company", or
    something else was told of in the sentence before that may be a club: "*Port Orlo* sacked him. The club"."""
    topic = referents.topic(noun) if not is_general(noun) else None
    is_other = topic is not None and topic is not body and topic.is_named and topic.type != "kg:Person"
    is_leading = is_general(noun) and _leads(body, referents)
    return is_other or (referents.sentences_between(body.met[-1], noun) > REACH and not is_leading)


def _leads(body: Referent, referents: Referents) -> bool:
    """Whether a text is about a firm, and not about an app that is named as often."""
    ventures = (r for r in referents.all.values() if r.type == "kg:Product" and is_venture(r))
    times = times_named(body, referents)
    return main_firm(referents) is body and all(times_named(r, referents) < times for r in ventures)


def _subjects_of_clause(noun: Token, referents: Referents) -> frozenset[str]:
    """Who does it: none of them is also what it is done to, as in "The airline ordered jets from the maker"."""
    if is_subject(noun) or noun.dep_ == "poss":
        return frozenset()
    verb = next((t for t in noun.ancestors if t.pos_ in VERBAL), noun)
    while verb.dep_ in {"advcl", "xcomp"} and verb.tag_ in {"VBG", "VB"} and not any(map(is_subject, verb.lefts)):
        verb = verb.head
    is_between = any(t.dep_ == "poss" for t in noun.ancestors if t.i > verb.i)
    found = () if is_between else (referents.last_at(t) for t in verb.children if is_subject(t))
    return frozenset(ident for ident in found if ident is not None)


def _by_counsel(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Lund's lawyer said her client": Lund; else who stands trial."""
    lawyers = [r for r in (referents.at(t) for t in noun.lefts if t.dep_ == "poss") if r is not None]
    clients = [referents.possessor(r) for r in lawyers if r.offices & description_words("counsel")]
    found = [r for r in clients if r is not None]
    is_open = not found and any(r.type == "kg:Person" and (speaks_for(r) or is_pleading(r)) for r in lawyers)
    yield from by_trial(noun, referents) if is_open else found


def _by_type(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The party" is the only one near; "the university" too, if its name does not call it a college."""
    told = noun_class(noun)
    if told not in _PLAIN and noun.lower_ not in description_words("agency"):
        return
    fitting = [r for r in referents.all.values() if r.met and r.type == told and _is_called_nothing_else(noun, r)]
    called = [r for r in fitting if noun.lemma_.lower() in told_nouns(r)]
    for referent in called or fitting:
        is_near = referents.sentences_between(referent.met[-1], noun) <= REACH
        others = (times_named(r, referents) for r in fitting if r is not referent)
        if is_near and all(n < LEAD * times_named(referent, referents) for n in others):
            yield referent


def _is_called_nothing_else(noun: Token, body: Referent) -> bool:
    return not heads(body) & (class_nouns().keys() - {noun.lower_})


def _by_teller(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "Orlo has signed the contract, the German group said": Orlo; "Orlo shut *its* mill, the firm said", whatever it
    looks like."""
    if tells(noun) or (noun.dep_ == "nsubj" and noun.head.lemma_ in quoting_verbs()):
        for verb in (t for t in noun.head.lefts if t.dep_ == "ccomp"):
            told = [referents.at(t) for t in verb.lefts if is_subject(t)]
            named = [r for r in told if r is not None and r.is_named]
            bodies = [r for r in named if family(r.type) == "organization"]
            yield from (r for r in bodies if noun.lemma_.lower() == "group" or r.type in classes_wanted(noun))
            if is_general(noun) and any(t.lower_ in _IT for t in verb.subtree):
                yield from (r for r in named if family(r.type) != "place" and _may_be_thing(r))


def _may_be_thing(referent: Referent) -> bool:
    return referent.type != "kg:Person" or is_doubtful(referent)


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
    is_open = is_general(noun) or noun.lemma_.lower() in description_words("club")
    return firm_of(speaker, referents) if body is None and is_open else body


def _may_call(word: str, body: Referent) -> bool:
    """Whether a noun may call a body: "the company" each firm, "the club" what has no other noun in its name."""
    if word in description_words("general"):
        return may_be_firm_in_text(body)
    is_open = body.type == "kg:Organization" and not nouns_of(body) & class_nouns().keys()
    told, alike = nouns_of(body), stand_ins()
    is_so = bool(told & ({word} | alike.get(word, frozenset()))) or any(word in alike.get(noun, ()) for noun in told)
    return is_so or (is_open and class_nouns()[word] in _LOOSE)


def _by_person(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "A man, 34, was held. The suspect": who alone was spoken of just before."""
    lemma = noun.lemma_.lower()
    if lemma not in description_words("somebody") or referents.is_known(noun):
        return
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, noun) > 1:
            return
        if tells(token) or speaks_for(referent) or _is_of_court(referent):
            continue  # "A man was shot. Lund said so. The victim": not Lund
        is_relative = not referent.is_named and referents.owner_of(referent) is not None
        is_somebody = referent.type == "kg:Person" and token.sent is not noun.sent and not referent.is_plural
        is_somebody &= not is_relative  # "Their son died. The gunman fled"
        gender = roles().get(lemma, "")
        if is_somebody and (not gender or referent.gender in ("", gender)):
            yield referent


def _is_of_court(person: Referent) -> bool:
    """Whether somebody only speaks of others, as judges and detectives do."""
    return bool({person.name, *person.offices} & description_words("of court"))


def _by_people(noun: Token, referents: Referents) -> Iterator[Referent]:
    """ "The Dutch firm": the one that was called "its Dutch rival", "the Dutch bank Orlo"."""
    word = next(t.text for t in noun.lefts if t.text in demonyms())
    for referent in referents.all.values():
        is_kind = is_called_firm(referent) if means_firm(noun) else referent.type in classes_wanted(noun)
        if referent.met and is_kind and word in peoples_of(referent):
            yield referent


_RULES: tuple[tuple[Callable[[Token], bool], _Rule], ...] = (
    (has_counsel, _by_counsel),
    (is_spouse, by_marriage),
    (is_relative, by_kinship),
    (is_told_of, _by_speaker),
    (is_epithet, by_epithet),
    (is_bare, by_head),
    (is_bare, by_office),
    (is_titled, by_office),
    (is_bare, by_kind),
    (is_foreign, _by_people),
    (is_bare, by_place),
    (is_bare, by_class),
    (is_bare, _by_type),
    (is_told_of, _by_teller),
    (is_definite, by_lead),
    (is_definite, by_topic),
    (is_placed, by_topic),
    (is_seated, by_sole_topic),
    (is_seated, by_lead),
    (is_seated, by_being_alone),
    (is_bare, by_last_firm),
    (is_bare, by_main),
    (is_bare, by_main_club),
    (is_bare, by_stand_in),
    (is_accused_called, by_trial),
    (is_bare, _by_person),
    (is_bare, by_being_alone),
)
_BY_LIKENESS = frozenset({by_class, by_lead, by_topic, by_last_firm, by_main, by_being_alone, _by_type})
_BY_NOUN = frozenset({by_head, by_kind, by_stand_in})
_BY_NEARNESS = frozenset({by_class, by_lead, by_last_firm, by_main, by_being_alone})
_RULES_OF_SEVERAL: tuple[tuple[Callable[[Token], bool], _Rule], ...] = ((is_bare, by_stand_in),)


def resolve_age(span: Span, referents: Referents) -> Referent | None:
    """Who is as old as "the 44-year-old": whose age was told, or who alone was spoken of in the sentence before."""
    found = {referent.ident: referent for referent in by_age(span.root, age_told(span[-1]), referents)}
    return next(iter(found.values())) if len(found) == 1 else None
