"""Coreference: he, she, it and "the company" join the names they refer to, where that is nearly certain.

`annotate_coreference` adds the resolved pronouns and descriptions to `doc.spans["mentions"]`, with kb_id_ "pronoun" or
"nominal"; see kg.annotate.names. Every gate would rather leave a pronoun alone than guess.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.annotate.ages import age_described
from kg.annotate.coreference.accused import is_accused_called
from kg.annotate.coreference.around import is_there, place_of
from kg.annotate.coreference.descriptions import resolve_age, resolve_description
from kg.annotate.coreference.expletives import is_idle
from kg.annotate.coreference.introductions import BODIES
from kg.annotate.coreference.neuter import resolve_neuter, resolve_plural
from kg.annotate.coreference.pairs import resolve_several
from kg.annotate.coreference.pronouns import resolve_personal
from kg.annotate.coreference.referent import Referent
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.speakers import spoken_pronouns
from kg.grammar.phrases import NOMINAL, NOUNS
from kg.naming import class_nouns
from kg.parse import Doc, Span, Token

_Rule = Callable[[Token, Referents], "Referent | None"]
_RULE_BY_PRONOUN: dict[str, _Rule] = {
    **dict.fromkeys(("he", "him", "his", "himself", "she", "her", "hers", "herself"), resolve_personal),
    **dict.fromkeys(("it", "its", "itself"), resolve_neuter),
    **dict.fromkeys(("they", "them", "their", "themselves"), resolve_plural),
}
_LONE = frozenset({"old", "two", "both"})  # "the 44-year-old", "the two"
_IT_OR_THEY = frozenset({"it", "its", "they", "them", "their"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj", "ROOT", "poss"})


def annotate_coreference(doc: Doc) -> None:
    """Add pronouns and descriptions of named things to `doc.spans["mentions"]`.

    `doc.user_data["antecedents"]` tells of those that stand for something without a name: the place of the pronoun's
    token, and of the noun that it takes up; `doc.user_data["together"]` of those that stand for several things: where
    they are first spoken of together, their class, and where each of them is.
    """
    referents = Referents(doc)
    found: list[tuple[Span, str, str]] = []
    antecedents: dict[int, int] = {}
    together: dict[int, tuple[int, str, tuple[int, ...]]] = {}
    for token in doc:
        if referents.is_inside_name(token):
            referents.meet(token)
            antecedents.update(_named_later(token, referents))
            continue
        if token.lower_ == "who" and (antecedent := referents.last_at(_relative_head(token))) is not None:
            referents.refer(antecedent, token)
            continue
        if token.pos_ not in NOMINAL and token.lower_ not in _LONE:
            if token.lower_ == "one" and place_of(token).dep_ in _ARGUMENTS:
                referents.describe_one(token)
            if is_accused_called(token) and token.dep_ in _ARGUMENTS:
                referents.describe(token)
            continue
        span, kind, referent = _resolved(token, referents)
        if referent is None or referent.is_open:  # "It is the last of its kind"
            _leave(token, referents)
        elif referent.is_named:
            referents.refer(referent.ident, span.root)
            found.append((span, kind, referent.ident))
            _specify(span.root, referent, referents)
        else:
            if referent.place is not None:
                members = tuple(member.i for member in referent.members)
                together[span.root.i] = (referent.place.i, referent.type, members)
                antecedents[span.root.i] = members[0]
            else:
                antecedents[span.root.i] = referent.named_at[-1].i
            referents.take_up(referent, span.root)
    for token, speaker in spoken_pronouns(referents):
        if speaker.is_named:
            found.append((doc[token.i : token.i + 1], "pronoun", speaker.ident))
        else:
            antecedents[token.i] = speaker.named_at[-1].i
    doc.user_data["antecedents"], doc.user_data["together"] = antecedents, together
    names = [_retyped(span, referents) for span in doc.spans.get("mentions", [])]
    added = [
        Span(doc, span.start, span.end, label=referents.type(ident), kb_id=kind, span_id=ident)
        for span, kind, ident in found
    ]
    doc.spans["mentions"] = sorted([*names, *added], key=lambda s: (s.start, -s.end))


def _named_later(token: Token, referents: Referents) -> dict[int, int]:
    """ "A man was shot. The man, Emil Strand": the nouns before, and the one that tells who it was."""
    if not referents.is_name_of(token) or (known := referents.introduced(token)) is None:
        return {}
    return {t.i: token.i for t in known.named_at if t.i < token.i}


def _leave(token: Token, referents: Referents) -> None:
    """Note what was left alone: a pronoun may mean it again, and a noun stands for something of its own."""
    if token.lower_ in _RULE_BY_PRONOUN:
        if not token.lower_.endswith("self"):
            referents.unresolved.append(token)
        if token.lower_ in _IT_OR_THEY and not is_idle(token):
            referents.leave(token, is_plural=token.lower_.startswith("the"))
    elif (token.pos_ in NOUNS or _is_aged(token)) and (place_of(token).dep_ in _ARGUMENTS or is_there(token)):
        referents.describe(token)


def _is_aged(word: Token) -> bool:
    """Whether a word ends "a 19-year-old"."""
    return word.lower_ == "old" and word.text_before == "-"


def _specify(noun: Token, referent: Referent, referents: Referents) -> None:
    """What is called "the company" is one, where nothing more was known than that it is some organisation."""
    told = class_nouns().get(noun.lemma_.lower(), "")
    is_special = told in BODIES - {"kg:Group"} and referent.type == "kg:Organization"
    if noun.pos_ == "NOUN" and (is_special or (told and referent.type == "kg:Entity")):
        referent.type = told


def _retyped(span: Span, referents: Referents) -> Span:
    """A name under the class that its pronouns and descriptions show it to have."""
    known = referents.all.get(span.id_)
    if known is None or known.type == span.label_:
        return span
    return Span(span.doc, span.start, span.end, label=known.type, kb_id=span.kb_id_, span_id=span.id_)


def _relative_head(pronoun: Token) -> Token:
    """The noun that a relative clause hangs on, for its "who"."""
    return pronoun.head.head if pronoun.head.dep_ == "relcl" else pronoun


def _resolved(token: Token, referents: Referents) -> tuple[Span, str, Referent | None]:
    """What a token ends, as what kind of mention, and what it refers to."""
    rule = _RULE_BY_PRONOUN.get(token.lower_)
    if rule is not None and token.pos_ == "PRON":
        return token.doc[token.i : token.i + 1], "pronoun", rule(token, referents)
    if (group := resolve_several(token, referents)) is not None:
        return token.doc[token.left_edge.i : token.i + 1], "nominal", group
    if (aged := age_described(token.doc, token.i)) is not None:
        return aged, "nominal", resolve_age(aged, referents)
    if token.pos_ in NOUNS:
        described, referent = resolve_description(token, referents)
        return described, "nominal", referent
    return token.doc[token.i : token.i + 1], "", None
