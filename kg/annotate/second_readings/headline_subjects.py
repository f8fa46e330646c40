"""Headlines whose subject was misread, "France, Germany urge calm", "Boy, 9, rescued", read again with plain words."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.second_readings.other_reading import read_words, taken_over
from kg.grammar.verbs import NOMINAL_SUBJECTS

_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_QUESTIONS = frozenset({"WP", "PRP", "IN"})
_PLURAL_VERBS = frozenset({"VB", "VBP", "VBD", "VBN"})
_LATEST = 5  # tokens up to the comma
_MAN, _OFFICIALS, _NAME = "Man", "Officials", "Peterson"  # nobody mistakes them

Reading = Callable[[Doc, Language], Doc]


def read_subject(doc: Doc, nlp: Language, read: Reading) -> Doc | None:
    """The text read with a plain subject; None if it is no such headline."""
    return _as_noun(doc, nlp, read) or _as_pair(doc, nlp, read)


def _as_noun(doc: Doc, nlp: Language, read: Reading) -> Doc | None:
    """ "*Boy*, 9, rescued", "*MPs* back bill": a noun, and no exclamation or verb."""
    first = doc[0]
    if first.tag_ == "UH" and doc[1:2].text == "," and doc[2:3].text.isdigit():
        plain, tag = _MAN, "NN"
    elif first.tag_.startswith("VB") and first.text[1:] != first.lower_[1:]:
        plain, tag = _OFFICIALS, "NNS"
    elif first.tag_ in _QUESTIONS and first.is_upper and doc[1].is_lower:
        plain, tag = _NAME, "NNP"  # "*WHO* declares end of outbreak"
    else:
        return None
    return taken_over(
        doc, read(_with(doc, 0, plain, nlp), nlp), {0: (tag, first.text if tag == "NNP" else first.lower_)}
    )


def _as_pair(doc: Doc, nlp: Language, read: Reading) -> Doc | None:
    """ "France, Germany urge calm": both do; their comma is an "and"."""
    commas = [token.i for token in doc if token.text == ","]
    if len(commas) != 1 or not 0 < commas[0] < min(_LATEST, len(doc) - 2):
        return None
    comma = commas[0]
    if any(token.tag_ not in _NOUNS and token.i for token in doc[:comma]) or doc[comma + 1].tag_ not in _NOUNS:
        return None
    other = read(_with(doc, comma, "and", nlp), nlp)
    return taken_over(doc, other, {comma: (",", ",")}) if _is_of_both(other, comma) else None


def _with(doc: Doc, place: int, word: str, nlp: Language) -> Doc:
    words = [word if token.i == place else token.text for token in doc]
    spaces = [bool(token.whitespace_) or token.i + 1 == place for token in doc]
    return read_words(words, spaces, nlp)


def _is_of_both(other: Doc, joint: int) -> bool:
    """Whether the two nouns beside the joint are the subject of the only sentence."""
    root = other[:].root
    subject = next((child for child in root.lefts if child.dep_ in NOMINAL_SUBJECTS), None)
    if len(list(other.sents)) != 1 or root.tag_ not in _PLURAL_VERBS or subject is None or subject.left_edge.i != 0:
        return False
    both = other[: root.i]
    return any(token.dep_ == "conj" and token.i > joint for token in both) and subject.right_edge.i < root.i
