"""What is feared, dreamt of, planned, denied by a word beside it, or would have been; and the facts beside it."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("The bear was found tied to a tree.", "tied", "asserted"),
        ("The purchase will make Orr the owner of nine banks.", "owner", "unrealised"),
        ("The deal would make Orlo the largest baker in Norway.", "baker", "unrealised"),
        ("The deal made Orlo the largest baker in Norway.", "baker", "asserted"),
        ("In an ideal world, the city runs its own buses.", "runs", "unrealised"),
        ("In a parallel universe, the club won the cup.", "won", "unrealised"),
        ("In the club's world, nobody won the cup and Orr sold it.", "sold", "asserted"),
        ("The thought of her son driving at night kept her awake.", "driving", "unrealised"),
        ("The idea of a foreigner owning the paper appals her.", "owning", "unrealised"),
        ("The judge heard reports of guards beating prisoners.", "beating", "claimed"),
        ("Residents spoke of shells landing in gardens.", "landing", "claimed"),
        ("Investors are betting on the bank raising rates.", "raising", "unrealised"),
        ("Every parent's nightmare is a child wandering off.", "wandering", "unrealised"),
        ("The mayor dreads tourists returning in June.", "returning", "unrealised"),
        ("Police released footage of a man climbing the fence.", "climbing", "asserted"),
        ("A group of men carrying sticks blocked the road.", "carrying", "asserted"),
        ("Small shops risk being driven out of the centre.", "driven", "unrealised"),
        ("The bank narrowly escaped being fined.", "fined", "denied"),
        ("The clerk regretted having signed the form.", "signed", "asserted"),
        ("He wedged the window to stop it rattling.", "rattling", "unrealised"),
        ("Plans drawn up in March would see the library moved to a bank.", "moved", "unrealised"),
        ("Under the plan, the council sells the hall.", "sells", "unrealised"),
        ("The panel considered a scenario in which hackers shut the grid.", "shut", "unrealised"),
        ("The bank told its staff to say nothing before the deal was signed.", "signed", "unrealised"),
        ("Once everyone had eaten, she promised, she would read the letter.", "eaten", "unrealised"),
        ("It would be years before the forest recovered.", "recovered", "unrealised"),
        ("A suspect is innocent until proven guilty.", "proven", "unrealised"),
        ("The suspect was held until cleared by a judge.", "cleared", "asserted"),
        ("A permit is needed only where there are houses nearby.", "are", "unrealised"),
        ("The building would later house a circus.", "house", "asserted"),
        ("Under the plan, the building would later house a circus.", "house", "unrealised"),
        ("The crew is working at the end of the pier.", "working", "asserted"),
        ("The coach is leaving at the end of the season.", "leaving", "unrealised"),
        ("Every Friday she would walk to the bank.", "walk", "asserted"),
        ("The witness would not give her name.", "give", "denied"),
        ("We are pausing our coverage shortly.", "pausing", "unrealised"),
        ("Workers were beaten, jailed or driven from their homes.", "jailed", "asserted"),
    ],
)
def test_what_is_only_thought_of_is_no_fact(status_at, sentence, word, status):
    assert status_at(sentence, word).value == status


@pytest.mark.parametrize(
    ("sentence", "word", "status"),
    [
        ("The hospital was not told, nor were the families invited.", "invited", "denied"),
        ("The queues have all but vanished.", "vanished", "asserted"),
        ("The keeper all but saved the shot.", "saved", "denied"),
        ("The army withdrew with not a shot fired.", "fired", "denied"),
        ("There is nobody left who remembers the flood.", "remembers", "denied"),
        ("She had no children to leave the farm to.", "leave", "unrealised"),
        ("Lund had no idea that the vase was stolen.", "stolen", "asserted"),
        ("The judge called the claim not credible.", "called", "denied"),
        ("The bill failed, not because it was old but because two members were ill.", "ill", "asserted"),
        ("The bill failed, not because it was old but because two members were ill.", "old", "unrealised"),
        ("She would sooner close the shop than sell it.", "sell", "unrealised"),
        ("He never leaves home without locking the gate.", "locking", "unrealised"),
        ("The senate adjourned without passing the budget.", "passing", "denied"),
    ],
)
def test_a_denial_reaches_as_far_as_it_goes(status_at, sentence, word, status):
    assert status_at(sentence, word).value == status
