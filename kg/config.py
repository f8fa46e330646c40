"""Options that stand in the `kg.toml` of the working folder; the command line wins over them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kg.errors import InvalidConfig

FILE = "kg.toml"


@dataclass(frozen=True, slots=True)
class Config:
    """The options of `kg.toml`; what the file does not name is None, and the program's default holds."""

    sources: tuple[str, ...] | None = None  # files and folders that `kg build` reads
    output: str | None = None  # where the graph is written and looked for
    base: str | None = None  # the IRI that all entities, documents and statements start with
    model: str | None = None  # the spaCy pipeline
    workers: int | None = None  # processes that read
    ontology: tuple[str, ...] | None = None  # Turtle files beside the ontology that comes with kg
    entities: str | None = None  # a file of names and the addresses they have elsewhere
    judgements: str | None = None  # what you decided about names and statements, if not beside the output
    ledger: str | None = None  # the names that were published, if not beside the output
    published: str | None = None  # date of articles that tell none
    site: str | None = None  # publisher of articles that tell none


def load(folder: Path | None = None) -> Config:
    """The configuration of a folder, by default the working folder; an empty one where there is no file."""
    path = (folder or Path()) / FILE
    try:
        options = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Config()
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidConfig(f"{FILE}: {error}. Mend the line, or take the file away.") from error
    except OSError as error:
        raise InvalidConfig(f"{FILE}: cannot be opened: {error.strerror}.") from error
    return Config(**{name: _checked(name, value) for name, value in options.items()})


_LISTS = ("sources", "ontology")
_WHOLE = ("workers",)


def _checked(name: str, value: Any) -> Any:
    known = [field.name for field in fields(Config)]
    if name not in known:
        raise InvalidConfig(f"{FILE}: unknown option {name!r}. It may hold: {', '.join(known)}.")
    if name in _LISTS:
        values = [value] if isinstance(value, str) else value
        if not isinstance(values, list) or not all(isinstance(item, str) for item in values):
            raise InvalidConfig(f"{FILE}: {name} must be a list of names in quotes.")
        return tuple(values)
    kind, words = (int, "a whole number") if name in _WHOLE else (str, "text in quotes")
    if not isinstance(value, kind) or isinstance(value, bool):
        raise InvalidConfig(f"{FILE}: {name} must be {words}.")
    if isinstance(value, int) and value < 1:
        raise InvalidConfig(f"{FILE}: {name} must be 1 or more.")
    return value
