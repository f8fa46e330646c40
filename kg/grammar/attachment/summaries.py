"""What looks like an apposition and says nothing of the noun before it: it sums up a clause, or tells of some only."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import at
from kg.grammar.phrases import ADNOMINAL, THEM, VERBAL, is_some_of_them
from kg.grammar.verbs import NOMINAL_SUBJECTS, has_subject
from kg.grammar.wordlists import content_nouns, saying, words, words_of
from kg.parse import Token

_NAMED_SO = frozenset({"LAW", "EVENT", "WORK_OF_ART"})
_IN_WORDS = frozenset({"ccomp", "conj", "xcomp"})
_ABOVE_ALL = frozenset({"particularly", "especially", "notably"})


@at(tags="NN", is_behind=True)
def sums_up(noun: Token) -> Iterator[Arc]:
    """ "Moved its office to Leeds, *a change* that unions oppose", "flew to Oslo, *a trip* of nine hours": what the
    clause tells; Leeds is no change, and Oslo no trip."""
    near, opening = noun.head, noun.left_edge
    verb = _verb_above(noun)
    if opening.lower_ not in ("a", "an") or opening.text_before != "," or verb is None:
        return
    if noun.i < verb.i or _closes_aside(opening):
        return
    of_words = words_of("summary of words")
    is_of_words = noun.lemma_.lower() in of_words and (near.pos_ in VERBAL or near.lemma_.lower() not in of_words)
    sayer = _saying_over(verb) if is_of_words else None
    if sayer is not None and not ADNOMINAL.isdisjoint(noun.below):
        yield noun, sayer, "npadvmod"  # "said it would close by May, *a date* that unions reject": so does the writer
        for clause in [c for c in noun.rights if c.dep_ == "acl" and c.left_edge.lower_ == "that"]:
            yield clause, noun, "relcl"
            yield clause.left_edge, clause, "dobj"
    elif noun.lemma_.lower() in words_of("summary") and not _may_be_such(near):
        yield noun, verb, "npadvmod"


def _closes_aside(word: Token) -> bool:
    """Whether the comma before a word closes what stands between: "had weighed, and then rejected, *a* proposal"."""
    tokens = word.doc.tokens
    first = next((t.i for t in reversed(tokens[word.sent.start : word.i - 1]) if t.text == ","), None)
    return first is not None and tokens[first + 1].dep_ == "cc" and tokens[first + 1].tag_ == "CC"


def _saying_over(verb: Token) -> Token | None:
    """The verb by which somebody says what a clause tells: of "said that it had *sold* it" said."""
    while verb.dep_ in _IN_WORDS and verb.head.i < verb.i and verb.head.pos_ in VERBAL:
        told, verb = verb, verb.head
        if told.dep_ == "ccomp" and verb.lemma_.lower() in saying() and has_subject(verb):
            return verb
    return None


def _may_be_such(near: Token) -> bool:
    """Whether what stands before is itself something done, said or planned."""
    if near.pos_ in VERBAL:
        return False
    if near.pos_ == "PROPN":
        return near.ent_type_ in _NAMED_SO or near.lower_ in words_of("named plan")
    lemma = near.lemma_.lower()
    return lemma in words_of("summary") or lemma in content_nouns() or lemma in words("events", "lemma")


def of_some(noun: Token) -> Iterator[Arc]:
    """ "Made seven saves, *the best* of them from Lee", "shut four mines, *among them the one* at Tarn", "doctors,
    *particularly surgeons*, earn more", "40 people, half of them *clerks*": some of them, and not what all are."""
    verb = _verb_above(noun)
    if verb is None or noun.i < noun.head.i:
        return
    if noun.head.lower_ in THEM and noun.head.head.lower_ == "among" and noun.head.head.text_before == ",":
        yield noun, verb, "npadvmod"  # "died, among them two *children*"
        yield noun.head.head, noun, "prep"
    elif _is_part(noun) or any(c.lower_ in _ABOVE_ALL for c in noun.lefts):
        yield noun, verb, "npadvmod"


def _is_part(noun: Token) -> bool:
    own = next((c for c in noun.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    if own is not None:
        return is_some_of_them(own)
    is_among = any(t.lower_ in THEM for link in noun.lefts if link.lower_ == "among" for t in link.rights)
    return is_among or is_some_of_them(noun)


def _verb_above(noun: Token) -> Token | None:
    return next((t for t in noun.ancestors if t.pos_ in VERBAL), None)
