"""Who is told to be the one of whom a clause tells: "Holm is *the man* who killed Lund"."""

from __future__ import annotations

from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import is_question
from kg.grammar.wordlists import words
from kg.parse import Token

_ASKING = frozenset({"if", "whether", "unless"})
_INNER = frozenset({"ccomp", "xcomp", "pcomp", "acl"})


def is_equated(noun: Token) -> bool:
    """Whether the text, or somebody in it, says that a subject is this one; not "is not *the man* who killed Lund",
    "may be the man who", "hopes that he is the man who": somebody did, but nobody says that it was he."""
    while noun.dep_ in ("conj", "pobj", "prep") and noun.head.pos_ not in VERBAL:
        noun = noun.head  # "one of the *banks* that sold it"
    if noun.dep_ != "attr":
        return True
    verb = noun.head
    is_one_more = any(child.lower_ == "only" for child in noun.lefts)  # "is not the *only* man who killed Lund"
    is_denied = any("neg" in word.below for word in (verb, *verb.rights) if word.dep_ == "advmod" or word is verb)
    if (is_denied and not is_one_more) or is_question(verb):
        return False
    while not _is_open(verb):
        is_before = verb.dep_ == "ccomp" and verb.i < verb.head.i and "mark" not in verb.below  # "It is one; it won"
        if is_before or (verb.dep_ not in _INNER and verb.dep_ != "conj"):
            return True
        if verb.dep_ != "conj" and not _is_said(verb.head):
            return False
        verb = verb.head
    return False


def _is_open(verb: Token) -> bool:
    """Whether a clause tells what may be, is to be or is asked."""
    return any(child.tag_ == "MD" or child.lower_ in _ASKING for child in verb.lefts)


def _is_said(above: Token) -> bool:
    """Whether words hang on a verb by which somebody puts them forward."""
    is_saying = above.lemma_.lower() in words("speech", "lemma") - words("disputing", "lemma")
    return above.pos_ in VERBAL and is_saying and "neg" not in above.below
