"""Where people come from or live and firms sit, told without a verb of it: "Turku-based", "her native Leeds"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.clauses import subjects
from kg.extract.frames.candidates import Candidate
from kg.extract.frames.made import is_person, last_of_name, made, name_before
from kg.extract.frames.reading import Reading
from kg.extract.frames.types import PLACES
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.parse import Token


def based(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Turku-based Tarn Robotics", "the Turku-based firm Tarn", "a Turku based firm", "Salem, Oregon-based Tarn"."""
    if token.i < 2:
        return
    place, head = token.nbor(-2 if token.text_before == "-" else -1), token.head
    if token.dep_ not in ("amod", "acl", "compound") or reading.types.of(place) not in PLACES:
        return
    for subject in reading.arguments.resolved(head):
        if reading.types.is_named(subject):
            span = reading.types.span(subject)
            is_word = head == subject and (span is None or len(span) == 1)  # "Berlin-based Datenfluss": no man's name
            is_person = reading.types.of(subject) == "kg:Person" and not is_word
            name = "kg:residesIn" if is_person else "kg:headquarteredIn"
            towns = [place.head] if place.dep_ == "appos" and place.head.head == token else []
            for where in (*towns, place):
                if reading.types.of(where) in PLACES:
                    yield from made(reading, name, subject, where, head, "-based", (token,))


def seated(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Based in Turku, Finland, Tarn Robotics ...": where the parser takes "based" for something else."""
    if not token.is_sent_start or token.i + 2 >= len(token.doc) or token.nbor().lower_ != "in":
        return
    place = last_of_name(reading, token.nbor(2))
    places = [place, *reading.places.wider(place)] if reading.types.of(place) in PLACES else []
    subject = _after_comma(reading, places[-1]) if places else None
    if subject is not None and reading.types.is_named(subject) and reading.types.of(subject) != "kg:GeopoliticalEntity":
        for found in places:
            yield from made(reading, "kg:headquarteredIn", subject, found, token, "fronted", (token,))


def origin(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Ada Finch is originally from Leeds", "Originally from Leeds, Ada Finch ...": her birthplace."""
    if token.i + 2 >= len(reading.doc):
        return
    if token.nbor().lower_ != "from" or reading.types.of(token.nbor(2)) not in PLACES:
        return
    place = last_of_name(reading, token.nbor(2))
    verb = next((t for t in token.ancestors if t.pos_ in VERBAL), None)
    subject = next(iter(subjects(verb)), None) if verb is not None else None
    if subject is not None and reading.types.is_named(subject) and reading.types.fit(subject, ("kg:Person",)):
        for found in (place, *reading.places.wider(place)):
            yield from made(reading, "kg:bornIn", subject, found, token, "originally from", (token, token.nbor()))


def aged(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Otto Roth, 58, of Salem, Ohio", "Otto Roth, of Mill Road, Salem,": where he lives."""
    if token.i < 4 or token.i + 1 >= len(reading.doc) or token.text_before != ",":
        return
    before = token.nbor(-1)
    if before.i > 2 and re.fullmatch(r"\d\d", before.text_before) and before.nbor(-2).text == ",":
        before = before.nbor(-2)
    elif token.lower_ != "of":
        return
    place = last_of_name(reading, token.nbor())
    if reading.types.of(place) not in PLACES or not reading.types.is_name(place):
        return
    person = name_before(reading, before)
    if person is not None and is_person(reading, person):
        for found in (place, *reading.places.wider(place)):
            yield from made(reading, "kg:residesIn", person, found, token, f"aged {token.lower_}", (token,))


def native(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Returned to her native Leeds", "Finch's native city of Leeds": her birthplace."""
    owner = token.nbor(-1) if token.i else token
    place = token.nbor() if token.i + 1 < len(token.doc) else token
    if place.pos_ == "NOUN" and token.i + 3 < len(token.doc) and token.nbor(2).lower_ == "of":
        place = token.nbor(3)
    is_owned = owner.tag_ == "PRP$" or (owner.tag_ == "POS" and owner.i > 0)
    if not is_owned or reading.types.of(place) not in PLACES or not reading.types.is_name(place):
        return
    person = owner if owner.tag_ == "PRP$" else last_of_name(reading, owner.nbor(-1))
    if reading.types.is_named(person) and reading.types.fit(person, ("kg:Person",)):
        yield from made(reading, "kg:bornIn", person, last_of_name(reading, place), token, "native", (token,))


def born(reading: Reading, token: Token) -> Iterator[Candidate]:
    """ "Born in Leeds in 1951, the daughter of a miner, she ...": where the parser gives "born" no subject."""
    if not token.is_sent_start or subjects(token) or token.dep_ != "ROOT":
        return
    behind = (t for t in token.sent if t.dep_ in NOMINAL_SUBJECTS and t.i > token.i)
    subject = next((t for t in behind if t.left_edge.text_before == ","), None)
    if subject is None or not (reading.types.is_named(subject) and reading.types.fit(subject, ("kg:Person",))):
        return
    for dated in reading.date_of(token):
        yield from made(reading, "kg:birthDate", subject, dated, token, "fronted", (token,))
    where = (c for p in token.rights if p.lower_ in ("in", "at", "near") for c in p.rights if c.dep_ == "pobj")
    for place in (c for c in where if reading.types.is_name(c) and reading.date_at(c) is None):
        for found in (place, *reading.places.wider(place)):
            yield from made(reading, "kg:bornIn", subject, found, token, "fronted", (token,))


def _after_comma(reading: Reading, place: Token) -> Token | None:
    """The name that follows a place and a comma."""
    span = reading.types.span(place)
    end = span.end if span is not None else place.i + 1
    if end + 1 >= len(reading.doc) or reading.doc[end].text != ",":
        return None
    return last_of_name(reading, reading.doc[end + 1])
