"""Refusals: "would not say who paid" tells what somebody declined to do, not what depends on a condition."""

from __future__ import annotations

from kg.extract.clauses.subjects import subjects
from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.verbs import has_subject, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_ANY = frozenset({"a", "an", "any"})
_TOLD = frozenset({"ROOT", "conj", "relcl", "advcl"})
_SPOKEN_TO = frozenset({"i", "we", "you"})


def is_refused(verb: Token, helper: Token, lexicon: Lexicon, *, is_negative: bool) -> bool:
    """Whether somebody kept something to himself: "would not comment", "would say only that it was sold"; not "a good
    lawyer would not say", "I would not say that"."""
    if helper.lower_ not in arcs.WOULD or verb.dep_ not in _TOLD:
        return False
    if not (lexicon.has("withholding", verb_forms(verb)) or _is_kept_back(verb)):
        return False
    who = subjects(verb)
    is_one = arcs.follows_comma(verb) and verb.dep_ == "relcl"  # "a cyclist, who would not give her name"
    if not who or any(one.lower_ in _SPOKEN_TO or (_is_anybody(one) and not is_one) for one in who):
        return False
    return is_negative or _says_only(verb)


def is_performed(verb: Token, helper: Token) -> bool:
    """Whether what somebody says he can tell is told by that: "The Mail can reveal that the mayor was warned"; not "A
    scan can reveal that a bone is broken"."""
    if helper.lower_ != "can" or verb.lemma_ not in words_of("breaking news") or "neg" in verb.below:
        return False
    return any(map(_is_teller, subjects(verb))) and any(
        child.dep_ == "ccomp" and arcs.is_finite(child) for child in verb.rights
    )


def _is_teller(one: Token) -> bool:
    """I, we, or what is called as papers are: "*The* Mail"; not "MRI", "Google"."""
    is_paper = one.pos_ == "PROPN" and not one.is_upper and any(child.lower_ == "the" for child in one.lefts)
    return one.lower_ in ("i", "we") or is_paper


def is_perceived(verb: Token, helper: Token) -> bool:
    """Whether what can be seen or heard is done: "In the video a man *can be seen* running"; not "the tower can be seen
    from the sea"."""
    if helper.lower_ not in ("can", "could") or verb.lemma_ not in ("see", "hear") or "neg" in verb.below:
        return False
    doing = (c for c in verb.rights if c.tag_ == "VBG" and c.i <= verb.i + 2 and not has_subject(c))
    return "auxpass" in verb.below and next(doing, None) is not None


def _is_kept_back(verb: Token) -> bool:
    """Would not give her name, would not provide figures."""
    taken = (child for child in verb.rights if child.dep_ == "dobj")
    is_given = verb.lemma_ in words_of("giving word")
    return is_given and any(noun.lemma_.lower() in words_of("kept back") for noun in taken)


def _says_only(verb: Token) -> bool:
    """Would say only, would only say."""
    beside = (verb.doc[i] for i in (verb.i - 1, verb.i + 1) if 0 <= i < len(verb.doc))
    return verb.lemma_ == "say" and any(word.lower_ == "only" for word in beside)


def _is_anybody(noun: Token) -> bool:
    """A lawyer, any lawyer; but "a ministry spokesman", "a lawyer for the family"."""
    articles = {child.lower_ for child in noun.lefts} & _ANY
    return arcs.is_indefinite(noun) and ("any" in articles or (bool(articles) and not _speaks_for_one(noun)))


def _speaks_for_one(noun: Token) -> bool:
    """Whether somebody speaks for a body or a known party: "a spokesman", "a lawyer *for the family*"; not "a good
    spokesman"."""
    if any(child.dep_ == "amod" for child in noun.lefts):
        return False
    sides = (c for preposition in noun.rights if preposition.lower_ == "for" for c in preposition.rights)
    return noun.lemma_.lower() in words_of("asked for a word") or any(not arcs.is_indefinite(side) for side in sides)
