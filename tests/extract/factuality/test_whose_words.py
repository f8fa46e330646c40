"""Whose words: what the writer tells inside and beside another's speech, and what nobody says or wishes by it."""

from __future__ import annotations

import pytest

from kg.model import Polarity, Status

pytestmark = pytest.mark.model

LEASED = "The harbour board denied reports that it had leased two cranes to Vestport, which is owned by a bank in Riga."
OPENED = "The ministry denied rumours that the flood had been caused by engineers who had opened a gate."
AGREED = "The editor denied that she knew the money had come from the casino."
BURNED = "The mayor denied that he had sold the quay to a cousin who later burned it."
DIED = "The clinic denied reports that it had turned away two boys, one of whom later died."
SAID_DENIED = "Orr said the bank had denied that it sold the mill to a firm that burned it."
DELMAR = "The opposition accused the minister of buying turbines from Delmar, based in Uruguay."
MALTA = "Prosecutors accused her of laundering money for Bastion, a bank based in Malta."
BERGEN = "Fox said he had sold the mine to Tarn, a company based in Bergen."
BRIBES = "Critics said the mayor had hired Orlo, a firm known for bribing judges."
MALLS = "The party accused the mayor of giving land to Plazar, which builds malls."
GUARD = "The deputy has asked the board to find out whether the lift had been checked, as a guard told a paper."
URGED = "Ida Roth, a Liberal, has urged the board to examine whether tests were faked, as an engineer said in May."
UNION = "The firm is deciding whether to close the mill, as the union said in May."
RULING = "The court froze the sale, its clerk said on Monday, in a ruling that could delay the merger for years."
SURPRISED = "The bank cut its rate, it said on Thursday, in a decision that surprised traders."
CELL = "She had been held, her lawyer said, in a cell that had no window."
SPEECH = "The dam leaked, the mayor said, in a project that had cost millions."
RATES = "It posted a loss, as high interest rates weakened demand at home and energy costs rose."


