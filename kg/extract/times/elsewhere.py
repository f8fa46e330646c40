"""Times beside a verb that do not tell when it happened: of a record, a figure before, a stock, what is planned."""

from __future__ import annotations

import itertools

from kg.extract.times.vocabulary import values
from kg.grammar.phrases import CURRENCY_SIGNS
from kg.grammar.verbs import FINITE
from kg.parse import Token

_REACH = 6  # tokens in which a record is told before the time in which none was like it
_LONG = frozenset({"year", "season", "decade", "century"})
_POINTS = frozenset(  # forms that tell which day, month or year it was
    {"weekday", "month", "day", "days", "iso", "slashes", "deictic", "holiday", "year", "relative_unit"}
)


def is_told_of_other(tokens: tuple[Token, ...], kind: str, verb: Token) -> bool:
    """Whether the words around a time say that it is no time of the predicate."""
    first = tokens[0]
    return (
        first.lower_before in ("except", "excluding")  # "at all hours except *Monday* mornings"
        or _is_superlative(tokens, verb)
        or _is_compared(first)
        or _is_of_others(first)
        or _is_aim(first, kind)
        or _is_example(first)
        or (kind == "duration" and (_is_supply(first, verb) or _is_wanted(first, verb)))
    )


def _is_aim(first: Token, kind: str) -> bool:
    """ "Called a vote *for 14 May*": the day of the vote, and not of the call."""
    is_pair = kind == "range" and first.lower_ != "the"
    return (kind in _POINTS or is_pair) and first.lower_before == "for"


def _is_of_others(first: Token) -> bool:
    """ "Fewer people came than *in 2018*": when the others did."""
    before = first.doc.tokens[max(first.i - 2, 0) : first.i]
    return [token.lower_ for token in before] in (["than", "in"], ["than", "on"], ["than", "during"])


def _is_example(first: Token) -> bool:
    """ "Was fined twice, most recently *in 2023*": not only then."""
    before = first.doc.tokens[max(first.i - 2, 0) : first.i]
    return any(token.lower_ in values("example") for token in before)


def _is_supply(first: Token, verb: Token) -> bool:
    """ "Had enough food *for three weeks*": for how long it is enough."""
    things = (c for c in verb.rights if c.dep_ in ("dobj", "attr") and c.i < first.i)
    return first.lower_ == "for" and any(c.lower_ in values("supply") for thing in things for c in thing.lefts)


def _is_wanted(first: Token, verb: Token) -> bool:
    """ "Wants raises *over three years*": for how long it wants them to rise; but "has wanted it *for years*"."""
    return first.lower_ in ("over", "for") and verb.tag_ in ("VBZ", "VBP") and verb.lemma_ in values("wish")


def _is_superlative(tokens: tuple[Token, ...], verb: Token) -> bool:
    """ "The worst flood since 1953", "the first cup in ten years", "its third leader in two years": not when the verb
    happened."""
    first = tokens[0]
    nearby = first.doc[max(first.i - 5, 0) : first.i]
    since = next((t.i for t in nearby if t.lower_ == "since"), None)  # "the first to win since Lund in 2005"
    if since is not None and first.doc[since].head == verb and first.doc[since].dep_ == "mark":
        return False  # "the largest since the mill fell *in 2018*": when it fell
    if since is not None and any(token.like_num for token in first.doc[since : first.i]):
        return False  # "for the first time since 1982 on Saturday"
    is_best = first.lower_ == "for" and first.i > 0 and first.nbor(-1).tag_ == "JJS"  # "is the lowest *for a decade*"
    if since is None and first.lower_ not in ("since", "in", "within") and not is_best:
        return False
    before = first.doc[max(first.i - _REACH, 0) : first.i] if since is None else first.doc[max(since - 10, 0) : since]
    if any(token.tag_ in ("JJS", "RBS") or token.lower_ == "first" for token in before):
        return True
    counted = [token for token in before if token.lower_ in values("ordinal") and not _is_share(token)]
    return since is None and any(not _is_parted(token, first) for token in counted[-1:]) and _is_past(tokens, verb)


def _is_share(ordinal: Token) -> bool:
    """ "Has lost *a third* of its staff since May", "fell by *a fifth* since May"."""
    following = ordinal.doc.tokens[ordinal.i + 1 : ordinal.i + 2]
    return ordinal.lower_before in ("a", "one") and all(t.tag_ in ("IN", "TO") or t.is_punct for t in following)


def _is_parted(ordinal: Token, first: Token) -> bool:
    """ "The *third* man has been ill since May": a verb stands between them."""
    return any(t.tag_ in FINITE for t in first.doc.tokens[ordinal.i : first.i])


def _is_past(tokens: tuple[Token, ...], verb: Token) -> bool:
    """Whether it does not look ahead: "will open its second shop *in two weeks*" does, no leader is chosen "in two
    years"."""
    is_to_come = any(c.tag_ in ("MD", "TO") for c in verb.lefts if c.dep_ == "aux")
    return not is_to_come or tokens[0].lower_ == "since" or any(t.lemma_.lower() in _LONG for t in tokens)


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
    return token.like_num or token.text in CURRENCY_SIGNS | {"%"} or token.ent_type_ in ("MONEY", "PERCENT", "CARDINAL")
