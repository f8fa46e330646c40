"""Constructions that tell a relation without a verb or noun of its own: brackets, peoples, places in places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import islice

from kg.extract.clauses import conjuncts, subjects
from kg.extract.frames.candidates import Candidate
from kg.extract.frames.dates import brackets, last_part, lifetime, marked_parts, year_in
from kg.extract.frames.reading import Reading
from kg.extract.frames.slots import Filler
from kg.extract.frames.survivors import survivors
from kg.extract.frames.types import PLACES
from kg.extract.proposition import Proposition, Words
from kg.naming import acronyms, demonyms, known_places, roles
from kg.parse import Span, Token

_Finder = Callable[[Reading, Token], Iterator[Candidate]]
_PREPOSITIONS = ("of", "from", "at", "with")
_TICKER = re.compile(r"[A-Z]{1,5}(?:\.[A-Z])?")


def constructions(reading: Reading) -> Iterator[Candidate]:
    """All of them, over the whole document."""
    for before, inside in brackets(reading.doc):
        yield from _life(reading, before, inside)
        yield from _ticker(reading, before, inside)
        yield from _party(reading, before, inside)
    for child, dead, verb in survivors(reading):
        yield from _made(reading, "kg:childOf", child, dead, verb, "survived", (verb,))
    known, words = demonyms(), reading.ontology.words
    finders: dict[str, list[_Finder]] = {"based": [_based], "born": [_born], **{w: [_name_of] for w in _PREPOSITIONS}}
    finders["native"] = [_native]
    finders["of"].append(_aged)
    finders["from"].append(_aged)
    for name, finder in (("seated", _seated), ("origin", _origin)):
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


def _made(
    reading: Reading, name: str, subject: Token, obj: Filler, anchor: Token, rule: str, relation: tuple[Token, ...] = ()
) -> Iterator[Candidate]:
    wanted = reading.ontology.relations.get(name)
    if wanted is None or subject == obj:
        return
    proposition = Proposition(
        subject=subject,
        predicate=name,
        relation=relation,
        object=obj,
        anchor=anchor,
        rule=f"{name.partition(':')[2]}/{rule}",
        label=wanted.label if not relation else "",
        backing=(rule,),
    )
    yield Candidate(proposition, wanted, 4, 0)


def _life(reading: Reading, before: Token, inside: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "Mira Holm (4 May 1951 - 9 June 2003)", "(born 4 May 1951 in Leeds)", "(died 2003)"."""
    subject = _name_before(reading, before)
    if subject is None or not _is_person(reading, subject):
        if subject is not None and reading.types.may_be(subject, ("kg:Organization",)):
            yield from _founded(reading, subject, inside)
        return
    if both := lifetime(last_part(inside)):
        yield from _made(reading, "kg:birthDate", subject, both[0], subject, "lifetime")
        yield from _made(reading, "kg:deathDate", subject, both[1], subject, "lifetime")
        return
    for part in marked_parts(inside):
        yield from _marked(reading, subject, part)


