"""State: mode, polarity and holders of one predicate, and the steps by which reading changes them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kg.model import Mode, Polarity
from kg.parse import Token

_MODES = {
    "f": Mode.FUTURE,
    "d": Mode.DESIRED,
    "o": Mode.POSSIBLE,
    "k": Mode.CONDITIONAL,
    "q": Mode.UNKNOWN,
}
_OPEN = frozenset({Mode.FACTUAL, Mode.POSSIBLE})  # modes that a later marker may still change
_AHEAD = frozenset({Mode.DESIRED, Mode.FUTURE})


@dataclass(frozen=True, slots=True)
class State:
    """What a sentence says about one of its propositions, and the words that say so."""

    mode: Mode = Mode.FACTUAL
    polarity: Polarity = Polarity.POSITIVE
    is_attributed: bool = False  # true also when nobody is named
    holders: tuple[tuple[Token, ...], ...] = ()  # chain, outermost first; each link the heads of coordinated holders
    cues: tuple[Token, ...] = ()
    wishing: int = 0  # how many links at the end of the chain only guess, hope, fear or ask
    is_rebutted: bool = False  # whether the last who speaks denies what this stands in

    @property
    def is_guess(self) -> bool:
        """Whether all its holders only guess, hope, fear or ask: what it presupposes is nobody's."""
        return 0 < self.wishing == len(self.holders)

    @property
    def speakers(self) -> tuple[tuple[Token, ...], ...]:
        """The chain of those who say so: without *Orr* of "she said Orr asked me to sell it"."""
        return self.holders[: len(self.holders) - self.wishing]

    @property
    def vouching(self) -> tuple[tuple[Token, ...], ...]:
        """The chain of those whose words are what this takes for granted: without *Orr* of "Orr denied that he sold it
        to a clerk *who burned it*"."""
        return self.speakers[:-1] if self.is_rebutted else self.speakers

    @property
    def is_factual(self) -> bool:
        """Whether it is put forward as something that is or is not so."""
        return self.mode is Mode.FACTUAL

    @property
    def is_negative(self) -> bool:
        """Whether it is put forward as something that is not so."""
        return self.polarity is Polarity.NEGATIVE

    @property
    def is_asserted(self) -> bool:
        """Whether a reader may take it as a fact."""
        return self.is_factual and not self.is_negative and not self.is_attributed

    def cued(self, *words: Token | None) -> State:
        """With further words that say so."""
        cues = self._with(*words)
        if cues is self.cues:
            return self
        return replace(self, cues=cues)

    def _with(self, *words: Token | None) -> tuple[Token, ...]:
        fresh = [word for word in words if word is not None and word not in self.cues]
        return (*self.cues, *fresh) if fresh else self.cues

    def embedded(self, code: str, word: Token | None) -> State:
        """What a code of the lexicon makes of a complement when this is the state of its governor.

        Holders are added by `heard`. "!" leaves mode and polarity behind, "c!" so as the word of whoever holds this.
        """
        polarity = Polarity.NEGATIVE if code.endswith("-") else Polarity.POSITIVE
        if (code == "+" or (code == "!" and self.is_factual and not self.cues)) and self.polarity is polarity:
            return self
        if code == "c!":
            return State(Mode.FACTUAL, polarity, True, self.holders, self.cues)
        if code[0] == "!":
            told_by = tuple(token for token in self.cues if token.dep_ != "neg" and token.tag_ != "MD")
            if self.is_guess or not self.is_attributed:
                return State(Mode.FACTUAL, polarity)
            return State(Mode.FACTUAL, polarity, self.is_attributed, self.vouching, told_by)
        is_attributed = self.is_attributed or code[0] == "c"
        is_open = self.mode in _OPEN or code[0] == "q"  # "must decide whether", "would not say whether"
        if code[0] == "k" and self.mode in _AHEAD:  # "told to call if they fall ill": nobody wants them to
            return replace(self, mode=Mode.CONDITIONAL, polarity=polarity, cues=self._with(word))
        mode = _MODES.get(code[0], self.mode) if is_open else self.mode
        cues = self.cues if code == "+" and self.polarity is polarity else self._with(word)
        wishing = 0 if code[0] == "c" else self.wishing
        return replace(self, mode=mode, polarity=polarity, is_attributed=is_attributed, cues=cues, wishing=wishing)

    def marked(self, code: str, word: Token) -> State:
        """With a code that a clause or a noun puts on itself."""
        state = self.cued(word)
        if code == "-":
            return state.turned()
        if code[0] == "c":
            return state._attributed(state.holders)
        return state.overlaid(_MODES[code[0]]) if code[0] in _MODES else state

    def guessed(self, thinkers: tuple[Token, ...]) -> State:
        """As the guess, hope, fear or wish of these."""
        told_by = self.holders or (((),) if self.is_attributed else ())  # "claims that he asked her to sell it"
        return replace(self, is_attributed=True, holders=(*told_by, thinkers), wishing=self.wishing + 1)

    def unheard(self, holders: tuple[Token, ...]) -> State:
        """As the writer's own words, if nobody but these holders has them."""
        if not self.is_attributed or self.holders not in ((), (holders,)):
            return self
        cues = () if self.is_factual else self.cues
        return replace(self, is_attributed=False, holders=(), cues=cues, wishing=0)

    def turned(self) -> State:
        """With the other polarity."""
        polarity = Polarity.POSITIVE if self.is_negative else Polarity.NEGATIVE
        return replace(self, polarity=polarity)

    def overlaid(self, mode: Mode) -> State:
        """In another mode, unless the one it has is final."""
        if self.mode not in _OPEN or mode is self.mode:
            return self
        return replace(self, mode=mode)

    def heard(self, holders: tuple[Token, ...], cue: Token | None) -> State:
        """As the words of these holders, innermost so far; nobody twice."""
        known = {token.i for link in self.holders for token in link}
        is_known = self.is_attributed and not self.is_guess
        state = (self if is_known else self._attributed(self.holders)).cued(cue)
        if not holders or any(token.i in known for token in holders):
            return state
        return State(state.mode, state.polarity, True, (*self.holders, holders), state.cues)

    def _attributed(self, holders: tuple[tuple[Token, ...], ...]) -> State:
        """As somebody's words, which are more than a guess."""
        return State(self.mode, self.polarity, True, holders, self.cues)
