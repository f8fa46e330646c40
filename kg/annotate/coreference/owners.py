"""Whose something is, where the clause leaves no choice: "drove *families* from their homes", "*shares* fell to their
lowest level", "a *boat* found with its cargo"."""

from __future__ import annotations

from kg.annotate.coreference.around import verb_of
from kg.annotate.coreference.referent import is_subject
from kg.grammar.phrases import VERBAL
from kg.grammar.wordlists import words_of
from kg.naming import small_words
from kg.parse import Token

_MOVING = frozenset({"from", "to", "in", "into", "inside"})
_FINITE = frozenset({"aux", "auxpass", "mark", "nsubj", "nsubjpass"})
_SUPERLATIVE = frozenset({"JJS", "RBS"})


def owner_in_clause(pronoun: Token) -> Token | None:
    """The noun that a "his", "its" or "their" can only go back to."""
    if pronoun.dep_ != "poss":
        return None
    return moved(pronoun) or of_age(pronoun) or _excelled(pronoun) or _told_of(pronoun)


def of_age(pronoun: Token) -> Token | None:
    """Who is so old: "The *men*, both in their 40s, were", "two *women* in their thirties"."""
    noun = pronoun.head
    is_decade = noun.lemma_.lower() in words_of("age in years") or _is_decade(noun.text)
    if pronoun.dep_ != "poss" or noun.dep_ != "pobj" or not is_decade:
        return None
    above = noun.head.head
    if above.pos_ in VERBAL:
        objects = [t for t in above.rights if t.dep_ == "dobj" and t.i < pronoun.i]  # "held three *men* in their 30s"
        return next(iter(objects or [t for t in above.lefts if is_subject(t)]), None)
    return above.head if above.dep_ == "appos" else above


def _is_decade(word: str) -> bool:
    """Whether a word is as "40s"."""
    return word.endswith("0s") and word[:-1].isdigit()


def moved(pronoun: Token) -> Token | None:
    """Who is moved, or kept, where he lives: "forced *families* from their homes", "*Thousands* were trapped in their
    villages"."""
    noun, link = pronoun.head, pronoun.head.head
    link = link.head if link.lower_ == "of" and link.head.lower_ == "out" else link
    is_moving = link.lower_ in _MOVING or link.lower_ == "out"
    if (
        pronoun.dep_ != "poss"
        or noun.dep_ != "pobj"
        or not is_moving
        or noun.lemma_.lower() not in small_words("dwelling")
    ):
        return None
    verb = link.head.head if link.head.dep_ == "dobj" else link.head
    while verb.dep_ in {"prep", "prt", "advmod"}:
        verb = verb.head
    done_to = [t for t in verb.rights if t.dep_ == "dobj" and t.i < pronoun.i]
    done_to = done_to or [t for t in verb.lefts if t.dep_ == "nsubjpass"]
    if len(done_to) != 1 or any(t.lower_ == pronoun.lower_ for t in done_to[0].lefts):
        return None  # "took *his* son to his house"
    is_relative = done_to[0].tag_ in {"WP", "WDT"} and verb.dep_ == "relcl"
    return verb.head if is_relative else done_to[0]


def _excelled(pronoun: Token) -> Token | None:
    """What reaches a mark of its own: "*Shares* fell to their lowest level", "*Orlo* posted its biggest loss"."""
    noun, verb = pronoun.head, verb_of(pronoun)
    is_mark = noun.lemma_.lower() in small_words("mark") and any(t.tag_ in _SUPERLATIVE for t in noun.lefts)
    is_at = noun.dep_ == "pobj" and noun.head.head is verb
    if not is_mark or not (is_at or (noun.dep_ == "dobj" and noun.head is verb)):
        return None
    subjects = [t for t in verb.lefts if is_subject(t)]
    return subjects[0] if len(subjects) == 1 and "conj" not in subjects[0].below else None


def _told_of(pronoun: Token) -> Token | None:
    """What a participle tells of: "a *boat* abandoned with pots in its stern", "*those* losing their jobs"."""
    verb = next((t for t in pronoun.ancestors if t.dep_ in {"acl", "relcl", "ccomp", "advcl"}), None)
    if verb is None or verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBG"} or verb.below & _FINITE:
        return None
    between = pronoun.doc[verb.i : pronoun.i]
    is_alone = not any(is_subject(t) or t.dep_ == "agent" for t in between)
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head.dep_ in {"acl", "conj"}:
        outer = next(
            (t for t in noun.ancestors if t.dep_ == "acl"), None
        )  # "a boat left with pots stacked in its stern"
        if outer is None:
            break
        noun = outer.head
    has_object = any(t.dep_ == "dobj" and t is not pronoun.head for t in verb.rights)
    is_thing = noun.head.lemma_ != "have" and not any(t.lower_ == "no" for t in noun.lefts)  # "has no business doing"
    return noun if is_alone and is_thing and not has_object and noun.pos_ in {"NOUN", "PROPN", "PRON"} else None
