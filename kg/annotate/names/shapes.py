"""Names that their form shows: "Nordlys A/S", "the Velora 240", "the Farm and Forestry Workers' Union", "the charity
Warm in Winter"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.annotate.names.classes import family
from kg.annotate.names.spelling import Name, Spelling, starts_sentence
from kg.annotate.names.tokens import is_double_given, is_given, is_hyphen, is_proper, is_suffix
from kg.gazetteer import places_called
from kg.grammar.phrases import CURRENCY_SIGNS
from kg.naming import calendar, class_nouns, demonyms, head_words, place_called, roles, titles
from kg.parse import Doc, Token

_FORMS = re.compile(
    r"(?:[A-Z][\w&.\u00c0-\u017f'-]*\s(?:(?:&|og|i|y|et)\s)?){1,5}"
    r"(?:Sp\.? ?z ?o\. ?o\.?|A/S|K/S|I/S|S\.p\.A\.|S\.A\. de C\.V\.|S\. de R\.L\.|S\.A\.R\.L\.|d\.o\.o\.|s\.r\.o\."
    r"|a\.s\.|GmbH & Co\.? KG(?:aA)?)(?![\w/])"
)
_MODEL = re.compile(r"(?:[A-Z]{0,3}\d{1,4}[A-Za-z]{0,3})$")
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her", "new"})
_PLACING = frozenset({"in", "on", "at", "of", "for", "to", "from", "with", "without", "under", "over", "between"})
_WITH_ARTICLE = frozenset({"on", "at", "to", "from", "with", "under", "over"})
_INNER = frozenset({"the", "a", "an", "my", "our", "your"})
_LONGEST = 7  # words of a title
_TITLED = frozenset({"kg:Work", "kg:AdvocacyGroup", "kg:Organization", "kg:MediaOutlet"})
_VERBAL_TAGS = frozenset({"VBN", "VBD", "VBG", "VBZ", "JJ"})
_DASHES = frozenset({"-", "\u2013", "\u2014", "/", "%", ":"})


def shapes(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Names that their form shows, whatever the recogniser makes of them."""
    yield from _firms(doc, spelling)
    for token in doc[1:]:
        if token.i in spelling.in_heading:
            continue
        if _MODEL.match(token.text):
            yield from _models(doc, token)
        elif token.text in {"and", "&"}:
            yield from _bodies(doc, token)
        elif is_hyphen(token):
            yield from _families(doc, token)
        elif token.lower_ in class_nouns():
            yield from _titled(doc, token)


def _firms(doc: Doc, spelling: Spelling) -> Iterator[Name]:
    """ "Pekova Sp. z o.o.", "Nordlys A/S", "Krebs GmbH & Co. KG": firms with forms of more than one word."""
    for match in _FORMS.finditer(doc.text):
        span = doc.char_span(*match.span()) or doc.char_span(match.start(), match.end() - 1)
        if span is None or span.start in spelling.in_heading:
            continue
        start, end = span.start, span.end
        while start < end - 1 and (not is_proper(doc[start]) or (starts_sentence(doc[start]) and doc[start].is_stop)):
            start += 1
        yield Name(start, end, cue="kg:Company")


def _models(doc: Doc, number: Token) -> Iterator[Name]:
    """ "The Velora *240*", "its Zephyr *X3*": a thing and the number of its model; no score, date or count."""
    start = number.i
    while start and is_proper(doc[start - 1]) and number.i - start < 3:
        start -= 1
    behind = doc[number.i + 1 : number.i + 2]
    is_model = 0 < start < number.i and doc[start - 1].lower_ in _ARTICLES
    words = list(doc[start : number.i])
    if not is_model or any(_is_no_model(t) for t in words) or behind.text in _DASHES or doc[start - 1].text == "New":
        return
    is_year = number.is_digit and len(number) == 4 and number.text[:2] in {"18", "19", "20"}
    is_count = any(t.pos_ in {"NOUN", "PROPN", "NUM"} or t.text in CURRENCY_SIGNS for t in behind) and number.is_digit
    if not is_year and not is_count:
        yield Name(start, number.i + 1)


def _is_no_model(word: Token) -> bool:
    is_other = word.text in calendar() or word.text in demonyms() or word.text in titles() or word.lower_ in roles()
    return (
        is_other
        or place_called(word.text) is not None
        or word.tag_ == "NNPS"
        or not word.is_alpha
        or is_suffix(word.text)
    )


