"""The words that tell that something is so no longer: "*left the bank* in 2004", "*has been removed as chairman*"."""

from __future__ import annotations

from kg.grammar.wordlists import words
from kg.parse import Token

_NEAR = 6  # words between a verb and what was left


def ending_words(verb: tuple[Token, ...], left: object) -> tuple[Token, ...]:
    """A verb that ends a relation, with what was left where it follows soon: "joined Norvik from *Tarn Robotics*"."""
    is_near = isinstance(left, Token) and verb[-1].i < left.i <= verb[-1].i + _NEAR
    return (*verb, left) if is_near and isinstance(left, Token) else verb


def stopped_words(deed: Token) -> tuple[Token, ...]:
    """The words that tell that somebody does something no more: "*have stopped delivering* babies"."""
    verb = deed.head
    if deed.tag_ != "VBG" or deed.dep_ not in ("xcomp", "dobj") or verb.i > deed.i:
        return ()
    helpers = _helpers(verb) if verb.lemma_.lower() in words("giving_up", "lemma") else None
    return () if helpers is None else (*helpers, verb, deed)


def _helpers(verb: Token) -> tuple[Token, ...] | None:
    """The helpers of a verb that tells of something done, or sure to be; None of one denied or only asked for."""
    helpers = [c for c in verb.lefts if c.dep_ in ("aux", "auxpass", "neg")]
    is_open = any(c.tag_ in ("MD", "TO") and c.lower_ != "will" for c in helpers) or (verb.tag_ == "VB" and not helpers)
    return None if is_open or any(c.dep_ == "neg" for c in helpers) else tuple(helpers)


def leaving_words(post: Token, holder: Token | None = None) -> tuple[Token, ...]:
    """The words that tell that a post is held no longer: "has been *removed* as chairman"; nobody
    leaves what another is replaced as, nor what they are only asked to leave."""
    verb = post.head.head
    if post.head.lower_ != "as" or verb.lemma_.lower() not in words("leaving", "lemma"):
        return ()
    helpers = _helpers(verb)
    if helpers is None or (holder is not None and _dismisses(verb, holder)):
        return ()
    return (*helpers, verb, *(c for c in verb.rights if c.dep_ == "prt"), *((post,) if verb.i < post.i else ()))


def _dismisses(verb: Token, holder: Token) -> bool:
    """Whether somebody is who takes another's post away, or comes in his place: "was replaced by *Lund*"."""
    doers = [t for c in verb.rights if c.dep_ == "agent" for t in c.rights]
    if any(c.dep_ == "dobj" for c in verb.rights):
        doers += [c for c in verb.lefts if c.dep_ == "nsubj"]
    return holder in doers
