"""The ontology as plain data: `ontology/*.ttl` in, classes and relations with their labels and frames out."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, parse

from kg import tables
from kg.errors import InvalidOntology
from kg.shipped import folder as shipped_folder

KG = "https://example.org/kg/ontology#"
_PREFIXES = {
    "kg": KG,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
}
_WORDS = {"kg:verb": "verb", "kg:noun": "noun", "kg:adjective": "adjective"}
_NOT_RELATIONS = "shapes.ttl"  # SHACL shapes stand beside the ontology

Values = dict[str, list[str]]  # "rdfs:label" -> what stands there, in the order of the file
Nodes = dict[str, Values]  # curie or blank node -> its properties


_CUE_KEYS = ("kg:subjectCue", "kg:objectCue", "kg:patientCue", "kg:withCue")
_RULING_OUT = ("kg:objectUnless", "kg:subjectUnless", "kg:unless", "kg:except")
_WORD_KEYS = (*_CUE_KEYS, *_RULING_OUT, "kg:through")  # keys that hold words or *lists


@dataclass(frozen=True, slots=True)
class Class:
    """A kind of thing, and how pictures show it."""

    name: str  # "kg:Person"
    label: str
    comment: str
    parents: tuple[str, ...] = ()
    colour: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """One way in which texts express a relation: words, and the slots that hold subject and object."""

    kind: str  # verb, noun or adjective
    words: tuple[str, ...]  # lemmas, with particle or preposition ("look into"); "*role" is a word list
    source: tuple[str, ...] = ("agent",)  # slots of the subject; the first that is filled counts
    target: tuple[str, ...] = ("patient",)  # slots of the object
    needs: tuple[str, ...] = ()  # slots of which one must be filled
    without: tuple[str, ...] = ()  # slots that must be empty
    subject_cue: tuple[str, ...] = ()
    object_cue: tuple[str, ...] = ()
    patient_cue: tuple[str, ...] = ()
    needs_cue: tuple[str, ...] = ()  # words of which one must stand in a slot that is needed
    needs_class: tuple[str, ...] = ()  # what stands in a slot that is needed must be able to be of this class
    through: tuple[str, ...] = ()  # parts that stand for the whole they belong to: "the board of X" for X
    excepted: tuple[str, ...] = ()  # words of the lists that do not belong here
    object_unless: tuple[str, ...] = ()  # words whose phrase cannot be the object: "fight a war"
    subject_unless: tuple[str, ...] = ()  # words whose phrase cannot be the subject: "an inquiry was launched"
    unless: tuple[str, ...] = ()  # words that rule the frame out where they stand right before its word
    is_typed: bool | None = None  # True: only where the types fit; False: whatever the types; None: unless they clash
    knows_subject: bool = False  # only where the subject's type is known to fit
    is_bare: bool = False  # what else stands in the clause is no role: the price of a takeover
    ends: bool = False  # the verb tells the end of the relation: "left the bank in 2004"
    markers: tuple[tuple[str, str], ...] = ()  # (role, slot) beside those of the relation


@dataclass(frozen=True, slots=True)
class Projection:
    """A further statement that follows: "sells X to Y" gives "sells to Y"."""

    relation: str
    source: str  # subject, object or a role
    target: str
    ends: bool = False  # as of a frame
    is_typed: bool = False  # not of a place or party where an employer is meant


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, and what must (or must not) be read in it: (subject, object, "role value", ...); empty: anything."""

    text: str
    parts: tuple[str, ...] = ()

    @classmethod
    def parse(cls, written: str) -> Example:
        """
        >>> Example.parse("Ann sells tea to Bo. => Ann | tea | recipient Bo").parts
        ('Ann', 'tea', 'recipient Bo')
        """
        text, arrow, parts = written.partition("=>")
        return cls(text.strip(), tuple(part.strip() for part in parts.split("|")) if arrow else ())


@dataclass(frozen=True, slots=True)
class Relation:
    """A predicate that may link a subject to an object, and how texts express it."""

    name: str  # "kg:sells"
    label: str
    comment: str
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()  # classes; "kg:Statement"; "xsd:string" for a literal
    parents: tuple[str, ...] = ()
    inverse: str = ""
    is_symmetric: bool = False
    is_named_only: bool = False  # both sides must be named
    holds_of_whole: bool = False  # of the college too of which the object is a school
    role_labels: tuple[tuple[str, str], ...] = ()  # ("subject", "seller"), ("recipient", "buyer")
    frames: tuple[Frame, ...] = ()
    markers: tuple[tuple[str, str], ...] = ()  # (role, slot)
    projections: tuple[Projection, ...] = ()
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[Example, ...] = ()
    equivalents: tuple[str, ...] = ()  # properties of other vocabularies that say the same: "schema:worksFor", IRIs
    is_literal: bool = field(init=False)  # only values such as dates stand as object

    def __post_init__(self) -> None:
        is_literal = bool(self.range) and all(name.startswith("xsd:") for name in self.range)
        object.__setattr__(self, "is_literal", is_literal)


