"""On what a page opens."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs

import pytest
from view.news import stores

from kg.view.gather import read_content
from kg.view.opening import Opening


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2031-06", "2031-06", {"2031-06"}),
        ("2031-06-03", "2031-06-03", {"2031-06"}),
        ("", "2031-04", {"2019", "2031-02", "2031-03", "2031-04"}),
        ("2040", "", set()),
    ],
)
def test_only_statements_of_some_days(since: str, until: str, days: set[str]) -> None:
    content = read_content(stores())
    opening = Opening(since=since, until=until)
    told = [statement for statement in content.statements.values() if opening.lets(content, statement)]
    found = {
        (s.start_date or content.documents[content.sentences[s.sentence].document].published)[:7].removesuffix("-01")
        for s in told
    }
    assert found <= days | {day[:4] for day in days} and bool(found) == bool(days)


def test_only_statements_of_one_document() -> None:
    content = read_content(stores())
    iri = next(iter(content.documents))
    opening = Opening(document=iri)
    told = [statement for statement in content.statements.values() if opening.lets(content, statement)]
    assert told and {content.sentences[s.sentence].document for s in told} == {iri}
    address = parse_qs(opening.address(content, None))
    assert address["article"] == address["only"] and "/" not in address["only"][0]


def test_only_what_is_as_sure_as_is_asked_for() -> None:
    content = read_content(stores())
    opening = Opening(min_confidence=0.8)
    sure = next(iter(content.statements.values()))
    assert opening.lets(content, replace(sure, confidence=0.796))  # the page says 80 %, too
    assert not opening.lets(content, replace(sure, confidence=0.794))
    assert opening.address(content, None) == "confidence=80"


def test_without_a_wish_everything_is_let_through() -> None:
    content = read_content(stores())
    assert all(Opening().lets(content, statement) for statement in content.statements.values())
    assert Opening().address(content, None) == ""
