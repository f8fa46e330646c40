"""Where a name begins and ends: without titles and small words, whole where only a part was found, cut at joints."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.spelling import Name, starts_sentence
from kg.naming import (
    calendar,
    class_nouns,
    company_suffixes,
    demonyms,
    forms_of_address,
    given_names,
    head_type,
    head_words,
    offices,
    parts_of_offices,
    place_called,
    roles,
    small_words,
    titles,
)
from kg.parse import Doc, Token

_NICKNAME = frozenset({'"', "“", "”", "'"})  # Alfred "Freddie" Ek


def pieces(doc: Doc, start: int, end: int, label: str, free: list[bool]) -> Iterator[tuple[int, int]]:
    """An entity cut where two names were taken for one: at line breaks, brackets, and joints of persons and places."""
    begin = start
    for i in range(start, end):
        token = doc[i]
        is_joint = (
            not free[i]
            or _is_caption(token)
            or token.text in {"(", ")", "[", "]", ";", ":", "–", "—", "/"}
            or token.is_space
        )
        is_joint |= label in {"PERSON", "GPE", "NORP"} and token.text in {"and", ",", "or", "&"}
        is_joint |= label == "ORG" and token.text == "," and not _is_listed(doc, i, end)
        is_joint |= token.lower_ == "the" and i > begin and label != "PERSON" and doc[i - 1].pos_ == "PROPN"
        is_joint |= token.lower_ in {"for", "of"} and i > begin + 1 and doc[begin].text in given_names()
        is_joint |= label == "ORG" and token.text == "of" and i > begin and _is_closed(doc[i - 1])
        is_joint |= label == "ORG" and token.text == "and" and i > begin and _are_two(doc, begin, i, end)
        is_joint |= token.pos_ == "ADP" and begin < i and _is_of_verb(token, start, end, label)
        is_joint |= token.text == "&" and i > begin + 1 and is_given(doc[begin]) and i + 2 < end
        is_joint |= token.tag_ == "POS" and i + 1 < end and not _is_saint(doc, begin, i) and _is_owner(doc, begin, i)
        if is_joint:
            yield begin, i
            begin = i + 1
        elif label == "ORG" and begin < i and (_is_run_on(doc, begin, i, end) or _is_officer(doc, i, end)):
            yield begin, i
            begin = i
    yield begin, end


def _is_of_verb(preposition: Token, start: int, end: int, label: str) -> bool:
    """Whether a preposition is the verb's, so that no name goes on behind it: "sold Binfold | to Orlo Group"; the
    parser often takes such a "to" for a part of the name."""
    if preposition.text == "to" and label != "WORK_OF_ART" and preposition.nbor(-1).lower_ not in small_words("toward"):
        return True
    verb = preposition.head
    return verb.pos_ in {"VERB", "AUX"} and not start <= verb.i < end and not preposition.is_title


def _are_two(doc: Doc, start: int, joint: int, end: int) -> bool:
    """Whether "and" parts two names: "Strabex and Lund & Sons", "schools Elm and Oak", not "Food and Drug Board"."""
    is_plural = start > 0 and doc[start - 1].tag_ == "NNS" and _is_class(doc[start - 1])
    has_own = any(t.text == "&" for t in doc[joint:end]) or doc[joint + 1 : joint + 2].text == "the"
    has_own |= joint > start + 1 and (_is_suffix(doc[joint - 1].text) or _end_in_heads(doc, joint, end))
    return is_plural or has_own


def _end_in_heads(doc: Doc, joint: int, end: int) -> bool:
    """Whether both sides of "and" end as names of bodies do: "Barlow Institute and Polar Pictures"."""
    return all(doc[i - 1].text in head_words("last") for i in (joint, end)) and end > joint + 2


def _is_class(noun: Token) -> bool:
    return noun.lemma_.lower() in class_nouns() or noun.lemma_.lower() in roles()


def _is_closed(head: Token) -> bool:
    """Whether a body's name ends with this word: "Halden Systems | of Portland", unlike "University of Barlow"."""
    is_head = head.text in head_words("last") or _is_suffix(head.text)
    return is_head and head.text not in head_words("of")


def _is_listed(doc: Doc, comma: int, end: int) -> bool:
    """Whether a name goes on after a comma: "Elm, Oak and Ash", "Halden, Inc."."""
    is_suffix = comma + 1 < len(doc) and _is_suffix(doc[comma + 1].text)
    return is_suffix or any(t.text in {"and", "&"} for t in doc[comma:end])


def _is_run_on(doc: Doc, start: int, i: int, end: int) -> bool:
    """Whether a body's name has run on into a person's: "Council on Trade | Alia Lund", "Refugee Council | Enver"."""
    is_head = doc[i - 1].text in head_words("last")
    if i == end - 1:
        is_followed = i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN" and doc[i + 1].ent_type_ in {"PERSON", ""}
        return is_followed and is_head and doc[i].text not in head_words("last")
    is_person = i == end - 2 and is_given(doc[i]) and doc[i + 1].text not in head_words("last")
    is_whole = has_head([t.text for t in doc[start:i]]) and doc[i - 1].pos_ == "PROPN" and i - start > 2
    return is_person and is_whole and start > 1 and doc[start - 1].lower_ in {"the", "of", "for", "at"}


