"""Several things that a text speaks of together: of "Lund and Moe" it says "they", "both men", "the two".

`together` and `several` make one referent of them, the same one each time that the same ones are meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.annotate.coreference.referent import Referent
from kg.annotate.coreference.referents import Referents
from kg.annotate.names.classes import family
from kg.grammar.phrases import NOUNS
from kg.parse import Token

_MOST = 5  # that are told together by name
_ACTORS = frozenset({"person", "organization", "group"})
_APART = frozenset({"or", "nor", "but", "not"})


def together(first: Token, referents: Referents) -> Referent | None:
    """Those that are listed from a noun on, if each of them is known: "Lund and Moe"; not "Lund or Moe"."""
    if first.dep_ == "conj" or "conj" not in first.below:
        return None
    members = listed_from(first)
    joints = [t for member in members for t in member.rights if t.dep_ == "cc"]
    if not 2 <= len(members) <= _MOST or not joints or any(t.lower_ in _APART for t in joints):
        return None
    return several(members, joints[-1], referents)


def listed_from(first: Token) -> list[Token]:
    """A noun and those that are coordinated with it, in order."""
    found = [first]
    for noun in found:
        found += [t for t in noun.rights if t.dep_ == "conj" and t.pos_ in NOUNS]
    return sorted(found, key=lambda token: token.i)


def several(members: Sequence[Token], place: Token, referents: Referents) -> Referent | None:
    """Different known things as one; `place` is where they are first spoken of so, if they are new."""
    members = [_name_beside(token, referents) for token in members]
    known = [referents.at(token) for token in members]
    found = [referent for referent in known if referent is not None and not referent.is_open]
    idents = frozenset(referent.ident for referent in found)
    if len(idents) < len(members) or any(referent.members for referent in found):
        return None
    group = referents.together.get(idents)
    if group is None:
        group = Referent(f"several{place.i}", _type(found), "", [], is_named=False, is_plural=True)
        group.place, group.members = place, tuple(members)
        referents.together[idents] = group
    group.is_acting |= any(referent.is_acting for referent in found)
    return group


def _name_beside(noun: Token, referents: Referents) -> Token:
    """The name that stands beside a noun, if one does: "Italian rival *Orlo*"."""
    if referents.last_at(noun) is not None or noun.pos_ != "NOUN":
        return noun
    beside = [t for t in noun.rights if t.dep_ == "appos"]
    after = referents.span_of(noun.nbor()) if noun.i + 1 < len(noun.doc) else None
    beside += [after.root] if after is not None else []
    return next((t for t in beside if referents.named_by(t) is not None), noun)


def _type(found: Sequence[Referent]) -> str:
    """The class of all of them; people and bodies are a group."""
    types = {referent.type for referent in found} - {"kg:Entity"}
    if len(types) == 1:
        return types.pop()
    families = {family(type_) for type_ in types}
    return "kg:Group" if families and families <= _ACTORS else "kg:Entity"
