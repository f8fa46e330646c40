"""Those whom an obituary names as left behind: "She is survived by two sons, Otto and Emil, and a daughter, Pia"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import subjects
from kg.extract.frames.reading import Reading
from kg.parse import Token

_SURVIVED = frozenset({"survived"})


def survivors(reading: Reading) -> Iterator[tuple[Token, Token, Token]]:
    """Each child named, the one who died, and the word "survived"; the parser loses its way in such lists."""
    for verb in reading.doc.written(_SURVIVED):
        dead = next(iter(subjects(verb)), None)
        if dead is None or not reading.types.is_named(dead) or not reading.types.fit(dead, ("kg:Person",)):
            continue
        for noun in reading.doc[verb.i + 1 : verb.sent.end]:
            if noun.pos_ == "NOUN" and noun.lemma_.lower() in reading.ontology.words["offspring"]:
                yield from ((child, dead, verb) for child in _named_behind(reading, noun))


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
