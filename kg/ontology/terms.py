"""What an ontology holds, as plain data: classes, and relations with their labels, frames and examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

KG = "https://example.org/kg/ontology#"
_THING = "kg:Entity"  # what a text can name
PREFIXES = {
    "kg": KG,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
}


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
    subject_not: tuple[str, ...] = ()  # classes of which the subject must not be: nobody leads to an uprising
    object_not: tuple[str, ...] = ()  # classes of which the object must not be: a politician of a party
    beside_unless: tuple[str, ...] = ()  # words that rule the frame out beside its verb: "found *guilty* at the court"
    unless: tuple[str, ...] = ()  # words that rule the frame out where they stand right before its word
    is_typed: bool | None = None  # True: only where the types fit; False: whatever the types; None: unless they clash
    knows_subject: bool = False  # only where the subject's type is known to fit
    is_bare: bool = False  # what else stands in the clause is no role: the price of a takeover
    ends: bool = False  # the verb tells the end of the relation: "left the bank in 2004"
    lasts: bool = False  # it is so still where the post is over: a former Labour MP
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
    prefixes: Mapping[str, str] = field(default_factory=lambda: dict(PREFIXES))

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
        """Every class of things by its name and by its label, in lower case: "kg:company" and "company".

        The classes of kg's own records, such as kg:Statement, are none of things.
        """
        things = {name: each for name, each in self.classes.items() if self._is_of_things(name)}
        labels = {each.label.casefold(): name for name, each in things.items()}
        return {**labels, **{name.casefold(): name for name in things}}

    def _is_of_things(self, name: str) -> bool:
        return _THING in self.ancestors[name] or not name.startswith("kg:")

    @cached_property
    def ancestors(self) -> Mapping[str, frozenset[str]]:
        """Every class with itself and all classes above it."""
        return {name: frozenset(self._above(name)) for name in self.classes}

    def _above(self, name: str) -> Iterator[str]:
        yield name
        for parent in self.classes[name].parents if name in self.classes else ():
            yield from self._above(parent)
