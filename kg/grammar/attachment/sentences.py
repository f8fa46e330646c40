"""Two clauses that the parser made one of, and one that it made two of: subjects and main verbs found again."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.phrases import NOUNS, VERBAL
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, has_subject
from kg.parse import Token

_ARGUMENTS = frozenset({"dobj", "pobj", "conj"})
_LINKS = frozenset({"and", "but"})
_REAL_HELPERS = frozenset({"be", "have", "do", "get", "go", "need", "dare", "use", "ought", "keep", "let"})
_FEELING = frozenset({"felt", "feels", "feel", "looked", "looks", "seemed", "seems"})


@at(tags=FINITE, none_below=SUBJECTS)
def second_clause(verb: Token) -> Iterator[Arc]:
    """ "The pound fell against the dollar and bonds *rose*": who rose stands behind the "and", and is no object."""
    if verb.dep_ != "advcl" or verb.tag_ == "MD" or any(_openers(verb)):
        return
    doc, top = verb.doc, verb.head
    link = next((t for t in reversed(doc[top.i + 1 : verb.i]) if t.pos_ == "VERB" or t.lower_ in _LINKS), None)
    if link is None or link.lower_ not in _LINKS or link.head.pos_ not in NOUNS:
        return
    first, behind = link.head, doc[link.i + 1 : verb.i]
    nouns = [t for t in behind if t.pos_ in NOUNS and t.dep_ in _ARGUMENTS and t.head not in behind]
    if not nouns or nouns[-1].right_edge.i != verb.i - 1:
        return
    noun = nouns[-1]
    if noun.dep_ != "conj":  # "the dollar and government bonds" as one phrase
        yield first, noun.head, noun.dep_
        yield from ((c, first, c.dep_) for c in [*noun.lefts] if c.i < first.i)
        yield from ((c, noun, "compound") for c in [*first.rights] if c.dep_ == "conj" and c.i < noun.i)
    above = next((t for t in first.ancestors if t.pos_ in VERBAL and has_subject(t)), top)
    yield link, above, "cc"
    yield noun, verb, "nsubj"
    yield verb, above, "conj"


def _openers(verb: Token) -> Iterator[Token]:
    return (c for c in verb.lefts if c.dep_ in ("mark", *SUBJECTS, *HELPERS) or c.tag_ in ("WRB", "WDT", "WP", "IN"))


@at(tags="VBD VBZ VBP", is_behind=False)
def no_helper(word: Token) -> Iterator[Arc]:
    """ "They *felt* vindicated", "Toddler *survives* fall": a verb of its own, and no helper of the next word."""
    other = word.head
    if word.lemma_.lower() in _REAL_HELPERS or other.i != word.i + 1:
        return
    is_state = other.tag_ == "VBN" and word.lower_ in _FEELING
    is_thing = other.tag_ in ("VB", "VBP") and word.tag_ == "VBZ"
    if not is_state and not is_thing:
        return
    word.pos_ = "VERB"
    yield word, word if other.dep_ == "ROOT" else other.head, other.dep_
    yield from ((c, word, c.dep_.removesuffix("pass")) for c in [*other.lefts] if c != word)
    yield from ((c, word, c.dep_) for c in [*other.rights] if c.is_punct)
    if is_state:
        other.tag_, other.pos_, other.lemma_ = "JJ", "ADJ", other.lower_
        yield other, word, "acomp"
    else:
        other.tag_, other.pos_ = "NN", "NOUN"
        yield other, word, "dobj"


@at(tags="NNP NNPS")
def gapped(name: Token) -> Iterator[Arc]:
    """ "Advised by Orlo and *Tarn* by Lund": Tarn was advised, by Lund, and advised nobody."""
    first = name.head
    marker = name.doc[name.i + 1] if name.i + 1 < name.sent.end else name
    if name.pos_ != "PROPN" or first.dep_ != "pobj" or first.head.lower_ != "by" or marker.lower_ != "by":
        return
    if not any(c.pos_ == "PROPN" for c in marker.rights):
        return
    if marker.head == first.head.head and not any(name.rights):
        yield name, first.head.head, "dep"
        yield marker, name, "prep"
