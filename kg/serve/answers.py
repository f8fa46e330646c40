"""Answers in the form that a client likes best: SPARQL results, RDF, or a page."""

from __future__ import annotations

from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from kg.query import Answer
from kg.query.formats import FORMAT_BY_NAME, render
from kg.serve.negotiation import best
from kg.serve.protocol import Refusal

HTML = "text/html"
ROWS = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
TRIPLES = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")
_ALSO = {"application/json": ROWS[0], "application/xml": ROWS[1]}
_NAME_BY_TYPE = {each.media_type: name for name, each in FORMAT_BY_NAME.items()}
SUFFIXES = {"ttl": TRIPLES[0], "nt": TRIPLES[1], "jsonld": TRIPLES[2], "rdf": TRIPLES[3], "html": HTML}


def wants(request: Request, offers: tuple[str, ...]) -> str:
    """The form on offer that a request likes best; Refusal 406 if it takes none."""
    chosen = best(request.headers.get("accept", ""), offers)
    if chosen is None:
        raise Refusal(406, f"this can be had as {', '.join(offers)}")
    return chosen


def prefers_page(request: Request) -> bool:
    """Whether a reader asks rather than a program."""
    return best(request.headers.get("accept", ""), (ROWS[0], TRIPLES[0], "text/plain", HTML)) == HTML


def answered(request: Request, answer: Answer, page: Callable[[], Response] | None = None) -> Response:
    """The answer in a form of its kind, or as a page where there is one."""
    offers = TRIPLES if answer.kind == "graph" else (*ROWS, *_ALSO)
    chosen = wants(request, (*offers, HTML) if page else offers)
    return page() if page and chosen == HTML else in_form(answer, chosen)


def in_form(answer: Answer, chosen: str) -> Response:
    """The answer in one of the forms; what was cut is told in its headers."""
    text = render(answer, name_of(chosen))
    cut = {"X-Rows-Cut": str(len(answer))} if answer.is_cut else {}
    told = {"Warning": f'199 - "{_one_header(answer.notice)}"'} if answer.notice else {}
    return formed(text.encode(), chosen, cut | told)


def _one_header(notice: str) -> str:
    """A notice, which may hold words of the query, as the text of a header can be."""
    plain = " ".join(notice.split()).replace("\\", "/").replace('"', "'")
    return "".join(c if " " <= c <= "~" else "?" for c in plain)


def formed(content: bytes, chosen: str, headers: dict[str, str] | None = None) -> Response:
    """Content in a form that was chosen among several."""
    return Response(content, media_type=f"{chosen}; charset=utf-8", headers={"Vary": "Accept", **(headers or {})})


def name_of(media_type: str) -> str:
    """What kg calls a media type: "ttl" for text/turtle."""
    return _NAME_BY_TYPE[_ALSO.get(media_type, media_type)]
