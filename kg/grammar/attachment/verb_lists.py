"""Verbs of a list that the tagger takes for parts of nouns: "will plant hedges, *clear* paths and *paint* benches"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, read_as_verb
from kg.grammar.attachment.sites import at
from kg.grammar.phrases import chained
from kg.grammar.verbs import OBJECTS
from kg.parse import Token

_BASE = frozenset({"VB", "VBP"})
_NOUNS = frozenset({"NN", "NNS", "NNP"})
_SHORTEST = 3  # tokens before a second verb
_LINKS = frozenset({",", "and", "or", "then"})


@at(tags=_NOUNS, any_below="compound amod nmod", is_behind=True)
def deeds_of_list(thing: Token) -> Iterator[Arc]:
    """ "Will plant hedges, *clear* paths and *paint* benches": what they do in turn; nobody plants paths."""
    verb = _verb_before(thing.left_edge)
    if verb is None:
        return
    *things, last = thing, *chained(thing)
    if last.tag_ in _NOUNS:
        things.append(last)
    is_list = len(things) > 1 or last.tag_ in _BASE or _is_listed(verb)
    is_list |= any(c.dep_ == "conj" and c.tag_ in _BASE and c.i > thing.i for c in (*verb.rights, *thing.head.rights))
    if not is_list or not all(_is_deed_to(noun.left_edge, noun) for noun in things):
        return
    for noun in things:
        yield from _made_deed(noun.left_edge, noun, verb)
    if last.tag_ in _BASE:
        yield last, verb, "conj"


@at(tags=_NOUNS, below="conj", above_tags="VBG", above="pcomp xcomp ROOT conj advcl ccomp", is_behind=True)
def doing_of_list(first: Token) -> Iterator[Arc]:
    """ "Accused of raising prices and *hiding* losses": they hid them; not "selling cars and building materials"."""
    thing = next(c for c in first.rights if c.dep_ == "conj")
    doing, verb = thing.left_edge, first.head
    is_listed = any(c.dep_ == "conj" and c.tag_ == "VBG" and c.i > thing.i for c in verb.rights)
    may_do = is_listed or doing.lower_ not in wordlists.kinds_in_ing()  # "closing schools and cutting power"
    is_doing = doing.tag_ == "VBG" or (doing.tag_ == "NN" and doing.dep_ == "compound" and may_do)
    is_next = doing.text_before in _LINKS and doing.i == thing.i - 1 and not any(doing.children)
    if first.dep_ != "dobj" or not is_doing or not is_next or doing.lower_ in wordlists.words_of("adjective in ing"):
        return
    lemma = doing.lemma_ if doing.tag_ == "VBG" else _lemma(doing)
    if lemma and doing.lower_.endswith("ing") and (doing.lower_, thing.lower_) not in wordlists.gerund_compounds():
        yield from _made_deed(doing, thing, verb)
        doing.tag_, doing.lemma_ = "VBG", lemma


@at(tags="JJ NN NNP", below="dobj", is_behind=True)
def deed_with_object(deed: Token) -> Iterator[Arc]:
    """ "Promised to plant trees, *widen* roads and slow traffic", "to close offices and *shed* staff"."""
    verb = _verb_before(deed)
    thing = next((c for c in deed.rights if c.dep_ == "dobj"), deed)
    if verb is not None and thing.left_edge.i == deed.i + 1 and not any(deed.lefts) and deed.is_lower:
        read_as_verb(deed)
        yield deed, verb, "conj"


@at(tags=_NOUNS, below="cc conj", above="dobj")
def last_deed_of_list(thing: Token) -> Iterator[Arc]:
    """ "Will count visitors, measure *traffic* and survey businesses": what they survey is no part of the traffic."""
    last, deed = thing.head, next((c for c in thing.rights if c.dep_ == "conj"), thing)
    verb = last.head
    if verb.tag_ in _BASE and _is_listed(verb) and deed.i == last.i - 1 and _is_named_deed(deed, last):
        yield thing, verb, "dobj"
        yield from _made_deed(deed, last, verb)


@at(tags="NN NNS JJ", below="conj", above_tags="VB VBP", is_behind=True)
def deeds_to_one(deed: Token) -> Iterator[Arc]:
    """ "To stop, *search* and fine drivers", "to fish, *farm* and trade": verbs with one object or none."""
    verb, last = deed.head, (deed, *chained(deed))[-1]
    is_bare = deed.text_before == "," and deed.i == verb.i + 2 and not OBJECTS & verb.below
    if not is_bare or deed.lower_ not in _deeds() or last.i - deed.i > len(_LINKS) or last == deed:
        return
    own = last if last.tag_ in _BASE else last.left_edge
    if last.tag_ not in _BASE and (own.lower_ not in _deeds() or own.text_before not in _LINKS):
        return
    read_as_verb(deed)
    yield deed, verb, "conj"
    if own != last:
        yield from _made_deed(own, last, verb)
        return
    read_as_verb(own)
    yield from ((c, verb, "cc") for c in deed.rights if c.dep_ == "cc")
    yield own, verb, "conj"


@at(tags="VB", below="dobj", above_tags=_NOUNS, above="dobj", none_below="aux mark nsubj", is_behind=True)
def behind_object(deed: Token) -> Iterator[Arc]:
    """ "Wants to light the paths and *staff* the gate": what it wants to do next, and nothing beside the paths."""
    thing, verb = deed.head, deed.head.head
    if verb.tag_ == "VB" and deed.text_before.lower() in _LINKS:
        yield from ((c, verb, "cc") for c in thing.rights if c.dep_ == "cc" and c.i == deed.i - 1)
        yield deed, verb, "conj"


def _made_deed(deed: Token, thing: Token, verb: Token) -> Iterator[Arc]:
    link = deed.nbor(-1)
    read_as_verb(deed)
    yield deed, verb, "conj"
    yield thing, deed, "dobj"
    if link.tag_ == "CC":
        yield link, verb, "cc"


def _verb_before(deed: Token) -> Token | None:
    """The verb whose object ends right before a word and its comma or "and"."""
    if deed.i < _SHORTEST or deed.text_before not in _LINKS:
        return None
    thing = deed.doc.tokens[deed.i - 2]
    return thing.head if thing.dep_ == "dobj" and thing.head.tag_ in _BASE else None


def _is_listed(verb: Token) -> bool:
    """Whether a verb stands in a list of verbs: "sell shares, *cut* costs"."""
    return verb.text_before == "," and _verb_before(verb) is not None


def _lemma(doing: Token) -> str:
    """What the lexicon knows as the verb of a word in -ing; "" if none."""
    stem = doing.lower_.removesuffix("ing")
    forms = (f"{stem}e", stem, stem[:-1])
    return next((form for form in forms if form in wordlists.known_verbs()), "")


def _is_deed_to(deed: Token, thing: Token) -> bool:
    return deed is not thing and not any(deed.children) and _is_named_deed(deed, thing)


def _is_named_deed(deed: Token, thing: Token) -> bool:
    """Whether a word that opens a noun phrase may be a verb, and the noun what it is done to."""
    is_kind = (deed.lower_, deed.nbor().lower_) in wordlists.verb_compounds()
    return deed.i < thing.i and deed.text_before in _LINKS and not is_kind and deed.lower_ in _deeds()


def _deeds() -> frozenset[str]:
    return wordlists.words_of("deed in a list")
