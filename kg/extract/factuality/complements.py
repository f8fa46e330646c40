"""Complements: what kind of clause hangs on a verb or noun, which of its lines to try, what it lacks."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import QUESTION_TAGS, is_relative
from kg.extract.factuality.arcs import has_mark, has_subject_before, is_aside, is_finite
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import TIMES
from kg.grammar.verbs import (
    HELPERS,
    NOMINAL_SUBJECTS,
    OBJECTS,
    SUBJECTS,
    finite_part,
    has_subject,
    has_to,
    is_misread_main_verb,
    is_passive,
)
from kg.parse import Token

_WH_MARKS = frozenset({"whether", "if"})
_TAKEN = frozenset({"dobj", "dative", "ccomp", "xcomp", "acomp", "attr", "oprd"})
_ASKED = frozenset({"dobj", "nsubj", "nsubjpass", "attr", "prep"})
_LASTING = frozenset({"until", "till", "for"})


def is_bid(verb: Token) -> bool:
    """Whether a that-clause tells by a bare "be" what is to be: "a pact that the port be shared"."""
    first = finite_part(verb)
    if first.lower_ != "be":
        return False
    words = [child for child in verb.lefts if child.i < first.i]
    opens = any(child.lower_ == "that" and child.i == verb.left_edge.i for child in words)
    return opens and any(child.dep_ in SUBJECTS and child.lower_ != "that" for child in words)


def is_subjunctive(verb: Token) -> bool:
    """Whether a clause says what is to be: "insisted that the bank repay it"; not "that banks repay it"."""
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS]
    if helpers:
        return helpers[0].lower_ == "be"  # "that it be sold"
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    return verb.tag_ in ("VB", "VBP") and subject is not None and subject.tag_ in ("NN", "NNP") and has_mark(verb)


def complement_kind(verb: Token) -> str:
    """What kind of clause a verb heads: that, wh (whether, if), whx (why ...), whto (how to), inf, bare, ger, part."""
    marks = (child for child in verb.lefts if child.dep_ == "mark") if "mark" in verb.below else ()
    if any(mark.lower_ in _WH_MARKS and not is_aside(mark) for mark in marks):
        return "wh"
    if _opens_with_question_word(verb):
        return "whto" if has_to(verb) else "whx"
    if has_to(verb):
        return "inf"
    if verb.tag_ == "VBN" and not has_mark(verb) and is_compound_gerund(verb):
        return "ger"
    if is_finite(verb) or (has_mark(verb) and verb.tag_ == "VB"):
        return "that"
    if verb.tag_ == "VBN":
        is_reduced = not any(child.dep_ in HELPERS or child.dep_ == "nsubj" for child in verb.lefts)
        return "part" if is_reduced else "that"
    is_before = verb.i < verb.head.i and has_subject_before(verb)  # "The owners share it; Lund could have sold it"
    return {"VBG": "ger", "VB": "that" if is_before else "bare"}.get(verb.tag_, "that")


def is_compound_gerund(verb: Token) -> bool:
    """The fined of "escaped *being fined*", the seen of "denied *having seen* it"."""
    first = finite_part(verb)
    is_first = not any(child.dep_ in SUBJECTS and child.i < first.i for child in verb.lefts)
    return is_first and first.lower_ in ("being", "having")


def _opens_with_question_word(verb: Token) -> bool:
    """Why they left, who sold it, how good it is; not "the mill, which they want to sell"."""
    if verb.dep_ == "relcl":
        return False
    opening = [child for child in verb.lefts if child.dep_ != "mark"]
    opening += [word for child in verb.rights if child.dep_ == "acomp" for word in child.lefts]
    first = verb.left_edge
    opening += [first for c in verb.lefts if c.left_edge == first and c.dep_ in _ASKED]  # "how many trains"
    return any(_asks(word) for word in opening) or _is_left_behind(first, verb) or _is_of_said(first, verb)


def _is_left_behind(what: Token, verb: Token) -> bool:
    """Whether a preposition stands at the end of a clause: "*what* they trusted us with", "what they are afraid of"."""
    of = what.head
    is_taken = what.lower_ in ("what", "whom") and what.dep_ == "pobj" and what.i < of.i
    return is_taken and verb in (of.head, of.head.head)


def _is_of_said(what: Token, verb: Token) -> bool:
    """Whether a word opens what is said further down: "*what* they said was theft", "who the guard thinks did it"."""
    told = what.head
    return what.tag_ == "WP" and what.dep_ in SUBJECTS and told.dep_ == "ccomp" and told.head == verb


def _asks(word: Token) -> bool:
    """Whether a word opens a question; not the that of "it is time that", nor of "a firm that"."""
    is_that = word.lower_ == "that" and word.dep_ == "advmod"
    return word.tag_ in QUESTION_TAGS and not is_that and not is_relative(word)


def is_money(noun: Token) -> bool:
    """Whether a noun is a sum of money."""
    return noun.ent_type_ == "MONEY" or any(child.text in "$€£¥" for child in noun.lefts)


def is_small_clause(verb: Token, *, may_be_past: bool = False) -> bool:
    """Whether a participle with a subject stands for "to be": "wants *it withdrawn*"; it may be tagged as a past."""
    tags = ("VBN", "VBD") if may_be_past else ("VBN",)
    return verb.tag_ in tags and HELPERS.isdisjoint(verb.below) and not has_mark(verb)


def asks_circumstance(verb: Token) -> bool:
    """How he left, why he left: that he left is no question."""
    adverbs = (child for child in verb.lefts if child.dep_ == "advmod") if "advmod" in verb.below else ()
    return any(child.lower_ in ("how", "why") for child in adverbs)


def complements(governor: Token, verb: Token, kind: str) -> tuple[str, ...]:
    """The complement lines of the governing verb to try, best first."""
    has_object = takes_object(governor, verb)
    if kind == "inf" and is_misread_main_verb(governor):
        return ("inf",)
    if kind == "inf" and _is_after_time(governor, verb):
        return ("timeto", "objto", "objinf", "inf") if has_object else ("timeto", "inf")
    if kind in ("inf", "bare"):
        if has_object or is_passive(governor):
            return ("objinf", "inf", "pinf") if kind == "bare" else ("objto", "objinf", "inf", "pinf")
        has_preposition = any(
            child.dep_ in ("prep", "dative") and governor.i < child.i < verb.i for child in governor.rights
        )
        return ("pinf", "inf") if has_preposition else ("inf",)
    if kind == "ger":
        return ("objger", "ger", "pger") if has_object else ("ger", "pger")
    return {"wh": ("wh",), "part": ("objger",), "that": ("that",)}.get(kind, ())


def _is_after_time(governor: Token, verb: Token) -> bool:
    """Whether it is told how long it took: "waited four days to tell", "waited until June to sign"."""
    for child in governor.rights:
        if child.i < verb.i and child.dep_ in ("dobj", "npadvmod", "prep"):
            noun = next((c for c in child.rights if c.dep_ == "pobj"), child)
            if noun.ent_type_ in TIMES or noun.lemma_.lower() in values("unit"):
                return child.dep_ != "prep" or child.lower_ in _LASTING
    return False


def is_right_behind(noun: Token, verb: Token) -> bool:
    """Whether nothing but a time stands between a noun and an infinitive: "won a contract in May to build it"."""
    between = verb.doc.tokens[noun.right_edge.i + 1 : verb.left_edge.i]
    return all(token.ent_type_ in TIMES or token.dep_ in ("prep", "det", "punct") for token in between)


def takes_object(governor: Token, verb: Token) -> bool:
    """Whether somebody stands between a verb and its infinitive: "asked the firm to pay"."""
    if any(child.dep_ in NOMINAL_SUBJECTS for child in verb.lefts):
        return True
    return any(child.dep_ in OBJECTS and governor.i < child.i < verb.i for child in governor.rights)


def is_content(verb: Token) -> bool:
    """Whether a that-clause on a noun says what the noun is about, and has no gap for it: "the claim that he lied"."""
    that = next((child for child in verb.lefts if child.lower_ == "that"), None)
    if that is not None and that.dep_ in ("mark", "dobj") and lacks_called(verb):
        return False  # "a promise that the mayor called historic"
    if that is None or that.dep_ == "mark":
        return that is not None
    if that.dep_ in SUBJECTS:  # "claims that heads left": a second subject shows that the first is none
        others = [child for child in verb.lefts if child.dep_ in SUBJECTS and child.i > that.i]
        return bool(others) and any(child.dep_ == "dobj" for child in verb.rights)
    has_subject = any(child.dep_ in SUBJECTS and child.i != that.i for child in verb.lefts)
    return has_subject and (is_passive(verb) or any(not child.is_punct for child in verb.rights))


def is_whole_without_that(verb: Token) -> bool:
    """Whether a clause on a noun has all that its verb asks for, and no "that": "doubts *Corvane bought the plant*";
    and of those that open like a description, "Suggestions *Corvane bought the plant* are false"."""
    noun, own = verb.head, [child for child in verb.lefts if child.dep_ in SUBJECTS]
    is_bare = noun.tag_ == "NNS" and noun.n_lefts == 0 and all(child.tag_ not in ("WDT", "WP") for child in own)
    if verb.dep_ != "acl" and not (verb.dep_ == "relcl" and is_bare and own and own[0].lower_ != "that"):
        return False
    return bool(own) and any(child.dep_ in OBJECTS for child in verb.rights)


def lacks_called(verb: Token) -> bool:
    """Whether what a verb calls something is told, and not the thing."""
    taken = {child.dep_ for child in verb.rights}
    return "oprd" in taken and "dobj" not in taken and not is_passive(verb)


def has_gap(verb: Token) -> bool:
    """Whether "that" is what the verb takes, and nothing else is: "the law that they passed in May"."""
    taken = [child for child in verb.children if child.dep_ in _TAKEN]
    return len(taken) == 1 and taken[0].lower_ == "that" and taken[0].dep_ == "dobj"


def has_gap_below(verb: Token) -> bool:
    """Whether a clause on a noun leaves the subject of its own clause out: "remarks that she insists were cut"."""
    below = (child for child in verb.rights if child.dep_ == "ccomp")
    return any(is_finite(child) and not has_subject(child) and not has_mark(child) for child in below)
