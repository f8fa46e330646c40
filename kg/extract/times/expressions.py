"""Times with what they tell about: the predicates and nouns of the sentence whose time they are."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import date

from kg.extract.times.intervals import Anchor
from kg.extract.times.phrases import Phrase, tokens_of
from kg.extract.times.vocabulary import values
from kg.model import Time
from kg.parse import Doc, Token

_NOUNS = ("NOUN", "PROPN", "PRON", "NUM")
_OWN_ARCS = ("poss", "compound", "nummod", "amod", "nmod", "quantmod")
_OBJECT_ARCS = ("dobj", "pobj", "attr", "dative", "oprd", "npadvmod", "conj", "nmod", "nummod")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as written, with what it tells about: the predicates and nouns whose time it is."""

    tokens: tuple[Token, ...]
    time: Time
    kind: str  # the form: "weekday", "month", "range", "duration", ...
    hosts: frozenset[int] = frozenset()  # indexes of the tokens it modifies
    is_fronted: bool = False  # stands before the subject: "In 2016, the mill closed and the owner left."


def expression(doc: Doc, text: str, phrase: Phrase, day: date | None) -> TimeExpression:
    """The expression that a phrase is, with its days as seen from the day of the document."""
    end = _with_event(doc, phrase)
    tokens = tokens_of(doc, phrase.start, end)
    root = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[0])
    anchor = Anchor(day, day is not None and _is_future(root))
    interval = phrase.denote(anchor)
    first, last = (None if d is None else d.isoformat() for d in (interval.first, interval.last))
    time = Time(text[phrase.start : end], phrase.start, end, first, last)
    hosts = _hosts(root, tokens)
    return TimeExpression(tokens, time, phrase.kind, frozenset(h.i for h in hosts), _is_fronted(tokens, hosts))


def _with_event(doc: Doc, phrase: Phrase) -> int:
    """Where "two days before the vote" ends: with the event that it counts from."""
    if phrase.kind != "shifted" or phrase.found is None:
        return phrase.end
    last = tokens_of(doc, phrase.start, phrase.end)[-1]
    event = next((child for child in last.children if child.dep_ in ("pobj", "pcomp")), None)
    if last.dep_ == "mark":
        event = last.head  # "two hours after the storm *hit*"
    if event is None or event.i < last.i:
        return phrase.end
    words = [token for token in event.subtree if token.i > last.i]
    return words[-1].idx + len(words[-1]) if 0 < len(words) <= 8 else phrase.end


def _hosts(root: Token, tokens: tuple[Token, ...]) -> list[Token]:
    """The noun or predicate that an expression modifies, and the verb of which that noun is the object."""
    host, is_prepositional = root, False
    while host.head != host and (host == root or host.pos_ in ("ADP", "SCONJ")):
        if host.dep_ == "mark" and (host == root or root.dep_ == "npadvmod"):
            return []  # "rained *two weeks after* a fire burned it": opens the clause that tells when
        if host.pos_ == "ADP" or host.dep_ == "pobj":
            is_prepositional = True
        host = host.head
    if host == root or _is_superlative(tokens[0]) or _is_compared(tokens[0]):
        return []
    host = _last_of_pair(host, tokens[0])
    if host.pos_ not in _NOUNS or (root.dep_ in _OWN_ARCS and not is_prepositional):
        return [host]
    verb = _verb_above(host)
    return [host] if verb is None else [host, verb]


def _last_of_pair(host: Token, first: Token) -> Token:
    """ "Was born in Bonn and wed in Graz *in 2009*": the verb right before, where the parser takes the first."""
    if host.pos_ != "VERB" or host.i > first.i:
        return host
    later = [c for c in host.rights if c.dep_ == "conj" and c.pos_ == "VERB" and c.i < first.i]
    return later[-1] if later else host


