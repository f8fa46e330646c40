"""Verbs that say nothing by themselves, without object or role: "people who *nap*", "two minutes *remain*"."""

from __future__ import annotations

from kg.extract.clauses import Clause
from kg.grammar.phrases import TERMS, TIMES
from kg.grammar.verbs import has_to
from kg.grammar.wordlists import words
from kg.parse import Token

_OWNED = frozenset({"det", "poss", "nummod"})


def says_little(clause: Clause) -> bool:
    """Whether nothing is told where only subject and verb are."""
    return _is_kind(clause) or _is_time_left(clause) or _is_where_or_how(clause)


def _is_kind(clause: Clause) -> bool:
    """ "*People who nap* live longer": which people, and nothing that people do."""
    if clause.subject_source != "relative" or clause.head.dep_ != "relcl" or clause.is_passive:
        return False
    return all(_is_any(noun) for noun in clause.subjects) and clause.verb.left_edge.text_before != ","


def _is_any(noun: Token) -> bool:
    return noun.tag_ == "NNS" and _OWNED.isdisjoint(noun.below) and not noun.ent_type_


def _is_time_left(clause: Clause) -> bool:
    """ "Scored with *two minutes remaining*": when they did."""
    if clause.head.lemma_.lower() not in words("time_left", "lemma") or clause.verb.tag_ not in ("VBG", "VBN", "VBD"):
        return False
    before = clause.verb.doc.tokens[clause.verb.i - 1 : clause.verb.i]  # where the parser hangs it on the main verb
    nouns = before if any(word.head.lower_ == "with" for word in before) else clause.subjects
    is_time = all(noun.ent_type_ in TIMES or noun.lemma_.lower() in TERMS for noun in nouns)
    return is_time and clause.verb.dep_ in ("acl", "advcl", "pcomp")


def _is_where_or_how(clause: Clause) -> bool:
    """ "Filmed it *where it happened*", "the way *they play*": where or how, and nothing more."""
    verb = clause.verb
    is_where = verb.left_edge.lower_ == "where" and verb.dep_ != "relcl"
    is_told_when = has_to(verb) or verb.left_edge.lower_ == "when"
    is_how = verb.dep_ == "relcl" and _tells_how(verb.head) and not is_told_when
    is_way = has_to(verb) and any(_tells_how(noun) for noun in clause.subjects)  # "other ways to work"
    return is_where or is_way or (is_how and verb.head not in clause.subjects)


def _tells_how(noun: Token) -> bool:
    return noun.lemma_.lower() in words("circumstantial_nouns", "lemma")
