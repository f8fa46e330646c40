"""A link: how a predicate hangs on the word that governs it."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.factuality.lexicon import Signature
from kg.parse import Token

_ROOT = Signature("+", "+", "root")


@dataclass(frozen=True, slots=True)
class Link:
    """How a predicate hangs on what governs it."""

    governor: Token | None = None  # whose state is handed down; None at the root
    signature: Signature = _ROOT
    word: Token | None = None  # the embedding word: a cue, and the holder's verb
    is_negative: bool = False  # the embedding word is negated by itself: "not likely to"
    if_unreal: str = ""  # the code that counts instead where the governor is not a fact
    is_beside: bool = False  # takes what its governor was given, not what the governor is
