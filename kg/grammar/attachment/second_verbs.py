"""Second verbs that the parser joins to the nearest clause, though who does them stands further up."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb
from kg.grammar.attachment.clauses import says
from kg.grammar.attachment.nested_verbs import must_be_past
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import ACTORS, class_of_noun, is_people, is_thing, number_of_noun
from kg.grammar.phrases import ADNOMINAL, VERBAL, first_of, follows_comma
from kg.grammar.told import thinks_not
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, finite_part, has_subject, has_to
from kg.parse import Token

_WHEN = frozenset({"since", "after", "before", "once", "until"})
_AHEAD = frozenset({"will", "must", "may"})
_SHIFTED = frozenset({"had", "would", "could", "should", "might"})
_COUNTED = frozenset({"NN", "NNS", "PRP"})
_OF_PRONOUNS = {"he": "one", "she": "one", "it": "one", "they": "many", "we": "many"}
_APART = frozenset({":", ";"})
_ACTIVE = frozenset({"dobj", "xcomp", "ccomp", "aux"})  # what shares no "was" with the verb before
_ALIKE = ({"VB", "VBP"}, {"VBD", "VBN"}, {"VBZ"}, {"VBG"})


@at(tags="VBD", none_below=SUBJECTS | HELPERS | {"mark"}, above="relcl acl advcl", above_tags="VBP VBZ VB VBN")
def past_behind_present(verb: Token) -> Iterator[Arc]:
    """ "Said it would ruin a meadow where children play and *accused* the firm", "saw nothing that would help and
    *left*", "rose, as the king has done since, and *spoke*": who said so, saw it or rose, in the same tense."""
    first = verb.head
    above = next((t for t in first.ancestors if t.pos_ in VERBAL and finite_part(t).tag_ == "VBD"), None)
    is_other = finite_part(first).tag_ in ("VBP", "VBZ", "MD") and verb.lower_ != verb.lemma_
    is_other &= first.tag_ != "VBN" or first.lower_ == "done"  # "have fallen and reached" is one tense
    is_of_whom = first.dep_ == "relcl" and any(c.lower_ == "who" and follows_comma(c) for c in first.lefts)
    if is_of_whom and not any(c.dep_ == "punct" and c.text == "," for c in first.rights if c.i < verb.i):
        return  # "Lund, who runs a shop and sold two"
    if verb.dep_ == "conj" and above is not None and has_subject(above) and is_other:
        yield from beside_verb(verb, above)


@at(tags="VBD", none_below=SUBJECTS | HELPERS | {"mark"}, above="relcl", above_tags="VBN VBG", is_behind=True)
def past_behind_had(verb: Token) -> Iterator[Arc]:
    """ "Thanked the crew who had saved her and *went* home", "hit a man who had been waiting and *rolled* on": a past
    that can share no "had" goes on with what happened, and is no part of what had been before it."""
    first = verb.head
    above = next((t for t in first.ancestors if t.pos_ in VERBAL), None)
    if verb.dep_ != "conj" or finite_part(first).lower_ != "had" or above is None:
        return
    if not has_subject(above) and above.dep_ != "conj":
        return
    is_other = first.tag_ == "VBG" or verb.lower_ in wordlists.words("pasts", "lemma")
    if not is_other or finite_part(above).tag_ != "VBD" or verb.lemma_.lower() in wordlists.words("states", "lemma"):
        return
    opening = first.left_edge
    is_closed = verb.doc.tokens[max(c.i for c in (first, *(c for c in first.rights if c.dep_ == "cc"))) - 1].text == ","
    if not follows_comma(opening) or is_closed:
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


@at(tags="VBD", below="dobj", none_below=SUBJECTS | HELPERS | {"mark"}, above="ccomp", above_tags="VBP VBZ")
def said_and_questioned(verb: Token) -> Iterator[Arc]:
    """ "Lund said parents need phones and *questioned* the cost": who said it did, as parents do need them."""
    first = verb.head
    is_said = first.head.i < first.i and first.head.tag_ == "VBD" and says(first.head) and has_subject(first.head)
    if verb.dep_ == "conj" and is_said and verb.lemma_.lower() in wordlists.words_of("taking sides"):
        yield from beside_verb(verb, first.head)


