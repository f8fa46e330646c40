"""`kg build` and `kg demo`: articles in, a graph in a folder out, and the story of it."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg import config, story
from kg.cli.options import (
    Articles,
    Judgements,
    Ledger,
    MadeIn,
    Model,
    Ontologies,
    Skips,
    Workers,
    command,
    day,
    judgements_heeded,
    option,
    out_folder,
    screen_width,
    show,
)
from kg.errors import Stopped, StoreError
from kg.garbage import uncollected_to_the_end

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.pipeline import Summary

_MOST_RELATIONS = 12
_MOST_NAMES = 8
_PAPER = 110  # columns where there is no terminal
_WRITERS = {"graph.ttl": "kg export --to {}", "graph.html": "kg view"}
_DEMO = ("who-sells-what", "contradictions")


@uncollected_to_the_end()
def build(
    paths: Articles = (),  # type: ignore[assignment]  # no paths: those of kg.toml
    out: MadeIn = None,
    workers: Workers = None,
    base: Annotated[str | None, option("IRI", "What all IRIs start with (default: https://example.org/kg/).")] = None,
    model: Model = None,
    ontology: Ontologies = None,
    entities: Annotated[Path | None, option("FILE", "Names you know: lines of name, tab, address.")] = None,
    judgements: Judgements = None,
    ledger: Ledger = None,
    date: Annotated[str | None, option("DAY", "Day of the articles that tell none: 2025-03-09.")] = None,
    site: Annotated[str | None, option("NAME", "Publisher of the articles that tell none.")] = None,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Make the graph anew; mends what is damaged.")] = False,
) -> None:
    """Read articles and write their graph: a store, a Turtle file and a page.

    Only what is new or changed is read. What cannot be read is skipped and named, and the exit status is 3.
    """
    options = config.load()
    sources = paths or [Path(source) for source in options.sources or ()]
    if not sources and rebuild:
        tell(_restored(out_folder(out), workers, judgements, ledger))
        return
    if not sources:
        raise typer.BadParameter("name articles or folders of them, or put `sources` into kg.toml")
    built = _built(
        sources,
        out_folder(out),
        workers=workers or options.workers or 1,
        base=base or options.base,
        model=model or options.model,
        ontology=tuple(ontology or map(Path, options.ontology or ())),
        entities=entities or options.entities,
        judgements=judgements_heeded(judgements),
        ledger=ledger or options.ledger,
        published=day(date or options.published),
        site=site or options.site,
        rebuild=rebuild,
    )
    tell(built)


def _restored(out: Path, workers: int | None, judgements: Path | None, ledger: Path | None) -> KnowledgeGraph:
    """The graph made anew of the readings in its folder."""
    from kg import building

    options = config.load()
    made = building.Options(
        options.model,
        workers or options.workers or 1,
        judgements=judgements_heeded(judgements),
        ledger=ledger or options.ledger,
    )
    return building.restore(out=out, options=made)


def tell(built: KnowledgeGraph) -> None:
    """Tell what was built, and end the program with status 3 if something could not be read."""
    skips = Skips()
    if built.summary:
        for item in built.summary.skipped:
            skips.add(item)
        for heir, gone in built.summary.heirs:
            story.note(f"{heir} has the same text as {gone} had, and stays in the graph: remove it too if it is to go.")
        show(_table(built.summary))
    _tell_next(built)
    skips.end()


@uncollected_to_the_end()
def demo(out: MadeIn = None, model: Model = None) -> None:
    """Build a graph from nine sample articles, and ask it two questions."""
    from kg.query import render
    from kg.shipped import samples

    story.note("Nine short articles about a company that sells face matching, and about those who quarrel over it.")
    _keep_other_graphs(out_folder(out))
    built = _built([samples()], out_folder(out), model=model or config.load().model)
    for name in _DEMO:
        print(f"\n$ kg query {name}")
        print(render(built.query(name), width=screen_width() or _PAPER), end="")
    _tell_next(built)


def _built(sources: Sequence[Path], out: Path, **options: object) -> KnowledgeGraph:
    """Build with a bar; a build in which nothing could be read is wrong use."""
    from kg import building

    with reading(sources, out) as step:
        return building.build(*sources, out=out, progress=step, **options)  # type: ignore[arg-type]


@contextmanager
def reading(sources: Sequence[Path], out: Path) -> Iterator[story.Step]:
    """A bar of the files that are read; raises Stopped, which tells what is kept, where Ctrl-C ends it."""
    done = 0
    try:
        with story.progress("Reading", lambda: _size(sources, out)) as step:

            def read(document: object) -> None:
                nonlocal done
                done += 1
                step(document)

            yield read
    except KeyboardInterrupt:
        raise Stopped(f"stopped. {_kept(done, max(done, _size(sources, out)), out)}") from None


def _size(sources: Iterable[Path], out: Path) -> int:
    """How many files there are to read."""
    from kg.read.files import Found, find

    return sum(isinstance(item, Found) for item in find(sources, out=out))


def _kept(done: int, size: int, out: Path) -> str:
    """What is there of a build that was stopped when some files were read."""
    if not done:
        return f"Nothing was read yet, and {out} is as it was."
    graph = "the graph there is whole" if (out / "store").is_dir() else "no graph was made of them yet"
    return f"{done:,} of {size:,} files were read and kept in {out}, {graph}: the same command goes on from there."


def _keep_other_graphs(out: Path) -> None:
    """Refuse to replace a graph of anything but the samples."""
    from kg.graph import load
    from kg.shipped import samples

    try:
        found = load(out).query("SELECT ?source { ?document dcterms:source ?source }")
    except StoreError:
        return
    if {row["source"] for row in found} - {path.name for path in samples().iterdir()}:
        raise StoreError(f"{out}: holds a graph of other articles. Name another folder: kg demo --out demo")


def _table(summary: Summary) -> Iterator[str]:
    """What was read, by status and by relation."""
    from kg.asking.shown import counted

    identity = summary.identity
    facts = identity.facts if identity else 0
    articles = counted(summary.documents - summary.data_files, "article")
    yield f"{articles}, {counted(summary.sentences, 'sentence')}, {counted(facts, 'fact')}"
    if summary.furniture:
        yield f"{summary.furniture:,} of the sentences left out as furniture of a page: advertisements, links, credits"
    if summary.data_files:
        yield f"{counted(summary.data_files, 'data file')}, {counted(summary.given_triples, 'triple')}"
    entities = identity.entities if identity else summary.entities
    called = f"{summary.named:,} of them called by {counted(summary.names, 'name')}"
    yield f"{_entities(entities)}, {called}, {counted(summary.doubtful, 'doubtful merge')}"
    yield from _news(summary)
    yield ""
    yield from story.columns(_counts("statements", summary.statements_by_status))
    yield ""
    yield from story.columns(_counts("relation", summary.statements_by_relation))


def _news(summary: Summary) -> Iterator[str]:
    """What became of the names since the last build, and the judgements that hold for nothing."""
    changes = summary.changes
    if changes.new or changes.gone:
        gone = _some([f"ent:{id}" for id in changes.gone])
        yield f"since the last build: {_entities(len(changes.new))} new, {len(changes.gone)} gone{gone}"
    yield from changes.lines
    yield from (f"judgement matches nothing: {words}" for words in summary.ignored)


def _entities(number: int) -> str:
    return f"{number:,} {'entity' if number == 1 else 'entities'}"


def _some(names: Sequence[str]) -> str:
    """The first few of some names, in a tail of a sentence."""
    more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
    return f": {', '.join(names[:_MOST_NAMES])}{more}" if names else ""


def _counts(head: str, counts: Mapping[Any, int]) -> list[tuple[str, str]]:
    rows = sorted(((str(name), number) for name, number in counts.items()), key=lambda row: (-row[1], row[0]))
    shown = [(name, f"{number:>6}") for name, number in rows[:_MOST_RELATIONS]]
    rest = rows[_MOST_RELATIONS:]
    if rest:
        shown.append((f"{len(rest)} more", f"{sum(number for _, number in rest):>6}"))
    return [(head, ""), *shown]


def _tell_next(built: KnowledgeGraph) -> None:
    out = built.out
    behind = built.summary.behind if built.summary else []
    written = [f"{out}/{name}" for name in ("graph.ttl", "graph.html") if name not in behind]
    story.note("")
    story.note(f"Wrote {' and '.join([', '.join([*written[:-1], f'{out}/store/']), *written[-1:]])}.")
    for name in built.summary.deleted if built.summary else []:
        if name not in _WRITERS:
            story.note(f"{out}/{name} may have shown what was taken out, and was deleted.")
    for name in behind:
        shows = "shows an earlier graph" if (out / name).is_file() else "is not there"
        if built.summary and name in built.summary.deleted:
            shows = "showed what was taken out, and was deleted"
        writer = command(_WRITERS[name].format(shlex.quote(f"{out}/{name}")), out)
        story.note(f"{out}/{name} {shows}, since this graph is large: {writer} writes it anew.")
    page = f"open {out}/graph.html in a browser; " if (out / "graph.html").is_file() else ""
    story.note(f"Next: {page}{command('kg query', out)} lists the questions you can ask.")
