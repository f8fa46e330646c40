"""What came of a mishap that a clause behind "after" tells: "was closed after a truck overturned, *spilling* oil"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import class_of_noun, is_people
from kg.grammar.phrases import VERBAL
from kg.grammar.told import thinks_not
from kg.grammar.verbs import NOMINAL_SUBJECTS, SUBJECTS
from kg.grammar.wordlists import words_of
from kg.parse import Token

_WHEN = frozenset({"after", "when", "as", "because", "since", "before"})


@at(tags="VBG", none_below=SUBJECTS | {"mark"}, is_behind=True)
def harm_done(verb: Token) -> Iterator[Arc]:
    """ "The road was closed after a truck overturned, *spilling* oil": the truck did; no road spills oil. "The army
    shelled the town after a bomb exploded, killing nine" leaves open who did."""
    main = verb.head
    if verb.dep_ != "advcl" or verb.text_before != "," or verb.lemma_.lower() not in words_of("harm"):
        return
    last = verb.doc.tokens[verb.i - 2] if verb.i > 1 else verb
    above = (t for t in (last, *last.ancestors) if main.i < t.i < verb.i and main.is_ancestor(t))
    event = next((t for t in above if t.pos_ in VERBAL and _is_mishap(t)), None)
    doers = [c for c in main.lefts if c.dep_ == "nsubj"]
    if verb.lemma_.lower() in words_of("harm or decision") and any(not thinks_not(c) for c in doers):
        return  # "closed the mine after a wall fell, cutting 40 jobs"
    if event is not None and main.pos_ in VERBAL and main.lemma_.lower() not in words_of("attack") | words_of("harm"):
        yield verb, event, "advcl"


def _is_mishap(verb: Token) -> bool:
    """Whether a clause of time or cause tells that a thing broke, fell or struck."""
    lemma = verb.lemma_.lower()
    rest = {f"{lemma} {c.lower_}" for c in verb.rights if c.dep_ in ("prt", "dobj", "prep", "advmod")}
    if verb.tag_ not in PAST or ({lemma} | rest).isdisjoint(words_of("mishap")):
        return False
    noun = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), None)
    if verb.dep_ == "acl" and noun is None:  # "after" may be read as a preposition
        noun, opening = verb.head, verb.head.head
        is_when = opening.lower_ in _WHEN and verb.i == noun.i + 1
    else:
        is_when = any(c.lower_ in _WHEN and c.dep_ in ("mark", "advmod") for c in verb.lefts)
    if noun is None or not is_when or is_people(noun):
        return False
    return class_of_noun(noun) != "kg:Event" or lemma not in words_of("how events end")
