"""Objects that stand elsewhere and phrases that belong to the verb, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head", "arc"),
    [
        ("Oskar Pell, who police believe stole the files, fled.", "who", "stole", "nsubj"),
        ("Nora Pell, who many analysts expected to quit, will stay.", "who", "expected", "dobj"),
        ("The firm that regulators ordered to close has reopened.", "that", "ordered", "dobj"),
        ("Oskar Pell, whom police want to question, fled.", "whom", "question", "dobj"),
        ("He lost a medal on a podium he never stood on.", "on", "stood", "prep"),
        ("The patients we worry about most are those over 80.", "most", "worry", "advmod"),
        ("The roads drivers complain about least are in the south.", "least", "complain", "advmod"),
        ("He spoke about most of the books.", "most", "about", "pobj"),
        ("She was fined over claims that two judges have called baseless.", "called", "claims", "relcl"),
        ("Moe, having been invited too late, she said, to get a visa, saw it at home.", "get", "late", "xcomp"),
        ("Shares of Orlo ended the day 2 percent lower.", "lower", "ended", "advmod"),
        ("Temperatures will fall to minus 12 degrees Celsius overnight.", "Celsius", "degrees", "amod"),
        ("Norway and Kenya signed a trade agreement in Nairobi on Thursday.", "in", "signed", "prep"),
        ("He will lose his seat on retirement.", "on", "lose", "prep"),
        ("The site must carry a summary of the ruling on its homepage.", "on", "carry", "prep"),
        ("Lund reviewed the pictures for this article.", "for", "reviewed", "prep"),
        ("The tenants will fight the eviction in court.", "in", "fight", "prep"),
        ("Clubs started the regatta in cold and wet weather.", "in", "started", "prep"),
        ("The bishop spoke about the war in parliament.", "in", "spoke", "prep"),
        ("The union has cases in court.", "in", "cases", "prep"),
        ("The town has banned swimming and fishing in the lake.", "in", "banned", "prep"),
        ("The school allows phones only during breaks.", "during", "allows", "prep"),
        ("She owns a house in Oslo.", "in", "house", "prep"),
        ("The conditions the parish wants if the permit is granted are strict.", "granted", "wants", "advcl"),
        ("He did not know if she had left.", "left", "know", "ccomp"),
        ("The trial, which Orlo paid for and has praised in talks, was halted.", "which", "for", "pobj"),
        ("The pool returned minus 1.2% in 2020.", "%", "returned", "npadvmod"),
        ("He is teaching this semester, by video, a course for nurses.", "semester", "teaching", "npadvmod"),
        ("The rate cut gave smaller banks room to act.", "banks", "gave", "dative"),
        ("The bank kept offering her new loans.", "her", "offering", "dative"),
        ("The fund sold her old boats.", "her", "boats", "poss"),
        ("There will be shops, or so the family hopes, in Tulsa and Oslo.", "in", "be", "prep"),
        ("At a meeting in Oslo, attended by 40 people, a clerk resigned.", "attended", "meeting", "acl"),
        ("Lund took the team for the trip to Rome, assisted by the captain.", "assisted", "took", "advcl"),
        ("The mine sold 90 tonnes, managers said: more than in 2019.", "more", "sold", "npadvmod"),
        ("The bank has debts that it cannot repay.", "repay", "debts", "relcl"),
        ("The firm made offers that the union refused.", "that", "refused", "dobj"),
        ("The police have evidence that the driver slept.", "slept", "evidence", "acl"),
        ("The paper carried a report that the mayor had resigned.", "resigned", "report", "acl"),
        ("The clerk left a note that she would return.", "return", "note", "acl"),
    ],
)
def test_what_the_verb_takes_hangs_on_it(tree, text, word, head, arc):
    doc = tree(text)
    token = [t for t in doc if t.text == word][-1]
    assert (token.head.text, token.dep_) == (head, arc)
