"""Clauses with "that" which the parser hangs beside the verb whose content they are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.clauses import says
from kg.grammar.attachment.sites import at
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import SUBJECTS, has_subject
from kg.parse import Token

_TAKEN = frozenset({"ccomp", "xcomp"})
_NO_CONTENT = frozenset({"so", "now", "given", "provided", "such", "than", "in", "except", "supposing", "seeing"})


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def that_it_was(verb: Token) -> Iterator[Arc]:
    """ "Told the crowd, gathered at noon, *that it had won*", "was assured at noon *that it had*": what was told, and
    not when or why."""
    that = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    if that is None or that.lower_ != "that" or that.text_before.lower() in _NO_CONTENT:
        return
    sayer = next((t for t in _verbs_before(that, verb) if _tells(t)), None)
    if sayer is not None and _TAKEN.isdisjoint(sayer.below) and "expl" not in sayer.below:
        yield verb, sayer, "ccomp"


def _verbs_before(that: Token, verb: Token) -> Iterator[Token]:
    """The verbs before a clause that it can hang on, the nearest first: those above it, and those beside it."""
    above = [t for t in verb.ancestors if t.pos_ in VERBAL and t.i < that.i]
    beside = [c for c in verb.head.children if c.pos_ in VERBAL and c.i < that.i and c.dep_ in ("advcl", "conj")]
    yield from sorted({t.i: t for t in (*above, *beside)}.values(), key=lambda t: -t.i)


def _tells(verb: Token) -> bool:
    """Whether a verb has a clause as content, and room for it: "told the crowd", not "said a prayer"."""
    is_telling = verb.lemma_.lower() in wordlists.words("telling", "lemma") | wordlists.words("addressing", "lemma")
    if is_telling:
        return True
    return says(verb) and has_subject(verb) and "dobj" not in verb.below and "auxpass" not in verb.below
