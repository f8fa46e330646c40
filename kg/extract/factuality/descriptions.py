"""Descriptions: relative clauses and participles that tell of a noun, and whether what they tell is a fact."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import is_relative
from kg.extract.clauses.subjects import subjects
from kg.extract.factuality import arcs
from kg.extract.factuality.absent import Absent, is_unfound
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.background import accuse, is_background, is_charge, is_passed_on, names_seat, said_over
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.links import Link
from kg.extract.factuality.negation import own_no
from kg.extract.factuality.plans import planned
from kg.extract.factuality.relatives import (
    built_noun,
    in_apposition,
    is_among,
    is_at_home,
    is_befallen,
    is_brought_in,
    is_cleft,
    is_compared,
    is_dated,
    is_going_on,
    is_habit,
    is_hit,
    is_known,
    is_leant_on,
    is_many,
    is_of_itself,
    is_of_past,
    is_part_told_of,
    is_under_way,
    is_undone,
    is_unshifted,
    looks_past,
    whole_of,
)
from kg.extract.factuality.signatures import CLAIM, RESET, SAME, Signatures, always
from kg.extract.factuality.titles import with_prepositions
from kg.extract.factuality.viewpoints import called_around, is_blamed, is_pointed_out, is_recounted, seen_in
from kg.grammar.kinds import is_people
from kg.grammar.phrases import REFLEXIVES, VERBAL, first_of
from kg.grammar.verbs import SUBJECTS, finite_part, has_to, is_passive, verb_forms
from kg.grammar.wordlists import naming, words, words_of
from kg.parse import Token

_FIGURES = frozenset({"PERCENT", "MONEY"})
_BESIDE = frozenset({"including", "near", "beside", "alongside", "opposite", "outside", "unlike"})
_ASKING = frozenset({"whether"})
_CAUSES = frozenset({"amid", "despite", "after", "following", "since", "during"})
_LONG_CAUSES = frozenset({"because of", "due to", "owing to", "thanks to", "response to", "result of", "wake of"})
_GENERIC = frozenset({"any", "every", "no", "each"})


class Descriptions:
    """Links of clauses that describe a noun: "a firm that sells lamps", "a mill run by monks"."""

    def __init__(self, lexicon: Lexicon, signatures: Signatures) -> None:
        self._lexicon = lexicon
        self._signatures = signatures
        self._absent = Absent(lexicon, signatures)

    def link(self, verb: Token, *, is_past: bool) -> Link:
        """A relative clause or participle: a fact, unless it only sketches what is wanted, possible or denied."""
        noun = built_noun(verb)
        clause = clause_of(noun)
        if noun.dep_ == "dobj" and noun.lower_ in REFLEXIVES:
            return Link(noun.head, SAME, word=noun.head)  # "could find themselves paying twice"
        if clause is None and is_compared(noun):
            # "Then a buzz like a nail drawn along"
            return Link(noun.head.head, always("o", "relative"), word=noun.head)
        if clause is None:
            return Link()
        if verb.tag_ == "VBG" and noun.dep_ == "pobj" and noun.head.lower_ == "with":
            coming = planned(noun.head.head, verb, self._signatures)  # "is to start in May, with residents arriving in"
            if coming is not None:
                return Link(coming, RESET, if_unreal="+")
            if noun.head.i == clause.left_edge.i and noun.head.head.i == clause.i:
                return Link(clause, RESET)  # "With fires burning, they were not hopeful"
        if noun.dep_ == "ccomp" and (spoken := self._signatures.listed(clause, "that")) is not None:
            return Link(clause, spoken, word=clause)  # "found that orphanage starved children, sold babies"
        is_beside = noun.dep_ == "npadvmod" and arcs.follows_comma(noun)  # "said it had paid, a step that the bank"
        if verb.tag_ == "VBN" and self._lexicon.has("sequels", verb_forms(verb)):
            event = self._signatures.listed(clause, "np") if noun.dep_ == "dobj" else None
            return Link(clause, event or SAME, word=clause)  # "plans a march, followed by a vigil"
        if (plan := self._planned_for(noun, verb, clause)) is not None:
            return plan
        is_listed = noun.dep_ == "appos" or (noun.dep_ == "conj" and noun.head.pos_ in VERBAL)
        if is_listed and arcs.is_restrictive(verb) and (no := own_no(noun, self._lexicon)) is not None:
            # "has no staff, no office, no owner who can be found"
            return Link(clause, always("-", "relative"), word=no)
        if (wanted := _sketched_by(noun)) is not None and arcs.is_restrictive(verb) and not (is_beside or is_past):
            return self._within(verb, wanted, clause, is_past=is_past)
        if seen_in(noun) is not None and (view := self._said_of_object(noun)) is not None:
            return Link(clause, view, word=clause)  # "sees in his brother the man who lied"
        if in_apposition(noun) or is_beside or not arcs.is_restrictive(verb):
            is_told_next = is_past and not is_dated(verb) and self._is_told_next(verb, noun, clause)
            if is_told_next and not is_background(verb, self._lexicon):
                return Link(clause, RESET, if_unreal="+")  # "suspect that a clerk bought it, who sold it"
            return Link(self._told_by_writer(verb, clause), RESET)
        is_planned_so = not is_past and all(child.tag_ != "MD" for child in verb.lefts)
        if is_planned_so and (event := self._brought_in(noun, clause)) is not None:
            return Link(clause, event, word=clause)
        if (lacking := _lacked(noun)) is not None:
            return Link(clause, always("o-" if lacking.dep_ == "neg" else "o", "relative"), word=lacking)
        if is_cleft(noun, clause) and self._is_one_of_some(noun, verb):
            return Link(clause, RESET, if_unreal="+")  # "It was not the first time that it had leaked": it had
        if is_cleft(noun, clause) or (noun.dep_ == "attr" and _was_to_be(clause)):
            return Link(clause, SAME)
        if (said := self._said_of_object(noun)) is not None:
            return Link(clause if noun.dep_ == "pobj" else noun.head, said, word=clause)
        speaks = (self._lexicon.has("speech", verb_forms(t)) for t in (verb, *verb.lefts))
        if is_past and (is_blamed(noun) or is_recounted(noun)) and not any(speaks):
            # "blamed the crash on a pilot who had been drinking", "described a night when they fled"
            return Link(clause, CLAIM, word=clause)
        return self._within(verb, noun, clause, is_past=is_past)

    def _within(self, verb: Token, noun: Token, clause: Token, *, is_past: bool) -> Link:
        """What is told of one of a clause's own nouns: as real as the clause, if it need not be there without it."""
        is_there = is_known(verb, self._lexicon) or is_undone(noun, self._lexicon)
        is_there |= is_hit(noun, verb, self._lexicon) or is_leant_on(noun) or is_among(verb, clause, self._lexicon)
        is_there |= is_befallen(verb, clause, self._lexicon)
        is_there |= _is_landmark(noun) or is_part_told_of(noun) or (noun.dep_ == "pobj" and _is_cause(noun.head))
        # "never met a banker who lost his job"; not "never read contracts he signed"
        is_never = noun.dep_ not in SUBJECTS and any(child.lower_ == "never" for child in clause.lefts)
        is_never = is_never and not self._is_handled(verb, noun)
        is_open = arcs.is_indefinite(noun) and not is_there and (is_never or not self._is_said_of(verb))
        if is_compared(noun) or (is_open and self.is_wanted(noun, is_past=is_past)):
            return Link(clause, always("o", "relative"), word=noun.head if noun.dep_ == "pobj" else clause)
        if (none := self._absent.link(verb, noun, clause, is_past=is_past)) is not None:
            return none
        is_over = arcs.is_past(clause) or arcs.has_perfect(clause)  # "should have bought it from a yard that bid less"
        is_told = is_past and not (looks_past(verb) and not is_over)
        is_real = (
            is_told or is_of_past(verb, clause) or is_dated(verb) or is_under_way(verb) or self._is_there(noun, verb)
        )
        is_real = is_real or self._is_known(noun, verb)
        is_real = is_real and not (is_never or any(child.lower_ in _GENERIC for child in noun.lefts))
        is_anybody = noun.dep_ in SUBJECTS and arcs.is_in_scope(noun) and not is_told
        if is_anybody and self._lexicon.has("risking", verb_forms(clause)):
            return Link(clause, always("o", "relative"), word=clause)  # "Drivers who park there face a fine"
        top = arcs.top_of_phrase(whole_of(noun))
        if top.dep_ == "attr" and self._is_only(noun):
            return Link(clause, RESET, if_unreal="+")  # "would be the only woman known to have led"
        is_guess = top.dep_ == "attr" and not (is_dated(verb) or is_under_way(verb))
        is_asked = any(child.dep_ == "mark" and child.lower_ in _ASKING for child in clause.lefts)
        # "may be the widow of a man who", "asked whether a cable hanging there"
        is_sketched = is_open and (is_asked or arcs.is_in_scope(noun)) and (is_guess or not is_real)
        case = "k" if noun.dep_ in SUBJECTS else "o"  # "Drivers using the tunnel will pay": if they do
        if not is_sketched and is_past and not (is_there or is_never or is_dated(verb)):
            case = "+" if is_of_itself(verb) and is_brought_in(noun, clause) else ""
            case = "o" if is_unfound(verb, noun, clause, self._lexicon) else case
            return Link(clause, RESET, if_unreal=case)  # "may have been bought by a clerk who sold it"
        return Link(clause, RESET, if_unreal=case if is_sketched else "")

    def wished(self, verb: Token, noun: Token, that: Signature) -> Link | None:
        """What somebody wants to be told or promised: "wants a guarantee that rents will fall", "proof that it did"."""
        if not (arcs.is_indefinite(noun) and self.is_wanted(noun, is_past=False)):
            return None
        is_due = that.if_positive == "f" or any(child.tag_ == "MD" for child in verb.lefts)
        return Link(clause_of(noun), always("d" if is_due else "o", "desire"), word=clause_of(noun))

    def _is_told_next(self, verb: Token, noun: Token, clause: Token) -> bool:
        """Whether a clause behind a comma tells what happened next: of somebody only brought in ("by a clerk, who sold
        it"), in a guess of one of those told of ("drove to Kiel, where he sold it"; not "the mill, which burned")."""
        is_over = arcs.is_past(clause) or arcs.has_perfect(clause)
        if verb.dep_ != "relcl" or whole_of(noun).dep_ in SUBJECTS or not is_over:
            return False
        if whole_of(noun).dep_ == "appos" and not is_people(noun):
            return False  # "may have been done in 2024, a date that was moved": what sums it up is nobody new
        _, sayer = said_over(clause, self._signatures)
        near = (child for child in verb.children if child.dep_ in (*SUBJECTS, "dobj", "dative"))
        is_guess = sayer is not None and sayer.lemma_.lower() in words_of("thinking so")
        return (is_guess and any(child.tag_ == "PRP" for child in near)) or is_brought_in(noun, clause)

    def _planned_for(self, noun: Token, verb: Token, clause: Token) -> Link | None:
        """What a thing is to do that is only planned: "A study, covering 40 towns, is planned", "A stadium seating
        9,000 will be built"; not "A museum designed by Orr will open"."""
        if noun.dep_ not in SUBJECTS or noun.head.i != clause.i or not arcs.is_indefinite(noun) or noun.tag_ != "NN":
            return None
        if arcs.is_aside_of_subject(noun):
            return None  # "Its owner, a firm called Tarn, is due in court"
        forms = verb_forms(verb)
        is_told = is_dated(verb) or not arcs.is_restrictive(verb)  # "A buyback, paused in May, is planned"
        is_done = verb.tag_ == "VBN" and (is_told or self._lexicon.has("done_once", forms))
        if verb.tag_ not in ("VBG", "VBN") or arcs.is_finite(verb) or is_done:
            return None
        if is_passive(clause) and (event := self._signatures.listed(clause, "np")) is not None:
            return Link(clause, event, word=clause) if event.if_positive[0] in "fd" else None
        built = next((c for c in clause.rights if c.dep_ == "xcomp" and has_to(c) and clause.lemma_ == "be"), clause)
        is_begun = built.lemma_ in words_of("new ones do")
        is_made = is_begun or (is_passive(built) and self._lexicon.has("coming_about", verb_forms(built)))
        if is_made and any(child.lower_ == "being" for child in built.lefts):
            return Link(built, always("f", "plan"), word=built)  # "A film telling her story is being made"
        return Link(built, RESET, if_unreal="+") if is_made else None

    def _brought_in(self, noun: Token, clause: Token) -> Signature | None:
        """What a plan makes of things that are to come by it: "plans the launch of *buses* that run on gas"."""
        whole = whole_of(noun)
        is_new = whole.i != noun.i and whole.dep_ == "dobj" and whole.lemma_ in words_of("bringing in")
        event = self._signatures.listed(clause, "np") if is_new and arcs.is_indefinite(noun) else None
        return event if event is not None and event.if_positive in ("f", "d", "o") else None

    def _is_known(self, noun: Token, verb: Token) -> bool:
        """Whether a thing is there with what is told of it, whatever is to come: "because of a strike that has closed
        the port", "will move 60 people living there", "Buses serving the hospital will"; not "will hire a clerk who
        has run a shop"."""
        if noun.dep_ == "pobj" and _is_cause(noun.head):
            return True
        if noun.dep_ in SUBJECTS:
            listed = {"VBG": ("standing", "being_at_it"), "VBN": ("done_once", "lasting")}.get(verb.tag_, ())
            is_standing = any(self._lexicon.has(name, verb_forms(verb)) for name in listed)
            is_standing |= verb.tag_ == "VBN" and verb.lemma_.lower() in words("of_bodies", "lemma")
            return is_standing and noun.tag_ == "NNS" and _is_of_known(verb)
        whole = whole_of(noun)
        taker = whole.head if whole.dep_ == "dobj" else whole.head.head
        if is_at_home(noun, verb) and whole.dep_ in ("dobj", "pobj"):
            # "will stop people living there": nobody does then
            return verb.dep_ == "relcl" or self._signatures.listed(taker, "objger", "from") is None
        is_sought = whole.dep_ == "attr" or self._lexicon.has("coming_about", verb_forms(taker))
        if is_sought or whole.dep_ not in ("dobj", "pobj"):
            return False
        if is_habit(verb):
            return True  # "would spoil a fair visited by thousands every year"
        is_standing = self._lexicon.has("standing", (*verb_forms(verb), *with_prepositions(verb)))
        if is_standing and verb.tag_ == "VBG" and is_many(noun) and whole.head.dep_ != "agent":
            is_got = taker.lemma_ in words_of("done for deeds") | words_of("getting hold of")
            return _is_of_known(verb) and not is_got
        if verb.dep_ == "relcl" and arcs.is_present(verb) and (arcs.has_perfect(verb) or is_going_on(verb)):
            # "may fine a firm that has broken its rules"
            is_judged = not is_passive(verb) and not words_of("done for deeds").isdisjoint(verb_forms(taker))
            # not "The prize will go to a poet who has won nothing"
            return not (is_judged or _is_looked_for(taker)) and (is_going_on(verb) or not is_people(noun))
        if verb.dep_ == "relcl" and is_passive(verb) and arcs.is_present(verb) and _is_of_known(verb):
            return verb.lemma_.lower() in words("of_bodies", "lemma")  # "by a bank that is owned by the state"
        is_counted = noun.tag_ == "NNS" and any(child.dep_ == "nummod" for child in noun.lefts)
        return verb.dep_ == "acl" and is_counted and is_people(noun) and whole.head.dep_ != "agent"

    def _is_only(self, noun: Token) -> bool:
        """Whether a noun picks out one by what is told of it: "the only woman known to", "the ones who"."""
        return noun.lemma_ == "one" or any(c.tag_ == "JJS" for c in noun.lefts) or bool(self._signatures.ordinal(noun))

    def _is_one_of_some(self, noun: Token, verb: Token) -> bool:
        """Whether "it is not" only tells which one it is of those of which a clause is true: "not the first time that",
        "not the only mill that", "not the same drug that is sold"; unlike "not the first shot that killed him"."""
        if noun.lemma_ in words_of("point in time"):
            return self._is_only(noun)
        words = {child.lower_ for child in noun.lefts}
        if "same" in words:
            return arcs.is_present(verb)
        return "only" in words or (arcs.has_perfect(verb) and self._signatures.ordinal(noun) is not None)

    def _is_handled(self, verb: Token, noun: Token) -> bool:
        """Whether somebody known did to many things what is told of them: "never read contracts *he signed*"; not
        "never sang songs he liked", "never made promises he kept"."""
        doers = [child for child in verb.lefts if child.dep_ in SUBJECTS]
        is_done = arcs.is_past(verb) and verb.lemma_ not in words("states", "lemma")
        is_by_them = bool(doers) and all(child.tag_ == "PRP" for child in doers)
        is_made = self._lexicon.has("coming_about", verb_forms(noun.head))
        return noun.dep_ == "dobj" and is_many(noun) and is_done and is_by_them and not is_made

    def _told_by_writer(self, verb: Token, clause: Token) -> Token:
        """What a clause behind a comma hangs on: in "said the firm, which employs 400 people, would close" the present
        tense behind a past one is the writer's own, so it hangs on "said"; so does what is known of whom they speak."""
        words, sayer = said_over(clause, self._signatures)
        finite = finite_part(verb)
        is_now = verb.dep_ == "relcl" and finite.tag_ in ("VBZ", "VBP")
        if sayer is not None and is_now and arcs.is_past(sayer) and not is_unshifted(words):
            return sayer
        is_thought = sayer is not None and sayer.lemma_.lower() in words_of("thinking so")
        if sayer is not None and verb.dep_ == "relcl" and is_thought:
            return sayer  # "Police think the fire, which killed four people, began in a bin"
        if sayer is not None and is_background(verb, self._lexicon):
            is_part = accuse(subjects(sayer), self._lexicon) or is_passed_on(words, self._signatures)
            is_part |= is_charge(words, self._signatures) and whole_of(verb.head).pos_ == "NOUN" and not is_now
            return clause if is_part and not names_seat(verb) else sayer
        if verb.dep_ != "relcl" or not arcs.is_finite(verb):
            return clause
        above = clause_of(clause)
        is_behind = above is not None and clause.dep_ in ("pcomp", "xcomp") and clause.i > above.i
        return above if is_behind and above is not None else clause  # "accused of dumping salt in the lake, where"

    def _is_there(self, noun: Token, participle: Token) -> bool:
        """Whether what is told of somebody holds though he is only sought: "tried to reach miners trapped there",
        "fired to disperse hundreds of people chanting there"; not "will help people living there"."""
        whole = whole_of(noun)
        verb = whole.head
        if whole.dep_ != "dobj" or not self._lexicon.has("rescuing", verb_forms(verb)):
            return False
        if participle.tag_ == "VBG":
            return has_to(verb) and verb.head.pos_ in VERBAL and arcs.is_past(verb.head)
        is_anybody = self._lexicon.has("known_of", verb_forms(participle))  # "will punish people accused of theft"
        return participle.tag_ in ("VBN", "VBD") and not is_anybody

    def _is_said_of(self, verb: Token) -> bool:
        """Whether a clause tells who says something of its noun: "seeks a truce that envoys say is near"."""
        if verb.tag_ not in ("VBZ", "VBP", "VBD") or not self._signatures.speaks(verb):
            return False
        doers = [child for child in verb.lefts if child.dep_ in SUBJECTS and not is_relative(child)]
        told = (child for child in verb.rights if child.dep_ == "ccomp")
        is_by = verb.head.dep_ == "pobj"  # "a suit by parents who say a bot hurt their son"
        return any(doers or (is_by and arcs.is_past(words)) for words in told)

    def _said_of_object(self, noun: Token) -> Signature | None:
        """What is said of somebody: "called her a thief who robbed widows", "described it as a theft by a man
        who lied", "sees in him a man who lied", "named him as the man who lied"."""
        noun = called_around(noun)
        verb, complement = noun.head, "oprd"
        if noun.dep_ == "pobj" and verb.lower_ == "as":
            verb, complement = verb.head, "as"
        elif (seeing := seen_in(noun)) is not None:
            verb, complement = seeing, "as"
        elif noun.dep_ != "oprd" and not (noun.dep_ == "dobj" and _is_second_object(noun)):
            return None
        said = self._signatures.listed(verb, complement) if verb.pos_ in VERBAL else None
        is_named = complement == "as" and verb.lemma_ in naming() and is_pointed_out(noun)
        return CLAIM if said is None and is_named else said

    def is_wanted(self, noun: Token, *, is_past: bool) -> bool:
        """Wants a mayor who listens; imagined a town that bans cars, simulated a flood that broke dams: there need be
        none. A mayor who listened is one of those who did. "Seeks damages and an order halting the work": both."""
        noun = first_of(whole_of(noun) if noun.ent_type_ in _FIGURES else noun)  # "wants a rise of 9% backdated to May"
        verb, forms = noun.head, verb_forms(noun.head)
        if noun.dep_ == "pobj" and verb.lower_ == "for":
            taken = (verb.head, *(child for child in verb.head.rights if child.dep_ == "dobj"))
            # not "Demand for cars made in Bonn fell"
            nouns = (word for word in taken if word.pos_ not in VERBAL and word.dep_ != "nsubj")
            if any(self._lexicon.has("wanting", arcs.noun_forms(word)) for word in nouns):
                return not is_past  # "a reward for information leading to"
        if noun.dep_ == "pobj":
            verb = noun.head.head
            forms = tuple(f"{form} {noun.head.lower_}" for form in verb_forms(verb))
        is_sought = noun.dep_ == "nsubjpass" and "xcomp" not in verb.below  # "A clerk who speaks Welsh *is wanted*"
        if not (noun.dep_ in ("dobj", "pobj") or is_sought) or verb.pos_ not in VERBAL:
            return False
        found = self._lexicon.signature("verbs", forms, "np")
        if found is None:
            return False
        return found.group == "counterfactual" or (found.if_positive == "d" and not is_past)


