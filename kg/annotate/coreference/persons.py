"""Who "he" and "she" may stand for, and how salient each is: by distance, by what it is in its clause, by who speaks.

The weights are few and round. They were set on written passages, and say how the signs compare, no more.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from kg.annotate.coreference.around import (
    is_agent,
    is_just_before,
    is_left_for_told,
    is_main,
    place_of,
    subjects_around,
    tells,
    verb_of,
)
from kg.annotate.coreference.bars import is_barred, is_teller, speaks_for
from kg.annotate.coreference.fates import is_fated
from kg.annotate.coreference.presented import goes_on_telling_what_was, tells_behind
from kg.annotate.coreference.referent import GENDERS, Referent, is_subject
from kg.annotate.coreference.referents import Referents
from kg.grammar.phrases import first_of
from kg.grammar.wordlists import judging
from kg.naming import description_words, quoting_verbs, roles, small_words, telling_verbs
from kg.parse import Token

_SENTENCE, _SUBJECT, _KNOWN_GENDER, _PARAGRAPH = 2.0, 1.5, 1.0, 0.5
_LISTED = 0.75  # one of several subjects, behind the first
_OWNING = 1.0  # whose relative was the subject: "*Her* sister hid in Lund. She"
_MAIN = 0.25  # the subject of a main clause, and its object
_BELOW = -0.75  # in a relative clause that ended, or beside the main clause before: "Lund fell when *Moe* hit the ball"
_SAME = 1.0  # a pronoun before in the sentence: "A friend lent him a rope, and *he* climbed"
_OBJECT = 1.0  # the object of a verb above the pronoun: "told Lund he would pay"
_AGENT = 1.0  # who did it, as a passive tells: "It was found by Lund when *he*"
_GOING_ON = 0.25  # the subject of the sentence before in the paragraph, for the subject: "Lund survived. *He* said"
_BEGUN = 0.75  # the subject of the main clause before in the sentence
_OWN = 0.75  # the subject of the clause, for what it has: "Lund hurt *his* knee"
_LEFT = -1.5  # "*The prosecutor* said the man had lied. He had"
_BEHIND = -2.25  # "Lund took it, *Moe* said. He was drunk"
_POSSESSOR = 2.5  # who has the relative that is the subject: "Lund hired a lawyer. His wife told *him*"
_NAMED_POSSESSOR = 1.0  # by name: "Lund's wife told *him*"
_FATED = 9.0  # "He pleaded guilty. His lawyer spoke. The judge jailed *him*"
_DOUBTFUL = -1.0  # a name of one word that may be no person's
_UNKNOWN = -2.25  # who is no subject, has no name and no known gender: "asked the judge"
_UNKNOWN_NEW = -0.75  # and is told of for the first time: "asked a judge"
_TELLER = 2.0  # who was said to say something, for who goes on saying: "Lund said Moe had lied. ... he added"
_ADDRESSED = 2.0  # to whom something was said, for who answers: "Lund told Moe to go. *She* said no"
_RELATIVE = -1.0  # somebody's relative, for no subject: "His father left. His mother taught *him*"
_ASIDE = -1.0  # a relative in a clause beside that of whose relative it is: "Lund left Oslo, where his father Bo sang"
_FAMILY = 3.0  # whose relatives are told of: "His father baked and his mother sang. *He* left school at 16"
_REACH = 3  # sentences back


def persons(pronoun: Token, gender: str, referents: Referents) -> Iterator[Referent]:
    """The people with a name who are near enough, and whom grammar does not rule out."""
    for referent in referents.all.values():
        if referent.type != "kg:Person" or not referent.met or referent.gender not in ("", gender):
            continue
        if _is_thing(referent):
            continue  # a firm called by the name of a person
        last = referent.met[-1]
        is_near = referents.sentences_between(last, pronoun) <= _REACH or is_fated(pronoun, referent)
        if is_near and not is_barred(pronoun, referent, referents):
            yield referent


def unnamed(pronoun: Token, gender: str, referents: Referents) -> Iterator[Referent]:
    """The people without a name who were spoken of in this sentence or the one before: "A dentist found it. He ..."."""
    seen: set[str] = set()
    for token, referent in reversed(referents.met):
        if referents.sentences_between(token, pronoun) > 1:
            return
        is_told = token.pos_ == "PRON" or place_of(token).dep_ in {"nsubj", "nsubjpass", "dobj", "dative", "pobj"}
        is_told |= token.dep_ == "poss" and referent.gender != "" and token.sent is pronoun.sent  # "his sister's car"
        if (
            not is_told
            or referent.is_named
            or referent.is_plural
            or not (referent.type == "kg:Person" or _may_be_person(referent))
            or referent.ident in seen
        ):
            continue
        seen.add(referent.ident)
        if referents.is_quoted(token) and not referents.is_quoted(pronoun):
            continue  # "Lund spoke of "a man who pays". *He* left": Lund
        is_observer = referent.name in description_words("spokesman") | description_words("commenting")
        is_telling = tells(token) or token.sent is not pronoun.sent or referent.name in description_words("counsel")
        if is_observer and is_telling and not _goes_on_telling(pronoun):
            continue  # "A spokesman said a man had fled. *He* is tall"
        is_named = any(_is_named(t, referents) for t in referent.named_at)
        if referent.gender in ("", gender) and not is_named and not is_barred(pronoun, referent, referents):
            yield referent


def _goes_on_telling(pronoun: Token) -> bool:
    """Whether who speaks for others is still at it: "He said", "He accused the council of"."""
    return tells(pronoun) or is_teller(pronoun, quoting_verbs() | telling_verbs("urge") | judging())


def _may_be_person(referent: Referent) -> bool:
    """Whether a firm may be somebody who works as one: "a *contractor* fell. He"; not "a lender said it"."""
    first = referent.met[0]
    is_worker = referent.type == "kg:Company" and referent.name in small_words("worker")
    is_told = is_subject(first) and any(t.lower_ in {"the", "a", "an", "one"} for t in first.lefts)
    return is_worker and is_told and not _is_thing(referent)


def _is_thing(referent: Referent) -> bool:
    """Whether the text has taken something up with "it", or told of it only where something is: "in *Svalbard*"."""
    is_taken_up = any(token.lower_ in {"it", "its"} for token in referent.met)
    is_word = referent.is_named and len(referent.name.split()) == 1 and referent.signs <= 1
    return is_taken_up or (is_word and not (referent.gender or referent.offices) and all(map(_is_where, referent.met)))


def _is_where(token: Token) -> bool:
    return token.dep_ == "pobj" and token.head.lower_ in small_words("locating") | small_words("dating")


def strangers(pronoun: Token, gender: str, referents: Referents, best: Referent | None = None) -> Iterator[float]:
    """How salient those are who were only "he" so far: what begins "He married Ann" goes on about him.

    A new paragraph goes on about the hero of the text rather than about a stranger.
    """
    near = takewhile(lambda t: referents.sentences_between(t, pronoun) <= _REACH, reversed(referents.unresolved))
    is_hero = best is not None and best is referents.hero(gender)
    for token in near:
        is_here = referents.is_same_paragraph(token, pronoun)
        if GENDERS.get(token.lower_) == gender and (is_here or not is_hero):
            role = max(_SUBJECT * is_subject(token), _OWNING * _is_owner_of_subject(pronoun, token))
            distance = _SENTENCE * referents.sentences_between(token, pronoun)
            yield role + _KNOWN_GENDER + _PARAGRAPH * is_here - distance


def rivalry(referent: Referent) -> float:
    """What somebody counts less who may be no person, or has no name, beside one with a name, if no gender is told."""
    if referent.is_named:
        is_doubtful = referent.signs <= 1 and not referent.gender
        return _DOUBTFUL * is_doubtful
    if referent.gender or any(is_subject(token) for token in referent.met):
        return 0.0
    is_new = any(t.lower_ in {"a", "an"} for t in referent.met[0].lefts)
    return _UNKNOWN_NEW if is_new else _UNKNOWN


def salience(pronoun: Token, referent: Referent, gender: str, referents: Referents) -> float:
    """How likely the pronoun takes up somebody."""
    is_relative = not (referent.is_named or is_subject(pronoun)) and referents.possessor(referent) is not None
    is_relative |= _is_some_relative(referent)
    known = _possessing(pronoun, referent, gender, referents) + _FATED * is_fated(pronoun, referent)
    known += _RELATIVE * is_relative + _family(pronoun, referent, referents) + _ASIDE * _is_aside(referent, referents)
    return known + max(
        -_SENTENCE * referents.sentences_between(token, pronoun)
        + (_SUBJECT if first_of(token) is token else _LISTED)
        * (_is_subject(first_of(token)) and (referent.is_named or token.head.dep_ != "relcl"))
        + _BELOW * _is_below(pronoun, token)
        + _SAME * (token is referent.met[-1] and token.pos_ == "PRON" and _is_same(pronoun, token))
        + _OWNING * _is_owner_of_subject(pronoun, token)
        + _MAIN * _is_told_of(first_of(token))
        + _KNOWN_GENDER * (referent.gender == gender)
        + _PARAGRAPH * referents.is_same_paragraph(token, pronoun)
        + _OBJECT * (token.dep_ in {"dobj", "dative"} and token.head.is_ancestor(pronoun))
        + _AGENT * (is_subject(pronoun) and is_agent(token) and token.head.head.is_ancestor(pronoun))
        + _OWN * (pronoun.dep_ == "poss" and is_subject(token) and token.head is pronoun.head.head)
        + _GOING_ON * _goes_on(pronoun, token, referents)
        + _BEGUN * _begins(pronoun, token)
        + _LEFT * is_left_for_told(pronoun, token)
        + _BEHIND * _is_left_behind(pronoun, token)
        + _told(pronoun, token, referents)
        for token in referent.met[-4:]
    )


def _is_left_behind(pronoun: Token, token: Token) -> bool:
    """Whether somebody only said what a sentence told of another, of whom the text goes on: "Lund took it, *Moe* said.
    He was drunk"."""
    return tells_behind(token) and is_just_before(token, pronoun) and goes_on_telling_what_was(pronoun)


