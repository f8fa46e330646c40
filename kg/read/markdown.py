"""Markdown to a Document: front matter, then the words without their marks.

Headings, paragraphs, list items and table rows become lines of their own; code blocks and pictures are no prose and go.
Those of a block quote keep their ">", which tells that they are another's words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from kg.model import Document
from kg.read.details import date_line, headline, iso_date, name_title, web_address

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LINE = re.compile(r"([A-Za-z_-]+)\s*:\s*(.*)")
_TAG = re.compile(r"<[^>]*>")
_QUOTED = "> "
_INLINE = {"softbreak": " ", "hardbreak": "\n", "image": "", "html_inline": ""}


def read(text: str, source: str) -> Document:
    """The document; the front matter may name title, date, source, author, url and language.

    Without a date there, a line near the top may tell the day, as in plain text.
    """
    front, body = front_matter(text)
    blocks = list(_blocks(MarkdownIt("commonmark").enable("table").parse(body)))
    plain = "\n\n".join(words for _, words in blocks)
    heading = next((words for kind, words in blocks if kind == "heading"), None)
    return Document(
        text=plain,
        title=front.get("title") or heading or headline(plain) or name_title(source),
        source=source,
        published=iso_date(front.get("date") or front.get("published")) or date_line(plain),
        author=front.get("author") or front.get("authors"),
        site=front.get("source") or front.get("site") or front.get("publisher"),
        url=web_address(front.get("url") or front.get("link")),
        language=front.get("language") or front.get("lang"),
    )


def front_matter(text: str) -> tuple[dict[str, str], str]:
    r"""The `key: value` lines between two `---` at the top, and the rest.

    >>> front_matter("---\ntitle: Bridge closes\n---\nThe bridge ...")
    ({'title': 'Bridge closes'}, 'The bridge ...')
    """
    match = _FRONT.match(text)
    if not match:
        return {}, text
    pairs = (_LINE.fullmatch(line.strip()) for line in match[1].split("\n"))
    front = {pair[1].lower(): _value(pair[2]) for pair in pairs if pair}
    return {key: value for key, value in front.items() if value}, text[match.end() :]


def _value(text: str) -> str:
    """A scalar without its quotes; a list as words with commas."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]"):
        return ", ".join(_value(part) for part in text[1:-1].split(","))
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _blocks(tokens: list[Token]) -> Iterator[tuple[str, str]]:
    """(kind of block, its words) in reading order; a table row is one block."""
    kind = ""
    cells: list[str] = []
    mark = ""
    depth = 0  # of block quotes
    for token in tokens:
        depth += _opened(token)
        if token.type == "list_item_open":
            mark = f"{token.info}. " if token.info else "- "
        elif token.type == "list_item_close":
            mark = ""
        if token.type.endswith("_open"):
            kind, cells = token.type.removesuffix("_open"), [] if token.type == "tr_open" else cells
        elif token.type.endswith("_close"):
            kind = ""
            if token.type == "tr_close":
                yield "row", _QUOTED * depth + " | ".join(cells)
        elif words := _words(token):
            if kind in ("td", "th"):
                cells.append(words)
            else:
                is_quoted = depth > 0 or "<blockquote" in token.content
                yield kind, words if kind == "heading" else _QUOTED * is_quoted + mark + words
                mark = ""


def _opened(token: Token) -> int:
    """How many block quotes a token opens; closed ones count against it."""
    if token.type == "html_block":
        return token.content.count("<blockquote") - token.content.count("</blockquote")
    return {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)


def _words(token: Token) -> str:
    if token.type == "html_block":
        return html.unescape(_TAG.sub("", token.content)).strip()
    children = token.children or []
    return "".join(_INLINE.get(child.type, child.content) for child in children).strip()
