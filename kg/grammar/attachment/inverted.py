"""Clauses whose verb stands before its subject: conditions, "would have held had it rained", "the mill, were it built
today", and what stands somewhere, "on the wall hung a portrait"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, subject_arc
from kg.grammar.attachment.sites import at
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS
from kg.parse import Token

_OPENING = frozenset({"had", "were", "should"})
_UNREAL = frozenset({"would", "could", "might", "'d", "’d"})


@at(tags="VBD", below="ccomp")
def had_it_been(had: Token) -> Iterator[Arc]:
    """ "Would have held *had* the rain stopped": a condition, and nothing that somebody had."""
    done = next((c for c in had.rights if c.dep_ == "ccomp" and c.tag_ in ("VBN", "VBD")), None)
    if had.lower_ != "had" or done is None or any(c.dep_ in SUBJECTS for c in had.lefts):
        return
    doer = next((c for c in done.lefts if c.dep_ in SUBJECTS), done)
    main = _main_before(had)
    if main is None or doer == done or doer.left_edge.i != had.i + 1:
        return
    if had.dep_ == "ROOT":
        yield main, main, "ROOT"
    yield done, main, "advcl"
    yield from ((c, main, c.dep_) for c in [*had.children] if c not in (main, done))
    yield had, done, "aux"
    done.tag_ = "VBN"


@at(any_below=HELPERS)
def had_it_between(verb: Token) -> Iterator[Arc]:
    """ "The mill, *were it built* today, would cost more": the mill would cost more."""
    helper = next((c for c in verb.lefts if c.dep_ in HELPERS and c.lower_ in _OPENING), verb)
    doers = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if len(doers) != 2 or helper.text_before != "," or not doers[0].i < helper.i < doers[1].i:
        return
    near = [child for child in verb.rights if child.dep_ == "conj"]
    near += [verb.head] if verb.dep_ == "parataxis" and verb.head.i > verb.i else []
    main = next((one for one in near if _is_unreal(one) and not any(c.dep_ in SUBJECTS for c in one.lefts)), None)
    if main is None:
        return
    if main != verb.head:
        yield main, main if verb.dep_ == "ROOT" else verb.head, verb.dep_
    yield doers[0], main, subject_arc(main)
    yield verb, main, "advcl"


@at(tags=FINITE, below="prep dobj", none_below=SUBJECTS | HELPERS | {"mark", "prt"})
def where_it_hung(verb: Token) -> Iterator[Arc]:
    """ "On the wall *hung* a portrait": that is where it did, and nobody hung it."""
    place, thing = verb.left_edge, next((c for c in verb.rights if c.dep_ == "dobj"), verb)
    is_place = place.dep_ == "prep" and place.i == verb.sent.start and place.right_edge.i == verb.i - 1
    if is_place and thing.left_edge.i == verb.i + 1 and verb.lemma_.lower() in wordlists.words_of("posture"):
        yield thing, verb, "nsubj"


@at(tags="VBN", below="auxpass", none_below=SUBJECTS | {"mark"})
def was_attached(verb: Token) -> Iterator[Arc]:
    """ "*Attached* to the letter was a list": the list was."""
    be = next((c for c in verb.children if c.dep_ == "auxpass"), verb)
    things = (c for host in (be, verb) for c in host.rights if c.dep_ in ("attr", "nsubj", "dobj") and c.i > be.i)
    thing = next((c for c in things if c.left_edge.i == be.i + 1), None)
    is_first = all(t.tag_ == "RB" for t in verb.doc.tokens[verb.sent.start : verb.i])  # "Also *arrested* was her son"
    if is_first and be.i > verb.i and be.lemma_ == "be" and thing is not None:
        yield thing, verb, "nsubjpass"
        yield from ((c, verb, c.dep_) for c in [*be.rights] if c is not thing)


def _main_before(had: Token) -> Token | None:
    """The verb of what would have been, before the condition."""
    near = (token for token in reversed(had.doc.tokens[had.sent.start : had.i]) if token.tag_ in ("VB", "VBN"))
    main = next((token for token in near if _is_unreal(token)), None)
    is_near = main is not None and (had in main.subtree or main in had.subtree or had.head in main.ancestors)
    return main if is_near else None


def _is_unreal(verb: Token) -> bool:
    return any(child.dep_ in HELPERS and child.lower_ in _UNREAL for child in verb.lefts)
