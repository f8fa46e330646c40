"""The short rows of one clause as relation and argument words; whatever the parser attached where, the same rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import product

from kg.extract.clauses import Clause
from kg.extract.clauses.complements import Complement
from kg.extract.clauses.obliques import Oblique
from kg.extract.clauses.obliques import agent_marker as by_of
from kg.extract.rows.circumstances import direction, is_measure, of_adverbs, of_times
from kg.extract.rows.governing import governing, is_ordered, relation_words
from kg.extract.rows.within import INCLUDING, Piece, behind, between, drilled, ends, listed, of_gerund
from kg.extract.rows.wording import (
    Words,
    claim_words,
    in_order,
    noun_phrase,
    noun_phrases,
    verb_group,
    without,
)
from kg.grammar import wordlists
from kg.grammar.phrases import TIMES, VERBAL
from kg.grammar.verbs import FINITE, SUBJECTS, has_subject, has_to
from kg.parse import Token

QUESTIONS = frozenset({"WDT", "WP", "WRB"})  # tags of relative and question words, which never stand in a row
_TOWARDS = frozenset({"to", "into", "for"})
_COMPLETING = frozenset({"to", "for", "with", "from", "about", "than"})


def readings(clause: Clause, by_verb: Mapping[int, Clause]) -> Iterator[tuple[Words, Piece]]:
    """Subject and piece of each row of a clause; two for "urged the firm to sell | the mill": who urged, who sells."""
    yield from product(subject_words(clause, by_verb), tuple(pieces(clause, by_verb)))
    if is_ordered(clause.verb) and _is_shifted(clause, _above(clause, by_verb)):
        yield from product(_own_subjects(clause), tuple(_own_pieces(clause, verb_group(clause.verb))))


def subject_words(clause: Clause, by_verb: Mapping[int, Clause]) -> Iterator[Words]:
    """The subjects of a clause's rows: "there" for what exists; the urger for "urged the firm to sell | the mill"."""
    above = _above(clause, by_verb)
    if clause.subject_source == "existential":
        yield from ((child,) for child in clause.verb.children if child.tag_ == "EX")
    elif above is not None and _is_shifted(clause, above):
        yield from subject_words(above, by_verb)
    else:
        yield from _own_subjects(clause)


def _own_subjects(clause: Clause) -> Iterator[Words]:
    for subject in clause.subjects:
        if subject.tag_ not in QUESTIONS and subject != clause.verb:
            yield from noun_phrases(subject)


def _is_shifted(clause: Clause, above: Clause | None) -> bool:
    """Whether who does it is not who urges it."""
    return above is not None and above.subjects != clause.subjects


def pieces(clause: Clause, by_verb: Mapping[int, Clause]) -> Iterator[Piece]:
    """Relation and argument of each row of a clause; the relation continues that of the verb above if it can."""
    verb = clause.verb
    if verb.dep_ == "pcomp" and not has_subject(verb):
        return  # read from the verb above, as "gerund"
    relation = verb_group(verb) if clause.subject_source == "existential" else relation_words(verb)
    if relation[0].tag_ != "TO":
        yield from _own_pieces(clause, relation)
        yield from _inherited(clause, relation, _cores(clause), _above(clause, by_verb))


def _own_pieces(clause: Clause, relation: Words) -> Iterator[Piece]:
    receivers = [head for head in clause.datives if any(relation[-1].i < head.i < thing.i for thing in clause.objects)]
    for receiver in receivers[:1]:  # "gave her | a book"
        relation = (*relation, *noun_phrase(receiver))
    cores = _cores(clause)
    yield from _of_objects(clause, relation)
    yield from _of_attributes(clause, relation, cores[0])
    yield from _of_agents(clause, relation)
    yield from _of_obliques(clause, relation, cores, clause.obliques)
    yield from of_adverbs(clause, relation, cores[0] or _bound(clause, relation), clause.adverbs)
    yield from of_times(clause, relation, cores[0] or _bound(clause, relation))
    yield from _of_complements(clause, relation)


def _cores(clause: Clause) -> list[Words]:
    """What stands between verb and adjuncts, once for each object: "lent | two sketches | to", "is | a judge | in"."""
    heads = _objects(clause) or _predicated(clause)
    if not heads and (measures := list(filter(is_measure, clause.adverbs))):
        return [(*direction(measures[0]), *noun_phrase(measures[0]))]
    return [words for head in heads for words in noun_phrases(head)] or [()]


