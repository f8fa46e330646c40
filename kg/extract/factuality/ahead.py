"""What is told in the present tense but lies ahead: "is buying the mill", "opens next week", "starts on Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.factuality import arcs
from kg.extract.factuality.lexicon import Lexicon
from kg.extract.factuality.state import State
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import TIMES, VERBAL
from kg.grammar.verbs import HELPERS, SUBJECTS, is_headline, verb_forms
from kg.model import Mode, Time
from kg.parse import Token

_PRESENT = frozenset({"VBZ", "VBP"})
_NOW = frozenset({"already", "still", "now"})
_ORDERING = frozenset({"before", "after"})
_PERFECT = frozenset({"has", "have"})
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl"})
_OF_TIME = frozenset({"npadvmod", "advmod", "prep"})


def what_lies_ahead(verb: Token, lexicon: Lexicon) -> Iterator[Token]:
    """The words by which a clause in the present tense tells of what is still to come."""
    if verb.tag_ in ("VBD", "VB") or not _is_present(verb):
        return
    if verb.tag_ == "VBG" and lexicon.has("culminating", verb_forms(verb)) and not _is_repeated(verb):
        yield verb
    inner = next((child.i for child in verb.rights if child.dep_ in _CLAUSES), verb.sent.end)
    inner = min((inner, *_dues(verb)))
    for child in verb.children:
        if child.dep_ not in _OF_TIME or child.i > inner or _is_level(verb, child):
            continue  # of what is planned: "plans to go tomorrow"
        word = _coming_time(child, lexicon)
        if word is not None and not (word.text in values("weekday") and lexicon.has("speech", verb_forms(verb))):
            yield word  # not "The mayor says on Monday that", which is of the past


def of_later_date(state: State, verb: Token, time: Time | None, today: str | None) -> State:
    """The state of what a present tense tells of a day after that of the text: "Orr marries Quist in 2030"."""
    if time is None or not time.start_date or not today or not state.is_factual:
        return state
    if verb.pos_ not in VERBAL or not _is_present(verb) or time.start_date <= today:
        return state
    word = next((token for token in verb.sent if token.idx >= time.start), None)
    return state.overlaid(Mode.FUTURE).cued(word)


def is_still_to_happen(verb: Token, governor: Token) -> bool:
    """Whether a clause of time in the present tense tells of an event to come or to come again: "once the roof is
    mended", "faces jail when a judge sentences her"; not "when they are ill", ", when pilgrims come"."""
    if not _is_present(verb) and not _has_present_perfect(verb):
        return False
    is_state = verb.lemma_ == "be" or verb.tag_ == "VBG"
    if is_state or arcs.is_past(governor) or is_headline(verb):  # "fled when shells hit it", "held after boy dies"
        return False
    if governor.tag_ in _PRESENT and any(child.lower_ in _ORDERING for child in verb.lefts):
        return False  # "follow the river before the roads part"
    return verb.i < governor.i or verb.left_edge.text_before != ","


def is_under_way(verb: Token) -> bool:
    """Whether a present tense tells what goes on already: "will not raise rents when tenants are already ill", "will
    buy it when it has never been dearer"."""
    if _has_present_perfect(verb) and any(child.lower_ == "never" for child in verb.lefts):
        return True
    return verb.tag_ == "VBG" and any(child.dep_ == "advmod" and child.lower_ in _NOW for child in verb.lefts)


def opens_with_when(verb: Token) -> bool:
    """Whether "when" opens a clause."""
    return any(child.lower_ == "when" and child.dep_ == "advmod" for child in verb.lefts)


def _has_present_perfect(verb: Token) -> bool:
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS]
    return bool(helpers) and helpers[0].lower_ in _PERFECT


def _is_level(verb: Token, adverbial: Token) -> bool:
    """ "Is 18% above the close on Monday": the close was on Monday."""
    between = verb.doc.tokens[verb.i : adverbial.i]
    return verb.lemma_ == "be" and any(token.ent_type_ == "PERCENT" for token in between)


def _dues(verb: Token) -> Iterator[int]:
    """Where what a clause calls due begins, which its time belongs to: "is due to land on Friday"."""
    for word in verb.rights if "acomp" in verb.below else ():
        if word.dep_ == "acomp" and any(token.lower_ == "to" for token in word.doc.tokens[word.i + 1 : word.i + 2]):
            yield word.i


def _is_repeated(verb: Token) -> bool:
    """Whether many do it, or to many: "investors are buying bonds"."""
    nouns = (child for child in verb.children if child.dep_ in (*SUBJECTS, "dobj"))
    return any(noun.tag_ == "NNS" and not _is_counted(noun) for noun in nouns)


def _is_counted(noun: Token) -> bool:
    return any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)


def _is_present(verb: Token) -> bool:
    """Opens, is opening, is opened; not "has opened"."""
    helpers = [child for child in verb.lefts if child.dep_ in HELPERS]
    if not helpers:
        return verb.tag_ in _PRESENT
    return helpers[0].tag_ in _PRESENT and all(child.lemma_ == "be" for child in helpers)


def _is_beside(word: Token) -> bool:
    """Next to me, next door."""
    is_next_to = word.lower_ == "next" and word.i + 1 < len(word.doc) and word.nbor(1).lower_ == "to"
    return is_next_to or word.lower_ == "door"


def _is_of_time(end: Token) -> bool:
    """The end of the month, of the season, of May."""
    nouns = [noun for of in end.rights if of.lower_ == "of" for noun in of.rights]
    return any(noun.ent_type_ in TIMES or noun.lemma_.lower() in values("unit") for noun in nouns)


def _coming_time(adverbial: Token, lexicon: Lexicon) -> Token | None:
    """Tomorrow, next week, on Monday; not "the next day", which is told from a day in the past."""
    head = next((child for child in adverbial.children if child.dep_ == "pobj"), adverbial)
    if adverbial.lower_ == "at" and head.lower_ == "end" and adverbial.head.tag_ == "VBG" and _is_of_time(head):
        return head  # "is leaving at the end of the season"; not "is working at the end of the pier"
    if any(child.dep_ == "det" for child in head.lefts) or _is_beside(head):
        return None
    found = next((word for word in (head, *head.lefts) if lexicon.has("ahead", (word.lower_,))), None)
    if found is None and adverbial.lower_ == "in" and head.text in values("month") and adverbial.head.tag_ == "VBG":
        return head  # "is moving to Bonn in June"; "opens in June" may be told of every year
    if found is None and adverbial.lower_ == "on" and head.text in values("weekday"):
        return head
    if found is None and adverbial.lower_ == "shortly" and not head.rights:
        return head  # not "shortly after dawn"
    return found
