"""The clauses that are arguments of one verb: what is said, planned, ordered, stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.clauses.own_subjects import QUESTION_TAGS, inserted_in
from kg.extract.clauses.predicates import has_tense, is_predicate, is_small_clause
from kg.grammar import wordlists
from kg.grammar.kinds import is_people
from kg.grammar.phrases import and_conjuncts, first_of
from kg.grammar.verbs import HELPERS, OBJECTS, SUBJECTS, has_subject, has_to, is_passive, verb_forms
from kg.parse import Token

_EMBEDDED = frozenset({"xcomp", "ccomp"})


@dataclass(frozen=True, slots=True)
class Complement:
    """A clause as argument: "said that X", "plans to X", "stopped doing X", "asked Y to X"."""

    kind: str  # "that" | "wh" | "inf" | "objinf" | "ger" | "quote"
    head: Token  # the embedded predicate


def complements(verb: Token, *, has_object: bool) -> Iterator[Complement]:
    """Embedded clauses, of the verb or of the adjective it predicates, each conjunct by itself."""
    adjectives = [child for child in verb.rights if child.dep_ == "acomp"] if "acomp" in verb.below else ()
    if (asked := _asked_behind_object(verb)) is not None:
        yield Complement("objinf", asked)
    yield from _called_for(verb)
    yield from _spent(verb)
    yield from _asked_when(verb)
    yield from _gone_to(verb)
    if (told := _told_behind_object(verb)) is not None:
        yield Complement("that", told)
    for head in (verb, *adjectives):
        for child in () if _EMBEDDED.isdisjoint(head.below) else head.children:
            is_argument = child.dep_ in ("xcomp", "ccomp") and not is_small_clause(child)
            if is_argument and not _is_other_sentence(child, verb):
                for conjunct in _alike(child):
                    yield Complement(_kind(child, has_object=has_object), conjunct)
    if verb.dep_ in ("parataxis", "dep") and is_predicate(verb.head) and inserted_in(verb.head) != verb:
        yield Complement("quote", verb.head)
    broken = inserted_in(verb)
    if broken is not None:
        yield Complement("quote", broken)


def _asked_behind_object(verb: Token) -> Token | None:
    """ "Promised the king in May *to return*": what is promised or ordered, where the parser takes it for a purpose."""
    objects = [child for child in verb.rights if child.dep_ in ("dobj", "dative")] if "dobj" in verb.below else []
    if not objects or "prt" in verb.below or wordlists.ordering().isdisjoint(verb_forms(verb)):
        return None
    infinitives = (c for c in verb.rights if c.dep_ == "advcl" and has_to(c) and not _in_order(c))
    behind = (child for child in infinitives if child.i > objects[-1].i)
    return next((child for child in behind if not child.left_edge.nbor(-1).is_punct), None)


def _called_for(verb: Token) -> Iterator[Complement]:
    """ "Called *for the mill to be closed*", "waited *for the train to leave*"."""
    if "advcl" not in verb.below or "dobj" in verb.below or is_passive(verb):
        return
    for child in verb.rights:
        if child.dep_ == "advcl" and has_to(child) and has_subject(child) and opens_with_for(child):
            yield Complement("objinf", child)


def _gone_to(verb: Token) -> Iterator[Complement]:
    """ "Went back *to save* the cat", where the parser takes it for a purpose."""
    if "advcl" not in verb.below or not _EMBEDDED.isdisjoint(verb.below) or "dobj" in verb.below or is_passive(verb):
        return
    if (verb.lemma_.lower(), "inf") not in wordlists.clause_takers():
        return
    for child in verb.rights:
        between = verb.doc.tokens[verb.i + 1 : child.left_edge.i]
        is_near = all(token.head is verb and token.dep_ in ("advmod", "prt") for token in between)
        if child.dep_ == "advcl" and has_to(child) and is_near and not _in_order(child):
            yield Complement("inf", child)


def _spent(verb: Token) -> Iterator[Complement]:
    """ "Spent much of her life *advising* it": how it was spent."""
    if "advcl" not in verb.below or verb.lemma_.lower() not in wordlists.words("spending", "lemma"):
        return
    for child in verb.rights:
        is_next = any(c.dep_ == "dobj" and c.right_edge.i == child.left_edge.i - 1 for c in verb.rights)
        if child.dep_ == "advcl" and child.tag_ == "VBG" and child.left_edge is child and is_next:
            yield Complement("ger", child)


def _is_other_sentence(clause: Token, verb: Token) -> bool:
    """ "The mill burned down; neighbors said that ...", "It was late: the union complained of that": what stands before
    a semicolon, or before a colon that is followed by who says more, is not what they said."""
    between = verb.doc.tokens[clause.i : verb.i] if clause.i < verb.i else ()
    if any(token.text == ";" for token in between):
        return True
    colon = next((token for token in between if token.text == ":"), None)
    says_more = not {"prep", "xcomp", "advcl", "dobj"}.isdisjoint(verb.below)
    return colon is not None and says_more and any(c.dep_ in SUBJECTS and c.i > colon.i for c in verb.lefts)


def _asked_when(verb: Token) -> Iterator[Complement]:
    """ "Did not say *when it would reopen*": what was left open, and not when it was said."""
    if "advcl" not in verb.below or not _EMBEDDED.isdisjoint(verb.below) or not OBJECTS.isdisjoint(verb.below):
        return
    if verb.lemma_.lower() not in wordlists.words("asking_when", "lemma"):
        return
    for child in verb.rights:
        if child.dep_ == "advcl" and child.left_edge.tag_ == "WRB" and child.left_edge.i == verb.i + 1:
            yield Complement("wh", child)


def _told_behind_object(verb: Token) -> Token | None:
    """ "Told officers *she had seen it*", where the parser takes it for a clause about the officers."""
    if "dobj" not in verb.below and "dative" not in verb.below:
        return None
    if not _EMBEDDED.isdisjoint(verb.below) or verb.lemma_.lower() not in wordlists.words("telling", "lemma"):
        return None
    hearers = (child for child in verb.rights if child.dep_ in ("dobj", "dative") and is_people(child))
    clauses = (c for hearer in hearers for c in hearer.rights if c.dep_ == "relcl" and has_subject(c))
    bare = (c for c in clauses if c.left_edge.tag_ not in (*QUESTION_TAGS, "TO") and c.left_edge.lower_ != "that")
    return next((c for c in bare if c.left_edge.dep_ in SUBJECTS or c.left_edge.head.dep_ in SUBJECTS), None)


def opens_with_for(verb: Token) -> bool:
    """Whether "for" opens an infinitive with its subject: "*for* the mill to close"."""
    return any(child.dep_ == "mark" and child.lower_ == "for" for child in verb.lefts)


def _in_order(verb: Token) -> bool:
    """ "In order to", "so as to": a purpose."""
    return any(child.dep_ == "mark" for child in verb.lefts)


def _alike(clause: Token) -> Iterator[Token]:
    """A clause with those coordinated with it; "ordered him to pay *and barred* him" goes on with the order's verb."""
    for conjunct in and_conjuncts(clause):
        is_other = (has_to(clause) and has_tense(conjunct)) or _is_denied_beside(conjunct) or _is_or_else(conjunct)
        if conjunct == clause or not is_other:
            yield conjunct


