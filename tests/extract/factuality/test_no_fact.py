"""What is withdrawn, doubted, ridiculed or ruled out, also in forms that the parser reads wrongly, is no fact."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, Status
from kg.ontology import load


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Officials dispute Corvane bought land.", "bought"),
        ("The bridge was blown up, apparently by rebels.", "blown"),
        ("Mayor took cash - witness", "took"),
        ("Mayor took cash - report", "took"),
        ("Minister hid leak - documents", "hid"),
        ('The clerk "quietly sold" the files.', "sold"),
        ("Pilot slept at controls, claims crew", "slept"),
        ("Woman who 'poisoned' husband goes on trial", "poisoned"),
        ("The firm sold the mill, workers allege.", "sold"),
        ("Weber hinted at the sale of the mill by Orlo.", "sale"),
        ("Brussels is reviewing Orlo's purchase of Tarn.", "purchase"),
        ("They are probing claims that a row began when Orr asked a man to stop riding on the path.", "riding"),
        ("The fraud came to light, jurors heard, when a clerk rang the firm.", "rang"),
        ("The bank failed, the panel was told, after Orr sold its bonds.", "sold"),
        ("Orr fled, the inquest heard, while a guard slept.", "slept"),
        ("A clerk told police that she had hidden the cash, a jury heard on Monday.", "told"),
        ("Workers rallied for the state to free the clerk.", "free"),
        ("Orr failed in selling the mill.", "selling"),
        ("Stern doubts Corvane bought the plant.", "bought"),
        ("Stern imagines Corvane owns the city.", "owns"),
        ("Reports Corvane bought Dunlop Steel proved wrong.", "bought"),
        ("Reyes ridiculed claims Corvane owned Tessel Courier.", "owned"),
        ("Stern withdrew her allegation that Lang bribed Holt.", "bribed"),
        ("The jury found Lang not guilty of bribing Holt.", "bribing"),
        ("The jury found Lang not guilty of bribing Holt.", "guilty"),
        ("Erik Voss pleaded not guilty to murdering Ida Brandt.", "murdering"),
        ("Investigators ruled out that Voss killed Brandt.", "killed"),
        ("Stern would rather sue Holt than pay Lang.", "pay"),
        ("Corvane is able to pay the fine.", "pay"),
        ("The suit seeks damages and an order obliging the town to pay.", "obliging"),
        ("The charity wants a bridge and a bus linking the villages.", "linking"),
    ],
)
def test_nothing_of_it_is_asserted(nlp, sentence, verb):
    ((document, doc),) = annotate([Document(sentence, "t", "t")], nlp)
    (place,) = [token.idx for token in doc if token.text == verb]
    made = extract(document, doc, load()).statements
    told = [s for s in made if s.predicate.start <= place < s.predicate.end]
    assert all(s.status is not Status.ASSERTED for s in told), [(s.label, str(s.status)) for s in told]


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Erik Voss pleaded guilty to murdering Ida Brandt.", "kg:kills"),
        ("The sale was so large that Corvane bought the plant.", "kg:buys"),
        ("Corvane sold the mill rather late and bought the plant.", "kg:buys"),
        ("Corvane was able to buy the plant.", "kg:buys"),
        ("Corvane bought the plant, possibly in haste.", "kg:buys"),
        ("Corvane bought the plant - again.", "kg:buys"),
        ('Corvane "strongly condemned" the strike.', "kg:criticizes"),
        ("Corvane bought what the town read most - novels", "kg:buys"),
        ("Rivals drew scorn, and Corvane bought the plant.", "kg:buys"),
        ("Corvane has been able to buy the plant.", "kg:buys"),
    ],
)
def test_a_fact_is_not_lost_with_it(nlp, sentence, relation):
    ((document, doc),) = annotate([Document(sentence, "t", "t")], nlp)
    found = {s.predicate.name: s.status for s in extract(document, doc, load()).statements}
    assert found.get(relation) is Status.ASSERTED, found
