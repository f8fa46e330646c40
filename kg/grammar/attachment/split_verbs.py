"""Verbs that a time parts from their helper: "was at the time *working* in Porto"; and what only looks like a verb
behind "to" or a time: "linked it to *raised* blood pressure", "six years *running*"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import class_of_noun
from kg.grammar.phrases import TERMS, TIMES, VERBAL
from kg.grammar.verbs import SUBJECTS
from kg.parse import Token

_NOW = frozenset({"now", "then"})
_PREDICATED = frozenset({"attr", "acomp", "oprd", "expl", "ccomp"})
_PREPOSITIONS = frozenset({"beginning", "concerning", "featuring", "following", "including", "involving", "starting"})
_ADVERBS = frozenset({"RB", "RBR", "RBS"})
_TO_THINGS = frozenset({"come", "lead", "move", "turn"})


@at(tags="VBG VBN", none_below=SUBJECTS | {"mark"}, is_behind=True)
def parted_from_was(verb: Token) -> Iterator[Arc]:
    """ "The troops were at that time *crossing* the river", "was by now *running* two shops": what they were doing, and
    not when they were."""
    was = next((t for t in verb.ancestors if t.pos_ in VERBAL), verb)
    if was.lemma_ != "be" or was.i > verb.i or _is_said(was, verb) or not _is_going_on(verb):
        return
    words = verb.doc.tokens[was.i + 1 : verb.i]
    between = [t for t in words if t.lower_ in _NOW or (t.tag_ not in _ADVERBS and t.lower_ != "being")]
    marker = between[0] if between else verb
    if marker.head != was or marker.dep_ != "prep" or not _is_time(between[1:]) or _tells_event(was, between[-1]):
        return
    if between[-1].lower_ in _NOW:
        yield between[-1], marker, "pcomp"
    subjects = [c for c in was.lefts if c.dep_ in SUBJECTS]
    is_passive = verb.tag_ == "VBN"
    was_head, label = was.head, was.dep_
    yield verb, verb if label == "ROOT" else was_head, label
    others = [c for c in was.children if c != verb]
    yield from ((c, verb, f"{c.dep_}pass" if is_passive and c in subjects else c.dep_) for c in others)
    yield was, verb, "aux"


def _is_said(was: Token, verb: Token) -> bool:
    """Whether something is told by "was" itself."""
    return any(c.dep_ in _PREDICATED and c != verb for c in was.children)


def _is_going_on(verb: Token) -> bool:
    """A verb in -ing, or "being" with a participle."""
    helpers = [c.lower_ for c in verb.lefts if c.dep_ in ("aux", "auxpass")]
    return helpers == ["being"] if verb.tag_ == "VBN" else not helpers and verb.lower_ not in _PREPOSITIONS


def _is_time(words: list[Token]) -> bool:
    """What follows a preposition: "the time", "Sunday evening", "now"; no clause and no list."""
    if not words or any(t.is_punct or t.pos_ in VERBAL or t.dep_ == "prep" for t in words):
        return False
    last = words[-1]
    is_moment = last.lemma_.lower() in wordlists.words_of("point in time") | TERMS.keys()
    return (last.lower_ in _NOW and len(words) == 1) or last.ent_type_ in TIMES or is_moment


def _tells_event(was: Token, time: Token) -> bool:
    """ "The march was on Sunday following a feud": when it was."""
    subject = next((c for c in was.lefts if c.dep_ in SUBJECTS), was)
    return time.ent_type_ in TIMES and class_of_noun(subject) == "kg:Event"


@at(tags="VBN VBD", below="aux dobj", none_below=SUBJECTS | {"auxpass", "neg"}, is_behind=True)
def to_what_is_done(verb: Token) -> Iterator[Arc]:
    """ "Linked the drug to *raised* blood pressure": no infinitive has this form."""
    to = verb.nbor(-1)
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), verb)
    infinitives = wordlists.words_of("infinitive in ed")
    is_form = verb.lower_.endswith("ed") and not verb.lower_.endswith("eed") and verb.lower_ not in infinitives
    if to.head != verb or to.lower_ != "to" or not is_form or any(c.dep_ == "aux" and c != to for c in verb.lefts):
        return
    if thing.left_edge.i != verb.i + 1 or any(c.dep_ in ("det", "poss") for c in thing.lefts):
        return
    to.tag_, to.pos_, verb.tag_, verb.pos_ = "IN", "ADP", "JJ", "ADJ"
    yield to, verb.head, "prep"
    yield thing, to, "pobj"
    yield from ((c, thing, c.dep_) for c in [*verb.rights] if c != thing)
    yield verb, thing, "amod"


@at(tags="VB VBP NN", below="aux dobj", none_below=SUBJECTS | {"neg", "advmod"}, is_behind=True)
def to_kind_of_thing(kind: Token) -> Iterator[Arc]:
    """ "Lost its market to *screw* caps", "a threat to *fish* stocks": to whom or what; nobody screws or fishes."""
    to, above = kind.nbor(-1), kind.head
    thing = next((c for c in kind.rights if c.dep_ == "dobj"), kind)
    if to.head != kind or to.lower_ != "to" or kind.i + 1 >= len(kind.doc) or thing.left_edge.i != kind.i + 1:
        return
    if (kind.lower_, kind.nbor().lower_) not in wordlists.verb_compounds() or _asks_deed(above, to):
        return
    to.tag_, to.pos_, kind.tag_, kind.pos_ = "IN", "ADP", "NN", "NOUN"
    before = to.nbor(-1)
    is_of_verb = above.pos_ in VERBAL and (above.lemma_.lower(), "to") in wordlists.verb_prepositions()
    is_of_noun = before.head == above and (before.lemma_.lower(), "to") in wordlists.noun_prepositions()
    yield to, before if is_of_noun and not is_of_verb else above, "prep"
    yield thing, to, "pobj"
    yield from ((c, above if _is_when(c) else thing, c.dep_) for c in [*kind.rights] if c != thing)
    yield kind, kind.nbor(), "compound"


def _is_when(phrase: Token) -> bool:
    return any(t.ent_type_ in TIMES for t in (phrase, *phrase.rights))


def _asks_deed(above: Token, to: Token) -> bool:
    """Whether a verb or noun asks for an infinitive: "plans to", "right to"; not "a threat to fish stocks"."""
    lemma = above.lemma_.lower()
    if above.pos_ in VERBAL:
        return above.i == to.i - 1 and (lemma, "inf") in wordlists.clause_takers() and lemma not in _TO_THINGS
    return lemma in wordlists.nouns_to_do() and (lemma, "to") not in wordlists.noun_prepositions()


@at(tags="VBG", above_tags="NNS VBD VBN VBP VBZ VBG VB", is_behind=True)
def times_running(running: Token) -> Iterator[Arc]:
    """ "Won it two years *running*": one behind the other."""
    times = running.nbor(-1)
    count = times.nbor(-1) if times.i else times
    if running.lower_ != "running" or times.tag_ not in ("NN", "NNS") or not count.like_num:
        return
    played = wordlists.words_of("played one behind the other")
    is_time = times.lemma_.lower() in wordlists.words_of("point in time") | TERMS.keys() | played
    if not (is_time or times.ent_type_ in TIMES):
        return
    main = next((t for t in running.ancestors if t != times and t.pos_ in VERBAL), None)
    if main is None:
        return
    running.tag_, running.pos_ = "RB", "ADV"
    if times.head == running:
        yield times, main, "npadvmod"
    for child in [*running.children]:
        if child != times:
            yield child, main, "nsubj" if child.dep_ == "dobj" and child.i < main.i else child.dep_
    yield running, times, "advmod"


@at(tags="VBN", below="auxpass", none_below=SUBJECTS, above="pobj", is_behind=True)
def led_to_being_done(verb: Token) -> Iterator[Arc]:
    """ "Led to corners *being cut*": what came of it; no corners came of it."""
    thing, marker = verb.head, verb.head.head
    is_next = verb.left_edge.i == thing.right_edge.i + 1 or verb.left_edge.i == thing.i + 1
    is_result = marker.lower_ in ("to", "in") and marker.head.lemma_.lower() in wordlists.words_of("leading to")
    if verb.dep_ == "acl" and is_next and is_result and verb.left_edge.lower_ == "being":
        yield verb, marker, "pcomp"
        yield thing, verb, "nsubjpass"
