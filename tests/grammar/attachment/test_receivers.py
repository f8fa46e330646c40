"""To whom or for whom something is, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "head"),
    [
        ("The prize that the jury gave Lund was stolen.", "Lund", "gave"),
        ("They wished me a good weekend.", "weekend", "wished"),
        ("A court fined the bank 40 million dollars.", "bank", "fined"),
        ("The agency fined the firm 2 million euros for dumping waste.", "firm", "fined"),
        ("The bank lent the mill 2 million dollars in May.", "mill", "lent"),
        ("The state agreed to lend the bank money.", "bank", "lend"),
        ("The firm sold the first 2 million pumps in May.", "first", "pumps"),
        ("He paid the bank charges.", "bank", "charges"),
        ("He refused to answer the question for the second time.", "for", "answer"),
        ("He found the money for the second ship.", "for", "money"),
        ("A teacher asked ministers where they thought she should live.", "thought", "asked"),
        ("The lack of a road which the state had undertaken to build delayed the mine.", "which", "build"),
        ("The bank denied the widow access to the fund.", "widow", "denied"),
        ("The court refused the airline leave to appeal.", "leave", "refused"),
        ("The service served an enforcement notice on the firm.", "enforcement", "notice"),
        ("The ruling leaves the ministry little room to raise the tax.", "ministry", "leaves"),
        ("He kept the house which he had bought to please her.", "which", "bought"),
    ],
)
def test_who_gets_it_stands_apart_from_the_thing(token_of, text, word, head):
    assert token_of(text, word).head.text == head


@pytest.mark.parametrize(
    ("text", "whom", "arc"),
    [
        ("The prize that the jury gave Lund was stolen.", "Lund", "dative"),
        ("The referee gave a penalty which the panel awarded Orr.", "Orr", "dative"),
        ("The loan the bank gave him was repaid.", "him", "dative"),
        ("The guard who gave Lund the key was hired in May.", "key", "dobj"),
        ("The man who sold Orlo was fined.", "Orlo", "dobj"),
        ("The club paid Orlo 3 million pounds.", "Orlo", "dative"),
        ("The court fined the owner of the mill 40,000 pounds.", "owner", "dative"),
        ("The court fined the owner of a mill in Kesh 40,000 pounds.", "pounds", "dobj"),
        ("The state paid the family of the clerk 3 million crowns.", "crowns", "dobj"),
        ("The law cost farmers in the north 40 million crowns.", "farmers", "dative"),
        ("The city charges drivers from other towns 8 euros a day.", "drivers", "dative"),
        ("The firm sold a mill on an island of 40 square kilometres.", "kilometres", "pobj"),
        ("The court fined the driver of a lorry of 40 tonnes.", "driver", "dobj"),
        ("The firm owed Orlo 4 million euros.", "Orlo", "dative"),
        ("The fire cost Orlo Steel 90 million crowns.", "Steel", "dative"),
        ("The firm offered Berg psychological support.", "Berg", "dative"),
        ("The fund gave Leeds University medical equipment.", "University", "dative"),
        ("The firm offered Welsh farmers cheap seed.", "farmers", "dative"),
        ("The firm sold Norvik 900 phones.", "Norvik", "nmod"),
        ("The army sent Patriot 3 missiles.", "Patriot", "nmod"),
        ("The film won Berg international fame.", "Berg", "nmod"),
        ("The airline bought Boeing passenger jets.", "Boeing", "compound"),
    ],
)
def test_what_is_given_is_what_the_clause_hangs_on(token_of, text, whom, arc):
    assert token_of(text, whom).dep_ == arc
