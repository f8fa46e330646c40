"""Where names stand: the tagger's and the recogniser's finds with their boundaries set right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from kg.naming import (
    calendar,
    class_nouns,
    demonyms,
    given_names,
    head_type,
    head_words,
    offices,
    organization_called,
    parts_of_offices,
    place_called,
    roles,
    small_words,
    titles,
)

NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_QUOTES = {'"': '"', "“": "”", "«": "»"}
_NAMING = {"call", "name", "dub", "title", "entitle", "nickname", "codename", "rename", "brand"}


@dataclass(slots=True)
class Name:
    """A name where it stands: tokens [start, end) are the name, from `outer` on with the role nouns before it."""

    start: int
    end: int
    label: str = ""  # spaCy's, "" if the recogniser was silent
    outer: int = -1
    is_nested: bool = False
    is_heading: bool = False
    is_quoted: bool = False
    cue: str = ""  # class that the words around it tell, "" if none do

    def __post_init__(self) -> None:
        self.outer = self.start if self.outer < 0 else self.outer


class Spelling:
    """How the words of a document are written in its running text: tells a name from a capitalised word."""

    def __init__(self, doc: Doc, headings: Iterable[tuple[int, int]]) -> None:
        self.in_heading = {i for start, end in headings for i in range(start, end)}
        body = [t for t in doc if t.i not in self.in_heading and t.is_alpha]
        self._lower = Counter(t.lower_ for t in body if t.is_lower)
        self._upper = Counter(t.lower_ for t in body if not t.is_lower and not starts_sentence(t))

    def is_common(self, token: Token) -> bool:
        """Whether the text also writes this word in lower case."""
        return self._lower[token.lower_] > self._upper[token.lower_]

    def is_seen_capital(self, token: Token) -> bool:
        """Whether the text writes this word with a capital where a common word would have none."""
        return self._upper[token.lower_] > 0


def starts_sentence(token: Token) -> bool:
    """Whether a token is the first word of a sentence or of a quotation in it."""
    if token.i == token.sent.start:
        return True
    before = token.nbor(-1)
    return (
        before.is_space
        or before.is_quote
        or before.text in {":", "•", "-", "–", "—", "(", "["}
        or (before.i == token.sent.start and not before.is_alpha)
    )


def headings(doc: Doc) -> list[tuple[int, int]]:
    """Paragraphs whose capitals tell nothing: all in capitals, all lower case, or every word capitalised."""
    return [(p.start, p.end) for p in doc.spans.get("paragraphs", []) if _is_heading(p)]


def _is_heading(paragraph: Span) -> bool:
    solid = [t for t in paragraph if not t.is_space]
    if (
        not solid
        or len(solid) > 25
        or solid[-1].text[-1] in '.”"'
        or paragraph.start + len(paragraph) >= len(paragraph.doc)
    ):
        return False
    long = [t for t in solid[1:] if t.is_alpha and len(t) > 3]
    if len(long) < 3:
        return False
    capital = sum(t.text[0].isupper() for t in long)
    return all(t.is_upper for t in long) or capital >= 0.8 * len(long) or capital == 0


def find_names(doc: Doc, spelling: Spelling) -> list[Name]:
    """Every name in running text, in order, none overlapping another."""
    found: list[Name] = []
    free = [not t.is_space for t in doc]
    for source in (_quoted_titles, _cued, _known, _recognised, _runs):
        for name in source(doc, spelling, free):
            if name.start < name.end and all(free[name.start : name.end]):
                found.append(name)
                free[name.start : name.end] = [False] * (name.end - name.start)
    return sorted(found, key=lambda n: n.start)


def _quoted_titles(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Titles in quotation marks: 'author of "The Salt Road"'."""
    for token in doc:
        closing = _QUOTES.get(token.text)
        if not closing:
            continue
        end = next((i for i in range(token.i + 1, min(token.i + 12, len(doc))) if doc[i].text == closing), None)
        inside = list(doc[token.i + 1 : end]) if end else []
        if inside and inside[-1].text == ",":
            inside = inside[:-1]
        if len(inside) >= 2 and _is_title_case(inside) and not spelling.in_heading & {token.i}:
            label = "PERSON" if all(t.ent_type_ == "PERSON" for t in inside) else "WORK_OF_ART"
            yield Name(inside[0].i, inside[-1].i + 1, label, is_quoted=True)


def _is_title_case(tokens: list[Token]) -> bool:
    letters = [t for t in tokens if t.is_alpha]
    if len(letters) < 2 or any(t.is_space or t.text in ".?!" for t in tokens):
        return False
    capital = [t for t in letters if t.text[0].isupper()]
    small = [t for t in letters if not t.text[0].isupper()]
    return (
        len(capital) >= 2
        and letters[-1].text[0].isupper()
        and all(len(t) <= 4 or t.lower_ in small_words("joint") for t in small)
    )


