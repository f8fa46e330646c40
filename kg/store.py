"""The graph on disk: an Oxigraph folder and a Turtle file, each replaced whole or not at all.

In: triples. Out: `output/store/` with an identity file, `output/graph.ttl`; and the one door to open them.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, QuerySolutions, RdfFormat, Store, Triple, parse, serialize

from kg.errors import StoreError
from kg.rdf import BASE, prefixes, written

if TYPE_CHECKING:
    import rdflib

FORMAT = 2  # of the folder; a program of another format rebuilds instead of guessing
IDENTITY = "kg.json"
TURTLE = "graph.ttl"
_EXPORTS = "exports.json"
_UPDATING = "updating"  # stands in a store while a part of it is replaced
_TYPE = b" <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> "


@dataclass(frozen=True, slots=True)
class Identity:
    """What a store says about itself, so that a damaged or foreign folder is noticed."""

    format: int
    base: str
    triples: int
    statements: int
    facts: int  # asserted statements' triples, each once
    entities: int
    documents: int
    digest: str  # of the set of triples: the same graph has the same digest everywhere


def write(out: Path, triples: Iterable[Triple], *, base: str = BASE) -> Identity:
    """Replace the graph of an output folder: its store and its Turtle file.

    The old graph stays whole until the new one is; a second writer is refused.
    """
    with claimed(Path(out)):
        return replace(Path(out), triples, base=base)


Notes = Callable[[Identity], dict[str, bytes]]  # files to be kept in a store, by name


def replace(out: Path, triples: Iterable[Triple], *, base: str = BASE, notes: Notes = lambda _: {}) -> Identity:
    """As `write`, in a folder that was claimed; the notes on the new graph land together with it."""
    try:
        lines = sorted_lines(triples)
        identity = _write_store(out, lines, base, notes)
        write_atomically(out / TURTLE, turtle(lines, base))
        note_export(out, TURTLE)
        return identity
    except OSError as error:
        raise StoreError(f"{out}: cannot write the graph: {_reason(error)}") from error


def write_turtle(out: Path) -> None:
    """Write the Turtle file of the store as it is now, in a folder that was claimed."""
    lines = sorted_lines(store_triples(open_store(out)))
    keep(out / TURTLE, turtle(lines, read_identity(out).base), "the graph", "--out")
    note_export(out, TURTLE)


def note_export(out: Path, name: str) -> None:
    """Note that a file in an output folder shows the graph as it is now."""
    exports = {**_exports(out), name: read_identity(out).digest}
    keep(locate(out) / _EXPORTS, json.dumps(exports, sort_keys=True).encode(), "the graph", "--out")


def is_export_current(out: Path, name: str) -> bool:
    """Whether a file in an output folder is there, and was written of the graph as it is now."""
    return (out / name).is_file() and _exports(out).get(name) == read_identity(out).digest


def _exports(out: Path) -> dict[str, str]:
    """The digest of the graph that each file was written of."""
    try:
        return dict(json.loads((locate(out) / _EXPORTS).read_text("utf-8")))
    except (OSError, ValueError):
        return {}


@contextmanager
def claimed(out: Path) -> Iterator[None]:
    """Keep an output folder for one writer; a folder made for it goes again if nothing was written.

    Raises StoreError if another writer has it, or if its store is not ours.
    """
    check_place(out)
    is_new = not out.exists()
    with ExitStack() as stack:
        try:
            out.mkdir(parents=True, exist_ok=True)
            stack.enter_context(_lock(out))
        except OSError as error:
            raise StoreError(f"{out}: cannot write the graph: {_reason(error)}") from error
        try:
            yield
        finally:
            with suppress(OSError):
                if is_new and [path.name for path in out.iterdir()] == [".lock"]:
                    (out / ".lock").unlink()
                    out.rmdir()


def check_place(out: Path) -> None:
    """Raise StoreError if `store` in an output folder is not a graph of ours: writing would take it away."""
    place = Path(out) / "store"
    try:
        is_ours = not place.exists() or (place / IDENTITY).is_file() or not any(place.iterdir())
    except OSError as error:
        raise StoreError(f"{place}: cannot write the graph: {_reason(error)}") from error
    if not is_ours:
        raise StoreError(f"{place}: not written by kg, and left as it is. Name another folder with --out.")


def open_store(out: Path) -> Store:
    """Open the graph of an output folder, or of the store folder itself, for reading."""
    folder = locate(out)
    read_identity(folder)
    try:
        return Store.read_only(str(folder))
    except (OSError, RuntimeError) as error:
        raise damaged(folder, error) from error


def damaged(folder: Path, error: OSError | RuntimeError) -> StoreError:
    """What to tell and to do when the engine cannot read a store."""
    words = _reason(error).replace("Corruption: ", "").partition("  ")[0].strip(" .")
    return StoreError(f"{folder}: damaged store ({words}). Run `kg build --rebuild`.")


def locate(out: Path) -> Path:
    """The store folder of an output folder; also the one that a crash kept from its place."""
    out = Path(out)
    if (out / IDENTITY).is_file():
        return out
    for name in ("store", ".store.new", ".store.old"):
        if (out / name / IDENTITY).is_file():
            return out / name
    raise StoreError(f"{out}: {_what_is_wrong(out)} Run `kg build` first, or name another folder with --out.")


def _what_is_wrong(out: Path) -> str:
    if not out.exists():
        return "no such folder."
    if not out.is_dir():
        return "not a folder."
    if not (out / "store").is_dir():
        return "holds no graph yet."
    return "its store is empty." if not any((out / "store").iterdir()) else "its store was not written by kg."


def read_identity(out: Path) -> Identity:
    """What the store of that folder says about itself."""
    folder = locate(out)
    try:
        identity = Identity(**json.loads((folder / IDENTITY).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StoreError(f"{folder}: its identity file {IDENTITY} is damaged. Run `kg build` again.") from error
    if identity.format != FORMAT:
        raise StoreError(f"{folder}: written by another version of kg. Run `kg build` again.")
    return identity


def turtle_is_current(out: Path) -> bool:
    """Whether the Turtle file beside a store is there, whole, and holds the graph of the store."""
    path = locate(out).parent / TURTLE
    try:
        in_file = (quad.triple for quad in parse(path=str(path), format=RdfFormat.TURTLE))
        lines = sorted_lines(in_file)
    except (OSError, ValueError, SyntaxError):
        return False
    return digest(lines) == read_identity(out).digest


_DIGESTS = 1 << 256


def digest(lines: Iterable[bytes]) -> str:
    """The digest of a set of lines, in any order: the sum of their own, so that a change costs no more than itself.

    >>> redigest(digest([b"a", b"b"]), [b"a"], [b"c"]) == digest([b"c", b"b"])
    True
    """
    return redigest("0", (), lines)


def redigest(before: str, deleted: Iterable[bytes], inserted: Iterable[bytes]) -> str:
    """The digest of a set of lines after a change."""
    more, less = sum(map(_number, inserted)), sum(map(_number, deleted))
    return f"{(int(before, 16) + more - less) % _DIGESTS:064x}"


def _number(line: bytes) -> int:
    return int.from_bytes(hashlib.sha256(line).digest())


def load(triples: Iterable[Triple]) -> Store:
    """A store in memory that holds those triples."""
    store = Store()
    store.bulk_load(b"".join(sorted_lines(triples)), RdfFormat.N_TRIPLES)
    return store


def sorted_lines(triples: Iterable[Triple]) -> list[bytes]:
    """The triples as lines of N-Triples, each once, in an order that depends on nothing else; types come first."""
    data = serialize(triples, format=RdfFormat.N_TRIPLES)
    lines = set((data or b"").split(b"\n"))
    lines.discard(b"")
    return [line + b"\n" for line in sorted(lines, key=_type_first)]


def _type_first(line: bytes) -> bytes:
    return line.replace(_TYPE, b" ! ", 1)


def turtle(lines: Iterable[bytes], base: str = BASE) -> bytes:
    """The Turtle of sorted lines: the same graph, the same bytes."""
    quads = parse(b"".join(lines), format=RdfFormat.N_TRIPLES)
    return written((quad.triple for quad in quads), RdfFormat.TURTLE, base)


def store_triples(store: Store) -> Iterator[Triple]:
    """Yield the triples of a store."""
    return (quad.triple for quad in store)


def to_rdflib(store: Store, base: str = BASE) -> rdflib.Graph:
    """The graph as rdflib knows it, literals as written."""
    import rdflib

    graph = rdflib.Graph(bind_namespaces="none")
    for prefix, namespace in prefixes(base).items():
        graph.bind(prefix, namespace)
    terms: dict[NamedNode | Literal, rdflib.term.Node] = {}
    for triple in store_triples(store):
        graph.add(tuple(_rdflib_term(term, terms) for term in triple))  # type: ignore[arg-type]
    return graph


def _rdflib_term(term: NamedNode | Literal, known: dict[NamedNode | Literal, rdflib.term.Node]) -> rdflib.term.Node:
    import rdflib

    if term not in known:
        if isinstance(term, NamedNode):
            known[term] = rdflib.URIRef(term.value)
        else:
            datatype = None if term.language or term.datatype.value.endswith("#string") else term.datatype.value
            known[term] = rdflib.Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    return known[term]


def write_atomically(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a full disk or a crash leaves the old one."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            _sync(file)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def keep(path: Path, content: bytes, what: str, option: str) -> None:
    """Write a file that stands beside a graph, whole or not at all; one that would not change is left alone.

    Raises StoreError, which names the option for another place.
    """
    try:
        if not path.is_file() or path.read_bytes() != content:
            write_atomically(path.resolve(), content)
    except OSError as error:
        message = f"{path}: cannot write {what}: {_reason(error)}. Name another file with {option}."
        raise StoreError(message) from error


def _sync(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _write_store(out: Path, lines: list[bytes], base: str, notes: Notes) -> Identity:
    new, old, place = out / ".store.new", out / ".store.old", out / "store"
    _recover(out)
    shutil.rmtree(new, ignore_errors=True)
    store = Store(str(new))
    store.bulk_load(b"".join(lines), RdfFormat.N_TRIPLES)
    store.flush()
    identity = _identify(store, lines, base)
    del store  # closes it
    _forget_diary(new)
    for name, content in notes(identity).items():
        write_atomically(new / name, content)
    write_atomically(new / IDENTITY, _identity_file(identity))
    if place.exists():
        place.replace(old)
    new.replace(place)
    shutil.rmtree(old, ignore_errors=True)
    return identity


def is_unsure(out: Path) -> bool:
    """Whether a change of the store was broken off, so that nothing tells whether it holds."""
    return (locate(out) / _UPDATING).exists()


def update(out: Path, deleted: set[bytes], inserted: set[bytes], identity: Identity, notes: Notes) -> None:
    """Change the graph of an output folder that was claimed: all of it or nothing.

    A change that is broken off leaves the old graph or the new one, notes on the new one, and a mark by which the next
    build notices.
    """
    place = locate(out)
    try:
        write_atomically(place / _UPDATING, b"")
        for name, content in notes(identity).items():
            write_atomically(place / name, content)
        store = Store(str(place))
        parts = ((b"DELETE", deleted), (b"INSERT", inserted))
        changes = (b"%s DATA {\n%s}" % (verb, b"".join(sorted(lines))) for verb, lines in parts if lines)
        if gone_or_come := b" ;\n".join(changes):
            store.update(gone_or_come.decode())
        store.flush()
        del store  # closes it
        _forget_diary(place)
        write_atomically(place / IDENTITY, _identity_file(identity))
        (place / _UPDATING).unlink()
    except (OSError, RuntimeError) as error:
        raise StoreError(f"{out}: cannot write the graph: {_reason(error)}. Run `kg build` again.") from error


def _identity_file(identity: Identity) -> bytes:
    return json.dumps(asdict(identity), indent=2).encode() + b"\n"


def _forget_diary(folder: Path) -> None:
    """Take away what the engine notes, with times and paths."""
    for log in folder.glob("LOG*"):
        log.unlink()


def _recover(out: Path) -> None:
    """Put back what a crash between two renames left aside."""
    if not (out / "store").exists():
        for name in (".store.new", ".store.old"):
            if (out / name / IDENTITY).is_file():
                (out / name).replace(out / "store")
                break
    shutil.rmtree(out / ".store.old", ignore_errors=True)


def identify(out: Path) -> Identity:
    """What a store holds, counted anew from its triples."""
    base = read_identity(out).base
    try:
        opened = open_store(out)
        return _identify(opened, sorted_lines(store_triples(opened)), base)
    except (OSError, RuntimeError) as error:
        raise damaged(locate(out), error) from error


_COUNTS = {
    "statements": "SELECT (COUNT(*) AS ?n) { ?x a kg:Statement }",
    "facts": """SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o {
        ?st kg:status kg:Asserted ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o } }""",
    "entities": "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x kg:mentionedIn ?d }",
    "documents": "SELECT (COUNT(*) AS ?n) { ?x a kg:Document }",
}


def _identify(store: Store, lines: list[bytes], base: str) -> Identity:
    counts = {name: int(next(select(store, query, base))[0].value) for name, query in _COUNTS.items()}
    return Identity(format=FORMAT, base=base, triples=len(lines), digest=digest(lines), **counts)


def select(store: Store, query: str, base: str = BASE) -> QuerySolutions:
    """The rows of a SELECT of our own, with all prefixes declared; queries of users go through kg.query."""
    rows = store.query(query, prefixes=prefixes(base))
    if not isinstance(rows, QuerySolutions):
        raise TypeError("not a SELECT query")
    return rows


@contextmanager
def _lock(out: Path) -> Iterator[None]:
    """Keep a second writer out; the lock goes with the process that holds it."""
    try:
        import fcntl
    except ImportError:  # no such locks on Windows, where the engine's own lock still holds
        yield
        return
    with (out / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise StoreError(f"{out}: another kg is writing there. Wait for it, or use --out.") from error
        yield


def _reason(error: OSError | RuntimeError) -> str:
    words = getattr(error, "strerror", None) or str(error)
    return str(words).splitlines()[0]
