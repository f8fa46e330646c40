"""/sparql: the SPARQL protocol for programs, a description of the service, and an editor for readers."""

from __future__ import annotations

import json

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from kg import query
from kg.query.library import bind, library
from kg.rdf import prefixes
from kg.serve.answers import HTML, TRIPLES, answered, in_form, wants
from kg.serve.body import body_of, content_type
from kg.serve.description import service_description
from kg.serve.protocol import operation
from kg.serve.rendering import page
from kg.serve.served import Served
from kg.serve.things import table

_LARGEST_BODY = 1_000_000  # bytes of a query


async def sparql(request: Request) -> Response:
    """Answer a query; a GET without one gets what the service offers, or the editor."""
    served: Served = request.app.state.served
    if request.method in ("GET", "HEAD") and not request.url.query:
        return await run_in_threadpool(_described, request, served)
    asked = operation(request.method, content_type(request), request.url.query, await body_of(request, _LARGEST_BODY))
    dataset = query.Dataset(asked.default_graphs, asked.named_graphs)
    if asked.kind == "update":
        await run_in_threadpool(served.update, asked.text, dataset)
        return Response(status_code=204)
    return await run_in_threadpool(_answered, request, served, asked.text, dataset)


def _answered(request: Request, served: Served, text: str, dataset: query.Dataset) -> Response:
    answer = served.ask(text, dataset)

    def shown() -> Response:
        return page("answer.html", title="Answer", text=text, answer=table(answer, served.address))

    return answered(request, answer, shown)


def _described(request: Request, served: Served) -> Response:
    chosen = wants(request, (*TRIPLES, HTML))
    if chosen == HTML:
        return editor(served)
    return in_form(service_description(f"{request.base_url}sparql", served.identity), chosen)


def editor(served: Served) -> Response:
    """The page on which readers write SPARQL."""
    declared = prefixes(served.identity.base)
    settings = {"prefixes": declared, "starts": served.address.starts}
    return page(
        "editor.html",
        is_scripted=True,
        title="SPARQL",
        questions=library(),
        texts={question.name: _text(question) for question in library()},
        prefixes=declared,
        settings=json.dumps(settings, sort_keys=True),
        rows=served.limits.rows,
        seconds=served.limits.seconds,
    )


def _text(question: query.Question) -> str:
    """A question as a reader may change it: without the parts for parameters, if it can be asked without any."""
    return question.query if any(each.is_required for each in question.parameters) else bind(question, {})
