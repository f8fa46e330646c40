"""Curated relations: the frames of the ontology, matched over clauses and nouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from kg.extract.clauses import Clause, ClauseKind
from kg.extract.frames.beside import attached, marked, place_of, roles_of, value
from kg.extract.frames.candidates import Candidate, chosen, pair
from kg.extract.frames.constructions import constructions
from kg.extract.frames.reading import Reading
from kg.extract.frames.rules import Rule
from kg.extract.frames.slots import Filler, Slots
from kg.extract.frames.types import PLACES
from kg.extract.leaving import ending_words, leaving_words
from kg.extract.proposition import Clausal, Proposition
from kg.extract.restrictions import denies_kind
from kg.extract.times import TimeExpression
from kg.grammar.phrases import ADNOMINAL, PLURALS, VERBAL
from kg.grammar.verbs import has_to
from kg.ontology import Ontology
from kg.parse import Doc, Token

_MERE = frozenset({"along", "together"})  # "died along with her husband"
_WIDENED = frozenset({"kg:Place"})
_DESCRIBING = frozenset({"acomp", "amod", "acl", "oprd", "conj", "advcl", "ccomp", "ROOT"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ"})


def frame_propositions(
    doc: Doc, clauses: Iterable[Clause], times: tuple[TimeExpression, ...], ontology: Ontology
) -> Iterator[Proposition]:
    """What the document says in relations of the ontology, in reading order, each pair of arguments once."""
    reading = Reading(doc, tuple(clauses), times, ontology)
    found = [*constructions(reading), *_verbs(reading), *_nouns(reading), *_adjectives(reading)]
    kept = list(chosen([*found, *_widened(found, reading)], reading.types, ontology))
    read = {pair(candidate.proposition) for candidate in kept}
    for candidate in kept:
        yield candidate.proposition
        for proposition in _projected(candidate, reading):
            if pair(proposition) not in read:
                read.add(pair(proposition))
                yield proposition


# ---- verbs


def _verbs(reading: Reading) -> Iterator[Candidate]:
    for clause in reading.clauses:
        if clause.kind is not ClauseKind.APPOSITION and clause.verb.pos_ in VERBAL:
            slots = reading.slots(clause)
            for rule in reading.rules.of("verb", clause.verb):
                patient = _patient(slots, rule)
                if patient is not None and _applies(reading, slots, rule):
                    yield from _read_verb(reading, slots, rule, patient)


def _patient(slots: Slots, rule: Rule) -> str | None:
    """The slot that "patient" means for a verb with particle, object or preposition; None: not this verb."""
    clause, rest = slots.clause, list(rule.word[1:])
    if not rest and clause.particle is None:
        return "patient"
    particle = clause.particle.lower_ if clause.particle is not None else ""
    if not rest and (not particle or (particle in _MERE and slots.holds("with"))):
        return "patient"
    adverbs = {token.lower_ for token in clause.adverbs}
    if particle or (rest and rest[0] in adverbs):
        if not rest or rest[0] not in (particle, *adverbs):
            return None
        rest.pop(0)
    if rest and any(isinstance(t, Token) and t.lemma_.lower() == rest[0] for t in slots.fill("patient")):
        rest.pop(0)
    if not rest:
        return "patient"
    return rest[0] if len(rest) == 1 and slots.holds(rest[0]) else None


def _applies(reading: Reading, slots: Slots, rule: Rule) -> bool:
    frame = rule.frame
    if frame.needs and not any(_is_held(reading, rule, f) for name in frame.needs for f in slots.fill(name)):
        return False
    if (frame.without and any(map(slots.fill, frame.without))) or _is_of_which(slots, rule):
        return False
    if frame.unless and reading.rules.holds(frame.unless, _before(slots.clause.verb)):
        return False
    if frame.beside_unless and reading.rules.holds(frame.beside_unless, _beside(slots.clause)):
        return False
    return not frame.patient_cue or any(_is_cued(reading, frame.patient_cue, f) for f in slots.fill("patient"))


def _before(verb: Token) -> Iterator[Token]:
    """The word before a verb and its "to": "*helped* to bring about"."""
    if verb.i:
        before = verb.nbor(-1)
        yield before.nbor(-1) if before.tag_ == "TO" and before.i else before


def _beside(clause: Clause) -> Iterator[Token]:
    """What stands beside a verb and is no object: "found *guilty* at Leeds", "led Norvik with 29 *points*"."""
    yield from (*clause.attributes, *clause.adverbs)
    yield from (head for oblique in clause.obliques for head in oblique.heads)


def _is_of_which(slots: Slots, rule: Rule) -> bool:
    """ "Norvik, *which* runs the museums": the doer is no person, where the relation is one of persons."""
    if rule.relation.domain != ("kg:Person",) or rule.frame.source != ("agent",):
        return False
    return any(child.lower_ == "which" and child.dep_ == "nsubj" for child in slots.clause.verb.lefts)


def _is_held(reading: Reading, rule: Rule, filler: Filler) -> bool:
    """Whether what stands in a slot that the rule needs is what it means there: no date, and one of its words."""
    cue, wanted = rule.frame.needs_cue, rule.frame.needs_class
    if isinstance(filler, Token) and (reading.is_in_date(filler) or reading.posts.is_award(filler)):
        return False
    if isinstance(filler, Token) and wanted and not reading.types.fit(filler, wanted):
        return False
    return not cue or isinstance(filler, Clausal) or _is_cued(reading, cue, filler)


def _is_cued(reading: Reading, cue: tuple[str, ...], filler: Filler) -> bool:
    return isinstance(filler, Token) and reading.rules.holds(cue, (filler, *attached(filler)))


def _read_verb(reading: Reading, slots: Slots, rule: Rule, patient: str) -> Iterator[Candidate]:
    frame = rule.frame
    source = [patient if name == "patient" else name for name in frame.source]
    target = [patient if name == "patient" else name for name in frame.target]
    for found, told, slot in _filled(reading, slots, rule, source, target):
        verb, arguments = slots.clause.verb, reading.arguments
        subjects = arguments.spread(
            [arguments.reattached(verb, t) for t in found], rule.relation, frame, is_subject=True
        )
        objects = arguments.spread([arguments.reattached(verb, t) for t in told], rule.relation, frame)
        roles = () if frame.is_bare else tuple(roles_of(reading, slots, rule, (*subjects, *objects)))
        for subject, obj in product(subjects[:1] if slot == "fellow" else subjects, objects):
            candidate = reading.candidate(
                rule,
                subject,
                obj,
                anchor=slots.clause.head,
                relation=_relation(slots.clause, slot),
                backing=(slots.clause.subject_source,),
                roles=roles,
            )
            if candidate is not None:
                yield candidate


def _filled(
    reading: Reading, slots: Slots, rule: Rule, source: list[str], target: list[str]
) -> Iterator[tuple[list[Filler], list[Filler], str]]:
    """The first subject slot that is filled, with each object slot that holds something that can stand there."""
    subjects = next((found for name in source if (found := list(slots.fill(name)))), [])
    if not subjects:
        return
    for name in target:
        found = list(slots.fill(name))
        if not found and name == "patient" and "kg:Statement" in rule.relation.range:
            found = list(slots.complements())
        fitting = [filler for filler in found if reading.fitting.can_be_object(rule, filler)]
        if fitting:
            yield subjects, fitting, name


def _relation(clause: Clause, slot: str) -> tuple[Token, ...]:
    """The verb with auxiliaries and particle, and the preposition before the object."""
    verb = clause.verb
    words = [t for t in verb.children if t.dep_ in ("aux", "auxpass", "neg") and t.i < verb.i]
    words += [verb, *([clause.particle] if clause.particle is not None else [])]
    words += [t for o in clause.obliques if " ".join(m.lower_ for m in o.marker) == slot for t in o.marker]
    return tuple(sorted(set(words), key=lambda t: t.i))


# ---- nouns and adjectives


def _nouns(reading: Reading) -> Iterator[Candidate]:
    known = reading.rules.nouns
    for noun in reading.doc.named(known):
        rules = reading.rules.of("noun", noun) if noun.pos_ in _NOMINAL else ()
        if rules and not reading.is_part(noun):
            for rule in rules:
                if reading.stands_there(rule, noun):
                    yield from _read_noun(reading, noun, rule)


def _read_noun(reading: Reading, noun: Token, rule: Rule) -> Iterator[Candidate]:
    subjects, construction = _noun_slots(reading, noun, rule, rule.frame.source)
    if (
        not subjects
        or (rule.frame.source == ("self",) and reading.bearers.of(noun)[0])
        or _is_over(reading, noun, rule)
    ):
        return  # "his son is an investor": the son invests
    if construction in ("apposition", "copula", "one of"):
        told = noun.head.head if construction == "one of" else noun
        subjects = [reading.arguments.refitted(told, one, rule.relation.domain) for one in subjects]
    if rule.frame.target == ("self",) and (_are_more(noun, subjects) or reading.bearers.is_listing(noun)):
        return
    for slot in rule.frame.target:
        found, _ = _noun_slots(reading, noun, rule, (slot,))
        fitting = [filler for filler in found if reading.fitting.can_be_object(rule, filler, slot)]
        is_itself = slot == "self"  # "two members, Ann and Bo": members is what they are
        objects = tuple(fitting) if is_itself else reading.arguments.spread(fitting, rule.relation, rule.frame)
        for subject, obj in product(
            reading.arguments.spread(subjects, rule.relation, rule.frame, is_subject=True), objects
        ):
            candidate = reading.candidate(
                rule,
                subject,
                obj,
                anchor=noun,
                relation=(noun,),
                backing=(construction,),
                slot=slot,
                over=_over(reading, noun, rule, subject),
            )
            if candidate is not None:
                yield _with_roles(reading, candidate, rule, noun)
        if objects:
            return


def _over(reading: Reading, noun: Token, rule: Rule, holder: Filler) -> tuple[Token, ...]:
    """The words by which it is so no more: "*former* chief of Norvik", "*resigned* as chief of Norvik"."""
    if rule.frame.lasts:
        return ()
    told = reading.posts.over(noun) if rule.frame.target != ("self",) else None  # a post says it in its own words
    if told is not None:
        return (told,)
    return leaving_words(noun, holder if isinstance(holder, Token) else None)


def _is_over(reading: Reading, noun: Token, rule: Rule) -> bool:
    """ "Ended its *contract* with Norvik": what an event's noun tells is so no more."""
    is_taken = noun.dep_ in ("dobj", "nsubjpass") and "owner" in rule.frame.source
    return is_taken and noun.head.lemma_ in reading.ontology.words["ending"]


