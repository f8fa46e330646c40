"""The main verb behind a relative clause, which the parser takes for a part of that clause, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb, subject_arc
from kg.grammar.attachment.nested_verbs import must_be_past
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import (
    FINITE,
    HELPERS,
    NOMINAL_SUBJECTS,
    SUBJECTS,
    closes_sentence,
    ends_with_stop,
    finite_part,
    has_subject,
    has_to,
)
from kg.parse import Token


@at(tags="NN NNS NNP NNPS", none_below=SUBJECTS | {"cc", "conj", "appos"})
def main_behind_object(root: Token) -> Iterator[Arc]:
    """ "The fire at the depot that destroyed 14 buses *was set* on purpose": the fire was; it destroyed buses, and
    nobody says that they were set."""
    if root.dep_ != "ROOT" or not ends_with_stop(root) or root.left_edge.i != root.sent.start:
        return
    for verb in (t for t in root.subtree if t.pos_ in VERBAL and "ccomp" in t.below):
        main = next(c for c in verb.children if c.dep_ == "ccomp")
        thing = next((c for c in main.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
        if thing is None or thing.left_edge.i != verb.i + 1 or "mark" in main.below or thing.tag_ == "PRP":
            continue
        is_clausal = verb.lemma_.lower() in wordlists.saying()
        is_free = finite_part(main).tag_ in FINITE and closes_sentence(main)
        if is_free and not is_clausal and "dobj" not in verb.below:
            yield main, main, "ROOT"
            yield from ((c, main, c.dep_) for c in [*root.rights] if c.is_punct and c.i > main.i)
            yield root, main, thing.dep_
            yield thing, verb, "dobj"
            return


@at(tags="NN NNS NNP NNPS", none_below=SUBJECTS | {"cc", "conj", "appos"})
def main_behind_infinitive(root: Token) -> Iterator[Arc]:
    """ "A side that fails to appear *forfeits* the match", "a man who refuses to pay *faces* jail": no infinitive has a
    present or a past below it, and nobody pays faces."""
    if root.dep_ != "ROOT" or not ends_with_stop(root) or root.left_edge.i != root.sent.start:
        return
    for verb in (t for t in root.subtree if t.tag_ == "VB" and has_to(t)):
        main = next((c for c in verb.rights if _is_bare_finite(c) or _is_facing(c)), None)
        if main is None or main.left_edge != main or any(t.text == "," for t in verb.doc.tokens[verb.i : main.i]):
            continue
        if main.tag_ == "NNS":
            main.tag_, main.pos_, main.lemma_ = "VBZ", "VERB", main.lower_.removesuffix("s")
        yield main, main, "ROOT"
        yield from ((c, main, c.dep_) for c in [*verb.rights] if c.i > main.i)
        yield from ((c, main, c.dep_) for c in [*root.rights] if c.is_punct and c.i > main.i)
        yield root, main, "nsubj"
        return


def _is_bare_finite(word: Token) -> bool:
    is_finite = word.tag_ in ("VBZ", "VBD") and HELPERS.isdisjoint(word.below)
    return is_finite and word.dep_ in ("xcomp", "ccomp") and not SUBJECTS & word.below and "mark" not in word.below


def _is_facing(word: Token) -> bool:
    """Whether a plural is rather a verb in the present: "*faces* a fine", "*risks* jail"."""
    return (
        word.tag_ == "NNS"
        and word.dep_ in ("dative", "dobj")
        and word.lower_ in wordlists.words_of("what happens to him")
    )


@at(tags="VBD", below="nsubj")
def first_in_subject(root: Token) -> Iterator[Arc]:
    """ "Two of the founders *left* in 2020 and started a rival": the first of two deeds, and no founders left."""
    noun = next((c for c in root.lefts if c.dep_ == "nsubj"), root)
    link = next((c for c in noun.rights if c.dep_ == "cc" and c.i == root.i - 1), None)
    if root.dep_ != "ROOT" or link is None or any(c.dep_ == "conj" for c in noun.rights):
        return
    within = (t for t in noun.subtree if t.dep_ == "acl" and t.tag_ in PAST and t.right_edge.i == link.i - 1)
    first = next((t for t in within if t.lower_ == "left" or must_be_past(t)), None)
    if first is None or not HELPERS.isdisjoint(first.below) or any(c.dep_ == "agent" for c in first.rights):
        return
    first.tag_ = "VBD"
    yield first, first, "ROOT"
    yield from ((c, first, c.dep_) for c in [*root.children] if c.is_punct)
    yield link, first, "cc"
    yield noun, first, "nsubj"
    yield root, first, "conj"


@at(tags=PAST, below="cc conj", none_below=SUBJECTS | HELPERS | {"mark"}, above_tags="VBN", is_behind=True)
def list_of_relative(verb: Token) -> Iterator[Arc]:
    """ "Was hit by a driver who stopped, *looked* at him and drove away", "has sulked since May, when its owner came,
    *sold* two cars and left": the driver and the owner did, as "was" and "has" ask for other forms and an "and" comes
    only before the last."""
    main = verb.head
    if HELPERS.isdisjoint(main.below) or verb.text_before != "," or verb.i < 2:
        return
    is_past = any(c.dep_ == "conj" and c.tag_ == "VBD" for c in verb.rights) and "dobj" in verb.below
    if not (verb.dep_ == "conj" and verb.tag_ == "VBD") and not (verb.dep_ in ("conj", "advcl") and is_past):
        return
    relative = _clause_before(verb)
    if relative is None or not main.is_ancestor(relative) or relative.i < main.i:
        return
    if not any(c.dep_ == "cc" and c.i < verb.i for c in main.rights):
        verb.tag_ = "VBD"
        if verb.is_ancestor(relative):
            yield relative, main, "advcl"
        yield verb, relative, "conj"


@at(tags="VBD", none_below=SUBJECTS | HELPERS | {"mark"}, above_tags="VBN VBG", is_behind=True)
def beside_event(verb: Token) -> Iterator[Arc]:
    """ "Had gone out when a guard stopped her and *told* her to leave": the guard did, as "had" and "was" ask for other
    forms, and what goes on is cut short by what happens."""
    main = verb.head
    joint = next((c for c in reversed(main.rights) if c.dep_ == "cc" and c.i < verb.i), verb)
    is_going_on = finite_part(main).lower_ == "had" or (main.tag_ == "VBG" and "aux" in main.below)
    if verb.dep_ != "conj" or not is_going_on or joint == verb or joint.text_before == ",":
        return
    last = verb.doc.tokens[joint.i - 1]
    near = (t for t in (last, *last.ancestors) if t.dep_ in ("relcl", "advcl") and t.right_edge.i == last.i)
    event = next(near, verb)
    is_when = event.tag_ == "VBD" and any(c.lower_ == "when" for c in event.lefts) and main.is_ancestor(event)
    doer = next((c for c in event.lefts if c.dep_ == "nsubj"), None)
    if is_when and doer is not None and (is_people(doer) or doer.pos_ == "PROPN"):
        yield from beside_verb(verb, event)


@at(tags="VBD", below="cc conj nsubj", none_below=HELPERS | {"mark"})
def list_in_subject(root: Token) -> Iterator[Arc]:
    """ "The debt, paid by pupils who baked cakes, *ran* a raffle and sold books, had grown": the pupils ran it, as a
    verb without "and" behind the last of a list is what the sentence says."""
    noun = next((c for c in root.lefts if c.dep_ == "nsubj"), root)
    joint = next((c for c in root.rights if c.dep_ == "cc"), root)
    listed = [c for c in root.rights if c.dep_ == "conj" and c.pos_ in VERBAL and c.i > joint.i]
    if root.dep_ != "ROOT" or root.text_before != "," or root.i < 2 or len(listed) < 2:
        return
    main, relative = listed[-1], _clause_before(root)
    start = finite_part(main)
    is_next = start.text_before == "," and start.tag_ in FINITE and not has_subject(main)
    if not is_next or relative is None or noun not in relative.ancestors or len([*_joints(root, main)]) > 1:
        return
    yield main, main, "ROOT"
    yield noun, main, subject_arc(main)
    yield from ((c, main, c.dep_) for c in [*root.lefts] if c.i < noun.i)
    yield from ((c, main, c.dep_) for c in [*root.rights] if c.i > main.i or (c.is_punct and c.i == start.i - 1))
    yield root, relative, "conj"


def _joints(root: Token, main: Token) -> Iterator[Token]:
    """The joints of a list before its last verb, wherever they hang."""
    return (t for t in root.subtree if t.dep_ == "cc" and root.i < t.i < main.i and t.head in (root, *root.rights))


def _clause_before(verb: Token) -> Token | None:
    """The clause with a subject and in the past, not the passive, that ends at the comma before a verb."""
    last = verb.doc.tokens[verb.i - 2]
    ends = (last.i, last.i + 1)
    near = (t for t in (last, *last.ancestors) if t.dep_ in ("relcl", "advcl") and t.right_edge.i in ends)
    found = next(near, None)
    is_past = found is not None and found.tag_ in PAST and "auxpass" not in found.below and found.i < verb.i
    return found if found is not None and is_past and "nsubj" in found.below else None