def _is_or_else(conjunct: Token) -> bool:
    """ "Was told to leave *or pay a fine*", "agreed to mend it *or refund them*", "said that either it sank *or they
    had sold it*": neither alone; who "refused to stop or turn back" refused both."""
    first = first_of(conjunct)
    above = first.head
    lemma = above.lemma_.lower()
    if conjunct.dep_ != "conj" or "neg" in above.below or lemma in wordlists.words_of("refused alike"):
        return False
    is_meant = lemma in wordlists.words("bidding", "lemma") | wordlists.words("willing", "lemma")
    is_or = any(c.dep_ == "cc" and c.lower_ == "or" and c.i < conjunct.i for c in conjunct.head.rights)
    start = first.left_edge.i
    is_either = any(t.lower_ == "either" for t in first.doc.tokens[start : min(start + 2, first.i)])
    return is_either or (has_to(first) and is_or and is_meant)


def _is_denied_beside(conjunct: Token) -> bool:
    """ "Asked to call *rather than visit*", "would not buy it *and sell it*": a clause that is not itself told."""
    if conjunct.dep_ != "conj":
        return False
    before = conjunct.left_edge.nbor(-1) if conjunct.left_edge.i else conjunct
    is_instead = any(t.lower_ == "than" and t.lower_before == "rather" for t in (before, conjunct.left_edge))
    is_bare = conjunct.tag_ == "VB" and HELPERS.isdisjoint(conjunct.below) and not has_to(conjunct)
    is_shared = is_bare and "neg" in conjunct.head.below and "neg" not in conjunct.below
    return is_instead or is_shared


def _kind(head: Token, *, has_object: bool) -> str:
    own_subject = any(child.dep_ in SUBJECTS for child in head.lefts)
    if has_to(head):
        return "objinf" if has_object or own_subject else "inf"
    if _is_gerund(head) and (head.dep_ == "xcomp" or not own_subject):
        return "ger"
    is_marked = any(child.dep_ == "mark" or child.tag_ == "MD" for child in head.lefts)
    if head.tag_ in ("VB", "VBN", "VBG") and not is_marked and not _is_finite(head):
        return "objinf" if has_object or own_subject else "inf"
    opens = next((t for t in head.subtree if not t.is_punct and not t.is_quote), head)
    if any(t.dep_ == "advcl" and t.head == head for t in (opens, *opens.ancestors)):
        return "quote" if head.i < head.head.i else "that"  # "If they do, it could pay": no question
    if (opens.tag_ in QUESTION_TAGS and opens.dep_ != "mark") or opens.lower_ in ("whether", "if"):
        return "wh"
    return "quote" if head.i < head.head.i else "that"


def _is_gerund(head: Token) -> bool:
    """ "selling" or "having sold"."""
    if any(t.tag_ == "VBG" and t.dep_ in HELPERS for t in head.lefts):
        return True
    return head.tag_ == "VBG" and not _is_finite(head)


def _is_finite(head: Token) -> bool:
    """Whether an auxiliary makes a participle or bare verb a whole sentence: "has sold", "is selling", "did sell"."""
    return any(t.dep_ in HELPERS and t.tag_ not in ("TO", "VBG") for t in head.lefts)
