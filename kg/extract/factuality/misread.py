"""Misread arcs: what a verb goes on with though the parser hung it elsewhere, told from right parses by its form."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.signatures import Signatures
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import (
    HELPERS,
    SUBJECTS,
    finite_part,
    has_subject,
    has_to,
    infinitive_before,
    is_passive,
    verb_forms,
)
from kg.parse import Token

_SHIFTED = frozenset({"had", "would", "'d", "’d"})
_MAYBE_SHIFTED = _SHIFTED | {"was", "were", "could", "might"}
_GERUNDS = frozenset({"pcomp", "xcomp"})


class Misread:
    """What verbs in lists and beside verbs of speech really go on with."""

    def __init__(self, lexicon: Lexicon, signatures: Signatures) -> None:
        self._lexicon = lexicon
        self._signatures = signatures

    def continued(self, verb: Token) -> Token | None:
        """The predicate that a verb goes on with in a list, though it hangs on another word or on none."""
        return _infinitive_on_subject(verb) or _gerund_before(verb) or self._words_of_subject(verb)

    def partner(self, verb: Token) -> Token | None:
        """The predicate that a conjunct goes on with, though hung on another one."""
        return (
            self._other_words(verb)
            or self._shifted_words(verb)
            or _words_of_conjunct(verb)
            or _words_before_joint(verb)
            or _above_gerund(verb)
        )

    def is_added(self, verb: Token) -> bool:
        """Whether a clause that hangs on a verb of speech as its words is none of them: the writer adds who denies what
        was said ("Oslo says Riga fired, a charge Riga denies"), or goes on behind a semicolon."""
        if verb.dep_ != "ccomp" or verb.i < verb.head.i or not self._signatures.speaks(verb.head):
            return False
        is_other = arcs.is_past(verb.head) or self._signatures.speaks(verb)
        return self.denies(verb) or (is_other and _parted(verb))

    def is_denied(self, words: Token, verb: Token) -> bool:
        """Whether a main verb only denies what was said before it: "Oslo says Riga fired, a charge Riga denies"."""
        return words.i < verb.i and self._signatures.speaks(words) and self.denies(verb)

    def denies(self, verb: Token) -> bool:
        """Whether a verb denies what a noun before it claims, also where the noun was taken for a part of who denies
        it: "a *charge* Riga denies"."""
        if not self._signatures.denies(verb):
            return False
        nouns = [child for child in verb.lefts if child.dep_ == "dobj"]
        nouns += [
            noun for child in verb.lefts if child.dep_ in SUBJECTS and child.pos_ == "PROPN" for noun in child.lefts
        ]
        for noun in (noun for noun in nouns if noun.pos_ == "NOUN"):
            spoken = self._signatures.of_noun(noun, "that")
            top = noun.head if noun.dep_ == "compound" else noun
            if spoken is not None and spoken.if_positive[0] == "c" and arcs.follows_comma(top):
                return True
        return False

    def _shifted_words(self, verb: Token) -> Token | None:
        """Said it was reviewing its options and had hired a bank: what goes on in a tense that only a report shifts."""
        first, helper = verb.head, next((child for child in verb.lefts if child.dep_ in HELPERS), None)
        is_going_on = helper is not None and helper.lower_ in ("was", "were") and verb.tag_ == "VBG"
        if helper is None or has_subject(verb) or first.tag_ != "VBD":
            return None
        if helper.lower_ not in _SHIFTED and not is_going_on:
            return None
        if any(child.dep_ in HELPERS for child in first.lefts) or not self._signatures.speaks(first):
            return None
        words = [one for one in _words_beside(first, verb) if arcs.is_finite(one)]
        return words[-1] if words else None

    def stands_beside(self, verb: Token, governor: Token, *, is_copula: bool) -> bool:
        """Two clauses side by side that the parser hung together: "Oslo won the cup; Riga lost it", "She resigned; he
        contested the seat"."""
        if arcs.has_mark(verb):
            return False
        if verb.i > governor.i:
            is_behind = arcs.follows_comma(verb) or arcs.follows_joint(verb)
            return is_behind and (is_copula or not self._signatures.speaks(governor))
        return is_copula or self._has_all_it_takes(verb, governor) or not self._signatures.speaks(governor)

    def _has_all_it_takes(self, verb: Token, governor: Token) -> bool:
        """Whether a verb behind a clause does not take that clause: a semicolon parts them, it has an object or words
        of its own, or no subject."""
        if any(token.text == ";" for token in verb.doc[verb.i : governor.i]):
            return True
        if any(child.lower_ == "so" and child.text_before == "," and child.i > verb.i for child in governor.lefts):
            return True  # "It was late, so most guests thought that it was over"
        subject = next((child for child in governor.lefts if child.dep_ in SUBJECTS), governor)
        if subject.left_edge.text_before == ":":
            return True  # "Staff were unhappy: the union complained of delays"
        if is_passive(governor) and subject.dep_ == "nsubjpass" and subject.left_edge.lower_ == "no":
            return True  # "Nobody saw it, no gun was found"
        taken = {child.dep_ for child in governor.rights}
        if "dobj" in taken and not self._lexicon.has("addressing", verb_forms(governor)):
            return True
        return "ccomp" in taken and not has_subject(governor)

    def _other_words(self, verb: Token) -> Token | None:
        """The verb of speech that another one goes on with, though hung on its words: "denied that she left but
        admitted lying"."""
        first, above = verb.head, verb.head.head
        joint = next((child.lower_ for child in first.rights if child.dep_ == "cc" and child.i < verb.i), "")
        is_other = joint == "but" or (joint == "and" and arcs.has_perfect(first) and not arcs.has_perfect(verb))
        if not is_other or first.dep_ != "ccomp" or verb.tag_ not in _tenses(above) or has_subject(verb):
            return None
        words = ("ccomp", "xcomp") if joint == "but" else ("ccomp",)  # not "said he had lied and promised to pay"
        has_words = any(child.dep_ in words for child in verb.rights)
        is_told = self._signatures.speaks(above) and self._lexicon.has("speech", verb_forms(verb))
        return above if has_words and is_told and not self._goes_on(verb) else None

    def _goes_on(self, verb: Token) -> bool:
        """Whether a verb that can stand beside words only tells that a deed began or went on: "continued to pay"."""
        found = self._signatures.listed(verb, "inf") if any(has_to(child) for child in verb.rights) else None
        return found is not None and found.group in ("continuation", "aspectual")

    def _words_of_subject(self, verb: Token) -> Token | None:
        """Officials, who had waited, conceded that nobody came, ignored a complaint and left: the first main verb was
        taken for a participle, which can have no words of its own."""
        if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or verb.doc[verb.i - 1].text not in (",", "and"):
            return None
        for subject in (child for child in verb.lefts if child.dep_ in SUBJECTS):
            for told in (child for child in subject.rights if child.dep_ == "acl" and child.tag_ == "VBN"):
                words = next((child for child in told.rights if child.dep_ == "ccomp" and arcs.is_finite(child)), None)
                if words is not None and not self._lexicon.has("addressing", verb_forms(told)):
                    return words
        return None


