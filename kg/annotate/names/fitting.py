"""A name without the titles and offices before it, and the letters behind it: "Ann Lund" of "Judge Ann Lund KC"."""

from __future__ import annotations

from kg.annotate.names.descriptors import is_descriptor
from kg.annotate.names.labels import after_labels
from kg.annotate.names.spelling import Name, starts_sentence
from kg.annotate.names.tokens import (
    has_head,
    is_called_after,
    is_given,
    is_hyphen,
    is_proper,
)
from kg.naming import (
    demonyms,
    forms_of_address,
    given_names,
    offices,
    parts_of_offices,
    place_called,
    roles,
    small_words,
    titles,
)
from kg.parse import Doc, Token


def fit(doc: Doc, start: int, end: int, label: str) -> Name | None:
    """The name without the titles before it; None if nothing is left but titles."""
    start = after_labels(doc, start, end)
    start += end > start and is_descriptor(doc, start, end)
    outer = start
    if end - start > 2 and doc[start : start + 2].text in demonyms():
        return fit(doc, start + 2, end, "PERSON")  # "the New Zealander | Bo Ek"
    name_words = [t.text for t in doc[start:end]]
    if end - start == 2 and is_called_after(doc, start):
        return Name(start, end, "" if label == "PERSON" else label)
    is_addressed = _is_addressed(doc, start, end)
    if is_addressed or _is_office_holder(doc, start, end):
        label = "PERSON"
    if label in {"PERSON", "", "ORG"} and (is_addressed or not has_head(name_words)):
        if (letters := _before_letters(doc, start, end)) < end:
            end, label = letters, "PERSON"
        start = _after_titles(doc, start, end)
        if outer < start < end and doc[start].lower_ in small_words("joint"):
            return None
    if label not in {"ORG", "PERSON"} or not _is_person_like(doc, start, end):
        while start < end and doc[end - 1].text in offices() and not has_head(name_words):
            end -= 1
            if start < end and not place_called(doc[start:end].text):
                return None
    if start >= end or all(t.text in titles() or not any(c.isalpha() for c in t.text) for t in doc[start:end]):
        return None
    return Name(start, end, label if start == outer or label != "ORG" else "PERSON")


def _is_addressed(doc: Doc, start: int, end: int) -> bool:
    """Whether a run is a person's name, whatever the recogniser says: "Ms Okafor"; not "Lady Lane", "Dame Street"."""
    return end - start > 1 and doc[start].text in forms_of_address() and place_called(doc[start:end].text) is None


def _is_office_holder(doc: Doc, start: int, end: int) -> bool:
    """Whether a run is an office and who holds it, whatever the recogniser says: "Chief Executive Ulrike Zahn"."""
    first = start
    while first < end and doc[first].text in titles():
        first += 1
    is_office = any(t.text not in parts_of_offices() for t in doc[start:first])
    return is_office and first + 1 < end and is_given(doc[first]) and not has_head([t.text for t in doc[first:end]])


def _before_letters(doc: Doc, start: int, end: int) -> int:
    """Where a person's name ends before the letters of an honour or a degree: "Ann Lund | KC"."""
    while end - start > 2 and doc[end - 1].text in small_words("letters"):
        end -= 1
    return end


def _after_titles(doc: Doc, start: int, end: int) -> int:
    """Where a name begins after its titles; words like "Home" are titles only before an office."""
    i = begin = start
    while i < end and _is_prefix(doc[i]) and (end - i > 1 or doc[i].text in titles()):
        i += 1
        is_behind = i - 1 == start > 0 and doc[start - 1].text in titles()  # "Chief | Executive"
        is_second = start < begin == i - 1 or is_behind  # "Chief Executive", "Director General"
        if is_second or doc[i - 1].text not in parts_of_offices() or doc[i - 1].text in demonyms():
            begin = i
    return begin


def _is_person_like(doc: Doc, start: int, end: int) -> bool:
    return end - start > 1 and doc[start].text in given_names()


def _is_prefix(token: Token) -> bool:
    is_before_given = token.i + 1 < len(token.doc) and is_given(token.nbor())
    is_opening = is_before_given or (starts_sentence(token) and _is_full_name(token.doc, token.i + 1))
    is_role = token.lower_ in roles() and (token.is_lower or (is_opening and not is_given(token)))
    is_people = token.text in demonyms() and not (is_given(token) and _is_first_of_two(token))
    return (token.text in titles() or is_role or is_people) and not _is_hyphened(token)


def _is_hyphened(token: Token) -> bool:
    """Whether a word is half of a double name: "*Sheikh*-Watts"."""
    return token.i + 1 < len(token.doc) and is_hyphen(token.nbor())


def _is_first_of_two(given: Token) -> bool:
    """Whether a given name that is a people's too stands before one word more: "winger | Finn Prentice"."""
    following = given.doc[given.i + 1 : given.i + 3]
    return following.text[:1].isupper() and not following[1:].text[:1].isupper()


def _is_full_name(doc: Doc, start: int) -> bool:
    """Whether two words that the recogniser takes for a person's follow: "Owner | Jenifer Pell"."""
    return all(t.ent_type_ == "PERSON" and is_proper(t) for t in doc[start : start + 2]) and start + 1 < len(doc)
