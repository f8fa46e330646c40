"""Those whom an obituary names as left behind: "She is survived by two sons, Otto and Emil, and a daughter, Pia"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import subjects
from kg.extract.frames.reading import Reading
from kg.parse import Token

_SURVIVED = frozenset({"survived"})
_TIES = {"offspring": "kg:childOf", "sibling": "kg:relativeOf"}


def survivors(reading: Reading) -> Iterator[tuple[str, Token, Token, Token]]:
    """What each child or sibling named is to the one who died, both, and the verb; the parser is lost in such lists."""
    ties = {noun: tie for words, tie in _TIES.items() for noun in reading.ontology.words[words]}
    for verb in reading.doc.written(_SURVIVED):
        dead = next(iter(subjects(verb)), None)
        if dead is None or not reading.types.is_named(dead) or not reading.types.fit(dead, ("kg:Person",)):
            continue
        for noun in reading.doc[verb.i + 1 : verb.sent.end]:
            tie = ties.get(noun.lemma_.lower()) if noun.pos_ == "NOUN" else None
            if tie is not None:
                yield from ((tie, person, dead, verb) for person in _named_behind(reading, noun))


def _named_behind(reading: Reading, noun: Token) -> Iterator[Token]:
    """ "Two sons, *Otto* and *Emil*, and": the names right behind a noun, up to what is none."""
    tokens, place = reading.doc.tokens, _past_joint(noun.i + 1, reading.doc.tokens)
    while place < len(tokens) and tokens[place].pos_ == "PROPN" and tokens[place].sent == noun.sent:
        span = reading.types.span(tokens[place])
        end = span.end if span is not None else place + 1
        yield span.root if span is not None else tokens[place]
        place = _past_joint(end, tokens)
        if place == end:
            return


def _past_joint(place: int, tokens: list[Token]) -> int:
    """Behind a comma, an "and", or both."""
    for word in (",", "and"):
        if place < len(tokens) and tokens[place].lower_ == word:
            place += 1
    return place
