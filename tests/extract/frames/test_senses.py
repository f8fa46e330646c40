"""Other senses of the words of frames, told by kind and construction; every sentence was written for this table."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.extract.frames import frame_propositions
from kg.extract.proposition import Proposition
from kg.extract.times import times
from kg.model import Document
from kg.ontology import Ontology, load

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load()


def read(nlp: Language, ontology: Ontology, sentence: str) -> list[Proposition]:
    ((_, doc),) = annotate([Document(sentence, "t", "t")], nlp)
    return list(frame_propositions(doc, list(clauses(doc)), times(doc, None), ontology))


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        # a common noun for a thing does nothing that only agents do, and nobody does such things to it
        ("The survey revealed a split in the party.", "announces"),
        ("The data suggest that the economy slowed.", "argues"),
        ("Evidence suggests that the gate was open.", "argues"),
        ("The plan met resistance.", "meetsWith"),
        ("The reform arrested the decline.", "arrests"),
        ("Ada Finch pressed the button.", "pressures"),
        ("Ada Finch hurt her knee.", "injures"),
        ("The delay gave them hope.", "gives"),
        # nobody is given to anybody, nor taken on by being called something
        ("The magazine sent her to Salem in 1951.", "gives"),
        ("Ada Finch and Otto Roth named their daughter Pia.", "hires"),
        # who joins a person joins no employer, and who joins a march no ally
        ("Otto Roth joined Nora Beck on stage.", "employedBy"),
        ("Otto Roth joined the rally in Leeds.", "alliesWith"),
        # "each other" is no third
        ("The two towns opposed each other.", "opposes"),
        # several things that one name is told to be, and names that are no person's
        ("Harbour Homes, the building's owners, paid for the repairs.", "holdsPosition"),
        ("London Tourist Board became the regional promoter.", "holdsPosition"),
        ("Otto Roth, leader of the Labour Party, spoke in Leeds.", "employedBy"),
        ("Ada Finch returned to Leeds on Monday.", "residesIn"),
        ("Ada Finch directs Glasgow Life, which runs the city's museums.", "headOf:Life"),
        ("Ada Finch offered a reward for information leading to an arrest.", "causes"),
        ("Otto Roth, who was based at Leeds, resigned.", "headquarteredIn"),
        ("He is survived by a son, Emil; and a brother, Robert, of Leeds.", "relativeOf:Leeds"),
        ("The money went through an exchange based in Dubai, Kovex, which closed.", "locatedIn"),
        ("The club should check who builds the ships.", "produces"),
        ("Ada Finch is vice-president of Norvik.", "headOf"),
        ("Market leader Elmgate lost 900 readers.", "holdsPosition"),
        ("The former British Airways executive Lucy Harding resigned.", "nationality"),
        ("The vote came after a campaign in which the firm hired lawyers to stop the union.", "opposes:vote"),
    ],
)
def test_another_sense_is_not_read(nlp: Language, ontology: Ontology, sentence: str, relation: str) -> None:
    name, _, subject = relation.partition(":")
    found = {(p.predicate, p.subject.text if subject else "") for p in read(nlp, ontology, sentence)}
    assert (f"kg:{name}", subject) not in found


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Voters backed the plan.", "supports"),
        ("Dozens of farmers joined Green Alliance in a lawsuit.", "alliesWith"),
        ("The electorate rejected the deal.", "opposes"),
        ("Campaigners accused the council of neglect.", "accuses"),
        ("The fund holds a stake in Tarn Robotics Inc.", "investsIn"),
        ("Vraa joined the Labour Party.", "memberOfParty"),
        ("The king awarded her a medal.", "gives"),
        ("The council appointed Nora Beck as treasurer.", "hires"),
        ("Ada Finch was appointed to the library board.", "memberOf"),
    ],
)
def test_the_sense_meant_is_read(nlp: Language, ontology: Ontology, sentence: str, relation: str) -> None:
    assert f"kg:{relation}" in {proposition.predicate for proposition in read(nlp, ontology, sentence)}


def test_a_price_is_no_role_of_what_belongs_to_whom(nlp: Language, ontology: Ontology) -> None:
    found = read(nlp, ontology, "Norvik Shipping Inc. bought Delta Ferries Ltd. in 2015 for 80 million euros.")
    roles = {proposition.predicate: proposition.roles for proposition in found}
    assert roles["kg:acquires"] and not roles["kg:subsidiaryOf"]


def test_a_sum_given_is_the_quantity(nlp: Language, ontology: Ontology) -> None:
    (given,) = read(nlp, ontology, "The collector gave $5 million to the museum.")
    assert given.predicate == "kg:givesTo" and [role for role, _ in given.roles] == ["quantity"]
