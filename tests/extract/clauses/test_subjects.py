"""Real subjects: on parses written by hand, and as the model marks whole sentences."""

from __future__ import annotations

import pytest
from parses import doc

from kg.extract.clauses.subjects import find, subjects
from kg.grammar.verbs import is_passive

URGE = {"urged": "urge", "used": "use", "promised": "promise", "accused": "accuse", "sold": "sell"}


@pytest.mark.parametrize(
    "arc",
    ["xcomp>urged", "advcl>urged", "acl>tenants"],
)
def test_object_control_needs_no_right_attachment(arc):
    parsed = doc(f"Lund/NNP/nsubj>urged urged/VBD/ROOT>urged tenants/NNS/dobj>urged to/TO/aux>stay stay/VB/{arc}", URGE)
    assert [t.text for t in subjects(parsed[4])] == ["tenants"]


@pytest.mark.parametrize("arc", ["xcomp>used", "advcl>used", "acl>loans"])
def test_a_purpose_is_the_subjects_own(arc):
    parsed = doc(f"Lund/NNP/nsubj>used used/VBD/ROOT>used loans/NNS/dobj>used to/TO/aux>build build/VB/{arc}", URGE)
    assert [t.text for t in subjects(parsed[4])] == ["Lund"]


@pytest.mark.parametrize("hangs_on", ["accused", "bank"])
def test_an_accusation_is_of_the_accused(hangs_on):
    parsed = doc(
        "Lund/NNP/nsubj>accused accused/VBD/ROOT>accused the/DT/det>bank bank/NN/dobj>accused "
        f"of/IN/prep>{hangs_on} hiding/VBG/pcomp>of losses/NNS/dobj>hiding",
        URGE,
    )
    assert [t.text for t in subjects(parsed[5])] == ["bank"]


def test_inserted_speech_leaves_the_subject_to_its_verb():
    parsed = doc(
        "dams/NNS/nsubj>told ,/,/punct>told Lund/NNP/nsubj>told told/VBD/ROOT>told Orlo/NNP/dobj>told "
        ",/,/punct>told broke/VBD/conj>told"
    )
    assert [t.text for t in subjects(parsed[3])] == ["Lund"]
    assert [t.text for t in subjects(parsed[6])] == ["dams"]


def test_a_gapped_conjunct_brings_its_own_doer():
    parsed = doc(
        "Orlo/NNP/nsubj>ordered ordered/VBD/ROOT>ordered mills/NNS/dobj>ordered to/TO/aux>close close/VB/xcomp>ordered "
        "and/CC/cc>close owners/NNS/conj>close to/TO/aux>pay pay/VB/xcomp>close",
        {"ordered": "order"},
    )
    assert [t.text for t in subjects(parsed[8])] == ["owners"]


