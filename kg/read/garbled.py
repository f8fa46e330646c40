"""UTF-8 that a program before us took for Windows-1252: "â€™" for an apostrophe, "Ã©" for é.

In: the text of a file. Out: the text as it was meant, where no other reading of its letters is possible.
"""

from __future__ import annotations

import re

_BEHIND = "".join(chr(code) for code in range(0x80, 0xC0)) + bytes(
    code for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
).decode("cp1252")  # what a byte behind the first of a character looks like, in Windows-1252 or in Latin-1
_NEXT = f"[{re.escape(_BEHIND)}]"
_SURE = re.compile(f"Â[\xa0-\xbf]|Ã{_NEXT}|[âï]{_NEXT}{{2}}|ð{_NEXT}{{3}}")  # no language puts these side by side
_LOST_END = re.compile(
    "(â€œ[^\n]*?â€)(?:\ufffd|(?=[\\s.,;:!?)]|$))", re.MULTILINE
)  # the end of a closing quotation mark
_CONTROLS = re.compile("[\x80-\x9f]")
_DEEPEST = 3  # times that it was done over


def repaired(text: str) -> tuple[str, int]:
    """The text as it was meant, and how many characters that are; the whole text, else the lines that are sure.

    A text or a line is sure if it holds such letters, and all of its letters beyond ASCII become UTF-8 again.

    >>> repaired("The mayorâ€™s cafÃ©")
    ('The mayor’s café', 2)
    """
    total = 0
    for _ in range(_DEEPEST):
        text, count = _once(text)
        if not count:
            break
        total = max(total, count)
    return text, total


def _once(text: str) -> tuple[str, int]:
    if not _SURE.search(text):
        return text, 0
    if (whole := _meant(text)) is not None:
        return whole
    lines = [_meant(line) or (line, 0) for line in text.split("\n")]
    return "\n".join(line for line, _ in lines), sum(count for _, count in lines)


def _meant(text: str) -> tuple[str, int] | None:
    """What bytes of UTF-8 the letters were, as text; None where they were none, or nothing is sure."""
    if not _SURE.search(text):
        return None
    try:
        meant = b"".join(map(_byte, _LOST_END.sub("\\1\x9d", text))).decode("utf-8")
    except UnicodeError:
        return None
    if _CONTROLS.search(meant) and not _SURE.search(meant):  # of what was done twice, one step may hold some
        return None
    return meant, sum(letter > "\x7f" for letter in meant)


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1" if letter < "\u0100" else "cp1252")
