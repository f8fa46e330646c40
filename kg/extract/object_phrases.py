"""Objects that are told in words, as a part of them alone would be something else."""

from __future__ import annotations

from operator import attrgetter

from kg.extract.amounts import SUMS, value_of
from kg.extract.clauses import Clause, Oblique
from kg.extract.proposition import Words
from kg.grammar.phrases import UNTIL
from kg.grammar.verbs import has_to
from kg.grammar.wordlists import own_prepositions, prepositions, words_of
from kg.parse import Token


def had_done(clause: Clause, things: tuple[Token, ...]) -> Words | None:
    """ "Had *a plea turned down*", "had *her ring stolen in Kesh*": she may have it no more."""
    if clause.head.lemma_ != "have" or len(things) != 1 or things[0].i < clause.head.i:
        return None
    thing = things[0]
    if "poss" not in thing.below and clause.head.tag_ != "VBN":
        return None  # "has a tower built in 1200"
    done = [c for c in thing.rights if c.dep_ == "acl" and c.tag_ == "VBN" and not has_to(c)]
    if not done or done[-1].right_edge.i < thing.right_edge.i or done[-1].left_edge.text_before == ",":
        return None
    tokens = thing.doc.tokens
    return Words(tuple(tokens[thing.left_edge.i : done[-1].right_edge.i + 1]))


def between_sums(clause: Clause) -> Words | None:
    """ "Cost *between £2m and £3m*", "were paid *between 2 and 3 dollars*", which the parser takes for a place."""
    beside = {clause.head.i + 1, *(whom.right_edge.i + 1 for whom in clause.datives)}
    is_given = clause.head.lemma_.lower() in words_of("given two things")
    for oblique in clause.obliques if not clause.is_passive or is_given else ():
        marker = oblique.marker[0]
        told = sorted(marker.subtree, key=attrgetter("i"))
        is_sum = any(value_of(head) in SUMS | {"CARDINAL"} for head in oblique.heads)
        if oblique.words == "between" and marker.i in beside and is_sum and any(t.lower_ == "and" for t in told):
            return Words(tuple(marker.doc.tokens[told[0].i : told[-1].i + 1]))
    return None


def time_given(clause: Clause) -> tuple[Words, Oblique] | None:
    """ "Has *until Friday to pay*": so long, and no duty told by "has to"."""
    if clause.head.lemma_ != "have" or clause.objects:
        return None
    for oblique in clause.obliques:
        marker = oblique.marker[0]
        if oblique.words in UNTIL and marker.i == clause.head.i + 1:
            last = oblique.heads[-1]
            deeds = [c for host in (clause.head, last) for c in host.rights if c.i > last.i and has_to(c)]
            end = max((t.i for deed in deeds for t in deed.subtree if not t.is_punct), default=last.right_edge.i)
            return Words(tuple(marker.doc.tokens[marker.i : end + 1])), oblique
    return None


def is_of_all_kinds(noun: Token) -> bool:
    """ "Everything *from nails to boats*"; not "kept anyone from speaking"."""
    marker = next((c for c in noun.rights if c.lower_ == "from"), None)
    is_all = noun.lower_ in words_of("all kinds")
    return is_all and marker is not None and any(t.lower_ == "to" and t.pos_ == "ADP" for t in marker.subtree)


def range_between(clause: Clause) -> tuple[Words, Oblique] | None:
    """ "Ranges *from tugs to tankers*": both ends, however the parser hangs the second."""
    if clause.head.lemma_.lower() != "range" or clause.objects:
        return None
    for oblique in (o for o in clause.obliques if o.words == "from"):
        first = oblique.marker[0]
        tos = [t for t in (*first.subtree, *clause.head.rights) if t.lower_ == "to" and t.i > first.i]
        end = next((c for to in tos for c in to.rights if c.dep_ == "pobj"), None)
        if end is not None:
            return Words(tuple(first.doc.tokens[first.i : end.right_edge.i + 1])), oblique
    return None


def is_named_as(oblique: Oblique, clause: Clause) -> bool:
    """ "Marked the vans *as out of service*", "described it *as in ruins*"."""
    marker = oblique.marker
    is_told_as = marker[0].lower_ == "as" and (clause.head.lemma_.lower(), "as") in own_prepositions()
    return is_told_as and marker[0].i < marker[1].i and oblique.words not in prepositions()
