"""Nouns beside a verb or participle that do what it says, though the parser takes another: "5%, *rising* to 6%"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, subject_arc
from kg.grammar.attachment.clauses import says
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import class_of_noun, is_people
from kg.grammar.phrases import AMOUNTS, NOUNS, TIMES, VERBAL, follows_comma
from kg.grammar.told import thinks_not
from kg.grammar.verbs import FINITE, HELPERS, NOMINAL_SUBJECTS, SUBJECTS, finite_part, has_subject, has_to
from kg.parse import Token

_OPENINGS = frozenset({"prep", "advcl", "csubj"})
_SOME = frozenset({"most", "some", "many", "few", "several", "others", "none"})
_HELD_OR_SENT = frozenset({"kg:Event", "kg:Work"})
_YET = frozenset({"yet", "still"})


@at(none_below=SUBJECTS | {"mark"}, is_behind=True)
def noun_between(verb: Token) -> Iterator[Arc]:
    """ "Shops may shut and *funding* for parks would end", "two were held and *one*, Ann Lee, is ill": the noun behind
    the "and" is the subject of the verb behind it, and no second verb."""
    above = verb.head
    helper = finite_part(verb)
    if verb.dep_ != "conj" or above.pos_ not in VERBAL or helper.tag_ not in FINITE:
        return
    end = helper.i - 1
    while end > above.i and verb.doc[end].head == verb and verb.doc[end].dep_ in ("advmod", "neg"):
        end -= 1
    noun = next((c for c in reversed(above.rights) if c.dep_ == "conj" and c.i < verb.i), None)
    if noun is None or not _is_noun(noun) or noun.left_edge.text_before == ",":
        return
    link = noun.doc[noun.left_edge.i - 1]
    is_aside = verb.doc[end].text == ","
    if link.lower_ in ("and", "but") and noun.right_edge.i in (end, end - is_aside):
        if noun.tag_ == "VBG":
            noun.tag_, noun.pos_ = "NN", "NOUN"
        yield noun, verb, subject_arc(verb)


@at(tags=FINITE, below="advmod", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def some_behind(verb: Token) -> Iterator[Arc]:
    """ "All have left, and *most* heard of it by post": most of them did."""
    word = verb.nbor(-1)
    is_after_link = word.i > 0 and word.nbor(-1).lower_ in ("and", "but")
    if word.head == verb and word.dep_ == "advmod" and word.lower_ in _SOME and is_after_link:
        yield word, verb, "nsubj"


@at(below="aux", none_below=SUBJECTS | {"mark"}, is_behind=True)
def yet_to_be(verb: Token) -> Iterator[Arc]:
    """ "Went to a pupil *yet to be chosen*": the pupil is."""
    start = verb.left_edge
    word = start if start.lower_ in _YET else start.nbor(-1) if start.i else start
    noun = word.nbor(-1) if word.i else word
    if word.lower_ in _YET and has_to(verb) and noun.pos_ == "NOUN" and noun.i > verb.head.i and noun != verb.head:
        yield word, verb, "advmod"
        yield verb, noun, "acl"


def _is_noun(word: Token) -> bool:
    is_gerund = word.tag_ == "VBG" and word.below <= {"prep", "punct", "compound", "amod", "det"}
    return word.pos_ in NOUNS or word.pos_ == "NUM" or is_gerund


@at(tags=PAST, any_below="nsubj", none_below=HELPERS | {"mark"})
def aside_of_subject(verb: Token) -> Iterator[Arc]:
    """ "A clerk, *asked* about it, said", "a woman, *thought* to be his wife, was held": a participle, as the main verb
    has no other subject."""
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), verb)
    above = verb.head
    main = above.head if above.i < verb.i and above.dep_ == "ccomp" else above
    if main.i < verb.i or has_subject(main) or main.pos_ not in VERBAL or finite_part(main).tag_ not in FINITE:
        return
    before = verb.doc[min([verb.i, *(c.i for c in verb.lefts if c.i > noun.i and c.dep_ == "advmod")]) - 1]
    ends = finite_part(main).i - 1
    if any(c.dep_ in ("nsubj", "dobj") and c.pos_ != "NUM" and says(verb) for c in verb.rights):
        return  # "The clerk, said Lund, left"
    if noun.pos_ not in NOUNS or before.text != "," or before.i != noun.right_edge.i + (before not in noun.subtree):
        return
    inner = verb.doc.tokens[verb.i : ends]
    if verb.doc[ends].text != "," or any(t.text == "," and t.head == verb for t in inner):
        return
    verb.tag_ = "VBN"
    if main != above:  # "Collapsed when Ann, *called* by the state, said so"
        opening = next((c for c in verb.lefts if c.i < noun.left_edge.i and c.dep_ in ("mark", "advmod")), None)
        if opening is None:
            return
        yield above, above if main.dep_ == "ROOT" else main.head, main.dep_
        yield opening, main, opening.dep_
        yield main, above, "advcl"
        yield from ((c, above, "punct") for c in [*main.rights] if c.is_punct and c == main.sent.last)
    yield noun, main, subject_arc(main)
    yield verb, noun, "acl"


@at(tags="VBG", below="prep", none_below=SUBJECTS | {"mark", "dobj"}, is_behind=True)
def of_sum(verb: Token) -> Iterator[Arc]:
    """ "The bank offers 5%, *rising* to 6% in May": the sum rises, and no bank."""
    main = verb.head
    subjects = [c for c in main.lefts if c.dep_ in SUBJECTS]
    if verb.dep_ != "advcl" or not follows_comma(verb) or verb.lemma_.lower() not in wordlists.words_of("moving sums"):
        return
    last = verb.doc.tokens[verb.i - 2]
    near = (t for t in (last, *last.ancestors) if t.dep_ in ("dobj", "pobj") and t.right_edge.i in (last.i, last.i + 1))
    total = next(near, None)
    is_sum = total is not None and (total.ent_type_ in AMOUNTS or last.ent_type_ in AMOUNTS)
    if total is not None and is_sum and subjects and not any(_may_rise(s) for s in subjects):
        yield verb, total, "acl"


def _may_rise(noun: Token) -> bool:
    return noun.pos_ == "NOUN" and not is_people(noun) and thinks_not(noun)


@at(tags="VBN", none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=False)
def of_opening(verb: Token) -> Iterator[Arc]:
    """ "In a letter, *sent* in May, a clerk said", "According to the file, *released* in May, he left": the letter was
    sent, and no clerk."""
    main = verb.head
    if (
        verb.dep_ != "advcl"
        or not has_subject(main)
        or verb.lemma_.lower() not in wordlists.words_of("done to writings")
    ):
        return
    lefts = [c for c in verb.lefts if c.dep_ == "prep"]
    opening = next((c for c in (*lefts, *main.lefts) if c.dep_ == "prep" and c.left_edge.i == verb.sent.start), None)
    noun = next((t for t in opening.subtree if t.dep_ == "pobj"), None) if opening is not None else None
    if opening is None or noun is None or noun.ent_type_ in TIMES or noun.i > verb.i:
        return
    comma = verb.doc.tokens[verb.i - 1]
    if comma.text == "," and noun.right_edge.i in (comma.i - 1, comma.i) and noun.pos_ in ("NOUN", "NUM", "PRON"):
        yield opening, main, "prep"
        yield verb, noun, "acl"


@at(tags="VBN", below="agent", none_below=SUBJECTS | HELPERS | {"mark"}, above_tags="VBD VBZ VBP VB VBN")
def of_fronted(participle: Token) -> Iterator[Arc]:
    """ "At a meeting in Oslo, *attended* by 40 people, he resigned": the meeting was attended, and not he; "in the
    hall, flanked by guards, he wept" tells of him."""
    verb, first, last = participle.head, participle.left_edge, participle.right_edge
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    fronted = next((c for c in verb.lefts if c.dep_ == "prep" and c.right_edge.i == first.i - 2), None)
    if participle.dep_ != "advcl" or subject is None or fronted is None or last.i > subject.i:
        return
    if participle.lemma_.lower() in wordlists.words_of("accompanying"):
        return
    noun = next((c for c in fronted.rights if c.dep_ == "pobj"), None)
    if noun is None or class_of_noun(noun) not in _HELD_OR_SENT:
        return  # "In the hall, flanked by guards, Lund wept"
    if first.text_before == "," and last.nbor().text == ",":
        yield participle, noun, "acl"


