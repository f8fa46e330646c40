"""Which thing "it", "its" and "they" stand for, named or not: the one that leads all others in salience."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.annotate.coreference.agreement import is_one_thing, wants_thing
from kg.annotate.coreference.ahead import ahead, known_ahead, tells_in_its_own
from kg.annotate.coreference.around import (
    acts,
    is_at,
    is_beside,
    is_fronted,
    is_gap,
    is_said_of,
    relative_around,
    subject_of,
    subjects_around,
    tells,
    tells_on_of,
    verb_of,
)
from kg.annotate.coreference.bound import asked_before, judged_for, left_so, made_to, of_its_kind, said_before, told_so
from kg.annotate.coreference.doubts import may_be_another, may_be_of_others
from kg.annotate.coreference.expletives import is_idle
from kg.annotate.coreference.fates import follows
from kg.annotate.coreference.owners import of_age, owner_in_clause
from kg.annotate.coreference.pronouns import speaking
from kg.annotate.coreference.referent import Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.salience import REACH, is_body, leading
from kg.annotate.coreference.several import is_alive, is_each
from kg.annotate.coreference.slots import Slot
from kg.annotate.coreference.together import listed_from, together
from kg.annotate.names.classes import family
from kg.grammar.kinds import means_people
from kg.grammar.phrases import AMOUNTS, first_of
from kg.grammar.wordlists import words
from kg.naming import class_nouns, quoting_verbs, small_words, telling_verbs
from kg.parse import Token

_MADE = frozenset({"product", "work", "policy", "event", "place"})
_PASSING = frozenset({"kg:Event", "kg:Work", "kg:Product"})
_THINGS = frozenset({"event", "concept", ""})
_TWO = frozenset({"both", "either", "neither"})
_Kind = Callable[[Token, Referent], bool]


def resolve_neuter(pronoun: Token, referents: Referents) -> Referent | None:
    """What "it" or "its" stands for, if one thing leads clearly."""
    if is_idle(pronoun):
        return None
    if (beside := _coordinated(pronoun)) is not None and (owner := referents.at(beside)) is not None:
        return owner if is_one_thing(pronoun, owner) else None
    if pronoun.lower_ == "itself":
        return _reflexive(pronoun, is_one_thing, referents)
    if _is_lost(next(_subjects(pronoun, referents), None), referents):
        return None
    if (teller := tells_in_its_own(pronoun)) is not None:
        return known_ahead(teller, referents)
    if (subject := of_its_kind(pronoun)) is not None:
        return referents.at(subject)
    if (same := said_before(pronoun)) is not None and (known := referents.at(same)) is not None and not known.is_open:
        return known
    if (doer := made_to(pronoun) or left_so(pronoun) or judged_for(pronoun) or asked_before(pronoun)) is not None:
        made = referents.at(doer)
        return made if made is not None and not made.is_open and is_one_thing(pronoun, made) else None
    owning = referents.at(noun) if (noun := owner_in_clause(pronoun)) is not None else None
    if owning is not None and not owning.is_open and is_one_thing(pronoun, owning):
        return owning
    slot = _slot(pronoun, is_one_thing, referents)
    candidates = list(_candidates(pronoun, is_one_thing, referents))
    if not candidates:
        return ahead(pronoun, referents)
    found = leading(slot, candidates, referents)
    return None if found is None or may_be_another(slot, found, referents) else found


def _subjects(pronoun: Token, referents: Referents) -> Iterator[Token]:
    """The subjects around, without what only tells where a report was written."""
    return (token for token in subjects_around(pronoun) if not referents.is_dateline(token))


def _is_lost(subject: Token | None, referents: Referents) -> bool:
    """Whether the innermost subject is one thing of which nothing is known, or a sum."""
    if subject is None or referents.at(subject) is not None:
        return False
    return subject.tag_ in {"NN", "NNP", "NNPS", "UH", "FW", "XX"} or subject.ent_type_ == "MONEY"


def resolve_plural(pronoun: Token, referents: Referents) -> Referent | None:
    """Which people or things, or which body or team, "they" and "their" stand for, if one leads clearly."""
    if pronoun.lower_ == "themselves":
        return _reflexive(pronoun, _may_be_they, referents)
    if (beside := _coordinated(pronoun)) is not None and (owner := referents.at(beside)) is not None:
        is_people = family(owner.type) in {"person", "group", "organization"} and owner.is_plural
        return owner if is_people or owner.name in _collectives() else None  # "a couple and their son"
    if (same := said_before(pronoun)) is not None and (known := referents.at(same)) is not None and not known.is_open:
        return known
    if (doer := made_to(pronoun) or left_so(pronoun) or judged_for(pronoun) or asked_before(pronoun)) is not None:
        made = referents.at(doer)
        if made is not None and judged_for(pronoun) is doer and family(made.type) in _THINGS:
            made = None  # "blamed injuries for their defeat"
        return made if made is not None and not made.is_open and made.is_plural else None
    if (noun := owner_in_clause(pronoun)) is not None:
        if _is_of_some(noun):
            return None  # "offered to *those* losing their jobs"
        if (owning := referents.at(noun)) is not None and not owning.is_open and owning.is_plural:
            return owning
        if of_age(pronoun) is not None:
            return None  # "a man and a woman, both in *their* 50s"
    if (hearer := told_so(pronoun)) is not None:
        return referents.at(hearer)
    around = list(_subjects(pronoun, referents))
    if pronoun.dep_ == "poss" and _is_body_around(around[:1], referents):
        return None  # "the side lost their captain": who knows
    if any(referents.is_listed(token) and together(token, referents) is None for token in around):
        return None  # "Lund or Moe said they"
    is_own = any(t.pos_ == "NUM" and _at(t, referents) is None for t in around[:1])
    if is_own or _is_of_number(pronoun):
        return None  # "Some *200* lost their homes"
    some = next((t for t in around[:1] if _is_of_some(t) and _at(t, referents) is None), None)
    several = [*_candidates(pronoun, _may_be_they, referents), *_lists(pronoun, referents)]
    slot = _slot(pronoun, _may_be_they, referents)
    if slot.is_part and slot.part.lower_ not in small_words("of two"):
        several = [(token, referent) for token, referent in several if not referent.members]
    if slot.is_part and slot.part.lower_ in _TWO:
        several = [(token, referent) for token, referent in several if _may_be_two(pronoun, token, referent)]
    found = leading(slot, several, referents)
    if found is not None and may_be_of_others(slot, found, referents):
        return None
    if some is not None and (is_subject(pronoun) or pronoun.dep_ == "poss") and found not in _parted(some, referents):
        return None  # "*those* who left lost their homes"
    if any(r is not None and r is not found and r.name in _collectives() for r in map(referents.at, around[:1])):
        return None  # "Police said the gang had left before they": the gang, perhaps
    spoken_of = [token for token, referent in several if referent is found]
    is_told_on = slot.is_part or any(follows(pronoun, t) or (slot.is_done and t.dep_ == "dobj") for t in spoken_of)
    return found if is_told_on or not all(_is_met(pronoun, token, referents) for token in spoken_of) else None


def _may_be_two(pronoun: Token, token: Token, referent: Referent) -> bool:
    """Whether those of whom "neither of them" is said may be two: no "three men", nor who says it."""
    if referent.members:
        return len(referent.members) == 2
    counted = [t for place in (token, *referent.met) for t in place.lefts if t.dep_ == "nummod"]
    if counted:
        return any(t.lower_ == "two" for t in counted)
    return not (tells(token) and token.head.is_ancestor(pronoun))


def _is_of_some(subject: Token) -> bool:
    """Whether a clause tells of people who are nobody in particular: "those", "nobody", "dozens of voters"."""
    return subject.lower_ in small_words("measure") | small_words("some people")


def _parted(some: Token, referents: Referents) -> list[Referent | None]:
    """Of whom a number or part is told: "70 percent of the *participants*"."""
    return [referents.at(t) for of in some.rights if of.lower_ == "of" for t in of.rights if t.dep_ == "pobj"]


def _is_of_number(pronoun: Token) -> bool:
    """Whether those may be meant who are only counted: "drove *12 million* from their homes"."""
    objects = (t for verb in pronoun.ancestors for t in verb.rights if t.dep_ == "dobj" and t.i < pronoun.i)
    counts = (t for t in objects if t.pos_ == "NUM" or t.lower_ in small_words("measure"))
    return any(t.ent_type_ in {"", "CARDINAL"} for t in counts)


def _is_body_around(subjects: list[Token], referents: Referents) -> bool:
    """Whether a body of which the text does not speak as of several is the subject."""
    found = (_at(token, referents) for token in subjects)
    return any(r is not None and family(r.type) == "organization" and not (r.is_many or r.is_plural) for r in found)


def _at(token: Token, referents: Referents) -> Referent | None:
    """What a subject stands for, with those that are listed behind it."""
    return together(token, referents) or referents.at(token)


def _reflexive(pronoun: Token, is_kind: _Kind, referents: Referents) -> Referent | None:
    subject = subject_of(pronoun)
    referent = referents.at(subject) if subject is not None and not referents.is_listed(subject) else None
    return referent if referent is not None and not referent.is_open and is_kind(pronoun, referent) else None


def _lists(pronoun: Token, referents: Referents) -> Iterator[tuple[Token, Referent]]:
    """Those that are told of together, near enough: "met Lund and Moe"; "they" may be both."""
    for token, _ in reversed(referents.met):
        if referents.sentences_between(token, pronoun) > 1:
            return
        is_first = token.dep_ != "conj" and "conj" in token.below and len(listed_from(token)) > 1
        if is_first and not _is_barred(pronoun, token, referents):
            unknown = Referent(f"list{token.i}", "kg:Entity", "", [], is_named=False, is_plural=True, is_open=True)
            found = together(token, referents) or unknown
            if found is unknown or _may_be_they(pronoun, found):
                yield token, found


def _is_met(pronoun: Token, token: Token, referents: Referents) -> bool:
    """ "The mayor met the owners. They": the mayor too, perhaps; "The mayor sacked two clerks. They": the clerks."""
    if is_subject(token) or token.sent is pronoun.sent:
        return False
    told = referents.at(token)
    is_people = told is not None and family(told.type) in {"person", "group"}
    is_one_sided = is_people and token.dep_ == "dobj" and token.head.lemma_ not in telling_verbs("mutual")
    others = [referents.at(t) for t in token.sent.root.lefts if is_subject(t)]
    doers = [r for r in others if r is not None and not (is_one_sided and _is_one(r))]
    return any(family(r.type) in {"person", "organization", "group"} for r in doers)


def _is_one(referent: Referent) -> bool:
    """Whether it is one person, or a body of which the text speaks as of one: "The club said *it* had sold two men"."""
    is_it = any(token.lower_ in {"it", "its"} for token in referent.met)
    return not referent.is_plural and (is_it or referent.type == "kg:Person")


def _may_be_they(pronoun: Token, referent: Referent) -> bool:
    """Whether "they" may stand for a thing of this kind: several, or a body or team of which the text speaks so."""
    kind = family(referent.type)
    if kind == "person" and _is_thing_called(pronoun):
        return False
    if _is_living(pronoun) and not (
        kind in {"person", "group", "organization"} or referent.is_acting or referent.is_open
    ):
        return False  # "The roofs fell in as *they* slept"
    if referent.is_open or not referent.is_plural:
        is_many = referent.is_many and not (kind == "person" and referent.gender)
        return referent.is_plural or is_many or _is_team(pronoun, referent) or is_each(referent)
    if kind in {"person", "group", "organization"}:
        return kind != "organization" or not (is_subject(pronoun) and wants_thing(pronoun))
    return referent.is_acting or is_alive(referent) or not acts(pronoun)


def _is_living(pronoun: Token) -> bool:
    """Whether only people, or animals, do what it does, or are told it: "they slept", "they were warned"."""
    verb = pronoun.head.lemma_
    return verb in telling_verbs("living") if pronoun.dep_ == "nsubj" else _is_told(pronoun)


def _is_told(pronoun: Token) -> bool:
    return pronoun.dep_ == "nsubjpass" and pronoun.head.lemma_ in telling_verbs("urge") | telling_verbs("command")


def _is_thing_called(pronoun: Token) -> bool:
    """Whether a pronoun is said to be some thing: "they were *bills*"."""
    said = [t for t in pronoun.head.rights if t.dep_ == "attr"] if is_subject(pronoun) else []
    return any(family(class_nouns().get(t.lemma_.lower(), "")) in _MADE for t in said)


def _is_team(pronoun: Token, referent: Referent) -> bool:
    """Whether "they" begins to tell of a noun in the singular that means several people: "The team left. They"."""
    if not is_subject(pronoun) or not referent.met or referent.met[-1].sent is pronoun.sent:
        return False
    return not referent.is_named and referent.name in _collectives()


def _collectives() -> frozenset[str]:
    """Nouns in the singular that mean several people."""
    return words("collectives", "word")


def _slot(pronoun: Token, is_kind: _Kind, referents: Referents) -> Slot:
    around = [(token, _at(token, referents)) for token in _subjects(pronoun, referents)]
    governing = [(t, referent) for t, referent in around if _may_govern(pronoun, t, referent, is_kind)]
    alone = (t for t, r in governing if (r is not None and r.members) or not referents.is_listed(t))
    return Slot(pronoun, tuple(alone))


def _may_govern(pronoun: Token, token: Token, referent: Referent | None, is_kind: _Kind) -> bool:
    """Whether the pronoun can stand for a subject around it; for an object that acts too: "asked Halden to pay"."""
    is_somebody = referent is not None and (is_body(referent) or referent.type == "kg:Person")
    if referent is None:
        return False
    if token.dep_ == "dobj" and not is_somebody and relative_around(pronoun, token) is None:
        return False
    return is_kind(pronoun, referent)


def _candidates(pronoun: Token, is_kind: _Kind, referents: Referents) -> Iterator[tuple[Token, Referent]]:
    """The mentions near enough of what the pronoun can stand for, latest first."""
    others: set[str] = set()
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, pronoun) > REACH:
            return
        if token.sent is pronoun.sent and is_beside(pronoun, token):
            others.add(referent.ident)
        if referent.ident in others:
            continue
        if _is_told_on_of(pronoun, referent):
            continue
        if is_kind(pronoun, referent) and not referents.is_listed(token) and not _is_barred(pronoun, token, referents):
            yield token, referent


def _is_told_on_of(pronoun: Token, referent: Referent) -> bool:
    """Whether a clause goes on to tell of a thing by its name or noun: "*It* described the lamp" is not the lamp."""
    if referent.is_named:
        return any(tells_on_of(pronoun, span.root) for span in referent.names)
    again = (t for t in pronoun.head.rights if t.dep_ == "dobj" and t.pos_ == "NOUN")
    return is_subject(pronoun) and any(t.lemma_.lower() == referent.name for t in again)


def _is_barred(pronoun: Token, token: Token, referents: Referents) -> bool:
    """Whether grammar forbids it: "Halden hopes to sell it" is not Halden; nor is it where a quotation lies between."""
    if referents.is_quoted(pronoun) and not _is_in_reach(pronoun, token, referents):
        return True
    if token.is_ancestor(pronoun):
        verb = relative_around(pronoun, token)
        return verb is None or is_gap(pronoun, token) or is_at(pronoun, verb)
    if _is_found_by(pronoun, token):
        return True
    is_past = token.i > pronoun.i or is_fronted(pronoun, token) or _is_harmed(pronoun, token)
    if _is_made_to(pronoun, token):
        return True
    is_apart = is_said_of(pronoun, token) or is_beside(pronoun, token) or _is_of_none(token) or _is_ours(pronoun, token)
    return is_past or is_apart or _is_within(pronoun, token)


def _is_found_by(pronoun: Token, token: Token) -> bool:
    """Whether it would be the study itself of which a study tells: "shut it after a *review* found *it* unsafe"."""
    verb = token.head
    is_finding = is_subject(token) and verb.lemma_ in telling_verbs("finding")
    is_told = any(t.dep_ == "ccomp" and (t is pronoun.head or t.is_ancestor(pronoun)) for t in verb.rights)
    return is_finding and is_told and is_subject(pronoun) and token.lemma_.lower() in words("studies", "lemma")


def _is_made_to(pronoun: Token, token: Token) -> bool:
    """Whether those it would be are who does it: "barred *firms* from trading with them"."""
    verb = verb_of(pronoun)
    if token.dep_ != "dobj" or pronoun.dep_ not in {"dobj", "pobj"} or any(map(is_subject, verb.lefts)):
        return False
    above = verb.head.head if verb.dep_ == "pcomp" else verb.head
    is_beneath = verb.dep_ == "xcomp" or (verb.dep_ == "pcomp" and verb.head.lower_ == "from")
    return is_beneath and above is token.head


def _is_harmed(pronoun: Token, token: Token) -> bool:
    """Whether what is destroyed or spared would be a fire's own: "A *fire* hit the town, sparing *its* church"."""
    noun = first_of(pronoun.head)
    if pronoun.dep_ != "poss" or noun.dep_ != "dobj" or token.pos_ != "NOUN" or not is_subject(token):
        return False
    is_harm = noun.head.lemma_ in telling_verbs("harm")
    is_event = class_nouns().get(token.lemma_.lower(), "kg:Event") == "kg:Event" and not means_people(token)
    return is_harm and is_event and token.head in (noun.head, noun.head.head)


