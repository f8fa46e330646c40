"""Where a name begins and ends: without small words, cut where two names were taken for one."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.listings import are_two_bodies
from kg.annotate.names.spelling import starts_sentence
from kg.annotate.names.tokens import (
    after_office,
    has_head,
    is_caption,
    is_given,
    is_hyphen,
    is_mood,
    is_particle,
    is_proper,
    is_repeated,
    is_saint,
    is_suffix,
)
from kg.grammar.phrases import VERBAL
from kg.naming import (
    calendar,
    class_nouns,
    forms_of_address,
    given_names,
    head_words,
    offices,
    organization_called,
    parts_of_offices,
    place_called,
    roles,
    small_words,
    titles,
)
from kg.parse import Doc, Token

_DOCTORS = frozenset({"Dr", "Dr.", "Prof", "Prof.", "Professor"})
_WHERE = frozenset({"outside", "inside", "near", "at", "in", "beside", "opposite", "behind", "below", "above", "from"})
_BEARERS = frozenset({"PERSON", "ORG", "GPE", "PRODUCT"})


def pieces(doc: Doc, start: int, end: int, label: str, free: list[bool]) -> Iterator[tuple[int, int]]:
    """An entity cut where two names were taken for one: at line breaks, brackets, and joints of persons and places."""
    begin = start
    for i in range(start, end):
        token = doc[i]
        is_joint = (
            not free[i]
            or is_caption(token)
            or token.text in {"(", ")", "[", "]", ";", ":", "–", "—", "/"}
            or token.is_space
        )
        is_joint |= label in {"PERSON", "GPE", "NORP", ""} and token.text in {"and", ",", "or", "&"}
        is_joint |= token.text == "for" and i > begin and doc[i + 1 : end][:1].text in {"The", "A", "An"}
        is_joint |= token.is_lower and (_is_verb(token, label) or (label == "ORG" and _says_what(doc, begin, i, end)))
        is_joint |= label == "ORG" and token.text == "," and not _is_listed(doc, i, end)
        is_joint |= token.text == "in" and label in {"ORG", "GPE", "LOC", "FAC"} and _are_places(doc, start, i, end)
        is_joint |= i == begin and _is_where(doc, i, end)
        is_joint |= token.lower_ == "the" and i > begin and label != "PERSON" and doc[i - 1].pos_ == "PROPN"
        is_called = doc[begin].text in given_names() or (label == "PERSON" and token.lower_ == "of")
        is_joint |= token.lower_ in {"for", "of"} and i > begin + 1 and is_called
        is_joint |= label == "ORG" and token.text == "of" and i > begin and _is_closed(doc[i - 1])
        is_joint |= label == "ORG" and token.text == "and" and i > begin and _are_two(doc, begin, i, end)
        is_joint |= token.pos_ == "ADP" and begin < i and _is_of_verb(token, start, end, label)
        is_joint |= token.text == "&" and i > begin + 1 and is_given(doc[begin]) and i + 2 < end
        is_joint |= token.tag_ == "POS" and i + 1 < end and not is_saint(doc, begin, i) and _is_owner(doc, begin, i)
        if is_joint:
            yield begin, i
            begin = i + 1
        elif begin < i and _is_address(token) and i + 1 < end and is_proper(doc[i + 1]):
            yield begin, i  # "Outside Parliament House | Ms Deane said"
            begin = i
        elif begin < i and ((label == "ORG" and _is_run_on(doc, begin, i, end)) or _is_officer(doc, begin, i, end)):
            yield begin, i
            begin = i
    yield begin, end


def _is_where(doc: Doc, i: int, end: int) -> bool:
    """Whether a preposition opens a sentence before a place: "*Outside* Parliament House Ms Deane said"."""
    return starts_sentence(doc[i]) and doc[i].lower_ in _WHERE and any(map(_is_address, doc[i:end]))


def _is_address(word: Token) -> bool:
    """Mr, Ms., Dr: what stands before nothing but a person's name."""
    return word.text in forms_of_address() or word.text in _DOCTORS


def _is_verb(word: Token, label: str) -> bool:
    """Whether a word in lower case is the verb behind a name: "Halden | recalls | Velora", a noun to the tagger."""
    if label == "":
        return word.tag_ in {"VBD", "VBZ", "VBP"}
    return label in _BEARERS and word.tag_ in {"VBD", "VBZ", "VBP", "NNS"} and word.lower_ not in small_words("joint")


