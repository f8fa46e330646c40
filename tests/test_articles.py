"""Whole articles: what must be read in them, and what must not be put out as a fact."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.engine import Settings, read_all
from kg.model import Document, Literal, Mention, Status

pytestmark = pytest.mark.model

FOLDER = Path(__file__).parent / "articles"

# article, subject, predicate, object (as named, or as written where it is no thing), status
TOLD = [
    ("court_pipeline_verdict", "American Pipeline Council", "kg:opposes", "the bill", "asserted"),
    ("court_pipeline_verdict", "Leland Voss", "kg:chiefExecutiveOf", "Brightwater", "asserted"),
    ("court_pipeline_verdict", "Vivian Stroud", "kg:accuses", "the plaintiffs", "asserted"),
    (
        "court_pipeline_verdict",
        "Brightwater",
        "kgo:face",
        "a criminal investigation by the Justice Department",
        "asserted",
    ),
    ("court_pipeline_verdict", "federal regulators", "kg:sanctions", "the company", "asserted"),
    ("court_pipeline_verdict", "Paul Thibodeau", "kg:supports", "a bill", "asserted"),
    ("science_lake_bacteria", "Hanneke Vos", "kgo:lead", "the study", "asserted"),
    ("science_lake_bacteria", "reservoir", "kg:provides", "drinking water", "asserted"),
    ("science_lake_bacteria", "World Health Organization", "kgo:considerLow", "the risk to travelers", "asserted"),
    (
        "science_lake_bacteria",
        "Hanneke Vos",
        "kgo:screen",
        "stored samples from older outbreaks in Germany and Denmark",
        "unrealised",
    ),
    ("business_airline_rescue", "Siobhan Keane", "kg:replaces", "Gustaf Ehrling", "unrealised"),
    ("business_airline_rescue", "Gustaf Ehrling", "kgo:leave", "the board", "unrealised"),
    ("business_airline_rescue", "Cascade Aerospace", "kg:denies", "the accusation", "asserted"),
    ("business_airline_rescue", "Norrsken", "kg:sues", "Cascade Aerospace", "asserted"),
    ("labour_dock_strike", "Theodore Lang", "kg:accuses", "the union", "asserted"),
    ("labour_dock_strike", "Teresa", "kg:sues", "Kolmar", "asserted"),
    ("labour_dock_strike", "Rosalind Achebe", "kgo:takeOverFrom", "Big Jim Tolliver", "asserted"),
    ("crime_art_theft", "17th-century painting", "kg:foundIn", "garage on the outskirts of Antwerp", "claimed"),
    (
        "crime_art_theft",
        "officers who searched the building on Thursday morning",
        "kgo:seize",
        "a bronze statuette",
        "asserted",
    ),
    ("crime_art_theft", "Bernard Roussel", "kg:denies", "any wrongdoing", "asserted"),
    ("election_island_vote", "Delroy Hastings", "kg:opposes", "casino gambling", "asserted"),
    ("election_island_vote", "outgoing government", "kg:permits", "casino gambling", "unrealised"),
    ("election_island_vote", "Rupert Castell", "kg:owns", "Castell Brothers", "asserted"),
]
NO_FACTS = [  # article, subject, predicate, object
    (
        "court_pipeline_verdict",
        "shares of Brightwater",
        "kgo:face",
        "a criminal investigation by the Justice Department",
    ),
    ("court_pipeline_verdict", "Paul Thibodeau", "kg:funds", "a bill"),
    ("science_lake_bacteria", "reservoir", "kgo:drink", "water"),
    ("business_airline_rescue", "STOCKHOLM", "kg:said", ""),
    ("labour_dock_strike", "Theodore Lang", "kg:accuses", "the breakdown"),
    ("crime_art_theft", "a pistol", "kg:describedAs", "a bronze statuette"),
    ("election_island_vote", "outgoing government", "kg:permits", "casino gambling"),
]


@pytest.fixture(scope="module")
def told():
    paths = sorted(FOLDER.glob("*.txt"))
    documents = [Document(path.read_text(encoding="utf-8"), path.stem, path.name) for path in paths]
    readings = [reading for reading in read_all(documents, Settings()) if hasattr(reading, "statements")]
    assert len(readings) == len(paths)
    return {reading.document.title: [_shown(s) for s in reading.statements] for reading in readings}


def _shown(statement):
    return (_names(statement.subject), statement.predicate.name, _names(statement.object), statement.status)


def _names(argument):
    if isinstance(argument, Mention):
        return {argument.name, argument.text, argument.name[:1].lower() + argument.name[1:]}
    return {argument.value if isinstance(argument, Literal) else ""} if argument is not None else {""}


def _found(statements, subject, predicate, obj):
    return [s for s in statements if subject in s[0] and s[1] == predicate and obj in s[2]]


@pytest.mark.parametrize(("article", "subject", "predicate", "obj", "status"), TOLD)
def test_what_an_article_tells_is_read(told, article, subject, predicate, obj, status):
    found = _found(told[article], subject, predicate, obj)
    assert status in {str(s[3]) for s in found}


@pytest.mark.parametrize(("article", "subject", "predicate", "obj"), NO_FACTS)
def test_what_it_does_not_tell_is_no_fact(told, article, subject, predicate, obj):
    found = _found(told[article], subject, predicate, obj)
    assert Status.ASSERTED not in {s[3] for s in found}
