"""What the words of a name are: proper nouns, hyphens, legal forms, given names, heads."""

from __future__ import annotations

from kg.annotate.names.spelling import starts_sentence
from kg.naming import (
    calendar,
    class_nouns,
    company_suffixes,
    demonyms,
    given_names,
    head_type,
    offices,
    organization_called,
    ranks,
    small_words,
)
from kg.parse import Doc, Span, Token


def is_saint(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a saint's, after whom a house is called: "St. Olav" of "St. Olav's Hospital"."""
    return doc[start].text in {"St", "St.", "Saint"} and end - start > 1


def is_particle(word: Token) -> bool:
    """Whether a small word goes on with a person's name: "de", "van"."""
    return word.lower_ in small_words("particle")


def is_suffix(text: str) -> bool:
    """Whether a word is a legal form or tells a generation: "Inc.", "Jr"."""
    plain = text.replace(".", "").casefold()
    return plain in company_suffixes() or plain in small_words("generation")


def is_hyphen(token: Token) -> bool:
    """Whether a token is a hyphen inside a word."""
    return token.text == "-" and token.i > 0 and not token.nbor(-1).whitespace_ and not token.whitespace_


def is_proper(token: Token) -> bool:
    """Whether the tagger sees a proper noun, and no month, nationality or caption."""
    return (
        token.pos_ == "PROPN"
        and any(c.isupper() for c in token.text)
        and token.text not in calendar()
        and token.text not in demonyms()
        and not is_caption(token)
    )


def is_capital(word: Token) -> bool:
    """Whether a word inside a sentence has a capital, whatever kind of word the tagger sees: "the Web"."""
    is_other = word.text in calendar() or word.text in demonyms() or starts_sentence(word)
    return word.text[0].isupper() and word.is_alpha and not is_other


def is_caption(token: Token) -> bool:
    """Whether a word labels a picture: "Image: Bo Ek"."""
    is_last = token.i + 1 == len(token.doc)
    return token.lower_ in small_words("caption") and not is_last and token.nbor().text == ":"


def has_head(name_words: list[str]) -> bool:
    """Whether a word of the name shows what it names: "Council"."""
    return head_type(name_words) is not None


def is_repeated(doc: Doc, i: int) -> bool:
    """Whether a word and the number after it stand together elsewhere too: once it may be a score."""
    pair = (doc[i - 1].text, doc[i].text)
    others = doc.written({doc[i].lower_})
    return sum(token.i > 0 and (token.nbor(-1).text, token.text) == pair for token in others) > 1


def is_given(token: Token) -> bool:
    """Whether a word is a frequent given name."""
    return token.text in given_names()


def is_mood(token: Token) -> bool:
    """Whether a sentence begins with how somebody is, or is thought of: "*Furious* Ann Lund complained"."""
    if token.lower_ not in small_words("mood") or not starts_sentence(token) or token.i + 1 == len(token.doc):
        return False
    return is_given(token.nbor())


def after_office(doc: Doc, start: int, end: int) -> int:
    """Where the person's name begins in a run that opens with what somebody holds an office of: "Superintendent of
    *Police | Ann Lund*", "Leader of the *Opposition | Bo Roth*"."""
    joint = start - 1 - (start > 0 and doc[start - 1].lower_ == "the")
    is_of = joint > 0 and doc[joint].lower_ == "of" and doc[joint - 1].text in offices()
    if not is_of or is_given(doc[start]):
        return start
    return next((i for i in range(max(start + 1, end - 3), end - 1) if is_given(doc[i])), start)


def is_portfolio(span: Span) -> bool:
    """Whether a word is what a minister is for: "Labour Minister", "Skills minister"; the "Labour minister" is of a
    party."""
    following = span.doc[span.end : span.end + 1]
    is_known = organization_called(span.text) is not None
    is_office = any(word.lower_ in small_words("ministerial") and (word.is_title or not is_known) for word in following)
    return len(span) == 1 and is_office and span[0].lower_ in small_words("portfolio")


def has_article(span: Span) -> bool:
    """Whether an article stands before a name and belongs to it."""
    article = span.doc[span.start - 1] if span.start else None
    return article is not None and article.lower_ in {"the", "a", "an"} and span.start <= article.head.i < span.end


def is_double_given(doc: Doc, i: int) -> bool:
    """Whether a short word behind a hyphen ends a given name that follows the family's: "Yoon Jae-suk"."""
    half, before, family = doc[i], doc[i - 2 : i - 1], doc[i - 3 : i - 2]
    is_short = half.is_lower and half.is_alpha and 1 < len(half) < 6 and is_hyphen(doc[i - 1])
    is_affix = half.lower_ in small_words("affixed") or half.lower_ in small_words("based")
    is_name = all(word.text.istitle() and len(word.text) < 7 and is_proper(word) for word in (*before, *family))
    return is_short and not is_affix and len(before) == len(family) == 1 and is_name


def is_called_after(doc: Doc, start: int) -> bool:
    """Whether a thing is called after a person of rank: "the frigate Admiral Golov", "the Lady Elm"."""
    word, before = doc[start], doc[start - 1] if start else None
    if before is None or word.text not in ranks():
        return False
    return before.text == "the" or class_nouns().get(before.lower_) in {"kg:Product", "kg:Facility"}
