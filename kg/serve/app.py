"""The server as an ASGI application: SPARQL, the graph store, questions, a page for each thing, the graph page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.query import library
from kg.serve import faults
from kg.serve.door import LOCAL, Door
from kg.serve.graph_store import METHODS, graph_store
from kg.serve.pages_of_things import find, thing
from kg.serve.protocol import Refusal
from kg.serve.questions import question, questions
from kg.serve.rendering import FILES, HERE, page
from kg.serve.served import Served
from kg.serve.sparql import sparql
from kg.serve.vocabulary import ONTOLOGY, OPEN, vocabulary


def application(served: Served, hosts: tuple[str, ...] = LOCAL) -> Starlette:
    """The application; only requests to one of the host names are answered. Its workers end when it does."""
    app = Starlette(
        routes=[
            Route("/", _home),
            Route("/health", _health),
            Route("/graph", _graph),
            Route("/sparql", sparql, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
            Route("/rdf-graph-store", graph_store, methods=METHODS),
            Route("/questions", questions),
            Route("/questions/{name}", question),
            Route("/find", find),
            Route("/pages/{name}", _file),
            Route(ONTOLOGY, vocabulary),
            Route(OPEN, vocabulary),
            Route("/{path:path}", thing),
        ],
        middleware=[Middleware(Door, hosts=hosts)],
        exception_handlers={Refusal: faults.refused, KgError: faults.failed, HTTPException: faults.unknown},
        lifespan=_lifespan,
    )
    app.state.served = served
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    yield
    app.state.served.pool.end()


async def _health(request: Request) -> Response:
    identity = request.app.state.served.identity
    return JSONResponse({"status": "ok", "triples": identity.triples, "digest": identity.digest})


def _home(request: Request) -> Response:
    served: Served = request.app.state.served
    return page("home.html", title="Knowledge graph", identity=served.identity, questions=library(), ontology=ONTOLOGY)


def _graph(request: Request) -> Response:
    from kg.view.page import policy

    served: Served = request.app.state.served
    headers = {"Content-Security-Policy": f"{policy()}; frame-ancestors 'none'"}
    return HTMLResponse(served.graph_page(), headers=headers)


def _file(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in FILES:
        return faults.told(request, 404, "there is nothing here")
    return FileResponse(HERE / name, media_type=FILES[name])
