"""Two clauses side by side, where the parser takes the second subject for an object of the first verb, or the first
clause for the subject of the second: "a ban hit sales and its best players left"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, subject_arc, with_stop
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import NOUNS
from kg.grammar.verbs import (
    FINITE,
    HELPERS,
    NOMINAL_SUBJECTS,
    SUBJECTS,
    ends_with_stop,
    finite_part,
    has_subject,
    is_without_passive,
    may_say,
)
from kg.grammar.wordlists import words_of
from kg.parse import Token

_NOT_BARE = SUBJECTS | HELPERS | {"mark", "agent", "neg", "cc"}
_ARTICLES = frozenset({"a", "an", "the"})


@at(tags=PAST, none_below=_NOT_BARE, is_behind=True)
def second_clause(verb: Token) -> Iterator[Arc]:
    """ "A ban hit sales and its best players *left*", "and a neighbor *called* a lawyer": they left; the ban hit no
    players. "A mill and a bridge *built* by monks" are two things."""
    noun = verb.nbor(-1)
    link = noun.left_edge.nbor(-1) if noun.left_edge.i else noun
    thing = noun.head
    first = thing.head
    if noun.dep_ != "conj" or thing.dep_ != "dobj" or link.lower_ != "and" or noun.pos_ not in NOUNS:
        return
    if verb.head not in (noun, thing, first) or link.head is not thing or not _is_past(first):
        return
    is_one_of_many = any(c.dep_ == "conj" and c is not noun for c in thing.rights)
    if is_one_of_many or first.lemma_.lower() in _having() or not _must_be_verb(verb, first):
        return
    verb.tag_ = "VBD"
    yield verb, first, "conj"
    yield link, first, "cc"
    yield noun, verb, "nsubj"
    yield from ((c, verb, "dobj") for c in [*verb.rights] if c.dep_ == "oprd")


def _is_past(verb: Token) -> bool:
    """Whether a past with its subject has no helper."""
    return verb.tag_ in PAST and "nsubj" in verb.below and HELPERS.isdisjoint(verb.below)


def _having() -> frozenset[str]:
    """Verbs whose object a participle may tell of: "has two games and a week *left*", "saw the shop closed"."""
    return wordlists.words("perceiving", "lemma") | wordlists.words("leaving_so", "lemma")


def _must_be_verb(verb: Token, first: Token) -> bool:
    """Whether a past behind a noun is no participle: what nobody does to it, or done to something told behind it."""
    lemma = verb.lemma_.lower()
    behind = next(iter(verb.doc.tokens[verb.i + 1 : verb.i + 2]), verb)
    is_own = is_without_passive(verb) or any(
        name in words_of("by itself") for name in (lemma, f"{lemma} {behind.lower_}")
    )
    things = [c for c in verb.rights if c.dep_ in ("dobj", "oprd")]
    has_own = len(things) == 1 and things[0].tag_ == "NN" and things[0].left_edge.lower_ in _ARTICLES
    is_bare = verb.head is first and not any(c for c in verb.rights if not c.is_punct)
    return is_own or (has_own and verb.tag_ == "VBD") or (is_bare and verb.dep_ in ("advcl", "conj"))


@at(any_below="nsubj", none_below="mark", above_tags=PAST, is_behind=True)
def next_of_two(verb: Token) -> Iterator[Arc]:
    """ "The war closed the border and food prices *soared*": it closed the border, and nobody closes what soared."""
    first, noun = verb.head, next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), verb)
    if verb.dep_ != "ccomp" or noun.left_edge.i != first.i + 1 or "dobj" in first.below or not _is_past(first):
        return
    thing = next((c for c in noun.lefts if c.dep_ in ("nmod", "compound") and "cc" in c.below), noun)
    link = next((c for c in thing.rights if c.lower_ == "and"), noun)
    if thing is noun or link is noun or may_say(first) or (first.lemma_.lower(), "that") in wordlists.clause_takers():
        return
    yield thing, first, "dobj"
    yield link, first, "cc"
    yield from ((c, thing, c.dep_) for c in [*noun.lefts] if c.i < thing.i)
    yield from ((c, noun, "compound") for c in [*thing.rights] if c.i > link.i)
    yield verb, first, "conj"


@at(tags=PAST, below="nsubj", none_below=HELPERS | {"mark", "ccomp"})
def first_in_subject(root: Token) -> Iterator[Arc]:
    """ "The ruling *angered* miners and shares slid": a past in the subject of another is the first verb; no miners are
    so called."""
    thing = next((c for c in root.lefts if c.dep_ == "nsubj"), root)
    link = next((c for c in thing.rights if c.lower_ == "and" and c.dep_ == "cc"), root)
    other = next((c for c in thing.rights if c.dep_ == "conj"), root)
    verb = next(
        (c for c in thing.lefts if c.tag_ == "VBD" and c.dep_ in ("amod", "compound") and c.i > c.sent.start), root
    )
    if (
        root.dep_ != "ROOT"
        or root in (link, other, verb)
        or not ends_with_stop(root)
        or other.right_edge.i != root.i - 1
    ):
        return
    doer = verb.nbor(-1)
    is_doer = doer.pos_ in NOUNS or doer.tag_ == "VBG"
    if not is_doer or doer.tag_ == "NNS" or doer.head not in (verb, thing) or thing.left_edge.lower_ not in _ARTICLES:
        return
    verb.pos_ = "VERB"
    yield verb, verb, "ROOT"
    yield from with_stop(root, verb)
    if doer.tag_ == "VBG":
        doer.tag_, doer.pos_ = "NN", "NOUN"
    yield from ((c, doer, c.dep_) for c in [*thing.lefts, *verb.lefts] if c.i < doer.i)
    yield doer, verb, "nsubj"
    yield thing, verb, "dobj"
    yield link, verb, "cc"
    yield other, root, subject_arc(root)
    yield root, verb, "conj"


@at(tags=FINITE, below="advcl", none_below=SUBJECTS | {"expl", "mark"})
def behind_fronted(verb: Token) -> Iterator[Arc]:
    """ "When the bees vanish *the fruit* and nuts go with them": these go; no bees vanish fruit."""
    first = next((c for c in verb.lefts if c.dep_ == "advcl" and "dobj" in c.below), verb)
    noun = next((c for c in first.rights if c.dep_ == "dobj"), verb)
    is_whole = first is not verb and has_subject(first) and finite_part(first).tag_ in FINITE
    is_whole &= all(c.lower_ != "you" for c in first.lefts)  # "if you see the guard call him"
    if is_whole and noun.pos_ in NOUNS and noun.right_edge.i == finite_part(verb).i - 1:
        yield noun, verb, subject_arc(verb)


@at(tags=FINITE, below="ccomp conj", none_below="mark")
def first_of_list(verb: Token) -> Iterator[Arc]:
    """ "Stocks fell, the currency *weakened* and yields rose": three clauses; no currency weakens that they fell."""
    first = next((c for c in verb.lefts if c.dep_ == "ccomp"), verb)
    noun = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), verb)
    third = next((c for c in verb.rights if c.dep_ == "conj" and has_subject(c)), verb)
    if verb.dep_ != "ROOT" or verb in (first, noun, third) or may_say(verb) or not ends_with_stop(verb):
        return
    is_alone = is_without_passive(verb) or verb.lemma_.lower() in wordlists.words_of("done by itself")
    is_listed = (
        first.i < noun.i and noun.left_edge.text_before == "," and has_subject(first) and "mark" not in first.below
    )
    if is_listed and is_alone and not any(t.is_quote for t in verb.sent):
        yield first, first, "ROOT"
        yield from with_stop(verb, first)
        yield from ((c, first, c.dep_) for c in [*verb.lefts] if c.i < noun.left_edge.i and c is not first)
        yield verb, first, "conj"
