"""Titles: what a writer calls people in somebody's words: "said Lena Orr, a lawyer for the bank, had left"."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.naming import roles
from kg.parse import Token


def is_writers(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun beside a name, before or behind it, only says who that is; not "a spy for the bank", which a
    speaker may call her."""
    is_beside = noun.dep_ in ("appos", "compound") and noun.head.pos_ == "PROPN"
    is_named = "appos" in noun.below and any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in noun.rights)
    if not (is_beside or is_named) or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    forms = arcs.noun_forms(noun)
    return any(form in roles() for form in forms) and not lexicon.has("blaming", forms)