@at(tags="VBD VB", none_below=SUBJECTS | {"mark"}, above="ccomp conj", is_behind=True)
def but_said_not(verb: Token) -> Iterator[Arc]:
    """ "Said the deal was fair but would not *say* how": who said one thing says no more, and no deal."""
    first = first_of(verb.head)
    if first.dep_ != "ccomp":
        return
    is_said = first.head.i < first.i and says(first.head) and has_subject(first.head)
    if verb.dep_ != "conj" or not is_said or not says(verb) or "neg" not in verb.below:
        return
    subjects = [c for c in first.lefts if c.dep_ in SUBJECTS]
    if subjects and all(c.tag_ != "PRP" and not is_people(c) for c in subjects):
        yield from beside_verb(verb, first.head)


@at(none_below=SUBJECTS | {"mark", "auxpass"}, above="advcl", is_behind=True)
def past_behind_thing(verb: Token) -> Iterator[Arc]:
    """ "She wept as the verdicts were read out and *hugged* her son", "Left before it ended and did not *answer*",
    "walked out before the vote was over and *refused* to speak": verdicts hug nobody, and no vote refuses."""
    first = verb.head
    things = [c for c in first.lefts if c.dep_ in SUBJECTS]
    above = first.head
    is_past = finite_part(verb).tag_ in PAST and finite_part(first).tag_ in PAST
    if verb.dep_ != "conj" or not is_past or not things or first.i < above.i:
        return
    if finite_part(above).tag_ != "VBD" or not has_subject(above):
        return
    is_active = "auxpass" not in first.below or bool(verb.below & _ACTIVE) or must_be_past(verb)
    if _is_of_persons(verb) and is_active:
        is_other = all(c.lower_ == "it" or (c.tag_ != "PRP" and _is_no_doer(c)) for c in things)
    else:
        harms = wordlists.words("done_to_people", "lemma")  # "as a bomb was set off and killed"
        is_harm = verb.lemma_.lower() in harms
        is_done = all(c.dep_ == "nsubjpass" and not is_people(c) for c in things) and "dobj" in verb.below
        is_other = is_done and not is_harm and HELPERS.isdisjoint(verb.below)
    if is_other:
        yield from beside_verb(verb, above)


def _is_no_doer(noun: Token) -> bool:
    return thinks_not(noun) or (noun.pos_ == "NOUN" and is_thing(noun) and class_of_noun(noun) not in ACTORS)


def _is_of_persons(verb: Token) -> bool:
    """Whether only people do what a verb says."""
    return verb.lemma_.lower() in wordlists.words("personal", "lemma") | wordlists.words_of("done by persons")


@at(tags="VBD VBN VB", none_below=SUBJECTS | {"auxpass", "mark"}, above="ccomp", is_behind=True)
def known_but(verb: Token) -> Iterator[Arc]:
    """ "Knew that the tank was leaking but *failed* to mend it": who knew of it failed, and no tank."""
    known = verb.head
    above = known.head
    if verb.dep_ != "conj" or above.tag_ != "VBD" or above.lemma_.lower() not in wordlists.words("knowing", "lemma"):
        return
    is_finite = all(c.lower_ == "did" for c in verb.lefts if c.dep_ == "aux") and finite_part(verb).tag_ in PAST
    knowers = [c for c in known.lefts if c.dep_ in SUBJECTS and (is_people(c) or c.tag_ == "PRP")]
    if _is_behind_but(verb) and is_finite and has_subject(known) and has_subject(above) and not knowers:
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


@at(tags="VBN VB VBP", below="aux neg", none_below=SUBJECTS | {"mark"}, above="ccomp", is_behind=True)
def but_has_not(verb: Token) -> Iterator[Arc]:
    """ "The firm said it would pay but *has not done* so": nobody says that it has not."""
    first = verb.head
    is_ahead = finite_part(first).tag_ == "MD" or any(c.dep_ == "xcomp" and has_to(c) for c in first.rights)
    has_not = finite_part(verb).lower_ in ("has", "have")
    if verb.dep_ == "conj" and _is_behind_but(verb) and is_ahead and has_not and _is_told(first.head, first):
        yield from beside_verb(verb, first.head)


