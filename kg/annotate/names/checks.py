"""Whether a run of words names something: no titles, degrees, nationalities, common words with a capital."""

from __future__ import annotations

from kg.annotate.names.labels import is_label
from kg.annotate.names.spelling import Name, Spelling, starts_sentence
from kg.annotate.names.tokens import is_mood, is_portfolio
from kg.grammar.phrases import PLURALS
from kg.naming import calendar, class_nouns, company_suffixes, demonyms, head_words, roles, small_words, titles
from kg.parse import Doc, Span, Token


def is_name(doc: Doc, name: Name, spelling: Spelling) -> bool:
    """Whether a run of words names one thing."""
    span = doc[name.start : name.end]
    text = span.text
    if not any(c.isupper() for c in text) or not any(c.isalpha() for c in text):
        return False
    if text in small_words("unnamed") | small_words("letters"):
        return False
    if text.replace(".", "").casefold() in company_suffixes():
        return False
    if text in calendar() or text in class_nouns() or (len(span) == 1 and text in titles()):
        return False
    if _is_demonym(span, name.label) and not spelling.is_surname(span[-1]):
        return False
    if all(is_label(token) for token in span):
        return False
    if _is_degree(span) or is_portfolio(span) or _is_writers_post(span):
        return False
    first = span[0]
    if doc[name.end : name.end + 1].text == "of" and _is_office(span):
        return False
    is_numbered = doc[name.end : name.end + 1].text[:1].isdigit() and starts_sentence(span[0])
    if len(span) == 1 and name.label in {"PERSON", ""} and is_numbered:
        return False  # "Magnitude 6.3"
    if len(span) == 1 and text in small_words("unit sign") and name.start and doc[name.start - 1].like_num:
        return False  # "1.1 TB"
    if len(span) == 1 and not name.is_quoted:
        if is_mood(first):
            return False
        if first.is_stop and not first.is_upper:
            return False
        if starts_sentence(first) and (spelling.is_common(first) or first.pos_ not in {"PROPN", "NOUN", "ADJ"}):
            return False
        if starts_sentence(first) and first.tag_ == "JJ" and first.dep_ == "amod" and first.head.is_lower:
            return False  # "Digital rights are at stake"
        if starts_sentence(first) and first.lower_ in small_words("owners") and not first.is_upper:
            return False  # "Farmers marched"
        if spelling.is_common(first) and not first.is_upper and not _is_called(first):
            return False
    is_member = name.label == "NORP" and len(span) == 1 and first.tag_ in {"NN", "NNP"} and _has_article(first)
    return not is_member and not (name.label == "NORP" and first.pos_ == "ADJ" and len(span) == 1)


def _is_called(word: Token) -> bool:
    """Whether a common word names what the noun behind it says: "Life magazine"."""
    noun = class_nouns().get(word.head.lower_, "") if word.dep_ == "compound" and word.head.i == word.i + 1 else ""
    return word.tag_ == "NNP" and not starts_sentence(word) and noun in {"kg:MediaOutlet", "kg:Company"}


def _is_office(span: Span) -> bool:
    """Whether a run is an office or the rest of one, before "of": "Leader", "Mechanical Engineer" behind "Chief"."""
    is_behind = span.start > 0 and span.doc[span.start - 1].text in titles()
    return span[-1].lower_ in roles() and (len(span) == 1 or is_behind)


def _is_writers_post(span: Span) -> bool:
    """Whether a run is what the writer of the report is: "By Ann Berg, Staff Writer"."""
    is_byline = span.sent[0].text == "By" and span.doc[span.start - 1].text == ","
    return is_byline and span[-1].lower_ in roles() and span[-1].text not in head_words("last")


def _is_degree(span: Span) -> bool:
    """Whether a run is a degree or its subject: "Bachelor of Arts"."""
    before = [t.lower_ for t in span.doc[max(span.start - 2, 0) : span.start]]
    is_subject = len(before) == 2 and before[1] in {"of", "in"} and before[0] in small_words("degree")
    following = span.doc[span.end : span.end + 1].text
    is_head = span[-1].lower_ in small_words("degree") and following in {"of", "in"}
    return is_subject or is_head or (span[0].lower_ in small_words("degree") and span[1:2].text in {"of", "in"})


def _has_article(noun: Token) -> bool:
    """Whether a noun is one of many: "Holt is a Democrat"."""
    return any(t.lower_ in {"a", "an"} for t in noun.lefts)


def _is_demonym(span: Span, label: str) -> bool:
    """Adjectives of nationality name nothing; a people does ("the Danes"), a person of one does not ("a Dane")."""
    text = span.text
    if text not in demonyms():
        return False
    return not (span[-1].tag_ in PLURALS and span[-1].dep_ not in {"compound", "amod"})