def _says_what(doc: Doc, start: int, i: int, end: int) -> bool:
    """Whether a common noun tells what is named behind it: "Wedgwood | rival | Bayliss & Stone"."""
    noun, behind = doc[i], doc[i + 1 : end]
    is_told = noun.lower_ in roles() or noun.lower_ in small_words("either")
    return (
        is_told
        and noun.tag_ in {"NN", "NNP"}
        and i > start
        and behind.text[:1].isupper()
        and doc[i - 1].text[:1].isupper()
    )


def _are_places(doc: Doc, start: int, joint: int, end: int) -> bool:
    """Whether "in" parts a place from where it lies: "Atiquipa | in Arequipa", not "Women in Sport"."""
    before, after = doc[joint - 1], doc[joint + 1 : end]
    is_one = joint == start + 1 and before.tag_ == "NNP" and before.lower_ not in class_nouns()
    return is_one and len(after) == 1 and after[0].tag_ == "NNP" and before.ent_type_ != "WORK_OF_ART"


def _is_of_verb(preposition: Token, start: int, end: int, label: str) -> bool:
    """Whether a preposition is the verb's, so that no name goes on behind it: "sold Binfold | to Orlo Group"; the
    parser often takes such a "to" for a part of the name."""
    if preposition.text == "to" and label != "WORK_OF_ART" and preposition.lower_before not in small_words("toward"):
        return True
    verb = preposition.head
    return verb.pos_ in VERBAL and not start <= verb.i < end and not preposition.is_title


def _are_two(doc: Doc, start: int, joint: int, end: int) -> bool:
    """Whether "and" parts two names: "Strabex and Lund & Sons", "schools Elm and Oak", not "Food and Drug Board"."""
    is_plural = start > 0 and doc[start - 1].tag_ == "NNS" and _is_class(doc[start - 1])
    has_own = any(t.text == "&" for t in doc[joint:end]) or doc[joint + 1 : joint + 2].text == "the"
    has_own |= organization_called(doc[joint + 1 : end].text) is not None
    has_own |= are_two_bodies(doc, start, joint, end)
    has_own |= joint > start + 1 and (is_suffix(doc[joint - 1].text) or _end_in_heads(doc, joint, end))
    return is_plural or has_own


def _end_in_heads(doc: Doc, joint: int, end: int) -> bool:
    """Whether both sides of "and" end as names of bodies do: "Barlow Institute and Polar Pictures"."""
    return all(doc[i - 1].text in head_words("last") for i in (joint, end)) and end > joint + 2


def _is_class(noun: Token) -> bool:
    return noun.lemma_.lower() in class_nouns() or noun.lemma_.lower() in roles()


def _is_closed(head: Token) -> bool:
    """Whether a body's name ends with this word: "Halden Systems | of Portland", unlike "University of Barlow"."""
    is_head = head.text in head_words("last") or is_suffix(head.text)
    return is_head and head.text not in head_words("of")


def _is_listed(doc: Doc, comma: int, end: int) -> bool:
    """Whether a name goes on after a comma: "Elm, Oak and Ash", "Halden, Inc."."""
    is_before_form = comma + 1 < len(doc) and is_suffix(doc[comma + 1].text)
    return is_before_form or any(t.text in {"and", "&"} for t in doc[comma:end])


def _is_run_on(doc: Doc, start: int, i: int, end: int) -> bool:
    """Whether a body's name has run on into a person's: "Council on Trade | Alia Lund", "Refugee Council | Enver"."""
    is_head = doc[i - 1].text in head_words("last")
    if i == end - 1:
        is_followed = i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN" and doc[i + 1].ent_type_ in {"PERSON", ""}
        return is_followed and is_head and doc[i].text not in head_words("last")
    is_person = i == end - 2 and is_given(doc[i]) and doc[i + 1].text not in head_words("last")
    is_whole = has_head([t.text for t in doc[start:i]]) and doc[i - 1].pos_ == "PROPN" and i - start > 2
    return is_person and is_whole and start > 1 and doc[start - 1].lower_ in {"the", "of", "for", "at"}


