"""Viewpoints: what somebody or something is to those who look at it: "To his enemies, Orr is the man who lied"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.clauses.own_subjects import QUESTION_TAGS
from kg.extract.factuality import arcs
from kg.extract.factuality.regions import Region
from kg.extract.times.vocabulary import values
from kg.grammar.kinds import ACTORS, class_of_noun, is_people
from kg.grammar.phrases import TIMES, VERBAL, and_conjuncts
from kg.grammar.verbs import SUBJECTS, is_passive, verb_forms
from kg.grammar.wordlists import words, words_of
from kg.naming import cities, known_places
from kg.parse import Doc, Token

_TO_WHOM = frozenset({"to", "for"})
_EMPTY = frozenset({"it", "this", "that", "there"})
_ARTICLES = frozenset({"a", "an", "the"})
_STANDS = ("stating", "views", "disputing", "speech", "beside_speech")  # lists of verbs by which somebody speaks


def by_viewpoint(doc: Doc) -> Iterator[Region]:
    """The clause behind "To his enemies,", "For the union,", if it tells what one is; behind "for" only of one who did
    something: not "To his surprise, Orr is the man who", "For the club, it was the third loss", "For Orlo, Tarn is a
    client"."""
    for token in doc.written(_TO_WHOM):
        phrase = next((child for child in token.rights if child.dep_ == "pobj"), None)
        copula = token.head
        if token.i != token.sent.start or phrase is None or copula.lemma_ != "be" or not may_view(phrase):
            continue
        stop = phrase.right_edge.i + 1
        subject = next((child for child in copula.lefts if child.dep_ in SUBJECTS), None)
        if subject is None or subject.lower_ in _EMPTY or doc[stop].text != ",":
            continue
        predicated = [child for child in copula.rights if child.dep_ == "attr" and _ARTICLES & _left_words(child)]
        is_deed = any(child.dep_ == "relcl" for noun in predicated for child in noun.rights)
        if predicated and (is_deed or token.lower_ == "to"):
            yield Region(stop + 1, copula.right_edge.i + 1, and_conjuncts(phrase), token, phrase=(token.i, stop))


def may_view(noun: Token) -> bool:
    """Whether a noun is one for people, or for a body of people, who may think something."""
    is_time = noun.ent_type_ in TIMES or noun.lower_ in words_of("feast") or noun.text in values("month")
    if noun.ent_type_ in ("PERSON", "NORP", "ORG") or (noun.tag_ == "NNP" and not (is_time or _is_place(noun))):
        return True
    is_body = is_people(noun) or class_of_noun(noun) in ACTORS
    return noun.pos_ in ("NOUN", "PROPN") and (is_body or noun.lemma_.lower() in words_of("taking sides"))


def seen_in(noun: Token) -> Token | None:
    """The see of "sees in Brennick *a company* that bribed a judge": what is seen in somebody is a view; not "saw in
    Oslo a woman who sang", "sees in the yard a man who"."""
    verb = noun.head
    if noun.dep_ == "appos" and verb.dep_ == "pobj" and noun.left_edge.text_before != ",":
        verb = verb.head.head  # "sees in his brother the man who lied"
    if noun.dep_ not in ("dobj", "appos") or "see" not in verb_forms(verb):
        return None
    inside = (child for child in verb.children if child.lower_ == "in" and child.i < noun.i)
    whom = next((child for word in inside for child in word.rights if child.dep_ == "pobj"), None)
    if whom is None or not _ARTICLES & _left_words(noun):
        return None
    if whom.pos_ == "PROPN":
        return None if _is_place(whom) else verb
    is_one = may_view(whom) and whom.lemma_.lower() not in words("collectives", "word")
    return verb if whom.lower_ in ("him", "her", "me") or is_one else None


def called_around(noun: Token) -> Token:
    """What somebody calls a thing, where he brings one in by it: of "called it a mistake by *clerks*", "described it as
    the work of *a gang*" the mistake, the work; else the noun itself."""
    outer = next(
        (one for one in (noun, *arcs.nouns_around(noun)) if one.dep_ == "oprd" or one.head.lower_ == "as"), noun
    )
    above = outer.head.head
    if outer.dep_ == "pobj" and outer.head.lower_ == "by" and above.pos_ in VERBAL and not is_passive(above):
        called = (child for child in above.rights if child.dep_ == "oprd" and child.i < outer.i)
        return next(called, outer)  # "called it a mistake by clerks", hung on "called"
    return outer


def is_blamed(noun: Token) -> bool:
    """Whether somebody is first brought in by being blamed: "blamed it on a driver", "blamed a driver for it"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "on" else noun.head
    is_taken = noun.dep_ == "dobj" or verb != noun.head
    return is_taken and verb.lemma_ == "blame" and verb.pos_ in VERBAL and arcs.is_indefinite(noun)


def is_recounted(noun: Token) -> bool:
    """Whether somebody is first brought in by what one tells: "described *a night* when they fled", "told of abuse by
    *guards*"; not "spoke of the uncle who raised her"."""
    for one in (noun, *arcs.nouns_around(noun)):
        is_of = one.dep_ == "pobj" and one.head.lower_ in ("of", "about")
        verb = one.head.head if is_of else one.head
        told = words_of("telling of") if is_of else words_of("recounting")
        if (is_of or one.dep_ == "dobj") and verb.pos_ in VERBAL and not is_passive(verb) and verb.lemma_ in told:
            return arcs.is_indefinite(one)
    return False


def is_pointed_out(noun: Token) -> bool:
    """Whether somebody is named as one who did a thing, and not to a post: "as the minister *who paid him*"; not "as
    the minister who will lead it"."""
    deeds = (child for child in noun.rights if child.dep_ == "relcl" and child.tag_ == "VBD")
    is_of_one = any(child.tag_ in QUESTION_TAGS and child.dep_ == "nsubj" for deed in deeds for child in deed.lefts)
    return "the" in _left_words(noun) and is_of_one


def takes_stand(verb: Token) -> bool:
    """Whether a verb is one by which its subject speaks: a state "strongly condemned" the coup, in words of its own."""
    return any(verb.lemma_.lower() in words(name, "lemma") for name in _STANDS)


def _is_place(name: Token) -> bool:
    """Whether a name is a known place's: a parse calls many a surname one."""
    text = name.doc.text[name.left_edge.idx : name.idx + len(name.text)]
    return text in cities() or text in known_places()


def _left_words(noun: Token) -> frozenset[str]:
    return frozenset(child.lower_ for child in noun.lefts)
