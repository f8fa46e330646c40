"""Coreference: he, she, it and "the company" join the names they refer to, where that is nearly certain.

`annotate_coreference` adds the resolved pronouns and descriptions to `doc.spans["mentions"]`, with kb_id_ "pronoun" or
"nominal"; see kg.annotate.names. Every gate would rather leave a pronoun alone than guess.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.annotate.descriptions import age_described, resolve_age, resolve_description
from kg.annotate.introductions import BODIES
from kg.annotate.pronouns import resolve_neuter, resolve_personal
from kg.annotate.referents import Referents
from kg.annotate.speakers import spoken_pronouns
from kg.naming import class_nouns
from kg.parse import Doc, Span, Token

_Rule = Callable[[Token, Referents], "str | None"]
_RULE_BY_PRONOUN: dict[str, _Rule] = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), resolve_personal),
    **dict.fromkeys(("it", "its", "itself"), resolve_neuter),
}


def annotate_coreference(doc: Doc) -> None:
    """Add pronouns and descriptions of named things to `doc.spans["mentions"]`."""
    referents = Referents(doc)
    found: list[tuple[Span, str, str]] = []
    for token in doc:
        if referents.is_inside_name(token):
            referents.meet(token)
            continue
        if token.lower_ == "who" and (antecedent := referents.last_at(_relative_head(token))) is not None:
            referents.refer(antecedent, token)
            continue
        span, kind, ident = _resolved(token, referents)
        if span is not None and ident is not None:
            referents.refer(ident, span.root)
            found.append((span, kind, ident))
            _specify(span.root, ident, referents)
        elif token.lower_ in _RULE_BY_PRONOUN:
            referents.unresolved.append(token)
    found += [(doc[token.i : token.i + 1], "pronoun", ident) for token, ident in spoken_pronouns(referents)]
    names = [_retyped(span, referents) for span in doc.spans.get("mentions", [])]
    added = [
        Span(doc, span.start, span.end, label=referents.type(ident), kb_id=kind, span_id=ident)
        for span, kind, ident in found
    ]
    doc.spans["mentions"] = sorted([*names, *added], key=lambda s: (s.start, -s.end))


def _specify(noun: Token, ident: str, referents: Referents) -> None:
    """What is called "the company" is one, where nothing more was known than that it is some organisation."""
    told = class_nouns().get(noun.lemma_.lower(), "")
    if noun.pos_ == "NOUN" and told in BODIES - {"kg:Group"} and referents.type(ident) == "kg:Organization":
        referents.all[ident].type = told


def _retyped(span: Span, referents: Referents) -> Span:
    """A name under the class that its pronouns and descriptions show it to have."""
    known = referents.all.get(span.id_)
    if known is None or known.type == span.label_:
        return span
    return Span(span.doc, span.start, span.end, label=known.type, kb_id=span.kb_id_, span_id=span.id_)


def _relative_head(pronoun: Token) -> Token:
    """The noun that a relative clause hangs on, for its "who"."""
    return pronoun.head.head if pronoun.head.dep_ == "relcl" else pronoun


def _resolved(token: Token, referents: Referents) -> tuple[Span | None, str, str | None]:
    rule = _RULE_BY_PRONOUN.get(token.lower_)
    if rule is not None and token.pos_ == "PRON":
        return token.doc[token.i : token.i + 1], "pronoun", rule(token, referents)
    if (described := age_described(token.doc, token.i)) is not None:
        return described, "nominal", resolve_age(described, referents)
    if token.pos_ in {"NOUN", "PROPN"}:
        described, ident = resolve_description(token, referents)
        return described, "nominal", ident
    return None, "", None
