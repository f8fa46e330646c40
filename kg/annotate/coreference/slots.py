"""What the place of a pronoun wants: a body that acts, somebody of whom something is asked, what has a chairman."""

from __future__ import annotations

from dataclasses import dataclass

from kg.annotate.coreference.around import acts, is_raised, subjects_around, tells
from kg.annotate.coreference.referent import is_subject
from kg.naming import description_words, holdings, roles, small_words, telling_nouns, telling_verbs
from kg.parse import Token


@dataclass(frozen=True, slots=True)
class Slot:
    """A pronoun and what its place wants."""

    pronoun: Token
    around: tuple[Token, ...]  # the subjects of the clauses around that it may stand for, the innermost first

    @property
    def is_plural(self) -> bool:
        """Whether it is "they", "them" or "their"."""
        return self.pronoun.lower_.startswith("the")

    @property
    def wants_body(self) -> bool:
        """Whether only who acts on purpose can be meant: "it said", "it sued"."""
        return acts(self.pronoun)

    @property
    def is_spoken_for(self) -> bool:
        """Whether a spokesman speaks of it: "a spokeswoman said it had paid"."""
        told = (t for t in subjects_around(self.pronoun) if tells(t))
        return any(t.lemma_.lower() in description_words("spokesman") for t in told)

    @property
    def is_addressed(self) -> bool:
        """Whether something is asked or wanted of it: "urged it to pay"."""
        return self.pronoun.dep_ == "dobj" and self.pronoun.head.lemma_ in telling_verbs("urge")

    @property
    def is_traded(self) -> bool:
        """Whether what is done to it is done to bodies: "it was founded", "it was bought by"."""
        done = telling_verbs("body") | telling_verbs("traded")
        return self.pronoun.dep_ == "nsubjpass" and self.pronoun.head.lemma_ in done

    @property
    def is_of_body(self) -> bool:
        """Whether bodies have what it has: "its chairman", "its headquarters"."""
        noun = self.pronoun.head.lemma_.lower()
        is_owned = noun in telling_nouns("owner") or noun in holdings() or noun in small_words("business")
        return self.pronoun.dep_ == "poss" and (noun in roles() or is_owned)

    @property
    def has_people(self) -> bool:
        """Whether it has people: "it has 640 workers"."""
        objects = [t for t in self.pronoun.head.rights if t.dep_ == "dobj" and self.pronoun.dep_ == "nsubj"]
        return self.pronoun.head.lemma_ == "have" and any(t.lemma_.lower() in roles() for t in objects)

    @property
    def earns(self) -> bool:
        """Whether it makes money, as firms do: "it made a profit"."""
        objects = [t for t in self.pronoun.head.rights if t.dep_ == "dobj" and self.pronoun.dep_ == "nsubj"]
        return any(t.lemma_.lower() in holdings() for t in objects)

    @property
    def is_of_state(self) -> bool:
        """Whether states and towns have what it has: "its army", "its capital"."""
        return self.pronoun.dep_ == "poss" and self.pronoun.head.lemma_.lower() in small_words("polity")

    @property
    def is_subjective(self) -> bool:
        """Whether it is a subject, other than in "wants it to be dropped", or has something."""
        is_doer = is_subject(self.pronoun) and not is_raised(self.pronoun)
        return is_doer or self.pronoun.dep_ == "poss" or (self.is_part and is_subject(self.part))

    @property
    def is_part(self) -> bool:
        """Whether it tells of how many: "one of *them*"."""
        is_of = self.pronoun.dep_ == "pobj" and self.pronoun.head.lower_ == "of"
        return is_of and self.part.pos_ in {"NUM", "PRON", "DET", "ADJ"}

    @property
    def part(self) -> Token:
        """What stands before its "of": "*one* of them"."""
        return self.pronoun.head.head

    @property
    def wants_people(self) -> bool:
        """Whether what is done to it is done to people: "told them", "arrested them"."""
        verb = self.pronoun.head.lemma_
        is_object = self.pronoun.dep_ in {"dobj", "dative"}
        return is_object and verb in telling_verbs("urge") | telling_verbs("people")

    @property
    def is_done(self) -> bool:
        """Whether something is done to it: "they were taken to hospital"."""
        return self.pronoun.dep_ == "nsubjpass"
