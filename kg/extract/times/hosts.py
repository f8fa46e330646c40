"""What a time tells about: the noun or predicate beside it, if the words around it do not say otherwise."""

from __future__ import annotations

from kg.extract.times.elsewhere import is_told_of_other
from kg.extract.times.of_objects import is_told_of_object
from kg.extract.times.vocabulary import values
from kg.grammar.attachment.when import may_have_lasted
from kg.grammar.phrases import NOMINAL, TIMES, VERBAL
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.grammar.wordlists import words
from kg.parse import Token

_NOUNS = NOMINAL | {"NUM"}
_OWN_ARCS = ("poss", "compound", "nummod", "amod", "nmod", "quantmod")
_OBJECT_ARCS = ("dobj", "pobj", "attr", "dative", "oprd", "npadvmod", "conj", "nmod", "nummod")


def hosts_of(root: Token, tokens: tuple[Token, ...], kind: str) -> list[Token]:
    """The noun or predicate that an expression modifies, and the verb of which that noun is the object."""
    host, is_prepositional = root, False
    while host.head != host and (host == root or host.pos_ in ("ADP", "SCONJ")):
        if host.dep_ == "mark" and (host == root or root.dep_ == "npadvmod"):
            return []  # "rained *two weeks after* a fire burned it": opens the clause that tells when
        if host.pos_ == "ADP" or host.dep_ == "pobj":
            is_prepositional = True
        host = host.head
    if host == root:
        return []
    if host.lower_ in words("as_times", "word") and any(c.lower_ == "as" for c in host.lefts):
        host = host.head  # "was assured *as late as May*"
    if _is_of_noun(root, host, kind):
        return [] if root.dep_ in _OWN_ARCS else [host]
    if kind in ("decade", "boundary") and _is_behind_thing(tokens):
        return []
    host = _sayer_before(root, _last_of_pair(host, tokens[0]))
    is_on_verb = host.pos_ not in _NOUNS or (root.dep_ in _OWN_ARCS and not is_prepositional)
    verb = host if is_on_verb else _verb_above(host)
    if kind == "frequent" and host.dep_ == "pobj" and host.head.head is not verb:
        verb = None  # "a rule on wards *at weekends*"
    if verb is not None and tokens[0].lower_ == "since" and not may_have_lasted(verb):
        verb = None  # "is looking into thefts *since May*"
    if is_told_of_other(tokens, kind, verb or host):
        return []
    if verb is not None and is_told_of_object(tokens, kind, verb):
        verb = None
    return [found for found in (None if is_on_verb else host, verb) if found is not None]


def _is_of_noun(root: Token, noun: Token, kind: str) -> bool:
    """ "A *1970s* tower", "a tower from *the 1970s*", "the worst winter of *1986*", "its extension to *2030*": what a
    thing is of, and not when somebody saw it; but "the strike of 1986" was then."""
    if noun.pos_ != "NOUN" or noun.ent_type_ in TIMES or noun.lemma_.lower() in words("events", "lemma"):
        return False
    is_age = kind in ("decade", "century")
    if root.dep_ in _OWN_ARCS and root.head is noun:
        return is_age
    marker = root.head
    if marker.dep_ != "prep" or marker.head is not noun:
        return False
    first = marker.lower_
    return first == "of" or (first == "from" and is_age) or (first == "to" and kind in ("year", "boundary"))


def _is_behind_thing(tokens: tuple[Token, ...]) -> bool:
    """ "Relied on *maps* from the 1950s": of then, whatever the parser hangs it on; not "from the 1950s on"."""
    first, last = tokens[0], tokens[-1]
    before, behind = first.nbor(-1) if first.i else first, last.doc.tokens[last.i + 1 : last.i + 2]
    is_decade = first.lower_ == "from" and last.text.endswith("s") and last.text[:1].isdigit()
    is_thing = before.pos_ == "NOUN" and before.lemma_.lower() not in words("events", "lemma")
    return is_decade and is_thing and not any(token.lower_ in ("on", "onward", "onwards", "to") for token in behind)


def _sayer_before(adverb: Token, host: Token) -> Token:
    """ "Said *later* he had left": when it was said, where the parser takes the first word of what was said."""
    above = host.head
    is_said = host.dep_ == "ccomp" and above.pos_ in VERBAL and adverb.dep_ == "advmod" and adverb.i == above.i + 1
    return above if is_said and adverb.i < host.i else host


def _last_of_pair(host: Token, first: Token) -> Token:
    """ "Was born in Bonn and wed in Graz *in 2009*": the verb right before, where the parser takes the first."""
    if host.pos_ != "VERB" or host.i > first.i:
        return host
    later = [c for c in host.rights if c.dep_ == "conj" and c.pos_ == "VERB" and c.i < first.i]
    return later[-1] if later else host


def _verb_above(noun: Token) -> Token | None:
    """The verb of which a noun is the object, as the parser likes to hang an adverbial on the object before it."""
    node = noun
    if _is_event_of_noun(noun) or _is_one_of_sums(noun):
        return None
    while node.pos_ in (*_NOUNS, "ADP") and node.head.i != node.i:
        is_subject = node.dep_ in NOMINAL_SUBJECTS and node.pos_ != "PROPN"
        is_aside = node.pos_ == "ADP" and node.lower_ in values("aside")
        if is_subject or is_aside or (node.pos_ in _NOUNS and node.dep_ not in (*_OBJECT_ARCS, *NOMINAL_SUBJECTS)):
            return None
        node = node.head
    return node if node.pos_ in VERBAL else None


def _is_event_of_noun(noun: Token) -> bool:
    """ "Sought evidence in the *killing* of a man in 2009": the year of the killing."""
    is_of_noun = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN"
    return is_of_noun and noun.lemma_.lower() in words("events", "lemma")


def _is_one_of_sums(noun: Token) -> bool:
    """ "Raises wages by 4% *this year* and 6% *in 2027*"."""
    return noun.text == "%" and (noun.dep_ == "conj" or "conj" in noun.below)
