"""Judgements: what people decided about names and statements, one line each in a text file of theirs.

In: the file. Out: judgements that do not contradict each other in words; docs/identity.md tells what each means.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kg.errors import InvalidJudgement
from kg.naming import normal_form

HEADER = ("kind", "a", "b", "note")
_NEEDS_B = {"same": True, "different": True, "rename": True, "retype": True, "reject": False, "accept": False}
KINDS = tuple(_NEEDS_B)
_PLACE = re.compile(r"#char=(\d{1,12}),(\d{1,12})$")  # as the graph names passages
_RIVALS = {"rename": "rename", "retype": "retype", "reject": "verdict", "accept": "verdict"}


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """What a judgement is about: an IRI's tail, or a name, in one document or in all."""

    id: str = ""
    name: str = ""  # in normal form
    document: str = ""  # id, source or title, as written
    span: tuple[int, int] | tuple[()] = ()  # only what stands between these characters of the document


@dataclass(frozen=True, slots=True, order=True)
class Judgement:
    """One line of the file."""

    kind: str
    a: str
    b: str = ""
    note: str = field(default="", compare=False)
    place: str = field(default="", compare=False)  # "judgements.csv:3"

    def __str__(self) -> str:
        words = ", ".join(filter(None, (self.kind, self.a, self.b)))
        return f"{self.place} ({words})" if self.place else words


def home(out: str | Path) -> Path:
    """Where the judgements on an output folder are unless another file is named: beside the folder."""
    folder = Path(out).resolve()
    return folder.with_name(f"{folder.name or 'output'}.judgements.csv")


def read(path: Path) -> tuple[Judgement, ...]:
    """The judgements of a file, in its order; none where there is no file.

    Raises InvalidJudgement, with the line, for what cannot be read and for lines that contradict each other.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidJudgement(f"{path}: the judgements cannot be read: {reason}.") from error
    return parse(text, path)


def parse(text: str, path: str | Path = "judgements") -> tuple[Judgement, ...]:
    """The judgements in the text of a file."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: list[Judgement] = []
    try:
        for row in rows:
            cells = [cell.strip() for cell in row]
            is_header = not found and tuple(cells) == HEADER
            if any(cells) and not is_header and not cells[0].startswith("#"):
                found.append(_judgement(cells, f"{path}:{rows.line_num}"))
    except csv.Error as error:
        raise InvalidJudgement(f"{path}:{rows.line_num}: cannot be read as CSV: {error}. Mend the line.") from error
    check(found)
    return tuple(found)


def _judgement(cells: list[str], place: str) -> Judgement:
    kind, a, b, note, *more = [*cells, "", "", "", ""][: max(4, len(cells))]
    if kind not in _NEEDS_B:
        near = difflib.get_close_matches(kind, KINDS, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(KINDS)}."
        raise InvalidJudgement(f"{place}: no judgement is called {kind!r}. {hint}")
    if not a or bool(b) != _NEEDS_B[kind] or any(more):
        form = f"{kind},A,B,note" if _NEEDS_B[kind] else f"{kind},STATEMENT,,note"
        raise InvalidJudgement(f"{place}: this line should be {form}. Put a name with a comma into quotes.")
    return Judgement(kind, a, b, note, place)