def _is_in_reach(pronoun: Token, token: Token, referents: Referents) -> bool:
    """Whether who is quoted speaks of it too: "Lund said his staff had left. “*They* were tired,” he said"."""
    if referents.is_same_speech(pronoun, token):
        return True
    speaker = referents.speaker_of(pronoun)
    if speaker is None or referents.is_quoted(token):
        return False
    known = (t for verb in token.ancestors if verb.lemma_ in quoting_verbs() for t in verb.lefts if is_subject(t))
    tellers = [referents.at(t) for t in known]
    return any(teller is not None and teller is speaking(speaker, referents) for teller in tellers)


def _is_ours(pronoun: Token, noun: Token) -> bool:
    """Whether it would be ours that does it to us: "our children ... *They* forget us"; or of us whom it is told."""
    below = (t for t in pronoun.head.subtree if t.i > pronoun.head.i)
    is_done_to_us = is_subject(pronoun) and any(t.lower_ in {"us", "me"} for t in below)
    if is_done_to_us and noun.head.dep_ == "ccomp" and any(tells(t) for t in noun.head.head.lefts):
        return True  # "Lund said residents felt betrayed. “They lied to us”"
    return is_done_to_us and any(t.lower_ in {"our", "my"} for t in noun.lefts)


def _is_within(pronoun: Token, token: Token) -> bool:
    """Whether a thing would be in a part of its own: "The fire broke out in *its* kitchen"."""
    noun = pronoun.head
    if pronoun.dep_ != "poss" or noun.dep_ != "pobj" or noun.head.lower_ not in small_words("inside"):
        return False
    verb = noun.head.head
    has_object = any(t.dep_ == "dobj" for t in verb.rights)
    is_thing = class_nouns().get(token.lemma_.lower(), "kg:Event") in _PASSING and not means_people(token)
    return is_subject(token) and token.head is verb and not has_object and is_thing and token.pos_ == "NOUN"


def _is_of_none(noun: Token) -> bool:
    """Whether a noun is nothing that one comes back to: "all traffic", "no profit"."""
    words = {"no", "any", "such"} if noun.tag_ == "NNS" else {"all", "any", "no", "such"}
    return any(t.lower_ in words for t in noun.lefts)


def _coordinated(pronoun: Token) -> Token | None:
    """The name beside what it owns: "Halden and its founder"."""
    noun = pronoun.head
    if pronoun.dep_ != "poss" or noun.dep_ != "conj" or noun.head.i > noun.i:
        return None
    if noun.head.ent_type_ in AMOUNTS or noun.head.lemma_.lower() in words("units", "lemma"):
        return None  # "for one euro and *its* debts"
    return next((t for t in noun.head.lefts if t.lower_ == pronoun.lower_), noun.head)  # "*its* church, its pub"
