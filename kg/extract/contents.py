"""What a noun says or is for: "rumours *that schools would close*", "no plans *to cut jobs*"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.clauses.complements import opens_with_for
from kg.extract.proposition import Clausal, Proposition
from kg.grammar import wordlists
from kg.grammar.phrases import ADNOMINAL
from kg.grammar.verbs import has_to
from kg.parse import Token

WAY = "way"  # stands with its clause, without which no way is told
_ROLE = "topic"


def contents(noun: Token) -> Iterator[Token]:
    """The heads of the clauses that tell what a report, plan or right is about; each of those coordinated."""
    if ("acl" not in noun.below and "relcl" not in noun.below) or noun.lemma_ == WAY:
        return
    for child in noun.rights:
        if child.dep_ in ADNOMINAL and (_is_that_clause(child) or _is_what_for(noun, child) or _is_hard(noun, child)):
            yield child


def with_contents(proposition: Proposition) -> Proposition:
    """The proposition with what its object says or is for, where that stands behind the noun and is not told yet."""
    thing = proposition.object
    if not isinstance(thing, Token) or thing.pos_ != "NOUN" or thing.i < proposition.anchor.i:
        return proposition
    told = {filler.head.i for _, filler in proposition.roles if isinstance(filler, Clausal)}
    added = tuple((_ROLE, Clausal(head)) for head in contents(thing) if head.i not in told)
    return replace(proposition, roles=(*proposition.roles, *added)) if added else proposition


def _is_that_clause(verb: Token) -> bool:
    return verb.dep_ == "acl" and any(t.dep_ == "mark" and t.lower_ == "that" for t in verb.lefts)


def _is_hard(noun: Token, verb: Token) -> bool:
    """ "Has difficulty *finding staff*": doing what is hard."""
    is_next = verb.tag_ == "VBG" and verb.dep_ == "acl" and verb.i == noun.i + 1
    is_had = noun.dep_ == "dobj" and noun.head.lemma_.lower() in wordlists.words_of("having trouble")
    is_doing = verb.lower_ not in wordlists.words_of("told of trouble")  # "has a problem *affecting* thousands"
    return is_next and is_had and is_doing and noun.lemma_.lower() in wordlists.words_of("hard to do")


def _is_what_for(noun: Token, verb: Token) -> bool:
    lemma = noun.lemma_.lower()
    if noun.pos_ == "PRON" and noun.tag_ == "NN":
        return has_to(verb)  # "did nothing *to help them*"
    is_listed = lemma in wordlists.control_nouns() or lemma in wordlists.words("granted_nouns", "lemma")
    is_none = any(word.lower_ == "no" for word in noun.lefts)
    is_listed |= not is_none and (_is_enough(noun) or lemma in wordlists.words_of("nothing without its deed"))
    return has_to(verb) and (is_listed or opens_with_for(verb))  # "built a hall *for the club to meet*"


def _is_enough(noun: Token) -> bool:
    """ "Bought *enough* seed to plant a field", "has *too little* time to read": so much for that, and for no more."""
    degrees = (word for word in noun.lefts if word.dep_ in ("amod", "advmod", "nummod"))
    is_measured = any(d.lower_ in wordlists.words_of("enough") or _is_too_much(d) for d in degrees)
    return is_measured and noun.dep_ == "dobj"


def _is_too_much(degree: Token) -> bool:
    return any(word.lower_ == "too" for word in degree.lefts)
