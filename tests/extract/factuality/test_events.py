"""Events that nouns name: what is only talked about, banned or feared did not happen for that."""

from __future__ import annotations

import pytest

from kg.annotate.pipeline import annotate
from kg.extract.statements import extract
from kg.model import Document
from kg.ontology import load

DEAL = "Norvik Inc.'s purchase of Delta Ferries Ltd."


@pytest.mark.model
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (f"{DEAL} surprised analysts.", "asserted"),
        (f"The cost of {DEAL} surprised analysts.", "asserted"),
        (f"Criticism of {DEAL} grew.", "asserted"),
        (f"Before {DEAL}, the firm lost money.", "asserted"),
        (f"Talks on {DEAL} failed.", "unrealised"),
        (f"The ban on {DEAL} was lifted.", "unrealised"),
        (f"Fears of {DEAL} grew.", "unrealised"),
        (f"A vote on {DEAL} is due in May.", "unrealised"),
        (f"The chance of {DEAL} is small.", "unrealised"),
        (f"The court blocked {DEAL} on Monday.", "denied"),
    ],
)
def test_an_event_happened_only_if_its_sentence_says_so(nlp, sentence, expected):
    ((document, doc),) = annotate([Document(sentence, "t", "t")], nlp)
    found = {s.predicate.name: s.status.value for s in extract(document, doc, load()).statements}
    assert found.get("kg:buys", found.get("kg:acquires")) == expected, found
