"""A web page to a Document: trafilatura finds the article in it and what it says about itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from kg.errors import UnreadableDocument
from kg.model import Document
from kg.read.decode import clean
from kg.read.details import date_line, iso_date, name_title, web_address

if TYPE_CHECKING:
    from trafilatura.settings import Document as Page

# the latest date stands here because the library would otherwise ask the clock, and the same page must read the same
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2099-12-31"}
_SENTENCE = re.compile(r"\S\s+\S.*[.!?…][\"'”’)\]]*(?:\s|$)")  # two words or more, and their end


def read(text: str, source: str) -> Document:
    """The document, whose text is the article with a blank line between its paragraphs."""
    from trafilatura import bare_extraction  # takes most of a second, and only web pages need it
    from trafilatura.settings import Document as Page

    page = bare_extraction(text, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    article = _paragraphs(_marked(page, text) or page.text) if isinstance(page, Page) and page.text else ""
    if not isinstance(page, Page) or not article:
        raise UnreadableDocument("is a web page in which no article was found")
    if not any(map(_SENTENCE.search, article.split("\n"))):
        raise UnreadableDocument("is a web page without a sentence, such as a menu")
    return Document(
        text=article,
        title=_line(page.title) or name_title(source),
        source=source,
        published=iso_date(page.date) or date_line(article),
        author=_line(page.author),
        site=_line(page.sitename),
        url=web_address(page.url),
        language=_line(page.language) or _declared_language(text),
    )


def _marked(page: Page, source: str) -> str:
    """The words with a ">" before each paragraph of a block quote, which tells that they are another's."""
    from trafilatura.xml import xmltotxt

    quotes = [] if "<blockquote" not in source.lower() else [q for q in page.body.iter("quote") if _is_block(q)]
    if not quotes:
        return ""
    for quote in quotes:
        inner = [part for part in quote.iter("p", "item", "head") if part.text]
        for part in inner if not (quote.text or "").strip() else [quote, *inner]:
            part.text = f"> {(part.text or '').lstrip()}"
    return str(xmltotxt(page.body, False))


def _is_block(quote: Any) -> bool:
    return all(above.tag not in ("p", "quote", "item", "head") for above in quote.iterancestors())


def _paragraphs(text: str) -> str:
    lines = (" ".join(line.split()) for line in clean(text).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _line(value: str | None) -> str | None:
    """One line of printable text, or None."""
    return " ".join(clean(value).split()) or None if value else None


def _declared_language(text: str) -> str | None:
    match = re.search(r"<html[^>]*\slang\s*=\s*[\"']?([A-Za-z]{2,3})", text[:4096], re.IGNORECASE)
    return match[1].lower() if match else None
