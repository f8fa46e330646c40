"""Clauses on verbs and adjectives: "plans to sell", "said that it leaks", "unlikely to cut". Arcs in, links out."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.factuality import arcs
from kg.extract.factuality.ahead import is_still_to_happen, opens_with_when
from kg.extract.factuality.arcs import PREDICATED, clause_of, predicated_word
from kg.extract.factuality.complements import complement_kind
from kg.extract.factuality.gerunds import Gerunds
from kg.extract.factuality.lexicon import Signature
from kg.extract.factuality.links import Link
from kg.extract.factuality.misread import Misread
from kg.extract.factuality.on_nouns import OnNouns
from kg.extract.factuality.signatures import CLAIM, DEFAULTS, RESET, SAME, Signatures, always
from kg.grammar.phrases import NOMINAL, VERBAL
from kg.grammar.told import hears_case, thinks_not
from kg.grammar.verbs import SUBJECTS, has_subject
from kg.grammar.wordlists import saying, words_of
from kg.parse import Token

_FURTHER = frozenset({"another", "other", "second", "third", "others"})
_SLIP = Signature("c", "o", "reported")  # a clause on a verb that takes none: "rates weakened sales at home fell"
_BE = frozenset({"be", "'s", "’s"})
_ANYBODY = frozenset({"whoever", "whatever", "whichever"}) | arcs.ANY


class OnVerbs:
    """Links of clauses that verbs and adjectives take."""

    def __init__(self, signatures: Signatures, misread: Misread, on_nouns: OnNouns, gerunds: Gerunds) -> None:
        self._signatures = signatures
        self._misread = misread
        self._on_nouns = on_nouns
        self._gerunds = gerunds

    def complement(self, verb: Token) -> Link:
        """The link of a clause to the word that it hangs on."""
        return self.complement_of(verb.head, verb)

    def complement_of(self, governor: Token, verb: Token) -> Link:
        """The same where the parser hung the clause elsewhere."""
        kind = complement_kind(verb)
        if self._misread.is_added(verb) or self._misread.is_denied(verb, governor):
            return Link()
        if verb.i < governor.i and self._misread.is_added(governor):
            return self.complement_of(governor.head, verb)  # what was said is hung on what the writer adds
        if governor.pos_ not in VERBAL:
            is_noun = governor.pos_ in NOMINAL | {"NUM"} and governor.dep_ != "acomp"
            return self._on_nouns.on_noun(verb) if is_noun else self._of_adjective(governor, kind, verb)
        if arcs.is_inverted(verb):  # "Had it rained, I think the dam would have burst"
            return Link(governor, always("k", "conditional"), word=verb)
        if kind == "that" and _is_cleft_in_time(governor, verb):
            return Link(governor, RESET, if_unreal="+")  # "It was not until May that it opened"
        word = predicated_word(governor)
        if governor.lemma_ in _BE and kind == "whx" and has_subject(governor) and word is None:
            return Link(governor, SAME, word=governor)  # "that is how you learn"
        if kind == "that" and self._misread.stands_beside(verb, governor, is_copula=word is not None):
            return Link(governor, SAME, is_beside=True)
        if word is not None and self._signatures.is_copula(governor):
            return Link(governor, self._signatures.of_predicated(word, kind, verb), word=word)
        if governor.lemma_ == "be" and kind not in ("wh", "whx", "whto"):
            return self._of_equation(governor, kind)
        if kind == "inf":
            deed = self._on_nouns.of_object(verb, governor) or self._on_nouns.of_false_subject(verb, governor)
            if deed is not None:
                return deed
        found = self._signatures.of_verb(governor, verb, kind)
        if kind == "that" and found is CLAIM and (topic := self._on_nouns.topic_of_subject(governor)) is not None:
            return topic
        if found is CLAIM and verb.i < governor.i and not self._signatures.speaks(governor):
            return Link(governor, RESET, if_unreal="+")  # "said that by the time help arrived, nine had drowned"
        if kind == "whx" and found.if_positive == "c" and _tells_where(verb, governor):
            return Link(governor, RESET, if_unreal="+")
        if kind == "whx" and found.if_positive == "c":  # "under pressure to explain why she owned it"
            # "should tell him when a pump fails"
            is_open = opens_with_when(verb) and is_still_to_happen(verb, governor)
            if hears_case(governor):
                return Link(governor, found, word=governor, if_unreal="o")  # "jurors will hear how he died"
            return Link(governor, found, word=governor, if_unreal="+" if is_open else "!")
        if found is CLAIM and kind == "that" and not arcs.has_mark(verb) and _cannot_say(governor):
            return Link(governor, _SLIP, word=governor)
        if found.group == "permission" and self._gerunds.is_blamed(governor):
            return Link(governor, SAME, word=governor)  # "was fined for allowing sewage to pour into a lake": it did
        if found.if_positive == "c" and (adverb := self._signatures.falsified(governor)) is not None:
            return Link(governor, always("-", "falsity"), word=adverb)
        return Link(governor, found, word=governor)

    def _of_adjective(self, adjective: Token, kind: str, verb: Token) -> Link:
        """An adjective that governs by itself: "unlikely to cut", "a bank likely to fail"."""
        clause = clause_of(adjective)
        is_negated = any(child.dep_ == "neg" for child in adjective.children)
        signature = self._signatures.of_predicated(adjective, kind, verb)
        link = Link(clause, signature, word=adjective, is_negative=is_negated)
        return link if clause is None or adjective.dep_ in PREDICATED else replace(link, governor=adjective)

    def _of_equation(self, governor: Token, kind: str) -> Link:
        """The plan is to sell; the trouble is that the roof leaks; the leaders are to meet."""
        subject = next((child for child in governor.children if child.dep_ in SUBJECTS), None)
        meant = _meant(subject) if subject is not None else None
        found = self._signatures.of_noun(meant, kind) if meant is not None else None
        found = None if found is not None and found.group == "ordinal" else found  # "the first is to be sold in May"
        if found is None and kind == "that" and meant is not None and _is_stand(meant):
            found = CLAIM
        found = found or self._signatures.listed(governor, kind) or DEFAULTS[kind]
        return Link(governor, found, word=subject if subject is not None else governor)

    def clausal_subject(self, verb: Token) -> Link:
        """Selling the mine was a mistake; that he lied is clear; to sell would be wrong."""
        kind, governor = complement_kind(verb), verb.head
        word = predicated_word(governor) if governor.pos_ in VERBAL else None
        if kind in ("that", "wh") and word is not None:
            return Link(governor, self._signatures.of_predicated(word, kind), word=word)
        if kind in ("ger", "whx", "part") or (kind == "that" and not arcs.has_mark(verb)):
            is_anybody = any(child.lower_ in _ANYBODY for child in verb.lefts)  # "whoever wrote it knew the port"
            return Link(governor, always("o")) if is_anybody else Link(governor, RESET, if_unreal="+")
        return Link(governor, DEFAULTS[kind])


def _cannot_say(verb: Token) -> bool:
    """Whether a verb that takes no words tells what things do: "rates weakened"; not "Orr disagreed"."""
    doers = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    return verb.lemma_.lower() not in saying() and bool(doers) and all(map(thinks_not, doers))


def _tells_where(verb: Token, governor: Token) -> bool:
    """Whether a clause only tells where something is so: "the beam holds where the wall is dry"."""
    things = [child for child in governor.lefts if child.dep_ in SUBJECTS]
    is_place = any(child.lower_ in ("where", "wherever") for child in verb.lefts)
    return is_place and bool(things) and (governor.lemma_ == "hold" or all(map(thinks_not, things)))


def _is_cleft_in_time(be: Token, verb: Token) -> bool:
    """Whether a clause tells what was first done at the time before it: "It was only when it rained that they left"."""
    if be.lemma_ not in _BE or not any(child.lower_ == "it" and child.dep_ == "nsubj" for child in be.lefts):
        return False
    is_limited = any(child.lower_ in ("not", "n't", "only") and child.i < verb.i for child in be.rights)
    return is_limited and any(c.dep_ in ("advcl", "prep") and be.i < c.i < verb.i for c in be.rights)


def _is_stand(noun: Token) -> bool:
    """Whether it is told of somebody's stand what it is: "the council's position is that", "its line is that"."""
    return noun.lemma_.lower() in words_of("stand taken") and any(child.dep_ == "poss" for child in noun.lefts)


def _meant(subject: Token) -> Token:
    """The theory of "One theory is that it sank. Another is that it burned."."""
    if subject.lower_ not in _FURTHER or subject.sent.start == 0:
        return subject
    before = subject.doc[subject.sent.start - 1].sent.root
    said = [child for child in before.lefts if child.dep_ in SUBJECTS and before.lemma_ == "be"]
    return said[0] if said else subject