def line(judgement: Judgement) -> str:
    """The line that a judgement is in the file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow((judgement.kind, judgement.a, judgement.b, judgement.note))
    return text.getvalue()


def added(text: str, judgement: Judgement, path: str | Path = "judgements") -> str:
    """The text of a file with one judgement more; the same text if it stands there.

    Raises InvalidJudgement if it contradicts another line.
    """
    if judgement in parse(text, path):
        return text
    whole = text or f"{','.join(HEADER)}\n"
    whole += "" if whole.endswith("\n") else "\n"
    parse(whole + line(judgement), path)
    return whole + line(judgement)


def reference(text: str) -> Reference:
    """What a word of a judgement means: `ent:Bo_Ek`, an IRI, or a name; in one document, or a part of it, if one is
    named.

    >>> reference("Bo Ek @ mill.txt#char=40,90")
    Reference(id='', name='bo ek', document='mill.txt', span=(40, 90))
    """
    name, _, document = (part.strip() for part in text.rpartition(" @ ")) if " @ " in text else (text, "", "")
    found = _PLACE.search(document)
    place = document[: found.start()] if found else document
    span = (int(found[1]), int(found[2])) if found else ()
    id = _tail(name, "ent", "entity")
    return Reference(id, "" if id else normal_form(name), place, span)


def may_part(judgement: Judgement) -> bool:
    """Whether a judgement may tell apart two that one document names: it limits two names to documents."""
    return judgement.kind == "different" and all(
        one.document and one.name for one in (reference(judgement.a), reference(judgement.b))
    )


def statement_id(text: str) -> str:
    """The id of a statement that is given as `st:...`, as an IRI or as it is."""
    return _tail(text, "st", "statement") or text


def _tail(text: str, prefix: str, folder: str) -> str:
    text = text.strip().strip("<>")
    if text.startswith(f"{prefix}:"):
        return text.removeprefix(f"{prefix}:")
    return text.rpartition(f"/{folder}/")[2] if text.startswith(("http://", "https://")) else ""


def verdicts(judgements: Iterable[Judgement]) -> dict[str, str]:
    """What people said of statements: "accepted" or "rejected" by id."""
    said = {"reject": "rejected", "accept": "accepted"}
    return {statement_id(j.a): said[j.kind] for j in judgements if j.kind in said}


def with_classes(judgements: Iterable[Judgement], class_by_word: Mapping[str, str]) -> tuple[Judgement, ...]:
    """The judgements with classes as the ontology names them: "company" is kg:Company.

    Raises InvalidJudgement for a class that does not exist.
    """
    return tuple(
        replace(j, b=class_called(j.b, class_by_word, str(j))) if j.kind == "retype" else j for j in judgements
    )


def class_called(word: str, class_by_word: Mapping[str, str], where: str = "retype") -> str:
    """The class that a name or label means; raises InvalidJudgement if there is none."""
    found = class_by_word.get(word.casefold()) or class_by_word.get(f"kg:{word}".casefold())
    if not found:
        name_by_tail = {known.rpartition(":")[2]: name for known, name in class_by_word.items()}
        near = difflib.get_close_matches(word.casefold().rpartition(":")[2], sorted(name_by_tail), n=1)
        meant = [name_by_tail[each] if ":" in word else each for each in near]
        hint = f" Did you mean {meant[0]}?" if meant else " Name one of the ontology, such as kg:Company."
        raise InvalidJudgement(f"{where}: no class is called {word!r}.{hint}")
    return found


def check(judgements: Sequence[Judgement]) -> None:
    """Raise InvalidJudgement, naming the lines, if judgements contradict each other in what they say."""
    first: dict[tuple[str, object], Judgement] = {}
    for judgement in judgements:
        if rivalry := _RIVALS.get(judgement.kind):
            about = statement_id(judgement.a) if rivalry == "verdict" else reference(judgement.a)
            rival = first.setdefault((rivalry, about), judgement)
            if (rival.kind, rival.b) != (judgement.kind, judgement.b):
                raise contradiction(judgement, [rival])
    links = [(reference(j.a), reference(j.b), j) for j in judgements if j.kind == "same"]
    for judgement in judgements:
        if judgement.kind == "different":
            one, other = reference(judgement.a), reference(judgement.b)
            if one == other:
                raise InvalidJudgement(f"{judgement}: one name twice. Limit it to documents: NAME @ DOCUMENT.")
            if others := chain(links, one, other):
                raise contradiction(judgement, others)


def contradiction(judgement: Judgement, others: Sequence[Judgement]) -> InvalidJudgement:
    """The error that two or more lines make."""
    return InvalidJudgement(f"{judgement} contradicts {' and '.join(map(str, others))}. Delete one of these lines.")


def chain(links: Iterable[tuple[object, object, Judgement]], start: object, end: object) -> list[Judgement]:
    """The fewest judgements that lead from one thing to another, each once; empty if none do."""
    steps: dict[object, list[tuple[object, Judgement]]] = {}
    for one, other, judgement in links:
        steps.setdefault(one, []).append((other, judgement))
        steps.setdefault(other, []).append((one, judgement))
    ways: dict[object, list[Judgement]] = {start: []}
    front = [start]
    while front and end not in ways:
        here = front.pop(0)
        for there, judgement in steps.get(here, ()):
            if there not in ways:
                ways[there] = list(dict.fromkeys([*ways[here], judgement]))
                front.append(there)
    return ways.get(end, [])
