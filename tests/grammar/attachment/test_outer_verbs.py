"""Second verbs behind a relative clause, as the model parses the sentence: some are the outer subject's."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("The baker bought flour that two mills had never weighed and sold the bread himself.", "sold", "bought"),
        ("The bank sold loans that other lenders had rejected and kept the risk itself.", "kept", "sold"),
        ("The sisters sewed flags that a club had ordered and delivered them themselves.", "delivered", "sewed"),
        ("The fund supports women who have fled wars and runs a shelter in Basel.", "runs", "supports"),
        ("The senator backed cuts that had angered teachers and has apologised for it.", "apologised", "backed"),
        ("The duke opposed plans that would have closed two schools and is suing the state.", "suing", "opposed"),
        ("The senate blocked a law that would have ended the tax and agreed to a new one.", "agreed", "blocked"),
        ("The woman met voters who had lost jobs and offered them work.", "offered", "met"),
        ("Patients asked for a room to rest and to eat in.", "eat", "rest"),
        ("The jury asked for more time to decide.", "decide", "time"),
        ("The army let reporters visit the camp but barred them from speaking to prisoners.", "barred", "let"),
        ("The ministry let the firm build a dam and lent it money.", "lent", "let"),
        ("The boy was pulled out by a man walking his dog and taken to hospital.", "taken", "pulled"),
        ("The man was seen leaving the house and arrested at the gate.", "arrested", "seen"),
        ("The report was written by a team investigating the crash and published in May.", "published", "written"),
        ("The guard was shot by a man wearing a mask and armed with a rifle.", "armed", "wearing"),
        ("The firm was bought by a fund managing 9 billion euros and based in Oslo.", "based", "managing"),
        # what is theirs
        ("He praised a man walking his dog and feeding the birds.", "feeding", "walking"),
        ("The law lets farmers shoot wolves and sell the fur.", "sell", "shoot"),
        ("The plane that was built in 1990 and has flown 400 hours will go.", "flown", "built"),
        ("He bought a firm that makes lamps and has 40 staff.", "has", "makes"),
        ("The town has a team that won two cups and is known abroad.", "known", "won"),
        ("He praised firefighters who had saved a girl and injured themselves.", "injured", "saved"),
        ("The man who stole the car that belonged to a nurse and hurt himself was fined.", "hurt", "stole"),
    ],
)
def test_the_outer_subject_goes_on(token_of, text, word, head):
    assert token_of(text, word).head.text == head
