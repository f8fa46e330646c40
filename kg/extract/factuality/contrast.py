"""Contrast: negation that holds for one argument only: "not trucks but tractors", "without a permit"."""

from __future__ import annotations

from kg.extract.clauses.obliques import denial_before
from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.negation import is_constituent, is_idiom, own_no
from kg.grammar.verbs import has_to
from kg.parse import Token

_QUANTITIES = frozenset({"det", "nummod", "poss"})
_AMOUNTS = frozenset({"little", "few", "much", "many", "some", "several", "more"})
_OWN = frozenset({"not", "neither"})
_NOTHING = frozenset({"nothing", "nobody", "none", "no-one"})


def own_negation(anchor: Token, argument: Token, lexicon: Lexicon) -> Token | None:
    """The word that denies a proposition for this argument alone."""
    for child in argument.lefts:
        if child.lower_ in _OWN and anchor.i < child.i and not is_idiom(child, lexicon):
            return child
    if argument.dep_ == "conj":
        if argument.is_ancestor(anchor):
            return None  # "but not the road, which he called dull": he did
        if argument.lower_ in _NOTHING and not is_idiom(argument, lexicon):
            return argument  # "took a coat and nothing else"
        return _between(argument) or own_no(argument, lexicon)
    if (word := _not_before(anchor, argument)) is not None:
        return word
    marker = argument.head
    if argument.dep_ != "pobj" or not anchor.is_ancestor(argument):
        return None  # "not as the rite accepted by most": they accept it
    if marker.head.dep_ == "advmod" and marker.head.head == anchor:
        return None  # "fell short of the target": what it fell short of
    if words := denial_before(marker):
        return words[-1]
    none = next((c for c in argument.lefts if c.dep_ == "det" and c.lower_ == "no"), None)
    if none is not None and not any(lexicon.idioms.begin_at(none)):
        return none  # "left with no choice"; not "with no doubt", "with no fewer than six"
    if argument.lower_ in _NOTHING and not is_idiom(argument, lexicon):
        return argument  # "left with nothing"
    return marker if _denies(marker, lexicon) else None


def is_beside_none(argument: Token, lexicon: Lexicon) -> bool:
    """ "No food and *very little oxygen*", "no water but *a lot of smoke*": its own quantity stands apart from the "no"
    before the first, which holds for "no food and water". "Nobody but *Lund* paid": she did."""
    if argument.dep_ != "conj" or argument.lower_ in lexicon.words["negative nouns"]:
        return False
    if _is_excepted(argument, lexicon):
        return True
    first = argument.head
    while first.dep_ == "conj":
        first = first.head
    has_own = any(c.dep_ in _QUANTITIES or c.lower_ in _AMOUNTS for c in argument.lefts)
    is_none = any(c.dep_ == "det" and c.lower_ == "no" for c in first.lefts)
    is_or = any(c.lower_ in ("or", "nor") for one in (first, argument.head) for c in one.rights if c.dep_ == "cc")
    has_own &= all(c.lower_ != "no" for c in argument.lefts)
    return is_none and has_own and not is_or and _between(argument) is None


def _is_excepted(argument: Token, lexicon: Lexicon) -> bool:
    none = argument.head
    links = [child for child in none.rights if child.i < argument.i]
    return none.lower_ in lexicon.words["negative nouns"] and [child.lower_ for child in links] == ["but"]


def is_second_of_contrast(argument: Token) -> bool:
    """The second side of "not X but Y", "not of X but of Y"."""
    if argument.dep_ == "pobj" and argument.head.dep_ == "conj":
        argument = argument.head
    if argument.dep_ != "conj":
        return False
    return any(child.dep_ == "cc" and child.lower_ == "but" and child.i < argument.i for child in argument.head.rights)


def is_other_clause(clause: Token) -> bool:
    """Whether a clause is the second side of a contrast, and opens as the first: "but to sell", "but that it sold"."""
    opens = has_to(clause) or any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.lefts)
    return opens and is_second_of_contrast(clause)


def _between(argument: Token) -> Token | None:
    """X but not Y; X rather than Y; neither X nor Y."""
    start = max(argument.head.i + 1, argument.left_edge.i - 3)
    for token in reversed(argument.doc[start : argument.left_edge.i + 1]):
        if token.lower_ == "but":
            return None  # "neither X nor Y but Z"
        if token.lower_ in ("not", "nor") or (token.lower_ == "than" and token.lower_before == "rather"):
            return token
    return None


def _not_before(anchor: Token, argument: Token) -> Token | None:
    """Sold not trucks."""
    for child in anchor.rights:
        if child.lower_ == "not" and is_constituent(child, anchor) and child.i < argument.i:
            joints = [other for other in argument.head.children if other.dep_ == "cc"]
            return None if any(child.i < joint.i < argument.i for joint in joints) else child
    return None


def _denies(preposition: Token, lexicon: Lexicon) -> bool:
    """Without, instead of, rather than."""
    if preposition.lower_ not in lexicon.words["denying prepositions"]:
        return False
    found = lexicon.signature("gerunds", arcs.preposition_phrases(preposition), "ger")
    return found is not None and found.if_positive == "-"


def not_beside(word: Token) -> Token | None:
    """The not of "found Lang not guilty", which is the adjective's own; of "Lang, not the owner but the gardener"."""
    if word.dep_ == "appos" and word.left_edge.lower_before == "not":
        return word.left_edge.nbor(-1)
    return next((c for c in word.lefts if c.dep_ == "neg"), None) if word.pos_ == "ADJ" else None
