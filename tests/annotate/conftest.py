"""Texts read as far as mentions."""

from __future__ import annotations

from collections import defaultdict

import pytest


@pytest.fixture(scope="session")
def read(nlp):
    """The Doc of a text, with mentions."""
    from kg.annotate.pipeline import annotate
    from kg.model import Document

    return lambda text: next(iter(annotate([Document(text=text, title="t", source="t")], nlp)))[1]


@pytest.fixture(scope="session")
def clusters(read):
    """The texts of each cluster's mentions of some kinds, by the cluster's best name."""

    def found(text, *kinds):
        doc, by_name = read(text), defaultdict(list)
        for span in doc.spans["mentions"]:
            if not kinds or span.kb_id_.split("+")[0] in kinds:
                by_name[doc.user_data["names"][span.id_]].append(span.text)
        return dict(by_name)

    return found


@pytest.fixture(scope="session")
def taken_up(read):
    """What each pronoun of a text stands for: the best name of a thing, or the noun that it takes up."""

    def found(text):
        doc = read(text)
        names = {span.start: doc.user_data["names"][span.id_] for span in doc.spans["mentions"]}
        nouns = {i: doc[noun].text for i, noun in doc.user_data["antecedents"].items()}
        pronouns = [token for token in doc if token.tag_ in ("PRP", "PRP$")]
        return [(token.text, names.get(token.i) or nouns.get(token.i)) for token in pronouns]

    return found
