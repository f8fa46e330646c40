"""The pieces of a paragraph that are parsed apart, as the parser reads on where a sentence ends."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy import tokens as spacy

from kg.annotate.datelines import dateline_end
from kg.annotate.furniture import is_furniture
from kg.annotate.lengths import stretches
from kg.grammar.phrases import VERBAL
from kg.grammar.turns import LETTER, STAMP
from kg.naming import calendar, small_words
from kg.parse import Doc

_BULLET = re.compile(r"[•·▪‣●○■*–—+>-]\s+(?=\w)")
_ANSWER = re.compile(r"(?:No|Yes)\.\s+(?=[A-Z])")
_HOUR = re.compile(r"(?<=\d)(?<!the \d) [ap]\.m\.(?: |\n)(?=[\x22\u201c][A-Z]|([A-Z][a-z]+) (\w+))")


Kind = Literal["", "bullet", "label", "dateline", "furniture", "endless"]
UNTAGGED = "XX"  # the words of what is not read
UNREAD: tuple[Kind, ...] = ("furniture", "endless")  # in which nothing is named or stated


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters [start, end) of a text, without white space at the edges."""

    start: int
    end: int
    kind: Kind = ""


def pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """A line of the page; or a paragraph's bullet or dateline, and what follows, cut where "p.m." ends a sentence, and
    behind sentences where it is very long; a sentence that is very long itself is endless.

    A text's first paragraph is no line of the page.
    """
    if text[:start].strip() and is_furniture(text[start:end]):
        yield Piece(start, end, "furniture")
        return
    if (bullet := _BULLET.match(text, start, end)) is not None:
        yield Piece(start, start + 1, "bullet")
        start = bullet.end()
    if (label := _label(text, start, end)) is not None:
        yield Piece(start, label, "label")
        start = _solid(text, label, end).start
    if (answer := _ANSWER.match(text, start, end)) is not None:
        yield _solid(text, start, answer.end())
        start = answer.end()
    body = dateline_end(text, start, end)
    if body is not None:
        yield _solid(text, start, body, "dateline")
        start = body
    for match in _HOUR.finditer(text, start, end):
        if not _tells_more(match[1] or "", match[2] or ""):
            yield from _short(text, start, match.end())
            start = match.end()
    yield from _short(text, start, end)


def _label(text: str, start: int, end: int) -> int | None:
    """Where the letter ends before a question or an answer: "Q:", "Q71 Lena Orr:"; "Q." only beside "A."; or the hour
    before an entry of what is told live: "10:42"."""
    if (stamp := STAMP.match(text, start, end)) is not None:
        return stamp.end()
    label = LETTER.match(text, start, end)
    if label is None or not text[label.end() : end].strip():
        return None
    is_sure = label[0].strip("*_")[-1] != "." or all(re.search(rf"(?m)^[*_]*{one}\.", text) for one in "QA")
    return label.end() if is_sure else None


def _short(text: str, start: int, end: int) -> Iterator[Piece]:
    for begin, stop, is_endless in stretches(text, start, end):
        if text[begin:stop].strip():
            yield _solid(text, begin, stop, "endless" if is_endless else "")


def _solid(text: str, start: int, end: int, kind: Kind = "") -> Piece:
    piece = text[start:end]
    return Piece(end - len(piece.lstrip()), start + len(piece.rstrip()), kind)


def _tells_more(word: str, second: str) -> bool:
    """Whether the two words behind an hour tell more of it: a day, a month, a zone, "London time"."""
    return word in calendar() or word.lower() in small_words("hour") or second.lower() in small_words("of hour")


def unread(doc: spacy.Doc, kind: Kind) -> spacy.Doc:
    """The words of a piece that says nothing: no verbs, all hanging on its last; names only in a dateline."""
    is_named = kind == "dateline"
    return spacy.Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=[UNTAGGED if not is_named else "NNP" if token.pos_ in VERBAL else token.tag_ for token in doc],
        pos=["X" if not is_named else "PROPN" if token.pos_ in VERBAL else token.pos_ for token in doc],
        lemmas=[token.lemma_ or token.lower_ for token in doc],
        heads=[len(doc) - 1] * len(doc),
        deps=[*["dep"] * (len(doc) - 1), "ROOT"],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ and is_named else "O" for t in doc],
        user_data={"is_bullet": kind == "bullet"},
    )


def mark(doc: Doc, parts: Iterable[Piece]) -> None:
    """Note in the span groups "dateline", "furniture" and "endless" where they stand."""
    for kind in ("dateline", *UNREAD):
        spans = [doc.char_span(piece.start, piece.end, kind) for piece in parts if piece.kind == kind]
        doc.spans[kind] = [span for span in spans if span is not None]
