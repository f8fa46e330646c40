"""Posts: who is chosen for one does not hold it yet: "has chosen Ann Orr as its president", "starting in March"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.times.vocabulary import values
from kg.grammar.verbs import SUBJECTS, has_to, verb_forms
from kg.grammar.wordlists import words, words_of
from kg.parse import Token

_STARTING = frozenset({"effective", "starting", "beginning", "commencing"})
_AHEAD = frozenset({"will", "'ll", "’ll"})
_PRESENT = frozenset({"VBZ", "VBP"})
_HAVE = frozenset({"has", "have", "'ve", "’ve"})
_COMING = frozenset({"next", "coming"})


def not_yet(post: Token, clause: Token, lexicon: Lexicon) -> Token | None:
    """The word that tells that a post is still to be taken up: the verb that chooses for it, or when it begins."""
    forms = verb_forms(clause)
    if not lexicon.has("appointing", forms):
        return None
    start = next(_starts(post, clause), None)
    if start is not None:
        return start
    is_held = post.lower_ in words("held_at_once", "lemma")  # "chose him as its candidate"
    return clause if lexicon.has("choosing", forms) and not is_held and _is_news(clause) else None


def taken_up(post: Token) -> Token | None:
    """The noun that tells how somebody comes into a post: "his *appointment* as its chief was blocked", "turned down
    the *job* of chief"; not "his dismissal as its chief"."""
    above = post.head.head
    if post.dep_ != "pobj" or above.pos_ != "NOUN":
        return None
    names = {"as": "coming into a post", "of": "post"}.get(post.head.lower_)
    return above if names is not None and above.lemma_ in words_of(names) else None


def filled_by(post: Token) -> Token | None:
    """The copula that tells who holds a post: "its chief *is* Ann Orr", "its chief is thought to *be* Ann Orr"."""
    if post.dep_ not in SUBJECTS or "appos" in post.below:
        return None
    verb = post.head
    inner = (child for child in verb.rights if child.dep_ == "xcomp" and has_to(child))
    copula = verb if verb.lemma_ == "be" else next(inner, verb)
    named = (child for child in copula.rights if child.dep_ == "attr" and child.pos_ == "PROPN")
    return copula if copula.lemma_ == "be" and any(named) else None


def _is_news(clause: Token) -> bool:
    """Whether a choice is of these days: "has chosen", "chose on Monday"; not "chose him in 1998"."""
    if any(child.lower_ in _HAVE for child in clause.lefts):
        return True
    near = (noun for child in clause.rights for noun in (child, *child.rights))
    return any(noun.text in values("weekday") for noun in near) and arcs.is_past(clause)


def _starts(post: Token, clause: Token) -> Iterator[Token]:
    """What tells when a post begins: "from next season", "effective in May", "and will take office in May"."""
    for child in (*clause.rights, *post.rights):
        nouns = [noun for noun in child.rights if noun.dep_ == "pobj"]
        is_dated = child.lower_ in ("from", "with") and any(_is_start(noun) for noun in nouns)
        if is_dated or child.lower_ in _STARTING:
            yield child
    for verb in (*clause.rights, clause.head):
        is_other = (verb.dep_ == "conj" and verb.head == clause) or (
            verb == clause.head and clause.dep_ in ("relcl", "ccomp")
        )
        if is_other and verb.i > post.i and _is_taking_up(verb):
            yield verb


def _is_start(noun: Token) -> bool:
    """Next season, of "from next season"; effect, of "with effect from May"."""
    if noun.lower_ == "effect":
        return noun.head.lower_ == "with"
    return noun.head.lower_ == "from" and any(child.lower_ in _COMING for child in noun.lefts)


def _is_taking_up(verb: Token) -> bool:
    """Whether somebody is to begin: "will take office", "starts in May"."""
    is_ahead = any(child.lower_ in _AHEAD for child in verb.lefts)
    near = {child.lower_ for child in verb.rights}
    is_begun = verb.lemma_ in words_of("taking up") or (
        verb.lemma_ == "take" and not near.isdisjoint({"office", "over", "up", "charge", "post", "reins", "helm"})
    )
    is_dated = verb.tag_ in _PRESENT and any(
        noun.text in values("month") or noun.text in values("weekday") or any(c.lower_ in _COMING for c in noun.lefts)
        for child in verb.rights
        for noun in (child, *child.rights)
    )
    return is_begun and (is_ahead or is_dated)
