"""Paragraphs of a text, and the form in which a paragraph is read by the model, each character tied to its offset."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_ENDS_SENTENCE = re.compile(r"[.!?:;\"”'’)\]]\s*$")
_MISSING_SPACE = re.compile(
    r"(?:[a-z]{2}|\))[.!?][\"”]?(?=[A-Z])|[.!?][\"“”](?=\w)"
)  # "harmful."We believe", "tool.The"
_BOLD = re.compile(r"\*\*(?=[^\s*])|(?<=[^\s*])\*\*")  # the marks of "**Orr:**"
_HYPHEN = re.compile(r"(?<= )-(?= )")
_UNEVEN = re.compile(r"\s\s|[^\S ]|\S{100}|-\Z")  # what may not be read as it is written
_LONGEST_LINE = 100  # a hard-wrapped text keeps its lines below this
_SYMBOLS = frozenset({"So", "Sk"})  # emoji, dingbats, the colours of faces
_SIGNS = frozenset("™®©")
_VARIANTS = frozenset("\ufe0e\ufe0f\u20e3")  # how a symbol is shown; unseen as joiners and soft hyphens are
_FIRST_SYMBOL = "\u2190"  # "20°C" is below
_LONGEST_RUN = 100  # characters without a space; the tokenizer is quadratic in them


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph, without surrounding white space, in order.

    Blank lines part paragraphs, and so do single line breaks unless the block is wrapped at a fixed width.
    """
    start = 0
    for match in [*_BLANK_LINE.finditer(text), None]:
        end = match.start() if match else len(text)
        yield from _lines(text, start, end)
        start = match.end() if match else end


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    cuts = [start]
    if not _is_wrapped(text[start:end].split("\n")):
        cuts += [i + 1 for i in range(start, end) if text[i] == "\n"]
    for begin, stop in zip(cuts, [*cuts[1:], end], strict=True):
        piece = text[begin:stop]
        left, right = begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())
        if left < right:
            yield left, right


def _is_wrapped(lines: list[str]) -> bool:
    if len(lines) < 3 or max(map(len, lines)) > _LONGEST_LINE:
        return False
    open_ended = sum(not _ENDS_SENTENCE.search(line) for line in lines[:-1])
    return open_ended > 0.4 * (len(lines) - 1) and min(map(len, lines[:-1])) > _LONGEST_LINE / 3


def model_form(text: str, start: int, end: int, cuts: frozenset[int] = frozenset()) -> tuple[str, list[int]]:
    """A paragraph as the model reads it best, and for each of its characters the offset in the text.

    White space runs become one space, a space that is missing after a full stop or at a cut is put in, and " - " is a
    dash. Emoji and other symbols are space, what is not seen goes: neither is part of a name, and a parser takes them
    for nouns. Only spaces are put in, so every token is still a run of the text's own characters.

    >>> model_form('It is harmful."We know', 0, 22)[0]
    'It is harmful." We know'
    >>> model_form("Mia Orsen 🚀 sued", 0, 16)[0]
    'Mia Orsen sued'
    """
    symbols = {i for i in range(start, end) if _is_symbol(text[i])} if not text[start:end].isascii() else set()
    if len(symbols) == len("".join(text[start:end].split())):
        symbols = set()  # a line of nothing else is read as it stands
    bold = {i for match in _BOLD.finditer(text, start, end) for i in range(*match.span())}
    symbols |= bold
    needs_space = {match.end() for match in _MISSING_SPACE.finditer(text, start, end)}
    needs_space |= {cut for cut in cuts if start < cut < end}
    if not needs_space and not symbols and not _UNEVEN.search(text, start, end):
        return _HYPHEN.sub("–", text[start:end]), list(range(start, end))
    form: list[str] = []
    offsets: list[int] = []
    run = 0
    for i in range(start, end):
        space = text[i].isspace() or (i in symbols and not (_is_unseen(text[i]) or i in bold))
        if (space or i in needs_space or run >= _LONGEST_RUN) and form and form[-1] != " ":
            form.append(" ")
            offsets.append(i)
            run = 0
        if not space and i not in symbols:
            form.append("–" if text[i] == "-" and text[i - 1 : i + 2] == " - " else text[i])
            offsets.append(i)
            run += 1
    return "".join(form), offsets


def _is_symbol(character: str) -> bool:
    """Whether a character is no part of a word, and no mark that a parser knows."""
    kind = unicodedata.category(character)
    return _is_unseen(character) or character in _SIGNS or (kind in _SYMBOLS and character >= _FIRST_SYMBOL)


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or character in _VARIANTS
