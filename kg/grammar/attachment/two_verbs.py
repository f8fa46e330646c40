"""Sentences of two finite verbs with one subject, of which the parser takes the second for the whole and the first for
a clause in it, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, reduced, subject_arc, with_stop
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import AMOUNTS, NOUNS, VERBAL
from kg.grammar.verbs import (
    FINITE,
    HELPERS,
    NOMINAL_SUBJECTS,
    SUBJECTS,
    ends_with_stop,
    finite_part,
    is_without_passive,
    may_say,
)
from kg.parse import Token

_OPENING = frozenset({"WRB", "WDT", "WP", "IN", "TO"})
_NEXT = frozenset({"then", "and", "but"})


@at(tags=FINITE | {"VB", "VBN", "VBG"}, any_below="ccomp advcl", none_below=SUBJECTS)
def first_of_two(verb: Token) -> Iterator[Arc]:
    """ "She *rang* the zoo, drew the curtains and left": the first deed of one subject, and nothing that is drawn;
    "buses *run* by others are late": a participle on the subject of the verb that has none; so in what is said before
    its speaker: ""The plant *is* safe and has passed," she said"."""
    is_behind = verb.dep_ != "ROOT" and verb.i > verb.head.i
    if is_behind or finite_part(verb).tag_ not in FINITE or not ends_with_stop(verb):
        return
    first = next((c for c in verb.lefts if c.dep_ in ("ccomp", "advcl") and _has_own_subject(c)), None)
    if first is None or may_say(verb) or any(t.is_quote for t in verb.doc.tokens[first.left_edge.i : verb.i]):
        return
    subject = next(c for c in first.lefts if c.dep_ in NOMINAL_SUBJECTS)
    if _must_be_reduced(first, subject):
        first.tag_ = "VBN"
        yield subject, verb, subject_arc(verb)
        yield first, subject, "acl"
    elif _is_next(finite_part(verb)) and finite_part(first).tag_ in FINITE and "relcl" not in _arcs_in(first):
        yield first, first if verb.dep_ == "ROOT" else verb.head, verb.dep_
        yield from ((c, first, c.dep_) for c in [*verb.lefts] if c.i < verb.i and c.dep_ in ("cc", "punct"))
        yield from ((c, first, c.dep_) for c in [*verb.lefts] if c.i < first.left_edge.i)
        yield from with_stop(verb, first)
        yield verb, first, "conj"


def _has_own_subject(verb: Token) -> bool:
    """Whether a clause opens with its subject, and no word that makes it a part of another."""
    subject = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    is_open = "mark" in verb.below or any(c.tag_ in _OPENING and c.dep_ not in ("aux", "prep") for c in verb.lefts)
    return verb.pos_ in VERBAL and subject is not None and subject.tag_ not in ("WDT", "WP") and not is_open


def _arcs_in(verb: Token) -> frozenset[str]:
    """The arcs in a clause; with a relative clause at its end the comma may close that alone."""
    return frozenset(t.dep_ for t in verb.subtree)


def _must_be_reduced(verb: Token, subject: Token) -> bool:
    """Whether a past is a participle behind its noun: done by somebody who is told."""
    is_bare = HELPERS.isdisjoint(verb.below) and "dobj" not in verb.below and subject.right_edge.i == verb.i - 1
    return is_bare and subject.pos_ in NOUNS and "agent" in verb.below


def _is_next(start: Token) -> bool:
    """Whether a comma or "and" stands before a verb."""
    before = start.nbor(-1)
    before = before.nbor(-1) if before.dep_ in ("advmod", "neg") and before.lower_ not in _NEXT else before
    return before.text in (",", ";") or before.lower_ in _NEXT


@at(tags=PAST, below="nsubj", any_below="ccomp conj dep", none_below=HELPERS | {"mark", "prt", "cc", "neg"})
def owed_sum(verb: Token) -> Iterator[Arc]:
    """ "Suppliers *owed* 20,000 euros will be paid", "tenants *offered* a flat have left": what they are owed is paid
    nothing, and no "and" stands before the finite verb."""
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), verb)
    main = next((c for c in verb.rights if c.dep_ in ("ccomp", "conj", "dep") and c.pos_ in VERBAL), verb)
    if noun.pos_ not in NOUNS or noun.right_edge.i != verb.i - 1 or not _is_surely_finite(main):
        return
    taken = (*(c for c in main.lefts if c.dep_ in NOMINAL_SUBJECTS), *(c for c in verb.rights if c.dep_ == "dobj"))
    thing = next(iter(taken), verb)
    is_between = (thing.left_edge.i, thing.right_edge.i) == (verb.i + 1, finite_part(main).i - 1)
    if not is_between or not _is_given(verb, thing):
        return
    above, arc = verb.head, verb.dep_
    verb.tag_ = "VBN"
    yield main, main if arc == "ROOT" else above, arc
    yield from ((c, main, c.dep_) for c in [*verb.rights] if c.i > main.i)
    yield from ((c, main, c.dep_) for c in [*verb.lefts] if c.i < noun.left_edge.i)
    yield noun, main, subject_arc(main)
    yield verb, noun, "acl"
    yield thing, verb, "dobj"


def _is_surely_finite(verb: Token) -> bool:
    """Whether a verb can be no participle; not "wanted the wording *softened*"."""
    start = finite_part(verb)
    return start.tag_ in FINITE and "mark" not in verb.below and (start != verb or verb.tag_ in ("VBZ", "VBP"))


def _is_given(verb: Token, thing: Token) -> bool:
    """Whether a verb has two objects, of which one is this: "paid the nurses a bonus"; what is charged is a sum."""
    lemma = verb.lemma_.lower()
    is_sum = thing.ent_type_ in AMOUNTS or any(c.like_num or c.tag_ == "$" for c in thing.lefts)
    giving = wordlists.words("fining", "lemma") | wordlists.words("giving", "lemma")
    is_giving = lemma in giving or lemma in wordlists.words_of("given two things")
    return is_giving and (is_sum or thing.dep_ == "dobj" or not may_say(verb))


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
    is_done = not is_listed and noun.right_edge.i == verb.i - 1 and any(c.lower_ == "by" for c in verb.rights)
    is_apart = verb.text_before == "," or is_done
    if is_joined or start.text_before != "," or not is_apart:
        return
    yield from reduced(verb, noun, main)