def _words_beside(saying: Token, verb: Token) -> Iterator[Token]:
    """The clauses that are said before a place, also where they hang on what they stand in: "said in a letter that"."""
    near = (saying, *(noun for child in saying.rights if child.dep_ == "prep" for noun in child.rights))
    yield from (c for word in near for c in word.rights if c.dep_ in ("ccomp", "acl") and c.i < verb.i)


def _parted(verb: Token) -> bool:
    """Whether a semicolon stands between what is said and a clause behind it in a tense that no report has shifted:
    "said 40 had died; the army says 12", not "; others were missing"."""
    saying = verb.head
    first = finite_part(verb)
    if first.lower_ in _MAYBE_SHIFTED:
        return False
    words = (c for one in (saying, verb) for c in one.children if c.dep_ == "ccomp" and saying.i < c.i < verb.i)
    subjects = [child.left_edge.i for child in verb.lefts if child.dep_ in SUBJECTS]
    if not subjects or arcs.has_mark(verb):
        return False
    mark = next((token.i for token in verb.doc[saying.i : subjects[-1]] if token.text == ";"), None)
    return mark is not None and any(one.i < mark for one in words)


def infinitive_list(verb: Token) -> Token | None:
    """What a bare verb goes on with behind an infinitive: the infinitive, or what it asks for: "to demand that he close
    it, punish its owners and pay"."""
    infinitive = infinitive_before(verb)
    asked = (
        (c for c in infinitive.rights if c.dep_ == "ccomp" and c.tag_ in ("VB", "VBP"))
        if infinitive is not None
        else ()
    )
    return next((words for words in asked if words.i < verb.i), infinitive)


