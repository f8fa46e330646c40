"""Clauses with "that" which the parser hangs beside the verb whose content they are."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb, with_stop
from kg.grammar.attachment.clauses import has_that, says
from kg.grammar.attachment.complements import is_body
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.told import thinks_not
from kg.grammar.verbs import HELPERS, SUBJECTS, closes_sentence, finite_part, has_subject, has_to
from kg.parse import Token

_CONTENTS = frozenset({"acl", "pcomp"})
_DETERMINING = frozenset({"det", "poss", "nummod"})
_HOW = frozenset({"how", "why", "where"})
_KNOWING = frozenset({"know", "explain", "show", "ask"})
_TAKEN = frozenset({"ccomp", "xcomp"})
_NOUNS = frozenset({"NN", "NNS"})
_LOOSE_OBJECTS = frozenset({"dobj", "npadvmod", "attr"})  # what the parser makes of a speaker behind a comma
_NO_CONTENT = frozenset({"so", "now", "given", "provided", "such", "than", "in", "except", "supposing", "seeing"})


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def that_it_was(verb: Token) -> Iterator[Arc]:
    """ "Told the crowd, gathered at noon, *that it had won*", "reported, citing two clerks, *that it had*": what was
    told, and not when or why, nor what clerks they are."""
    that = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    if that is None or that.lower_ != "that" or that.text_before.lower() in _NO_CONTENT:
        return
    asides = (t for t in verb.ancestors if t.i < that.i and _is_aside_with_object(t))
    if verb.dep_ != "advcl" and (that.text_before != "," or not any(asides)):
        return
    sayer = next((t for t in _verbs_before(that, verb) if _tells(t)), None)
    if sayer is not None and _TAKEN.isdisjoint(sayer.below) and "expl" not in sayer.below:
        yield verb, sayer, "ccomp"


def _is_aside_with_object(verb: Token) -> bool:
    """Whether a participle has all that it asks for: "citing two clerks"."""
    return verb.tag_ == "VBG" and verb.dep_ == "advcl" and "dobj" in verb.below


@at(below="mark advcl", any_below=SUBJECTS, is_behind=True)
def said_doing(verb: Token) -> Iterator[Arc]:
    """ "Said, *citing* two clerks, that it had sunk": nothing before its "that" is part of what is said."""
    that = next((c for c in verb.lefts if c.dep_ == "mark"), verb)
    if that.lower_ == "that" and verb.dep_ == "ccomp" and verb.head.i < that.i and _tells(verb.head):
        yield from ((c, verb.head, c.dep_) for c in [*verb.lefts] if c.i < that.i and c.tag_ == "VBG")


@at(any_below=SUBJECTS, is_behind=True)
def told_by(verb: Token) -> Iterator[Arc]:
    """ "Was told by a nurse who treated the boy *that guards beat him*", "told a nurse who treated him *that he was
    cold*": what is told, where nothing is left for the "that" to stand for."""
    that, above = verb.left_edge, verb.head
    is_filled = any(c.dep_ in ("dobj", "acomp", "attr") and c != that for c in verb.rights) or "auxpass" in verb.below
    is_second = that.dep_ in SUBJECTS and not any(c.dep_ in SUBJECTS and c != that for c in verb.lefts)
    is_loose = verb.dep_ == "relcl" or (verb.dep_ == "ccomp" and "dobj" in above.below and not _tells(above))
    if that.lower_ != "that" or that.head != verb or is_second or not (is_filled and is_loose):
        return
    beside = (t for t in above.ancestors if t.dep_ in ("agent", "dobj", "dative") and t.i < that.i)
    teller = next((t for t in beside if t.head.lemma_.lower() in wordlists.telling_people()), verb)
    sayer = teller.head
    if teller is not verb and sayer.lemma_.lower() in wordlists.telling_people() and _TAKEN.isdisjoint(sayer.below):
        that.tag_ = "IN"
        yield verb, sayer, "ccomp"
        yield that, verb, "mark"


