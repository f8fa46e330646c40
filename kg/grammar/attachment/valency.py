"""Prepositions that a noun asks for and its verb does not, or the reverse, hung on the other of the two."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import VERBS, at
from kg.grammar.doers import tells_how
from kg.grammar.kinds import PLACE_CLASSES
from kg.grammar.phrases import AMOUNTS, SITE_LABELS, TERMS, TIMES, VERBAL, in_one_name
from kg.grammar.verbs import is_passive, tells_margin
from kg.grammar.wordlists import class_told_by
from kg.parse import Token

_SPANS = frozenset({"to", "from"})
_WHERE = frozenset({"in", "at", "on", "near", "outside", "inside"})
_WITHIN = frozenset({"in", "for", "over", "during"})
_ARTICLES = frozenset({"a", "an", "the"})
_UNITS = frozenset({*TERMS, "quarter", "half"})
_DEEDS = ("tion", "sion", "ment", "ance", "ing", "sis")  # how nouns end that tell a deed
_LISTING = frozenset({"list", "float", "trade"})
_NOMINAL = frozenset({"pobj", "dobj", "conj", "appos", "npadvmod", "prep"})


def asks(noun: Token, preposition: Token) -> bool:
    """Whether a noun is one that asks for a preposition: "a *ban* on"."""
    return (noun.lemma_.lower(), preposition.lower_) in wordlists.noun_prepositions()


@at(above_tags=VERBS, is_behind=True)
def of_noun_before(preposition: Token) -> Iterator[Arc]:
    """ "Ignored warnings *from* engineers", "scrapped a levy *on* wool": the noun asks for it, the verb does not."""
    noun, verb = preposition.nbor(-1), preposition.head
    if noun.pos_ != "NOUN" or noun.i <= verb.i or not asks(noun, preposition) or not verb.is_ancestor(noun):
        return
    if not _takes(verb, noun, preposition) and not _tells_apart(preposition):
        yield preposition, noun, "prep"


@at(above="pobj")
def of_outer(preposition: Token) -> Iterator[Arc]:
    """ "The effect of the drought *on farmers*": the effect on them, and no drought on them; "a deal with the port *on
    pay*", "signed a deal on the cost of repairs *with the port*"; not "a name as an advocate *for nurses*"."""
    inner = noun = preposition.head
    if inner.dep_ != "pobj" or preposition.i < inner.i or asks(inner, preposition) or _tells_where(preposition):
        return
    while noun.dep_ == "pobj":
        first, outer = noun.head, _noun_before(noun.head)
        if outer is None or in_one_name(outer, noun):
            return
        is_of = first.lower_ == "of" and first.head is outer
        is_both = first.lower_ != "as" and preposition.lower_ not in (first.lower_, "of") and asks(outer, first)
        if asks(outer, preposition) and (is_of or is_both) and not in_one_name(inner, preposition):
            yield preposition, outer, "prep"
            return
        noun = outer


def _noun_before(preposition: Token) -> Token | None:
    """The noun that a phrase hangs on, or that stands before it as object of the verb that it hangs on."""
    above = preposition.head
    if above.pos_ in VERBAL:
        above = next((c for c in above.rights if c.dep_ == "dobj" and c.right_edge.i == preposition.i - 1), above)
    return above if above.pos_ == "NOUN" else None


def _tells_where(preposition: Token) -> bool:
    """ "Signed a deal with a dairy *on the island*"."""
    places = (
        c.ent_type_ in SITE_LABELS or class_told_by(c.lemma_.lower()) in PLACE_CLASSES for c in preposition.rights
    )
    return preposition.lower_ in _WHERE and any(places)


@at(above="dobj", above_tags="NN NNS", is_behind=True)
def of_phrase(preposition: Token) -> Iterator[Arc]:
    """ "Took delivery *of* the trams", "bear the brunt *of* the ban": of both; not "had no use of"."""
    noun = preposition.head
    verb = noun.head
    is_set = (verb.lemma_.lower(), f"{noun.lemma_.lower()} {preposition.lower_}") in wordlists.phrases()
    if is_set and preposition.i == noun.i + 1 and all(c.dep_ == "det" and c.lower_ in _ARTICLES for c in noun.lefts):
        yield preposition, verb, "prep"


def of_sign(preposition: Token) -> Iterator[Arc]:
    """ "There is no sign so far *of a truce*", "no word on Monday *of the boat*": of what there is none."""
    near = preposition.head
    above = next((t for t in near.ancestors if t.pos_ in VERBAL), near)
    noun = next((c for c in above.rights if c.dep_ == "attr" and c.i < near.i), None)
    if noun is None or "expl" not in above.below:
        return
    between = preposition.doc.tokens[noun.i + 1 : preposition.i]
    is_when = all(t.tag_ in ("RB", "IN") or t.ent_type_ in TIMES for t in between)
    if between and is_when and preposition.i == near.i + 1:
        yield preposition, above, "prep"


