"""Documents, entities, runs and doubts are described whole."""

from __future__ import annotations

from graphs import RUN, article, say, triples

from kg import rdf
from kg.model import Contribution, Entity, Link, MentionKind
from kg.rdf.names import Names
from kg.rdf.things import Run, entity_triples, link_triples

TWO = article(
    "T",
    "Ada Quill met Quill Group. The clerk left.",
    say("Ada Quill", "kg:meetsWith", "Quill Group"),
    say("The clerk", "kgo:leave", None, 1),
    url="javascript:alert(1)",
    published="spring",
)


def found(**who):
    """Subject, predicate and object as short names and values."""
    return {tuple(rdf.compact(term.value) for term in (t.subject, t.predicate, t.object)) for t in triples(TWO, **who)}


def test_what_is_no_address_and_no_day_stays_as_words():
    values = {(p, o) for s, p, o in found() if s.startswith("doc:")}
    assert {("schema:url", "javascript:alert(1)"), ("dcterms:date", "spring")} <= values


def test_an_entity_says_whether_it_is_named():
    made = found(unnamed=("The clerk",))
    assert ("ent:The_clerk", "kg:isNamed", "false") in made
    assert ("ent:Ada_Quill", "kg:isNamed", "true") in made


def test_a_pronoun_that_means_nothing_known_says_so():
    made = {
        tuple(rdf.compact(t.value) for t in (x.predicate, x.object))
        for x in entity_triples(
            rdf.Names(rdf.BASE).entity("it-1"), Entity("it-1", "it", "kg:Company", (), MentionKind.PRONOUN)
        )
    }
    assert {("rdf:type", "kg:Unresolved"), ("kg:isNamed", "false")} <= made
    assert ("rdf:type", "kg:Company") not in made


def test_a_doubt_names_both_and_why():
    made = found(doubtful=(("Ada_Quill", "Quill_Group", "they share a word"),))
    (doubt,) = {s for s, p, o in made if (p, o) == ("rdf:type", "kg:Doubt")}
    assert {(p, o) for s, p, o in made if s == doubt} == {
        ("rdf:type", "kg:Doubt"),
        ("kg:doubtAbout", "ent:Ada_Quill"),
        ("kg:doubtAbout", "ent:Quill_Group"),
        ("kg:probability", "0.5"),
        ("rdfs:comment", "they share a word"),
    }


def test_a_doubt_about_what_is_not_there_is_left_out():
    assert not [s for s, p, o in found(doubtful=(("Ada_Quill", "Nobody", "why"),)) if o == "kg:Doubt"]


def test_the_same_program_model_and_rules_are_the_same_run():
    assert Run("kg 1", "m", "r").id == Run("kg 1", "m", "r").id != Run("kg 1", "m", "s").id
    assert RUN.id in {s.rpartition("/")[2] for s, p, o in found() if (p, o) == ("rdf:type", "kg:Run")}


def test_an_entity_tells_what_each_document_has_to_do_with_it():
    told = Contribution("Ada_Quill", "Dam-7e4a9fd9", "kg:Person", 3, "Mill-1a2b3c4d", 0.96, ("same name", "both mayor"))
    absent = Contribution("Nobody", "Dam-7e4a9fd9", "kg:Person", 1)
    assert [(s, o) for s, p, o in found(contributions=(told, absent)) if p == "kg:contribution"] == [
        ("ent:Ada_Quill", "doc:Dam-7e4a9fd9 · kg:Person 3 · doc:Mill-1a2b3c4d 0.96 · same name; both mayor")
    ]


def test_what_is_no_more_leads_to_what_it_is_now():
    made = found(replaced=(("A_Quill", "Ada_Quill"),), different=(("Ada_Quill", "Quill_Group"),))
    assert ("ent:A_Quill", "dcterms:isReplacedBy", "ent:Ada_Quill") in made
    assert ("ent:Ada_Quill", "owl:differentFrom", "ent:Quill_Group") in made


def test_a_link_gives_codes_and_says_where_they_come_from():
    link = Link("GeoNames", "1", ("https://g.example/1/",), 0.97, "beside Quill", (("kg:isoCode", "US-OR"),))
    names = Names()
    made = {
        (t.predicate.value.rpartition("#")[2], str(t.object))
        for t in link_triples(names, Entity("Q", "Q", links=(link,)))
    }
    assert ("isoCode", '"US-OR"') in made
    assert ("linkTo", "<https://g.example/1/>") in made
    assert ("linkSource", '"GeoNames"') in made
    assert ("linkOf", f"<{names.entity('Q').value}>") in made
    assert len(made) == 7
