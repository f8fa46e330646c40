"""An entity tells where its names and its class come from, and why it is one."""

from __future__ import annotations

import dataclasses

import pytest
from graphs import article, graph, say

from kg.errors import NotFound
from kg.explain import identities
from kg.model import Contribution

RIVER = article(
    "River",
    "Brightwater Inc. sells Gull. Mayor Ada Quill owns Brightwater Inc.",
    say("Brightwater Inc.", "kg:sells", "Gull"),
)
DAM = article(
    "Dam",
    "Brightwater sells Gull. Brightwater owns Loom Works. The firm grew. It hired.",
    say("Brightwater", "kg:sells", "Gull"),
    say("Brightwater", "kg:owns", "Loom Works", 1),
    say("The firm", "kgo:grow", None, 2),
)
WHO = {
    "aliases": {"Brightwater Inc.": "Brightwater", "The firm": "Brightwater"},
    "types": {"Brightwater": "kg:Company"},
    "doubtful": (("Brightwater", "Loom_Works", "they share a mayor", 0.6),),
    "judged": (("Brightwater", "called Brightwater"),),
    "replaced": (("Brightwater_Inc", "Brightwater"),),
    "contributions": (
        Contribution("Brightwater", DAM.document.id, "kg:Company", 3),
        Contribution(
            "Brightwater", RIVER.document.id, "kg:Product", 1, DAM.document.id, 0.96, ("same name", "both with gull")
        ),
    ),
}


def found(name):
    return identities(graph(RIVER, DAM, **WHO), name)


def test_every_name_has_its_mentions():
    [identity] = found("brightwater")
    assert [(each.words, each.mentions, each.sources) for each in identity.names] == [
        ("Brightwater", 2, ("dam.txt",)),
        ("Brightwater Inc.", 1, ("river.txt",)),
        ("The firm", 1, ("dam.txt",)),
    ]
    assert identity.others.mentions == 0


def test_classes_are_counted_by_mentions():
    [identity] = found("brightwater")
    assert [(each.words, each.mentions, each.sources) for each in identity.classes] == [
        ("company", 3, ("dam.txt",)),
        ("product", 1, ("river.txt",)),
    ]


def test_merges_have_reasons():
    [identity] = found("brightwater")
    assert [(m.source, m.joined, m.probability, m.reasons) for m in identity.merges] == [
        ("dam.txt", "", 1.0, ""),
        ("river.txt", "dam.txt", 0.96, "same name; both with gull"),
    ]
    assert identity.formerly == ("ent:Brightwater_Inc",)
    assert identity.doubts == (("ent:Loom_Works", 0.6, "they share a mayor"),)


def test_it_reads_well():
    text = str(found("ent:Brightwater_Inc")[0])
    assert text.startswith("Brightwater, company, ent:Brightwater\n  called\n    “Brightwater”, ")
    assert "  taken for\n    company, 3 mentions in dam.txt\n    product, 1 mention in river.txt\n" in text
    assert "    river.txt like dam.txt, 96%: same name; both with gull\n" in text
    assert text.endswith(
        "  judged to be called Brightwater\n  formerly ent:Brightwater_Inc\n"
        "  may be ent:Loom_Works, 60%: they share a mayor"
    )


def test_pronouns_and_descriptions_are_told_apart_from_names():
    start = DAM.document.text.index("It hired")
    it = dataclasses.replace(DAM.mentions[0], start=start, end=start + 2, text="It")
    dam = dataclasses.replace(DAM, mentions=(*DAM.mentions, it))
    [identity] = identities(graph(dam, **WHO), "brightwater")
    assert (identity.others.mentions, identity.others.words) == (1, "It")
    assert "    by other words, 1 mention in dam.txt: It\n" in str(identity)


def test_an_unknown_name_names_the_nearest():
    with pytest.raises(NotFound, match="Did you mean Brightwater"):
        found("Brightwatr")
