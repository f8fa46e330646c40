"""What kind of thing a name names: votes from the recogniser, from its own words and from the words beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from kg.annotate.spelling import Name
from kg.naming import (
    CLASS_BY_LABEL,
    class_nouns,
    given_names,
    has_company_suffix,
    head_type,
    head_words,
    holdings,
    organization_called,
    place_called,
    roles,
    telling_verbs,
    titles,
)
from kg.parse import Doc, Span, Token

LABEL_BY_FAMILY = {
    "person": "PERSON",
    "organization": "ORG",
    "place": "GPE",
    "group": "NORP",
    "product": "PRODUCT",
    "work": "WORK_OF_ART",
    "event": "EVENT",
    "policy": "LAW",
}
_FAMILY = {
    "kg:Person": "person",
    "kg:Organization": "organization",
    "kg:Company": "organization",
    "kg:GovernmentBody": "organization",
    "kg:AdvocacyGroup": "organization",
    "kg:PoliticalParty": "organization",
    "kg:MediaOutlet": "organization",
    "kg:EducationalOrganization": "organization",
    "kg:Group": "group",
    "kg:GeopoliticalEntity": "place",
    "kg:Place": "place",
    "kg:Facility": "place",
    "kg:Product": "product",
    "kg:Work": "work",
    "kg:Event": "event",
    "kg:Policy": "policy",
    "kg:Concept": "concept",
}
_CAMEL = re.compile(r"[A-Z]{2,}[a-z]|(?<!Mc)(?<!Mac)(?<!De)(?<!La)[a-z][A-Z]")
_GENERIC = {"kg:Organization": 0.1, "kg:Place": 0.3}  # a general class yields to a special one of its family

Votes = dict[str, float]  # weight by class


def family(type_: str) -> str:
    """The coarse kind of a class, within which names may match by a part: "organization" of kg:Company."""
    return _FAMILY.get(type_, "")


def evidence(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """Each sign of a name's class but the recogniser's, with its weight."""
    if name.cue:
        yield name.cue, 3.0
    span = doc[name.start : name.end]
    yield from _own_words(span, name)
    if not name.is_nested:
        yield from _before(doc, name)
        yield from _after(doc, name)
        yield from _syntax(span)


def together(*ballots: Votes) -> Votes:
    """Votes added up."""
    votes: Votes = {}
    for ballot in ballots:
        for type_, weight in ballot.items():
            votes[type_] = votes.get(type_, 0.0) + weight
    return votes


def label_votes(doc: Doc, names: Iterable[Name]) -> Votes:
    """The recogniser's votes, in all no more than two firm signs weigh, however often the name occurs."""
    votes = together(*({CLASS_BY_LABEL[name.label]: _plausibility(doc, name)} for name in names if name.label))
    votes = {type_: weight for type_, weight in votes.items() if weight}
    total = sum(votes.values())
    scale = 2.0 / total if total > 2 else 1.0
    return {type_: weight * scale for type_, weight in votes.items()}


def _plausibility(doc: Doc, name: Name) -> float:
    """How far grammar bears a label out: a people is plural, no person is "the Freja" or "HaldenMoney"."""
    if name.label == "NORP":
        return 1.0 if doc[name.end - 1].tag_ in {"NNS", "NNPS"} else 0.4
    is_thing = bool(name.outer) and doc[name.outer - 1].lower_ == "the"
    is_camel = name.end - name.start == 1 and _CAMEL.search(doc[name.start].text) is not None
    return 0.0 if name.label == "PERSON" and (is_thing or is_camel) else 1.0


def cue_votes(doc: Doc, names: Iterable[Name]) -> Votes:
    """What the names' own words and their neighbours tell; a sign counts twice at most."""
    seen = Counter(sign for name in names for sign in evidence(doc, name))
    return together(*({type_: weight * min(count, 2)} for (type_, weight), count in seen.items()))


def _own_words(span: Span, name: Name) -> Iterator[tuple[str, float]]:
    words = [t.text for t in span if t.is_alpha or "." in t.text]
    is_called_so = len(words) > 1 and words[0] in given_names() and all(w[0].isupper() for w in words)
    if known := place_called(span.text) or organization_called(span.text):
        yield known[1], 4.0
    elif has_company_suffix(span.text):
        yield "kg:Company", 5.0
    elif name.is_quoted:
        return
    elif is_called_so and name.label == "PERSON":
        yield "kg:Person", 1.5
    elif len(words) > 1 and (head := head_type(words)):
        is_surname = name.label == "PERSON" and len(words) == 2 and words[-1] in head_words("last")
        yield head.type, 0.9 if is_surname and family(head.type) == "place" else 3.0
    elif "&" in span.text and len(span) > 2:
        yield "kg:Organization", 2.5
    elif len(words) < 4 and (is_called_so or any(_is_initial(word) for word in words[:-1])):
        yield "kg:Person", 1.2


