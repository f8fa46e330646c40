"""The firm that a text is about: the one that it names far more often than any other, whatever it is taken for."""

from __future__ import annotations

from collections.abc import Callable

from kg.annotate.coreference.called import is_called_firm, nouns_of
from kg.annotate.coreference.referent import Referent, acts_on_purpose, is_subject
from kg.annotate.coreference.referents import Referents
from kg.naming import class_nouns, description_words
from kg.parse import Token

_OFTEN = 3  # times named
_LEAD = 2  # times as often as any other


def main_firm(referents: Referents) -> Referent | None:
    """The firm, or what acts as one, that a text names at least twice as often as any other."""
    return _main(referents, may_be_firm_in_text)


def main_club(referents: Referents) -> Referent | None:
    """The club or team that a text names at least twice as often as any other."""
    return _main(referents, _may_be_club)


def _may_be_club(referent: Referent) -> bool:
    """Whether a body is called a club, by its name a town or nothing at all: "Orlo City"."""
    told = nouns_of(referent) & class_nouns().keys() - description_words("club") - description_words("city")
    return referent.type in {"kg:Organization", "kg:Group"} and referent.is_named and not told


def _main(referents: Referents, is_kind: Callable[[Referent], bool]) -> Referent | None:
    counted = [(_times_told(r, referents), r) for r in referents.all.values() if is_kind(r)]
    most, leader = max(counted, key=lambda item: item[0], default=(0, None))
    if leader is None or most < _OFTEN:
        return None
    rest = [n for n, r in counted if r is not leader and not is_short_for(leader, r) and not is_short_for(r, leader)]
    return leader if most >= _LEAD * max(rest, default=0) else None


def _times_told(referent: Referent, referents: Referents) -> int:
    """How often a text names a firm, and has called it "the company" so far."""
    described = (token for token in referent.met if token.pos_ == "NOUN" and not referents.is_inside_name(token))
    return times_named(referent, referents) + len(list(described))


def times_named(referent: Referent, referents: Referents) -> int:
    """How often a text names a thing, short names that were taken for another's with it: "Orlo" of "Orlo Works"."""
    bearers = (referent, *referents.short_forms.get(referent.ident, ()))
    return sum(span.kb_id_ == "name" for bearer in bearers for span in bearer.names)


def may_be_firm_in_text(referent: Referent) -> bool:
    """Whether something is a firm, or does what firms do and is called nothing else."""
    if is_called_firm(referent):
        return True
    if referent.type != "kg:Entity" or nouns_of(referent) & class_nouns().keys():
        return False
    return any(acts_on_purpose(span.root) for span in referent.names)


def is_outdone(noun: Token, firm: Referent, referents: Referents) -> bool:
    """Whether a text that only touches on a firm is about another: "*Orlo* grew. Halden has half of its shops.
    Rain fell. The *company* ..."."""
    main = main_firm(referents)
    if main is None or main is firm or not main.met or is_short_for(main, firm) or is_short_for(firm, main):
        return False
    is_told_of = any(is_subject(t) and t.sent.start == noun.sent.start for t in firm.met)
    return not (is_told_of or referents.topic(noun) is firm)


def is_short_for(one: Referent, other: Referent) -> bool:
    """Whether a name begins another: "Orlo" that of "Orlo Works"."""
    return other.name.startswith(f"{one.name} ")
