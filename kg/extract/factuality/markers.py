"""Markers: what a clause itself says of its mode and of its source: may, if, allegedly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.factuality import arcs
from kg.extract.factuality.ahead import what_lies_ahead
from kg.extract.factuality.alleged import alleged
from kg.extract.factuality.alternatives import other_case, other_deed, other_silence
from kg.extract.factuality.complements import is_bid
from kg.extract.factuality.coordination import first_conjunct, lacks_be, lacks_helper, may_have_been, shares_form
from kg.extract.factuality.drafts import provided, under_draft
from kg.extract.factuality.embedding import Embedding
from kg.extract.factuality.habits import is_habitual, is_remembered, is_still_to_come
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.openers import opener
from kg.extract.factuality.refusals import is_perceived, is_performed, is_refused
from kg.extract.factuality.relatives import is_told_ahead
from kg.extract.factuality.viewpoints import takes_stand
from kg.grammar.phrases import TIMES, VERBAL
from kg.grammar.verbs import (
    HELPERS,
    SUBJECTS,
    has_subject,
    has_to,
    helpers,
    is_passive,
    verb_forms,
)
from kg.grammar.wordlists import words_of
from kg.parse import Doc, Token

_MISREAD_ADVERBIAL = frozenset({"acomp", "ccomp"})  # "likely" before its verb
_CONDITIONS = frozenset({"advcl", "prep"})
# modal verbs that the tagger may take for others
_MISTAGGED = frozenset({"'d", "’d", "'ll", "’ll", "gonna", "need", "dare"})
# classes of verbs that take what somebody means to do
_MEANT = frozenset({"plan", "desire", "promise", "speech-claim"})
_TOLD = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_OPENING = frozenset({'"', "“", "'", "‘", "„", "``", "«"})
_CLOSING = frozenset({'"', "”", "'", "’", "“", "''", "»"})
_SUCH = frozenset({"that", "such"})
_HAVE = frozenset({"have", "'ve", "’ve"})


@dataclass(frozen=True, slots=True)
class Marker:
    """One code that a clause puts on itself, and the word that does it."""

    code: str
    word: Token


@dataclass(frozen=True, slots=True)
class Report:
    """What governs a clause makes of it before its own words do."""

    is_reported: bool  # "said it would close": what is to come is told as from the past
    is_spoken: bool = False  # word for word: "It would close," he said
    is_denied: bool = False


class Markers:
    """Local markers of the clauses of a document."""

    def __init__(self, doc: Doc, lexicon: Lexicon, embedding: Embedding) -> None:
        self._lexicon = lexicon
        self._embedding = embedding
        self._has_alternatives = doc.has("or")

    def modes(self, verb: Token, is_negative: bool, report: Report) -> Iterator[Marker]:
        """Conditional first, then modal auxiliaries, then adverbs: the order in which they decide the mode."""
        first = first_conjunct(verb) if not has_subject(verb) or lacks_be(verb) else None
        yield from self._conditionals(verb, first)
        yield from self._modals(verb, first, is_negative, report)
        yield from self._misread_verbs(verb)
        yield from (Marker("f", word) for word in what_lies_ahead(verb, self._lexicon))
        yield from (Marker("k", word) for word in provided(verb, self._lexicon))
        shared = first if first is not None and verb.tag_ == first.tag_ else verb
        # "Under the plan, it sells one and shuts two"
        yield from (Marker("k", word) for word in under_draft(shared, self._lexicon))
        if is_bid(verb):
            yield Marker("d", verb)
        if self._has_alternatives and (joint := other_case(verb)) is not None:
            yield Marker("o", joint)
        if self._has_alternatives and not (is_negative or report.is_denied) and (joint := other_deed(verb)) is not None:
            yield Marker("o", joint)
        if self._has_alternatives and is_negative and (joint := other_silence(verb)) is not None:
            yield Marker("o", joint)
        if not report.is_reported and _is_at_arms_length(verb):
            yield Marker("c", verb)
        if not (report.is_reported or is_negative) and (word := alleged(verb, self._lexicon)) is not None:
            yield Marker("c", word)
        yield from self._adverbs(verb, is_negative)
        if first is not None:  # "allegedly stole and sold"
            yield from (m for m in self._adverbs(first, is_negative) if m.word.i < first.i and m.code != "-")

    def _conditionals(self, verb: Token, first: Token | None) -> Iterator[Marker]:
        """The main clause of an if-clause: "If the dam fails, the county will pay and sell the mine"."""
        clauses = [] if _CONDITIONS.isdisjoint(verb.below) else list(verb.children)
        if first is not None:
            clauses += first.lefts
        for clause in clauses:
            if (
                clause.dep_ in ("advcl", "prep")
                and clause.pos_ in VERBAL
                and not _is_about_words(verb, clause, self._lexicon)
            ):
                opened = opener(clause, self._lexicon)
                is_asked = opened is not None and opened[0] == "if" and self._embedding.asks(verb, clause)
                is_asked |= _is_done_already(verb, clause)
                if opened is not None and opened[1].group == "conditional" and not is_asked:
                    yield Marker("k", opened[2])

    def _modals(self, verb: Token, first: Token | None, is_negative: bool, report: Report) -> Iterator[Marker]:
        is_reported = report.is_reported
        auxiliaries = [] if HELPERS.isdisjoint(verb.below) else helpers(verb)
        if (
            first is not None
            and lacks_helper(verb)
            and (auxiliaries or shares_form(verb, first) or may_have_been(verb, first))
        ):
            auxiliaries = [*helpers(first), *auxiliaries]
        for helper in auxiliaries:
            is_perfect = any(h.i > helper.i and (h.lemma_ in _HAVE or h.lower_ in _HAVE) for h in auxiliaries)
            found = self._modal(helper, "perfect" if is_perfect else "aux")
            is_told = arcs.is_had(helper) or is_told_ahead(verb, helper) or is_performed(verb, helper)
            is_told = is_told or is_perceived(verb, helper)
            is_told = is_told or (not (is_negative or is_perfect) and _is_wish(verb, helper))
            is_told = is_told or (not is_reported and is_habitual(first or verb, helper))
            is_told = is_told or (report.is_spoken and not is_negative and is_remembered(first or verb, helper))
            is_told = is_told or (not is_reported and is_refused(verb, helper, self._lexicon, is_negative=is_negative))
            if found is not None and not is_told:
                code = found.code(is_negative).rstrip("-")
                if helper.lower_ == "should" and not is_perfect and _is_due(verb):
                    code = "f"  # "should be ready by spring"
                is_ahead = is_reported or (not report.is_spoken and is_still_to_come(verb, helper))
                yield Marker("f" if is_ahead and code == "k" and not is_perfect else code, helper)

    def _misread_verbs(self, verb: Token) -> Iterator[Marker]:
        """A main verb taken for an auxiliary of the event behind it: "Keita fears arrest"; a participle taken for a
        main verb: "Lang, said to own the mill, left"."""
        if (
            verb.tag_ == "VBD"
            and "xcomp" in verb.below
            and any(child.dep_ == "xcomp" and has_to(child) for child in verb.rights)
        ):
            said = self._lexicon.signature("verbs", verb_forms(verb), "inf")
            if said is not None and said.group == "reported" and not is_passive(verb):
                yield Marker("c", verb)
        for helper in verb.lefts if "aux" in verb.below else ():
            if helper.dep_ == "aux" and helper.tag_ in ("VBZ", "VBP") and helper.pos_ == "VERB":
                found = self._lexicon.signature("verbs", verb_forms(helper), "np")
                if found is not None and found.if_positive[0] not in "+!":
                    yield Marker(found.if_positive, helper)

    def _modal(self, helper: Token, complement: str) -> Signature | None:
        forms: tuple[str, ...] = (helper.lower_, helper.lemma_.lower())
        if helper.i + 1 < len(helper.doc) and helper.nbor(1).lower_ == "better":
            forms = (f"{helper.lower_} better",)
        elif helper.tag_ == "VBD" or (helper.tag_ != "MD" and helper.lower_ not in _MISTAGGED):
            return None
        return self._lexicon.signature("modals", forms, complement)

    def _adverbs(self, verb: Token, is_negative: bool) -> Iterator[Marker]:
        below = verb.below
        words = (
            []
            if arcs.ADVERBIAL.isdisjoint(below)
            else [child for child in verb.children if child.dep_ in arcs.ADVERBIAL]
        )
        if not _MISREAD_ADVERBIAL.isdisjoint(below):
            words += [c for c in verb.lefts if c.dep_ in _MISREAD_ADVERBIAL and c.pos_ == "ADV"]
        if not HELPERS.isdisjoint(below):
            words += [c for helper in helpers(verb) for c in helper.children if c.dep_ == "advmod"]
        yield from self._adverbial_phrases(verb, is_negative)
        false = self._embedding.falsified(verb) if words else None  # the words are false, and spoken all the same
        for word in (w for w in words if w != false):
            found = self._lexicon.adverb(word)
            code = found.code(is_negative) if found is not None else "+"
            is_false = found is not None and found.group == "falsity" and self._embedding.states(verb)
            if found is not None and (code not in "+-" or is_false):
                yield Marker(code, word)

    def _adverbial_phrases(self, verb: Token, is_negative: bool) -> Iterator[Marker]:
        """In all likelihood, by all accounts."""
        places = verb.children if "prep" in verb.below else ()
        for noun in verb.lefts:
            if noun.dep_ in SUBJECTS and "prep" in noun.below:
                places += noun.rights  # "Lund, by all accounts,"
        for child in places:
            if child.dep_ == "prep":
                found = self._lexicon.signature("adverbs", self._lexicon.adverb_phrases.begin_at(child), "clause")
                if found is not None:
                    yield Marker(found.code(is_negative), child)


def _is_at_arms_length(verb: Token) -> bool:
    """Whether a verb stands in quotation marks alone or with a word more: the mayor "lied" to voters, a man who "sold
    votes", who "really sold" them."""
    before, behind = verb.doc.tokens[max(verb.i - 1, 0)], verb.doc.tokens[verb.i + 1 : verb.i + 3]
    if before.pos_ == "ADV" and before.head is verb and before.i and not takes_stand(verb):
        before = before.nbor(-1)
    if verb.tag_ not in _TOLD or before.text not in _OPENING or before.i == verb.i or before.tag_ == "POS":
        return False
    is_open = before.i == 0 or before.idx > before.nbor(-1).idx + len(before.nbor(-1).text)
    return is_open and any(token.text in _CLOSING for token in behind)


