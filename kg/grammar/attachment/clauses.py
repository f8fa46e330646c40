"""Clauses that the parser hangs on the last verb, where they go on with an earlier one, or takes for the main one."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb, with_stop
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import NOUNS, TIMES, VERBAL, follows_comma
from kg.grammar.told import (
    does_to_it,
    is_mute,
    is_of_sayer,
    is_public_act,
    may_withhold_too,
    sayer_of,
    thinking_sayer,
    thinks_not,
    withholds,
    words_before,
)
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, ends_with_stop, finite_part, has_subject, has_to
from kg.parse import Token

_AFTER = frozenset({"after", "before", "until", "since"})  # prepositions, and conjunctions too
CONTRASTING = frozenset({"although", "though", "whereas", "while"})
_OPENING = _AFTER | {"as"}


def bare(verb: Token) -> Iterator[Arc]:
    """ "Will step down when the deal closes and *be replaced*": the helper of the first verb holds for it."""
    beside = verb.head
    if verb.dep_ != "conj" or beside.pos_ not in VERBAL or has_subject(verb) or _is_bare(beside):
        return
    if beside.dep_ == "relcl" and beside.tag_ == "VBP" == verb.tag_:
        return  # "is due to fumes, which darken the stone and eat it"
    is_joined = beside.tag_ == "VBP" and beside.i == verb.i - 2
    is_pair = is_joined and (
        beside.dep_ == "relcl" or verb.lower_before == "or"
    )  # "will tax firms that make or sell it"
    if finite_part(verb).tag_ == "VB" and not is_pair:
        first = next((t for t in beside.ancestors if t.pos_ in VERBAL and _is_bare(t)), None)
        if first is not None:
            yield from beside_verb(verb, first)


def _is_bare(verb: Token) -> bool:
    """Whether a verb stands in its base form, after "will" or "to"."""
    return verb.tag_ == "VB" or any(c.dep_ in HELPERS and c.tag_ in ("MD", "TO", "VB") for c in verb.lefts)


@at(tags="VBD VBZ VBN VBG VB", none_below=SUBJECTS)
def finite(verb: Token) -> Iterator[Arc]:
    """ "Asked voters to reject it and *offered* help", "allowed fish to leave the sea and *gave* rise to frogs": who
    asked offered; nobody is asked to offered."""
    first = verb.head
    is_open = any(c.dep_ in (*SUBJECTS, "mark") for c in verb.lefts)
    if verb.dep_ != "conj" or finite_part(verb).tag_ not in ("VBD", "VBZ") or not has_to(first) or is_open:
        return
    if any(c.lower_ == "have" for c in first.lefts):
        return  # "was to have signed it and met him"
    above = first.head
    if first.dep_ not in ("xcomp", "ccomp", "advcl") or above.pos_ not in VERBAL:
        return
    are_past = finite_part(verb).tag_ == "VBD" and above.tag_ in PAST  # "has offered to mediate but *ruled* it out"
    if are_past or above.tag_ == finite_part(verb).tag_:
        yield from beside_verb(verb, above)


@at(tags="VB", below="aux", none_below=SUBJECTS)
def infinitive(verb: Token) -> Iterator[Arc]:
    """ "Promised to rebuild homes that burned and *to pay* their owners": what is promised, and no homes that pay."""
    first = verb.head
    if verb.dep_ != "conj" or not has_to(verb) or has_to(first) or first.pos_ not in VERBAL:
        return
    above = next((t for t in first.ancestors if t.pos_ in VERBAL and has_to(t)), None)
    if (
        above is not None
        and above.dep_ in ("xcomp", "acl", "ccomp")
        and not any(c.dep_ == "xcomp" for c in first.rights)
    ):
        yield from beside_verb(verb, above)


@at(tags="VB", below="aux conj", above_tags="VB", is_behind=True)
def next_infinitive(verb: Token) -> Iterator[Arc]:
    """ "Pledged to cut taxes, *to build* homes and to open schools": the second of three, and no purpose."""
    is_next = has_to(verb) and has_to(verb.head) and follows_comma(verb.left_edge)
    if is_next and any(c.dep_ == "conj" and has_to(c) for c in verb.rights):
        yield verb, verb.head, "conj"


@at(tags=PAST, none_below=SUBJECTS)
def said_next(verb: Token) -> Iterator[Arc]:
    """ "Said it was leaking and *left*", "said it would close a mine, *sold* two": who says it does; "warned that the
    dam was weak and *urged* that it be emptied": a dam does not urge."""
    words = words_before(verb)
    if words is None or not (says(sayer_of(words)) or words.dep_ == "acl"):
        return
    sayer = sayer_of(words)
    if (thinking := thinking_sayer(sayer)) != sayer and is_of_sayer(verb, words, thinking):
        yield from beside_verb(verb, thinking)
        return
    above = sayer.head
    if sayer.dep_ == "ccomp" and above.i < sayer.i and has_subject(above) and is_public_act(verb, sayer):
        yield from beside_verb(verb, above)  # "said he believed the fires were linked and *urged* shopkeepers to check"
        return
    is_its = does_to_it(verb, words) and has_subject(sayer) and sayer.i < words.i
    if is_its or is_of_sayer(verb, words, sayer) or _is_telling(verb, words, sayer):
        comma = verb.nbor(-1)
        is_second = verb.dep_ == "ccomp" and comma.text == ","
        yield from [(comma, verb, "punct"), (verb, sayer, "conj")] if is_second else beside_verb(verb, sayer)


