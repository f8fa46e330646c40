"""`kg rules` and `kg read`: the relations that kg knows, and how it takes a sentence apart."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg import config, story
from kg.cli.options import FOUND_PROBLEMS, Model, Ontologies, Skips, day, model_name, screen_width, show

if TYPE_CHECKING:
    from kg.model import Document
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


def read(
    text: Annotated[
        list[str],
        typer.Argument(help="A sentence, an article's file, or - for what is piped in.", show_default=False),
    ],
    date: Annotated[
        str | None,
        typer.Option(help="The day the text is of, for “last week”.", metavar="YYYY-MM-DD", show_default=False),
    ] = None,
    ontology: Ontologies = None,
    model: Model = None,
) -> None:
    """Show how a sentence is read: its names, clauses and statements, with status, cue and rule.

    `kg read "Halden denied that it sells Sentira to Calder County."`
    """
    from kg import read as reader
    from kg.anatomy import anatomy, lines
    from kg.annotate.pipeline import DEFAULT_MODEL, load
    from kg.ontology import load as load_ontology

    skips = Skips()
    known = load_ontology(*(ontology or map(Path, config.load().ontology or ())))
    nlp = load(model_name(model) or DEFAULT_MODEL)
    labels = {name: relation.label for name, relation in known.relations.items()}
    for document in _documents(text, day(date), skips):
        found = anatomy(document, nlp, known)
        show(lines(found, labels))
        if unread := sum(len(each.sentence.quote) for each in found if each.is_endless):
            skips.add(reader.endless(document.source, unread))
    skips.end()


def _documents(words: list[str], published: str | None, skips: Skips) -> Iterator[Document]:
    """The articles of files, or what was typed or piped in as one document."""
    from kg import read as reader
    from kg.model import Document
    from kg.read.decode import clean

    if all(_is_file(word) or Path(word).suffix.lower() in reader.FORMATS.keys() - {""} for word in words):
        for item in reader.read(words, published=published):
            if isinstance(item, Document):
                yield item
            else:
                skips.add(item)
        return
    typed = clean(sys.stdin.read() if words == ["-"] else " ".join(words))
    if not typed.strip():
        raise typer.BadParameter("there is no text in it", param_hint="TEXT")
    yield Document(typed, title="text", source="text", published=published)


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except OSError:  # a whole paragraph is too long for a file's name
        return False
