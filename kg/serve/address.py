"""Where things have their pages: the IRIs of a graph as paths of this server, and back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from kg.rdf import KG, KGO, escape


@dataclass(frozen=True, slots=True)
class Address:
    """The paths of a graph with a base: its own IRIs and its vocabulary are here, all else is elsewhere.

    >>> Address("https://example.org/kg/").path("https://example.org/kg/entity/Gull")
    '/kg/entity/Gull'
    """

    base: str

    @property
    def starts(self) -> tuple[str, ...]:
        """What IRIs start with that have a page here."""
        return (self.base, KG, KGO)

    def path(self, iri: str) -> str:
        """The path of a thing's page; "" for what is elsewhere."""
        for start in self.starts:
            if iri.startswith(start):
                path = iri.removeprefix(_origin(start))
                return "" if path.startswith("//") else path
        return ""

    def href(self, iri: str) -> str:
        """Where a link to a thing leads: its page, its address on the web, or nowhere."""
        return self.path(iri) or (iri if urlsplit(iri).scheme in ("http", "https") else "")

    def iri(self, path: str) -> str | None:
        """The IRI of the thing that has its page at a path, whose escapes are replaced; None if none can have it."""
        root = unquote(urlsplit(self.base).path)
        kind, slash, name = path.removeprefix(root).partition("/")
        if not path.startswith(root) or not re.fullmatch("[a-z]{1,40}", kind) or not slash or not name:
            return None
        return f"{self.base}{kind}/{escape(name)}"


def _origin(iri: str) -> str:
    parts = urlsplit(iri)
    return f"{parts.scheme}://{parts.netloc}"