@at(tags="VB", below="neg aux", none_below=SUBJECTS, is_behind=True)
def kept_silent(verb: Token) -> Iterator[Arc]:
    """ "Said two men had been held, but *would not name* them", "but did not say when": who said so; "said the envoy
    would come but would not name his host"."""
    told = verb.head
    others = [c for c in told.lefts if c.dep_ in SUBJECTS]
    if verb.dep_ != "conj" or told.dep_ != "ccomp" or not withholds(verb) or may_withhold_too(verb):
        return
    is_same = any(c.tag_ == "MD" for c in told.lefts) and any(map(is_people, others))
    if says(told.head) and has_subject(told.head) and told.head.i < told.i and not is_same:
        yield from beside_verb(verb, told.head)


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def other_voice(verb: Token) -> Iterator[Arc]:
    """ "Say looters came, while the army *insists* it kept order", "found that naps help, while a trial *reported* no
    gain": set against what others say, and no part of it."""
    is_contrast = any(c.dep_ == "mark" and c.lower_ in CONTRASTING for c in verb.lefts)
    if verb.dep_ != "advcl" or not is_contrast or not follows_comma(verb.left_edge) or not says(verb):
        return
    if "ccomp" in verb.below or _is_study(verb):
        sayers = _sayers_above(verb)
        yield from ((verb, sayer, "advcl") for sayer in sayers[-1:])


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def set_against(verb: Token) -> Iterator[Arc]:
    """ "Said the dam was sound, though engineers *have found* cracks", "denied that it sold the land, though a bank
    *confirmed* it": no report shifts a tense and leaves the next; who denies or insists proves no other."""
    is_contrast = any(c.dep_ == "mark" and c.lower_ in CONTRASTING for c in verb.lefts)
    if verb.dep_ != "advcl" or not is_contrast or not follows_comma(verb.left_edge) or verb.head.i > verb.i:
        return
    sayers = _sayers_above(verb)
    sayer = sayers[-1] if sayers else verb
    told = next((c for c in sayer.rights if c.dep_ == "ccomp" and c.i < verb.i), None)
    if told is None or not has_subject(told):
        return
    marks = [t for t in verb.doc.tokens[sayer.i : verb.i] if t.is_quote]
    if len(marks) % 2:
        return  # 'said that "it was sound, though engineers have found cracks"'
    own = finite_part(verb)
    doer = next((c for c in verb.lefts if c.dep_ == "nsubj"), verb)
    others = [c for c in told.lefts if c.dep_ in SUBJECTS and c.tag_ in ("NNS", "NNPS")]
    if doer.tag_ == "PRP" and withholds(verb) and not (doer.lower_ == "they" and others):
        yield verb, sayer, "advcl"  # "said it would reopen, though she *declined* to name a day"
        return
    is_unshifted = own.tag_ in ("VBZ", "VBP") and finite_part(sayer).tag_ == "VBD" and _is_shifted(told)
    taking_a_stand = wordlists.words("disputing", "lemma") | wordlists.words_of("insisting")
    is_stand = sayer.lemma_.lower() in taking_a_stand and own.lower_ != "had"
    if is_unshifted or is_stand:
        yield verb, sayer, "advcl"


