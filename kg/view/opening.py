"""On what a page opens: an entity, an answer, one document, some days, what is sure; told as the page's address.

The page holds the whole graph all the same: the reader can undo what it opens on.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from kg.days import is_within
from kg.errors import NotFound
from kg.view.content import Content, DocumentCard, Reported


@dataclass(frozen=True, slots=True)
class Opening:
    """What the reader of the page is to see first."""

    around: Collection[str] = ()  # IRIs of entities: the most telling one of them is in the middle
    hops: int = 2
    shown: Collection[str] = ()  # IRIs of entities: what an answer names
    document: str = ""  # IRI
    since: str = ""  # a day, month or year
    until: str = ""
    min_confidence: float = 0.0  # 0 to 1

    @property
    def is_part(self) -> bool:
        """Whether only some of the statements are shown at first."""
        return bool(self.document or self.since or self.until or self.min_confidence)

    def lets(self, content: Content, statement: Reported) -> bool:
        """Whether a statement is of the document and the days, and as sure, as is asked for."""
        if not self.is_part:
            return True
        if round(100 * statement.confidence) < round(100 * self.min_confidence):  # as the page has them
            return False
        document = _document(content, statement)
        if self.document and (document is None or document.iri != self.document):
            return False
        return is_within(_day(content, statement), self.since, self.until)

    def check(self, content: Content) -> None:
        """Raise NotFound if nothing is of the days, or as sure, as is asked for."""
        told = content.statements.values()
        if not (self.since or self.until or self.min_confidence) or any(self.lets(content, each) for each in told):
            return
        doubtful = replace(self, min_confidence=0.0)
        if self.min_confidence and (rest := [s.confidence for s in told if doubtful.lets(content, s)]):
            raise NotFound(f"nothing is as sure as {self.min_confidence:g}; the surest statement has {max(rest):g}.")
        asked = f"between {self.since} and {self.until}" if self.since and self.until else ""
        asked = asked or (f"in or after {self.since}" if self.since else f"in or before {self.until}")
        here = [each for each in told if replace(self, since="", until="").lets(content, each)]
        days = sorted({_day(content, each) for each in here} - {""})
        span = f"is of {' to '.join(dict.fromkeys((days[0], days[-1])))}" if days else "tells no day"
        where = "this article" if self.document else "the graph"
        raise NotFound(f"{where} tells of nothing {asked}, so there is nothing to draw; what it says {span}.")

    def address(self, content: Content, focus: str | None) -> str:
        """The part of a link behind its #, as the page itself would write it."""
        found: dict[str, str] = {}
        if focus:
            found["e"] = _key(focus, content.entities)
            found["focus"] = f"{found['e']}|{min(4, self.hops)}"
        if self.document:
            found["article"] = found["only"] = _key(self.document, content.documents)
        if self.min_confidence:
            found["confidence"] = str(round(100 * self.min_confidence))
        found |= {name: day for name, day in (("from", self.since), ("to", self.until)) if day}
        return urlencode(found)


def _document(content: Content, statement: Reported) -> DocumentCard | None:
    sentence = content.sentences.get(statement.sentence)
    return content.documents.get(sentence.document) if sentence else None


def _day(content: Content, statement: Reported) -> str:
    """The day that a statement tells, or that of its document."""
    document = _document(content, statement)
    return statement.start_date or (document.published if document else "")


def _key(iri: str, among: Collection[str]) -> str:
    """A thing's IRI without what all IRIs of its kind begin with."""
    base = next(iter(among), "").rpartition("/")[0] + "/"
    return iri.removeprefix(base)
