"""Relative clauses with a speaker in the middle, as the model parses the sentence."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "word", "arc", "head"),
    [
        ("Hotel owners are angry about new fees, which they say scare off visitors.", "which", "nsubj", "scare"),
        ("Hotel owners are angry about new fees, which they say scare off visitors.", "they", "nsubj", "say"),
        ("Doctors objected to the new forms, which they fear take too much time.", "which", "nsubj", "take"),
        ("The fund, which clerks say owes them money, is in Oslo.", "which", "nsubj", "owes"),
        ("Parents object to the tests, which they say scare children.", "scare", "ccomp", "say"),
        ("Parents object to the tests, which they say scare children.", "children", "dobj", "scare"),
        ("The report, which the paper says names two men, is secret.", "men", "dobj", "names"),
        ("The villa, which she told colleagues was old, burned.", "colleagues", "dative", "told"),
        ("The song, which fans say words cannot describe, won.", "words", "nsubj", "describe"),
        ("The man, who police say acted alone, was arrested in Brno.", "acted", "ccomp", "say"),
        ("The man, who police say acted alone, was arrested in Brno.", "say", "relcl", "man"),
        ("The gunman, who officials said acted alone, had a licence.", "who", "nsubj", "acted"),
        # who says it himself, and what is said of the noun as an object
        ("The minister, who said the deal was dead, flew home.", "who", "nsubj", "said"),
        ("The book, which he said he wrote in jail, sold well.", "which", "dobj", "wrote"),
        ("The firm, which plans to say nothing, is in Oslo.", "which", "nsubj", "plans"),
        ("The coach, who had said he would stay, left on Friday.", "said", "relcl", "coach"),
        ("The club has a plan which it says will save money.", "which", "nsubj", "save"),
        ("The prices that growers say no longer cover their costs fell.", "that", "nsubj", "cover"),
        ("The drug, which doctors say often harms children, was banned.", "which", "nsubj", "harms"),
        ("The law that lawyers say never worked was scrapped.", "worked", "ccomp", "say"),
        # before the main verb
        ("The clinic that inspectors suspect hid its records closed on Monday.", "hid", "ccomp", "suspect"),
        ("The clinic that inspectors suspect hid its records closed on Monday.", "clinic", "nsubj", "closed"),
        ("The clerk who prosecutors allege took the bribe left the country.", "took", "ccomp", "allege"),
        ("The gunman who detectives believe killed two guards fled to Tarn.", "fled", "ROOT", "fled"),
        ("The company that residents claim poisoned the lake has left the town.", "claim", "relcl", "company"),
        ("The man police believe set the fire was arrested in Bonn.", "man", "nsubjpass", "arrested"),
        ("The man police believe set the fire was arrested in Bonn.", "fire", "dobj", "set"),
        ("The firm investigators say paid him has gone bankrupt.", "gone", "ROOT", "gone"),
        ("The woman officials think sold the map was freed in May.", "sold", "ccomp", "think"),
        ("The teachers who parents praised left the school.", "left", "ROOT", "left"),
        ("Tax inspectors say paid informers helped them.", "say", "ROOT", "say"),
        ("The city officials say faulty pipes leaked for years.", "say", "ROOT", "say"),
        ("The city police say lost bikes were sold abroad.", "say", "ROOT", "say"),
    ],
)
def test_what_they_say_of_it_is_its_own_deed(token_of, text, word, arc, head):
    token = token_of(text, word)
    assert (token.dep_, token.head.text) == (arc, head)
