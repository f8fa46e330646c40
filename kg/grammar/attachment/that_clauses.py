"""Clauses with "that" which the parser hangs beside the verb whose content they are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.clauses import says
from kg.grammar.attachment.complements import is_body
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import VERBAL
from kg.grammar.verbs import SUBJECTS, has_subject
from kg.parse import Token

_TAKEN = frozenset({"ccomp", "xcomp"})
_NO_CONTENT = frozenset({"so", "now", "given", "provided", "such", "than", "in", "except", "supposing", "seeing"})


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def that_it_was(verb: Token) -> Iterator[Arc]:
    """ "Told the crowd, gathered at noon, *that it had won*", "was assured at noon *that it had*": what was told, and
    not when or why."""
    that = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    if that is None or that.lower_ != "that" or that.text_before.lower() in _NO_CONTENT:
        return
    sayer = next((t for t in _verbs_before(that, verb) if _tells(t)), None)
    if sayer is not None and _TAKEN.isdisjoint(sayer.below) and "expl" not in sayer.below:
        yield verb, sayer, "ccomp"


@at(below="nsubj", above="dobj pobj", is_behind=True)
def told_that(verb: Token) -> Iterator[tuple[Token, Token, str]]:
    """ "Told a meeting of clerks *that he had written* to them": what they were told; not "told the clerk that he had
    hired"."""
    hearer = verb.head
    whole = hearer.head.head if hearer.dep_ == "pobj" and hearer.head.lower_ == "of" else hearer
    above = whole.head
    if verb.dep_ != "relcl" or whole.dep_ not in ("dobj", "dative") or any(c.dep_ == "ccomp" for c in above.rights):
        return
    that = verb.left_edge
    is_hearer = any(is_people(noun) or is_body(noun) for noun in (whole, hearer))
    is_open = that.lower_ == "that" and that.head == verb and that.dep_ not in SUBJECTS and that.i == hearer.i + 1
    has_more = any(not c.is_punct for c in verb.rights)
    if is_open and is_hearer and has_more and above.lemma_.lower() in wordlists.words("addressing", "lemma"):
        yield verb, above, "ccomp"
        yield that, verb, "mark"


def _verbs_before(that: Token, verb: Token) -> Iterator[Token]:
    """The verbs before a clause that it can hang on, the nearest first: those above it, and those beside it."""
    above = [t for t in verb.ancestors if t.pos_ in VERBAL and t.i < that.i]
    beside = [c for c in verb.head.children if c.pos_ in VERBAL and c.i < that.i and c.dep_ in ("advcl", "conj")]
    yield from sorted({t.i: t for t in (*above, *beside)}.values(), key=lambda t: -t.i)


def _tells(verb: Token) -> bool:
    """Whether a verb has a clause as content, and room for it: "told the crowd", not "said a prayer"."""
    is_telling = verb.lemma_.lower() in wordlists.words("telling", "lemma") | wordlists.words("addressing", "lemma")
    if is_telling:
        return True
    return says(verb) and has_subject(verb) and "dobj" not in verb.below and "auxpass" not in verb.below


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def and_that(verb: Token) -> Iterator[Arc]:
    """ "Warned him that there was no road, *that the wells were dry*": warned of, too."""
    that = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    if that is None or that.lower_ != "that" or that.text_before not in (",", "and"):
        return
    said = next((t for t in verb.head.ancestors if t.dep_ == "ccomp"), None)
    first = verb.head if verb.head.dep_ == "ccomp" and verb.head.lemma_ == "be" else said
    if first is None or first.dep_ != "ccomp" or first.i > that.i or not _has_that(first):
        return
    is_content = verb.dep_ == "relcl" or first is verb.head
    if is_content and _tells(first.head) and first.head.i < first.i:
        yield verb, first, "conj"


def _has_that(verb: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)


@at(tags="VBD", none_below=SUBJECTS | {"dobj", "ccomp", "xcomp", "aux", "auxpass", "agent"}, is_behind=True)
def heard_last(verb: Token) -> Iterator[Arc]:
    """ "The bill may top £9m, a meeting in Leeds *heard* on Monday": what was heard, and no meeting to top."""
    hearer, root = verb.head, verb.sent.root
    opening = hearer.left_edge
    is_last = verb.dep_ == "acl" and verb.right_edge.i >= verb.sent.end - 2 and opening.text_before == ","
    is_telling = says(verb) or verb.lemma_.lower() in wordlists.words("hearing", "lemma")
    if not is_last or not is_telling or opening.dep_ != "det" or root.i > opening.i or not has_subject(root):
        return
    if not any(t.text == "," and t.i < opening.i - 1 for t in verb.doc.tokens[root.i : opening.i]):
        yield verb, verb, "ROOT"
        yield hearer, verb, "nsubj"
        yield root, verb, "ccomp"
