"""Evidence as people and programs see it: the sentence, how far it is to be believed, and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.explain import Explained, sentence_lines, standing_words
from kg.query.table import safe

_BOLD, _FACT, _CLAIM, _PLAIN = "\x1b[1m", "\x1b[1;32m", "\x1b[1;33m", "\x1b[0m"


@dataclass(frozen=True, slots=True)
class Screen:
    """What text is written for: a terminal with colours and so many columns, or a pipe."""

    colour: bool = False
    width: int | None = None

    def bold(self, text: str) -> str:
        """A heading."""
        return f"{_BOLD}{text}{_PLAIN}" if self.colour else text

    def standing(self, each: Explained) -> str:
        """How far a statement is to be believed; facts and claims in colours of their own."""
        words = standing_words(each)
        return f"{_FACT if each.is_fact else _CLAIM}{words}{_PLAIN}" if self.colour else words


def evidence_lines(each: Explained, screen: Screen, indent: str) -> Iterator[str]:
    """Yield the sentence of a statement with its words marked, then its source."""
    yield from sentence_lines(each, screen.colour, screen.width, indent)
    yield f"{indent}{screen.standing(each)} · {source(each)}"


def source(each: Explained) -> str:
    """Title and day of the article, with the place in its text."""
    named = ", ".join(part for part in (each.title, each.published) if part)
    return safe(f"{named} · {each.source}, {each.place}")


def evidence_json(each: Explained) -> dict[str, object]:
    """A statement with its sentence, for programs."""
    return {
        "statement": each.iri,
        "label": each.label,
        "status": each.status,
        "standing": each.standing,
        "is_fact": each.is_fact,
        "holders": list(each.holders),
        "sentence": each.sentence,
        "begin": each.begin,
        "end": each.end,
        "document": each.document,
        "title": each.title,
        "source": each.source,
        "published": each.published,
        "confidence": float(each.confidence or 0),
    }


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "fact"), counted(2000, "fact")
    ('1 fact', '2,000 facts')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def text(lines: Iterable[str]) -> str:
    """Lines as they are printed."""
    return "".join(f"{line.rstrip()}\n" for line in lines)
