"""From the nodes of Turtle files to an ontology, with every rule checked."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.errors import InvalidOntology
from kg.ontology.nodes import Nodes, Values, read, word_lists
from kg.ontology.terms import KG, Class, Example, Frame, Ontology, Projection, Relation
from kg.shipped import folder as shipped_folder

_WORDS = {"kg:verb": "verb", "kg:noun": "noun", "kg:adjective": "adjective"}
_NOT_RELATIONS = "shapes.ttl"  # SHACL shapes stand beside the ontology
_CUE_KEYS = ("kg:subjectCue", "kg:objectCue", "kg:patientCue", "kg:withCue")
_RULING_OUT = ("kg:objectUnless", "kg:subjectUnless", "kg:besideUnless", "kg:unless", "kg:except")
_CLASS_KEYS = ("kg:withClass", "kg:subjectNot", "kg:objectNot")
_WORD_KEYS = (*_CUE_KEYS, *_RULING_OUT, "kg:through")  # keys that hold words or *lists


def load(*extra: Path | str, folder: Path | None = None) -> Ontology:
    """The ontology that ships with kg, or of a folder, with further Turtle files of the user's.

    Raises InvalidOntology with the file, what is wrong in it and what to do.
    """
    folder = folder or shipped_folder("ontology")
    files = [path for path in sorted(folder.glob("*.ttl")) if path.name != _NOT_RELATIONS]
    nodes: Nodes = {}
    origin: dict[str, Path] = {}
    for path in (*files, *map(Path, extra)):
        for name, values in read(path).items():
            origin.setdefault(name, path)
            merged = nodes.setdefault(name, defaultdict(list))
            for key, found in values.items():
                merged[key] += found
    words = word_lists(folder / "lexicon" / "words.tsv")
    return _Reader(nodes, origin, words).ontology()


class _Reader:
    """From the nodes of Turtle files to classes and relations, with every rule checked."""

    def __init__(self, nodes: Nodes, origin: Mapping[str, Path], words: Mapping[str, frozenset[str]]) -> None:
        self._nodes = nodes
        self._origin = origin
        self._words = words
        self._role_by_marker = {name: values["kg:fills"][0] for name, values in nodes.items() if "kg:fills" in values}

    def ontology(self) -> Ontology:
        """The whole, with every reference between its parts checked."""
        classes = {name: self._class(name) for name in self._of_type("owl:Class") if name.startswith("kg:")}
        relations = {name: self._relation(name, classes) for name in self._of_type("kg:Relation")}
        for relation in relations.values():
            self._check_names(relation, relations)
        return Ontology(classes, relations, self._words)

    def _of_type(self, kind: str) -> list[str]:
        return [name for name, values in self._nodes.items() if kind in values.get("rdf:type", ())]

    def _class(self, name: str) -> Class:
        values = self._nodes[name]
        return Class(
            name=name,
            label=self._needed(name, "rdfs:label"),
            comment=self._needed(name, "rdfs:comment"),
            parents=tuple(p for p in values.get("rdfs:subClassOf", ()) if p.startswith("kg:")),
            colour=_first(values, "kg:colour"),
            shape=_first(values, "kg:shape"),
        )

    def _relation(self, name: str, classes: Mapping[str, Class]) -> Relation:
        if not name.startswith("kg:"):
            raise self._error(name, "stands outside the kg: namespace", f"Name it in <{KG}>")
        self._check_properties(name)
        values = self._nodes[name]
        markers = self._markers(values)
        return Relation(
            name=name,
            label=self._needed(name, "rdfs:label"),
            comment=self._needed(name, "rdfs:comment"),
            domain=self._classes(name, "schema:domainIncludes", classes),
            range=self._classes(name, "schema:rangeIncludes", classes),
            parents=tuple(values.get("rdfs:subPropertyOf", ())),
            inverse=_first(values, "owl:inverseOf"),
            is_symmetric="owl:SymmetricProperty" in values["rdf:type"],
            is_named_only="true" in values.get("kg:namedOnly", ()),
            holds_of_whole="true" in values.get("kg:holdsOfWhole", ()),
            role_labels=tuple(
                (key.removeprefix("kg:").removesuffix("Role"), found[0])
                for key, found in values.items()
                if key in ("kg:subjectRole", "kg:objectRole", "kg:recipientRole")
            ),
            frames=tuple(self._frames(name)),
            markers=markers,
            projections=tuple(self._projections(name)),
            examples=tuple(Example.parse(text) for text in values.get("skos:example", ())),
            counter_examples=tuple(Example.parse(text) for text in values.get("kg:notExample", ())),
            equivalents=tuple(values.get("owl:equivalentProperty", ())),
        )

    def _frames(self, name: str) -> Iterator[Frame]:
        values = self._nodes[name]
        if lemmas := values.get("kg:lemma"):
            self._check_words(name, lemmas)
            yield Frame("verb", tuple(lemmas))
        for node in values.get("kg:frame", ()):
            yield self._frame(name, self._nodes.get(node, {}))

    def _frame(self, name: str, values: Values) -> Frame:
        kind = next((key for key in _WORDS if key in values), None)
        if kind is None:
            raise self._error(
                name, "has a frame without words", 'Add kg:verb, kg:noun or kg:adjective, as in kg:verb "sell"'
            )
        for key in ("kg:from", "kg:to"):
            if key not in values:
                raise self._error(
                    name, f"has a frame of {values[kind][0]!r} without {key}", f'Add a slot: {key} "agent"'
                )
        self._check_keys(name, values)
        for key in (kind, *_WORD_KEYS):
            self._check_words(name, values.get(key, ()))
        for key in _CLASS_KEYS:
            self._check_class(name, key, values.get(key, ()))
        typed = _first(values, "kg:typed")
        return Frame(
            kind=_WORDS[kind],
            words=tuple(values[kind]),
            source=tuple(values["kg:from"]),
            target=tuple(values["kg:to"]),
            needs=tuple(values.get("kg:with", ())),
            without=tuple(values.get("kg:without", ())),
            subject_cue=tuple(values.get("kg:subjectCue", ())),
            object_cue=tuple(values.get("kg:objectCue", ())),
            patient_cue=tuple(values.get("kg:patientCue", ())),
            needs_cue=tuple(values.get("kg:withCue", ())),
            needs_class=tuple(values.get("kg:withClass", ())),
            through=tuple(values.get("kg:through", ())),
            excepted=tuple(values.get("kg:except", ())),
            object_unless=tuple(values.get("kg:objectUnless", ())),
            subject_unless=tuple(values.get("kg:subjectUnless", ())),
            subject_not=tuple(values.get("kg:subjectNot", ())),
            object_not=tuple(values.get("kg:objectNot", ())),
            beside_unless=tuple(values.get("kg:besideUnless", ())),
            unless=tuple(values.get("kg:unless", ())),
            is_typed=None if not typed else typed == "true",
            knows_subject=_first(values, "kg:knownSubject") == "true",
            is_bare=_first(values, "kg:bare") == "true",
            ends=_first(values, "kg:ends") == "true",
            lasts=_first(values, "kg:lasts") == "true",
            markers=self._markers(values),
        )

    def _projections(self, name: str) -> Iterator[Projection]:
        for node in self._nodes[name].get("kg:projects", ()):
            values = self._nodes.get(node, {})
            missing = [key for key in ("kg:from", "kg:to", "kg:relation") if key not in values]
            if missing:
                raise self._error(name, f"has a projection without {missing[0]}", "Add it")
            ends, is_typed = (_first(values, key) == "true" for key in ("kg:ends", "kg:typed"))
            yield Projection(values["kg:relation"][0], values["kg:from"][0], values["kg:to"][0], ends, is_typed)

    def _markers(self, values: Values) -> tuple[tuple[str, str], ...]:
        """The slots that fill a role beside subject and object: kg:recipientMarker "to"."""
        return tuple(
            (role.removeprefix("kg:"), slot)
            for key, role in self._role_by_marker.items()
            for slot in values.get(key, ())
        )

    def _classes(self, name: str, key: str, classes: Mapping[str, Class]) -> tuple[str, ...]:
        found = self._nodes[name].get(key, [])
        for value in found:
            if value not in classes and not value.startswith("xsd:"):
                raise self._error(name, f"has {key} {value}, which is no class", _suggestion(value, classes))
        return tuple(found)

    def _needed(self, name: str, key: str) -> str:
        found = self._nodes[name].get(key)
        if not found:
            raise self._error(name, f"has no {key.partition(':')[2]}", f"Add {key}")
        return found[0]

    def _check_properties(self, name: str) -> None:
        self._check_keys(name, self._nodes[name])

    def _check_keys(self, name: str, values: Values) -> None:
        for key in values:
            if key.startswith("kg:") and key not in self._nodes:
                raise self._error(name, f"has {key}, which is unknown", _suggestion(key, self._nodes))

    def _check_class(self, name: str, key: str, classes: Iterable[str]) -> None:
        for value in classes:
            if "owl:Class" not in self._nodes.get(value, {}).get("rdf:type", ()):
                known = self._of_type("owl:Class")
                raise self._error(name, f"has {key} {value}, which is no class", _suggestion(value, known))

    def _check_words(self, name: str, words: Iterable[str]) -> None:
        for word in words:
            if word.startswith("*") and word[1:] not in self._words:
                known = [f"*{other}" for other in self._words]
                raise self._error(name, f"names the word list {word}, which is unknown", _suggestion(word, known))

    def _check_names(self, relation: Relation, relations: Mapping[str, Relation]) -> None:
        targets = [*relation.parents, *(p.relation for p in relation.projections)]
        for other in (*targets, *([relation.inverse] if relation.inverse else [])):
            if other.startswith("kg:") and other not in relations:
                raise self._error(
                    relation.name, f"points to {other}, which is no relation", _suggestion(other, relations)
                )

    def _error(self, name: str, what: str, todo: str) -> InvalidOntology:
        path = self._origin.get(name)
        line = _line(path, name) if path else ""
        return InvalidOntology(f"{path}{line}: {name} {what}. {todo}.")


def _line(path: Path, name: str) -> str:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith(f"{name} "):
            return f":{number}"
    return ""


def _first(values: Values, key: str) -> str:
    return values[key][0] if values.get(key) else ""


def _suggestion(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1)
    return f"Did you mean {near[0]}" if near else "Take a name that ontology/kg.ttl declares"
