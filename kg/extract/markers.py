"""Markers: what a clause itself says of its mode and polarity, and of its source: not, may, if, allegedly, no."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.embedding import VERBAL, Embedding, is_idiom, is_misread_main_verb
from kg.extract.lexicon import Lexicon
from kg.extract.subjects import OBJECTS, SUBJECTS

_NOT = frozenset({"not", "n't", "n’t", "never"})
_HELPERS = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class Marker:
    """One code that a clause puts on itself, and the word that does it."""

    code: str
    word: Token
    is_shared: bool = False  # taken over from the first of two coordinated verbs


class Markers:
    """Local markers of the clauses of one document."""

    def __init__(self, lexicon: Lexicon, embedding: Embedding) -> None:
        self._lexicon = lexicon
        self._embedding = embedding

    def negations(self, verb: Token) -> list[Token]:
        """Every word that negates the whole clause; an even number of them cancel out."""
        found = [*self._nots(verb), *self._negative_phrases(verb), *self._negative_arguments(verb)]
        if (first := _first_of(verb)) is not None:
            found += self._shared_negations(verb, first, bool(found))
        return found

    def modes(self, verb: Token, is_negative: bool, is_reported: bool) -> Iterator[Marker]:
        """Conditional first, then modal auxiliaries, then adverbs: the order in which they decide the mode."""
        first = _first_of(verb)
        yield from self._conditionals(verb, first)
        yield from self._modals(verb, first, is_negative, is_reported)
        yield from self._adverbs(verb, first, is_negative)

    # ---- negation

    def _nots(self, verb: Token) -> Iterator[Token]:
        for holder in (verb, *(child for child in verb.lefts if child.dep_ in _HELPERS)):
            for child in holder.children:
                if child.lower_ in _NOT and not is_idiom(child, self._lexicon) and not is_constituent(child, verb):
                    yield child
        for child in verb.children:
            if child.dep_ in ("cc", "preconj") and child.lower_ in ("nor", "neither") and child.i < verb.i:
                yield child
        if (
            verb.dep_ == "conj"
            and (joint := _coordinator(verb)) is not None
            and joint.lower_ == "nor"
            and _has_own_subject(verb)
        ):
            yield joint

    def _negative_phrases(self, verb: Token) -> Iterator[Token]:
        """At no point, in no way; hardly, no longer."""
        for holder in (verb, *(child for child in verb.lefts if child.dep_ in _HELPERS)):
            for child in holder.children:
                if child.dep_ in ("prep", "advmod", "npadvmod") and (word := self._negative_phrase(child)):
                    yield word
        for child in verb.children:
            if child.dep_ in ("advmod", "neg", "npadvmod") and child.lower_ not in _NOT:
                for phrase in _adverb_phrases(child):
                    found = self._lexicon.signature("adverbs", (phrase,), "clause")
                    if found is not None:
                        if found.if_positive == "-" and found.group != "falsity":
                            yield child
                        break

    def _negative_phrase(self, preposition: Token) -> Token | None:
        doc, i = preposition.doc, preposition.i
        for end in (i + 3, i + 2):
            if self._lexicon.signature("negators", (doc[i:end].text.lower(),), "phrase"):
                return preposition
        return None

    def _negative_arguments(self, verb: Token) -> Iterator[Token]:
        """No bank funded it; it paid no tax; not one of them; hardly any shop."""
        for child in verb.children:
            if (child.dep_ in SUBJECTS or child.dep_ in OBJECTS or child.dep_ == "attr") and (
                word := self.negative_word(child)
            ):
                yield word
        if is_misread_main_verb(verb) and (word := self.negative_word(verb.head)):
            yield word

    def negative_word(self, noun: Token) -> Token | None:
        """The word that makes a noun phrase negative: no, neither, few, nobody, not one, hardly any."""
        if noun.dep_ == "conj" or noun.pos_ in VERBAL:
            return None
        if self._lexicon.signature("negators", (noun.lower_,), "subj") and not is_idiom(noun, self._lexicon):
            return noun
        for child in noun.lefts:
            if child.lower_ == "not" and not is_idiom(child, self._lexicon) and noun.dep_ in SUBJECTS:
                return child
            is_determiner = child.dep_ in ("det", "neg", "amod", "preconj", "cc", "predet", "nummod")
            if is_determiner and self._lexicon.signature("negators", (child.lower_,), "det"):
                return None if is_idiom(child, self._lexicon) else child
            if child.dep_ in ("det", "advmod", "predet", "amod", "nummod"):
                for inner in (child, *child.lefts):
                    if inner.lower_ == "not" and noun.dep_ in SUBJECTS and not is_idiom(inner, self._lexicon):
                        return inner
                    if inner.lower_ in ("hardly", "scarcely", "barely", "no") and not is_idiom(inner, self._lexicon):
                        return inner
        before = noun.doc[noun.left_edge.i - 1] if noun.left_edge.i > noun.sent.start else None
        if before is not None and before.lower_ in ("neither", "hardly", "scarcely") and noun.dep_ in SUBJECTS:
            return before
        return None

    def _shared_negations(self, verb: Token, first: Token, has_own: bool) -> list[Token]:
        """didn't attend or visit; no bank funded or insured; never sells or repairs."""
        if has_own or _has_own_subject(verb):
            return []
        joint = _coordinator(verb)
        word = joint.lower_ if joint is not None else ","
        if word in ("but", "yet", "then"):
            return []
        found = [w for c in first.children if c.dep_ in SUBJECTS and (w := self.negative_word(c)) is not None]
        if not _has_own_helper(verb) and (
            (_is_bare(verb) and _is_bare(first)) or (word in ("or", "nor") and verb.tag_ == first.tag_)
        ):
            found += [*self._nots(first), *self._negative_phrases(first)]
        return found

    # ---- mode

    def _conditionals(self, verb: Token, first: Token | None) -> Iterator[Marker]:
        for holder in (verb,) if first is None or _has_own_subject(verb) else (verb, first):
            for child in holder.children:
                if child.dep_ in ("advcl", "prep") and (child.i < holder.i or holder == verb):
                    opened = self._embedding.opener(child) if child.pos_ in VERBAL else None
                    if opened is not None and opened[1].group == "conditional":
                        yield Marker("k", opened[2], holder is first)

    def _modals(self, verb: Token, first: Token | None, is_negative: bool, is_reported: bool) -> Iterator[Marker]:
        helpers = [child for child in verb.lefts if child.dep_ in _HELPERS]
        is_shared = (
            not helpers and first is not None and not _has_own_subject(verb) and verb.tag_ in ("VB", "VBN", "VBG")
        )
        if is_shared and first is not None:
            helpers = [child for child in first.lefts if child.dep_ in _HELPERS]
        for helper in helpers:
            forms: tuple[str, ...] = (helper.lower_, helper.lemma_.lower())
            if helper.i + 1 < len(helper.doc) and helper.nbor(1).lower_ == "better":
                forms = (f"{helper.lower_} better",)
            elif helper.tag_ != "MD" and helper.lower_ not in ("'d", "’d", "'ll", "’ll", "gonna"):
                continue
            elif helper.tag_ == "VBD":
                continue
            perfect = any(h.i > helper.i and (h.lemma_ == "have" or h.lower_ in ("'ve", "’ve")) for h in helpers)
            found = self._lexicon.signature("modals", forms, "perfect" if perfect else "aux")
            if found is not None:
                code = found.code(is_negative)
                if is_reported and code.startswith("k") and not perfect:
                    code = "f"
                yield Marker(code.rstrip("-"), helper, is_shared)

    def _adverbs(self, verb: Token, first: Token | None, is_negative: bool) -> Iterator[Marker]:
        yield from self._own_adverbs(verb, is_negative)
        if first is not None and not _has_own_subject(verb):
            for marker in self._own_adverbs(first, is_negative):
                if marker.word.i < first.i and marker.code != "-":
                    yield Marker(marker.code, marker.word, True)

    def _own_adverbs(self, verb: Token, is_negative: bool) -> Iterator[Marker]:
        words = [c for c in verb.children if c.dep_ in ("advmod", "npadvmod", "intj", "neg", "acomp", "ccomp")]
        words += [c for h in verb.lefts if h.dep_ in _HELPERS for c in h.children if c.dep_ == "advmod"]
        for word in words:
            if word.dep_ in ("acomp", "ccomp") and (word.pos_ != "ADV" or word.i > verb.i):
                continue
            for phrase in _adverb_phrases(word):
                found = self._lexicon.signature("adverbs", (phrase,), "clause")
                if found is not None:
                    code = found.code(is_negative)
                    if code not in ("+", "-") or found.group == "falsity":
                        yield Marker(code, word)
                    break


def is_constituent(word: Token, verb: Token) -> bool:
    """Whether a "not" behind its verb negates only what follows: "sold not trucks but tractors"."""
    if word.i < verb.i or verb.pos_ == "AUX" or verb.lemma_ in ("be", "have", "do"):
        return False
    return word.lower_ == "not"


def _adverb_phrases(word: Token) -> tuple[str, ...]:
    before = word.doc[word.i - 1].lower_ if word.i else ""
    return (f"{before} {word.lower_}", word.lower_)


def _first_of(verb: Token) -> Token | None:
    """The verb that a verb is coordinated with, if they are of one kind: the first of the chain."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL:
        return None
    first = verb.head
    while first.dep_ == "conj" and first.head.pos_ in VERBAL and not _has_own_subject(first):
        first = first.head
    return first


def _coordinator(verb: Token) -> Token | None:
    between = [c for c in verb.head.rights if c.dep_ == "cc" and c.i < verb.i]
    return between[-1] if between else None


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.children)


def _has_own_helper(verb: Token) -> bool:
    return any(child.dep_ in _HELPERS for child in verb.lefts)


def _is_bare(verb: Token) -> bool:
    return verb.tag_ in ("VB", "VBN", "VBG")
