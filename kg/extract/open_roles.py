"""What stands beside subject and object of a clause that no frame has read: its roles."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clause, ClauseKind, Oblique
from kg.extract.contents import contents
from kg.extract.mentions import Mentions
from kg.extract.objects import (
    Filler,
    beside_phrase,
    filler_of,
    is_aside,
    is_compared,
    is_embedded,
    is_of_noun,
    made_adjectives,
    places_of,
    words_under,
)
from kg.extract.proposition import Clausal, Words
from kg.extract.roles import belongs_to_verb, is_absolute, is_asked, is_time, kinds, range_of, role_in, value_of
from kg.grammar.phrases import VERBAL
from kg.grammar.wordlists import values, words
from kg.parse import Token

_ROLES_OF_STATES = frozenset({"place", "time", "condition"})
_SUMS = frozenset({"PERCENT", "MONEY", "QUANTITY"})


def roles_of(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    """Each role with what fills it; `used` is the phrase that stands as object already."""
    for dative in clause.datives:
        yield "recipient", dative
    is_of_thing = clause.objects or (clause.agents and clause.kind is ClauseKind.VERB)
    if is_of_thing and clause.attributes and not made_adjectives(clause) and not is_of_noun(clause):
        yield from (("asRole", Words(_called(clause, head))) for head in clause.attributes)
    yield from (("topic", Clausal(said)) for thing in _things(clause) for said in contents(thing))
    if clause.objects or clause.attributes:
        yield from (("topic", Clausal(c.head)) for c in clause.complements if is_embedded(c, clause))
    yield from _circumstances(clause)
    for adverb in clause.adverbs:
        if _is_measure(adverb):
            behind = {t.i for c in adverb.rights if c.dep_ == "prep" for t in c.subtree}
            yield "quantity", Words(tuple(t for t in words_under(adverb) if t.i not in behind))
    if not clause.attributes:
        told = ((_role_of_adverb(adverb, clause), adverb) for adverb in clause.adverbs)
        yield from ((role, Words(words_under(adverb))) for role, adverb in told if role)
    yield from (("manner", Words((adverb,))) for adverb in _restricting(clause, used))
    yield from _roles_of_phrases(clause, used, mentions)


def _called(clause: Clause, attribute: Token) -> tuple[Token, ...]:
    """What something is called; of a superlative with the phrases behind it: "the largest *in the state*"."""
    told = words_under(attribute)
    for oblique in clause.obliques if attribute.tag_ == "JJS" else ():
        if oblique.marker[0].i == told[-1].i + 1:
            told = (*told, *oblique.marker[0].subtree)
    return told


def roles_of_state(clause: Clause, told: tuple[Token, ...], mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    """ "Is 21st *in the league*": where, when and in what case, if the words of what is predicated do not tell it."""
    yield from _circumstances(clause)
    places = {token.i for token in told}
    for role, filler in _roles_of_phrases(clause, None, mentions):
        if role in _ROLES_OF_STATES and not places.intersection(places_of(filler)):
            yield role, filler


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
        if is_lacking and oblique.heads[0].pos_ in VERBAL:
            yield "manner", Words((*oblique.marker, *words_under(oblique.heads[0])))
            continue
        for head in oblique.heads[: 1 if is_lacking else None]:
            if is_time(oblique) and not is_asked(clause, oblique):
                continue
            if said := next(contents(head), None) if oblique.words == "on" else None:
                yield "condition", Clausal(said)  # "on condition that they stay away"
            elif role := role_in(clause, oblique, _kinds(head, mentions)):
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


def _restricting(clause: Clause, used: Oblique | None) -> Iterator[Token]:
    """ "Votes *only* in a tie", "*barely* touched him": without it more is told than was said."""
    restricting = words("restricting", "word")
    yield from (adverb for adverb in clause.adverbs if adverb.lower_ in restricting and not any(adverb.children))
    if used is not None:
        yield from (t for t in used.marker[0].lefts if t.lower_ in restricting)


def _role_of_adverb(adverb: Token, clause: Clause) -> str:
    """ "Not all cases end *well*", "sales rose *sharply*", "went *home*": less is told without it. "" of others."""
    if adverb.i < clause.head.i or adverb.dep_ != "advmod" or adverb.ent_type_ in ("DATE", "TIME"):
        return ""
    word = adverb.lower_
    if any(child.lower_ == "as" for child in adverb.lefts) and not is_compared(adverb):
        return ""  # "as well"
    if adverb.tag_ == "RBR" and is_compared(adverb):
        return "manner"
    if word.endswith("ly"):
        return "" if word in words("adverbs", "lemma") or word in words("sentence_adverbs", "word") else "manner"
    return values("adverb_roles", "word", "role").get(word, "")


def _things(clause: Clause) -> tuple[Token, ...]:
    return clause.subjects if clause.subject_source == "existential" else clause.objects


def _kinds(head: Token, mentions: Mentions) -> tuple[str, ...]:
    return kinds(head, "" if value_of(head) else mentions.of(head).type)