def _with_roles(reading: Reading, candidate: Candidate, rule: Rule, noun: Token) -> Candidate:
    """ "Norvik's sale of lamps *to Dover*": the roles beside the noun of an event, whoever does it."""
    if "by" not in rule.frame.source:
        return candidate
    used = {place_of(candidate.proposition.subject), place_of(candidate.proposition.object)}  # type: ignore[arg-type]
    found = marked(rule, lambda slot: reading.nouns.prepositional(noun, slot), used)
    roles = tuple(dict.fromkeys((role, value(reading, filler)) for role, filler in found))
    return replace(candidate, proposition=replace(candidate.proposition, roles=roles))


def _noun_slots(reading: Reading, noun: Token, rule: Rule, names: Iterable[str]) -> tuple[list[Filler], str]:
    for name in names:
        construction = name
        found: Iterable[Filler]
        if name == "bearer":
            found, construction = reading.bearers.of(noun)
        elif name == "owner":
            found = reading.nouns.owners(noun)
        elif name == "possessor":
            found = reading.nouns.possessors(noun)
        elif name == "self":
            is_name = "xsd:string" not in rule.relation.range  # a party; "the panel's top Republican" names none
            found = () if _is_told_apart(noun) or (is_name and reading.nouns.possessors(noun)) else (noun,)
        elif name == "modifier":
            found = reading.nouns.modifiers(noun)
        elif name == "date":
            found = reading.dates.beside(noun)
        else:
            found = reading.nouns.prepositional(noun, name)
            if rule.relation.is_literal and name not in rule.frame.source:
                found = [w for t in found if (w := reading.date_at(t)) is not None]
        if listed := list(found):
            return listed, construction
    return [], ""


