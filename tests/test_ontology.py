"""The ontology as data: what is in it, and what a mistake in it is told as."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from kg.errors import InvalidOntology
from kg.ontology import Example, Ontology, load
from kg.shipped import folder

PREFIXES = """@prefix kg: <https://example.org/kg/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
"""
REPAIRS = """kg:repairs a owl:ObjectProperty , kg:Relation ;
  rdfs:subPropertyOf kg:relatedTo ;
  schema:domainIncludes kg:Agent ; schema:rangeIncludes kg:Product ;
  kg:lemma "repair" , "fix up" ;
  skos:example "Otto repaired the clock. => Otto | clock"@en ;
  rdfs:label "repairs"@en ; rdfs:comment "Makes whole again."@en .
"""


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mine.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return path


def test_every_relation_has_label_comment_classes_and_a_readable_form(ontology: Ontology) -> None:
    for relation in ontology.relations.values():
        assert relation.label and relation.comment, relation.name
        assert relation.name == "kg:relatedTo" or (relation.domain and relation.range), relation.name


def test_every_relation_with_frames_has_an_example(ontology: Ontology) -> None:
    assert [r.name for r in ontology.relations.values() if r.frames and not r.examples] == []


def test_every_class_of_things_has_a_colour_and_a_shape(ontology: Ontology) -> None:
    things = [
        c for c in ontology.classes.values() if ontology.is_a(c.name, "kg:Entity") and c.name != "kg:UnnamedSource"
    ]
    assert len(things) >= 17
    assert [c.name for c in things if not (c.colour.startswith("#") and c.shape)] == []


def test_no_two_relations_read_the_same_verb_in_the_same_way(ontology: Ontology) -> None:
    """One verb sense is one relation: where two share a verb, slots, types or cues tell them apart."""
    plain: dict[str, str] = {}
    for relation in ontology.relations.values():
        for frame in relation.frames:
            told_apart = frame.needs or frame.object_cue or frame.patient_cue or frame.subject_cue or frame.is_typed
            if frame.kind == "verb" and frame.source == ("agent",) and frame.target == ("patient",) and not told_apart:
                for word in frame.words:
                    assert plain.setdefault(word, relation.name) == relation.name, word


@pytest.mark.parametrize(
    ("name", "ancestor", "expected"),
    [
        ("kg:Company", "kg:Agent", True),
        ("kg:GeopoliticalEntity", "kg:Place", True),
        ("kg:GeopoliticalEntity", "kg:Agent", True),
        ("kg:Person", "kg:Organization", False),
        ("kg:Person", "kg:Person", True),
        ("kg:Nothing", "kg:Person", False),
    ],
)
def test_classes_lie_under_classes(ontology: Ontology, name: str, ancestor: str, expected: bool) -> None:
    assert ontology.is_a(name, ancestor) is expected


def test_labels_are_given_for_relations_classes_and_open_relations(ontology: Ontology) -> None:
    assert ontology.label("kg:sellsTo") == "sells to"
    assert ontology.label("kg:GovernmentBody") == "government body"
    assert ontology.label("kgo:keepUpWith") == "keepUpWith"


def test_sells_has_its_roles_frames_and_projection(ontology: Ontology) -> None:
    sells = ontology.relations["kg:sells"]
    assert dict(sells.role_labels) == {"subject": "seller", "object": "product", "recipient": "buyer"}
    assert ("recipient", "to") in sells.markers
    assert sells.frames[0].words[0] == "sell"
    assert [(p.relation, p.source, p.target) for p in sells.projections] == [("kg:sellsTo", "subject", "recipient")]
    assert ontology.relations["kg:sellsTo"].inverse == "kg:customerOf"


def test_literal_and_symmetric_relations_are_known(ontology: Ontology) -> None:
    assert ontology.relations["kg:birthDate"].is_literal
    assert not ontology.relations["kg:holdsPosition"].is_literal
    assert ontology.relations["kg:spouseOf"].is_symmetric


def test_word_lists_hold_words_of_other_files(ontology: Ontology) -> None:
    assert "lawyer" in ontology.words["role"]
    assert "university" in ontology.words["school"]


def test_loading_is_fast() -> None:
    taken = []
    for _ in range(5):  # the quickest, since other programs and the garbage of other tests disturb the rest
        began = time.process_time()
        load()
        taken.append(time.process_time() - began)
    assert min(taken) < 0.15


def test_two_loads_are_alike() -> None:
    first, second = load(), load()
    assert list(first.relations.values()) == list(second.relations.values())
    assert list(first.classes.values()) == list(second.classes.values())


def test_a_relation_of_the_users_is_added(tmp_path: Path) -> None:
    repairs = load(written(tmp_path, REPAIRS)).relations["kg:repairs"]
    assert repairs.frames[0].words == ("repair", "fix up")
    assert repairs.examples == (Example("Otto repaired the clock.", ("Otto", "clock")),)


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ('rdfs:label "repairs"@en ;', "", "kg:repairs has no label. Add rdfs:label."),
        (' ; rdfs:comment "Makes whole again."@en', "", "kg:repairs has no comment. Add rdfs:comment."),
        ("kg:lemma", "kg:lema", "kg:repairs has kg:lema, which is unknown. Did you mean kg:lemma."),
        ("kg:Product", "kg:Produkt", "kg:Produkt, which is no class. Did you mean kg:Product."),
        ("kg:relatedTo", "kg:relatesTo", "points to kg:relatesTo, which is no relation. Did you mean kg:relatedTo."),
        (
            'kg:lemma "repair" , "fix up"',
            'kg:frame [ kg:from "agent" ; kg:to "patient" ]',
            "has a frame without words.",
        ),
        ('kg:lemma "repair" , "fix up"', 'kg:frame [ kg:verb "repair" ; kg:to "patient" ]', "without kg:from. Add"),
        (
            'kg:lemma "repair" , "fix up"',
            'kg:frame [ kg:verb "repair" ; kg:from "agent" ; kg:to "patient" ; kg:with "to" ; kg:withClass kg:Agnt ]',
            "has kg:withClass kg:Agnt, which is no class. Did you mean kg:Agent.",
        ),
        ('kg:lemma "repair" , "fix up"', 'kg:lemma "*handymen"', "names the word list *handymen, which is unknown."),
        ('kg:lemma "repair" , "fix up"', "kg:projects [ kg:relation kg:owns ]", "has a projection without kg:from."),
        ("kg:repairs a", "<https://example.com/repairs> a", "stands outside the kg: namespace."),
    ],
)
def test_a_mistake_is_told_with_its_place_and_what_to_do(tmp_path: Path, before: str, after: str, message: str) -> None:
    assert before in REPAIRS
    path = written(tmp_path, REPAIRS.replace(before, after))
    with pytest.raises(InvalidOntology) as error:
        load(path)
    assert message in str(error.value)
    assert str(path) in str(error.value)


def test_a_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(InvalidOntology, match=r"mine\.ttl:6: kg:repairs has no label"):
        load(written(tmp_path, REPAIRS.replace('rdfs:label "repairs"@en ;', "")))


@pytest.mark.parametrize("text", ["kg:repairs a kg:Relation", "kg:repairs a nope:Relation .", "@prefix"])
def test_broken_turtle_is_told_with_its_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(InvalidOntology, match=r"mine\.ttl:\d+: no valid Turtle: .+ Mend that line\."):
        load(written(tmp_path, text))


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InvalidOntology, match="cannot be read"):
        load(tmp_path / "none.ttl")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann sells tea.", Example("Ann sells tea.")),
        ("Ann sells tea. => Ann | tea", Example("Ann sells tea.", ("Ann", "tea"))),
        (
            "Ann sells tea to Bo.  =>  Ann|tea | recipient Bo",
            Example("Ann sells tea to Bo.", ("Ann", "tea", "recipient Bo")),
        ),
    ],
)
def test_examples_say_what_must_be_read(text: str, expected: Example) -> None:
    assert Example.parse(text) == expected


def test_every_word_of_a_list_has_its_example() -> None:
    lines = (folder("ontology") / "lexicon" / "words.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert all(len(row) == 3 and all(row) for row in rows)
    keys = [tuple(row[:2]) for row in rows]
    assert len(keys) == len(set(keys))
