"""What stands beside subject and object of a clause that no frame has read: its roles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.adverb_roles import restricting, roles_of_adverbs
from kg.extract.amounts import SUMS, range_of, value_of
from kg.extract.clauses import Clause, ClauseKind, Complement, Oblique
from kg.extract.clauses.obliques import is_discourse
from kg.extract.contents import contents
from kg.extract.distances import measure_of
from kg.extract.fillers import Filler, filler_of, in_words, places_of, words_under
from kg.extract.limits import dates_denial, ends_denial, is_except, limited, limits_denial, limits_of
from kg.extract.meanwhile import tells_state
from kg.extract.mentions import Mentions
from kg.extract.object_phrases import is_named_as
from kg.extract.objects import beside_phrase, is_aside, is_embedded, is_of_noun, made_adjectives, states_left
from kg.extract.proposition import Clausal, Words
from kg.extract.qualifiers import with_qualifiers
from kg.extract.roles import (
    belongs_to_verb,
    is_absolute,
    is_asked,
    is_asked_by_noun,
    is_time,
    is_told_in_words,
    kinds,
    roles_of_heads,
)
from kg.grammar.phrases import ADNOMINAL, NOMINAL, VERBAL, tells_cases
from kg.grammar.verbs import SUBJECTS, has_to
from kg.grammar.wordlists import naming, words, words_of
from kg.parse import Token

_ROLES_OF_STATES = frozenset({"place", "time", "condition"})
_SCENES = frozenset(
    {"in", "among", "within", "across", "at", "for", "on", "outside", "inside", "beyond", "around", "over", "below"}
)
_ABOUT = frozenset({"on", "over", "about"})
_LONGEST_SCENE = 10  # words


def roles_of(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    """Each role with what fills it; `used` is the phrase that stands as object already. A word that stands within
    another role is told there: "at the pit and *again* at the roadside"."""
    found = tuple(_all_roles(clause, used, mentions))
    told = tuple(_words_of_roles(pair for pair in found if pair[0] != "time"))
    for n, (role, filler) in enumerate(found):
        own = frozenset(filler.tokens) if isinstance(filler, Words) else frozenset()
        before = _words_of_roles(pair for pair in found[:n] if pair[0] in (role, "circumstance"))
        is_first = not own or all(own != each for each in before)
        if is_first and not any(own < each for each in told if own):
            yield role, filler


def _words_of_roles(roles: Iterable[tuple[str, Filler]]) -> Iterator[frozenset[Token]]:
    return (frozenset(filler.tokens) for _, filler in roles if isinstance(filler, Words))


def _all_roles(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    for dative in clause.datives:
        yield "recipient", dative
    called = clause.attributes if _is_called(clause) else ()
    yield from (("asRole", Words(_called(clause, head))) for head in called if value_of(head) not in SUMS)
    told = (said for thing in _things(clause) for said in contents(thing) if said is not clause.verb)
    yield from (("topic", Clausal(said)) for said in told)
    yield from (("manner", Clausal(state)) for state in states_left(clause))
    if clause.objects or clause.attributes or (clause.agents and clause.kind is ClauseKind.VERB):
        yield from (
            (_role_of(c, clause), Clausal(c.head))
            for c in clause.complements
            if is_embedded(c, clause) and not _is_of_attribute(c, clause)
        )
    yield from _circumstances(clause)
    yield from limits_of(clause)
    yield from roles_of_adverbs(clause)
    yield from (("manner", Words(told)) for told in restricting(clause, used))
    yield from (("manner", told) for told in _as_if(clause))
    yield from _roles_of_phrases(clause, used, mentions)


def _is_of_attribute(complement: Complement, clause: Clause) -> bool:
    """ "Proved hard *to sell*": the words of what is predicated tell it."""
    above = complement.head.head
    is_degree = any(c.lower_ in ("so", "too") for c in above.lefts)  # "so dry *that half of it died*"
    return above.pos_ == "ADJ" and (is_degree or (above in clause.attributes and not clause.objects))


def _role_of(complement: Complement, clause: Clause) -> str:
    """ "Told the crew *to leave*"; "sent the crew *to save it*": what for."""
    is_doing = complement.kind in ("ger", "objinf") and complement.head.tag_ == "VBG"
    if is_doing and clause.head.lemma_.lower() in words("leaving_so", "lemma"):
        return "manner"  # "kept her *waiting*"
    is_sending = complement.kind == "objinf" and clause.head.lemma_.lower() in words("sending", "lemma")
    return "purpose" if is_sending and has_to(complement.head) else "topic"


def _is_called(clause: Clause) -> bool:
    """Whether what is predicated is what an object is called or made."""
    if not clause.objects and not (clause.agents and clause.kind is ClauseKind.VERB):
        return False
    is_calling = clause.head.lemma_.lower() in words("predicating", "lemma") | naming() | words("finding", "lemma")
    return is_calling and not made_adjectives(clause) and not is_of_noun(clause)


def _called(clause: Clause, attribute: Token) -> tuple[Token, ...]:
    """What something is called; of a superlative with the phrases behind it: "the largest *in the state*"."""
    told = words_under(attribute)
    if any(thing.lower_ == "it" for thing in clause.objects):
        behind = [c for c in attribute.rights if has_to(c) and c.left_edge.i == told[-1].i + 1]
        return (*told, *(t for c in behind for t in c.subtree))  # "made it a crime *to film them*"
    for oblique in clause.obliques if attribute.tag_ == "JJS" else ():
        if oblique.marker[0].i == told[-1].i + 1:
            told = (*told, *oblique.marker[0].subtree)
    return told


def roles_of_state(clause: Clause, told: tuple[Token, ...], mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    """ "Is 21st *in the league*": where, when and in what case, if the words of what is predicated do not tell it."""
    yield from _circumstances(clause)
    yield from limits_of(clause)
    yield from (("manner", Words(word)) for word in restricting(clause, None) if word[0].i < told[0].i)
    places = {token.i for token in told}
    for role, filler in _roles_of_phrases(clause, None, mentions):
        is_outer = role == "circumstance" and places_of(filler) < (clause.verb.i,)
        if (role in _ROLES_OF_STATES or is_outer) and not places.intersection(places_of(filler)):
            yield role, filler


def _roles_of_phrases(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    behind = () if used is None else beside_phrase(clause, used)
    for oblique in (*clause.obliques, *behind):
        if oblique.is_on_noun and oblique.words == "of" and oblique.marker[0].head in made_adjectives(clause):
            yield from (("topic", filler_of(head)) for head in oblique.heads)  # "left it short *of cranes*"
            continue
        if oblique is not used and oblique.is_on_noun and _is_of_state(oblique, clause):
            yield "circumstance", in_words(oblique, oblique.heads[0])  # "held it liable *for the spill*"
            continue
        if oblique is not used and not oblique.is_on_noun and (measure := measure_of(oblique)):
            role = "circumstance" if oblique.words in ("into", "before", "after") else "place"  # "40 km from Oslo"
            yield role, Words((*measure, *oblique.marker, *words_under(oblique.heads[0])))
            continue
        if len(oblique.marker) > 1 and oblique is not used and is_named_as(oblique, clause):
            yield "asRole", Words((*oblique.marker[1:], *words_under(oblique.heads[0])))
            continue
        if oblique is not used and (told := limited(oblique)) is not None:
            yield "circumstance", told
            continue
        if oblique.words == "of" and oblique is not used and _is_fronted_whole(oblique, clause):
            yield "circumstance", in_words(oblique, oblique.heads[0])
            continue
        if oblique is not used and is_except(clause, oblique) and not (oblique.is_on_noun and _is_in_name(oblique)):
            yield "circumstance", in_words(oblique, oblique.heads[0])
            continue
        if oblique is not used and tells_state(oblique):
            yield "circumstance", in_words(oblique, oblique.heads[0])
            continue
        if used is not None and _is_next_place(oblique, used):
            continue
        if used is not None and oblique is not used and _is_about(oblique, clause):
            yield from (("topic", filler_of(head)) for head in oblique.heads)
            continue
        if oblique is used or is_aside(oblique) or is_absolute(oblique) or not belongs_to_verb(oblique):
            continue
        if oblique.is_on_noun and (oblique.marker[0].head in clause.attributes or _is_in_name(oblique)):
            continue  # stands in the words of the attribute, or of the object
        if (span := range_of(oblique)) is not None:
            yield "quantity", Words(span)
            continue
        if oblique.words == "without" and oblique.heads[0].pos_ in VERBAL:
            yield "manner", Words((*oblique.marker, *words_under(oblique.heads[0])))
            continue
        if _is_age(oblique) and any(oblique.marker[0] in with_qualifiers(thing) for thing in clause.objects):
            continue  # "bars anyone *under 16* from it"
        if ends_denial(clause, oblique):
            yield "circumstance", Words((*oblique.marker, *words_under(oblique.heads[0])))
            continue
        if is_time(oblique) and not is_asked(clause, oblique):
            is_sort = _is_sort_of_time(oblique.heads[0]) and _opens(oblique, clause)
            if is_sort or dates_denial(clause, oblique):
                yield "circumstance", in_words(oblique, oblique.heads[0])  # unless the statement's time tells it
            continue
        if oblique.words == "on" and (said := [c for head in oblique.heads for c in contents(head)][:1]):
            yield "condition", Clausal(said[0])  # "on condition that they stay away"
            continue
        roles = tuple(roles_of_heads(clause, oblique, lambda head: _kinds(head, mentions)))
        is_behind = oblique.marker[0].i < oblique.heads[0].i
        is_limit = limits_denial(clause, oblique) or _opens(oblique, clause) or tells_cases(oblique.marker[0])
        if not roles and is_behind and is_limit:
            yield "circumstance", in_words(oblique, oblique.heads[0])
        for role, head in roles:
            if head.i < oblique.marker[0].i and role in ("manner", "circumstance"):
                if oblique.words == "for" and head.pos_ in NOMINAL:
                    yield "topic", filler_of(head)  # "goods *for which* the firm paid"
                continue
            if role == "purpose" and (aim := next(contents(head), None)) is not None:
                yield role, Clausal(aim)  # "in a bid *to save the whale*"
                continue
            yield role, _filler(role, clause, oblique, head)


def _is_next_place(oblique: Oblique, used: Oblique) -> bool:
    """ "Served in Chad and later *in Mali*", "in Iraq, *in Mali* and in Chad": another place, and not where Chad is."""
    is_same = oblique is not used and oblique.words == used.words and oblique.words in ("in", "at", "on")
    last = used.heads[-1].right_edge.i
    between = oblique.marker[0].doc.tokens[last : oblique.marker[0].i]
    is_behind = used.marker[0].i < oblique.marker[0].i
    return is_same and is_behind and any(token.lower_ in ("and", ",") for token in between)


def _is_about(oblique: Oblique, clause: Clause) -> bool:
    """ "Reached a deal *on pay* with Orlo": of the noun that is half of the verb's meaning."""
    is_asked = oblique.words in _ABOUT and oblique.marker[0].head in clause.objects and not is_time(oblique)
    return is_asked and is_asked_by_noun(oblique.marker[0])


