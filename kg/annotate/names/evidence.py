"""Signs of what kind of thing a name names: its own words and the words beside it, each with a class and a weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.annotate.datelines import datelines
from kg.annotate.names.classes import SOMEWHERE, family, noun_class
from kg.annotate.names.relations import related
from kg.annotate.names.spelling import Name, starts_sentence
from kg.annotate.names.tokens import has_article
from kg.annotate.names.words import own_words
from kg.gazetteer import places_called
from kg.grammar.phrases import first_of
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.naming import (
    class_nouns,
    given_names,
    head_type,
    head_words,
    holdings,
    parts_of_offices,
    place_called,
    roles,
    small_words,
    telling_verbs,
    titles,
)
from kg.parse import Doc, Span, Token

_PLACES = frozenset({"kg:Place", "kg:GeopoliticalEntity"})
_SITES = frozenset({"kg:Facility", "kg:Place"})
_LARGE = 15_000  # people
_AROUND = frozenset({"in", "near", "outside"})

Sign = tuple[str, str, float]  # where it stands, the class, the weight


def evidence(doc: Doc, name: Name) -> Iterator[Sign]:
    """Each sign of a name's class but the recogniser's."""
    span = doc[name.start : name.end]
    found: dict[str, Iterable[tuple[str, float]]] = {"cue": [(name.cue, 3.0)] if name.cue else []}
    own = own_words(span, name)
    found["words"] = [own] if own is not None else []
    if not name.is_nested:
        found |= {
            "before": _before(doc, name),
            "after": _after(doc, name),
            "syntax": _syntax(span),
            "byline": _byline(doc, name),
            "relation": related(doc, name),
        }
    for where, signs in found.items():
        yield from ((where, type_, weight) for type_, weight in signs)


def _before(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """Words that say what follows: "Mrs. Lund", "actor Jo Park", and those of `_described`."""
    inside = doc[name.outer : name.start]
    before = doc[max(name.outer - 1, 0) : name.start]
    if any(t.text in titles() and t.text not in parts_of_offices() for t in before):
        yield "kg:Person", 3.0
    elif any(noun_class(t) == "kg:Person" for t in inside):
        yield "kg:Person", 2.0
    elif name.start:
        yield from _described(doc[name.start - 1], name)


def _described(before: Token, name: Name) -> Iterator[tuple[str, float]]:
    """What the word before a name tells: "the software Velora", "the city of Lund", "opened in Lund"."""
    is_noun = before.tag_ in {"NN", "JJ"} or (before.tag_ == "NNP" and (before.is_lower or starts_sentence(before)))
    told = noun_class(before) if is_noun else ""
    if before.lower_ == "of" and before.i and noun_class(before.nbor(-1)) in {"kg:GeopoliticalEntity", "kg:Place"}:
        told = noun_class(before.nbor(-1))
    trade = class_nouns().get(before.lemma_.lower(), "") if is_noun and before.lemma_.lower() in roles() else ""
    many = noun_class(before) if before.tag_ == "NNS" and before.i + 1 == name.start else ""
    if told:
        yield told, 3.2
    elif family(trade) == "organization" and name.end - name.start == 1:
        yield trade, 2.2  # "miner Orlo": people are introduced by two names
    elif many and not before.is_title:
        yield many, 1.6  # "the rivers Arvo and Ems"
    elif before.lower_ in small_words("length") and before.i > 1 and before.text_before == "-":
        yield "kg:Product", 2.6  # "the 590-foot Velora"
    elif before.text == "," and before.i and before.nbor(-1).ent_type_ == "GPE" and _closes(before.doc, name.end):
        yield "kg:GeopoliticalEntity", 1.1
    elif before.text == "," and (told := _told_before_comma(before, name)):
        yield told, 1.6
    elif before.pos_ == "ADP":
        yield from _place_after(before)
        yield from _owner_after(before)
        if name.label and _is_town_after(before, before.doc[name.start : name.end].text):
            yield "kg:GeopoliticalEntity", 1.1


def _told_before_comma(comma: Token, name: Name) -> str:
    """The class of "its software, Velora," whatever the parser makes of it."""
    doc = comma.doc
    if comma.i < 2 or doc[comma.i - 1].tag_ != "NN" or doc[name.end : name.end + 1].text != ",":
        return ""
    noun = doc[comma.i - 1]
    is_definite = any(t.lower_ in small_words("specific") or t.tag_ == "POS" for t in noun.lefts)
    return noun_class(noun) if is_definite else ""


def _closes(doc: Doc, end: int) -> bool:
    return end >= len(doc) or doc[end].text in {",", ".", ")", ";"}


def _is_town_after(preposition: Token, name: str) -> bool:
    """Whether the gazetteer has a place of that name; behind "from", which firms follow too, a large one."""
    least = 0 if preposition.lower_ in _AROUND else _LARGE
    is_where = preposition.lower_ in _AROUND or preposition.lower_ == "from"
    return is_where and any(place.people >= least for place, _ in places_called(name))


def _place_after(preposition: Token) -> Iterator[tuple[str, float]]:
    """Where something happened: surely in "lives in Lund", likely in "opened in Lund", not in "shares in Halden"."""
    verb, word = preposition.head, preposition.lower_
    is_vague = verb.lemma_.lower() in (small_words("stake") if verb.pos_ == "NOUN" else telling_verbs("abstract"))
    is_placing = verb.lemma_ in telling_verbs("place")
    is_aged = verb.lower_ == "old" or verb.lower_.endswith("-old")  # "a 19-year-old from Lund"
    is_origin = word == "from" and verb.pos_ in {"NOUN", "ADJ"} and (verb.lemma_.lower() in roles() or is_aged)
    is_site = word == "at" and verb.pos_ == "NOUN" and noun_class(verb) in _SITES  # "the airport at Lund"
    if word in {"in", "to"} and is_placing:
        yield SOMEWHERE, 2.2
    elif is_origin or is_site or (word in {"from", "at"} and is_placing) or (word in _AROUND and not is_vague):
        yield SOMEWHERE, 1.1


def _owner_after(preposition: Token) -> Iterator[tuple[str, float]]:
    """Whose it is, or who made it: "shares in Halden", "the mayor of Lund", "a lamp made by Halden"."""
    head = preposition.head
    if preposition.lower_ in {"in", "of"} and head.lemma_.lower() in holdings():
        yield "kg:Company", 2.0
    elif preposition.lower_ == "of" and head.lemma_.lower() in small_words("polity"):
        yield "kg:GeopoliticalEntity", 1.6
    elif preposition.lower_ == "by" and head.lemma_ in telling_verbs("maker"):
        yield "kg:Company", 1.1


def _after(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """An age: "Mia Torres, 44, said"; a region: "Meriden, Connecticut"; "Lund-based"; a ticker; shareholders, a CEO."""
    following = doc[name.end : name.end + 3]
    if _is_ticker(doc, name) or any(token.lemma_.lower() in holdings() for token in _owned(following)):
        yield "kg:Company", 3.0
    elif [t.lower_ for t in following if t.tag_ != "POS"][:2] == ["chief", "executive"]:
        yield "kg:Company", 1.1
    is_seat = following[:1].text == "-" and following[1:2].text in small_words("based")
    if is_seat or any(name.start == dateline.start for dateline in datelines(doc)):
        yield "kg:GeopoliticalEntity", 3.0
    elif any(token.lemma_.lower() in small_words("polity") for token in _owned(following)):
        yield "kg:GeopoliticalEntity", 1.6
    elif following and following[0].tag_ == "NN" and class_nouns().get(following[0].lower_) in _PLACES:
        yield class_nouns()[following[0].lower_], 2.5
    if len(following) > 1 and following[0].text == "," and _begins_region(doc, name.end + 1):
        yield "kg:GeopoliticalEntity", 1.5
    if len(following) == 3 and following[0].text == following[2].text == "," and following[1].is_digit:
        yield "kg:Person", 3.0


def _is_ticker(doc: Doc, name: Name) -> bool:
    """ "Orlo (ORL)": capitals in brackets that are not the name's own initials."""
    opening, inside, closing = (doc[i].text if i < len(doc) else "" for i in range(name.end, name.end + 3))
    text = doc[name.start : name.end].text
    is_code = inside.isalpha() and inside.isupper() and 2 <= len(inside) <= 5
    return opening == "(" and closing == ")" and is_code and len(text.split()) == 1 and not text.isupper()


