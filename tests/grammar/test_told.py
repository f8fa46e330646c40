"""Lists behind words that somebody says: whose the next verb is."""

from __future__ import annotations

import pytest

from kg.grammar.told import is_of_sayer, sayer_of, words_before

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "verb", "is_of_speaker"),
    [
        ("The bank said it would cut jobs and sold a branch.", "sold", True),
        ("The clerk said the boiler had leaked and flooded the cellar.", "flooded", False),
        ("The general said his troops had not fired on the town and accused the rebels.", "accused", True),
        ("The union said the offer did not cover nurses and called a strike.", "called", True),
        ("A report warned that the slope was unstable and recommended a new wall.", "recommended", True),
        ("Police said a man had entered the shop and demanded cash.", "demanded", False),
        ("The firm said the dividend was safe but ruled out a buyback.", "ruled", True),
        ("The skipper said the wind was too strong and called off the race.", "called", True),
        ("A spokesman said the firm took safety seriously but declined to comment.", "declined", True),
        ("The embassy said nine tourists had drowned and blamed the owner of the boat.", "blamed", True),
        ("Orr said he expected more thefts and asked farmers to call him.", "asked", True),
        ("The bank said it had lost customers and announced 300 job cuts.", "announced", True),
        ("Police said the man was armed and appealed for witnesses.", "appealed", True),
        ("Police said the woman knew him and released a photograph of a van.", "released", True),
        ("Lund said the lake was clean and encouraged people to swim in it.", "encouraged", True),
        ("Lund said she was lost and asked a woman the way.", "asked", False),
        ("Lund said he was ill and called a doctor.", "called", False),
        ("Lund said the plan was old and called for lower fares.", "called", False),
        ("The grocer said the strawberries had been washed and packed in Spain.", "packed", False),
        ("Lund said the lender had lost money and sacked two clerks.", "sacked", False),
        ("The union argued that there had been a leak and blamed the owner.", "blamed", True),
        ("Keane said there was nobody at the gate and climbed over.", "climbed", True),
        ("The ministry said talks were under way but gave no details.", "gave", True),
        ("The premier said troops had crossed the river but provided no evidence.", "provided", True),
        ("The premier said troops had crossed the river but met no resistance.", "met", False),
        ("The manager said the singer had left the stage and refused to explain why.", "refused", False),
        ("The port authority said it was studying the report and pointed to a leak in Rostock.", "pointed", True),
        ("The firm said its freezers had been running as usual and pointed to a faulty plug.", "pointed", True),
        ("Lund said the samples had been tested twice and pointed to lead.", "pointed", False),
        ("Lund said he was standing at the gate and pointed to a map.", "pointed", False),
        ("The bank said it was looking into the loan and disputed that it had been repaid.", "disputed", True),
        ("The company said it was helping the police and described the claims as absurd.", "described", True),
        ("Kenya's ministry said the mask had been stolen and asked for its return.", "asked", True),
        ("The tribe said the pilot had been hurt and asked for help.", "asked", False),
        ("The firm said the goods had been packed and waited for a lorry.", "waited", False),
        ("Lund said they had met twice and pointed to a photo.", "pointed", False),
    ],
)
def test_form_tells_whether_the_next_verb_is_the_speakers(parse, text, verb, is_of_speaker):
    token = next(t for t in parse(text) if t.text == verb)
    words = words_before(token)
    assert words is not None
    assert is_of_sayer(token, words, sayer_of(words)) is is_of_speaker


def test_a_verb_with_a_subject_of_its_own_goes_on_with_nothing(parse):
    token = next(t for t in parse("The bank said it would cut jobs, and the mayor left.") if t.text == "left")
    assert words_before(token) is None
