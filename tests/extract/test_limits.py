"""What limits a denial stands beside the statement."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document
from kg.ontology import load as load_ontology

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def roles(nlp):
    def found(text):
        document = Document(text, "t", "t")
        [(_, doc)] = annotate([document], nlp)
        statements = extract(document, doc, load_ontology()).statements
        return {(role, getattr(filler, "value", "")) for s in statements for role, filler in s.roles}

    return found


@pytest.mark.parametrize(
    ("sentence", "role", "told"),
    [
        ("The claims could not be independently checked.", "manner", "independently"),
        ("The court did not formally approve the sale.", "manner", "formally"),
        ("The town sold the mill without properly asking villagers.", "manner", "properly"),
        ("Nobody was seriously hurt.", "manner", "seriously"),
        ("The bank did not immediately answer.", "circumstance", "immediately"),
        ("The bridge was not opened until late evening.", "circumstance", "until late evening"),
        ("The mill will not burn again.", "circumstance", "again"),
        ("The three had never met before.", "circumstance", "before"),
        ("Nobody asked the clerks then.", "circumstance", "then"),
        ("Nobody asked the clerks this time.", "circumstance", "this time"),
        ("In four cases out of five, nothing burns.", "circumstance", "In four cases out of five"),
        ("The crew should have dug harder.", "manner", "harder"),
        ("Nothing survived the fire but the chimney.", "circumstance", "but the chimney"),
        ("Nobody apart from the pilot was hurt.", "circumstance", "apart from the pilot"),
        ("The club did not score in the first half.", "circumstance", "in the first half"),
        ("The council did not publish accounts for the first six years.", "circumstance", "for the first six years"),
        ("The grants did not all reach the farms.", "circumstance", "all"),
        ("The museum is not always open.", "manner", "always"),
        ("The bank made no comment beyond saying that it had met.", "circumstance", "beyond saying that it had met"),
        ("The town has no plan beyond closing the pool.", "circumstance", "beyond closing the pool"),
        ("The firm denied that it had knowingly lied.", "manner", "knowingly"),
        ("Output fell partly because of a strike.", "cause", "partly because of a strike"),
        ("Orlo Foods sells its bread only in the north.", "circumstance", "only in the north"),
        ("The club admits guests only on Fridays.", "circumstance", "only on Fridays"),
        ("The town bars dogs only between May and July.", "circumstance", "only between May and July"),
    ],
)
def test_limits_of_denials_are_told(sentence, role, told, roles):
    assert (role, told) in roles(sentence)


@pytest.mark.parametrize("sentence", ["The mill burned.", "The town clearly did not ask.", "Then it closed."])
def test_where_nothing_is_denied_nothing_is_limited(sentence, roles):
    assert not {role for role, _ in roles(sentence)}


def test_a_condition_within_what_is_said_is_told(roles):
    assert "condition" in {role for role, _ in roles("“The town will not pay if the mill closes,” Ann Lund said.")}


def test_a_time_of_the_calendar_is_told_once(roles):
    assert not {role for role, _ in roles("No trains will run on Saturday.")}


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("The clerk told no one but her brother.", "no one but her brother"),
        ("The tickets cost £14 each.", "£14 each"),
        ("The lamps cost $310 apiece.", "$310 apiece"),
        ('The word "crisis" was cut.', 'The word "crisis"'),
        ('She was given "special" status.', '"special" status'),
        (
            "The profit is the highest since the club began selling maps.",
            "the highest since the club began selling maps",
        ),
    ],
)
def test_what_limits_a_thing_stands_in_its_words(nlp, sentence, told):
    document = Document(sentence, "t", "t")
    [(_, doc)] = annotate([document], nlp)
    statements = extract(document, doc, load_ontology()).statements
    words = {getattr(part, "text", getattr(part, "value", "")) for s in statements for part in (s.subject, s.object)}
    assert told in words


def test_others_are_others(nlp):
    document = Document("She could not carry anyone else.", "t", "t")
    [(_, doc)] = annotate([document], nlp)
    assert {s.object.text for s in extract(document, doc, load_ontology()).statements} == {"anyone else"}
