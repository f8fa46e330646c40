"""One document as the frames see it: its clauses, nouns, dates and types, and the making of candidates."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses import Clause, ClauseKind, conjuncts, subjects
from kg.extract.clauses.own_subjects import antecedent
from kg.extract.frames.arguments import Arguments
from kg.extract.frames.attachments import field_of, governed
from kg.extract.frames.candidates import Candidate
from kg.extract.frames.dates import Dates, words
from kg.extract.frames.nouns import Nouns
from kg.extract.frames.places import Places
from kg.extract.frames.rules import Rule, rules_of
from kg.extract.frames.slots import Filler, Slots
from kg.extract.frames.types import CLASHES, FITS, OPEN, PLACES, Types
from kg.extract.objects import in_words
from kg.extract.proposition import Clausal, Proposition, Words
from kg.extract.roles import is_absolute, is_told_in_words, kinds, paid_as, roles_of_heads
from kg.extract.times import TimeExpression
from kg.grammar.phrases import VERBAL, and_conjuncts, glued, phrase
from kg.naming import demonyms
from kg.ontology import Frame, Ontology, Projection, Relation
from kg.parse import Doc, Token

_BEFORE_POST = frozenset(  # tell when, and are no part of a post
    ("former", "ex", "then", "late", "longtime", "own", "current", "present", "outgoing", "incoming", "other")
)
_OF_OWNER = frozenset({"owner", "possessor"})  # "Finch's lawyer" is no employee of Ada Finch
_NO_EMPLOYERS = frozenset({"kg:GeopoliticalEntity", "kg:Place", "kg:PoliticalParty"})


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
        self.nouns = Nouns(clauses, self.types.is_name, self.types.is_post, self.types.is_kin)
        self.dates = Dates(doc, times)
        self.places = Places(doc, self.types)
        self.arguments = Arguments(clauses, self.types, self.nouns, self.rules, ontology)
        self._slots = {clause.head.i: Slots(clause, self._dating(clause.verb)) for clause in clauses}
        self._clause_by_attribute = {t.i: c for c in clauses for t in c.attributes}

    def slots(self, clause: Clause) -> Slots:
        """The slots of a clause."""
        return self._slots[clause.head.i]

    # ---- dates

    def _dating(self, verb: Token):  # type: ignore[no-untyped-def]
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
        return token.ent_type_ in ("DATE", "TIME") or token.i in self.dates.at

    # ---- words

    def stands_there(self, rule: Rule, noun: Token) -> bool:
        """Whether all words of a rule stand at the noun, and none before it that rules it out."""
        before = len(rule.word) - 1
        if noun.i < before:
            return False
        for word, token in zip(rule.word[:-1], self.doc.tokens[noun.i - before : noun.i], strict=True):
            if word not in (token.lower_, token.lemma_.lower()):
                return False
        if self.types.is_inside_name(noun):
            return False  # "Student" of "Muslim Student Association"
        first, after = noun.i - before, noun.head
        if noun.dep_ == "compound" and after.i > noun.i and (self.types.is_post(after) or self._goes_on(noun)):
            return False  # "chief executive" of "chief executive officer"
        if not rule.frame.unless:
            return True
        parts = [c for c in noun.lefts if c.dep_ in ("compound", "amod") and c.i < first]  # "Deputy Police Chief"
        parts += (
            self.doc.tokens[max(0, first - 2) : first] if first and self.doc[first - 1].text == "-" else []
        )  # "vice-"
        parts += [self.doc[first - 1]] if first else []
        field = field_of(noun)[-1:]  # "director of marketing", but "head of state"
        return not self.rules.holds(rule.frame.unless, parts) and (not field or self.rules.holds(("*headed",), field))

    def _goes_on(self, noun: Token) -> bool:
        """Whether a post of several words goes on behind it: "*Chief* Financial Officer Priya Nair"."""
        following = self.doc.tokens[noun.i + 1 : noun.head.i]
        post = next((t for t in following if self.types.is_post(t) or not self.types.is_titling(t)), None)
        is_post = post is not None and post.head == noun.head and self.types.is_post(post)
        return is_post and self.types.is_titling(noun)

    def words_of(self, head: Token) -> tuple[Token, ...]:
        """The words of a value: its entity, or its phrase, without a gap."""
        kept = {token.i for token in (*phrase(head), *paid_as(head))} | {head.i}
        left = right = head.i
        while left - 1 in kept:
            left -= 1
        while right + 1 in kept:
            right += 1
        return tuple(self.doc[left : right + 1])

    def position(self, noun: Token) -> tuple[Token, ...]:
        """A post as words: "general manager", "head of sales", without article, owner and names."""
        first = noun.i
        if first > 1 and self.doc[first - 1].text == "-" and not self.doc[first - 2].whitespace_:
            first -= 2  # "Secretary-*General*"
        while first > 0 and self._is_of_post(self.doc[first - 1], noun):
            first -= 1
        whole = glued(self.doc[first])  # the "born" of a "Danish-born chemist" is no part of a post
        first = whole.end if whole.start < first and whole.end <= noun.i else first
        return (*self.doc[first : noun.i + 1], *field_of(noun))

    def _is_of_post(self, token: Token, noun: Token) -> bool:
        is_within = token.head.i < noun.i and token.head.i != token.i + 1  # "human" of "human rights lawyer" is in it
        if self._is_owner_of_post(token, noun):
            return False
        if token.dep_ not in ("compound", "amod", "nmod") or is_within or token.lower_ in _BEFORE_POST:
            return False
        return token.ent_type_ not in ("ORG", "GPE", "PERSON", "NORP") or self.types.is_titling(token)

    def _is_owner_of_post(self, token: Token, noun: Token) -> bool:
        """Whether a capitalised word names whose post it is: the "Redwood" of "Redwood partner"."""
        is_name = token.pos_ == "PROPN" and noun.pos_ == "NOUN" and not token.is_sent_start
        return is_name and not self.types.is_titling(token) and token.text not in demonyms()

    def described_by(self, token: Token) -> tuple[Token, ...]:
        """What an adjective is said of."""
        if token.dep_ == "ccomp":
            return tuple(t for subject in subjects(token) for t in and_conjuncts(subject))  # "found *her* guilty"
        first = token.head if token.dep_ == "conj" and token.head.pos_ in ("ADJ", "VERB") else token
        clause = self._clause_by_attribute.get(token.i) or self._clause_by_attribute.get(first.i)
        if clause is not None:
            return clause.objects if clause.objects and not clause.is_passive else clause.subjects  # "found her guilty"
        if first.dep_ in ("amod", "acl") and first.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return (first.head,)
        slots = self._slots.get(first.i)
        return slots.clause.subjects if slots is not None else ()

    def other_roles(self, clause: Clause) -> Iterator[tuple[str, Filler, Filler]]:
        """What the clause's other prepositions hold, by the role they usually give: its head, and what is told."""
        for oblique in clause.obliques:
            if is_absolute(oblique) or oblique.is_on_noun:
                continue
            for role, head in roles_of_heads(clause, oblique, lambda head: kinds(head, self.types.of(head))):
                if role == "companion":
                    yield from ((role, token, token) for token in self._named_behind(head))
                else:
                    yield role, head, in_words(oblique, head) if is_told_in_words(role, oblique) else head
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

    # ---- arguments

    def can_relate(self, projection: Projection, subject: Token, obj: Token) -> bool:
        """Whether two arguments may stand in a relation that follows from another."""
        wanted = self.ontology.relations[projection.relation]
        if projection.is_typed and self.types.of(obj) in _NO_EMPLOYERS - set(wanted.range):
            return False  # the mayor of a town is not employed by a place, nor the leader of a party by the party
        if not wanted.is_named_only:
            return self._are_two_things(subject, obj, wanted)
        fits = self.types.fit(subject, wanted.domain) > CLASHES and self.types.fit(obj, wanted.range) > CLASHES
        return fits and self._are_two_things(subject, obj, wanted)

    def can_be_object(self, rule: Rule, filler: Filler, slot: str = "") -> bool:
        """Whether the filler's kind, type and words allow it as the relation's object."""
        relation, frame = rule.relation, rule.frame
        if isinstance(filler, Words):
            return relation.is_literal
        if isinstance(filler, Clausal):
            return "kg:Statement" in relation.range and not frame.object_cue
        if relation.is_literal and "date" in frame.target:
            return False
        if not relation.is_literal and (self.types.is_value(filler) or filler.i in self.dates.at):
            return False
        is_person = self.types.is_name(filler) and self.types.of(filler) == "kg:Person"
        if "xsd:string" in relation.range and not relation.is_literal and (is_person or filler.pos_ == "NUM"):
            return False  # "named as Otto Roth", "became one of them": no post
        if self.rules.holds((*frame.object_unless, "*reciprocal"), [filler]):
            return False
        if relation.is_literal and frame.is_typed:
            return self.types.is_value(filler) or any(t.like_num for t in phrase(filler))
        inner = self.arguments.spread((filler,), relation, frame)[0]
        cued = (t for t in (filler, inner) if isinstance(t, Token))
        if frame.object_cue and not any(self._is_cued(frame.object_cue, token, relation) for token in cued):
            return False
        if frame.is_typed is False:
            is_person = self.types.of(filler) == "kg:Person" and self.types.is_of_given_name(filler)
            is_place = slot == "self" and self.types.of(filler) in PLACES  # "Lund of Ohio, a Republican"
            is_place |= (
                filler.pos_ == "PRON" and self.types.fit(filler, relation.range) == CLASHES
            )  # "its chief": a land's
            return not is_place and not (is_person and set(relation.range) <= PLACES)
        inner = self.arguments.resolved(inner)[0] if isinstance(inner, Token) else inner
        fit = self.types.fit(inner, relation.range) if isinstance(inner, Token) else OPEN
        if not frame.is_typed and relation.is_named_only and isinstance(inner, Token):
            is_sure = filler.pos_ == "PRON" or (slot in _OF_OWNER and self.types.is_full_name(inner))
            is_sure |= frame.target == ("patient",) and self.types.is_of_given_name(inner)
            fit = max(
                fit, OPEN if self.types.of(inner) == "kg:Person" and not is_sure else fit
            )  # what is no person often passes for one; "his lawyer" is no employee of a firm
        return fit == FITS if frame.is_typed else fit > CLASHES

    def _is_cued(self, cue: tuple[str, ...], filler: Token, relation: Relation) -> bool:
        return self._is_told(cue, filler) or self.types.is_exactly(filler, set(relation.range) - {"kg:Entity"})

    def _is_told(self, cue: tuple[str, ...], filler: Token) -> bool:
        """Whether one of the words stands in what a noun is called: "her *son*, Karl", "two *sons*, Karl and Emil"."""
        span = self.types.span(filler)
        around = [t for t in phrase(filler) if t.i <= filler.i] + list(span or ())
        around += [c for c in filler.rights if c.dep_ == "appos"]
        if filler.pos_ == "PROPN":  # "Ann Ray, chair and chief executive", but "her husband and two sons"
            around += [c for c in filler.rights if c.dep_ == "conj" and self.types.is_post(c)]
        first = conjuncts(filler)[0] if filler.pos_ == "PROPN" else filler
        around += [*phrase(first), *([first.head] if first.dep_ == "appos" else [])]
        return self.rules.holds(cue, around)

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
        obj = self._object(wanted, obj, slot)
        fit = self.types.fit(subject, wanted.domain)
        if fit < self._least(subject, rule):
            return None
        if frame.subject_cue and not any(self._is_told(frame.subject_cue, t) for t in (described, subject)):
            return None
        if frame.subject_unless and self.rules.holds(frame.subject_unless, (described, subject)):
            return None
        if not self._are_two_things(subject, obj, wanted, is_told=slot in ("modifier", "self")):
            return None
        proposition = Proposition(
            subject=subject,
            predicate=wanted.name,
            relation=relation,
            object=obj,
            anchor=anchor,
            rule=rule.name,
            consumed=frozenset((anchor.i, i) for i in (subject.i, *_places(obj))),
            backing=backing,
            roles=roles,
            ends=frame.ends,
        )
        fit += (self.types.fit(obj, wanted.range) if isinstance(obj, Token) else FITS) + _evidence(frame)
        return Candidate(proposition, wanted, fit, rule.number, frame.kind != "noun", bool(frame.subject_cue))

    def _least(self, subject: Token, rule: Rule) -> int:
        """How well a subject's type must fit. Names are often taken for another kind: that rules little out."""
        if rule.frame.knows_subject:
            return FITS
        if rule.frame.is_typed and rule.relation.is_literal and subject.lower_ not in ("it", "which", "that"):
            return FITS
        is_pronoun = subject.pos_ == "PRON" and "kg:Person" not in rule.relation.domain
        is_soft = rule.frame.is_typed is False or (
            "kg:Organization" in rule.relation.domain and rule.frame.is_typed is None
        )
        is_person = self.types.of(subject) == "kg:Person" and self.types.is_of_given_name(subject)
        return CLASHES if is_soft and not (is_pronoun or is_person) else OPEN

    def _object(self, wanted: Relation, obj: Filler, slot: str) -> Filler:
        if not isinstance(obj, Token):
            return obj
        if wanted.is_literal:
            return Words(self.words_of(obj))
        is_body = self.types.is_exactly(obj, (name for name in wanted.range if name.startswith("kg:")))
        if "xsd:string" in wanted.range and (slot == "self" or not (self.types.is_named(obj) or is_body)):
            return Words(self.position(obj))
        if slot == "self":
            return obj
        return self.arguments.resolved(obj)[0]

    def _are_two_things(self, subject: Token, obj: Filler, wanted: Relation, *, is_told: bool = False) -> bool:
        is_named = self.types.is_named
        if wanted.is_named_only and not is_named(subject):
            return False
        if not isinstance(obj, Token):
            return True
        if wanted.is_named_only and not is_told and not is_named(obj):
            return False
        cluster = self.types.cluster(subject)
        return subject != obj and not (cluster and cluster == self.types.cluster(obj))


def _evidence(frame: Frame) -> int:
    """How much a frame asks for besides its word: of two that fit, the one that asks for more is right."""
    return 2 * bool(frame.object_cue) + bool(frame.patient_cue) + (frame.is_typed is True) + len(frame.needs)


def _places(obj: Filler) -> tuple[int, ...]:
    if isinstance(obj, Words):
        return tuple(token.i for token in obj.tokens)
    return (obj.head.i,) if isinstance(obj, Clausal) else (obj.i,)


__all__ = ["ClauseKind", "Reading"]
