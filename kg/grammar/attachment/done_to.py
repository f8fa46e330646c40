"""What is done to a noun further up, hung on the nearest word: "a note on the door, *signed* by a nurse"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc, lifted
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import class_of_noun, is_measure, is_people, is_text
from kg.grammar.phrases import NOUNS, TERMS, VERBAL, in_one_name
from kg.grammar.verbs import HELPERS, SUBJECTS
from kg.grammar.wordlists import words, words_of
from kg.parse import Token

_IN_PHRASE = frozenset({"pobj", "conj"})


@at(tags=PAST, none_below=SUBJECTS | HELPERS | {"mark", "dobj"}, above="pobj conj dobj", is_behind=True)
def of_fitting(verb: Token) -> Iterator[Arc]:
    """ "A note on the door, *signed* by a nurse", "the letter to the bank *written* by Orr", "a fall in sales *caused*
    by rain", "a survey of 90 hectares, *begun* in May": no door is signed, no sales are caused, no hectares begun."""
    near = verb.head
    if verb.dep_ != "acl" or near.pos_ not in NOUNS or _fits(verb, near):
        return
    is_aside = verb.left_edge.text_before == ","
    for above in _nouns_above(near, is_aside=is_aside):
        if in_one_name(above, near):
            return
        if _fits(verb, above) or (is_aside and (is_measure(near) or near.lemma_ in words_of("measure of land"))):
            yield from lifted(verb, near, above, "acl")
            return


@at(tags="VBN", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def of_sentence(verb: Token) -> Iterator[Arc]:
    """ "Was sentenced to two years, *suspended* because he helped": the two years were, and nobody is suspended."""
    before = verb.doc.tokens[verb.i - 2] if verb.i > 1 else verb
    spans = (t for t in (before, *before.ancestors) if t.lemma_.lower() in TERMS and t.i > verb.head.i)
    span = next(spans, None)
    if verb.dep_ != "advcl" or verb.text_before != "," or span is None or not verb.head.is_ancestor(span):
        return
    if verb.lemma_.lower() in words_of("done to a sentence"):
        yield verb, span, "acl"


def _nouns_above(near: Token, *, is_aside: bool) -> Iterator[Token]:
    """The nouns in whose phrase a noun stands; behind a comma also those in whose clause it stands."""
    word = near
    while word.dep_ in (*_IN_PHRASE, "dobj"):
        is_object = word.dep_ == "dobj"
        word = word.head
        if word.dep_ == "prep":
            word, is_object = word.head, word.head.pos_ in VERBAL
        if is_object:
            if not is_aside or word.dep_ not in ("relcl", "acl"):
                return
            word = word.head
        if word.pos_ != "NOUN" or word.i > near.i:
            return
        yield word


def _fits(verb: Token, noun: Token) -> bool:
    """Whether a noun is one of what a verb is done to: texts are signed, people wounded, damage and delays caused."""
    done, lemma = verb.lemma_.lower(), noun.lemma_.lower()
    if done in words_of("done to writings only"):
        return is_text(noun)
    if done in words_of("done to pictures"):
        return lemma in words_of("pictures")
    if done in words_of("causing"):
        is_event = class_of_noun(noun) == "kg:Event" or lemma in words("events", "lemma")
        return is_event or lemma in words_of("caused")
    return done in words("done_to_people", "lemma") and is_people(noun)
