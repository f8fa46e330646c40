"""The short rows of one clause as relation and argument words; whatever the parser attached where, the same rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kg.extract import wordlists
from kg.extract.clauses import Clause
from kg.extract.clauses.arguments import Complement, Oblique, is_discourse, long_marker
from kg.extract.clauses.arguments import agent_marker as by_of
from kg.extract.clauses.phrases import VERBAL, and_conjuncts, conjuncts, in_one_name
from kg.extract.clauses.verbs import FINITE, SUBJECTS, has_subject, has_to
from kg.extract.rows.wording import (
    Words,
    claim_words,
    clause_words,
    governing,
    in_order,
    noun_phrase,
    noun_phrases,
    relation_words,
    verb_group,
)
from kg.parse import Token

Piece = tuple[Words, Words, str]  # relation, argument, rule
INCLUDING = "including"
TIMES = frozenset({"DATE", "TIME"})
QUESTIONS = frozenset({"WDT", "WP", "WRB"})  # tags of relative and question words, which never stand in a row
_NAMES = frozenset({"GPE", "LOC", "ORG", "PERSON", "NORP", "FAC"})
_TOWARDS = frozenset({"to", "into", "for"})
_WHEN = frozenset({"after", "before", "until", "since", "till"})
_DEPTH = 2  # prepositional phrases followed below an argument: "sketches of the queen of Spain"


def subject_words(clause: Clause, by_verb: Mapping[int, Clause]) -> Iterator[Words]:
    """The subjects of a clause's rows: "there" for what exists; the urger for "urged the firm to sell | the mill"."""
    if clause.subject_source == "existential":
        yield from ((child,) for child in clause.verb.children if child.tag_ == "EX")
        return
    above = _above(clause, by_verb)
    is_shifted = above is not None and above.subjects != clause.subjects
    if above is not None and is_shifted and clause.verb.dep_ in ("xcomp", "conj"):
        yield from subject_words(above, by_verb)
        return
    for subject in clause.subjects:
        if subject.tag_ not in QUESTIONS and subject != clause.verb:
            yield from noun_phrases(subject)


def pieces(clause: Clause, by_verb: Mapping[int, Clause]) -> Iterator[Piece]:
    """Relation and argument of each row of a clause; the relation continues that of the verb above if it can."""
    if clause.verb.dep_ == "pcomp":
        return  # read from the verb above, as "gerund"
    relation = verb_group(clause.verb) if clause.subject_source == "existential" else relation_words(clause.verb)
    if relation[0].tag_ == "TO":
        return
    cores = [words for head in (*_objects(clause), *_predicated(clause)) for words in noun_phrases(head)] or [()]
    yield from _of_objects(clause, relation)
    yield from _of_attributes(clause, relation, cores[0])
    yield from _of_agents(clause, relation)
    yield from _of_obliques(clause, relation, cores, clause.obliques)
    yield from _of_adverbs(clause, relation, cores[0] or _bound(clause, relation), clause.adverbs)
    yield from _of_times(clause, relation, cores[0] or _bound(clause, relation))
    yield from _of_complements(clause, relation)
    yield from _inherited(clause, relation, cores, _above(clause, by_verb))


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
    for head in _objects(clause):
        yield from ((relation, words, "object") for words in noun_phrases(head))
        yield from drilled(relation, head)


