"""Which phrases stand in the name of a description, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.mentions import Mentions
from kg.extract.qualifiers import with_qualifiers
from kg.model import Document


def _told(sentence, word, nlp):
    [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
    head = next(token for token in doc if token.text == word)
    return " ".join(token.text for token in with_qualifiers(head))


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Analysts at Orlo Bank had expected a loss.", "Analysts", "Analysts at Orlo Bank"),
        ("Observers from the African Union praised the vote.", "Observers", "Observers from the African Union"),
        ("About one in seven left the course.", "one", "About one in seven"),
        ("Parents rejected a plan for a four-day week.", "plan", "a plan for a four - day week"),
        ("They imposed a ban for two weeks.", "ban", "a ban"),
        ("The nurses accepted a cut in working hours.", "cut", "a cut in working hours"),
        ("The nurses accepted a cut in May.", "cut", "a cut"),
        ("The school teaches children aged five to 11 in two languages.", "children", "children aged five to 11"),
        ("The trial involved 300 women aged 50 to 70.", "women", "300 women aged 50 to 70"),
        ("The city charges drivers from other towns 8 euros a day.", "drivers", "drivers from other towns"),
        ("The deal helps nine out of ten homes.", "nine", "nine out of ten homes"),
        ("The agency placed its rating on negative watch.", "rating", "its rating"),
        ("The deal would give Hanmir its first mills close to Bonn.", "mills", "its first mills close to Bonn"),
        ("He left the shop full of smoke.", "shop", "the shop"),
        ("Orlo posted a loss of 9 dollars for the first half.", "loss", "a loss of 9 dollars for the first half"),
        ("Orlo posted a loss in May.", "loss", "a loss"),
        ("The mill has the same owner as the bank.", "owner", "the same owner as the bank"),
        ("The second survey found twice as many nests as the first.", "nests", "twice as many nests as the first"),
        ("The clinic treats children with asthma.", "children", "children with asthma"),
        ("The clinic treats children with care.", "children", "children"),
        ("Trade between the two was brisk.", "Trade", "Trade between the two"),
        ("The inns depend on visitors from the north.", "visitors", "visitors from the north"),
        ("Crews rescued visitors from the house.", "visitors", "visitors"),
        ("The pill is their first cure other than rest.", "cure", "their first cure other than rest"),
        ("The law bans knives longer than nine inches.", "knives", "knives longer than nine inches"),
        ("The airport in Tuguegarao reopened.", "airport", "The airport in Tuguegarao"),
        ("The law bans children under 16 from the apps.", "children", "children under 16"),
        ("Inflation fell to its lowest level in two years.", "level", "its lowest level in two years"),
        ("The club won its first title since 2011 on Sunday.", "title", "its first title since 2011"),
        ("Rates are at their highest level in two decades.", "level", "their highest level in two decades"),
        ("Tin sank to the lowest price since the mine opened.", "price", "the lowest price since the mine opened"),
        ("Orlo had its worst year since it was founded, as ice came.", "year", "its worst year since it was founded"),
        ("Rice hit the most costly level since the war ended.", "level", "the most costly level since the war ended"),
        ("She has owned the oldest mill in Bonn since her father died.", "mill", "the oldest mill in Bonn"),
        ("The firm lost most customers since it raised its prices.", "customers", "most customers"),
        ("The firm will open its largest store in two weeks.", "store", "its largest store"),
        ("All ferries since Tuesday have been cancelled.", "ferries", "All ferries since Tuesday"),
        ("Every guest since June 4 was ill.", "guest", "Every guest since June 4"),
        ("Two absences within 12 months are noted.", "absences", "Two absences within 12 months"),
        ("His salary since January has been frozen.", "salary", "His salary"),
        ("Farmers there grow rice.", "Farmers", "Farmers there"),
        ("The bank said clerks here earned less.", "clerks", "clerks here"),
        ("The crew sent farmers there in May.", "farmers", "farmers"),
        ("The club signed its best player in 2019.", "player", "its best player"),
        ("He beat rivals over 800 metres.", "rivals", "rivals"),
        ("The firm will close its factory in Bremen.", "factory", "its factory in Bremen"),
        ("The railway between Oslo and Bergen was shut.", "railway", "The railway between Oslo and Bergen"),
        (
            "The owners of two shops in Leeds declined to comment.",
            "owners",
            "The owners of two shops in Leeds",
        ),
        (
            "The deal requires approval from the city and from the state.",
            "approval",
            "approval from the city and from the state",
        ),
        ("He gave her a petition with 400 names.", "petition", "a petition with 400 names"),
        ("The minister promised not to raise the tax on income.", "tax", "the tax on income"),
        ("She left with nothing but the dog.", "nothing", "nothing but the dog"),
        ("The air held less oil than it does today.", "oil", "less oil than it does today"),
        ("Lamps did more harm than the older ones.", "harm", "more harm than the older ones"),
        (
            "Lund's marriage to the painter Hugo Arce ended in May.",
            "marriage",
            "Lund 's marriage to the painter Hugo Arce",
        ),
        ("She broke the record for the 200 metres.", "record", "the record for the 200 metres"),
        (
            "He gave her a petition with 400 signatures against the bypass.",
            "petition",
            "a petition with 400 signatures against the bypass",
        ),
        ("Police seized drugs worth 3 million euros in Leeds.", "drugs", "drugs worth 3 million euros"),
        ("The painting worth fighting for was sold.", "painting", "The painting"),
        ("The bank may not renew a loan worth 9 euros a year.", "loan", "a loan worth 9 euros a year"),
        ("Orlo wants a quota of 900 tonnes of cod a year.", "quota", "a quota of 900 tonnes of cod a year"),
        ("The fund offered 33 euros per share.", "euros", "33 euros per share"),
        ("The talks on sharing the catch failed.", "talks", "The talks on sharing the catch"),
        ("The pact ends tariffs on 94% of goods.", "tariffs", "tariffs on 94 % of goods"),
        ("The firm must cover any losses above $500 million.", "losses", "any losses above $ 500 million"),
        ("The clinic gave the app to patients with diabetes.", "patients", "patients with diabetes"),
        ("The firm sells insurance to drivers under 25.", "drivers", "drivers under 25"),
        ("Residents angry about the noise blocked the lane.", "Residents", "Residents angry about the noise"),
        ("Troops loyal to the king held the bridge.", "Troops", "Troops loyal to the king"),
        ("Anyone other than the tenant may be fined.", "Anyone", "Anyone other than the tenant"),
        ("The coat would suit someone two inches taller.", "someone", "someone two inches taller"),
        ("Orlo will ban anyone under 18 from its shops.", "anyone", "anyone under 18"),
        ("A row about whether to sell the pier split them.", "row", "A row about whether to sell the pier"),
        ("The clerk in charge of the keys was absent.", "clerk", "The clerk in charge of the keys"),
        ("The town will build an extension to the library.", "extension", "an extension to the library"),
        ("The army freed 300 sailors, cooks and guards.", "sailors", "300 sailors , cooks and guards"),
        ("All but three of its 40 shops have shut.", "All", "All but three of its 40 shops"),
        ("Revenue in the first half fell by a third.", "Revenue", "Revenue in the first half"),
        ("The move would create one of the largest mills in Peru.", "one", "one of the largest mills in Peru"),
        # no part of the name: what the verb asks for, how it was done, when
        ("The crew broke the window with a hammer.", "window", "the window"),
        ("The firm sold the land to a fund.", "land", "the land"),
        ("The company on Monday cut its forecast.", "company", "The company"),
        ("The firm signed an agreement with landlords on rents.", "landlords", "landlords"),
        ("The firm got the lamps free of charge.", "lamps", "the lamps"),
        ("The index ended the day 2 percent lower.", "day", "the day"),
        ("The crew left the gate open to thieves.", "gate", "the gate"),
        ("The thieves took two paintings and a vase.", "paintings", "two paintings"),
        ("They freed 300 sailors and the captain.", "sailors", "300 sailors"),
        ("Police arrested a man on suspicion of theft.", "man", "a man"),
        ("He blamed the attack on smugglers.", "attack", "the attack"),
        ("The airline moved its flights to Manila.", "flights", "its flights"),
        ("Nurses closed the clinic in protest.", "clinic", "the clinic"),
        ("Police threw water at men with a hose.", "men", "men"),
        ("The bank cut its rate below 3%.", "rate", "its rate"),
    ],
)
def test_phrases_that_tell_apart_stand_in_the_name(sentence, word, expected, nlp):
    assert _told(sentence, word, nlp) == expected


def test_two_things_told_apart_by_a_phrase_are_two(nlp):
    text = "A factory in Bremen closed. The factory in Leeds stays open. The factory in Bremen made pumps."
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    mentions = Mentions(doc)
    found = [mentions.of(token).cluster for token in doc if token.text == "factory"]
    assert found[0] == found[2] != found[1]


def test_a_thing_told_before_may_be_told_apart_later(nlp):
    text = "The city signed a contract. The contract with Orlo ends in May."
    [(_, doc)] = annotate([Document(text, "t", "t.txt")], nlp)
    mentions = Mentions(doc)
    assert len({mentions.of(token).cluster for token in doc if token.text == "contract"}) == 1


def test_some_of_a_people_are_not_that_people(nlp):
    [(_, doc)] = annotate([Document("An avalanche killed three Italians.", "t", "t.txt")], nlp)
    head = next(token for token in doc if token.text == "Italians")
    assert Mentions(doc).of(head).text == "three Italians"


def test_quotation_marks_within_a_description_are_kept(nlp):
    [(_, doc)] = annotate([Document('The death of "a young man" shocked the town.', "t", "t.txt")], nlp)
    head = next(token for token in doc if token.text == "death")
    assert Mentions(doc).of(head).text == 'The death of "a young man"'
