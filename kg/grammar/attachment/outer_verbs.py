"""Second verbs behind a relative clause that are not its own: number, a reflexive or the sense tells whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import is_people, is_thing, number_of_noun, number_of_verb
from kg.grammar.phrases import VERBAL, first_of
from kg.grammar.told import cannot_do, thinks_not
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, finite_part, has_subject
from kg.parse import Token

_RELATIVES = frozenset({"WDT", "WP"})
_OF_ONE = frozenset({"himself", "herself", "itself"})
_REFLEXIVES = _OF_ONE | {"themselves"}
_PERSONS = {"he": "himself", "she": "herself", "it": "itself", "they": "themselves"}
_FORMS = FINITE | {"VBN", "VBG", "VB"}


@at(tags=_FORMS, none_below=SUBJECTS, is_behind=True)
def by_reflexive(verb: Token) -> Iterator[Arc]:
    """ "Wrote bills for work that two firms had never done and *approved* them himself": two firms would themselves."""
    found = _reflexive(verb)
    doer, above = _doer(verb), _above(verb)
    if verb.dep_ != "conj" or found is None or doer is None or above is None:
        return
    outer = [c for c in above.lefts if c.dep_ in SUBJECTS]
    if _is_other(found, doer) and outer and not _is_other(found, outer[-1]):
        yield from _out(verb, above)
        if found.dep_ == "appos":
            yield found, verb, "npadvmod"


@at(tags=_FORMS, none_below=SUBJECTS | {"mark"}, above="relcl", is_behind=True)
def in_number_of_outer(verb: Token) -> Iterator[Arc]:
    """ "Opposed cuts that would have closed schools and *is* standing for mayor": cuts would "are"."""
    doer, above, number = _doer(verb), _above(verb), number_of_verb(verb)
    if verb.dep_ != "conj" or doer is None or above is None or not number or HELPERS.isdisjoint(verb.below):
        return
    is_body = doer.lemma_.lower() in wordlists.words("collectives", "word") or doer.ent_type_ != ""
    outer = [c for c in above.lefts if c.dep_ in SUBJECTS]
    is_his = bool(outer) and _number(outer[-1]) == number
    if is_his and not is_body and _number(doer) not in ("", number):
        yield from _out(verb, above)


@at(tags=_FORMS, none_below=SUBJECTS | {"mark", "auxpass"}, above="relcl", is_behind=True)
def not_of_thing(verb: Token) -> Iterator[Arc]:
    """ "Rejected a plan that would have closed the pool and *voted* to raise fees": no plan votes."""
    doer, above = _doer(verb), _above(verb)
    if verb.dep_ != "conj" or doer is None or above is None or doer.pos_ != "NOUN":
        return
    outer = [c for c in above.lefts if c.dep_ in SUBJECTS]
    is_alike = finite_part(verb).tag_ == finite_part(above).tag_ or not HELPERS.isdisjoint(verb.below)
    if is_alike and outer and not _is_idle(outer[-1], verb) and _is_idle(doer, verb):
        yield from _out(verb, above)


def _is_idle(noun: Token, verb: Token) -> bool:
    return cannot_do(noun, verb) or (verb.lemma_.lower() in wordlists.words_of("done by persons") and is_thing(noun))


def _reflexive(verb: Token) -> Token | None:
    """The "himself" of "did it himself", also where the parser hangs it on the object."""
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "pobj", "prt", "prep")]
    behind = (t for host in (verb, *objects) for t in host.rights)
    return next((t for t in behind if t.lower_ in _REFLEXIVES and t.dep_ != "pobj"), None)


def _doer(verb: Token) -> Token | None:
    """Who does what the relative clause before a verb says."""
    first = first_of(verb.head)
    if first.dep_ not in ("relcl", "acl"):
        return None
    subject = next((c for c in first.lefts if c.dep_ in SUBJECTS), None)
    return first.head if subject is not None and subject.tag_ in _RELATIVES else subject


def _above(verb: Token) -> Token | None:
    """The verb of the clause around the relative clause, with a subject of its own."""
    clause = first_of(verb.head)
    found = next((t for t in clause.head.ancestors if t.pos_ in VERBAL), None)
    return found if found is not None and found.i < clause.i and has_subject(found) else None


def _number(noun: Token) -> str:
    if noun.tag_ == "PRP":
        return "many" if noun.lower_ in ("they", "we", "you", "i") else "one"
    return number_of_noun(noun)


def _is_other(reflexive: Token, noun: Token) -> bool:
    """Whether a reflexive cannot be a noun's: "two firms ... himself", "a ship ... himself"."""
    if noun.tag_ == "PRP":
        return _PERSONS.get(noun.lower_, "") not in ("", reflexive.lower_)
    if reflexive.lower_ in _OF_ONE and number_of_noun(noun) == "many":
        return True
    if reflexive.lower_ == "themselves":
        is_body = noun.lemma_.lower() in wordlists.words("collectives", "word") or is_people(noun)
        return number_of_noun(noun) == "one" and not is_body
    if reflexive.lower_ == "itself":
        return is_people(noun)
    return thinks_not(noun) and is_thing(noun)


def _out(verb: Token, above: Token) -> Iterator[Arc]:
    """The verb beside the outer one; what the relative clause opens with stays with its first verb."""
    opening = [c for c in verb.lefts if c.tag_ in _RELATIVES or (c.lower_ == "that" and c.i < verb.head.i)]
    yield from ((c, verb.head, c.dep_) for c in opening)
    yield from beside_verb(verb, above)


@at(tags=PAST, none_below=SUBJECTS | HELPERS | {"mark"}, above="ccomp", above_tags="VB VBP", is_behind=True)
def past_behind_bare(verb: Token) -> Iterator[Arc]:
    """ "Let reporters visit the camp but *barred* them from speaking": no past goes on with a bare "visit"."""
    first = verb.head
    above = first.head
    is_bare = finite_part(first) is first and HELPERS.isdisjoint(first.below) and "mark" not in first.below
    is_taken = above.tag_ == "VBD" and above.lemma_.lower() in wordlists.words("bare_infinitives", "lemma")
    if verb.dep_ == "conj" and is_bare and is_taken and verb.lower_ != verb.lemma_ and has_subject(above):
        verb.tag_ = "VBD"
        yield from beside_verb(verb, above)


@at(tags="VBN", none_below=SUBJECTS | HELPERS | {"mark"}, above="acl xcomp", above_tags="VBG", is_behind=True)
def done_besides(verb: Token) -> Iterator[Arc]:
    """ "Was pulled out by a man walking his dog and *taken* to hospital": what is done goes on with what was done, and
    not with what somebody does; but "was shot by a man wearing a mask and armed"."""
    doing = verb.head
    above = next((t for t in doing.ancestors if t.pos_ in VERBAL), doing)
    is_next = doing.dep_ == "xcomp" or verb.lemma_.lower() in wordlists.words_of("done besides")
    is_done = "auxpass" in above.below and above.tag_ == "VBN" and HELPERS.isdisjoint(doing.below)
    if verb.dep_ == "conj" and is_next and is_done:
        yield from beside_verb(verb, above)
