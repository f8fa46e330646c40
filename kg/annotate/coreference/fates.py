"""What happens to one person in turn: who pleaded guilty is sentenced, who died is survived by somebody."""

from __future__ import annotations

from functools import cache

from kg.annotate.coreference.referent import Referent
from kg.naming import rows
from kg.parse import Token

_PART = {"nsubj": "doing", "dobj": "done", "nsubjpass": "done"}


def is_fated(pronoun: Token, referent: Referent) -> bool:
    """Whether what is done to a pronoun follows from what was told of somebody: "He pleaded guilty. The judge jailed
    *him*"."""
    return referent.is_named and any(follows(pronoun, token) for token in referent.met)


def follows(pronoun: Token, token: Token) -> bool:
    """Whether what a pronoun does, or what is done to it, comes after what was told with a mention."""
    before = _befores().get(_told(pronoun))
    return before is not None and _told(token) in before


def _told(token: Token) -> tuple[str, str]:
    return token.head.lemma_, _PART.get(token.dep_, "")


@cache
def _befores() -> dict[tuple[str, str], frozenset[tuple[str, str]]]:
    found: dict[tuple[str, str], set[tuple[str, str]]] = {}
    for row in rows("fates"):
        found.setdefault((row["verb"], row["part"]), set()).add((row["before"], row["before_part"]))
    return {told: frozenset(befores) for told, befores in found.items()}