def _cued(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Names that a naming word makes: "a tool called Velora", "known as Red Tide"."""
    for token in doc:
        is_naming = token.lemma_.lower() in _NAMING and token.tag_ in {"VBN", "VBD", "NN", "JJ"}
        is_known_as = token.lower_ == "as" and token.i and doc[token.i - 1].lower_ == "known"
        if not (is_naming or is_known_as) or token.i + 1 >= len(doc):
            continue
        start = token.i + 1
        while start < len(doc) and doc[start].text in {"the", "The", '"', "“", "'"}:
            start += 1
        end = start
        while end < len(doc) and doc[end].is_alpha and doc[end].text[0].isupper() and doc[end].text not in titles():
            end += 1
        if start < end and not any(doc[i].ent_type_ for i in range(start, end)) and token.i not in spelling.in_heading:
            yield Name(start, end)


def _known(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Names of several words that a table knows: "French Guiana", of which the recogniser took half."""
    for token in doc:
        if not token.text[:1].isupper() or token.i in spelling.in_heading:
            continue
        for size in (4, 3, 2):
            span = doc[token.i : token.i + size]
            if len(span) == size and (place_called(span.text) or organization_called(span.text)):
                is_part = any(e.start <= token.i and span.end <= e.end and len(e) > size for e in span.sent.ents)
                if not is_part:
                    yield Name(span.start, span.end)
                break


def _recognised(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    for ent in doc.ents:
        if ent.label_ in NAME_LABELS and ent.start not in spelling.in_heading:
            for start, end in _pieces(doc, ent.start, ent.end, ent.label_, free):
                start, end = _grow(doc, *_trim(doc, start, end, ent.label_), free)
                name = _fit(doc, start, end, ent.label_)
                if name and _is_name(doc, name, spelling):
                    yield name
        elif ent.label_ in NAME_LABELS:
            yield from _in_heading(doc, ent, spelling)


def _in_heading(doc: Doc, ent: Span, spelling: Spelling) -> Iterator[Name]:
    """A heading's capitals prove nothing: only what the body never writes in lower case, and a clear label."""
    start, end = _trim(doc, ent.start, ent.end, ent.label_)
    words = [t for t in doc[start:end] if t.is_alpha]
    is_mixed = any(t.is_title for t in doc[start:end]) and not all(t.is_upper for t in words)
    if is_mixed and ent.label_ in {"PERSON", "GPE"} and not any(spelling.is_common(t) for t in words):
        name = _fit(doc, start, end, ent.label_)
        if name and _is_name(doc, name, spelling):
            name.is_heading = True
            yield name


def _pieces(doc: Doc, start: int, end: int, label: str, free: list[bool]) -> Iterator[tuple[int, int]]:
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
        is_joint |= token.lower_ == "the" and i > begin and label != "PERSON" and doc[i - 1].pos_ == "PROPN"
        is_joint |= token.lower_ in {"for", "of"} and i > begin + 1 and doc[begin].text in given_names()
        is_joint |= token.text == "&" and i > begin + 1 and _is_given(doc[begin]) and i + 2 < end
        is_joint |= token.tag_ == "POS" and _is_owner(doc, begin, i) and i + 1 < end
        if is_joint:
            yield begin, i
            begin = i + 1
        elif label == "ORG" and begin < i == end - 1 and _is_run_on(doc, i):
            yield begin, i
            begin = i
    yield begin, end


def _is_run_on(doc: Doc, i: int) -> bool:
    """Whether a body's name has run on into a person's: "Refugee Council | Enver" before "Solomon"."""
    is_followed = i + 1 < len(doc) and doc[i + 1].pos_ == "PROPN" and doc[i + 1].ent_type_ in {"PERSON", ""}
    return is_followed and doc[i - 1].text in head_words("last") and doc[i].text not in head_words("last")


def _is_owner(doc: Doc, start: int, end: int) -> bool:
    """Whether "Mecca" in "Mecca's Grand Mosque" is a name of its own."""
    text = doc[start:end].text
    if place_called(text):
        return True
    return sum(1 for t in doc if t.text == doc[end - 1].text and (t.i + 1 == len(doc) or t.nbor().tag_ != "POS")) > 0


def _trim(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """Without determiners, possessive, punctuation and small words at the edges."""
    while start < end and (_is_edge(doc[start]) or (doc[start].is_lower and not _has_name_case(doc[start], label))):
        start += 1
    while start < end and (_is_edge(doc[end - 1]) or (doc[end - 1].is_lower and not _has_name_case(doc[end - 1], ""))):
        end -= 1
    while (
        end - start > 1
        and doc[end - 1].text[0].isdigit()
        and not _is_repeated(doc, end - 1)
        and label in {"ORG", "GPE"}
    ):
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


def _grow(doc: Doc, start: int, end: int, free: list[bool]) -> tuple[int, int]:
    """With the proper nouns that belong to the same compound: the recogniser found "Torres" of "Mia Torres"."""
    if start >= end or place_called(doc[start:end].text) or doc[start].text in demonyms():
        return start, end
    head = doc[start:end].root
    while start > 0 and free[start - 1] and _joins(doc[start - 1], head) and doc[start - 1].text not in titles():
        start -= 1
    while end < len(doc) and free[end] and _joins(doc[end], head) and doc[end].text not in titles():
        end += 1
    if doc[end - 1].text in head_words("of") and doc[end : end + 1].text == "of" and end + 1 < len(doc):
        after = end + 1
        while after < len(doc) and free[after] and _is_proper(doc[after]):
            after += 1
        end = after if after > end + 1 else end
    while end + 1 < len(doc) and all(free[end : end + 2]) and _is_hyphen(doc[end]) and doc[end + 1].is_alpha:
        end += 2
    return start, end


def _is_hyphen(token: Token) -> bool:
    return token.text == "-" and token.i > 0 and not token.nbor(-1).whitespace_ and not token.whitespace_


def _joins(token: Token, head: Token) -> bool:
    is_part = (token.dep_ in {"compound", "flat"} and token.head == head) or (
        head.dep_ == "compound" and head.head == token
    )
    return is_part and _is_proper(token) and not place_called(token.text) and token.ent_type_ in {"", head.ent_type_}


def _is_proper(token: Token) -> bool:
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


def _fit(doc: Doc, start: int, end: int, label: str) -> Name | None:
    """The name without the titles before it; None if nothing is left but titles."""
    outer = start
    name_words = [t.text for t in doc[start:end]]
    if label in {"PERSON", "", "ORG"} and not _has_head(name_words):
        start = _after_titles(doc, start, end)
        if outer < start < end and doc[start].lower_ in small_words("joint"):
            return None
    if label not in {"ORG", "PERSON"} or not _is_person_like(doc, start, end):
        while start < end and doc[end - 1].text in offices() and not _has_head(name_words):
            end -= 1
            if start < end and not place_called(doc[start:end].text):
                return None
    if start >= end or all(t.text in titles() or not any(c.isalpha() for c in t.text) for t in doc[start:end]):
        return None
    return Name(start, end, label if start == outer or label != "ORG" else "PERSON")


def _after_titles(doc: Doc, start: int, end: int) -> int:
    """Where a name begins after its titles; words like "Home" are titles only before an office."""
    i = begin = start
    while i < end and _is_prefix(doc[i]) and (end - i > 1 or doc[i].text in titles()):
        i += 1
        if doc[i - 1].text not in parts_of_offices() or doc[i - 1].text in demonyms():
            begin = i
    return begin


def _is_person_like(doc: Doc, start: int, end: int) -> bool:
    return end - start > 1 and doc[start].text in given_names()


def _has_head(name_words: list[str]) -> bool:
    head = head_type(name_words)
    return head is not None


def _is_prefix(token: Token) -> bool:
    is_before_given = token.i + 1 < len(token.doc) and _is_given(token.nbor())
    is_role = token.lower_ in roles() and (token.is_lower or (is_before_given and not _is_given(token)))
    return token.text in titles() or is_role or token.text in demonyms()


def _is_name(doc: Doc, name: Name, spelling: Spelling) -> bool:
    span = doc[name.start : name.end]
    text = span.text
    if not any(c.isupper() for c in text) or not any(c.isalpha() for c in text):
        return False
    if text in calendar() or text in class_nouns() or (len(span) == 1 and text in titles()):
        return False
    if _is_demonym(span, name.label):
        return False
    first = span[0]
    if len(span) == 1 and first.lower_ in roles() and doc[name.end : name.end + 1].text == "of":
        return False
    if len(span) == 1 and not name.is_quoted:
        if first.is_stop and not first.is_upper:
            return False
        if starts_sentence(first) and (spelling.is_common(first) or first.pos_ not in {"PROPN", "NOUN", "ADJ"}):
            return False
        if spelling.is_common(first) and not first.is_upper:
            return False
    is_member = name.label == "NORP" and len(span) == 1 and first.tag_ in {"NN", "NNP"} and _has_article(first)
    return not is_member and not (name.label == "NORP" and first.pos_ == "ADJ" and len(span) == 1)


def _has_article(noun: Token) -> bool:
    """Whether a noun is one of many: "Holt is a Democrat"."""
    return any(t.lower_ in {"a", "an"} for t in noun.lefts)


def _is_demonym(span: Span, label: str) -> bool:
    """Adjectives of nationality name nothing; a people does ("the Danes"), a person of one does not ("a Dane")."""
    text = span.text
    if text not in demonyms():
        return False
    return not (span[-1].tag_ in {"NNS", "NNPS"} and span[-1].dep_ not in {"compound", "amod"})


def _runs(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """Runs of proper nouns of which the recogniser said nothing."""
    i = 0
    while i < len(doc):
        if not _may_start(doc[i], spelling, free):
            i += 1
            continue
        end = _run_end(doc, i, free)
        for start, stop in _cut(doc, i, end):
            start = _with_demonym(doc, start, stop, free)
            name = _fit(doc, *_trim(doc, start, stop, ""), "")
            if name and _is_name(doc, name, spelling) and _is_evident(doc, name, spelling):
                yield name
        i = end


def _with_demonym(doc: Doc, start: int, end: int, free: list[bool]) -> int:
    """A body's name begins with its nationality: "Danish" belongs to "Danish Harbour Board", not to "Danish Prince"."""
    is_body = end - start > 1 and _has_head([t.text for t in doc[start:end]])
    return start - 1 if is_body and start and free[start - 1] and doc[start - 1].text in demonyms() else start


def _may_start(token: Token, spelling: Spelling, free: list[bool]) -> bool:
    return free[token.i] and token.i not in spelling.in_heading and _is_proper(token) and not _is_measured(token)


def _is_measured(token: Token) -> bool:
    return token.ent_type_ not in NAME_LABELS and token.ent_type_ not in {"", "LANGUAGE", "CARDINAL", "ORDINAL"}


def _run_end(doc: Doc, start: int, free: list[bool]) -> int:
    end = start + 1
    while end < len(doc) and free[end] and doc[end].sent.start == doc[start].sent.start:
        token = doc[end]
        following = doc[end + 1] if end + 1 < len(doc) else None
        is_next = following is not None and free[following.i] and _is_proper(following)
        is_glue = _is_hyphen(token) or token.text == "&"
        is_joint = token.text in {"of", "for"} and doc[end - 1].text in head_words("of")
        is_number = token.is_digit and (is_next or _is_repeated(doc, end)) and not place_called(doc[end - 1].text)
        if not ((_is_proper(token) and not _is_measured(token)) or ((is_glue or is_joint) and is_next) or is_number):
            break
        end += 1
    return end


def _is_score(doc: Doc, i: int) -> bool:
    return (doc[i].text[0].isdigit() or doc[i].is_punct) and not _is_repeated(doc, i)


def _is_repeated(doc: Doc, i: int) -> bool:
    """Whether a word and the number after it stand together elsewhere too: once it may be a score."""
    pair = (doc[i - 1].text, doc[i].text)
    return sum((doc[k - 1].text, doc[k].text) == pair for k in range(1, len(doc))) > 1


def _cut(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run parted where a title begins a person's name: "Brixby College President | Ann Lund", and after a country."""
    if _has_head([t.text for t in doc[start:end]]):
        yield start, end
        return
    begin = start
    for i in range(start, end - 1):
        token = doc[i]
        if place_called(token.text) and i == begin and token.dep_ == "compound" and doc[i + 1].text in titles():
            yield begin, i + 1
            begin = i + 1
        elif token.text in titles() and i > begin and doc[i + 1].text not in titles():
            yield begin, i
            begin = i
    yield begin, end


def _is_evident(doc: Doc, name: Name, spelling: Spelling) -> bool:
    """Whether a run of proper nouns without a label may be a name: a lone word at a sentence's start needs proof."""
    span = doc[name.start : name.end]
    if any(t.text[0].isupper() and (t.is_upper or not spelling.is_common(t)) for t in span):
        return len(span) > 1 or not starts_sentence(span[0]) or _is_evident_word(span[0], spelling)
    return False


def _is_evident_word(word: Token, spelling: Spelling) -> bool:
    is_known = _is_given(word) or place_called(word.text) or organization_called(word.text)
    is_plain = word.lower_ in class_nouns() or word.lower_ in roles() or word.tag_ != "NNP"
    return bool(is_known) or spelling.is_seen_capital(word) or not is_plain


def _is_given(token: Token) -> bool:
    return token.text in given_names()
