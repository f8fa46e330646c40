"""Names that were taken for verbs, "buys operator Fjordaxen for a crown", read again as a name that nobody mistakes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.annotate.other_reading import taken_over

_VERBS = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ", "MD"})
_PLAIN = "Peterson"  # a name whatever stands around it
_OPENINGS = frozenset({":", "•", "–", "—", "-", "(", ")", "["})


def read_names(doc: Doc, nlp: Language) -> Doc:
    """The same text with the arcs of its other reading, if a verb in it is a name by its capital."""
    names = [token.i for token in _mistaken(doc)]
    if not names:
        return doc
    words = [_PLAIN if token.i in names else token.text for token in doc]
    other = nlp(Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc]))
    kept = {i: ("NNP", doc[i].text) for i in names if other[i].tag_ == "NNP"}
    return taken_over(doc, other, kept) if len(kept) == len(names) else doc


def _mistaken(doc: Doc) -> Iterator[Token]:
    """Verbs with a capital inside a sentence, of which no other word beside them has one."""
    for token in doc:
        if token.tag_ in _VERBS and token.text.istitle() and token.i and not token.is_sent_start:
            beside = [doc[i] for i in (token.i - 1, token.i + 1) if i < len(doc)]
            if not (_opens(token.nbor(-1)) or any(word.text[0].isupper() for word in beside)):
                yield token


def _opens(before: Token) -> bool:
    """Whether a quotation or the like begins behind a token."""
    return before.is_quote or before.is_space or before.text in _OPENINGS
