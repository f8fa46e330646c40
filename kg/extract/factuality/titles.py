"""Titles: what a writer calls people in somebody's words: "said Lena Orr, a lawyer for the bank, had left"."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.naming import roles
from kg.parse import Token


def is_writers(noun: Token, lexicon: Lexicon) -> bool:
    """Whether a noun beside a name only says who that is; not "a spy for the bank", which a speaker may call her."""
    if noun.dep_ not in ("appos", "compound") or noun.pos_ not in ("NOUN", "PROPN") or noun.head.pos_ != "PROPN":
        return False
    forms = arcs.noun_forms(noun)
    return any(form in roles() for form in forms) and not lexicon.has("blaming", forms)
