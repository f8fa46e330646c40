"""Constructions that tell a relation without a verb or noun of its own: brackets, peoples, places in places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from kg.extract.clauses import conjuncts
from kg.extract.frames.candidates import Candidate
from kg.extract.frames.dates import brackets, last_part, lifetime, marked_parts, year_in
from kg.extract.frames.made import is_person, last_of_name, made, name_before
from kg.extract.frames.origins import aged, based, born, native, origin, seated
from kg.extract.frames.reading import Reading
from kg.extract.frames.survivors import survivors
from kg.extract.frames.types import PLACES
from kg.extract.proposition import Words
from kg.naming import acronyms, demonyms, known_places, place_called, roles
from kg.parse import Span, Token

_Finder = Callable[[Reading, Token], Iterator[Candidate]]
_ACTING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "appos", "conj"})
_PREPOSITIONS = ("of", "from", "at", "with")
_UNLISTED = ("kg:PoliticalParty", "kg:GovernmentBody", "kg:AdvocacyGroup", "kg:EducationalOrganization")
_TICKER = re.compile(r"[A-Z]{1,5}(?:\.[A-Z])?")


def constructions(reading: Reading) -> Iterator[Candidate]:
    """All of them, over the whole document."""
    for before, inside in brackets(reading.doc):
        yield from _life(reading, before, inside)
        yield from _ticker(reading, before, inside)
        yield from _party(reading, before, inside)
    for tie, person, dead, verb in survivors(reading):
        yield from made(reading, tie, person, dead, verb, "survived", (verb,))
    known, words = demonyms(), reading.ontology.words
    finders: dict[str, list[_Finder]] = {"based": [based], "born": [born], **{w: [_name_of] for w in _PREPOSITIONS}}
    finders["native"] = [native]
    finders["'s"] = finders["’s"] = [_owned]
    finders["of"].append(aged)
    finders["from"].append(aged)
    for name, finder in (("seated", seated), ("origin", origin)):
        for word in words[name]:
            finders.setdefault(word, []).append(finder)
    for token in reading.doc.written(finders.keys() | _lowered_demonyms()):
        if token.text in known:
            yield from _people(reading, token)
        for find in finders.get(token.lower_, ()):
            yield from find(reading, token)
    for span in reading.types.places():
        yield from _place_in_place(reading, span)


@cache
def _lowered_demonyms() -> frozenset[str]:
    return frozenset(name.lower() for name in demonyms())


def _life(reading: Reading, before: Token, inside: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "Mira Holm (4 May 1951 - 9 June 2003)", "(born 4 May 1951 in Leeds)", "(died 2003)"."""
    subject = name_before(reading, before)
    if subject is None or not is_person(reading, subject):
        if subject is not None and reading.types.may_be(subject, ("kg:Organization",)):
            yield from _founded(reading, subject, inside)
        return
    if both := lifetime(last_part(inside)):
        yield from made(reading, "kg:birthDate", subject, both[0], subject, "lifetime")
        yield from made(reading, "kg:deathDate", subject, both[1], subject, "lifetime")
        return
    for part in marked_parts(inside):
        yield from _marked(reading, subject, part)


