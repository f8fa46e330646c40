"""Opposition that is told through deeds: who tries, wants or presses to stop something is against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kg.extract.clauses import Clause, conjuncts, subjects
from kg.extract.proposition import Clausal, Proposition
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import has_subject, has_to
from kg.grammar.wordlists import rows, words, words_of
from kg.parse import Token

_JOINED = ("in", "into", "on", "to", "with")
_LONGEST_WAY = 3  # steps from "stop" up to "efforts": "join in efforts to help stop"


def opposition(clauses: Iterable[Clause]) -> Iterator[Proposition]:
    """kg:opposes for "A joins B in efforts to stop X from doing Y", "A presses X to stop doing Y", "A's bid to end Y".

    The object is what is read at Y, or the thing itself where Y is a noun.
    """
    read = list(clauses)
    clause_by_head = {clause.head.i: clause for clause in read}
    for clause in read:
        if clause.head.lemma_ in words("stopping", "lemma"):
            for governor in _governors(clause.head):
                yield from _opposed(clause, governor, clause_by_head)


def _opposed(clause: Clause, governor: Token, clause_by_head: dict[int, Clause]) -> Iterator[Proposition]:
    practices = list(_practices(clause))
    for opponent in _opponents(governor, clause_by_head):
        for practice in practices:
            if opponent != practice and not _is_own(practice, opponent, clause):
                yield Proposition(
                    subject=opponent,
                    predicate="kg:opposes",
                    relation=(governor, clause.head) if governor.i < clause.head.i else (clause.head,),
                    object=Clausal(practice) if practice.pos_ in VERBAL else practice,
                    anchor=governor,
                    rule="opposes/stop",
                    label="opposes",
                )


def _is_own(practice: Token, opponent: Token, clause: Clause) -> bool:
    """ "The mill vowed to stop *burning* coal", "wants to drop its *price*": nobody is against what they do."""
    is_of_verb = practice.pos_ in VERBAL and practice.head == clause.head and practice.dep_ != "pcomp"
    is_theirs = any(child.tag_ == "PRP$" for child in practice.lefts)
    return (is_of_verb or is_theirs) and opponent in clause.subjects


def _governors(stop: Token) -> Iterator[Token]:
    """The words of effort above "stop", nearest first; one only."""
    nouns, verbs = _efforts("N"), _efforts("V")
    if stop.tag_ == "VBD" or (stop.tag_ == "VBN" and stop.dep_ == "acl"):  # it was done; "bids rejected by Orlo"
        return
    token = stop
    for _ in range(_LONGEST_WAY):
        if token.dep_ == "ROOT":
            return
        is_result = token.tag_ == "VBG" and token.i > token.head.i  # "tried to leave, forcing him to stop play"
        is_other = token.dep_ == "advcl" and not has_to(token) and (has_subject(token) or is_result)
        is_beside, token = token.dep_ == "conj", token.head
        if is_beside:  # "urged him to pay and barred him": barring is not urged
            continue
        if is_other:  # "if they reject it, the firm will sue": who sues does not reject
            return
        if token.lemma_ in words("accusing", "lemma"):  # "a lawsuit *accusing* the union of blocking the road"
            return
        if token.lemma_ in (nouns if token.pos_ == "NOUN" else verbs) and token.pos_ in ("NOUN", *VERBAL):
            yield token
            return


@cache
def _efforts(pos: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in rows("efforts") if row["pos"] == pos)


def _practices(clause: Clause) -> Iterator[Token]:
    """What is to be stopped: the verb of "selling X", or the thing in "stop the sale"."""
    kinds = {row["complement"] for row in rows("stopping") if row["lemma"] == clause.head.lemma_}
    embedded = [c.head for c in clause.complements if c.head.tag_ == "VBG" and kinds & {"ger", "from"}]
    for oblique in clause.obliques:
        if {t.lower_ for t in oblique.marker} & kinds:
            embedded += [head for head in oblique.heads if head.pos_ in VERBAL]
    embedded += [t for thing in clause.objects for t in _from_noun(thing, kinds)]
    if embedded:
        yield from (t for t in dict.fromkeys(embedded) if t.lemma_ not in words_of("befalling"))
    elif "np" in kinds:
        yield from filter(_is_practice, clause.subjects if clause.is_passive else clause.objects)
    if "ger" in kinds:
        yield from (thing for thing in clause.objects if thing.tag_ == "VBG" and thing not in embedded)


def _is_practice(thing: Token) -> bool:
    """Whether people do or make it, so that others can be against it: a sale, a toll; no ball, and no war."""
    lemma = thing.lemma_.lower()
    return lemma in words_of("practice") or (lemma in words("events", "lemma") and lemma not in words_of("suffered"))


def _from_noun(thing: Token, kinds: set[str]) -> list[Token]:
    """ "stop the firm [from selling]": the parser often hangs it on the noun."""
    return [t for prep in thing.children if prep.lower_ in kinds for t in prep.children if t.dep_ == "pcomp"]


def _opponents(governor: Token, clause_by_head: dict[int, Clause]) -> tuple[Token, ...]:
    if governor.pos_ != "NOUN":
        clause = clause_by_head.get(governor.i)
        if clause is not None and clause.is_passive:
            return clause.agents
        return subjects(governor)
    return _owners(governor) or _participants(governor, clause_by_head)


def _owners(noun: Token) -> tuple[Token, ...]:
    """ "the union's fight", "a campaign by nurses"."""
    for child in noun.children:
        if child.dep_ == "poss":
            return conjuncts(child)
        if child.dep_ == "prep" and child.lower_ in ("by", "from", "of"):
            return tuple(t for thing in child.children if thing.dep_ == "pobj" for t in conjuncts(thing))
    return ()


def _participants(noun: Token, clause_by_head: dict[int, Clause]) -> tuple[Token, ...]:
    """Who does what the effort belongs to: "A joins B in efforts", "A launched a bid"; B takes part as well."""
    verb = noun
    if noun.dep_ == "pobj" and noun.head.lower_ not in _JOINED:  # "the vote came *after* a campaign to stop it"
        return ()
    while verb.pos_ not in VERBAL and verb.dep_ != "ROOT":
        verb = verb.head
    clause = clause_by_head.get(verb.i)
    if clause is None or clause.is_passive:
        return clause.agents if clause is not None else ()
    partners = tuple(t for t in clause.objects if t != noun) if verb.lemma_ in words("joining", "lemma") else ()
    return (*clause.subjects, *partners)
