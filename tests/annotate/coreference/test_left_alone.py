"""What a pronoun or "the company" is not tied to, though it leads: better nothing than the wrong one."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def tie(read):
    """What the last such word of a text stands for: the best name of a thing, or the noun that it takes up."""

    def found(text, word):
        doc = read(text)
        names = {span.root.i: doc.user_data["names"][span.id_] for span in doc.spans["mentions"]}
        nouns = {i: doc[noun].text for i, noun in doc.user_data["antecedents"].items()}
        place = [token.i for token in doc if token.text == word][-1]
        return names.get(place) or nouns.get(place)

    return found


@pytest.mark.parametrize(
    "text, word, expected",
    [
        ("The nurses said that those who complained lost their jobs.", "their", None),
        ("Rebels burned houses after their owners had fled.", "their", None),
        ("Two coastguard officers boarded the ship. Police questioned the officer on watch.", "officer", None),
        ("Soldiers stopped pilgrims and searched their bags.", "their", None),
        ("The lamps were lit and the monks stood in their stalls.", "their", "monks"),
        ("The walls collapsed on workers while they were eating.", "they", "workers"),
        ("Guards warned hikers that they could fall.", "they", "hikers"),
        ("Farmers said they had lost their cattle.", "their", "Farmers"),
        ("A drug made by Halden Ltd was approved. Halden Ltd said it would be available in May.", "it", "drug"),
        ("The trust said it was too soon to say how many birds had died.", "it", None),
        ("Orlo City led at half-time. After that it was a matter of time.", "it", None),
        ("A fire swept through the village of Marden on Sunday, destroying its church.", "its", None),
        ("The mill closed after the state cut off its fuel.", "its", None),
        ("The state said it would raise its taxes.", "its", "state"),
        ("“There is a hole in the roof and it leaks,” Ann Berg said.", "it", "hole"),
        ("Gary Lowe hopes to sell his striker, and has threatened to make him train alone.", "him", "striker"),
        ("Peter Lowe overtook Jan Maes on the last lap and passed him a bottle.", "him", "Jan Maes"),
        ("Ida Rask told Mary Dahl that she needed an operation.", "she", None),
        ("Ida Rask told reporters that she needed an operation.", "she", "Ida Rask"),
        ("A nurse who said she had reported the error was sacked.", "she", "nurse"),
        ("Carl Voss is a former footballer who began his career with Orlo City.", "his", "Carl Voss"),
        ("Keeper Marcin Nowak, who has fed the bear since he was a cub, left.", "he", None),
        ("Praising him, captain Jan Holt said it was a good race.", "him", None),
        ("The widow of the painter Karl Voss is 90.", "widow", None),
        ("Marlow District Council met. The parish council had objected.", "council", None),
        ("Orlo Ltd said its Nigerian subsidiary had paid. The subsidiary owns a pipe.", "subsidiary", None),
        ("Labour froze the tax. Sinn Fein said that was timid. The party will appeal.", "party", "Sinn Fein"),
        ("Tom Varga ran it. One of the owners told the paper that he had trusted them. He said it failed.", "He", None),
        ("Joan Petrie ran it. Another said the chairman had lied. She left in May.", "She", None),
        ("Joan Petrie ran it. One of the owners, Ann Lee, said Bo Ek had lied. She left.", "She", "Ann Lee"),
        ("The pair agreed a contract in May. It expires in June.", "It", "contract"),
        ("A four-page reply, sent through its lawyers, was late.", "its", None),
        ("Shares were sold for one euro and its debts.", "its", None),
        ("The mayor sold a novel which a judge, it later emerged, had written.", "it", None),
        ("Police arrested Trevor Bell and Ricky Moss on Friday. The couple left.", "couple", None),
        ("Ada Holt and colleagues met in May. The two sang.", "two", None),
        ("Siemens held cash at a bank in Manila. Siemens paid. Staff wrote to the bank.", "bank", None),
        ("The Dockers' Union struck. A rival union, Rail Action, backed it. The union met.", "union", "Dockers' Union"),
        ("The work was in Heritage Chemistry. Birgit Aas praised the chemistry.", "chemistry", None),
        ("Barlow Bank lent Siemens a million. The company missed two payments.", "company", None),
        ("Norway and Sweden share a lake. Sweden, where it is known as Lake Ulm, guards it.", "Sweden", "Sweden"),
        ("Peru claims the whole of the river. Brazil, where it is called the Sarn, disagrees.", "it", None),
        ("A vet said the dog, Biscuit, belonged to Ann Reyes. She was thin and had cut paws.", "She", None),
        ("The cat belonged to Ann Reyes. She slept on the roof.", "She", None),
        ("Ann Reyes said the dog was hers. She lives in Leeds.", "She", "Ann Reyes"),
        ("Ann Reyes lost her dog in May. She lives in Leeds.", "She", "Ann Reyes"),
        ("The family slept in the shed. When it got light the roof was gone.", "it", None),
        ("Red Boat, a seller of fish sauce, grew. The boat sank.", "boat", None),
        ("The firm Blue Bus closed. The bus was red.", "bus", None),
        ("Boat builder Halden Yard has halted its KR-7 project after a fire, the company said.", "company", None),
    ],
)  # fmt: skip
def test_what_may_be_another_is_left_alone(tie, text, word, expected):
    assert tie(text, word) == expected
