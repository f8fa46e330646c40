"""Open relations: each clause that no curated frame has read, as a relation in the words of the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import product

from kg.extract.clauses import Clause, ClauseKind, Oblique
from kg.extract.mentions import Mentions
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.wordlists import rows, words
from kg.parse import Token

_TIMES = frozenset({"DATE", "TIME"})
_VALUES = _TIMES | frozenset({"PERCENT", "MONEY", "QUANTITY", "CARDINAL", "ORDINAL"})
_SPOKEN = frozenset({"that", "quote"})

Filler = Token | Words | Clausal


@dataclass(frozen=True, slots=True)
class _Slot:
    """What can stand as object, and the words that it adds to the relation."""

    filler: Filler
    words: tuple[Token, ...] = ()  # "with" of "compared with"
    name: str = ""


def open_propositions(
    clauses: Iterable[Clause], consumed: frozenset[tuple[int, int]], mentions: Mentions
) -> Iterator[Proposition]:
    """One proposition for each subject and object of a clause, further arguments as roles.

    The object is the direct object, else what is predicated, else the first prepositional argument that is no
    time, else the embedded clause, else nothing. Pairs in `consumed` have been read by a frame.
    """
    for clause in clauses:
        if all(_is_empty(subject, clause) for subject in clause.subjects) or _is_elliptic(clause):
            continue
        if clause.kind is ClauseKind.VERB:
            yield from _verb(clause, consumed, mentions)
        else:
            yield from _description(clause, consumed, mentions)


def _is_empty(subject: Token, clause: Clause) -> bool:
    """ "It is wrong to sell it", "Who sold it?": a subject that refers to nothing."""
    if subject.tag_ in ("WP", "WDT"):
        return True
    return subject.lower_ in ("it", "there") and (clause.subject_source == "control" or bool(clause.complements))


def _is_elliptic(clause: Clause) -> bool:
    """ "They said that it would", "It has done so": a verb that stands for another one and says nothing itself."""
    return clause.head.tag_ == "MD" or (clause.head.lemma_ == "do" and not (clause.objects or clause.agents))


def _verb(clause: Clause, consumed: frozenset[tuple[int, int]], mentions: Mentions) -> Iterator[Proposition]:
    doers, things = (clause.agents, clause.subjects) if clause.agents else (clause.subjects, clause.objects)
    is_passive = clause.is_passive and not clause.agents
    slots, used = _slots(clause, things)
    roles = tuple(_roles(clause, used, mentions))
    for subject, slot in product(doers, slots or [_Slot(None)]):  # type: ignore[arg-type]
        if (clause.head.i, _place(slot.filler)) in consumed or subject == slot.filler:
            continue
        yield Proposition(
            subject=subject,
            predicate=_predicate(clause, slot, is_passive=is_passive),
            relation=_relation(clause, slot),
            object=slot.filler,
            anchor=clause.head,
            rule=_rule(clause, slot),
            roles=roles,
            backing=(clause.subject_source,),
        )


def _slots(clause: Clause, things: tuple[Token, ...]) -> tuple[list[_Slot], Oblique | None]:
    """What stands as object, first choice first, and the oblique that was taken for it."""
    if things:
        return [_Slot(_filler(head)) for head in things], None
    if clause.attributes:
        return [_Slot(Words(_words(head))) for head in clause.attributes], None
    if clause.complements:
        return [
            _Slot(Clausal(c.head), name="" if c.kind in _SPOKEN else "to" * (c.kind == "inf"))
            for c in clause.complements
        ], None
    chosen = [o for o in clause.obliques if not _is_aside(o) and not o.is_on_noun]
    if chosen:
        oblique = min(chosen, key=_is_time)
        name = "".join(token.lower_.capitalize() for token in oblique.marker)
        return [_Slot(_filler(head), oblique.marker, name) for head in oblique.heads], oblique
    return [], None


def _is_time(oblique: Oblique) -> bool:
    return all(head.ent_type_ in _TIMES for head in oblique.heads)


def _is_aside(oblique: Oblique) -> bool:
    """Whether it tells who says so, or gives examples, and so is no argument of the verb."""
    return " ".join(token.lower_ for token in oblique.marker) in words("asides", "words")


def _filler(head: Token) -> Filler:
    if head.pos_ in ("VERB", "AUX"):
        return Clausal(head)
    return Words(_words(head)) if head.ent_type_ in _VALUES or head.pos_ in ("NUM", "ADJ", "ADV") else head


def _words(head: Token) -> tuple[Token, ...]:
    """All that hangs on the head, without clauses."""
    skip = {
        t.i
        for child in head.children
        if child.dep_ in ("relcl", "nsubj", "cop", "punct", "cc", "conj", "advcl")
        for t in child.subtree
    }
    kept = [t for t in head.subtree if t.i not in skip and not t.is_space]
    left = right = next(n for n, t in enumerate(kept) if t.i == head.i)
    while left > 0 and kept[left - 1].i == kept[left].i - 1:
        left -= 1
    while right + 1 < len(kept) and kept[right + 1].i == kept[right].i + 1:
        right += 1
    return tuple(kept[left : right + 1])


def _place(filler: Filler | None) -> int:
    if filler is None:
        return -1
    if isinstance(filler, Words):
        return filler.tokens[-1].i
    return filler.head.i if isinstance(filler, Clausal) else filler.i


def _predicate(clause: Clause, slot: _Slot, *, is_passive: bool) -> str:
    """`kgo:` and the lemma with its particle and preposition: kgo:keepUpWith, kgo:beComparedWith."""
    verb = clause.head.lower_ if is_passive else clause.head.lemma_.lower()
    particle = clause.particle.lower_.capitalize() if clause.particle is not None else ""
    stem = f"be{verb.capitalize()}" if is_passive else verb
    name = "".join(c for c in f"{stem}{particle}{slot.name[:1].upper()}{slot.name[1:]}" if c.isalnum())
    return f"kgo:{name or 'do'}"


def _relation(clause: Clause, slot: _Slot) -> tuple[Token, ...]:
    auxiliaries = [t for t in clause.head.children if t.dep_ in ("aux", "auxpass", "neg") and t.i < clause.head.i]
    particle = [clause.particle] if clause.particle is not None else []
    return tuple(sorted({*auxiliaries, clause.head, *particle, *slot.words}, key=lambda t: t.i))


def _rule(clause: Clause, slot: _Slot) -> str:
    if slot.filler is None:
        return "open/intransitive"
    if isinstance(slot.filler, Clausal):
        return "open/clause"
    return "open/preposition" if slot.words else "open/object"


def _roles(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    for dative in clause.datives:
        yield "recipient", dative
    if clause.objects or clause.attributes:
        for complement in clause.complements:
            yield "topic", Clausal(complement.head)
    for oblique in clause.obliques:
        if oblique is used or _is_aside(oblique) or (oblique.is_on_noun and not _binds_verb(oblique)):
            continue
        marker = " ".join(token.lower_ for token in oblique.marker)
        for head in oblique.heads:
            if head.ent_type_ not in _TIMES and (role := role_of(marker, *_kinds(head, mentions))):
                yield role, _filler(head)


def _binds_verb(oblique: Oblique) -> bool:
    """Whether a phrase that the parser hung on the object may well be the verb's: "sold the land [to a fund]"."""
    return " ".join(token.lower_ for token in oblique.marker) in words("verbal_prepositions", "words")