SUBJECTS = [  # sentence, verb, its subjects, the rule that finds them
    ("An attempt to raise the wreck failed.", "raise", "", "none"),
    ("The deadline to file a claim has passed.", "file", "", "none"),
    ("The treaty gives Norway a basis to inspect the ships.", "inspect", "Norway", "control"),
    ("The mayor signed a bill to ban the trade.", "ban", "bill", "control"),
    ("The club is weighing an offer to buy its ground.", "buy", "", "none"),
    ("There was little time to warn the villagers.", "warn", "", "none"),
    ("The machine to sort the letters broke down.", "sort", "machine", "control"),
    ("A plan to drain the lake alarmed anglers.", "drain", "", "none"),
    ("A bill to drain the lake alarmed anglers.", "drain", "bill", "control"),
    ("The company expects the deal to close in June.", "close", "deal", "own"),
    ("He expected the agreement to create 300 jobs.", "create", "agreement", "control"),
    ("The board expects a decision to close the mine.", "close", "board", "control"),
    ("She summoned the envoy to demand an apology.", "demand", "She", "control"),
    ("She summoned the envoy to explain the raid.", "explain", "envoy", "control"),
    ("The trawler ignored repeated orders to stop.", "stop", "trawler", "control"),
    ("A judge rejected a request by the district to order teachers back to work.", "order", "judge", "control"),
    ("A judge rejected a request by the firm to move the trial.", "move", "firm", "control"),
    ("Prosecutors charged two men with conspiracy to rob a bank.", "rob", "men", "control"),
    ("A man was arrested on suspicion of conspiracy to commit robbery.", "commit", "man", "control"),
    ("The state gave the town £4 million to mend the pier.", "mend", "town", "control"),
    ("The fines should be spent on repairing the pier.", "repairing", "", "none"),
    ("That is no way to treat guests.", "treat", "", "none"),
    ("They knew which shelves to go to.", "go", "", "none"),
    ("The board announced a plan to sell the mill.", "sell", "board", "control"),
    ("The bank dropped its plan to close a branch.", "close", "bank", "control"),
    ("The judge rebuked the clerk for losing the file.", "losing", "clerk", "control"),
    ("Residents oppose a plan to build a tower.", "build", "", "none"),
    ("Staff went on strike over a plan to close the pit.", "close", "", "none"),
    ("Pressure on the museum to return the mask grew.", "return", "museum", "control"),
    ("The harbour board fined the ferry for dumping oil.", "dumping", "ferry", "control"),
    ("The divers returned without finding the bell.", "finding", "divers", "control"),
    ("Minister: Does the fund own the ground?", "own", "fund", "own"),
    ("It seems to rain.", "rain", "", "none"),
    ("It takes courage to sell the mill.", "sell", "", "none"),
    ("It plans to sell the mill.", "sell", "It", "control"),
    ("The dam, an engineer told the court, broke.", "broke", "dam", "own"),
    ("Speaking in the owners' defence, Tom Marlow, QC, said that they left.", "said", "Marlow", "own"),
    ("The council, which owns the harbour, plans to sell it.", "owns", "council", "relative"),
    ("The council, which owns the harbour, plans to sell it.", "sell", "council", "control"),
    ("Orlo Bank and its rival Tessen agreed to merge in May.", "merge", "Bank Tessen", "control"),
    ("Koval told the bank to freeze the account.", "freeze", "bank", "control"),
    ("Talks due to start on Monday were put off.", "start", "Talks", "control"),
    ("The museum, due to open in May, will show 300 works.", "open", "museum", "control"),
    ("A storm likely to reach Holm on Friday killed two.", "reach", "storm", "control"),
    ("The firm is hiring drivers able to work at night.", "work", "", "none"),
    ("They want a book easy to read.", "read", "", "none"),
    ("He promised his mother to return.", "return", "He", "control"),
    ("Residents were forced to leave their homes.", "leave", "Residents", "control"),
    ("Efforts by the council to stop the club from selling its ground failed.", "stop", "council", "control"),
    ("Efforts by the council to stop the club from selling its ground failed.", "selling", "club", "control"),
    ("The city's decision to close the pool was met with anger.", "close", "city", "control"),
    ("The firm is joining groups in efforts to stop the port from dumping sand.", "stop", "firm", "control"),
    ("The union called on the firm to raise pay.", "raise", "firm", "control"),
    ("She was the only curator to buy the work.", "buy", "She", "control"),
    ("The fund seems to have lost its money.", "lost", "fund", "control"),
    ("The firm used the money to buy a rival.", "buy", "firm", "control"),
    ("The tool was used by police to track buyers.", "track", "police", "control"),
    ("Lund was paid by a rival to steal the plans.", "steal", "Lund", "control"),
    ("The money will be used to mend the pier.", "mend", "", "none"),
    ("The judge gave the firm 30 days to clear the site.", "clear", "firm", "control"),
    ("The bank gave clients a week to withdraw their savings.", "withdraw", "clients", "control"),
    ("The owner spent two years to rebuild the barn.", "rebuild", "owner", "control"),
    ("There are plans to build a school on the site.", "build", "", "none"),
    ("There is a campaign to save the mill.", "save", "campaign", "control"),
    ("The vaccine was shipped to be tested in Accra.", "tested", "vaccine", "control"),
    ("The dam was drained to repair a crack.", "repair", "", "none"),
    ("The firm was sold to repay its creditors.", "repay", "", "none"),
    ("Two divers were flown in to mend a gate.", "mend", "divers", "control"),
    ("The dam was built to supply water.", "supply", "dam", "control"),
    ("The museum was ordered to return the vase.", "return", "museum", "control"),
    ("The firm paid rebates to win the contract.", "win", "firm", "control"),
    ("The firm paid a clerk to steal the plans.", "steal", "clerk", "control"),
    ("It is up to the council to decide.", "decide", "council", "control"),
    ("Sales fell in May, the bank said, missing forecasts.", "missing", "Sales", "participle"),
    ("The union campaigned against closing the mine.", "closing", "", "none"),
    ("It is easy to sell data.", "sell", "", "none"),
    ("The party found it hard to keep its word.", "keep", "party", "control"),
    ("The crowds can be avoided by walking to the park.", "walking", "", "none"),
    ("The club lost money by selling its ground.", "selling", "club", "control"),
    ("Talks broke down over a plan to replace drivers.", "replace", "", "none"),
    ("The firm joined in a plan to replace drivers.", "replace", "firm", "control"),
    ("The man is able to sing.", "sing", "man", "control"),
    ("The bill bans shops from selling knives to children.", "selling", "shops", "control"),
    ("The bank refused to stop lending to the mine.", "lending", "bank", "control"),
    ("Before joining Orlo Bank, she taught physics.", "joining", "she", "control"),
    ("Having sold the club, Lind moved to Spain.", "sold", "Lind", "participle"),
    ("Asked about the plan, Lind declined to comment.", "Asked", "Lind", "participle"),
    ("The river burst its banks, flooding the old town.", "flooding", "river", "participle"),
    ("Halden, based in Oslo, employs 400 people.", "based", "Halden", "participle"),
    ("The storm killed three people and left thousands without power.", "left", "storm", "conjunct"),
    ("Tessen bought the site and sold it to a developer.", "sold", "Tessen", "conjunct"),
    ("There are fears among residents of a second flood.", "are", "fears", "existential"),
    ("The police officer who shot the man has been suspended.", "shot", "officer", "relative"),
    ("Lind, a lawyer, and Moe, a banker, founded the club.", "founded", "Lind Moe", "own"),
    ("The bridge was damaged by debris, forcing trains to stop.", "forcing", "debris", "participle"),
    ("The road was closed for six hours, causing long queues.", "causing", "", "none"),
    ("She was elected in May, beating a rival.", "beating", "She", "participle"),
    ("The board appointed Lund chairman on Monday, replacing Moe.", "replacing", "Lund", "participle"),
    ("Lund joined the bank in May, replacing Moe.", "replacing", "Lund", "participle"),
    ("The army awarded Orlo Works a contract to rebuild the bridge.", "rebuild", "Works", "control"),
    ("Orlo Works was awarded a contract to rebuild the bridge.", "rebuild", "Works", "control"),
    ("The army awarded a contract to Orlo Works to rebuild the bridge.", "rebuild", "Works", "control"),
    ("The firm gave workers a promise to pay.", "pay", "firm", "control"),
    ("The bank gave the tenants three weeks to leave.", "leave", "tenants", "control"),
    ("The court gave the firm until May to pay the fine.", "pay", "firm", "control"),
    ("The charity gave a dinner to raise money.", "raise", "charity", "control"),
    ("Orlo Works won a contract to rebuild the bridge.", "rebuild", "Works", "control"),
    ("The firm paid the fine, as ordered by the court.", "ordered", "", "none"),
    ("Guards removed four people for shouting at the mayor.", "shouting", "people", "control"),
    ("The firm paid $3 million for sharing data.", "sharing", "firm", "control"),
    ("The debt was taken on by Krag to buy the firm.", "buy", "Krag", "control"),
    ("Lund was hired by Orlo Works to build a bridge.", "build", "Lund", "control"),
    ("Pruitt rejected calls to repeal the law.", "repeal", "", "none"),
    ("Bonds fell after Moody's put the rating on review.", "put", "Moody", "own"),
    ("The dam was built by the state to supply water.", "supply", "dam", "control"),
    ("The shares of Orlo fell, while Tarn's jumped.", "jumped", "", "none"),
    ("Moe took a job driving buses in Leeds.", "driving", "Moe", "participle"),
    ("Moe broke a rib falling from a horse.", "falling", "Moe", "participle"),
    ("The council has a job centre serving two towns.", "serving", "centre", "participle"),
    ("The minister met the families, which prompted a protest.", "prompted", "", "none"),
    ("The bank froze two cards for six weeks, which meant that Moe could not pay.", "meant", "", "none"),
    ("Lund blamed a fire, which meant that trains were late.", "meant", "fire", "relative"),
    ("She is banned until 4 May 2026, which costs her the cup.", "costs", "", "none"),
    ("He was jailed until June 2020, which ended his career.", "ended", "", "none"),
    ("They met on 4 May, which marks the feast of Lund.", "marks", "May", "relative"),
    ("The town passed a law, which prompted a protest.", "prompted", "law", "relative"),
    ("It is like being paid for a nap.", "paid", "", "none"),
    ("The cost to repair the dam has doubled.", "repair", "", "none"),
    ("Moe had two weeks to mend the roof and three to paint it.", "paint", "", "none"),
]


