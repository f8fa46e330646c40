"""Open relations: each clause that no curated frame has read, as a relation in the words of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from kg.extract.clauses import Clause, ClauseKind, Oblique
from kg.extract.clauses.verbs import SUBJECTS, has_to
from kg.extract.mentions import Mentions
from kg.extract.objects import (
    Filler,
    Slot,
    beside_phrase,
    camel,
    filler_of,
    is_aside,
    is_embedded,
    is_of_noun,
    made_adjectives,
    places_of,
    slots_of,
    words_under,
)
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.roles import (
    belongs_to_verb,
    is_absolute,
    is_asked,
    is_time,
    kinds,
    range_of,
    role_in,
    value_of,
)
from kg.extract.wordlists import control_nouns, values, words
from kg.parse import Token

_HELPERS = frozenset({"aux", "auxpass", "neg"})
_EMBEDDED = frozenset({"xcomp", "ccomp", "advcl", "csubj"})
_ROLES_OF_STATES = frozenset({"place", "time", "condition"})
_SUMS = frozenset({"PERCENT", "MONEY", "QUANTITY"})
_OF_NOUNS = frozenset({"of", "to", "for", "with", "about", "between"})
_IMPERSONAL = frozenset({"acomp", "attr", "auxpass"})  # "It is wrong to", "It is said to"


def open_propositions(
    clauses: Iterable[Clause], consumed: frozenset[tuple[int, int]], mentions: Mentions
) -> Iterator[Proposition]:
    """One proposition for each subject and object of a clause, further arguments as roles.

    The object is the direct object, else what is predicated, else the first prepositional argument that is no
    time, else the embedded clause, else nothing. Pairs in `consumed` have been read by a frame.
    """
    for clause in clauses:
        if all(_is_empty(subject, clause) for subject in clause.subjects) or _is_elliptic(clause):
            continue
        if stands_for_tense(clause) is not None:
            continue
        if clause.kind is ClauseKind.VERB:
            yield from _verb(clause, consumed, mentions)
        else:
            yield from _description(clause, consumed, mentions)


def stands_for_tense(clause: Clause) -> Token | None:
    """The infinitive behind a verb that only tells its tense: "is going to *sell*", "used to *own*"; "he is to
    *appear*", but not "the plan is to sell"."""
    is_semi = clause.head.lower_ in words("semi_auxiliaries", "form") or _is_to_be(clause)
    if not is_semi or clause.objects or clause.is_passive:
        return None
    return next((c.head for c in clause.complements if c.kind == "inf" and has_to(c.head)), None)


def _is_to_be(clause: Clause) -> bool:
    """Whether somebody is to do something; a plan, an aim or "what he wants" is not."""
    if clause.head.lemma_ != "be" or clause.attributes or not clause.subjects:
        return False
    return all(noun.pos_ in ("NOUN", "PROPN", "PRON") and not _is_content(noun) for noun in clause.subjects)


def _is_content(noun: Token) -> bool:
    is_aim = noun.lemma_.lower() in control_nouns() or noun.lemma_.lower() in words("aims", "lemma")
    return is_aim or noun.tag_ in ("WP", "WDT", "DT")


def _is_empty(subject: Token, clause: Clause) -> bool:
    """ "It is wrong to sell it", "Who sold it?": a subject that refers to nothing."""
    if subject.tag_ in ("WP", "WDT"):
        return True
    if subject.lower_ == "it" and any(_is_cleft(attribute) for attribute in clause.attributes):
        return True
    if subject.lower_ not in ("it", "there") or _is_of_a_thing(subject, clause):
        return False
    if clause.subject_source == "control":  # not the "it" of "accused it of hiding a fault", "It plans to sell"
        return subject.dep_ in SUBJECTS and any(c.dep_ in _IMPERSONAL for c in subject.head.children)
    return any(complement.head.i > clause.head.i for complement in clause.complements)


