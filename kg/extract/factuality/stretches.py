"""Stretches: in whose words, in which story or question each word of a document stands, and what that makes of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from kg.extract.factuality import arcs
from kg.extract.factuality.attribution import regions
from kg.extract.factuality.background import is_by_the_way
from kg.extract.factuality.fiction import fictions
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.links import Link
from kg.extract.factuality.regions import Region
from kg.extract.factuality.signatures import SAME
from kg.extract.factuality.speaker_order import set_off
from kg.extract.factuality.state import State
from kg.grammar.kinds import is_people
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.quotation_marks import is_behind_quoted, opens_quoted
from kg.grammar.verbs import verb_forms
from kg.model import Mode
from kg.parse import Doc, Token

_QUESTION = frozenset({"?"})
_END_MARKS = frozenset({".", "?", "!"})


class Stretches:
    """What stands around each word of one document, whatever governs it."""

    def __init__(self, doc: Doc, lexicon: Lexicon) -> None:
        self._doc = doc
        self._lexicon = lexicon
        self._regions_at: dict[int, list[Region]] = defaultdict(list)
        self._set_off: set[int] = set()  # verbs of speech that stand apart: nothing around governs them
        self._naming: set[int] = set()  # tokens of phrases that name a holder
        self._formulas: set[int] = set()  # verbs of "so the rumour goes"
        self._quoted_by: dict[int, list[Region]] = defaultdict(list)  # by the verb of speech
        for region in regions(doc, lexicon):
            if region.cue is not None and region.cue.pos_ in VERBAL and not region.code:
                if set_off(region.cue, lexicon):
                    self._set_off.add(region.cue.i)
                if region.is_quoted:
                    self._quoted_by[region.cue.i].append(region)
            self._naming.update(range(*region.phrase))
            self._formulas.update(_formula(region, doc))
            for i in range(region.start, region.end):
                self._regions_at[i].append(region)
        self._fiction = fictions(doc, lexicon)
        self._has_questions = bool(doc.written(_QUESTION))

    def is_formula(self, verb: Token) -> bool:
        """Whether a verb tells nothing by itself: "so the rumour goes", "as legend has it"."""
        return verb.i in self._formulas

    def is_set_off(self, token: Token) -> bool:
        """Whether a verb of speech stands apart, so that nothing around governs it."""
        return token.i in self._set_off

    def is_apart(self, token: Token, above: Token) -> bool:
        """Whether a word only tells who the holder is: "according to its coach, who lives in Oslo"."""
        return token.i in self._naming and above.i not in self._naming

    def outside(self, token: Token, governor: Token) -> Link | None:
        """The link of a word that stands outside the quotation that its governor stands in: of who speaks ("They lost,"
        said Lund), and of what goes on behind it ("rated it "poor" and praised the cooks")."""
        if token.dep_ != "conj":
            is_said = any(region.covers(governor) for region in self._quoted_by.get(token.i, ()))
            return Link() if is_said else None
        if not is_behind_quoted(token, governor):
            return None
        above = next((t for t in governor.ancestors if arcs.is_clause(t) and not is_behind_quoted(token, t)), None)
        if above is None or self._lexicon.signature("verbs", verb_forms(above), "that") is not None:
            return None  # "told a paper that he "walked in", and hugged her"
        return Link(above, SAME, is_beside=True)

    def saying_beside(self, token: Token, governor: Token) -> Token | None:
        """The verb of speech that a participle behind a quotation goes with, which tells what a speaker does: "We won,"
        she said, *waving*; "We won," the firm said, before *leaving*."""
        said = self.quoted(governor)
        if token.tag_ != "VBG" or said is None or said.cue is None or said.covers(token):
            return None
        if not governor.i < said.cue.i < token.i:
            return None  # "told police that, after leaving Oslo, he "walked in"": he says that he left
        is_of_person = token.dep_ == "advcl" and any(is_people(one) for one in said.holders)
        return said.cue if said.cue.pos_ in VERBAL and (is_of_person or token.dep_ == "pcomp") else None

    def is_asked(self, token: Token) -> bool:
        """Whether the sentence, or the quoted sentence, that a word stands in ends in a question mark."""
        region = self.quoted(token)
        if not self._has_questions:
            return False
        is_inner = False  # within a question that is only quoted: "with a word on the cover: 'Why?'"
        for other in self._doc.tokens[token.i : region.end if region else token.sent.end]:
            if opens_quoted(other) or (other.text == ":" and region is None):
                is_inner = True
            elif other.text in _END_MARKS and self.quoted(other) is region and not (is_inner and other.text == "?"):
                return other.text == "?"
        return False

    def quoted(self, token: Token) -> Region | None:
        """The quotation that a word stands in."""
        found = self._regions_at.get(token.i)
        return next((region for region in found if region.is_quoted), None) if found else None

    def voiced(self, token: Token, state: State, link: Link) -> State:
        """In what frame it is told: the holders of the regions that begin between a predicate and what governs it, or a
        story."""
        if (teller := self._fiction.get(token.i)) is not None:
            state = state.overlaid(Mode.CONDITIONAL).cued(teller)
        may_be_background = token.dep_ in ADNOMINAL
        for region in self._regions_at.get(token.i, ()):
            if region.code and region.cue is not None:
                state = state.marked(region.code, region.cue)
                continue
            if may_be_background and self.quoted(token) is None and is_by_the_way(token, region, self._lexicon):
                state = state.unheard(region.holders)
                continue
            if link.governor is not None and not link.is_beside and region.covers(link.governor):
                continue
            if region.names(token) or (region.cue is not None and region.cue.i == token.i):
                continue
            if region.is_quoted and self.is_asked(token):
                state = replace(state, mode=Mode.UNKNOWN)
            state = state.heard(region.holders, region.cue)
        return state


def _formula(region: Region, doc: Doc) -> tuple[int, ...]:
    """The place of the verb of "so the rumour goes", "as the mayor puts it"."""
    start, stop = region.phrase
    if region.cue is None or not start < region.cue.i < stop:
        return ()
    return (region.cue.i,) if not region.holders or doc[stop - 1].lower_ == "it" else ()
