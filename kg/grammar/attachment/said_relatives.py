"""Relative clauses with a speaker in the middle: "fees that hotels say *scare off* guests": the fees do."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, subject_arc
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people, number_of_noun
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, ends_with_stop, finite_part, has_to
from kg.parse import Token

_PRONOUNS = frozenset({"who", "which", "that"})
_SPOKEN = frozenset({"xcomp", "ccomp"})
_FORMS = FINITE | {"VB", "VBN"}


@at(tags=FINITE, below="nsubj", any_below=_SPOKEN)
def what_they_say(verb: Token) -> Iterator[Arc]:
    """ "Fees that hotels *say* scare off guests", "fees hotels say no longer keep guests away": no hotel does."""
    told = next((c for c in verb.rights if c.dep_ in _SPOKEN and _is_next(c, verb)), verb)
    if verb.dep_ != "relcl" or told is verb:
        return
    if told.tag_ == "VB" and HELPERS.isdisjoint(told.below) and any(c.tag_ in ("WDT", "WP") for c in told.lefts):
        told.tag_ = "VBP"  # "prices that they say no longer cover their costs"
    if told.tag_ not in _FORMS or not SUBJECTS.isdisjoint(told.below):
        return
    doers = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    opening = [*verb.lefts, *(c for doer in doers for c in doer.lefts if c.dep_ == "det")]  # "*which clerks* say owes"
    pronoun = next((c for c in opening if c.lower_ in _PRONOUNS and c.i == verb.left_edge.i), verb)
    if verb.lemma_.lower() not in wordlists.saying() or not doers or doers[-1] is pronoun or has_to(told):
        return
    if told.tag_ == "VB":
        told.tag_ = "VBP"
    yield told, verb, "ccomp"
    if pronoun is not verb:
        pronoun.tag_, pronoun.pos_ = ("WP" if pronoun.lower_ == "who" else "WDT"), "PRON"
        yield pronoun, told, "nsubj"


def _is_next(told: Token, says: Token) -> bool:
    """Whether nothing but adverbs stands between who says so and what is done: "say *no longer* cover"."""
    return all(t.pos_ == "ADV" or t.dep_ == "neg" for t in told.doc.tokens[says.i + 1 : told.i])


@at(tags=_FORMS, below="nsubj aux")
def who_they_say(verb: Token) -> Iterator[Arc]:
    """ "A man who police say *acted* alone": he did, and the police say so; it is no helper of his deed."""
    says = next(
        (c for c in verb.lefts if c.dep_ == "aux" and c.lemma_.lower() in wordlists.words("speech", "lemma")), verb
    )
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.right_edge.i == says.i - 1), verb)
    pronoun = next((c for c in verb.lefts if c.lower_ in _PRONOUNS and c.i < doer.left_edge.i), verb)
    if verb.dep_ != "relcl" or verb in (says, doer, pronoun) or not _is_next(verb, says):
        return
    says.pos_ = "VERB"
    verb.tag_ = "VBD" if verb.tag_ == "VBN" else verb.tag_
    yield says, verb.head, "relcl"
    yield verb, says, "ccomp"
    yield doer, says, "nsubj"
    yield pronoun, verb, "nsubj"


@at(tags="NN NNS")
def no_noun(word: Token) -> Iterator[Arc]:
    """ "Tests that parents say *scare* children", "a bowl which they say *dates* from 1620": the pronoun stands for
    what is told of, so that no noun can follow."""
    thing = word.head if word.dep_ == "compound" else word
    says = thing.head
    pronoun = next((c for c in says.lefts if c.lower_ in _PRONOUNS and c.i == says.left_edge.i), says)
    doer = next((c for c in says.lefts if c.dep_ == "nsubj" and c.right_edge.i == says.i - 1), says)
    if thing.dep_ != "dobj" or says.dep_ != "relcl" or word.i != says.i + 1 or says in (pronoun, doer):
        return
    is_speaking = says.lemma_.lower() in wordlists.saying() - wordlists.telling_people() and doer is not pronoun
    is_alike = (number_of_noun(says.head) == "many") == (word.tag_ == "NN")
    if not is_speaking or not is_alike or is_people(word) or any(c.dep_ in _SPOKEN for c in says.rights):
        return
    is_many = word.tag_ == "NN"
    word.lemma_ = word.lower_ if is_many else wordlists.noun_verbs().get(word.lower_, word.lemma_)
    word.tag_, word.pos_ = ("VBP" if is_many else "VBZ"), "VERB"
    yield word, says, "ccomp"
    yield pronoun, word, "nsubj"
    things = [thing] if thing is not word else [c for c in word.rights if c.dep_ in ("appos", "nummod")]
    yield from ((c, word, "dobj") for c in things)  # "which they say *names* two men"


@at(tags=_FORMS, any_below="nsubj csubj")
def main_behind_told(root: Token) -> Iterator[Arc]:
    """ "The clinic that inspectors suspect *hid* its files closed": it closed, and is suspected to have hidden them."""
    first = next((c for c in root.lefts if c.dep_ == "csubj"), root)
    says, doer = _sayer_before(first)
    noun = says.head
    is_on_subject = says.dep_ == "relcl" and noun.dep_ in SUBJECTS and noun.head == first
    if root.dep_ != "ROOT" or doer is says or not is_on_subject:
        return
    taken = (c for child in first.rights if child.dep_ == "dobj" for c in child.rights if c.dep_ == "acl")
    main = root if first is not root else next((c for c in (*first.rights, *taken) if _may_be_main(c, first)), first)
    if main is not first:
        says.tag_, says.pos_ = ("VBP" if says.tag_ not in FINITE else says.tag_), "VERB"
        yield from _main_told(main, noun, says, first)
        yield doer, says, "nsubj"


@at(tags=FINITE, below="nsubj", any_below=_SPOKEN)
def of_noun_before_sayer(says: Token) -> Iterator[Arc]:
    """ "The man police believe *set* the fire was caught": the police say so of the man, who was caught."""
    told = next((c for c in says.rights if c.dep_ in _SPOKEN and c.i == says.i + 1), says)
    doer = next((c for c in says.lefts if c.dep_ == "nsubj"), says)
    noun = doer.nbor(-1) if doer.i else doer
    is_said = told is not says and _sayer_before(told)[1] == doer
    if says.dep_ != "ROOT" or not is_said or noun.head != doer or noun.tag_ not in ("NN", "NNS", "JJ"):
        return
    main = next((c for c in (*told.rights, *says.rights) if _may_be_main(c, told)), says)
    opening = [c for c in doer.lefts if c.i < noun.i]
    if main is says or not any(c.dep_ == "det" for c in opening):
        return
    noun.tag_, noun.pos_ = ("NN" if noun.tag_ == "JJ" else noun.tag_), "NOUN"
    yield main, main, "ROOT"
    yield noun, main, subject_arc(main)
    yield says, noun, "relcl"
    yield from ((c, noun, c.dep_) for c in opening)
    yield from _main_told(main, noun, says, told)


def _sayer_before(told: Token) -> tuple[Token, Token]:
    """The verb of speech or belief right before what is told, and who says so; that verb again if nobody does."""
    before = reversed(told.doc.tokens[told.sent.start : told.i])
    says = next((t for t in before if not (t.pos_ == "ADV" or t.dep_ == "neg")), told)
    is_saying = says.lemma_.lower() in wordlists.saying() and told.tag_ in _FORMS and not has_to(told)
    doer = says.nbor(-1) if is_saying and says.i > says.sent.start else says
    is_several = doer.tag_ in ("NNS", "NNPS", "NNP") and doer.head == says
    return says, doer if is_several and doer.dep_ in (*SUBJECTS, "compound") else says


def _may_be_main(verb: Token, told: Token) -> bool:
    """Whether a verb is left without a subject of its own if what is told before it has its object."""
    own = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    is_bare = all(c.left_edge.i == told.i + 1 for c in own) and "mark" not in verb.below
    is_finite = finite_part(verb).tag_ in FINITE or verb.tag_ == "VBN"
    is_beside = verb.dep_ in ("ccomp", "advcl") or (verb.dep_ == "acl" and verb.tag_ == "VBD")
    return is_beside and verb.i > told.i and is_bare and is_finite and ends_with_stop(verb)


def _main_told(main: Token, noun: Token, says: Token, told: Token) -> Iterator[Arc]:
    """The main verb at the root, and below its subject who says what of it."""
    taken = [c for c in main.lefts if c.dep_ in SUBJECTS and c.i > told.i]
    pronoun = next((c for c in says.lefts if c.lower_ in _PRONOUNS), None)
    stop = [c for c in (*says.rights, *told.rights) if c.is_punct and c.i > main.i]
    told.tag_ = {"VBN": "VBD", "VB": "VBP"}.get(told.tag_, told.tag_)
    main.tag_ = "VBD" if main.tag_ == "VBN" and HELPERS.isdisjoint(main.below) else main.tag_
    yield main, main, "ROOT"
    yield noun, main, subject_arc(main)
    yield told, says, "ccomp"
    yield from ((c, told, "dobj") for c in taken)
    yield from ((c, main, c.dep_) for c in stop)
    if pronoun is not None:
        yield pronoun, told, "nsubj"
