"""What read the texts: the program, the model and the rules, named by version and content, never by time."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from kg import __version__
from kg.model import digest
from kg.rdf import Run
from kg.settings import Settings
from kg.shipped import folder

_NO_RULES = ("checks", "exchange", "shapes.ttl")  # in ontology/, and nothing that is read or written depends on them
_USERS = (  # parts of the program that only use a graph, or call those that make one
    *("asking", "cli", "compare", "explain", "export", "push", "query", "serve", "view", "__main__", "__pycache__"),
    *(
        "anatomy",
        "building",
        "config",
        "graph",
        "jsonl",
        "judging",
        "listing",
        "lookup",
        "notebook",
        "review",
        "rules",
        "story",
    ),
    "validate",
)


def current_run(model: str) -> Run:
    """The run that this program, with that model and the rules as they are now, makes."""
    return Run(
        program=f"kg {__version__}",
        model=" + ".join(f"{each} {_version(each)}".strip() for each in model.split("+")),
        rules=rules_digest(),
    )


def rules_digest() -> str:
    """A digest of every file of rules that reading and writing obey, so that a changed rule is a changed run."""
    root = folder("ontology")
    files = (path for path in _files(root, _NO_RULES) if path.suffix in (".ttl", ".tsv", ".json", ".gz"))
    return digest(*(f"{path.relative_to(root).as_posix()}\n{_content(path)}" for path in files))


def reader_digest(settings: Settings) -> str:
    """A digest of all that decides what is read in a text: program, rules, model and the user's ontologies.

    Of the program it leaves out the parts that only use a graph: a change there reads nothing again.
    """
    run = current_run(settings.model)
    code = (path.read_bytes().hex() for path in _files(Path(__file__).parent, _USERS) if path.suffix == ".py")
    return digest(run.program, run.model, run.rules, *code, *map(_user_file, settings.ontologies), length=32)


def _files(root: Path, left_out: Iterable[str]) -> list[Path]:
    """The files under a folder, sorted, without some of its entries."""
    entries = (path for path in root.iterdir() if path.name not in left_out and path.stem not in left_out)
    found = (file for path in entries for file in (path.rglob("*") if path.is_dir() else [path]))
    return sorted(path for path in found if path.is_file())


def _user_file(path: Path) -> str:
    """The content of a file of the user's; one that cannot be read is told of by who needs it."""
    try:
        return path.read_bytes().hex()
    except OSError:
        return ""


def _content(path: Path) -> str:
    return path.read_bytes().hex() if path.suffix == ".gz" else path.read_text(encoding="utf-8")


def _version(model: str) -> str:
    try:
        return version(model.replace("_", "-"))
    except PackageNotFoundError:
        return ""
