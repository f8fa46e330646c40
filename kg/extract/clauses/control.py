"""Control: who does what an infinitive or gerund says, by the verb or noun above it: "plans to sell", "a plan to"."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.clauses.controllers import (
    addressee,
    charge_under,
    does_nothing,
    given_until,
    having,
    is_acting,
    is_aim_of_passive,
    is_bill_made,
    is_court_act,
    is_foreseen,
    is_handed,
    is_impersonal,
    is_made,
    is_mere_occasion,
    is_money,
    is_open_object,
    is_ordered,
    is_own_aim,
    is_sold,
    is_stranded,
    listed_controller,
    may_be_paid,
    named_by_preposition,
    people_for,
    pobjs,
    receivers,
    thing_given,
    under_pressure,
    whom_for,
)
from kg.extract.clauses.obliques import agents
from kg.extract.clauses.own_subjects import NOBODY, Found, antecedent, is_relative
from kg.grammar import wordlists
from kg.grammar.kinds import is_measure, is_thing
from kg.grammar.phrases import TIMES, VERBAL, and_conjuncts
from kg.grammar.told import thinks_not
from kg.grammar.verbs import OBJECTS, has_to, is_passive, verb_forms
from kg.parse import Token

_SUMS = frozenset({"MONEY", "CARDINAL", "QUANTITY", "PERCENT"})
_SPANS = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL"})
_MAKING = frozenset({"make", "have"})  # that cause with a bare infinitive
_ITS = frozenset({"its", "their"})  # "dropped its plan to close": the one who dropped it


class Control:
    """Doers of infinitives and gerunds. Who does what the word above says is asked of `subjects`, which asks here for
    words that are controlled themselves."""

    def __init__(self, subjects: Callable[[Token], tuple[Token, ...]]) -> None:
        self._subjects = subjects

    def by(self, verb: Token, governor: Token, complement: str, default: str) -> Found:
        """Rule "control": "plans to sell" has the planner, "urged the firm to sell" the firm; where no line of the verb
        speaks of this complement, the default does it: "subject" or "object"."""
        if had := people_for(verb, governor):
            return had, "control"
        patient = next((child for child in governor.children if child.dep_ in OBJECTS and child.i < verb.i), None)
        if patient is not None and complement == "for" and patient.ent_type_ in _SUMS:
            return self._subjects(governor), "control"  # "paid $3 for keeping a dog"
        is_span = patient is not None and patient.ent_type_ in _SPANS and "prep" not in patient.below
        if is_span and not has_to(verb):
            return self._subjects(governor), "control"  # "spent four years tracking them down"
        if (asked := self._asked_for_means(verb, governor)) or (asked := self.granted(thing_given(governor))):
            return asked, "control"
        if has_to(verb) and is_money(thing_given(governor)) and (paid := receivers(governor)):
            return paid, "control"  # "gave the town £4m to mend it"
        if complement == "objinf" and (given := given_until(governor)):
            return given, "control"
        listed = listed_controller(governor, complement)
        if governor.lemma_ in _MAKING and has_to(verb) and not is_passive(governor):
            listed = "subject"  # "made a detour to avoid them"; "made him avoid them" has no "to"
        if is_own_aim(verb, governor):
            listed = "subject"
        if has_to(verb) and self._is_used(governor):
            return NOBODY  # "the money was used to mend it": whoever used it
        if governor.lemma_.lower() == "pay" and patient is not None and not may_be_paid(patient):
            listed = "subject"  # "paid fees to win it"
        controller = listed or default
        if patient is not None and controller == "object" and not is_passive(governor):
            if is_relative(patient):
                noun = antecedent(patient)
                return ((noun,), "control") if noun is not None else NOBODY
            if patient.dep_ == "dative" and patient.pos_ == "ADP":
                patient = next(iter(patient.rights), patient)
            return and_conjuncts(patient), "control"
        if listed == "subject" or (listed is None and complement == "objinf" and not is_made(governor)):
            users = tuple(t for t in agents(governor) if not is_measure(t))  # not "by two metres to make room"
            if users:
                return users, "control"  # "was used by police to track buyers"
        addressed = addressee(verb, governor)
        is_open = addressed is None and listed is None and verb.dep_ == "advcl"
        if is_open and not is_passive(verb) and self._is_worked_on(governor):
            return NOBODY
        found = and_conjuncts(addressed) if addressed is not None else self._subjects(governor)
        return (found, "control") if found else NOBODY

    def on_noun(self, verb: Token) -> Found:
        """Rule "control": the doer of an infinitive on a noun: "the only curator to buy", "X's plan to sell"; where
        nobody has it the noun itself, if it may do so: "The bill to close the mine passed", "a machine to sort them",
        "The plan to close it angered the town"; no attempt to raise a ship raises it, no grant to mend a roof mends it,
        and no offer that is rejected buys anything."""
        noun = verb.head
        if is_stranded(verb) or is_open_object(verb, noun):
            holders = (receivers(noun.head) if noun.dep_ == "dobj" else ()) or self.owner(noun)[0]
            return NOBODY if noun in holders or not holders else (holders, "control")
        if addressed := named_by_preposition(noun) or whom_for(noun):
            return addressed, "control"
        if granted := self.granted(noun):
            return granted, "control"
        if is_sold(noun, noun.head):
            return NOBODY  # "sold 340 permits to park"
        if noun.dep_ == "dobj" and is_money(noun):
            return self.with_money(noun.head), "control"
        if is_foreseen(noun):
            return and_conjuncts(noun), "control"
        if is_ordered(noun) or is_court_act(verb, noun):
            return self._subjects(noun.head), "control"
        if (pressed := under_pressure(noun)) is not None:
            return self.by(verb, pressed, "objinf", default="object")
        if is_aim_of_passive(noun) and self._is_worked_on(noun.head.head):
            return NOBODY  # "was drained in order to mend it"
        if noun.dep_ in OBJECTS and is_passive(verb) and verb.lemma_ == "hold":
            return (noun,), "control"  # "demanded a vote to be held in June"
        if noun.lemma_.lower() in wordlists.control_nouns():
            if (charge := charge_under(noun)) is not None:
                return self.by(verb, *charge, default="object")
            found = self.owner(noun)
            if noun.dep_ == "attr" and is_mere_occasion(noun, found[0]):
                return NOBODY  # "it was a chance to meet them"
            if noun.lemma_.lower() in wordlists.words("abilities", "lemma"):
                return NOBODY if noun in found[0] else found  # "limits the right to strike": no right strikes
            if noun in found[0] and not is_acting(noun):
                return NOBODY  # "there are plans to build it"
            # "angered the town"
            is_doing = noun.dep_ == "nsubj" and noun.head.lemma_ != "be" and not does_nothing(noun)
            return ((noun,), "control") if not found[0] and (is_acting(noun) or is_doing) else found
        if is_bill_made(noun):
            return (noun,), "control"  # "signed a bill to close the mine"
        if noun.dep_ == "attr":
            found_here = self._subjects(noun)
            is_idle = does_nothing(noun) and noun in found_here  # "there is no time to warn them"
            return NOBODY if is_idle or is_mere_occasion(noun, found_here) else (found_here, "control")
        if noun.pos_ == "ADV" and noun.head.pos_ in VERBAL and is_impersonal(noun.head):
            waiting = tuple(c for c in noun.head.rights if c.dep_ in OBJECTS and c.ent_type_ not in _SPANS)
            return (waiting, "control") if waiting else NOBODY  # "it took us so long to come"
        if noun.pos_ == "ADV" and noun.head.pos_ in VERBAL:
            return self._subjects(noun.head), "control"  # "came too late to save it"
        if noun.dep_ in OBJECTS and wordlists.judging().intersection(verb_forms(noun.head)):
            return NOBODY  # "rejected calls to repeal the law"
        if noun.dep_ in OBJECTS and is_passive(verb) and not does_nothing(noun):
            return (noun,), "control"  # "accepted an article to be published"
        if noun.dep_ in OBJECTS and does_nothing(noun) and listed_controller(noun.head, "objinf") == "object":
            return self.owner(noun)  # "wanted more room to stand"
        if noun.dep_ in OBJECTS and noun.head.pos_ in VERBAL:  # as if it hung on the verb
            return self.by(verb, noun.head, "objinf", default="subject")
        if noun.lemma_.lower() in wordlists.words("abilities", "lemma") or does_nothing(noun):
            return self.owner(noun)
        if noun.tag_ == "CD" and noun.lower_ != "one" and noun.dep_ in ("dobj", "conj"):
            return NOBODY  # "has two weeks to mend it and three to paint it"
        if any(child.dep_ in ("dobj", "ccomp") for child in verb.rights) or is_passive(verb):
            return (noun,), "control"
        return NOBODY

    def owner(self, noun: Token) -> Found:
        """Whose plan it is: possessor, "by X" or "of X", else the subject of the verb that has the plan as argument."""
        possessor = next((child for child in noun.lefts if child.dep_ == "poss"), None)
        if possessor is not None and possessor.tag_ == "WP$":
            return NOBODY  # "an officer of a service whose job was to spy"
        if possessor is not None and not (possessor.lower_ in _ITS and having(noun) is not None):
            return and_conjuncts(possessor), "control"
        for preposition in noun.rights:
            is_from = preposition.lower_ == "from" and noun.lemma_.lower() in wordlists.words_of("from whom")
            is_of = (preposition.lower_ in ("by", "of") or is_from) and preposition.dep_ in ("prep", "agent")
            if is_of and (owners := pobjs(preposition)):  # not the "closing" of "on the verge of closing"
                return owners, "control"
        governor = having(noun)
        holders = self._subjects(governor) if governor is not None else ()
        if possessor is not None and any(holder.pos_ in VERBAL for holder in holders):
            return and_conjuncts(possessor), "control"  # "adopting it would harm its chances of joining"
        return (holders, "control") if holders else NOBODY

    def granted(self, noun: Token) -> tuple[Token, ...]:
        """Who is given what an infinitive belongs to: "awarded Orlo a contract to build it", "was given power to",
        "gave the firm 30 days to"."""
        giver = noun.head
        is_listed = noun.dep_ == "dobj" and (
            noun.lemma_.lower() in wordlists.words("granted_nouns", "lemma") or is_handed(noun)
        )
        is_period = noun.dep_ in ("dobj", "npadvmod") and noun.ent_type_ in TIMES
        if not (is_listed or is_period):
            return ()
        return self._subjects(giver) if is_passive(giver) else receivers(giver)

    def with_money(self, governor: Token) -> tuple[Token, ...]:
        """Who does what money is for: who is given it, else who spends, has or wants it; no sum does anything."""
        return receivers(governor) or self._subjects(governor)

    def suspecting(self, noun: Token) -> Found | None:
        """The man of "arrested a man on suspicion of stealing a car"."""
        above = noun.head
        if noun.dep_ != "pobj" or above.head.pos_ not in VERBAL:
            return None
        phrase = f"{above.lower_} {noun.lemma_.lower()}"
        if listed_controller(above.head, phrase) is None:
            return None
        return self.by(noun, above.head, phrase, default="object")

    def _is_used(self, governor: Token) -> bool:
        """Whether money is used or spent, nobody tells by whom; a tool may do what it is used for."""
        lemma = governor.lemma_.lower()
        is_means = lemma in wordlists.words("using", "lemma") or lemma in wordlists.words("spending", "lemma")
        if not is_means or not is_passive(governor) or any(child.dep_ == "agent" for child in governor.rights):
            return False
        return any(map(is_money, self._subjects(governor)))

    def _is_worked_on(self, governor: Token) -> bool:
        """Whether something is done to a thing for somebody's purpose: "The dam was drained *to mend it*": nobody known
        mends it; a dam that was built to do so does."""
        if not is_passive(governor) or is_made(governor):
            return False
        lemma = governor.lemma_.lower()  # "a boat was sent to search"
        may_act = lemma in wordlists.asking_infinitives() or lemma in wordlists.words_of("sent to do")
        known = (is_thing(patient) or is_money(patient) for patient in self._subjects(governor))
        return all(known) or (not may_act and all(map(thinks_not, self._subjects(governor))))

    def _asked_for_means(self, verb: Token, governor: Token) -> tuple[Token, ...]:
        """ "Asked the town for money *to mend it*": who asks will mend it."""
        is_for = any(c.lower_ == "for" and c.dep_ == "prep" and c.i < verb.i for c in governor.rights)
        is_asking = (governor.lemma_.lower(), "for") in wordlists.asked_roles()
        return self._subjects(governor) if has_to(verb) and is_for and is_asking and not is_passive(governor) else ()