def _sketched_by(noun: Token) -> Token | None:
    """What an apposition describes further: "wants *a chief*, a man who listens"; not "wants Tarn, a firm that"."""
    of = noun.head
    is_sketch = noun.dep_ == "appos" and of.dep_ in ("dobj", "pobj") and arcs.is_indefinite(noun)
    return of if is_sketch and of.pos_ == "NOUN" and arcs.is_indefinite(of) else None


def _lacked(noun: Token) -> Token | None:
    """The word by which a clause with what tells that there is no such thing: "What they *lack* is a witness who saw
    him", "What they do *not* have is a form that proves it"."""
    clauses = noun.head.lefts if noun.dep_ == "attr" and arcs.is_indefinite(noun) else ()
    clause = next((c for c in clauses if c.dep_ == "csubj" and c.left_edge.lower_ == "what"), None)
    if clause is None:
        return None
    no = next((child for child in clause.lefts if child.dep_ == "neg"), None)
    return no or (clause if clause.lemma_ in words_of("missing") else None)


def _was_to_be(clause: Token) -> bool:
    """ "Was to have been the day *they signed*"."""
    return has_to(clause) and arcs.has_perfect(clause) and clause.head.lemma_ == "be"


def _is_looked_for(taker: Token) -> bool:
    """Whether somebody only wishes to get one of a kind: "hopes to buy a drill that is working"; not "will buy"."""
    is_got = taker.lemma_ in words_of("getting hold of") and has_to(taker)
    return is_got and taker.head.lemma_ in words_of("wanting kinds")


def _is_of_known(participle: Token) -> bool:
    """Whether a participle tells of something known: "serving the port"; not "carrying knives"."""
    near = (
        *participle.rights,
        *(noun for child in participle.rights if child.dep_ in ("prep", "agent") for noun in child.rights),
    )
    return any(noun.dep_ in ("dobj", "pobj") and not arcs.is_indefinite(noun) for noun in near)


def _is_cause(preposition: Token) -> bool:
    """Because of, due to, amid: what stands behind them is so."""
    before = preposition.nbor(-1).lower_ if preposition.i else ""
    return preposition.lower_ in _CAUSES or f"{before} {preposition.lower_}" in _LONG_CAUSES


def _is_landmark(noun: Token) -> bool:
    """Whether a noun tells where something is, or what is among it: "will open near a mill that makes lamps", "the
    site, including a chapel that is listed, will close"."""
    return noun.dep_ == "pobj" and noun.head.lower_ in _BESIDE and noun.tag_ in ("NN", "NNP")


def _is_second_object(noun: Token) -> bool:
    """The thief of "called her a thief", taken for one more object."""
    return any(child.dep_ == "dobj" and child.i < noun.i for child in noun.head.rights)
