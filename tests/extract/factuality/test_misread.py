"""What a verb goes on with, where the parser hung it on another word."""

from __future__ import annotations

import pytest

from kg.model import Status

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("A plan to merge the halls, sell the older one and dismiss nurses was dropped.", "sell", "unrealised"),
        ("Fox accused Lang of lying to the court, hiding a report and favouring friends.", "hiding", "claimed"),
        ("Fox recalls that the soldiers came at dawn, burned the barn and took away men.", "took", "claimed"),
        ("The bank lent him money without checking his books, extended the loan and left.", "extended", "asserted"),
        ("Lang resigned from Corvane and joined Kestrel; he unsuccessfully contested the seat.", "joined", "asserted"),
        ("Fox denied that she leaked the memo but admitted reading it.", "admitted", "asserted"),
        ("The ring, said by the dealer to come from a convent, was sold in Basel.", "sold", "asserted"),
        ("Lang has yet to pay Voss.", "has", "denied"),
        ("Had Delta Corp bought Echo Ltd, Jane Roe would have led it.", "bought", "unrealised"),
        ("Jane Roe would have resigned had Delta Corp sued Echo Ltd.", "sued", "unrealised"),
        ("Jane Roe resigned because Delta Corp had sued Echo Ltd.", "sued", "asserted"),
        ("The mill was sold, and its chief executive, Per Ask, flew to Oslo.", "flew", "asserted"),
        ("Fox said that the mill, which rivals claim sold below cost, is shut.", "claim", "claimed"),
        ("The panel told the mayor the bank had hidden a loss.", "hidden", "claimed"),
        ("The bank said it was shrinking and was selling two towers.", "selling", "claimed"),
        ("The jury heard that the two met in Cork, married in May and began to forge wills.", "began", "claimed"),
        (
            "Fox ruled that the state had not warned the owners, most of whom fled, and ordered it to pay.",
            "ordered",
            "asserted",
        ),
        ("Fox apologised, said that a clerk had lost the ring, and paid Voss.", "paid", "asserted"),
        ('Guides rate it "poor value" and praise the cooks.', "praise", "asserted"),
        ('"They lost that game," said Per Ask, who coaches Lund.', "said", "asserted"),
        ("Unions accuse the army of burning homes in May and of driving out farmers.", "driving", "claimed"),
        ("She called him a liar who robbed banks.", "robbed", "claimed"),
        ("Kestrel won the race to build the port.", "build", "unrealised"),
        ("The king had the misfortune to lose his crown.", "lose", "asserted"),
        ("It escaped nobody that the abbot snored.", "snored", "asserted"),
        ("The engine did not so much fail as explode.", "fail", "denied"),
        ("The bank put money aside in case farmers default on loans.", "default", "unrealised"),
        ("The clerk denied a remark that the judge had made about the bishop.", "made", "asserted"),
        ("The poet, whose first book tells of a thief, was born in Turin.", "born", "asserted"),
        ("Fox said the mill would appeal, adding that Lang had lied.", "adding", "asserted"),
        ("Fox said the mill would appeal, adding that Lang had lied.", "lied", "claimed"),
        ("The paper reported that Lang had resigned, which the mill denied.", "denied", "asserted"),
        ("Fox denied that he had met Voss or sold the mill.", "sold", "denied"),
        ("The coroner ruled that Lang died of cold and criticised the clinic.", "criticised", "asserted"),
        ("The shop shut because too few people came.", "came", "asserted"),
        (
            "Aid workers accuse the army of burning villages in the north and of driving out farmers.",
            "burning",
            "claimed",
        ),
        ("The tanker was seized off Malta on suspicion of breaking sanctions.", "breaking", "unrealised"),
        ("Nobody found the gun with which, prosecutors said, Lang shot Voss.", "shot", "claimed"),
    ],
)
def test_a_verb_goes_where_it_belongs(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