def _is_below(pronoun: Token, token: Token) -> bool:
    """Whether somebody was told of in a relative clause that has ended, or beside the main clause of a sentence."""
    return _is_ended(pronoun, token) or (token.head.dep_ == "advcl" and token.sent is not pronoun.sent)


def _is_ended(pronoun: Token, token: Token) -> bool:
    """Whether the relative clause that a token stands in has ended: "Lund, whom *she* knew, died. She"."""
    return token.head.dep_ == "relcl" and token.head.right_edge.i < pronoun.i


def _is_same(pronoun: Token, token: Token) -> bool:
    """Whether a sentence goes on as it told of somebody: "A friend lent *him* a rope, and he"."""
    return token.sent is pronoun.sent and not _is_ended(pronoun, token)


def _begins(pronoun: Token, token: Token) -> bool:
    """Whether the sentence began with who the next of two main clauses goes on about: "*Lund* told Moe, but he"."""
    verb = pronoun.head
    is_next = verb.dep_ == "conj" and verb.head is token.head and verb.head.dep_ == "ROOT"
    return is_next and is_subject(pronoun) and is_subject(token) and token.i < pronoun.i


def _is_some_relative(referent: Referent) -> bool:
    """Whether a text that goes on about another only touches on a relative: "An *uncle* taught him. *He* won"."""
    first = referent.met[0]
    is_new = any(t.lower_ in {"a", "an", "another"} for t in first.lefts)
    return is_new and not referent.is_named and first.lemma_.lower() in small_words("relative")


