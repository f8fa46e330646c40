"""When what stands beside a noun describes it, and when it is another thing."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.clauses import clauses
from kg.extract.mentions import Mentions
from kg.extract.open import open_propositions
from kg.model import Document

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def described(nlp):
    def found(sentence):
        [(_, doc)] = annotate([Document(sentence, "t", "t.txt")], nlp)
        mentions = Mentions(doc)
        told = open_propositions(clauses(doc), frozenset(), mentions)
        beside = (p for p in told if p.rule == "open/apposition")
        return {(mentions.of(p.subject).text, " ".join(t.text for t in p.object.tokens)) for p in beside}

    return found


@pytest.mark.parametrize(
    ("sentence", "pairs"),
    [
        ("Volvo, the Swedish carmaker, cut jobs.", {("Volvo", "the Swedish carmaker")}),
        ("The owner, Orlo Foods, closed the mill.", {("Orlo Foods", "The owner")}),
        ("The firm moved to Leeds, the capital of the north, in May.", {("Leeds", "the capital of the north")}),
        ("The bridge, a steel arch, collapsed.", {("The bridge", "a steel arch")}),
        ("The suspect, a man in his 40s, was arrested.", {("The suspect", "a man in his 40s")}),
        ("They visited Bergen, a port in Norway, and Oslo.", {("Bergen", "a port in Norway")}),
        ("The vendors, three sisters, had no idea of its value.", {("The vendors", "three sisters")}),
        ("Divers found a chest under Sark Bridge, a cannon that fell and a plate.", set()),
        ("She won, for Dark Water, a medal that she later sold.", set()),
        ("The mayor, a bishop and two actors came.", set()),
        ("Shares rose to 40 crowns, a record, on Friday.", set()),
        ("Prices of copper, a metal used in cables, rose.", set()),
        ("He gave the school a piano, the library a desk and the club a boat.", set()),
        ("Then the wolf came, then the bear, then the fox.", set()),
        ("Hulls, decks, pages 4 and 5.", set()),
        ("He wrote under the pen name Hale Lund.", set()),
    ],
)
def test_only_what_surely_describes_is_told(sentence, pairs, described):
    assert described(sentence) == pairs
