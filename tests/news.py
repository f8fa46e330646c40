"""Random news for builds that need no model: texts of plain sentences, and a reader that reads just these."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from graphs import Say, article, say

from kg import apart, engine
from kg.model import Document, Reading
from kg.settings import Settings

NAMES = ("Bo Lund", "Lund", "Ada Lund", "Halden Mills", "Halden", "Gull", "Ferrow County", "Port Ashby")
VERBS = {"sells": "kg:sells", "opposes": "kg:opposes", "greets": "kgo:greet", "outruns": "kgo:outrun"}
_HEDGE = "Perhaps "


def text(chance: random.Random) -> str:
    """Two to four sentences about two to four things."""
    about = chance.sample(NAMES, chance.randint(2, 4))
    return " ".join(_sentence(chance, *chance.sample(about, 2)) for _ in range(chance.randint(2, 4)))


def _sentence(chance: random.Random, subject: str, object: str) -> str:
    hedge = _HEDGE if chance.random() < 0.2 else ""
    return f"{hedge}{subject} {chance.choice(list(VERBS))} {object}."


def read_all(documents: Iterable[Document], settings: Settings, *_: object) -> Iterator[Reading]:
    """As kg.engine.read_all, for these texts."""
    return map(_reading, documents)


def without_model(monkeypatch: pytest.MonkeyPatch, reader: Callable[..., Iterable[Reading]] = read_all) -> None:
    """Have builds read with that reader, and load no model."""
    monkeypatch.setattr(engine, "read_all", reader)
    monkeypatch.setattr(apart, "Apart", _Nobody)


class _Nobody:
    """A process that reads, which nobody needs."""

    def prepare(self, settings: Settings) -> None:
        pass

    def stop(self) -> None:
        """Nothing stops."""

    def end(self) -> None:
        pass


def _reading(document: Document) -> Reading:
    found = document.text.strip().rstrip(".").split(". ")
    says = [_say(index, sentence) for index, sentence in enumerate(found)]
    reading = article(document.title, document.text, *says)
    return Reading(document, reading.mentions, reading.sentences, reading.statements)


def _say(index: int, sentence: str) -> Say:
    verb = next(verb for verb in VERBS if f" {verb} " in sentence)
    subject, object = sentence.removeprefix(_HEDGE).split(f" {verb} ")
    mode = "possible" if sentence.startswith(_HEDGE) else "factual"
    return say(subject, VERBS[verb], object, index, words=verb, mode=mode)


class Newsroom:
    """A folder of articles that come, change and go by chance, and judgements on them."""

    def __init__(self, folder: Path, seed: int, count: int = 12) -> None:
        self.folder = folder
        self.chance = random.Random(seed)
        self.judgements = folder.with_name("judgements.csv")
        folder.mkdir()
        for number in range(count):
            self.write(number)

    def write(self, number: int) -> Path:
        """A new article, or another text in the place of an old one."""
        path = self.folder / f"news-{number}.txt"
        path.write_text(f"{text(self.chance)}\n", encoding="utf-8")
        return path

    def copy(self, number: int) -> Path:
        """A new article, or another in the place of an old one, with the text of one that is there."""
        path, other = self.folder / f"news-{number}.txt", self.chance.choice(sorted(self.folder.iterdir()))
        path.write_bytes(other.read_bytes())
        return path

    def event(self) -> str:
        """Something happens; says what."""
        kind = self.chance.choice(["change", "change", "add", "copy", "remove", "judge", "unjudge", "nothing"])
        there = sorted(self.folder.iterdir())
        if kind == "change":
            self.write(int(self.chance.choice(there).stem.removeprefix("news-")))
        elif kind == "add":
            self.write(100 + self.chance.randrange(1000))
        elif kind == "copy":
            self.copy(100 + self.chance.randrange(1000))
        elif kind == "remove" and len(there) > 2:
            self.chance.choice(there).unlink()
        elif kind == "judge":
            one, other = self.chance.sample(NAMES, 2)
            line = self.chance.choice([f"same,{one},{other}", f"rename,{one},The {other}", f"retype,{one},kg:Company"])
            self.judgements.write_text(f"{line}\n", encoding="utf-8")
        elif kind == "unjudge":
            self.judgements.unlink(missing_ok=True)
        return kind
