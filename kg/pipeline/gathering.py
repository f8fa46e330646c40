"""The documents of a build: those that a folder knows, those in files; and who is to read what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cached_property
from pathlib import Path

from kg import apart
from kg.model import Document
from kg.pipeline.job import Job, Summary
from kg.read import Skipped, is_data, read_found
from kg.read.files import Found, find
from kg.run import reader_digest
from kg.store import state
from kg.store.members import added, firsts, members_and_twins, named, remaining, resourced
from kg.store.readings import Readings
from kg.store.seen import Details, Seen


class Gathering:
    """What a build finds at hand, in a folder that was claimed."""

    def __init__(self, job: Job, summary: Summary, details: Details) -> None:
        self._job = job
        self._summary = summary
        self._details = details
        self.readings = Readings(job.out)
        self.seen = Seen(job.out, self.readings, details)
        self.twins: list[Document] = []  # documents that are left out, as another has the same text
        self.apart: apart.Apart | None = None  # a process that loads the model, where something may be new

    @cached_property
    def reader(self) -> str:
        """A digest of who reads."""
        return reader_digest(self._job.settings)

    def of(self, paths: Iterable[str | Path]) -> list[Document]:
        """The documents under the paths."""
        return list(self._in(find(paths, out=self._job.out)))

    def with_those_of(self, paths: Iterable[str | Path]) -> list[Document]:
        """The documents of the graph, with those under the paths."""
        found = find(paths, out=self._job.out)
        self._expect(found)
        here, twins = members_and_twins(self._job.out, self.readings)
        path_by_source = {each.source: each.path.as_posix() for each in found if isinstance(each, Found)}
        files = {document.file for document in (*here, *twins)}
        new = [*self._in(found), *self.twins]
        new = [resourced(each, path_by_source[each.file], files) for each in new]
        return self._firsts(added([*here, *twins], new), {document.source for document in (*here, *new)})

    def with_these(self, documents: Iterable[Document]) -> list[Document]:
        """The documents of the graph, with some that were read elsewhere."""
        here, twins = members_and_twins(self._job.out, self.readings)
        outcomes = [named(document) for document in documents]
        self._summary.skipped += [told for _, told in outcomes if told]
        new = [document for document, _ in outcomes if document]
        return self._firsts(added([*here, *twins], new), {document.source for document in (*here, *new)})

    def without(self, names: Iterable[str]) -> list[Document]:
        """The documents of the graph, without those that the names mean. Raises NotFound."""
        here, twins = members_and_twins(self._job.out, self.readings)
        left = self._firsts(remaining(here, twins, list(names), self._job.base), set())
        sources = {document.source for document in left}
        gone = {document.sha256: document.source for document in here if document.source not in sources}
        heirs = [document for document in left if document.sha256 in gone]
        self._summary.heirs += [(document.source, gone[document.sha256]) for document in heirs]
        return left

    def all(self) -> list[Document]:
        """The documents of the graph."""
        here, self.twins = members_and_twins(self._job.out, self.readings)
        return here

    def _firsts(self, documents: Iterable[Document], told: Set[str]) -> list[Document]:
        """One document of each text; of those with some sources it is told that they are left out, unless it was."""
        here, skipped, self.twins = firsts(documents)
        before = set(self._summary.skipped)
        self._summary.skipped += [each for each in skipped if each.source in told and each not in before]
        return here

    def stop(self) -> None:
        """Have nobody wait any longer: all was read."""
        if self.apart is not None:
            self.apart.stop()

    def end(self) -> None:
        """Let nobody wait for more documents."""
        if self.apart is not None:
            self.apart.end()

    def _in(self, found: list[Found | Skipped]) -> Iterator[Document]:
        self._expect(found)
        for item in read_found(found, self._details, self._known, self.twins.append):
            if isinstance(item, Skipped):
                self._summary.skipped.append(item)
            else:
                yield item

    def _known(self, found: Found) -> Document | None:
        return self.seen.document(found.path, found.source, self.reader)

    def _expect(self, found: list[Found | Skipped]) -> None:
        """Have the model loaded by another process, if a graph is to be changed and something is new."""
        job = self._job
        if self.apart is not None or job.workers > 1 or job.is_afresh or state.read(job.out) is None:
            return
        articles = (each.path for each in found if isinstance(each, Found) and not is_data(each.path))
        if any(map(self.seen.is_new, articles)):
            self.apart = job.apart or apart.for_change(job.out)
        if self.apart is not None:
            self.apart.prepare(job.settings)
        elif job.apart is not None:
            job.apart.end()
