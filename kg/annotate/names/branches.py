"""Bodies that are called after what they do and the country in which they do it: "Refugee Voices Scotland"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.spelling import Name, Spelling, starts_sentence
from kg.naming import calendar, countries, demonyms, place_called, roles, small_words, titles
from kg.parse import Doc, Span, Token


def branches(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Names that end in a country, whose words before it are no part of the country's name."""
    for country in doc[1:]:
        if not country.text[:1].isupper() or country.tag_ != "NNP" or country.i in spelling.in_heading:
            continue
        begin = next((i for i in (country.i - 1, country.i) if _is_country(doc[i : country.i + 1])), None)
        if begin is None or _goes_on(country):
            continue
        start = begin
        while start > 0 and free[start - 1] and _belongs(doc[start - 1], country, begin):
            start -= 1
        first = doc[start]
        is_lone = begin - start == 1 and starts_sentence(first) and _may_be_plain(first, spelling)
        if start < begin and not is_lone and place_called(doc[start : country.i + 1].text) is None:
            yield Name(start, country.i + 1, "ORG", cue="kg:Organization")


def _is_country(words: Span) -> bool:
    place = place_called(words.text)
    return place is not None and place[0] in countries()


def _goes_on(country: Token) -> bool:
    following = country.doc[country.i + 1 : country.i + 2]
    return any(token.text[:1].isupper() or token.text in ("-", "&") or token.tag_ == "POS" for token in following)


def _may_be_plain(word: Token, spelling: Spelling) -> bool:
    """ "*Opponents* Norway scored"; not "*Transport* Norway said", "*Universities* Norway said"."""
    is_field = word.lower_ in small_words("field") or word.lower_ in small_words("portfolio")
    return not is_field and (word.text.endswith("s") or spelling.is_common(word))


def _belongs(word: Token, country: Token, begin: int) -> bool:
    """Whether a word stands before a country as part of a name: no people, no part of the earth, no office."""
    if word.dep_ not in ("compound", "nmod") or not word.text[:1].isupper() or not word.is_alpha:
        return False
    is_role = word.lower_ in roles() and word.i == begin - 1
    is_title = word.text in titles() and word.lower_ not in small_words("portfolio")  # "Environment Canada"
    is_plain = is_role or word.lower_ in small_words("region") or is_title
    is_other = word.text in demonyms() or word.text in calendar() or place_called(word.text) is not None
    return not (is_plain or is_other) and country.i >= word.head.i > word.i
