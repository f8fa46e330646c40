"""The difference of two graphs names what a person would call different, and its patch makes one of the other."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import pytest
from graphs import article, say, triples
from pyoxigraph import NamedNode, Triple

from kg import compare, rdf, store
from kg.compare.sides import side
from kg.errors import StoreError
from kg.shipped import folder

ONTOLOGY = [*rdf.ontology_triples(folder("ontology"))]
SALE = say("Brightwater", "kg:sells", "Gull")
TEXT = "Brightwater sells Gull. Marsh Watch opposes Gull. Ada Quill said Gull leaks."
LEAK = say("Gull", "kgo:leak", None, 2, words="leaks", by="Ada Quill", cue="said")
OPPOSES = say("Marsh Watch", "kg:opposes", "Gull", 1)
RIVER = article("River", TEXT, SALE, OPPOSES, LEAK)


def graph(*readings: object, **who: object) -> compare.Side:
    """A side by hand."""
    return of([*ONTOLOGY, *triples(*readings, **who)])


def of(every: Iterable[Triple]) -> compare.Side:
    every = list(every)
    return side("by hand", every, store.load(every))


def labels(statements: Iterable[object]) -> list[str]:
    return [each.label for each in statements]


def test_a_graph_does_not_differ_from_itself():
    found = compare.difference(graph(RIVER), graph(RIVER))
    assert found.is_same and compare.render(found) == "The graphs are the same.\n"


def test_a_fact_that_came_and_one_that_went():
    fewer = article("River", TEXT, SALE, LEAK)
    found = compare.difference(graph(RIVER), graph(fewer))
    assert labels(found.facts_removed) == ["Marsh Watch opposes Gull"]
    assert labels(compare.difference(graph(fewer), graph(RIVER)).facts_added) == ["Marsh Watch opposes Gull"]


def test_a_fact_that_another_article_still_states_did_not_go():
    mill = article("Mill", "Brightwater sells Gull.", dataclasses.replace(SALE))
    found = compare.difference(graph(RIVER, mill), graph(RIVER))
    assert not found.facts_removed
    assert [each.title for each in found.articles_removed] == ["Mill"]


def test_an_article_with_another_text_is_one_that_changed():
    found = compare.difference(graph(RIVER), graph(article("River", f"{TEXT} It is so.", SALE, OPPOSES, LEAK)))
    assert [each.title for each in found.articles_changed] == ["River"]
    assert not (found.articles_added or found.articles_removed or found.facts_added or found.facts_removed)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        (say("Gull", "kgo:leak", None, 2, words="leaks"), LEAK, ("asserted", "claimed")),
        (LEAK, dataclasses.replace(LEAK, mode="possible"), ("claimed", "unrealised")),
    ],
)
def test_another_reading_of_a_sentence_is_told(old, new, what):
    found = compare.difference(graph(article("River", TEXT, old)), graph(article("River", TEXT, new)))
    lines = compare.render(found)
    assert "Gull leaks" in lines
    assert not found.is_same


def test_a_changed_status_is_told():
    was = graph(RIVER)
    iri = next(said.iri for said in was.statements.values() if said.label == "Gull leaks")
    changed = [t for t in triples(RIVER) if not (t.subject.value == iri and t.predicate.value.endswith("#status"))]
    changed.append(Triple(NamedNode(iri), rdf.term("kg:status"), rdf.term("kg:Denied")))
    (found,) = compare.difference(was, of([*ONTOLOGY, *changed])).statements_changed
    assert (found.old.status, found.new.status, found.what) == ("claimed", "denied", ("status",))


def test_a_rejected_statement_is_told_with_its_fact():
    iri = next(said.iri for said in graph(RIVER).statements.values() if said.label == "Brightwater sells Gull")
    verdict = {iri.rpartition("/")[2]: "rejected"}
    found = compare.difference(graph(RIVER), graph(RIVER, reviews=verdict))
    assert labels(found.facts_removed) == ["Brightwater sells Gull"]
    assert [each.what for each in found.statements_changed] == [("review",)]


def test_a_name_that_was_given_up_is_what_it_is_now():
    old = graph(RIVER)
    every = [_renamed(t) for t in [*ONTOLOGY, *triples(RIVER)]]
    link = Triple(entity("Brightwater"), rdf.term("dcterms:isReplacedBy"), entity("Brightwater_Works"))
    found = compare.difference(old, of([*every, link]))
    assert [(iri.rpartition("/")[2], heir.rpartition("/")[2]) for iri, heir, _, _ in found.renamed] == [
        ("Brightwater", "Brightwater_Works")
    ]
    assert not (found.facts_added or found.facts_removed or found.things_added or found.things_removed)
    assert not found.statements_changed


def test_a_change_is_told_by_what_differs():
    old = graph(RIVER)
    link = Triple(entity("Brightwater"), rdf.term("dcterms:isReplacedBy"), entity("Brightwater_Works"))
    every = [_renamed(t) for t in [*ONTOLOGY, *triples(RIVER)]]
    (line,) = (line for line in compare.render(compare.difference(old, of([*every, link]))).splitlines() if "~" in line)
    assert line.endswith("ent:Brightwater is now ent:Brightwater_Works")


def test_a_statement_about_a_namesake_tells_which():
    (line,) = (
        line
        for line in compare.render(
            compare.difference(graph(RIVER), of([*ONTOLOGY, *map(_renamed, triples(RIVER))]))
        ).splitlines()
        if "~" in line
    )
    assert "ent:Brightwater is now ent:Brightwater_Works" in line


def entity(name: str) -> NamedNode:
    return NamedNode(f"{rdf.BASE}entity/{name}")


def _renamed(triple: Triple) -> Triple:
    """The triple under the new name of Brightwater."""
    parts = (entity("Brightwater_Works") if part == entity("Brightwater") else part for part in triple)
    return Triple(*parts)


def applied(lines: frozenset[bytes], patch: bytes) -> frozenset[bytes]:
    """What the documentation shows: a patch applied to the lines of a graph."""
    graph = set(lines)
    for line in patch.splitlines(keepends=True):
        if line.startswith(b"D "):
            graph.remove(line[2:])
        elif line.startswith(b"A "):
            graph.add(line[2:])
    return frozenset(graph)


@pytest.mark.parametrize("text", [TEXT, f"{TEXT} “Zoë\\” said.", 'Brightwater sells Gull.\r\nA "quote" <x>.\t\u2028'])
def test_a_patch_makes_the_new_graph_of_the_old_one_exactly(text):
    old, new = graph(RIVER), graph(article("River", text, SALE), article("Other", TEXT, SALE, OPPOSES))
    patch = compare.patch(old, new)
    assert applied(old.lines, patch) == new.lines
    assert patch == compare.patch(old, new)
    assert compare.patch(new, new) == b"TX .\nTC .\n"


def test_folders_stores_and_files_are_compared(tmp_path):
    out = tmp_path / "output"
    store.write(out, [*ONTOLOGY, *triples(RIVER)])
    sides = [compare.read(place) for place in (out, out / "store", out / "graph.ttl")]
    assert all(compare.difference(sides[0], other).is_same for other in sides)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("absent.ttl", None, "no such file"),
        ("notes.md", "hello", "no file of RDF"),
        ("bad.ttl", "<a", "cannot be read as RDF"),
    ],
)
def test_what_is_no_graph_is_told(tmp_path, name, content, reason):
    if content is not None:
        (tmp_path / name).write_text(content)
    with pytest.raises(StoreError, match=reason):
        compare.read(tmp_path / name)


def test_long_lists_are_cut_aloud():
    found = compare.difference(graph(), graph(RIVER))
    assert "and 3 more" in compare.render(found, most=1)
    assert "more" not in compare.render(found, most=0)


def test_what_could_steer_a_terminal_is_left_out():
    evil = article("River \x1b[31m", "Brightwater sells Gull.", SALE)
    assert "\x1b" not in compare.render(compare.difference(graph(), graph(evil)))
