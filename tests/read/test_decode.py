"""Bytes to text: which encoding, which files are none, which characters are replaced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableDocument
from kg.read.decode import clean, decode


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("The café won.".encode(), "The café won."),
        (b"\xef\xbb\xbfThe mark goes.", "The mark goes."),
        ("\ufeffThe café won.".encode("utf-16-le"), "The café won."),
        ("\ufeffThe café won.".encode("utf-16-be"), "The café won."),
        ("\ufeffThe café won.".encode("utf-32-le"), "The café won."),
        ("The café won.".encode("latin-1"), "The café won."),
        (b"He said \x93no\x94 \x96 twice.", "He said “no” – twice."),
        ("<meta charset=iso-8859-2>Łódź".encode("iso-8859-2"), "<meta charset=iso-8859-2>Łódź"),
        ("<meta charset=klingon>café".encode("latin-1"), "<meta charset=klingon>café"),
        (
            "“Five” cafés – “open” – in “May” \u2026 ".encode() + b"\xff",
            "“Five” cafés – “open” – in “May” \u2026 \ufffd",
        ),
        (b"", ""),
    ],
)
def test_the_encoding_is_found(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"Some text\0and a zero byte", "binary"),
    ],
)
def test_a_binary_file_is_named(raw: bytes, reason: str) -> None:
    with pytest.raises(UnreadableDocument, match=reason):
        decode(raw)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree\n"),
        ("a\x00b\x07c\x9fd", "a b c d"),
        ("page\x0cbreak\u2028line", "page\nbreak\nline"),
        ("half \ud83d of a smile", "half \ufffd of a smile"),
        ("tab\tstays, so does é, e\u0301 and 😀", "tab\tstays, so does é, e\u0301 and 😀"),
    ],
)
def test_characters_that_no_article_holds_are_replaced_one_for_one(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_error_with_a_reason(raw: bytes) -> None:
    try:
        clean(decode(raw)).encode("utf-8")
    except UnreadableDocument as error:
        assert str(error).startswith("is ")


@given(st.text(st.characters(exclude_characters="\r")))
def test_without_carriage_returns_every_offset_stays(text: str) -> None:
    assert len(clean(text)) == len(text)
