"""`kg add`, `kg remove` and `kg verify`: a graph that is there gets more articles or fewer, or is looked over."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import config, story
from kg.cli.building import reading, tell
from kg.cli.options import (
    FOUND_PROBLEMS,
    Articles,
    Judgements,
    Ledger,
    MadeIn,
    Model,
    Out,
    Workers,
    day,
    judgements_heeded,
    out_folder,
    show,
)
from kg.garbage import uncollected_to_the_end


@uncollected_to_the_end()
def add(
    paths: Articles,
    out: MadeIn = None,
    workers: Workers = None,
    model: Model = None,
    judgements: Judgements = None,
    ledger: Ledger = None,
    date: Annotated[str | None, typer.Option(help="Day of the articles that tell none.", metavar="DAY")] = None,
    site: Annotated[str | None, typer.Option(help="Publisher of the articles that tell none.", metavar="NAME")] = None,
) -> None:
    """Add articles to the graph; one that it has under that name is replaced.

    The other articles need not be there any more. What the last build was told holds on.
    """
    from kg import building

    options = config.load()
    with reading(paths, out_folder(out)) as step:
        made = building.Options(
            model or options.model,
            workers or options.workers or 1,
            judgements=judgements_heeded(judgements),
            ledger=ledger or options.ledger,
            progress=step,
            published=day(date or options.published),
            site=site or options.site,
        )
        built = building.add(*paths, out=out_folder(out), options=made)
    tell(built)


@uncollected_to_the_end()
def remove(
    articles: Annotated[
        list[str],
        typer.Argument(help="Articles: their sources, titles or IRIs.", metavar="ARTICLE...", show_default=False),
    ],
    out: Out = None,
    judgements: Judgements = None,
    ledger: Ledger = None,
) -> None:
    """Take articles out of the graph, with all that only they say."""
    from kg import building

    options = config.load()
    made = building.Options(options.model, judgements=judgements_heeded(judgements), ledger=ledger or options.ledger)
    tell(building.remove(*articles, out=out_folder(out), options=made))


@uncollected_to_the_end()
def verify(out: Out = None) -> None:
    """Look over the folder of the graph: every triple, count and reading; status 1 if something is damaged."""
    from kg.asking.shown import counted
    from kg.store import read_identity
    from kg.store.verify import faults

    folder = out_folder(out)
    found = faults(folder)
    show(found)
    if found:
        raise typer.Exit(FOUND_PROBLEMS)
    identity = read_identity(folder)
    story.note(f"{counted(identity.documents, 'document')}, {counted(identity.triples, 'triple')}: whole.")
