"""Lists of people: the next with a post or a name of its own, and kin that is listed beside them."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.coordination import with_link
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people, number_of_verb
from kg.grammar.phrases import FIXING
from kg.naming import roles
from kg.parse import Token


def kin(appositive: Token) -> Iterator[Arc]:
    """ "Leaves her husband, *her son*, Per, and two nieces": three of them, and no husband who is a son."""
    head = appositive.head
    are_owned = all(any(c.tag_ == "PRP$" for c in t.lefts) for t in (head, appositive))
    if not are_owned or not is_people(head) or not is_people(appositive) or head.pos_ != "NOUN":
        return
    names = [c for c in appositive.rights if c.dep_ == "appos" and c.pos_ == "PROPN"]
    others = [c for above in (head, appositive, *names) for c in above.rights if c.dep_ == "conj"]
    last = [c for c in others if c.i > appositive.i and any(t.dep_ in ("nummod", "poss", "det") for t in c.lefts)]
    if last:  # unlike "her husband, her boss and friend"
        yield appositive, head, "conj"
        yield from ((c, appositive, "conj") for c in last)


@at(tags="NNS", below="poss", above="nsubj nsubjpass dobj pobj")
def their_kin(conjunct: Token) -> Iterator[Arc]:
    """ "Portraits of farmers and *their wives* sold well": of wives too, and no wives were sold."""
    noun = conjunct.head
    if not any(c.lower_ == "their" for c in conjunct.lefts) or is_people(noun) or not is_people(conjunct):
        return
    inner = (c for of in noun.rights if of.lower_ == "of" and of.i < conjunct.i for c in of.rights)
    owners = next((c for c in inner if c.dep_ == "pobj" and c.tag_ == "NNS" and is_people(c)), None)
    if owners is not None:
        yield from with_link(conjunct, owners)


@at(tags="NNP", above="appos", above_tags="NNP")
def next_named(name: Token) -> Iterator[Arc]:
    """ "The sculptor Ann Lund, *the painter Bo Roth* and the poet Ed Ek": three people, and no sculptor called Roth.
    "Norway's minister, Ann Lund, and *President Bo Roth*" are two."""
    post = name.head.head
    is_next = name.head.left_edge.i in (post.i + 1, post.i + 2)
    if post.tag_ != "NN" or not is_next or not is_people(post) or name.ent_type_ != "PERSON":
        return
    before = [c for c in name.lefts if c.dep_ == "compound" and (c.tag_ == "NN" or c.lower_ in roles())]
    if before or name.left_edge.lower_ == "the":
        yield from with_link(name, post)


@at(tags="NNP", above_tags="NN NNP", is_behind=True)
def next_with_post(name: Token) -> Iterator[Arc]:
    """ "Ann Lee, a chemist, *Bo Roth*, a lawyer, and *Ed Ek*, a farmer": three people with a post each; Roth is no
    chemist, and no other name of Lee."""
    above = name.head
    first = above if above.tag_ == "NNP" else above.head
    if name.ent_type_ != "PERSON" or first.ent_type_ != "PERSON" or first.tag_ != "NNP":
        return
    if above is not first and (above.dep_ != "appos" or not _is_post(above)):
        return
    posts = [c for c in first.rights if c.dep_ == "appos" and c.i < name.i and _is_post(c)]
    is_next = any(c.dep_ == "appos" and _is_post(c) for c in name.rights) or name.dep_ == "conj"
    if posts and is_next and (name.dep_ == "appos" or above is not first):
        yield from with_link(name, first)


@at(
    tags="NNP", any_below="compound nmod amod", above="nsubj nsubjpass dobj pobj appos", above_tags="NN", is_behind=True
)
def of_two_posts(name: Token) -> Iterator[Arc]:
    """ "*Lawyer and activist Ann Lee* sued": she is both, and no lawyer sued beside her."""
    first = name.head
    posts = [c for c in name.lefts if c.dep_ in ("compound", "nmod", "amod") and c.tag_ == "NN" and is_people(c)]
    links = [c for c in first.rights if c.dep_ == "cc" and c.i < name.i]
    is_bare = (FIXING | {"appos"}).isdisjoint(first.below | name.below)
    if name.ent_type_ != "PERSON" or not posts or len(links) != 1 or links[0].lower_ != "and":
        return
    if is_bare and is_people(first) and links[0].i == first.i + 1 and number_of_verb(first.head) != "many":
        yield name, first.head, first.dep_
        yield first, name, "nmod"
        yield posts[0], first, "conj"
        yield from ((c, posts[0], c.dep_) for c in name.lefts if links[0].i < c.i < posts[0].i)


@at(tags="NN", below="appos conj", above="nsubj nsubjpass dobj pobj appos", above_tags="NN NNP", is_behind=True)
def next_post(post: Token) -> Iterator[Arc]:
    """ "The singer Ann Lee, *the actor Bo Roth* and the painter Ed Ek": three people; no Lee is an actor who is called
    Roth."""
    first = post.head
    if first.dep_ == "appos" and first.head.tag_ == "NN" and first.head.i < first.i:
        first = first.head
    names = [c for c in post.rights if c.dep_ == "appos" and c.ent_type_ == "PERSON"]
    others = [c for c in post.rights if c.dep_ == "conj" and is_people(c)]
    is_named = post.head.ent_type_ == "PERSON" and is_people(first) and is_people(post)
    if is_named and names and others and names[0].i < others[0].i and any(post.lefts):
        yield from with_link(post, first)


@at(tags="NN", below="poss conj", above="nsubj nsubjpass dobj pobj", above_tags="NN", is_behind=True)
def their_own(kin: Token) -> Iterator[Arc]:
    """ "Questioned the owner, *his brother* and a clerk": three; "the owner, his brother and a clerk," is one."""
    owner = kin.head
    others = [c for c in kin.rights if c.dep_ == "conj" and is_people(c) and ("det" in c.below or "poss" in c.below)]
    behind = kin.doc[kin.right_edge.i + 1 : kin.right_edge.i + 2]
    are_people = is_people(owner) and is_people(kin) and "det" in owner.below
    if kin.dep_ == "appos" and others and are_people and not any(mark.text == "," for mark in behind):
        yield from with_link(kin, owner)


def _is_post(noun: Token) -> bool:
    """Whether a noun tells who somebody is, and of nobody else: "a chemist", "head of the bank"; not "his wife"."""
    return noun.tag_ == "NN" and is_people(noun) and "poss" not in noun.below