def _are_more(noun: Token, subjects: list[Filler]) -> bool:
    """ "Harbour Homes, the building's *owners*": a name that a plural describes is nobody's with a post."""
    is_plural = noun.tag_ in PLURALS and len(subjects) == 1
    return is_plural and isinstance(subjects[0], Token) and subjects[0].pos_ == "PROPN"


def _is_told_apart(noun: Token) -> bool:
    """ "The third player to join", "the youngest mayor to resign": what somebody was the first at is no post; nor is
    the one of "is not a clerk who shouts" denied."""
    is_ranked = any(c.ent_type_ == "ORDINAL" or c.tag_ == "JJS" for c in noun.lefts)
    return denies_kind(noun) or (is_ranked and any(c.dep_ in ADNOMINAL and has_to(c) for c in noun.rights))


def _adjectives(reading: Reading) -> Iterator[Candidate]:
    for token in [token for token in reading.doc.tokens if token.dep_ in _DESCRIBING]:
        if token.pos_ in ("ADJ", "VERB"):
            for rule in reading.rules.of("adjective", token):
                yield from _read_adjective(reading, token, rule)


def _read_adjective(reading: Reading, token: Token, rule: Rule) -> Iterator[Candidate]:
    subjects = reading.described_by(token)
    for slot in rule.frame.target:
        if slot == "that":
            objects: list[Filler] = [Clausal(c) for c in token.rights if c.dep_ == "ccomp"]
        else:
            objects = list(subjects[1:2] if slot == "fellow" else reading.nouns.prepositional(token, slot))
        objects = [filler for filler in objects if reading.fitting.can_be_object(rule, filler)]
        for subject, obj in product(subjects, objects):
            candidate = reading.candidate(rule, subject, obj, anchor=token, relation=(token,), backing=("adjective",))
            if candidate is not None:
                yield candidate
        if objects:
            return


