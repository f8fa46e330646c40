"""Sales that are told through customers: "Customers of the scanner, which include police in Reno, ..."."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.clauses import Clause
from kg.extract.exemplars import exemplars
from kg.extract.mentions import Mentions
from kg.extract.proposition import Proposition
from kg.grammar.phrases import NOUNS
from kg.grammar.wordlists import rows, words
from kg.naming import known_places
from kg.parse import Doc, Span, Token

_PLACES = frozenset({"kg:GeopoliticalEntity", "kg:Place"})
_INCLUDE = frozenset({"include", "be"})
_ORGANISATIONS = frozenset({"kg:Organization", "kg:Company", "kg:GovernmentBody", "kg:EducationalOrganization"})


def sales_to_customers(doc: Doc, clauses: Iterable[Clause], mentions: Mentions) -> Iterator[Proposition]:
    """kg:sells with each named customer as recipient.

    Whose customers they are is said on the spot ("its customers", "customers of the scanner"), or it is what the
    sentence before speaks of. A public body in a place stands for the place too.
    """
    read = list(clauses)
    nouns = [token for token in doc.written(_forms("buyer")) if token.lemma_ in _nouns("buyer")]
    makers = _makers(doc, read, mentions) if nouns else []
    for token in nouns:
        if buyers := _members(token, read, mentions):
            vendor, product = _offer(token, read, makers, mentions)
            if vendor is not None:
                yield from _sales(token, vendor, product, buyers)


def _sales(noun: Token, vendor: Token, product: Token | None, buyers: list[Token]) -> Iterator[Proposition]:
    sale = None
    if product is not None:
        sale = Proposition(
            subject=vendor,
            predicate="kg:sells",
            relation=(noun,),
            object=product,
            anchor=noun,
            rule="sells/customers",
            roles=tuple(("recipient", buyer) for buyer in buyers),
            label="sells",
        )
        yield sale
    for buyer in buyers:
        yield Proposition(
            subject=vendor,
            predicate="kg:sellsTo",
            relation=(noun,),
            object=buyer,
            anchor=noun,
            rule="sellsTo/customers",
            label="sells to",
            derived_from=sale,
        )


@cache
def _forms(kind: str) -> frozenset[str]:
    """How the nouns are written, and more that are no words."""
    return frozenset(form for noun in _nouns(kind) for form in (noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies"))


@cache
def _nouns(kind: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows("buyers") if row["kind"] == kind)


def _members(noun: Token, clauses: list[Clause], mentions: Mentions) -> list[Token]:
    """Named customers: "customers such as A", "customers, which include A and B", "Its customers are A and B"."""
    found = list(exemplars(noun))
    for clause in clauses:
        if noun in clause.subjects and clause.verb.lemma_ in _INCLUDE and not clause.is_passive:
            found += clause.objects or clause.attributes
    found = [t for t in dict.fromkeys(found) if t.pos_ in NOUNS]
    return list(dict.fromkeys([*found, *(place for member in found for place in _places_served(member, mentions))]))


def _places_served(body: Token, mentions: Mentions) -> Iterator[Token]:
    """ "law enforcement in Orlando, Florida and Reno, Nevada": Orlando and Reno, not the states they lie in.

    Read along the text, as the parser often takes the list of places apart.
    """
    lemma = body.lemma_.lower()
    if lemma not in _nouns("public") and f"{body.lower_before} {lemma}" not in _nouns("public"):
        return
    preposition = next((t for t in body.rights if t.dep_ == "prep" and t.lower_ in ("in", "of")), None)
    place = _place_at(preposition.i + 1, body.doc, mentions) if preposition is not None else None
    while place is not None:
        yield place.root
        end = place.end
        container = _place_at(end + 1, body.doc, mentions) if _is(body.doc, end, ",") else None
        if container is not None and _is_region(container.text):
            end = container.end
        while _is(body.doc, end, ",", "and", "or"):
            end += 1
        place = _place_at(end, body.doc, mentions) if end > place.end else None


def _place_at(index: int, doc: Doc, mentions: Mentions) -> Span | None:
    """The place whose name begins there, after a determiner perhaps."""
    index += _is(doc, index, "the")
    span = mentions.span_of(doc[index]) if index < len(doc) else None
    return span if span is not None and span.start == index and span.label_ in _PLACES else None


def _is_region(name: str) -> bool:
    return name in known_places() or name in words("containers", "word")


def _is(doc: Doc, index: int, *forms: str) -> bool:
    return index < len(doc) and doc[index].lower_ in forms


def _offer(
    noun: Token, clauses: list[Clause], makers: list[tuple[Token, Token]], mentions: Mentions
) -> tuple[Token | None, Token | None]:
    """Vendor and product behind "customers"; the product may stay unsaid."""
    owner = _owner(noun) or _topic(noun, clauses, mentions)
    if owner is None:
        return None, None
    vendor = _maker(owner, makers, mentions)
    if vendor is not None:
        return vendor, owner
    return (owner if _type(owner, mentions) in _ORGANISATIONS else None), None


def _owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ in ("poss", "compound"):
            return child
        if child.dep_ == "prep" and child.lower_ in ("of", "for", "to"):
            return next((t for t in child.children if t.dep_ == "pobj"), None)
    return None


def _topic(noun: Token, clauses: list[Clause], mentions: Mentions) -> Token | None:
    """What the sentence before is about: its subject, or its noun where it has no verb, if it is a known thing."""
    if noun.sent.start == 0:
        return None
    root = noun.doc[noun.sent.start - 1].sent.root
    before = next((clause for clause in clauses if clause.verb == root), None)
    for subject in before.subjects if before is not None else (root,):
        for token in (*_introduced(subject), subject):
            if mentions.span_of(token) is not None:
                return token
    return None


def _introduced(subject: Token) -> Iterator[Token]:
    """The name of a described thing: "X's technology, called *Y*", "its scanner, *Y*"."""
    for child in subject.children:
        if child.dep_ == "acl" and child.lemma_ in ("call", "name", "dub", "know"):
            yield from (t for t in child.children if t.dep_ in ("oprd", "attr", "dobj"))
            yield from (t for prep in child.children if prep.lower_ == "as" for t in prep.children)
        elif child.dep_ == "appos":
            yield child


def _maker(product: Token, makers: list[tuple[Token, Token]], mentions: Mentions) -> Token | None:
    """Whose product it is, from anywhere in the document: the nearest before."""
    cluster = mentions.of(product).cluster
    best: Token | None = None
    for token, maker in makers:
        if token.i > product.sent.end and best is not None:
            break
        things = [token, *_introduced(token)]
        if any(mentions.span_of(t) is not None and mentions.of(t).cluster == cluster for t in things):
            best = maker
    return best


def _makers(doc: Doc, clauses: list[Clause], mentions: Mentions) -> list[tuple[Token, Token]]:
    """The words for what an organisation has, makes or sells, in order, each with the organisation."""
    sellers = _sellers(clauses)
    pairs = ((token, _possessor(token) or sellers.get(token.i)) for token in doc)
    return [(token, maker) for token, maker in pairs if maker and _type(maker, mentions) in _ORGANISATIONS]


def _possessor(token: Token) -> Token | None:
    return next(child for child in token.children if child.dep_ == "poss") if "poss" in token.below else None


def _sellers(clauses: list[Clause]) -> dict[int, Token]:
    """Who first makes or sells a thing, by the place of its word."""
    found: dict[int, Token] = {}
    for clause in clauses:
        if clause.head.lemma_ in words("offering", "lemma"):
            things, doers = (clause.subjects, clause.agents) if clause.is_passive else (clause.objects, clause.subjects)
            for thing in things if doers else ():
                found.setdefault(thing.i, doers[0])
    return found


def _type(token: Token, mentions: Mentions) -> str:
    span = mentions.span_of(token)
    return span.label_ if span is not None else ""
