"""The server as an ASGI application: SPARQL, the graph store, a page for each thing, and the graph page."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Store
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from kg import query, store
from kg.errors import KgError, QueryLimit, StoreError
from kg.query.formats import FORMAT_BY_NAME, render
from kg.query.pool import Pool
from kg.serve.description import service_description
from kg.serve.door import LOCAL, Door
from kg.serve.negotiation import best
from kg.serve.protocol import Operation, Refusal, operation

_LARGEST_BODY = 1_000_000  # bytes of a query
_ROWS = ("application/sparql-results+json", "application/sparql-results+xml", "text/csv", "text/tab-separated-values")
_ALSO = {"application/json": "application/sparql-results+json", "application/xml": "application/sparql-results+xml"}
_TRIPLES = ("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")
_NAME_BY_TYPE = {each.media_type: name for name, each in FORMAT_BY_NAME.items()}


@dataclass(slots=True)
class Served:
    """One output folder as it is served: limits of queries, their workers, and the store as it is now."""

    out: Path
    limits: query.Limits = field(default_factory=query.Limits)
    workers: int = 2
    pool: Pool = field(init=False)
    _open: tuple[str, Store] | None = None

    def __post_init__(self) -> None:
        self.pool = Pool(self.out, self.workers, self.limits.memory)

    @property
    def identity(self) -> store.Identity:
        """What the graph says of itself now."""
        return store.read_identity(self.out)

    @property
    def store(self) -> Store:
        """The store, read only; opened anew when the graph was replaced."""
        digest = self.identity.digest
        if self._open is None or self._open[0] != digest:
            self._open = (digest, store.open_store(self.out))
        return self._open[1]

    def ask(self, asked: Operation) -> query.Answer:
        """The answer to a query, within the limits."""
        dataset = query.Dataset(asked.default_graphs, asked.named_graphs)
        return query.ask(self.out, asked.text, self.limits, dataset=dataset, pool=self.pool, is_labelled=False)

    def update(self, asked: Operation) -> None:
        """Refused: a graph that follows from articles is changed by its articles."""
        raise Refusal(403, "this server only reads: the graph is changed by `kg build`")


def application(served: Served, hosts: tuple[str, ...] = LOCAL) -> Starlette:
    """The application; only requests to one of the host names are answered."""
    app = Starlette(
        routes=[
            Route("/health", _health),
            Route("/sparql", _sparql, methods=["GET", "POST", "PUT", "DELETE", "PATCH"]),
        ],
        middleware=[Middleware(Door, hosts=hosts)],
        exception_handlers={Refusal: _refused, KgError: _failed},
    )
    app.state.served = served
    return app


async def _health(request: Request) -> Response:
    served: Served = request.app.state.served
    identity = await run_in_threadpool(lambda: served.identity)
    return JSONResponse({"status": "ok", "triples": identity.triples, "digest": identity.digest})


async def _sparql(request: Request) -> Response:
    """The SPARQL protocol; a GET without a query is answered with what the service offers."""
    served: Served = request.app.state.served
    if request.method == "GET" and not request.url.query:
        return _described(request, served)
    asked = operation(request.method, _content_type(request), request.url.query, await _body(request))
    if asked.kind == "update":
        await run_in_threadpool(served.update, asked)
        return Response(status_code=204)
    return await run_in_threadpool(_answered, served, asked, request.headers.get("accept", ""))


def _answered(served: Served, asked: Operation, accept: str) -> Response:
    answer = served.ask(asked)
    offers = _TRIPLES if answer.kind == "graph" else (*_ROWS, *_ALSO)
    chosen = best(accept, offers)
    if chosen is None:
        raise Refusal(406, f"this answer can be had as {', '.join(offers)}")
    text = render(answer, _NAME_BY_TYPE[_ALSO.get(chosen, chosen)])
    cut = {"X-Rows-Cut": str(len(answer)), "Warning": f'199 - "{answer.notice}"'} if answer.is_cut else {}
    return Response(text.encode(), media_type=f"{chosen}; charset=utf-8", headers={"Vary": "Accept", **cut})


def _described(request: Request, served: Served) -> Response:
    chosen = best(request.headers.get("accept", ""), _TRIPLES)
    if chosen is None:
        raise Refusal(406, f"the description of this service can be had as {', '.join(_TRIPLES)}")
    described = service_description(f"{request.base_url}sparql", served.identity)
    return Response(render(described, _NAME_BY_TYPE[chosen]), media_type=chosen, headers={"Vary": "Accept"})


def _content_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _body(request: Request) -> bytes:
    found = bytearray()
    async for chunk in request.stream():
        found += chunk
        if len(found) > _LARGEST_BODY:
            raise Refusal(413, f"the body is larger than {_LARGEST_BODY:,} bytes")
    return bytes(found)


async def _refused(request: Request, refusal: Exception) -> Response:
    status = refusal.status if isinstance(refusal, Refusal) else 400
    return PlainTextResponse(f"{refusal}\n", status_code=status)


async def _failed(request: Request, error: Exception) -> Response:
    """What kg itself says in one line: a query's fault is the client's, a store's is the server's."""
    status = 503 if isinstance(error, StoreError | QueryLimit) else 400
    return PlainTextResponse(f"{error}\n", status_code=status)
