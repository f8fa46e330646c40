"""Names that tagger and recogniser overlook: languages, "the Senate", words taken for common ones."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.spelling import Name, Spelling, starts_sentence
from kg.annotate.names.tokens import is_portfolio
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
    yield from (Name(word.i, word.i + 1, cue="kg:MediaOutlet") for word in doc.written({"i"}) if _is_paper(word))
    for token in doc:
        if not free[token.i] or not token.text[:1].isupper() or token.i in spelling.in_heading or not token.is_alpha:
            continue
        if _is_language(token):
            yield Name(token.i, token.i + 1, cue="kg:Concept")
        elif _has_own_capital(token, spelling) and (
            is_alone(doc, token.i) or _is_mistaken(token) or _is_known_body(token)
        ):
            yield Name(token.i, token.i + 1)


def _is_paper(word: Token) -> bool:
    """Whether it is the newspaper that is called by one small letter: "she told the i"."""
    return word.text == "i" and word.lower_before == "the"


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
    if is_title or not (_is_bare(word) or (word.text in lone_heads() and _has_own_article(word))):
        return False
    return not following or not (following.text[:1].isupper() or following.text in {"of", "for", "-", "&"})


def _has_own_article(word: Token) -> bool:
    return word.lower_before == "the" and word.nbor(-1).head is word


def _is_bare(word: Token) -> bool:
    """Whether a body is named by a general word without "the": "in Parliament"."""
    is_part = any(token.dep_ != "punct" for token in word.lefts) or word.dep_ == "compound"
    is_office = word.i > 1 and word.nbor(-2).lower_ in {"member", "members"}
    is_inside = not (is_part or is_office or starts_sentence(word))
    return is_inside and word.text in head_words("bare") and word.pos_ == "PROPN"


def is_nickname(word: Token) -> bool:
    """Whether a word is what teams or parties are called, and none is called otherwise: "Rovers", "the Greens"."""
    head = head_words("last").get(word.text)
    is_many = head is not None and word.text[-1] == "s" and word.tag_ in _PLURALS
    if head is None or not is_many or word.text in demonyms():
        return False
    return head.type == "kg:Organization" or (head.type == "kg:PoliticalParty" and _has_own_article(word))


def _is_known_body(word: Token) -> bool:
    """Whether it is the name of a well-known body, whatever kind of word the tagger takes it for."""
    is_tagged = word.tag_ in {"JJ", "NNS", "NNP", "NNPS", "VB", "RB"} and not word.ent_type_ and not word.is_stop
    return is_tagged and organization_called(word.text) is not None and not is_portfolio(word.doc[word.i : word.i + 1])


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
