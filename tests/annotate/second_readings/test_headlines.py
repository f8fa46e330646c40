"""Headlines without a verb are read again; other lines stay as the model reads them."""

from __future__ import annotations

import pytest

from kg import tables
from kg.annotate.pipeline import annotate
from kg.annotate.second_readings.headlines import read_headline
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "headline, verb, subject, patient",
    [
        ("Court rejects lawsuit by salt miners", "rejects", "Court", "lawsuit"),
        ("Court upholds ban on fur coats", "upholds", "Court", "ban"),
        ("Senate rejects bid by oil giant", "rejects", "Senate", "bid"),
        ("Court Overturns Ban On Fur Coats", "Overturns", "Court", "Ban"),
        ("Bank unveils plan to cut jobs", "unveils", "Bank", "plan"),
        ("Council delays vote on riverside flats", "delays", "Council", "vote"),
        ("Regulator fines bank over money laundering", "fines", "Regulator", "bank"),
        ("Town mourns sailor killed in storm", "mourns", "Town", "sailor"),
        ("Grocer posts record sales, lifts outlook", "posts", "Grocer", "sales"),
        ("Brewer posts loss, cuts dividend", "posts", "Brewer", "loss"),
        ("City fines landlord over unsafe flats", "fines", "City", "landlord"),
        ("HSBC names Lund as new chief", "names", "HSBC", "Lund"),
        ("Tarn appeals EU fine", "appeals", "Tarn", "fine"),
        ("EU fines Tarn 500 million euros", "fines", "EU", "euros"),
        ("Museum returns looted bronzes", "returns", "Museum", "bronzes"),
        ("Governor vetoes proposed tax cut", "vetoes", "Governor", "cut"),
        ("Council delays disputed vote", "delays", "Council", "vote"),
        ("Firm recalls contaminated milk", "recalls", "Firm", "milk"),
        ("Artist paints ruined chapel", "paints", "Artist", "chapel"),
        ("Army returns captured town", "returns", "Army", "town"),
        ("Kesh Foods tops estimates", "tops", "Foods", "estimates"),
        ("US sanctions shipping firm accused of smuggling oil", "sanctions", "US", "firm"),
        ("Apple delays launch of foldable phone", "delays", "Apple", "launch"),
        ("UBS hikes dividend, plans buyback", "hikes", "UBS", "dividend"),
        ("Harbour strike delays ferry sailings", "delays", "strike", "sailings"),
        ("Oil giant plans share sale", "plans", "giant", "sale"),
        ("Lorne River floods Kestrel Falls, killing three", "floods", "River", "Falls"),
    ],
)
def test_the_verb_of_a_headline_has_its_subject_and_object(nlp, headline, verb, subject, patient):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    root = next(token for token in doc if token.text == verb)
    assert (root.tag_, root.dep_) == ("VBZ", "ROOT")
    arcs = {child.dep_: child.text for child in root.children}
    assert (arcs["nsubj"], arcs["dobj"]) == (subject, patient)
    assert doc.text == headline


@pytest.mark.parametrize(
    "headline, verb, tag, subject",
    [
        ("Police hunt gunman after bank raid", "hunt", "VBP", "Police"),
        ("Rangers sack manager after cup defeat", "sack", "VBP", "Rangers"),
        ("Firefighters battle blaze at mill", "battle", "VBP", "Firefighters"),
        ("Hospital apologises after power cut", "apologises", "VBZ", "Hospital"),
        ("Euro zone factory output shrinks again", "shrinks", "VBZ", "output"),
        ("Ex-banker pleads guilty to fraud", "pleads", "VBZ", "banker"),
        ("Council in Marlow votes to limit rents", "votes", "VBZ", "Council"),
        ("Nurses at Lakeside vote to end strike", "vote", "VBP", "Nurses"),
        ("Board votes to shut mill", "votes", "VBZ", "Board"),
        ("Rescuers race to free trapped miners", "race", "VBP", "Rescuers"),
        ("Tarn Energy shares plunge on weak sales", "plunge", "VBP", "shares"),
        ("Kenya defaults on debt", "defaults", "VBZ", "Kenya"),
        ("Oil steadies as traders weigh supply risks", "steadies", "VBZ", "Oil"),
        ("Thousands march against mine", "march", "VBP", "Thousands"),
        ("Spurs target Dutch coach as talks drag on", "target", "VBP", "Spurs"),
        ("Arsenal sign Brazilian winger", "sign", "VBP", "Arsenal"),
    ],
)
def test_verbs_of_many_and_verbs_without_object(nlp, headline, verb, tag, subject):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    root = next(token for token in doc if token.text == verb)
    assert (root.tag_, root.dep_) == (tag, "ROOT")
    assert [child.text for child in root.lefts if child.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(
    "headline, verb, subject, told",
    [
        ("Court rules firm must pay workers", "rules", "Court", "pay"),
        ("Watchdog rules advert misled buyers", "rules", "Watchdog", "misled"),
        ("Mayor signals road will close", "signals", "Mayor", "close"),
        ("Charity reports show aid was late", "show", "reports", "was"),
    ],
)
def test_what_is_ruled_is_a_clause(nlp, headline, verb, subject, told):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    root = next(token for token in doc if token.text == verb)
    arcs = {child.dep_: child.text for child in root.children}
    assert (root.dep_, arcs["nsubj"], arcs["ccomp"]) == ("ROOT", subject, told)


@pytest.mark.parametrize(
    "headline, verb, subject",
    [
        ("Lender cuts 400 jobs as mortgage demand slumps", "slumps", "demand"),
        ("Tourists return to bay as volcano calms", "calms", "volcano"),
        ("Bank to buy rival's mortgage arm as regulator lifts curbs", "lifts", "regulator"),
        ("Residents leave homes as river bursts banks", "bursts", "river"),
        ("Thousands flee as wildfire spreads in Greece", "spreads", "wildfire"),
        ("Thousands flee as fire nears Montrosa", "nears", "fire"),
        ("Tourists stranded as ferry firm halts service", "halts", "firm"),
        ("Kesh recalls envoy as fishing row with Albany deepens", "deepens", "row"),
    ],
)
def test_the_clause_behind_as_has_its_verb(nlp, headline, verb, subject):
    ((_, doc),) = annotate([Document(headline, "t", "t")], nlp)
    token = next(token for token in doc if token.text == verb)
    assert (token.tag_, token.dep_) == ("VBZ", "advcl")
    assert [child.text for child in token.lefts if child.dep_ == "nsubj"] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Council tax plans for next year",
        "Storm damage costs",
        "Police cuts and court delays",
        "Sports review board members",
        "Air strikes on coast",
        "Factory rejects pile up in yard",
        "Flight delays expected at port",
        "Train delays rise in May",
        "Court orders",
        "Miners trapped after shaft collapses",
        "Train delays angered commuters",
        "Church leaders condemned bombing",
        "Bank workers blocked road",
        "Budget cuts closed libraries",
        "Bank loans rise in May",
        "Church grounds reopened after flood",
        "Oil price rises hit drivers",
        "Court rejects lawsuit by salt miners.",
        "Key dates in the case",
        "Court",
        "Flash floods hit Orvan",
        "Snow ploughs stuck in drift",
        "Road kills worry village",
        "Parking rules will change in May",
        "",
    ],
)
def test_other_lines_stay_as_they_are(nlp, parse, text):
    doc = parse(text)
    assert read_headline(doc, nlp) is doc


def test_every_form_stands_in_its_example():
    for row in tables.rows(tables.lexicon("headline_verbs")):
        assert row["word"] in row["example"]