def _of_attributes(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    """What is predicated; behind the object if there is one: "named her | chair"."""
    if clause.objects:
        relation = in_order((*relation, *core))
    for head in _predicated(clause):
        if not any(child.dep_ == "xcomp" for child in head.children):
            yield from ((relation, words, "attribute") for words in noun_phrases(head))
        yield from drilled(relation, head)


def _of_agents(clause: Clause, relation: Words) -> Iterator[Piece]:
    marker = agent_marker(clause)
    for head in clause.agents:
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
    """Where a verb without object leads, before a time: "headed for Oslo in | 1980"."""
    is_later = oblique.marker[0].i > relation[-1].i + 1
    bound = _bound(clause, relation) if is_later and all(head.ent_type_ in TIMES for head in oblique.heads) else ()
    return bound if bound and bound[0].lower_ in _TOWARDS else ()


def _of_oblique(oblique: Oblique, relation: Words, core: Words) -> Iterator[Piece]:
    joined = _joined(relation, core, oblique.marker)
    for head in oblique.heads:
        if head.i > oblique.marker[0].i and not _is_purpose(head):
            yield from ((joined, words, "preposition") for words in noun_phrases(head))
            yield from drilled(joined, head)
            yield from _of_gerund(joined, head)


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
    if (
        core
        and core[0].i > marker[0].i == relation[-1].i + 1
        and core[0].nbor(-1).text != ","
        and core[0].pos_ != "ADP"
    ):
        return (*relation, *core, *marker)  # "will extend to five years | the warranty"
    return in_order((*relation, *(t for t in core if t.i < marker[0].i), *marker))


def _bound(clause: Clause, relation: Words) -> Words:
    """The preposition and noun right behind a verb without object: "was reunited with his family"."""
    for oblique in clause.obliques:
        if oblique.marker[0].i == relation[-1].i + 1 and oblique.heads[0].i > oblique.marker[0].i:
            return (*oblique.marker, *noun_phrase(oblique.heads[0]))
    return ()


def _of_adverbs(clause: Clause, relation: Words, core: Words, adverbs: Iterable[Token]) -> Iterator[Piece]:
    """Times without a preposition: "last year", "two years later"."""
    for adverb in adverbs:
        is_noun = adverb.dep_ == "npadvmod"
        if adverb.ent_type_ in TIMES and (is_noun or any(child.dep_ == "npadvmod" for child in adverb.children)):
            yield in_order((*relation, *core)), noun_phrase(adverb) if is_noun else clause_words(adverb), "adverb"


def _of_times(clause: Clause, relation: Words, core: Words) -> Iterator[Piece]:
    """Clauses of time behind the verb: "joined the band after | Portmann left"."""
    for child in clause.verb.rights if not clause.complements else ():
        mark = next((c for c in child.lefts if c.dep_ == "mark" and c.lower_ in _WHEN), None)
        if child.dep_ == "advcl" and mark is not None and has_subject(child):
            words = claim_words(child)
            yield in_order((*relation, *core, mark)), tuple(t for t in words if t != mark), "adverb"


def _of_complements(clause: Clause, relation: Words) -> Iterator[Piece]:
    """What is said or thought; after other verbs a clause is the parser's slip."""
    if clause.verb.lemma_ not in wordlists.saying():
        return
    for complement in clause.complements:
        if is_whole(complement):
            yield relation, claim_words(complement.head), "complement"
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
    yield from _of_adverbs(clause, relation, cores[0], adverbs)


def _is_left_to_complement(clause: Clause, adjunct: Token) -> bool:
    infinitives = (c.head for c in clause.complements if c.kind in ("inf", "ger"))
    return any(adjunct.i < clause.verb.i or adjunct.i > head.i for head in infinitives)


# ---- within arguments


def drilled(relation: Words, head: Token, depth: int = _DEPTH) -> Iterator[Piece]:
    """Rows of the prepositional phrases within an argument: "lent two sketches of | the queen"."""
    if depth == 0 or head.pos_ in VERBAL or head.i < relation[-1].i:
        return
    for preposition in _prepositions(head):
        marker, last = long_marker(preposition)
        whole = noun_phrase(head, with_of=preposition.lower_ != "of")
        stem = (*relation, *(t for t in whole if t.i < preposition.i), *marker)
        for noun in _complements_of(last, marker):
            yield stem, tuple(t for t in noun_phrase(noun) if t.i > preposition.i), "drilled"
            yield from drilled(stem, noun, depth - 1)
            yield from _of_gerund(stem, noun)


def _complements_of(preposition: Token, marker: Words) -> Iterator[Token]:
    for child in preposition.children:
        if child.dep_ in ("pobj", "pcomp") and child not in marker:
            yield from and_conjuncts(child)


def _prepositions(head: Token) -> Iterator[Token]:
    """Its own, and the one that stands behind a conjunct but hangs on the first: "painters and poets from Oslo"."""
    own = [child for child in head.rights if child.dep_ == "prep"]
    if not own and head.dep_ == "conj":
        first = conjuncts(head)[0]
        own = [child for child in first.rights if child.dep_ == "prep" and child.i > head.i]
    for preposition in own:
        if not _is_closed(head, preposition):
            yield preposition


def _is_closed(head: Token, preposition: Token) -> bool:
    """Whether a phrase is no argument of its own: within a name ("Act of 1916"), "for example", "including X"."""
    if in_one_name(head, preposition) or is_discourse(preposition) or preposition.lower_ == INCLUDING:
        return True
    inner = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if inner is None or head.pos_ != "PROPN" or preposition.lower_ != "of":
        return False
    return inner.pos_ in ("PROPN", "NUM") and inner.ent_type_ not in _NAMES


def _of_gerund(relation: Words, head: Token) -> Iterator[Piece]:
    """What a gerund takes: "left after giving | a speech", "left after giving a speech in | Oslo"."""
    if head.pos_ not in VERBAL:
        return
    whole = (*relation, *verb_group(head))
    core: Words = ()
    for child in head.rights:
        if child.dep_ == "dobj":
            core = noun_phrase(child)
            for noun in and_conjuncts(child):
                yield whole, noun_phrase(noun), "gerund"
                yield from drilled(whole, noun, 1)
        elif child.dep_ == "prep" and not is_discourse(child):
            marker, last = long_marker(child)
            for noun in _complements_of(last, marker):
                yield (*whole, *(t for t in core if t.i < child.i), *marker), noun_phrase(noun), "gerund"