@pytest.mark.parametrize(
    ("sentence", "word", "expected", "holders"),
    [
        # who is accused does not say so
        ("Two men charged with plotting to bomb a bridge appeared in court.", "plotting", "claimed", []),
        ("Penn's conviction for killing his wife was upheld.", "killing", "claimed", []),
        ("The union's claim that the mill leaked was repeated.", "leaked", "claimed", ["union"]),
        # what stands in a denial is not what he who denies it says
        (LEASED, "leased", "denied", ["board"]),
        (LEASED, "owned", "asserted", []),
        (OPENED, "caused", "denied", ["ministry"]),
        (OPENED, "opened", "claimed", []),
        (AGREED, "knew", "denied", ["editor"]),
        (AGREED, "come", "claimed", []),
        (BURNED, "burned", "claimed", []),
        (DIED, "died", "claimed", []),
        (SAID_DENIED, "sold", "denied", ["Orr", "bank"]),
        (SAID_DENIED, "burned", "claimed", ["Orr"]),
        ("Orr said he had not sold the mill to a firm that burned it.", "burned", "claimed", ["Orr"]),
        ("Orr denied the theft, adding that he owned the vase.", "owned", "claimed", ["Orr"]),
        # nor is it part of a charge where a firm has its seat
        (DELMAR, "buying", "claimed", ["opposition"]),
        (DELMAR, "based", "asserted", []),
        (MALTA, "based", "asserted", []),
        (MALLS, "builds", "asserted", []),
        (BERGEN, "based", "asserted", []),
        (BRIBES, "known", "claimed", ["Critics"]),
        ("A lawsuit accuses the school of hiding letters sent by two parents.", "sent", "claimed", ["lawsuit"]),
        ("Rivals accused it of copying a valve made by Hochfeld.", "made", "claimed", ["Rivals"]),
        ("Police said Orr had sold it to Tarn, a firm run by his wife.", "run", "claimed", ["Police"]),
        # what somebody says a thing was
        ("Villagers protested at what they said was the killing of a boy by soldiers.", "killing", "claimed", ["they"]),
        ("Soldiers burned what the army said was a tunnel that rebels dug.", "dug", "claimed", ["army"]),
        ("Soldiers burned what the army said was a tunnel that rebels dug.", "said", "asserted", []),
        ("Nurses walked out over what they say are wards that the state closed.", "closed", "claimed", ["they"]),
        ("Farmers poured milk on the road over what the state pays them.", "pays", "asserted", []),
        ("Growers marched at prices that they say no longer cover their costs.", "cover", "denied", ["they"]),
        ("The law that lawyers say never worked was scrapped.", "worked", "denied", ["lawyers"]),
        # what others are to bear in mind
        ("The broker told a client to remember that the fund had lost money.", "lost", "claimed", ["broker"]),
        ("The minister asked them to note that exports had risen.", "risen", "claimed", ["minister"]),
        ("Pike reminded voters that the mayor had raised taxes.", "raised", "claimed", ["Pike"]),
        ("She remembered that the door was locked.", "locked", "asserted", []),
        # "as X told them" is of the question before it
        (GUARD, "asked", "asserted", []),
        (GUARD, "checked", "unrealised", ["deputy"]),
        (URGED, "urged", "asserted", []),
        (URGED, "Liberal", "asserted", []),
        (UNION, "deciding", "claimed", ["union"]),
        ("The bridge was closed on Monday, as the mayor told reporters.", "closed", "claimed", ["mayor"]),
        ("The firm plans to cut 300 jobs, as the union said in May.", "plans", "claimed", ["union"]),
        # what the writer thinks of it is behind the speaker
        (RULING, "froze", "claimed", ["clerk"]),
        (RULING, "delay", "unrealised", []),
        (SURPRISED, "surprised", "asserted", []),
        (CELL, "had", "claimed", ["lawyer"]),
        (SPEECH, "cost", "claimed", ["mayor"]),
        # a verb that takes no words has no speaker
        (RATES, "rose", "asserted", []),
        ("The owner shrugged that the mill was old.", "was", "claimed", ["owner"]),
        # what others are to do is somebody's guess
        ("Analysts expect the bank to cut its rate in May.", "cut", "unrealised", ["Analysts"]),
        ("Officials fear the dyke to break.", "break", "unrealised", ["Officials"]),
        ("The firm expects to open in May.", "open", "unrealised", []),
        ("The city should have waited for the auditors to finish.", "finish", "unrealised", []),
        ("The bill would set aside a million to replace the pumps.", "replace", "unrealised", []),
    ],
)
def test_who_tells_it(state_at, status_at, sentence, word, expected, holders):
    assert status_at(sentence, word) is Status(expected)
    assert [token.text for link in state_at(sentence, word).holders for token in link] == holders


