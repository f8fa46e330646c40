"""Pronouns that need no guess: relative pronouns, and those of a text that names nobody they could mean.

`annotate_pointers` adds them to `doc.spans["mentions"]` with kb_id_ "pronoun"; see kg.annotate.names.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.equated import is_equated
from kg.grammar.verbs import HELPERS
from kg.grammar.wordlists import words_of
from kg.parse import Doc, Span, Token

_RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_ARCS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "dative"})
_NO_PERSONS = frozenset({"kg:Place", "kg:GeopoliticalEntity", "kg:Facility", "kg:Work", "kg:EducationalOrganization"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
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
            spans = (span_by_token.get(name.i) for name in meant_by(token))
            span = next((span for span in spans if span is not None and _agrees(token, span)), None)
            if span is not None:
                yield Span(doc, token.i, token.i + 1, label=span.label_, kb_id="pronoun", span_id=span.id_)


def meant_by(pronoun: Token) -> Iterator[Token]:
    """What a relative pronoun may stand for, likeliest first: "Mira Holm is a chemist from Oslo who": Oslo, Holm."""
    noun = _antecedent(pronoun)
    while noun is not None:
        yield from _named(noun)
        above = noun.head
        is_of_person = pronoun.lower_ == "who" or _is_relative(pronoun)
        is_inner = is_of_person and noun.dep_ == "pobj" and above.head.pos_ in _NOUNS
        noun = above.head if is_inner else None


def _antecedent(pronoun: Token) -> Token | None:
    """The noun whose relative clause the pronoun opens."""
    verb = pronoun.head
    while verb.dep_ in ("poss", "pobj", "prep", "dobj", "nsubj", "nsubjpass", "attr", "xcomp", "ccomp", "conj", "dep"):
        verb = verb.head
    noun = verb.head
    is_clause = pronoun.dep_ in _ARCS and verb.dep_ == "relcl" and noun.pos_ in _NOUNS and noun.i < pronoun.i
    return noun if is_clause else None


def _named(noun: Token) -> Iterator[Token]:
    """ "Mira Holm is a chemist who ...", "a chemist, Mira Holm, who ...": Mira Holm; else the noun itself."""
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in _NOUNS:
        first = first.head
    if first.dep_ == "attr" and is_equated(first):
        yield from _subjects(first.head)
    if first.dep_ == "appos" and first.head.pos_ == "PROPN":
        yield first.head
    yield from (child for child in noun.rights if child.dep_ == "appos" and child.pos_ == "PROPN")
    yield noun


def _subjects(verb: Token) -> Iterator[Token]:
    """The subjects of a copula; of "Mira Holm (born 1951) is" too, where the parser may take "born" for one."""
    verbs = (verb, verb.head) if verb.dep_ in HELPERS else (verb,)
    for child in (child for v in verbs for child in v.lefts if child.dep_ in _SUBJECTS and child.i < verb.i):
        opening = next((t for t in child.lefts if t.text == "("), child)
        yield child if opening is child or opening.i == 0 else opening.nbor(-1)
        yield from (token for token in child.lefts if token.dep_ == "nsubj")


def _is_relative(pronoun: Token) -> bool:
    """Whether only a person has what it has: "a teacher from Oslo *whose mother* died"."""
    return pronoun.lower_ == "whose" and pronoun.head.lemma_.lower() in words_of("kin")


def _agrees(pronoun: Token, span: Span) -> bool:
    """People are "who", things "which"; "a portrait of Mira Holm that ..." is a portrait that."""
    if pronoun.lower_ in ("who", "whom") or _is_relative(pronoun):
        return span.label_ not in _NO_PERSONS
    return not (pronoun.lower_ in ("which", "that") and span.label_ == "kg:Person")
