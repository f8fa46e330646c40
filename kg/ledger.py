"""The ledger: a text file that keeps which entity each name of each document was published as.

In: its bytes, or anchors. Out: anchors, or its bytes; and what changed between two builds.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from operator import attrgetter
from pathlib import Path

from kg.errors import InvalidLedger
from kg.model import Anchor

_HEADER = ["entity", "document", "start", "name", "class", "formerly", "present"]
_ID = re.compile(r"[\w-]+")
_PRESENCE = {"yes": True, "no": False}


def place(anchor: Anchor) -> tuple[str, int, str]:
    """What finds an anchor again: the same text is the same document, whatever its title."""
    return anchor.document.rpartition("-")[2], anchor.start, anchor.name


IN_ORDER = attrgetter(*(each.name for each in fields(Anchor)))  # as anchors compare, for less than their comparison


def home(out: str | Path) -> Path:
    """Where the ledger of an output folder is unless another is named: beside the folder, which may be deleted."""
    folder = Path(out).resolve()
    return folder.with_name(f"{folder.name or 'output'}.ledger.csv")


def read(path: Path) -> tuple[Anchor, ...]:
    """The anchors in a ledger file; none where there is no file. Raises InvalidLedger if it is damaged."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidLedger(f"{path}: the ledger cannot be read: {reason}. {_REMEDY}") from error
    return parse(text, path)


def parse(text: str, path: str | Path = "ledger") -> tuple[Anchor, ...]:
    """The anchors in the text of a ledger, sorted."""
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    found: dict[tuple[str, int, str], Anchor] = {}
    try:
        if next(rows, []) != _HEADER or not text.endswith("\n"):
            raise ValueError(f"it must begin with the line {','.join(_HEADER)} and end with a whole line")
        for row in rows:
            anchor = _anchor(row)
            if found.setdefault(place(anchor), anchor) != anchor:
                raise ValueError("another line says something else of the same name")
    except (ValueError, KeyError, csv.Error) as error:
        raise InvalidLedger(f"{path}:{max(rows.line_num, 1)}: the ledger is damaged: {error}. {_REMEDY}") from error
    return tuple(sorted(found.values(), key=IN_ORDER))


_REMEDY = "Put back a whole copy of the file, or take it away: then names are given anew."


def _anchor(row: list[str]) -> Anchor:
    if len(row) != len(_HEADER):
        raise ValueError(f"{len(row)} cells instead of {len(_HEADER)}")
    entity, document, start, name, type_, formerly, present = row
    ids = [entity, *formerly.split(), *filter(None, [document])]
    if bad := next((id for id in ids if not _ID.fullmatch(id)), None):
        raise ValueError(f"{bad!r} is no name of an entity or document")
    if present not in _PRESENCE:
        raise ValueError(f"present must be yes or no, not {present!r}")
    return Anchor(entity, document, int(start), name, type_, tuple(formerly.split()), _PRESENCE[present])


def dump(anchors: Iterable[Anchor]) -> bytes:
    """The bytes of a ledger: one line an anchor, sorted."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_HEADER)
    for each in sorted(anchors, key=IN_ORDER):
        presence = "yes" if each.is_present else "no"
        about = (each.entity, each.document, each.start, each.name, each.type)
        writer.writerow([*about, " ".join(each.formerly), presence])
    return text.getvalue().encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of the names since the last build."""

    new: tuple[str, ...] = ()  # ids of entities
    gone: tuple[str, ...] = ()  # no document names them any more
    replaced: tuple[tuple[str, str], ...] = ()  # an id that is no more, and what it is now
    split: tuple[tuple[str, str], ...] = ()  # an id that stays, and the one that part of it is now

    @property
    def lines(self) -> Iterator[str]:
        """What a reader must know, a line each; what is only new or gone is counted elsewhere."""
        yield from (f"ent:{old} is now ent:{new}" for old, new in self.replaced)
        yield from (f"ent:{old} is split: part of it is now ent:{new}" for old, new in self.split)


def changes(before: Iterable[Anchor], after: Iterable[Anchor]) -> Changes:
    """What became of the entities of one build in the next."""
    before, after = list(before), list(after)
    then = {place(a): a.entity for a in before if a.is_present}
    now = {place(a): a.entity for a in after if a.is_present}
    old, new = set(then.values()), set(now.values())
    kept = set(map(place, after))  # no line is lost but that of a description, when it is only its own again
    now |= {place(a): a.formerly[0] for a in before if a.is_present and a.formerly and place(a) not in kept}
    moved = {(entity, now[where]) for where, entity in then.items() if now.get(where, entity) != entity}
    instead = {*replaced(after)} - {*replaced(before)}
    return Changes(
        new=tuple(sorted(new - old)),
        gone=tuple(sorted(old - new - {entity for entity, _ in instead})),
        replaced=tuple(sorted(instead)),
        split=tuple(sorted(moved - instead)),
    )


def replaced(anchors: Iterable[Anchor]) -> tuple[tuple[str, str], ...]:
    """Every id that is no entity's any more, with what it is now; also of builds long ago."""
    anchors = list(anchors)
    current = {anchor.entity for anchor in anchors}
    return tuple(sorted({(old, a.entity) for a in anchors for old in a.formerly if old not in current}))
