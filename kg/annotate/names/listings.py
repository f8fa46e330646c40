"""Two names that "and" joins, which look like one body's: "Orlo and Halden Steel"."""

from __future__ import annotations

from kg.annotate.names.tokens import is_suffix
from kg.grammar.phrases import PLURALS
from kg.naming import organization_called, small_words
from kg.parse import Doc, Token

_AND = frozenset({"and", "&"})
_PAIRING = frozenset({"between", "both"})


def are_two_bodies(doc: Doc, start: int, joint: int, end: int) -> bool:
    """Whether "and" parts two names: the words before them open a list, or each stands alone elsewhere."""
    if joint <= start or end <= joint + 1 or not doc[joint + 1].text[:1].isupper() or _is_partnership(doc, joint, end):
        return False
    if organization_called(doc[start:end].text) is not None:
        return False
    goes_on = doc[end : end + 1].text in _AND
    return (_is_listed(doc, start) and not goes_on) or all(
        _stands_alone(doc, first, last) for first, last in ((start, joint), (joint + 1, end))
    )


def _is_partnership(doc: Doc, joint: int, end: int) -> bool:
    """Whether what "and" adds names nobody: "Lund and *Sons*", "Lund and *Company*"."""
    last = doc[end - 1]
    return end == joint + 2 and (is_suffix(last.text) or last.lower_ in small_words("partner"))


def _is_listed(doc: Doc, start: int) -> bool:
    """Whether the words before a name open a list: "buyers such as", "firms including", "clients include", "both"."""
    before = doc[start - 1] if start else None
    if before is None:
        return False
    if before.lower_ in _PAIRING:
        return True
    if before.lower_ in {"including", "like", "as"}:
        noun = _noun_before(before, such=before.lower_ == "as")
        return noun is not None and noun.tag_ in PLURALS
    return before.lemma_ == "include" and any(t.dep_ == "nsubj" and t.tag_ in PLURALS for t in before.lefts)


def _noun_before(link: Token, *, such: bool) -> Token | None:
    """The noun of which examples follow: "*buyers*, including", "*buyers* such as"."""
    doc, i = link.doc, link.i - 1
    if such:
        if i < 0 or doc[i].lower_ != "such":
            return None
        i -= 1
    if i >= 0 and doc[i].text == ",":
        i -= 1
    return doc[i] if i >= 0 else None


def _stands_alone(doc: Doc, start: int, end: int) -> bool:
    """Whether these words stand elsewhere with no name beside them."""
    size, form = end - start, [token.text for token in doc[start:end]]
    for token in doc.written({doc[start].lower_}):
        here = doc[token.i : token.i + size]
        if token.i == start or [t.text for t in here] != form:
            continue
        behind, before = doc[token.i + size : token.i + size + 2], doc[max(token.i - 2, 0) : token.i]
        is_joined = behind[:1].text in _AND or (before[-1].text in _AND if len(before) else False)
        is_inside = behind[:1].text[:1].isupper() or (len(before) > 0 and _is_capital_inside(before[-1]))
        if not is_joined and not is_inside:
            return True
    return False


def _is_capital_inside(word: Token) -> bool:
    return word.text[:1].isupper() and not word.is_sent_start and word.pos_ == "PROPN"
