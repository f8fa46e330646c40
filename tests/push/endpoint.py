"""A SPARQL endpoint of one's own on a free port, which can be told to misbehave."""

from __future__ import annotations

import base64
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from pyoxigraph import DefaultGraph, NamedNode, QueryResultsFormat, RdfFormat, Store


@dataclass
class Endpoint:
    """What it holds, what it was asked, and what it is to answer instead."""

    store: Store = field(default_factory=Store)
    asked: list[tuple[str, str, dict[str, str], bytes]] = field(default_factory=list)  # method, path, headers, body
    faults: list[Callable[[BaseHTTPRequestHandler], bool]] = field(default_factory=list)  # one for each next request
    authorization: str = ""  # what the header of each request must be
    challenge: str = ""
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def updates(self) -> list[bytes]:
        """The bodies of all updates that arrived."""
        return [body for _, path, _, body in self.asked if path.startswith("/update")]


def status(code: int, body: bytes = b"", **headers: str) -> Callable[[BaseHTTPRequestHandler], bool]:
    """A fault: another answer, and nothing is done."""

    def answer(request: BaseHTTPRequestHandler) -> bool:
        request.send_response(code)
        for name, value in headers.items():
            request.send_header(name.replace("_", "-"), value)
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)
        return True

    return answer


def hang_up(request: BaseHTTPRequestHandler) -> bool:
    """A fault: the connection ends without an answer, and nothing is done."""
    request.close_connection = True
    request.connection.close()
    return True


def forgotten(request: BaseHTTPRequestHandler) -> bool:
    """A fault: all is done, but the answer does not arrive."""
    request.answer_is_lost = True
    return False


def basic(user: str, password: str) -> str:
    """The header that proves a user."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Endpoint]:
    """An endpoint at `/update`, `/query` and `/store`; encrypted, if there is a certificate with its key."""
    endpoint = Endpoint()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        answer_is_lost = False

        def log_message(self, *words: object) -> None:
            pass

        def handle_any(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            endpoint.asked.append((self.command, self.path, dict(self.headers), body))
            if endpoint.authorization and self.headers.get("Authorization") != endpoint.authorization:
                status(401, b"", WWW_Authenticate=endpoint.challenge)(self)
                return
            if endpoint.faults and endpoint.faults.pop(0)(self):
                return
            answer = _done(endpoint.store, self.command, self.path, body)
            if self.answer_is_lost:
                hang_up(self)
            else:
                status(200, answer, Content_Type="application/sparql-results+json")(self)

        do_GET = do_POST = do_PUT = handle_any

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    endpoint.port = server.server_port
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()


def _done(store: Store, method: str, path: str, body: bytes) -> bytes:
    parts = urlsplit(path)
    if parts.path == "/update":
        store.update(body.decode())
    elif parts.path == "/query":
        (query,) = parse_qs(body.decode())["query"]
        return store.query(query).serialize(format=QueryResultsFormat.JSON)
    elif parts.path == "/store":
        graph = NamedNode(parse_qs(parts.query)["graph"][0]) if "graph=" in parts.query else DefaultGraph()
        if method == "PUT":
            store.clear_graph(graph)
        store.load(body, RdfFormat.N_TRIPLES, to_graph=graph)
    return b""
