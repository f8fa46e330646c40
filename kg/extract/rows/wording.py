"""The words of arguments and relations, as the open-IE view writes them."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from kg.grammar.phrases import HYPHENS, VERBAL, conjuncts, entity_of, in_one_name, phrase
from kg.grammar.verbs import HELPERS, SUBJECTS, is_passive
from kg.parse import Token

Words = tuple[Token, ...]
_HELPERS = frozenset({"aux", "auxpass", "neg", "prt"})
_CLAUSES = frozenset({"relcl", "appos", "nsubj", "nsubjpass", "mark", "aux", "auxpass", "parataxis"})
_KEPT = HYPHENS | {"&", "neither"}
_MODIFIERS = frozenset({"amod", "nmod", "compound"})
_DEGREE = frozenset({"as", "just", "so"})  # half of a comparison: "as eager as the judge"
_LOOSE = frozenset({"punct", "preconj"})  # "both", "either"
_MARKS = frozenset({"`", "'", "``", "''"})  # quotation marks that spaCy does not know as such


def text(words: Words) -> str:
    """The words as the sentence writes them, with one space where others were left out."""
    parts = []
    for n, token in enumerate(words):
        is_next = n + 1 < len(words) and words[n + 1].i == token.i + 1
        parts.append(token.text + (token.whitespace_ if is_next else " "))
    return " ".join("".join(parts).split())


def in_order(words: Iterable[Token]) -> Words:
    """Words in the order of the sentence, each once."""
    return tuple(sorted(set(words), key=lambda token: token.i))


# ---- arguments


def noun_phrase(head: Token, *, with_of: bool = True) -> Words:
    """A short argument: `phrase`, but without what is coordinated with a modifier; a clause for a gerund."""
    if head.pos_ in VERBAL:
        return clause_words(head)
    words = phrase(head)
    dropped: set[int] = set()
    for token in words:
        if token != head and _is_dropped(head, token, with_of):
            dropped.update(t.i for t in token.subtree)
        elif _is_loose(head, token):
            dropped.add(token.i)
    return (*_nor(head), *_completed([t for t in words if t.i not in dropped]))


def _is_loose(head: Token, token: Token) -> bool:
    """Whether a word or mark is left out: quotation marks, but not the one of "workers' rights"; "both"; commas."""
    if token.is_quote:
        return token.dep_ != "case"
    is_pairing = token.dep_ in _LOOSE or (token.dep_ == "det" and (token.tag_ == "CC" or _pairs_modifiers(token)))
    return is_pairing and token.lower_ not in _KEPT and not _in_name(head, token)


def _pairs_modifiers(both: Token) -> bool:
    """ "*Both* public and private schools": two kinds of schools, and not two schools."""
    modifiers = (child for child in both.head.lefts if child.dep_ == "amod" and child.i > both.i)
    return both.lower_ == "both" and any("conj" in modifier.below for modifier in modifiers)


def _nor(head: Token) -> Words:
    """ "Neither the mayor *nor* the clerk": a half that says the opposite without its word."""
    before = head.left_edge.nbor(-1) if head.left_edge.i else head
    return (before,) if head.dep_ == "conj" and before.lower_ == "nor" else ()


def noun_phrases(head: Token) -> tuple[Words, ...]:
    """The short argument, once for each of several modifiers: "social housing" and "private housing"."""
    words = noun_phrase(head)
    if head.pos_ in VERBAL:
        return (words,)
    for modifier in head.lefts:
        others = [c for c in conjuncts(modifier) if c != modifier] if modifier.dep_ in _MODIFIERS else []
        if others and modifier in words and all(_is_shared(head, modifier, other) for other in others):
            return (words, *(_with_other(words, modifier, other) for other in others))
    return (words,)


def _is_shared(head: Token, modifier: Token, other: Token) -> bool:
    if _are_one_name(head, modifier) or in_one_name(modifier, other):
        return False
    return modifier.i < other.i < head.i and other.pos_ == modifier.pos_


def _are_one_name(head: Token, modifier: Token) -> bool:
    """ "The Leeds and York Trust": a name before the last word of a name."""
    return head.pos_ == modifier.pos_ == "PROPN" and modifier.dep_ in _MODIFIERS


def _with_other(words: Words, modifier: Token, other: Token) -> Words:
    """The phrase with another modifier in the place of the first."""
    first = {*modifier.subtree, *(t for t in words if t.lower_ in ("a", "an") and t.i < modifier.i)}
    own = [t for t in other.subtree if t.dep_ not in ("conj", "cc", "punct") or t == other]
    return (*(t for t in words if t.i < modifier.i and t not in first), *own, *(t for t in words if t.i > other.i))


def _completed(words: list[Token]) -> list[Token]:
    """Without the sentence's full stop; with the rest of a compound cut at " - ": "middle - aged staff"."""
    if len(words) > 1 and words[-1].text == "." and words[-2].whitespace_ and words[-1].is_sent_end:
        return words[:-1]
    if not words or words[-1].text not in HYPHENS:
        return words
    rest = takewhile(_is_compounding, words[-1].doc[words[-1].i + 1 : words[-1].sent.end])
    return [*words, *rest]