@at(tags="VBD", none_below=SUBJECTS | HELPERS | {"mark"}, above="ccomp", is_behind=True)
def did_not_but(verb: Token) -> Iterator[Arc]:
    """ "Did not say when talks would open but *praised* both sides": what was done instead of saying it."""
    first = verb.head
    if verb.dep_ == "conj" and _is_behind_but(verb) and "neg" in first.head.below and _is_told(first.head, first):
        yield from beside_verb(verb, first.head)


@at(tags="VBN", below="auxpass", none_below=SUBJECTS | {"mark"}, above="ccomp", is_behind=True)
def asked_and_told(verb: Token) -> Iterator[Arc]:
    """ "She asked whether cuts were planned and *was told* that they were not": who asked was, and no cuts."""
    first = verb.head
    asker = first.head
    if verb.dep_ != "conj" or verb.lemma_.lower() not in wordlists.telling_people():
        return
    things = [c for c in first.lefts if c.dep_ in SUBJECTS]
    if things and all(map(thinks_not, things)) and has_subject(asker) and asker.i < first.i:
        yield from beside_verb(verb, asker)


@at(tags=FINITE, none_below=SUBJECTS | HELPERS | {"mark"}, is_behind=True)
def behind_quotation(verb: Token) -> Iterator[Arc]:
    """ "He said that "every crown was spent" and *shut* the door": what he did, as no verb outside the marks shares
    the subject of a clause that stands within them as a whole."""
    first = verb.head
    subject = next((c for c in first.lefts if c.dep_ in SUBJECTS), None)
    joint = next((c for c in reversed(first.rights) if c.dep_ == "cc" and c.i < verb.i), verb)
    above = first.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or subject is None or above.i > first.i or not has_subject(above):
        return
    tokens = verb.doc.tokens
    marks = [t.i for t in tokens[above.i : joint.i] if t.is_quote]
    is_whole = len(marks) == 2 and marks[0] <= subject.left_edge.i and marks[1] == joint.i - 1
    if is_whole and verb.tag_ == finite_part(above).tag_:
        yield from beside_verb(verb, above)


@at(none_below=SUBJECTS | {"mark"}, is_behind=True)
def behind_speaker(verb: Token) -> Iterator[Arc]:
    """ "The trains are late, the report says, and *need* repair": what it says goes on, as the verb's form tells."""
    sayer = verb.head
    if verb.dep_ != "conj" or not says(sayer) or not has_subject(sayer):
        return
    told = next((c for c in sayer.lefts if c.dep_ == "ccomp" and has_subject(c)), None)
    if sayer.dep_ == "parataxis" and sayer.head.i < sayer.i and has_subject(sayer.head):
        told = sayer.head
    joint = next((c for c in reversed(sayer.rights) if c.dep_ == "cc" and c.i < verb.i), None)
    if told is None or joint is None or not follows_comma(joint) or has_to(verb):
        return
    between = verb.doc.tokens[told.i : sayer.i]
    helper = finite_part(verb)
    if helper.tag_ not in FINITE | {"VB"} or any(t.is_quote or t.text in _APART for t in between):
        return
    is_state = verb.lemma_.lower() in wordlists.words_of("lasting states")  # "but had no plans"
    is_alike = told.tag_ == helper.tag_ == "VBD" and not (says(verb) or _is_of_persons(verb))  # "and *laid* off 90"
    if helper != verb or verb.lemma_ == "be" or verb.tag_ != sayer.tag_ or is_state or is_alike:
        yield from beside_verb(verb, told)


