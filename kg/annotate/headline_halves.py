"""Headlines of two clauses, "Storm batters coast, ferries cancelled", whose halves are read each by itself."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.annotate.headline_words import may_act, verbs
from kg.annotate.other_reading import joined, read_words
from kg.grammar import wordlists

_PARTING = frozenset({",", ";"})
_SHORTEST = 2  # words of a half
_SUBJECT, _VERB = "Peterson", "bought"  # that nobody mistakes
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_PRESENT = frozenset({"VBZ", "VBP"})
_TOLD = frozenset({"dobj", "ccomp"})

Reading = Callable[[Doc, Language], Doc]


def read_halves(doc: Doc, nlp: Language, read: Reading) -> Doc | None:
    """The halves at the only comma or semicolon, each as a clause of its own; None if one of them is none."""
    marks = [token.i for token in doc if token.text in _PARTING]
    if len(marks) != 1 or not _SHORTEST <= marks[0] < len(doc) - _SHORTEST:
        return None
    before, behind, told = doc[: marks[0]], doc[marks[0] + 1 :], {}
    if (lemma := verbs().get(behind[0].lower_)) is not None:
        second, told = _deed(behind, nlp), {behind.start: ("VBZ", lemma)}
    else:
        second = _alone(behind, nlp, read)
    if second is None or not (told or (_is_clause(second) and not _says(second))):
        return None
    first, root = _alone(before, nlp, read), _root(second)
    if root.tag_ == "VBD" and root.lemma_ in wordlists.saying():
        told = {root.i + behind.start: ("VBN", root.lemma_)}  # "no casualties reported"
    return joined(doc, first, second, told) if _is_clause(first) else None


def _deed(half: Span, nlp: Language) -> Doc | None:
    """ "Grocer posts record sales, *lifts outlook*": what is done next by who stands before; None without an object."""
    words = [_SUBJECT, _VERB, *(token.text for token in half[1:]), "."]
    read = read_words(words, [True] * len(words), nlp)
    verb = read[1]
    is_whole = verb.dep_ == "ROOT" and any(child.dep_ in _TOLD for child in verb.rights)
    return read[1 : len(words) - 1].as_doc() if is_whole else None


def _alone(half: Span, nlp: Language, read: Reading) -> Doc:
    words, spaces = [token.text for token in half], [bool(token.whitespace_) for token in half]
    return read(read_words(words, spaces, nlp), nlp)


def _is_clause(half: Doc) -> bool:
    """Whether a subject opens it and a verb follows: "ferries cancelled", "20 hurt"."""
    root = _root(half)
    subject = next((child for child in root.lefts if child.dep_ in _SUBJECTS), None)
    return len(list(half.sents)) == 1 and root.tag_ in _VERBS and subject is not None and subject.left_edge.i == 0


def _says(half: Doc) -> bool:
    """Whether it only tells who says what stands beside it: "police say", unlike "no casualties reported"."""
    root = _root(half)
    subject = next((child for child in root.lefts if child.dep_ in _SUBJECTS), None)
    is_speaker = subject is not None and (root.tag_ in _PRESENT or (may_act(subject) and not any(subject.lefts)))
    return is_speaker and root.lemma_ in wordlists.saying() and not any(child.dep_ in _TOLD for child in root.children)


def _root(half: Doc) -> Token:
    return next(token for token in half if token.head == token)
