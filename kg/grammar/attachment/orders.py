"""What stands beside an order, and no part of it: "was ordered to pay and *barred* from office"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb, read_as_verb
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import follows_comma
from kg.grammar.verbs import HELPERS, SUBJECTS, has_subject, has_to, is_without_passive
from kg.parse import Token


@at(tags=PAST, none_below=SUBJECTS | HELPERS | {"mark", "ccomp"}, above_tags="VB", is_behind=True)
def done_too(verb: Token) -> Iterator[Arc]:
    """ "Was ordered to pay 300 euros and *barred* from office", "was asked to leave and *replaced*": what was done too,
    as no "to" has a participle behind it; not "ordered to be tested and quarantined"."""
    deed = verb.head
    above = deed.head
    if verb.dep_ != "conj" or deed.dep_ != "xcomp" or not has_to(deed) or "auxpass" not in above.below:
        return
    is_other_form = verb.lower_ != verb.lemma_.lower() and not is_without_passive(verb)
    if is_other_form and deed.lemma_.lower() not in ("be", "get", "have") and "auxpass" not in deed.below:
        verb.tag_ = "VBN"
        yield from beside_verb(verb, above)


@at(tags=PAST, below="conj", none_below=SUBJECTS | HELPERS | {"mark"}, above="dobj", is_behind=True)
def done_in_list(verb: Token) -> Iterator[Arc]:
    """ "Was ordered to pay 300 euros, *stripped* of his post and barred from office": what was done; no euros are."""
    noun = verb.head
    deed = noun.head
    is_listed = any(c.dep_ == "conj" and c.tag_ in PAST and not has_subject(c) for c in verb.rights)
    if verb.dep_ != "acl" or not is_listed or not follows_comma(verb) or not has_to(deed) or not _is_sum(noun):
        return
    above = deed.head
    if deed.dep_ == "xcomp" and "auxpass" in above.below and "cc" in verb.below:
        verb.tag_ = "VBN"
        yield verb, above, "conj"


def _is_sum(noun: Token) -> bool:
    return noun.ent_type_ == "MONEY" or any(t.tag_ == "$" or t.ent_type_ == "MONEY" for t in noun.lefts)


def or_else(word: Token) -> Iterator[Arc]:
    """ "To clear the path or *face* prosecution", "to move herds or *risk* losing them": what else they do; no path or
    herd is a risk."""
    noun = word if word.dep_ == "conj" else word.head
    thing, link = noun.head, word.nbor(-1) if word.i else word
    deed = thing.head
    is_next = noun.dep_ == "conj" and noun.left_edge == word and link.lower_ == "or" and thing.dep_ == "dobj"
    if (
        not is_next
        or deed.tag_ != "VB"
        or (word.lower_, noun.lower_) in wordlists.verb_compounds()
        or (noun == word and not _has_own(word))
    ):
        return
    read_as_verb(word)
    yield link, deed, "cc"
    yield word, deed, "conj"
    if noun != word:
        yield noun, word, "dobj"
        yield from ((c, noun, "compound") for c in [*noun.lefts] if c.dep_ == "compound" and c != word)


def _has_own(word: Token) -> bool:
    return any(c.dep_ in ("xcomp", "acl", "dobj", "advcl") and c.i == word.i + 1 for c in word.rights)
