"""Nominals: how what a noun says by itself is put forward: "the alleged theft", "blocked the sale", "X, a lawyer"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from kg.extract.factuality import arcs
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.contrast import not_beside
from kg.extract.factuality.embedding import COMPLEMENTS, Embedding
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.links import Link
from kg.extract.factuality.negation import negative_word
from kg.extract.factuality.posts import filled_by, not_yet, taken_up
from kg.extract.factuality.signatures import CLAIM, Signatures
from kg.extract.factuality.state import State
from kg.extract.factuality.stretches import Stretches
from kg.extract.factuality.titles import is_writers
from kg.extract.factuality.viewpoints import is_pointed_out
from kg.extract.times.vocabulary import alternatives
from kg.grammar.phrases import NOUNS, TIMES
from kg.grammar.verbs import SUBJECTS, has_subject, has_to, verb_forms
from kg.grammar.wordlists import naming, words, words_of
from kg.model import Mode, Polarity
from kg.parse import Token

_YEAR = re.compile(alternatives("year"))


class Nominals:
    """The states of the nouns of one document. `state_of` tells that of a clause, `apply` what a link makes of one."""

    def __init__(
        self,
        lexicon: Lexicon,
        embedding: Embedding,
        stretches: Stretches,
        state_of: Callable[[Token], State],
        apply: Callable[[Token, Link, State], State],
    ) -> None:
        self._lexicon = lexicon
        self._embedding = embedding
        self._signatures = Signatures(lexicon)
        self._stretches = stretches
        self._state_of = state_of
        self._apply = apply
        self._known: dict[int, State] = {}

    def of(self, noun: Token) -> State:
        """The state of a noun that predicates, worked out once."""
        if noun.i not in self._known:
            self._known[noun.i] = self._nominal(noun)
        return self._known[noun.i]

    def _nominal(self, noun: Token) -> State:
        """The state of what a noun says by itself: "the alleged theft", "blocked the sale", "X, a lawyer for Y"."""
        is_complement = noun.dep_ in COMPLEMENTS or noun.dep_ == "dobj"
        misread = self._embedding.taken_for_noun(noun) if is_complement else None
        if misread is not None and misread.governor is not None:
            so = self._stretches.voiced(noun, self._apply(noun, misread, self._state_of(misread.governor)), misread)
            return so if (denier := _not_so(noun)) is None else so.turned().cued(denier)
        clause = clause_of(noun)
        if clause is None or self._stretches.is_apart(noun, clause):
            alone = State(mode=Mode.UNKNOWN) if self._stretches.is_asked(noun) else State()
            is_event = clause is None and self._is_event(noun)
            if is_event and (topic := self._open_topic(noun)) is not None:
                alone = alone.overlaid(Mode.POSSIBLE).cued(topic)  # a headline: "Talks on the sale of the mill"
            state = self._stretches.voiced(noun, alone, Link())
        else:
            state = self._stretches.voiced(noun, self._in_clause(noun, clause), Link(clause))
        state = self._marked(noun, state)
        word = not_beside(noun)
        return replace(state, polarity=Polarity.NEGATIVE).cued(word) if word is not None else state

    def _marked(self, noun: Token, state: State) -> State:
        """The state with what the words before a noun make of it: "*alleged* theft"."""
        for child in arcs.modifiers(noun):
            found = self._lexicon.signature("adjectives", arcs.modifier_forms(child), "noun")
            if found is not None:
                state = state.marked(found.if_positive, child)
        return state

    def _in_clause(self, noun: Token, clause: Token) -> State:
        above = self._state_of(clause)
        word = negative_word(noun, self._lexicon)
        if word is not None:
            return replace(above, polarity=Polarity.NEGATIVE).cued(word)
        if (copula := filled_by(noun)) is not None:
            return self._state_of(copula)
        if (taken := taken_up(noun)) is not None and (so := self._taken_up(taken, clause, above)) is not None:
            return so
        is_as = noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.i == clause.i
        if (is_as or noun.dep_ == "oprd") and (later := not_yet(noun, clause, self._lexicon)) is not None:
            return above.embedded("f", later)
        if is_as:
            found = self._lexicon.signature("verbs", verb_forms(clause), "as")
            is_told = noun.lemma_ in words_of("not appointed") or is_pointed_out(noun)
            if found is None and clause.lemma_ in naming() and is_told:
                found = CLAIM  # "named her as the owner of the yacht"
            if found is not None:
                return self._apply(noun, Link(clause, found, clause), above)
        if self._is_event(noun):
            return self._event(noun, clause, above)
        noun = arcs.shared(noun)
        if is_writers(noun, self._lexicon) and self._stretches.quoted(noun) is None:
            return State()
        if noun.dep_ == "ccomp" and has_subject(noun):
            return above  # "would make Orlo the largest baker"
        plain = above.embedded("!", None)
        is_title = noun.dep_ in ("appos", "compound") or any(
            c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.rights
        )
        described = noun.head if noun.dep_ in ("amod", "prep") else noun  # "hired Oslo-based Orlo", "Orr, of Oslo"
        is_described = not is_title and not _is_doer(described) and arcs.is_indefinite(described)
        is_unreal = above.is_negative or not above.is_factual
        return plain.overlaid(Mode.POSSIBLE) if is_unreal and is_described else plain

    def _taken_up(self, taken: Token, clause: Token, above: State) -> State | None:
        """The state of a post by what becomes of the event or the job that it is told with; None of a job that nobody
        is told to seek, to turn down or to take up: "left the job of chief"."""
        if self._is_event(taken):
            return self._marked(taken, self._event(taken, clause, above))
        if taken.dep_ != "dobj" or taken.head.i != clause.i:
            return None
        found = self._signatures.listed(clause, "np")
        if found is not None:
            return self._apply(taken, Link(clause, found, clause), above)
        return above if clause.lemma_ in words_of("taking up") else None

    def _event(self, noun: Token, clause: Token, above: State) -> State:
        """An event happens as its verb says: "blocked the sale"; else in the mode of its clause."""
        forms = verb_forms(clause)
        if noun.dep_ == "pobj":
            forms = tuple(f"{form} {noun.head.lower_}" for form in forms)
        is_taken = noun.dep_ in ("dobj", "nsubjpass", "attr") or (noun.dep_ == "pobj" and noun.head.head.i == clause.i)
        owned = [f"{form} {noun.lemma_.lower()}" for form in forms if "poss" in noun.below]  # "suspend its use of dye"
        found = self._lexicon.signature("verbs", (*owned, *forms), "np") if is_taken else None
        found = found or self._told_of(noun, clause)
        if found is not None and not self._took_place(noun, clause, found):
            return self._apply(noun, Link(clause, found, clause), above)
        if not above.is_factual:
            return replace(above, polarity=Polarity.POSITIVE)
        plain, topic = above.embedded("!", None), self._open_topic(noun)
        if topic is not None:
            return plain.overlaid(Mode.POSSIBLE).cued(topic)
        return plain.overlaid(Mode.POSSIBLE) if above.is_negative else plain

    def _told_of(self, event: Token, clause: Token) -> Signature | None:
        """What becomes of an event by what is told of it: "the sale *fell through*", "is *in doubt*", "is *likely*",
        "was *a rumour*"; not "the sale is good news", "failed to please", "the marriage collapsed"."""
        if event.dep_ != "nsubj" or event.head.i != clause.i or "xcomp" in clause.below:
            return None
        word = arcs.predicated_word(clause)
        if word is None:
            return self._signatures.listed(clause, "event")
        if word.pos_ in NOUNS:
            content = self._signatures.of_noun(word, "that")
            return content if content is not None and content.if_positive[0] not in "+!" else None
        if not self._is_of_coming(word) or _is_beside(word):
            return None
        forms = arcs.modifier_forms(word)
        own = self._lexicon.signature("adjectives", forms, "event")
        return own or self._lexicon.signature("adjectives", forms, "noun")

    def _is_of_coming(self, adjective: Token) -> bool:
        """Whether the infinitive behind an adjective, if any, tells whether an event comes about: "is likely to *close*
        in May", "impossible to *complete*"; not "certain to please investors", "impossible to hide"."""
        verb = next((child for child in adjective.rights if child.dep_ == "xcomp" and has_to(child)), None)
        if verb is None:
            return True
        if adjective.lemma_ in words_of("hard to do"):
            done = self._signatures.listed(verb, "np")
            return done is not None and done.if_positive == "+"
        if verb.lemma_ in words_of("leading to"):
            return False
        things = [child for child in verb.rights if child.dep_ == "dobj"]
        return not things or self._signatures.listed(verb, "event") is not None or self._is_event(things[0])

    def _is_event(self, noun: Token) -> bool:
        return self._lexicon.has("events", arcs.noun_forms(noun))

    def _took_place(self, event: Token, clause: Token, told: Signature) -> bool:
        """Whether an event did take place for all that is told of it: "the *attack* stalled", "the sale in *2019*
        required a vote", "reviewed the *murder*", "talked about *his* purchase"; not "the sale stalled"."""
        is_deal = event.lemma_ in words_of("undone by a breakdown")
        if told.group == "breakdown":
            return not is_deal
        if told.group != "open":
            return False
        is_of_past = arcs.is_past(clause) or arcs.has_perfect(clause)
        if not is_deal and event.dep_ != "nsubj":
            is_of_past |= not arcs.is_indefinite(event)  # "are reviewing the murder"; not "an attack"
        is_own = event.dep_ == "pobj" and any(child.tag_ == "PRP$" for child in event.lefts)
        return is_of_past and (not is_deal or is_own or self._is_dated(event, clause))

    def _is_dated(self, event: Token, clause: Token) -> bool:
        """Whether a date stands behind an event: "the sale *in May* required a vote", of an object a year: "reviewed
        the sale in *2019*", as any other may be its verb's."""
        if event.i > clause.i:
            return any(token.ent_type_ in TIMES and _YEAR.fullmatch(token.text) for token in event.subtree)
        behind = event.doc.tokens[event.i : clause.i]
        is_ahead = any(self._lexicon.has("ahead", (token.lower_,)) for token in behind)
        return not is_ahead and any(token.ent_type_ in TIMES for token in behind)

    def _open_topic(self, noun: Token) -> Token | None:
        """The noun that leaves open whether its event happened: "talks on the sale", not "the cost of the sale"."""
        above = noun.head.head
        if noun.dep_ != "pobj" or above.pos_ not in NOUNS:
            return None
        return None if self._lexicon.has("told_events", arcs.noun_forms(above)) else above


def _is_beside(adjective: Token) -> bool:
    """Whether an adjective of what is to come has a "to" of another sense: "was *due to* a bid", "*off to* a start",
    "*close to* the border", "*subject to* criticism"; not "close to completion", "subject to a vote"."""
    to = [child for child in adjective.rights if child.lower_ == "to" and child.dep_ == "prep"]
    nouns = {noun.lemma_ for child in to for noun in child.rights if noun.dep_ == "pobj"}
    match adjective.lower_:
        case "due" | "off":
            return bool(nouns)
        case "close":
            return bool(nouns) and nouns.isdisjoint(words("endings", "noun") | words_of("agreement"))
        case "subject":
            return not nouns.isdisjoint(words_of("reaction"))
    return False


def _is_doer(noun: Token) -> bool:
    """Whether a noun names who does what its clause tells: "must be approved by shareholders of both banks"."""
    return noun.dep_ in SUBJECTS or (noun.dep_ == "pobj" and noun.head.dep_ == "agent")


def _not_so(state: Token) -> Token | None:
    """The not of "found him *not* guilty"."""
    nots = (child for child in state.lefts if child.dep_ == "neg" and child.lower_ == "not")
    return next(nots, None) if state.pos_ == "ADJ" else None
