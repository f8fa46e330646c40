"""How far a denial, a wish or a would reaches."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The bank made no comment beyond saying that it was in touch with police.", "saying", "asserted"),
        ("The firm did nothing other than sending a letter to Kesh.", "sending", "asserted"),
        ("The bank made no comment beyond saying that it was in touch with police.", "made", "denied"),
        (
            "Orr denied that he had passed it on, telling jurors that the books were for a nephew.",
            "telling",
            "asserted",
        ),
        ("Orr denied that he had passed it on, telling jurors that the books were for a nephew.", "were", "claimed"),
        ("Lund said she would believe it, given that Orlo had fought a claim in Kesh.", "fought", "claimed"),
        ("The tide comes whether or not the wind blows.", "blows", "unrealised"),
        ("Workers who moved were paid too little in most cases.", "paid", "asserted"),
        ("They were relegated twice, paid late and, in May, had the lights cut off by the council.", "cut", "asserted"),
        ("The firm lost a client, moved out and had its windows boarded up.", "boarded", "asserted"),
        ("The crew would have lived had the captain seen the rock.", "seen", "unrealised"),
        ("He wanted a team that passed the ball forward.", "passed", "unrealised"),
        ("The union demanded a deal that protected its members.", "protected", "unrealised"),
        ("Orr said the town needed a doctor who spoke Welsh.", "spoke", "unrealised"),
        ("The union wanted the deal that Orlo signed in May.", "signed", "asserted"),
        ("He wanted a car that his father had built.", "built", "asserted"),
        ("Police sought a man who robbed a bank in May.", "robbed", "asserted"),
    ],
)
def test_what_is_denied_wished_or_supposed_ends_where_it_ends(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("In the video a man can be seen running from the bank.", "running", "asserted"),
        ("Officers could be heard shouting in the recording.", "shouting", "asserted"),
        ("The tower can be seen from the sea.", "seen", "unrealised"),
        ("Nobody could be seen leaving the house.", "leaving", "denied"),
        ("The cake was made according to her mother's recipe.", "made", "asserted"),
        ("All went according to plan.", "went", "asserted"),
        ("The mill was closed, according to the schedule.", "closed", "claimed"),
        ("According to the number on the wall, the lift is full.", "is", "claimed"),
        ("Hardly one survived.", "survived", "denied"),
        ("Hardly forty survived.", "survived", "asserted"),
        ("Google can confirm that a phone was stolen.", "confirm", "unrealised"),
        ("The mill was closed, according to the mayor.", "closed", "claimed"),
    ],
)
def test_what_is_seen_or_done_by_a_rule_is_nobodys_word(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        (
            "The ombudsman is examining whether the council acted fairly in deciding not to repair the pier.",
            "deciding",
            "asserted",
        ),
        ("The question is whether the firm erred in firing the clerk.", "firing", "asserted"),
        ("She asked whether the board had been wise in rejecting the bid.", "rejecting", "asserted"),
        ("Officials are considering whether to help the town in rebuilding the pier.", "rebuilding", "unrealised"),
        ("The mayor will say whether he succeeded in selling the mill.", "selling", "unrealised"),
        ("The inquiry will ask whether the clerk took part in robbing the bank.", "robbing", "unrealised"),
        ("Police are asking whether he was involved in selling guns.", "selling", "unrealised"),
        ("The jury must say whether the guard was reckless in opening the gate.", "opening", "asserted"),
        (
            "Inspectors will decide whether the trust behaved properly in refusing to admit the boy.",
            "refusing",
            "asserted",
        ),
        ("Inspectors will decide whether the trust behaved properly in refusing to admit the boy.", "admit", "denied"),
        ("The tribunal must say whether Tarn acted lawfully in dismissing the pilot.", "dismissing", "asserted"),
        ("An audit is looking at whether the mayor was wise in lending the club money.", "lending", "asserted"),
        ("Lawyers asked whether the judge had erred in admitting the tape.", "admitting", "asserted"),
        (
            "The court is considering whether ministers acted unlawfully when they closed the port.",
            "closed",
            "asserted",
        ),
        ("The report says the firm may have acted illegally in sharing the list.", "sharing", "claimed"),
        ("The inquiry will ask whether the clerk had a part in hiding the list.", "hiding", "unrealised"),
        ("Police want to know whether he took part in burning the mill.", "burning", "unrealised"),
        ("The club asked whether it would be wise to sell in May.", "sell", "unrealised"),
        ("Auditors are examining whether the bank profited from selling the fund.", "selling", "unrealised"),
        ("It is unclear whether the crew succeeded in closing the valve.", "closing", "unrealised"),
        ("The panel asked whether it would be right in closing the school.", "closing", "unrealised"),
        ("The court must decide whether the firm would act lawfully in closing the mine.", "closing", "unrealised"),
        ("The trust had no role in selling the hall.", "selling", "unrealised"),
        ("The court ruled that the bank was wrong in freezing the account.", "freezing", "claimed"),
        ("The mayor was wise in selling early.", "selling", "asserted"),
        ("The guard was quick in closing the gate.", "closing", "asserted"),
        ("He will be judged rash in selling.", "selling", "unrealised"),
        ("She asked whether he had been lucky in finding the key.", "finding", "asserted"),
        ("Police asked whether the clerk had been instrumental in robbing the bank.", "robbing", "unrealised"),
        ("The inquiry found no sign that the trust had acted unfairly in closing the ward.", "closing", "asserted"),
        ("If the trust acted unfairly in closing the ward, it must pay.", "closing", "asserted"),
        ("The board must act fast in finding a buyer.", "finding", "unrealised"),
        ("He acted as a spy in selling the plans, prosecutors allege.", "selling", "claimed"),
        ("Whether he acted in selling the plans is not known.", "selling", "unrealised"),
        ("Prosecutors must show that he acted knowingly in hiding the list.", "hiding", "unrealised"),
        ("The jury will decide whether he acted recklessly in driving the van.", "driving", "asserted"),
    ],
)
def test_what_is_judged_was_done(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