def _marked(reading: Reading, subject: Token, part: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "born 4 May 1951 in Leeds", "died 2003"."""
    first = part[0].lower_.rstrip(".")
    relation = "kg:birthDate" if first.startswith("b") else "kg:deathDate"
    dated = next((w for t in part if (w := reading.date_at(t)) is not None), None) or year_in(part)
    if dated is not None:
        yield from made(reading, relation, subject, dated, subject, f"({first})", (part[0],))
    if relation == "kg:birthDate":
        for token in part:
            if reading.types.of(token) in PLACES and token.lower_before in ("in", "at", "near", ","):
                head = last_of_name(reading, token)
                yield from made(reading, "kg:bornIn", subject, head, subject, f"({first})", (part[0],))
                break


def _founded(reading: Reading, subject: Token, inside: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "Tarn Robotics (founded 1999)"."""
    if inside[0].lower_ in reading.ontology.words["founded"] and (dated := year_in(inside)) is not None:
        yield from made(reading, "kg:foundedOn", subject, dated, subject, f"({inside[0].lower_})", (inside[0],))


def _ticker(reading: Reading, before: Token, inside: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "Hallam Mills (HLMM)", "(NYSE: HLM)": a symbol in capitals that is not the name's own initials."""
    if not reading.types.is_name(before) or not reading.ontology.is_a(reading.types.of(before), "kg:Organization"):
        return
    symbol = inside[-1]
    is_listed = len(inside) >= 3 and inside[-2].text == ":"
    if reading.types.is_exactly(before, _UNLISTED):
        return
    if len(inside) not in (1, 3, 4) or (len(inside) > 1 and not is_listed) or not _TICKER.fullmatch(symbol.text):
        return
    span = reading.types.span(before)
    name = span.text if span is not None else before.text
    if is_listed or (symbol.text not in acronyms(name) and _shortens(symbol.text, name)):
        subject = span.root if span is not None else before
        yield from made(reading, "kg:tickerSymbol", subject, Words((symbol,)), subject, "brackets")


def _shortens(symbol: str, name: str) -> bool:
    """Whether the letters of a symbol stand in a name in the same order, and are not the initials of its words."""
    return _is_inside(symbol, name.upper()) and not _is_inside(symbol, "".join(word[0] for word in name.split()))


def _is_inside(symbol: str, text: str) -> bool:
    letters = iter(text)
    return all(letter in letters for letter in symbol if letter.isalpha())


def _party(reading: Reading, before: Token, inside: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "Clara Boone (Labour Party)": her party."""
    subject = name_before(reading, before)
    if subject is None or len(inside) > 4 or not is_person(reading, subject):
        return
    party = inside[-1]
    if reading.types.of(party) == "kg:PoliticalParty" or (
        party.text[:1].isupper() and reading.rules.holds(("*party",), inside)
    ):
        yield from made(reading, "kg:memberOfParty", subject, party, subject, "brackets")


def _people(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "A Danish chemist", "she is Danish", "the Danish chemist Mira Holm": her nationality."""
    if not _is_of_land(token) or _is_language(token) or reading.types.is_in_longer_name(token):
        return
    if _is_first_of_two(token):
        return
    for person in _whose_people(reading, token):
        if reading.types.is_named(person) and reading.types.fit(person, ("kg:Person",)):
            yield from made(reading, "kg:nationality", person, token, token, "people", (token,))


def _is_of_land(token: Token) -> bool:
    """Whether a word tells of which country or state somebody is: "Danish", but "European" does not."""
    land = place_called(demonyms().get(token.text, ""))
    return land is not None and land[1] == "kg:GeopoliticalEntity"


def _is_first_of_two(token: Token) -> bool:
    """ "An *Austrian*-American": both are told at the second."""
    tokens = token.doc.tokens[token.i + 1 : token.i + 3]
    return len(tokens) == 2 and tokens[0].text == "-" and tokens[1].text in demonyms()


def _is_language(token: Token) -> bool:
    """ "(Danish: ...)" is a language; "British Columbia" a place."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return after.text == ":" or f"{token.text} {after.text}" in known_places()


def _whose_people(reading: Reading, token: Token) -> tuple[Token, ...]:
    head = token.head
    if token.dep_ in ("acomp", "attr") or (token.dep_ == "appos" and token.lower_before in ("a", "an")):
        return reading.described_by(token) or reading.bearers.of(token)[0]
    if token.dep_ not in ("amod", "compound", "nmod", "nummod", "conj", "appos") or head.i < token.i:
        return ()
    is_of_thing = is_of_body = False  # "the Portuguese side Vitoria Norte", "the Dutch brewer Van Houten"
    while head.dep_ in ("amod", "compound", "nmod") and head.head.i > head.i:
        is_of_thing |= head.pos_ == "NOUN" and not is_human(reading, head)
        is_of_body |= head.lemma_.lower() in reading.ontology.words["body role"]
        head = head.head
    if head.pos_ == "PROPN" and (is_of_thing or (is_of_body and not reading.types.is_surely_person(head))):
        return ()
    if head.ent_type_ == "PERSON" or (reading.types.of(head) == "kg:Person" and head.pos_ == "PROPN"):
        return (head,)
    if not is_human(reading, head):
        return ()
    found = reading.bearers.of(head)[0]
    if head.lemma_.lower() in reading.ontology.words["body role"]:  # "Norvik, a Swedish developer"
        return tuple(t for t in found if reading.types.is_exactly(t, ("kg:Person",)))
    return found


def is_human(reading: Reading, noun: Token) -> bool:
    """Whether a common noun is one for people: in a list, or by its ending."""
    lemma, words = noun.lemma_.lower(), reading.ontology.words
    if lemma in roles() or lemma in words["human"] or lemma in words["role"]:
        return True
    if lemma in words["not human"] or noun.pos_ != "NOUN":
        return False
    return lemma.endswith(tuple(sorted(words["human ending"])))


def _place_in_place(reading: Reading, place: Span) -> Iterator[Candidate]:
    """ "Salem, Oregon": Salem is in Oregon."""
    if place.end + 1 < len(reading.doc) and reading.doc[place.end].text == ",":
        name = place.root
        for outer in islice(reading.places.wider(name), 1):
            yield from made(reading, "kg:locatedIn", name, outer, name, "comma")


def _name_of(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Edda Falk of Tarn Robotics": she works there; "Clara Boone of the Labour Party": she is a member."""
    if token.dep_ != "prep" or token.head.i >= token.i:
        return
    person = token.head
    if not reading.types.is_name(person) or reading.types.of(person) != "kg:Person":
        return
    if person.nbor() != token and not (person.i == token.i - 2 and token.text_before == "," and token.lower_ == "of"):
        return
    for child in token.rights:
        span = reading.types.span(child)
        is_whole = child.pos_ == "PROPN" or (span is not None and span.kb_id_.startswith("name"))
        is_whole |= reading.types.of(child) == "kg:PoliticalParty" and reading.types.is_named(child)
        if child.dep_ == "pobj" and is_whole and reading.ontology.is_a(reading.types.of(child), "kg:Organization"):
            for one in _alike(person) if token.lower_ == "at" else (person,):
                yield from _belonging(reading, one, child, token)


def _owned(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Elmgate Bank's Edda Falk said": she works there; "the Labour Party's Clara Boone": she is a member."""
    body, person = token.head, token.head.head
    if body.dep_ != "poss" or person.dep_ not in _ACTING or person.left_edge.i != body.left_edge.i:
        return
    span = reading.types.span(person)
    is_person = span is not None and span.label_ == "kg:Person" and span.start == token.i + 1
    is_person = is_person and reading.types.is_of_given_name(person) and not reading.types.is_body(person)
    if is_person and reading.types.is_name(body) and reading.ontology.is_a(reading.types.of(body), "kg:Organization"):
        yield from _belonging(reading, person, body, token)


def _belonging(reading: Reading, person: Token, body: Token, token: Token) -> Iterator[Candidate]:
    name = "kg:memberOfParty" if reading.types.of(body) == "kg:PoliticalParty" else "kg:employedBy"
    found = made(reading, name, person, body, token, f"name {token.lower_}", (token,))
    yield from (replace(candidate, fit=2) for candidate in found)


def _alike(person: Token) -> tuple[Token, ...]:
    """ "By Ada Finch, Otto Roth and Pia Lund at Norvik": all three, where no other has a phrase of its own."""
    group = conjuncts(person)
    is_last = person == group[-1]
    return group if is_last and not any(c.dep_ == "prep" for t in group[:-1] for c in t.rights) else (person,)