@at(tags="VBD VBZ VBP VBN VB VBG JJ NN", any_below=SUBJECTS, is_behind=True)
def how_it_was(verb: Token) -> Iterator[Arc]:
    """ "Could not say with certainty *where it came from*", "told in a letter *why he left*": what was said or not, and
    nothing of the certainty or the letter."""
    opening = verb.left_edge
    sayer = verb.head if verb.dep_ == "advcl" else verb.head.head.head
    if opening.lower_ not in _HOW or sayer.pos_ not in VERBAL or not _TAKEN.isdisjoint(sayer.below):
        return
    is_of_way = verb.dep_ == "advcl" or (verb.head.dep_ == "pobj" and verb.head.head.i < verb.head.i < opening.i)
    is_no_place = opening.lower_ != "where" or verb.head.lemma_.lower() in wordlists.words_of("with certainty")
    is_next = opening.i in (verb.head.right_edge.i + 1, verb.head.i + 1) or verb.dep_ == "advcl"
    if is_of_way and is_no_place and is_next and (says(sayer) or sayer.lemma_ in _KNOWING):
        yield verb, sayer, "ccomp"


@at(below="mark ccomp", any_below=SUBJECTS)
def of_main_behind_aside(verb: Token) -> Iterator[Arc]:
    """ "Is not sure, *at this stage*, that it sank": what is not; no main clause opens with "that"."""
    that = next((c for c in verb.lefts if c.dep_ == "mark" and c.lower_ == "that"), None)
    first = next((c for c in verb.lefts if c.dep_ == "ccomp" and c.pos_ in VERBAL), None)
    if that is None or first is None or verb.dep_ != "ROOT" or first.i > that.i or that.text_before != ",":
        return
    taker = next((c for c in first.rights if c.dep_ in ("acomp", "attr", "oprd") and c.i < that.i), first)
    yield first, first, "ROOT"
    yield verb, taker, "acl" if taker.pos_ == "NOUN" else "ccomp"
    yield from ((c, first, c.dep_) for c in verb.children if c.i < that.i and c != first)
    yield from with_stop(verb, first)


@at(tags="VBG", below="pobj")
def behind_opening(root: Token) -> Iterator[Arc]:
    """ "Following claims that a coach hit players, the club *hired* a lawyer": a comma ends what is claimed."""
    noun = next((c for c in root.rights if c.dep_ == "pobj"), root)
    main = next((c for c in noun.rights if c.dep_ == "acl" and has_that(c) and has_subject(c)), root)
    told = next((c for c in main.lefts if c.dep_ == "advcl" and has_subject(c) and not has_that(c)), root)
    between = main.doc.tokens[told.right_edge.i + 1 : main.i]
    if root.dep_ != "ROOT" or main is root or told is root or not between or between[0].text != ",":
        return
    that = next((c for c in main.lefts if c.dep_ == "mark"), main)
    told.tag_ = "VBD" if told.tag_ == "VBN" and HELPERS.isdisjoint(told.below) else told.tag_
    yield main, main, "ROOT"
    yield root, main, "prep"
    yield told, noun, "acl"
    yield that, told, "mark"
    yield from with_stop(root, main)


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def of_adjective(verb: Token) -> Iterator[Arc]:
    """ "She is sure, *after ten years*, that it sank": what she is sure of; not "so icy that cars slid"."""
    that = next((c for c in verb.lefts if c.dep_ == "mark"), None)
    adjective = next((c for c in verb.head.rights if c.dep_ == "acomp" and c.i < verb.i), None)
    if that is None or that.lower_ != "that" or adjective is None or that.text_before != ",":
        return
    if adjective.i < that.i and not any(c.lower_ == "so" for c in adjective.lefts):
        yield verb, adjective, "ccomp"
        yield from ((c, verb.head, c.dep_) for c in verb.lefts if adjective.i < c.i < that.i)


@at(below="nsubj", above="dobj pobj", is_behind=True)
def told_that(verb: Token) -> Iterator[Arc]:
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


