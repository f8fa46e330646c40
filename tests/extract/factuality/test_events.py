"""Events that nouns name: what is only talked about, banned or feared did not happen for that."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document
from kg.ontology import load

DEAL = "Norvik Inc.'s purchase of Delta Ferries Ltd."


@pytest.fixture(scope="module")
def statuses(nlp):
    """What a sentence tells, by relation: its status."""

    def read(sentence):
        ((document, doc),) = annotate([Document(sentence, "t", "t")], nlp)
        return {s.predicate.name: s.status.value for s in extract(document, doc, load()).statements}

    return read


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{DEAL} surprised analysts.", "asserted"),
        (f"The cost of {DEAL} surprised analysts.", "asserted"),
        (f"Criticism of {DEAL} grew.", "asserted"),
        (f"Before {DEAL}, the firm lost money.", "asserted"),
        (f"Talks on {DEAL} failed.", "unrealised"),
        (f"The ban on {DEAL} was lifted.", "unrealised"),
        (f"Fears of {DEAL} grew.", "unrealised"),
        (f"A vote on {DEAL} is due in May.", "unrealised"),
        (f"The chance of {DEAL} is small.", "unrealised"),
        (f"The court blocked {DEAL} on Monday.", "denied"),
    ],
)
def test_an_event_happened_only_if_its_sentence_says_so(statuses, sentence, expected):
    found = statuses(sentence)
    assert found.get("kg:buys", found.get("kg:acquires")) == expected, found


@pytest.mark.model
@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("fell through in May", "unrealised"),
        ("collapsed on Monday", "unrealised"),
        ("is in doubt", "unrealised"),
        ("is off", "unrealised"),
        ("awaits the nod of the state", "unrealised"),
        ("still needs approval", "unrealised"),
        ("is subject to approval", "unrealised"),
        ("is imminent", "unrealised"),
        ("was a rumour", "unrealised"),
        ("was put off", "unrealised"),
        ("was good news", "asserted"),
        ("was a mistake", "asserted"),
        ("went ahead in May", "asserted"),
        ("failed to lift the shares", "asserted"),
        ("is the largest in years", "asserted"),
        ("drew criticism", "asserted"),
    ],
)
def test_an_event_is_as_real_as_what_is_told_of_it(statuses, told, expected):
    found = statuses(f"{DEAL} {told}.")
    assert found.get("kg:buys") == expected, found


@pytest.mark.model
@pytest.mark.parametrize(
    ("told", "expected"),
    [("was a hoax", "denied"), ("collapsed in May", "asserted"), ("was happy", "asserted")],
)
def test_what_breaks_down_had_begun_if_it_lasts(statuses, told, expected):
    found = statuses(f"Anna Holt's marriage to Karl Weber {told}.")
    assert found.get("kg:spouseOf") == expected, found


@pytest.mark.model
@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("is certain to please investors", "asserted"),
        ("is unlikely to hurt its rivals", "asserted"),
        ("is likely to lead to job cuts", "asserted"),
        ("was impossible to hide", "asserted"),
        ("was impossible to complete", "unrealised"),
        ("is unlikely to be completed in May", "unrealised"),
        ("is due to close in May", "unrealised"),
        ("is likely to win approval", "unrealised"),
        ("is likely to need a vote", "unrealised"),
        ("is due in May", "unrealised"),
        ("was due to a bid by Orlo Inc", "asserted"),
        ("is close to completion", "unrealised"),
        ("was close to the heart of its founder", "asserted"),
        ("is off to a good start", "asserted"),
        ("was subject to criticism", "asserted"),
        ("is subject to certain terms", "unrealised"),
        ("in 2019 required a vote", "asserted"),
        ("in May needed a vote", "asserted"),
        ("in May needs a vote", "unrealised"),
        ("next year needed a vote", "unrealised"),
        ("depended on a loan", "unrealised"),
    ],
)
def test_what_is_told_of_an_event_besides_is_no_doubt_of_it(statuses, told, expected):
    found = statuses(f"{DEAL} {told}.")
    assert found.get("kg:buys") == expected, found


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "predicate", "expected"),
    [
        ("Rebels' attack on Kesh failed and 40 rebels died.", "kg:attacks", "asserted"),
        ("Norvik Inc.'s attack on Orlo Ltd. stalled.", "kg:attacks", "asserted"),
        ("Rebels' attack on Kesh was close to the border.", "kg:attacks", "asserted"),
        ("Rebels' attack on Kesh depended on air cover.", "kg:attacks", "asserted"),
        ("Rebels' attack on Kesh is imminent.", "kg:attacks", "unrealised"),
        ("Police reviewed the murder of Ida Roth by Kim Vane.", "kg:kills", "asserted"),
        ("Police are reviewing the murder of Ida Roth by Kim Vane.", "kg:kills", "asserted"),
        ("Police have examined the murder of Ida Roth by Kim Vane.", "kg:kills", "asserted"),
        ("Judges challenged the murder of Ida Roth by Kim Vane.", "kg:kills", "asserted"),
        ("Kim Vane talked about his purchase of Orlo Ltd.", "kg:buys", "asserted"),
        (f"The state reviewed {DEAL} in 2019.", "kg:buys", "asserted"),
        (f"The state reviewed {DEAL}", "kg:buys", "unrealised"),
        (f"The state challenged {DEAL}", "kg:buys", "unrealised"),
        (f"The state reviews {DEAL}", "kg:buys", "unrealised"),
    ],
)
def test_what_took_place_stays_so_when_it_fails_or_is_looked_into(statuses, sentence, predicate, expected):
    found = statuses(sentence)
    assert found.get(predicate) == expected, found


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The owner of the yacht is Karl Weber.", "asserted"),
        ("The owner of the yacht turned out to be Karl Weber.", "asserted"),
        ("The owner of the yacht is not Karl Weber.", "denied"),
        ("The owner of the yacht may be Karl Weber.", "unrealised"),
        ("The owner of the yacht is believed to be Karl Weber.", "claimed"),
        ("The next mayor of Bonn is likely to be Karl Weber.", "unrealised"),
        ("Prosecutors named Karl Weber as the owner of the yacht.", "claimed"),
        ("Karl Weber was named as the owner of the yacht by the paper.", "claimed"),
        ("The club wrongly named Karl Weber as its owner.", "unrealised"),
        ("Karl Weber was named as the chief of the bank.", "asserted"),
        ("Karl Weber turned down the post of chief of the bank.", "unrealised"),
        ("Karl Weber seeks the post of chief of the bank.", "unrealised"),
        ("Karl Weber left the post of chief of the bank.", "asserted"),
        ("Karl Weber accepted the post of chief of the bank.", "asserted"),
        ("Karl Weber's appointment as chief of the bank was blocked.", "denied"),
        ("Karl Weber's appointment as chief of the bank is expected in May.", "unrealised"),
        ("Karl Weber's expected appointment as chief of the bank drew protests.", "unrealised"),
        ("Karl Weber's appointment as chief of the bank angered the staff.", "asserted"),
        ("Karl Weber's dismissal as chief of the bank was announced.", "asserted"),
    ],
)
def test_a_post_is_held_as_its_sentence_says(statuses, sentence, expected):
    found = statuses(sentence)
    assert found.get("kg:holdsPosition") == expected, found
