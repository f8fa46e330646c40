"""The content as compact JSON for the page: lists instead of objects, numbers instead of IRIs.

`script/data.js` reads it; the order of the columns stands here and there.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kg.view.content import KG, ClassTerm, Content, DocumentCard, EntityCard, Reported, Sentence, Value
from kg.view.scene import Scene, target

STATUSES = ("asserted", "claimed", "denied", "unrealised", "rejected")
MODES = ("factual", "possible", "conditional", "future", "desired", "unknown")
UNNAMED = f"{KG}UnnamedSource"
_SUBJECT, _OBJECT, _CUE, _RELATION = range(4)
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}

Row = list[Any]


def script_json(value: object) -> Markup:
    """JSON that can stand in any script element: no character in it can end the element or open a comment.

    >>> script_json(["</script>"])
    Markup('["\\\\u003c/script\\\\u003e"]')
    """
    return Markup(json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))


@lru_cache(maxsize=1)
def wording() -> dict[str, Any]:
    """The words, questions and fallback looks that the page uses."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "wording.json").read_text(encoding="utf-8"))
    return found


class _Numbers(dict[str, int]):
    """Numbers for things in the order in which they are first asked for."""

    def __missing__(self, key: str) -> int:
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
        known = [statement for statement in content.statements.values() if statement.sentence in content.sentences]
        self.statements = sorted(known, key=self._place)
        self.statement = {found.iri: i for i, found in enumerate(self.statements)}
        self.sentences = list(dict.fromkeys(found.sentence for found in self.statements))
        self.sentence = {iri: i for i, iri in enumerate(self.sentences)}
        self.documents = sorted(content.documents.values(), key=lambda card: (card.published, card.title, card.iri))
        self.document = {card.iri: i for i, card in enumerate(self.documents)}
        self.type, self.relation, self.rule, self.cue = _Numbers(), _Numbers(), _Numbers(), _Numbers()

    def _place(self, statement: Reported) -> tuple[str, int, str]:
        sentence = self.content.sentences[statement.sentence]
        return sentence.document, sentence.begin, statement.iri

    def packed(self) -> dict[str, Any]:
        statements = [_trimmed(self._statement(found)) for found in self.statements]
        entities = [_trimmed(self._entity(self.content.entities[iri])) for iri in self.scene.ranked]
        return {
            "words": {name: value for name, value in wording().items() if name != "looks"},
            "statuses": STATUSES,
            "modes": MODES,
            "base": _base(self.scene.ranked),
            "entities": entities,
            "statements": statements,
            "sentences": [self._sentence(self.content.sentences[iri]) for iri in self.sentences],
            "documents": [_document(card) for card in self.documents],
            "types": [self._type(iri) for iri in self.type],
            "relations": [[iri, self.content.relations[iri].label] for iri in self.relation],
            "rules": list(self.rule),
            "cues": list(self.cue),
            "focus": [self.entity[self.scene.focus], self.scene.hops] if self.scene.focus else 0,
        }

    def _entity(self, card: EntityCard) -> Row:
        base = _base(self.scene.ranked)
        tail = card.iri.removeprefix(base) if card.iri.startswith(base) else card.iri
        plain = tail == card.label.replace(" ", "_")
        return [card.label, self.type[card.type], 0 if plain else tail, list(card.aliases) or 0, list(card.links) or 0]

    def _sentence(self, sentence: Sentence) -> Row:
        return [self.document.get(sentence.document, -1), sentence.index, sentence.quote]

    def _type(self, iri: str) -> Row:
        term = self.content.classes.get(iri) or ClassTerm(iri, iri.rsplit("#", 1)[-1])
        colour, shape = look(term)
        return [iri, term.label, colour, shape]

    def _statement(self, found: Reported) -> Row:
        return [
            self.entity[found.subject],
            self.relation[found.predicate],
            self._object(found),
            STATUSES.index(found.status) if found.status in STATUSES else 1,
            self.sentence[found.sentence],
            round(found.confidence * 100),
            self.rule[found.rule],
            _marks(found, self.content.sentences[found.sentence]) or 0,
            (MODES.index(found.mode) if found.mode in MODES else 5) + (8 if found.is_negative else 0),
            self.cue[found.cue] + 1 if found.cue else 0,
            self._people(found.holders) or 0,
            self._people(found.relayed_by) or 0,
            [[role, self._value(value)] for role, value in found.roles] or 0,
            [found.time, found.start_date, found.end_date] if found.time or found.start_date else 0,
            self.statement.get(found.derived_from, -1) + 1,
        ]

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


def _document(card: DocumentCard) -> Row:
    return _trimmed([card.title, card.source, card.url, card.published, card.site, card.author])


def _trimmed(row: Row) -> Row:
    while row and (row[-1] == 0 or row[-1] == ""):
        row.pop()
    return row


def _base(iris: Sequence[str]) -> str:
    """What the IRIs of the entities begin with."""
    return iris[0].rsplit("/", 1)[0] + "/" if iris else ""


def look(term: ClassTerm) -> tuple[str, str]:
    """Colour and shape of a class: the ontology's, else those of the table."""
    looks = wording()["looks"]
    colour, shape = looks.get(term.iri.rsplit("#", 1)[-1], looks[""])
    return term.colour or colour, term.shape or shape


def _marks(found: Reported, sentence: Sentence) -> list[int]:
    """Kind, begin, end of every span to mark, in the sentence and in the units that browsers count in."""
    spans = [(_SUBJECT, found.subject_span), (_OBJECT, found.object_span), (_RELATION, found.relation_span)]
    marks = [(kind, span[0] - sentence.begin, span[1] - sentence.begin) for kind, span in spans if span]
    marks += _cue_marks(found, sentence)
    inside = [(kind, begin, end) for kind, begin, end in marks if 0 <= begin < end <= len(sentence.quote)]
    wide = _wide(sentence.quote)
    if not wide:
        return [n for mark in inside for n in mark]
    return [n for kind, *span in inside for n in (kind, *(place + bisect_left(wide, place) for place in span))]


def _wide(text: str) -> list[int]:
    """Where the letters stand that browsers count as two."""
    return [i for i, letter in enumerate(text) if letter > "\uffff"] if text and max(text) > "\uffff" else []


def _cue_marks(found: Reported, sentence: Sentence) -> list[tuple[int, int, int]]:
    """The cue's words where they stand nearest before or after the relation."""
    near = (found.relation_span or found.subject_span or (sentence.begin, 0))[0] - sentence.begin
    marks = []
    for word in filter(None, (part.strip() for part in found.cue.replace(";", ",").split(","))):
        places = [i for i in range(len(sentence.quote)) if sentence.quote.startswith(word, i)]
        if places:
            begin = min(places, key=lambda i: (abs(i - near), i))
            marks.append((_CUE, begin, begin + len(word)))
    return marks
