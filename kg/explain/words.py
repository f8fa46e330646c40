"""How far a statement is to be believed, in words: "claimed by Ada Quill", "denied", "feared by residents"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to say it, and what stands before whoever holds it."""

    kind: str
    key: str
    words: str
    by: str


@cache
def wordings() -> tuple[Wording, ...]:
    """The lines of wording.tsv."""
    lines = (Path(__file__).parent / "wording.tsv").read_text("utf-8").splitlines()
    return tuple(Wording(*line.split("\t")[:4]) for line in lines if line and not line.startswith("#"))


def standing(status: str, mode: str, is_negative: bool, holders: Sequence[str], cue: str = "") -> str:
    """How far a statement is to be believed, and whose words it is.

    >>> standing("claimed", "factual", False, ["Ada Quill"])
    'claimed by Ada Quill'
    """
    wording = _wording(status, mode, cue)
    holder = f" {wording.by} {' and '.join(holders)}" if holders else ""
    opposite = "the opposite is " if is_negative and status == "unrealised" else ""
    return f"{opposite}{wording.words}{holder}"


def _wording(status: str, mode: str, cue: str) -> Wording:
    words = re.findall(r"\w+", cue.casefold())
    if status != "denied":
        for wording in wordings():
            if wording.kind == "cue" and any(word.startswith(wording.key) for word in words):
                return wording
    kind, key = ("mode", mode) if status == "unrealised" else ("status", status)
    return next(wording for wording in wordings() if (wording.kind, wording.key) == (kind, key))
