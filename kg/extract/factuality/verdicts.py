"""Verdicts: claims that their own clause says are so or not so: "reports that it closed are untrue"."""

from __future__ import annotations

from kg.extract.factuality import arcs
from kg.extract.factuality.arcs import clause_of
from kg.extract.factuality.lexicon import Lexicon, Signature
from kg.extract.factuality.links import Link
from kg.extract.factuality.signatures import Signatures, always
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import SUBJECTS, verb_forms
from kg.parse import Token

_NOBODY = frozenset({"nobody", "none", "one"})  # "no one"


def refuted(noun: Token, signatures: Signatures) -> Link | None:
    """What its own clause says is not so: "reports that it closed are untrue", "denied claims that it closed",
    "contrary to reports that it closed", "false reports that it closed"."""
    above = noun.head
    for judging in arcs.modifiers(noun):
        judged = signatures.judging(judging)
        if judged is not None and judged.if_positive == "-":
            return Link(noun, always("-", "falsity"), word=judging)  # "repeated his false claim that it closed"
    if noun.dep_ == "pobj" and signatures.is_contrary(above):
        return Link(clause_of(noun), always("-", "falsity"), word=above)
    if above.pos_ not in VERBAL or any(child.dep_ == "neg" for child in above.children):
        return _not_true(noun, above, signatures)
    word, found = _verdict(noun, above, signatures)
    if word is None or found is None or not found.if_positive.endswith("-") or found.if_positive[0] == "o":
        return None
    return Link(above, always(found.if_positive, "falsity"), word=word)


def is_undisputed(verb: Token, lexicon: Lexicon) -> bool:
    """Nobody disputes that it leaked; not "the mayor does not dispute that"."""
    if verb.pos_ not in VERBAL or not lexicon.has("disputing", verb_forms(verb)):
        return False
    return any(child.lower_ in _NOBODY for child in verb.lefts if child.dep_ in SUBJECTS)


def _verdict(noun: Token, above: Token, signatures: Signatures) -> tuple[Token | None, Signature | None]:
    """The word that judges a claim: "untrue", "a lie", "debunked"."""
    if noun.dep_ == "nsubj":
        for verb in (above, *(child for child in above.rights if child.dep_ == "xcomp")):
            if (word := arcs.predicated_word(verb)) is not None:
                return word, signatures.of_predicated(word, "that")
        return None, None
    is_judged = noun.dep_ == "nsubjpass" or (noun.dep_ == "dobj" and noun.i > above.i)
    return (above, signatures.listed(above, "that")) if is_judged else (None, None)


def _not_true(noun: Token, above: Token, signatures: Signatures) -> Link | None:
    """Reports that it closed are not true."""
    word = arcs.predicated_word(above) if noun.dep_ == "nsubj" and above.pos_ in VERBAL else None
    found = signatures.of_predicated(word, "that") if word is not None else None
    if word is None or found is None or found.if_negative != "-":
        return None
    return Link(above, always("-", "falsity"), word=word)
