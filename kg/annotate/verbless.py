"""Sentences without a main verb, "The charity funds research", read again with a verb that nobody mistakes."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.annotate.headlines import Verb, verb_for
from kg.annotate.other_reading import read_words, taken_over

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_INNER = frozenset({"relcl", "acl", "advcl", "pcomp", "appos"})
_SHORTEST, _LONGEST = 5, 40  # tokens


def read_verbless(doc: Doc, nlp: Language) -> Doc:
    """The same text with the arcs of its other reading, if a sentence lacks a verb and a noun in it may be one."""
    found = [verb for sentence in doc.sents if (verb := _mistaken(sentence)) is not None]
    if not found:
        return doc
    plain = {verb.place: verb.plain for verb in found}
    words = [plain.get(token.i, token.text) for token in doc]
    other = read_words(words, [bool(token.whitespace_) for token in doc], nlp)
    told = {verb.place: (verb.tag, verb.lemma) for verb in found}
    return taken_over(doc, other, told) if all(_is_main(other[verb.place]) for verb in found) else doc


def _mistaken(sentence: Span) -> Verb | None:
    """The noun that may be the verb of a sentence that has none."""
    root = sentence.root
    if root.tag_ not in _NOUNS or not _SHORTEST <= len(sentence) <= _LONGEST or sentence[-1].text != ".":
        return None
    if any(token.tag_ in _FINITE and not _is_inner(token) for token in sentence):
        return None
    verbs = (verb_for(token) for token in sentence[1:-1])
    return next((verb for verb in verbs if verb is not None and verb.tag == "VBZ"), None)


def _is_inner(verb: Token) -> bool:
    """Whether a verb tells of a noun, or of another clause."""
    return verb.dep_ in _INNER or any(above.dep_ in _INNER for above in verb.ancestors)


def _is_main(verb: Token) -> bool:
    deps = {child.dep_ for child in verb.children}
    return verb.dep_ == "ROOT" and "nsubj" in deps and bool(deps & {"dobj", "ccomp", "prep"})
