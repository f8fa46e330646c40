"""Names and relations are found as people write them, and the nearest is named when there is none."""

from __future__ import annotations

import pytest
from graphs import article, graph, say

from kg.errors import NotFound
from kg.lookup import documents, entities, near, normal, relations, stem

STORE = graph(
    article(
        "Harbour deal",
        "Brightwater Inc. sells Gull. Ferrow County, Ohio buys Gull. Zoë Ångström leads Marsh Watch. Marsh Group kept "
        "up with Brightwater. Marsh Watch sold Gull to the Marsh Watch Trust.",
        say("Brightwater", "kg:sells", "Gull"),
        say("Ferrow County, Ohio", "kg:buys", "Gull", 1),
        say("Zoë Ångström", "kg:headOf", "Marsh Watch", 2),
        say("Marsh Group", "kgo:keepUpWith", "Brightwater", 3, words="kept up with"),
        say("Marsh Watch", "kgo:sell", "Marsh Watch Trust", 4, words="sold"),
        source="news/harbour.txt",
    ),
    aliases={"Brightwater": "Brightwater Inc."},
)


@pytest.mark.parametrize(
    "name, labels",
    [
        ("Gull", ["Gull"]),
        ("GULL", ["Gull"]),
        ("the gull's", ["Gull"]),
        ("brightwater", ["Brightwater Inc."]),
        ("Brightwater Inc", ["Brightwater Inc."]),
        ("Ferrow County", ["Ferrow County, Ohio"]),
        ("ferrow county ohio", ["Ferrow County, Ohio"]),
        ("zoe angstrom", ["Zoë Ångström"]),
        ("Ångström", ["Zoë Ångström"]),
        ("marsh watch", ["Marsh Watch"]),
        ("marsh", ["Marsh Group", "Marsh Watch", "Marsh Watch Trust"]),
        ("ent:Gull", ["Gull"]),
        ("<https://example.org/kg/entity/Gull>", ["Gull"]),
        ("https://example.org/kg/entity/Gull", ["Gull"]),
    ],
)
def test_a_name_finds_what_it_means(name, labels):
    assert [match.label for match in entities(STORE, name)] == labels


@pytest.mark.parametrize("name, hint", [("Gul", "Gull"), ("Fero County", "Ferrow County, Ohio")])
def test_a_slip_of_the_pen_gets_a_hint(name, hint):
    with pytest.raises(NotFound, match=f"Did you mean {hint}"):
        entities(STORE, name)


@pytest.mark.parametrize("name", ["", "   ", "!!", "Zanzibar", "ul", "' OR 1=1"])
def test_a_name_that_is_not_there_finds_nothing(name):
    with pytest.raises(NotFound):
        entities(STORE, name)


@pytest.mark.parametrize("name", ["", "   "])
@pytest.mark.parametrize(("find", "kind"), [(entities, "entity"), (documents, "document"), (relations, "relation")])
def test_an_empty_name_is_called_empty(find, kind, name):
    with pytest.raises(NotFound, match=rf"the name of the {kind} is empty\. Write one\.$"):
        find(STORE, name)


@pytest.mark.parametrize("name", ["!!", "😡"])
def test_a_name_without_words_is_like_no_other(name):
    signs = graph(article("T", "😡 sells Gull.", say("😡", "kg:sells", "Gull")))
    with pytest.raises(NotFound, match=rf"called '{name}'\.$"):
        entities(signs, name)
    assert near(signs, name) == []


@pytest.mark.parametrize(
    "words, names",
    [
        ("sells", ["sell", "sells"]),
        ("sell", ["sell", "sells"]),
        ("selling", ["sell", "sells"]),
        ("kg:sells", ["sells"]),
        ("kgo:keepUpWith", ["keep up with"]),
        ("keepUpWith", ["keep up with"]),
        ("keeps up with", ["keep up with"]),
        ("kept up with", ["keep up with"]),
        ("head of", ["head of"]),
        ("headOf", ["head of"]),
    ],
)
def test_a_relation_is_found_in_its_forms(words, names):
    assert sorted(match.label for match in relations(STORE, words)) == names


def test_a_relation_that_is_not_there_names_the_nearest():
    with pytest.raises(NotFound, match="Did you mean"):
        relations(STORE, "opposess it")
    with pytest.raises(NotFound):
        relations(STORE, "xyzzy")


@pytest.mark.parametrize("name", ["harbour deal", "Harbour", "news/harbour.txt", "harbour.txt"])
def test_a_document_is_found_by_title_or_source(name):
    assert [match.label for match in documents(STORE, name)] == ["Harbour deal"]


def test_forms_that_are_compared():
    assert normal("A Café-Bar’s") == "cafe bar"
    assert normal("The") == "the"
    assert {stem(word) for word in ("stop", "stops", "stopped", "stopping")} == {"stop"}
    assert {stem(word) for word in ("carry", "carries", "carried")} == {"car"}
    assert {stem(word) for word in ("oppose", "opposes", "opposed", "opposing")} == {"oppos"}
    assert {stem(word) for word in ("buy", "buys", "buying")} == {"bu"}
    assert stem("uses") == stem("using") == stem("used") == stem("use")


@pytest.mark.parametrize(
    ("name", "labels"),
    [("gull", ["Gull"]), ("Brigtwater", ["Brightwater Inc."]), ("qqqqqq", []), ("x" * 1_000_000, [])],
)
def test_near_names(name, labels):
    assert [match.label for match in near(STORE, name)] == labels
