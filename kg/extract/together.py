"""What is told of several together, and of none alone: "two of them were *a nurse and a cook*", "rent and heating
*together* cost 900 euros"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses import Clause
from kg.extract.clauses import ClauseKind as Kind
from kg.extract.exemplars import is_amount
from kg.extract.proposition import Proposition, Words
from kg.grammar.phrases import PLURALS, TIMES
from kg.grammar.wordlists import words_of
from kg.parse import Token

_EACH = frozenset({"each", "both", "apiece", "respectively"})
_ONE = frozenset({"a", "an"})


def as_one(read: list[Clause], found: list[Proposition]) -> list[Proposition]:
    """The propositions, with one in place of those that tell of each of several what holds of all of them."""
    for clause in read:
        if len(clause.attributes) > 1 and _are_one_each(clause):
            found = _described_as_list(clause, found)
        elif len(clause.subjects) > 1 and _are_joined(clause):
            found = _counted_together(clause, found)
    return found


def _are_one_each(clause: Clause) -> bool:
    """Whether of many it is told which ones they are: "the dead were a nurse and two cooks"."""
    first, *others = clause.attributes
    is_and = any(c.dep_ == "cc" and c.lower_ == "and" for t in clause.attributes for c in t.rights)
    is_one = first.tag_ == "NN" and first.left_edge.lower_ in _ONE
    is_list = is_and and all(other.pos_ in ("NOUN", "PROPN") for other in others)
    return clause.kind is Kind.COPULA and is_one and is_list and any(map(_is_many, clause.subjects))


def _is_many(noun: Token) -> bool:
    is_of = any(c.lower_ == "of" for c in noun.rights)  # "two of the dead"
    is_group = noun.lemma_.lower() in words_of("several in one word") or (
        noun.pos_ == "ADJ" and noun.left_edge.lower_ == "the"
    )
    is_counted = noun.tag_ == "CD" and noun.lower_ != "one" and (is_of or noun.left_edge.lower_ == "the")
    return noun.tag_ in PLURALS or is_counted or is_group


def _described_as_list(clause: Clause, found: list[Proposition]) -> list[Proposition]:
    heads = clause.attributes
    places = {clause.verb.i, *(head.i for head in heads)}
    told = [p for p in found if p.anchor.i in places and _is_of(p, clause)]
    if not told:
        return found
    start, end = heads[0].left_edge.i, heads[-1].right_edge.i
    whole = Words(tuple(clause.verb.doc.tokens[start : end + 1]))
    first = told[0]
    copula = tuple(t for t in clause.head.children if t.lemma_ == "be")
    listed = Proposition(
        subject=clause.subjects[0],
        predicate="kg:describedAs",
        relation=copula,
        object=whole,
        anchor=clause.head,
        rule=f"open/{clause.kind}",
        roles=tuple(role for role in first.roles if role[0] in ("time", "condition")),
        label="is",
        backing=(clause.subject_source,),
    )
    return [p for p in found if p not in told] + [listed]


def _is_of(proposition: Proposition, clause: Clause) -> bool:
    """Whether a proposition tells of the subject what it is."""
    members = {token.i for token in clause.subjects}
    thing = proposition.object
    return proposition.subject.i in members or (isinstance(thing, Token) and thing.i in members)


def _are_joined(clause: Clause) -> bool:
    """Whether a sum is that of all subjects, as a word tells, "together", "alone", or the deed: "storms and floods
    killed 19 people", "the party and its allies won 40 seats"; not "killed nine people each"."""
    hosts = (clause.verb, *clause.subjects)
    is_added_up = clause.head.lemma_.lower() in words_of("adding up") and any(map(is_amount, clause.objects))
    beside = [c for t in (*hosts, *clause.objects) for c in t.children]
    is_and = all(c.lower_ == "and" for c in beside if c.dep_ in ("cc", "preconj") and c.i < clause.verb.i)
    if is_added_up and is_and and not any(c.lower_ in _EACH or c.dep_ == "neg" for c in beside):
        return clause.head.lemma_.lower() not in words_of("won by one, too") or any(map(_is_of_party, clause.objects))
    joint = (c for host in hosts for c in host.children if c.lower_ in words_of("taken together"))
    return any(word.lower_ != "alone" or word.i < clause.verb.i for word in joint)  # not "sailed 40 miles alone"


def _is_of_party(thing: Token) -> bool:
    """Whether what is won or lost is counted for a party, or is money: "40 of the 90 *seats*"."""
    nouns = (thing, *(noun for of in thing.rights if of.lower_ == "of" for noun in of.rights))
    return any(noun.ent_type_ == "MONEY" or noun.lemma_.lower() in words_of("counted for a party") for noun in nouns)


def _counted_together(clause: Clause, found: list[Proposition]) -> list[Proposition]:
    """Of the first subject with the others beside it: "rent costs 900 euros with heating"."""
    members = {token.i: token for token in clause.subjects}
    sums = [p for p in found if p.anchor == clause.head and p.subject.i in members and _is_sum(p)]
    if len(sums) < len(members):
        return found
    first = clause.subjects[0]
    others = tuple(("companion", token) for token in clause.subjects[1:])
    joined = [replace(p, roles=(*p.roles, *others)) for p in sums if p.subject == first]
    return [p for p in found if p not in sums] + joined if joined else found


def _is_sum(proposition: Proposition) -> bool:
    """Whether it is told how much they are or cost; both did what was done: "together bought it for 9 million"."""
    if proposition.anchor.lemma_.lower() not in words_of("summing up") | words_of("adding up"):
        return False
    fillers = [proposition.object, *(filler for _, filler in proposition.roles)]
    tokens: Iterator[object] = (t for f in fillers for t in (f.tokens if isinstance(f, Words) else (f,)))
    return any(
        isinstance(token, Token) and (is_amount(token) or token.like_num) and token.ent_type_ not in TIMES
        for token in tokens
    )