def _is_wish(verb: Token, helper: Token) -> bool:
    """Whether somebody wishes a thing, whatever happens: "would like to sell it"; not "would like to if it rained",
    "were it cheaper", "in that case"."""
    if helper.lower_ not in arcs.WOULD or verb.lemma_ not in words_of("wishing politely"):
        return False
    has_wish = any(child.dep_ in ("xcomp", "ccomp") and has_to(child) for child in verb.rights)
    near = (verb, *(child for child in verb.rights if child.dep_ in ("xcomp", "ccomp")))
    clauses = [child for one in near for child in one.children if child.dep_ in ("advcl", "prep", "conj")]
    return has_wish and not any(_is_condition(clause) for clause in clauses)


def _is_condition(clause: Token) -> bool:
    """Whether a clause or phrase tells on what condition: "if it were cheaper", "were it cheaper", "in that case"."""
    cases = [c for c in clause.rights if clause.lower_ == "in" and c.lower_ == "case"]
    is_case = any(child.lower_ in _SUCH for case in cases for child in case.lefts)  # not "in any case"
    return is_case or arcs.is_inverted(clause) or any(child.lower_ == "if" for child in (clause, *clause.lefts))


def _is_due(verb: Token) -> bool:
    """Whether it is told by when something is to be: "by spring", "by the end of May"."""
    times = (noun for by in verb.rights if by.lower_ == "by" for noun in by.rights if by.dep_ in ("prep", "agent"))
    seasons = words_of("season") | words_of("feast")
    return any(noun.ent_type_ in TIMES or noun.lower_ in seasons for noun in times)


