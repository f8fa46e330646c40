"""What stands behind a clause of the object and belongs to the main verb, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("The council advised people who live alone to phone a neighbour.", "phone", "advised"),
        ("The court ordered a firm that makes lamps to pay a fine.", "pay", "ordered"),
        ("Police appealed to anyone who saw the crash to come forward.", "come", "appealed"),
        (
            "The nurses want the hospital to hire a guard, which would cost little, and to light the yard.",
            "light",
            "hire",
        ),
        ("The nurses want the hospital to hire a guard who would be armed and to light the yard.", "light", "hire"),
        (
            "Both clubs called for stricter rules, and a state panel has summoned Lund to appear in May.",
            "appear",
            "summoned",
        ),
        ("Both clubs called for a panel that has the time to meet often to be set up.", "set", "called"),
        ("The rule requires companies that employ more than 50 people to publish their pay.", "publish", "requires"),
        ("The state encourages farmers growing maize to plant trees.", "plant", "encourages"),
        ("The judge told the woman accused of hiding the gun to stand.", "stand", "told"),
        ("The firm plans to close shops that lose money by the end of next year.", "by", "close"),
        ("The port will close berths that are rarely used next year.", "year", "close"),
        ("The bank lends money to women who want to open a shop and charges them 4%.", "charges", "lends"),
        ("The city told hotels that lack a licence to close.", "close", "told"),
        ("The law allows anyone who has a right to fish to build huts.", "build", "allows"),
        ("The law bars people convicted of fraud from holding office.", "from", "bars"),
        ("The judge fined a driver who hit a wall for speeding.", "for", "fined"),
        ("Officials urged anyone who ate the cheese to get tested.", "tested", "urged"),
        ("The fund trains nurses who left their post to work again.", "work", "trains"),
        ("The union called for firms that burn coal to pay into a fund.", "pay", "called"),
        ("Ministers called for the work, due to begin in May, to be halted.", "halted", "called"),
        ("The party called for every licence granted under her rule to be reviewed.", "reviewed", "called"),
        ("Two senators called for the head of the agency to step down.", "head", "step"),
        ("The bishop called for prisoners held without trial to be freed.", "freed", "called"),
        ("The lawyer called on the court on Tuesday to free his client.", "free", "called"),
        ("Ministers called for calm and sent officers to guard the mosque.", "guard", "sent"),
        ("The firm got the green light to build a ferry.", "build", "light"),
        ("They got the mayor to sign the deal.", "sign", "got"),
        ("They asked for the road, which is icy, to be closed.", "closed", "asked"),
        # what is theirs
        (
            "He leads 30 villages that ask for a fairer trial, which the court has twice refused to hold.",
            "hold",
            "refused",
        ),
        ("Both parties called for fines, and a panel has summoned Orr to appear on Monday.", "appear", "summoned"),
        ("The premier called for talks to end the strike.", "end", "talks"),
        ("The judge fined a driver who apologised for speeding.", "for", "apologised"),
        ("The law allows anyone who has a right to fish to build huts.", "fish", "right"),
        ("The fund helps students who have a right to vote.", "vote", "right"),
        ("The mayor thanked a nurse who told crowds in the square to leave.", "leave", "told"),
        ("Police asked people who want to leave to wait.", "leave", "want"),
        ("The firm hired workers who came to mend the roof.", "mend", "came"),
        ("The council will move families who arrived by June 2019.", "by", "arrived"),
        ("The firm hired clerks who sorted letters and read them.", "read", "sorted"),
        ("The union asked a firm that wanted nurses to work nights for talks.", "work", "wanted"),
    ],
)
def test_the_main_verb_keeps_what_is_its_own(token_of, text, word, head):
    assert token_of(text, word).head.text == head