def _owned(following: Span) -> list[Token]:
    """The noun of which a name is the owner: "Orlo shareholders", "Orlo's stock"."""
    after = [token for token in following if token.tag_ != "POS"]
    return after[:1] if after and (after[0].pos_ == "NOUN" or after[0].is_upper) else []


def _begins_region(doc: Doc, start: int) -> bool:
    return any(place_called(doc[start : start + size].text) is not None for size in (1, 2))


def _byline(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """Who wrote the report: a paragraph that is "By Ann Berg", or goes on with what she is."""
    if doc[name.start - 1].text not in {"By", "BY"} or name.end - name.start == 1:
        return
    after = doc[name.end : name.end + 1]
    is_first = any(p.start == name.start - 1 for p in doc.spans.get("paragraphs", []))
    if is_first and (not after or after[0].is_space or after.text in {",", "|", "and"}):
        yield "kg:Person", 2.5


def _syntax(span: Span) -> Iterator[tuple[str, float]]:
    """Nouns that say what it is: "Halden, a retailer,", "is a retailer", "a tool called X"; and "X, who"."""
    root = span.root
    nouns: list[Token] = [t for t in root.children if t.dep_ == "appos" and t.i >= span.end][:1]
    if root.dep_ == "appos":
        nouns.append(root.head)
    if root.dep_ in NOMINAL_SUBJECTS and root.head.lemma_ == "be" and not _is_negated(root.head):
        is_counted = "nummod"  # "Orlo is short 70 nurses"
        nouns += [t for t in root.head.children if t.dep_ == "attr" and not (t.tag_ == "NNS" and is_counted in t.below)]
    if root.dep_ in {"oprd", "dobj", "attr", "pobj", "appos"} and (named := _named_noun(span)) is not None:
        nouns.append(named)
    if _is_of_firm(span):
        yield "kg:Person", 1.1
    if any(t.dep_ == "relcl" and any(w.lower_ == "who" for w in t.children) for t in root.children):
        yield "kg:Person", 2.5
    if root.dep_ in NOMINAL_SUBJECTS and root.head.lemma_ in telling_verbs("person"):
        yield "kg:Person", 1.2
    if root.dep_ == "dobj" and root.head.lemma_ in telling_verbs("product"):
        yield "kg:Product", 1.1
    if root.dep_ in {"dobj", "nsubjpass"} and root.head.lemma_ in telling_verbs("body"):
        yield "kg:Organization", 1.1
    yield from _companions(root)
    for noun in nouns:
        if noun.pos_ == "NOUN" and (told := noun_class(noun)):
            yield told, 2.5


def _companions(root: Token) -> Iterator[tuple[str, float]]:
    """What stands in one list is of one kind: "Ann Berg and Dries Holm" are persons, "Oslo and Merem" places."""
    if root.dep_ != "conj" and "conj" not in root.below:
        return
    listed = _listed(root)
    are_towns = {token.ent_type_ for token in listed} - {""} == {"GPE"} and root.text not in head_words("last")
    for token in listed:
        start = token.i
        while start and token.doc[start].ent_iob_ == "I":
            start -= 1
        if place_called(token.doc[start : token.i + 1].text) is not None:
            yield "kg:GeopoliticalEntity", 0.8
        elif are_towns and token.ent_type_ == "GPE":
            yield "kg:GeopoliticalEntity", 0.4
        elif token.ent_type_ == "PERSON" and start < token.i and token.doc[start].text in given_names():
            yield "kg:Person", 0.8


def _is_of_firm(span: Span) -> bool:
    """Whether two words name who belongs to a firm or office: "Ida Holm of Halden Bank"."""
    if len(span) != 2 or "prep" not in span.root.below:
        return False
    words = [token.text for token in span]
    if not all(word.istitle() for word in words) or has_article(span) or head_type(words):
        return False
    links = (token for token in span.root.children if token.lower_ == "of" and token.i == span.end)
    owners = [token for link in links for token in link.children if token.dep_ == "pobj"]
    return any(token.ent_type_ == "ORG" or any(map(_is_body, token.lefts)) for token in owners)


def _is_body(noun: Token) -> bool:
    return noun.tag_ == "NN" and family(noun_class(noun)) == "organization"


def _listed(root: Token) -> list[Token]:
    """What stands in one list with it."""
    first = first_of(root)
    found = [first]
    for token in found:
        found += [t for t in token.children if t.dep_ == "conj"]
    return [token for token in found if token is not root]


def _is_negated(verb: Token) -> bool:
    return any(t.dep_ == "neg" for t in verb.children)


def _named_noun(span: Span) -> Token | None:
    """The noun that a naming participle hangs on: "tool" of "a tool called Velora"."""
    start = span.start - 1
    while start > 0 and span.doc[start].text in {"the", '"', "“", "'", "as"}:
        start -= 1
    verb = span.doc[start] if start >= 0 else None
    if verb is not None and verb.tag_ == "VBN" and verb.dep_ == "acl" and verb.head.pos_ == "NOUN":
        return verb.head
    return None
