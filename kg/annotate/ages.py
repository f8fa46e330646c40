"""People called by their age: "the 44-year-old said so" has a subject, which the parser takes for an adjective."""

from __future__ import annotations

from kg.annotate.descriptions import age_described
from kg.parse import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def name_ages(doc: Doc) -> None:
    """Make a noun of "the 44-year-old", and the subject of the verb that it hangs on and that has no other."""
    for old in doc.written(frozenset({"old"})):
        if (described := age_described(doc, old.i)) is None:
            continue
        old.tag_, old.pos_ = "NN", "NOUN"
        doc.ents = [ent for ent in doc.ents if ent.end <= described.start or ent.start >= described.end]  # no date
        if _is_subject(old):
            article = described[0]
            doc.hang(article, old, "det")
            doc.hang(old, old.head, "nsubj")


def _is_subject(old: Token) -> bool:
    verb = old.head
    if verb.pos_ not in ("VERB", "AUX") or old.i > verb.i or old.dep_ in (*_SUBJECTS, "dobj", "pobj"):
        return False
    return not any(child.dep_ in _SUBJECTS for child in verb.children)
