"""Names: namespaces, IRIs of what a graph describes, and short forms of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlsplit

from pyoxigraph import NamedNode

from kg.errors import InvalidConfig

BASE = "https://example.org/kg/"
KG = "https://example.org/kg/ontology#"
KGO = "https://example.org/kg/open#"
VOCABULARIES = {
    "kg": KG,
    "kgo": KGO,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "schema": "https://schema.org/",
}

ROLES = (  # beside subject and object, in the order in which they are shown
    *("recipient", "companion", "instrument", "topic", "purpose", "cause", "place", "source", "destination"),
    *("manner", "quantity", "condition", "circumstance", "asRole"),
)


def check_base(base: str) -> None:
    """Raise InvalidConfig if IRIs cannot start like that."""
    try:
        NamedNode(base)
        parts = urlsplit(base)
        is_good = parts.scheme in ("http", "https") and bool(parts.netloc) and not parts.query and base.endswith("/")
    except ValueError:
        is_good = False
    if not is_good or "#" in base:
        raise InvalidConfig(
            f"{base!r} is no base for IRIs. Write it like https://news.example/ with a slash at the end."
        )


def prefixes(base: str = BASE) -> dict[str, str]:
    """Every prefix that Turtle files and queries of a graph with that base may use."""
    return {
        **VOCABULARIES,
        "ent": f"{base}entity/",
        "doc": f"{base}doc/",
        "st": f"{base}statement/",
    }


def compact(iri: str, base: str = BASE) -> str:
    """An IRI as prefix and name, or as it is where no prefix fits.

    >>> compact("https://example.org/kg/ontology#sells")
    'kg:sells'
    """
    for prefix, start in prefixes(base).items():
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri


def expand(name: str, base: str = BASE) -> str:
    """A prefixed name or an IRI in angle brackets as an IRI; other words as they are.

    >>> expand("kg:sells"), expand("<https://example.org/kg/entity/Gull>")
    ('https://example.org/kg/ontology#sells', 'https://example.org/kg/entity/Gull')
    """
    prefix, colon, local = name.strip("<>").partition(":")
    start = prefixes(base).get(prefix)
    return start + local if colon and start else name.strip("<>")


def escape(name: str) -> str:
    """A name as the tail of an IRI: letters and digits of any script stay, all else is percent-encoded.

    >>> escape("Zoë Ångström <b>")
    'Zoë_Ångström_%3Cb%3E'
    """
    if _SAFE.fullmatch(name):
        return name
    return "".join(c if _SAFE.fullmatch(c) else _percent(c) for c in name)


_SAFE = re.compile(r"[\w.~-]*")


def _percent(character: str) -> str:
    return "_" if character == " " else quote(clean(character), safe="")


def clean(text: str) -> str:
    """The text as RDF can hold it, with every character in its place: lone surrogates become U+FFFD."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def for_xml(text: str) -> str:
    """The text with U+FFFD for every character that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)


@lru_cache(maxsize=4096)
def term(curie: str) -> NamedNode:
    """The IRI of a name of a vocabulary.

    >>> term("kg:sells").value
    'https://example.org/kg/ontology#sells'
    """
    prefix, _, name = curie.partition(":")
    return NamedNode(VOCABULARIES[prefix] + escape(name))


@lru_cache(maxsize=4096)
def named(name: str) -> NamedNode:
    """The IRI of a relation or datatype: of a vocabulary, or that of a file of triples as it is.

    >>> named("kg:sells").value, named("http://xmlns.com/foaf/0.1/knows").value
    ('https://example.org/kg/ontology#sells', 'http://xmlns.com/foaf/0.1/knows')
    """
    return term(name) if name.partition(":")[0] in VOCABULARIES else NamedNode(name)


def is_foreign(name: str) -> bool:
    """Whether a relation is one of another vocabulary, which a file of triples uses."""
    return name.partition(":")[0] not in VOCABULARIES


TYPE = term("rdf:type")
LABEL = term("rdfs:label")


@dataclass(frozen=True, slots=True)
class Names:
    """The IRIs of what a graph with this base describes."""

    base: str = BASE

    def entity(self, id: str) -> NamedNode:
        """The IRI of an entity."""
        return NamedNode(f"{self.base}entity/{escape(id)}")

    def document(self, id: str) -> NamedNode:
        """The IRI of a document."""
        return NamedNode(f"{self.base}doc/{escape(id)}")

    def statement(self, id: str) -> NamedNode:
        """The IRI of a statement."""
        return NamedNode(f"{self.base}statement/{escape(id)}")

    def passage(self, document: str, start: int, end: int) -> NamedNode:
        """The IRI of a span of a document, after RFC 5147."""
        return NamedNode(f"{self.base}doc/{escape(document)}#char={start},{end}")

    def run(self, id: str) -> NamedNode:
        """The IRI of a run of the program."""
        return NamedNode(f"{self.base}run/{escape(id)}")

    def doubt(self, id: str) -> NamedNode:
        """The IRI of a pair of entities that may be one."""
        return NamedNode(f"{self.base}doubt/{escape(id)}")

    def link(self, id: str) -> NamedNode:
        """The IRI of a link from an entity to a list of known things."""
        return NamedNode(f"{self.base}link/{escape(id)}")


def outer_iri(text: str) -> NamedNode | None:
    """An IRI of something outside of the graph: an address of the web or a URN; None for what none can follow.

    >>> outer_iri("urn:isbn:0451450523").value
    'urn:isbn:0451450523'
    """
    return NamedNode(text) if _URN.fullmatch(text) else web_iri(text)


_URN = re.compile(r"urn:[a-z0-9][a-z0-9-]+:[\w:.;,=@!$&'()*+/?#%~-]+", re.IGNORECASE | re.ASCII)


def web_iri(text: str | None, schemes: tuple[str, ...] = ("http", "https")) -> NamedNode | None:
    """The address as an IRI, or None if it is none.

    >>> web_iri("javascript:alert(1)") is None
    True
    """
    if not text:
        return None
    try:
        parts = urlsplit(text)
        if parts.scheme not in schemes or not parts.netloc:
            return None
        return NamedNode(quote(clean(text), safe=":/?#[]@!$&'()*+,;=-._~%"))
    except ValueError:
        return None