def _tenses(verb: Token) -> frozenset[str]:
    """The tags of a verb that goes on in the same tense: "do not dispute it but say"."""
    helper = next((child.tag_ for child in verb.lefts if child.dep_ == "aux" and child.lemma_ == "do"), verb.tag_)
    return frozenset({helper})


def _infinitive_on_subject(verb: Token) -> Token | None:
    """A plan to merge two halls, sell the third and leave was dropped: "sell" is no main verb of "a plan"."""
    if verb.tag_ not in ("VB", "VBP") or any(child.dep_ in HELPERS for child in verb.lefts):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ in ("NN", "NNP")), None)
    if subject is None or verb.doc[verb.i - 1].text != ",":
        return None
    return next((child for child in subject.rights if child.dep_ in ADNOMINAL and has_to(child)), None)


def _gerund_before(verb: Token) -> Token | None:
    """Accused the minister of lying to parliament, hiding a report and favouring friends: one list."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i < verb.head.i or verb.head.pos_ not in VERBAL:
        return None
    near = (*verb.rights, *(word for child in verb.rights if child.dep_ == "dobj" for word in child.rights))
    is_list = any(child.dep_ == "conj" and child.tag_ == "VBG" for child in near)
    if not is_list or any(child.dep_ in (*SUBJECTS, "mark") for child in verb.lefts):
        return None
    before = [child for child in verb.head.rights if child.i < verb.i]
    before += [word for child in before if child.dep_ == "dobj" for word in child.rights]
    before += [word for child in before if child.dep_ == "prep" for word in child.rights]
    found = [child for child in before if child.dep_ in _GERUNDS and child.tag_ == "VBG"]
    return found[-1] if found else None


def _words_of_conjunct(verb: Token) -> Token | None:
    """Walked in and told officers that he had killed a man, buried him and drawn his pension: the list of what was done
    is closed by its "and", so "buried" is one of the things told."""
    before = _conjuncts_before(verb)
    if not before or has_subject(verb) or not arcs.is_finite(verb):
        return None
    joints = [child.i for child in verb.head.rights if child.dep_ == "cc" and child.i < verb.i]
    if not joints or joints[-1] > before[-1].i:
        return None
    return next((c for c in before[-1].rights if c.dep_ == "ccomp" and arcs.is_finite(c) and c.i < verb.i), None)


def _words_before_joint(verb: Token) -> Token | None:
    """Heard that they met, married in May and began to deal: what closes a list of things told, hung on "heard"."""
    if has_subject(verb) or not arcs.is_finite(verb):
        return None
    told = [child for child in verb.head.rights if child.dep_ == "ccomp" and arcs.is_finite(child) and child.i < verb.i]
    is_list = len(told) > 1 and has_subject(told[0]) and not has_subject(told[-1]) and arcs.follows_comma(told[-1])
    return told[-1] if is_list else None


def _above_gerund(verb: Token) -> Token | None:
    """Lent it money without asking, extended the loan and left: a finite verb goes on with the finite one above."""
    first = verb.head
    if first.tag_ != "VBG" or arcs.is_finite(first) or verb.tag_ not in ("VBD", "VBZ") or has_subject(verb):
        return None
    return next((word for word in first.ancestors if word.pos_ in VERBAL and arcs.is_finite(word)), None)


def _conjuncts_before(verb: Token) -> list[Token]:
    return [child for child in verb.head.rights if child.dep_ == "conj" and child.i < verb.i and child.pos_ in VERBAL]
