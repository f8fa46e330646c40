"""Names that tagger and recogniser overlook: languages, "the Senate", words taken for common ones."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.spelling import Name, Spelling, starts_sentence
from kg.naming import (
    calendar,
    class_nouns,
    demonyms,
    head_words,
    lone_heads,
    organization_called,
    parts_of_offices,
    place_called,
    roles,
    small_words,
    telling_verbs,
    titles,
)
from kg.parse import Doc, Token

_PLURALS = frozenset({"NNPS", "NNS", "NNP"})


def overlooked(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Words with a capital inside a sentence that name something, though nothing else has found them."""
    for token in doc:
        if not free[token.i] or not token.text[:1].isupper() or token.i in spelling.in_heading or not token.is_alpha:
            continue
        if _is_language(token):
            yield Name(token.i, token.i + 1, cue="kg:Concept")
        elif (is_alone(doc, token.i) or _is_mistaken(token)) and _has_own_capital(token, spelling):
            yield Name(token.i, token.i + 1)


def _has_own_capital(token: Token, spelling: Spelling) -> bool:
    return not starts_sentence(token) and not spelling.is_common(token)


def _is_language(token: Token) -> bool:
    """What one speaks or writes in: "English" in "speaks English", "translated into English"."""
    if token.text not in demonyms() or token.tag_ not in {"NNP", "NN", "JJ"} or list(token.lefts):
        return False
    verb = token.head.head if token.dep_ == "pobj" and token.head.lower_ in {"in", "into", "from"} else token.head
    return token.dep_ in {"dobj", "pobj", "conj"} and verb.lemma_ in telling_verbs("language")


def is_alone(doc: Doc, i: int) -> bool:
    """Whether a general word with "the" and a capital is a name by itself: "the Senate", "the Channel", "the Crown"."""
    word, following = doc[i], doc[i + 1 : i + 2]
    is_title = word.text in titles() and word.text not in parts_of_offices()
    if is_nickname(word):
        return not is_title and not following.text[:1].isupper()
    if word.text not in lone_heads() or is_title or i == 0 or doc[i - 1].lower_ != "the" or doc[i - 1].head.i != i:
        return False
    return not following or not (following.text[:1].isupper() or following.text in {"of", "for", "-", "&"})


def is_nickname(word: Token) -> bool:
    """Whether a word is what teams are called, and no team is called otherwise: "Rovers", "the Tigers"."""
    head = head_words("last").get(word.text)
    return head is not None and head.type == "kg:Organization" and word.text[-1] == "s" and word.tag_ in _PLURALS


def _is_mistaken(word: Token) -> bool:
    """Whether a word that the tagger took for a common noun is a name: it stands alone, with a capital."""
    if word.tag_ != "NN" or word.is_upper or word.ent_type_ or len(word) < 4:
        return False
    if word.i + 1 < len(word.doc) and word.nbor().text == ":":
        return False
    known = organization_called(word.text) or place_called(word.text)
    is_part = word.dep_ in {"compound", "amod"} or any(t.lower_ not in {"the"} for t in word.lefts)
    return bool(known) or not (is_part or _is_general(word))


def _is_general(word: Token) -> bool:
    is_listed = word.text in calendar() or word.text in demonyms() or word.text in titles()
    is_noun = word.lower_ in class_nouns() or word.lower_ in roles() or word.lower_ in small_words("caption")
    return is_listed or is_noun or word.text in head_words("last") or word.text in head_words("of")
