"""Words that were taken for verbs and can be none, "led to outreach", "that adobe houses", read again as nouns."""

from __future__ import annotations

from spacy.language import Language
from spacy.lookups import Table
from spacy.tokens import Doc, Span, Token

from kg.annotate.second_readings.other_reading import read_words, taken_over
from kg.annotate.second_readings.verb_index import known_verbs, lemma_in_s, tagged_verbs
from kg.grammar.phrases import SCALES

_BASE = frozenset({"VB", "VBP"})
_PAST = frozenset({"VBD", "VBN"})
_SHORTEST = 4  # letters
_NAME, _ONE, _MANY = "Peterson", "wheat", "apples"  # nouns wherever they stand
_HOUR = "pm"  # "10am" is two words, of which the second looks like a verb
_MONEY = "euros"
_TAG = {_NAME: "NNP", _ONE: "NN", _MANY: "NNS", _HOUR: "NN", _MONEY: "NNS"}


def read_nouns(doc: Doc, nlp: Language) -> Doc:
    """The same text with the arcs of its other reading, if a word that is no verb was taken for one."""
    known = known_verbs(nlp)
    nouns = {token.i: _plain(token) for token in tagged_verbs(doc) if _is_no_verb(token, *known)}
    if not nouns:
        return doc
    words = [nouns.get(token.i, token.text) for token in doc]
    other = read_words(words, [bool(token.whitespace_) for token in doc], nlp)
    read = taken_over(doc, other, {i: (_TAG[word], _lemma(doc[i], word)) for i, word in nouns.items()})
    return _with_sums(read, {i for i, word in nouns.items() if word == _MONEY})


def _with_sums(doc: Doc, units: set[int]) -> Doc:
    """Sums that the recogniser found without their unit, with it."""
    if units:
        doc.ents = [Span(doc, e.start, e.end + 1, "MONEY") if e.end in units else e for e in doc.ents]
    return doc


def _is_no_verb(token: Token, verbs: frozenset[str], irregular: Table) -> bool:
    """Whether a verb of this tag would look otherwise, or is in no list of verbs."""
    word, tag = token.lower_, token.tag_
    if _is_hour(token) or _is_money(token):
        return True
    if not token.is_alpha or len(word) < _SHORTEST or token.pos_ == "AUX":
        return False
    if not token.is_lower and (tag != "VBG" or token.is_sent_start):
        return False  # names are looked for elsewhere, but those that pass for gerunds
    if not verbs or word in irregular:
        return False
    if tag == "VBG":
        return not word.endswith("ing")
    if tag in _PAST:
        return not word.endswith("ed") and word not in verbs
    if tag in _BASE:
        return word not in verbs and word.removeprefix("re") not in verbs
    return lemma_in_s(word, verbs) is None


def _is_hour(token: Token) -> bool:
    """ "Between 8am and 10*am*"."""
    return token.lower_ == "am" and token.i > 0 and token.nbor(-1).like_num and not token.nbor(-1).whitespace_


def _is_money(token: Token) -> bool:
    """ "Sales of 2.4 trillion *won* in 2021"; not "the film that cost 3 million *won* two prizes"."""
    is_scaled = token.i > 1 and token.nbor(-1).lower_ in SCALES and token.nbor(-2).like_num
    behind = token.doc[token.i + 1 : token.i + 2]
    is_won = any(t.like_num or t.tag_ == "PRP$" or t.lower_ in ("the", "an", "them", "it") for t in behind)
    return token.lower_ == "won" and is_scaled and not is_won


def _plain(token: Token) -> str:
    if _is_hour(token):
        return _HOUR
    if _is_money(token):
        return _MONEY
    if not token.is_lower:
        return _NAME
    return _MANY if token.lower_.endswith("s") else _ONE


def _lemma(token: Token, plain: str) -> str:
    if plain in (_NAME, _HOUR, _MONEY):
        return str(token.text)
    return token.lower_.removesuffix("s") if plain == _MANY else str(token.lower_)