@pytest.mark.model
@pytest.mark.parametrize(("sentence", "verb", "expected", "source"), SUBJECTS)
def test_every_verb_has_its_real_subject(parse, sentence, verb, expected, source):
    [token] = [token for token in parse(sentence) if token.text == verb]
    found, rule = find(token)
    assert (" ".join(subject.text for subject in found), rule) == (expected, source)


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The mill was sold.", "sold", True),
        ("The mill was sold and renamed Orlo.", "renamed", True),
        ("The cloth was cut and washed with soap.", "washed", True),
        ("The mill sold by Lund burned.", "sold", True),
        ("The mill has sold two boats.", "sold", False),
        ("Its plan collapsed.", "collapsed", False),
        ("The lake was dammed and grew.", "grew", False),
        ("The dam had been inspected in April and found to be safe.", "found", True),
        ("She was stopped and asked to see a lawyer.", "asked", False),
        ("Former treasurer found guilty of theft", "found", True),
        ("The club found the pitch wet", "found", False),
        ("She was freed after a jury deliberated for two days.", "deliberated", False),
        ("With the road blocked, they left.", "blocked", True),
    ],
)
def test_a_passive_is_known_by_its_auxiliary_or_the_verb_before(parse, sentence, verb, expected):
    [token] = [token for token in parse(sentence) if token.text == verb]
    assert is_passive(token) is expected
