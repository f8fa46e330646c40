"""Names that were taken for verbs, prepositions or clauses, "buys Fjordaxen for a crown", "her father, Per Lund", "the
author of Those Who Left", read again with a name in their place that nobody mistakes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.attrs import IS_TITLE
from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.annotate.second_readings.other_reading import read_words
from kg.naming import given_names, small_words

_VERBS = frozenset({"VB", "VBD", "VBN", "VBP", "VBZ", "MD"})
_PLAIN = "Peterson"  # a name whatever stands around it
_OPENINGS = frozenset({":", "•", "–", "—", "-", "(", ")", "["})
_SMALL = frozenset({"the", "of", "for", "and", "a", "to"})
_LONGEST = 8  # tokens of a title
_CONTENT = frozenset({"VERB", "NOUN", "ADJ"})
_FEW = 12  # words of a headline
_PROSE = 0.5  # share of words in lower case below which capitals tell nothing

Bounds = tuple[int, int]


def read_names(doc: Doc, nlp: Language) -> Doc:
    """The same text with the arcs of its other reading, if a verb in it is a name, or a part of one, by its capital."""
    names = list(_mistaken(doc))
    if not names:
        return doc
    words, spaces, place = _replaced(doc, names)
    other = read_words(words, spaces, nlp)
    return _taken_over(doc, other, names, place) if all(other[place[i]].tag_ == "NNP" for i, _ in names) else doc


def _mistaken(doc: Doc) -> Iterator[Bounds]:
    """Runs of words with a capital inside a sentence, of which one was taken for a verb or a preposition."""
    end = 0
    verbs = [doc[i] for i in _titled(doc) if doc[i].tag_ in _VERBS or _is_first_name(doc[i])]
    verbs = sorted([*verbs, *(word for word in doc if _is_particle(word))], key=lambda word: word.i)
    if not verbs or not _is_prose(doc):
        return
    for verb in verbs:
        if verb.i >= end and not verb.is_sent_start:
            start, end = _run(doc, verb)
            if end - start <= _LONGEST and (_is_quoted(doc, start, end) or not _opens(doc, start)):
                yield start, end


def _is_first_name(word: Token) -> bool:
    """Whether what was taken for a preposition is a given name before another name: "her father, *Per* Lund,"."""
    is_before = word.i + 1 < len(word.doc) and word.nbor().text[:1].isupper()
    return word.tag_ == "IN" and is_before and word.text in given_names()


def _is_particle(word: Token) -> bool:
    """Whether what was taken for a verb stands in a name: "Vila *do* Porto"; not "Orlo and Tarn do Brazil a favour"."""
    if word.text not in small_words("particle") or word.tag_ not in _VERBS or not 0 < word.i < len(word.doc) - 1:
        return False
    before, behind = word.nbor(-1), word.nbor()
    is_one = before.dep_ != "conj" and "cc" not in {child.dep_ for child in before.children}
    return is_one and before.tag_ == behind.tag_ == "NNP" and before.text.istitle() and behind.text.istitle()


def _titled(doc: Doc) -> list[int]:
    """Where the words stand that begin with a capital, but for the first."""
    return [i for i, is_titled in enumerate(doc.to_array(IS_TITLE)) if is_titled and i]


def _is_prose(doc: Doc) -> bool:
    """Whether words stand in lower case as in a sentence, so that a capital tells a name: "River floods Kestrel
    *Falls*"; in "River Floods Town as Dam Falls" it tells nothing."""
    words = [token for token in doc if token.is_alpha]
    is_headline = len(words) <= _FEW and any(token.is_lower and token.pos_ in _CONTENT for token in words)
    return is_headline or sum(token.is_lower for token in words) > _PROSE * len(words)


def _run(doc: Doc, verb: Token) -> Bounds:
    """The words with capitals around a verb, over small words between them."""
    start, end = verb.i, verb.i + 1
    while start and _goes_on(doc, start - 1, -1):
        start -= 1
    while end < len(doc) and _goes_on(doc, end, 1):
        end += 1
    return start, end


def _goes_on(doc: Doc, i: int, step: int) -> bool:
    """Whether a word belongs to a title: with a capital, or a small one before another with a capital."""
    if doc[i].text in _SMALL | small_words("particle") and 0 <= i + step < len(doc):
        i += step
    word = doc[i]
    return word.is_alpha and word.text[0].isupper() and not word.is_sent_start


def _is_quoted(doc: Doc, start: int, end: int) -> bool:
    """Whether the words, and no others, stand in quotation marks: 'The book, "Those Who Left," won'."""
    behind = end + (doc[end : end + 1].text in {",", "."})
    marks = doc[start - 1 : start].text + doc[behind : behind + 1].text
    return (
        end - start > 1 and start > 0 and len(marks) == len('""') and doc[start - 1].is_quote and doc[behind].is_quote
    )


def _opens(doc: Doc, start: int) -> bool:
    """Whether a sentence, or a quotation that is no title, begins here."""
    before = doc[start - 1]
    return start == 0 or doc[start].is_sent_start or before.is_quote or before.is_space or before.text in _OPENINGS


def _replaced(doc: Doc, names: list[Bounds]) -> tuple[list[str], list[bool], list[int]]:
    """The words with one plain name for each of the names, and where each word of the text then stands."""
    first = {start for start, _ in names}
    rest = {i for start, end in names for i in range(start + 1, end)}
    words: list[str] = []
    spaces: list[bool] = []
    place: list[int] = []
    for token in doc:
        if token.i not in rest:
            words.append(_PLAIN if token.i in first else token.text)
            spaces.append(False)
        spaces[-1] = bool(token.whitespace_)
        place.append(len(words) - 1)
    return words, spaces, place


def _taken_over(doc: Doc, other: Doc, names: list[Bounds], place: list[int]) -> Doc:
    """The words and entities of the text with the tags and arcs of the other reading."""
    last = {end - 1: start for start, end in names}
    inner = {i: end - 1 for start, end in names for i in range(start, end - 1)}
    back = {place[i]: i for i in range(len(doc))}  # of a name, its last word
    named = inner.keys() | last.keys()
    read = [other[place[token.i]] for token in doc]
    return Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=["NNP" if t.i in named else r.tag_ for t, r in zip(doc, read, strict=True)],
        pos=["PROPN" if t.i in named else r.pos_ for t, r in zip(doc, read, strict=True)],
        morphs=[str(r.morph) for r in read],
        lemmas=[t.text if t.i in named else r.lemma_ for t, r in zip(doc, read, strict=True)],
        heads=[inner.get(t.i, back[r.head.i]) for t, r in zip(doc, read, strict=True)],
        deps=["compound" if t.i in inner else r.dep_ for t, r in zip(doc, read, strict=True)],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
    )
