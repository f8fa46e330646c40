"""What disagrees is found, and what only seems to is not."""

from __future__ import annotations

import pytest
from graphs import article, graph, say

from kg.asking.contradictions import contradictions, plain, render
from kg.asking.shown import Screen
from kg.model import Literal

CEO, HQ, BORN, SELLS = "kg:chiefExecutiveOf", "kg:headquarteredIn", "kg:birthDate", "kg:sells"


def one(number: int, subject: str, relation: str, object: str | Literal, **more: object) -> object:
    """An article with one statement."""
    day = more.pop("published", "2025-03-01")
    time = more.get("time")
    words = [subject, "is", object if isinstance(object, str) else object.value, time[0] if time else ""]
    text = " ".join([*words, str(more.get("recipient", "")), f"number {number}."])
    return article(f"News {number}", text, say(subject, relation, object, **more), published=day)


def year(number: int) -> dict[str, object]:
    return {"time": (f"{number}", f"{number}-01-01", f"{number}-12-31")}


def paid(words: str) -> dict[str, object]:
    return {"quantity": Literal(words)}


MAY = {"time": ("May 1951", "1951-05-01", "1951-05-31")}
NO = {"negative": True}
SALE = ("Ada", SELLS, "Gull")


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([(*SALE, {}), (*SALE, NO)], ["said and denied"]),
        ([(*SALE, {}), (*SALE, {})], []),
        ([(*SALE, {}), ("Ada", "kg:buys", "Gull", NO)], []),
        ([(*SALE, {}), (*SALE, {**NO, "mode": "possible"})], []),
        ([(*SALE, {"mode": "future"}), (*SALE, NO)], []),
        ([(*SALE, year(2023)), (*SALE, {**NO, **year(2024)})], []),
        ([(*SALE, year(2024)), (*SALE, {**NO, **year(2024)})], ["said and denied"]),
        ([(*SALE, {}), (*SALE, {**NO, "recipient": "Bo"})], []),
        ([("Ada", "kg:competesWith", "Bo", {}), ("Bo", "kg:competesWith", "Ada", NO)], ["said and denied"]),
        ([("Ada", SELLS, "Bo", {}), ("Bo", SELLS, "Ada", NO)], []),
        ([("Ada", CEO, "Gull", {}), ("Bo", CEO, "Gull", {})], ["two holders"]),
        ([("Ada", CEO, "Gull", {}), ("Ada", CEO, "Gull", {})], []),
        ([("Ada", CEO, "Gull", {}), ("Ada", CEO, "Loom", {})], []),
        ([("Ada", CEO, "Gull", {}), ("Bo", CEO, "Gull", {"published": "2025-09-01"})], []),
        ([("Ada", CEO, "Gull", year(2019)), ("Bo", CEO, "Gull", year(2022))], []),
        ([("Ada", CEO, "Gull", {}), ("Bo", CEO, "Gull", {"mode": "future"})], []),
        ([("Gull", HQ, "Leeds", {}), ("Gull", HQ, "Turku", {})], ["two values"]),
        ([("Gull", HQ, "Leeds", {}), ("Gull", HQ, "Kent", {}), ("Leeds", "kg:locatedIn", "Kent", {})], []),
        ([("Ada", SELLS, "oats", {}), ("Ada", SELLS, "bread", {})], []),
        ([("Ada", BORN, Literal("1951"), year(1951)), ("Ada", BORN, Literal("1953"), year(1953))], ["two dates"]),
        ([("Ada", BORN, Literal("1951"), year(1951)), ("Ada", BORN, Literal("May 1951"), MAY)], []),
        (
            [("Ada", "kg:acquires", "Gull", paid("$12 million")), ("Ada", "kg:acquires", "Gull", paid("$15 million"))],
            ["two amounts"],
        ),
        (
            [("Ada", "kg:givesTo", "Bo", paid("$3 million")), ("Ada", "kg:givesTo", "Bo", paid("$5 million"))],
            ["two amounts"],
        ),
        (
            [("Ada", "kg:givesTo", "Bo", paid("$3 million")), ("Ada", "kg:givesTo", "Bo", paid("another $5 million"))],
            [],
        ),
        (
            [
                ("Ada", "kg:givesTo", "Bo", {**paid("$3 million"), **year(2023)}),
                ("Ada", "kg:givesTo", "Bo", {**paid("$5 million"), **year(2024)}),
            ],
            [],
        ),
        (
            [("Ada", "kg:sanctions", "Gull", paid("€3 million")), ("Ada", "kg:sanctions", "Gull", paid("€4 million"))],
            ["two amounts"],
        ),
        (
            [
                ("Ada", "kg:acquires", "Gull", paid("$12 million")),
                ("Ada", "kg:acquires", "Gull", paid("about $12 million")),
            ],
            [],
        ),
        (
            [("Ada", "kg:acquires", "Gull", paid("$12 million")), ("Ada", "kg:acquires", "Gull", paid("60 percent"))],
            [],
        ),
    ],
)
def test_kinds(statements, expected):
    readings = [one(number, *rest, **more) for number, (*rest, more) in enumerate(statements)]
    assert [each.kind for each in contradictions(graph(*readings)).found] == expected


SOLD = article("Harbour", "Brightwater sold Gull.", say("Brightwater", "kg:sells", "Gull"))
DENIED = article(
    "River",
    "Ada Quill said Brightwater did not sell Gull.",
    say("Brightwater", "kg:sells", "Gull", negative=True, by="Ada Quill", cue="not"),
)


def test_both_sentences_are_shown_with_their_sources():
    text = render(contradictions(graph(SOLD, DENIED), "gull"), Screen())
    assert "harbour.txt, characters 0-22" in text and "denied by Ada Quill · River" in text
    assert text.endswith("1 disagreement.\n")


def test_a_rejected_statement_disagrees_with_nothing():
    (found,) = contradictions(graph(SOLD, DENIED)).found
    verdict = {found.other.iri.rpartition("/")[2]: "rejected"}
    assert contradictions(graph(SOLD, DENIED, reviews=verdict)).number == 0


def test_it_is_asked_about_one():
    other = article("Mill", "Tom Reeve left Loom.", say("Tom Reeve", "kg:sells", "Loom"))
    store = graph(SOLD, DENIED, other)
    assert contradictions(store, "Tom Reeve").number == 0
    assert plain(contradictions(store, "Brightwater"))["number"] == 1
