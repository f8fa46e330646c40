"""What went wrong, in one line for programs and on a page for readers."""

from __future__ import annotations

from collections.abc import Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from kg.errors import KgError, NotFound, QueryLimit, StoreError
from kg.serve.answers import prefers_page
from kg.serve.protocol import Refusal
from kg.serve.rendering import page
from kg.serve.things import Cell


def told(request: Request, status: int, message: str, near: Sequence[Cell] = ()) -> Response:
    """A message, and what may have been meant instead."""
    if prefers_page(request):
        return page(
            "fault.html", status=status, title="Not here" if status == 404 else "No", message=message, near=near
        )
    hint = f". Did you mean {' or '.join(cell.href for cell in near)}?" if near else ""
    return PlainTextResponse(f"{message}{hint}\n", status_code=status)


def status_of(error: KgError) -> int:
    """Whose fault it is: the client's, whose words mean nothing or name nothing, or the server's."""
    if isinstance(error, NotFound):
        return 404
    return 503 if isinstance(error, StoreError | QueryLimit) else 400


async def refused(request: Request, refusal: Exception) -> Response:
    """Tell why a request gets no answer."""
    response = told(request, refusal.status if isinstance(refusal, Refusal) else 400, str(refusal))
    if response.status_code == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


async def failed(request: Request, error: Exception) -> Response:
    """Tell what kg itself says in one line."""
    return told(request, status_of(error) if isinstance(error, KgError) else 400, " ".join(str(error).split()))


async def unknown(request: Request, error: Exception) -> Response:
    """Tell that a path or a method is not served."""
    status = error.status_code if isinstance(error, HTTPException) else 404
    return told(request, status, "there is nothing here" if status == 404 else str(getattr(error, "detail", error)))