def _is_of_state(oblique: Oblique, clause: Clause) -> bool:
    """Whether a phrase hangs on the adjective that an object was made or found to be."""
    made = made_adjectives(clause)
    return len(made) == 1 and oblique.marker[0].head in made and not is_time(oblique)


def _filler(role: str, clause: Clause, oblique: Oblique, head: Token) -> Filler:
    """What fills the role of a phrase: with its preposition where that is half of what is said."""
    degree = [t for t in oblique.marker[0].lefts if t.lower_ in words("restricting", "word")]
    if role == "cause" and degree:
        return Words((*degree, *oblique.marker, *words_under(head)))  # "fell *partly because of rain*"
    is_new_level = role == "quantity" and oblique.words == "to" and value_of(head) in SUMS
    is_beside = bool(clause.objects or clause.adverbs) or len(clause.obliques) > 1
    if is_new_level and is_beside:
        return Words((*oblique.marker, *words_under(head)))  # "cut the fee *to 9 dollars*": not by as much
    if is_told_in_words(role, oblique):
        return in_words(oblique, head)
    is_deed = head.lemma_.lower() in words("efforts", "lemma") or next(contents(head), None) is not None
    if role == "asRole" and is_deed and any(c.dep_ in ADNOMINAL and has_to(c) for c in head.rights):
        return Words(words_under(head))  # "described it as an attempt *to free them*"
    return filler_of(head)


