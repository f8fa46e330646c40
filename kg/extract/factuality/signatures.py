"""Signatures: which line of the lexicon speaks for a word that governs a clause, and what counts where none does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.factuality import arcs
from kg.extract.factuality.complements import (
    asks_circumstance,
    complements,
    is_money,
    is_small_clause,
    is_subjunctive,
    takes_object,
)
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import NOUNS, TIMES, VERBAL
from kg.grammar.verbs import OBJECTS, SUBJECTS, has_subject, is_passive, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token


def always(code: str, group: str = "unlisted") -> Signature:
    """The same for affirmed and negated."""
    return Signature(code, code, group)


RESET = always("!", "side clause")
SAME = Signature("+", "-", "same")
ORDER = always("d", "order-request")
CLAIM = Signature("c", "o", "speech-claim")
DEFAULTS = {
    "inf": always("o"),
    "objinf": always("d"),
    "that": CLAIM,
    "wh": always("q"),
    "whx": RESET,
    "whto": always("o"),
    "ger": SAME,
    "bare": always("o"),
    "part": SAME,
}
_OWN_SENSE = frozenset({"temporal", "negator", "concession"})  # whatever the verb: "after V-ing"
_DARING = frozenset({"implicative-two-way", "ability"})  # what is told by doing it: brave, kind, foolish
_CALLED_ON = frozenset({"on", "upon", "for"})
_LIKING = frozenset({"like", "love"})
_FIGURES = frozenset({"MONEY", "PERCENT"})
_FIGURE = re.compile(r"\d+(st|nd|rd|th)")
_ORDINAL = Signature("+", "o", "ordinal")


class Signatures:
    """Lookups in the lexicon by the words of a parse."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def of_verb(self, governor: Token, verb: Token, kind: str) -> Signature:
        """What a verb makes of a clause that is its complement."""
        if kind == "inf" and (self.is_paid(governor) or self.closes(governor, verb) or _is_having(governor)):
            return SAME
        if kind == "inf" and (self.prevails(governor, verb) or self.is_voiced(governor, verb)):
            return SAME
        if kind == "inf" and self.is_quick(governor, verb):
            return SAME
        if kind == "inf" and _is_rule(governor, verb):
            return ORDER
        if kind == "inf" and self._is_habit(governor, verb):
            return Signature("+", "o", "habit")
        if kind in ("bare", "inf") and (found := self.of_pair(governor, verb)):
            return found
        if kind == "that" and is_small_clause(verb, may_be_past=governor.tag_ == "VB"):
            seen = self.listed(governor, "objger")
            if seen is not None and seen.if_positive == "+":
                return seen  # "would see the mill moved"
        if kind == "that" and not arcs.has_mark(verb) and self.listed(governor, "that") is None:
            is_done = is_small_clause(verb, may_be_past=True)
            wanted = self.listed(governor, "objinf", "inf") if is_done else None
            if wanted is not None and wanted.if_positive == "d":  # "wants it withdrawn", "wanted the text cut"
                return wanted
            caused = self.listed(governor, "objinf")
            is_plain = "ccomp" not in verb.below  # not "made it known that"
            if is_plain and caused is not None and (caused.if_positive == "+" or caused.group == "permission"):
                return caused  # "had their hair cut", "made the rest of them pay", "let each of them speak"
        seems = self.listed(governor, "inf") if kind == "part" else None
        is_held = seems is not None and governor.tag_ == "VBN" and seems.if_positive[0] not in "+!"
        is_held = is_held and governor.lemma_ not in words_of("coming upon")  # "was found tied to a tree"
        if seems is not None and (is_held or seems.group == "belief"):
            return seems  # "appear headed for a fall", "are feared drowned"
        if found := self.listed(governor, *complements(governor, verb, kind)):
            if found.group == "counterfactual" and any(child.tag_ == "MD" for child in verb.lefts):
                return ORDER  # "wish that the airport would close"
            if found.group == "aspectual" and kind == "ger" and self._is_scourge(verb):
                return always("o", "aspectual")
            return ORDER if found.group == "insistence" and is_subjunctive(verb) else found
        if kind == "whx":
            spoken = self.listed(governor, "that")
            is_claim = spoken is not None and spoken.if_positive == "c"
            is_told = is_claim or self._lexicon.has("saying", verb_forms(governor))
            if arcs.is_present(verb) and self._is_plan(governor):
                return always("f", "decision")  # "will decide how the money is spent"
            group = spoken.group if is_claim and spoken is not None else "speech-claim"
            is_next = verb.left_edge.i == governor.i + 1
            if governor.lemma_ == "ask" and is_next and verb.left_edge.lower_ == "when" and not arcs.has_perfect(verb):
                return always("o", "question")  # "asked when the bill got paid": perhaps it never was
            is_asked = governor.lemma_ == "ask" and not is_passive(governor)
            if is_asked and (verb.left_edge.lower_ == "how" or any(token.is_quote for token in verb.subtree)):
                # "asked how it was going", "why it was "cut"": to him it was
                return Signature("c", "!", "speech-claim")
            return Signature("c", "!", group) if is_told else RESET
        return DEFAULTS["objinf" if kind == "inf" and takes_object(governor, verb) else kind]

    def of_pair(self, governor: Token, verb: Token) -> Signature | None:
        """The line of two verbs together: "let slip that", "voted to approve"."""
        if governor.lemma_.lower() not in self._lexicon.words["verbs with nouns"]:
            return None
        together = [f"{form} {verb.lemma_.lower()}" for form in verb_forms(governor)]
        return self._lexicon.signature("verbs", together, "inf")

    def _is_plan(self, verb: Token) -> bool:
        """Whether a verb can take what somebody means to do: "decide to", "choose to"."""
        found = self.listed(verb, "inf")
        return found is not None and found.group == "plan"

    def _is_scourge(self, gerund: Token) -> bool:
        """The looting of "took steps to stop looting", which nobody is told to do."""
        return self._lexicon.has("scourges", verb_forms(gerund)) and OBJECTS.isdisjoint(gerund.below)

    def denies(self, verb: Token) -> bool:
        """Whether a verb tells that a content is not so: "denies that it leaks"."""
        content = self.listed(verb, "that")
        return content is not None and content.if_positive == "c-"

    def withholds(self, verb: Token) -> bool:
        """Whether a verb tells that there is none of what it takes: "lacks the money"."""
        found = self.listed(verb, "np")
        return found is not None and found.if_positive == "-"

    def listed(self, verb: Token, *complements: str) -> Signature | None:
        """A verb's line for the first of the complements that has one; of a verb with its noun first."""
        forms = (*self.phrases(verb), *verb_forms(verb))
        is_other = "prt" in verb.below and verb.lemma_.lower() in words_of("other with particle")
        if is_other and "inf" in complements:
            forms = tuple(form for form in forms if " " in form)  # "got to see it", and no line for "got up to see it"
        return next((s for c in complements if (s := self._lexicon.signature("verbs", forms, c))), None)

    def asks(self, verb: Token) -> bool:
        """Whether a verb, or what it predicates, takes a question: "asked if", "is unclear if"."""
        word = arcs.predicated_word(verb)
        if word is not None and self._lexicon.signature("adjectives", arcs.noun_forms(word), "wh") is not None:
            return True
        if not self._lexicon.has("addressing", verb_forms(verb)) and any(c.dep_ == "dobj" for c in verb.rights):
            return False  # "see a doctor if it hurts"
        return self.listed(verb, "wh") is not None

    def of_phrase(self, verb: Token, complement: str) -> Signature | None:
        """The line of a verb with its noun: "took the trouble to"."""
        return self._lexicon.signature("verbs", self.phrases(verb), complement)

    def phrases(self, verb: Token) -> tuple[str, ...]:
        """A verb with the noun that belongs to it, if the lexicon may have a line for them: "took the trouble" is "take
        trouble", "came to light" "come to light"."""
        lemma = verb.lemma_.lower()
        if lemma not in self._lexicon.words["verbs with nouns"]:
            return ()
        particle = next((f" {child.lower_}" for child in verb.rights if child.dep_ == "prt"), "")
        found = [f"{lemma}{particle} {child.lemma_.lower()}" for child in verb.rights if child.dep_ == "dobj"]
        for child in verb.rights:
            if child.dep_ == "prep":
                found += [f"{lemma} {child.lower_} {noun.lemma_.lower()}" for noun in child.rights]
        return tuple(found)

    def is_paid(self, verb: Token) -> bool:
        """Whether money went for what an infinitive says: "paid two million to buy the mill"."""
        is_paying = self._lexicon.has("paying", verb_forms(verb)) and arcs.is_past(verb)
        return is_paying and any(child.dep_ == "dobj" and is_money(child) for child in verb.rights)

    def is_quick(self, verb: Token, deed: Token) -> bool:
        """Whether it is told how little it took to do something: "needed only an hour to mend it"; not "needed only an
        hour more to mend it", "needs only an hour to"."""
        if verb.lemma_ != "need" or not arcs.is_past(verb):
            return False
        spans = [child for child in verb.rights if child.dep_ == "dobj" and child.i < deed.i]
        between = {token.lower_ for token in verb.doc.tokens[verb.i + 1 : deed.i]}
        is_time = any(one.ent_type_ in TIMES or one.lemma_.lower() in values("unit") for one in spans)
        return is_time and not between.isdisjoint(words_of("little time")) and between.isdisjoint(words_of("more time"))

    def closes(self, verb: Token, outcome: Token) -> bool:
        """Whether an infinitive with a figure tells how a price ended: "pared its losses to close at $41"."""
        is_told = arcs.is_past(verb) or verb.tag_ == "VBG"  # "before recovering to trade down 8%"
        if not is_told or not self._lexicon.has("closing", verb_forms(outcome)):
            return False
        at = (noun for child in outcome.rights if child.lower_ == "at" for noun in child.rights if noun.like_num)
        return any(at) or any(child.ent_type_ in _FIGURES for child in outcome.rights)

    def prevails(self, verb: Token, outcome: Token) -> bool:
        """Whether an infinitive tells what was won: "beat Orlo to reach the final"; not "must beat Orlo to"."""
        is_beating = self._lexicon.has("overcoming", verb_forms(verb)) and arcs.is_past(verb)
        return is_beating and self._lexicon.has("prevailing", verb_forms(outcome))

    def is_voiced(self, verb: Token, purpose: Token) -> bool:
        """Whether it is told what people did by coming together or by turning to somebody: "marched to demand peace",
        "wrote to say that it leaked"; not "was called to testify", "called on him to ask", "for him to resign"."""
        if has_subject(purpose):
            return False
        if self._lexicon.has("assembling", verb_forms(verb)) and self._lexicon.has("voicing", verb_forms(purpose)):
            return True
        is_called = verb.tag_ == "VBN" and verb.dep_ != "acl" and is_passive(verb)
        is_called |= any(child.lower_ in _CALLED_ON and child.i < purpose.i for child in verb.rights)
        if is_called or not self._lexicon.has("contacting", (*_with_nouns(verb), *verb_forms(verb))):
            return False
        return any(self._lexicon.has(name, verb_forms(purpose)) for name in ("speech", "voicing", "thanking"))

    def _is_habit(self, verb: Token, deed: Token) -> bool:
        """Whether somebody does what he likes to do: "liked to say that"; not "would like to say"."""
        is_bare = all(child.tag_ != "MD" and child.lower_ not in arcs.WOULD for child in verb.lefts)
        return verb.lemma_ in _LIKING and is_bare and not takes_object(verb, deed)

    def is_spoken(self, verb: Token) -> bool:
        """Whether a verb can stand beside quoted words: "promised"."""
        return self._lexicon.has("speech", verb_forms(verb))

    def speaks(self, verb: Token) -> bool:
        """Whether a verb is known to take a clause with "that" or quoted words."""
        return self._lexicon.has("speech", verb_forms(verb)) or self.listed(verb, "that") is not None

    def falsified(self, verb: Token) -> Token | None:
        """The adverb by which a verb of speech tells what is not so: "falsely claims that"."""
        adverb = self.false_adverb(verb)
        if adverb is None or not any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights):
            return None
        return adverb if self.listed(verb, "that") is not None else None

    def false_adverb(self, verb: Token) -> Token | None:
        """The "wrongly" beside a verb."""
        for child in verb.children:
            found = self._lexicon.signature("adverbs", (child.lower_,), "clause") if child.dep_ == "advmod" else None
            if found is not None and found.group == "falsity" and found.if_positive == "-":
                return child
        return None

    def is_light(self, verb: Token) -> bool:
        """Whether a verb lends its own mode and negation to the noun it takes: "have no plans"."""
        return self._lexicon.has("light_verbs", verb_forms(verb))

    def is_copula(self, verb: Token) -> bool:
        """Whether the word that a verb predicates governs the clause: "seems unable to"."""
        return self._lexicon.has("copulas", (verb.lemma_.lower(),))

    def of_noun(self, noun: Token, complement: str) -> Signature | None:
        """A noun's own line, with the word before it first: "high time"."""
        before = f"{noun.lower_before} {noun.lower_}"
        return self._lexicon.signature("nouns", (before, *arcs.noun_forms(noun)), complement)

    def of_misread(self, word: Token) -> Signature | None:
        """The line with "that" of a noun, or of a verb that may have been taken for one."""
        forms = (*arcs.noun_forms(word), word.lower_.removesuffix("s"))
        found = self._lexicon.signature("nouns", forms, "that")
        return found or self._lexicon.signature("verbs", forms, "that")

    def ordinal(self, noun: Token) -> Signature | None:
        """The first woman to lead."""
        for child in (*noun.lefts, noun):  # "the 18th to strike"
            if _FIGURE.fullmatch(child.lower_):
                return _ORDINAL
            if child.dep_ in ("amod", "advmod") or child.i == noun.i:
                found = self._lexicon.signature("adjectives", (child.lower_,), "inf")
                if found is not None and found.group == "ordinal":
                    return found
        return None

    def of_predicated(self, word: Token, kind: str, verb: Token | None = None) -> Signature:
        """What a predicated adjective or noun makes of its clause: "clear that", "unable to", "the first to". That it
        happened stands firm where only the how is open: "unclear how he escaped"."""
        if kind == "whx":
            asked = self._lexicon.signature("adjectives", arcs.noun_forms(word), "wh")
            return RESET if asked is None or (verb is not None and asks_circumstance(verb)) else asked
        if kind == "inf" and verb is not None and arcs.has_perfect(verb):
            felt = self._lexicon.signature("adjectives", arcs.noun_forms(word), "that")
            if felt is not None and felt.if_positive == "!":
                return RESET  # "happy to have won"
        if degree := self.degree(word, kind):
            return degree
        if kind == "that" and word.pos_ == "NUM":
            return RESET  # "Lund was 8 when retreating soldiers burned the town"
        own = self.of_noun(word, kind) if word.pos_ == "NOUN" else None
        found = own or self._lexicon.signature("adjectives", arcs.noun_forms(word), kind)
        if found is None and kind == "inf":
            found = self.ordinal(word)
        return found or DEFAULTS[kind]

    def impersonal(self, be: Token, word: Token, verb: Token) -> Signature | None:
        """What "it is" with an adjective makes of what somebody does: a demand if it is good that he does, else nothing
        but a thought: "It is *cheaper* for him to sell it"; not "He is famous to sell it"."""
        is_it = any(child.lower_ == "it" and child.dep_ in SUBJECTS for child in be.lefts)
        if not is_it or word.pos_ != "ADJ" or not has_subject(verb):
            return None
        wanted = self._lexicon.signature("adjectives", (word.lower_, word.lemma_.lower()), "that")
        is_due = wanted is not None and wanted.if_positive == "d"
        return always("d", "deontic") if is_due else DEFAULTS["inf"]

    def judging(self, adjective: Token) -> Signature | None:
        """What an adjective before a claim says of it: "a false claim that"."""
        return self._lexicon.signature("adjectives", arcs.modifier_forms(adjective), "that")

    def degree(self, adjective: Token, kind: str) -> Signature | None:
        """Too weak to, rich enough to, so strong that."""
        if kind not in ("inf", "that"):
            return None
        words = [child.lower_ for child in adjective.children if child.dep_ == "advmod"]
        if "enough" in words and kind == "inf":  # "brave enough to speak": who spoke
            own = self._lexicon.signature("adjectives", arcs.noun_forms(adjective), "inf")
            if own is not None and own.group in _DARING and own.if_positive == "+":
                return Signature("+", own.if_negative, "ability")
        return self._lexicon.signature("adverbs", words, "degree")

    def before_infinitive(self, verb: Token) -> tuple[Signature, Token] | None:
        """Only to find it shut."""
        left = min((child.i for child in verb.lefts), default=verb.i)
        for word in verb.doc[max(left - 1, 0) : left + 1]:
            if found := self._lexicon.signature("adverbs", (word.lower_,), "infinitive"):
                return found, word
        return None

    def of_preposition(self, preposition: Token) -> Signature | None:
        """What a preposition itself makes of V-ing: "without selling", "after selling"."""
        if preposition.lower_ not in self._lexicon.words["gerunds"]:
            return None
        return self._lexicon.signature("gerunds", arcs.preposition_phrases(preposition), "ger")

    def is_instead(self, word: Token) -> bool:
        """Whether a conjunction or preposition denies what follows: "rather than"."""
        found = self.of_preposition(word)
        return found is not None and found.group == "negator"

    def is_contrary(self, preposition: Token) -> bool:
        """Whether a preposition denies what its noun tells: "contrary to reports that it closed"."""
        found = self.of_preposition(preposition)
        return found is not None and found.group == "contrary"

    def of_gerund(self, governor: Token, preposition: Token) -> Signature | None:
        """What a verb, noun or adjective makes of V-ing behind a preposition: "accuse of", "ban on", "capable of"; not
        "shelved the plan after losing money"."""
        own = self.of_preposition(preposition)
        has_own_sense = own is not None and own.group in _OWN_SENSE
        if governor.pos_ not in VERBAL and has_own_sense:
            return None
        if governor.pos_ not in VERBAL:
            if governor.pos_ in NOUNS:
                return self.of_noun(governor, "pger")
            return self._lexicon.signature("adjectives", arcs.noun_forms(governor), "pger")
        forms = (*self.phrases(governor), *verb_forms(governor))
        behind = [f"{form} {phrase}" for phrase in arcs.preposition_phrases(preposition) for form in forms]
        if found := self._lexicon.signature("verbs", behind, "ger"):
            return found
        word = arcs.predicated_word(governor)
        if word is not None and (found := self._lexicon.signature("adjectives", (word.lower_,), "pger")):
            return found
        if has_own_sense:
            return None
        return self.listed(
            governor, *{"from": ("from", "pger"), "as": ("as",), "by": ()}.get(preposition.lower_, ("pger",))
        )


