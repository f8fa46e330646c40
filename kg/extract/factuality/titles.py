"""Titles: what a writer calls people in somebody's words: "said Lena Orr, a lawyer for the bank, had left"."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.phrases import ADNOMINAL, NOUNS
from kg.grammar.verbs import verb_forms
from kg.grammar.wordlists import class_told_by
from kg.naming import roles
from kg.parse import Token

_PLAIN = frozenset({"kg:Company", "kg:Facility", "kg:GovernmentBody", "kg:Organization", "kg:Place", "kg:Work"})


def is_writers(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun beside a name, before or behind it, only says who or what that is; not "a spy for the bank", which
    a speaker may call her."""
    if noun.dep_ == "amod":
        is_joined = noun.text_before == "-" and noun.tag_ == "VBN"
        is_of_place = noun.i > 1 and noun.nbor(-2).pos_ == "PROPN"  # "the Oslo-based bank"
        return is_joined and (is_of_place or noun.head.pos_ == "PROPN")
    is_role = any(form in roles() for form in arcs.noun_forms(noun))
    return tells_what(noun, lexicon) and (is_role or not any(_blames(child, lexicon) for child in noun.rights))


def tells_what(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun beside a name only says what it is, whatever a clause on the noun tells of it."""
    is_beside = noun.dep_ in ("appos", "compound") and noun.head.pos_ == "PROPN"
    is_beside |= noun.dep_ == "appos" and noun.head.pos_ == "NOUN" and not arcs.is_indefinite(noun.head)
    is_named = "appos" in noun.below and any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.rights)
    if not (is_beside or is_named) or noun.pos_ not in NOUNS:
        return False
    forms = arcs.noun_forms(noun)
    is_plain = any(form in roles() for form in forms) or class_told_by(forms[0]) in _PLAIN
    # "the Spanish supplier, Duero"
    is_plain |= is_named and noun.pos_ == "NOUN" and any(child.lower_ == "the" for child in noun.lefts)
    if noun.pos_ == "PROPN" and noun.dep_ == "appos" and noun.head.pos_ == "NOUN":
        forms, is_plain = arcs.noun_forms(noun.head), True  # and the name of it
    return is_plain and not lexicon.has("blaming", forms)


def with_prepositions(verb: Token) -> tuple[str, ...]:
    """Of "sold under the name Orlo" sell under."""
    return tuple(f"{verb.lemma_.lower()} {child.lower_}" for child in verb.rights if child.dep_ in ("prep", "agent"))


def _blames(clause: Token, lexicon: Lexicon) -> bool:
    """Whether a clause on a title may be a speaker's: "Orlo, a company run by the mayor's brother"; not what a thing
    does in the present: "Orlo, a company that makes lamps", "building two ships"."""
    forms = (*verb_forms(clause), *with_prepositions(clause))
    if clause.dep_ not in ADNOMINAL or lexicon.has("milestones", forms):
        return False  # "a businessman based in Dubai"
    return clause.tag_ == "VBN" or arcs.is_past(clause)
