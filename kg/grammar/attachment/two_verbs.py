"""Sentences of two finite verbs with one subject, of which the parser takes the second for the whole and the first for
a clause in it, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, subject_arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import NOUNS, VERBAL
from kg.grammar.verbs import FINITE, HELPERS, NOMINAL_SUBJECTS, SUBJECTS, ends_with_stop, finite_part, is_without_passive
from kg.parse import Token

_OPENING = frozenset({"WRB", "WDT", "WP", "IN", "TO"})
_NEXT = frozenset({"then", "and", "but"})
_WITH_WORDS = frozenset({"that", "wh"})


@at(tags=FINITE | {"VB", "VBN", "VBG"}, any_below="ccomp advcl", none_below=SUBJECTS)
def first_of_two(root: Token) -> Iterator[Arc]:
    """ "She *rang* the zoo, drew the curtains and left": the first deed of one subject, and nothing that is drawn;
    "buses *run* by others are late": a participle on the subject of the verb that has none."""
    if root.dep_ != "ROOT" or finite_part(root).tag_ not in FINITE or not ends_with_stop(root):
        return
    first = next((c for c in root.lefts if c.dep_ in ("ccomp", "advcl") and _has_own_subject(c)), None)
    if first is None or _speaks(root) or any(t.is_quote for t in root.doc.tokens[first.left_edge.i : root.i]):
        return
    subject = next(c for c in first.lefts if c.dep_ in NOMINAL_SUBJECTS)
    if _must_be_reduced(first, subject):
        first.tag_ = "VBN"
        yield subject, root, subject_arc(root)
        yield first, subject, "acl"
    elif _is_next(finite_part(root)) and finite_part(first).tag_ in FINITE:
        yield first, first, "ROOT"
        yield from ((c, first, c.dep_) for c in [*root.lefts] if c.i < root.i and c.dep_ in ("cc", "punct"))
        yield from ((c, first, c.dep_) for c in [*root.lefts] if c.i < first.left_edge.i)
        yield from ((c, first, c.dep_) for c in [*root.rights] if c.is_punct and c.i == root.sent.end - 1)
        yield root, first, "conj"


def _has_own_subject(verb: Token) -> bool:
    """Whether a clause opens with its subject, and no word that makes it a part of another."""
    subject = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    is_open = "mark" in verb.below or any(c.tag_ in _OPENING and c.dep_ not in ("aux", "prep") for c in verb.lefts)
    return verb.pos_ in VERBAL and subject is not None and subject.tag_ not in ("WDT", "WP") and not is_open


def _speaks(verb: Token) -> bool:
    """Whether a clause may be what a verb says."""
    lemma = verb.lemma_.lower()
    return lemma in wordlists.saying() or lemma in wordlists.words("speech", "lemma")


def _must_be_reduced(verb: Token, subject: Token) -> bool:
    """Whether a past is a participle: done by somebody, or with nothing behind it that it is done to."""
    is_bare = HELPERS.isdisjoint(verb.below) and "dobj" not in verb.below and subject.right_edge.i == verb.i - 1
    is_participle = verb.tag_ in PAST or "agent" in verb.below
    return is_bare and is_participle and subject.pos_ in NOUNS and "agent" in verb.below


def _is_next(start: Token) -> bool:
    """Whether a comma or "and" stands before a verb."""
    before = start.nbor(-1)
    before = before.nbor(-1) if before.dep_ in ("advmod", "neg") and before.lower_ not in _NEXT else before
    return before.text in (",", ";") or before.lower_ in _NEXT


@at(tags=PAST, below="nsubj ccomp", none_below=HELPERS | {"dobj", "mark", "prt", "cc", "neg"})
def owed_sum(verb: Token) -> Iterator[Arc]:
    """ "Suppliers *owed* 20,000 euros will be paid": what they are owed is paid nothing, and "owe" takes no clause."""
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), verb)
    main = next((c for c in verb.rights if c.dep_ == "ccomp"), verb)
    thing = next((c for c in main.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    if thing is None or noun.pos_ not in NOUNS or finite_part(main).tag_ not in FINITE or "mark" in main.below:
        return
    is_next = thing.left_edge.i == verb.i + 1 and noun.right_edge.i == verb.i - 1
    is_told = finite_part(main) != main or main.tag_ in ("VBZ", "VBP")  # not "wanted the wording softened"
    if not is_told or not is_next or is_without_passive(verb) or _takes_clause(verb) or thing.right_edge.i >= finite_part(main).i:
        return
    above, arc = verb.head, verb.dep_
    verb.tag_ = "VBN"
    yield main, main if arc == "ROOT" else above, arc
    yield from ((c, main, c.dep_) for c in [*verb.rights] if c.i > main.i)
    yield from ((c, main, c.dep_) for c in [*verb.lefts] if c.i < noun.left_edge.i)
    yield noun, main, subject_arc(main)
    yield verb, noun, "acl"
    yield thing, verb, "dobj"


def _takes_clause(verb: Token) -> bool:
    """Whether a verb may have a clause without "that" behind it."""
    return _speaks(verb) or verb.lemma_.lower() in wordlists.words_of("with clause")


@at(tags=PAST, below="nsubj", none_below=HELPERS | {"dobj", "dative", "prt", "neg", "mark"})
def set_off(verb: Token) -> Iterator[Arc]:
    """ "A fault, *reported* in May, had been given": set off by commas, and no "and" before the next finite verb."""
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), verb)
    main = next((c for c in verb.rights if c.dep_ in ("conj", "dep", "ccomp", "advcl") and c.pos_ in VERBAL), None)
    if main is None or noun.pos_ not in NOUNS or is_without_passive(verb) or verb.dep_ != "ROOT":
        return
    start = finite_part(main)
    if not SUBJECTS.isdisjoint(main.below) or "mark" in main.below or start.tag_ not in FINITE:
        return
    tokens = verb.doc.tokens
    is_joined = any(t.dep_ == "cc" and t.head in (verb, main) for t in tokens[verb.i : start.i])
    is_listed = "cc" in main.below or any(c.dep_ == "conj" and c != main for c in verb.rights)
    is_apart = verb.text_before == "," or (not is_listed and noun.right_edge.i == verb.i - 1)
    if is_joined or start.text_before != "," or not is_apart:
        return
    verb.tag_ = "VBN"
    yield main, main, "ROOT"
    yield from ((c, main, c.dep_) for c in [*verb.rights] if c.i > main.i)
    yield from ((c, main, c.dep_) for c in [*verb.lefts] if c.i < noun.left_edge.i)
    yield noun, main, subject_arc(main)
    yield verb, noun, "acl"
