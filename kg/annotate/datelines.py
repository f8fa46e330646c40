"""Datelines, which tell where a report was written: "OSLO, March 4 (Nordwire) - The mill closed."."""

from __future__ import annotations

import re
from functools import cache

from kg.naming import cities, organization_called, rows
from kg.parse import Doc, Span

_LONGEST = 100  # characters
_CAPITALS = r"(?:[A-ZÀ-Þ]\.)*[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?:/[A-ZÀ-Þ'’-]+)?"
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
_IN_CAPITALS = rf"(?:ST\. )?{_CAPITALS}(?: (?:and )?{_CAPITALS}){{0,3}}"
_IN_TITLE_CASE = rf"(?:[A-Z][a-z]+\.? (?:and )?){{0,3}}{_NAME}"
_REGION = rf"(?:, {_NAME}(?: (?:(?:of|and|the) )*{_NAME}){{0,3}})"
_AGENCY = r"(?:\((?P<bracketed>[^()\n]{2,40})\)|/(?P<slashed>[^/\n]{2,40})/)"
_DASH = r"(?: ?(?:--|[–—]) ?| - )"
_BODY = r"(?=[\"“‘'(]?(?:[A-ZÀ-Þ][\w.'’-]*[ ,]|[0-9$£€]))"
_NEXT_DASH = re.compile(r"[^.!?]* (?:--?|[–—])\s")
_OUTLET = re.compile(r"(?:wire|news|press)\Z", re.IGNORECASE)
_SHORT_MONTH = r"(?:Jan|Mar|Jun|Jul|Sep)\.?"  # elsewhere a given name, or no word
_TIMES = ("weekday", "month")


@cache
def _forms() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """A town in capitals and what may follow it; what may stand before the name of an agency; a town and a colon."""
    named = {kind: "|".join(re.escape(r["word"]) for r in rows("calendar") if r["kind"] == kind) for kind in _TIMES}
    month = f"(?:{named['month']}|{_SHORT_MONTH})"
    day = rf"(?:(?:{named['weekday']})\.?,? )?(?:{month} \d{{1,2}}|\d{{1,2}} {month})(?:,? \d{{4}})?"
    return (
        re.compile(rf"(?P<town>{_IN_CAPITALS})(?P<rest>{_REGION}??(?:,? {day})?(?: ?{_AGENCY})?){_DASH}{_BODY}"),
        re.compile(rf"(?:{_IN_TITLE_CASE}{_REGION}??(?:,? {day})? |{day} )?{_AGENCY}{_DASH}{_BODY}"),
        re.compile(rf"(?P<town>{_IN_CAPITALS}): {_BODY}"),
    )


def dateline_end(text: str, start: int, end: int) -> int | None:
    """Where the dateline of a paragraph [start, end) ends, behind its dash; None if it has none.

    A town in capitals needs nothing but the dash, unless the same capitals stand elsewhere, as an acronym's do
    ("NASA - The agency"); anything else needs the name of an agency behind it.

    >>> dateline_end("PORT ARDEN, Maine — The port closed.", 0, 36)
    20
    >>> dateline_end("ORLO: Ten mills of Orlo closed.", 0, 31)
    6
    """
    in_capitals, of_agency, with_colon = _forms()
    head = text[start : min(end, start + _LONGEST)]
    if (found := in_capitals.match(head)) is not None:
        body = text[start + found.end() : end]
        is_alone = not found["rest"] and (_NEXT_DASH.match(body) is not None or _stands_again(found["town"], text))
        return None if is_alone or body.isupper() else start + found.end()
    if (found := with_colon.match(head)) is not None and _is_town(found["town"].title(), text):
        return start + found.end()
    found = of_agency.match(head)
    return start + found.end() if found is not None and _is_agency(found["bracketed"] or found["slashed"]) else None


def _is_town(name: str, text: str) -> bool:
    """Whether a name is that of a known place, or stands in the text too: "PUNE: Tankers came to Pune"."""
    return name in cities() or re.search(rf"\b{re.escape(name)}\b", text) is not None


def _stands_again(town: str, text: str) -> bool:
    """Whether words in capitals stand in capitals elsewhere in running text."""
    return re.search(rf"\b{re.escape(town)}\b(?! (?:--|[–—-]) )", text) is not None


def _is_agency(name: str) -> bool:
    known = organization_called(name)
    return (known is not None and known[1] == "kg:MediaOutlet") or _OUTLET.search(name) is not None


def datelines(doc: Doc) -> list[Span]:
    """The datelines of a document, in order."""
    return list(doc.spans.get("dateline", []))
