"""Participles and nouns in a subject that the parser takes for the verb of a clause: "judges *appointed* in May have
not been paid", "the cup *run* earned them money"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, reduced, subject_arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import NOUNS, VERBAL
from kg.grammar.verbs import (
    FINITE,
    HELPERS,
    SUBJECTS,
    ends_with_stop,
    finite_part,
    has_to,
    is_headline,
    is_without_passive,
)
from kg.parse import Token

_NOT_BARE = HELPERS | {"mark", "neg"}
_TIMES = frozenset({"after", "before"})
_NOW = frozenset({"VBZ", "VBP", "MD"})


@at(tags=PAST | {"VBG"}, below="nsubj", none_below=_NOT_BARE, is_behind=False)
def of_noun(verb: Token) -> Iterator[Arc]:
    """ "Judges *appointed* in May have not been paid": a clause is a subject only with a word that opens it."""
    noun = _plain_subject(verb)
    is_whole = verb.tag_ == "VBG" or ("dobj" not in verb.below and not is_without_passive(verb))
    if noun is None or not any(verb.rights) or not is_whole:
        return
    main = verb.head
    verb.tag_ = "VBN" if verb.tag_ != "VBG" else verb.tag_
    yield noun, main, subject_arc(main)
    yield verb, noun, "acl"


@at(tags="VB VBN VBD VBP", below="nsubj", none_below=_NOT_BARE, is_behind=False)
def no_verb(word: Token) -> Iterator[Arc]:
    """ "The cup *run* earned them money": a noun, as nothing hangs on it behind and the sentence has its verb."""
    noun = _plain_subject(word)
    if noun is None or any(word.rights) or noun.i != word.i - 1 or noun.tag_ != "NN" or word.lower_ != word.lemma_:
        return
    word.tag_, word.pos_ = "NN", "NOUN"
    yield from ((c, word, c.dep_) for c in [*noun.lefts] if c.dep_ in ("det", "poss"))
    yield noun, word, "compound"


def _plain_subject(verb: Token) -> Token | None:
    """The noun before a verb whose clause stands as the subject of a finite one, which has no other."""
    main, noun = verb.head, next((c for c in verb.lefts if c.dep_ in SUBJECTS), verb)
    others = [c for c in main.lefts if c.dep_ in SUBJECTS and c is not verb]
    is_finite = main.pos_ in VERBAL and finite_part(main).tag_ in FINITE | {"MD"} and main.i > verb.i
    is_next = noun.pos_ in NOUNS and all(t.tag_ == "RB" for t in verb.doc.tokens[noun.right_edge.i + 1 : verb.i])
    is_open = any(t.tag_ in ("WP", "WDT", "WRB", "WP$") for t in verb.doc.tokens[verb.left_edge.i : verb.i])
    return noun if is_finite and is_next and not others and not is_open else None


@at(tags=PAST, below="nsubj advcl", none_below=_NOT_BARE | {"dobj", "prt", "ccomp", "xcomp"})
def before_the_main(root: Token) -> Iterator[Arc]:
    """ "Repairs *promised* after the flood have never been done": no past goes on with what is so now after it; the
    repairs have not been done, and no flood."""
    noun = next((c for c in root.lefts if c.dep_ == "nsubj"), root)
    main = next((c for c in root.rights if c.dep_ == "advcl"), root)
    mark = next((c for c in main.lefts if c.dep_ == "mark" and c.lower_ in _TIMES), root)
    time = next((c for c in main.lefts if c.dep_ in SUBJECTS and c.left_edge.i == mark.i + 1), root)
    if root.dep_ != "ROOT" or root in (noun, main, mark, time) or is_without_passive(root) or not ends_with_stop(root):
        return
    is_bare = noun.pos_ in NOUNS and noun.right_edge.i == root.i - 1 and time.pos_ in NOUNS
    if not is_bare or finite_part(main).tag_ not in _NOW or finite_part(main).i < time.i or root.tag_ == "VBZ":
        return
    yield from reduced(root, noun, main)
    mark.pos_ = "ADP"
    yield mark, root, "prep"
    yield time, mark, "pobj"


@at(tags=PAST, below="nsubj xcomp", none_below=_NOT_BARE | {"dobj", "prt", "ccomp"})
def told_to_do(root: Token) -> Iterator[Arc]:
    """ "Guests *told* to leave the room waited outside": told by somebody, as nobody told is named behind it."""
    noun = next((c for c in root.lefts if c.dep_ == "nsubj"), root)
    plan = next((c for c in root.rights if c.dep_ == "xcomp" and has_to(c)), root)
    is_told = wordlists.controllers().get((root.lemma_.lower(), "objinf")) == "object"
    if root.dep_ != "ROOT" or root in (noun, plan) or noun.right_edge.i != root.i - 1 or not ends_with_stop(root):
        return
    own = wordlists.words("personal", "lemma") - wordlists.telling_people()
    is_own = root.lemma_.lower() in own  # "asked to leave"
    main = next((t for t in plan.subtree if _may_be_main(t) and t.i > plan.i), None)
    if not is_told or is_own or main is None or noun.pos_ not in NOUNS or root.doc.tokens[main.i - 1].is_punct:
        return
    root.tag_, main.tag_ = "VBN", "VBD"
    yield main, main, "ROOT"
    yield from ((c, main, c.dep_) for c in [*root.rights] if c.is_punct and c.i > main.i)
    yield from ((c, main, c.dep_) for c in [*root.lefts] if c.i < noun.left_edge.i)
    yield noun, main, "nsubj"
    yield root, noun, "acl"


def _may_be_main(verb: Token) -> bool:
    """Whether a past without a helper or a subject closes an infinitive or its object."""
    is_bare = verb.tag_ in PAST and (_NOT_BARE | SUBJECTS | {"agent"}).isdisjoint(verb.below)
    is_behind = verb.dep_ in ("ccomp", "xcomp") or (verb.dep_ == "acl" and verb.head.i == verb.i - 1)
    has_own = bool({"dobj", "prep", "advmod"} & verb.below) or is_without_passive(verb)
    return is_bare and is_behind and has_own


@at(tags="NN NNS NNP NNPS", below="acl", none_below=SUBJECTS)
def dressed_as(root: Token) -> Iterator[Arc]:
    """ "Men *dressed* as clowns robbed a shop": the men did; a sentence has a verb."""
    done = next((c for c in root.rights if c.dep_ == "acl" and c.i == root.i + 1), root)
    main = next((c for c in done.rights if c.dep_ == "advcl" and c.tag_ == "VBD"), root)
    mark = next((c for c in main.lefts if c.dep_ == "mark" and c.lower_ == "as" and c.i == done.i + 1), root)
    who = next((c for c in main.lefts if c.dep_ == "nsubj" and c.left_edge.i == done.i + 2), root)
    if root.dep_ != "ROOT" or root in (done, main, mark, who) or done.tag_ != "VBN" or not ends_with_stop(root):
        return
    if "dobj" in main.below and not is_without_passive(done):
        yield main, main, "ROOT"
        yield from ((c, main, c.dep_) for c in [*root.rights] if c.is_punct)
        yield root, main, "nsubj"
        mark.pos_ = "ADP"
        yield mark, done, "prep"
        yield who, mark, "pobj"


@at(tags=PAST, below="nsubj", any_below="ccomp dep", none_below=_NOT_BARE | {"dobj", "cc"})
def of_headline(root: Token) -> Iterator[Arc]:
    """ "Nurse *sacked* over post reinstated", "dog *found* in mine reunited with owner": the second is what happened;
    nobody found that."""
    noun = next((c for c in root.lefts if c.dep_ == "nsubj"), root)
    main = next((c for c in root.rights if c.dep_ in ("ccomp", "dep") and c.tag_ in PAST), root)
    if root.dep_ != "ROOT" or main is root or noun.pos_ not in NOUNS or noun.right_edge.i != root.i - 1:
        return
    is_bare = (_NOT_BARE | SUBJECTS).isdisjoint(main.below) and main.left_edge is main
    is_apart = any(t.is_punct or t.dep_ == "cc" for t in root.doc.tokens[root.i : main.i])
    if is_headline(root) and is_bare and not is_apart and "prep" in root.below and not is_without_passive(root):
        main.tag_ = "VBN"
        yield from reduced(root, noun, main)