def _is_owner_of_subject(pronoun: Token, token: Token) -> bool:
    """Whether a sentence before is about somebody's relative, who may be meant no more than whose relative it is."""
    noun = token.head
    is_relative = token.dep_ == "poss" and is_subject(noun) and noun.lemma_.lower() in roles()
    is_main_subject = is_subject(pronoun) and is_main(pronoun)
    return is_relative and is_main_subject and token.sent is not pronoun.sent


def _is_aside(referent: Referent, referents: Referents) -> bool:
    """Whether somebody was told of only as the relative of who is the subject of the same sentence."""
    owner = referents.owner_of(referent)
    last = referent.met[-1]
    if owner is None or owner.sent is not last.sent or verb_of(last).dep_ not in {"relcl", "advcl"}:
        return False
    subjects = (t for t in owner.sent.root.lefts if is_subject(t))
    return any(referents.at(t) is not referent and referents.at(t) is referents.at(owner) for t in subjects)


def _family(pronoun: Token, referent: Referent, referents: Referents) -> float:
    """What somebody gains of whose two relatives the sentence before told, and what each of those loses."""
    if not is_subject(pronoun) or referents.sentences_between(referent.met[-1], pronoun) != 1:
        return 0.0
    near = takewhile(lambda item: referents.sentences_between(item[0], pronoun) <= 1, reversed(referents.met))
    told = {r.ident: r for t, r in near if t.sent is not pronoun.sent and t.pos_ != "PRON" and _is_relative(t, r)}
    owner_by_relative = {r.ident: owner for r in told.values() if (owner := referents.possessor(r)) is not None}
    owners = [owner.ident for owner in owner_by_relative.values()]
    owner = owner_by_relative.get(referent.ident)
    return _FAMILY * (owners.count(referent.ident) > 1) - _FAMILY * (
        owner is not None and owners.count(owner.ident) > 1
    )


