"""The verbs that a model's lemmatizer knows, and the lemmas of those that it cuts wrong."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from spacy.attrs import TAG
from spacy.language import Language
from spacy.lookups import Table
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

_TAGS = frozenset(map(get_string_id, ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG")))
_ENDINGS = {"VBD": "ed", "VBN": "ed", "VBG": "ing"}
_IN_S = (("s", ""), ("es", ""), ("ies", "y"))


def mend_verb_lemmas(doc: Doc, nlp: Language) -> Doc:
    """The same Doc, in which a verb whose lemma is none has the one that its letters tell: "gut" of "gutted"."""
    verbs, irregular = known_verbs(nlp)
    for token in tagged_verbs(doc):
        if token.lemma_ not in verbs and token.is_lower and token.lower_ not in irregular:
            stem = token.lower_.removesuffix(_ENDINGS.get(token.tag_, ""))
            lemma = next((form for form in _forms(stem) if form in verbs), None)
            if lemma is not None and stem != token.lower_:
                token.lemma_ = lemma
    return doc


def _forms(stem: str) -> Iterator[str]:
    """What may stand before an ending: "gut" in "gutted", "fine" in "fined", "call" in "called"."""
    if stem[-1:] == stem[-2:-1]:
        yield stem[:-1]
    yield stem
    yield f"{stem}e"


def lemma_in_s(word: str, verbs: frozenset[str]) -> str | None:
    """The verb of which a word may be the form in -s: "cut" of "cuts", "carry" of "carries"."""
    forms = (word.removesuffix(ending) + to for ending, to in _IN_S if word.endswith(ending))
    return next((form for form in forms if form in verbs or form.removeprefix("re") in verbs), None)


def tagged_verbs(doc: Doc) -> Iterator[Token]:
    """The words that were taken for verbs, in reading order."""
    return (doc[i] for i, tag in enumerate(doc.to_array(TAG).tolist()) if tag in _TAGS)


@lru_cache(maxsize=4)
def known_verbs(nlp: Language) -> tuple[frozenset[str], Table]:
    """The verbs that the model's lemmatizer knows, and the forms of irregular ones; nothing if it knows none."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is None or not (lookups.has_table("lemma_index") and lookups.has_table("lemma_exc")):
        return frozenset(), Table()
    return frozenset(lookups.get_table("lemma_index")["verb"]), lookups.get_table("lemma_exc")["verb"]
