"""Clauses with "that" and the verb whose content they are, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("She told the crowd, gathered at a hotel in Bonn, that voters had rejected the plan.", "rejected", "told"),
        ("The guard had been assured an hour earlier that the gate was open.", "was", "assured"),
        ("The bill is likely to top £9m, a packed meeting in Leeds heard on Tuesday.", "meeting", "heard"),
        (
            "Brenmark has agreed to buy Osterdal for 40 million euros, the two companies announced.",
            "agreed",
            "announced",
        ),
        ("The union is to end its strike in May, its leaders confirmed late on Monday.", "leaders", "confirmed"),
        ("Ann Hale runs Tarn, a label established in 1981.", "label", "Tarn"),
        ("Orr told a meeting of senior clerks that he had written to the king.", "written", "told"),
        ("The man, whose brother Carl died in May, left.", "Carl", "brother"),
        ("She sold a mill, a firm and a boat.", "boat", "firm"),
        ("She warned him that there was no road, that the wells were dry, and that men had come.", "were", "was"),
        (
            "One theory is that she was a widow of a man who died abroad and that the arms stood in for him.",
            "stood",
            "was",
        ),
        ("The firm denied a report in a Paris newspaper that the owner planned to sell 12 hotels.", "that", "planned"),
        ("She read a letter in the paper that the mayor wanted to burn.", "that", "burn"),
        ("The road was so wet that the bus slid.", "slid", "wet"),
        ("The dam was built so that the town had water.", "had", "built"),
        # at the end of a paragraph, too
        ("Tarn has agreed to sell two mills, the two firms announced on Friday.\n\nShares fell.", "firms", "announced"),
        # behind what the sayer goes by
        ("The weekly reported, quoting three officers, that the base had been emptied.", "emptied", "reported"),
        ("The agency reported on Monday, citing a leaked cable, that the envoy had fled.", "fled", "reported"),
        ("The agency said, citing sources, that Orlo had dropped its offer.", "citing", "said"),
        ("Police said, citing witnesses who saw the crash, that the bus had no lights.", "had", "said"),
        ("She told the court, weeping, that her son had drowned.", "drowned", "told"),
        ("He cited a study that nurses had written.", "written", "study"),
        # behind what is told of who tells or hears it
        ("The reporter was told by a guard who worked nights that inmates had dug a tunnel.", "dug", "told"),
        ("The editor was told by a nurse who treated the boy that guards beat him.", "beat", "told"),
        ("He told a nurse who treated him that he was cold.", "cold", "was"),
        ("He told a nurse who treated him that he was cold.", "was", "told"),
        ("He was told by a clerk who ran the shop that his sister owned.", "owned", "shop"),
        ("She was hit by a driver who had left a party that her son attended.", "attended", "party"),
        # a comma ends what an opening tells of
        ("Following claims that a coach hit players, the club hired a lawyer.", "hit", "claims"),
        ("Following claims that a coach hit players, the club hired a lawyer.", "Following", "hired"),
        ("Following news that rebels took the port, oil rose 3%.", "took", "news"),
        # "that" alone
        ("The bishop told pilgrims that was a rumour.", "was", "told"),
        ("The lawyer told jurors that had no bearing on the case.", "had", "told"),
        ("The club told fans that were waiting outside to leave.", "waiting", "fans"),
        ("The firm told tenants that the lift was safe.", "was", "told"),
        ("He denied a claim by the union that the firm had paid in cash.", "paid", "claim"),
        ("Officers bought the car that was stolen.", "stolen", "car"),
    ],
)
def test_a_clause_with_that_is_the_content_of_a_verb_of_saying(token_of, text, word, head):
    assert token_of(text, word).head.text == head


@pytest.mark.parametrize(
    ("text", "is_itself"),
    [
        ("The mayor said that had changed.", True),
        ("They told him that was enough.", True),
        ("The paper reported that was the third fire in a week.", True),
        ("The fee that he thinks was too high was cut.", False),
        ("Nurses said that men were missing.", False),
    ],
)
def test_that_may_be_what_is_told_of(token_of, text, is_itself):
    that = token_of(text, "that")
    assert (that.tag_ == "DT" and that.dep_ == "nsubj") == is_itself
