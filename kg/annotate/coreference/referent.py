"""A thing that a text speaks of: what its names, its nouns and its verbs tell about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.annotate.ages import has_age
from kg.grammar.phrases import PLURALS
from kg.grammar.verbs import HELPERS, NOMINAL_SUBJECTS
from kg.grammar.wordlists import words
from kg.naming import (
    acting_verbs,
    class_nouns,
    demonyms,
    description_words,
    given_names,
    parts_of_offices,
    roles,
    small_words,
    telling_verbs,
    title_offices,
    titles,
)
from kg.parse import Span, Token

_PARTIES = frozenset({"kg:PoliticalParty", "kg:Group"})
_PLACES = frozenset({"kg:Place", "kg:GeopoliticalEntity"})
_CLAUSES = frozenset({"advcl", "ccomp", "csubj", "parataxis"})
GENDERS = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}


@dataclass(slots=True)
class Referent:
    """One named thing and its mentions up to the point that has been read."""

    ident: str
    type: str
    name: str
    names: list[Span]
    gender: str = ""  # m, f or unknown
    signs: int = 0  # signs that it is a person
    offices: set[str] = field(default_factory=set)  # nouns beside the name: "mayor"
    kinds: frozenset[str] = frozenset()  # nouns that say what it is: "club"
    met: list[Token] = field(default_factory=list)  # heads of its mentions so far, pronouns included
    is_named: bool = True
    is_plural: bool = False
    is_many: bool = False  # whether a verb in the plural is told of it, though it is one: "the side have won"
    is_open: bool = False  # whether it is a pronoun that was left alone, or several taken together
    is_acting: bool = False  # whether it has said or done something on purpose
    members: tuple[Token, ...] = ()  # mentions of those that it is together: "Lund and Moe"
    place: Token | None = None  # where they were first spoken of together

    @property
    def named_at(self) -> list[Token]:
        """The heads of its mentions so far, pronouns left out."""
        return [token for token in self.met if token.pos_ != "PRON"]

    @property
    def is_full(self) -> bool:
        """Whether it has been given a name of two words or a title."""
        return len(self.name.split()) > 1 or any(_title(span) for span in self.names)

    def was_called(self, words: set[str], place: int) -> bool:
        """Whether nouns stood beside its names before a place."""
        known = (span for span in self.names if span.start < place)
        return words <= _offices([word for span in known for word in _words_beside(span)])

    def note(self, token: Token) -> None:
        """Note a mention, and what it shows."""
        self.met.append(token)
        self.gender = self.gender or GENDERS.get(token.lower_, "")
        self.is_acting |= acts_on_purpose(token)
        is_family = self.type == "kg:Person" and _has_article(token)  # "the Rossis"
        is_people = token.tag_ == "NNS" and self.type == "kg:Group" and self.is_named  # "Islanders"
        is_party = is_people or (token.tag_ == "NNPS" and (self.type in _PARTIES or is_family))
        self.is_many |= is_party or _is_told_of_many(token)


def _has_article(noun: Token) -> bool:
    return any(t.lower_ == "the" for t in noun.lefts)


def is_subject(token: Token) -> bool:
    """Whether a token is a subject, or coordinated with one."""
    return token.dep_ in NOMINAL_SUBJECTS


def is_plural(noun: Token) -> bool:
    """Whether a noun means several; "the species *has* no name" tells of one."""
    return noun.tag_ in PLURALS and not is_said_of_one(noun)


def is_said_of_one(noun: Token) -> bool:
    """Whether a noun is the subject of a verb in the singular: "the species *has* no name"."""
    verbs = [t for t in (noun.head, *noun.head.lefts) if t.dep_ not in _CLAUSES]
    return is_subject(noun) and any(t.tag_ == "VBZ" or (t.tag_ == "VBD" and t.lower_ == "was") for t in verbs)


def described(noun: Token) -> Referent:
    """A thing or person without a name, as a common noun tells of it."""
    lemma = noun.lemma_.lower()
    kind = _class_told(noun)
    gender = roles().get(lemma, titles().get(lemma.title(), "")) if kind == "kg:Person" else ""
    return Referent(f"noun{noun.i}", kind, lemma, [], gender, is_named=False, is_plural=is_plural(noun))


def _class_told(noun: Token) -> str:
    """The class of what a common noun tells of; a capital leaves it open, but for a person."""
    lemma = noun.lemma_.lower()
    is_person = _is_person(noun)
    if noun.pos_ == "PROPN" and not noun.is_lower and not is_person:
        is_state_body = class_nouns().get(lemma) == "kg:GovernmentBody"  # "*Parliament* passed a law"
        return "kg:GovernmentBody" if is_state_body else "kg:Entity"
    if lemma == "guard" and any(t.lower_ in small_words("force") for t in noun.lefts):
        return "kg:GovernmentBody"
    told = class_nouns().get(lemma, "")
    is_people = is_person and (not told or noun.tag_ == "NNS")
    return "kg:Person" if is_people else told or "kg:Concept"


def _is_person(noun: Token) -> bool:
    """Whether a common noun means people: "the *44-year-old*", "a *glazier* who fell"; not "his *calf*"."""
    lemma = noun.lemma_.lower()
    is_several = noun.tag_ == "NNS" and class_nouns().get(lemma) == "kg:Company"  # "two *traders* who hid it"
    if (noun.tag_ == "NN" or is_several) and lemma not in words("collectives", "word") and _has_who(noun):
        return True
    is_titled = lemma.title() in titles().keys() - parts_of_offices() and _has_article(noun) and not is_plural(noun)
    if noun.lower_ in description_words("accused") and _has_article(noun):
        return True
    is_aged = lemma == "old" and noun.i > 1 and noun.text_before == "-"
    is_part = lemma in small_words("body part") and any(t.lower_ in GENDERS for t in noun.lefts)
    is_of_people = noun.text in demonyms() and noun.tag_ in {"NN", "NNP"} and _has_article(noun)
    return (lemma in roles() or is_titled or is_aged or is_of_people) and not is_part


def named(ident: str, name: str, spans: list[Span]) -> Referent:
    """A thing with a name, as its mentions tell of it."""
    label = spans[0].label_
    is_doubtful = label == "kg:Person" and not gender_of(name, [])
    is_thing = is_doubtful and any(_has_which(span.root) for span in spans)
    referent = Referent(ident, "kg:Entity" if is_thing else label, name, spans)
    if referent.type == "kg:Person":
        beside = [word for span in spans for word in _words_beside(span)]
        referent.offices = _offices(beside)
        referent.gender = gender_of(name, beside)
        referent.signs = _signs(name, spans, referent)
    else:
        referent.kinds = frozenset(kind for span in spans for kind in _kinds_beside(span))
    return referent


def _kinds_beside(span: Span) -> Iterator[str]:
    """What a name is introduced as: "the club Orlo Rovers", "Orlo Rovers, a club in Oslo"."""
    before = span.doc[span.start - 1] if span.start else None
    is_noun = before is not None and before.tag_ == "NN" and not _is_of_place(before, span)
    if before is not None and is_noun and (before.head == span.root or not is_subject(span.root)):
        yield before.lemma_.lower()
    if (noun := _of_which(span) or _party_behind(span)) is not None:
        yield noun.lemma_.lower()
    for noun in span.root.children:
        if noun.dep_ == "appos" and noun.tag_ == "NN" and noun.i >= span.end:
            yield noun.lemma_.lower()


def _party_behind(span: Span) -> Token | None:
    """ "The opposition Orlo Now *party*"."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    is_party = after is not None and class_nouns().get(after.lower_) == "kg:PoliticalParty"
    return after if is_party and span.root.head is after else None


