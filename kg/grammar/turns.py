"""Turns: paragraphs of a transcript or an interview that open with a label which tells who speaks ("MARSH: ..."), and
what is told without one (unlabelled.py)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.grammar.kinds import is_people
from kg.grammar.phrases import PLACE_LABELS
from kg.grammar.unlabelled import MARKS, OWN, told_without_label
from kg.grammar.wordlists import words, words_of
from kg.naming import titles
from kg.parse import Doc, Span, Token

ITEM = re.compile(
    r"(?:[•·▪‣●○■*–—+>→➡✔✓✅❌-]|\(?\d{1,2}[.)]|\(?[A-Za-z]\)|(?:[a-z]|[ivx]{2,4})\.|[ivx]{2,4}\))\s+(?=\S)"
)
STAMP = re.compile(
    r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\b\.?)?(?: [A-Z]{2,4}\b)?[\])]?(?:\s*[–—|-]|:)?\s+(?=[A-Z])"
    r"|\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\b\.?| [A-Z]{2,4}\b| ?(?=[–—|:-]))(?:\s*[–—|-]|:)\s+(?=\S)"
)
LETTER = re.compile(r"[*_]*(?:[QA]\d{0,3}|Q & A|Question|Answer)[*_]*[:.][*_]*(?=\s)|[QA]\d{1,3}(?=\s+[A-Z])")
_LABEL = re.compile(
    r"[*_]*(?P<name>[^\W\d_](?:[^.!?;:\n\"“”]|(?<=\b[A-Z])\.|(?<=\b[DMS][rstxRSTX])\.|(?<=\b[RSG][eo][pnv])\.|(?<=\b(?:M[rR][sS]|REP|SEN|GOV))\.){0,59}?)[*_]*:"
)
_CHAT = re.compile(r"<(?P<name>\w[\w .-]{0,30})>(?=\s)|(?P<called>\w[\w .-]{0,30}) [\[(]\d{1,2}:\d\d[^:\])]{0,5}[\])]:")
_SHOUTED = re.compile(r"(?m)^[*_]*([A-Z]{3,})[*_]*:")
_LONGEST = 6  # words of a label
_LEAST = 3  # labelled paragraphs of a transcript


@dataclass(frozen=True, slots=True)
class Turn:
    """Tokens [start, end) that one speaks; no speaker = nobody is named."""

    start: int
    end: int
    speaker: Token | None
    cue: Token


def turns(doc: Doc) -> tuple[Turn, ...]:
    """The turns of a document in reading order, with paragraphs between two of a transcript that have no label."""
    paragraphs = list(doc.spans.get("paragraphs", []))
    if not doc.written(frozenset({":", ".", "?"})):
        return ()
    found = {place: turn for place, p in enumerate(paragraphs) if (turn := _turn(p, paragraphs)) is not None}
    if len(found) >= _LEAST:
        found |= _going_on(found, paragraphs)
    taken = {i for turn in found.values() for i in (turn.start, turn.end - 1)}
    for place, (start, end, speaker, cue) in enumerate(told_without_label(paragraphs), len(paragraphs)):
        if taken.isdisjoint(range(start, end)):
            found[place] = Turn(start, end, speaker, cue)
            taken.update(range(start, end))
    return tuple(sorted(found.values(), key=lambda turn: turn.start))


def _going_on(found: dict[int, Turn], paragraphs: list[Span]) -> dict[int, Turn]:
    """Paragraphs without a label between two turns of a transcript: the last speaker's where "I" or "we" tells it,
    else of nobody named."""
    places = sorted(found)
    more: dict[int, Turn] = {}
    for before, after in zip(places, [*places[1:], places[-1] + 2], strict=True):
        is_last = before == places[-1]
        if after - before > 3:
            continue
        for place in range(before + 1, min(after, len(paragraphs))):
            told = paragraphs[place]
            is_own = any(t.lower_ in OWN for t in told) and not any(t.text in MARKS for t in told)
            if is_own or not is_last:
                turn = found[before]
                more[place] = Turn(told.start, told.end, turn.speaker if is_own else None, turn.cue)
    return more


def _turn(paragraph: Span, paragraphs: list[Span]) -> Turn | None:
    text = paragraph.text
    blank = len(text) - len(text.lstrip())
    letter = LETTER.match(text, blank)
    if letter is not None and not letter[0].rstrip("*_")[-1:].isdigit():
        first = _behind(paragraph, letter.end())
        is_letter = letter[0].strip("*_")[-1:] == ":" or _has_both(paragraphs)
        return Turn(first, paragraph.end, None, paragraph[0]) if is_letter and first < paragraph.end else None
    stamp = STAMP.match(text, blank)
    begin = letter.end() + 1 if letter is not None else stamp.end() if stamp is not None else blank
    if (chat := _CHAT.match(text, begin)) is not None and (first := _behind(paragraph, chat.end())) < paragraph.end:
        low, high = chat.span("name") if chat["name"] else chat.span("called")
        nick = [t for t in paragraph if low <= t.idx - paragraph.start_char < high and t.is_alpha]
        return Turn(first, paragraph.end, nick[-1] if nick else None, (nick or [paragraph[0]])[-1])
    label = _LABEL.match(text, begin)
    if label is None or len(label["name"].split()) > _LONGEST:
        return None
    name = [t for t in paragraph if begin <= t.idx - paragraph.start_char < label.end("name") and t.is_alpha]
    first = _behind(paragraph, label.end())
    called = re.split(r"[,(]", label["name"])[0].strip()
    name = [t for t in name if t.idx - paragraph.start_char < label.start("name") + len(called)]  # not "Orr, chair"
    if not name or first >= paragraph.end or not _is_speaker(called, name, paragraph.doc.text):
        return None
    speaker = name[1] if name[0].lower_ == "the" else name[-1]  # the Minister for Water
    return Turn(first, paragraph.end, speaker, speaker)


def _behind(paragraph: Span, offset: int) -> int:
    """The first word behind a place in a paragraph."""
    place = paragraph.start_char + offset
    return next((t.i for t in paragraph if t.idx >= place and t.is_alpha), paragraph.end)


def _has_both(paragraphs: list[Span]) -> bool:
    """Whether questions and answers stand behind letters with a full stop: "Q. Who paid?"."""
    opened = {p.text.lstrip("*_")[:2] for p in paragraphs}
    return {"Q.", "A."} <= opened


def _is_speaker(label: str, name: list[Token], text: str) -> bool:
    """Whether words before a colon call a person: "Mr Orr", "Chair", "ANNA COLE"; not "Update", "The verdict"."""
    plain = words("labels", "lemma") | words("heading_cues", "lemma")
    if not plain.isdisjoint(t.lower_ for t in name):
        return False
    if name[0].lower_ == "the" and len(name) > 1:
        return is_people(name[1]) or (label.isupper() and name[1].lower_ in words_of("speaking from the bench"))
    if not (name[0].text[0].isupper() and name[-1].text[0].isupper()) or name[0].pos_ in ("DET", "ADP"):
        return False
    first = label.split()[0]
    if not titles().keys().isdisjoint((first, f"{first}.", first.title(), f"{first.title()}.")):
        return True
    if any(t.ent_type_ == "PERSON" for t in name) or is_people(name[-1]):
        return True
    again = len(re.findall(rf"(?m)^\W*{re.escape(label)}(?:[,(][^:]*)?[*_]*:", text))
    if again > 1:
        return True
    if not label.isupper() or len(name) > 1 or name[0].ent_type_ in PLACE_LABELS:
        return False
    called = rf"[A-Z][a-z]+ {re.escape(label.title())}\b"
    beside = {each[1].lower() for each in _SHOUTED.finditer(text)} - plain - {label.lower()}
    return bool(beside) or re.search(called, text) is not None
