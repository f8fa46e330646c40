"""Writing with a token: a named graph that a client puts becomes a file of triples of the graph, as `kg add` takes it.

Only who holds the token may, and a page of the web can send none: browsers let no page set that header for others.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kg import building, given, pipeline
from kg.errors import KgError, NotFound, UnreadableDocument
from kg.model import Document
from kg.serve.protocol import Refusal
from kg.store.members import members
from kg.store.readings import Readings

_SHORTEST = 16  # characters of a token
_SUFFIXES = {
    "text/turtle": ".ttl",
    "application/n-triples": ".nt",
    "application/rdf+xml": ".rdf",
    "application/ld+json": ".jsonld",
}


def token_in(path: Path) -> str:
    """The token in a file that nobody else may read. Raises KgError."""
    try:
        token = path.read_text(encoding="utf-8").strip()
        is_open = os.name == "posix" and bool(path.stat().st_mode & 0o077)
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{path}: no token can be read there. Give a file with one line.") from error
    if is_open:
        raise KgError(f"{path}: others may read this token. Run `chmod 600 {path}`.")
    if len(token) < _SHORTEST or not token.isascii() or not token.isprintable() or " " in token:
        raise KgError(f"{path}: a token is one word of {_SHORTEST} letters and digits or more.")
    return token


@dataclass(frozen=True, slots=True)
class Writer:
    """Changes the graph of a folder for those who hold the token, one at a time."""

    out: Path
    token: str = field(repr=False)
    options: building.Options = field(default_factory=building.Options)
    _one_at_a_time: threading.Lock = field(default_factory=threading.Lock)
    _over: threading.Event = field(default_factory=threading.Event)

    def end(self) -> None:
        """Begin no more changes; the one under way goes on."""
        self._over.set()

    @property
    def is_busy(self) -> bool:
        """Whether a change is under way."""
        return self._one_at_a_time.locked()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        with self._one_at_a_time:
            if self._over.is_set():
                raise Refusal(503, "the server is about to stop: nothing was changed")
            yield

    def check(self, authorization: str) -> None:
        """Raise Refusal unless the header holds the token; how long that takes tells nothing of it."""
        scheme, _, given_token = authorization.partition(" ")
        told, known = (hashlib.sha256(text.encode("utf-8", "replace")).digest() for text in (given_token, self.token))
        if not hmac.compare_digest(told, known) or scheme.lower() != "bearer":
            raise Refusal(401, "writing needs the token of this server: Authorization: Bearer TOKEN")

    def put(self, name: str, content: bytes, content_type: str, *, is_more: bool = False) -> bool:
        """Make a named graph what the content says, or let it say that too; whether the graph is new."""
        suffix = _SUFFIXES.get(content_type)
        if suffix is None:
            raise Refusal(415, f"the body must be one of {', '.join(_SUFFIXES)}")
        with self._turn():
            before = self.documents(name)
            documents = _documents(name, content, suffix)
            if is_more and before:
                lines = "\n".join(document.text for document in (*before, *documents))
                documents = _documents(name, lines.encode("utf-8"), ".nq")
            self._check_is_news(name, documents)
            pipeline.put(self._job(), documents)
        return not before

    def delete(self, name: str) -> None:
        """Take a named graph out."""
        with self._turn():
            if not self.documents(name):
                raise Refusal(404, "there is no graph of that name that was put here")
            try:
                pipeline.remove(self._job(), [name])
            except NotFound as error:
                raise Refusal(409, "that is all that the graph is made of; put another one first") from error

    def documents(self, name: str) -> list[Document]:
        """The documents that a named graph is kept in. Raises Refusal if the name is an article's."""
        here = members(self.out, Readings(self.out))
        if any(not document.is_data and name.endswith((document.source, f"/doc/{document.id}")) for document in here):
            raise Refusal(403, "that is an article, which its file alone changes")
        return [document for document in here if document.file == name]

    def _check_is_news(self, name: str, documents: list[Document]) -> None:
        """The same text is one document: under a second name it would be lost. Raises Refusal."""
        texts = {document.sha256 for document in documents}
        for document in members(self.out, Readings(self.out)):
            if document.sha256 in texts and document.file != name:
                raise Refusal(409, f"the graph {document.file} says the same already; delete that one first")

    def _job(self) -> pipeline.Job:
        return self.options.job(self.out, is_change=True)


def _documents(name: str, content: bytes, suffix: str) -> list[Document]:
    """The documents of a named graph; what kg wrote about texts is left out."""
    try:
        return given.documents_of(content, name, f"{given.local_name(name).partition('.')[0]}{suffix}")[0]
    except UnreadableDocument as error:
        raise Refusal(400, f"the body {error}") from error