@at(any_below=SUBJECTS, is_behind=True)
def that_itself(verb: Token) -> Iterator[Arc]:
    """ "Said *that* had changed", "told him *that* was enough": that, and no pronoun of a relative clause."""
    that, above = next((c for c in verb.lefts if c.dep_ in SUBJECTS), verb), verb.head
    is_said = (says(above) or above.lemma_.lower() in wordlists.telling_people()) and above.dep_ not in ADNOMINAL
    is_inverted = verb.lemma_ == "have" and "ccomp" in verb.below  # "said that had the rule been in force"
    if that.lower_ == "that" and that.tag_ == "WDT" and is_said and not is_inverted:
        that.tag_, that.pos_ = "DT", "PRON"
        yield verb, above, "ccomp"


@at(below="nsubj", above="dobj dative", is_behind=True)
def told_it_was(verb: Token) -> Iterator[Arc]:
    """ "Told drivers *that was* untrue": what they were told; of drivers it would be "who were"."""
    hearers, that = verb.head, verb.left_edge
    is_single = finite_part(verb).tag_ == "VBZ" or finite_part(verb).lower_ == "was"
    is_bare = _DETERMINING.isdisjoint(hearers.below)
    is_subject = that.lower_ == "that" and that.dep_ == "nsubj" and that.head == verb and that.i == hearers.i + 1
    is_single |= is_bare and finite_part(verb).tag_ != "VBP" and finite_part(verb).lower_ != "were"
    is_many = hearers.tag_ == "NNS" and is_people(hearers)
    if verb.dep_ != "relcl" or not is_subject or not is_many or not is_single:
        return
    is_telling = hearers.head.lemma_.lower() in wordlists.words("telling", "lemma")
    if is_telling and _TAKEN.isdisjoint(hearers.head.below):
        that.tag_ = "DT"
        yield verb, hearers.head, "ccomp"


def _verbs_before(that: Token, verb: Token) -> Iterator[Token]:
    """The verbs before a clause that it can hang on, the nearest first: those above it, and those beside it."""
    above = [t for t in verb.ancestors if t.pos_ in VERBAL and t.i < that.i]
    beside = [c for c in verb.head.children if c.pos_ in VERBAL and c.i < that.i and c.dep_ in ("advcl", "conj")]
    yield from sorted({t.i: t for t in (*above, *beside)}.values(), key=lambda t: -t.i)


def _tells(verb: Token) -> bool:
    """Whether a verb has a clause as content, and room for it: "told the crowd", not "said a prayer"."""
    if verb.lemma_.lower() in wordlists.telling_people():
        return True
    return says(verb) and has_subject(verb) and "dobj" not in verb.below and "auxpass" not in verb.below


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def next_that(verb: Token) -> Iterator[Arc]:
    """ "Found that the jail held 900, *that half felt unsafe*", "warned him that there was no road and *that the wells
    were dry*": found and warned of, too; nothing holds that."""
    that, above = next(c for c in verb.lefts if c.dep_ == "mark"), verb.head
    is_opening = that.lower_ == "that" and that.text_before in (",", "and")
    if not is_opening or above.lemma_.lower() in wordlists.content_nouns():
        return
    if above.pos_ in VERBAL and "dobj" not in above.below and says(above):
        return
    first = next((t for t in (above, *above.ancestors) if t.dep_ == "ccomp" and has_that(t)), None)
    if first is None or not first.head.i < first.i < that.i:
        return
    if says(first.head) or first.head.lemma_.lower() in wordlists.telling_people():
        yield verb, first, "conj"


@at(below="mark")
def second_that(verb: Token) -> Iterator[Arc]:
    """ "Said the mine would close if prices fell and *that workers would be paid*", "the truth is that she married a
    man who died and *that the house was sold*": said, too, and true."""
    if verb.dep_ != "conj" or verb.head.dep_ == "ccomp" or not has_that(verb) or has_that(verb.head):
        return
    above = [verb.head, *verb.head.ancestors]
    said = next((t for t in above[1:] if t.dep_ == "ccomp" or (t.dep_ in _CONTENTS and has_that(t))), None)
    if said is None and verb.head.pos_ not in VERBAL:  # "said 17 were hurt, two of them badly, and that more could be"
        said = next((c for t in above for c in t.rights if c.dep_ == "ccomp" and c.i < verb.head.i), None)
    if said is not None and said.head.i < verb.i and (says(said.head) or has_that(said)):
        yield from beside_verb(verb, said)


