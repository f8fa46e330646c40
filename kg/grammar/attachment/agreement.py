"""Second verbs that the form of a verb tells whose they are: "checks meters that farmers install and publishes"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb, subject_arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import NOUNS, PLURALS, VERBAL, follows_comma
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, finite_part, has_subject, has_to
from kg.parse import Token

_LINKS = frozenset({"and", "but"})
_RELATIVES = frozenset({"WDT", "WP"})
_BEHIND = frozenset({"dobj", "pobj", "conj", "acomp", "oprd", "advmod"})


@at(tags="VBZ VBP VB", none_below=SUBJECTS, is_behind=True)
def agreeing(verb: Token) -> Iterator[Arc]:
    """ "The agency checks the meters that farmers install and *publishes* the results": farmers would "publish"."""
    first = verb.head
    if verb.dep_ != "conj" or first.pos_ not in VERBAL or not HELPERS.isdisjoint(verb.below):
        return
    if verb.tag_ == "VBZ":
        is_other, wanted = _is_of_many(first), "VBZ"
    else:
        is_other, wanted = first.tag_ == "VBZ" and HELPERS.isdisjoint(first.below), "VBP"
    above = next((t for t in first.ancestors if t.tag_ == wanted and t.pos_ in VERBAL), None) if is_other else None
    if above is not None and above.i < verb.i and has_subject(above):
        yield from beside_verb(verb, above)


def _is_of_many(verb: Token) -> bool:
    """Whether a verb in the present tense has a plural subject: "who have lost"."""
    if finite_part(verb).lower_ in ("have", "are", "were") and finite_part(verb) != verb:
        return verb.tag_ in ("VBN", "VBG")
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if verb.tag_ not in ("VBP", "VBD", "VBN") or subject is None or not HELPERS.isdisjoint(verb.below):
        return False
    noun = verb.head if subject.tag_ in _RELATIVES and verb.dep_ == "relcl" else subject
    return noun.tag_ in PLURALS and noun.ent_type_ == ""


@at(tags=FINITE | {"VBN", "VBG", "VB"}, none_below=SUBJECTS, is_behind=True)
def own_subject(verb: Token) -> Iterator[Arc]:
    """ "The roof was damaged by the storm and rain *ruined* it": what stands before the verb is its subject."""
    helper = finite_part(verb)
    if verb.dep_ != "conj" or helper.tag_ not in FINITE or not helper.i or verb.head.pos_ not in VERBAL:
        return
    last = helper.nbor(-1)
    is_aside = last.text == ","  # "made power and a second mill, which is closed, *is* for sale"
    last = last.nbor(-1) if is_aside and last.i else last
    noun = next(
        (t for t in (last, *last.ancestors) if t.dep_ == "conj" and t.right_edge.i in (last.i, helper.i - 1)), None
    )
    if noun is None or noun.pos_ not in NOUNS or noun.left_edge.i <= verb.head.i:
        return
    if is_aside and not any(c.dep_ in ("relcl", "appos", "acl") and follows_comma(c.left_edge) for c in noun.rights):
        return
    link, before = noun.left_edge.nbor(-1), noun.head
    is_only = before != verb.head and not any(c.dep_ == "conj" and c != noun for c in before.rights)
    if link.lower_ not in _LINKS or link.head != before or before.dep_ not in _BEHIND or not is_only:
        return
    if any(_is_mark(c) for c in verb.lefts) or not verb.head.is_ancestor(before):
        return
    yield link, verb.head, "cc"
    yield noun, verb, subject_arc(verb)


def _is_mark(child: Token) -> bool:
    return child.dep_ == "mark" or child.tag_ in ("WRB", "WDT", "WP", "TO")


@at(tags=PAST, none_below=SUBJECTS | HELPERS, is_behind=True)
def finite_behind_plan(verb: Token) -> Iterator[Arc]:
    """ "Approved a plan to plant trees and *named* a chief", "left roads blocked and *knocked* down trees": who did the
    first did the second; nobody plans to "named"."""
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "acl" or not _differs(verb, first):
        return
    above = next((t for t in first.ancestors if t.pos_ in VERBAL), None)
    is_done = any(c.dep_ == "agent" for c in verb.rights)
    if above is not None and above.tag_ == "VBD" and has_subject(above) and not is_done:
        verb.tag_ = "VBD"
        yield from beside_verb(verb, above)


def _differs(verb: Token, first: Token) -> bool:
    """Whether a past tense cannot go on with an infinitive or a participle."""
    has_object = not verb.below.isdisjoint({"dobj", "prt"})
    return (has_to(first) and first.tag_ == "VB") or (first.tag_ == "VBN" and verb.tag_ == "VBD" and has_object)


@at(tags=PAST, none_below=SUBJECTS | HELPERS | {"mark"}, above="xcomp", above_tags="VB", is_behind=True)
def done_to_him_too(verb: Token) -> Iterator[Arc]:
    """ "Was ordered to pay a fine and *banned* from driving", "told to repay it and *fined* 40 crowns": what was done,
    too; nobody is ordered to "banned"."""
    plan, above = verb.head, verb.head.head
    is_fined = "dobj" in verb.below and verb.lemma_.lower() in wordlists.words("fining", "lemma")
    is_participle = is_fined or (verb.tag_ == "VBN" and ("dobj" not in verb.below or verb.lower_ == "given"))
    if verb.dep_ == "conj" and is_participle and has_to(plan) and above.tag_ == "VBN" and "auxpass" in above.below:
        verb.tag_ = "VBN"
        yield from beside_verb(verb, above)
