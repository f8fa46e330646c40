"""Titles: what a writer calls people in somebody's words: "said Lena Orr, a lawyer for the bank, had left"."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.wordlists import class_told_by
from kg.naming import roles
from kg.parse import Token

_PLAIN = frozenset({"kg:Company", "kg:Facility", "kg:GovernmentBody", "kg:Organization", "kg:Place", "kg:Work"})


def is_writers(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun beside a name, before or behind it, only says who or what that is; not "a spy for the bank", which
    a speaker may call her."""
    if noun.dep_ == "amod":
        is_joined = noun.text_before == "-"  # "Oslo-based Orlo"
        return is_joined and noun.tag_ == "VBN" and noun.head.pos_ == "PROPN"
    is_beside = noun.dep_ in ("appos", "compound") and noun.head.pos_ == "PROPN"
    is_named = "appos" in noun.below and any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.rights)
    if not (is_beside or is_named) or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    forms = arcs.noun_forms(noun)
    tells_more = not noun.below.isdisjoint({"acl", "relcl"})  # "Orlo, a company run by the mayor's brother"
    is_plain = any(form in roles() for form in forms) or (class_told_by(forms[0]) in _PLAIN and not tells_more)
    return is_plain and not lexicon.has("blaming", forms)
