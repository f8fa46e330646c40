"""One document as the frames see it: its clauses, nouns, dates and types, and the making of candidates."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from kg.extract.adverb_roles import restricting, roles_of_adverbs
from kg.extract.amounts import each_of, paid_as, score_of
from kg.extract.clauses import Clause, ClauseKind, subjects
from kg.extract.clauses.own_subjects import antecedent
from kg.extract.fillers import in_words
from kg.extract.frames.arguments import Arguments
from kg.extract.frames.around import around
from kg.extract.frames.attachments import governed
from kg.extract.frames.bearers import Bearers
from kg.extract.frames.candidates import Candidate
from kg.extract.frames.dates import Dates, is_rest_of_measure, words
from kg.extract.frames.fitting import Fitting
from kg.extract.frames.nouns import Nouns
from kg.extract.frames.places import Places
from kg.extract.frames.posts import Posts
from kg.extract.frames.rules import Rule, rules_of
from kg.extract.frames.slots import Filler, Slots
from kg.extract.frames.types import FITS, Types
from kg.extract.leaving import ending_words
from kg.extract.limits import dates_denial, limited, limits_denial, limits_of
from kg.extract.meanwhile import tells_state
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.roles import is_absolute, is_time, is_told_in_words, kinds, roles_of_heads
from kg.extract.times import TimeExpression
from kg.grammar.phrases import NOMINAL, TIMES, VERBAL, and_conjuncts, phrase, tells_cases
from kg.ontology import Frame, Ontology, Relation
from kg.parse import Doc, Token

_OF_ADVERBS = frozenset({"manner", "quantity", "place"})  # beside a frame, which has its own way of telling where to


def _than(more: Token) -> tuple[Token, ...]:
    """ "Cost 9 dollars more *than planned*": without it the sum says something else."""
    clauses = (c for c in more.rights if c.tag_ != "IN" and c.left_edge.lower_ == "than")
    return next((tuple(c.subtree) for c in clauses if more.tag_ == "JJR"), ())


class Reading:
    """What the frames ask of a document, worked out once."""

    def __init__(
        self, doc: Doc, clauses: tuple[Clause, ...], times: tuple[TimeExpression, ...], ontology: Ontology
    ) -> None:
        self.doc = doc
        self.clauses = clauses
        self.ontology = ontology
        self.rules = rules_of(ontology)
        self.types = Types(doc, ontology)
        near = around(clauses, self.types)
        self.nouns = Nouns(near, self.types)
        self.bearers = Bearers(near, self.types, self.nouns)
        self.dates = Dates(doc, times)
        self.places = Places(doc, self.types)
        self.posts = Posts(self.types)
        self.arguments = Arguments(clauses, self.types, self.nouns, self.bearers, ontology)
        self.fitting = Fitting(ontology, self.types, self.dates, self.posts, self.arguments)
        self._slots = {clause.head.i: Slots(clause, self._dating(clause.verb)) for clause in clauses}
        self._clause_by_attribute = {t.i: c for c in clauses for t in c.attributes}

    def slots(self, clause: Clause) -> Slots:
        """The slots of a clause."""
        return self._slots[clause.head.i]

    # ---- dates

    def _dating(self, verb: Token) -> Callable[[], tuple[Words, ...]]:
        return lambda: self.date_of(verb)

    def date_of(self, word: Token) -> tuple[Words, ...]:
        """The date that a verb or noun is given."""
        return self.dates.of(word, lambda token: token != word and self._takes_date(token))

    def _takes_date(self, token: Token) -> bool:
        if token.pos_ == "NOUN":
            return token.lemma_.lower() in self.rules.dated  # "set up after the death of their son in 2017"
        return token.pos_ == "VERB" and not (token.dep_ == "conj" and token.head.i >= token.i - 2)

    def date_at(self, token: Token | Filler) -> Words | None:
        """The date that a token stands in."""
        expression = self.dates.at.get(token.i) if isinstance(token, Token) else None
        return words(expression) if expression is not None else None

    def is_in_date(self, token: Token) -> bool:
        """Whether a token is part of a time."""
        return token.ent_type_ in TIMES or token.i in self.dates.at

    # ---- words

    def is_part(self, noun: Token) -> bool:
        """Whether a noun is a part of something else: "Student" of "Muslim Student Association", "chief executive" of
        "chief executive officer", "nurse of the year"."""
        if self.types.is_inside_name(noun) or self.posts.is_award(noun):
            return True
        is_before = noun.dep_ == "compound" and noun.head.i > noun.i
        return is_before and (self.types.is_post(noun.head) or self.posts.goes_on(noun))

    def stands_there(self, rule: Rule, noun: Token) -> bool:
        """Whether all words of a rule stand at the noun, and none before it that rules it out."""
        before = len(rule.word) - 1
        if noun.i < before:
            return False
        for word, token in zip(rule.word[:-1], self.doc.tokens[noun.i - before : noun.i], strict=True):
            if word not in (token.lower_, token.lemma_.lower()):
                return False
        if not rule.frame.unless:
            return True
        first = noun.i - before
        parts = [c for c in noun.lefts if c.dep_ in ("compound", "amod") and c.i < first]  # "Deputy Police Chief"
        parts += (
            self.doc.tokens[max(0, first - 2) : first] if first and self.doc[first - 1].text == "-" else []
        )  # "vice-"
        parts += [self.doc[first - 1]] if first else []
        if any(self.posts.is_region(part, noun) for part in noun.lefts):
            return False
        field = self.posts.field(noun)[-1:]  # "director of marketing", but "head of state"
        return not self.rules.holds(rule.frame.unless, parts) and (not field or self.rules.holds(("*headed",), field))

    def words_of(self, head: Token) -> tuple[Token, ...]:
        """The words of a value: its entity, or its phrase, without a gap."""
        rest = (t for part in head.rights if is_rest_of_measure(part) for t in (part.left_edge.nbor(-1), *phrase(part)))
        kept = {token.i for token in (*phrase(head), *paid_as(head), *rest, *_than(head))} | {head.i}
        left = right = head.i
        while left - 1 in kept:
            left -= 1
        while right + 1 in kept:
            right += 1
        return (*self.doc[left : right + 1], *each_of(self.doc[right]))

    def described_by(self, token: Token) -> tuple[Token, ...]:
        """What an adjective is said of."""
        if token.dep_ == "ccomp":
            return tuple(t for subject in subjects(token) for t in and_conjuncts(subject))  # "found *her* guilty"
        first = token.head if token.dep_ == "conj" and token.head.pos_ in ("ADJ", "VERB") else token
        clause = self._clause_by_attribute.get(token.i) or self._clause_by_attribute.get(first.i)
        if clause is not None:
            return clause.objects if clause.objects and not clause.is_passive else clause.subjects  # "found her guilty"
        if first.dep_ in ("amod", "acl") and first.head.pos_ in NOMINAL:
            return (first.head,)
        slots = self._slots.get(first.i)
        return slots.clause.subjects if slots is not None else ()

    def other_roles(self, clause: Clause, taken: Collection[int]) -> Iterator[tuple[str, Filler, Filler]]:
        """What the clause's other prepositions hold, by the role they usually give: its head, and what is told. None of
        a phrase's heads is taken: "played for Elm and Oak": Oak is no role where Elm is the object."""
        for oblique in clause.obliques:
            if oblique.is_on_noun or any(head.i in taken for head in oblique.heads):
                continue
            if is_absolute(oblique):
                if tells_state(oblique):
                    yield "circumstance", oblique.heads[0], in_words(oblique, oblique.heads[0])
                continue
            if (restricted := limited(oblique)) is not None:
                yield "circumstance", oblique.heads[0], restricted
                continue
            roles = tuple(roles_of_heads(clause, oblique, lambda head: kinds(head, self.types.of(head))))
            is_limit = dates_denial(clause, oblique) or (not is_time(oblique) and limits_denial(clause, oblique))
            if not roles and (is_limit or tells_cases(oblique.marker[0])):
                yield "circumstance", oblique.heads[0], in_words(oblique, oblique.heads[0])
            for role, head in roles:
                if role == "companion":
                    yield from ((role, token, token) for token in self._named_behind(head))
                else:
                    yield role, head, in_words(oblique, head) if is_told_in_words(role, oblique) else head
        yield from ((role, told.tokens[0], told) for role, told in limits_of(clause))
        yield from ((role, told.tokens[-1], told) for role, told in roles_of_adverbs(clause) if role in _OF_ADVERBS)
        yield from (("manner", told[-1], Words(told)) for told in restricting(clause, None))
        scores = ((number, score_of(number)) for number in clause.adverbs)
        yield from (("quantity", number, Words(score)) for number, score in scores if score is not None)
        yield from ((role, head, Clausal(head)) for role, head in clause.circumstances)
        yield from (("companion", token, token) for token in self._companions(clause))

    def _companions(self, clause: Clause) -> Iterator[Token]:
        """ "Founded the firm with Karl", "lives in Leeds with Karl": the parser hangs "with" on firm and Leeds."""
        nouns = (*clause.objects, *(head for oblique in clause.obliques for head in oblique.heads))
        behind = (c for noun in nouns if noun.i > clause.verb.i for c in noun.rights if c.lower_ == "with")
        for token in (token for preposition in behind for token in governed(preposition)):
            is_told = self.types.is_named(token) or any(c.tag_ == "PRP$" for c in token.lefts)
            if is_told and self.types.of(token) == "kg:Person":
                yield from self._named_behind(token)

    def _named_behind(self, token: Token) -> Iterator[Token]:
        """ "Her husband Karl and son Peter": Karl, and Peter, who is coordinated with him."""
        named = self.arguments.resolved(token)[0]
        yield named
        for other in and_conjuncts(named) if named != token else ():
            yield from self.arguments.resolved(other)[:1] if other != named else ()

    # ---- candidates

    def candidate(
        self,
        rule: Rule,
        subject: Filler,
        obj: Filler,
        *,
        anchor: Token,
        relation: tuple[Token, ...],
        backing: tuple[str, ...] = (),
        slot: str = "",
        roles: tuple[tuple[str, Filler], ...] = (),
        over: tuple[Token, ...] = (),
    ) -> Candidate | None:
        """The candidate, if its arguments may stand there and are two things."""
        if not isinstance(subject, Token) or subject.pos_ in VERBAL or self.types.is_value(subject):
            return None
        if subject.tag_ == "WP" and antecedent(subject) is None:
            return None  # "check *who* builds the ships"
        frame, wanted = rule.frame, rule.relation
        described, subject = subject, self.arguments.resolved(subject)[0]
        if self.types.is_post(subject) and "kg:Person" in wanted.domain:
            return None
        if wanted.is_named_only and not self.types.is_named(subject):
            subject = self.arguments.climbed(subject)
        told, obj = obj, self._object(wanted, obj, slot)
        if not self.fitting.can_be_subject(rule, described, subject, anchor):
            return None
        if isinstance(obj, Token) and self.types.is_exactly(obj, frame.object_not):
            return None
        if not self.fitting.are_two_things(subject, obj, wanted, is_told=slot in ("modifier", "self")):
            return None
        fit = self.types.fit(subject, wanted.domain)
        proposition = Proposition(
            subject=subject,
            predicate=wanted.name,
            relation=relation,
            object=obj,
            anchor=anchor,
            rule=rule.name,
            consumed=frozenset((anchor.i, i) for i in (subject.i, *_places(told), *_places(obj))),
            backing=backing,
            roles=roles,
            over=ending_words(relation, told) if frame.ends else over or self.posts.state_over(anchor),
        )
        fit += (self.types.fit(obj, wanted.range) if isinstance(obj, Token) else FITS) + _evidence(frame)
        return Candidate(proposition, wanted, fit, rule.number, frame.kind != "noun", bool(frame.subject_cue))

    def _object(self, wanted: Relation, obj: Filler, slot: str) -> Filler:
        if not isinstance(obj, Token):
            return obj
        if wanted.is_literal:
            return Words(self.words_of(obj))
        is_body = self.types.is_exactly(obj, [name for name in wanted.range if name.startswith("kg:")])
        if "xsd:string" in wanted.range and (slot == "self" or not (self.types.is_named(obj) or is_body)):
            return self.posts.words(obj)
        if slot == "self":
            return obj
        return self.arguments.resolved(obj)[0]


def _evidence(frame: Frame) -> int:
    """How much a frame asks for besides its word: of two that fit, the one that asks for more is right."""
    return 2 * bool(frame.object_cue) + bool(frame.patient_cue) + (frame.is_typed is True) + len(frame.needs)


def _places(obj: Filler) -> tuple[int, ...]:
    if isinstance(obj, Words):
        return tuple(token.i for token in obj.tokens)
    return (obj.head.i,) if isinstance(obj, Clausal) else (obj.i,)


__all__ = ["ClauseKind", "Reading"]
