"""Misread arcs: what a verb goes on with though the parser hung it elsewhere, told from right parses by its form."""

from __future__ import annotations

from kg.extract.clauses.phrases import VERBAL
from kg.extract.clauses.verbs import HELPERS, SUBJECTS, has_subject, has_to, verb_forms
from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.parse import Token

_GERUNDS = frozenset({"pcomp", "xcomp"})


def continued(verb: Token, lexicon: Lexicon) -> Token | None:
    """The predicate that a verb goes on with in a list, though it hangs on another word or on none."""
    return _infinitive_on_subject(verb) or _gerund_before(verb) or _words_of_subject(verb, lexicon)


def is_main_behind(verb: Token) -> bool:
    """Whether a finite verb is the real main verb behind such a list: "a plan to merge the halls, sell one and leave
    was dropped"."""
    return arcs.is_finite(verb) and not has_subject(verb) and _infinitive_on_subject(verb.head) is not None


def is_main_behind_participle(verb: Token, governor: Token) -> bool:
    """Whether a finite clause without a subject is no complement: "the ring, said to come from Rome, was sold"."""
    if has_subject(verb) or verb.i < governor.i or arcs.has_mark(verb) or governor.tag_ not in ("VBD", "VBN"):
        return False
    return arcs.is_finite(verb) and any(child.dep_ == "xcomp" and child.i < verb.i for child in governor.rights)


def _infinitive_on_subject(verb: Token) -> Token | None:
    """A plan to merge two halls, sell the third and leave was dropped: "sell" is no main verb of "a plan"."""
    if verb.tag_ not in ("VB", "VBP") or any(child.dep_ in HELPERS for child in verb.lefts):
        return None
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ in ("NN", "NNP")), None)
    if subject is None or (not arcs.follows_comma(subject.right_edge) and verb.doc[verb.i - 1].text != ","):
        return None
    return next((child for child in subject.rights if child.dep_ in ("acl", "relcl") and has_to(child)), None)


def _gerund_before(verb: Token) -> Token | None:
    """Accused the minister of lying to parliament, hiding a report and favouring friends: one list."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.i < verb.head.i or verb.head.pos_ not in VERBAL:
        return None
    is_list = any(child.dep_ == "conj" and child.tag_ == "VBG" for child in verb.rights)
    if not is_list or any(child.dep_ in (*SUBJECTS, "mark") for child in verb.lefts):
        return None
    before = [child for child in verb.head.rights if child.i < verb.i]
    before += [word for child in before if child.dep_ == "prep" for word in child.rights]
    found = [child for child in before if child.dep_ in _GERUNDS and child.tag_ == "VBG"]
    return found[-1] if found else None


def _words_of_subject(verb: Token, lexicon: Lexicon) -> Token | None:
    """Officials, who had waited, conceded that nobody came, ignored a complaint and left: the first main verb was
    taken for a participle, which can have no words of its own."""
    if verb.dep_ != "ROOT" or verb.tag_ != "VBD" or verb.doc[verb.i - 1].text not in (",", "and"):
        return None
    for subject in (child for child in verb.lefts if child.dep_ in SUBJECTS):
        for told in (child for child in subject.rights if child.dep_ == "acl" and child.tag_ == "VBN"):
            words = next((child for child in told.rights if child.dep_ == "ccomp" and arcs.is_finite(child)), None)
            if words is not None and not lexicon.has("addressing", verb_forms(told)):
                return words
    return None
