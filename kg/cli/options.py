"""What several commands share: their options, the exit statuses, and how `kg.toml` fills in what was not said."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg import config, story
from kg.days import first_day, last_day

if TYPE_CHECKING:
    from kg.read import Skipped

FOUND_PROBLEMS, WRONG_USE, PARTLY_DONE = 1, 2, 3
STOPPED = 130  # as shells count what Ctrl-C ends

Model = Annotated[
    str | None,
    typer.Option(
        help="The spaCy pipeline that reads, or several joined by + (default: en_core_web_sm and _md).",
        metavar="NAME",
        show_default=False,
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, help="Processes that read side by side (default: 1).", metavar="N", show_default=False),
]


_FOLDER = "The folder of the graph (default: output)."


def path_named(text: str) -> Path:
    """The path that a word of the command line names; an empty one, as of a variable that is not set, names none."""
    if not text.strip():
        raise typer.BadParameter("an empty name names no file or folder; name one, or . for the working folder")
    return Path(text)


def option(metavar: str, help: str, *names: str) -> Any:
    """An option that takes one thing, and need not be given; a file or folder must have a name. It is called as the
    parameter, or by the names."""
    parser = path_named if metavar in ("FILE", "FOLDER", "PATH") else None
    return typer.Option(*names, help=help, metavar=metavar, show_default=False, parser=parser)


Ledger = Annotated[Path | None, option("FILE", "The names that were published (default: beside --out).")]
Out = Annotated[Path | None, option("FOLDER", _FOLDER, "--out")]
MadeIn = Annotated[Path | None, option("FOLDER", _FOLDER, "-o", "--out")]
Json = Annotated[bool, typer.Option("--json", help="The same as --format json.")]


class Shown(StrEnum):
    """How an answer is printed."""

    TEXT = "text"
    JSON = "json"


Form = Annotated[Shown, typer.Option("-f", "--format", help="Text for people, or JSON for programs.")]
Ontologies = Annotated[
    list[Path] | None,
    typer.Option(
        "--ontology",
        parser=path_named,
        help="Turtle with relations of your own; repeatable.",
        metavar="FILE",
        show_default=False,
    ),
]
Articles = Annotated[
    list[Path],
    typer.Argument(
        parser=path_named,
        help="Articles and data files, or folders of them: text, Markdown, HTML, RDF.",
        metavar="PATH...",
        show_default=False,
    ),
]

Judgements = Annotated[
    Path | None, option("FILE", "Your file of judgements (default: beside the folder of the graph).", "--judgements")
]


def judgements_file(option: Path | None) -> Path | None:
    """The file of judgements: as said or as in `kg.toml`; None for the one beside the folder of the graph."""
    named = config.load().judgements
    return option or (Path(named) if named else None)


def judgements_heeded(option: Path | None) -> Path | None:
    """The file of judgements that a build is to heed; tells of one that was named and is not there."""
    if option and not option.is_file():
        story.note(
            f"kg: {option}: no such file, so no judgement is heeded. `kg same`, `kg reject` and the like write it."
        )
    return judgements_file(option)


def out_folder(option: Path | None) -> Path:
    """The folder of the graph: as said, as in `kg.toml`, or `output`."""
    return option or Path(config.load().output or "output")


def written_graph(option: Path | None) -> Path:
    """The folder of the graph that is to be written elsewhere; whoever names a file by `--out` meant `--to`."""
    if option and option.suffix and not option.is_dir():
        words = f"{option} is no folder of a graph. Name the file to write by -o or --to"
        raise typer.BadParameter(words, param_hint="--out")
    return out_folder(option)


def command(words: str, out: Path) -> str:
    """A command as a shell takes it, for the graph of a folder; `--out` is left out for the folder taken anyway."""
    return words if out == out_folder(None) else f"{words} --out {shlex.quote(str(out))}"


def model_name(option: str | None) -> str | None:
    """The model: as said or as in `kg.toml`; None for the one that comes with kg."""
    return option or config.load().model


def day(text: str | None) -> str | None:
    """A day as ISO has it, from what was said behind `--date`."""
    from kg.read.details import iso_date

    found = iso_date(text)
    if text and not found:
        raise typer.BadParameter(f"{text!r} is no day; write it as 2025-03-09", param_hint="--date")
    return found


def period(since: str | None, until: str | None) -> tuple[str, str]:
    """What `--since` and `--until` say, each a day, month or year that the calendar has, or nothing."""
    first, last = _first_days(since, "--since"), _first_days(until, "--until")
    if first and last and first_day(first) > last_day(last):
        raise typer.BadParameter(f"no day lies between: {first} is after {last}", param_hint="--since and --until")
    return first, last


def _first_days(text: str | None, option: str) -> str:
    try:
        return text if text and first_day(text) else ""
    except ValueError:
        words = f"{text!r} is no day; write it as 2025, 2025-03 or 2025-03-11"
        raise typer.BadParameter(words, param_hint=option) from None


def is_coloured() -> bool:
    """Whether results go to a terminal that wants colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def show(lines: Iterable[str]) -> None:
    """Print results."""
    for line in lines:
        print(line)


def screen_width() -> int | None:
    """Columns of the terminal; None where the output goes to a file or another program."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


class Skips:
    """Tells of each thing that was not read, and ends the program accordingly."""

    def __init__(self) -> None:
        self._faults = 0

    def add(self, item: Skipped) -> None:
        """Tell of one."""
        self._faults += item.is_fault
        story.note(f"kg: {'' if item.is_read else 'skipped '}{item.source}: {item.reason}")

    def end(self) -> None:
        """Leave with status 3 if something was lost."""
        if self._faults:
            raise typer.Exit(PARTLY_DONE)