def _above(clause: Clause, by_verb: Mapping[int, Clause]) -> Clause | None:
    governor = governing(clause.verb)
    return by_verb.get(governor.i) if governor is not None else None


def _objects(clause: Clause) -> tuple[Token, ...]:
    """Objects without question words: "how much"."""
    return tuple(head for head in clause.objects if not any(t.tag_ in QUESTIONS for t in (head, *head.lefts)))


def _predicated(clause: Clause) -> tuple[Token, ...]:
    return clause.subjects if clause.subject_source == "existential" else clause.attributes


# ---- arguments of the verb


def _of_objects(clause: Clause, relation: Words) -> Iterator[Piece]:
    for head in listed(_objects(clause)):
        yield from ((relation, words, "object") for words in noun_phrases(head))
        yield from drilled(relation, head)


def _of_attributes(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    """What is predicated; behind the object if there is one: "named her | chair"."""
    if clause.objects:
        relation = in_order((*relation, *core))
    for head in _predicated(clause):
        if not _is_half(head, clause):
            yield from ((relation, words, "attribute") for words in noun_phrases(head))
        yield from drilled(relation, head)
        for measure in filter(is_measure, head.rights if head.pos_ == "ADJ" else ()):
            yield in_order((*relation, head)), noun_phrase(measure), "adverb"


def _is_half(head: Token, clause: Clause) -> bool:
    """Whether a predicated word says nothing without what follows: "is able | to sell", "is clear | that it fell"."""
    if any(child.dep_ == "xcomp" or (_completes(child) and not clause.objects) for child in head.children):
        return True
    return any(_is_judged(complement, head) for complement in clause.complements)


def _is_judged(complement: Complement, head: Token) -> bool:
    """Whether a clause is what an adjective is said of: "is clear *that it fell*", "is hard *to find*"."""
    is_behind = head.pos_ == "ADJ" and complement.head.i > head.i
    return is_behind and (complement.kind == "inf" or (complement.kind == "that" and is_whole(complement)))


def _completes(child: Token) -> bool:
    """Whether a phrase is half of what its adjective says: "is subject *to tax*", "remained loyal *to the king*"."""
    is_beside = child.head.pos_ == "ADJ" and child.i == child.head.i + 1 and child.lower_ in _COMPLETING
    return is_beside and any(noun.dep_ == "pobj" for noun in child.rights)


def _of_agents(clause: Clause, relation: Words) -> Iterator[Piece]:
    marker = agent_marker(clause)
    for head in listed(clause.agents):
        yield (*relation, *marker), noun_phrase(head), "agent"
        yield from drilled((*relation, *marker), head)


def agent_marker(clause: Clause) -> Words:
    """The "by" of a passive."""
    marker = by_of(clause.verb)
    return (marker,) if marker is not None else ()


def _of_obliques(clause: Clause, relation: Words, cores: list[Words], obliques: Iterable[Oblique]) -> Iterator[Piece]:
    """Each prepositional argument, with each object in the relation: "lent two sketches to | a gallery"."""
    if clause.agents:
        cores = [(*agent_marker(clause), *noun_phrase(clause.agents[0]))]
    for oblique in obliques:
        is_part = oblique.marker[0].lower_ == INCLUDING
        if not oblique.is_on_noun and not is_part and not _is_left_to_complement(clause, oblique.marker[0]):
            goal = _goal(clause, relation, oblique) if cores == [()] else ()
            for core in [goal] if goal else cores:
                yield from _of_oblique(oblique, relation, core)


def _goal(clause: Clause, relation: Words, oblique: Oblique) -> Words:
    """Where a verb without object leads, before a time or a part: "headed for Oslo in | 1980", "referred to it as | a
    crime"; and where a thing is, before anything: "is behind Japan in | trade"."""
    bound = _bound(clause, relation)
    if not bound or oblique.marker[0] in bound:
        return ()
    if clause.verb.lemma_ == "be":
        return bound
    if oblique.marker[0].i < relation[-1].i:
        return ()
    is_last = oblique.words == "as" or all(head.ent_type_ in TIMES for head in oblique.heads)
    return bound if is_last and bound[0].lower_ in _TOWARDS else ()


def _of_oblique(oblique: Oblique, relation: Words, core: Words) -> Iterator[Piece]:
    joined = _joined(relation, core, (*oblique.denial, *oblique.marker))
    if both := between(oblique.marker, oblique.heads):
        yield joined, both, "preposition"
        return
    for head in listed(oblique.heads):
        if head.i > oblique.marker[0].i and not (_is_purpose(head) or _is_absolute(oblique, head)):
            found = (behind(oblique.marker[-1], words) for words in noun_phrases(head))
            yield from ((joined, words, "preposition") for words in found)
            yield from drilled(joined, head)
            yield from of_gerund(joined, head)
    for end in ends(oblique.marker[-1]):
        nouns = (noun for noun in end.rights if noun.dep_ == "pobj")
        yield from ((_joined(relation, core, (end,)), behind(end, noun_phrase(noun)), "preposition") for noun in nouns)


def _is_absolute(oblique: Oblique, head: Token) -> bool:
    """ "With each club choosing its rules, the league": a clause of its own."""
    return oblique.words == "with" and head.pos_ in VERBAL and has_subject(head)


def _is_purpose(head: Token) -> bool:
    """The noun of "in order to", "in order that"."""
    if head.lower_ != "order" or head.head.lower_ != "in":
        return False
    return any(has_to(child) or child.dep_ in ("acl", "relcl", "ccomp") for child in head.children)


def _joined(relation: Words, core: Words, marker: Words) -> Words:
    """Verb, object and preposition in the order of the text; a fronted preposition last, and the noun of a relative
    clause behind its verb: "used gimmicks in"."""
    if core and core[-1].i < relation[0].i:
        return (*relation, *core, *marker)
    if marker[0].i < relation[-1].i:
        return (*in_order((*relation, *core)), *marker)
    if core and core[0].i > marker[0].i == relation[-1].i + 1 and core[0].text_before != "," and core[0].pos_ != "ADP":
        return (*relation, *core, *marker)  # "will extend to five years | the warranty"
    return in_order((*relation, *(t for t in core if t.i < marker[0].i), *marker))


def _bound(clause: Clause, relation: Words) -> Words:
    """The preposition and noun right behind a verb without object: "was reunited with his family"."""
    for oblique in clause.obliques:
        gap = relation[-1].doc[relation[-1].i + 1 : oblique.marker[0].i]
        is_beside = relation[-1].i < oblique.marker[0].i < oblique.heads[0].i
        if is_beside and all(token.dep_ == "advmod" for token in gap):
            return (*oblique.marker, *noun_phrase(oblique.heads[0]))
    return ()


def _of_complements(clause: Clause, relation: Words) -> Iterator[Piece]:
    """What is said or thought; after other verbs a clause is the parser's slip."""
    for head, complement in product(clause.attributes, clause.complements):
        if _is_judged(complement, head) and is_whole(complement):
            yield in_order((*relation, *noun_phrase(head))), claim_words(complement.head), "complement"
    if clause.verb.lemma_ not in wordlists.saying():
        return
    for complement in clause.complements:
        if is_whole(complement) and governing(complement.head) is None:
            yield relation, without(claim_words(complement.head), clause.verb), "complement"
        elif _shares_subject(complement):
            subject = next(c for c in complement.head.head.lefts if c.dep_ in SUBJECTS)
            yield relation, (*noun_phrase(subject), *claim_words(complement.head)), "complement"


def _shares_subject(complement: Complement) -> bool:
    """Whether a complement is the rest of one with a subject: "said that it fell and | broke"."""
    head = complement.head
    if head.dep_ != "conj" or head.tag_ not in FINITE or complement.kind == "inf":
        return False
    return not has_subject(head) and any(c.dep_ in SUBJECTS for c in head.head.lefts)


def is_whole(complement: Complement) -> bool:
    """Whether a complement is a clause with its own subject: "that it fell", "heard the bell ring"."""
    has_subject = any(child.dep_ in SUBJECTS for child in complement.head.children)
    return has_subject and complement.kind != "inf" and not has_to(complement.head)


def _inherited(clause: Clause, relation: Words, cores: list[Words], above: Clause | None) -> Iterator[Piece]:
    """What stands before or behind "agreed to sell" belongs to the whole of it."""
    if above is None or clause.verb.dep_ not in ("xcomp", "conj"):
        return
    outer = [o for o in above.obliques if _is_left_to_complement(above, o.marker[0])]
    yield from _of_obliques(clause, relation, cores, outer)
    adverbs = [a for a in above.adverbs if _is_left_to_complement(above, a)]
    yield from of_adverbs(clause, relation, cores[0], adverbs)


def _is_left_to_complement(clause: Clause, adjunct: Token) -> bool:
    infinitives = (c.head for c in clause.complements if c.kind in ("inf", "ger"))
    return any(adjunct.i < clause.verb.i or adjunct.i > head.i for head in infinitives)
