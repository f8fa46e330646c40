"""What kind of thing a noun phrase stands for, and whether it is named: what frames ask of their arguments."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span, Token

from kg.naming import class_nouns, demonyms, place_called, roles
from kg.ontology import Ontology

FITS, OPEN, CLASHES = 2, 1, 0
_UNTOLD = frozenset({"", "kg:Entity", "kg:Concept", "kg:Agent"})
_BY_LABEL = {
    "PERSON": "kg:Person",
    "ORG": "kg:Organization",
    "GPE": "kg:GeopoliticalEntity",
    "LOC": "kg:Place",
    "FAC": "kg:Facility",
    "NORP": "kg:Group",
    "PRODUCT": "kg:Product",
    "WORK_OF_ART": "kg:Work",
    "EVENT": "kg:Event",
    "LAW": "kg:Policy",
}
_PERSONAL = frozenset(
    {"i", "me", "my", "we", "us", "our", "who", "whom", "whose", "myself", "himself", "herself"}
) | frozenset({"he", "him", "his", "she", "her", "hers"})
_THINGS = frozenset({"it", "its", "which", "itself"})
_POINTING = _PERSONAL | _THINGS | frozenset({"they", "them", "their", "you", "your", "themselves"})


class Types:
    """Kinds and names of the arguments of one document."""

    def __init__(self, doc: Doc, ontology: Ontology) -> None:
        self._ontology = ontology
        self._span_by_token: dict[int, Span] = {}
        for span in sorted(doc.spans.get("mentions", []), key=lambda s: (s.end - s.start, s.start)):
            if not span.kb_id_.endswith("+nested"):
                self._span_by_token.update({token.i: span for token in span})
        self._named = frozenset(span.id_ for span in doc.spans.get("mentions", []) if span.kb_id_.startswith("name"))

    def span(self, token: Token) -> Span | None:
        """The annotated mention in which a token stands."""
        return self._span_by_token.get(token.i)

    def cluster(self, token: Token) -> str:
        """The entity that a token stands for, as far as it is known."""
        span = self.span(token)
        return span.id_ if span is not None else ""

    def of(self, token: Token) -> str:
        """The class of what a token stands for: of its mention, its pronoun, or its common noun; "" if untold."""
        span = self.span(token)
        if span is not None and span.label_ not in _UNTOLD:
            return str(span.label_)
        if token.pos_ in ("PRON", "DET"):
            return "kg:Person" if token.lower_ in _PERSONAL else ""
        if token.ent_type_ in _BY_LABEL:
            return _BY_LABEL[token.ent_type_]
        return _of_noun(token)

    def fit(self, token: Token, classes: Iterable[str]) -> int:
        """FITS, OPEN (not told) or CLASHES: whether a token can stand for one of the classes."""
        wanted = [name for name in classes if name != "kg:Statement" and not name.startswith("xsd:")]
        if not wanted or "kg:Entity" in wanted:
            return FITS
        if token.lower_ in _THINGS and token.pos_ in ("PRON", "DET") and set(wanted) == {"kg:Person"}:
            return CLASHES
        found = self.of(token)
        if not found:
            return OPEN
        if any(self._ontology.is_a(found, name) for name in wanted):
            return FITS
        return OPEN if any(self._ontology.is_a(name, found) for name in wanted) else CLASHES

    def is_exactly(self, token: Token, classes: Iterable[str]) -> bool:
        """Whether the class is told and is one of those asked for."""
        found = self.of(token)
        return bool(found) and any(self._ontology.is_a(found, name) for name in classes)

    def is_named(self, token: Token) -> bool:
        """Whether it is a name, a pronoun, or a description of something that the document names."""
        if token.pos_ == "PROPN" or token.lower_ in _POINTING:
            return True
        span = self.span(token)
        return span is not None and (span.kb_id_.startswith(("name", "pronoun")) or span.id_ in self._named)


def is_name(token: Token) -> bool:
    """Whether a token belongs to a proper name, as the tagger sees it."""
    return token.pos_ == "PROPN" or token.ent_type_ in ("PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART", "LOC")


def _of_noun(token: Token) -> str:
    noun = token.lemma_.lower()
    if noun in roles():
        return "kg:Person"
    if token.text in demonyms():
        return "kg:Group"
    place = place_called(token.text) if token.pos_ == "PROPN" else None
    return place[1] if place else class_nouns().get(noun, "")
