"""An explanation reads well in a terminal and in a pipe."""

from __future__ import annotations

from graphs import article, graph, say

from kg.explain import explain, render

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County")
STORE = graph(
    article(
        "Harbour deal",
        "Brightwater sells Gull\nto Ferrow County. Marsh Watch opposes \x1b[31mthe sale.",
        SALE,
        say("Marsh Watch", "kg:opposes", SALE, 1),
        published="2021-06-02",
    )
)


def test_in_a_pipe_the_parts_stand_in_brackets():
    assert render(explain(STORE, "Brightwater")) == (
        "Brightwater sells Gull\n"
        "  stated by the article · Harbour deal, 2021-06-02\n"
        "    “[Brightwater] [sells] [Gull] to [Ferrow County].”\n"
        "    recipient: Ferrow County · harbour_deal.txt, characters 0-40 · rule hand · confidence 0.8\n"
        "\n"
        "1 statement in 1 document: 1 stated as fact, 0 only claimed, denied or not realised.\n"
    )


def test_in_a_terminal_they_have_colours_and_no_brackets():
    text = render(explain(STORE, "Brightwater"), colour=True, width=80)
    assert "\x1b[1;36mBrightwater\x1b[0m" in text and "[Gull]" not in text


def test_what_is_opposed_is_shown_below():
    text = render(explain(STORE, "Marsh Watch"))
    assert "this is about: Brightwater sells Gull\n      stated by the article" in text


def test_no_article_moves_the_cursor():
    assert "\x1b" not in render(explain(STORE, "Marsh Watch"))


def test_lines_fit_the_width():
    text = render(explain(STORE, "Marsh Watch"), width=60)
    assert max(len(line) for line in text.splitlines()[:-1]) <= 62


def test_what_a_reviewer_rejected_is_counted_by_itself():
    reading = article("T", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
    store = graph(reading, reviews={reading.statements[0].id: "rejected"})
    assert render(explain(store, "Brightwater")).endswith(
        "0 stated as fact, 0 only claimed, denied or not realised, 1 rejected by a reviewer.\n"
    )