def _is_initial(word: str) -> bool:
    """Whether a word is an initial with its dot: "A." in "Robert A. Ek"."""
    return len(word) == 2 and word[0].isupper() and word[1] == "."


def _before(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """Words that say what follows: "Mrs. Lund", "actor Jo Park", and those of `_described`."""
    inside = doc[name.outer : name.start]
    if any(t.text in titles() for t in doc[max(name.outer - 1, 0) : name.start]):
        yield "kg:Person", 3.0
    elif any(t.lower_ in roles() for t in inside):
        yield "kg:Person", 2.0
    elif name.outer:
        yield from _described(doc[name.outer - 1], name)


def _described(before: Token, name: Name) -> Iterator[tuple[str, float]]:
    """What the word before a name tells: "the software Velora", "the city of Lund", "opened in Lund"."""
    told = noun_class(before) if before.tag_ == "NN" else ""
    if before.lower_ == "of" and before.i and family(noun_class(before.nbor(-1))) == "place":
        told = noun_class(before.nbor(-1))
    if told:
        yield told, 2.5
    elif before.text == "," and before.i and before.nbor(-1).ent_type_ == "GPE" and _closes(before.doc, name.end):
        yield "kg:GeopoliticalEntity", 1.1
    elif before.pos_ == "ADP":
        yield from _place_after(before)


def _closes(doc: Doc, end: int) -> bool:
    return end >= len(doc) or doc[end].text in {",", ".", ")", ";"}


def _place_after(preposition: Token) -> Iterator[tuple[str, float]]:
    """Where something happened: surely in "lives in Lund", likely in "opened in Lund", not in "shares in Halden"."""
    verb = preposition.head
    is_vague = verb.pos_ not in {"VERB", "AUX"} or verb.lemma_ in telling_verbs("abstract")
    if preposition.lower_ in {"in", "to"} and verb.lemma_ in telling_verbs("place"):
        yield "kg:GeopoliticalEntity", 2.2
    elif preposition.lower_ in {"in", "near", "outside"} and not is_vague:
        yield "kg:GeopoliticalEntity", 1.1


def _after(doc: Doc, name: Name) -> Iterator[tuple[str, float]]:
    """An age: "Mia Torres, 44, said"; a region: "Meriden, Connecticut"; a ticker; shareholders and stock."""
    following = doc[name.end : name.end + 3]
    if _is_ticker(doc, name) or any(token.lemma_ in holdings() for token in _owned(following)):
        yield "kg:Company", 3.0
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
    return after[:1] if after and after[0].pos_ == "NOUN" else []


def _begins_region(doc: Doc, start: int) -> bool:
    return any(place_called(doc[start : start + size].text) is not None for size in (1, 2))


def _syntax(span: Span) -> Iterator[tuple[str, float]]:
    """Nouns that say what it is: "Halden, a retailer,", "is a retailer", "a tool called X"; and "X, who"."""
    root = span.root
    nouns: list[Token] = [t for t in root.children if t.dep_ == "appos" and t.i >= span.end]
    if root.dep_ == "appos":
        nouns.append(root.head)
    if root.dep_ in {"nsubj", "nsubjpass"} and root.head.lemma_ == "be" and not _is_negated(root.head):
        nouns += [t for t in root.head.children if t.dep_ == "attr"]
    if root.dep_ in {"oprd", "dobj", "attr", "pobj", "appos"} and (named := _named_noun(span)) is not None:
        nouns.append(named)
    if any(t.dep_ == "relcl" and any(w.lower_ == "who" for w in t.children) for t in root.children):
        yield "kg:Person", 2.5
    if root.dep_ in {"nsubj", "nsubjpass"} and root.head.lemma_ in telling_verbs("person"):
        yield "kg:Person", 1.2
    for noun in nouns:
        if noun.pos_ == "NOUN" and (told := noun_class(noun)):
            yield told, 2.5


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


def noun_class(noun: Token) -> str:
    """The class that a common noun tells of what it describes; "" if none, or if firms and persons are called so."""
    lemma = noun.lemma_.lower()
    if lemma in class_nouns():
        return class_nouns()[lemma] if lemma not in roles() else ""
    return "kg:Person" if lemma in roles() else ""


def decide(votes: Votes) -> str:
    """The class with the most votes: first the coarse kind, then the class within it. Nothing known: kg:Entity."""
    if not votes:
        return "kg:Entity"
    by_family = together(*({family(type_): weight} for type_, weight in votes.items()))
    best = min(by_family, key=lambda f: (-by_family[f], f))
    inside = {t: w * _GENERIC.get(t, 1.0) for t, w in votes.items() if family(t) == best}
    return min(inside, key=lambda t: (-inside[t], t))
