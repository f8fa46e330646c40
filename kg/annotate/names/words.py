"""What kind of thing a name names, as far as its own words tell: lists, legal forms, heads, given names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.annotate.names.classes import family
from kg.annotate.names.overlooked import is_alone
from kg.annotate.names.spelling import Name
from kg.annotate.names.tokens import has_article, is_double_given, is_hyphen, is_particle, is_saint
from kg.gazetteer import places_called
from kg.naming import (
    cities,
    given_names,
    has_company_suffix,
    head_type,
    head_words,
    lone_heads,
    organization_called,
    place_called,
    small_words,
)
from kg.parse import Span, Token

_LONGEST = 3  # words of most persons' names
_GENERATIONS = frozenset({"Jr", "Sr"})
_ROAD = re.compile(r"(?:[AM]\d{1,2}|I-\d{1,3})$")

Told = tuple[str, float] | None  # the class, the weight


@dataclass(frozen=True, slots=True)
class _Form:
    """A name as its words stand."""

    span: Span
    label: str
    words: list[str]
    is_called_so: bool  # whether it begins with a given name, as a person's full name does


def own_words(span: Span, name: Name) -> Told:
    """The class that the words of a name tell, by the first kind of sign that there is."""
    words = [t.text for t in span if (t.is_alpha or ("." in t.text and len(t) > 1)) and not _is_second_half(t)]
    is_called_so = len(words) > 1 and words[0] in given_names() and all(w[0].isupper() for w in words)
    form = _Form(span, name.label, words, is_called_so and not has_article(span))
    if (told := _listed(form)) is not None or name.is_quoted:
        return told
    return _shaped(form) or _headed(form) or _personal(form)


def _listed(form: _Form) -> Told:
    """What a list knows, or a legal form tells."""
    text = form.span.text
    known = place_called(text) or organization_called(text)
    if known is not None and not _is_the_river(form.span, known[1]):
        return known[1], 4.0
    if text in cities():
        return "kg:GeopoliticalEntity", 4.0
    if form.words and _is_branch(form) and (above := organization_called(form.words[0])) is not None:
        return above[1], 3.0
    return ("kg:Company", 5.0) if has_company_suffix(text) else None


def _is_branch(form: _Form) -> bool:
    """Whether a body's name goes on with a place: "ACLU of Ohio", "BBC Scotland"."""
    return " of " in form.span.text or (len(form.words) == 2 and place_called(form.words[1]) is not None)


def _shaped(form: _Form) -> Told:
    """Roads, generations of a family, full names of persons, saints after whom houses are called."""
    span, words = form.span, form.words
    if _ROAD.match(span.text) and has_article(span):
        return "kg:Facility", 3.0
    if len(words) > 1 and words[-1].replace(".", "") in _GENERATIONS:
        return "kg:Person", 3.0
    is_body = len(words) > _LONGEST and words[-1] in head_words("last")  # "Glen Orran Rescue Team"
    if form.is_called_so and form.label == "PERSON" and not is_body:
        return "kg:Person", 1.5
    return ("kg:Facility", 1.1) if span[-1].tag_ == "POS" and is_saint(span.doc, span.start, span.end) else None


def _headed(form: _Form) -> Told:
    """What the head word tells, or a general word that is a name by itself."""
    span, words = form.span, form.words
    if len(words) > 1 and words[-1].casefold() in small_words("local") and places_called(" ".join(words[:-1])):
        return "kg:GovernmentBody", 3.0  # "Barlow Council"
    if len(words) > 1 and (head := head_type(words)):
        is_surname = form.label == "PERSON" and len(words) == 2 and words[-1] in head_words("last")
        is_called_so = words[0] in given_names() or words[-1].casefold() in small_words("surname")
        doubtful = 0.9 if is_called_so else 1.2  # "Ann Hill", "Homa Bay"
        return head.type, doubtful if is_surname and family(head.type) == "place" else 3.0
    if len(span) == 1 and is_alone(span.doc, span.start):
        return lone_heads().get(span.text) or head_words("last")[span.text].type, 3.0
    return ("kg:Organization", 2.5) if "&" in span.text and len(span) > 2 else None


def _personal(form: _Form) -> Told:
    """Given names, initials and the small words between surnames."""
    span, words = form.span, form.words
    if words == [span.text] and words[0] in given_names() and not has_article(span):
        return "kg:Person", 0.6
    is_small = form.label in {"", "PERSON"} and any(is_particle(word) and word.is_lower for word in span[1:-1])
    is_small |= len(span) == 4 and is_double_given(span.doc, span.end - 1)
    is_short = len(words) < 4 and (form.is_called_so or any(_is_initial(word) for word in words[:-1]))
    return ("kg:Person", 1.2) if is_small or is_short else None


def _is_the_river(span: Span, known: str) -> bool:
    """Whether a word that is a firm's name has an article, as no firm's name of one word has: "the Amazon"."""
    return known == "kg:Company" and span.text.istitle() and len(span) == 1 and has_article(span)


def _is_initial(word: str) -> bool:
    """Whether a word is made of initials with their dots: "A." in "Robert A. Ek", "M.S." in "M.S. Rao"."""
    return len(word) in {2, 4} and word[0].isupper() and set(word[1::2]) == {"."}


def _is_second_half(word: Token) -> bool:
    """Whether a word is the latter half of a double surname, and no head of the name: "Hill" in "Ana Tanner-Hill"."""
    head = head_words("last").get(word.text)
    is_joined = word.i > 1 and is_hyphen(word.nbor(-1)) and word.nbor(-2).text[:1].isupper()
    return is_joined and head is not None and family(head.type) == "place"