@dataclass(frozen=True, eq=False)
class Ontology:
    """All classes and relations by name, in the order of the files, and the word lists that frames name."""

    classes: Mapping[str, Class]
    relations: Mapping[str, Relation]
    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    prefixes: Mapping[str, str] = field(default_factory=lambda: dict(_PREFIXES))

    def is_a(self, name: str, ancestor: str) -> bool:
        """Whether a class is another one or below it."""
        return ancestor in self.ancestors.get(name, frozenset())

    def label(self, name: str) -> str:
        """The label of a class or relation, or its bare name."""
        term = self.classes.get(name) or self.relations.get(name)
        return term.label if term else name.partition(":")[2] or name

    def relations_above(self, relation: str) -> frozenset[str]:
        """The names of all relations above one."""
        found: set[str] = set()
        todo = [relation]
        while todo:
            known = self.relations.get(todo.pop())
            fresh = [parent for parent in (known.parents if known else ()) if parent not in found]
            found.update(fresh)
            todo += fresh
        return frozenset(found)

    @property
    def class_by_word(self) -> Mapping[str, str]:
        """Every class by its name and by its label, in lower case: "kg:company" and "company"."""
        labels = {each.label.casefold(): name for name, each in self.classes.items()}
        return {**labels, **{name.casefold(): name for name in self.classes}}

    @cached_property
    def ancestors(self) -> Mapping[str, frozenset[str]]:
        """Every class with itself and all classes above it."""
        return {name: frozenset(self._above(name)) for name in self.classes}

    def _above(self, name: str) -> Iterator[str]:
        yield name
        for parent in self.classes[name].parents if name in self.classes else ():
            yield from self._above(parent)


def load(*extra: Path | str, folder: Path | None = None) -> Ontology:
    """The ontology that ships with kg, or of a folder, with further Turtle files of the user's.

    Raises InvalidOntology with the file, what is wrong in it and what to do.
    """
    folder = folder or shipped_folder("ontology")
    files = [path for path in sorted(folder.glob("*.ttl")) if path.name != _NOT_RELATIONS]
    nodes: Nodes = {}
    origin: dict[str, Path] = {}
    for path in (*files, *map(Path, extra)):
        for name, values in _read(path).items():
            origin.setdefault(name, path)
            merged = nodes.setdefault(name, defaultdict(list))
            for key, found in values.items():
                merged[key] += found
    words = _word_lists(folder / "lexicon" / "words.tsv")
    return _Reader(nodes, origin, words).ontology()


def _read(path: Path) -> Nodes:
    """The file's nodes in its own order; the names of blank nodes are made unique to the file."""
    nodes: Nodes = {}
    try:
        with path.open("rb") as file:
            for quad in parse(file, format=RdfFormat.TURTLE):
                values = nodes.setdefault(_name(quad.subject, path), defaultdict(list))
                values[_name(quad.predicate, path)].append(_name(quad.object, path))
    except OSError as error:
        raise InvalidOntology(f"{path}: cannot be read: {error.strerror}. Give the path of a Turtle file.") from None
    except SyntaxError as error:
        raise InvalidOntology(f"{path}:{error.lineno or 1}: no valid Turtle: {error.msg}. Mend that line.") from None
    return nodes


def _name(term: object, path: Path) -> str:
    if isinstance(term, Literal):
        return term.value
    if isinstance(term, BlankNode):
        return f"_:{path}:{term.value}"
    assert isinstance(term, NamedNode)
    for prefix, start in _PREFIXES.items():
        if term.value.startswith(start):
            return f"{prefix}:{term.value.removeprefix(start)}"
    return term.value


def _word_lists(path: Path) -> dict[str, frozenset[str]]:
    """The word lists that frames name: lines of list, word and example."""
    if not path.is_file():
        return {}
    lists: dict[str, set[str]] = defaultdict(set)
    for row in tables.rows(path):
        name, word = row["list"], row["word"]
        lists[name].update(_first_column(path.parent / word[1:]) if word.startswith("<") else [word])
    return {name: frozenset(found) for name, found in sorted(lists.items())}


def _first_column(path: Path) -> list[str]:
    return [next(iter(row.values())) for row in tables.rows(path)]


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
        self._check_class(name, values.get("kg:withClass", ()))
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
            unless=tuple(values.get("kg:unless", ())),
            is_typed=None if not typed else typed == "true",
            knows_subject=_first(values, "kg:knownSubject") == "true",
            is_bare=_first(values, "kg:bare") == "true",
            ends=_first(values, "kg:ends") == "true",
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

    def _check_class(self, name: str, classes: Iterable[str]) -> None:
        for value in classes:
            if "owl:Class" not in self._nodes.get(value, {}).get("rdf:type", ()):
                known = self._of_type("owl:Class")
                raise self._error(name, f"has kg:withClass {value}, which is no class", _suggestion(value, known))

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