def _is_officer(doc: Doc, i: int, end: int) -> bool:
    """Whether an officer of a body follows its name: "Tarn Robotics | Chief Executive Annelies de Wit"."""
    first = i
    while first < end and doc[first].text in titles():
        first += 1
    rest = doc[first:end]
    if all(t.text in parts_of_offices() for t in doc[i:first]) or len(rest) < 2 or doc[i - 1].text in titles():
        return False
    is_person = is_given(rest[0]) or len(rest) == 2 or any(t.lower_ in small_words("particle") for t in rest[1:-1])
    return is_person and not has_head([t.text for t in rest])


def _is_saint(doc: Doc, start: int, end: int) -> bool:
    """Whether a name is a saint's, after whom a house is called: "St. Olav" of "St. Olav's Hospital"."""
    return doc[start].text in {"St", "St.", "Saint"} and end - start > 1


def _is_owner(doc: Doc, start: int, end: int) -> bool:
    """Whether "Mecca" in "Mecca's Grand Mosque" is a name of its own."""
    text = doc[start:end].text
    if place_called(text):
        return True
    owner = doc[end - 1].text
    return any(t.text == owner and (t.i + 1 == len(doc) or t.nbor().tag_ != "POS") for t in doc)


def trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Without determiners, possessive, punctuation and small words at the edges."""
    while start < end and (_is_edge(doc[start]) or (doc[start].is_lower and not _has_name_case(doc[start], label))):
        start += 1
    while start < end and (_is_edge(doc[end - 1]) or (doc[end - 1].is_lower and not _has_name_case(doc[end - 1], ""))):
        end -= 1
    while end - start > 1 and label in {"ORG", "GPE", "PERSON"} and _is_score(doc, start, end - 1):
        end -= 1
    while start < end and doc[start].text in calendar() and end - start > 1 and doc[start].ent_type_ == "DATE":
        start += 1
    return start, end


def _is_edge(token: Token) -> bool:
    if token.is_space or token.tag_ == "POS" or token.lower_ in {"the", "a", "an", "'s", "’s", "&"}:
        return True
    return (token.is_punct and token.text not in {"."}) or (token.pos_ in {"PRON", "AUX"} and not token.is_upper)


def _has_name_case(token: Token, label: str) -> bool:
    return any(c.isupper() for c in token.text) or (label == "PERSON" and token.lower_ in small_words("particle"))


def grow(doc: Doc, start: int, end: int, free: list[bool]) -> tuple[int, int]:
    """With the proper nouns that belong to the same compound: the recogniser found "Torres" of "Mia Torres"."""
    if start >= end or place_called(doc[start:end].text) or doc[start].text in demonyms():
        return start, end
    start = _from_head(doc, _from_article(doc, start, free), free)
    head = doc[start:end].root
    is_body = doc[end - 1].text in head_words("last")
    while start > 0 and free[start - 1] and _joins(doc[start - 1], head):
        if doc[start - 1].text in titles() and not (is_body and _is_plain(doc[start - 1])):
            break
        start -= 1
    if not has_head([t.text for t in doc[start:end]]):
        while end < len(doc) and free[end] and _joins(doc[end], head) and not _begins_title(doc[end]):
            end += 1
    while (longer := _over_joint(doc, start, end)) > end and all(free[end:longer]):
        end = longer
    return start, end


def _begins_title(word: Token) -> bool:
    """Whether a word is a title of what follows: not "Assistant" in "the Halden Assistant is new"."""
    is_last = word.i + 1 == len(word.doc) or not word.nbor().text[:1].isupper()
    return word.text in titles() and not (is_last and word.text in parts_of_offices())


def _is_plain(title: Token) -> bool:
    """Whether a word that may be a title is a plain part of a body's name: "General" of "General Synod"."""
    return title.text in parts_of_offices() or title.lower_ in small_words("plain")