# ---- what follows


def _widened(candidates: list[Candidate], reading: Reading) -> Iterator[Candidate]:
    """ "Based in Salem, Oregon": in Oregon too; "a student at the Law School of Brixby College": at the college too."""
    for candidate in candidates:
        inner, relation = candidate.proposition.object, candidate.relation
        if not isinstance(inner, Token):
            continue
        outer: Iterable[Token] = ()
        if _WIDENED <= set(relation.range) <= PLACES and relation.is_named_only:
            outer = (*reading.places.before(inner), *reading.places.wider(inner))
        elif relation.holds_of_whole:
            outer = reading.arguments.around(inner)
        for token in outer:
            yield replace(candidate, proposition=replace(candidate.proposition, object=token))


def _projected(candidate: Candidate, reading: Reading) -> Iterator[Proposition]:
    """Further statements that the ontology derives: "sells X to Y" gives "sells to Y"."""
    base = candidate.proposition
    if candidate.relation.is_symmetric and isinstance(base.object, Token):
        yield replace(base, subject=base.object, object=base.subject, rule=f"{base.rule}+mirror", derived_from=base)
    for projection in candidate.relation.projections:
        for source, target in product(_ends(base, projection.source), _ends(base, projection.target)):
            if source != target and reading.fitting.can_relate(projection, source, target):
                yield Proposition(
                    subject=source,
                    predicate=projection.relation,
                    relation=base.relation,
                    object=target,
                    anchor=base.anchor,
                    rule=f"{base.rule}+projection",
                    derived_from=base,
                    backing=base.backing,
                    over=base.over or (ending_words(base.relation, base.object) if projection.ends else ()),
                )


def _ends(base: Proposition, end: str) -> list[Token]:
    """The tokens at one end of a projection: subject, object or a role."""
    fillers = [("subject", base.subject), ("object", base.object), *base.roles]
    return [filler for role, filler in fillers if role == end and isinstance(filler, Token)]


__all__ = ["frame_propositions"]
