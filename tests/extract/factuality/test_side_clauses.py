"""The mode of clauses of time, of conditions, and of what describes a thing that is only to come."""

from __future__ import annotations

import pytest

from kg.model import Mode, Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The governor called for work to be suspended until the review was complete.", "was", "unrealised"),
        ("The union demanded that the line be shut until new signals were fitted.", "fitted", "unrealised"),
        ("The court froze the sale until a plan had been approved.", "approved", "unrealised"),
        ("The mayor ordered the pumps to run until the cellar was dry.", "was", "unrealised"),
        ("Clerks were told to sell nothing until the inquiry was over.", "was", "unrealised"),
        ("The judge ruled that the boy must stay with his aunt until his father came back.", "came", "unrealised"),
        ("Doctors said it would be unwise to move him before the swelling went down.", "went", "unrealised"),
        ("The minister said no money would be paid before the court had ruled.", "ruled", "unrealised"),
        (
            "Pollution would have to be monitored for years after the mine was closed, experts said.",
            "closed",
            "unrealised",
        ),
        ("She wanted to finish the novel before her money ran out.", "ran", "unrealised"),
        ("The tenants can leave after giving notice.", "giving", "unrealised"),
        ("The crews will be free to strike after giving ten days of notice.", "giving", "unrealised"),
        ("The court will rule after hearing the last witness.", "hearing", "unrealised"),
        ("The striker may miss the final after breaking a toe.", "breaking", "asserted"),
        ("The councillor will resign after losing the vote.", "losing", "asserted"),
        ("Trade was poor, he said, while those who stayed at home saw prices fall.", "saw", "claimed"),
        ("The bank will close, it said, while the union insists that it has money.", "insists", "asserted"),
        ("The farmer waited until the rain stopped.", "stopped", "asserted"),
        ("The flight could not leave until the fog lifted.", "lifted", "asserted"),
        ("Hall had been widely expected to resign until the party rallied behind him.", "rallied", "asserted"),
        ("The store was to have opened in spring until a fire gutted it.", "gutted", "asserted"),
        ("He had already decided to sell it before the story appeared.", "appeared", "asserted"),
        ("The pilot decided to turn back when the engine failed.", "failed", "asserted"),
        ("It was not until the body was found that the police acted.", "acted", "asserted"),
    ],
)
def test_a_clause_of_time_is_to_come_with_what_it_dates(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Customers were told to call their bank if they were worried.", "worried"),
        ("Drivers should stop even if the road seems clear.", "seems"),
        ("The council wants the school to close unless numbers rise.", "rise"),
        ("The minister threatened to resign unless the bill was passed.", "passed"),
        ("The trial will start in May, provided that the court finds a judge.", "finds"),
        ("The trial will start in May, provided that the court finds a judge.", "start"),
        ("Patients should see a doctor if the rash spreads.", "spreads"),
        ("Anyone who saw the crash should call the police.", "saw"),
        ("Drivers using the tunnel will pay a toll.", "using"),
    ],
)
def test_what_is_only_supposed_is_no_wish_and_no_plan(state_at, sentence, verb):
    assert state_at(sentence, verb).mode is Mode.CONDITIONAL


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Rovers upped their bid to $48m on Sunday, with more to come if they win the cup.", "upped"),
        ("The mayor has hired a lawyer; if the council sues, she will fight.", "hired"),
        ("The bank paid $3m, and will pay more if the fund does well.", "paid"),
        ("The airline would cancel flights because of a strike that has closed the airport.", "closed"),
        ("The wind could push the fire towards a forest that has stood for centuries.", "stood"),
        ("Buses serving the hospital will be diverted.", "serving"),
        ("The ministry will compensate 90 villagers forced from their homes.", "forced"),
        ("The drivers voted to accept the deal, bringing to an end a dispute that shut the port.", "bringing"),
        ("Teachers voted to return to work, putting an end to a walkout that closed 300 schools.", "closed"),
        ("Officers investigating the theft will meet on Monday.", "investigating"),
        ("Lund lives next door.", "lives"),
    ],
)
def test_what_is_so_already_stays_a_fact_beside_what_is_to_come(status_at, sentence, verb):
    assert status_at(sentence, verb) is Status.ASSERTED


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("A bigger study, covering 40 hospitals, is planned.", "covering"),
        ("A museum dedicated to the poet is to be built in the old town.", "dedicated"),
        ("A law forbidding smoking in parks is being drafted.", "forbidding"),
        ("The firm wants to recruit a chemist who has worked on batteries.", "worked"),
        ("The firm agreed to close the mine, bringing to an end a century of mining.", "bringing"),
        ("Under the terms of the auction the cameras had to be wiped.", "wiped"),
        ("Applicants need not hold a degree.", "hold"),
        ("The mayor would like to say that the debt is paid.", "say"),
        ("The singer called on fans to thank the nurses.", "thank"),
        ("The firm would often be late if it used trains.", "be"),
        ("The minister said the firm would later sell the land.", "sell"),
    ],
)
def test_what_is_planned_wished_or_laid_down_has_not_happened(status_at, sentence, verb):
    assert status_at(sentence, verb) is Status.UNREALISED


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("A teacher wrote to say that the roof had leaked.", "say"),
        ("A neighbour phoned to ask why the lights were on.", "ask"),
        ("The judge rose to thank the jury.", "thank"),
        ("The bishop liked to say that sin was a failure of attention.", "say"),
        ("As a boy he would walk to school.", "walk"),
        ("He would often forget his lines.", "forget"),
        ("She would later tell the court that she had been threatened.", "tell"),
        ("He would go on to lead the navy.", "lead"),
    ],
)
def test_what_was_said_by_turning_to_somebody_and_what_was_a_habit_was_done(status_at, sentence, verb):
    assert status_at(sentence, verb) is Status.ASSERTED


