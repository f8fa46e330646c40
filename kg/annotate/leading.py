"""Adjectives that open a clause and are parted from the next by a comma: "Drier, hotter summers are killing oaks"."""

from __future__ import annotations

from kg.grammar.attachment.sites import ADJECTIVES
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.parse import Doc, Token

_OF_TIME = frozenset({"earlier", "later", "sooner", "further", "farther"})
_OPENS = frozenset({"that", "and", "but", "as", "while", "because", "if", "when"})
_GRADED = "er"


def hang_leading(doc: Doc) -> None:
    """Hang such an adjective on the noun that the next one is told of, whatever the parser took it for."""
    for sent in doc.sents:
        for comma in (token for token in sent if token.text == ","):
            if sent.start < comma.i < sent.end - 1 and (noun := _told(comma)) is not None:
                _hang(comma.nbor(-1), comma, noun)


def _told(comma: Token) -> Token | None:
    """The subject whose first adjective stands before a comma, and another one behind it."""
    first, second = comma.nbor(-1), comma.nbor()
    noun = second.head
    if second.dep_ not in ("amod", "compound") or noun.tag_ not in ("NN", "NNS") or noun.left_edge.i < first.i:
        return None
    is_near = noun.i > second.i and all(t.head is noun and t.tag_ != "DT" for t in noun.doc.tokens[second.i : noun.i])
    is_alone = all(c is comma or c is noun for c in first.children)
    if not (is_near and is_alone and _opens(first) and _is_adjective(first, second)):
        return None
    above = noun.head if noun.dep_ in NOMINAL_SUBJECTS else first.head
    is_beside = first.head is above and first.dep_ in ("advcl", "advmod", "amod", "dep", "nsubj", "nsubjpass")
    return noun if is_beside and (noun.dep_ in NOMINAL_SUBJECTS or noun.head is first) else None


def _opens(first: Token) -> bool:
    if first.i == first.sent.start:
        return True
    before = first.nbor(-1)
    return before.is_quote or before.is_space or before.lower_ in _OPENS or before.pos_ == "VERB"


def _is_adjective(first: Token, second: Token) -> bool:
    """ "Heavy, *wet* snow", "Drier, *hotter* summers", by form where the tags fail; not "Later, stronger winds"."""
    is_graded = second.lower_.endswith(_GRADED) and first.lower_.endswith(_GRADED)
    if first.lower_ in _OF_TIME or first.lower_.endswith("ed"):
        return False
    if first.tag_ in ("NNP", "RBR"):
        return is_graded and second.is_lower
    return first.tag_ in ADJECTIVES and (second.tag_ in (*ADJECTIVES, "VBN", "VBG") or is_graded)


def _hang(first: Token, comma: Token, noun: Token) -> None:
    doc = first.doc
    if noun.head is first:
        doc.hang(noun, first.head, first.dep_)
    first.tag_ = "JJR" if first.lower_.endswith(_GRADED) else first.tag_
    first.pos_, first.lemma_ = "ADJ", first.lower_
    doc.hang(first, noun, "amod")
    doc.hang(comma, noun, "punct")
