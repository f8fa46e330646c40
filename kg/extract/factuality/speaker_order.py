"""Who speaks by the order of the words: "words, NP said" and "NP, NP said, verb", whatever the parser made of it.

A parser hangs the speaker behind a place as a second name of the place ("sold it to Oslo, its director said"); the
comma before the speaker and the verb of speech behind it are surer than its arcs.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract.clauses.own_subjects import QUESTION_TAGS
from kg.extract.factuality.lexicon import Lexicon
from kg.grammar.kinds import is_people
from kg.grammar.phrases import ADNOMINAL, NOMINAL, TIMES, and_conjuncts
from kg.grammar.verbs import FINITE, SUBJECTS, verb_forms
from kg.parse import Doc, Token

_LONGEST_SPEAKER = 16  # words: "two people with close knowledge of the talks between the firms"
_LONGEST_TAIL = 14  # words behind the verb: "told reporters in a hall in Bergen on Monday"
_STOPS = frozenset({",", ".", ";", ":", '"', "”", "“", "!", "?", "(", ")", "—", "–"})
_OPENERS = frozenset({"DET", "PRON", "NUM", "NOUN", "PROPN", "ADJ"})
_PREPOSITIONS = frozenset({"ADP", "SCONJ"})
_MAIN = frozenset({"ROOT", "ccomp", "parataxis"})
_COUNTS = frozenset({"CARDINAL", "ORDINAL", "PERCENT", "MONEY", "QUANTITY"})
_NO_PART = frozenset({"that", "than"})  # of a speaker's name
_NEVER_LAST = frozenset({"after", "without", "despite", "during", "until", "although", "unless", "because", "amid"})
_OBLIQUE = frozenset({"him", "her", "them", "me", "us"})


@dataclass(frozen=True, slots=True)
class SetOff:
    """ "NP said on Monday" behind a comma: tokens [start, end), and the heads of the noun phrase."""

    start: int
    end: int
    speakers: tuple[Token, ...]


def can_speak(token: Token) -> bool:
    """Whether a word can name a holder: never a date, a time of day or a bare number; "two of the men" can."""
    if token.like_num and any(child.lower_ == "of" for child in token.rights):
        return True
    if token.like_num or token.ent_type_ in TIMES:
        return False
    return not (token.ent_type_ in _COUNTS and token.pos_ == "NUM")


def by_name(speaker: Token) -> Token:
    """Of "One of them, Carl Orr," Carl Orr; of "one, a nurse," the nurse."""
    if not speaker.like_num:
        return speaker
    near = (speaker, *(noun for of in speaker.rights if of.dep_ == "prep" for noun in of.rights))
    beside = [c for one in near for c in one.rights if c.dep_ == "appos" and c.pos_ in NOMINAL]
    return next((c for c in beside if c.pos_ == "PROPN" or is_people(c)), speaker)


def is_count_of_people(token: Token) -> bool:
    """Whether a number that is spelled out can stand for people who speak: "Two said", "a third said"; not "2019"."""
    is_word = token.like_num and token.lower_.isalpha() and token.dep_ != "conj"  # not "his predecessor but one"
    return is_word and token.ent_type_ not in TIMES


def set_off(verb: Token, lexicon: Lexicon) -> SetOff | None:
    """The short clause of a verb of speech that stands behind a comma and leaves its words to those around it."""
    if not _is_plain_speech(verb):
        return None
    end = _tail(verb, lexicon)
    bounds = _speaker(verb)
    if end is None or bounds is None:
        return None
    start, stop = bounds
    if (
        is_in_phrase(verb.doc, end)
        or _is_reduced_relative(verb, start, lexicon)
        or not _completes(verb.doc, verb.sent.start, start - 1, end)
    ):
        return None
    heads = _heads(verb.doc, start, stop)
    return SetOff(start, end, heads) if heads else None


def _is_plain_speech(verb: Token) -> bool:
    """A finite active verb: "said", "has said"; not "would say", "was told", "did not say"."""
    helpers = [child for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg")]
    if any(child.lemma_ not in ("have", "'ve", "’ve") for child in helpers):
        return False
    return verb.tag_ in FINITE or (verb.tag_ == "VBN" and bool(helpers))


def speaker_inside(verb: Token) -> int | None:
    """Where a short noun phrase begins that stands between a comma and a plain verb of speech."""
    start = _after_comma(verb.doc, verb.sent.start, verb.i)
    is_speaker = start is not None and _is_plain_speech(verb) and _is_phrase(verb.doc, start, verb.i)
    return start if is_speaker and start is not None and start - 1 > verb.sent.start else None


# ---- behind the verb


def _tail(verb: Token, lexicon: Lexicon) -> int | None:
    """Where the clause ends, if only hearers, times and places follow: "told reporters on Monday"."""
    doc, limit = verb.doc, verb.sent.end
    end = next((t.i for t in doc.tokens[verb.i + 1 : limit] if t.text in _STOPS), limit)
    words = doc.tokens[verb.i + 1 : end]
    if len(words) > _LONGEST_TAIL or any(t.tag_ in FINITE or t.tag_ in ("MD", "TO", "WDT") for t in words):
        return None
    if len(words) and words[-1].pos_ == "ADP" and words[-1].dep_ != "prt" and words[-1].n_rights == 0:
        return None  # "a firm that critics warned about"
    may_have_object = lexicon.has("addressing", verb_forms(verb))
    objects = (t for t in words if t.dep_ in ("dobj", "ccomp", "xcomp") and t.head.i == verb.i)
    return end if all((t.dep_ == "dobj" and may_have_object) or t.ent_type_ in TIMES for t in objects) else None


# ---- before the verb


def _speaker(verb: Token) -> tuple[int, int] | None:
    """The noun phrase between a comma and the verb; of "its owner, Fiona Kerr, said" its part before the name."""
    doc, first = verb.doc, verb.sent.start
    tokens, stop = doc.tokens, verb.i
    while stop > first and (tokens[stop - 1].dep_ in ("aux", "advmod") and tokens[stop - 1].pos_ in ("AUX", "ADV")):
        stop -= 1
    if stop > first and tokens[stop - 1].text == ",":
        return _named_speaker(doc, first, stop - 1)
    start = _after_comma(doc, first, stop)
    return (start, stop) if start is not None and _is_phrase(doc, start, stop) else None


def _named_speaker(doc: Doc, first: int, comma: int) -> tuple[int, int] | None:
    """Of "its owner, Fiona Kerr, said": its owner."""
    name = _after_comma(doc, first, comma)
    outer = _after_comma(doc, first, name - 1) if name is not None else None
    if name is None or outer is None or not _is_phrase(doc, name, comma) or not _is_phrase(doc, outer, name - 1):
        return None
    return outer, name - 1


def _after_comma(doc: Doc, first: int, stop: int) -> int | None:
    """The token behind the nearest comma before a place; nothing if other marks or too many words come first."""
    tokens = doc.tokens
    for i in range(stop - 1, max(first, stop - 1 - _LONGEST_SPEAKER), -1):
        text = tokens[i].text
        if text == ",":
            return i + 1
        if text in _STOPS:
            return None
    return None


def _is_phrase(doc: Doc, start: int, stop: int) -> bool:
    """A noun phrase that can be a subject: no verb, no "who", no "and" before it, not only a date."""
    words = doc[start:stop]
    if not len(words) or words[0].pos_ not in _OPENERS or words[0].tag_ in QUESTION_TAGS:
        return False
    if any(t.tag_ in FINITE or t.tag_ in ("MD", "TO", "WDT", "WP", "WP$", "WRB") for t in words):
        return False
    if any(t.lower_ in _NO_PART or t.dep_ == "mark" for t in words[1:]):
        return False  # "a fact that the journal disclosed", "an hour sooner than they said", "a month after she wrote"
    if words[-1].lower_ in _OBLIQUE or words[-1].pos_ not in NOMINAL | {"NUM", "ADJ"}:
        return False
    return any(t.pos_ in NOMINAL and can_speak(t) for t in words)


def _is_reduced_relative(verb: Token, start: int, lexicon: Lexicon) -> bool:
    """ "the town a poet described", "a daily he announced": the verb takes a noun for its object."""
    forms = verb_forms(verb)
    if lexicon.signature("verbs", forms, "that") is None and any(t.dep_ == "det" for t in verb.doc[start + 1 : verb.i]):
        return True
    if verb.dep_ not in ADNOMINAL or verb.head.i < start or not any(c.dep_ == "nsubj" for c in verb.lefts):
        return False
    return lexicon.signature("verbs", forms, "np") is not None


def _heads(doc: Doc, start: int, stop: int) -> tuple[Token, ...]:
    """The first noun of the phrase that hangs on nothing in it, with those joined to it."""
    for token in doc[start:stop]:
        is_inside = start <= token.head.i < stop and token.head.i != token.i
        if token.pos_ in NOMINAL and not is_inside and can_speak(token):
            return tuple(t for t in and_conjuncts(token) if start <= t.i < stop) or (token,)
    return ()


# ---- around it


def _opens_clause(word: Token) -> bool:
    """Whether the subject of a main clause begins with a word: "it would not sell"; not "a step that few took"."""
    clauses = (t for t in word.doc[word.i : word.sent.end] if t.dep_ in _MAIN)
    heads = [one for clause in clauses for one in (clause, *clause.lefts) if one.dep_ in (*SUBJECTS, "expl")]
    return any(one.left_edge.i == word.i for one in heads)


def opens_words(word: Token) -> bool:
    """Whether a word before a comma opens what follows a speaker: "because, he said, it was late", "built without, it
    says, a permit"; not "the car he came in, he said"."""
    return word.dep_ == "mark" or word.lower_ in _NEVER_LAST or (word.dep_ == "prep" and word.right_edge.i > word.i + 1)


