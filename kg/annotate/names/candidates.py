"""Where names stand: the tagger's, the recogniser's and the tables' finds, none overlapping another."""

from __future__ import annotations

from collections.abc import Iterator

from kg.annotate.names.boundaries import pieces, trim
from kg.annotate.names.branches import branches
from kg.annotate.names.checks import is_name
from kg.annotate.names.fitting import fit
from kg.annotate.names.growth import grow
from kg.annotate.names.joined import joined
from kg.annotate.names.known import known_names
from kg.annotate.names.overlooked import overlooked
from kg.annotate.names.placed import placed
from kg.annotate.names.quoted import OPENING_QUOTES, quoted_titles
from kg.annotate.names.shapes import shapes
from kg.annotate.names.spelling import Name, Spelling, starts_sentence
from kg.annotate.names.title_case import title_case
from kg.annotate.names.tokens import has_head, is_given, is_hyphen, is_proper, is_repeated
from kg.grammar import wordlists
from kg.grammar.phrases import PLURALS
from kg.grammar.verbs import FINITE
from kg.naming import (
    class_nouns,
    countries,
    demonyms,
    head_words,
    organization_called,
    place_called,
    roles,
    small_words,
    titles,
)
from kg.parse import Doc, Span, Token

NAME_LABELS = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})
_NAMING = {"call", "name", "dub", "title", "entitle", "nickname", "codename", "rename", "brand"}


def find_names(doc: Doc, spelling: Spelling) -> list[Name]:
    """Every name in running text, in order, none overlapping another."""
    found: list[Name] = []
    free = [not t.is_space for t in doc]
    for source in (
        _expanded,
        _shared_heads,
        _hashtags,
        placed,
        quoted_titles,
        _cued,
        shapes,
        joined,
        title_case,
        branches,
        known_names,
        _recognised,
        _runs,
        overlooked,
    ):
        for name in source(doc, spelling, free):
            if name.start < name.end and all(free[name.start : name.end]):
                found.append(name)
                free[name.start : name.end] = [False] * (name.end - name.start)
    return sorted(found, key=lambda n: n.start)


