"""Second verbs that the form of a verb tells whose they are: "checks meters that farmers install and publishes"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.grammar.attachment.arc import Arc, beside_verb, subject_arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import number_of_noun, number_of_verb
from kg.grammar.phrases import NOUNS, PLURALS, VERBAL, follows_comma
from kg.grammar.verbs import FINITE, HELPERS, NOMINAL_SUBJECTS, SUBJECTS, finite_part, has_subject, has_to, may_say
from kg.parse import Token

_LINKS = frozenset({"and", "but"})
_RELATIVES = frozenset({"WDT", "WP"})
_IN_PHRASE = frozenset({"NN", "NNS", "NNP", "JJ", "JJR", "JJS", "DT", "PRP$", "CD", "VBG", "VBN", "POS", "HYPH"})
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


@at(tags=FINITE | {"VBN", "VBG", "VB"}, none_below=SUBJECTS | {"mark"}, is_behind=True)
def own_subject_in_phrase(verb: Token) -> Iterator[Arc]:
    """ "The war closed ports in the east and insurance premiums *jumped*": what stands between "and" and the verb is
    its subject, as the "and" would be needed before the verb, and nobody closes ports in premiums."""
    first, helper = verb.head, finite_part(verb)
    noun = helper.nbor(-1) if helper.i else verb
    is_joined = any(c.dep_ == "cc" and first.i < c.i < verb.i for t in (verb, first) for c in t.children)
    is_said = verb.dep_ == "ccomp" and may_say(first)
    if verb.dep_ not in ("conj", "ccomp") or helper.tag_ not in FINITE or is_joined or is_said:
        return
    above = next((t for t in noun.ancestors if t.pos_ in VERBAL and t.i < noun.i), None)
    if above is None or not has_subject(above) or any(map(_is_mark, verb.lefts)):
        return
    if above == first or above.head == first or first.head == above:
        yield from _parted(noun, verb, above)


@at(any_below="nsubj nsubjpass", above_tags="VBD VBZ VBP", above="advcl ccomp conj ROOT relcl", is_behind=True)
def own_subject_of_clause(verb: Token) -> Iterator[Arc]:
    """ "Rates weakened demand at home and energy costs *rose*": they weakened demand, and costs rose."""
    above, helper = verb.head, finite_part(verb)
    thing = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), verb)
    noun = helper.nbor(-1) if helper.i else verb
    is_clause = verb.dep_ in ("ccomp", "advcl") and helper.tag_ in FINITE and thing.left_edge.i == above.i + 1
    if not is_clause or "mark" in verb.below or "dobj" in above.below or thing == noun or thing.tag_ == "PRP":
        return
    if not may_say(above) and has_subject(above) and (arcs := [*_parted(noun, verb, above)]):
        yield thing, above, "dobj"
        yield from arcs


def _parted(noun: Token, verb: Token, above: Token) -> Iterator[Arc]:
    """The noun before a verb as its subject, with the "and" before it beside the clause above."""
    own = [*takewhile(lambda t: t.tag_ in _IN_PHRASE, reversed(noun.doc.tokens[above.i + 1 : noun.i]))]
    start = own[-1] if own else noun
    link = start.nbor(-1)
    first = link.nbor(-1)
    numbers = {number_of_noun(noun), number_of_verb(verb)} - {""}
    if len(numbers) > 1:
        return  # "bars the Major and the Whopple *have* lost"
    if link.lower_ != "and" or first.pos_ not in (*NOUNS, "ADJ") or noun.pos_ not in NOUNS or link.i <= above.i + 1:
        return
    if first.head in (noun, *noun.children) and noun.dep_ != "conj":  # "in the *east* and premiums"
        yield first, noun.head, noun.dep_
        yield from ((c, first, c.dep_) for c in [*noun.lefts] if c.i < first.i)
        yield from ((c, noun, "compound") for c in [*first.rights] if c.dep_ == "conj" and link.i < c.i < noun.i)
    elif noun.dep_ != "conj" or noun.head.i > link.i:
        return
    yield link, above, "cc"
    yield noun, verb, subject_arc(verb)
    yield verb, above, "conj"