def _bodies(doc: Doc, joint: Token) -> Iterator[Name]:
    """ "The Farm and Forestry Workers' Union", "the Bill and Ada Moe Foundation": one body, behind an article."""
    start, end = joint.i - 1, joint.i + 1
    if start < 1 or doc[start - 1].lower_ != "the" or not _may_be_field(doc[start]):
        return
    while end < len(doc) and (is_proper(doc[end]) or (doc[end].tag_ == "POS" and end > joint.i + 1)):
        end += 1
    last = doc[end - 1]
    head = head_words("last").get(last.text)
    is_body = head is not None and family(head.type) == "organization" and last.tag_ != "NNPS"
    fields = doc[joint.i + 1 : end - 1]
    is_whole = (doc[start].text in head_words("last") and not is_given(doc[start])) or any(
        t.text in titles() for t in fields
    )
    owners = [t for t in fields if t.tag_ == "POS"]
    is_owned = all(t.nbor(-1).lower_.endswith(("s", "men")) and t.nbor(-1).text not in demonyms() for t in owners)
    if is_body and len(fields) > 0 and not is_whole and is_owned and last.text not in titles():
        yield Name(start, end)


def _may_be_field(word: Token) -> bool:
    is_other = word.text in demonyms() or place_called(word.text) is not None or word.text in titles()
    return word.is_title and word.is_alpha and len(word) > 2 and not is_other


def _families(doc: Doc, hyphen: Token) -> Iterator[Name]:
    """ "*Bae Ji-hwan*, the chief executive": a family's name and a given one of two halves; no "Bell X-ray unit"."""
    start, end = hyphen.i - 2, hyphen.i + 2
    if start < 0 or end > len(doc) or not is_double_given(doc, hyphen.i + 1):
        return
    family_name, given, half = doc[start], doc[hyphen.i - 1], doc[hyphen.i + 1]
    is_plain = half.tag_ in _VERBAL_TAGS or half.lower_ == "op" or len(given) == 1
    is_plain |= any(_is_no_model(word) for word in (family_name, given)) or _is_part(half)
    before = doc[start - 1 : start] if start else doc[:0]
    is_longer = any(is_proper(word) and word.text[:1].isupper() for word in (*before, *doc[end : end + 1]))
    if not is_plain and not is_longer:
        yield Name(start, end, "PERSON")


def _is_part(word: Token) -> bool:
    """Whether a word tells what the common noun behind it is like: "a Lund Sea-side *house*"."""
    return word.dep_ in {"amod", "compound", "nmod"} and word.head.is_lower and word.head.i > word.i


def _titled(doc: Doc, noun: Token) -> Iterator[Name]:
    """ "The charity *Warm in Winter*", "his memoir, *The Price of It*": a title that goes on over small words."""
    is_titled = class_nouns().get(noun.lower_) in _TITLED and noun.is_lower
    comma = doc[noun.i + 1 : noun.i + 2].text == ","
    start = noun.i + 1 + comma
    if not is_titled or start >= len(doc) or not doc[start].text[:1].isupper():
        return
    if comma and doc[start].text not in {"The", "A", "An"}:
        return
    end, joints = start, 0
    while end < len(doc) and end - start < _LONGEST and doc[end].text[:1].isupper() and doc[end].is_alpha:
        end += 1
        small = end
        if doc[small : small + 1].text in _PLACING:
            small += 1
        while small > end and doc[small : small + 1].text in _INNER:
            small += 1
        if small > end and small < len(doc) and _goes_on(doc, end, small):
            end, joints = small, joints + 1
    if joints and doc[end - 1].text[:1].isupper():
        yield Name(start + (doc[start].text == "The"), end)


def _goes_on(doc: Doc, joint: int, behind: int) -> bool:
    """Whether a title goes on over a preposition: no place or date follows, and behind "on" or "at" an article."""
    word = doc[behind]
    is_with = behind > joint + 1 or doc[joint].text not in _WITH_ARTICLE
    is_place = place_called(word.text) is not None or bool(places_called(word.text))
    is_other = word.text in calendar() or word.text in demonyms() or word.text in titles()
    is_allowed = not is_place or doc[joint].text == "of"
    return word.text[:1].isupper() and word.is_alpha and is_with and is_allowed and not is_other
