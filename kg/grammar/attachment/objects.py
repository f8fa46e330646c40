"""Nouns that the parser takes for verbs, or hangs on the wrong verb, beside what something is done to."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.verbs import SUBJECTS, has_to, is_passive
from kg.grammar.wordlists import words
from kg.parse import Token

_RANKED = frozenset({"first", "second", "third", "last", "only"})


@at(tags="NN NNS", above_tags=PAST, is_behind=True)
def of_gerund(thing: Token) -> Iterator[Arc]:
    """ "Was accused of giving athletes banned *drugs*": what they were given; nobody is accused a drug."""
    start = thing.left_edge.i
    receiver = thing.doc[start - 1] if start else thing
    gerund = receiver.head
    if receiver.dep_ != "dobj" or gerund.dep_ != "pcomp" or gerund.i > receiver.i or not is_passive(thing.head):
        return
    if gerund.head.head == thing.head and receiver.pos_ in ("NOUN", "PROPN", "PRON"):
        yield receiver, gerund, "dative"
        yield thing, gerund, "dobj"


@at(tags="NN", below="aux dobj")
def behind_to(post: Token) -> Iterator[Arc]:
    """ "Handed the title to *qualifier* Ana Duarte": who she is, and nothing that is done."""
    marker = next((c for c in post.lefts if c.lower_ == "to" and c.dep_ == "aux"), None)
    name = next((c for c in post.rights if c.dep_ == "dobj" and c.pos_ == "PROPN"), None)
    if marker is None or name is None or name.left_edge.i != post.i + 1:
        return
    marker.tag_, marker.pos_ = "IN", "ADP"
    yield marker, post.head, "prep"
    yield name, marker, "pobj"
    yield post, name, "compound"


@at(tags="NN", below="aux", any_below="ccomp")
def behind_had(post: Token) -> Iterator[Arc]:
    """ "Orlo had *keeper* Jan Lund sent off": who he is, and nothing that they had done."""
    had = next((c for c in post.lefts if c.dep_ == "aux" and c.lemma_ == "have" and c.i == post.i - 1), None)
    done = next((c for c in post.rights if c.dep_ == "ccomp" and c.tag_ in PAST), None)
    name = next((c for c in done.lefts if c.dep_ in SUBJECTS), None) if done is not None else None
    if had is None or done is None or name is None or name.pos_ != "PROPN" or name.left_edge.i != post.i + 1:
        return
    had.pos_, done.tag_ = "VERB", "VBN"
    yield had, had if post.dep_ == "ROOT" else post.head, post.dep_
    yield from ((c, had, c.dep_) for c in list(post.children) if c not in (had, name))
    yield name, done, "nsubjpass"
    yield post, name, "compound"


@at(tags="VB VBP", none_below="aux nsubj mark dobj", is_behind=True)
def of_her(deed: Token) -> Iterator[Arc]:
    """ "Dropped her *serve* twice": what was hers, and nobody who was dropped; "made her serve" is not told so."""
    her, verb = deed.nbor(-1), deed.head
    is_hers = her.lower_ == "her" and her.dep_ == "dobj" and her.head == verb
    if not is_hers or verb.lemma_.lower() in words("bare_infinitives", "lemma"):
        return
    her.tag_, deed.tag_, deed.pos_ = "PRP$", "NN", "NOUN"
    yield from ((c, verb, c.dep_) for c in list(deed.rights))
    yield deed, verb, "dobj"
    yield her, deed, "poss"


@at(tags="VB", below="aux", none_below="nsubj mark", is_behind=True)
def of_first(deed: Token) -> Iterator[Arc]:
    """ "Became the first Pole *to win* the race": which Pole, and nothing that it was for."""
    noun = next((c for c in deed.head.rights if c.dep_ == "attr" and c.right_edge.i == deed.left_edge.i - 1), None)
    before = noun.lefts if noun is not None and noun.pos_ in ("NOUN", "PROPN") else ()
    if noun is not None and any(c.tag_ == "JJS" or c.lower_ in _RANKED for c in before):
        yield deed, noun, "relcl"


def struck_in(marker: Token) -> Iterator[Arc]:
    """ "Headed *in* a corner", "curled *in* a free kick": what was struck, and no place."""
    ball = next((c for c in marker.rights if c.dep_ == "pobj"), None)
    verb = marker.head
    if ball is None or marker.i != verb.i + 1 or verb.lemma_.lower() not in words("striking", "lemma"):
        return
    if ball.lemma_.lower() in words("struck", "lemma") and not any(c.dep_ == "dobj" for c in verb.rights):
        yield marker, verb, "prt"
        yield ball, verb, "dobj"
        yield from ((c, verb, "advcl") for c in list(verb.rights) if c.dep_ == "xcomp" and has_to(c))


def struck_past(marker: Token) -> Iterator[Arc]:
    """ "Headed *past* keeper Jan Lund": where the ball went; nobody was headed, and he still is the keeper."""
    name = marker.head.head if marker.head.dep_ == "compound" else marker.head
    verb = name.head
    if name.dep_ != "dobj" or name.pos_ != "PROPN" or marker.i != verb.i + 1:
        return
    if verb.lemma_.lower() in words("striking", "lemma"):
        marker.tag_, marker.pos_ = "IN", "ADP"
        yield marker, verb, "prep"
        yield name, marker, "pobj"


@at(tags="VBD", below="nsubj", none_below="aux auxpass mark dobj", is_behind=True)
def had_done(deed: Token) -> Iterator[Arc]:
    """ "Had a plea *turned* down": it was turned down, and did nothing."""
    subject = next((c for c in deed.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and deed.head.lemma_ == "have" and deed.head.i < subject.left_edge.i:
        deed.tag_ = "VBN"
        yield subject, deed, "nsubjpass"