@at(below="mark", any_below=SUBJECTS, above_tags="VBD", is_behind=True)
def also_told(verb: Token) -> Iterator[Arc]:
    """ "Said it was too soon to name a cause, though divers *were looking* at the keel": he goes on, in the tense of a
    report; "though police *closed* the road" may be the writer's."""
    sayer, own = verb.head, finite_part(verb)
    is_contrast = any(c.dep_ == "mark" and c.lower_ in CONTRASTING for c in verb.lefts)
    is_shifted = own.lower_ in ("had", "would", "could") or (own.lower_ in ("was", "were") and verb.tag_ == "VBG")
    told = next((c for c in sayer.rights if c.dep_ == "ccomp" and c.i < verb.i), verb)
    if (
        verb.dep_ != "advcl"
        or not (is_contrast and is_shifted and says(sayer))
        or told == verb
        or not has_subject(told)
    ):
        return
    if follows_comma(verb.left_edge) and not (says(verb) or withholds(verb)):
        yield verb, told, "advcl"


def _is_shifted(told: Token) -> bool:
    """Whether what is said stands in a past tense, or in the future of one."""
    start = finite_part(told)
    return start.tag_ == "VBD" or start.lower_ in ("would", "could", "might")


@at(tags="VBD", below="nsubj", above="ccomp", is_behind=True)
def other_study(verb: Token) -> Iterator[Arc]:
    """ "An audit found that loans were bad, and a review *blamed* the board": no part of what the audit found."""
    if verb.dep_ != "conj" or verb.head.lower_ == "that" or not _is_study(verb) or has_that(verb):
        return
    joint = next((c for c in reversed(verb.head.rights) if c.dep_ == "cc" and c.i < verb.i), None)
    sayers = [sayer for sayer in _sayers_above(verb) if _is_study(sayer)]
    if joint is not None and follows_comma(joint) and sayers:
        yield from beside_verb(verb, sayers[-1])


def _is_study(verb: Token) -> bool:
    """Whether one study of several is the subject: "a second trial found", "a federal audit blamed"."""
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None)
    if subject is None or subject.lemma_.lower() not in wordlists.words("studies", "lemma"):
        return False
    return any(c.lower_ in ("a", "an", "another", "one") for c in subject.lefts)


def _sayers_above(verb: Token) -> list[Token]:
    """The verbs of saying, with a subject, in whose words a verb stands, inmost first."""
    above = [verb.head, *verb.head.ancestors]
    return [t.head for t in above if t.dep_ == "ccomp" and t.i > t.head.i and says(t.head) and has_subject(t.head)]


def _is_telling(verb: Token, words: Token, sayer: Token) -> bool:
    """Whether a verb of speech with words of its own can only go on with another one."""
    things = [c for c in words.lefts if c.dep_ in SUBJECTS]
    if not things or not says(sayer) or not any(c.dep_ == "ccomp" and has_that(c) for c in verb.rights):
        return False
    is_thinking = verb.lemma_.lower() in wordlists.words("views", "lemma")
    return (says(verb) and all(is_mute(t) for t in things)) or (is_thinking and all(thinks_not(t) for t in things))


def says(verb: Token) -> bool:
    """Whether a verb is one of saying, with what is said in a clause: "claim", "warn"."""
    return verb.lemma_.lower() in wordlists.saying()


def has_that(verb: Token) -> bool:
    """Whether a clause opens with "that"."""
    return any(c.dep_ == "mark" and c.lower_ == "that" for c in verb.lefts)


