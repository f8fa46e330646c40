"""Rows of what tells when, where and how much without a preposition: adverbs, bare nouns and clauses of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.clauses import Clause
from kg.extract.rows.within import Piece
from kg.extract.rows.wording import Words, claim_words, clause_words, in_order, noun_phrase
from kg.grammar import wordlists
from kg.grammar.phrases import HERE, TIMES
from kg.grammar.verbs import has_subject
from kg.parse import Token

_WHERE = frozenset({"place", "destination"})  # roles of adverbs
_WAYS = frozenset({"up", "down", "off", "ahead"})
_WHEN = frozenset({"after", "before", "until", "since", "till"})


def of_adverbs(clause: Clause, relation: Words, core: Words, adverbs: Iterable[Token]) -> Iterator[Piece]:
    """Times, measures and places without a preposition: "two years later", "rose 3 percent", "lives here"."""
    for adverb in adverbs:
        is_noun = adverb.dep_ == "npadvmod"
        if adverb.ent_type_ in TIMES and (is_noun or any(child.dep_ == "npadvmod" for child in adverb.children)):
            yield in_order((*relation, *core)), noun_phrase(adverb) if is_noun else clause_words(adverb), "adverb"
        elif is_measure(adverb):
            before = (t for t in (*core, *direction(adverb)) if t.i < adverb.left_edge.i)
            yield in_order((*relation, *before)), noun_phrase(adverb), "adverb"
        elif core in ((), (adverb,)) and _is_place(adverb):
            yield relation, (adverb,), "adverb"


def is_measure(adverb: Token) -> bool:
    """ "Rose 3 percent", "ran four times"."""
    is_behind = adverb.dep_ == "npadvmod" and adverb.i > adverb.head.i and adverb.ent_type_ not in TIMES
    return is_behind and any(child.dep_ in ("nummod", "quantmod") for child in adverb.lefts)


def direction(measure: Token) -> Words:
    """The word that tells which way: "closed *up* 3 percent"."""
    before = measure.doc[measure.left_edge.i - 1 : measure.left_edge.i]
    return tuple(token for token in before if token.dep_ == "advmod" and token.lower_ in _WAYS)


def _is_place(adverb: Token) -> bool:
    if adverb.dep_ != "advmod" or adverb.i < adverb.head.i or any(adverb.children):
        return False
    roles = wordlists.values("adverb_roles", "word", "role")
    return adverb.lower_ in HERE or roles.get(adverb.lower_) in _WHERE


def of_times(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    """Clauses of time behind the verb: "joined the band after | Portmann left"."""
    for child in clause.verb.rights if not clause.complements else ():
        mark = next((c for c in child.lefts if c.dep_ == "mark" and c.lower_ in _WHEN), None)
        if child.dep_ == "advcl" and mark is not None and has_subject(child):
            words = claim_words(child)
            yield in_order((*relation, *core, mark)), tuple(t for t in words if t != mark), "adverb"