@at(above="dobj", is_behind=True)
def at_whose_word(preposition: Token) -> Iterator[Arc]:
    """ "Signed the deeds *on the orders* of his boss": at whose word he did; but "a book on the orders of monks"."""
    noun, verb = preposition.head, preposition.head.head
    word = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if word is None or preposition.lower_ not in ("on", "at") or verb.pos_ not in VERBAL or asks(noun, preposition):
        return
    is_word = word.lemma_.lower() in wordlists.words_of("at whose word") and word.left_edge.lower_ == "the"
    if is_word and any(c.lower_ == "of" for c in word.rights):
        yield preposition, verb, "prep"


@at(above="dobj", is_behind=True)
def on_exchange(preposition: Token) -> Iterator[Arc]:
    """ "List its shares *on the Lagos exchange*": where it does; no shares are on it."""
    noun, verb = preposition.head, preposition.head.head
    is_listed = verb.lemma_ in _LISTING and noun.lemma_.lower() in wordlists.words_of("what is traded")
    if is_listed and preposition.lower_ == "on" and verb.pos_ in VERBAL:
        yield preposition, verb, "prep"


def _takes(verb: Token, noun: Token, preposition: Token) -> bool:
    """ "Imposed sanctions *on* firms", "handed a letter *to* her", "took part *in* talks"."""
    lemma, word = verb.lemma_.lower(), preposition.lower_
    is_given = word == "to" and lemma in wordlists.words("giving", "lemma")
    is_set = (lemma, f"{noun.lemma_.lower()} {word}") in wordlists.phrases()
    return is_given or is_set or noun.dep_ == "prt" or (lemma, word) in wordlists.own_prepositions()


def _tells_apart(preposition: Token) -> bool:
    """How long, by how much or on what day, which no noun asks for: "kept its programmes *for three years*"."""
    for noun in preposition.rights:
        if preposition.lower_ == "on" and _is_day(noun):
            return True
        is_timed = any(t.ent_type_ in TIMES or t.lemma_.lower() in _UNITS for t in noun.subtree)
        is_term = preposition.lower_ in _WITHIN and is_timed
        if is_term or (noun.ent_type_ in TIMES and (noun.tag_ == "NNS" or "nummod" in noun.below)):
            return True
        if preposition.lower_ == "by" and (noun.dep_ == "pcomp" or noun.ent_type_ in AMOUNTS | TIMES):
            return True
    return False


def of_span(preposition: Token) -> Iterator[Arc]:
    """ "Fell in the year *to* May", "will save it in the year *from* April": where the year ends or begins."""
    unit = preposition.nbor(-1) if preposition.i else preposition
    is_unit = unit.dep_ == "pobj" and unit.lemma_.lower() in _UNITS
    if not is_unit or unit.head.lower_ not in _WITHIN or unit.ent_type_ != "DATE" or preposition.head is unit:
        return
    if any(c.dep_ == "pobj" and c.ent_type_ == "DATE" for c in preposition.rights):
        yield preposition, unit, "prep"


@at(above="pobj dobj conj", is_behind=True)
def on_what_day(preposition: Token) -> Iterator[Arc]:
    """ "Asked the court for a writ *on Tuesday*", "invoked the act *on Monday*": when it did; no writ is on a day."""
    noun, verb = preposition.head, _verb_above(preposition.head)
    day = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if verb is None or day is None or noun.i != preposition.i - 1 or noun.pos_ != "NOUN" or not _is_day(day):
        return
    is_time = noun.ent_type_ == "TIME" or (noun.ent_type_ == "DATE" and "nummod" not in noun.below)
    is_told_on = any(c.i > preposition.i for c in noun.rights)  # "a plan on Wednesday to build a hall"
    is_free = not is_time and not is_told_on and not asks(noun, preposition)
    if preposition.lower_ == "on" and is_free and not _may_be_dated(noun):
        yield preposition, verb, "prep"


def _is_day(day: Token) -> bool:
    return day.ent_type_ in TIMES and any(t.pos_ == "PROPN" for t in (day, *day.lefts))


def _may_be_dated(noun: Token) -> bool:
    """ "The meeting on Monday", "a call on Friday"."""
    lemma = noun.lemma_.lower()
    is_event = class_told_by(lemma) in ("kg:Event", "kg:Work") or lemma in wordlists.words("events", "lemma")
    return is_event or lemma in wordlists.words("dated_nouns", "lemma") or lemma.endswith(_DEEDS)


def by_whom(preposition: Token) -> Iterator[Arc]:
    """ "Was turned into flats *by Orlo Homes*", "was named as a witness *by her lawyers*": who did it, and no flats by
    a firm; but "quoted in a report by Orlo"."""
    noun = preposition.head
    verb = noun.head.head
    if noun.dep_ != "pobj" or not verb.i < noun.i < preposition.i:
        return
    is_made = asks(noun, preposition) or noun.lemma_.lower().endswith(_DEEDS)
    if verb.pos_ not in VERBAL or not is_passive(verb) or is_made or "agent" in verb.below or tells_margin(preposition):
        return
    doer = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if doer is None or in_one_name(noun, preposition) or doer.ent_type_ in AMOUNTS | TIMES:
        return
    yield preposition, verb, "prep" if tells_how(doer) else "agent"


def _verb_above(noun: Token) -> Token | None:
    """The verb before a noun, with prepositions and nouns alone between."""
    while noun.dep_ in _NOMINAL and noun.head.i < noun.i:
        noun = noun.head
        if noun.pos_ in VERBAL:
            return noun
    return None
