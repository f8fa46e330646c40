"""Things told by the clause that they are the object of."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document, argument_text
from kg.ontology import load

pytestmark = pytest.mark.model


def _told(nlp, sentence):
    [(document, doc)] = annotate([Document(sentence, "t", "t")], nlp)
    return [(s.predicate.name, argument_text(s.object)) for s in extract(document, doc, load()).statements]


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("The last mistake she made cost the club a title.", ("kgo:make", "The last mistake")),
        ("Every sick horse we find is treated.", ("kgo:find", "Every sick horse")),
        ("The fire left 40 others missing.", ("kgo:leaveMissing", "40 others")),
        ("An audit, which critics call fair, is due.", ("kgo:callFair", "An audit")),
        ('Critics rated the film "poor" in May.', ("kgo:ratePoor", "the film")),
        ("Mr Holm was behind on points.", ("kg:describedAs", "behind on points")),
        ("The offer turned out to be a trap.", ("kg:describedAs", "a trap")),
        ("Its old mill in Ghent, which it sold, burned.", ("kg:sells", "Its old mill in Ghent")),
        ("They relied on maps from the 1950s, which the army does not trust.", ("kgo:trust", "maps")),
        ("Lund said that it lied, a claim that it denies.", ("kg:said", "it lied")),
        ("It took them two years.", ("kgo:take", "two years")),
    ],
)
def test_an_object_is_told_without_the_clause_of_its_verb(nlp, sentence, pair):
    assert pair in _told(nlp, sentence)


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        ("All he did was laugh.", "kgo:do"),
        ("She told the hearing.", "kgo:tell"),
        ("He could not see what she was looking at.", "kgo:look"),
        ("Six guards spoke on the condition that they not be named.", "kgo:speakOn"),
        ("Of its shops, 40 were sold in May.", "kgo:beSoldOf"),
        ("We looked where he said he'd be.", "kg:said"),
        ("He read it out, as you are supposed to.", "kgo:beSupposed"),
        ("The board meets in May, with a vote of members due a week later.", "kgo:meetWith"),
        ("In Oslo that may be awkward: two parties have vowed to fight it.", "kgo:vow"),
        ("The mayor could not say how severe the damage was.", "kg:describedAs"),
        ("She asked what island it was.", "kg:describedAs"),
    ],
)
def test_a_statement_that_says_nothing_is_not_made(nlp, sentence, predicate):
    assert predicate not in [name for name, _ in _told(nlp, sentence)]
