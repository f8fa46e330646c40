"""Nouns that the parser takes for verbs, or hangs on the wrong verb, beside what something is done to."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.verbs import has_to
from kg.grammar.wordlists import words
from kg.parse import Token


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


@at(tags="VBD", below="nsubj", none_below="aux auxpass mark dobj", is_behind=True)
def had_done(deed: Token) -> Iterator[Arc]:
    """ "Had a plea *turned* down": it was turned down, and did nothing."""
    subject = next((c for c in deed.lefts if c.dep_ == "nsubj"), None)
    if subject is not None and deed.head.lemma_ == "have" and deed.head.i < subject.left_edge.i:
        deed.tag_ = "VBN"
        yield subject, deed, "nsubjpass"


def else_of(word: Token) -> Iterator[Arc]:
    """ "Could not carry anyone *else*": who is meant, and nothing of the carrying."""
    before = word.doc.tokens[word.i - 1] if word.i else word
    if before is not word.head and before.head is word.head and before.lower_ in words("persons_at_large", "word"):
        yield word, before, "advmod"