def _with_nouns(verb: Token) -> Iterator[str]:
    """A verb with what it takes: "take floor" for "took the floor", "take to stage" for "took to the stage"."""
    for child in verb.rights:
        if child.dep_ == "dobj":
            yield f"{verb.lemma_} {child.lemma_.lower()}"
        elif child.dep_ == "prep":
            yield from (f"{verb.lemma_} {child.lower_} {noun.lemma_.lower()}" for noun in child.rights)


def _is_rule(governor: Token, verb: Token) -> bool:
    """Whether "had to" tells what was laid down, done or not: "Under the contract the files had to be wiped", "bids had
    to be sent by noon"."""
    if governor.lower_ != "had" or has_subject(verb):
        return False
    places = (c for c in (*governor.lefts, *verb.rights) if c.dep_ in ("prep", "agent"))
    above = (word for word in governor.ancestors if word.dep_ in ("ROOT", "prep"))  # "Under the terms the files had to"
    for preposition in (*places, *above):
        for noun in (child for child in preposition.rights if child.dep_ == "pobj"):
            if preposition.lower_ == "under" and noun.lemma_.lower() in words_of("laid down"):
                return True
            if preposition.lower_ in ("by", "before") and is_passive(verb) and noun.ent_type_ in TIMES:
                return True
    return False


def _is_having(governor: Token) -> bool:
    """Whether somebody is at what he has to do: "was already having to dump milk"."""
    is_on = any(child.dep_ == "aux" and child.lemma_ == "be" for child in governor.lefts)
    return governor.lower_ == "having" and is_on