def _is_relative(token: Token, referent: Referent) -> bool:
    """Whether somebody is told of as another's relative, by name or not: "her *mother*", "her father, *Bo*"."""
    if not referent.is_named:
        return token.pos_ == "NOUN"
    beside = [token.head] if token.dep_ in {"appos", "compound"} else [t for t in token.lefts if t.dep_ == "compound"]
    return referent.type == "kg:Person" and any(t.lemma_.lower() in roles() for t in beside)


def _is_subject(token: Token) -> bool:
    """Whether it is a subject, or who one was: "One of the victims was *Ann Moe*", "One of them, *Ann Moe*, left"."""
    if token.dep_ == "appos" and token.head.dep_ == "pobj" and token.head.head.head.lower_ == "one":
        token = token.head.head.head
    return is_subject(place_of(token)) or (token.dep_ == "attr" and token.pos_ == "PROPN")


def _is_told_of(token: Token) -> bool:
    """Whether a main clause is about it, or tells to whom something is done: "Lund sold it to *Moe*"."""
    if token.dep_ == "pobj":
        return token.head.head.dep_ == "ROOT"
    return is_main(token) and (is_subject(token) or token.dep_ in {"dobj", "dative"})


def _goes_on(pronoun: Token, token: Token, referents: Referents) -> bool:
    """Whether a paragraph goes on about who was its subject in the sentence before, and the only one there."""
    is_before = referents.is_same_paragraph(token, pronoun) and referents.sentences_between(token, pronoun) == 1
    if not (is_before and is_main(pronoun) and is_subject(pronoun) and is_main(token) and is_subject(token)):
        return False
    near = takewhile(lambda item: item[0].i >= token.sent.start, reversed(referents.met))
    others = (r for t, r in near if t.i < token.sent.end and r is not referents.at(token))
    return not any({r.gender, GENDERS[pronoun.lower_]} != {"m", "f"} and r.type == "kg:Person" for r in others)


def _possessing(pronoun: Token, referent: Referent, gender: str, referents: Referents) -> float:
    """What somebody gains whose relative or lawyer does or says it: "His wife told *him*", "His wife said *he* left".

    Of "his son" nothing tells whether *he* is the son, but where something is done to him, or the son's lawyer speaks.
    """
    if pronoun.head.lemma_ == "client" or (is_subject(pronoun) and is_main(pronoun)):
        return 0.0
    for subject in subjects_around(pronoun):
        other = referents.at(subject)
        if other is None or referents.possessor(other) is not referent:
            continue
        is_apart = other.gender not in ("", gender) or (speaks_for(other) and tells(subject))
        if is_apart or not (is_subject(pronoun) or pronoun.dep_ == "poss"):
            owner = referents.owner_of(other)
            return _POSSESSOR if owner is not None and owner.pos_ == "PRON" else _NAMED_POSSESSOR
        return _NAMED_POSSESSOR * tells(subject)
    return 0.0


def _told(pronoun: Token, token: Token, referents: Referents) -> float:
    """What somebody gains who said something in the sentence before, or to whom it was said, where a pronoun tells."""
    if not (is_teller(pronoun, quoting_verbs()) and referents.sentences_between(token, pronoun) == 1):
        return 0.0
    if is_teller(token, quoting_verbs() | telling_verbs("urge") | judging()):
        return _TELLER
    return _ADDRESSED * _is_addressed(token)


def _is_addressed(token: Token) -> bool:
    return token.dep_ in {"dobj", "dative"} and token.head.lemma_ in quoting_verbs()


def _is_named(noun: Token, referents: Referents) -> bool:
    """Whether a description stands beside the name of the person it describes."""
    beside = [*noun.rights, *(t for t in noun.lefts if t.dep_ == "appos"), noun.head]  # of a "Leeds midfielder" nobody
    beside += [t for link in noun.rights if link.dep_ == "prep" for thing in link.rights for t in thing.rights]
    return any(t.dep_ in {"appos", "compound"} and referents.is_inside_name(t) for t in beside)
