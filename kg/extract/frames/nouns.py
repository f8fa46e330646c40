"""What belongs to nouns, and whose they are: owners, the words before them, and what their prepositions hold."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clause, conjuncts
from kg.extract.frames.around import Around
from kg.extract.frames.attachments import (
    behind,
    below,
    compound_names,
    first,
    governed,
    is_person_name,
    name_head,
    possessors,
    words_of,
)
from kg.extract.frames.types import Types
from kg.parse import Token

_GIVING = frozenset({"have", "adopt", "raise", "bear", "get", "welcome"})  # "They had a son, Tom": their son
_DEPTH = 3


class Nouns:
    """The nouns of one document with what belongs to them."""

    def __init__(self, around: Around, types: Types) -> None:
        self._around = around
        self._types = types
        self._owners: dict[int, tuple[Token, ...]] = {}
        self._prepositional: dict[tuple[int, str], tuple[Token, ...]] = {}

    def owners(self, noun: Token) -> tuple[Token, ...]:
        """Whose the noun is: "Norvik's chief", "its chief", "the Norvik chief Ruth Aldane", "they had a son"."""
        if noun.i not in self._owners:
            self._owners[noun.i] = self._find_owners(noun)
        return self._owners[noun.i]

    def _find_owners(self, noun: Token) -> tuple[Token, ...]:
        head = name_head(noun)
        for token in dict.fromkeys((noun, first(noun), head, *_hosts(head))):
            if found := possessors(token):
                return found
        if found := tuple(compound_names(noun, head, self._types.is_owning_name)):
            return found
        for token in dict.fromkeys((noun, first(noun), *self._above_apposition(noun))):
            clause = self._around.object_of.get(token.i)
            if clause is not None and clause.head.lemma_ in _GIVING and not clause.is_passive:
                return clause.subjects
        return ()

    def possessors(self, noun: Token) -> tuple[Token, ...]:
        """Who has it by an apostrophe or a pronoun: "her degree"."""
        return possessors(noun)

    def _above_apposition(self, noun: Token) -> Iterator[Token]:
        while noun.dep_ == "appos":
            noun = noun.head
            yield noun

    def modifiers(self, noun: Token) -> tuple[Token, ...]:
        """Capitalised words before the noun: "a [Labour] politician"."""
        hosts = dict.fromkeys((noun, name_head(noun)))
        found = [t for host in hosts for t in host.lefts if t.dep_ in ("amod", "compound", "nmod") and t.i < noun.i]
        return tuple(t for t in found if t.text[:1].isupper())[-1:]

    def prepositional(self, noun: Token, marker: str) -> tuple[Token, ...]:
        """What stands behind one of the noun's prepositions, also where the parser hung it elsewhere."""
        if (noun.i, marker) not in self._prepositional:
            self._prepositional[noun.i, marker] = self._find_prepositional(noun, marker)
        return self._prepositional[noun.i, marker]

    def _find_prepositional(self, noun: Token, marker: str) -> tuple[Token, ...]:
        hosts = dict.fromkeys((noun, name_head(noun)))
        for host in hosts:
            if (found := behind(host, marker)) and (host == noun or not _is_set_off(host, marker)):
                return found + tuple(self._beside(host, found)) if marker == "of" else found
        if found := self._shared(noun, marker):
            return found
        for other in self._conjuncts(noun):
            if found := behind(other, marker, after=noun.i):
                return found
        for clause in self._clauses(noun):
            if noun.head.lower_ == "as" and noun.i < clause.verb.i:
                continue  # "As a child she was taken *to Oslo*"
            for oblique in clause.obliques:
                if words_of(oblique.marker) == marker and oblique.marker[0].i > noun.i:
                    return oblique.heads
        if marker != "of":
            for host in hosts:
                if found := below(host, marker, _DEPTH):
                    return found
        return ()

    def _beside(self, host: Token, found: tuple[Token, ...]) -> Iterator[Token]:
        """ "The son of Karl *and the singer Edda Falk*", "... and his wife Edda": hung on "son" beside Karl."""
        if not is_person_name(found[0]):
            return
        for other in (c for c in host.rights if c.dep_ == "conj" and c.i > found[-1].i):
            if is_person_name(other):
                yield other
            elif any(c.tag_ == "PRP$" for c in other.lefts):
                yield from [c for c in other.rights if c.dep_ == "appos" and is_person_name(c)][:1]

    def _clauses(self, noun: Token) -> Iterator[Clause]:
        """The clauses that say something of the noun, or with it."""
        place = first(noun).i
        for clauses in (self._around.predicated, self._around.behind_as, self._around.standing):
            if (clause := clauses.get(place)) is not None:
                yield clause

    def _shared(self, noun: Token, marker: str) -> tuple[Token, ...]:
        """ "Engineer, founder and chief executive of Norvik": what follows the last of the posts, wherever it hangs."""
        for token in noun.doc.tokens[noun.i + 1 : noun.i + 9]:
            if token.lower_ == marker and token.pos_ == "ADP":
                return governed(token)
            if not (self._types.is_post(token) or token.dep_ in ("cc", "amod", "compound") or token.text in (",", "&")):
                break
        return ()

    def _conjuncts(self, noun: Token) -> Iterator[Token]:
        """ "Founder and chief executive of Norvik": the founder of Norvik too, wherever the phrase hangs."""
        if not any(child.dep_ == "prep" for child in noun.children):
            alike = (token for token in conjuncts(noun) if token != noun and not is_person_name(token))
            yield from (t for t in alike if t.i < noun.i or not any(c.dep_ == "det" for c in t.lefts))


def _is_set_off(name: Token, marker: str) -> bool:
    """ "Minister Robin Swann, *of* the Elm Party": where the name belongs, and not the post."""
    behind_comma = (c for c in name.rights if c.lower_ == marker and c.text_before == ",")
    return next(behind_comma, None) is not None


def _hosts(name: Token) -> Iterator[Token]:
    """ "Her husband Karl and son Peter": what Peter is coordinated with, and the noun before it."""
    first = conjuncts(name)[0]
    if first != name:
        yield first
        if first.dep_ == "appos":
            yield first.head