def _kinds(head: Token, mentions: Mentions) -> tuple[str, ...]:
    if head.ent_type_ in _VALUES:
        return (head.ent_type_,)
    return with_coarser(mentions.of(head).type)


def with_coarser(name: str) -> tuple[str, str]:
    """A class and the coarse one that prepositions are told apart by: a person is an agent."""
    return name, _KIND.get(name, "")


def role_of(preposition: str, *kinds: str) -> str | None:
    """The role that a preposition gives to a thing of those kinds (classes, entity labels), if any."""
    for kind, role in _roles_by_preposition().get(preposition, ()):
        if kind == "*" or kind in kinds:
            return role if role != "-" else None
    return None


@cache
def _roles_by_preposition() -> dict[str, list[tuple[str, str]]]:
    """Kind and role of each line for a preposition, in their order."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("prepositions"):
        found[row["preposition"]].append((row["kind"], row["role"]))
    return dict(found)


_KIND = {
    "kg:GeopoliticalEntity": "kg:Place",
    "kg:Facility": "kg:Place",
    "kg:Person": "kg:Agent",
    "kg:Group": "kg:Agent",
    "kg:Organization": "kg:Agent",
    "kg:Company": "kg:Agent",
    "kg:AdvocacyGroup": "kg:Agent",
    "kg:GovernmentBody": "kg:Agent",
}


def _is_another(subject: Token, attribute: Token, mentions: Mentions) -> bool:
    """Two names side by side: what the parser takes for an apposition is another thing, or the same one named."""
    return mentions.span_of(subject) is not None and mentions.span_of(attribute) is not None


def _description(clause: Clause, consumed: frozenset[tuple[int, int]], mentions: Mentions) -> Iterator[Proposition]:
    """ "The dam is safe", "Mia Torres, a judge": described as, in the words of the text."""
    described = clause.attributes or (clause.head,)
    copula = tuple(t for t in clause.head.children if t.lemma_ == "be")
    for subject, attribute in product(clause.subjects, described):
        if consumed & {(clause.head.i, attribute.i), (attribute.i, subject.i)} or subject == attribute:
            continue
        if _is_another(subject, attribute, mentions):
            continue
        yield Proposition(
            subject=subject,
            predicate="kg:describedAs",
            relation=copula,
            object=Words(_words(attribute)),
            anchor=clause.head,
            rule=f"open/{clause.kind}",
            label="is",
            backing=(clause.subject_source,),
        )
