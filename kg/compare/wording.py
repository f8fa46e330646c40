"""A difference as people read it, and as programs do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

from kg.compare.difference import Changed, Difference
from kg.compare.sides import Article, Said, Thing
from kg.query.table import safe
from kg.rdf import compact

_SIGNS = {"+": "1;32", "-": "1;31", "~": "1;33"}


def render(found: Difference, *, most: int = 20, colour: bool = False) -> str:
    """The difference for a terminal, at most so many lines of each kind (0: all of them)."""
    lines: list[str] = []
    for head, group in _groups(found):
        if group:
            lines += [f"\x1b[1m{head}\x1b[0m" if colour else head]
            shown = group[: most or None]
            for sign, words, under in shown:
                mark = f"\x1b[{_SIGNS[sign]}m{sign}\x1b[0m" if colour else sign
                lines += [f"  {mark} {safe(words)}", *(f"      {safe(each)}" for each in under)]
            if len(group) > len(shown):
                lines.append(f"    and {len(group) - len(shown):,} more")
            lines.append("")
    return "".join(f"{line}\n" for line in [*lines, summary(found)])


_Row = tuple[str, str, Sequence[str]]  # sign, words, what stands under them


def _groups(found: Difference) -> Iterator[tuple[str, list[_Row]]]:
    yield (
        "Articles",
        [
            *(("+", _article(each), ()) for each in found.articles_added),
            *(("-", _article(each), ()) for each in found.articles_removed),
            *(("~", f"{_article(each)}, changed", ()) for each in found.articles_changed),
        ],
    )
    yield (
        "Things",
        [
            *(("~", _renamed(*each), ()) for each in found.renamed),
            *(("~", f"{_thing(was)} is now called {_thing(now)}", ()) for _, was, now in found.relabelled),
            *(("+", _thing(each), ()) for each in found.things_added),
            *(("-", _thing(each), ()) for each in found.things_removed),
        ],
    )
    yield "Facts", [*_rows("+", found.facts_added), *_rows("-", found.facts_removed)]
    yield "Statements that changed", [_changed(each) for each in found.statements_changed]
    yield "Claims, denials and plans", [*_rows("+", found.statements_added), *_rows("-", found.statements_removed)]


def _article(each: Article) -> str:
    return f"{', '.join(part for part in (each.title, each.published) if part)} ({each.source})"


def _thing(each: Thing) -> str:
    return f"{each.name}, {each.kind}" if each.kind else each.name


def _renamed(old: str, new: str, was: Thing, now: Thing) -> str:
    """What something was and what it is now; the IRIs tell where the words are the same."""
    if was == now:
        return f"{_thing(was)}: {compact(old)} is now {compact(new)}"
    return f"{_thing(was)} is now {_thing(now)}"


def _rows(sign: str, statements: Sequence[Said]) -> Iterator[_Row]:
    for said in statements:
        status = "" if said.status == "asserted" else f"  [{said.status}]"
        yield sign, f"{said.label}{status}", (f"“{said.sentence}”",)


def _changed(each: Changed) -> _Row:
    told = []
    if "status" in each.what:
        told.append(f"{each.old.status}, now {each.new.status}")
    if "review" in each.what:
        told.append(f"review: {each.old.review or 'none'}, now {each.new.review or 'none'}")
    if "meaning" in each.what:
        told.append(_meant(each))
    if "evidence" in each.what:
        told.append("another sentence")
    was = [f"before: “{each.old.sentence}”"] if "evidence" in each.what else []
    return "~", f"{each.new.label}: {'; '.join(told)}", [f"“{each.new.sentence}”", *was]


def _meant(each: Changed) -> str:
    """What a statement was about; where its words are the same, the names that differ."""
    if each.old.label != each.new.label:
        return f"was: {each.old.label}"
    pairs = [pair for pair in zip(each.old.fact, each.new.fact, strict=True) if pair[0] != pair[1]]
    return ", ".join(f"{compact(old)} is now {compact(new)}" for old, new in pairs)


def summary(found: Difference) -> str:
    """The difference in one line."""
    if found.is_same:
        return "The graphs are the same."
    facts = f"Facts: {len(found.facts_added):,} added, {len(found.facts_removed):,} removed"
    statements = f"statements: {len(found.statements_changed):,} changed"
    return f"{facts}; {statements}; triples: {found.triples_added:,} added, {found.triples_removed:,} removed."


def plain(found: Difference) -> dict[str, Any]:
    """The difference for programs."""
    return {"is_same": found.is_same, **asdict(found)}
