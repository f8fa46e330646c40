"""Offices before the name of who holds them: "President of the regional council Ann Lund"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.phrases import NOUNS
from kg.naming import given_names, offices, roles
from kg.parse import Token

_OWNED = frozenset({"det", "poss"})


@at(tags="NNP", below="compound", above="prep", is_behind=True)
def holds_office(name: Token) -> Iterator[Arc]:
    """ "*President of the council Ann Lund* said so": she said it, and no president is one of her."""
    preposition, post = name.head, name.head.head
    if preposition.lower_ != "of" or post.dep_ == "ROOT" or not _is_bare_post(post) or post.i + 1 != preposition.i:
        return
    first = _first_of_person(name)
    if first is None or first.i - 1 <= preposition.i:
        return
    body = name.doc[first.i - 1]
    if body.pos_ not in NOUNS or body.head is not name:
        return
    yield name, post.head, post.dep_
    yield post, name, "nmod"
    yield body, preposition, "pobj"
    yield from ((c, body, c.dep_) for c in [*name.lefts] if preposition.i < c.i < body.i)


@at(tags="NNP", below="compound")
def behind_office(name: Token) -> Iterator[Arc]:
    """ "*Head of the mission Ann Lund* met them": one subject, whose office stands before the name, without a comma."""
    first = name.left_edge
    posts = [name.head] if name.dep_ == "appos" else [c for c in name.head.lefts if c.dep_ == name.dep_]
    post = next((c for c in posts if c.i < first.i and c.right_edge.i + 1 == first.i), None)
    if post is None or not _is_bare_post(post) or not any(c.lower_ == "of" for c in post.rights):
        return
    if first.text in given_names() or first.ent_type_ == "PERSON":
        if name.dep_ == "appos":
            yield name, post.head, post.dep_
        yield post, name, "nmod"


def _is_bare_post(post: Token) -> bool:
    """Whether it is a post as it stands before a name, without an article: "President", "Deputy Leader"."""
    is_post = post.text in offices() or (post.lower_ in roles() and post.text[:1].isupper())
    return is_post and post.pos_ in NOUNS and _OWNED.isdisjoint(c.dep_ for c in post.lefts)


def _first_of_person(name: Token) -> Token | None:
    """The first word of a person's name that ends here: a given name, or where the recogniser has it begin, or the
    first capital behind a common noun: "of the council *Wilmer* Lund"."""
    parts = [c for c in name.lefts if c.dep_ == "compound"]
    given = [c for c in parts if c.text in given_names() and name.i - c.i < 4]
    if given:
        return given[0]
    called = [
        c for c in parts if c.ent_type_ == name.ent_type_ == "PERSON" or (c.tag_ == "NNP" and c.nbor(-1).tag_ == "NN")
    ]
    return called[0] if called else None
