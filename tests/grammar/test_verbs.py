"""What the arcs around a verb tell: voice, infinitives, orders, the forms under which a word list may have it."""

from __future__ import annotations

import pytest

from kg.grammar.verbs import has_subject, has_to, is_order, is_passive, verb_forms

pytestmark = pytest.mark.model


def word(parse, text: str, form: str):
    return next(token for token in parse(text) if token.text == form)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mill was sold in May.", "sold", True),
        ("The mill was bought and sold.", "sold", True),
        ("A mill sold by Orlo burned down.", "sold", True),
        ("Orlo sold the mill.", "sold", False),
        ("Orlo has sold it.", "sold", False),
        ("The mill is selling paper.", "selling", False),
        ("Two killed, nine injured in crash", "injured", True),
        ("Search called off for missing climbers", "called", True),
        ("Tributes paid to former captain", "paid", True),
        ("Former spy poisoned in hotel, police say", "poisoned", True),
        ("Clerk vanished with cash, court told", "vanished", False),
        ("Woman stabbed at party, police say", "stabbed", True),
        ("Water firm dumped sewage in lake, court told", "dumped", False),
        ("Widow awarded $40 million for lapses", "awarded", True),
        ("Court awarded $2 million to widow", "awarded", False),
        ("We moved down here and so we stay", "moved", False),
        ("School reopens after asbestos removed", "removed", True),
        ("Passengers sleep in hall as ferry delayed", "delayed", True),
        ("School reopens after talks collapsed", "collapsed", False),
        ("We went home after the band stopped", "stopped", False),
        ("Its owner stopped short of a ban", "stopped", False),
        ("Clerk freed after family paid up", "paid", False),
        ("Hundreds left stranded as ferry firm fails", "left", True),
        ("The coach left angry.", "left", False),
        ("A tumour was found and removed in May.", "removed", True),
        ("The clerk was hurt and sued the firm.", "sued", False),
        ("She was born in Leeds and moved to York.", "moved", False),
    ],
)
def test_a_passive_has_its_patient_as_subject(parse, text, verb, expected):
    assert is_passive(word(parse, text, verb)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("She wants to sell the mill.", "sell", True),
        ("She may sell the mill.", "sell", False),
        ("She helped sell the mill.", "sell", False),
    ],
)
def test_an_infinitive_with_to(parse, text, verb, expected):
    assert has_to(word(parse, text, verb)) is expected


def test_a_subject_stands_beside_its_verb(parse):
    assert has_subject(word(parse, "The clerk left and locked the door.", "left"))
    assert not has_subject(word(parse, "The clerk left and locked the door.", "locked"))


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Please leave the hall.", "leave", True),
        ("Do not sell the mill!", "sell", True),
        ("They leave the hall.", "leave", False),
        ("She wants to leave the hall.", "leave", False),
    ],
)
def test_an_order_has_no_subject(parse, text, verb, expected):
    assert is_order(word(parse, text, verb)) is expected


def test_the_forms_of_a_verb_begin_with_its_particle(parse):
    forms = verb_forms(word(parse, "The court set up a panel.", "set"))
    assert forms[0] == "set up"
    assert "set" in forms
    assert "fine" in verb_forms(word(parse, "The court fined the mill.", "fined"))