@pytest.mark.parametrize(
    ("sentence", "post", "expected"),
    [
        ("The abbey has chosen Luke Orr as its abbot.", "abbot", "unrealised"),
        ("The firm named Ken Ito as chief executive from next month.", "executive", "unrealised"),
        ("Rosa Blum was elected mayor of Velm and will take office in March.", "mayor", "unrealised"),
        ("The school picked Rita Gomez as head in 1994.", "head", "asserted"),
        ("The party has picked Jonas Vik as its candidate.", "candidate", "asserted"),
        ("Members elected Zoe Marsh as president of the union.", "president", "asserted"),
    ],
)
def test_who_is_chosen_for_a_post_does_not_hold_it_yet(status_at, sentence, post, expected):
    assert status_at(sentence, post) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("If no deal is struck, the guild says it will strike again.", "says", "asserted"),
        ("If no deal is struck, the guild says it will strike again.", "strike", "unrealised"),
        ("If the levee breaks, the mayor said, the town will flood.", "said", "asserted"),
        ("If the price falls, Orlo says it may shut the pit.", "says", "asserted"),
        ("Unless rain comes soon, growers say the crop will fail.", "say", "asserted"),
        ("If the vote is lost, the premier insists that she will stay.", "insists", "asserted"),
        ("If she wins, Lund has promised to cut the tax.", "promised", "asserted"),
        ("If the appeal fails, the owner plans to sell.", "plans", "unrealised"),
        ("If the bank says it is broke, savers will panic.", "says", "unrealised"),
        ("If the minister says no, the port will close.", "says", "unrealised"),
        ("If pupils are late, the school tells their parents.", "tells", "unrealised"),
        ("If asked, he says he is a baker.", "says", "unrealised"),
        ("If he is asked, he says that he is a baker.", "says", "unrealised"),
        ("If the dam fails, experts warn, the valley will be lost.", "warn", "asserted"),
        ("If the ship sinks, the firm would say that it was old.", "say", "unrealised"),
        ("Should the strike go ahead, the airline says it will cancel 40 flights.", "says", "asserted"),
        ("If the rains fail, aid groups warn that millions may go hungry.", "warn", "asserted"),
        ("If the bid is rejected, the fund has vowed to go to court.", "vowed", "asserted"),
        ("If the merger goes ahead, Tarn has threatened to leave the exchange.", "threatened", "asserted"),
        ("If voters reject it, the council says the pool could close by June.", "says", "asserted"),
        ("If voters reject it, the council says the pool could close by June.", "close", "unrealised"),
        ("If voters reject it, the council says the pool could close by June.", "reject", "unrealised"),
        ("Unless the tariff is lifted, Orlo intends to move its plant.", "intends", "unrealised"),
        ("If the river rises again, the premier told reporters, she would call in the army.", "told", "asserted"),
        ("If it rains, the crew needs to stop.", "needs", "unrealised"),
        ("If it rains, he likes to walk home.", "likes", "unrealised"),
        ("If a guest complains, it means that the cook will be fined.", "means", "unrealised"),
        ("If the lamp goes out, that shows the oil will not last.", "shows", "unrealised"),
        ("If the mayor is away, his deputy says grace.", "says", "unrealised"),
        ("If the test fails, the nurse says so.", "says", "unrealised"),
        ("If you ask him, he says he will never sell.", "says", "asserted"),
        ("If the club loses, Penn will say that the referee was blind.", "say", "unrealised"),
        ("If the club had lost, Penn would have said that the referee was blind.", "said", "unrealised"),
        ("If the bank fails, it will sell its tower, the chief says.", "says", "asserted"),
        ("If the strike goes on, shops will have to close.", "have", "unrealised"),
        ("If she is found guilty, prosecutors said they would seek ten years.", "said", "asserted"),
        ("If Kesh wins, Orlo hopes to host the cup.", "hopes", "unrealised"),
        ("If no buyer comes forward, the receiver warns, the yard will shut.", "warns", "asserted"),
        ("If the vote passes, the mayor claims the tax will fall.", "claims", "asserted"),
        ("If the child cries, the nurse says she will fetch his mother.", "says", "asserted"),
    ],
)
def test_a_condition_is_one_of_what_is_said_and_not_of_saying_it(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The charity is helping five families to recover their deposits.", "recover", "unrealised"),
        ("A scheme helping tenants to claim back rent was praised.", "claim", "unrealised"),
        ("The union helped forty cleaners to claim back pay.", "claim", "asserted"),
        ("The app helps users to find cheap fuel.", "find", "asserted"),
        ("She scored twice, helping the club to win the cup.", "win", "asserted"),
        ("He was jailed for helping a spy to flee.", "flee", "asserted"),
        ("The council paid for a laboratory to test the soil.", "test", "unrealised"),
        ("The club may hire a coach, a man who listens.", "listens", "unrealised"),
        ("Orr wants a wife, a woman who owns a mill.", "owns", "unrealised"),
        ("The club hired a coach, a man who listens.", "listens", "asserted"),
        ("Lund hopes to buy Tarn, a firm that makes pumps.", "makes", "asserted"),
        ("The pier was to have been finished in 2024, a date that was moved to May.", "moved", "asserted"),
        ("The factory will continue to produce the old brands until 2031.", "produce", "unrealised"),
        ("The mill will continue to make paper.", "make", "asserted"),
        ("The firm continued to make pumps until 2019.", "make", "asserted"),
    ],
)
def test_what_goes_on_is_not_done_yet(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The council voted to drop the toll, yielding to drivers who had blocked it.", "yielding", "asserted"),
        ("The board decided to sell the mill, overruling its own lawyers.", "overruling", "asserted"),
        ("The board agreed to close two wards and sell a third, ignoring its doctors.", "ignoring", "asserted"),
        ("The council voted to drop the toll, yielding to drivers who had blocked it.", "drop", "unrealised"),
        ("The council voted to drop the toll, allowing lorries into the centre.", "allowing", "unrealised"),
        ("The council voted to sell its pits, bowing out of the coal trade.", "bowing", "unrealised"),
        ("Holm promised that the board would sell the mill, ignoring its lawyers.", "ignoring", "unrealised"),
        ("All four joined the firm within months of leaving the navy.", "leaving", "asserted"),
        ("Within weeks of being released, Holm was seen in Bergen.", "released", "asserted"),
        ("The striker scored within seconds of coming on.", "coming", "asserted"),
        ("The team came within minutes of winning the cup.", "winning", "unrealised"),
        ("Tenants must leave within a month of receiving the letter.", "receiving", "unrealised"),
        ("Buyers will be paid within ten days of signing the deed.", "signing", "unrealised"),
        ("Amina Diallo needed only 20 minutes to beat Petra Novak.", "beat", "asserted"),
        ("Gull needed only 31 minutes to defeat Ann Lim of Malta 11-4, 11-6, 11-5.", "defeat", "asserted"),
        ("The crew needed less than a week to mend the dam.", "mend", "asserted"),
        ("Olsen said she needed barely a week to write the play.", "write", "claimed"),
        ("The crew needed only ten more days to finish the dam.", "finish", "unrealised"),
        ("The crew needed two years to finish the dam.", "finish", "unrealised"),
        ("The crew needs only two days to finish the dam.", "finish", "unrealised"),
        ("Villagers rarely mention the war, except to say that the soldiers were polite.", "say", "asserted"),
        ("Villagers rarely mention the war, except to say that the soldiers were polite.", "were", "claimed"),
        ("The firm would not comment except to say that it was helping the police.", "say", "asserted"),
        ("The coach refused to speak to reporters except to say that he was tired.", "say", "asserted"),
        ("Staff may not talk to reporters except to give their names.", "give", "unrealised"),
        ("Staff should not talk to reporters except to confirm their names.", "confirm", "unrealised"),
    ],
)
def test_what_was_done_with_it_is_told_as_done(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The governor could not promise to keep the ferries running.", "running", "unrealised"),
        ("The engineer failed to keep the pumps running.", "running", "denied"),
        ("The army will keep its planes flying until May.", "flying", "unrealised"),
        ("The engineer kept the pumps running.", "running", "asserted"),
        ("The firm kept records showing that it had paid.", "showing", "asserted"),
    ],
)
def test_what_is_kept_going_goes_on_as_surely_as_it_is_kept(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)


@pytest.mark.parametrize(
    ("sentence", "verb", "mode"),
    [
        ("Owners have been told to clear the snow by Monday or face a fine.", "face", Mode.CONDITIONAL),
        ("Drivers must pay the toll or face a fine.", "face", Mode.CONDITIONAL),
        ("The mayor told them to leave or forfeit their homes.", "forfeit", Mode.CONDITIONAL),
        ("Drivers must pay the toll or face a fine.", "pay", Mode.DESIRED),
        ("The crew was told to face the wall or lie down.", "face", Mode.DESIRED),
        ("The crew was told to face the wall or lie down.", "lie", Mode.DESIRED),
    ],
)
def test_what_is_threatened_is_not_what_is_ordered(state_at, sentence, verb, mode):
    assert state_at(sentence, verb).mode is mode
