"""An explanation finds the statements that are meant, with their sentences, marks and standing."""

from __future__ import annotations

import pytest
from graphs import article, graph, say

from kg.errors import NotFound
from kg.explain import explain, explain_words

SALE = say("Brightwater", "kg:sells", "Gull", recipient="Ferrow County", time=("in May", "2021-05-01", "2021-05-31"))
STORE = graph(
    article(
        "Harbour deal",
        "Brightwater sells Gull to Ferrow County in May. Marsh Watch opposes the sale. Tom Reeve said Brightwater does "
        "not sell Gull. Residents fear Brightwater may track Ada Quill. Ada Quill, chief engineer, keeps up with Gull.",
        SALE,
        say("Brightwater", "kg:sellsTo", "Ferrow County", of=SALE),
        say("Marsh Watch", "kg:opposes", SALE, 1),
        say("Brightwater", "kg:sells", "Gull", 2, words="sell", negative=True, by="Tom Reeve", cue="said not"),
        say("Brightwater", "kgo:track", "Ada Quill", 3, mode="possible", by="Residents", cue="fear may"),
        say("Ada Quill", "kgo:keepUpWith", "Gull", 4, words="keeps up with"),
        published="2021-06-02",
    ),
    article("Mill", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull", rule="frame")),
    reviews={},
)


def found(*words: str) -> list[tuple[str, str]]:
    """Label and standing of each statement."""
    return [(each.label, each.standing) for each in explain_words(STORE, words).statements]


SOLD = [
    ("Brightwater sells Gull", "stated by the article"),
    ("Brightwater sells Gull", "stated by the article"),
    ("Brightwater sells Gull", "denied by Tom Reeve"),
]


@pytest.mark.parametrize(
    "words, expected",
    [
        (["Brightwater", "sells", "Gull"], SOLD),
        (["brightwater", "sell", "gull"], SOLD),
        (["brightwater", "kg:sells", "ent:Gull"], SOLD),
        (["Brightwater sells Gull"], SOLD),
        (["Brightwater", "sells"], SOLD),
        (["Brightwater", "selling", "the", "Gull"], SOLD),
        (["Brightwater", "sells", "Ferrow County"], SOLD[:1]),
        (["Gull", "Ada Quill"], [("Ada Quill keeps up with Gull", "stated by the article")]),
        (
            ["Marsh", "Watch", "opposes", "Brightwater"],
            [("Marsh Watch opposes: Brightwater sells Gull", "stated by the article")],
        ),
        (
            ["Marsh Watch", "opposes", "Gull"],
            [("Marsh Watch opposes: Brightwater sells Gull", "stated by the article")],
        ),
        (["Brightwater", "track"], [("Brightwater tracks Ada Quill", "feared by Residents")]),
        (["Ada Quill", "keepUpWith"], [("Ada Quill keeps up with Gull", "stated by the article")]),
        (["Ada Quill", "kgo:keepUpWith", "Gull"], [("Ada Quill keeps up with Gull", "stated by the article")]),
    ],
)
def test_words_find_their_statements(words, expected):
    assert found(*words) == expected


def test_a_name_alone_finds_all_that_is_said_about_it():
    assert {label for label, _ in found("Ada Quill")} == {
        "Ada Quill keeps up with Gull",
        "Brightwater tracks Ada Quill",
    }
    assert ("Brightwater sells to Ferrow County", "stated by the article") in found("ferrow county")


def test_a_statement_comes_with_all_that_judges_it():
    each = explain(STORE, "Brightwater", "sells", "Ferrow County").statements[0]
    assert each.sentence == "Brightwater sells Gull to Ferrow County in May."
    assert [(each.sentence[m.start : m.end], m.kind) for m in each.marks] == [
        ("Brightwater", "subject"),
        ("sells", "relation"),
        ("Gull", "object"),
        ("Ferrow County", "role"),
        ("in May", "time"),
    ]
    assert (each.title, each.published, each.source) == ("Harbour deal", "2021-06-02", "harbour_deal.txt")
    assert each.roles == (("recipient", "Ferrow County"),)
    assert each.time == "in May (2021-05-01 to 2021-05-31)"
    assert (each.begin, each.end, each.rules, each.confidence) == (0, 47, ("hand",), "0.8")
    assert each.is_fact and not each.review


def test_cues_are_marked():
    each = next(e for e in explain(STORE, "Brightwater", "sells").statements if e.status == "denied")
    assert [each.sentence[m.start : m.end] for m in each.marks if m.kind == "cue"] == ["said", "not"]


def test_a_proposition_is_explained_inside():
    each = explain(STORE, "Marsh Watch", "opposes").statements[0]
    assert each.inner and each.inner.label == "Brightwater sells Gull"
    assert each.inner.standing == "stated by the article"


def test_a_projection_says_what_it_follows_from():
    each = explain(STORE, "Brightwater", "sells to").statements[0]
    assert each.of == "Brightwater sells Gull"


def test_a_rejected_statement_is_no_fact():
    reading = article("T", "Brightwater sells Gull.", say("Brightwater", "kg:sells", "Gull"))
    store = graph(reading, reviews={reading.statements[0].id: "rejected"})
    each = explain(store, "Brightwater").statements[0]
    assert (each.is_fact, each.review) == (False, "rejected")


@pytest.mark.parametrize(
    "words, message",
    [
        (["Brightwatr"], "Did you mean Brightwater"),
        (["Brightwater", "sells", "Moon"], "Brightwater sells Gull"),
        (["Brightwater", "xyzzy"], "no relation called 'xyzzy'"),
        (["Brightwater", "Moon"], "no relation called 'Moon'"),
        (["Ferrow County", "sells"], "subject of no statement. About Ferrow County there is: Brightwater sells"),
        (["Brightwater frobs Gull"], "'Brightwater frobs Gull': the graph knows no relation called 'frobs'"),
        (
            ["Brightwater", "opposes", "Gull"],
            "'Brightwater opposes Gull'. Between .* there is: Brightwater sells",
        ),
        (["Marsh Watch tracks Ada Quill"], "'Marsh Watch tracks Ada Quill'. Nothing is stated between Marsh Watch and"),
        (["Ada Quill tracks Brightwater"], r"there is: Brightwater tracks Ada Quill \(feared by Residents\)"),
        (["Gull", "sells", "Brightwater"], "Between Gull and Brightwater there is: Brightwater sells Gull"),
        (["Marsh", "Watch", "sells", "the", "Moon"], "Moon'. About Marsh Watch there is: Marsh Watch opposes: "),
        (["The", "Moon", "sells", "Gull"], "no entity called 'The Moon'. Gull is the subject of no statement. About"),
        (["Moon", "xyzzy", "sand"], "no name and no relation in 'Moon xyzzy sand'"),
        ([""], "is empty"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is(words, message):
    with pytest.raises(NotFound, match=message) as caught:
        explain_words(STORE, words)
    assert "\n" not in str(caught.value)


def test_the_order_is_the_same_twice():
    assert explain(STORE, "Gull") == explain(STORE, "Gull")
