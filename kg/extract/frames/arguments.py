"""What stands behind the words of an argument: the name of a description, the members of a list, both of a couple."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.extract.clauses import Clause, conjuncts, subjects
from kg.extract.clauses.own_subjects import antecedent
from kg.extract.exemplars import members
from kg.extract.frames.bearers import Bearers
from kg.extract.frames.nouns import Nouns
from kg.extract.frames.places import is_one_of_places
from kg.extract.frames.rules import rules_of
from kg.extract.frames.slots import Filler
from kg.extract.frames.types import PLACES, Types
from kg.grammar.equated import is_equated
from kg.grammar.phrases import VERBAL, and_conjuncts
from kg.grammar.wordlists import class_told_by
from kg.ontology import Frame, Ontology, Relation
from kg.parse import Token

_BOTH = frozenset({"they", "their", "them"})
_OF_WHOLE = frozenset({"at", "of", "within", "in"})
_LANDS = PLACES - {"kg:Facility"}
_NO_WHOLES = frozenset({"kg:Person", "kg:Place"})
_OWNERS = {
    "his": frozenset({"he", "him", "who"}),
    "her": frozenset({"she", "her", "who"}),
    "its": frozenset({"it", "which"}),
    "my": frozenset({"i"}),
    "our": frozenset({"we"}),
}


class Arguments:
    """The arguments of one document, and what they stand for."""

    def __init__(
        self, clauses: Iterable[Clause], types: Types, nouns: Nouns, bearers: Bearers, ontology: Ontology
    ) -> None:
        self._clauses = tuple(clauses)
        self._types = types
        self._nouns = nouns
        self._bearers = bearers
        self._rules = rules_of(ontology)
        self._ontology = ontology

    def spread(
        self, fillers: Iterable[Filler], relation: Relation, frame: Frame, *, is_subject: bool = False
    ) -> tuple[Filler, ...]:
        """All that the fillers of a slot stand for, each once."""
        found: list[Filler] = []
        for filler in fillers:
            is_for_place = isinstance(filler, Token) and (not is_subject or _is_land(filler))
            found += self._spread(filler, relation, frame, is_for_place=is_for_place)
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def _spread(self, filler: Filler, relation: Relation, frame: Frame, *, is_for_place: bool) -> tuple[Filler, ...]:
        if not isinstance(filler, Token):
            return (filler,)
        if filler.lower_ in _BOTH:
            return self._couple(filler, relation)
        if filler.tag_ == "PRP$" and not self._types.cluster(filler):
            return (self._owner(filler),)
        if (
            filler.tag_ == "WP$"
            and antecedent(filler) is None
            and (name := self._types.before_comma(filler)) is not None
        ):
            return (name,)  # "Kontia, *whose* chief executive left"
        if filler.pos_ == "NOUN" and (named := members(filler)):
            return named
        if filler.pos_ == "NOUN" and is_for_place and set(relation.range) <= PLACES:
            return self._places_in(filler)
        return self.whole(self.listed(filler)[0], frame.through) if frame.through else self.listed(filler)

    def _couple(self, pronoun: Token, relation: Relation) -> tuple[Filler, ...]:
        """ "Karl and his wife Edda live with their son": Karl and Edda, where persons stand."""
        is_of_people = bool({"kg:Person", "kg:Agent"} & set(relation.domain)) and not relation.is_literal
        if not is_of_people or self._types.cluster(pronoun):
            return (pronoun,)
        for pair in self._pairs(pronoun):
            people = tuple(t for t in (self.resolved(t)[0] for t in pair if t.i < pronoun.i) if self._is_person(t))
            if len(people) == 2:
                return people
        return (pronoun,)

    def _owner(self, pronoun: Token) -> Token:
        """ "Karl and his wife", "Karl came with his wife": Karl, who stands beside it or is the subject."""
        for token in self._possible_owners(pronoun):
            named = self.resolved(token)[0]
            if token.i < pronoun.i and token not in pronoun.head.children and self._may_own(pronoun, named):
                return named
        return pronoun

    def _possible_owners(self, pronoun: Token) -> Iterator[Token]:
        """What is coordinated before it, the name right before it, the subjects of the clauses around it."""
        beside = [t for t in conjuncts(pronoun.head) if t.i < pronoun.i and t != pronoun.head][-1:]
        behind = (c for t in beside for p in t.rights if p.lower_ == "of" for c in p.rights)
        yield from filter(self._is_person, behind)  # "the son of Karl and his wife"
        yield from (t.head.head for t in beside if t.dep_ == "pobj" and self._is_person(t.head.head))  # "Karl of Bonn"
        yield from beside
        before = next((t for t in reversed(pronoun.doc[: pronoun.i]) if t.dep_ not in ("cc", "punct")), None)
        is_here = before is not None and before.sent == pronoun.sent  # not "a firm based in *Lund*. Its head"
        if (
            before is not None
            and is_here
            and before.i < pronoun.i - 1
            and (span := self._types.span(before)) is not None
        ):
            yield span.root
        for verb in (t for t in pronoun.ancestors if t.pos_ in VERBAL):
            for subject in subjects(verb)[:1]:
                yield from (subject, *(c for c in subject.lefts if c.dep_ == "poss"))

    def _may_own(self, pronoun: Token, owner: Token) -> bool:
        wanted = _OWNERS.get(pronoun.lower_, frozenset())
        if owner.pos_ == "PRON" or owner.lower_ in wanted:
            return owner.lower_ in wanted
        is_person = self._types.of(owner) in ("kg:Person", "kg:Organization", "")
        is_thing = self._types.of(owner) != "kg:Person"
        return self._types.is_named(owner) and {"his": is_person, "her": is_person, "its": is_thing}.get(
            pronoun.lower_, False
        )

    def _pairs(self, pronoun: Token) -> Iterator[tuple[Token, ...]]:
        """What is coordinated before a pronoun, and the two ends of the clauses before it, nearest first."""
        beside = tuple(t for t in conjuncts(pronoun.head) if t != pronoun.head and t.i < pronoun.i)[-2:]
        yield beside
        if len(beside) == 1:  # "with his wife, Amy, and their daughter"
            yield (*(c for c in beside[0].lefts if c.dep_ == "poss"), *beside)
        for clause in reversed([c for c in self._clauses if c.verb.i < pronoun.i and c.verb.sent == pronoun.sent]):
            if any(c.dep_ == "ccomp" and c.is_ancestor(pronoun) for c in clause.verb.rights):
                continue  # "Otto told Karl they live in Leeds": who knows
            yield clause.subjects
            yield clause.agents
            behind = [head for oblique in clause.obliques for head in oblique.heads if oblique.marker[0].lower_ == "to"]
            yield (*clause.subjects[:1], *clause.objects[:1], *behind[:1])[:2]

    def _is_person(self, token: Token) -> bool:
        return self._types.of(token) == "kg:Person" and self._types.is_named(token)

    def resolved(self, token: Token) -> tuple[Token, ...]:
        """The name behind a common noun: "the firm" of "Norvik is a firm that ..." is Norvik."""
        if self._types.is_named(token) or (token.pos_ != "NOUN" and not self._types.is_post(token)):
            return (token,)
        found, construction = self._bearers.of(token)
        if construction in ("copula", "one of") and not is_equated(token):
            return (token,)
        if "poss" in token.below and any(child.tag_ == "WP$" for child in token.lefts):
            found = tuple(t for t in found if t.i > token.i)  # "Lund, whose novel won": the novel is not Lund
        if self._types.of(token) == "kg:Organization":
            found = tuple(t for one in found if isinstance(t := self.refitted(token, one, ("kg:Organization",)), Token))
        named = tuple(t for t in found if self._types.is_named(t))
        return named[:1] if construction in ("copula", "as", "post") and len(named) > 1 else named or (token,)

    def reattached(self, verb: Token, noun: Filler) -> Filler:
        """ "The partner of Tarn Robotics, which he founded": Tarn, and not the partner."""
        if not isinstance(noun, Token):
            return noun
        if verb.dep_ == "acl" and verb.i > 1:
            return self._beside(verb, noun)
        if verb.dep_ != "relcl" or verb.head != noun:
            return noun
        if self._types.of(noun) in PLACES:
            return self._native(verb, noun)
        if not self._types.is_post(noun) and self._types.of(noun) != "kg:Person":
            return noun
        which = next((t for t in noun.doc[noun.i + 1 : verb.i] if t.lower_ == "which"), None)
        if which is None:
            return noun
        before = which.nbor(-1) if which.text_before != "," else which.nbor(-2)
        span = self._types.span(before)
        name = span.root if span is not None else before
        return name if self._types.is_name(name) and name != noun else noun

    def _native(self, verb: Token, place: Token) -> Token:
        """ "Roth, a native of Leeds *who* spent": the native, whom the parser takes for Leeds."""
        above = place.head.head
        is_who = any(t.lower_ == "who" for t in place.doc[place.i + 1 : verb.i])
        native = self.resolved(above)[0] if is_who and above.pos_ == "NOUN" else place
        return native if self._types.of(native) not in PLACES else place

    def _beside(self, verb: Token, noun: Token) -> Token:
        """ "The head of Tarn Robotics, based in Turku": Tarn, the name right before the comma."""
        if verb.i < 2:
            return noun
        before = verb.nbor(-2)
        if verb.text_before not in (",", "(") or not self._types.is_name(before) or noun.i > verb.i:
            return noun
        span = self._types.span(before)
        is_organization = span is not None and self._ontology.is_a(span.label_, "kg:Organization")
        return span.root if span is not None and is_organization and span.end == before.i + 1 else noun

    def refitted(self, noun: Token, bearer: Filler, domain: tuple[str, ...]) -> Filler:
        """Whom a noun behind a comma describes, where the parser took the wrong word for it.

        "Vetter led Aseptic Works, a unit of Elm Group": the works; "was born in Turku, the son of Karl": who was born.
        """
        if not isinstance(bearer, Token) or noun.dep_ not in ("appos", "attr", "conj") or bearer.i > noun.i:
            return bearer
        if self._types.is_post(noun) and domain != ("kg:Person",):
            return bearer
        before = self._types.before_comma(noun)
        found = self._types.of(bearer)
        if domain == ("kg:Organization",) and found in (*_NO_WHOLES, "kg:GeopoliticalEntity"):
            is_other = before is not None and before != bearer and self._types.fit(before, domain)
            return before if is_other and before is not None else bearer
        if domain == ("kg:Person",) and found in PLACES and before == bearer:
            verb = next((t for t in bearer.ancestors if t.pos_ in VERBAL), None)
            subject = next(iter(subjects(verb)), None) if verb is not None else None
            is_told = subject is not None and self._types.is_named(subject) and self._types.fit(subject, domain)
            return subject if subject is not None and is_told else bearer
        return bearer

    def climbed(self, token: Token) -> Token:
        """ "Norvik is a maker of lamps based in Oslo": the parser hangs "based" on the lamps."""
        above = token.head
        if self._types.is_exactly(token, ("kg:Organization",)) and any(c.dep_ == "compound" for c in token.lefts):
            return token  # "Norvik is part of the Elm group, which is based in Oslo": the group is
        if token.dep_ == "pobj" and above.lower_ == "of" and above.head.pos_ == "NOUN":
            return self.resolved(above.head)[0]
        return token

    def whole(self, part: Filler, through: tuple[str, ...]) -> tuple[Filler, ...]:
        """ "The boards of Norvik and Oak": Norvik and Oak, where the frame looks through boards."""
        if not through or not isinstance(part, Token) or not self._rules.holds(through, [part]):
            return (part,)
        span = self._types.span(part)
        governing = [t for t in span or () if self._rules.holds(("*governing",), [t])]
        if span is not None and len(span) > 2 and not governing:
            return (part,)
        found = (self._nouns.prepositional(part, "of"), self._nouns.owners(part))
        if governors := next((t for t in (*governing, *found[0]) if self._rules.holds(("*governing",), [t])), None):
            found = (self._nouns.prepositional(governors, "of"), self._nouns.owners(part))  # "the board of trustees of"
        names = next((kept for kept in map(self._wholes, found) if kept), ())
        if not names:  # "the department of shipbuilding of Brixby College"
            names = next((kept for t in found[0] if (kept := self._wholes(self._nouns.prepositional(t, "of")))), ())
        inner = next((t for tokens in found for t in tokens if self._rules.holds(through, [t])), None)
        return names or (self.whole(inner, through) if inner is not None else (part,))

    def _wholes(self, tokens: Iterable[Token]) -> tuple[Token, ...]:
        return tuple(
            t for t in tokens if self._types.is_named(t) and self._types.of(t) not in ("kg:Person", "kg:Place")
        )

    def around(self, part: Token) -> Iterator[Token]:
        """The college that a school is part of: "the Law School at Brixby College", "the Law School, Brixby"."""
        span = self._types.span(part)
        inside = (part,) if span is None else tuple(span)
        for child in (c for t in inside for c in t.rights if c not in inside):
            inner = [c for c in child.children if c.dep_ == "pobj"] if child.lower_ in _OF_WHOLE else []
            follows = child.dep_ in ("appos", "conj") and child.i > 1 and self._stands_behind_comma(child)
            for token in inner or ([child] if follows else []):
                if self._types.is_exactly(token, ("kg:EducationalOrganization",)) and self._types.is_name(token):
                    yield token

    def _stands_behind_comma(self, name: Token) -> bool:
        span = self._types.span(name)
        return span is not None and span.start > 0 and name.doc[span.start - 1].text == ","

    def _places_in(self, place: Token) -> tuple[Filler, ...]:
        """ "Parts of Salem and Reno", "the small town of Salem", "the Salem area": the places themselves."""
        found = tuple(t for t in self._nouns.prepositional(place, "of") if self._types.is_named(t))
        if not found and self._rules.holds(("*around",), [place]):
            found = tuple(c for c in place.lefts if c.dep_ == "compound" and self._types.of(c) in PLACES)[-1:]
        return found or (place,)

    def listed(self, filler: Filler) -> tuple[Filler, ...]:
        """ "By Ada Finch, Otto Roth and Pia Lund": the parser takes Roth for another name of Finch."""
        if not isinstance(filler, Token) or not filler.rights or not self._types.is_name(filler):
            return (filler,)
        beside = [c for c in filler.rights if c.dep_ == "appos" and self._types.is_name(c)]
        if len(beside) != 1 or not self._are_of_one_kind(filler, beside[0]) or len(and_conjuncts(beside[0])) < 2:
            return (filler,)
        return (filler, *(t for t in and_conjuncts(beside[0]) if self._types.is_name(t)))

    def _are_of_one_kind(self, one: Token, other: Token) -> bool:
        kinds = ("kg:Person",), ("kg:Organization",)
        return any(self._types.is_exactly(one, kind) and self._types.is_exactly(other, kind) for kind in kinds)


def _is_land(noun: Token) -> bool:
    """Whether a noun may stand for the place behind its "of": "the town of Salem lies in Ohio", unlike "the mayor of
    Salem lives in Ohio"."""
    return class_told_by(noun.lemma_.lower()) in _LANDS and not is_one_of_places(noun)