def _is_of_place(noun: Token, span: Span) -> bool:
    """Whether a noun only tells where a body is: "the *state* Supreme Court", "the *city* Housing Trust"."""
    return class_nouns().get(noun.lemma_.lower()) in _PLACES and span.label_ not in _PLACES | {"kg:Entity"}


def _of_which(span: Span) -> Token | None:
    """ "The Greek *island* of Orlo"."""
    link = span.root.head
    noun = link.head
    if span.root.dep_ != "pobj" or link.lower_ != "of" or noun.tag_ != "NN" or not _has_article(noun):
        return None
    is_place = class_nouns().get(noun.lemma_.lower()) in _PLACES
    return noun if is_place and noun.i + 2 == span.root.left_edge.i else None


def _title(span: Span) -> bool:
    return span.start > 0 and span.doc[span.start - 1].text in titles()


def _words_beside(span: Span) -> list[str]:
    """Titles, role nouns and parts of offices before a name, in apposition to it, or said of it."""
    start = span.start
    while start > 0 and _is_office_word(span.doc[start - 1]):
        start -= 1
    end = span.end - (len(span) > 1)  # "Governor Janet *Pope*" is no pope
    found = [token.text for token in span.doc[start:end] if _is_office(token)]
    root = span.root
    beside = [t for t in root.children if t.dep_ == "appos"]
    beside += [root.head] if root.dep_ == "appos" and root.head.pos_ == "NOUN" else []
    if is_subject(root) and root.head.lemma_ == "be":
        beside += [t for t in root.head.children if t.dep_ == "attr"]
    told = [t for t in beside if t.lemma_ in roles()]
    return found + [t.lemma_ for t in told] + [part.lower_ for t in told for part in t.lefts if _is_part(part)]


