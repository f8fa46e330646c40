"""Clauses that describe what there is not, or anybody: "nobody who knows it", "a firm with no owner who"."""

from __future__ import annotations

from kg.extract.clauses.own_subjects import is_relative
from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.links import Link
from kg.extract.factuality.negation import negative_word
from kg.extract.factuality.relatives import whole_of
from kg.extract.factuality.signatures import Signatures, always
from kg.grammar.phrases import TIMES
from kg.grammar.verbs import SUBJECTS, verb_forms
from kg.grammar.wordlists import words_of
from kg.parse import Token

_ANYONE = frozenset({"anyone", "anybody", "anything", "whoever", "whatever"})
_IF = frozenset({"if", "unless"})
_ALL = frozenset({"all", "every", "everyone", "everybody", "everything"})


class Absent:
    """Links of clauses to nouns of which there is none, or which mean anybody."""

    def __init__(self, lexicon: Lexicon, signatures: Signatures) -> None:
        self._lexicon = lexicon
        self._signatures = signatures

    def link(self, verb: Token, noun: Token, clause: Token, *, is_past: bool) -> Link | None:
        """What is told of nobody is denied, and of anybody open; None of a noun that is neither."""
        whole = whole_of(noun) if noun.pos_ == "PRON" or arcs.is_within(verb) else noun  # "no version of this in which"
        none = negative_word(whole, self._lexicon) or (_no_with(noun) if verb.dep_ == "relcl" else None)
        if (
            none is not None
            and whole.i == noun.i
            and _is_missed(noun)
            and not self._is_told_elsewhere(verb, noun, none)
        ):
            return Link(clause, always("-", "relative"), word=none)  # "There is nobody who knows it"
        anyone = [word for word in (noun, *noun.lefts) if word.lower_ in _ANYONE or word.lower_ == "any"]
        one = anyone[:1]
        if noun.dep_ == "attr" and "neg" not in verb.below:  # not "There wasn't a road that they did not block"
            one = one or [child for child in noun.lefts if child.lower_ in ("a", "an", "one")]
        if one and none is None and _is_missed(noun) and "neg" in noun.head.below and noun.head.i == clause.i:
            return Link(clause, always("-", "relative"), word=one[0])  # "There isn't anyone who knows it"
        if (anyone or none is not None) and not _is_of_some(noun, none) and not _is_met(verb, noun, is_past=is_past):
            open_to = "k" if noun.dep_ in SUBJECTS else ""  # "Anyone who saw it should call"
            return Link(clause, always("o", "relative"), word=none or anyone[0], if_unreal=open_to)
        return None

    def _is_told_elsewhere(self, verb: Token, noun: Token, none: Token) -> bool:
        """Whether others tell what a "no" makes of a clause: nouns of their content, as of "had no idea it was stolen",
        and the markers, as of "no boats left"."""
        is_whole = all(not is_relative(child) for child in verb.lefts if child.dep_ in SUBJECTS)
        has_content = is_whole and self._signatures.of_noun(noun, "that") is not None
        is_reduced = verb.tag_ == "VBN" and not arcs.is_finite(verb)
        return has_content or (none.lower_ == "no" and is_reduced)


def is_unfound(verb: Token, noun: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Whether nobody is told of but as one whom somebody did not find or get, or only might have: "has not found *a
    witness who saw it*", "could have been hit by drivers who fled"; not "would have hired a cook who
    stole", "did not pay a driver who lost his leg", "could have saved a mill that burned"."""
    is_some = noun.tag_ == "NNS" or any(child.lower_ in ("a", "an") for child in noun.lefts)
    if not is_some or not arcs.is_indefinite(noun) or not all(is_relative(c) for c in verb.lefts if c.dep_ in SUBJECTS):
        return False
    if any(token.ent_type_ in TIMES for token in verb.doc.tokens[verb.i + 1 : verb.right_edge.i + 1]):
        return False  # "could not find a boy who left home on Monday": he is known
    modals = {child.lower_ for child in clause.lefts if child.tag_ == "MD"}
    if noun.dep_ == "pobj":
        return noun.head.dep_ == "agent" and bool(modals & arcs.MAYBE) and arcs.has_perfect(clause)
    is_open = modals <= arcs.MAYBE and ("neg" in clause.below or bool(modals))
    is_open |= any(child.lower_ in _IF for child in clause.lefts)
    is_got = clause.lemma_ == "have" or lexicon.has("coming_about", verb_forms(clause))
    is_got |= clause.lemma_ in words_of("finding somebody") or clause.lemma_ in words_of("getting hold of")
    return noun.dep_ == "dobj" and is_open and is_got


def _no_with(noun: Token) -> Token | None:
    """The no of "a firm with *no* owner who can be traced"."""
    is_with = noun.dep_ == "pobj" and noun.head.lower_ == "with"
    return next((child for child in noun.lefts if child.lower_ == "no"), None) if is_with else None


def _is_missed(noun: Token) -> bool:
    """Whether it is told that there is none, or that somebody has none: "There was *nobody* left", "has *no* pupils who
    live there"."""
    noun = arcs.top_of_phrase(noun)  # "has no staff and no owner who"
    if noun.dep_ == "attr":
        return noun.head.lemma_ == "be" and any(child.dep_ == "expl" for child in noun.head.children)
    if noun.dep_ == "pobj":
        return noun.head.lower_ == "with"  # "a firm with no owner who can be traced"
    return noun.dep_ == "dobj" and (noun.head.lemma_ == "have" or noun.head.lemma_ in words_of("containing"))


def _is_of_some(noun: Token, none: Token | None) -> bool:
    """Whether a not only tells that it is not all of them: "not everyone who sells oil", "not all who left"."""
    is_all = noun.lower_ in _ALL or any(child.lower_ in _ALL for child in noun.lefts)
    return none is not None and none.lower_ == "not" and is_all


def _is_met(verb: Token, noun: Token, *, is_past: bool) -> bool:
    """Whether somebody known dealt with those of whom none is so, or with all that something is compared with: "nobody
    we asked had heard of it", "as good as anything I have eaten"; not "found no letter that she wrote"."""
    own = [child for child in verb.lefts if child.dep_ in SUBJECTS and not is_relative(child)]
    if not own or any(map(arcs.is_indefinite, own)) or not (is_past or arcs.has_perfect(verb)):
        return False
    is_compared_with = noun.dep_ == "pobj" and noun.head.lower_ in ("as", "than")
    return arcs.is_restrictive(verb) and (noun.dep_ in SUBJECTS or is_compared_with)
