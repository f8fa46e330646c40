"""Whether a word may stand as subject or object of a relation: by its type, its words, and what the frame asks."""

from __future__ import annotations

from kg.extract.clauses import conjuncts
from kg.extract.frames.arguments import Arguments
from kg.extract.frames.dates import Dates, is_rest_of_measure
from kg.extract.frames.posts import Posts
from kg.extract.frames.rules import Rule, rules_of
from kg.extract.frames.slots import Filler
from kg.extract.frames.types import CLASHES, FITS, OPEN, PLACES, Types
from kg.extract.proposition import Clausal, Words
from kg.grammar.phrases import VERBAL, phrase
from kg.ontology import Ontology, Projection, Relation
from kg.parse import Token

_OF_OWNER = frozenset({"owner", "possessor"})  # "Finch's lawyer" is no employee of Ada Finch
_NO_EMPLOYERS = frozenset({"kg:GeopoliticalEntity", "kg:Place", "kg:PoliticalParty"})


class Fitting:
    """What may stand where in the relations of one document."""

    def __init__(self, ontology: Ontology, types: Types, dates: Dates, posts: Posts, arguments: Arguments) -> None:
        self._ontology = ontology
        self._rules = rules_of(ontology)
        self._types = types
        self._dates = dates
        self._posts = posts
        self._arguments = arguments

    def can_relate(self, projection: Projection, subject: Token, obj: Token) -> bool:
        """Whether two arguments may stand in a relation that follows from another."""
        wanted = self._ontology.relations[projection.relation]
        if projection.is_typed and self._types.of(obj) in _NO_EMPLOYERS - set(wanted.range):
            return False  # the mayor of a town is not employed by a place, nor the leader of a party by the party
        if not wanted.is_named_only:
            return self.are_two_things(subject, obj, wanted)
        fits = self._types.fit(subject, wanted.domain) > CLASHES and self._types.fit(obj, wanted.range) > CLASHES
        return fits and self.are_two_things(subject, obj, wanted)

    def are_two_things(self, subject: Token, obj: Filler, wanted: Relation, *, is_told: bool = False) -> bool:
        """Whether subject and object are named where the relation asks for names, and are not one."""
        is_named = self._types.is_named
        if wanted.is_named_only and not is_named(subject):
            return False
        if not isinstance(obj, Token):
            return True
        if wanted.is_named_only and not is_told and not is_named(obj):
            return False
        cluster = self._types.cluster(subject)
        return subject != obj and not (cluster and cluster == self._types.cluster(obj))

    # ---- subjects

    def can_be_subject(self, rule: Rule, described: Token, subject: Token, anchor: Token) -> bool:
        """Whether a word, and the description that it stands behind, may be the subject of what a rule reads."""
        frame = rule.frame
        if self._types.fit(subject, rule.relation.domain) < self._least(subject, rule):
            return False
        if frame.subject_cue and not any(self._is_told(frame.subject_cue, t) for t in (described, subject)):
            return False
        if frame.subject_unless and self._rules.holds(frame.subject_unless, (described, subject)):
            return False
        if self._types.is_exactly(subject, frame.subject_not):
            return False
        return not (frame.knows_subject and anchor.i < subject.i and self._may_be_firm(anchor, subject))

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
        is_person = self._types.of(subject) == "kg:Person" and self._types.is_of_given_name(subject)
        return CLASHES if is_soft and not (is_pronoun or is_person) else OPEN

    def _may_be_firm(self, noun: Token, subject: Token) -> bool:
        """ "*The* Dutch brewer Van Houten", "pension manager *Aldersund*", but "Norvik publisher Jann Roth"."""
        has_article = any(c.lower_ == "the" for host in (noun, subject) for c in host.lefts if c.i < noun.i)
        is_loose = has_article or not self._types.is_full_name(subject)
        return is_loose and not self._types.is_surely_person(subject)

    # ---- objects

    def can_be_object(self, rule: Rule, filler: Filler, slot: str = "") -> bool:
        """Whether the filler's kind, type and words allow it as the relation's object."""
        relation, frame = rule.relation, rule.frame
        if isinstance(filler, Words):
            return relation.is_literal
        if isinstance(filler, Clausal):
            is_ruled_out = self._rules.holds(frame.object_unless, [filler.head])  # "charged with *finding* a coach"
            return "kg:Statement" in relation.range and not frame.object_cue and not is_ruled_out
        if not self._is_of_kind(relation, filler) or self._is_ruled_out(rule, filler):
            return False
        if relation.is_literal and frame.is_typed:
            return self._types.is_value(filler) or any(t.like_num for t in phrase(filler))
        inner = self._arguments.spread((filler,), relation, frame)[0]
        cued = (t for t in (filler, inner) if isinstance(t, Token))
        if frame.object_cue and not any(self._is_cued(frame.object_cue, token, relation) for token in cued):
            return False
        if frame.is_typed is False:
            return self._stands_untyped(relation, filler, slot)
        return not isinstance(inner, Token) or self._fits(rule, filler, self._arguments.resolved(inner)[0], slot)

    def _is_of_kind(self, relation: Relation, filler: Token) -> bool:
        """Whether a value stands where values do, a thing where things do, and no person's name where a post does."""
        if filler.tag_ == "VBG" and filler.pos_ in VERBAL and "kg:Statement" not in relation.range:
            return False  # "won the contract, *beating* two rivals"
        is_value = self._types.is_value(filler) or filler.i in self._dates.at
        if relation.is_literal or "xsd:string" not in relation.range:
            return relation.is_literal or not is_value
        is_person = self._types.is_name(filler) and self._types.of(filler) == "kg:Person"
        return not (is_value or is_person or filler.pos_ == "NUM" or self._posts.is_award(filler))

    def _is_ruled_out(self, rule: Rule, filler: Token) -> bool:
        """Whether the frame wants a date, or excludes the word, or the word is the rest of something else."""
        relation, frame = rule.relation, rule.frame
        if relation.is_literal and "date" in frame.target:
            return True
        if relation.range == ("kg:PoliticalParty",) and not self._may_be_party(rule, filler):
            return True
        return self._rules.holds((*frame.object_unless, "*reciprocal"), [filler]) or is_rest_of_measure(filler)

    def _stands_untyped(self, relation: Relation, filler: Token, slot: str) -> bool:
        """What even a frame strong enough to overrule the types does not take."""
        if slot == "self" and self._types.of(filler) in PLACES:
            return False  # "Lund of Ohio, a Republican"
        if filler.pos_ == "PRON" and self._types.fit(filler, relation.range) == CLASHES:
            return False  # "its chief": a land's
        is_person = self._types.of(filler) == "kg:Person" and self._types.is_of_given_name(filler)
        return not (is_person and set(relation.range) <= PLACES)

    def _fits(self, rule: Rule, filler: Token, inner: Token, slot: str) -> bool:
        relation, frame = rule.relation, rule.frame
        fit = self._types.fit(inner, relation.range)
        if frame.is_typed:
            return fit == FITS
        if relation.is_named_only and self._types.of(inner) == "kg:Person":
            # what is no person often passes for one; but "his lawyer" is no employee of a firm
            is_sure = filler.pos_ == "PRON" or (slot in _OF_OWNER and self._types.is_full_name(inner))
            is_sure |= frame.target == ("patient",) and self._types.is_of_given_name(inner)
            return not is_sure or fit > CLASHES
        return fit > CLASHES

    def _may_be_party(self, rule: Rule, filler: Token) -> bool:
        """Whether the words of a name allow it: "Green Ridge *Trust*" is no party; "Trucking Alliance" has a president,
        and only a party has candidates."""
        if self._types.is_exactly(filler, ("kg:PoliticalParty",)):
            return True
        if self._rules.holds(("*loose party",), [filler]):
            around = [t for t in (*phrase(filler), *(self._types.span(filler) or ())) if t != filler]
            return rule.word[-1] in self._ontology.words["party post"] or self._rules.holds(("*party",), around)
        return not self._types.kind_of_name(filler) or self._rules.holds(("*party", "*party head"), [filler])

    # ---- words

    def _is_cued(self, cue: tuple[str, ...], filler: Token, relation: Relation) -> bool:
        return self._is_told(cue, filler) or self._types.is_exactly(filler, set(relation.range) - {"kg:Entity"})

    def _is_told(self, cue: tuple[str, ...], filler: Token) -> bool:
        """Whether one of the words stands in what a noun is called: "her *son*, Karl", "two *sons*, Karl and Emil"."""
        span = self._types.span(filler)
        around = [t for t in phrase(filler) if t.i <= filler.i] + list(span or ())
        around += [c for c in filler.rights if c.dep_ == "appos"]
        if filler.pos_ == "PROPN":  # "Ann Ray, chair and chief executive", but "her husband and two sons"
            around += [c for c in filler.rights if c.dep_ == "conj" and self._types.is_post(c)]
        first = conjuncts(filler)[0] if filler.pos_ == "PROPN" else filler
        around += [*phrase(first), *([first.head] if first.dep_ == "appos" else [])]
        return self._rules.holds(cue, around)
