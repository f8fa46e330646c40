"""Nouns that say what somebody is to somebody: whom the noun describes, whose it is, and what its prepositions hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.extract.clauses import Clause, ClauseKind, conjuncts
from kg.extract.frames.attachments import behind, below, compound_names, governed, possessors, words_of
from kg.grammar.phrases import and_conjuncts, entity_of
from kg.grammar.wordlists import naming, words
from kg.naming import class_nouns
from kg.parse import Token

_NAME_ARCS = ("compound", "nmod", "amod", "appos", "nummod")
_GIVING = frozenset({"have", "adopt", "raise", "bear", "get", "welcome"})  # "They had a son, Tom": their son
_RAISING = frozenset({"promote", "appoint", "elevate", "rise", "advance"})  # "She was promoted to chair": she
_STANDING = frozenset({"be", "locate", "situate", "base", "lie", "remain", "stand"})  # "its seat is in Oslo"
_FRONTED = frozenset({"nsubj", "nsubjpass", "advcl", "dep", "npadvmod"})  # "A native of Detroit, he ..."
_DEPTH = 3


class Nouns:
    """The nouns of one document with what they are said of."""

    def __init__(
        self,
        clauses: Iterable[Clause],
        is_name: Callable[[Token], bool],
        is_post: Callable[[Token], bool],
        is_kin: Callable[[Token], bool],
    ) -> None:
        self._is_name = is_name
        self._is_post = is_post
        self._is_kin = is_kin
        self._predicated: dict[int, Clause] = {}
        self._as: dict[int, Clause] = {}
        self._by_verb: dict[int, Clause] = {}
        self._object_of: dict[int, Clause] = {}
        self._subject_of: dict[int, Clause] = {}
        self._standing: dict[int, Clause] = {}
        self._bearers: dict[int, tuple[tuple[Token, ...], str]] = {}
        self._owners: dict[int, tuple[Token, ...]] = {}
        self._prepositional: dict[tuple[int, str], tuple[Token, ...]] = {}
        self._constructions = (
            ("title", _titled),
            ("apposition", self._apposed),
            ("copula", self._of_copula),
            ("subject", self._of_subject),
            ("as", self._of_as),
            ("post", self._of_post),
            ("one of", self._of_one),
            ("list", self._of_list),
        )
        for clause in clauses:
            if clause.kind is ClauseKind.APPOSITION:
                continue
            self._by_verb[clause.verb.i] = clause
            self._predicated.update({token.i: clause for token in clause.attributes})
            self._object_of.update({token.i: clause for token in clause.objects})
            if clause.kind is ClauseKind.COPULA:
                self._subject_of.update({token.i: clause for token in clause.subjects})
            if clause.verb.lemma_ in _STANDING:
                self._standing.update({token.i: clause for token in clause.subjects})
            for oblique in clause.obliques:
                is_raised = oblique.marker[-1].lower_ == "to" and clause.verb.lemma_ in _RAISING
                is_proposed = clause.verb.lemma_ in words("proposing", "lemma")
                if (oblique.marker[-1].lower_ == "as" and not is_proposed) or is_raised:
                    posts = (head for head in oblique.heads if not is_raised or is_post(head))  # "to the board"
                    self._as.update({head.i: clause for head in posts})

    def bearers(self, noun: Token) -> tuple[tuple[Token, ...], str]:
        """Whom or what the noun describes, and the construction that tells: apposition, copula, title, as."""
        if noun.i not in self._bearers:
            self._bearers[noun.i] = self._find_bearers(noun)
        return self._bearers[noun.i]

    def _find_bearers(self, noun: Token) -> tuple[tuple[Token, ...], str]:
        first = _first(noun)
        heads = (noun,) if first == noun else (noun, first)
        for name, find in self._constructions:
            is_apart = name == "apposition" and first != noun and self._is_apart(noun)
            for head in heads[:1] if is_apart else heads:
                found = find(head)
                if found and (others := tuple([token for token in found if token != noun])):
                    return others, name
        return (), ""

    def _apposed(self, noun: Token) -> tuple[Token, ...]:
        """ "Edda Falk, a welder": Falk; "the welder, Edda Falk": Falk."""
        others = (t for t in conjuncts(noun) if not self._is_name(t) and t != noun)
        alike = (noun, *(t for t in others if not any(c.tag_ == "PRP$" for c in t.lefts)))  # "and his wife, Edda"
        inner = [c for t in alike for c in t.rights if c.dep_ == "appos" and self._is_name(c) and not _is_rest(c)]
        if noun.tag_ == "NNS" and not inner:  # "their daughters, Pia and Nele"
            inner = [c for c in noun.rights if c.dep_ == "conj" and self._is_name(c) and _follows_comma(c, noun)]
        if inner and not self._is_name(noun):
            return and_conjuncts(inner[0]) if noun.tag_ == "NNS" else (inner[0],)
        if noun.dep_ in _FRONTED and (beside := self._fronted(noun)) is not None:
            return (beside,)
        if noun.dep_ == "appos":
            above = noun.head
            if self._goes_on(noun, above):
                return self.bearers(above.head.head)[0]  # "an officer at Norvik, member of the guild"
            if self._is_name(above) or above.pos_ == "PRON":
                return conjuncts(above) if noun.tag_ in ("NNS", "NNPS") else (above,)
            return self.bearers(above)[0] if above.i < noun.i else ()
        return ()

    def _is_apart(self, noun: Token) -> bool:
        """ "The founder and a member, Ann Ray", but "his wife, Edda, and *their daughters*": others than the wife."""
        arcs = {c.dep_ for c in noun.lefts}
        is_other = "det" in arcs and (self._is_kin(noun) or not self._is_post(noun))
        return is_other or not arcs.isdisjoint(("poss", "nummod"))

    def _goes_on(self, noun: Token, above: Token) -> bool:
        """ "An officer at Norvik, *member* of the guild": the next post of the officer, and nothing that Norvik is."""
        is_listed = above.dep_ == "pobj" and above.head.head != noun and self._is_post(above.head.head)
        is_bare = not any(c.dep_ in ("det", "poss") for c in noun.lefts)
        return is_listed and is_bare and self._is_post(noun) and not is_person_name(above)

    def _fronted(self, noun: Token) -> Token | None:
        """ "A unit of Elm Group, Oak Ltd. makes ...": Oak, which the parser takes for a second subject."""
        for other in noun.head.lefts:
            if (
                other.i > noun.i
                and other.dep_ in ("nsubj", "nsubjpass")
                and (self._is_name(other) or other.pos_ == "PRON")
            ):
                return other
        return None

    def _of_copula(self, noun: Token) -> tuple[Token, ...]:
        clause = self._predicated.get(noun.i)
        if (
            clause is None
            and noun.dep_ in ("conj", "dep")
            and noun.head.pos_ in ("AUX", "VERB")
            and self._is_post(noun)
        ):
            clause = self._by_verb.get(noun.head.i)  # "was a judge, and later a mayor": hung on "was"
        if clause is None:
            return ()
        verb = clause.head.head if clause.kind is ClauseKind.COPULA else clause.head
        if verb.lemma_ in ("be", "become", "remain", "serve") or clause.is_passive or not clause.objects:
            return clause.subjects
        return tuple(token for token in clause.objects if token != noun)

    def _of_subject(self, noun: Token) -> tuple[Token, ...]:
        """ "Its chief executive is Ruth Aldane": Aldane."""
        clause = self._subject_of.get(noun.i)
        if clause is None:
            return ()
        alike = (t for a in clause.attributes for t in (a, *(c for c in a.rights if c.dep_ == "appos")))
        named = tuple(dict.fromkeys(t for a in alike if self._is_name(a) for t in and_conjuncts(a)))
        return named if noun.tag_ == "NNS" else named[:1]

    def _of_as(self, noun: Token) -> tuple[Token, ...]:
        """ "She works as a welder": she; "they named her as chair": her; "his role as chair": his; "rose to chair"."""
        clause = self._as.get(noun.i)
        if clause is not None and clause.verb.lemma_ in words("successions", "lemma"):
            return clause.agents if clause.is_passive else clause.subjects  # "she replaced Maas as coach"
        if clause is not None and clause.verb.lemma_ in words("serving", "lemma"):
            return clause.subjects  # "she joined Norvik Hospital as a surgeon"
        if clause is not None:
            named = [t for t in clause.objects if self._is_name(t) or t.pos_ == "PRON"]
            if not named and clause.verb.lemma_ in naming() and not clause.is_passive:
                named = [t for t in clause.attributes if self._is_name(t)]  # "named Deputy Chief Cole as chief"
            return tuple(named) or clause.subjects
        above = noun.head
        if above.lower_ == "as" and above.dep_ == "prep" and above.head.pos_ in ("NOUN", "PROPN"):
            return self.owners(above.head) or self._doers(above.head)
        return ()

    def _of_post(self, noun: Token) -> tuple[Token, ...]:
        """ "His role of chair", "she held the post of chair": he, she."""
        above = noun.head
        if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.pos_ == "NOUN":
            post = above.head
            if post.lemma_ in ("position", "post", "role", "job", "title", "office", "rank"):
                return self.owners(post) or self._doers(post)
        return ()

    def _of_one(self, noun: Token) -> tuple[Token, ...]:
        """ "She is one of the founders": she."""
        above = noun.head
        if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.lower_ in ("one", "some", "two", "both"):
            return self.bearers(above.head)[0]
        return ()

    def _of_list(self, noun: Token) -> tuple[Token, ...]:
        """ "Led by Ruth Aldane, chair and editor": Aldane; "chair of the Post and editor of the Star": the chair."""
        first = conjuncts(noun)[0]
        if noun.dep_ != "conj" or first == noun or not self._is_name(first) or not self._is_post(noun):
            return ()
        if first.dep_ == "pobj" and self._is_post(first.head.head):
            return self.bearers(first.head.head)[0]
        return (first,) if first.i + 1 < noun.i and first.nbor().text == "," else ()

    def _doers(self, noun: Token) -> tuple[Token, ...]:
        """Who has the thing that stands as object or in a phrase of a clause: "she left her role"."""
        clause = self._object_of.get(noun.i)
        return clause.subjects if clause is not None and not clause.is_passive else ()

    def owners(self, noun: Token) -> tuple[Token, ...]:
        """Whose the noun is: "Norvik's chief", "its chief", "the Norvik chief Ruth Aldane", "they had a son"."""
        if noun.i not in self._owners:
            self._owners[noun.i] = self._find_owners(noun)
        return self._owners[noun.i]

    def _find_owners(self, noun: Token) -> tuple[Token, ...]:
        head = _name_head(noun)
        for token in dict.fromkeys((noun, _first(noun), head, *_hosts(head))):
            if found := possessors(token):
                return found
        if found := tuple(compound_names(noun, head, self._is_name)):
            return found
        for token in dict.fromkeys((noun, _first(noun), *self._above_apposition(noun))):
            clause = self._object_of.get(token.i)
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
        hosts = dict.fromkeys((noun, _name_head(noun)))
        found = [t for host in hosts for t in host.lefts if t.dep_ in ("amod", "compound", "nmod") and t.i < noun.i]
        return tuple(t for t in found if t.text[:1].isupper())[-1:]

    def prepositional(self, noun: Token, marker: str) -> tuple[Token, ...]:
        """What stands behind one of the noun's prepositions, also where the parser hung it elsewhere."""
        if (noun.i, marker) not in self._prepositional:
            self._prepositional[noun.i, marker] = self._find_prepositional(noun, marker)
        return self._prepositional[noun.i, marker]

    def _find_prepositional(self, noun: Token, marker: str) -> tuple[Token, ...]:
        hosts = dict.fromkeys((noun, _name_head(noun)))
        for host in hosts:
            if (found := behind(host, marker)) and (host == noun or not _is_set_off(host, marker)):
                return found + tuple(self._beside(host, found)) if marker == "of" else found
        if found := self._shared(noun, marker):
            return found
        for other in self._conjuncts(noun):
            if found := behind(other, marker, after=noun.i):
                return found
        for clause in self._around(noun):
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

    def _around(self, noun: Token) -> Iterator[Clause]:
        """The clauses that say something of the noun, or with it."""
        place = _first(noun).i
        for clauses in (self._predicated, self._as, self._standing):
            if (clause := clauses.get(place)) is not None:
                yield clause

    def _shared(self, noun: Token, marker: str) -> tuple[Token, ...]:
        """ "Engineer, founder and chief executive of Norvik": what follows the last of the posts, wherever it hangs."""
        for token in noun.doc.tokens[noun.i + 1 : noun.i + 9]:
            if token.lower_ == marker and token.pos_ == "ADP":
                return governed(token)
            if not (
                self._is_post(token) or token.dep_ in ("cc", "det", "amod", "compound") or token.text in (",", "&")
            ):
                break
        return ()

    def _conjuncts(self, noun: Token) -> Iterator[Token]:
        """ "Founder and chief executive of Norvik": the founder of Norvik too, wherever the phrase hangs."""
        if not any(child.dep_ == "prep" for child in noun.children):
            yield from (token for token in conjuncts(noun) if token != noun and not is_person_name(token))


