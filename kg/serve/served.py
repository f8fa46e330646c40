"""One output folder as it is served: its store as it is now, its workers, and its graph page."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Store

from kg import export, query, store
from kg.serve.address import Address
from kg.serve.protocol import Refusal
from kg.serve.writing import Writer


@dataclass(slots=True)
class Served:
    """A graph with the limits of queries and the workers that answer them. Safe for several threads."""

    out: Path
    limits: query.Limits = field(default_factory=query.Limits)
    workers: int = 2
    writer: Writer | None = None  # who changes the graph for those who hold a token
    pool: query.Pool = field(init=False)
    _open: tuple[str, Store] | None = None
    _page: tuple[str, str] | None = None
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)  # pages and exports need memory

    def __post_init__(self) -> None:
        self.pool = query.Pool(self.out, self.workers, self.limits.memory)

    @property
    def identity(self) -> store.Identity:
        """What the graph says of itself now."""
        return store.read_identity(self.out)

    @property
    def address(self) -> Address:
        """Where the things of the graph have their pages."""
        return Address(self.identity.base)

    @property
    def store(self) -> Store:
        """The store, read only; opened anew when the graph was replaced."""
        digest = self.identity.digest
        opened = self._open
        if opened is None or opened[0] != digest:
            opened = self._open = (digest, store.open_store(self.out))
        return opened[1]

    def ask(self, text: str, dataset: query.Dataset | None = None) -> query.Answer:
        """The answer to SPARQL text, within the limits."""
        return query.ask(self.out, text, self.limits, dataset=dataset, pool=self.pool, is_labelled=False)

    def update(self, text: str, dataset: query.Dataset | None = None) -> None:
        """Refused: a graph that follows from articles is changed by its articles."""
        raise Refusal(403, "this server only reads: the graph is changed by its articles, with `kg build`")

    def answer(self, question: query.Question, parameters: Mapping[str, str]) -> query.Answer:
        """The answer to a question of the library, within the limits."""
        return query.run(self.out, question, parameters, limits=self.limits, pool=self.pool)

    def export(self, format: str) -> bytes:
        """The whole graph in a format."""
        with self._one_at_a_time:
            return export.export(self.store, format, base=self.identity.base)

    def graph_page(self) -> str:
        """The graph page, made once for each graph."""
        from kg.view.page import page

        with self._one_at_a_time:
            digest = self.identity.digest
            if self._page is None or self._page[0] != digest:
                self._page = (digest, page(self.store))
            return self._page[1]