def _is_officer(doc: Doc, start: int, i: int, end: int) -> bool:
    """Whether an officer of a body follows its name: "Tarn Robotics | Chief Executive Annelies de Wit"."""
    first = i
    while first < end and doc[first].text in titles() and not is_hyphen(doc[first + 1 if first + 1 < len(doc) else i]):
        first += 1
    rest = doc[first:end]
    if first == i or doc[i - 1].text in titles() or is_particle(doc[i - 1]):
        return False
    if not rest:
        is_followed = end < len(doc) and (doc[end].text in titles() or (is_proper(doc[end]) and is_given(doc[end])))
        return is_followed and not has_head([t.text for t in doc[start:end]])
    if all(t.text in parts_of_offices() for t in doc[i:first]) or len(rest) < 2:
        return False
    is_person = is_given(rest[0]) or len(rest) == 2 or any(is_particle(t) for t in rest[1:-1])
    return is_person and not has_head([t.text for t in rest])


def _is_owner(doc: Doc, start: int, end: int) -> bool:
    """Whether "Mecca" in "Mecca's Grand Mosque" is a name of its own."""
    text = doc[start:end].text
    if place_called(text):
        return True
    owner = doc[end - 1].text
    return any(t.text == owner and (t.i + 1 == len(doc) or t.nbor().tag_ != "POS") for t in doc)


def trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Without determiners, possessive, punctuation and small words at the edges."""
    while start < end and (
        _is_edge(doc[start])
        or (doc[start].is_lower and not _has_name_case(doc[start], label))
        or (end - start > 1 and _is_conjunction(doc[start]))
    ):
        start += 1
    while start < end and (_is_edge(doc[end - 1]) or (doc[end - 1].is_lower and not _has_name_case(doc[end - 1], ""))):
        end -= 1
    end -= end - start > 1 and doc[end - 1].text == "." and not is_suffix(doc[end - 2].text)
    end -= 3 * _is_result(doc, start, end)
    end -= 2 * _is_led(doc, start, end)
    start += 2 * _is_seat(doc, start, end)
    end -= _begins_office(doc, start, end)
    while end - start > 1 and label in {"ORG", "GPE", "PERSON"} and _is_score(doc, start, end - 1):
        end -= 1
    start = after_office(doc, start + (end - start > 1 and is_mood(doc[start])), end)
    while start < end and doc[start].text in calendar() and end - start > 1 and doc[start].ent_type_ == "DATE":
        start += 1
    return start, end


def _is_result(doc: Doc, start: int, end: int) -> bool:
    """Whether the goals of a match stand behind a name: "Lund | 5-3"."""
    goals = doc[end - 3 : end] if end - start > 3 else doc[:0]
    return len(goals) == 3 and goals[0].is_digit and goals[1].text in {"-", "–"} and goals[2].is_digit


def _is_led(doc: Doc, start: int, end: int) -> bool:
    """Whether what is led, owned or based so stands behind a name: "the Ann Lund*-led* rebels"."""
    is_halved = end - start > 2 and is_hyphen(doc[end - 2]) and doc[end - 1].is_lower
    return is_halved and doc[end - 1].lower_ in small_words("affixed") | small_words("based")


def _is_seat(doc: Doc, start: int, end: int) -> bool:
    """Whether a party's letter stands before a state: "D-Ohio"."""
    is_letter = end - start > 2 and doc[start].text in {"D", "R", "I"} and is_hyphen(doc[start + 1])
    return is_letter and place_called(doc[start + 2 : end].text) is not None


def _begins_office(doc: Doc, start: int, end: int) -> bool:
    """Whether the last word belongs to the office behind a name: "Barlow County | District Attorney"."""
    is_whole = end - start > 2 and end < len(doc) and doc[end - 2].is_title
    return is_whole and doc[end - 1].text in parts_of_offices() and doc[end].text in offices()


def _is_conjunction(token: Token) -> bool:
    """Whether a sentence's first word joins it to the one before: "Or Halden," he said."""
    return token.tag_ == "CC" and token.is_title


def _is_edge(token: Token) -> bool:
    if token.is_space or token.tag_ == "POS" or token.lower_ in {"the", "a", "an", "'s", "’s", "&"}:
        return True
    return (token.is_punct and token.text not in {"."}) or (token.pos_ in {"PRON", "AUX"} and not token.is_upper)


def _has_name_case(token: Token, label: str) -> bool:
    return any(c.isupper() for c in token.text) or (label == "PERSON" and token.lower_ in small_words("particle"))


def _is_score(doc: Doc, start: int, i: int) -> bool:
    """Whether a number is no part of the name before it: "Denmark 1", said once or often, "Lund 2", said once."""
    is_number = doc[i].text[0].isdigit() or doc[i].text in {"-", "–"}
    return is_number and (place_called(doc[start:i].text) is not None or not is_repeated(doc, i))
