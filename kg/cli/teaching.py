"""`kg rules`: the relations that kg knows, and whether they can read their own examples."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import config, story
from kg.cli.options import FOUND_PROBLEMS, Model, Ontologies, model_name, screen_width, show

if TYPE_CHECKING:
    from kg.ontology import Ontology


def rules(
    check: Annotated[bool, typer.Option("--check", help="Read every example; status 1 if one is misread.")] = False,
    ontology: Ontologies = None,
    model: Model = None,
) -> None:
    """List the relations that kg reads, or check that each reads its own example sentences."""
    from kg.ontology import load

    known = load(*(ontology or map(Path, config.load().ontology or ())))
    if check:
        _check(known, model_name(model))
    else:
        show(_list(known))


def _list(known: Ontology) -> Iterator[str]:
    from kg.query.table import table

    rows = [
        (each.name, each.label, each.examples[0].text if each.examples else "") for each in known.relations.values()
    ]
    yield table(("relation", "label", "example"), rows, width=screen_width()).rstrip("\n")


def _check(known: Ontology, model: str | None) -> None:
    from kg.annotate.pipeline import DEFAULT_MODEL, load
    from kg.rules import check_rules

    checks = check_rules(known, load(model or DEFAULT_MODEL))
    misread = [check for check in checks if not check.ok]
    for check in misread:
        verdict = "reads its counter-example" if check.is_counter else "cannot read its example"
        print(f"{check.relation} {verdict}: {check.example}")
        show(f"  reads {words}" for words in check.read or ("nothing",))
    story.note(f"{len(known.relations)} relations, {len(checks)} examples, {len(misread)} misread.")
    if misread:
        raise typer.Exit(FOUND_PROBLEMS)
