"""The content as compact JSON for the page: lists instead of objects, numbers instead of IRIs.

`script/10-data.js` reads it; the order of the columns stands here and there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kg.asking.contradictions import KINDS
from kg.explain.words import wording_of
from kg.query.library import library
from kg.rdf import is_several, prefixes
from kg.view.content import (
    UNNAMED,
    ClassTerm,
    Content,
    DocumentCard,
    EntityCard,
    RelationTerm,
    Reported,
    Sentence,
    Value,
)
from kg.view.marks import in_units, marks, wide_letters
from kg.view.scene import Scene, target

STATUSES = ("asserted", "claimed", "denied", "unrealised", "rejected")
_NUMBER_OF_STATUS = {status: number for number, status in enumerate(STATUSES)}
_MODES = ("factual", "possible", "conditional", "future", "desired", "unknown")
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}

Row = list[Any]


def script_json(value: object) -> Markup:
    """JSON that can stand in any script element: no character in it can end the element or open a comment.

    >>> script_json(["</script>"])
    Markup('["\\\\u003c/script\\\\u003e"]')
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for letter, escape in _ESCAPES.items():
        text = text.replace(chr(letter), escape)
    return Markup(text)


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """The words and fallback looks that the page uses, its questions with the titles of the question library."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "wording.json").read_text(encoding="utf-8"))
    titles = {question.name: question.title for question in library()}
    questions = [{"ask": titles[asked["name"]], **asked} for asked in found["questions"]]
    return {**found, "questions": questions}


class _Numbers(dict[Any, int]):
    """Numbers for things in the order in which they are first asked for."""

    def __missing__(self, key: Any) -> int:
        self[key] = len(self)
        return self[key]


def pack(content: Content, scene: Scene) -> dict[str, Any]:
    """Everything the page needs beside the picture itself."""
    return _Packing(content, scene).packed()


class _Packing:
    """One content on its way to JSON: it knows the number of everything."""

    def __init__(self, content: Content, scene: Scene) -> None:
        self.content = content
        self.scene = scene
        self.entity = {iri: i for i, iri in enumerate(scene.ranked)}
        self.documents = sorted(content.documents.values(), key=lambda card: (card.published, card.title, card.iri))
        self.document = {card.iri: i for i, card in enumerate(self.documents)}
        self.sentences = sorted(content.sentences.values(), key=self._place)
        self.sentence = {found.iri: i for i, found in enumerate(self.sentences)}
        known = [(self.sentence[found.sentence], iri) for iri, found in content.statements.items()
                 if found.sentence in self.sentence]  # fmt: skip
        self.statements = [content.statements[iri] for _, iri in sorted(known)]
        self.statement = {found.iri: i for i, found in enumerate(self.statements)}
        self.wording_of: dict[tuple[str, str, str], int] = {}  # by status, mode and cue
        self.type, self.relation, self.rule, self.wording = _Numbers(), _Numbers(), _Numbers(), _Numbers()

    def _place(self, sentence: Sentence) -> tuple[int, int, str]:
        return self.document.get(sentence.document, -1), sentence.begin, sentence.iri

    def packed(self) -> dict[str, Any]:
        statements = [
            tuple(_trimmed(self._statement(found))) for found in self.statements
        ]  # tuples spare the collector
        base, document_base = (_base(iris) for iris in (self.scene.ranked, [card.iri for card in self.documents]))
        wide = {card.iri: wide_letters(card.text) for card in self.documents if card.text}
        return {
            "words": {name: value for name, value in wording().items() if name != "looks"},
            "statuses": STATUSES,
            "base": base,
            "documentBase": document_base,
            "prefixes": prefixes(base.removesuffix("entity/")),
            "entities": [_trimmed(self._entity(self.content.entities[iri], base)) for iri in self.scene.ranked],
            "statements": statements,
            "sentences": [self._sentence(found, wide) for found in self.sentences],
            "documents": [self._document(card, document_base, wide) for card in self.documents],
            "dataFiles": [i for i, card in enumerate(self.documents) if card.is_data],
            "types": [self._type(iri) for iri in self.type],
            "relations": [self._relation(self.content.relations[iri]) for iri in self.relation],
            "several": [i for i, iri in enumerate(self.scene.ranked) if self._is_several(self.content.entities[iri])],
            "rules": list(self.rule),
            "wordings": list(self.wording),
            "disagreements": self._disagreements(),
            "groups": self.scene.groups,
            "why": self.scene.why,
            "opening": self.scene.opening,
        }

    def _entity(self, card: EntityCard, base: str) -> Row:
        tail = card.iri.removeprefix(base)
        plain = tail == card.label.replace(" ", "_")
        return [card.label, self.type[card.type], 0 if plain else tail, list(card.aliases) or 0, list(card.links) or 0]

    def _relation(self, term: RelationTerm) -> Row:
        return [term.iri, term.label, *([term.of_several] if term.of_several not in ("", term.label) else [])]

    def _is_several(self, card: EntityCard) -> bool:
        return not card.is_named and is_several(card.label)

    def _sentence(self, sentence: Sentence, wide: dict[str, list[int]]) -> tuple[int | str, ...]:
        """Where it stands in the text, or its own words if the text is not there."""
        number = self.document.get(sentence.document, -1)
        text = self.documents[number].text if number >= 0 else ""
        end = sentence.begin + len(sentence.quote)
        if not text or text[sentence.begin : end] != sentence.quote:
            return number, sentence.index, sentence.begin, sentence.quote
        letters = wide[sentence.document]
        return number, sentence.index, in_units(sentence.begin, letters), in_units(end, letters)

    def _document(self, card: DocumentCard, base: str, wide: dict[str, list[int]]) -> Row:
        row = [card.title, card.iri.removeprefix(base), card.source, card.url, card.published, card.site, card.author]
        if not card.text:
            return _trimmed(row)
        mentions: list[int] = []
        last = 0
        for found in self.content.mentions.get(card.iri, ()):
            begin, end = in_units(found.begin, wide[card.iri]), in_units(found.end, wide[card.iri])
            if found.entity in self.entity and 0 <= found.begin < found.end <= len(card.text):
                mentions += (begin - last, end - begin, self.entity[found.entity])
                last = begin
        return [*row, card.text, mentions]

    def _disagreements(self) -> list[tuple[str, int, int]]:
        """The pairs of statements that disagree, and how."""
        number = self.statement
        found = (pair for pair in self.content.disagreements if number.keys() >= {*pair[1:]})
        return [(KINDS[kind], number[one], number[other]) for kind, one, other in found]

    def _type(self, iri: str) -> Row:
        term = self.content.classes.get(iri) or ClassTerm(iri, iri.rsplit("#", 1)[-1])
        colour, shape = look(term)
        return [iri, term.label, colour, shape]

    def _statement(self, found: Reported) -> Row:
        sentence = self.sentence[found.sentence]
        row = [
            self.entity[found.subject],
            self.relation[found.predicate],
            self._object(found),
            _NUMBER_OF_STATUS.get(found.status, 1),
            sentence,
            round(found.confidence * 100),
            self.rule[found.rule],
            marks(found, self.sentences[sentence]) or 0,
            self._wording(found) * 2 + found.is_negative,
        ]
        return row + self._circumstances(found)

    def _circumstances(self, found: Reported) -> Row:
        """Who says so, in which roles, when, from what: what most statements lack stands last, and is left out."""
        is_dated = bool(found.time or found.start_date or found.end_date)
        if not (found.holders or found.relayed_by or found.roles or is_dated or found.derived_from):
            return []
        return [
            self._people(found.holders) or 0,
            self._people(found.relayed_by) or 0,
            [[role, self._value(value)] for role, value in found.roles] or 0,
            [found.time, found.start_date, found.end_date] if is_dated else 0,
            self.statement.get(found.derived_from, -1) + 1,
        ]

    def _wording(self, found: Reported) -> int:
        """The number of the words for its status."""
        is_given = found.rule == "given" and found.status == "asserted"
        how = "given" if is_given else found.status, found.mode, found.cue
        if how not in self.wording_of:
            known = {"given": "given", "rejected": "asserted", **{name: name for name in STATUSES[:4]}}
            words = wording_of(
                known.get(how[0], "claimed"), found.mode if found.mode in _MODES[1:] else "unknown", found.cue
            )
            self.wording_of[how] = self.wording[words.words, words.by]
        return self.wording_of[how]

    def _people(self, iris: Iterable[str]) -> list[int]:
        return [self.entity[iri] for iri in iris if iri != UNNAMED and iri in self.entity]

    def _object(self, found: Reported) -> object:
        packed = self._value(found.object) if found.object else 0
        if isinstance(packed, list) and len(packed) == 2:  # a statement: where its line ends travels along
            return [packed[1], self.entity.get(target(self.content, found) or "", -1)]
        return packed

    def _value(self, value: Value) -> object:
        """An entity is its number plus one, a literal a string, a statement a list; nothing is 0."""
        if value.is_literal:
            return value.text
        if value.text in self.entity:
            return self.entity[value.text] + 1
        if value.text in self.statement:
            return ["s", self.statement[value.text]]
        return value.text.rsplit("/", 1)[-1]


def _trimmed(row: Row) -> Row:
    while row and (row[-1] == 0 or row[-1] == ""):
        row.pop()
    return row


def _base(iris: Iterable[str]) -> str:
    """What the IRIs of one kind of things begin with."""
    return next((iri.rsplit("/", 1)[0] + "/" for iri in iris), "")


def look(term: ClassTerm) -> tuple[str, str]:
    """Colour and shape of a class: the ontology's, else those of the table."""
    looks = wording()["looks"]
    colour, shape = looks.get(term.iri.rsplit("#", 1)[-1], looks[""])
    return term.colour or colour, term.shape or shape
