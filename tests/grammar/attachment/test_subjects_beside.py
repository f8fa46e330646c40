"""Second verbs and participles whose subject another clause holds, as the model parses the sentence."""

from __future__ import annotations

import pytest

from kg.extract.clauses.subjects import subjects

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "who"),
    [
        ("The owner has been held, prosecutors said, but has not been charged.", "charged", "owner"),
        ("Old coins cannot be traced, she said, and tend to be sold abroad.", "tend", "coins"),
        ("Drivers had spent nine hours on the road, the inquiry notes, and slept in no bed.", "slept", "Drivers"),
        ("He did not say when the talks would open but praised both sides.", "praised", "He"),
        ("The union said the plan was dead and that nobody would be paid, but did not say why.", "say", "union"),
        ('He said that "every penny was spent" and shut the door.', "shut", "He"),
        ("The town is asking guests to watch for ticks and to call a doctor first.", "call", "guests"),
        ("Six shops could shut and funding for all parks would be withdrawn.", "withdrawn", "funding"),
        ("Three guards have been sacked and one, Tarn Security, is disputing the claim.", "disputing", "one"),
        ("The league prepared a lawsuit, its organizer, attorney Milo Hart, said.", "said", "organizer"),
        ("The bank lost 40 million euros, its chairman, former minister Otto Brandt, said.", "said", "chairman"),
        ("The club will sign a striker, its coach, Ruben Falk, said on Friday.", "said", "coach"),
        ("The firm hired a lawyer, its founder, Ida Holt, and two guards.", "hired", "firm"),
        ("A clerk, asked about the letter, said that it was lost.", "said", "clerk"),
        ("A woman, thought to be his wife, was pulled out of the car.", "pulled", "woman"),
        ("The bank has offered 5%, rising to 6% in May.", "rising", "%"),
        ("In one, sent in 2016, a manager urged staff to lie.", "sent", "one"),
        ("According to the file, released in May, Lund sold a car.", "released", "file"),
        ("A judge ruled that he should stay in jail, citing the danger that he might flee.", "citing", "judge"),
        ("The office announced in May that all camps would be cleared, citing floods.", "citing", "office"),
        ("The shed has a table, a stove and a lamp, faded now to the colour of straw.", "faded", "lamp"),
        ("Cries rose from the hall as Ann Holt, the third chief in two years, read the list.", "read", "Holt"),
        ('"They came for us," he says, turning yams on a grill.', "turning", "he"),
        (
            "One ship was drifting off Johor with oil on board, Holt said, having turned back toward open water.",
            "turned",
            "ship",
        ),
        ("A jet fell after a controller, working two posts at once, cleared both aircraft.", "working", "controller"),
        ("The firm, facing a strike, cut pay.", "cut", "firm"),
        ("All but 60 of its nurses have left, and most learned of it by text.", "learned", "most"),
        ("Talks went to a mediator yet to be chosen.", "chosen", "mediator"),
        ("The host wept as a judge ruled that the tale was untrue, had hurt her and should go.", "hurt", "tale"),
        # what is their own
        ("The line will reopen, officials said, easing a dispute.", "easing", "line"),
        ("The firm said it had lost money, citing costs.", "citing", "firm"),
        ("The court said the plan was legal, citing a ruling.", "citing", "court"),
        ("The minister said the fleet had never been safer, pointing to a report.", "pointing", "minister"),
        ("In the hall, flanked by guards, Lund wept.", "flanked", "Lund"),
        ("Sales grew by 5%, rising to 9 million euros.", "rising", "Sales"),
        ("The clerk took a coat, walked to the door and left.", "walked", "clerk"),
        ("The pit, closed in 1990, reopened.", "reopened", "pit"),
        ("Two guards were held and fined.", "fined", "guards"),
    ],
)
def test_the_clause_that_has_the_subject_tells_it(token_of, text, word, who):
    verb = token_of(text, word)
    assert [token.text for token in subjects(verb)] == [who]


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The Treasury Department's Office of Foreign Trade named firms registered in Liberia.", "named", "Office"),
        ("The town council has twice recommended refusal.", "recommended", "council"),
    ],
)
def test_a_verb_taken_for_an_adjective_is_the_main_one(token_of, text, verb, who):
    main = token_of(text, verb)
    assert main.dep_ == "ROOT" and [token.text for token in subjects(main)] == [who]


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("The guards had themselves called the police.", "called", "guards"),
        ("The auditors have themselves been fined.", "fined", "auditors"),
        ("The mayor himself opened the bridge.", "opened", "mayor"),
    ],
)
def test_who_is_said_once_more_is_no_second_subject(token_of, text, verb, who):
    assert [token.text for token in subjects(token_of(text, verb))] == [who]