def _marked(reading: Reading, subject: Token, part: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "born 4 May 1951 in Leeds", "died 2003"."""
    first = part[0].lower_.rstrip(".")
    relation = "kg:birthDate" if first.startswith("b") else "kg:deathDate"
    dated = next((w for t in part if (w := reading.date_at(t)) is not None), None) or year_in(part)
    if dated is not None:
        yield from _made(reading, relation, subject, dated, subject, f"({first})", (part[0],))
    if relation == "kg:birthDate":
        for token in part:
            if reading.types.of(token) in PLACES and token.nbor(-1).lower_ in ("in", "at", "near", ","):
                head = _last_of_name(reading, token)
                yield from _made(reading, "kg:bornIn", subject, head, subject, f"({first})", (part[0],))
                break


def _founded(reading: Reading, subject: Token, inside: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "Tarn Robotics (founded 1999)"."""
    if inside[0].lower_ in reading.ontology.words["founded"] and (dated := year_in(inside)) is not None:
        yield from _made(reading, "kg:foundedOn", subject, dated, subject, f"({inside[0].lower_})", (inside[0],))


def _name_before(reading: Reading, token: Token) -> Token | None:
    """The head of the name that ends at a token: through "Jr." and quotation marks."""
    while token.i and (token.is_punct or token.text in ("Jr.", "Sr.")):
        token = token.nbor(-1)
    return _last_of_name(reading, token) if reading.types.is_name(token) else None


def _last_of_name(reading: Reading, token: Token) -> Token:
    span = reading.types.span(token)
    return span.root if span is not None else token


def _ticker(reading: Reading, before: Token, inside: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "Hallam Mills (HLMM)", "(NYSE: HLM)": a symbol in capitals that is not the name's own initials."""
    if not reading.types.is_name(before) or not reading.ontology.is_a(reading.types.of(before), "kg:Organization"):
        return
    symbol = inside[-1]
    is_listed = len(inside) >= 3 and inside[-2].text == ":"
    if len(inside) not in (1, 3, 4) or (len(inside) > 1 and not is_listed) or not _TICKER.fullmatch(symbol.text):
        return
    span = reading.types.span(before)
    name = span.text if span is not None else before.text
    if is_listed or (symbol.text not in acronyms(name) and _shortens(symbol.text, name)):
        subject = span.root if span is not None else before
        yield from _made(reading, "kg:tickerSymbol", subject, Words((symbol,)), subject, "brackets")


def _shortens(symbol: str, name: str) -> bool:
    """Whether the letters of a symbol stand in a name in the same order."""
    letters = iter(name.upper())
    return all(letter in letters for letter in symbol if letter.isalpha())


def _party(reading: Reading, before: Token, inside: tuple[Token, ...]) -> Iterator[Candidate]:
    """ "Clara Boone (Labour Party)": her party."""
    subject = _name_before(reading, before)
    if subject is None or len(inside) > 4 or not _is_person(reading, subject):
        return
    party = inside[-1]
    if reading.types.of(party) == "kg:PoliticalParty" or (
        party.text[:1].isupper() and reading.rules.holds(("*party",), inside)
    ):
        yield from _made(reading, "kg:memberOfParty", subject, party, subject, "brackets")


def _people(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "A Danish chemist", "she is Danish", "the Danish chemist Mira Holm": her nationality."""
    if not demonyms().get(token.text) or _is_language(token):
        return
    for person in _whose_people(reading, token):
        if reading.types.is_named(person) and reading.types.fit(person, ("kg:Person",)):
            yield from _made(reading, "kg:nationality", person, token, token, "people", (token,))


def _is_person(reading: Reading, name: Token) -> bool:
    """A person, or a name of unknown kind that its sentence begins with."""
    span = reading.types.span(name)
    start = span.start if span is not None else name.i
    return reading.types.of(name) == "kg:Person" or (not reading.types.of(name) and start <= name.sent.start + 1)


def _is_language(token: Token) -> bool:
    """ "(Danish: ...)" is a language; "British Columbia" a place."""
    after = token.nbor() if token.i + 1 < len(token.doc) else token
    return after.text == ":" or f"{token.text} {after.text}" in known_places()


def _whose_people(reading: Reading, token: Token) -> tuple[Token, ...]:
    head = token.head
    if token.dep_ in ("acomp", "attr") or (token.dep_ == "appos" and token.nbor(-1).lower_ in ("a", "an")):
        return reading.described_by(token) or reading.nouns.bearers(token)[0]
    if token.dep_ not in ("amod", "compound", "nmod", "nummod", "conj", "appos") or head.i < token.i:
        return ()
    is_of_thing = False  # "the Portuguese side Vitoria Norte"
    while head.dep_ in ("amod", "compound", "nmod") and head.head.i > head.i:
        is_of_thing |= head.pos_ == "NOUN" and not is_human(reading, head)
        head = head.head
    if is_of_thing and head.pos_ == "PROPN":
        return ()
    if head.ent_type_ == "PERSON" or (reading.types.of(head) == "kg:Person" and head.pos_ == "PROPN"):
        return (head,)
    if not is_human(reading, head):
        return ()
    return reading.nouns.bearers(head)[0]


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
            yield from _made(reading, "kg:locatedIn", name, outer, name, "comma")


def _based(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Turku-based Tarn Robotics", "the Turku-based firm Tarn", "a Turku based firm"."""
    if token.i < 2:
        return
    place, head = token.nbor(-2 if token.nbor(-1).text == "-" else -1), token.head
    if token.dep_ not in ("amod", "acl", "compound") or reading.types.of(place) not in PLACES:
        return
    for subject in reading.arguments.resolved(head):
        if reading.types.is_named(subject):
            span = reading.types.span(subject)
            is_word = head == subject and (span is None or len(span) == 1)  # "Berlin-based Datenfluss": no man's name
            is_person = reading.types.of(subject) == "kg:Person" and not is_word
            name = "kg:residesIn" if is_person else "kg:headquarteredIn"
            yield from _made(reading, name, subject, place, token, "-based", (token,))


def _seated(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Based in Turku, Finland, Tarn Robotics ...": where the parser takes "based" for something else."""
    if not token.is_sent_start or token.nbor().lower_ != "in":
        return
    place = _last_of_name(reading, token.nbor(2))
    places = [place, *reading.places.wider(place)] if reading.types.of(place) in PLACES else []
    subject = _after_comma(reading, places[-1]) if places else None
    if subject is not None and reading.types.is_named(subject) and reading.types.of(subject) != "kg:GeopoliticalEntity":
        for found in places:
            yield from _made(reading, "kg:headquarteredIn", subject, found, token, "fronted", (token,))


def _origin(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Ada Finch is originally from Leeds", "Originally from Leeds, Ada Finch ...": her birthplace."""
    if token.i + 2 >= len(reading.doc):
        return
    if token.nbor().lower_ != "from" or reading.types.of(token.nbor(2)) not in PLACES:
        return
    place = _last_of_name(reading, token.nbor(2))
    verb = next((t for t in token.ancestors if t.pos_ in ("AUX", "VERB")), None)
    subject = next(iter(subjects(verb)), None) if verb is not None else None
    if subject is not None and reading.types.is_named(subject) and reading.types.fit(subject, ("kg:Person",)):
        for found in (place, *reading.places.wider(place)):
            yield from _made(reading, "kg:bornIn", subject, found, token, "originally from", (token, token.nbor()))


def _aged(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Otto Roth, 58, of Salem, Ohio", "Otto Roth, of Mill Road, Salem,": where he lives."""
    if token.i < 4 or token.i + 1 >= len(reading.doc) or token.nbor(-1).text != ",":
        return
    before = token.nbor(-1)
    if before.i > 2 and re.fullmatch(r"\d\d", before.nbor(-1).text) and before.nbor(-2).text == ",":
        before = before.nbor(-2)
    elif token.lower_ != "of":
        return
    place = _last_of_name(reading, token.nbor())
    if reading.types.of(place) not in PLACES or not reading.types.is_name(place):
        return
    person = _name_before(reading, before)
    if person is not None and _is_person(reading, person):
        for found in (place, *reading.places.wider(place)):
            yield from _made(reading, "kg:residesIn", person, found, token, f"aged {token.lower_}", (token,))


def _native(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Returned to her native Leeds", "Finch's native city of Leeds": her birthplace."""
    owner = token.nbor(-1) if token.i else token
    place = token.nbor() if token.i + 1 < len(token.doc) else token
    if place.pos_ == "NOUN" and token.i + 3 < len(token.doc) and token.nbor(2).lower_ == "of":
        place = token.nbor(3)
    if owner.tag_ not in ("PRP$", "POS") or reading.types.of(place) not in PLACES or not reading.types.is_name(place):
        return
    person = owner if owner.tag_ == "PRP$" else _last_of_name(reading, owner.nbor(-1))
    if reading.types.is_named(person) and reading.types.fit(person, ("kg:Person",)):
        yield from _made(reading, "kg:bornIn", person, _last_of_name(reading, place), token, "native", (token,))


def _born(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Born in Leeds in 1951, the daughter of a miner, she ...": where the parser gives "born" no subject."""
    if not token.is_sent_start or subjects(token) or token.dep_ != "ROOT":
        return
    behind = (t for t in token.sent if t.dep_ in ("nsubj", "nsubjpass") and t.i > token.i)
    subject = next((t for t in behind if t.left_edge.nbor(-1).text == ","), None)
    if subject is None or not (reading.types.is_named(subject) and reading.types.fit(subject, ("kg:Person",))):
        return
    for dated in reading.date_of(token):
        yield from _made(reading, "kg:birthDate", subject, dated, token, "fronted", (token,))
    where = (c for p in token.rights if p.lower_ in ("in", "at", "near") for c in p.rights if c.dep_ == "pobj")
    for place in (c for c in where if reading.types.is_name(c) and reading.date_at(c) is None):
        for found in (place, *reading.places.wider(place)):
            yield from _made(reading, "kg:bornIn", subject, found, token, "fronted", (token,))


def _after_comma(reading: Reading, place: Token) -> Token | None:
    """The name that follows a place and a comma."""
    span = reading.types.span(place)
    end = span.end if span is not None else place.i + 1
    if end + 1 >= len(reading.doc) or reading.doc[end].text != ",":
        return None
    return _last_of_name(reading, reading.doc[end + 1])


def _name_of(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Edda Falk of Tarn Robotics": she works there; "Clara Boone of the Labour Party": she is a member."""
    if token.dep_ != "prep" or token.head.i >= token.i:
        return
    person = token.head
    if not reading.types.is_name(person) or reading.types.of(person) != "kg:Person":
        return
    if person.nbor() != token and not (person.i == token.i - 2 and token.nbor(-1).text == "," and token.lower_ == "of"):
        return
    for child in token.rights:
        span = reading.types.span(child)
        is_whole = child.pos_ == "PROPN" or (span is not None and span.kb_id_.startswith("name"))
        if child.dep_ == "pobj" and is_whole and reading.ontology.is_a(reading.types.of(child), "kg:Organization"):
            is_party = reading.types.of(child) == "kg:PoliticalParty"
            name = "kg:memberOfParty" if is_party else "kg:employedBy"
            for one in _alike(person) if token.lower_ == "at" else (person,):
                found = _made(reading, name, one, child, token, f"name {token.lower_}", (token,))
                yield from (replace(candidate, fit=2) for candidate in found)


def _alike(person: Token) -> tuple[Token, ...]:
    """ "By Ada Finch, Otto Roth and Pia Lund at Norvik": all three, where no other has a phrase of its own."""
    group = conjuncts(person)
    is_last = person == group[-1]
    return group if is_last and not any(c.dep_ == "prep" for t in group[:-1] for c in t.rights) else (person,)
