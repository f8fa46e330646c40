"""Second verbs that the parser joins to the nearest clause, though who does them stands further up."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb
from kg.grammar.attachment.clauses import says
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import VERBAL, follows_comma
from kg.grammar.verbs import HELPERS, SUBJECTS, finite_part, has_subject, has_to
from kg.parse import Token


@at(tags="VBD", none_below=SUBJECTS | {"aux", "auxpass", "mark"}, above="relcl acl", above_tags="VBP VBZ VB")
def past_behind_present(verb: Token) -> Iterator[Arc]:
    """ "Said it would ruin a meadow where children play and *accused* the firm", "saw nothing that would help and
    *left*": who said so or saw it, in the same tense."""
    first = verb.head
    above = next((t for t in first.ancestors if t.pos_ in VERBAL and finite_part(t).tag_ == "VBD"), None)
    is_other = finite_part(first).tag_ in ("VBP", "VBZ", "MD") and verb.lower_ != verb.lemma_
    if verb.dep_ == "conj" and above is not None and has_subject(above) and is_other:
        yield from beside_verb(verb, above)


@at(tags="VBD", below="dobj", none_below=SUBJECTS | {"aux", "auxpass", "mark"}, above="ccomp", above_tags="VBP VBZ")
def said_and_questioned(verb: Token) -> Iterator[Arc]:
    """ "Lund said parents need phones and *questioned* the cost": who said it did, as parents do need them."""
    first = verb.head
    is_said = first.head.i < first.i and first.head.tag_ == "VBD" and says(first.head) and has_subject(first.head)
    if verb.dep_ == "conj" and is_said and verb.lemma_.lower() in wordlists.words_of("taking sides"):
        yield from beside_verb(verb, first.head)


@at(tags="VBD VB", none_below=SUBJECTS | {"mark"}, above="ccomp conj", is_behind=True)
def but_said_not(verb: Token) -> Iterator[Arc]:
    """ "Said the deal was fair but would not *say* how": who said one thing says no more, and no deal."""
    first = verb.head
    while first.dep_ == "conj":
        first = first.head
    if first.dep_ != "ccomp":
        return
    is_said = first.head.i < first.i and says(first.head) and has_subject(first.head)
    if verb.dep_ != "conj" or not is_said or not says(verb) or "neg" not in verb.below:
        return
    subjects = [c for c in first.lefts if c.dep_ in SUBJECTS]
    if subjects and all(c.tag_ != "PRP" and not is_people(c) for c in subjects):
        yield from beside_verb(verb, first.head)


@at(tags=PAST, below="dobj", none_below=SUBJECTS | {"aux", "auxpass", "mark"}, above="advcl", above_tags="VBN VBD")
def past_behind_passive(verb: Token) -> Iterator[Arc]:
    """ "She wept as the verdicts were read out and *hugged* her son": verdicts hug nobody."""
    first = verb.head
    things = [c for c in first.lefts if c.dep_ == "nsubjpass"]
    above = first.head
    is_told = above.tag_ == "VBD" and has_subject(above) and first.i > above.i
    is_harm = verb.lemma_.lower() in wordlists.words("done_to_people", "lemma")  # "after a bomb was set off and killed"
    if verb.dep_ == "conj" and things and is_told and not is_harm and not any(map(is_people, things)):
        yield from beside_verb(verb, above)


@at(tags="VBD VBN VB", none_below=SUBJECTS | {"auxpass", "mark"}, above="ccomp", is_behind=True)
def known_but(verb: Token) -> Iterator[Arc]:
    """ "Knew that the tank was leaking but *failed* to mend it": who knew of it failed, and no tank."""
    known = verb.head
    above = known.head
    if verb.dep_ != "conj" or above.tag_ != "VBD" or above.lemma_.lower() not in wordlists.words("knowing", "lemma"):
        return
    is_but = any(c.lower_ == "but" and c.i < verb.i for c in known.rights)
    is_finite = all(c.lower_ == "did" for c in verb.lefts if c.dep_ == "aux") and finite_part(verb).tag_ in PAST
    knowers = [c for c in known.lefts if c.dep_ in SUBJECTS and (is_people(c) or c.tag_ == "PRP")]
    if is_but and is_finite and has_subject(known) and has_subject(above) and not knowers:
        yield from beside_verb(verb, above)


@at(tags="VBG", none_below=SUBJECTS | HELPERS | {"mark"}, above="xcomp", above_tags="VB")
def gerund_beside(verb: Token) -> Iterator[Arc]:
    """ "Accused of refusing to talk and *threatening* staff": both are deeds, and no infinitive has a gerund beside."""
    first = verb.head
    if verb.dep_ == "conj" and has_to(first) and first.head.tag_ == "VBG":
        yield from beside_verb(verb, first.head)


@at(tags="VBZ", any_below="acl relcl ccomp", none_below=SUBJECTS | HELPERS | {"mark", "dobj", "cc"}, is_behind=True)
def plural_aside(word: Token) -> Iterator[Arc]:
    """ "Found her guilty, *charges* that she denies": a noun; no present goes on with a past without "and"."""
    first = word.head
    that = word.doc.tokens[word.i + 1 : word.i + 2]
    is_past = word.dep_ == "conj" and finite_part(first).tag_ == "VBD"
    if not is_past or not follows_comma(word) or not any(t.lower_ in ("that", "which") for t in that):
        return
    word.tag_, word.pos_ = "NNS", "NOUN"
    yield word, first, "npadvmod"
