"""Open relations: each clause that no curated frame has read, as a relation in the words of the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from kg.extract.clauses import Clause, ClauseKind, Complement, Oblique
from kg.extract.clauses.phrases import VERBAL
from kg.extract.clauses.verbs import SUBJECTS, has_to
from kg.extract.mentions import Mentions
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.roles import (
    belongs_to_verb,
    is_absolute,
    is_asked,
    is_no_argument,
    is_time,
    kinds,
    marker_of,
    role_in,
    role_of,
    value_of,
    years,
)
from kg.extract.wordlists import phrases, saying, words
from kg.parse import Token

_CLAUSAL = frozenset({"relcl", "nsubj", "cop", "punct", "cc", "conj", "advcl"})
_EMBEDDED = frozenset({"xcomp", "ccomp", "advcl", "csubj"})
_SPOKEN = frozenset({"that", "quote"})
_IMPERSONAL = frozenset({"acomp", "attr", "auxpass"})  # "It is wrong to", "It is said to"

Filler = Token | Words | Clausal


@dataclass(frozen=True, slots=True)
class _Slot:
    """What can stand as object, and the words that it adds to the relation."""

    filler: Filler | None
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
    if subject.lower_ == "it" and any(_is_cleft(attribute) for attribute in clause.attributes):
        return True
    if subject.lower_ not in ("it", "there"):
        return False
    if clause.subject_source == "control":  # not the "it" of "accused it of hiding a fault", "It plans to sell"
        return subject.dep_ in SUBJECTS and any(c.dep_ in _IMPERSONAL for c in subject.head.children)
    return any(complement.head.i > clause.head.i for complement in clause.complements)


def _is_cleft(attribute: Token) -> bool:
    """ "It was a clerk who told them": said of the clerk, and nothing of it."""
    clauses = (c for t in (attribute, *(c for c in attribute.rights if c.dep_ == "appos")) for c in t.rights)
    return any(c.dep_ == "relcl" and c.left_edge.lower_ in ("who", "that") for c in clauses)


def _is_elliptic(clause: Clause) -> bool:
    """ "They said that it would", "It has done so", "as they are": a verb that stands for another one and says nothing
    itself."""
    if (made := _made(clause)) and [token.lower_ for token in clause.objects] == ["it"]:
        below = (child for token in (*made, clause.head) for child in token.rights)
        return any(child.dep_ in _EMBEDDED for child in below)  # "made it harder to sell"
    told = clause.objects or clause.agents or clause.attributes or clause.complements
    stands_for = clause.head.lemma_ == "do" or (clause.head.lemma_ == "be" and not clause.obliques)
    return clause.head.tag_ == "MD" or (stands_for and not told and clause.subject_source != "existential")


def _verb(clause: Clause, consumed: frozenset[tuple[int, int]], mentions: Mentions) -> Iterator[Proposition]:
    doers, things = (clause.agents, clause.subjects) if clause.agents else (clause.subjects, clause.objects)
    is_passive = clause.is_passive and not clause.agents
    slots, used = _slots(clause, things)
    roles = tuple(_roles(clause, used, mentions))
    for subject, slot in product(doers, slots or [_Slot(None)]):
        if any((clause.head.i, i) in consumed for i in _places(slot.filler)) or subject == slot.filler:
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
    made = _made(clause)
    if (phrase := _phrase(clause, things)) is not None:
        return phrase
    if things:
        return [_Slot(_filler(head), made, _camel(made)) for head in things], None
    if clause.attributes:
        return [_Slot(Words(_words(head))) for head in clause.attributes], None
    if complements := [c for c in clause.complements if _is_embedded(c, clause)]:
        return [
            _Slot(Clausal(c.head), name="" if c.kind in _SPOKEN else "to" * (c.kind == "inf")) for c in complements
        ], None
    chosen = [o for o in clause.obliques if not _is_aside(o) and not is_absolute(o) and _may_be_object(o, clause)]
    if chosen:
        oblique = min(chosen, key=lambda o: (is_time(o), _is_circumstance(o), o.heads[0].pos_ in VERBAL))
        name = "In" if marker_of(oblique) == "where" else _camel(oblique.marker)
        heads = oblique.heads if not is_time(oblique) or is_asked(clause, oblique) else tuple(years(oblique))
        return [_Slot(_filler(head), oblique.marker, name) for head in heads], oblique
    return [], None


def _phrase(clause: Clause, things: tuple[Token, ...]) -> tuple[list[_Slot], Oblique] | None:
    """What is object where a noun belongs to the verb: "put an end to *the strike*", "put *the crew* at risk"."""
    lemma = clause.head.lemma_.lower()
    for oblique in clause.obliques:
        if len(things) == 1 and (lemma, f"{things[0].lemma_.lower()} {marker_of(oblique)}") in phrases():
            words = (things[0], *oblique.marker)
            return [_Slot(_filler(head), words, _camel(words)) for head in oblique.heads], oblique
        noun = oblique.heads[0]
        if (lemma, f"{marker_of(oblique)} {noun.lemma_.lower()}") in phrases() and (things or clause.is_passive):
            words = (*oblique.marker, noun)
            fillers: list[Filler | None] = [_filler(head) for head in things] or [None]
            return [_Slot(filler, words, _camel(words)) for filler in fillers], oblique
    return None


def _camel(words: Iterable[Token]) -> str:
    return "".join(token.lower_.capitalize() for token in words)


def _made(clause: Clause) -> tuple[Token, ...]:
    """The adjective of "found the firm *liable*", which is half of the verb's meaning."""
    return tuple(a for a in clause.attributes[:1] if a.pos_ == "ADJ" and not clause.is_passive and clause.objects)


