"""Headlines of two clauses, "Storm batters coast, ferries cancelled", whose halves are read each by itself."""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.annotate.second_readings.headline_words import bare, may_act, verbs
from kg.annotate.second_readings.other_reading import Told, joined, read_words
from kg.annotate.second_readings.verb_index import known_verbs, lemma_in_s
from kg.grammar import wordlists
from kg.grammar.verbs import NOMINAL_SUBJECTS

_PARTING = frozenset({",", ";"})
_SHORTEST = 2  # words of a half
_SUBJECT, _VERB = "Peterson", "bought"  # that nobody mistakes
_VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VBG"})  # "two missing"
_PRESENT = frozenset({"VBZ", "VBP"})
_IN_S = frozenset({"NNS", "NNPS", "VBZ"})
_TOLD = frozenset({"dobj", "ccomp"})

Reading = Callable[[Doc, Language], Doc]
Half = tuple[Doc, Told]


def read_halves(doc: Doc, nlp: Language, read: Reading) -> Doc | None:
    """The halves at the only comma or semicolon, each as a clause of its own; None if one of them is none."""
    marks = [token.i for token in doc if token.text in _PARTING]
    if len(marks) != 1 or not _SHORTEST <= marks[0] < len(doc) - _SHORTEST:
        return None
    before, behind = doc[: marks[0]], doc[marks[0] + 1 :]
    half = _next_deed(behind, nlp) if behind[0].lower_ in verbs() else None
    if half is None:
        alone = _alone(behind, nlp, read)
        if _says(alone):
            return None
        half = _own_clause(alone, behind.start) or _next_deed(behind, nlp)
    if half is None:
        return None
    (second, told), first = half, _alone(before, nlp, read)
    is_alike = behind.start not in told or told[behind.start][0] == _root(first).tag_
    return joined(doc, first, second, told) if is_alike and _is_clause(first) else None


def _own_clause(half: Doc, start: int) -> Half | None:
    """ "Ferries cancelled", "no casualties reported": what has a subject of its own; `start` is where it stands."""
    root = _root(half)
    is_told = root.tag_ == "VBD" and root.lemma_ in wordlists.saying()
    told = {root.i + start: ("VBN", root.lemma_)} if is_told else {}
    return (half, told) if _is_clause(half) else None


def _next_deed(half: Span, nlp: Language) -> Half | None:
    """ "Grocer posts record sales, *lifts outlook*": what is done next by who stands before; None without an object."""
    if (found := _verb_of(half[0], nlp)) is None:
        return None
    words = [_SUBJECT, _VERB, *(token.text for token in half[1:]), "."]
    read = read_words(words, [True] * len(words), nlp)
    verb = read[1]
    is_whole = verb.dep_ == "ROOT" and any(child.dep_ in _TOLD for child in verb.rights)
    return (read[1 : len(words) - 1].as_doc(), {half.start: found}) if is_whole else None


def _verb_of(word: Token, nlp: Language) -> tuple[str, str] | None:
    """The tag and the lemma of the verb that a word may be: "lifts outlook", "end strike"."""
    lemma = verbs().get(word.lower_)
    if lemma is None and word.tag_ in _IN_S:
        lemma = lemma_in_s(word.lower_, known_verbs(nlp)[0])
    if lemma is not None:
        return "VBZ", lemma
    return ("VBP", word.lower_) if word.lower_ in bare() else None


def _alone(half: Span, nlp: Language, read: Reading) -> Doc:
    words, spaces = [token.text for token in half], [bool(token.whitespace_) for token in half]
    return read(read_words(words, spaces, nlp), nlp)


def _is_clause(half: Doc) -> bool:
    """Whether a subject opens it and a verb follows: "ferries cancelled", "20 hurt"."""
    root = _root(half)
    subject = next((child for child in root.lefts if child.dep_ in NOMINAL_SUBJECTS), None)
    return len(list(half.sents)) == 1 and root.tag_ in _VERBS and subject is not None and subject.left_edge.i == 0


def _says(half: Doc) -> bool:
    """Whether it only tells who says what stands beside it: "police say", unlike "no casualties reported"."""
    root = _root(half)
    subject = next((child for child in root.lefts if child.dep_ in NOMINAL_SUBJECTS), None)
    is_speaker = subject is not None and (root.tag_ in _PRESENT or (may_act(subject) and not any(subject.lefts)))
    return is_speaker and root.lemma_ in wordlists.saying() and not any(child.dep_ in _TOLD for child in root.children)


def _root(half: Doc) -> Token:
    return next(token for token in half if token.head == token)
