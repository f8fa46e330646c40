"""One build: from documents to the graph on disk, by reading what is new and changing what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg import engine, rdf, store
from kg import judgements as judging
from kg import ledger as ledgers
from kg.errors import UnreadableDocument
from kg.garbage import collected
from kg.judgements import Judgement
from kg.ledger import Changes
from kg.model import Anchor, Document, MentionKind, Reading, Resolution, Status, digest
from kg.pipeline.gathering import Gathering
from kg.pipeline.job import Job, Summary
from kg.read import Skipped, endless
from kg.resolve import Memory, Told, parted, remember_told, resolve_told, told
from kg.resolve.parting import concerning
from kg.run import current_run
from kg.shipped import folder
from kg.store import state, transaction
from kg.store.readings import DamagedReading, Header, key_of
from kg.store.state import Counts, State
from kg.store.transaction import Side

if TYPE_CHECKING:
    from pyoxigraph import Triple

_MOST_CONCERNED = 0.2  # of the documents; where more are, loading all anew is faster
_RESOLVED = ("entities", "names", "named", "doubtful", "ignored")
_GIVEN = ("data_files", "given_triples")
_FEW = 5  # documents that are never too many


class Making:
    """One build, in a folder that was claimed."""

    def __init__(
        self,
        job: Job,
        gathering: Gathering,
        judged: tuple[Judgement, ...],
        published: tuple[Anchor, ...],
        summary: Summary,
    ) -> None:
        self._job = job
        self._gathering = gathering
        self._judged = judged
        self._published = published
        self._summary = summary
        self._readings = gathering.readings
        self._run = current_run(job.settings.model)
        self._reviews = judging.verdicts(judged)
        self._partings = tuple(each for each in judged if judging.may_part(each))
        self._parted = tuple((each.a, each.b) for each in self._partings)
        before = None if job.is_afresh else state.read(job.out)
        self._before = before if before and state.is_sure(job.out, before) else None
        self._memory: Memory | None = None  # of the documents that are known

    def make(self, documents: list[Document]) -> None:
        """Read what has no reading, and bring the graph up to date."""
        if self._job.is_afresh:
            self._readings.forget_damaged()
        keys = {document: key_of(document, self._gathering.reader) for document in documents}
        if not self._is_made(keys):
            headers, missing = self._headers(keys)
            with self._warmed(headers):
                headers.update(self._read(missing, keys) if missing else ())
                self._gathering.stop()
            self._bring_up_to_date(dict(sorted(headers.items(), key=lambda item: item[1].document.id)))
        self._gathering.seen.keep({document.source: key for document, key in keys.items()})

    def _is_made(self, keys: Mapping[Document, str]) -> bool:
        """Whether the graph is that of these readings already, for sure; then the summary is told."""
        before = self._before
        inputs = self._inputs({document.id: key for document, key in keys.items()}, self._published)
        if before is None or before.inputs != inputs or not set(keys.values()) <= set(self._readings.keys()):
            return False
        for document in keys:
            self._tell(document)
        self._readings.clear(keys.values())  # of what a killed build left
        self._count(before.counts, store.read_identity(self._job.out))
        return True

    def _tell(self, document: Document) -> None:
        if self._job.progress is not None:
            self._job.progress(document)

    @contextmanager
    def _warmed(self, headers: dict[str, Header]) -> Iterator[None]:
        """Do while another process reads what will be needed then: who was who, and who is who so far."""
        if self._gathering.apart is None:
            with collected():  # of reading
                yield
            return
        job, known = self._job, self._told(headers)
        with ThreadPoolExecutor(1) as beside:
            beside.submit(lambda: self._was)
            found = beside.submit(remember_told, known, job.known, self._judged, self._published)
            yield
        self._memory = found.result()

    @cached_property
    def _was(self) -> Resolution | None:
        """Who was who in the graph."""
        return state.read_resolution(self._job.out) if self._before else None

    def _headers(self, keys: Mapping[Document, str]) -> tuple[dict[str, Header], list[Document]]:
        """The headers of the documents that have a reading, by its name; and the other documents."""
        found: dict[str, Header] = {}
        missing: list[Document] = []
        for document, key in keys.items():
            if header := self._readings.header(key):
                found[key] = header
                self._tell(document)
            else:
                missing.append(document)
        return found, missing

    def _read(self, documents: list[Document], keys: Mapping[Document, str]) -> Iterator[tuple[str, Header]]:
        job = self._job
        for outcome in engine.read_all(documents, job.settings, job.workers, self._gathering.apart):
            if isinstance(outcome, engine.Failure):
                skipped = Skipped(outcome.document.source, f"reading broke off ({outcome.reason})")
                self._summary.skipped.append(skipped)
            else:
                key = keys[outcome.document]
                self._summary.read += 1
                yield key, self._readings.keep(key, outcome)
            self._tell(outcome.document)

    def _told(self, headers: Mapping[str, Header]) -> list[Told]:
        """What each document tells of who is who, with what was judged to be two in it."""
        return [self._told_of(key, header) for key, header in headers.items()]

    def _told_of(self, key: str, header: Header) -> Told:
        if not concerning(self._partings, header.document):
            return header.told
        reading, parts = parted(self._readings.reading(key), self._partings)
        return replace(told(reading), parts=parts) if parts else header.told

    def _reading(self, key: str) -> Reading:
        """A reading, with what was judged to be two in it."""
        return parted(self._readings.reading(key), self._partings)[0]

    def _bring_up_to_date(self, headers: dict[str, Header]) -> None:
        if not headers:
            raise UnreadableDocument(_nothing(self._summary.skipped))
        job = self._job
        resolution = resolve_told(self._told(headers), job.known, self._judged, self._published, self._memory)
        self._summary.changes = ledgers.changes(self._published, resolution.anchors) if self._published else Changes()
        ledger = job.ledger or ledgers.home(job.out)
        store.keep(ledger, ledgers.dump(resolution.anchors), "the ledger", "--ledger")
        counts = _counts(headers.values(), resolution, (*resolution.ignored, *self._unheard(headers.values())))
        notes = self._notes(headers, resolution, counts)
        shown = store.exported(job.out)
        identity = self._changed(headers, resolution, notes) or self._loaded(headers, resolution, notes)
        self._summary.deleted = [path.name for path in shown if not path.is_file()]
        self._count(counts, identity)
        self._readings.clear(headers)

    def _notes(self, headers: dict[str, Header], resolution: Resolution, counts: Counts) -> store.Notes:
        """Gives the notes on a graph that the next build needs."""
        keys = {header.document.id: key for key, header in headers.items()}
        twins = state.twins_of(self._gathering.twins, (header.document for header in headers.values()))

        def notes(identity: store.Identity) -> dict[str, bytes]:
            now = State(
                graph=identity.digest,
                inputs=self._inputs(keys, resolution.anchors),  # from the ledger as it is now, all stays as it is
                run=self._run.id,
                base=self._job.base,
                model=self._job.settings.model,
                ontologies=tuple(map(str, self._job.settings.ontologies)),
                entities=self._job.entities,
                counts=counts,
                keys=tuple(sorted(keys.items())),
                reviews=tuple(sorted(self._reviews.items())),
                twins=twins,
                partings=self._parted,
            )
            return {state.FILE: state.dump(now, resolution)}

        return notes

    def _inputs(self, keys: Mapping[str, str], published: tuple[Anchor, ...]) -> str:
        """A digest of all that decides what the graph is."""
        job = self._job
        said = [(str(judgement), judgement.note) for judgement in self._judged]
        twins = sorted(self._gathering.twins)
        parts = (self._run.id, job.base, sorted(keys.items()), said, ledgers.dump(published), job.known, twins)
        return digest(*map(repr, parts), length=32)

    def _unheard(self, headers: Iterable[Header]) -> Iterator[str]:
        """The verdicts on statements that no article makes."""
        made = {id for header in headers for id in header.statements} if self._reviews else set()
        verdicts = [judgement for judgement in self._judged if judgement.kind in ("reject", "accept")]
        yield from (str(judgement) for judgement in verdicts if judging.statement_id(judgement.a) not in made)

    def _changed(self, headers: dict[str, Header], resolution: Resolution, notes: store.Notes) -> store.Identity | None:
        """The graph after a change of those documents that are concerned; None if it must be loaded anew."""
        before, job = self._before, self._job
        if before is None or (before.run, before.base) != (self._run.id, job.base):
            return None
        if before.partings != self._parted:
            return None
        was = self._was
        if was is None:
            return None
        old, new = dict(before.keys), {header.document.id: key for key, header in headers.items()}
        ids = {id for id in old.keys() | new.keys() if old.get(id) != new.get(id)}
        ids |= transaction.renamed(was, resolution) | self._reviewed(headers.values(), dict(before.reviews))
        if len(ids) > max(_FEW, _MOST_CONCERNED * len(new)):
            return None
        load = self._reading
        later = Side(resolution, self._reviews, tuple(load(new[id]) for id in sorted(ids & new.keys())))
        try:
            earlier = Side(was, dict(before.reviews), tuple(load(old[id]) for id in sorted(ids & old.keys())))
        except DamagedReading:
            return None  # of an article that is gone: nothing tells what is to be deleted, and nobody can read it again
        return transaction.change(job.out, earlier, later, self._run, job.base, notes)

    def _reviewed(self, headers: Iterable[Header], before: Mapping[str, str]) -> set[str]:
        """The ids of the documents that make a statement of which people say something else now."""
        reviews = self._reviews
        differing = {id for id in reviews.keys() | before.keys() if reviews.get(id) != before.get(id)}
        return {h.document.id for h in headers if not differing.isdisjoint(h.statements)} if differing else set()

    def _loaded(self, headers: dict[str, Header], resolution: Resolution, notes: store.Notes) -> store.Identity:
        """The graph, written as a whole."""
        self._summary.is_loaded = True
        job, graph, gone = self._job, self._graph(headers, resolution), self._is_withdrawal(headers.values())
        return store.replace(job.out, graph, base=job.base, notes=notes, is_withdrawal=gone)

    def _is_withdrawal(self, headers: Iterable[Header]) -> bool:
        """Whether the graph has lost an article; where that is not known, it may have."""
        before = state.read(self._job.out)
        if before is None:
            return True
        old = [self._readings.header(key) for _, key in before.keys]
        known = [header.document for header in old if header]
        return len(known) < len(old) or transaction.is_withdrawal(known, (header.document for header in headers))

    def _graph(self, headers: dict[str, Header], resolution: Resolution) -> Iterator[Triple]:
        yield from rdf.ontology_triples(folder("ontology"))
        readings = map(self._reading, headers)
        yield from rdf.triples(readings, resolution, self._run, base=self._job.base, reviews=self._reviews)

    def _count(self, counts: Counts, identity: store.Identity) -> None:
        summary = self._summary
        for name in ("documents", "sentences", "furniture", *_RESOLVED, *_GIVEN):
            setattr(summary, name, getattr(counts, name))
        summary.skipped += [endless(*each) for each in counts.unread]
        summary.statements_by_status = Counter({Status(name): n for name, n in counts.statements_by_status})
        summary.statements_by_relation = Counter(dict(counts.statements_by_relation))
        summary.identity = identity


def _counts(headers: Iterable[Header], resolution: Resolution, ignored: tuple[str, ...]) -> Counts:
    status, relation = Counter[str](), Counter[str]()
    articles, sentences, furniture, triples, files = 0, 0, 0, 0, set[str]()
    unread: list[tuple[str, int]] = []
    for header in headers:
        if header.document.is_data:
            files.add(header.document.file)
            triples += header.sentences
        else:
            articles += 1
            sentences += header.sentences
            furniture += header.furniture
            unread += [(header.document.source, header.unread)] if header.unread else []
        status.update(dict(header.by_status))
        relation.update(dict(header.by_relation))
    return Counts(
        documents=articles + len(files),
        sentences=sentences,
        furniture=furniture,
        entities=len(resolution.entities),
        names=sum(entity.kind is MentionKind.NAME for entity in resolution.entity_by_cluster.values()),
        named=sum(entity.kind is MentionKind.NAME for entity in resolution.entities),
        doubtful=len(resolution.doubtful),
        statements_by_status=tuple(sorted(status.items())),
        statements_by_relation=tuple(sorted(relation.items())),
        ignored=ignored,
        data_files=len(files),
        given_triples=triples,
        unread=tuple(sorted(unread)),
    )


def _nothing(skipped: list[Skipped]) -> str:
    """Why there is no graph, in one line."""
    faults = [item for item in skipped if item.is_fault]
    if not faults:
        return "there is no article to read. Name files or folders that hold text, Markdown, HTML or triples."
    first = f"{faults[0].source}: {faults[0].reason}"
    return first if len(faults) == 1 else f"none of {len(faults)} files can be read; the first is {first}"
