"""Speech in the middle of a clause: whose the verb behind it is, and who speaks."""

from __future__ import annotations

import pytest

from kg.extract.clauses.subjects import subjects

pytestmark = pytest.mark.model


def doers(tree, text: str) -> dict[str, str]:
    """The heads of the subjects of each verb."""
    doc = tree(text)
    verbs = [token for token in doc if token.pos_ == "VERB"]
    return {verb.text: " ".join(subject.text for subject in subjects(verb)) for verb in verbs}


@pytest.mark.parametrize(
    "text, verb, doer, sayer",
    [
        ("The mine, says the union, skipped the checks.", "skipped", "mine", ("says", "union")),
        ("The mine, said the union, skipped the checks.", "skipped", "mine", ("said", "union")),
        ('"The state," complained baker Tom Reed, "took my oven."', "took", "state", ("complained", "Reed")),
        ('"The council," said Ana Ruiz, a teacher, "sold our park."', "sold", "council", ("said", "Ruiz")),
        ('"The council," Ruiz told the BBC, "has sold our park."', "sold", "council", ("told", "Ruiz")),
        ("“The pier,” said Ana Ruiz, who leads the divers' club, “has sunk.”", "sunk", "pier", ("said", "Ruiz")),
        ('"We," said Ruiz, "built the school."', "built", "We", ("said", "Ruiz")),
        ('"I," the mayor insisted, "did not sell the park."', "sell", "I", ("insisted", "mayor")),
        ('The council "ignored it", Ruiz said, "and lost the case".', "lost", "council", ("said", "Ruiz")),
        ("The duke, or so the tale goes, buried a chest.", "buried", "duke", ("goes", "tale")),
        ("The firm, a jury decided, owed him a million.", "owed", "firm", ("decided", "jury")),
        ("The firm, a judge found, sold faulty brakes.", "sold", "firm", ("found", "judge")),
        ("The firm, the court heard, sold faulty brakes.", "sold", "firm", ("heard", "court")),
        ("The hens, said the farmer, Joan Pike, have been fed.", "fed", "hens", ("said", "farmer")),
        ("The jar, says the shop's owner, Otto Brandt, is old and was sold.", "sold", "jar", ("says", "owner")),
        # what must stay as it is
        ("The ring, a present bought in May, was stolen.", "stolen", "ring", ("bought", "present")),
        ("The union, which has 40 members, said talks broke down.", "broke", "talks", ("said", "union")),
        ('"The council sold it," Ruiz said, "and nobody asked us."', "asked", "nobody", ("said", "Ruiz")),
    ],
)
def test_a_clause_that_speech_cuts_in_two_keeps_its_subject(tree, text, verb, doer, sayer):
    found = doers(tree, text)
    assert (found[verb], found[sayer[0]]) == (doer, sayer[1])


@pytest.mark.parametrize(
    "text, verb, above",
    [
        ("The fire began, the court heard, when a boy dropped a match.", "dropped", "began"),
        ("The fund, jurors heard, was empty after the clerk left.", "left", "was"),
        ("The bank failed, the panel was told, because rates rose.", "rose", "failed"),
        ("Orr fled, the inquest heard, while a guard slept.", "slept", "fled"),
        ("A clerk told police that she had hidden the cash, a jury heard on Monday.", "told", "heard"),
        # what must stay as it is
        ("The firm had lied, the judge said when he fined it.", "fined", "said"),
        ("Lund told the panel that the pump failed, and the panel heard on Friday of two more.", "heard", "told"),
    ],
)
def test_what_is_heard_between_commas_takes_no_clause_from_what_is_told(tree, text, verb, above):
    token = next(token for token in tree(text) if token.text == verb)
    assert token.head.text == above