def _is_part(word: Token) -> bool:
    """Whether a word stands in an office: "*prime* minister"."""
    return word.text.title() in parts_of_offices()


def _is_office_word(word: Token) -> bool:
    """Whether a word is an office or a part of one."""
    return word.text in titles() or word.lower_ in roles() or _is_part(word)


def _offices(words: list[str]) -> set[str]:
    """Titles and role nouns in lower case, and what titles are short for: "gov.", a "governor"."""
    told = {word.casefold() for word in words}
    return told | {title_offices()[word] for word in told if word in title_offices()}


def _is_office(word: Token) -> bool:
    """Whether a word is an office, and no part of one: "coast *guard* spokesman"."""
    after = word.nbor() if word.i + 1 < len(word.doc) else word
    is_part = word.is_lower and after.is_lower and after.lower_ in roles() and word.head is after
    return _is_office_word(word) and not is_part


def gender_of(name: str, beside: list[str]) -> str:
    """The gender that the words beside a name tell, else the given name; "" if none does."""
    told = {titles().get(word, "") or roles().get(word.casefold(), "") for word in beside} - {""}
    if len(told) == 1:
        return told.pop()
    return given_names().get(name.split()[0], "") if name else ""


def has_given_name(name: str) -> bool:
    """Whether a name begins with a known given name."""
    return any(word in given_names() for word in name.split()[:1])


def _signs(name: str, spans: list[Span], referent: Referent) -> int:
    is_labelled = any(token.ent_type_ == "PERSON" for span in spans for token in span)
    is_shortened = len({span.text for span in spans}) > 1
    return (
        is_labelled
        + bool(referent.offices)
        + has_given_name(name)
        + is_shortened
        + any(_has_who(span.root) for span in spans)
        + any(map(has_age, spans))
    )


def _has_who(name: Token) -> bool:
    """ "Lund, who owns three boats": a person, if it is not a club."""
    clauses = (verb for verb in name.rights if verb.dep_ == "relcl")
    return any(t.lower_ == "who" and is_subject(t) for verb in clauses for t in verb.lefts)


def _has_which(name: Token) -> bool:
    """ "Maxi, which owns three shops": no person."""
    clauses = (verb for verb in name.rights if verb.dep_ == "relcl")
    return any(t.lower_ == "which" and t.dep_ in NOMINAL_SUBJECTS for verb in clauses for t in verb.lefts)


def acts_on_purpose(noun: Token) -> bool:
    """Whether it says something or does something on purpose: "the fund said", "the fund, which said"."""
    acting = acting_verbs()
    if noun.dep_ == "nsubj" and noun.head.lemma_ in acting:
        return True
    if noun.dep_ == "nsubj" and any(t.dep_ == "conj" and _goes_on(t, acting) for t in noun.head.rights):
        return True
    clauses = (verb for verb in noun.rights if verb.dep_ == "relcl" and verb.lemma_ in acting)
    return any(t.tag_ == "WDT" and t.dep_ == "nsubj" for verb in clauses for t in verb.lefts)


def _goes_on(verb: Token, acting: frozenset[str]) -> bool:
    """Whether a verb behind another has its subject: "opened a shop and *said*"."""
    return verb.lemma_ in acting and not any(map(is_subject, verb.lefts))


def _is_told_of_many(noun: Token) -> bool:
    """ "The side *have* won", "Orlo *were* late"; what is coordinated tells nothing."""
    if noun.tag_ not in {"NN", "NNP", "NNPS"} or not is_subject(noun):
        return False
    if any(t.dep_ in {"conj", "cc", "case"} for t in noun.rights):
        return False
    if noun.head.lemma_ in telling_verbs("match") and noun.pos_ == "PROPN":
        return True
    finite = [t for t in (*noun.head.lefts, noun.head) if t.dep_ in HELPERS or t is noun.head]
    if noun.pos_ == "PROPN" and noun.head.tag_ == "VBP" and noun.head.dep_ == "ROOT":
        return True
    return any(t.lower_ in {"have", "are", "were"} and t.tag_ in {"VBP", "VBD"} for t in finite[:1])