def _from_article(doc: Doc, start: int, free: list[bool]) -> int:
    """The start of a name with its hyphened article or its first name: "al-Haq", "Per Olav Moen"."""
    if start > 1 and is_hyphen(doc[start - 1]) and doc[start - 2].lower_ in small_words("article"):
        return start - 2 if free[start - 2] and free[start - 1] else start
    is_name = doc[start].ent_type_ == "PERSON" and start > 0 and free[start - 1] and is_given(doc[start - 1])
    return start - 1 if is_name and not starts_sentence(doc[start - 1]) else start


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
    if len(after) > 1 and after[0].tag_ == "POS" and _is_saint(doc, start, end) and texts[1] in head_words("last"):
        return end + 2
    if (second := _second_field(doc, start, end)) is not None:
        return second
    if len(after) > 1 and _is_joint(doc[end - 1], after[0]) and is_proper(after[1]):
        return _run(doc, end + 1)
    is_called = doc[start].ent_type_ == "PERSON" and texts[:1] == ["the"] and texts[1:2] != []
    if is_called and texts[1] in small_words("epithet"):
        return end + 2
    is_named = doc[start].ent_type_ == "PERSON" and len(after) > 3 and is_proper(after[1]) and is_proper(after[3])
    if is_named and texts[0] in _NICKNAME and texts[2] in _NICKNAME:
        return end + 4
    is_after_comma = len(after) > 1 and texts[0] == ","
    suffix = texts[1] if is_after_comma else texts[0] if texts else ""
    return end + 1 + is_after_comma if suffix[:1].isupper() and _is_suffix(suffix) else end


def _is_second_half(before: Token, after: Token) -> bool:
    """Whether a word after a hyphen belongs to the name: "Hau-bin", "Coca-Cola", but not "Lund-based"."""
    return not after.is_lower or before.ent_type_ == "PERSON"


def _second_field(doc: Doc, start: int, end: int) -> int | None:
    """The end of "Ministry of Energy and Mines" after "Ministry of Energy"; two bodies are not one."""
    name_words = [t.text for t in doc[start:end]]
    head = head_words("of").get(name_words[0]) if name_words[1:2] == ["of"] else None
    if head is None or head.type != "kg:GovernmentBody" or end + 1 >= len(doc) or doc[end].lower_ not in ("and", "&"):
        return None
    field = doc[end + 1]
    is_field = is_proper(field) and field.dep_ == "conj" and start + 2 <= field.head.i < end
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


def _is_suffix(text: str) -> bool:
    plain = text.replace(".", "").casefold()
    return plain in company_suffixes() or plain in small_words("generation")


def is_hyphen(token: Token) -> bool:
    """Whether a token is a hyphen inside a word."""
    return token.text == "-" and token.i > 0 and not token.nbor(-1).whitespace_ and not token.whitespace_


def _joins(token: Token, head: Token) -> bool:
    is_part = (token.dep_ in {"compound", "flat"} and token.head == head) or (
        head.dep_ == "compound" and head.head == token
    )
    return is_part and is_proper(token) and not place_called(token.text) and token.ent_type_ in {"", head.ent_type_}


def is_proper(token: Token) -> bool:
    """Whether the tagger sees a proper noun, and no month, nationality or caption."""
    return (
        token.pos_ == "PROPN"
        and any(c.isupper() for c in token.text)
        and token.text not in calendar()
        and token.text not in demonyms()
        and not _is_caption(token)
    )


def _is_caption(token: Token) -> bool:
    """Whether a word labels a picture: "Image: Bo Ek"."""
    is_last = token.i + 1 == len(token.doc)
    return token.lower_ in small_words("caption") and not is_last and token.nbor().text == ":"


def fit(doc: Doc, start: int, end: int, label: str) -> Name | None:
    """The name without the titles before it; None if nothing is left but titles."""
    outer = start
    if end - start > 2 and doc[start : start + 2].text in demonyms():
        return fit(doc, start + 2, end, "PERSON")  # "the New Zealander | Bo Ek"
    name_words = [t.text for t in doc[start:end]]
    if _is_addressed(doc, start, end):
        label = "PERSON"
    if label in {"PERSON", "", "ORG"} and not has_head(name_words):
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
        is_second = start < begin == i - 1  # "Chief Executive", "Director General"
        if is_second or doc[i - 1].text not in parts_of_offices() or doc[i - 1].text in demonyms():
            begin = i
    return begin


def _is_person_like(doc: Doc, start: int, end: int) -> bool:
    return end - start > 1 and doc[start].text in given_names()


def has_head(name_words: list[str]) -> bool:
    """Whether a word of the name shows what it names: "Council"."""
    return head_type(name_words) is not None


def _is_prefix(token: Token) -> bool:
    is_before_given = token.i + 1 < len(token.doc) and is_given(token.nbor())
    is_role = token.lower_ in roles() and (token.is_lower or (is_before_given and not is_given(token)))
    return token.text in titles() or is_role or token.text in demonyms()


def _is_score(doc: Doc, start: int, i: int) -> bool:
    """Whether a number is no part of the name before it: "Denmark 1", said once or often, "Lund 2", said once."""
    is_number = doc[i].text[0].isdigit() or doc[i].text in {"-", "–"}
    return is_number and (place_called(doc[start:i].text) is not None or not is_repeated(doc, i))


def is_repeated(doc: Doc, i: int) -> bool:
    """Whether a word and the number after it stand together elsewhere too: once it may be a score."""
    pair = (doc[i - 1].text, doc[i].text)
    return sum((doc[k - 1].text, doc[k].text) == pair for k in range(1, len(doc))) > 1


def is_given(token: Token) -> bool:
    """Whether a word is a frequent given name."""
    return token.text in given_names()
