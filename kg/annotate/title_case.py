"""Names that their capitals show, though the tagger sees no proper nouns: "Songs About Rivers"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.name_tokens import is_proper
from kg.annotate.spelling import Name, Spelling, starts_sentence
from kg.naming import calendar, demonyms, head_words, parts_of_offices, place_called, roles, small_words, titles
from kg.parse import Doc, Token

_INSIDE = frozenset({"of", "in", "and", "for", "the"})
_LONGEST = 8


def title_case(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Works whose small words have capitals inside a sentence, and bodies of two fields: "the Lund and Oslo Museum"."""
    for token in doc.written(small_words("capital")):
        if token.is_title and token.i not in spelling.in_heading and not starts_sentence(token):
            yield from _work(doc, token)
    for joint in doc.written({"and"}):
        if 1 < joint.i < len(doc) - 2 and joint.is_lower and joint.i not in spelling.in_heading:
            yield from _two_fields(doc, joint)


def _work(doc: Doc, small: Token) -> Iterator[Name]:
    start = small.i
    while _is_capital(doc[start - 1]) and not starts_sentence(doc[start]) and small.i - start < _LONGEST:
        start -= 1
    end = small.i + 1
    while end < len(doc) and end - start < _LONGEST and (_is_capital(doc[end]) or _is_inside(doc, end)):
        end += 1
    is_imperative = starts_sentence(doc[start]) and not doc[start].is_stop and start == small.i - 1  # "Honor Our Water"
    is_article = small.lower_ in {"a", "an"} and small.i == start
    is_title = end - start >= 3 and (is_imperative or not starts_sentence(doc[start])) and end > small.i + 1
    is_short = is_article and end - start == 2 and not doc[start + 1].is_upper and len(doc[start + 1]) > 2
    if is_short or (is_title and _is_capital(doc[end - 1])):
        yield Name(start, end, cue="" if is_imperative else "kg:Work")


def _is_capital(word: Token) -> bool:
    return word.is_alpha and word.text[0].isupper() and word.text not in calendar()


def _is_inside(doc: Doc, i: int) -> bool:
    """Whether a small word stands inside a title, which goes on behind it with a capital."""
    behind = i + 1
    while behind < len(doc) and doc[behind].text == "the":
        behind += 1
    return doc[i].text in _INSIDE and behind < len(doc) and _is_capital(doc[behind])


def _two_fields(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "the Falmouth and Penryn Chamber", whose head is one: not "the Oslo and Lund Museums"."""
    first, end = doc[joint.i - 1], joint.i + 1
    while end < len(doc) and is_proper(doc[end]) and not _is_title(doc[end]):
        end += 1
    is_the = doc[joint.i - 2].lower_ == "the"
    is_headed = end - joint.i > 2 and doc[end - 1].text in head_words("last") and doc[end - 1].tag_ == "NNP"
    if (
        is_the
        and is_headed
        and first.text not in head_words("last")
        and _is_field(first)
        and _is_field(doc[joint.i + 1])
    ):
        yield Name(first.i, end)


def _is_field(word: Token) -> bool:
    is_other = word.text in demonyms() or place_called(word.text) is not None or _is_title(word)
    return is_proper(word) and not (is_other or word.lower_ in roles())


def _is_title(word: Token) -> bool:
    """Whether a word is a title by itself, and no field as "Environment" in "Environment Minister"."""
    return word.text in titles() and word.text not in parts_of_offices()
