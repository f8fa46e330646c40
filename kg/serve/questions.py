"""/questions: the question library over HTTP, for programs in every form and for readers as a form and a table."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import KgError
from kg.query import Question, library
from kg.query.library import question as named
from kg.serve.answers import HTML, answered, prefers_page, wants
from kg.serve.faults import status_of
from kg.serve.protocol import Refusal
from kg.serve.rendering import page
from kg.serve.served import Served
from kg.serve.things import table


def questions(request: Request) -> Response:
    """List the questions."""
    if wants(request, ("application/json", HTML)) == HTML:
        return page("questions.html", title="Questions", questions=library())
    return JSONResponse([_listed(each) for each in library()])


def question(request: Request) -> Response:
    """Answer a question; its parameters are those of the address."""
    served: Served = request.app.state.served
    asked = named(request.path_params["name"], listed_by="/questions")
    given = _given(request)
    if not prefers_page(request):
        return answered(request, served.answer(asked, given))
    missing = [each for each in asked.parameters if each.is_required and each.name not in given]
    if missing:
        return _shown(asked, given)
    try:
        answer = served.answer(asked, given)
    except KgError as error:
        return _shown(asked, given, status=status_of(error), message=str(error))
    return answered(request, answer, lambda: _shown(asked, given, answer=table(answer, served.address)))


def _shown(
    asked: Question, given: Mapping[str, str], *, status: int = 200, answer: object = None, message: str = ""
) -> Response:
    return page(
        "question.html",
        status=status,
        title=asked.title or asked.name,
        question=asked,
        given=given,
        answer=answer,
        message=message,
    )


def _given(request: Request) -> dict[str, str]:
    """The parameters of the address that are not left empty, as a form sends them."""
    given: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name in given:
            raise Refusal(400, f"the parameter {name[:60]!r} stands there twice")
        if value:
            given[name] = value
    return given


def _listed(each: Question) -> dict[str, object]:
    parameters = [{"name": p.name, "kind": p.kind, "help": p.help, "required": p.is_required} for p in each.parameters]
    return {"name": each.name, "title": each.title, "help": each.help, "parameters": parameters}