def _is_set_off(name: Token, marker: str) -> bool:
    """ "Minister Robin Swann, *of* the Elm Party": where the name belongs, and not the post."""
    behind_comma = (c for c in name.rights if c.lower_ == marker and c.nbor(-1).text == ",")
    return next(behind_comma, None) is not None


def is_person_name(token: Token) -> bool:
    """Whether a token ends the name of a person."""
    return token.ent_type_ == "PERSON"


def _is_rest(name: Token) -> bool:
    """Whether a name only shortens one before it, or is the rest of one: "of the Lahti | Symphony Orchestra"."""
    entity = entity_of(name) if name.lower_ in class_nouns() else None
    return _is_acronym(name) or (entity is not None and entity.start < name.left_edge.i)


def _is_acronym(name: Token) -> bool:
    """ "President of the Elm Association (EA)": EA, which the parser may hang on the president."""
    return name.text.isupper() and len(name.text) > 1 and name.i > 0 and name.nbor(-1).text == "("


def _follows_comma(name: Token, noun: Token) -> bool:
    """Whether a name stands behind a noun with nothing but a comma between."""
    return name.left_edge.i == noun.i + 2 and noun.nbor().text == ","


def _first(noun: Token) -> Token:
    """The first of coordinated nouns."""
    return conjuncts(noun)[0] if noun.dep_ == "conj" else noun


def _titled(noun: Token) -> tuple[Token, ...]:
    """ "Chief executive Ruth Aldane": Aldane."""
    head = noun.head
    if noun.dep_ in _NAME_ARCS and noun.dep_ != "appos" and head.i > noun.i and head.pos_ == "PROPN":
        return and_conjuncts(head) if noun.tag_ in ("NNS", "NNPS") else (head,)
    return ()


def _name_head(noun: Token) -> Token:
    """The name that a title stands before, else the noun itself."""
    found = _titled(noun)
    return found[0] if found else noun


def _hosts(name: Token) -> Iterator[Token]:
    """ "Her husband Karl and son Peter": what Peter is coordinated with, and the noun before it."""
    first = conjuncts(name)[0]
    if first != name:
        yield first
        if first.dep_ == "appos":
            yield first.head
