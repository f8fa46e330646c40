"""Whom or what a noun describes: "Edda Falk, a *welder*", "she worked as a *welder*", "its *chief* is Ruth Aldane"."""

from __future__ import annotations

from kg.extract.clauses import ClauseKind, conjuncts
from kg.extract.frames.around import Around
from kg.extract.frames.attachments import first, is_person_name, titled
from kg.extract.frames.nouns import Nouns
from kg.extract.frames.types import PLACES, Types
from kg.grammar.kinds import is_people
from kg.grammar.phrases import NOUNS, PLURALS, VERBAL, and_conjuncts, entity_of
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.grammar.wordlists import naming, words
from kg.naming import class_nouns
from kg.parse import Token

_FRONTED = frozenset({"nsubj", "nsubjpass", "advcl", "dep", "npadvmod"})  # "A native of Detroit, he ..."


class Bearers:
    """Whom the nouns of one document describe."""

    def __init__(self, around: Around, types: Types, nouns: Nouns) -> None:
        self._around = around
        self._types = types
        self._nouns = nouns
        self._found: dict[int, tuple[tuple[Token, ...], str]] = {}
        self._constructions = (
            ("title", titled),
            ("apposition", self._apposed),
            ("copula", self._of_copula),
            ("subject", self._of_subject),
            ("as", self._of_as),
            ("post", self._of_post),
            ("one of", self._of_one),
            ("list", self._of_list),
        )

    def of(self, noun: Token) -> tuple[tuple[Token, ...], str]:
        """Whom or what the noun describes, and the construction that tells: apposition, copula, title, as."""
        if noun.i not in self._found:
            self._found[noun.i] = self._find(noun)
        return self._found[noun.i]

    def _find(self, noun: Token) -> tuple[tuple[Token, ...], str]:
        alike = first(noun)
        heads = (noun,) if alike == noun else (noun, alike)
        for name, find in self._constructions:
            is_apart = name == "apposition" and alike != noun and self._is_apart(noun)
            for head in heads[:1] if is_apart else heads:
                found = find(head)
                if found and (others := tuple([token for token in found if token != noun])):
                    return others, name
        return (), ""

    def _apposed(self, noun: Token) -> tuple[Token, ...]:
        """ "Edda Falk, a welder": Falk; "the welder, Edda Falk": Falk."""
        others = (t for t in conjuncts(noun) if not self._types.is_name(t) and t != noun)
        alike = (noun, *(t for t in others if not any(c.tag_ == "PRP$" for c in t.lefts)))  # "and his wife, Edda"
        beside = (self._called(c) for t in alike for c in t.rights if c.dep_ == "appos")
        inner = [c for c in beside if self._types.is_name(c) and not _is_rest(c)]
        if noun.tag_ == "NNS" and not inner:  # "their daughters, Pia and Nele"
            inner = [c for c in noun.rights if c.dep_ == "conj" and self._types.is_name(c) and _follows_comma(c, noun)]
        if inner and not self._types.is_name(noun):
            return and_conjuncts(inner[0]) if noun.tag_ == "NNS" else (inner[0],)
        if noun.dep_ in _FRONTED and (fronted := self._fronted(noun)) is not None:
            return (fronted,)
        if noun.dep_ == "appos":
            above = noun.head
            if self._goes_on(noun, above):
                return self.of(above.head.head)[0]  # "an officer at Norvik, member of the guild"
            if self._types.is_name(above) or above.pos_ == "PRON":
                return conjuncts(above) if noun.tag_ in PLURALS else (above,)
            return self.of(above)[0] if above.i < noun.i else ()
        return ()

    def _called(self, noun: Token) -> Token:
        """ "His wife, the soprano *Nele Roth*": the name right behind a noun that stands beside another."""
        names = (c for c in noun.rights if c.dep_ == "appos" and c.left_edge.i == noun.i + 1)
        return noun if self._types.is_name(noun) else next(filter(self._types.is_name, names), noun)

    def _is_apart(self, noun: Token) -> bool:
        """ "The founder and a member, Ann Ray", but "his wife, Edda, and *their daughters*": others than the wife."""
        arcs = {c.dep_ for c in noun.lefts}
        is_other = "det" in arcs and (self._types.is_kin(noun) or not self._types.is_post(noun))
        return is_other or not arcs.isdisjoint(("poss", "nummod"))

    def _goes_on(self, noun: Token, above: Token) -> bool:
        """ "An officer at Norvik, *member* of the guild": the next post of the officer, and nothing that Norvik is."""
        is_listed = above.dep_ == "pobj" and above.head.head != noun and self._types.is_post(above.head.head)
        is_bare = not any(c.dep_ in ("det", "poss") for c in noun.lefts)
        return is_listed and is_bare and self._types.is_post(noun) and not is_person_name(above)

    def _fronted(self, noun: Token) -> Token | None:
        """ "A unit of Elm Group, Oak Ltd. makes ...": Oak, which the parser takes for a second subject."""
        for other in noun.head.lefts:
            if (
                other.i > noun.i
                and other.dep_ in NOMINAL_SUBJECTS
                and (self._types.is_name(other) or other.pos_ == "PRON")
            ):
                return other
        return None

    def _of_copula(self, noun: Token) -> tuple[Token, ...]:
        clause = self._around.predicated.get(noun.i)
        if clause is None and noun.dep_ in ("conj", "dep") and noun.head.pos_ in VERBAL and self._types.is_post(noun):
            clause = self._around.by_verb.get(noun.head.i)  # "was a judge, and later a mayor": hung on "was"
        if clause is None:
            return ()
        verb = clause.head.head if clause.kind is ClauseKind.COPULA else clause.head
        if verb.lemma_ in ("be", "become", "remain", "serve") or clause.is_passive or not clause.objects:
            return clause.subjects
        if verb.lemma_.lower() in words("name_calling", "lemma"):
            return ()  # "called him the little professor": a name, and no post
        return tuple(token for token in clause.objects if token != noun)

    def _of_subject(self, noun: Token) -> tuple[Token, ...]:
        """ "Its chief executive is Ruth Aldane": Aldane; "its units include Elm and Oak": Elm and Oak."""
        if noun.tag_ == "NNS" and self.is_listing(noun):
            return tuple(token for token in self._around.including[noun.i].objects if self._types.is_name(token))
        clause = self._around.subject_of.get(noun.i)
        if clause is None:
            return ()
        alike = (t for a in clause.attributes for t in (a, *(c for c in a.rights if c.dep_ == "appos")))
        named = tuple(dict.fromkeys(t for a in alike if self._types.is_name(a) for t in and_conjuncts(a)))
        return named if noun.tag_ == "NNS" else named[:1]

    def is_listing(self, noun: Token) -> bool:
        """Whether a plural is followed by some of those it means: "its *owners* include Elm and Oak"."""
        return noun.i in self._around.including

    def _of_as(self, noun: Token) -> tuple[Token, ...]:
        """ "She works as a welder": she; "they named her as chair": her; "his role as chair": his; "rose to chair"."""
        clause = self._around.behind_as.get(noun.i)
        if clause is not None and clause.verb.lemma_ in words("successions", "lemma"):
            return clause.agents if clause.is_passive else clause.subjects  # "she replaced Maas as coach"
        if clause is not None and clause.verb.lemma_ in words("serving", "lemma"):
            return clause.subjects  # "she joined Norvik Hospital as a surgeon"
        if clause is not None:
            named = [t for t in clause.objects if self._types.is_name(t) or t.pos_ == "PRON"]
            named = [t for t in named if not self._types.is_exactly(t, PLACES)]  # "governed Ohio as a member of"
            if not named and clause.verb.lemma_ in naming() and not clause.is_passive:
                named = [t for t in clause.attributes if self._types.is_name(t)]  # "named Deputy Chief Cole as chief"
                apposed = (c for thing in clause.objects for c in thing.rights if c.dep_ == "appos")
                named = named or [*filter(self._types.is_name, apposed)]  # "named the clerk, Ann Ray, as chief"
                named = named or [*filter(is_people, clause.objects)]
            return tuple(named) or clause.subjects
        above = noun.head
        if above.lower_ == "as" and above.dep_ == "prep" and above.head.pos_ in NOUNS:
            return self._nouns.owners(above.head) or self._doers(above.head)
        return ()

    def _of_post(self, noun: Token) -> tuple[Token, ...]:
        """ "His role of chair", "she held the post of chair": he, she."""
        above = noun.head
        if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.pos_ == "NOUN":
            post = above.head
            if post.lemma_ in ("position", "post", "role", "job", "title", "office", "rank"):
                return self._nouns.owners(post) or self._doers(post)
        return ()

    def _of_one(self, noun: Token) -> tuple[Token, ...]:
        """ "She is one of the founders", "Lund, the *second* of five children": she, Lund."""
        above = noun.head
        if noun.dep_ != "pobj" or above.lower_ != "of":
            return ()
        one = above.head
        is_one = one.lower_ in ("one", "some", "two", "both") or one.ent_type_ == "ORDINAL" or one.tag_ == "JJS"
        return self.of(one)[0] if is_one else ()

    def _of_list(self, noun: Token) -> tuple[Token, ...]:
        """ "Led by Ruth Aldane, chair and editor": Aldane; "chair of the Post and editor of the Star": the chair."""
        first = conjuncts(noun)[0]
        if noun.dep_ != "conj" or first == noun or not self._types.is_name(first) or not self._types.is_post(noun):
            return ()
        if first.dep_ == "pobj" and (post := self._post_above(first.head.head)) is not None:
            return self.of(post)[0]
        return (first,) if first.i + 1 < noun.i and first.nbor().text == "," else ()

    def _post_above(self, above: Token) -> Token | None:
        """ "A judge at *Elm* and a mayor": the judge, also where the parser hangs "at Elm" on "was"."""
        if self._types.is_post(above):
            return above
        clause = self._around.by_verb.get(above.i)
        attributes = clause.attributes if clause is not None and clause.kind is ClauseKind.COPULA else ()
        return next((token for token in attributes if self._types.is_post(token)), None)

    def _doers(self, noun: Token) -> tuple[Token, ...]:
        """Who has the thing that stands as object or in a phrase of a clause: "she left her role"."""
        clause = self._around.object_of.get(noun.i)
        return clause.subjects if clause is not None and not clause.is_passive else ()


def _is_rest(name: Token) -> bool:
    """Whether a name only shortens one before it, or is the rest of one: "of the Lahti | Symphony Orchestra"."""
    entity = entity_of(name) if name.lower_ in class_nouns() else None
    return _is_acronym(name) or (entity is not None and entity.start < name.left_edge.i)


def _is_acronym(name: Token) -> bool:
    """ "President of the Elm Association (EA)": EA, which the parser may hang on the president."""
    return name.text.isupper() and len(name.text) > 1 and name.text_before == "("


def _follows_comma(name: Token, noun: Token) -> bool:
    """Whether a name stands behind a noun with nothing but a comma between."""
    return name.left_edge.i == noun.i + 2 and noun.nbor().text == ","
