"""Where a thing comes from, as a description tells: "the Dutch firm"."""

from __future__ import annotations

from kg.annotate.coreference.description_forms import is_bare
from kg.annotate.coreference.referent import Referent
from kg.annotate.coreference.referents import Referents
from kg.annotate.coreference.rivals import is_doubtful
from kg.annotate.names.classes import family
from kg.naming import demonyms
from kg.parse import Token

_BEFORE = 3  # words before a name that tell where it comes from: "Dutch rival Orlo"


def is_foreign(noun: Token) -> bool:
    """Whether a noun stands with "the" and where it comes from: "the Dutch firm"."""
    return is_bare(noun) and any(t.text in demonyms() for t in noun.lefts)


def is_of_others(noun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether "the German firm" would be one that was called Dutch."""
    words = {t.text for t in noun.lefts if t.text in demonyms()}
    peoples = peoples_of(referent) if words else frozenset()
    return bool(words) and not words & peoples and (bool(peoples) or _is_among_others(noun, referent, referents))


def _is_among_others(noun: Token, referent: Referent, referents: Referents) -> bool:
    """Whether other bodies were just spoken of: "Orlo met Brix. The French club" is the one or the other."""
    near = (r for r in referents.near(noun, 1) if r is not referent)
    return any(family(r.type) == "organization" or r.type == "kg:Entity" or is_doubtful(r) for r in near)


def peoples_of(referent: Referent) -> frozenset[str]:
    """The words before a name, or before what stands beside it, that tell where it comes from."""
    found: set[str] = set()
    for name in referent.names:
        before = name.doc[max(name.sent.start, name.start - _BEFORE) : name.start]
        beside = [name.root.head] if name.root.dep_ == "appos" else []
        found |= {t.text for t in (*before, *(t for noun in beside for t in noun.lefts)) if t.text in demonyms()}
    return frozenset(found)


def peoples_told(referent: Referent) -> frozenset[str]:
    """The words for the people of somebody's country or for himself, behind a name: "Ona Vik *of Norway*", "Ona Vik,
    the *Norwegian*"."""
    found: set[str] = set()
    for name in referent.names:
        after = name.doc.tokens[name.end : name.end + 3]
        words = [t.text for t in after]
        if len(after) == 3 and words[0] == "of":
            found |= {people for people, country in demonyms().items() if country == words[1]}
        if len(after) == 3 and words[0] == "," and after[1].lower_ in {"a", "the"}:
            found |= {words[2]} & demonyms().keys()
    return frozenset(found)
