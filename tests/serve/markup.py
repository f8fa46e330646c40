"""What a page consists of, and whether anything in it could run or load."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

PLAIN = {
    *("html", "head", "meta", "title", "link", "body", "header", "nav", "main", "h1", "h2", "section", "aside", "div"),
    *("span", "p", "a", "b", "small", "code", "pre", "ul", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr"),
    *("th", "td", "blockquote", "mark", "details", "summary", "form", "label", "input", "button", "select", "option"),
    *("textarea", "kbd"),
}


@dataclass
class Markup(HTMLParser):
    """The elements, links and words of a page."""

    page: str
    faults: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.page)

    @property
    def text(self) -> str:
        """All words of the page."""
        return "".join(self.words)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Look at an element."""
        values = {name: value or "" for name, value in attributes}
        if tag not in PLAIN and (tag, values.get("src")) != ("script", "/pages/editor.js"):
            self.faults.append(f"element {tag}")
        self.faults += [f"attribute {name}" for name in values if name.startswith("on") or name in ("style", "srcdoc")]
        for name in ("href", "src", "action", "formaction"):
            if name in values:
                self._look_at(values[name])

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words.append(data)

    def _look_at(self, address: str) -> None:
        is_here = address.startswith("/") and not address.startswith("//")
        if not is_here and not address.startswith(("http://", "https://")):
            self.faults.append(f"address {address}")
        if is_here:
            self.links.append(address)
