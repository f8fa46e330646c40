"""How far a statement is to be believed, in words: "claimed by Ada Quill", "denied", "feared by residents"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_CUES = {"claimed": ("hearsay",), "unrealised": ("cue", "hearsay")}  # lines whose key is looked for in the cue


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
    wording = wording_of(status, mode, cue)
    holder = f" {wording.by} {' and '.join(holders)}" if holders else ""
    opposite = "the opposite is " if is_negative and status == "unrealised" else ""
    return f"{opposite}{wording.words}{holder}"


@cache
def wording_of(status: str, mode: str, cue: str) -> Wording:
    """The line that fits a statement's status, its cue and its mode."""
    words = re.findall(r"\w+", cue.casefold())
    for wording in wordings():
        if wording.kind in _CUES.get(status, ()) and any(word.startswith(wording.key) for word in words):
            return wording
    kind, key = ("mode", mode) if status == "unrealised" else ("status", status)
    return next(wording for wording in wordings() if (wording.kind, wording.key) == (kind, key))
