"""Names of which the recogniser found a part, made whole: over the words beside them and over small joints."""

from __future__ import annotations

import re

from kg.annotate.names.classes import family
from kg.annotate.names.spelling import starts_sentence
from kg.annotate.names.tokens import (
    after_office,
    has_head,
    is_called_after,
    is_capital,
    is_double_given,
    is_given,
    is_hyphen,
    is_mood,
    is_proper,
    is_saint,
    is_suffix,
)
from kg.naming import demonyms, head_type, head_words, parts_of_offices, place_called, small_words, titles
from kg.parse import Doc, Token

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_FOR_FIELDS = frozenset({"of", "for", "on"})
_NICKNAME = frozenset({'"', "“", "”", "'"})  # Alfred "Freddie" Ek


def grow(doc: Doc, start: int, end: int, free: list[bool]) -> tuple[int, int]:
    """With the proper nouns that belong to the same compound: the recogniser found "Torres" of "Mia Torres"."""
    if start >= end or place_called(doc[start:end].text) or doc[start].text in demonyms():
        return start, end
    start = _from_head(doc, _from_article(doc, start, free), free)
    head = doc[start:end].root
    is_body = doc[end - 1].text in head_words("last")
    while start > 0 and free[start - 1] and _joins(doc[start - 1], head):
        if is_mood(doc[start - 1]) or after_office(doc, start - 1, end) == start:
            break
        if doc[start - 1].text in titles() and not (is_body and _is_plain(doc[start - 1])):
            start -= end - start == 1 and is_called_after(doc, start - 1)
            break
        start -= 1
    if not has_head([t.text for t in doc[start:end]]):
        while end < len(doc) and free[end] and _joins(doc[end], head) and not _begins_title(doc[end]):
            end += 1
    elif all(free[end : (body := _body_of(doc, end))]):
        end = body
    end += end < len(doc) and free[end] and _is_head(doc, end)
    start -= _is_numbered(doc, start, end) and free[start - 1]
    while (longer := _over_joint(doc, start, end)) > end and all(free[end:longer]):
        end = longer
    return start, end


def _body_of(doc: Doc, end: int) -> int:
    """The end of the body of the county or town that ends there: "Lund County | Common Pleas Court"."""
    last = _run(doc, end)
    head = head_words("last").get(doc[last - 1].text) if last > end else None
    is_body = head is not None and head.type == "kg:GovernmentBody" and doc[last - 1].text not in titles()
    return last if is_body and doc[end - 1].head is doc[last - 1] else end


def _is_numbered(doc: Doc, start: int, end: int) -> bool:
    """Whether a body is one of several that have numbers: "6th" before "Circuit Court of Appeals"."""
    head = head_type([t.text for t in doc[start:end]]) if start else None
    number = doc[start - 1]
    is_number = _ORDINAL.match(number.text) is not None or (number.is_title and number.lower_ in small_words("numeral"))
    return head is not None and head.type == "kg:GovernmentBody" and is_number


def _is_head(doc: Doc, i: int) -> bool:
    """Whether the last word of a name follows, whatever kind of word the tagger sees: "Halden City | Schools"."""
    word = doc[i]
    return is_capital(word) and word.text in head_words("last") and word.text not in titles()


def _begins_title(word: Token) -> bool:
    """Whether a word is a title of what follows: not "Assistant" in "the Halden Assistant is new"."""
    behind = word.doc[word.i + 1 : word.i + 2].text
    is_last = not behind[:1].isupper()
    is_surname = behind in small_words("letters")  # "Imran Sheikh KC"
    return word.text in titles() and not (is_surname or (is_last and word.text in parts_of_offices()))


def _is_plain(title: Token) -> bool:
    """Whether a word that may be a title is a plain part of a body's name: "General" of "General Synod"."""
    return title.text in parts_of_offices() or title.lower_ in small_words("plain")


def _from_article(doc: Doc, start: int, free: list[bool]) -> int:
    """The start of a name with its hyphened article or its first name: "al-Haq", "Per Olav Moen". A first word of a
    sentence may be no name, unless it hangs on the name: "*Eleanor* Vance Whitcomb left"."""
    if start > 1 and is_hyphen(doc[start - 1]) and doc[start - 2].lower_ in small_words("article"):
        return start - 2 if free[start - 2] and free[start - 1] else start
    if start > 1 and _is_first_half(doc[start - 2], doc[start]) and free[start - 2] and free[start - 1]:
        return start - 2
    is_name = doc[start].ent_type_ == "PERSON" and start > 0 and free[start - 1] and is_given(doc[start - 1])
    if not is_name:
        return start
    first = doc[start - 1]
    is_part = first.dep_ == "compound" and first.head.ent_type_ == "PERSON" and first.head.i in (start, start + 1)
    return start - 1 if is_part or not starts_sentence(first) else start


def _from_head(doc: Doc, start: int, free: list[bool]) -> int:
    """The start of a name of which only what follows "of" was found: "Diocese of Barlow"."""
    joint = start - 1 - (start > 0 and doc[start - 1].lower_ == "the")
    head = joint - 1
    is_whole = head >= 0 and doc[joint].lower_ == "of" and all(free[head:start])
    return head if is_whole and doc[head].text in head_words("of") and is_proper(doc[head]) else start


