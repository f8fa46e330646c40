"""A review shows what nobody has judged, with reasons, sentences and the commands that settle it."""

from __future__ import annotations

from graphs import article, graph, say

from kg.review import render, review

SALE = say("Brightwater", "kg:sells", "Gull", confidence=0.4)
NEWS = article(
    "River",
    "Brightwater sells Gull. Ada Quill met Ed Quill. Ada Quill owns Loom Works. Ed Quill owns Loom Works.",
    SALE,
    say("Brightwater", "kg:sells", "Loom Works", confidence=0.9),
    say("Ada Quill", "kg:owns", "Loom Works", 2, confidence=0.5),
    say("Ed Quill", "kg:owns", "Loom Works", 3, by="?", confidence=0.1),
    say("Ed Quill", "kg:headOf", "Loom Works", 3),
)
DOUBT = (("Ada_Quill", "Ed_Quill", "“Ed Quill” may be short for “Ada Quill” (+1.0)", 0.73),)


def made(**more):
    return review(graph(NEWS, doubtful=DOUBT, **more))


def test_a_doubtful_pair_has_its_reasons_neighbours_and_sentences():
    [pair] = made().pairs
    assert (pair.one.iri.rpartition("/")[2], pair.other.iri.rpartition("/")[2]) == ("Ada_Quill", "Ed_Quill")
    assert (pair.probability, pair.neighbours) == (0.73, ("Loom Works",))
    assert pair.one.documents == 1
    assert pair.one.sentence == "Ada Quill owns Loom Works." and pair.other.sentence == "Ed Quill owns Loom Works."


def test_facts_of_low_confidence_come_first_and_claims_do_not():
    assert [(each.label, each.confidence) for each in made().statements] == [
        ("Brightwater sells Gull", "0.4"),
        ("Ada Quill owns Loom Works", "0.5"),
    ]


def test_what_is_judged_is_no_longer_shown():
    first, second = (each.iri.rpartition("/")[2] for each in made().statements)
    assert [each.label for each in made(reviews={first: "accepted"}).statements] == ["Ada Quill owns Loom Works"]
    assert made(reviews={first: "accepted", second: "rejected"}).statements == ()


def test_it_prints_the_commands():
    text = str(made())
    assert text.startswith(
        "1 pair of names that may be one:\n\n73%  Ada Quill and Ed Quill\n  why: “Ed Quill” may be short"
    )
    assert "  both with: Loom Works\n" in text
    assert "  kg same ent:Ada_Quill ent:Ed_Quill\n  kg different ent:Ada_Quill ent:Ed_Quill\n" in text
    assert (
        "2 facts below a confidence of 0.6:\n\n0.4  Brightwater sells Gull\n  “[Brightwater] [sells] [Gull].”\n" in text
    )
    assert f"  kg accept st:{NEWS.statements[0].id}\n  kg reject st:{NEWS.statements[0].id}" in text


def test_it_can_be_cut_and_says_so():
    found = review(graph(NEWS, doubtful=DOUBT), most=1)
    assert len(found.statements) == 1 and "2 facts below a confidence of 0.6, the first 1 here:" in str(found)
    assert "0 facts below a confidence of 0.3." in str(review(graph(NEWS), below=0.3))


def test_a_command_is_for_the_folder_that_was_looked_at():
    found = review(graph(NEWS, doubtful=DOUBT))
    text = render(found, settle=lambda words: f"{words} --out 'my case'")
    assert "  kg same ent:Ada_Quill ent:Ed_Quill --out 'my case'\n" in text
    assert f"  kg accept st:{NEWS.statements[0].id} --out 'my case'\n" in text