def _is_compounding(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN", "ADJ") or token.tag_ in ("VBN", "VBG") or token.text in HYPHENS


def _is_dropped(head: Token, token: Token, with_of: bool) -> bool:
    if _in_name(head, token):
        return False
    if token.dep_ == "prep" and token.head == head:
        return not with_of
    if head.pos_ == "ADJ" and token.dep_ == "advmod" and token.head == head:
        return token.lower_ in _DEGREE
    if token.dep_ == "cc" and token.head.lower_ == "all":
        return False  # "all but six years"
    if _are_one_name(head, token.head):
        return False
    return token.dep_ in ("conj", "cc") and token.head != head


def _in_name(head: Token, token: Token) -> bool:
    span = entity_of(head)
    return (span is not None and span.start <= token.i < span.end) or in_one_name(token, token.head)


def long_phrase(head: Token) -> Words:
    """An argument with all that hangs on it but appositions and relative clauses (deeper down: only behind a comma)."""
    dropped = {t.i for child in head.children if child.dep_ in _CLAUSES for t in child.subtree}
    dropped |= {t.i for inner in head.subtree if _is_parted(inner) for t in inner.subtree}
    return _trimmed(t for t in head.subtree if t.i not in dropped)


def _is_parted(verb: Token) -> bool:
    """Whether a verb is that of a relative clause behind a comma."""
    opens = verb.left_edge.i
    return verb.dep_ == "relcl" and opens > 0 and verb.doc[opens - 1].text == ","


def clause_words(head: Token) -> Words:
    """All words of an embedded clause."""
    return _trimmed(head.subtree)


def claim_words(head: Token) -> Words:
    """The words of one embedded clause without those coordinated with it."""
    dropped = {t.i for child in head.children if child.dep_ == "conj" for t in child.subtree}
    dropped |= {child.i for child in head.children if child.dep_ == "cc"}
    return _trimmed(t for t in head.subtree if t.i not in dropped and not (t.is_quote or t.text in _MARKS))


def without(words: Words, verb: Token) -> Words:
    """The words without the clause that cuts into them: "The dam, *an engineer said*, broke"."""
    if verb not in words:
        return words
    inserted = [token.i for token in verb.subtree]
    first, last = min(inserted), max(inserted)
    return tuple(t for t in words if t.i not in inserted and not (t.text == "," and first - 1 <= t.i <= last + 1))


def _trimmed(tokens: Iterable[Token]) -> Words:
    """Without punctuation at either end."""
    words = [t for t in tokens if not t.is_space]
    while words and _is_mark(words[-1]) and not _closes(words):
        words.pop()
    while words and _is_mark(words[0]):
        words.pop(0)
    return tuple(words)


def _closes(words: list[Token]) -> bool:
    """Whether the last word closes a bracket that was opened here."""
    return words[-1].text == ")" and any(token.text == "(" for token in words[1:])


def _is_mark(token: Token) -> bool:
    return token.is_punct or token.text in _MARKS


# ---- relations


def _is_bare(verb: Token) -> bool:
    """ "Will shut the school and *put* guards there": a past tense that is written as an infinitive, behind one."""
    return verb.lower_ == verb.lemma_ and verb.head.tag_ == "VB" and not any(t.dep_ in SUBJECTS for t in verb.children)


def verb_group(verb: Token) -> Words:
    """Auxiliaries, negation, verb and particle; the auxiliaries may be shared with the verb before."""
    own = [t for t in verb.children if t.dep_ in _HELPERS]
    if not any(t.dep_ in HELPERS for t in own) and _continues(verb):
        own += [t for t in verb_group(verb.head) if t.i < verb.head.i]
    return in_order((*own, verb))


def _continues(verb: Token) -> bool:
    """Whether a verb shares the auxiliaries of the one before: "was cut and washed"."""
    if verb.dep_ != "conj" or verb.head.pos_ not in VERBAL:
        return False
    if verb.tag_ == "VBD":
        return is_passive(verb) or _is_bare(verb)
    if verb.tag_ not in ("VB", "VBN", "VBG"):
        return False
    return verb.head.tag_ == verb.tag_ and not any(t.dep_ in SUBJECTS for t in verb.children)