def _is_sort_of_time(noun: Token) -> bool:
    """ "In *wet years* the river floods": which years, and not when."""
    kinds = [c for c in noun.lefts if c.dep_ == "amod"]
    is_plain = all(c.dep_ == "amod" and c.tag_ == "JJ" for c in noun.lefts) and noun.tag_ == "NNS"
    return is_plain and bool(kinds) and not any(c.lower_ in words_of("which times") for c in kinds)


def _opens(oblique: Oblique, clause: Clause) -> bool:
    """ "*In parts of the valley* rates fell", "*for some of them* it is too late": where, or for whom, all of it is
    so; told before subject and verb."""
    marker, noun = oblique.marker[0], oblique.heads[0]
    subject = next((child for child in clause.verb.lefts if child.dep_ in SUBJECTS), None)
    is_before = subject is not None and noun.i < subject.left_edge.i and marker.i < noun.i and not oblique.is_on_noun
    is_scene = (oblique.words in _SCENES and noun.tag_ != "PRP" and noun.pos_ in NOMINAL | {"NUM"}) and (
        not is_time(oblique) or _is_sort_of_time(noun)
    )
    is_pointing = any(child.tag_ == "WDT" or child.lower_ == "no" for child in noun.lefts)
    is_pointing |= noun.lemma_.lower() in words_of("season") or len(noun.subtree) > _LONGEST_SCENE
    return is_before and is_scene and bool(noun.children) and not is_pointing and not is_discourse(marker)


