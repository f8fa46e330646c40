"""Headlines whose verbs were taken for nouns, "Court rejects appeal", read again with verbs that nobody mistakes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.annotate.second_readings.headline_halves import read_halves
from kg.annotate.second_readings.headline_plans import read_plan
from kg.annotate.second_readings.headline_subjects import read_subject
from kg.annotate.second_readings.headline_words import bare, is_known, may_act, noun_forms, tells_to, verbs
from kg.annotate.second_readings.other_reading import read_words, taken_over
from kg.grammar import wordlists
from kg.grammar.phrases import PLURALS
from kg.grammar.verbs import FINITE
from kg.grammar.wordlists import words_of

_END_MARKS = frozenset({".", "!", "?", '"', "”", ":", ";", ","})
_SHORTEST, _LONGEST = 2, 20  # tokens
_NOUNS = frozenset({"NNS", "NNPS", "NNP", "NN"})
_NAMED = _NOUNS | {"JJ"}
_COUNTED = frozenset({"DT", "CD", "PRP$", "$"})  # what begins an object and goes on with no noun before it
_OPENING = _COUNTED | _NOUNS | {"JJ", "JJR", "JJS", "VBN", "VBG", "VB", "VBP"}
_KINDS = frozenset({"NN", "VB", "VBP"})
_OTHERS = frozenset({"JJ", "RB", "RP"})  # "France, Germany *urge* calm", "MPs *back* bill"
_JOINTS = frozenset({",", ";", "as", "while", "after", "and", "but"})
_WHO = frozenset({"who", "whose", "which", "that"})
_AT = frozenset({"at", "in", "of"})
_PROPER = frozenset({"NNP", "NNPS"})
_AS = frozenset({"as", "while"})
_WHEN = frozenset({"after", "before", "until", "because", "when", "if"})
_REACH = 6  # tokens from it to the verb of its clause
_BECAUSE = "because"  # is no preposition
_WITH_OBJECT, _WITH_SUM, _WITH_TO, _WITHOUT = "bought", "gave", "agreed", "arrived"  # are no nouns
_WITH_CLAUSE = "said"
_TAKING = frozenset({_WITH_OBJECT, _WITH_SUM})
_SUMS = frozenset({"CD", "$"})  # "EU fines Apple 500 million euros"
_WITH_DEED = "urged"  # somebody to do something
_HURT, _DIED = "hurt", "died"  # "nine hurt in crash"
_OBJECTS = frozenset({"dobj", "ccomp", "dative"})
_CROWDS = frozenset({"hundreds", "thousands", "dozens", "scores", "tens", "millions"})
_MANY = frozenset({"police"})  # plural without an s


@dataclass(frozen=True, slots=True)
class Verb:
    """A word that may be a verb: what stands for it in the second reading, and its tag and lemma."""

    place: int
    plain: str
    tag: str
    lemma: str


def read_headline(doc: Doc, nlp: Language) -> Doc:
    """The same text with the arcs of its other reading, if it is a headline that has one and lacks a verb."""
    if not _SHORTEST <= len(doc) <= _LONGEST or doc[len(doc) - 1].text in _END_MARKS:
        return doc
    read = read_plan(doc, nlp) or read_subject(doc, nlp, read_headline) or read_halves(doc, nlp, read_headline)
    if read is not None:
        return read
    for found in _readings(doc):
        if (read := _read_with(doc, found, nlp)) is not None:
            return read
    return doc


def _read_with(doc: Doc, found: list[Verb], nlp: Language) -> Doc | None:
    """The text read with plain verbs in the places of these; None if that is no clause."""
    plain = {verb.place: verb.plain for verb in found} | dict.fromkeys(_joints_before(doc, found), _BECAUSE)
    words = [plain.get(token.i, token.text) for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    other = read_words([*words, "."], [*spaces[:-1], False, False], nlp)
    told = {verb.place: (verb.tag, verb.lemma) for verb in found}
    told |= {place: ("IN", doc[place].lower_) for place in _joints_before(doc, found)}
    return taken_over(doc, other, told) if all(is_read(other, verb) for verb in found) else None


def _readings(doc: Doc) -> Iterator[list[Verb]]:
    """The nouns that may be verbs of a headline, the likelier reading first."""
    main = next((v for token in doc[1:] if (v := verb_for(token)) is not None and not _is_told_when(token)), None)
    if main is not None and not _is_only(doc, main):
        finite = [token.tag_ in FINITE for token in doc[main.place + 1 : _end(doc, main)]]
        if main.lemma in wordlists.saying() and any(finite) and not finite[0]:  # "Charity reports show aid was late"
            yield [replace(main, plain=_WITH_CLAUSE)]  # "Court rules firm must pay"
        main = None
    start = main.place + 2 if main is not None else 3
    behind = [verb for token in doc[start:] if (verb := _verb_behind_as(token)) is not None]
    if main is None:
        if any(_is_nominal(doc[verb.place]) or doc[verb.place - 1].dep_ == "pobj" for verb in behind):
            yield behind
        return
    yield [main, *behind]
    if _following(doc[main.place]) == "JJ":
        yield [replace(main, plain=_WITHOUT), *behind]  # "Banker pleads guilty to fraud"


def _is_told_when(verb: Token) -> bool:
    """ "Miners trapped after shaft *collapses*": what happened before, and no main verb."""
    return any(token.lower_ in _WHEN for token in verb.doc[max(verb.i - 3, 0) : verb.i])


def _is_only(doc: Doc, first: Verb) -> bool:
    """Whether no other verb stands in the clause: "rates" in "Bank cuts rates as growth stalls" has one of its own, and
    so has "clerk" in "Court jails clerk who fled"."""
    own = doc[: _end(doc, first)]
    return all(t.tag_ not in FINITE or t.i == first.place or _is_its_own(t, first.place) for t in own)


def _end(doc: Doc, verb: Verb) -> int:
    """Where the clause of a verb ends."""
    return next((token.i for token in doc[verb.place :] if token.lower_ in _JOINTS | _WHO), len(doc))


def verb_for(token: Token) -> Verb | None:
    """The verb that a noun may be where it stands behind its subject."""
    subject, following = token.nbor(-1), _following(token)
    if token.lower_ == _HURT and following not in _OPENING and (subject.tag_ == "CD" or may_act(subject)):
        return Verb(token.i, _DIED, "VBN", _HURT)
    is_other = token.tag_ in _OTHERS and token.lower_ in bare()
    is_subject = subject.tag_ in _NOUNS or (subject.tag_ == "JJ" and subject.i == 0 and may_act(subject))  # "Firm"
    if not (_is_nominal(token) or is_other) or not is_subject:
        return None
    takes_object = following in _OPENING or following == "VBZ"  # "win doubles title"
    is_read = token.tag_ == "NN" and subject.tag_ in PLURALS and subject.dep_ == "nsubj" and subject.head == token
    if token.tag_ in ("VBZ", "VBP") or is_read:  # "Rescuers race to free miners"
        return _made(token, takes_object=takes_object)
    if token.lower_ in verbs() and subject.lower_ not in _MANY:
        is_open = token.lower_ not in noun_forms() or may_act(subject) or following in _COUNTED
        is_open &= bool(following) or token.lower_ not in noun_forms()
        is_open |= subject.lower_ in words_of("staffed") and _has_participle(token)
        is_open |= subject.lower_ in words_of("staffed") and following == "VBZ"  # "Museum returns bronzes"
        is_open |= _is_before_kind(token) or tells_to(token)
        return _made(token, takes_object=takes_object) if is_open else None
    if token.lower_ not in bare():
        return None
    if _following(token) == "TO" and _is_many_in_place(token):
        return _made(token, takes_object=False)
    if not _is_many(subject, token):
        return None
    is_open = takes_object or following == "TO" or subject.lower_ in _CROWDS or not bare()[token.lower_]
    return _made(token, takes_object=takes_object) if is_open else None


def _is_nominal(token: Token) -> bool:
    """Whether a word is a noun by its tag or its arcs: "Board" is a part of "votes" in "Board votes to strike"."""
    subject = token.nbor(-1) if token.i else token
    is_verb = token.tag_ == "VBZ" or (token.tag_ == "VBP" and subject.tag_ in PLURALS)  # "Tarn shares plunge"
    is_named = subject.dep_ == "compound" and subject.head == token
    is_doer = token.tag_ == "VBZ" and token.dep_ == "nsubj"  # "Museum buys restored Vermeer"
    is_doer |= (
        token.tag_ == "VB" and token.i == 1 and subject.head == token and is_known(subject)
    )  # "Arsenal sign Lund"
    return token.tag_ in _NOUNS or token.dep_ == "compound" or (is_verb and is_named) or is_doer


def _is_before_kind(token: Token) -> bool:
    """ "Strike *delays* ferry sailings": what was taken for its verb says which sailings. "Bus cuts isolate villages"
    is another thing."""
    kind, noun = ([*token.doc[token.i + 1 : token.i + 3]] + [token] * 2)[:2]
    is_taken = token.dep_ == "nsubj" and token.head == kind and kind.tag_ in _KINDS and noun.tag_ in _NOUNS
    return is_taken and noun.head == kind and kind.lower_ in words_of("before noun")


def _following(token: Token) -> str:
    """The tag of the next word; headlines tell what is past in the present, so that "looted" before a noun is none."""
    following = token.doc[token.i + 1 : token.i + 2]
    return "VBN" if _has_participle(token) else "".join(word.tag_ for word in following)


def _has_participle(verb: Token) -> bool:
    return any(map(_is_attribute, verb.doc[verb.i + 1 : verb.i + 2]))


def _is_attribute(word: Token) -> bool:
    """Whether what was taken for a past may be a participle: "returns *looted* bronzes"."""
    behind = word.doc[word.i + 1 : word.i + 2]
    return word.tag_ == "VBD" and word.lower_.endswith("ed") and any(noun.tag_ in _NAMED for noun in behind)


def _made(token: Token, *, takes_object: bool) -> Verb:
    is_of_one = token.tag_ == "VBZ" or token.lower_ in verbs()
    lemma, tag = (verbs().get(token.lower_, token.lemma_), "VBZ") if is_of_one else (token.lower_, "VBP")
    has_sum = takes_object and _following(token) in _NOUNS and _following(token.nbor()) in _SUMS
    with_object = _WITH_SUM if has_sum else _WITH_OBJECT
    with_object = _WITH_DEED if takes_object and tells_to(token) else with_object
    plain = with_object if takes_object else _WITH_TO if _following(token) == "TO" else _WITHOUT
    return Verb(token.i, plain, tag, lemma)


def _is_many(subject: Token, verb: Token) -> bool:
    """Whether a word may be the plural subject of a bare verb: "Police hunt gunman", "Storms batter coast"."""
    is_pair = any(token.lower_ == "and" for token in verb.doc[max(subject.i - 2, 0) : subject.i])
    is_plural = is_pair or subject.tag_ in PLURALS or subject.lower_ in _MANY or (subject.i == 0 and is_known(subject))
    is_noun = bare()[verb.lower_]
    return is_plural and (not is_noun or may_act(subject) or subject.lower_ in _CROWDS | _MANY)


def _is_many_in_place(verb: Token) -> bool:
    """Whether people at some place stand before a verb: "Nurses at Lakeside *vote* to strike"."""
    before = list(verb.doc[: verb.i])
    place = next((t.i for t in reversed(before) if t.tag_ not in _PROPER), 0)
    many = verb.doc[place - 1] if place else verb
    return verb.doc[place].lower_ in _AT and place + 1 < verb.i and many.tag_ in PLURALS and may_act(many)


def _verb_behind_as(token: Token) -> Verb | None:
    """The verb behind "as": "Lender cuts jobs as demand *slumps*"."""
    if not (token.tag_ == "VBZ" or (token.lower_ in verbs() and _is_nominal(token))):
        return None
    subject, takes_object = token.nbor(-1), _following(token) in _OPENING
    is_verb = not takes_object or token.lower_ not in noun_forms() or may_act(subject)
    is_open = subject.tag_ in _NOUNS and is_verb
    return _made(token, takes_object=takes_object) if is_open and _joint_before(token) is not None else None


def _joint_before(verb: Token) -> int | None:
    """Where the "as" stands whose clause a verb is in."""
    return next((t.i for t in reversed(verb.doc[max(verb.i - _REACH, 0) : verb.i]) if t.lower_ in _AS), None)


def _joints_before(doc: Doc, found: list[Verb]) -> set[int]:
    """Where an "as" stands before a verb that was found, or before one that was read as such."""
    read = {token.i for token in doc[2:] if token.lower_ in _AS and _opens_clause(token)}
    return read | {place for verb in found if (place := _joint_before(doc[verb.place])) is not None}


def _opens_clause(joint: Token) -> bool:
    """ "Spurs target Dutch coach *as* talks stall"."""
    behind = joint.doc[joint.i + 2 : joint.i + _REACH]
    return any(token.tag_ in ("VBP", "VBZ") for token in behind) and joint.nbor().tag_ in _NAMED


def _is_its_own(verb: Token, noun: int) -> bool:
    """Whether a verb was only found because the noun needed one: "rejects lawsuit by", "posts record sales"."""
    if noun != verb.i - 1:
        return False
    if verb.tag_ not in ("VBP", "VBZ"):
        return _is_attribute(verb)
    if verb.tag_ == "VBZ":
        return verb.doc[noun].lower_ in bare() or verb.doc[noun].lower_ in verbs()  # "resume talks", "tops estimates"
    following = _following(verb)
    is_kind = following in _NOUNS and any(c.i == noun and c.dep_ == "nsubj" for c in verb.lefts)
    return is_kind or following in ("IN", "TO", "WP")  # "ousts judge who"


def is_read(other: Doc, verb: Verb) -> bool:
    """Whether the new reading is one sentence in which the word is a verb with what belongs to it."""
    token = other[verb.place]
    children = {child.dep_ for child in token.children}
    if len(list(other.sents)) != 1 or (verb.plain in _TAKING and not children & _OBJECTS):
        return False
    if verb.plain == _WITH_CLAUSE and "ccomp" not in children:
        return False
    return "nsubj" in children and token.dep_ in ("ROOT", "advcl")
