"""`kg review`, and the commands that settle what it shows: `kg same`, `kg different`, `kg rename` and their like."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from kg import config, story
from kg.cli.options import Judgements, Ontologies, Out, command, is_coloured, judgements_file, out_folder, screen_width

One = Annotated[
    str,
    typer.Argument(help="A name, an IRI, or a name in one article: 'NAME @ ARTICLE'.", metavar="A", show_default=False),
]
Other = Annotated[str, typer.Argument(help="Another one.", metavar="B", show_default=False)]
Statement = Annotated[
    list[str],
    typer.Argument(
        help="Its name (st:...), or its words, in quotes or not.", metavar="STATEMENT...", show_default=False
    ),
]
Note = Annotated[str, typer.Option(help="Why, for whoever reads the file.", metavar="TEXT", show_default=False)]


def review(
    most: Annotated[int, typer.Option("--most", "-n", min=1, help="How many of each kind to show.", metavar="N")] = 20,
    below: Annotated[float, typer.Option(min=0, max=1, help="Facts less sure than this.", metavar="P")] = 0.6,
    out: Out = None,
) -> None:
    """Show what a person should look at: names that may be one, and the facts that are least sure.

    Each comes with its reasons, its sentences, and the commands that settle it.
    """
    from kg import review as reviewing
    from kg.store import open_store, read_identity

    folder = out_folder(out)
    found = reviewing.review(open_store(folder), base=read_identity(folder).base, most=most, below=below)
    print(
        reviewing.render(
            found, settle=lambda words: command(words, folder), colour=is_coloured(), width=screen_width()
        ),
        end="",
    )


def same(a: One, b: Other, note: Note = "", judgements: Judgements = None, out: Out = None) -> None:
    """Note that two names are one thing."""
    _judge("same", a, b, note, judgements, out)


def different(a: One, b: Other, note: Note = "", judgements: Judgements = None, out: Out = None) -> None:
    """Note that two names are two things; 'NAME @ ARTICLE' splits what was taken for one."""
    _judge("different", a, b, note, judgements, out)


def rename(
    a: One,
    name: Annotated[str, typer.Argument(help="What it is to be called.", metavar="NAME", show_default=False)],
    note: Note = "",
    judgements: Judgements = None,
    out: Out = None,
) -> None:
    """Note what something is to be called; its IRI stays."""
    _judge("rename", a, name, note, judgements, out)


def retype(
    a: One,
    class_: Annotated[
        str, typer.Argument(help="A class of the ontology: company.", metavar="CLASS", show_default=False)
    ],
    note: Note = "",
    ontology: Ontologies = None,
    judgements: Judgements = None,
    out: Out = None,
) -> None:
    """Note what kind of thing something is."""
    from kg.ontology import load

    known = load(*(ontology or map(Path, config.load().ontology or ())))
    _judge("retype", a, class_, note, judgements, out, known.class_by_word)


def reject(statement: Statement, note: Note = "", judgements: Judgements = None, out: Out = None) -> None:
    """Note that a statement was misread: it stays, marked, and its fact goes unless another supports it."""
    _judge("reject", " ".join(statement), "", note, judgements, out)


def accept(statement: Statement, note: Note = "", judgements: Judgements = None, out: Out = None) -> None:
    """Note that a statement was read well."""
    _judge("accept", " ".join(statement), "", note, judgements, out)


def _judge(
    kind: str,
    a: str,
    b: str,
    note: str,
    path: Path | None,
    out: Path | None,
    classes: Mapping[str, str] | None = None,
) -> None:
    from kg.judging import judge

    judged = judge(out_folder(out), kind, a, b, note=note, path=judgements_file(path), class_by_word=classes)
    story.note(str(judged))