def _is_embedded(complement: Complement, clause: Clause) -> bool:
    """Whether a clause is an argument; two sentences side by side, parted by a semicolon, are none of each other."""
    lemma = clause.head.lemma_.lower()
    if complement.kind not in _SPOKEN or lemma in saying() or lemma in words("speech", "lemma"):
        return True
    return any(child.dep_ == "mark" for child in complement.head.lefts)


def _may_be_object(oblique: Oblique, clause: Clause) -> bool:
    """Not a phrase of the object; of times only years: "built in 1978", but "resigned on Monday" has no object."""
    if oblique.is_on_noun:
        return clause.subject_source == "existential"
    if _is_circumstance(oblique) and oblique.marker[0].i < clause.verb.i:
        return False  # "Under the deal, Lund will step down"
    if marker_of(oblique) == "without" or all(is_no_argument(marker_of(oblique), head) for head in oblique.heads):
        return False
    is_year = any(years(oblique)) and marker_of(oblique) != "between"
    return not is_time(oblique) or is_year or is_asked(clause, oblique)


def _is_circumstance(oblique: Oblique) -> bool:
    """Whether a preposition tells under what conditions something happens: "despite", "after"."""
    return role_of(marker_of(oblique), "*") == "condition"


def _is_aside(oblique: Oblique) -> bool:
    """Whether it tells who says so, or gives examples, and so is no argument of the verb."""
    return marker_of(oblique) in words("asides", "words")


def _filler(head: Token) -> Filler:
    if head.pos_ in ("VERB", "AUX"):
        return Clausal(head)
    is_part = any(child.lower_ == "of" for child in head.rights)  # "two of its managers"
    is_value = bool(value_of(head)) or head.pos_ in ("NUM", "ADJ", "ADV")
    return Words(_words(head)) if is_value and not (is_part and head.ent_type_ in ("", "CARDINAL")) else head


def _words(head: Token, aside: frozenset[str] = frozenset()) -> tuple[Token, ...]:
    """All that hangs on the head, without clauses and what stands aside. Empty words keep their clause."""
    skip = {
        t.i
        for child in head.children
        if child.dep_ in _CLAUSAL | aside and not (child.dep_ == "relcl" and (head.pos_ == "PRON" or has_to(child)))
        for t in child.subtree
    }
    skip |= {t.i for inner in head.subtree if _is_set_off(inner) and inner != head for t in inner.subtree}
    kept = [t for t in sorted(head.subtree, key=lambda t: t.i) if t.i not in skip and not t.is_space]
    left = right = next(n for n, t in enumerate(kept) if t.i == head.i)
    while left > 0 and kept[left - 1].i == kept[left].i - 1:
        left -= 1
    while right + 1 < len(kept) and kept[right + 1].i == kept[right].i + 1:
        right += 1
    while right > left and kept[right].text == ",":
        right -= 1
    return tuple(kept[left : right + 1])


def _is_set_off(clause: Token) -> bool:
    """ "Under pressure from Orlo, *whose founder left*": a clause of its own, behind a comma."""
    return clause.dep_ == "relcl" and clause.left_edge.i > 0 and clause.left_edge.nbor(-1).text == ","


def _places(filler: Filler | None) -> tuple[int, ...]:
    if isinstance(filler, Words):
        return tuple(token.i for token in filler.tokens)
    return () if filler is None else (filler.head.i if isinstance(filler, Clausal) else filler.i,)


def _predicate(clause: Clause, slot: _Slot, *, is_passive: bool) -> str:
    """`kgo:` and the lemma with its particle and preposition: kgo:keepUpWith, kgo:beComparedWith."""
    if clause.subject_source == "existential":
        return f"kgo:exist{slot.name}"
    verb = clause.head.lower_ if is_passive else clause.head.lemma_.lower()
    particle = _camel(_particles(clause))
    stem = f"be{verb.capitalize()}" if is_passive else verb
    name = "".join(c for c in f"{stem}{particle}{slot.name[:1].upper()}{slot.name[1:]}" if c.isalnum())
    return f"kgo:{name or 'do'}"


