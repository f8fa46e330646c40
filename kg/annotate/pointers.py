"""Pronouns that need no guess: relative pronouns, and those of a text that names nobody they could mean.

`annotate_pointers` adds them to `doc.spans["mentions"]` with kb_id_ "pronoun"; see kg.annotate.names.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.parse import Doc, Span, Token

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_ARCS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative"})
_NOUNS = ("NOUN", "PROPN", "PRON")


def annotate_pointers(doc: Doc) -> None:
    """Add the relative pronouns of named things, as mentions of what they stand for."""
    spans = list(doc.spans.get("mentions", []))
    span_by_token = {token.i: span for span in spans if not span.kb_id_.endswith("nested") for token in span}
    spans += list(_relatives(doc, span_by_token))
    doc.spans["mentions"] = sorted(spans, key=lambda span: (span.start, -span.end))


def _relatives(doc: Doc, span_by_token: dict[int, Span]) -> Iterator[Span]:
    for token in doc:
        if token.lower_ in _RELATIVE and token.tag_ in ("WP", "WDT", "WP$") and token.i not in span_by_token:
            noun = _antecedent(token)
            span = span_by_token.get(_named(noun).i) if noun is not None else None
            if span is not None and _agrees(token, span):
                yield Span(doc, token.i, token.i + 1, label=span.label_, kb_id="pronoun", span_id=span.id_)


def _antecedent(pronoun: Token) -> Token | None:
    """The noun whose relative clause the pronoun opens."""
    verb = pronoun.head
    while verb.dep_ in ("poss", "pobj", "prep", "dobj", "nsubj", "nsubjpass", "attr", "xcomp", "ccomp", "conj", "dep"):
        verb = verb.head
    noun = verb.head
    is_clause = pronoun.dep_ in _ARCS and verb.dep_ == "relcl" and noun.pos_ in _NOUNS and noun.i < pronoun.i
    return noun if is_clause else None


def _named(noun: Token) -> Token:
    """ "Mira Holm is a chemist who ...": Mira Holm."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in _NOUNS:
        first = first.head
    if first.dep_ == "attr" and first.head.lemma_ == "be":
        return next((child for child in first.head.lefts if child.dep_ == "nsubj"), noun)
    if first.dep_ == "appos" and first.head.pos_ == "PROPN":
        return first.head
    return noun


def _agrees(pronoun: Token, span: Span) -> bool:
    """People are "who", things "which"."""
    is_person = span.label_ == "kg:Person"
    return not (pronoun.lower_ == "which" and is_person)
