"""People called by their age: "the 44-year-old said so" has a subject, which the parser takes for an adjective."""

from __future__ import annotations

from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.parse import Doc, Span, Token

_YEAR = 4  # digits


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


def age_described(doc: Doc, i: int) -> Span | None:
    """The span of "the 44-year-old" if it ends at a token and describes nothing else."""
    is_noun = i + 1 >= len(doc) or doc[i + 1].pos_ not in {"NOUN", "PROPN", "ADJ"}
    if not is_noun or not age_told(doc[i]) or not doc[i - 1].text == doc[i - 3].text == "-":
        return None
    start = i - 4
    while start and doc[start - 1].tag_ in {"JJ", "VBN"} and doc[start - 1].is_lower:
        start -= 1  # "the *unseeded* 22-year-old"
    return doc[start - 1 : i + 1] if start and doc[start - 1].lower_ == "the" else None


def age_told(old: Token) -> str:
    """The "26" of "26-year-*old*"; "" of another word."""
    if old.lower_ != "old" or old.i < 4 or old.doc[old.i - 2].lower_ != "year":
        return ""
    years = old.doc[old.i - 4]
    return years.text if years.is_digit else ""


def has_age(name: Span) -> bool:
    """Whether an age stands behind a name: "Moe Lund, *39*, had signed up"; no year."""
    after = name.doc.tokens[name.end : name.end + 3]
    is_apart = len(after) == 3 and after[0].text == "," and after[2].text in {",", "."}
    return is_apart and after[1].is_digit and len(after[1]) < _YEAR


def _is_subject(old: Token) -> bool:
    verb = old.head
    if verb.pos_ not in VERBAL or old.i > verb.i or old.dep_ in (*NOMINAL_SUBJECTS, "dobj", "pobj"):
        return False
    return not any(child.dep_ in NOMINAL_SUBJECTS for child in verb.children)
