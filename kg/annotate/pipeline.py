"""Annotate: documents in, one parsed Doc a document out, whose text is the document's text exactly."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterable, Iterator, Sequence

import spacy
from spacy.language import Language
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer
from spacy.util import compile_prefix_regex, compile_suffix_regex

from kg import tables
from kg.annotate.ages import name_ages
from kg.annotate.batches import batches
from kg.annotate.coreference import annotate_coreference
from kg.annotate.coreference.introductions import annotate_introductions
from kg.annotate.coreference.pointers import annotate_pointers
from kg.annotate.coreference.unnamed import annotate_unnamed
from kg.annotate.glue import glued
from kg.annotate.hyphens import hang_halves
from kg.annotate.joint import read_jointly
from kg.annotate.leading import hang_leading
from kg.annotate.lemmas import mend_lemmas
from kg.annotate.letters import hang_letters
from kg.annotate.names import annotate_names
from kg.annotate.paragraphs import model_form, paragraphs
from kg.annotate.pieces import Piece, mark, pieces, unread
from kg.annotate.second_readings.headlines import read_headline
from kg.annotate.second_readings.misread import read_names
from kg.annotate.second_readings.no_verbs import read_nouns
from kg.annotate.second_readings.verb_index import mend_verb_lemmas
from kg.annotate.whole import whole
from kg.errors import ModelMissing
from kg.grammar.attachment import reattach
from kg.model import Document
from kg.naming import titles
from kg.parse import Doc
from kg.settings import DEFAULT_MODEL

_NEEDED = ("tagger", "parser", "lemmatizer", "ner")
_NEEDED_OF_OTHERS = ("tok2vec", "tagger", "parser")
_UNUSED_OF_OTHERS = (
    "lemmatizer",
    "ner",
    "attribute_ruler",
    "tokenizer",
    "strings",
)  # a word has one hash in any vocabulary


def load(model: str = DEFAULT_MODEL) -> Language:
    """An English spaCy pipeline, ready for `annotate`; several, joined by "+", choose tags and arcs together.

    Raises ModelMissing with what to install.
    """
    first, *others = (name.strip() for name in model.split("+"))
    if not all((first, *others)):
        raise ModelMissing(f"--model {model!r} names no pipeline, or none before or behind a +. Write it as A or A+B.")
    nlp = _pipeline(first, _NEEDED)
    if others:
        asked = [_pipeline(other, _NEEDED_OF_OTHERS, unused=_UNUSED_OF_OTHERS) for other in others]
        try:
            read_jointly(nlp, asked)
        except ValueError as error:
            raise ModelMissing(f"the spaCy pipelines {model!r} cannot read together: {error}") from None
    _cut_words(nlp)
    return nlp


def _pipeline(model: str, needed: Sequence[str], unused: Sequence[str] = ()) -> Language:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            nlp = spacy.load(model, exclude=unused)
        except OSError:
            raise ModelMissing(
                f"the spaCy pipeline {model!r} is not installed. Install it (pip install {model}), "
                f"or leave --model out to use what comes with kg."
            ) from None
    if lacking := [name for name in needed if name not in nlp.pipe_names]:
        raise ModelMissing(
            f"the spaCy pipeline {model!r} has no {', '.join(lacking)}. kg reads with all of {', '.join(needed)}."
        )
    return nlp


def _cut_words(nlp: Language) -> None:
    """Have the tokenizer cut words as the lexicon says."""
    tokenizer: Tokenizer = nlp.tokenizer
    rules = {**tokenizer.rules, **_uncut_or_cut()}
    tokenizer.rules = {}  # else it works all of them in again after each change
    openings = "|".join(sorted(tables.column(tables.lexicon("word_beginnings"), "opening")))
    tokenizer.token_match = re.compile(rf"(?:{openings})-[a-z]+", re.IGNORECASE).fullmatch
    suffixes = [*(nlp.Defaults.suffixes or ()), r"(?<=[a-z][A-Z])\."]  # "works for NovaX."
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    signs = sorted(sign for sign in tables.column(tables.lexicon("currencies"), "sign") if sign.endswith("$"))
    prefixes = [*map(re.escape, signs), *(nlp.Defaults.prefixes or ())]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    tokenizer.rules = rules


def _uncut_or_cut() -> dict[str, list[dict[int, str]]]:
    """The words that the lexicon keeps whole, and those that it cuts."""
    compounds = sorted(tables.column(tables.lexicon("compounds"), "word"))
    whole_words = [form for word in compounds for form in (word, word.capitalize())]
    letters = sorted(tables.column(tables.lexicon("unit_letters"), "letter"))
    whole_titles = sorted(word for word in titles() if word.endswith("."))
    return {
        **{word: [{ORTH: word}] for word in (*whole_words, *whole_titles)},
        **{f"{letter}.": [{ORTH: letter}, {ORTH: "."}] for letter in letters},
    }


def annotate(documents: Iterable[Document], nlp: Language) -> Iterator[tuple[Document, Doc]]:
    """Yield each document with its Doc, in order.

    The Doc has tags, lemmas, a parse whose arcs are set right (see kg.grammar.attachment), `ents`, and these span
    groups: "paragraphs"; "mentions" (see kg.annotate.names). `doc.text == document.text`, so `token.idx` is an offset
    of the document.
    """
    for batch in batches(documents):
        bounds = [list(paragraphs(document.text)) for document in batch]
        parts = [[p for b in bs for p in pieces(d.text, *b)] for d, bs in zip(batch, bounds, strict=True)]
        parsed = _parsed(batch, parts, nlp)
        for document, bs, ps in zip(batch, bounds, parts, strict=True):
            doc = whole(document.text, [next(parsed) for _ in ps], nlp.vocab)
            mark(doc, ps)
            _mark_paragraphs(doc, bs)
            mend_lemmas(doc)
            hang_letters(doc)
            hang_halves(doc)
            hang_leading(doc)
            name_ages(doc)
            annotate_names(doc)
            annotate_introductions(doc)
            reattach(doc)
            annotate_coreference(doc)
            annotate_pointers(doc)
            annotate_unnamed(doc)
            yield document, doc


def _parsed(
    batch: list[Document], parts: list[list[Piece]], nlp: Language
) -> Iterator[tuple[spacy.tokens.Doc, list[int]]]:
    """The parse of each piece of each document, with the offsets in the document's text of its characters."""
    cuts = [glued(document.text) for document in batch]
    told = [(d.text, piece, found) for d, ps, found in zip(batch, parts, cuts, strict=True) for piece in ps]
    forms = [model_form(text, piece.start, piece.end, found) for text, piece, found in told]
    read = nlp.pipe(form for (_, piece, _), (form, _) in zip(told, forms, strict=True) if piece.kind != "endless")
    for (_, piece, _), (form, offsets) in zip(told, forms, strict=True):
        doc = nlp.make_doc(form) if piece.kind == "endless" else next(read)
        yield unread(doc, piece.kind) if piece.kind else _read_again(doc, nlp), offsets


def _read_again(doc: spacy.tokens.Doc, nlp: Language) -> spacy.tokens.Doc:
    """The parse of another reading, where words show that this one is wrong."""
    read = read_names(read_headline(read_names(read_nouns(doc, nlp), nlp), nlp), nlp)
    return mend_verb_lemmas(read, nlp)


def _mark_paragraphs(doc: Doc, bounds: list[tuple[int, int]]) -> None:
    spans = [doc.char_span(start, end, "paragraph") for start, end in bounds]
    doc.spans["paragraphs"] = [span for span in spans if span is not None]


def sentences(doc: Doc) -> Iterator[tuple[int, int]]:
    """First token and one past the last of each sentence, without white space at its edges."""
    for sent in doc.sents:
        solid = [token.i for token in sent if not token.is_space]
        if solid:
            yield solid[0], solid[-1] + 1


__all__ = ["DEFAULT_MODEL", "Language", "annotate", "load", "sentences"]