@at(tags=FINITE | {"VB", "VBN", "VBG"}, none_below=SUBJECTS)
def after_noun(verb: Token) -> Iterator[Arc]:
    """ "Ended after the union, which had lost members, *accepted* the offer", "as a fire that broke out *spread*": the
    noun is the subject, and the preposition opens the clause."""
    first, start = verb.head, finite_part(verb)
    is_opened = any(c.dep_ == "mark" or c.tag_ == "WRB" for c in verb.lefts)
    if verb.dep_ not in ("conj", "advcl", "ccomp") or is_opened or start.tag_ not in FINITE:
        return
    if verb.i > first.i and _is_joined(verb, first):
        return
    preposition = next((t for t in reversed(verb.doc[first.i : verb.i]) if t.lower_ in _OPENING), None)
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None) if preposition is not None else None
    if preposition is None or noun is None or not (preposition.head == first or first.is_ancestor(preposition)):
        return
    if noun.ent_type_ in TIMES:
        return  # "has shrunk since May, when its owner left, | sold his car and died"
    commas = [t for t in verb.doc[noun.i : start.i] if t.text == ","]
    is_set_off = follows_comma(start) and len(commas) > 1
    aside = commas[0].nbor() if is_set_off else verb
    is_called = (
        is_set_off and aside.dep_ in ("det", "compound") and aside.head.dep_ == "appos" and aside.head.head == noun
    )
    is_as = preposition.lower_ == "as" and aside.tag_ == "VBG" and aside.head == preposition.head
    is_next = start == verb and noun.right_edge.i == start.i - 1  # not "people flagged as ill | can appeal"
    is_after = (is_set_off and preposition.lower_ in _AFTER) or is_called or is_next
    if is_as or (is_after and verb.dep_ != "ccomp"):
        yield from _drawn_in(noun, preposition, verb, preposition.head)
        is_told = aside.tag_ in ("VBG", "VBN") and aside.head == verb.head and aside != verb
        yield from [(aside, noun, "acl")] if is_as or is_told else []


def _is_joined(verb: Token, first: Token) -> bool:
    """Whether an "and" before a verb has no other one behind it; not "ate and slept until his wife, Ann, | came"."""
    joint = next((c for c in reversed(first.rights) if c.dep_ == "cc" and c.i < verb.i), None)
    return joint is not None and not any(c.dep_ == "conj" and joint.i < c.i < verb.i for c in first.rights)


@at(below="ccomp nsubj")
def after_named(root: Token) -> Iterator[Arc]:
    """ "He was held after an auditor, Wendy Cho, *noticed* it": the first clause is what the sentence says."""
    first = next((c for c in root.lefts if c.dep_ == "ccomp"), None)
    name = next((c for c in root.lefts if c.dep_ == "nsubj"), None)
    if root.dep_ != "ROOT" or first is None or name is None or not follows_comma(root):
        return
    if root.lemma_.lower() in wordlists.saying() and not any(c.dep_ == "ccomp" for c in root.rights):
        return  # "He left after a row, Lund, a clerk, said"
    if name.left_edge.i < 2 or not follows_comma(name.left_edge):
        return
    noun = root.doc[name.left_edge.i - 2]
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _AFTER or preposition.head != first:
        return
    yield first, first, "ROOT"
    yield from with_stop(root, first)
    yield name, noun, "appos"
    yield from _drawn_in(noun, preposition, root, first)


def _drawn_in(noun: Token, preposition: Token, verb: Token, first: Token) -> Iterator[Arc]:
    """What stood behind a preposition as the subject of a clause that it opens."""
    yield verb, first, "advcl"
    yield noun, verb, "nsubj"
    yield preposition, verb, "mark"


