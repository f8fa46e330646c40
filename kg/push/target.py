"""Where a graph is sent to, and how: addresses that are sound, and never a secret in them."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit

from pyoxigraph import NamedNode

from kg.errors import PushError

DEFAULT = "default"  # the endpoint's own default graph
PROTOCOLS = ("update", "graph-store")
# Where an address that is written to is asked; others are asked where they are written to.
_ASKED_AT = {
    "/sparql-graph-crud-auth": "/sparql-auth",  # Virtuoso
    "/sparql-graph-crud": "/sparql",
    "/rdf-graphs/service": "",  # RDF4J, GraphDB
    "/statements": "",
    "/update": "/query",  # Fuseki, Oxigraph
    "/store": "/query",
    "/data": "/query",
}


@dataclass(frozen=True, slots=True)
class Target:
    """A graph of an endpoint."""

    endpoint: str  # where it is written to
    graph: str  # an IRI, or `default`
    protocol: str = "update"
    asked_at: str = ""  # where it is asked; known for the usual servers

    def __post_init__(self) -> None:
        """Raise PushError if an address or the graph cannot be what they should be."""
        for address in (self.endpoint, self.query_address):
            _check_address(address)
        if urlsplit(self.query_address).hostname != urlsplit(self.endpoint).hostname:
            raise PushError(f"{self.query_address}: is on another host than the endpoint, which alone may be reached.")
        if self.protocol not in PROTOCOLS:
            raise PushError(f"no protocol is called {self.protocol!r}. There are: {', '.join(PROTOCOLS)}.")
        if self.graph != DEFAULT:
            _check_graph(self.graph)

    @property
    def query_address(self) -> str:
        """Where queries are sent."""
        if self.asked_at:
            return self.asked_at
        known = next((ending for ending in _ASKED_AT if self.endpoint.endswith(ending)), "")
        return self.endpoint.removesuffix(known) + _ASKED_AT.get(known, "")

    @property
    def name(self) -> str:
        """The graph, as SPARQL names it."""
        return "the default graph" if self.graph == DEFAULT else f"the graph <{self.graph}>"


def is_private(address: str) -> bool:
    """Whether nobody can listen on the way to an address: it is encrypted, or it stays on this machine.

    >>> is_private("https://a.example/sparql"), is_private("http://127.0.0.1/"), is_private("http://a.example/")
    (True, True, False)
    """
    parts = urlsplit(address)
    try:
        is_here = ipaddress.ip_address(parts.hostname or "").is_loopback
    except ValueError:
        is_here = parts.hostname == "localhost"
    return parts.scheme == "https" or is_here


def _check_address(address: str) -> None:
    try:
        parts = urlsplit(address)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0 and not parts.fragment
    except ValueError:
        is_good = False
    if not is_good or any(c.isspace() or not c.isprintable() for c in address):
        raise PushError(f"{address!r} is no address of an endpoint. Write it like https://host/sparql.")
    if parts.username or parts.password:
        raise PushError("the address holds a name or password, which logs would show. Use --user and KG_PUSH_PASSWORD.")


def _check_graph(iri: str) -> None:
    try:
        is_good = ":" in NamedNode(iri).value and not any(c in '<>"{}|^`\\' or c <= " " for c in iri)
    except ValueError:
        is_good = False
    if not is_good:
        raise PushError(f"{iri!r} is no IRI for a graph. Write it like https://host/graph, or `default`.")
