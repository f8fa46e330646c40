"""What words stand for in statements, where they stand for several things."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, Mention
from kg.ontology import load as load_ontology

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def read(nlp):
    def found(text):
        document = Document(text, "t", "t")
        [(_, doc)] = annotate([document], nlp)
        return extract(document, doc, load_ontology())

    return found


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Chile and Peru met. The two countries signed a pact.", "Chile and Peru"),
        ("Ann Berg and John Hale were hurt in Lund. They sued the mill.", "Ann Berg and John Hale"),
        ("Chile and Peru met. Their ministers signed a pact.", "Chile and Peru's ministers"),
    ],
)
def test_several_things_have_the_names_of_all(read, text, subject):
    assert subject in {statement.subject.name for statement in read(text).statements}


def test_several_things_are_one_wherever_they_are_spoken_of(read):
    reading = read("Chile and Peru met. The two countries signed a pact. Both countries hope for trade.")
    told = {s.subject.cluster for s in reading.statements if s.subject.name == "Chile and Peru"}
    mentions = [m for m in reading.mentions if isinstance(m, Mention) and m.cluster in told]
    assert len(told) == 1
    assert [m.text for m in mentions] == ["Chile and Peru", "The two countries", "Both countries"]


@pytest.mark.parametrize(
    ("text", "word", "first"),
    [
        (
            "A firm that makes garden robots halted sales. Brenn said 300 of its RX robots had failed. The robots will "
            "be checked.",
            "The robots",
            "The robots",
        ),
        ("The firm bought electric buses in May. The buses broke down.", "The buses", "electric buses"),
        ("The company sells farm tractors. The tractors are made in Kiel.", "The tractors", "farm tractors"),
        ("The city ordered 40 electric buses. The buses arrive in May.", "The buses", "40 electric buses"),
        (
            "Councillors rejected a plan to charge drivers. The plan to run later trams was suspended.",
            "The plan to run later trams",
            "The plan to run later trams",
        ),
        (
            "A plan to build a dam was approved. The plan to build the dam cost millions.",
            "The plan to build the dam",
            "A plan to build a dam",
        ),
        ("A plan was announced. The plan to build 30 homes was praised.", "The plan to build 30 homes", "A plan"),
        (
            "The district council wants to shut two pools. The regional council offered to pay. The council will vote.",
            "The council",
            "The district council",
        ),
        ("The local council wants to shut two pools. The council will vote.", "The council", "The local council"),
        ("He will stay until a new cabinet is formed. Three ministers left the cabinet.", "the cabinet", "the cabinet"),
        ("She named a new cabinet on Friday. The cabinet has 14 members.", "The cabinet", "a new cabinet"),
        ("A new government must be formed. The government fell on Monday.", "The government", "The government"),
        (
            "The two firms will merge. The combined company will sell lamps. The company is poor.",
            "The company",
            "The company",
        ),
        (
            "A mill and a dairy joined. The enlarged company grew. A company sued. The company won.",
            "The company",
            "A company",
        ),
        ("The number of nurses fell in May. The number rose in June.", "The number", "The number of nurses"),
        ("The number of nurses fell in May. It rained. Orlo won. The number rose.", "The number", "The number"),
        ("Berg lost training time to an injury. The time was her best.", "The time", "The time"),
    ],
)
def test_the_same_noun_may_tell_of_another(read, text, word, first):
    mentions = [m for m in read(text).mentions if isinstance(m, Mention)]
    cluster = next(m.cluster for m in reversed(mentions) if m.text == word)
    assert next(m.text for m in mentions if m.cluster == cluster) == first
