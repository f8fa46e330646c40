"""What stands in a list without its verb: "Lund won nine seats, *Orr four* and *Moe two*"; Lund won no Orr."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import PAST, VERBS, at
from kg.grammar.attachment.valency import asks
from kg.grammar.kinds import is_people
from kg.grammar.phrases import AMOUNTS, NOUNS, TIMES, VERBAL
from kg.grammar.verbs import HELPERS
from kg.grammar.wordlists import words, words_of
from kg.parse import Token

_OBJECTS = frozenset({"dobj", "attr", "npadvmod", "pobj", "oprd"})
_LISTED = frozenset({"appos", "conj", "dobj", "npadvmod"})
_NUMBERED = frozenset({"nummod", "appos", "npadvmod", "quantmod", "nmod", "dobj"})
_KNOWN = frozenset({"the", "her", "his", "its", "their", "my", "our"})
_OTHERS = frozenset({"other", "others", "one", "two", "three", "four", "five", "another", "second", "third", "rest"})
_OF_TIMES = frozenset({"in", "on", "at", "by", "during", "from", "since", "until"})
_PREP = frozenset({"prep", "dative"})
_LINKS = frozenset({",", "and", "while"})
_NO_DOER = frozenset({"no", "number", "nos"})


@at(is_behind=True)
def so_many_of_next(noun: Token) -> Iterator[Arc]:
    """ "Won 12 seats, *Orlo nine* and Kesh four", "fined the driver 900 euros and *the owner 400*": how many of them
    fell to the next; Orlo was not won, and no owner is 400."""
    first = _first_of_list(noun)
    if first is None or not _is_known(noun) or not _is_sum(first):
        return
    verb = first.head
    if verb.pos_ in VERBAL and _number_behind(noun) and not _is_measure(noun):
        yield from _away(noun, verb)


@at(above="pobj", is_behind=True)
def to_next(noun: Token) -> Iterator[Arc]:
    """ "The gold went to Peru and *the silver* to Chile": to whom the next went; nothing went to the silver."""
    before = noun.head
    preposition = before.head
    verb, again = preposition.head, _again_behind(noun, preposition)
    if noun.dep_ not in ("conj", "appos") or again is None or verb.pos_ not in VERBAL or preposition.dep_ not in _PREP:
        return
    is_hung_on_verb = again.head is verb
    is_place = before.pos_ == "PROPN" and noun.pos_ == "NOUN" and "dobj" in verb.below  # "*the goods* to Milan"
    is_short = noun.lower_ in _OTHERS or is_place or (is_people(noun) and not is_people(before))
    if (is_hung_on_verb or is_short) and not asks(noun, again) and _is_known_or_number(noun):
        yield from _away(noun, verb)
        yield again, noun, "prep"


@at(above_tags=VERBS, is_behind=True)
def for_next(noun: Token) -> Iterator[Arc]:
    """ "Lund was jailed for nine years and *her son for six*": the son was jailed for six, and not she."""
    verb = noun.head
    again = noun.doc[noun.right_edge.i + 1] if noun.right_edge.i + 1 < noun.sent.end else noun
    if noun.dep_ != "conj" or noun.pos_ not in NOUNS or verb.pos_ not in VERBAL or again.head is not verb:
        return
    same = next(
        (c for c in verb.rights if c.dep_ == "prep" and c.lower_ == again.lower_ and verb.i < c.i < noun.i), None
    )
    if same is None or again.dep_ != "prep" or _tells_when(same, again):
        return  # "won the cup in 2009 and *the shield* in 2012"
    if _is_known(noun):
        yield from _away(noun, verb)
        yield again, noun, "prep"


@at(above="conj", is_behind=True)
def thing_of_next(thing: Token) -> Iterator[Arc]:
    """ "Gave her sister the ring and her cousin *the house*", "Lund got the farm and Orr *the debts*": what the next
    got; nobody got the cousin, who is no house."""
    other = thing.head
    verb = other.head.head
    is_next = thing.left_edge.i == other.i + 1 and other.left_edge.text_before == "and"
    is_object = other.head.dep_ == "dobj" and verb.pos_ in VERBAL
    both = is_people(thing) and is_people(other)  # "my friend the poet"
    if is_next and is_object and _is_known(other) and _is_known(thing) and thing.pos_ == "NOUN" and not both:
        yield from _away(other, verb)
        yield thing, other, "dep"


def by_next(percent: Token) -> Iterator[Arc]:
    """ "Orlo fell 3 percent, *Kesh* 2 percent": so much did Kesh fall, and not Orlo."""
    verb = percent.head
    while verb.dep_ in ("npadvmod", "conj", "appos", "dobj") and verb.pos_ in NOUNS:
        verb = verb.head
    name = next((c for c in percent.lefts if c.dep_ in ("nmod", "compound", "amod")), percent.left_edge)
    is_named = name.pos_ == "PROPN" or name.ent_type_ == "ORG"
    number = next((c for c in percent.lefts if c.dep_ == "nummod"), None)
    is_next = name.left_edge.text_before in _LINKS or percent.left_edge.text_before in _LINKS
    is_next = is_next and number is not None and name.i < number.i
    before = [c for c in verb.rights if c.i < name.i and c.lemma_ == percent.lemma_ and c.dep_ in ("npadvmod", "dobj")]
    other = percent.doc.tokens[percent.left_edge.i - 1]
    is_beside = other.dep_ == "conj" and other.left_edge.text_before == "and" and verb.is_ancestor(other)
    if not before or verb.pos_ not in VERBAL:
        return
    if is_beside and (_is_known(other) or not any(other.lefts)):
        yield from _away(other, verb)  # "lost 40 percent of its income and *the theatre 60 percent*"
    elif not is_named or not is_next:
        return
    yield from ((c, percent, "prep") for c in [*verb.rights] if c.dep_ == "prep" and c.i > percent.i)
    yield percent, verb, "dep"


@at(above_tags=VERBS, is_behind=True)
def does_next(thing: Token) -> Iterator[Arc]:
    """ "Lund will lead the branch in Oslo and *Orr the one* in Kesh": Orr will lead that one, and Lund leads no two."""
    verb, before = thing.head, thing.doc[thing.left_edge.i - 1]
    if thing.dep_ != "dobj" or before.pos_ != "PROPN" or before.dep_ != "conj" or before.lower_before != "and":
        return
    first = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < before.i), None)
    if first is not None and first.is_ancestor(before) and before.head is not first and not any(before.lefts):
        yield from _away(before, verb)
        yield thing, before, "dep"


def _away(noun: Token, verb: Token) -> Iterator[Arc]:
    """A noun hung on the verb, with the "and" before it, so that it is told of nothing."""
    link = noun.doc.tokens[noun.left_edge.i - 1]
    if link.dep_ in ("cc", "punct"):
        yield link, verb, link.dep_
    yield noun, verb, "dep"


def _first_of_list(noun: Token) -> Token | None:
    """What a list opens with, of which a noun is a further member; None if there is no list."""
    if noun.dep_ not in _LISTED or noun.left_edge.text_before not in (",", "and", ";"):
        return None
    first = noun.head
    while first.dep_ in ("conj", "appos") and first.head.i < first.i:
        first = first.head
    if first.pos_ in VERBAL and noun.dep_ in ("dobj", "npadvmod"):
        first = next((c for c in first.rights if c.dep_ == "dobj" and c.i < noun.i), first)
    if first.dep_ == "pobj" and not _is_sum(first):  # "sent 900 men to Oslo, *Kesh 400*"
        verb = first.head.head
        first = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < first.i), first)
    return first if first.dep_ in _OBJECTS and first is not noun else None


def _is_sum(noun: Token) -> bool:
    """ "Nine seats", "4 million euros", "900"."""
    return noun.tag_ == "CD" or any(c.dep_ == "nummod" and c.i < noun.i for c in noun.lefts)


def _is_known(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or noun.left_edge.lower_ in _KNOWN or noun.lower_ == "independents"


def _is_known_or_number(noun: Token) -> bool:
    return _is_known(noun) or noun.tag_ == "CD" or noun.lower_ in _OTHERS


def _number_behind(noun: Token) -> bool:
    """Whether a number, and nothing but its unit, stands right behind: "Orlo *nine*", "the rest *more than 700*"."""
    behind = [
        t for t in noun.doc.tokens[noun.i + 1 : noun.sent.end] if t.lower_ not in ("more", "less", "than", "just")
    ]
    number = next((t for t in behind[:2] if t.tag_ == "CD"), None)
    if number is None or number.i > noun.i + 4 or noun.lower_ in _NO_DOER or behind[0].is_punct:
        return False  # "two children, Elise (9) and Austin, 6": how old they are
    after = number.doc.tokens[number.i + 1 : number.i + 3]
    ends = next((t for t in after if t.tag_ != "CD" and t.lemma_ not in ("euro", "dollar", "pound", "%")), None)
    return ends is None or ends.is_punct or ends.lower_ in ("and", "while", "or")


def _is_measure(noun: Token) -> bool:
    return noun.lemma_.lower() in words("units", "lemma") or noun.ent_type_ in TIMES


def _again_behind(noun: Token, preposition: Token) -> Token | None:
    """The same preposition, right behind the phrase of a noun."""
    again = next((c for c in noun.rights if c.dep_ == "prep" and c.i == noun.i + 1), None)
    if again is None:
        end = noun.right_edge.i + 1
        again = noun.doc[end] if end < noun.sent.end else None
    if again is None or again.dep_ != "prep" or again.lower_ != preposition.lower_:
        return None
    return None if _tells_when(preposition, again) else again


def _tells_when(preposition: Token, again: Token) -> bool:
    below = (child for word in (preposition, again) for child in word.rights)
    return again.lower_ in _OF_TIMES and any(child.ent_type_ in TIMES for child in below)


@at(tags=PAST, any_below="nsubj", none_below=HELPERS | {"mark", "ccomp", "xcomp"}, is_behind=True)
def may_be_done_too(verb: Token) -> Iterator[Arc]:
    """ "Shops may be shut and their owners *fined* 900 euros": the "may be" holds for both; not "and unions called for
    talks"."""
    first, lemma = verb.head, verb.lemma_.lower()
    is_open = "auxpass" in first.below and any(c.tag_ in ("MD", "TO") for c in first.lefts)
    is_and = any(c.dep_ == "cc" and c.lower_ == "and" and c.i < verb.i for c in first.rights)
    if verb.dep_ != "conj" or not is_open or not is_and or lemma not in words_of("what may be done too"):
        return
    things = [c for c in verb.rights if c.dep_ == "dobj"]
    if all(thing.ent_type_ in AMOUNTS or "nummod" in thing.below for thing in things):
        verb.tag_ = "VBN"
        yield from ((c, verb, "nsubjpass") for c in [*verb.lefts] if c.dep_ == "nsubj")
