"""The slots of a clause that verb frames name: agent, patient, date, complements, and any preposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract.clauses import Clause, Oblique
from kg.extract.frames.attachments import governed
from kg.extract.proposition import Clausal, Words
from kg.grammar import wordlists
from kg.grammar.phrases import VERBAL, and_conjuncts, in_one_name
from kg.grammar.verbs import HELPERS, tells_margin
from kg.parse import Token

Filler = Token | Words | Clausal
COMPLEMENTS = ("that", "wh", "inf", "objinf", "ger", "quote")
_DEPTH = 3
_PLACES = frozenset({"GPE", "LOC", "FAC"})


class Slots:
    """What fills each slot of one clause."""

    def __init__(self, clause: Clause, date: Callable[[], tuple[Words, ...]]) -> None:
        self.clause = clause
        self._date = date
        self._prepositional: dict[str, tuple[Filler, ...]] = {}

    def fill(self, name: str) -> tuple[Filler, ...]:
        """What stands in a slot, coordinated words each on its own."""
        if name in _BY_NAME:
            return _BY_NAME[name](self)
        if name in COMPLEMENTS:
            return tuple(Clausal(c.head) for c in self.clause.complements if c.kind == name)
        if name not in self._prepositional:
            self._prepositional[name] = self._behind(name)
        return self._prepositional[name]

    def holds(self, marker: str) -> bool:
        """Whether a preposition of the verb itself holds something: "looked into it", not "saw a look into it"."""
        return any(" ".join(t.lower_ for t in oblique.marker) == marker for oblique in self.clause.obliques)

    def complements(self) -> tuple[Clausal, ...]:
        """Every clause that stands as argument."""
        return tuple(Clausal(c.head) for c in self.clause.complements)

    def _dated(self) -> tuple[Filler, ...]:
        return self._date()

    def _agent(self) -> tuple[Token, ...]:
        return self.clause.agents if self.clause.is_passive else self.clause.subjects

    def _patient(self) -> tuple[Token, ...]:
        """The object; in the passive the subject, unless an object is left: "she was given a book"."""
        clause = self.clause
        return clause.objects if clause.objects or not clause.is_passive else clause.subjects

    def _fellow(self) -> tuple[Token, ...]:
        """The second of two subjects: "Pia and Otto married"."""
        return self.clause.subjects[1:] if len(self.clause.subjects) == 2 else ()

    def _progressive(self) -> tuple[Token, ...]:
        """The verb, if it is not done yet: "is buying"."""
        verb = self.clause.verb
        is_going_on = verb.tag_ == "VBG" and any(child.dep_ in HELPERS for child in verb.lefts)
        is_going_on |= any(child.dep_ == "auxpass" and child.tag_ == "VBG" for child in verb.lefts)
        return (verb,) if is_going_on else ()

    def _past(self) -> tuple[Token, ...]:
        """The verb, if it tells what was so then: "thought", "had thought"; not "he has thought"."""
        verb = self.clause.verb
        is_past = verb.tag_ == "VBD" or any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.lefts)
        return (verb,) if is_past else ()

    def _dative(self) -> tuple[Token, ...]:
        clause = self.clause
        return clause.subjects if clause.is_passive and clause.objects else clause.datives

    def _behind(self, marker: str) -> tuple[Filler, ...]:
        """What stands behind a preposition of the verb, or deeper: "a degree in law [from Brixby]"."""
        found: list[Token] = []
        for oblique in self.clause.obliques:
            if " ".join(token.lower_ for token in oblique.marker) == marker and not _tells_age(oblique, self.clause):
                found += (*oblique.heads, *_repeated(oblique.marker[-1]))
        if found:
            again = [c for c in self.clause.verb.rights if c.dep_ == "conj" and c.lower_ == marker]
            found += [t for preposition in again for t in governed(preposition)]
            found += self._of_other_objects(marker)
            found += self._of_listed(marker, tuple(found))
        elif " " not in marker:
            found = list(self._deeper(marker))
        return tuple(Clausal(t) if t.pos_ in VERBAL and t.tag_ != "NNP" else t for t in dict.fromkeys(found))

    def _of_other_objects(self, marker: str) -> Iterator[Token]:
        """ "A degree in law [from Brixby] and a degree from Tolle": of each object its own."""
        for host in self.clause.objects if len(self.clause.objects) > 1 else ():
            if not any(child.lower_ == marker for child in host.rights):
                yield from _below(host, marker, _DEPTH)

    def _of_listed(self, marker: str, found: tuple[Token, ...]) -> Iterator[Token]:
        """ "A degree from Brixby, *a degree from Tolle* and *an MBA from Orlo*": hung on Brixby."""
        lemmas = {noun.lemma_ for noun in self.clause.objects}
        for again in (c for token in found for c in token.rights if c.dep_ == "appos" and c.lemma_ in lemmas):
            for host in and_conjuncts(again):
                yield from _below(host, marker, 0)
        for again in found if self.clause.objects else ():
            if again.dep_ == "conj" and any(c.lower_ in ("a", "an") for c in again.lefts):
                yield from _below(again, marker, 0)

    def _deeper(self, marker: str) -> Iterator[Token]:
        for adverb in self.clause.adverbs:
            yield from _below(adverb, marker, 0)  # "moved back [to Clovis]"
        hosts = [*self.clause.objects, *self.clause.attributes] if not self.clause.is_passive else []
        hosts += [head for oblique in self.clause.obliques for head in oblique.heads if not _asks(head, marker)]
        for host in hosts:
            if host.i > self.clause.verb.i and host.pos_ not in VERBAL:
                yield from _below(host, marker, _DEPTH)


_BY_NAME: dict[str, Callable[[Slots], tuple[Filler, ...]]] = {
    "agent": Slots._agent,
    "patient": Slots._patient,
    "dative": Slots._dative,
    "attribute": lambda slots: slots.clause.attributes,
    "date": Slots._dated,
    "fellow": Slots._fellow,
    "patient object": lambda slots: slots.clause.objects,
    "progressive": Slots._progressive,
    "past tense": Slots._past,
}


def _asks(noun: Token, marker: str) -> bool:
    """ "Was in talks *with* the bank": the phrase is the noun's."""
    return (noun.lemma_.lower(), marker) in wordlists.noun_prepositions()


def _repeated(preposition: Token) -> tuple[Token, ...]:
    """ "At the bank [and later at the mint]"."""
    return tuple(
        t
        for other in preposition.rights
        if other.lower_ == preposition.lower_ and other.dep_ in ("conj", "prep")
        for t in governed(other)
    )


def _below(host: Token, marker: str, depth: int) -> Iterator[Token]:
    if marker == "to" and host.dep_ == "pobj" and tells_margin(host.head):
        return  # "approved it by 9 votes to 4"
    for child in host.rights:
        if child.dep_ == "prep" and not in_one_name(host, child):
            inner = [c for c in child.children if c.dep_ == "pobj"]
            if child.lower_ == marker == "of" and all(c.ent_type_ in _PLACES for c in inner):
                continue  # "warned the people of Salem"
            if child.lower_ == marker:
                yield from (t for c in inner for t in and_conjuncts(c))
            elif depth:
                for token in inner:
                    yield from _below(token, marker, depth - 1)


def _tells_age(oblique: Oblique, clause: Clause) -> bool:
    """ "*As a girl* she worked in a mill": when, and not as what."""
    is_before = oblique.words == "as" and oblique.marker[0].i < clause.verb.i
    return is_before and oblique.heads[0].lower_ in wordlists.words_of("once young")
