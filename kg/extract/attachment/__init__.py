"""Attachment: arcs and lemmas that the parser often gets wrong and that number, kind or the lexicon can set right."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.attachment.clauses import (
    after_named,
    after_noun,
    bare,
    listed_verb,
    main,
    reduced,
    said_before,
    said_next,
    said_of_which,
    second_that,
)
from kg.extract.attachment.complements import (
    content,
    content_of_object,
    found_so,
    gerunds,
    halves,
    left_so,
    payer,
    quoted,
    receiver,
    said,
    spent,
)
from kg.extract.attachment.coordination import (
    as_large,
    bearer,
    bracketed,
    explained,
    listed,
    named_members,
    next_item,
    of_unit,
    score,
    shared_head,
    shared_measure,
)
from kg.extract.attachment.datelines import dateline
from kg.extract.attachment.lemmas import mend, mend_name, mend_participle
from kg.extract.attachment.prepositions import asked_for, day_between, paid_to, thanks_to
from kg.extract.attachment.relatives import continued, dated, described, published, whose
from kg.extract.attachment.verbless import second, verbless
from kg.extract.clauses.phrases import VERBAL
from kg.parse import Doc, Token

Arc = tuple[Token, Token, str]  # token, the head it should have, the label
Rule = Callable[[Token], Iterator[Arc]]

_ANY: dict[str, tuple[Rule, ...]] = {  # by the label that the word to be moved has
    "ROOT": (verbless, continued, after_named),
    "acl": (said, spent, main, published),
    "advcl": (listed_verb, after_noun, found_so),
    "amod": (found_so,),
    "appos": (next_item, listed, named_members, bracketed, bearer),
    "compound": (second, receiver),
    "conj": (second, shared_head, shared_measure),
    "ccomp": (left_so, content_of_object),
    "dobj": (of_unit, payer, quoted, explained, score, as_large),
    "pobj": (gerunds, thanks_to),
    "nmod": (day_between,),
    "npadvmod": (day_between, thanks_to),
    "prep": (asked_for,),
    "quantmod": (paid_to,),
    "relcl": (content, said, dated, described, whose),
    "xcomp": (halves, left_so),
}
_OF_VERBS: dict[str, tuple[Rule, ...]] = {
    "ccomp": (*_ANY["ccomp"], said_next),
    "advcl": (*_ANY["advcl"], reduced),
    "amod": (said_of_which,),
    "conj": (bare, second_that, said_next, after_noun, reduced),
    "dep": (said_next,),
    "ROOT": (*_ANY["ROOT"], said_before),
}
_RULES = {arc: (_ANY.get(arc, ()), _OF_VERBS.get(arc, _ANY.get(arc, ()))) for arc in (*_ANY, *_OF_VERBS)}


def reattach(doc: Doc) -> Doc:
    """The document with better arcs and lemmas. It is the same Doc; doing it twice changes nothing more."""
    for token in doc:
        if token.pos_ == "VERB":
            mend(token)
        elif token.pos_ == "PROPN":
            mend_name(token)
        elif token.dep_ == "auxpass":
            mend_participle(token)
    for sentence in doc.sents:
        _hang([*dateline(sentence[0])])
    for token in doc:
        if token.dep_ in _RULES:
            _apply(token, token.dep_)
    return doc


def _apply(token: Token, arc: str) -> None:
    of_any, of_verb = _RULES[arc]
    for rule in of_verb if token.pos_ in VERBAL else of_any:
        if token.dep_ == arc and (arcs := [*rule(token)]):
            _hang(arcs)


def _hang(arcs: list[Arc]) -> None:
    """Draw the arcs, but for those that would close a circle."""
    for dependent, head, label in arcs:
        if dependent == head or dependent not in head.ancestors:
            dependent.doc.hang(dependent, head, label)
