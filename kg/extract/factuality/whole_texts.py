"""Whole texts: what a satire, an opinion piece, a page of readers' letters or the plot in a review tells is no fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from kg.extract.factuality.regions import Region
from kg.grammar.kinds import class_of_noun
from kg.grammar.verbs import SUBJECTS
from kg.grammar.wordlists import words_of
from kg.parse import Doc, Span, Token

_SATIRE = re.compile(
    r"\W*(?:satire|humou?r|parody|spoof)\W*|\W*satire ?[:|–—-].+"
    r"|\W*(?:this|all|the|our)(?: \w+){0,2} (?:article|story|stories|articles|post|piece|content)\b.{0,40}"
    r"\b(?:is|are)(?: all| pure| purely)? (?:a (?:work|piece) of )?"
    r"(?:satire|satirical|parody|fiction|fictional|fictitious)\b.{0,80}"
    r"|.{0,80}\bis a (?:satir\w+|parody|humou?r) .{0,60}\b(?:fiction\w*|invented|made up|not (?:real|true))\b.{0,80}",
    re.IGNORECASE,
)
_REVIEW = re.compile(
    r"\W*(?:\w+ )?review(?:ed)?\W*|.*[★⭐].*"
    r"|\W*(?:(?:book|film|movie|theatre|theater|tv|television|opera|series|stage|drama|novel) )?"
    r"review ?[:|–—-].+",
    re.IGNORECASE,
)
_LETTERS = re.compile(
    r"\W*(?:(?:your|readers['’]?|our readers['’]) )?letters?(?: to the editors?)?\W*"
    r"|\W*letters? to the editors? ?[:|–—-].+",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\W*(?:opinions?|op-?ed|editorial|commentary|viewpoint|(?:guest|opinion) (?:column|essay|piece|opinion))\W*"
    r"|\W*(?:opinion|op-?ed|editorial|comment|commentary|viewpoint) ?[:|].+",
    re.IGNORECASE,
)
_TOP = 4  # paragraphs at the head of a text
_ENDS = frozenset({".", "!", "?", '"', "”", "…"})  # of a paragraph that is no heading
_PRESENT = frozenset({"VBZ", "VBP"})


def whole_texts(doc: Doc) -> Iterator[Region]:
    """All of a satire and of a page of letters; of a review the sentences where somebody acts today."""
    paragraphs = list(doc.spans.get("paragraphs", []))
    label = next((p for p in [*paragraphs[:_TOP], *paragraphs[-_TOP:]] if _SATIRE.fullmatch(p.text.strip())), None)
    label = label or next((p for p in paragraphs[:_TOP] if _LETTERS.fullmatch(p.text.strip())), None)
    label = label or next((p for i, p in enumerate(paragraphs[:_TOP]) if _is_opinion(paragraphs, i)), None)
    if label is not None:
        yield Region(paragraphs[0].start, paragraphs[-1].end, (), _word(label), code="c")
        return
    for place in range(_TOP, len(paragraphs)):
        if _is_opinion(paragraphs, place):
            part = list(takewhile(lambda p: p.text.rstrip()[-1:] in _ENDS, paragraphs[place + 1 :]))
            yield from (Region(p.start, p.end, (), paragraphs[place][0], code="c") for p in part)
    review = next((p for p in paragraphs[:_TOP] if _REVIEW.fullmatch(p.text.strip())), None)
    if review is not None:
        told = (s for s in doc.sents if s.start >= review.end and _is_plot(s.root))
        yield from (Region(s.start, s.end, (), _word(review), code="c") for s in told)


def _is_opinion(paragraphs: list[Span], place: int) -> bool:
    """Whether a label tells that what stands below is what its writer thinks; not one of a row of sections, "News",
    "Opinion", "Sport"."""
    beside = (*paragraphs[max(0, place - 1) : place], *paragraphs[place + 1 : place + 2])
    is_label = _OPINION.fullmatch(paragraphs[place].text.strip()) is not None
    return is_label and all(len(p.text.split()) > 1 for p in beside)


def _word(label: Span) -> Token:
    """The word of a label that tells: "satire", "review"."""
    found = [
        t
        for t in label
        if t.lower_.startswith(("satir", "fict", "parod", "humo", "spoof", "letter", "review", "opinion"))
    ]
    return found[0] if found else label[0]


def _is_plot(root: Token) -> bool:
    """Whether somebody acts in the present tense: "She poisons the priest"; not "Orlo releases it"."""
    helping = [child for child in root.children if child.dep_ in ("aux", "auxpass")]
    if root.lemma_ in words_of("making of works") or not ({root.tag_} | {t.tag_ for t in helping}) & _PRESENT:
        return False
    return not any(class_of_noun(child) == "kg:Work" for child in root.children if child.dep_ in SUBJECTS)