def _relation(clause: Clause, slot: _Slot) -> tuple[Token, ...]:
    auxiliaries = [t for t in clause.head.children if t.dep_ in ("aux", "auxpass", "neg") and t.i < clause.head.i]
    return tuple(sorted({*auxiliaries, clause.head, *_particles(clause), *slot.words}, key=lambda t: t.i))


def _particles(clause: Clause) -> tuple[Token, ...]:
    """ "Set *up*"; of adverbs those right behind verb or object that are half of its meaning: "brings *together*"."""
    if clause.particle is not None:
        return (clause.particle,)
    beside = {clause.head.i + 1, *(thing.i + 1 for thing in clause.objects)}
    adverbs = (t for t in clause.adverbs if t.i in beside and t.lower_ in words("particles", "word"))
    return tuple(adverbs)[:1]


def _rule(clause: Clause, slot: _Slot) -> str:
    if slot.filler is None:
        return "open/intransitive"
    if isinstance(slot.filler, Clausal):
        return "open/clause"
    return "open/preposition" if slot.words else "open/object"


def _roles(clause: Clause, used: Oblique | None, mentions: Mentions) -> Iterator[tuple[str, Filler]]:
    for dative in clause.datives:
        yield "recipient", dative
    if clause.objects and clause.attributes and not _made(clause):
        yield from (("asRole", Words(_words(head))) for head in clause.attributes)
    yield from (("topic", Clausal(said)) for thing in _things(clause) for said in _contents(thing))
    if clause.objects or clause.attributes:
        yield from (("topic", Clausal(c.head)) for c in clause.complements if _is_embedded(c, clause))
    for adverb in clause.adverbs:
        if adverb.dep_ == "npadvmod" and value_of(adverb) in ("PERCENT", "MONEY", "QUANTITY"):
            yield "quantity", Words(_words(adverb))
    for oblique in clause.obliques:
        if oblique is used or _is_aside(oblique) or is_absolute(oblique) or not belongs_to_verb(oblique):
            continue
        if oblique.is_on_noun and oblique.marker[0].head in clause.attributes:
            continue  # stands in the words of the attribute
        is_lacking = marker_of(oblique) == "without"  # the word is half of what is said
        for head in oblique.heads[: 1 if is_lacking else None]:
            if (not is_time(oblique) or is_asked(clause, oblique)) and (
                role := role_in(clause, oblique, _kinds(head, mentions))
            ):
                yield role, Words((*oblique.marker, *_words(head))) if is_lacking else _filler(head)


def _things(clause: Clause) -> tuple[Token, ...]:
    return clause.subjects if clause.subject_source == "existential" else clause.objects


def _contents(noun: Token) -> Iterator[Token]:
    """What a noun says: "evidence *that the pill works*"."""
    for child in noun.rights:
        if child.dep_ == "acl" and any(t.dep_ == "mark" and t.lower_ == "that" for t in child.lefts):
            yield child


def _kinds(head: Token, mentions: Mentions) -> tuple[str, ...]:
    return kinds(head, "" if value_of(head) else mentions.of(head).type)


def _is_another(subject: Token, attribute: Token, mentions: Mentions) -> bool:
    """Two names side by side: what the parser takes for an apposition is another thing, or the same one named."""
    return mentions.span_of(subject) is not None and mentions.span_of(attribute) is not None


def _description(clause: Clause, consumed: frozenset[tuple[int, int]], mentions: Mentions) -> Iterator[Proposition]:
    """ "The dam is safe", "Mia Torres, a judge": described as, in the words of the text."""
    described = clause.attributes or (clause.head,)
    copula = tuple(t for t in clause.head.children if t.lemma_ == "be")
    for subject, attribute in product(clause.subjects, described):
        read = {(clause.head.i, attribute.i), (attribute.i, subject.i), (subject.i, attribute.i)}
        if consumed & read or subject == attribute:
            continue
        if _is_another(subject, attribute, mentions):
            continue
        aside: frozenset[str] = frozenset()
        if clause.kind is ClauseKind.APPOSITION and subject.pos_ == "NOUN" and attribute.pos_ == "PROPN":
            if subject.tag_ == "NNS":
                continue  # "two firms, Orlo and Tarn": neither is two firms
            subject, attribute = attribute, subject  # "its owner, Calvin Roake"
            aside = frozenset({"appos"})
        yield Proposition(
            subject=subject,
            predicate="kg:describedAs",
            relation=copula,
            object=Words(_words(attribute, aside)),
            anchor=clause.head,
            rule=f"open/{clause.kind}",
            label="is",
            backing=(clause.subject_source,),
        )