@at(tags="VB", below="aux", none_below=SUBJECTS, is_behind=True)
def next_to_do(verb: Token) -> Iterator[Arc]:
    """ "Asked them to wait and *to call* first", "for a place to rest and *to wash*": what they were asked, too."""
    above = verb.head
    if verb.dep_ != "conj" or not has_to(verb) or has_to(above) or above.pos_ not in VERBAL:
        return
    first = next((c for c in reversed(above.rights) if c.dep_ == "xcomp" and has_to(c) and c.i < verb.i), None)
    if first is None and verb.left_edge.i:
        link = verb.left_edge.nbor(-1)
        before = verb.doc.tokens[above.i + 1 : link.i]
        first = next((t for t in before if t.dep_ in ADNOMINAL and has_to(t) and t.right_edge.i == link.i - 1), None)
    if first is not None:
        yield from beside_verb(verb, first)


@at(none_below=SUBJECTS | {"mark"}, above_tags="VBD", is_behind=True)
def with_helper(verb: Token) -> Iterator[Arc]:
    """ "Wept as he ruled that it was untrue, *had hurt* her and *should* go", "said it was late and *would* pay": what
    stands with such a helper goes on with what is ruled or said, and not with a plain past."""
    first, helper = verb.head, finite_part(verb)
    if verb.dep_ != "conj" or helper.lower_ not in _SHIFTED or helper == verb or not has_subject(first):
        return
    is_silent = "neg" in verb.below and (says(verb) or verb.lemma_.lower() in wordlists.words_of("keeping silent"))
    if not HELPERS.isdisjoint(first.below) or has_to(verb) or is_silent:
        return
    before = verb.doc.tokens[first.i + 1 : helper.i]
    told = [
        t for t in before if t.dep_ == "ccomp" and says(t.head) and has_subject(t) and first in (t.head, *t.ancestors)
    ]
    others = [c for c in first.rights if c.dep_ == "conj" and c.i < verb.i]
    if told and not others and finite_part(told[-1]).tag_ in FINITE and told[-1].i > told[-1].head.i:
        yield from beside_verb(verb, told[-1])


@at(tags="VB", below="aux", none_below=SUBJECTS | {"mark"}, above="advcl", above_tags="VBD", is_behind=True)
def would_behind_when(verb: Token) -> Iterator[Arc]:
    """ "Had lost millions since the strike began and *would not rule out* a claim": no would goes on with a plain past
    that tells since when."""
    when = verb.head
    main = when.head
    is_when = any(c.dep_ == "mark" and c.lower_ in _WHEN for c in when.lefts) and HELPERS.isdisjoint(when.below)
    if verb.dep_ != "conj" or finite_part(verb).lower_ not in _SHIFTED or not is_when:
        return
    if main.pos_ in VERBAL and main.i < when.i and has_subject(main):
        yield from beside_verb(verb, main)


@at(none_below=SUBJECTS | {"mark"}, above="advcl", is_behind=True)
def outside_when(verb: Token) -> Iterator[Arc]:
    """ "Stays in jail until it is heard but *had* to pay", "can work until it is mended but *must* pay": no past and no
    "must" goes on with a present that tells till when."""
    when, helper = verb.head, finite_part(verb)
    main = when.head
    link = next((c.lower_ for c in when.lefts if c.dep_ in ("mark", "advmod") and c.lower_ in _WHEN | {"when"}), "")
    if verb.dep_ != "conj" or not link or finite_part(when).tag_ not in ("VBZ", "VBP") or main.pos_ not in VERBAL:
        return
    is_past = helper.tag_ == "VBD" and (helper != verb or verb.lemma_ == "have" or must_be_past(verb))
    is_modal = helper.lower_ in _AHEAD and link != "when"
    if (is_past or is_modal) and main.i < when.i and has_subject(main):
        yield from beside_verb(verb, main)