def _is_about_words(verb: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether a condition is one of what was said or is planned: "threatened to sue unless he paid", "plans to sue if
    he fails to pay"."""
    if clause.i < verb.i and arcs.is_inverted(clause) and verb.tag_ == "VBD" and HELPERS.isdisjoint(verb.below):
        return True  # "Had he sold it, he told the court, he would have won"
    words = [child for child in verb.rights if child.dep_ in ("xcomp", "ccomp") and child.i < clause.i]
    if not words or arcs.is_past(verb):
        return bool(words)
    found = lexicon.signature("verbs", verb_forms(verb), "inf") if verb.tag_ in ("VBZ", "VBP") else None
    return found is not None and found.group in _MEANT


def _is_done_already(verb: Token, clause: Token) -> bool:
    """Whether a deed is done, whatever a condition behind it says of what goes with it: "raised its bid to $48m, with
    $6m more if they win the cup"; not "resigned, if reports are to be believed", "It helped if they came"."""
    is_simple = verb.tag_ == "VBD" or any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.lefts)
    has_modal = any(child.tag_ == "MD" or has_to(verb) for child in verb.lefts)
    is_remark = clause.lemma_ in ("be", "believe") and arcs.follows_comma(clause)
    return is_simple and not has_modal and clause.i > verb.i and arcs.is_present(clause) and not is_remark