@pytest.mark.parametrize(
    ("sentence", "word", "mode", "is_negative"),
    [
        ("Not everyone is ready to leave the island.", "leave", "possible", True),
        ("Not all members are prepared to back the treaty.", "back", "possible", True),
        ("The army is ready to leave.", "leave", "possible", False),
        ("The coalition does not have the votes to pass the law.", "pass", "possible", True),
        ("The opposition has the votes to block the treaty.", "block", "possible", False),
        ("The party lacks the seats to change the law.", "change", "possible", True),
        ("The club voted to leave.", "leave", "future", False),
        ("He avoided a fight to save his job.", "save", "possible", False),
        ("Oslo has not confirmed receiving the letter.", "receiving", "possible", False),
        ("The bank has not acknowledged losing the file.", "losing", "possible", False),
        ("It is cheaper for me to let the onions rot.", "let", "possible", False),
        ("It is faster for drivers to take the ferry.", "take", "possible", False),
        ("It was wise for the firm to sell the mine.", "sell", "possible", False),
        ("It is important for pupils to learn Welsh.", "learn", "desired", False),
        ("It is best for children to stay at home.", "stay", "desired", False),
        ("It is better for tenants to pay in cash.", "pay", "desired", False),
        ("Some families may have to wait until June.", "wait", "possible", False),
        ("The bank might need to raise capital.", "raise", "possible", False),
        ("Farmers have to wait until June.", "wait", "desired", False),
        ("The team may want to sell him.", "sell", "desired", False),
        ("The union wants a guarantee that jobs would be kept.", "kept", "desired", False),
        ("Tenants are seeking an assurance that rents will not rise.", "rise", "desired", True),
        ("The widow wants proof that the letter was burned.", "burned", "possible", False),
        ("The bank gave a guarantee that loans would be repaid.", "repaid", "future", False),
        ("A report that clients would be paid in bonds angered the town.", "paid", "future", False),
        ("The claim that taxes would fall if he won was repeated.", "fall", "conditional", False),
        ("Teachers would like to see the contract.", "like", "factual", False),
        ("Teachers would like to see the contract.", "see", "desired", False),
        ("The firm would like to buy it if the price fell.", "like", "conditional", False),
        ("The firm would love to sell Merem were it richer.", "love", "conditional", False),
        ("The firm would love to buy it in that case.", "love", "conditional", False),
        ("In such a case the firm would love to buy it.", "love", "conditional", False),
        ("The firm would love to buy it in any case.", "love", "factual", False),
        ("We would have liked to stay.", "liked", "conditional", False),
        ("She would like it if the band came.", "like", "conditional", False),
        ("Pupils should stay at home when they are ill.", "are", "conditional", False),
        ("The union wants drivers to be paid when they wait.", "wait", "conditional", False),
        ("The shop will open when the tide falls.", "falls", "future", False),
        ("There is not one letter in which he asks for a bribe.", "asks", "factual", True),
        ("There was not one witness who saw him.", "saw", "factual", True),
        ("There is a letter in which he asks for money.", "asks", "factual", False),
    ],
)
def test_what_is_open_wished_or_denied(state_at, sentence, word, mode, is_negative):
    state = state_at(sentence, word)
    assert str(state.mode) == mode
    assert (state.polarity is Polarity.NEGATIVE) == is_negative


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The council sent 40 volunteers to find those who live alone.", "live", "asserted"),
        ("The mayor sent troops to check on pensioners living alone.", "living", "asserted"),
        ("The army was called in to bring food to families living in the hills.", "living", "asserted"),
        ("The charity hopes to help the children who sleep in stations.", "sleep", "asserted"),
        ("The bank promised to repay every client affected.", "affected", "asserted"),
        ("The firm will pay all workers injured.", "injured", "asserted"),
        ("The town will clear roads leading to the clinic.", "leading", "asserted"),
        ("The county will repair bridges linking the islands.", "linking", "asserted"),
        ("The dam would flood a fair attended by thousands of people every year.", "attended", "asserted"),
        ("Bishops said the mast would ruin a shrine visited by pilgrims each spring.", "visited", "claimed"),
        ("Fans hoping to attend have been urged not to drive.", "hoping", "asserted"),
        ("The thieves could not sell what the duke had left with them.", "left", "asserted"),
        ("A clerk who speaks Welsh is wanted.", "speaks", "unrealised"),
        ("A treaty that bans the gas is sought by nine states.", "bans", "unrealised"),
        ("The state will feed anyone living in the camp.", "living", "unrealised"),
        ("The city plans to stop people living under bridges.", "living", "unrealised"),
        ("He dreams of robots that live on Mars.", "live", "unrealised"),
        ("The ministry will hire a clerk who lives in Oslo.", "lives", "unrealised"),
        ("The county will build bridges linking the islands.", "linking", "unrealised"),
        ("The port will buy tugs serving the bay.", "serving", "unrealised"),
        ("Nine towns want to ban lorries carrying waste from the mine.", "carrying", "unrealised"),
        ("The mosses may be kept alive by bacteria living between their leaves.", "living", "unrealised"),
        ("The firm plans to build a park visited by thousands every year.", "visited", "unrealised"),
        ("The plan calls for a market held in the square every month.", "held", "unrealised"),
    ],
)
def test_what_is_there_is_no_plan_within_one(status_at, sentence, word, expected):
    assert status_at(sentence, word) is Status(expected)