def is_in_phrase(doc: Doc, end: int) -> bool:
    """Whether a speaker stands inside a noun phrase, of which alone he tells: "at a cost, he says, of £2 million"."""
    return end + 1 < len(doc) and doc[end].text == "," and doc[end + 1].lower_ == "of"


def _completes(doc: Doc, first: int, comma: int, end: int) -> bool:
    """Whether the words around make a clause: a whole one before, or its subject before and its verb behind."""
    before = [t for t in doc[first:comma] if not t.is_space]
    if (
        not before
        or before[-1].tag_ in (*QUESTION_TAGS, "CC")
        or opens_words(before[-1])
        or before[-1].lower_ == "that"
    ):
        return False  # "a mill that, the mayor said, was old", "left because, he said, it was old"
    opens_under = before[0].dep_ == "mark" or before[0].tag_ in QUESTION_TAGS or before[0].tag_ in ("VBG", "VBN")
    if any(t.tag_ in FINITE or (t.tag_ == "MD") for t in before):
        return not (opens_under and all(t.text != "," for t in before))
    behind = next((t for t in doc[end:] if not t.is_punct and t.pos_ not in ("ADV", "PART")), None)
    is_cut = end < len(doc) and doc[end].text == ","
    if is_cut and behind is not None and before[0].pos_ in _PREPOSITIONS and _opens_clause(behind):
        return True  # "Unlike its rivals, the firm said, it would not sell"
    return is_cut and behind is not None and (behind.tag_ in FINITE or behind.tag_ == "MD" or behind.dep_ == "ROOT")
