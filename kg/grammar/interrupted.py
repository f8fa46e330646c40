"""Clauses that a speaker is put into: of "a van that, police said, was stolen" the lower one, and not the sentence.

Who speaks between two commas tells of the clause that the commas interrupt. Where that is a relative clause, a
participle or a second verb, what stands before it is the writer's: "The town lost a case that cost, *it said*, a
fortune", "The army took the town, killing, *it said*, forty men".
"""

from __future__ import annotations

from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, has_subject
from kg.parse import Doc, Token

_TENSED = FINITE | {"MD"}
_ASIDES = frozenset({"acl", "advcl"})
_APPOSED = frozenset({"appos", "npadvmod"})
_OPENING = frozenset({"TO", "WDT"})
_QUESTIONS = frozenset({"WP", "WP$", "WDT", "WRB"})
_ENDS = frozenset({"ROOT", "ccomp", "parataxis"})


def interrupted(doc: Doc, comma: int, end: int) -> Token | None:
    """The verb of the lower clause, or the noun in apposition, that goes on behind a speaker, who stands between the
    commas at two places; None where the sentence itself is interrupted or complete."""
    if not 1 < comma < end < len(doc) or doc[end].text != "," or doc[comma].text != ",":
        return None
    last = doc[comma - 1]
    if last.tag_ == "CC" or last.sent.start != doc[end].sent.start or end + 1 >= len(doc):
        return None
    if last.dep_ in _APPOSED and last.left_edge.text_before == "," and doc[end + 1].tag_ in _OPENING:
        return last  # "the first, he said, to do so", "a charge, he said, that was untrue"
    if not _goes_on(last, end):
        return None
    for verb in (last, *last.ancestors):
        if comma < verb.i < end:
            break  # the verb of speech itself
        if verb.pos_ not in VERBAL or verb.dep_ in HELPERS:
            continue
        if verb.dep_ in _ENDS:
            break
        if _is_lower(verb, last):
            return verb
    return None


def _goes_on(last: Token, end: int) -> bool:
    """Whether what was begun before the first comma goes on behind the second."""
    doc = last.doc
    behind = next((t for t in doc.tokens[end + 1 : last.sent.end] if not t.is_punct and not t.is_quote), None)
    if behind is None or behind.dep_ in ("cc", "mark") or behind.tag_ in _QUESTIONS:
        return False  # "the season, which begins in May, said Lena Orr, *who* sells seed"
    is_helper = last.tag_ in _TENSED and last.lemma_ in ("be", "have", "do", "will", "would", "can", "could", "may")
    if behind.tag_ in _TENSED:
        return is_helper  # "a lorry that had, he said, shed its load"
    return not any(t.dep_ in SUBJECTS and t.left_edge == behind for t in (behind, *behind.ancestors))


def _is_lower(verb: Token, last: Token) -> bool:
    """Whether a verb heads a clause set against the one above it."""
    doc, start = verb.doc, verb.left_edge.i
    has_main = any(t.tag_ in _TENSED for t in doc.tokens[verb.sent.start : start])
    if verb.dep_ == "relcl":
        return has_main and start <= last.i
    is_first = verb == last or (last.head == verb and (last.dep_ in HELPERS or last.i < verb.i))
    if verb.dep_ == "conj":
        return is_first
    if verb.dep_ not in _ASIDES or verb.tag_ not in ("VBG", "VBN") or start == verb.sent.start:
        return False
    is_own = has_main and (has_subject(verb) or doc[start].lower_ == "having")
    # not "A bomb went off, killing nine men, police said, in the latest raid"
    return doc[start - 1].text == "," and start <= last.i and (is_own or is_first)
