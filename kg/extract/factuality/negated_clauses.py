"""Negated clauses: the words that deny a whole clause: not, hardly, at no point, "no bank paid it"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.factuality.arcs import ADVERBIAL, is_aside_of_subject
from kg.extract.factuality.coordination import coordinator, first_conjunct, is_bare, lacks_helper
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.negation import (
    NOT,
    is_barely_a,
    is_constituent,
    is_idiom,
    is_nearly_so,
    is_never_more,
    is_scaled,
    is_short_of_figure,
    negative_word,
)
from kg.grammar.verbs import FINITE, HELPERS, OBJECTS, SUBJECTS, has_subject, has_to, helpers, is_misread_main_verb
from kg.parse import Doc, Token

_ASKED = frozenset({"for", "to", "of", "on"})  # what verbs ask for
_ARGUMENTS = SUBJECTS | OBJECTS | {"attr"}
_STATES = frozenset({"oprd", "ccomp"})
_ROUND = frozenset({"all", "every", "everyone", "everything", "half", "twice"})


class Negations:
    """The words that negate the clauses of a document."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        signs = doc.written(NOT | lexicon.words["signs of negation"] | {"barely"})
        self._may_negate = frozenset(word.sent.start for word in signs)  # sentences, by their first word

    def of(self, verb: Token) -> list[Token]:
        """Every word that negates the whole clause; an even number of them cancel out."""
        if verb.sent.start not in self._may_negate:
            return []
        words = [*self._nots(verb), *self._negative_adverbials(verb), *self._negative_arguments(verb)]
        found = list({word.i: word for word in words}.values())  # "Scarcely any farmer uses it": once
        first = first_conjunct(verb)
        if first is None or found or has_subject(verb):
            return found
        return self._shared_negations(verb, first)

    def _nots(self, verb: Token) -> Iterator[Token]:
        for holder in _with_helpers(verb):
            for child in holder.children:
                is_own = child.lower_ in NOT and not (is_constituent(child, verb) or is_never_more(child, verb))
                if is_own and not is_idiom(child, self._lexicon):
                    yield child
        for child in verb.lefts:
            if child.dep_ in ("cc", "preconj") and child.lower_ in ("nor", "neither"):
                yield child
            elif child.dep_ == "advmod" and "neg" in child.below:  # "did not so much fail as explode"
                yield from (word for word in child.lefts if self._is_not_of(verb, word))
        if "dobj" in verb.below and not _STATES.isdisjoint(verb.below):  # "called it *not* clear"
            states = (child for child in verb.rights if child.dep_ in _STATES and child.pos_ == "ADJ")
            for word in (c for state in states for c in state.lefts if c.lower_ in ("not", "neither")):
                if not word.nbor(-1).is_punct and not is_idiom(word, self._lexicon):
                    yield word
        joint = coordinator(verb) if verb.dep_ == "conj" else None
        if joint is not None and joint.lower_ == "nor" and (has_subject(verb) or verb.tag_ in FINITE):
            yield joint

    def _is_not_of(self, verb: Token, word: Token) -> bool:
        """Whether a "not" follows on an auxiliary of a verb, though hung on the adverb between."""
        if word.dep_ != "neg" or word.lower_ not in NOT or is_idiom(word, self._lexicon):
            return False
        before = word.nbor(-1) if word.i else word
        if before.is_quote and before.i:
            before = before.nbor(-1)  # "had "never knowingly" sold it"
        return before.dep_ in HELPERS and before.head.i == verb.i

    def _negative_adverbials(self, verb: Token) -> Iterator[Token]:
        """At no point, in no way; hardly, no longer, almost."""
        for holder in _with_helpers(verb):
            for child in holder.children:
                is_nearly = child.lower_ == "all" and is_nearly_so(verb)
                may_deny = child.dep_ in ("prep", "advmod", "npadvmod") and not is_nearly
                if may_deny and self._is_negative_phrase(child):
                    yield child
        if verb.i > 1 and self._is_negative_phrase_before(verb) and not is_nearly_so(verb):
            yield verb.nbor(-2)  # "all but failed", however it is hung
        for child in verb.children:
            if child.dep_ in ADVERBIAL and child.lower_ not in NOT:
                found = self._lexicon.adverb(child)
                is_negative = found is not None and found.if_positive == "-" and found.group != "falsity"
                is_negative = is_negative and not is_idiom(child, self._lexicon) and not _opens_inversion(child, verb)
                is_negative = is_negative or is_barely_a(child)
                is_negative = is_negative and not (found is not None and _is_near_figure(child, found))
                if is_negative or self._is_outstanding(verb, child):
                    yield child

    def _is_outstanding(self, verb: Token, adverb: Token) -> bool:
        """The yet of "has yet to pay": nor is it said that it has to."""
        if not any(has_to(child) for child in verb.rights):
            return False
        found = self._lexicon.signature("verbs", (f"{verb.lemma_.lower()} {adverb.lower_}",), "inf")
        return found is not None and found.group == "negation"

    def _is_negative_phrase(self, preposition: Token) -> bool:
        if preposition.lower_ not in self._lexicon.words["negators"]:
            return False
        doc, i = preposition.doc, preposition.i
        phrases = (doc.words(i, end) for end in (i + 3, i + 2))
        return self._lexicon.signature("negators", phrases, "phrase") is not None

    def _is_negative_phrase_before(self, verb: Token) -> bool:
        first, second = verb.doc.tokens[verb.i - 2 : verb.i]
        if first.lower_ not in self._lexicon.words["negators"]:
            return False
        phrase = f"{first.lower_} {second.lower_}"
        return self._lexicon.signature("negators", (phrase,), "phrase") is not None

    def _negative_arguments(self, verb: Token) -> Iterator[Token]:
        """No bank funded it; it paid no tax; it asked for no payment; not one of them; hardly any shop."""
        nouns = [child for child in verb.children if child.dep_ in _ARGUMENTS]
        nouns += [noun for child in verb.rights[:1] if _is_next(child, verb) for noun in child.children]
        nouns += [noun for helper in helpers(verb) for noun in helper.lefts if noun.dep_ in SUBJECTS]
        nouns = [noun for noun in nouns if not (noun.dep_ in SUBJECTS and is_aside_of_subject(noun))]
        for noun in nouns:
            if (word := negative_word(noun, self._lexicon)) is not None:
                yield word
        is_absolute = verb.head.dep_ == "pobj" and verb.head.head.lower_ == "with"  # "with no"
        is_told = verb.dep_ == "acl" and not has_subject(verb)  # not "had no idea that it was *stolen*"
        if is_told and (verb.tag_ == "VBN" or (verb.tag_ == "VBG" and is_absolute)):  # "with no date *set*"
            yield from (
                child for child in verb.head.lefts if child.lower_ == "no" or (child.lower_ == "not" and is_absolute)
            )
        if is_misread_main_verb(verb) and (word := negative_word(verb.head, self._lexicon)):
            yield word

    def _shared_negations(self, verb: Token, first: Token) -> list[Token]:
        """didn't attend or visit; no bank funded or insured; never sells or repairs."""
        joint = coordinator(verb)
        if joint is not None and self._lexicon.has("joints", (joint.lower_,)):
            return []
        subjects = (child for child in first.children if child.dep_ in SUBJECTS)
        found = [word for child in subjects if (word := negative_word(child, self._lexicon)) is not None]
        is_joined = joint is not None and joint.lower_ in ("or", "nor") and verb.tag_ == first.tag_
        if lacks_helper(verb) and (is_joined or (is_bare(verb) and is_bare(first))):
            found += [*self._nots(first), *self._negative_adverbials(first)]
        return found


