"""What is told of an object or subject beside the verb: "left them *facing* a fine", "is *out*", "shot him *dead*"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import ADJECTIVES, at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import HELPERS, SUBJECTS
from kg.parse import Token

_PREDICATED = frozenset({"attr", "acomp", "oprd", "expl", "ccomp"})


@at(tags="VBG", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def left_doing(participle: Token) -> Iterator[Arc]:
    """ "Left a handful of clerks, who wept, *wondering* what to do": the clerks do, and not what left them so."""
    verb = participle.head
    if participle.dep_ not in ("advcl", "xcomp") or verb.lemma_.lower() not in wordlists.words("leaving_so", "lemma"):
        return
    people = next((c for c in reversed(verb.rights) if c.dep_ == "dobj" and c.i < participle.i), None)
    if people is None or participle.left_edge is not participle:
        return
    if not _means_people(people) and not _is_kept_doing(people, participle):
        return
    between = participle.doc.tokens[people.right_edge.i + 1 : participle.i]
    is_cut = any(token.dep_ == "relcl" for token in people.subtree)
    if all(token.text == "," for token in between) and (not between or is_cut):
        yield participle, people, "acl"


def _is_kept_doing(thing: Token, participle: Token) -> bool:
    """ "Kept the engine *running*": the engine runs."""
    is_next = participle.i == thing.i + 1
    return participle.head.lemma_ == "keep" and thing.tag_ in ("NN", "NNS") and is_next


def _means_people(noun: Token) -> bool:
    members = (c for of in noun.rights if of.lower_ == "of" for c in of.rights if c.dep_ == "pobj")
    return is_people(noun) or any(map(is_people, members))


@at(tags="RB RP IN JJ RBR", none_below="pobj pcomp", is_behind=True)
def is_out(adverb: Token) -> Iterator[Arc]:
    """ "The champion is *out*", "was *behind* on points": what somebody is, and no place or time of being."""
    verb = adverb.head
    is_be = verb.lemma_ == "be" and verb.pos_ in VERBAL and _PREDICATED.isdisjoint(verb.below)
    if not is_be or adverb.dep_ not in ("advmod", "prt") or "nsubj" not in verb.below:
        return
    if adverb.lower_ not in wordlists.words("predicated_adverbs", "word") or adverb.left_edge.i != verb.i + 1:
        return
    adverb.tag_, adverb.pos_ = "JJ", "ADJ"
    yield adverb, verb, "acomp"
    yield from ((c, adverb, c.dep_) for c in [*verb.rights] if c.dep_ == "npadvmod" and c.left_edge.i == adverb.i + 1)


def shot_dead(dead: Token) -> Iterator[Arc]:
    """ "Shot *dead* two wolves": how they were shot; nobody shot dead wolves."""
    verb = dead.head.head
    if dead.head.dep_ == "dobj" and verb.lemma_.lower() in wordlists.words_of("done dead") and dead.i == verb.i + 1:
        yield dead, verb, "oprd"


@at(tags=ADJECTIVES, above_tags="DT PDT RB", is_behind=True)
def all_but(adjective: Token) -> Iterator[Arc]:
    """ "Makes parole all but *impossible*": what it makes of it; there is no "all" beside."""
    every = adjective.head
    but = next((c for c in every.rights if c.lower_ == "but" and c.i == every.i + 1), None)
    if adjective.dep_ != "conj" or every.lower_ != "all" or but is None or adjective.i != but.i + 1:
        return
    verb = next((t for t in every.ancestors if t.pos_ in VERBAL), None)
    thing = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < every.i), None) if verb is not None else None
    if verb is not None and thing is not None and verb.lemma_.lower() in wordlists.words("predicating", "lemma"):
        yield adjective, verb, "oprd"
        yield every, adjective, "advmod"
