"""The making of a candidate by a construction, and the names that constructions are about."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.frames.candidates import Candidate
from kg.extract.frames.reading import Reading
from kg.extract.frames.slots import Filler
from kg.extract.proposition import Proposition
from kg.parse import Token


def made(
    reading: Reading, name: str, subject: Token, obj: Filler, anchor: Token, rule: str, relation: tuple[Token, ...] = ()
) -> Iterator[Candidate]:
    """The candidate for a relation, if the ontology has it and its two ends are two things."""
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


def name_before(reading: Reading, token: Token) -> Token | None:
    """The head of the name that ends at a token: through "Jr." and quotation marks."""
    while token.i and (token.is_punct or token.text in ("Jr.", "Sr.")):
        token = token.nbor(-1)
    return last_of_name(reading, token) if reading.types.is_name(token) else None


def last_of_name(reading: Reading, token: Token) -> Token:
    """The head of the name in which a token stands, or the token."""
    span = reading.types.span(token)
    return span.root if span is not None else token


def is_person(reading: Reading, name: Token) -> bool:
    """A person, or a name of unknown kind that its sentence begins with."""
    span = reading.types.span(name)
    start = span.start if span is not None else name.i
    return reading.types.of(name) == "kg:Person" or (not reading.types.of(name) and start <= name.sent.start + 1)
