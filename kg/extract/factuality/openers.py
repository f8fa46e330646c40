"""Openers: the conjunction or phrase that opens an adverbial clause, and its line: if, in case, "had it rained"."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.signatures import always
from kg.grammar.verbs import HELPERS, SUBJECTS
from kg.parse import Token

Opener = tuple[str, Signature, Token]  # the phrase that opens a clause, its line, its word
_OPENERS = frozenset({"mark", "advmod", "prep", "npadvmod", "dep", "cc"})


def opener(verb: Token, lexicon: Lexicon) -> Opener | None:
    """The conjunction of a clause and its line, longest phrase first; also inverted conditionals."""
    for child in verb.lefts:
        if child.lower_ not in lexicon.words["conditionals"]:
            continue
        if (child.dep_ in _OPENERS or child.lower_ == "provided") and not arcs.is_aside(child):
            for phrase in lexicon.conditionals.around(child):
                if found := lexicon.signature("conditionals", (phrase,), "clause"):
                    return phrase, found, child
    if (once := once_before(verb)) is not None:
        return "once", lexicon.signatures["conditionals", "once", "clause"], once
    is_opening = verb.lower_ in lexicon.words["conditionals"] and verb.tag_ in ("VBG", "VBN")
    found = lexicon.signature("conditionals", (verb.lower_,), "clause") if is_opening else None
    if found is not None and any(child.dep_ == "ccomp" for child in verb.rights):  # "Assuming the tests go well"
        return verb.lower_, found, verb
    if arcs.is_inverted(verb):
        return "inverted", always("k", "conditional"), verb
    return _phrase_before(verb, lexicon)


def _phrase_before(verb: Token, lexicon: Lexicon) -> Opener | None:
    """What opens a clause, hung on the clause above: "set money aside *in case* borrowers fail"."""
    subject = next((child.left_edge for child in verb.lefts if child.dep_ in SUBJECTS), verb)
    case = subject.nbor(-1) if subject.i else subject
    if case.dep_ != "pobj" or case.lower_ not in lexicon.words["conditionals"]:
        return None
    for phrase in lexicon.conditionals.around(case):
        if found := lexicon.signature("conditionals", (phrase,), "clause"):
            return phrase, found, case
    return None


def once_before(verb: Token) -> Token | None:
    """The once that opens a clause, hung on its subject: "will follow, *once* the transfer has been made"."""
    subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
    once = subject.left_edge if subject is not None else None
    is_opening = once is not None and once.lower_ == "once" and once.i > once.sent.start and once.dep_ == "advmod"
    return once if is_opening and any(c.dep_ in HELPERS and c.lower_ == "has" for c in verb.lefts) else None