@at(tags=FINITE, none_below=SUBJECTS)
def reduced(verb: Token) -> Iterator[Arc]:
    """ "Lang, *said* to be the owner, resigned": said of Lang, who resigned."""
    first = verb.head.head if verb.dep_ == "advcl" and verb.head.dep_ == "xcomp" else verb.head
    if verb.dep_ not in ("conj", "advcl") or has_subject(verb) or not follows_comma(verb):
        return
    if verb.dep_ == "advcl" and first == verb.head:
        return
    subject = next((c for c in first.lefts if c.dep_ == "nsubj"), None)
    if subject is None or first.tag_ not in PAST or not follows_comma(first):
        return
    is_open = any(t.text == "," for t in verb.doc[subject.i : first.i - 1])
    if is_open or any(c.dep_ in ("cc", "aux", "auxpass") and c.i < verb.i for c in first.children):
        return  # "Lund, a clerk, rose, ..."
    yield verb, verb if first.dep_ == "ROOT" else first.head, first.dep_
    yield subject, verb, "nsubj"
    yield from ((c, verb, c.dep_) for c in first.rights if c.i >= verb.i - 1 and c != verb)
    first.tag_ = "VBN"
    yield first, subject, "acl"


@at(tags=PAST, above="ROOT", is_behind=True)
def main(verb: Token) -> Iterator[Arc]:
    """ "The council *named* Ann Cole as chief.", "Osei, a forward, *scored* in May and won.": no noun with a
    participle, but a sentence with its verb."""
    noun = verb.head
    if not is_missed(verb):
        return
    verb.tag_ = "VBD"
    yield verb, verb, "ROOT"
    yield noun, verb, "nsubj"
    called = [c for c in verb.rights if c.dep_ == "oprd"]
    if called and called[0].pos_ == "PROPN" and "dobj" not in verb.below:  # "named *Ann Cole*", "named Tarsk the seat"
        yield called[0], verb, "dobj"
    for child in [c for c in noun.rights if c.i > verb.i]:
        yield child, verb, "advcl" if child.dep_ == "acl" else child.dep_


def is_missed(verb: Token) -> bool:
    """Whether what was taken for a participle on the only noun is the verb of its sentence."""
    noun = verb.head
    if noun.dep_ != "ROOT" or noun.pos_ not in NOUNS or verb.i < noun.i or verb.tag_ not in PAST:
        return False
    if not ends_with_stop(noun) or any(c.dep_ in ("agent", "auxpass") for c in verb.children):
        return False
    is_other = any(c.tag_ in FINITE for c in noun.children if c != verb and c.dep_ != "relcl")
    return not is_other and _must_be_finite(verb)


def _must_be_finite(verb: Token) -> bool:
    """Whether no participle stands so: beside a finite verb, behind a clause set off ("the firm, which makes toys,
    *filed* for it"), with whom it names, or of a verb without passive."""
    if any(c.dep_ == "conj" and finite_part(c).tag_ == "VBD" and not has_subject(c) for c in verb.rights):
        return True
    if follows_comma(verb) and any(c.dep_ == "relcl" and c.right_edge.i == verb.i - 2 for c in verb.head.rights):
        return True
    if verb.lemma_ in wordlists.naming():
        made = [c for c in verb.rights if c.dep_ in ("oprd", "dobj")]
        return any(c.pos_ == "PROPN" or (c.tag_ == "NN" and c.left_edge.ent_type_ == "PERSON") for c in made)
    particle = next((f" {c.lower_}" for c in verb.rights if c.dep_ == "prt"), "")
    return f"{verb.lemma_.lower()}{particle}" in wordlists.words("intransitive", "lemma")


@at(tags="VBD", above_tags="VBD", is_behind=True)
def listed_verb(verb: Token) -> Iterator[Arc]:
    """ "Declared war, *cut* short a visit and promised help": the next of several deeds, and no side clause."""
    first = verb.head
    if verb.dep_ != "advcl" or first.tag_ != "VBD" or verb.i < first.i or not follows_comma(verb):
        return
    is_opened = any(c.dep_ in ("mark", *SUBJECTS) or c.tag_ in ("WRB", "IN") for c in verb.lefts)
    if not is_opened and any(c.dep_ == "conj" and c.tag_ == "VBD" and not has_subject(c) for c in verb.rights):
        yield verb, first, "conj"