def _verb_above(noun: Token) -> Token | None:
    """The verb of which a noun is the object, as the parser likes to hang an adverbial on the object before it."""
    node = noun
    while node.pos_ in (*_NOUNS, "ADP") and node.head.i != node.i:
        is_subject = node.dep_ in ("nsubj", "nsubjpass") and node.pos_ != "PROPN"
        is_aside = node.pos_ == "ADP" and node.lower_ in values("aside")
        if is_subject or is_aside or (node.pos_ in _NOUNS and node.dep_ not in (*_OBJECT_ARCS, "nsubj", "nsubjpass")):
            return None
        node = node.head
    return node if node.pos_ in ("VERB", "AUX") else None


def _is_superlative(first: Token) -> bool:
    """ "The worst flood since 1953", "the first cup in ten years": not when the verb happened."""
    nearby = first.doc[max(first.i - 5, 0) : first.i]
    since = next((t.i for t in nearby if t.lower_ == "since"), None)  # "the first to win since Lund in 2005"
    if since is not None and any(token.like_num for token in first.doc[since : first.i]):
        return False  # "for the first time since 1982 on Saturday"
    if since is None and first.lower_ not in ("since", "in"):
        return False
    before = first.doc[max(first.i - 6, 0) : first.i] if since is None else first.doc[max(since - 10, 0) : since]
    return any(token.tag_ in ("JJS", "RBS") or token.lower_ == "first" for token in before)


def _is_compared(first: Token) -> bool:
    """ "Rose to 5 percent from 4 percent *a year earlier*": when the other figure was so, and not the verb."""
    is_behind_in = first.lower_before == "in"  # "fell by a fifth from 9 dollars *in 2019*"
    end = first.i - 1 if is_behind_in else first.i
    before = first.doc[max(end - 6, 0) : end]
    words = tuple(itertools.takewhile(_is_figure, reversed(before)))
    start = end - len(words)
    if not words or start == 0:
        return any(token.lower_ == "compared" for token in first.doc[max(first.i - 9, 0) : first.i])
    opening = first.doc[start - 1].lower_
    if is_behind_in:
        return opening == "from" and any(map(_is_figure, first.doc[max(start - 8, 0) : start - 1]))
    return opening in values("compared") or any(t.lower_ == "compared" for t in before)


def _is_figure(token: Token) -> bool:
    return token.like_num or token.text in ("%", "$", "£", "€") or token.ent_type_ in ("MONEY", "PERCENT", "CARDINAL")


def _is_fronted(tokens: tuple[Token, ...], hosts: list[Token]) -> bool:
    verb = hosts[-1] if hosts else None
    subject = next((t for t in verb.children if t.dep_ in ("nsubj", "nsubjpass")), verb) if verb is not None else None
    return subject is not None and tokens[-1].i < subject.i


def _is_future(root: Token) -> bool:
    """Whether the verb above looks ahead: "will meet on Friday", "is due on Friday", "agreed to meet on Friday"."""
    for node in (root, *root.ancestors):
        if node.lemma_.lower() in values("planned") and node.tag_ in ("VBN", "JJ", "VBD"):
            return not _has_aux(node, "VBD")
        if node.pos_ in ("VERB", "AUX"):
            return _looks_ahead(node)
    return False


def _looks_ahead(verb: Token) -> bool:
    auxiliaries = [t for t in verb.children if t.dep_ in ("aux", "auxpass")]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN", "VBG"):
        return _looks_ahead(verb.head)
    if any(t.lemma_ == "have" for t in auxiliaries) or _has_aux(verb, "VBD"):
        return False
    if any(t.tag_ == "TO" for t in auxiliaries):
        return verb.head == verb or verb.head.lemma_ not in values("realised") or _looks_ahead(verb.head)
    if verb.tag_ == "VBG" and not auxiliaries:
        return verb.head != verb and verb.head.pos_ in ("VERB", "AUX") and _looks_ahead(verb.head)
    if any(t.tag_ in ("MD", "VBZ", "VBP") for t in auxiliaries):
        return True
    return verb.tag_ in ("VB", "VBZ", "VBP", "MD")


def _has_aux(verb: Token, tag: str) -> bool:
    return any(t.tag_ == tag for t in verb.children if t.dep_ in ("aux", "auxpass"))
