"""Who does what infinitives and gerunds say, and that nobody does where it is not told."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.clauses.subjects import subjects
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("Ms Ortiz had felt under pressure to reopen the shaft.", "reopen", ["Ortiz"]),
        ("The board put the chief under pressure to resign.", "resign", ["chief"]),
        ("The firm's aim is to sell the mill.", "sell", ["firm"]),
        ("The mine is to close in May.", "close", ["mine"]),
        ("The council turned down an offer from the Rotary club to paint the hall.", "paint", ["club"]),
        ("The tower cleared the freight train to leave the yard.", "leave", ["train"]),
        ("He understood this to mean that the talks were over.", "mean", ["this"]),
        ("Fans called for the board, rather than the coach, to go.", "go", ["board"]),
        ("The crew took four years to build the bridge.", "build", ["crew"]),
        ("The company took ten years to recover.", "recover", ["company"]),
        ("Dana Holt waited for the letter without once complaining.", "complaining", ["Holt"]),
        ("The mill was built to supply lamps.", "supply", ["mill"]),
        ("The firm considered closing the mine.", "closing", ["firm"]),
        ("The owner must repay the loan, a judge ruled on Monday.", "repay", ["owner"]),
        ("After the coup her uncle was barred from teaching.", "barred", ["uncle"]),
        ("Nurses, porters and clerks each want a rise.", "want", ["Nurses", "porters", "clerks"]),
        ("There were two doors, and behind both of them was the same room.", "was", ["room"]),
        ("The firm had trouble selling the mill.", "selling", ["firm"]),
        ("The watchdog rated nine of its homes as requiring repair.", "requiring", ["nine"]),
        ("A boat was sent to search the bay.", "search", ["boat"]),
        ("One man asked why it took us so long to come.", "come", ["us"]),
        ("Her editor thinks the sum too small to pay the fine.", "pay", ["sum"]),
        ("Rescuers, many of them nurses, had pulled nine people out.", "pulled", ["Rescuers"]),
        ("Cyclists in Delft want more space to repair bikes.", "repair", ["Cyclists"]),
        ("The jury asked for more time to decide.", "decide", ["jury"]),
        ("The magazine accepted an article to be published in May.", "published", ["article"]),
        ("The ministry said the strike was illegal and had not promised any money.", "promised", ["ministry"]),
        ("The mayor called in 40 volunteers to fill sandbags.", "fill", ["volunteers"]),
        ("The police called in divers to search the lake.", "search", ["divers"]),
        ("The city brought in a retired judge to examine the accounts.", "examine", ["judge"]),
        ("The town needs volunteers to clean the beach.", "clean", ["volunteers"]),
        ("The shortage of drivers to deliver fuel has hit hospitals.", "deliver", ["drivers"]),
        ("The state gave the family a flat to live in.", "live", ["family"]),
        ("The nurses' union has called a two-day strike for May 3 to demand higher pay.", "demand", ["union"]),
        ("The bank called up the files to check the loan.", "check", ["bank"]),
        ("The firm brought in new rules to cut waste.", "cut", ["firm"]),
        ("The town needs 3 million euros to mend the bridge.", "mend", ["town"]),
        ("The guards were called in to search the cells.", "search", ["guards"]),
        ("The council called on residents to save water.", "save", ["residents"]),
        ("Fishermen want the ministry to lift the ban, which has lasted a year, and to pay.", "pay", ["ministry"]),
        ("The panel named a lawyer to manage the estate after finding a forged will.", "finding", ["panel"]),
        # nobody told
        ("The city sold 340 permits to park on the quay.", "park", []),
        ("She heard screaming and used a belt.", "screaming", []),
        ("There was nobody left in the camp to say goodbye to.", "say", []),
        ("There were no grounds for refusing the scheme.", "refusing", []),
        ("Officers counted the price of ripping up the rails.", "ripping", []),
        ("The aim was to raise fares rather than to punish riders.", "raise", []),
        ("The valves were replaced in order to keep the pressure low.", "keep", []),
        ("No permit to build a shed has been sought.", "build", []),
        ("A promise to keep fees down is not a plan.", "keep", []),
        ("Officials described the raid as an attempt to seize the port.", "seize", []),
        ("The mill would cost £4m to repair.", "repair", []),
        ("The bridge took four years to build.", "build", []),
        ("The report recommends closing the mine.", "closing", []),
        ("The plan would mean closing a pool.", "closing", []),
        ("It is a felony to sell a fake ticket.", "sell", []),
        ("The police found no sign of an attempt to open the safe.", "open", []),
        ("The judges had seen no evidence of a plan to rig the vote.", "rig", []),
        ("The judges had seen evidence of a plan by the mayor to rig the vote.", "rig", ["mayor"]),
        ("The council has no plan to sell the park.", "sell", ["council"]),
        ("The fruit must be washed before eating.", "eating", []),
        ("The boys were held after eating berries.", "eating", ["boys"]),
        (
            "The judge said that sympathy, whether for the firm or for the widow, had no part in it.",
            "had",
            ["sympathy"],
        ),
        ('"If they give it away, let them say so," she said.', "let", []),
    ],
)
def test_only_who_is_told_does_it(nlp, text, word, who):
    [(_, doc)] = annotate([Document(text, "t", "t")], nlp)
    verb = next(token for token in doc if token.text == word)
    assert [token.text for token in subjects(verb)] == who


@pytest.mark.parametrize("text", ["The mill was shut by nightfall.", "The catch is cut by a fifth."])
def test_a_time_or_a_share_does_nothing(nlp, text):
    from kg.extract.clauses.obliques import agents

    [(_, doc)] = annotate([Document(text, "t", "t")], nlp)
    assert [agent.text for token in doc for agent in agents(token)] == []
