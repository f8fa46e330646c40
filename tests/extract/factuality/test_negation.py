"""Words that deny, and words that only look so."""

from __future__ import annotations

import pytest

from kg.model import Status, status_of

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("No child's death was traced to the delay.", "traced", "denied"),
        ("Scarcely a third of the members have paid their fees.", "paid", "asserted"),
        ("Hardly half of the pupils came.", "came", "asserted"),
        ("Hardly a day passes in peace.", "passes", "denied"),
        ("He explained to nobody in particular how the lamp worked.", "explained", "asserted"),
        ("Six firms declined to comment or did not reply.", "reply", "unrealised"),
        ("Six firms did not comment and did not reply.", "reply", "denied"),
        ("The minister would not apologise for the remark.", "apologise", "denied"),
        ("The Mail can reveal that the minister was warned.", "reveal", "asserted"),
        ("A scan can reveal that a bone is broken.", "reveal", "unrealised"),
        ("The agency said the zones should not be fixed before new surveys were complete.", "were", "unrealised"),
        ("The boy had learned to swim.", "swim", "asserted"),
        ("The boy is learning to swim.", "swim", "unrealised"),
        ("They paid the fine without having to admit guilt.", "admit", "unrealised"),
        ('"I lend money," he told the paper, in an interview that ran to two hours.', "ran", "asserted"),
    ],
)
def test_what_is_denied_refused_or_left_open(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected", "is_negative"),
    [
        ("The club could ill afford to lose its keeper.", "afford", "unrealised", True),
        ("The club could ill afford to lose its keeper.", "lose", "unrealised", True),
        ("Growers, who can ill afford a strike, asked for talks.", "afford", "unrealised", True),
        ("The state could afford to wait.", "wait", "unrealised", False),
        ("The bank can hardly afford to pay.", "pay", "unrealised", True),
        ("The fans were in no mood to celebrate.", "celebrate", "unrealised", True),
        ("The senate is in no hurry to vote.", "vote", "unrealised", True),
        ("The crowd was in a mood to dance.", "dance", "unrealised", False),
        ("There is a suggestion that Orr broke the law.", "broke", "unrealised", False),
        ("The notice would discourage walkers from crossing the field.", "crossing", "unrealised", True),
        ("Parents said pupils would be discouraged from cycling to school.", "cycling", "unrealised", True),
        ("The owner was deterred from selling.", "selling", "denied", True),
        ("The town was encouraged to sell the mill.", "sell", "unrealised", False),
        ("The harbour has never been busier, the pilot said.", "been", "claimed", False),
        ("The firm has never been more profitable.", "been", "asserted", False),
        ("The lake has never been so low.", "been", "asserted", False),
        ("The lake has never been low.", "been", "denied", True),
        ("He has never been more than a clerk.", "been", "denied", True),
        ("The club has never been in a better position.", "been", "asserted", False),
        ("Nobody has been happier.", "been", "denied", True),
        ("That is why we could lose the case.", "lose", "unrealised", False),
        ("This is why the bridge could collapse.", "collapse", "unrealised", False),
        ("That is why the mill closed.", "closed", "asserted", False),
        ("That is how the mill could reopen.", "reopen", "unrealised", False),
        ("The squad, beaten again on Sunday, were in no mood to sign shirts.", "sign", "unrealised", True),
        ("The chancellor, with an election near, is in no rush to raise the levy.", "raise", "unrealised", True),
        ("The firm was in no shape to fight a bid.", "fight", "unrealised", True),
        ("Orr was in court to hear the verdict.", "hear", "unrealised", False),
        ("The two firms are in talks to merge.", "merge", "unrealised", False),
        ("The premier was in Bonn to sign a pact.", "sign", "unrealised", False),
        ("The port could ill spare its last tug.", "spare", "unrealised", True),
        ("He could ill conceal his joy.", "conceal", "unrealised", True),
        ("The mayor was taken ill at the fair.", "taken", "asserted", False),
        ("She fell ill and left.", "fell", "asserted", False),
        ("The club was ill prepared for the tie.", "prepared", "asserted", False),
        ("The yard has never been in better shape.", "been", "asserted", False),
        ("Hopes have never looked so slim.", "looked", "asserted", False),
        ("Rents have never been as high.", "been", "denied", True),
        ("The lake has never been more polluted than the river.", "been", "denied", True),
        ("The bridge has never been safe.", "been", "denied", True),
        ("Nurses have never been so badly paid.", "paid", "asserted", False),
        ("The firm has never been accused of worse crimes.", "accused", "denied", True),
        ("The mill has never been sold to a bigger rival.", "sold", "denied", True),
        ("She has never looked at a better plan.", "looked", "denied", True),
        ("He has never been in a worse prison.", "been", "denied", True),
        ("The clerk has never been a bigger shareholder.", "been", "denied", True),
    ],
)
def test_denials_in_other_words(state_at, sentence, verb, expected, is_negative):
    state = state_at(sentence, verb)
    status = status_of(state.mode, state.polarity, state.is_attributed)
    assert (status, state.is_negative) == (Status(expected), is_negative)
