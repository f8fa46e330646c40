"""Bytes of a file to text: encodings, binary files, newlines, and characters that no article holds.

Everything that changes a character happens here, once, before the Document is made: offsets count in what
leaves this module.
"""

from __future__ import annotations

import codecs
import re

from kg.errors import UnreadableDocument

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CONTROLS = [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"]
_REPLACED = str.maketrans(
    {
        **dict.fromkeys(_CONTROLS, " "),
        **dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n"),
        **dict.fromkeys("\ufffe\uffff", "\ufffd"),
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
    }
)


def decode(raw: bytes) -> str:
    """The text of a file, with the newlines it came with.

    A byte-order mark decides, then UTF-8, then what the file declares (`charset=`), then Windows-1252, which
    is what old news text turns out to be; bytes that fit nothing become U+FFFD.
    """
    _refuse_binary(raw)
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    for encoding in ("utf-8", *_declared(raw)):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return _nearly_utf8(raw) or raw.decode("cp1252", "replace")


def clean(text: str) -> str:
    r"""Text with one kind of newline and without controls and surrogates, each replaced by one character.

    >>> clean("one\r\ntwo\x07")
    'one\ntwo '
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_REPLACED)


def _refuse_binary(raw: bytes) -> None:
    for signature, name in _SIGNATURES:
        if raw.startswith(signature):
            raise UnreadableDocument(f"is {name}; convert it to text, Markdown or HTML first")
    has_mark = any(raw.startswith(mark) for mark, _ in _BOMS)
    if b"\0" in raw[:65536] and not has_mark:
        raise UnreadableDocument("is a binary file; give text, Markdown or HTML")


def _declared(raw: bytes) -> list[str]:
    match = _DECLARED.search(raw[:4096])
    return [match[1].decode("ascii")] if match else []


def _nearly_utf8(raw: bytes) -> str | None:
    """UTF-8 with a few broken bytes: more multi-byte characters that decode than bytes that do not."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return text if sound > 4 * broken else None
