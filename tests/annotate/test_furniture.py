"""Lines of a page that are no part of its article."""

import pytest

from kg import tables
from kg.annotate.furniture import is_furniture

ROWS = tables.rows(tables.lexicon("furniture"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["example"])
def test_each_form_has_its_example(row):
    assert is_furniture(row["example"])


@pytest.mark.parametrize(
    "sentence",
    [
        "Published in 1998, the book sold 3 million copies.",
        "Posted on the door on Jan. 4, the notice gave no reason.",
        "Advertisements for alcohol will be banned.",
        "Related charges against two other men were dropped.",
        "More trains will run in May.",
        "Pictures by Lund and Ek hung beside it.",
        "Photo shops are closing.",
        "Sign-ups for the course rose.",
        "Follow-up tests found nothing.",
        "Get out, he told them.",
        "Share prices fell.",
        "Shares in Orlo fell 3 percent on Monday.",
        "Contact with the ship was lost at 4 a.m.",
        "Reporting by the Herald led to the inquiry.",
        "Reuters reported the sale on Monday.",
        "Home sales fell in March.",
        "The story was published on Monday by the Herald.",
        "Copyrights expire after 70 years.",
        "Subscribers paid 4 euros more.",
        "Watch makers hired 300 people.",
        "Listen to the parents, she said.",
        "Also on Monday: the court heard the last witness.",
        "Also on board were two nurses.",
        "The report was first published in 2019 by the ministry.",
        "The report contains details of 40 cases of fraud.",
        "Views expressed at the hearing were mixed.",
        "Full access to the port was restored on Monday.",
        "Reject harmful content, ministers told the platforms.",
        "Get the app off phones, the minister told schools.",
        "Tell us the truth, villagers told the mayor on Monday.",
        "Support our nurses. We pay them too little, said Lund.",
        "Promoted by the club in May",
        "Also on the agenda: the budget.",
        "Ads for the drink ran for a year: nobody complained.",
        "Read next to the grave, the poem moved many.",
        "The advertisement: a man, a dog and a bridge.",
        "Advertisement spending fell in May",
        "Promoted clubs lose money",
        "Sponsored riders won the race",
        "Support for the bill grew.",
        "Support from the state ended, and we lost, he said.",
        "Views of the lake are lost.",
        "Photo: The mill burned in 1990.",
        "This release of water flooded the farm.",
    ],
)
def test_a_sentence_of_a_report_is_none(sentence):
    assert not is_furniture(sentence)