def _is_of_a_thing(subject: Token, clause: Clause) -> bool:
    """ "It is expected to reopen", "It is likely to rain on it": a thing that will; "It is planned to sell it" has no
    such thing."""
    verb = clause.head if clause.subject_source != "control" else subject.head
    is_raised = any(c.dep_ == "xcomp" and has_to(c) for c in verb.rights)
    is_open = verb.lemma_.lower() in words("raising", "lemma") and any(c.dep_ == "auxpass" for c in verb.lefts)
    return subject.lower_ == "it" and is_raised and is_open


def _is_cleft(attribute: Token) -> bool:
    """ "It was a clerk who told them": said of the clerk, and nothing of it."""
    clauses = (c for t in (attribute, *(c for c in attribute.rights if c.dep_ == "appos")) for c in t.rights)
    return any(c.dep_ == "relcl" and c.left_edge.lower_ in ("who", "that") for c in clauses)


def _is_elliptic(clause: Clause) -> bool:
    """ "They said that it would", "It has done so", "as they are": a verb that stands for another one and says nothing
    itself."""
    if (made := made_adjectives(clause)) and [token.lower_ for token in clause.objects] == ["it"]:
        below = (child for token in (*made, clause.head) for child in token.rights)
        return any(child.dep_ in _EMBEDDED for child in below)  # "made it harder to sell"
    told = clause.objects or clause.agents or clause.attributes or clause.complements
    if clause.head.tag_ == "NNS" and not told and any(_is_part_of_them(subject) for subject in clause.subjects):
        return True  # "40 people, most of them women"
    if clause.head.tag_ == "VBG" and clause.head.is_sent_start and not told and not clause.obliques:
        return True  # "Defending, Ann Lund said"
    stands_for = clause.head.lemma_ == "do" or (clause.head.lemma_ == "be" and not clause.obliques)
    return clause.head.tag_ == "MD" or (stands_for and not told and clause.subject_source != "existential")


def _is_part_of_them(subject: Token) -> bool:
    return any(c.lower_ == "them" for preposition in subject.rights for c in preposition.rights)


def _verb(clause: Clause, consumed: frozenset[tuple[int, int]], mentions: Mentions) -> Iterator[Proposition]:
    doers, things = (clause.agents, clause.subjects) if clause.agents else (clause.subjects, clause.objects)
    is_passive = clause.is_passive and not clause.agents
    slots, used = slots_of(clause, things)
    roles = tuple(_roles(clause, used, mentions))
    for subject, slot in product(doers, slots or [Slot(None)]):
        if any((clause.head.i, i) in consumed for i in places_of(slot.filler)) or subject == slot.filler:
            continue
        yield Proposition(
            subject=subject,
            predicate=_predicate(clause, slot, is_passive=is_passive),
            relation=_relation(clause, slot),
            object=slot.filler,
            anchor=clause.head,
            rule=_rule(clause, slot),
            roles=tuple(pair for pair in roles if pair[1] not in _of_others(clause, slot.filler)),
            backing=(clause.subject_source,),
        )


def _of_others(clause: Clause, thing: Filler | None) -> tuple[Filler, ...]:
    """ "Signed Lund *from Orlo* and Moe": what hangs on one of several objects is no role beside the others."""
    if not isinstance(thing, Token) or thing in clause.objects[:1]:
        return ()
    others = [o for o in clause.obliques if o.is_on_noun and o.marker[0].head in clause.objects]
    return tuple(head for o in others if o.marker[0].head.i < thing.i for head in o.heads)


def _predicate(clause: Clause, slot: Slot, *, is_passive: bool) -> str:
    """`kgo:` and the lemma with its particle and preposition: kgo:keepUpWith, kgo:beComparedWith."""
    if clause.subject_source == "existential":
        return f"kgo:exist{slot.name}"
    verb = clause.head.lower_ if is_passive else clause.head.lemma_.lower()
    particle = camel(_particles(clause))
    stem = f"be{verb.capitalize()}" if is_passive else verb
    name = f"{stem}{particle}{slot.name[:1].upper()}{slot.name[1:]}"
    if not name.isalnum():
        name = "".join(filter(str.isalnum, name))
    return f"kgo:{name or 'do'}"