@at(tags="VBD", none_below=SUBJECTS | HELPERS | {"mark", "dobj", "ccomp", "xcomp", "attr"}, is_behind=True)
def had_but(verb: Token) -> Iterator[Arc]:
    """ "Lund said a rival had made an offer but *withdrew*": the rival, as Lund says; "but *declined* to name it" is
    what only a speaker does."""
    sayer = verb.head
    told = next((c for c in reversed(sayer.rights) if c.dep_ == "ccomp" and c.i < verb.i and has_subject(c)), verb)
    if verb.dep_ != "conj" or told == verb or not _is_told(sayer, told) or finite_part(told).lower_ != "had":
        return
    link = verb.doc.tokens[verb.left_edge.i - 1]
    doers = [c for c in told.lefts if c.dep_ in SUBJECTS]
    is_actor = any(is_people(c) or class_of_noun(c) in ACTORS for c in doers)
    is_going_on = any(t.tag_ == "VBG" for c in verb.rights for t in (c, *c.rights))  # "but went on searching"
    is_other = is_going_on or says(verb) or _is_of_persons(verb)
    if link.lower_ == "but" and not follows_comma(link) and is_actor and not is_other:
        yield from beside_verb(verb, told)


@at(tags="VBD", below="dobj", none_below=SUBJECTS | HELPERS | {"mark"}, above="ccomp", above_tags="VBD", is_behind=True)
def was_and_accused(verb: Token) -> Iterator[Arc]:
    """ "Lund said the union was ready to talk and *accused* the firm": who said so did, as a body that is in a state
    takes no side by that; "said the man was drunk and accused her" is left."""
    state = verb.head
    if verb.dep_ != "conj" or state.lemma_ != "be" or "acomp" not in state.below or not _is_told(state.head, state):
        return
    bodies = [c for c in state.lefts if c.dep_ in SUBJECTS]
    is_body = bool(bodies) and all(c.pos_ == "NOUN" and not is_people(c) for c in bodies)
    is_of_other = all(c.tag_ != "PRP" for c in verb.rights if c.dep_ == "dobj")
    if is_body and is_of_other and verb.lemma_.lower() in wordlists.words_of("taking sides"):
        yield from beside_verb(verb, state.head)


@at(tags="VBZ VBP VBN VBG", none_below=SUBJECTS | {"mark"}, above="ccomp", is_behind=True)
def in_number_of_sayer(verb: Token) -> Iterator[Arc]:
    """ "Locals say the mill fouled the well and *are suing* its owner": the mill would "is"; "The report says the mill
    fouled the well and *urges* a ban": what says so, in the same tense."""
    first = verb.head
    helper, sayer = finite_part(verb), first.head
    if verb.dep_ != "conj" or helper.tag_ not in ("VBZ", "VBP") or not _is_told(sayer, first):
        return
    things = [c for c in first.lefts if c.dep_ in SUBJECTS]
    sayers = [c for c in sayer.lefts if c.dep_ in SUBJECTS]
    if len(things) != 1 or len(sayers) != 1:
        return
    is_one = helper.tag_ == "VBZ"
    is_other = _number(things[0]) == ("many" if is_one else "one")
    is_stand = verb.tag_ == sayer.tag_ and verb.lemma_.lower() in wordlists.words("personal", "lemma")
    is_earlier = is_stand and finite_part(first).tag_ == "VBD" and things[0].tag_ != "PRP"
    is_his = _number(sayers[0]) == ("one" if is_one else "many") or is_stand
    if is_his and things[0].tag_ in _COUNTED and ((is_other and not _is_body(things[0])) or is_earlier):
        yield from beside_verb(verb, sayer)


def _number(noun: Token) -> str:
    """The number of a noun or a pronoun: of "they" many."""
    if noun.tag_ == "PRP":
        return _OF_PRONOUNS.get(noun.lower_, "")
    return number_of_noun(noun)


def _is_body(noun: Token) -> bool:
    """Whether a noun is one for people together, which British papers count as many: "the team are"."""
    return noun.lemma_.lower() in wordlists.words("collectives", "word") or class_of_noun(noun) in ACTORS


def _is_behind_but(verb: Token) -> bool:
    return any(c.lower_ == "but" and c.i < verb.i for c in verb.head.rights)


def _is_told(sayer: Token, content: Token) -> bool:
    """Whether a verb says what stands behind it, and has somebody who does."""
    return sayer.i < content.i and says(sayer) and has_subject(sayer)
