"""How each predicate of a document is put forward: mode, polarity, and whose words it is."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from kg.model import Mode, Polarity


@dataclass(frozen=True, slots=True)
class State:
    """What a sentence says about one of its propositions, and the words that say so."""

    mode: Mode = Mode.FACTUAL
    polarity: Polarity = Polarity.POSITIVE
    is_attributed: bool = False  # true also when nobody is named
    holders: tuple[tuple[Token, ...], ...] = ()  # chain, outermost first; each link the heads of coordinated holders
    cues: tuple[Token, ...] = ()


class Factuality:
    """The state of every predicate of one document, worked out once from the root of each sentence down."""

    def __init__(self, doc: Doc) -> None:
        raise NotImplementedError

    def of(self, predicate: Token, argument: Token | None = None) -> State:
        """The state of a predicate; with an argument, of the proposition about that argument
        ("sold not trucks but tractors": negative for trucks only)."""
        raise NotImplementedError
