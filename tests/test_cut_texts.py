"""Texts cut anywhere, in capitals, in disorder or without stops: whatever stands in a file, reading it never fails."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from kg.engine import Failure, Settings, read_all
from kg.model import Document

pytestmark = pytest.mark.model

TESTS = Path(__file__).parent
TEXTS = sorted([*TESTS.glob("articles/*.txt"), *TESTS.glob("stories/*/*.txt")])


def spoiled(text: str, chance: random.Random) -> str:
    """Some hundred characters out of the middle, often spoiled besides."""
    start = chance.randrange(len(text))
    piece = text[start : start + chance.randrange(20, 900)]
    ways = [
        piece.upper(),
        piece.lower(),
        " ".join(chance.sample(words := piece.split(" "), len(words))),
        "".join(letter for letter in piece if chance.random() > 0.03),
        piece.replace(". ", "\n").replace(", ", " "),
        piece,
        piece,
        piece,
    ]
    return chance.choice(ways)


def test_no_text_is_too_broken_to_be_read():
    chance = random.Random(7)
    documents = [Document(spoiled(path.read_text(encoding="utf-8"), chance), str(path), "cut") for path in TEXTS]
    failed = [outcome for outcome in read_all(documents, Settings()) if isinstance(outcome, Failure)]
    assert documents and not failed, [(failure.reason, failure.document.text) for failure in failed]