def _is_fronted_whole(oblique: Oblique, clause: Clause) -> bool:
    """ "*Of the nine guests*, three were ill": of whom the three are."""
    first = oblique.marker[0]
    if oblique.heads[0].i < first.i:
        return False  # "euros, *of which* it pays half"
    return first.i < clause.verb.i and (first.is_sent_start or first.text_before in (",", ";", "and", "that"))


def _is_in_name(oblique: Oblique) -> bool:
    """ "Works shifts *with eight patients*": the shifts are named by all of it."""
    return oblique.marker[0] in with_qualifiers(oblique.marker[0].head)


def _is_age(oblique: Oblique) -> bool:
    return oblique.words in ("under", "over") and oblique.heads[0].tag_ == "CD"


def _circumstances(clause: Clause) -> tuple[tuple[str, Filler], ...]:
    """Why, when, if what and what for, where a clause tells it."""
    asked = {complement.head.i for complement in clause.complements if complement.kind == "wh"}  # "asked when it fell"
    return tuple((role, Clausal(head)) for role, head in clause.circumstances if head.i not in asked)


def _as_if(clause: Clause) -> Iterator[Words]:
    """ "Feels *as if she could fly*": in words, for it is not so."""
    for child in clause.head.rights if "advcl" in clause.head.below else ():
        opening = child.left_edge
        is_as_if = opening.lower_ == "as" and opening.nbor().lower_ in ("if", "though")
        if child.dep_ == "advcl" and is_as_if and child.is_unbroken:
            yield Words(tuple(child.subtree))


def _things(clause: Clause) -> tuple[Token, ...]:
    return clause.subjects if clause.subject_source == "existential" else clause.objects


def _kinds(head: Token, mentions: Mentions) -> tuple[str, ...]:
    return kinds(head, "" if value_of(head) else mentions.of(head).type)