@at(tags=FINITE, none_below=NOMINAL_SUBJECTS | {"expl", "mark"})
def apposed_to_opening(verb: Token) -> Iterator[Arc]:
    """ "In a letter from his lawyers, *Ambrose*, 49, said", "Opening the case at Hull Crown Court, *Ida Moe*, a clerk,
    said": who stands between commas before a verb without a subject is no court and no lawyers."""
    opening = next((c for c in verb.lefts if c.dep_ in _OPENINGS), verb)
    if verb.text_before != "," or opening.left_edge.i > verb.sent.start or opening.right_edge.i < verb.i - 2:
        return
    name = next((t for t in verb.doc.tokens[opening.i : verb.i] if _is_apart(t)), None)
    if name is None:
        return
    if opening.dep_ == "csubj":
        yield opening, verb, "advcl"
    yield from ((c, name, "appos") for c in [*name.head.rights] if c.i > name.i and not c.is_punct)
    yield name, verb, "nsubj"


def _is_apart(name: Token) -> bool:
    """Whether a comma sets a name of no place apart from the noun that it hangs on."""
    is_list = any(child.dep_ == "cc" for child in (*name.rights, *name.head.rights))  # "with Orlo, Tarn and Vik"
    is_beside = name.dep_ in ("appos", "npadvmod") or (name.dep_ == "conj" and not is_list)
    is_beside &= name.head.i < name.i and name.pos_ == "PROPN"
    return is_beside and name.left_edge.text_before == "," and name.ent_type_ not in ("GPE", "LOC", "FAC", "DATE")


def themselves_too(reflexive: Token) -> Iterator[Arc]:
    """ "The guards had *themselves* called for help": the guards, said once more."""
    verb = reflexive.head
    subject = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS and c.i < reflexive.i), None)
    if subject is not None and subject is not reflexive:
        yield reflexive, subject, "appos"


@at(tags=FINITE, below="ccomp", none_below=SUBJECTS | {"expl", "mark"})
def speaker_behind(verb: Token) -> Iterator[Arc]:
    """ "The group prepared a lawsuit, *its organizer*, attorney Bo Ek, said": who stands between commas before what was
    said; the group prepared no organizer."""
    told = next((c for c in verb.lefts if c.dep_ == "ccomp"), verb)
    last = verb.doc.tokens[verb.i - 2] if verb.i > 2 else verb
    noun = last.head
    if told is verb or verb.text_before != "," or not says(verb) or last.dep_ != "appos" or last.pos_ != "PROPN":
        return
    is_listed = noun.dep_ in ("conj", "appos") and told.is_ancestor(noun) and noun.left_edge.text_before == ","
    if is_listed and noun.tag_ == "NN" and is_people(noun) and noun.below & {"poss", "det"}:
        yield noun, verb, "nsubj"
