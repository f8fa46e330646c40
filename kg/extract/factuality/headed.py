"""Headed: items of a list stand as its heading says: below "Possible outcomes:" or "Myths" none of them is a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.factuality.regions import Region
from kg.grammar.turns import ITEM
from kg.grammar.wordlists import values, words
from kg.parse import Doc, Span, Token

_LONGEST = 12  # words of a heading without a colon
_SHORT = 6  # words of a line with a colon that heads a list by itself
_FURTHEST = 3  # paragraphs from the first item up to its heading
_LABEL = re.compile(r"[*_]*(?:The )?([A-Za-z]+)(?: (?:\d+|one|two|three))?[*_]*:[*_]*\s+(?=\S)")


def headed(doc: Doc) -> Iterator[Region]:
    """The items of each list below such a heading, and the rest of a line behind such a label, with the cue."""
    cue: Token | None = None
    paragraphs = list(doc.spans.get("paragraphs", []))
    is_within = False
    for place, paragraph in enumerate(paragraphs):
        is_item = ITEM.match(paragraph.text) is not None
        if is_item and not is_within:
            cue = _heading(paragraphs[max(0, place - _FURTHEST) : place])
        is_within = is_item
        if is_item and cue is not None:
            yield _region(paragraph.start, paragraph.end, cue)
        else:
            yield from _labelled(paragraph)


def _region(start: int, end: int, cue: Token) -> Region:
    return Region(start, end, (), cue, code=_code(cue.lower_) or _code_of_phrase(cue))


def _heading(before: list[Span]) -> Token | None:
    """The cue of the heading above the first item, looked for past sentences that only lead to the list."""
    for paragraph in reversed(before):
        text = paragraph.text.rstrip("*_ ")
        if ITEM.match(text):
            return None
        size = len(text.split())
        is_lead = text.endswith(":")
        if not is_lead and (text[-1:] in '.!”"…' or size > _LONGEST):
            continue
        if (cue := _cue(_last_sentence(paragraph))) is not None:
            return cue
        if not is_lead or size <= _SHORT:
            return None
    return None


def _last_sentence(paragraph: Span) -> list[Token]:
    """The words behind the last full stop inside a paragraph."""
    tokens = list(paragraph)
    stops = [n for n, token in enumerate(tokens[:-1]) if token.text in ".!" and tokens[n + 1].text[0].isupper()]
    return tokens[stops[-1] + 1 :] if stops else tokens


def _cue(tokens: list[Token]) -> Token | None:
    """The first word of a heading that tells how its items stand; of a phrase its first word."""
    alone = {phrase for phrase in words("heading_cues", "lemma") if " " not in phrase and phrase.isalpha()}
    for token in tokens:
        if _code_of_phrase(token) or (token.lower_ in alone and not token.ent_type_):  # not "Results for May:"
            return token
    return None


def _code(word: str) -> str:
    return values("heading_cues", "lemma", "code").get(word, "")


def _code_of_phrase(token: Token) -> str:
    """The code of the phrase that begins at a word."""
    text = token.doc.text[token.idx : token.idx + 40].lower()
    return next((code for form, code in _phrases().items() if re.match(rf"{re.escape(form)}\b", text)), "")


@cache
def _phrases() -> dict[str, str]:
    return {k: v for k, v in values("heading_cues", "lemma", "code").items() if not k.isalpha()}


def _labelled(paragraph: Span) -> Iterator[Region]:
    """The rest of a line behind "Myth:", up to where the writer answers: "Myth: It leaked. Fact: It did not"."""
    text = paragraph.text
    bullet = ITEM.match(text)
    label = _LABEL.match(text, bullet.end() if bullet is not None else 0)
    if label is None or not _code(label[1].lower()):
        return
    begin = paragraph.start_char + label.start(1)
    cue = next((t for t in paragraph if t.idx == begin), None)
    first = paragraph.start_char + label.end()
    start = next((t.i for t in paragraph if t.idx >= first), paragraph.end)
    if cue is None or cue.ent_type_ or cue.tag_ == "MD":
        return  # "May 2019: the mill closes"
    answers = words("labels", "lemma") | {"reality", "truth"}
    inside = (t.i for t in paragraph if t.i > start and t.lower_ in answers and t.nbor().text == ":")
    end = next(inside, paragraph.end)
    if start < end:
        yield _region(start, end, cue)
