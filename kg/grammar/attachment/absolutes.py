"""What stands beside a clause without a verb of its own: "with the doors *open*", "told them, *her voice* low"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import VERBS, at
from kg.grammar.kinds import PLACE_CLASSES, class_of_noun, is_people
from kg.grammar.phrases import NOUNS, SITE_LABELS, TIMES
from kg.grammar.verbs import HELPERS, SUBJECTS
from kg.parse import Token

_FIXING = frozenset({"det", "poss", "nummod"})
_WHERE = frozenset(
    {"in", "on", "at", "around", "over", "behind", "between", "under", "across", "against", "to", "above"}
)


@at(tags="JJ VBN", none_below=SUBJECTS | HELPERS | {"dobj", "mark"}, above_tags=VERBS, is_behind=True)
def with_state(state: Token) -> Iterator[Arc]:
    """ "Slept with the windows *shut*", "left with its doors *open*": how the doors were."""
    thing = state.doc.tokens[state.left_edge.i - 1]
    is_next = all(c.dep_ == "advmod" for c in state.lefts)
    is_with = thing.dep_ == "pobj" and thing.head.lower_ == "with" and thing.head.head is state.head
    if is_with and is_next and not _FIXING.isdisjoint(thing.below) and not is_people(thing):
        yield state, thing, "amod"


@at(any_below="pobj", is_behind=True)
def where_it_was(preposition: Token) -> Iterator[Arc]:
    """ "Came with his arm *in* a sling", "stood with her back *to* the wall": where the arm was."""
    thing = preposition.doc.tokens[preposition.i - 1]
    if preposition.head is thing or preposition.lower_ not in _WHERE or thing.dep_ != "pobj":
        return
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), thing)
    is_own = any(c.tag_ == "PRP$" for c in thing.lefts) and not is_people(thing)
    is_site = noun.ent_type_ in (*SITE_LABELS, *TIMES) or class_of_noun(noun) in PLACE_CLASSES
    if is_own and thing.head.lower_ == "with" and thing.tag_ in ("NN", "NNS") and not is_site:
        yield preposition, thing, "prep"


@at(tags="JJ", below="nsubj", above_tags=VERBS, is_behind=True)
def her_voice_low(state: Token) -> Iterator[Arc]:
    """ "Told the jury, her voice *low*"."""
    yield from _beside_telling(state)


@at(below="prep", above_tags=VERBS, is_behind=True)
def scarf_around(noun: Token) -> Iterator[Arc]:
    """ "Told reporters, *a scarf* around his neck"."""
    yield from _beside_telling(noun)


def _beside_telling(word: Token) -> Iterator[Arc]:
    """ "Told the jury, *her voice* low", "told reporters, *a scarf* around his neck": how, and nobody who was told."""
    verb = word.head
    noun = next((c for c in word.lefts if c.dep_ == "nsubj"), word) if word.pos_ == "ADJ" else word
    before = [c for c in verb.rights if c.dep_ in ("dobj", "dative", "prep") and c.i < noun.i]
    is_aside = noun.left_edge.text_before == "," and noun.pos_ in NOUNS and verb.i < noun.left_edge.i
    is_own = any(c.tag_ == "PRP$" for t in noun.subtree for c in (t, *t.lefts))
    if before and is_aside and is_own and not is_people(noun) and verb.lemma_.lower() in wordlists.saying():
        yield word, verb, "dep"