def _may_have_told(teller: Token, verb: Token) -> bool:
    """Whether a participle may be a past tense behind who tells: not "sold the farms, the houses described in it", "a
    firm at Tarn, a label established in May"."""
    is_new = any(child.lower_ in ("a", "an") for child in teller.lefts)
    return not is_new and not thinks_not(teller) and verb.lemma_.lower() in wordlists.words_of("told at the end")


@at(tags=PAST, none_below=SUBJECTS | {"dobj", "ccomp", "xcomp", "aux", "auxpass", "agent"}, is_behind=True)
def heard_last(verb: Token) -> Iterator[Arc]:
    """ "The bill may top £9m, a meeting in Leeds *heard* on Monday", "Orlo is to buy Tarn, the two firms *announced*":
    what was heard, and no meeting to top."""
    hearer, root = verb.head, verb.sent.root
    opening = hearer.left_edge
    is_last = verb.dep_ == "acl" and closes_sentence(verb) and opening.text_before == ","
    is_telling = says(verb) or verb.lemma_.lower() in wordlists.words("hearing", "lemma")
    is_known = opening.dep_ in ("det", "poss") or (hearer.tag_ == "NNS" and hearer.dep_ in _LOOSE_OBJECTS)
    is_known &= verb.tag_ == "VBD" or _may_have_told(hearer, verb)
    if not (is_last and is_telling and is_known) or root.i > opening.i or not has_subject(root):
        return
    is_apart = hearer.dep_ in _LOOSE_OBJECTS and hearer.head == root
    if is_apart or not any(t.text == "," and t.i < opening.i - 1 for t in verb.doc.tokens[root.i : opening.i]):
        verb.tag_ = "VBD"
        yield verb, verb, "ROOT"
        yield hearer, verb, "nsubj"
        yield root, verb, "ccomp"


@at(any_below=SUBJECTS, is_behind=True)
def with_object(verb: Token) -> Iterator[Arc]:
    """ "Denied a report in a paper *that* Lund would sell two mills": what it says, where the verb has its object
    or asks for none: "a complaint *that* he had lied", "the view of the judge *that* he lied to her", "an order *that*
    the troops withdraw", "a claim by the union *that* he had met with Orr"; not "the order that they follow"."""
    that = verb.left_edge
    inner = [c for c in verb.rights if c.dep_ == "xcomp" and has_to(c)]
    is_object = that.lower_ == "that" and that.dep_ == "dobj" and that.head in (verb, *inner)
    if not is_object or verb.head.tag_ not in _NOUNS:
        return
    lemma = that.head.lemma_.lower()
    is_stranded = any(c.dep_ == "prep" and not c.n_rights for c in that.head.rights)
    is_bare = lemma in wordlists.words("intransitive", "lemma") and not is_stranded
    is_filled = any(c.dep_ == "dobj" and c.i > that.head.i for c in that.head.rights)
    noun = _put_forward(verb.head)
    is_put_by = any(c.lower_ == "by" and c.i < that.i for c in noun.rights)
    is_put_by = is_put_by and any(c.dep_ == "prep" and c.n_rights for c in that.head.rights)
    is_filled |= is_put_by and lemma not in wordlists.words("handling", "lemma") | wordlists.words("uttering", "lemma")
    is_wanted = that.head.tag_ in ("VB", "VBP") and noun.lemma_.lower() in wordlists.demand_nouns()
    is_wanted = is_wanted and (lemma not in wordlists.words("handling", "lemma") or noun.head.tag_ == "VBD")
    is_wanted = is_wanted and all(c.dep_ not in HELPERS for c in that.head.lefts)
    if (is_filled or is_bare or is_wanted) and noun.lemma_.lower() in wordlists.content_nouns():
        yield that, verb, "mark"


def _put_forward(noun: Token) -> Token:
    """Of "the view of the judge" the view; else the noun itself."""
    above = noun.head
    is_held = noun.dep_ == "pobj" and above.lower_ in ("of", "by") and above.head.tag_ in _NOUNS
    is_own = noun.lemma_.lower() in wordlists.content_nouns()
    return above.head if is_held and not is_own else noun
