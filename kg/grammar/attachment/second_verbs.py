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

_ALIKE = ({"VB", "VBP"}, {"VBD", "VBN"}, {"VBZ"}, {"VBG"})


@at(tags="VBD", none_below=SUBJECTS | {"aux", "auxpass", "mark"}, above="relcl acl advcl", above_tags="VBP VBZ VB VBN")
def past_behind_present(verb: Token) -> Iterator[Arc]:
    """ "Said it would ruin a meadow where children play and *accused* the firm", "saw nothing that would help and
    *left*", "rose, as the king has done since, and *spoke*": who said so, saw it or rose, in the same tense."""
    first = verb.head
    above = next((t for t in first.ancestors if t.pos_ in VERBAL and finite_part(t).tag_ == "VBD"), None)
    is_other = finite_part(first).tag_ in ("VBP", "VBZ", "MD") and verb.lower_ != verb.lemma_
    is_other &= first.tag_ != "VBN" or first.lower_ == "done"  # "have fallen and reached" is one tense
    if verb.dep_ == "conj" and above is not None and has_subject(above) and is_other:
        yield from beside_verb(verb, above)


@at(none_below=SUBJECTS | HELPERS | {"mark", "advmod", "neg"}, is_behind=True)
def adjacent(verb: Token) -> Iterator[Arc]:
    """ "Firms that make or *sell* lamps will pay": two verbs with nothing but an "or" between them are a pair."""
    link = verb.nbor(-1) if verb.i > 1 else verb
    before = link.nbor(-1) if link.i else link
    is_pair = any({before.tag_, verb.tag_} <= pair for pair in _ALIKE) and before.pos_ in VERBAL
    is_apart = verb.dep_ == "conj" and before != verb.head and verb.head.is_ancestor(before)
    if link.lower_ == "or" and is_pair and is_apart and verb.head.pos_ in VERBAL:
        yield link, before, "cc"
        yield verb, before, "conj"


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


@at(tags="VBN", below="aux", none_below=SUBJECTS | {"mark"}, is_behind=True)
def had_too(verb: Token) -> Iterator[Arc]:
    """ "Found that the firm had hidden a leak, *had misled* the panel": what was found goes on in the same tense."""
    above = verb.head
    found = [c for c in above.rights if c.dep_ == "ccomp" and c.i < verb.i and has_subject(c) and c is not verb]
    if not found or verb.dep_ not in ("conj", "ccomp") or finite_part(above).lower_ == "had" or above.tag_ != "VBD":
        return
    content, opening = found[-1], verb.left_edge
    is_alike = finite_part(content).lower_ == "had" == finite_part(verb).lower_
    is_next = opening.text_before == "," or (opening.i > 0 and opening.nbor(-1).tag_ == "CC")
    if is_alike and is_next and content.right_edge.i < verb.i:
        yield from beside_verb(verb, content)


@at(tags="VBD", none_below=SUBJECTS | {"aux", "auxpass", "mark"}, above="ccomp", is_behind=True)
def behind_quotation(verb: Token) -> Iterator[Arc]:
    """ "He said that "every crown was spent" and *shut* the door": what he did when the quotation had ended."""
    first = verb.head
    sayer = first.head
    link = next((c for c in reversed(first.rights) if c.dep_ == "cc" and c.i < verb.i), None)
    if verb.dep_ != "conj" or link is None or not _is_told(sayer, first) or finite_part(sayer).tag_ != "VBD":
        return
    quotes = [t.i for t in verb.doc.tokens[sayer.i : link.i] if t.is_quote]
    is_whole = len(quotes) == 2 and quotes[0] < first.left_edge.i + 3 and quotes[0] < first.i
    if is_whole and quotes[-1] == link.i - 1 and link.i == verb.left_edge.i - 1 and not link.nbor().is_quote:
        yield from beside_verb(verb, sayer)


@at(tags="VBN VB VBP", below="aux neg", none_below=SUBJECTS | {"mark"}, above="ccomp", is_behind=True)
def but_has_not(verb: Token) -> Iterator[Arc]:
    """ "The firm said it would pay but *has not done* so": nobody says that it has not."""
    first = verb.head
    is_but = any(c.lower_ == "but" and c.i < verb.i for c in first.rights)
    is_ahead = finite_part(first).tag_ == "MD" or any(c.dep_ == "xcomp" and has_to(c) for c in first.rights)
    has_not = finite_part(verb).lower_ in ("has", "have")
    if verb.dep_ == "conj" and is_but and is_ahead and has_not and _is_told(first.head, first):
        yield from beside_verb(verb, first.head)


@at(tags="VBN", below="auxpass", none_below=SUBJECTS | {"mark"}, above="ccomp", is_behind=True)
def asked_and_told(verb: Token) -> Iterator[Arc]:
    """ "She asked whether cuts were planned and *was told* that they were not": who asked was, and no cuts."""
    first = verb.head
    is_telling = verb.lemma_.lower() in wordlists.words("telling", "lemma")
    things = [c for c in first.lefts if c.dep_ in SUBJECTS]
    is_of_things = bool(things) and all(c.tag_ != "PRP" and not is_people(c) for c in things)
    if verb.dep_ == "conj" and is_telling and is_of_things and _is_told(first.head, first):
        yield from beside_verb(verb, first.head)


@at(tags="VBD", none_below=SUBJECTS | {"aux", "auxpass", "mark"}, above="ccomp", is_behind=True)
def did_not_but(verb: Token) -> Iterator[Arc]:
    """ "Did not say when work might resume but *confirmed* that": what was done instead of saying it."""
    first = verb.head
    sayer = first.head
    is_but = any(c.lower_ == "but" and c.i < verb.i for c in first.rights)
    is_left_open = "neg" in sayer.below and finite_part(sayer).lower_ == "did" and finite_part(first).tag_ == "MD"
    if verb.dep_ == "conj" and is_but and is_left_open and _is_told(sayer, first):
        yield from beside_verb(verb, sayer)


def _is_told(sayer: Token, content: Token) -> bool:
    """Whether a verb says what stands behind it, and has somebody who does."""
    return sayer.i < content.i and says(sayer) and has_subject(sayer)
