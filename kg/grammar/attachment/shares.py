"""Of which things some are told, who has what, and how somebody comes home: phrases that the parser hangs too high or
too low."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import VERBS, at
from kg.grammar.kinds import ANYBODY, PLACE_CLASSES, class_of_noun, is_had_by
from kg.grammar.phrases import NOUNS, VERBAL, follows_comma
from kg.grammar.verbs import HELPERS, OBJECTS, SUBJECTS
from kg.parse import Token


def some_of_which(preposition: Token) -> Iterator[Arc]:
    """ "Nine boats, *of which* two sank", "900 clerks, *of whom* 90 work in Kesh": two of the boats did."""
    verb = preposition.head
    pronoun = next((c for c in preposition.rights if c.lower_ in ("which", "whom")), None)
    behind = next(iter(preposition.doc.tokens[pronoun.i + 1 : pronoun.i + 2]), preposition) if pronoun else preposition
    if pronoun is None or verb.dep_ not in ("relcl", "ccomp", "advcl", "conj") or verb.i < pronoun.i:
        return
    if verb.tag_ in ("NN", "NNS") and behind.dep_ == "nummod" and behind.head is verb and behind.i == verb.i - 1:
        verb.tag_, verb.pos_ = "VBP", "VERB"
        yield behind, verb, "nsubj"
        yield preposition, behind, "prep"
        return
    share = next((c for c in verb.lefts if c.dep_ in SUBJECTS and c.left_edge.i == pronoun.i + 1), None)
    if share is not None and verb.pos_ in VERBAL and _is_share(share):
        yield preposition, share, "prep"


@at(tags=VERBS, below="nsubj", is_behind=True)
def one_of_which(verb: Token) -> Iterator[Arc]:
    """ "Owns two cars, *one of which* she lent to him": she lent one of them, and nothing of one."""
    one = verb.head if verb.head.lower_before == "," and verb.head.i == verb.left_edge.i - 1 else verb.left_edge
    of, which, doer = one.doc.tokens[one.i + 1 : one.i + 4] if one.i + 3 < verb.i + 1 else (one, one, one)
    subject = next((c for c in reversed(verb.lefts) if c.dep_ == "nsubj"), verb)
    if verb.dep_ != "relcl" or of.lower_ != "of" or which.tag_ not in ("WDT", "WP") or not _is_share(one):
        return
    noun = one.nbor(-2) if one.i > 1 and follows_comma(one) else one
    host = next((c for c in verb.rights if c.dep_ == "xcomp"), verb)  # "which they had to *push*"
    if subject.left_edge is doer and noun.pos_ in NOUNS and which.head is of and "dobj" not in host.below:
        yield of, one, "prep"
        yield verb, verb.head if verb.head is not one else noun, "relcl"
        yield one, host, "dobj"


def all_but_some(all_: Token) -> Iterator[Arc]:
    """ "Nine guests, *all but* two of whom left": all of them but two; not two of them."""
    but, number = all_.doc.tokens[all_.i + 1 : all_.i + 3] if all_.i + 2 < len(all_.doc) else (all_, all_)
    if but.lower_ != "but" or number.tag_ != "CD" or number.dep_ not in SUBJECTS or number.i > number.head.i:
        return
    verb, before = number.head, all_.nbor(-2) if all_.i > 1 and all_.text_before == "," else None
    if verb.head is all_ and before is not None and before.pos_ in NOUNS:
        yield verb, before, "relcl"
    elif verb.head is all_:
        return
    yield all_, number, "advmod"
    yield but, number, "advmod"


def where_they_are(verb: Token) -> Iterator[Arc]:
    """ "Left the crates *where they were*": where it left them; the guards were in no crates."""
    thing, above = verb.head, verb.head.head
    where, pronoun = verb.left_edge, next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if where.lower_ != "where" or where.i != thing.i + 1 or pronoun is None or thing.dep_ != "dobj":
        return
    is_there = verb.lemma_ in wordlists.words_of("being where")
    is_them = is_there and pronoun.lower_ == {"NN": "it", "NNS": "they"}.get(thing.tag_, "")
    is_left = above.lemma_.lower() in wordlists.words("leaving_so", "lemma")
    if is_them and is_left and class_of_noun(thing) not in PLACE_CLASSES:
        yield verb, above, "advcl"


def _is_share(noun: Token) -> bool:
    """ "Two", "a third", "most": a part of what was told, and no thing of its own."""
    is_part = noun.lemma_.lower() in wordlists.words_of("fraction") or noun.lower_ in wordlists.words_of("some of them")
    return noun.tag_ == "CD" or noun.ent_type_ == "PERCENT" or is_part


def had_by_people(preposition: Token) -> Iterator[Arc]:
    """ "Treats patients *with* asthma", "appealed to anyone *with* information": what they have; nothing is done with
    it."""
    verb, people = preposition.head, preposition.doc.tokens[preposition.i - 1]
    thing = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if thing is None or verb.pos_ not in VERBAL or people.i <= verb.i or people.dep_ not in OBJECTS | {"pobj"}:
        return
    if is_had_by(people, thing) or people.lower_ in ANYBODY:
        yield preposition, people, "prep"


def come_so(state: Token) -> Iterator[Arc]:
    """ "Came to school *hungry*", "returned home *exhausted*": how they came; no hungry school, and nothing that was
    done to them."""
    above, before = state.head, state.doc.tokens[state.i - 1]
    verb = above if above.pos_ in VERBAL else above.head.head
    is_free = HELPERS.isdisjoint(state.below) and SUBJECTS.isdisjoint(state.below) and OBJECTS.isdisjoint(state.below)
    is_next = above is before or verb in (before.head, before.head.head)
    if state.i < above.i or not is_free or not is_next or verb.pos_ not in VERBAL:
        return
    if verb.lemma_.lower() in wordlists.words_of("coming so") and not any(c.dep_ == "dobj" for c in verb.rights):
        state.tag_, state.pos_ = "JJ", "ADJ"
        yield state, verb, "advmod"
        yield from ((c, verb, c.dep_) for c in [*state.rights] if c.dep_ == "prep")