def _over_joint(doc: Doc, start: int, end: int) -> int:
    """The end of a name after a joint that it goes on over: "University of Barlow", "Hau-bin", "Halden, Ltd."."""
    after = doc[end : end + 4]
    texts = [t.text for t in after]
    if len(after) > 1 and is_hyphen(after[0]) and after[1].is_alpha and _is_second_half(doc[end - 1], after[1]):
        return end + 2
    if len(after) > 1 and after[0].tag_ == "POS" and is_saint(doc, start, end) and texts[1] in head_words("last"):
        return end + 2
    if (second := _second_field(doc, start, end)) is not None:
        return second
    if len(after) > 1 and _is_joint(doc[end - 1], after[0]) and is_proper(after[1]):
        return _run(doc, end + 1)
    if (foreign := _over_foreign(doc, end)) > end:
        return foreign
    is_called = doc[start].ent_type_ == "PERSON" and texts[:1] == ["the"] and texts[1:2] != []
    if is_called and texts[1] in small_words("epithet"):
        return end + 2
    is_named = doc[start].ent_type_ == "PERSON" and len(after) > 3 and is_proper(after[1]) and is_proper(after[3])
    if is_named and texts[0] in _NICKNAME and texts[2] in _NICKNAME:
        return end + 4
    if len(after) > 0 and after[0].is_digit and doc[end - 1].lower_ in small_words("numbered"):
        return end + 1
    if len(after) > 0 and _is_year(after[0]) and _is_law([t.text for t in doc[start:end]]):
        return end + 1
    is_after_comma = len(after) > 1 and texts[0] == ","
    suffix = texts[1] if is_after_comma else texts[0] if texts else ""
    return end + 1 + is_after_comma if suffix[:1].isupper() and is_suffix(suffix) else end


def _over_foreign(doc: Doc, end: int) -> int:
    """The end of a name that goes on over the small words of another language: "en Sciences", "de la Santé"."""
    small = small_words("foreign") | small_words("particle")
    word = end
    while word < min(end + 2, len(doc)) and doc[word].is_lower and doc[word].lower_ in small:
        word += 1
    is_foreign = any(token.lower_ in small_words("foreign") for token in doc[end:word]) or word == end + 2
    return (
        _run(doc, word) if is_foreign and is_proper(doc[end - 1]) and doc[word : word + 1].text[:1].isupper() else end
    )


def _is_year(word: Token) -> bool:
    return word.is_digit and len(word) == 4


def _is_law(name_words: list[str]) -> bool:
    """Whether a year may belong to a name: "Education Act 1944"."""
    head = head_type(name_words)
    return head is not None and head.type == "kg:Policy" and name_words[-1] in head_words("last")


def _is_first_half(first: Token, half: Token) -> bool:
    """Whether a given name goes on behind a hyphen: "*Per*-Olof Moen", "*Jean*-Luc Ada"."""
    is_glued = is_hyphen(first.nbor()) and not first.whitespace_ and not first.nbor().whitespace_
    return is_glued and half.ent_type_ == "PERSON" and first.is_title and (is_given(first) or is_given(half))


def _is_second_half(before: Token, after: Token) -> bool:
    """Whether a word after a hyphen belongs to the name: "Hau-bin", "Coca-Cola", but not "Lund-based"."""
    is_person = before.ent_type_ == "PERSON" and after.lower_ not in small_words("affixed") | small_words("based")
    return not after.is_lower or is_person or is_double_given(before.doc, after.i)


def _second_field(doc: Doc, start: int, end: int) -> int | None:
    """The end of "Ministry of Energy and Mines" after "Ministry of Energy"; two bodies are not one."""
    name_words = [t.text for t in doc[start:end]]
    joint = next((n for n, word in enumerate(name_words) if word in _FOR_FIELDS and n), 1)
    head = head_words(name_words[joint]).get(name_words[joint - 1]) if name_words[joint:] else None
    is_body = head is not None and (head.type == "kg:GovernmentBody" or name_words[joint] == "for")
    if (
        head is None
        or not is_body
        or family(head.type) != "organization"
        or end + 1 >= len(doc)
        or doc[end].lower_ not in ("and", "&")
    ):
        return None
    field = doc[end + 1]
    is_field = is_proper(field) and field.dep_ == "conj" and start + joint < field.head.i < end
    return _run(doc, end + 1) if is_field and not has_head([field.text]) and not place_called(field.text) else None


def _is_joint(before: Token, joint: Token) -> bool:
    """Whether a small word goes on with a name: "University of", "Lula da"."""
    is_of = joint.text == "of" and before.text in head_words("of")
    return is_of or (joint.text in small_words("particle") and is_proper(before))


def _run(doc: Doc, start: int) -> int:
    end = start
    while end < len(doc) and is_proper(doc[end]):
        end += 1
    return end


def _joins(token: Token, head: Token) -> bool:
    is_part = (token.dep_ in {"compound", "flat"} and token.head == head) or (
        head.dep_ == "compound" and head.head == token
    )
    return is_part and is_proper(token) and not place_called(token.text) and token.ent_type_ in {"", head.ent_type_}
