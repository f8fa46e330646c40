"""Attachment: arcs and lemmas that the parser often gets wrong and that number, kind or the lexicon can set right."""

from __future__ import annotations

from functools import lru_cache

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.hyphens import hyphened
from kg.grammar.attachment.inserted import broken_quotations
from kg.grammar.attachment.lemmas import MENDERS, mend_headline_sayings, mend_pasts, mend_sayings
from kg.grammar.attachment.measures import currencies, sums
from kg.grammar.attachment.participles import named_at_birth
from kg.grammar.attachment.prepositions import inside_names
from kg.grammar.attachment.rules import ANY
from kg.grammar.attachment.rules_of_verbs import OF_VERBS
from kg.grammar.attachment.rules_of_words import OF_WORDS
from kg.grammar.attachment.sites import SITES, Labels, Rule
from kg.grammar.phrases import VERBAL
from kg.parse import Doc, Token

_KINDS = 1 << 14  # of sites that are kept in mind
_MOVED = {*ANY, *OF_VERBS, *(arc for arc, _ in OF_WORDS)}


def reattach(doc: Doc) -> Doc:
    """The document with better arcs and lemmas. It is the same Doc; doing it twice changes nothing more."""
    for token in doc.tokens:
        if (mender := MENDERS.get(token.pos_)) is not None:
            mender(token)
    mend_pasts(doc)
    mend_sayings(doc)
    mend_headline_sayings(doc)
    _hang(
        [
            *hyphened(doc),
            *currencies(doc),
            *sums(doc),
            *broken_quotations(doc),
            *named_at_birth(doc),
            *inside_names(doc),
        ]
    )
    for token in doc.tokens:
        if token.dep_ in _MOVED and (rules := _rules_at(token)):
            _apply(rules, token, token.dep_)
    return doc


def _rules_at(token: Token) -> tuple[Rule, ...]:
    """The rules worth trying where a word stands."""
    arc, head = token.dep_, token.head
    rules = _rules(arc, token.pos_ in VERBAL, token.tag_, token.below, head.dep_, head.tag_, token.i > head.i)
    return rules + OF_WORDS[arc, token.lower_] if (arc, token.lower_) in OF_WORDS else rules


def _apply(rules: tuple[Rule, ...], token: Token, arc: str) -> None:
    """Try the rules in turn, as long as the word hangs below this arc."""
    for rule in rules:
        if token.dep_ == arc and (arcs := [*rule(token)]):
            _hang(arcs)


@lru_cache(_KINDS)
def _rules(
    arc: str, is_verb: bool, tag: str, below: Labels, above: str, above_tag: str, is_behind: bool
) -> tuple[Rule, ...]:
    """The rules for a word below an arc that can hold at its site."""
    rules = OF_VERBS.get(arc, ANY.get(arc, ())) if is_verb else ANY.get(arc, ())
    return tuple(
        rule for rule in rules if rule not in SITES or SITES[rule].holds(tag, below, above, above_tag, is_behind)
    )


def _hang(arcs: list[Arc]) -> None:
    """Draw the arcs, but for those that would close a circle."""
    for dependent, head, label in arcs:
        if dependent == head or dependent not in head.ancestors:
            dependent.doc.hang(dependent, head, label)