def _expanded(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """A name whose initials follow it in brackets: "For Clean Rivers and Seas (FCRS)"; or stand before the brackets
    in which it is: "FCRS (For Clean Rivers and Seas)"."""
    yield from _explaining(doc, spelling, free)
    for token in doc[1:-2]:
        short = doc[token.i + 1]
        is_short = token.text == "(" and doc[token.i + 2].text == ")" and short.text.isupper() and len(short) > 2
        if not is_short or short.i in spelling.in_heading:
            continue
        start = _spelled_from(doc, token.i, short.text)
        if start is not None and all(free[start : token.i]) and not _is_name_whole(doc, start, token.i):
            yield Name(start, token.i)


def _explaining(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    for token in doc[1:-3]:
        short = doc[token.i - 1]
        is_short = token.text == "(" and short.text.isupper() and short.is_alpha and len(short) > 2
        if not is_short or short.i in spelling.in_heading:
            continue
        end = next((t.i for t in doc[token.i + 1 : token.sent.end] if t.text == ")"), token.i)
        first = token.i + 1 + (doc[token.i + 1].lower_ == "the")
        start = _spelled_from(doc, end, short.text) if end > first + 1 else None
        if start == first and all(free[start:end]) and not _is_name_whole(doc, start, end):
            yield Name(start, end)


def _spelled_from(doc: Doc, end: int, short: str) -> int | None:
    """Where the words begin that end at `end` and spell an acronym with their initials; small words need not count."""
    letters, i = list(short), end
    while letters and i > doc[end - 1].sent.start:
        i -= 1
        word = doc[i]
        if not (word.is_alpha or word.text == "-" or word.is_digit):
            return None
        if word.text[0] == letters[-1]:
            letters.pop()
        elif not (word.lower_ in small_words("joint") or word.text in {"and", "-"}):
            return None
    return i if not letters and doc[i].text[0].isupper() else None


def _shared_heads(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """The first of two bodies that share a head word: "State" in "the State and Home Departments"."""
    for token in doc[3:]:
        is_last = not doc[token.i + 1 : token.i + 2].text[:1].isupper()
        is_many = token.tag_ in PLURALS or (token.tag_ == "NNP" and token.text.endswith("s") and is_last)
        if not is_many or not token.text[0].isupper() or token.i in spelling.in_heading:
            continue
        head = head_words("last").get(_singular(token.text))
        joint = next((doc[i] for i in range(token.i - 2, max(token.i - 4, 1), -1) if doc[i].text in {"and", "&"}), None)
        if head is None or joint is None or doc[joint.i - 2].lower_ != "the":
            continue
        first = doc[joint.i - 1]
        is_capital = all(t.text[:1].isupper() for t in doc[joint.i + 1 : token.i])
        if is_capital and first.pos_ == "PROPN" and first.ent_type_ in {"", "ORG"}:
            yield Name(first.i, first.i + 1, cue=head.type)


def _singular(word: str) -> str:
    return word.removesuffix("ies") + "y" if word.endswith("ies") else word.removesuffix("s")


def _is_name_whole(doc: Doc, start: int, end: int) -> bool:
    """Whether the recogniser found just this."""
    return any(ent.start == start and ent.end == end for ent in doc[start].sent.ents)


def _hashtags(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    """What a hashtag gathers: "#SaveTheMill"."""
    for token in doc[:-1]:
        word = token.nbor()
        if token.text == "#" and not token.whitespace_ and word.is_alpha and len(word) > 3:
            yield Name(token.i, word.i + 1, cue="kg:Concept")


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
        while end < len(doc) and _may_be_called(doc[end]) and doc[end].text not in titles():
            end += 1
        if start < end and not any(doc[i].ent_type_ for i in range(start, end)) and token.i not in spelling.in_heading:
            yield Name(start, end)


def _may_be_called(word: Token) -> bool:
    """Whether a word may be part of a new name: "Velora", "E-meter", the hyphen and second half of it too."""
    if word.text[0].isupper():
        return word.text.replace("-", "").isalnum()
    is_after_hyphen = word.is_alpha and word.i > 1 and is_hyphen(word.nbor(-1))
    return is_hyphen(word) or is_after_hyphen


def _recognised(doc: Doc, spelling: Spelling, free: list[bool]) -> Iterator[Name]:
    for ent in _entities(doc):
        if ent.label_ in NAME_LABELS and ent.start not in spelling.in_heading:
            last = _before_sum(ent)
            label = "" if last < ent.end or _is_speech(doc, ent) else ent.label_
            for start, end in pieces(doc, ent.start, last, label, free):
                start, end = grow(doc, *trim(doc, start, end, label), free)
                start = _with_demonym(doc, start, end, free) if end - start == 1 else start  # "French Senate"
                name = fit(doc, start, end, label)
                if name and is_name(doc, name, spelling):
                    yield name


def _before_sum(ent: Span) -> int:
    """Where what is taken for a law ends before a sum: "fined *Lund* 600 pounds"."""
    if ent.label_ != "LAW":
        return ent.end
    units = wordlists.words("units", "lemma")
    numbers = (t for t in ent if t.like_num and t.i > ent.start)
    return next((t.i for t in numbers if not units.isdisjoint({t.head.lemma_, t.head.head.lemma_})), ent.end)


def _is_speech(doc: Doc, ent: Span) -> bool:
    """Whether what is taken for a title begins a sentence: '"Ann and Bo are here," he said'."""
    if ent.label_ != "WORK_OF_ART":
        return False
    is_quoted = any(t.is_quote or t.text in "'’" for t in doc[ent.end : ent.end + 2])
    is_open = ent.start > 0 and doc[ent.start - 1].text in OPENING_QUOTES and not is_quoted
    return is_open or any(t.tag_ in FINITE and t.is_lower for t in ent[1:])


def _entities(doc: Doc) -> Iterator[Span]:
    """The recogniser's finds; a place and its body that were found apart are one, and a maker and what it makes:
    "U.S. | District Court", "Honda | Civic"."""
    waiting: Span | None = None
    for ent in doc.ents:
        if waiting is not None:
            if waiting.end == ent.start and (_is_body_of(waiting, ent) or _is_maker_of(waiting, ent)):
                yield Span(doc, waiting.start, ent.end, ent.label_)
                waiting = None
                continue
            yield waiting
        waiting = ent
    if waiting is not None:
        yield waiting


def _is_body_of(place: Span, body: Span) -> bool:
    is_body = body.label_ == "ORG" and has_head([t.text for t in body]) and place_called(body.text) is None
    known = place_called(place.text) if is_body else None
    is_country = known is not None and known[0] in countries()
    is_place = is_country or (place.label_ == "GPE" and organization_called(body.text) is None)
    return is_body and is_place and place.root.head is body.root


def _is_maker_of(maker: Span, product: Span) -> bool:
    is_pair = maker.label_ == "ORG" and product.label_ == "PRODUCT"
    return is_pair and maker.root.dep_ == "compound" and maker.root.head is product.root and is_proper(product.root)


def in_headings(doc: Doc, names: list[Name], spelling: Spelling) -> Iterator[Name]:
    """The recogniser's finds in headings, but for those that hold a name of the running text."""
    taken = {i for name in names for i in range(name.start, name.end)}
    for ent in doc.ents:
        if (
            ent.label_ in NAME_LABELS
            and ent.start in spelling.in_heading
            and taken.isdisjoint(range(ent.start, ent.end))
        ):
            yield from _in_heading(doc, ent, spelling)


def _in_heading(doc: Doc, ent: Span, spelling: Spelling) -> Iterator[Name]:
    """A heading's capitals prove nothing: only what the body never writes in lower case, and a clear label."""
    start, end = trim(doc, ent.start, ent.end, ent.label_)
    words = [t for t in doc[start:end] if t.is_alpha]
    is_mixed = any(t.is_title for t in doc[start:end]) and not all(t.is_upper for t in words)
    if is_mixed and ent.label_ in {"PERSON", "GPE"} and not any(spelling.is_common(t) for t in words):
        name = fit(doc, start, end, ent.label_)
        if name and is_name(doc, name, spelling):
            name.is_heading = True
            yield name


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
            name = fit(doc, *trim(doc, start, stop, ""), "")
            if name and is_name(doc, name, spelling) and _is_evident(doc, name, spelling):
                yield name
        i = end


def _with_demonym(doc: Doc, start: int, end: int, free: list[bool]) -> int:
    """A body's name begins with its nationality: "Danish" belongs to "Danish Harbour Board", not to "Danish Prince"."""
    is_after = start > 0 and free[start - 1] and doc[start - 1].text in demonyms()
    return start - 1 if is_after and has_head([t.text for t in doc[start - 1 : end]]) else start


def _may_start(token: Token, spelling: Spelling, free: list[bool]) -> bool:
    return free[token.i] and token.i not in spelling.in_heading and is_proper(token) and not _is_measured(token)


def _is_measured(token: Token) -> bool:
    if token.ent_type_ == "DATE" and token.tag_ == "NNP" and _is_where(token):
        return False
    return token.ent_type_ not in NAME_LABELS and token.ent_type_ not in {"", "LANGUAGE", "CARDINAL", "ORDINAL"}


def _is_where(word: Token) -> bool:
    """Whether it is told where something is, whatever the recogniser says: "the village of Wrenbury"."""
    before = word.lower_before
    noun = word.nbor(-2) if word.i > 1 else word
    is_site = before == "of" and class_nouns().get(noun.lower_) in {"kg:GeopoliticalEntity", "kg:Place"}
    return before == "near" or is_site


def _run_end(doc: Doc, start: int, free: list[bool]) -> int:
    end = start + 1
    while end < len(doc) and free[end] and doc[end].sent.start == doc[start].sent.start:
        token = doc[end]
        following = doc[end + 1] if end + 1 < len(doc) else None
        is_next = following is not None and free[following.i] and is_proper(following)
        is_glue = is_hyphen(token) or token.text == "&"
        is_joint = token.text in {"of", "for"} and doc[end - 1].text in head_words("of")
        is_joint |= token.text in small_words("particle")
        is_number = token.is_digit and not place_called(doc[end - 1].text)
        is_numbered = doc[end - 1].lower_ in small_words("numbered")  # "Local 536"
        is_number = is_number and (is_next or is_numbered or is_repeated(doc, end))
        if not ((is_proper(token) and not _is_measured(token)) or ((is_glue or is_joint) and is_next) or is_number):
            break
        end += 1
    return end


def _cut(doc: Doc, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A run parted where a title begins a person's name: "Brixby College President | Ann Lund", and after a country."""
    end = _before_office(doc, start, end)
    if has_head([t.text for t in doc[start:end]]):
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


def _before_office(doc: Doc, start: int, end: int) -> int:
    """Where a run ends before the office of the person named next: "Orlo | Chief Executive Ann Lund"."""
    office = end
    while office > start and doc[office - 1].text in titles():
        office -= 1
    is_of_person = end < len(doc) and doc[end].ent_type_ == "PERSON"
    return office if is_of_person and office > start else end


def _is_evident(doc: Doc, name: Name, spelling: Spelling) -> bool:
    """Whether a run of proper nouns without a label may be a name: a lone word at a sentence's start needs proof."""
    span = doc[name.start : name.end]
    if any(t.text[0].isupper() and (t.is_upper or not spelling.is_common(t)) for t in span):
        return len(span) > 1 or not starts_sentence(span[0]) or _is_evident_word(span[0], spelling)
    return False


def _is_evident_word(word: Token, spelling: Spelling) -> bool:
    is_known = is_given(word) or place_called(word.text) or organization_called(word.text)
    nouns = {word.lower_, word.lower_.removesuffix("s")}
    is_kind = any(noun in class_nouns() or noun in roles() or noun in small_words("either") for noun in nouns)
    is_part = word.dep_ == "compound" and word.head.is_lower and word.head.i == word.i + 1  # "Flash floods"
    is_plain = is_kind or is_part or word.tag_ != "NNP"
    is_capitals = word.is_upper and len(word) > 1
    return bool(is_known) or is_capitals or spelling.is_seen_capital(word) or not is_plain