def _relation(clause: Clause, slot: Slot) -> tuple[Token, ...]:
    helpers = () if _HELPERS.isdisjoint(clause.head.below) else clause.head.lefts
    auxiliaries = [t for t in helpers if t.dep_ in _HELPERS]
    return tuple(sorted({*auxiliaries, clause.head, *_particles(clause), *slot.words}, key=lambda t: t.i))


def _particles(clause: Clause) -> tuple[Token, ...]:
    """ "Set *up*"; of adverbs those right behind verb or object that are half of its meaning: "brings *together*"."""
    if clause.particle is not None:
        return (clause.particle,)
    beside = {clause.head.i + 1, *(thing.i + 1 for thing in clause.objects)}
    adverbs = (t for t in clause.adverbs if t.i in beside and t.lower_ in words("particles", "word"))
    return tuple(adverbs)[:1]


def _rule(clause: Clause, slot: Slot) -> str:
    if slot.filler is None:
        return "open/intransitive"
    if isinstance(slot.filler, Clausal):
        return "open/clause"
    return "open/preposition" if slot.words else "open/object"


def _roles(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    for dative in clause.datives:
        yield "recipient", dative
    is_of_thing = clause.objects or (clause.agents and clause.kind is ClauseKind.VERB)
    if is_of_thing and clause.attributes and not made_adjectives(clause) and not is_of_noun(clause):
        yield from (("asRole", Words(words_under(head))) for head in clause.attributes)
    yield from (("topic", Clausal(said)) for thing in _things(clause) for said in _contents(thing))
    if clause.objects or clause.attributes:
        yield from (("topic", Clausal(c.head)) for c in clause.complements if is_embedded(c, clause))
    yield from _circumstances(clause)
    for adverb in clause.adverbs:
        if _is_measure(adverb):
            behind = {t.i for c in adverb.rights if c.dep_ == "prep" for t in c.subtree}
            yield "quantity", Words(tuple(t for t in words_under(adverb) if t.i not in behind))
    if not clause.objects and not clause.attributes:
        told = ((_role_of_adverb(adverb, clause), adverb) for adverb in clause.adverbs)
        yield from ((role, Words(words_under(adverb))) for role, adverb in told if role)
    yield from _roles_of_phrases(clause, used, mentions)


def _roles_of_state(clause: Clause, told: tuple[Token, ...], mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    """ "Is 21st *in the league*": where, when and in what case, if the words of what is predicated do not tell it."""
    yield from _circumstances(clause)
    places = {token.i for token in told}
    for role, filler in _roles_of_phrases(clause, None, mentions):
        if role in _ROLES_OF_STATES and not places.intersection(places_of(filler)):
            yield role, filler


def _predicated(clause: Clause, attribute: Token, aside: frozenset[str]) -> tuple[Token, ...]:
    """The words of what is predicated, with a phrase right behind that the parser hung on the copula: "is good *at
    chess*", "is a threat *to ships*"."""
    told = words_under(attribute, aside)
    if clause.kind is not ClauseKind.COPULA or attribute == clause.head.head:
        return told
    for oblique in clause.obliques:
        is_next = oblique.marker[0].i == told[-1].i + 1 and not oblique.is_on_noun
        is_its_own = attribute.pos_ == "ADJ" or oblique.words in _OF_NOUNS
        if is_next and is_its_own and not is_time(oblique) and not is_aside(oblique):
            told = (*told, *oblique.marker, *words_under(oblique.heads[0]))
    return told


def _roles_of_phrases(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    behind = () if used is None else beside_phrase(clause, used)
    for oblique in (*clause.obliques, *behind):
        if oblique is used or is_aside(oblique) or is_absolute(oblique) or not belongs_to_verb(oblique):
            continue
        if oblique.is_on_noun and oblique.marker[0].head in clause.attributes:
            continue  # stands in the words of the attribute
        if (span := range_of(oblique)) is not None:
            yield "quantity", Words(span)
            continue
        is_lacking = oblique.words == "without"  # the word is half of what is said
        for head in oblique.heads[: 1 if is_lacking else None]:
            if is_time(oblique) and not is_asked(clause, oblique):
                continue
            if role := role_in(clause, oblique, _kinds(head, mentions)):
                has_marker = (is_lacking or role == "manner") and head.i > oblique.marker[0].i
                yield role, Words((*oblique.marker, *words_under(head))) if has_marker else filler_of(head)


def _is_measure(adverb: Token) -> bool:
    """ "Fell *4 percent*", "closed *down 4 percent*", "was called out *61 times*"."""
    if adverb.lower_ in ("up", "down"):
        return any(c.dep_ == "npadvmod" and value_of(c) in _SUMS for c in adverb.children)
    is_often = adverb.lemma_ == "time" and any(c.dep_ == "nummod" for c in adverb.lefts)
    return adverb.dep_ == "npadvmod" and (value_of(adverb) in _SUMS or is_often)


def _circumstances(clause: Clause) -> tuple[tuple[str, Filler], ...]:
    """Why, when, if what and what for, where a clause tells it."""
    return tuple((role, Clausal(head)) for role, head in clause.circumstances)


def _role_of_adverb(adverb: Token, clause: Clause) -> str:
    """ "Not all cases end *well*", "sales rose *sharply*", "went *home*": less is told without it. "" of others."""
    if adverb.i < clause.head.i or adverb.dep_ != "advmod" or adverb.ent_type_ in ("DATE", "TIME"):
        return ""
    word = adverb.lower_
    if word.endswith("ly"):
        return "" if word in words("adverbs", "lemma") or word in words("sentence_adverbs", "word") else "manner"
    return values("adverb_roles", "word", "role").get(word, "")


def _things(clause: Clause) -> tuple[Token, ...]:
    return clause.subjects if clause.subject_source == "existential" else clause.objects


def _contents(noun: Token) -> Iterator[Token]:
    """What a noun says: "evidence *that the pill works*"."""
    for child in noun.rights:
        if child.dep_ == "acl" and any(t.dep_ == "mark" and t.lower_ == "that" for t in child.lefts):
            yield child


def _kinds(head: Token, mentions: Mentions) -> tuple[str, ...]:
    return kinds(head, "" if value_of(head) else mentions.of(head).type)


def _is_another(subject: Token, attribute: Token, mentions: Mentions) -> bool:
    """Two names side by side: what the parser takes for an apposition is another thing, or the same one named."""
    return mentions.span_of(subject) is not None and mentions.span_of(attribute) is not None


def _description(clause: Clause, consumed: frozenset[tuple[int, int]], mentions: Mentions) -> Iterator[Proposition]:
    """ "The dam is safe", "Mia Torres, a judge": described as, in the words of the text."""
    described = clause.attributes or (clause.head,)
    copula = tuple(t for t in clause.head.children if t.lemma_ == "be")
    for subject, attribute in product(clause.subjects, described):
        read = {(clause.head.i, attribute.i), (attribute.i, subject.i), (subject.i, attribute.i)}
        if consumed & read or subject == attribute or subject.pos_ == "VERB":
            continue  # "They met, among them Lund": the meeting is nobody
        if _is_another(subject, attribute, mentions):
            continue
        aside: frozenset[str] = frozenset()
        if clause.kind is ClauseKind.APPOSITION and subject.pos_ == "NOUN" and attribute.pos_ == "PROPN":
            if subject.tag_ == "NNS":
                continue  # "two firms, Orlo and Tarn": neither is two firms
            subject, attribute = attribute, subject  # "its owner, Calvin Roake"
            aside = frozenset({"appos"})
        told = _predicated(clause, attribute, aside)
        if told[0].tag_ == "WP$":
            if not aside:
                continue  # "Orlo, whose boats fish there": Orlo is no boat
            told = told[1:]  # "Lund, whose novel The Salt Road": The Salt Road is a novel
        yield Proposition(
            subject=subject,
            predicate="kg:describedAs",
            relation=copula,
            object=Words(told),
            anchor=clause.head,
            rule=f"open/{clause.kind}",
            roles=tuple(_roles_of_state(clause, told, mentions)) if clause.kind is ClauseKind.COPULA else (),
            label="is",
            backing=(clause.subject_source,),
        )
