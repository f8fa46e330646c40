"""Second verbs and who does them, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.extract.clauses import clauses

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        (
            "The panel found that the firm had hidden a leak, had misled inspectors and had sacked a guard.",
            "misled",
            "hidden",
        ),
        ('Lund said that "every penny was spent" and slammed the door.', "slammed", "said"),
        ('Lund said that prices were "too high" and rose again.', "rose", "were"),
        ("The ministry said it would repay the loan but has not yet done so.", "done", "said"),
        ("The ministry said it would repay the loan but not the interest.", "repay", "said"),
        ("Moe asked whether cuts were planned and had been told that they were not.", "told", "asked"),
        ("She did not say when talks would resume but confirmed that they had failed.", "confirmed", "say"),
        ("Residents say the factory fouled the well and are suing its owner.", "suing", "say"),
        ("The audit says the charity lost money and recommends new rules.", "recommends", "says"),
        ("Police say the man stole cars and is hiding in Leeds.", "hiding", "stole"),
        ("Critics say the team play badly and are too slow.", "are", "play"),
        ("She thanked the crew who had found her son and went home.", "went", "thanked"),
        ("The ball hit a boy who had been watching and rolled into a ditch.", "rolled", "hit"),
        ("Keane met a farmer who had lost his herd and knew the minister.", "knew", "lost"),
        ("Ann Moe left before the play ended and did not answer calls.", "answer", "left"),
        ("The clerk fled before the shop was searched and declined to speak.", "declined", "fled"),
        ("The bid was studied before it was rated and rejected.", "rejected", "rated"),
        ("Halden said it had lost $4 million since the strike began and would not rule out a claim.", "rule", "lost"),
        ("He waited until the bus came and would not move.", "move", "waited"),
        ("The ministry would follow the trial, the clerk added, but had no plans to widen it.", "had", "follow"),
        ("The mayor had read the report, her office said, and was shocked.", "was", "read"),
        ("The company lost 30 million euros, the chairman said, and closed two plants in June.", "closed", "lost"),
        ("The airline lost 9 million crowns, he said, and laid off 40 pilots.", "laid", "lost"),
        ("Demand rose in the spring, the report said, and fell in July.", "fell", "rose"),
        ("Turnout was low, the commission said, and urged people to vote.", "urged", "said"),
        ("The deal was unfair, the mayor said, and called for talks.", "called", "said"),
        ("The bank would reopen, a clerk said, and opened the door.", "opened", "said"),
        ("The mill closed two lines in May, its owner said, and sold its lorries.", "sold", "closed"),
        ("The mill lost money in May, its owner said, and apologised.", "apologised", "said"),
        ("The banker will stay in jail until the case is heard but had to hand over his phone.", "had", "stay"),
        ("The club can play at home until the inquiry is finished but was fined 30,000 euros.", "fined", "play"),
        ("The singer may keep the house until the case is settled but must pay 20,000 euros.", "pay", "keep"),
        ("The port will stay shut until the wreck is raised and towed away.", "towed", "raised"),
        ("The ferry will not sail until the engine is repaired and passes a test.", "passes", "repaired"),
        ("The suspect stays in hospital until he is well and can be questioned.", "questioned", "is"),
        ("Two officials said a Swedish firm had offered to buy the mine but withdrew in June.", "withdrew", "offered"),
        ("Three witnesses said the driver had stopped but drove off when the police came.", "drove", "stopped"),
        ("The mayor said the firm had promised to clean the river but refused to give a date.", "refused", "said"),
        ("The police said the man had confessed but went on searching.", "went", "said"),
        ("The minister said the bridge had been unsafe but apologised to drivers.", "apologised", "said"),
        ("Ada Finch said that the airline was sorry and urged passengers to stay at home.", "urged", "said"),
        ("The aide said that the union was ready to talk and accused the firm of lies.", "accused", "said"),
        ("The owner said that the tenant was rude and accused her of theft.", "accused", "was"),
        ("The general said that the rebels had shelled the camp and killed nine people.", "killed", "shelled"),
    ],
)
def test_a_second_verb_stands_beside_the_one_with_its_subject(token_of, text, word, head):
    assert token_of(text, word).head.text == head


@pytest.mark.parametrize(
    ("text", "word", "doer"),
    [
        ("The fund keeps stakes in companies that transport or store natural gas.", "store", "companies"),
        ("The firm will hire or train 40 people.", "train", "firm"),
        ("The state will tax plants that burn or bury plastic, as well as goods that hold it.", "bury", "plants"),
        ("Lund will leave when the ships dock and sell the yard.", "sell", "Lund"),
        ("The mayor opened the gate, as a clerk has done every year, and rang the bell.", "rang", "mayor"),
        ("The state closed the road because it is unsafe and blamed heavy rain.", "blamed", "state"),
        ("Fans who were told their tickets had been cancelled should call the club.", "cancelled", "tickets"),
        ("Fans who were told their tickets had been cancelled should call the club.", "call", "Fans"),
        ("Tenants who were told the lift had been mended say it is stuck.", "say", "Tenants"),
        ("The editor ignored two emails from her lawyer flatly denying them.", "denying", "emails"),
        ("The union received a letter from the firm threatening to close the mill.", "threatening", "letter"),
        ("Police found him, lying on a bench with a cut on his face.", "lying", "him"),
        ("Police found him, using dogs and a drone.", "using", "Police"),
        ("He ran out of the house screaming.", "screaming", "He"),
        ("The bank gave smaller lenders room to act.", "act", "lenders"),
        (
            "Fighting between farmers from Warrap State and the Ngok Dinka, who form the majority, ended.",
            "form",
            "Dinka",
        ),
    ],
)
def test_who_does_it_is_who_can(tree, text, word, doer):
    doc = tree(text)
    assert next([s.text for s in c.subjects] for c in clauses(doc) if c.head.text == word) == [doer]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nobody got everything, which is how you know it was fair.", "is"),
        ("The field goes to vote in May.", "vote"),
        ("The bell stays put for now.", "put"),
        ("Britain's, which grew out of a trial, is due to end.", "grew"),
    ],
)
def test_nobody_does_what_is_no_deed_of_theirs(tree, text, word):
    doc = tree(text)
    assert not any(c.subjects for c in clauses(doc) if c.head.text == word)
