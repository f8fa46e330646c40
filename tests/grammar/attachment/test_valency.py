"""Prepositions that belong to a noun or to its verb, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("The mayor ignored warnings from divers.", "from", "warnings"),
        ("Peru scrapped a levy on wool.", "on", "levy"),
        ("The port opened an inquiry into the crash.", "into", "inquiry"),
        ("The council will end the subsidy for ferries.", "for", "subsidy"),
        ("The firm cut its forecast for sales.", "for", "forecast"),
        ("Peru imposed a levy on wool.", "on", "imposed"),
        ("The fund took part in the auction.", "in", "took"),
        ("The choir kept its programmes for three years.", "for", "kept"),
        ("Sales fell by a tenth in the year to May.", "to", "year"),
        ("The firm is in a row over wages.", "over", "row"),
        ("The barns were turned into flats by Orlo Homes.", "by", "turned"),
        ("The nurse was named as a witness by her lawyers.", "by", "named"),
        ("The nurse was quoted in a report by Orlo Homes.", "by", "report"),
        ("The union asked the court for a writ on Tuesday.", "on", "asked"),
        ("The clerk spoke before the hearing on Tuesday.", "on", "hearing"),
        ("He signed the contracts on the orders of superiors.", "on", "signed"),
        ("The carrier suspended flights on the advice of the regulator.", "on", "suspended"),
        ("The army closed roads on the orders of the governor.", "on", "closed"),
        ("The monks wrote a book on the orders of bishops.", "on", "book"),
        ("The court stayed a ruling on the request of the state.", "on", "ruling"),
        ("The firm will list its shares on the Kosdaq exchange.", "on", "list"),
        ("The report lists the risks of mines on the coast.", "on", "mines"),
        ("The state placed two islands under quarantine.", "under", "placed"),
        ("By the time the alarm rang, the thief had left the vault.", "By", "left"),
        ("There was no sign on Monday of any survivors.", "of", "was"),
        ("There is little hope so far of a truce.", "of", "is"),
        ("There was a pile of coal.", "of", "pile"),
        ("The union reached an agreement on pay with the port.", "with", "agreement"),
        ("The talks on the cost of repairs with the union failed.", "with", "talks"),
        ("The town settled a dispute with the clerks over unpaid leave.", "over", "dispute"),
        ("The firm signed a deal with a dairy on the island.", "on", "dairy"),
        ("The firm signed a deal with a museum in Oslo.", "in", "museum"),
    ],
)
def test_a_preposition_hangs_on_what_asks_for_it(token_of, text, word, head):
    assert token_of(text, word).head.text == head


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("Villagers accused the owner of a quarry nearby of dumping rubble.", "nearby of", "accused"),
        ("Prosecutors suspect the manager of a depot outside the town of selling fuel.", "town of", "suspect"),
        ("The club signed the midfielder Jonas Kvist from Aalby United.", "Kvist from", "signed"),
        ("The club thanked the midfielder Jonas Kvist from Aalby United.", "Kvist from", "Kvist"),
        ("Clyde earned a reputation as an advocate for nurses.", "advocate for", "advocate"),
    ],
)
def test_what_a_verb_asks_for_is_its_own_however_far_behind(tree, text, word, head):
    doc = tree(text)
    before, _, marker = word.partition(" ")
    token = next(t for t in doc if t.text == marker and t.nbor(-1).text == before)
    assert token.head.text == head