def _opens_inversion(adverb: Token, verb: Token) -> bool:
    """The hardly of "hardly had she left when": she had left. Not of "she hardly had time"."""
    had = adverb.nbor(1) if adverb.i + 1 < len(adverb.doc) else adverb
    near = (verb, *(child for child in verb.rights if child.dep_ == "ccomp"))
    return had.lower_ == "had" and any(c.dep_ in SUBJECTS and c.i > had.i for one in near for c in one.lefts)


def _is_near_figure(adverb: Token, found: Signature) -> bool:
    """Whether an adverb only tells that a figure is rounded: "was nearly 40", "almost tripled"."""
    if is_short_of_figure(adverb):
        return True
    if found.group != "approximation" or adverb.i + 1 == len(adverb.doc):
        return False
    behind = adverb.nbor(1)
    return behind.like_num or behind.lower_ in _ROUND or is_scaled(adverb)


def _is_next(preposition: Token, verb: Token) -> bool:
    """Whether a preposition follows its verb at once: "asked *for*"; "won *with* no help" says that it was won."""
    return preposition.dep_ == "prep" and preposition.i == verb.i + 1 and preposition.lower_ in _ASKED


def _with_helpers(verb: Token) -> tuple[Token, ...]:
    return (verb, *helpers(verb))
