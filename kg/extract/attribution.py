"""Attribution: stretches of a document that are somebody's words, by quotation marks, "according to" or "Name:"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.extract.embedding import FINITE, VERBAL, clause_of, is_inserted
from kg.extract.lexicon import Lexicon
from kg.extract.phrases import and_conjuncts
from kg.extract.quotations import is_speech_verb, quotations, speakers
from kg.extract.subjects import SUBJECTS

_LONGEST_NAME = 8  # words before a colon
_BREAKS = frozenset({",", ".", ";", ":", '"', "”", "“", "!", "?"})
_TURNS = frozenset({"but", "while", "although", "though", "whereas", "who", "which", "when", "after", "as"})
_END_MARKS = frozenset({".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Region:
    """Tokens [start, end) that are the holders' words; no holders = nobody is named."""

    start: int
    end: int
    holders: tuple[Token, ...]
    cue: Token | None
    is_quoted: bool = False

    def covers(self, token: Token) -> bool:
        """Whether a token stands in it."""
        return self.start <= token.i < self.end


def regions(doc: Doc, lexicon: Lexicon) -> tuple[Region, ...]:
    """All regions, in reading order, outer ones before inner ones."""
    found = [Region(q.start, q.end, q.speakers, q.cue, is_quoted=True) for q in quotations(doc, lexicon)]
    for sentence in doc.sents:
        found += _by_phrase(sentence, lexicon)
        found += _by_colon(sentence, lexicon)
        found += _by_set_off_verb(sentence, lexicon)
    return tuple(sorted(found, key=lambda r: (r.start, -r.end)))


# ---- according to X


def _by_phrase(sentence: Span, lexicon: Lexicon) -> Iterator[Region]:
    for token in sentence:
        if token.lower_ not in ("according", "per", "in", "as"):
            continue
        length = _phrase_length(token, lexicon)
        if not length:
            continue
        last = token.doc[token.i + length - 1]
        noun = next((child for child in last.children if child.dep_ in ("pobj", "pcomp")), None)
        if noun is None or (token.lower_ == "per" and (noun.pos_ != "PROPN" or noun.i > token.i + 4)):
            continue
        start, end = _reach(token, noun, sentence)
        yield Region(start, end, and_conjuncts(noun), token)


def _phrase_length(token: Token, lexicon: Lexicon) -> int:
    doc, i = token.doc, token.i
    for size in (6, 5, 4, 3, 2, 1):
        if i + size <= len(doc) and doc[i : i + size].text.lower() in lexicon.lists["attributions"]:
            return size
    return 0


def _reach(token: Token, noun: Token, sentence: Span) -> tuple[int, int]:
    """The whole sentence where the phrase opens or closes it, else its own clause."""
    words = [t.i for t in sentence if not t.is_punct and not t.is_space]
    opens = token.i <= words[0] + 1
    closes = max(t.i for t in noun.subtree) >= words[-1] - 1
    clause = clause_of(token)
    if opens or closes or clause is None:
        return sentence.start, sentence.end
    return clause.left_edge.i, clause.right_edge.i + 1


# ---- words, X said; words, X said, more words: whatever the parser made of the words


def _by_set_off_verb(sentence: Span, lexicon: Lexicon) -> Iterator[Region]:
    """The rest of a sentence whose main verb of speech stands between commas or at the end."""
    verb = sentence.root
    if not is_speech_verb(verb, lexicon):
        return
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return
    doc = verb.doc
    start = min(verb.i, subject.left_edge.i)
    last = max(verb.i, subject.right_edge.i)
    stop = next((t.i for t in doc[last + 1 : sentence.end] if t.text in _BREAKS), sentence.end)
    if start <= sentence.start or doc[start - 1].text not in ',"”’\'' or stop - last > _LONGEST_NAME:
        return
    if any(t.tag_ in FINITE for t in doc[last + 1 : stop]):
        return
    said = doc[sentence.start : start - 1]
    is_clause = any(t.tag_ in FINITE or t.tag_ == "VBN" for t in said) and said[0].tag_ not in ("VBN", "VBG")
    if is_clause:  # not "Asked about it, the mayor said that"
        yield Region(said.start, said.end, speakers(verb), verb)
    follows = next((t for t in doc[stop : sentence.end] if not t.is_punct), None)
    if follows is not None and follows.lower_ not in _TURNS and follows.tag_ != "VBG":
        if is_clause or doc[stop].text == "," and any(t.tag_ in FINITE for t in doc[stop : sentence.end]):
            yield Region(stop, sentence.end, speakers(verb), verb)


# ---- Name: words, and in headlines words: name


def _by_colon(sentence: Span, lexicon: Lexicon) -> Iterator[Region]:
    colon = next((t for t in sentence if t.text == ":"), None)
    if colon is None:
        return
    before = [t for t in sentence if t.i < colon.i and not t.is_space]
    after = [t for t in sentence if t.i > colon.i and not t.is_space]
    if _is_name(before, lexicon) and any(t.pos_ in VERBAL for t in after):
        yield Region(colon.i + 1, sentence.end, (_head(before),), _head(before))
    elif _is_name(after, lexicon) and any(t.pos_ in VERBAL for t in before) and after[-1].text not in _END_MARKS:
        if after[0].pos_ != "DET" and not any(t.text == "," for t in after):
            yield Region(sentence.start, colon.i, (_head(after),), _head(after))


def _is_name(words: list[Token], lexicon: Lexicon) -> bool:
    """A short noun phrase of somebody who can speak: "Minister", "Mayor Lena Fox"; not "Update" and not "The result"."""
    if not 0 < len(words) <= _LONGEST_NAME or any(t.pos_ in VERBAL and t.dep_ != "amod" for t in words):
        return False
    head = words[-1]
    if head.pos_ not in ("PROPN", "NOUN", "PRON") or lexicon.has("labels", [t.lower_ for t in words]):
        return False
    return not any(t.like_num or t.ent_type_ in ("DATE", "TIME") for t in words) and words[0].pos_ not in ("DET", "ADP")


def _head(words: list[Token]) -> Token:
    return words[-1]


# ---- The dam, an engineer said, broke


def inserted_voices(verb: Token, lexicon: Lexicon) -> Iterator[tuple[tuple[Token, ...], Token]]:
    """Holders and verb of each clause of speech that is put into a verb's clause between commas."""
    places = [
        verb,
        *(child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass", "dobj", "aux", "attr", "acomp")),
    ]
    for place in places:
        for child in place.children:
            if child.pos_ in VERBAL and is_inserted(child, lexicon):
                yield speakers(child), child
