"""The question library: SPARQL files with a title, help and parameters in their first comment lines.

    # Who sells what, and to whom?
    # help: Facts only.
    # param: buyer ?b name - what this buyer buys
    SELECT ... WHERE { ... VALUES ?b { UNDEF } }

Values are bound by filling the parameter's VALUES block with terms; a block left at UNDEF is dropped, and so is a
line that ends in `# only with --buyer` when that is not given.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg import shipped
from kg.errors import InvalidOntology, NotFound, QueryError

KINDS = ("name", "relation", "text", "date", "last-date", "status", "document")

_PARAMETER = re.compile(
    r"(?P<name>[a-z][a-z-]*) \?(?P<variable>\w+) (?P<kind>[\w-]+?)(?P<required>!?) - (?P<help>[^\[]+?)"
    r"\s*(?:\[(?P<default>[^\]]*)\])?"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that a question can be asked about: `--buyer "Washington County"`."""

    name: str
    variable: str
    kind: str  # what its value is looked up as, one of KINDS
    help: str
    is_required: bool = False
    default: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A SPARQL query with words around it."""

    name: str
    title: str
    help: str
    parameters: tuple[Parameter, ...]
    query: str

    def parameter(self, name: str) -> Parameter:
        """The parameter of that name."""
        for parameter in self.parameters:
            if parameter.name == name:
                return parameter
        names = [parameter.name for parameter in self.parameters]
        known = f"It has: {', '.join(f'--{n}' for n in names)}." if names else "It has none."
        raise QueryError(f"{self.name} has no parameter --{name}.{did_you_mean(name, names, '--')} {known}")


def library(folder: Path | None = None) -> list[Question]:
    """The questions that come with the program, by name."""
    return [read(path) for path in sorted((folder or shipped.folder("queries")).glob("*.rq"))]


def question(name: str, folder: Path | None = None, listed_by: str = "`kg query`") -> Question:
    """The question of that name; the words of a name may stand in any case, with spaces or underscores.

    `listed_by` is where whoever asks for one that does not exist finds those that do.
    """
    wanted = re.sub(r"[\s_]+", "-", name.strip().lower()).removesuffix(".rq")
    path_by_name = {path.stem: path for path in sorted((folder or shipped.folder("queries")).glob("*.rq"))}
    if wanted in path_by_name:
        return read(path_by_name[wanted])
    hint = did_you_mean(wanted[:100], path_by_name) or f" {listed_by} lists the questions there are."
    raise NotFound(f"no question is called {name!r}.{hint}")


def read(path: Path) -> Question:
    """A question from its file."""
    try:
        query = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: cannot be read as a query: {error}") from error
    return parse(query, path.stem)


def parse(query: str, name: str = "query") -> Question:
    """A question from its text."""
    comments = _leading_comments(query)
    title = next((line for line in comments if not re.match(r"(help|param):", line)), "")
    helps = [line.removeprefix("help:").strip() for line in comments if line.startswith("help:")]
    parameters = [
        _parameter(line.removeprefix("param:").strip(), name) for line in comments if line.startswith("param:")
    ]
    return Question(name, title, " ".join(helps), tuple(parameters), query)


def _leading_comments(query: str) -> list[str]:
    lines: list[str] = []
    for line in query.splitlines():
        if not line.startswith("#"):
            break
        lines.append(line.removeprefix("#").strip())
    return lines


def _parameter(line: str, name: str) -> Parameter:
    found = _PARAMETER.fullmatch(line)
    if not found or found["kind"] not in KINDS:
        raise InvalidOntology(
            f"{name}: cannot read the line `# param: {line}`. Write: # param: NAME ?VARIABLE KIND - help [default]"
        )
    return Parameter(
        found["name"], found["variable"], found["kind"], found["help"], bool(found["required"]), found["default"] or ""
    )


def bind(question: Question, terms: Mapping[str, Sequence[str]]) -> str:
    """The query with its parameters filled in; `terms` maps parameter names to terms in the syntax of SPARQL."""
    query = question.query
    for parameter in question.parameters:
        values = terms.get(parameter.name)
        if not values and parameter.is_required:
            raise QueryError(f'{question.name} needs --{parameter.name} "...": {parameter.help}')
        if not values:
            query = re.sub(rf"(?m)^.*# only with --{parameter.name}$", "", query)
        query = _fill(question, query, parameter, values)
    return query


def _fill(question: Question, query: str, parameter: Parameter, values: Sequence[str] | None) -> str:
    block = re.compile(rf'VALUES\s+\?{parameter.variable}\s*\{{((?:[^"}}]|"(?:[^"\\]|\\.)*")*)\}}')
    if not block.search(question.query):
        raise InvalidOntology(f"{question.name}: no VALUES ?{parameter.variable} {{ }} for --{parameter.name}")
    if values:
        filled = f"VALUES ?{parameter.variable} {{ {' '.join(values)} }}"
        return block.sub(lambda _: filled, query)
    return block.sub(lambda found: "" if found[1].strip() == "UNDEF" else found[0], query)


def did_you_mean(word: str, known: Iterable[str], mark: str = "") -> str:
    """A hint at the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.55)
    return f" Did you mean {mark}{near[0]}?" if near else ""
