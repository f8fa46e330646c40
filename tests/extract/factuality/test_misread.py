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
        ("Nobody found the gun with which, prosecutors said, Lang shot Voss.", "shot", "claimed"),
    ],
)
def test_a_verb_goes_where_it_belongs(status_at, sentence, verb, expected):
    assert status_at(sentence, verb) is Status(expected)
