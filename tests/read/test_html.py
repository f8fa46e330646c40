"""Web pages: the article and what the page says about itself; an empty result is an error."""

from __future__ import annotations

import pytest

from kg.errors import UnreadableDocument
from kg.read.html import read

FIRST = "The council sold the old mill to Bright Brewery on Monday, after a debate that had lasted for eleven years."
SECOND = (
    "Mayor Ada Finch said the brewery &amp; its owners would repair the roof before the winter comes to the valley."
)
PAGE = f"""<!doctype html><html lang="en"><head><title>Mill sold | The Harbour Post</title>
<meta property="og:title" content="Mill sold at last"><meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="Ann Hill"><link rel="canonical" href="https://post.example/mill">
<meta property="article:published_time" content="2024-03-05T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Mill sold at last</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<script>alert("never read")</script><footer>Copyright and cookies</footer></body></html>"""


def test_the_page_tells_title_author_site_address_and_date() -> None:
    document = read(PAGE, "mill.html")
    assert document.title == "Mill sold at last"
    assert document.author == "Ann Hill"
    assert document.site == "The Harbour Post"
    assert document.url == "https://post.example/mill"
    assert document.published == "2024-03-05"
    assert document.language == "en"


def test_only_the_article_is_read_with_a_blank_line_between_paragraphs() -> None:
    paragraphs = read(PAGE, "mill.html").text.split("\n\n")
    assert paragraphs[-2:] == [FIRST, SECOND.replace("&amp;", "&")]
    assert not any(word in " ".join(paragraphs) for word in ("Home", "never read", "cookies"))


def test_block_quotes_are_marked_as_another_s_words() -> None:
    page = PAGE.replace(f"<p>{SECOND}</p>", f"<blockquote><p>{SECOND}</p></blockquote><p>{FIRST}</p>")
    paragraphs = read(page, "mill.html").text.split("\n\n")
    assert paragraphs[-3:] == [FIRST, f"> {SECOND}".replace("&amp;", "&"), FIRST]


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><script>x()</script></body></html>", "<!doctype html>"])
def test_a_page_without_an_article_is_an_error(page: str) -> None:
    with pytest.raises(UnreadableDocument, match="no article"):
        read(page, "empty.html")


@pytest.mark.parametrize(
    "body",
    [
        "<nav>a</nav>",
        "<ul><li><a href=x>Home</a></li><li><a href=y>About our newspaper</a></li></ul>",
        "404 Not Found",
        "<form>Sign in <input></form><p>Please enable JavaScript to use this site</p>",
    ],
)
def test_a_page_without_a_sentence_is_no_article(body: str) -> None:
    with pytest.raises(UnreadableDocument, match="without a sentence"):
        read(f"<html><body>{body}</body></html>", "menu.html")


@pytest.mark.parametrize("words", ["Ada sold the mill.", "“Is it sold?”", "He wept... (twice!) <b>and left</b>"])
def test_one_sentence_makes_a_page_an_article(words: str) -> None:
    assert read(f"<html><body><h1>Mill</h1><p>{words}</p></body></html>", "mill.html").text


def test_no_date_is_made_up() -> None:
    page = f"<html><body><article><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"
    assert read(page, "mill.html").published is None
