"""Descriptions that stand for something else in their sentence: of whom they are, whose, part of what."""

from __future__ import annotations

from functools import cache

from kg.extract.appositions import is_another
from kg.extract.clauses import conjuncts, subjects
from kg.extract.clauses.own_subjects import antecedent
from kg.grammar.phrases import first_of
from kg.grammar.wordlists import rows
from kg.naming import description_words, roles
from kg.parse import Token

_SINGULAR = frozenset({"NN", "NNP"})
_ARTICLES = frozenset({"a", "an", "the"})
_COMPARING = frozenset({"than", "like", "unlike"})
_ALL = frozenset({"all", "both", "each"})
_SHORT_OF = frozenset({"almost", "nearly", "virtually", "practically", "not"})


def described(noun: Token) -> Token | None:
    """Who or what a description is of: "Vos, *a biologist* who led the study"; "founder and *chairman*, Ada Vos";
    "Vos is *a biologist* who led the study"."""
    if noun.lower_ == "one":
        named = [c for c in noun.rights if c.dep_ == "appos" and c.pos_ == "PROPN"]
        return named[0] if len(named) == 1 else None  # "*one of them*, Ada Vos, left"
    is_common = noun.pos_ == "NOUN" or any(t.lower_ in ("a", "an") for t in noun.lefts)
    if not is_common or noun.tag_ not in _SINGULAR:
        return None
    if noun.dep_ == "appos" and _is_described(noun) and noun.head.pos_ == "PROPN":
        return None if is_another(noun.head, noun) else noun.head
    if noun.dep_ == "attr" and noun.head.lemma_ == "be" and any(t.lower_ in ("a", "an") for t in noun.lefts):
        found = subjects(noun.head)
        is_negated = any(child.dep_ == "neg" for child in noun.head.children)
        return found[0] if len(found) == 1 and not is_negated and found[0].pos_ == "PROPN" else None
    return _fellow(noun)


def _is_described(noun: Token) -> bool:
    """Not the second of a list: "the firm Orlo, mill and quarry"."""
    if any(child.dep_ == "conj" for child in noun.head.rights):
        return False
    return noun.lemma_.lower() in roles() or any(t.lower_ in _ARTICLES or t.dep_ == "poss" for t in noun.lefts)


def _fellow(noun: Token) -> Token | None:
    """The first of two posts of one person: "its *founder* and chairman, Ada Vos"."""
    if noun.dep_ != "conj" or noun.lemma_.lower() not in roles():
        return None
    first = conjuncts(noun)[0]
    named = [c for c in first.rights if c.dep_ == "appos" and c.pos_ == "PROPN"]
    is_bare = not any(t.lower_ in _ARTICLES or t.dep_ in ("poss", "compound") for t in noun.lefts)
    return named[0] if len(named) == 1 and is_bare and first.lemma_.lower() in roles() else None


def owner(head: Token) -> tuple[Token, Token] | None:
    """The possessive of a description, and what it points to: "*whose* shares", "*its* shares", "*Orlo*'s shares"."""
    word = next((child for child in head.lefts if child.dep_ == "poss"), None) if "poss" in head.below else None
    if word is None:
        return None
    if word.tag_ == "WP$":
        noun = antecedent(word)
        return (word, noun) if noun is not None else None
    return word, word


def whole(head: Token) -> tuple[Token, bool] | None:
    """What a part is taken from, and whether all of it is meant: "all *of whom*"; "most *of whom*", "*of which* two",
    "nearly all *of whom*"."""
    is_all = head.lower_ in _ALL and not any(child.lower_ in _SHORT_OF for child in head.lefts)
    for preposition in head.children:
        if preposition.lower_ == "of" and head.pos_ in ("ADJ", "PRON", "NUM", "DET", "NOUN") and head.dep_ != "attr":
            for inner in preposition.rights:
                if inner.lower_ in ("whom", "which") and (noun := antecedent(inner)) is not None:
                    return noun, is_all
    return None


def is_idle(head: Token) -> bool:
    """Whether "the" and a noun take up nothing told before: "raise the *alarm*", "play the *piano*"."""
    forms = {head.lower_, head.lemma_.lower()}
    return head.dep_ == "dobj" and any((head.head.lemma_, form) in _idle_nouns() for form in forms)


def is_of_kind(head: Token) -> bool:
    """Whether a noun tells of what "the" and the noun alone do not take up: "than *cars*", "*90 people*"."""
    lemma = head.lemma_.lower()
    if first_of(head).head.lower_ in _COMPARING:
        return True
    is_firm = lemma in description_words("general") and any(t.dep_ == "compound" for t in head.lefts)
    is_crowd = lemma == "people" and any(t.dep_ == "nummod" for t in head.lefts)
    is_degree = any(t.dep_ == "amod" and any(d.lower_ in {"more", "less"} for d in t.lefts) for t in head.lefts)
    return is_firm or is_crowd or is_degree


@cache
def _idle_nouns() -> frozenset[tuple[str, str]]:
    return frozenset((row["lemma"], row["noun"]) for row in rows("idle_nouns"))


def possessive(name: str) -> str:
    """A name as owner: "Orlo's", "nurses'"."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"
