"""What tells when, hung on another verb than the one whose time it is."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import NOUNS, TIMES, VERBAL
from kg.grammar.records import LONG, SINCE, record_before
from kg.grammar.verbs import FINITE, HELPERS, OBJECTS, SUBJECTS, finite_part, has_subject, has_to, is_passive
from kg.parse import Token

_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "conj"})
_HAVE = frozenset({"have", "'ve"})
_NOW = frozenset({"now", "currently"})
_IDLE = frozenset({"it", "that", "this", "which"})
_WITHIN = frozenset({"in", "for", "within"})
_THEN = frozenset({"before", "after", "since", "during", "between", "until", "while", "when"})
_THESE = frozenset({"last", "this"})
_NEAR = frozenset({"minute", "hour", "day", "week", "month"})


def never_before(before: Token) -> Iterator[Arc]:
    """ "A rule never *before* used": not used till then; "before" opens no clause."""
    verb = before.head
    never = before.nbor(-1) if before.i else before
    if never.lower_ == "never" and verb.tag_ in PAST and not has_subject(verb):
        yield before, verb, "advmod"
        yield never, verb, "neg"


def since_when(preposition: Token) -> Iterator[Arc]:
    """ "Has tried to sell it *since* May": since when it has tried; "is looking into three thefts *since* May": since
    when there were thefts."""
    verb = preposition.head
    if preposition.i < verb.i or verb.pos_ != "VERB" or may_have_lasted(verb):
        return
    noun = next((c for c in reversed(verb.rights) if c.dep_ == "dobj" and c.i < preposition.i), None)
    above = _lasting_above(verb) or noun
    if above is not None:
        yield preposition, above, "prep"


def may_have_lasted(verb: Token) -> bool:
    """Whether a verb may tell what has been so since then: none that is to come, or goes on at one time."""
    return _has_lasted(verb) or not (has_to(verb) or _is_of_one_time(verb))


def _lasting_above(verb: Token) -> Token | None:
    while verb.dep_ in _CLAUSES:
        verb = verb.head
        if _has_lasted(verb):
            return verb
    return None


def _has_lasted(verb: Token) -> bool:
    helpers = (*verb.lefts, *(verb.head.lefts if verb.dep_ == "conj" else ()))
    return any(c.dep_ in HELPERS and c.lemma_ in _HAVE for c in helpers)


def _is_of_one_time(verb: Token) -> bool:
    """ "Is *searching*", "will *fall*"."""
    helpers = [c for c in verb.lefts if c.dep_ == "aux"]
    return any(c.tag_ == "MD" or (verb.tag_ == "VBG" and c.lemma_ == "be") for c in helpers)


@at(above="pobj", is_behind=True)
def to_the_point(verb: Token) -> Iterator[Arc]:
    """ "Fell to the point *that* boats ran aground": what came of it; nobody went to a point or claims it."""
    noun = verb.head
    preposition, opener = noun.head, verb.left_edge
    above = preposition.head
    is_result = noun.lower_ == "point" and noun.lower_before == "the" and preposition.lower_ == "to"
    if is_result and opener.lower_ in ("that", "where") and opener.i == noun.i + 1 and above.pos_ in VERBAL:
        yield verb, above, "advcl"
        yield preposition, verb, "mark"
        yield opener, verb, "mark"


@at(below="pobj", is_behind=True)
def of_example(preposition: Token) -> Iterator[Arc]:
    """ "Was fined twice, most *recently* in 2023": one of the times, and not when it was fined."""
    adverb = preposition.nbor(-1)
    is_most = adverb.dep_ == "advmod" and any(c.lower_ == "most" for c in adverb.lefts)
    if is_most and adverb.head is preposition.head and adverb.lower_ in wordlists.words("sentence_adverbs", "word"):
        yield preposition, adverb, "prep"


@at(any_below="pobj pcomp", is_behind=True)
def of_record(preposition: Token) -> Iterator[Arc]:
    """ "Fell to its lowest level *in* ten years", "won its first cup *since* 2011": in how long it is the lowest."""
    if preposition.head.pos_ != "VERB" or preposition.i - 1 <= preposition.head.i:
        return
    long = LONG if not _is_to_come(preposition.head) else LONG - _NEAR  # "will open its largest mill *in two weeks*"
    is_long = any(c.dep_ == "pobj" and c.lemma_.lower() in long for c in preposition.rights)
    is_fitting = preposition.lower_ == SINCE or (preposition.lower_ in _WITHIN and is_long)
    if is_fitting and (noun := record_before(preposition.nbor(-1))) is not None and noun.i > preposition.head.i:
        yield preposition, noun, "prep"


@at(below="mark", any_below=SUBJECTS, is_behind=True)
def record_since(verb: Token) -> Iterator[Arc]:
    """ "Sank to the lowest price since the mine *opened*", "had their steepest drop since it *was* founded": of which
    time it is the lowest."""
    opener, above = verb.left_edge, verb.head
    if opener.lower_ != SINCE or above.pos_ not in VERBAL or opener.i - 1 <= above.i:
        return
    noun = record_before(opener.nbor(-1))
    if noun is not None and noun.i > above.i and not (noun.dep_ == "dobj" and _has_lasted(above)):
        yield verb, noun, "advcl"


def _is_to_come(verb: Token) -> bool:
    return any(c.tag_ in ("MD", "TO") for c in verb.lefts if c.dep_ == "aux")


def now_before(preposition: Token) -> Iterator[Arc]:
    """ "Toughen the bill now *before* parliament": where the bill is."""
    now = preposition.nbor(-1) if preposition.i > 1 else preposition
    noun = now.nbor(-1) if now.i else now
    if now.lower_ in _NOW and noun.pos_ in NOUNS and preposition.head is not noun:
        yield preposition, noun, "prep"
        yield now, preposition, "advmod"


@at(tags="VB", below="aux", none_below=SUBJECTS | {"mark"}, is_behind=True)
def planned_when(verb: Token) -> Iterator[Arc]:
    """ "Vetoed a plan *on Wednesday* to *build* a hall": what the plan is, past the time of the veto."""
    above = verb.head
    noun = next((c for c in reversed(above.rights) if c.dep_ == "dobj" and c.i < verb.i), None)
    if noun is None or noun.lemma_.lower() not in wordlists.control_nouns() or not has_to(verb):
        return
    times = [c for c in above.rights if noun.i < c.i < verb.left_edge.i]
    is_between = len(times) == 1 and noun.right_edge.i + 1 == times[0].left_edge.i
    if is_between and _is_time(times[0]) and times[0].right_edge.i + 1 == verb.left_edge.i and not _uses(above):
        yield times[0], noun, times[0].dep_
        yield verb, noun, "acl"


@at(tags=FINITE | {"VBN", "VBG"}, below="mark", any_below=SUBJECTS, above_tags="VBZ VBP VBD VBN", is_behind=False)
def on_condition(verb: Token) -> Iterator[Arc]:
    """ "If no deal *is* struck, the guild says it will strike", "Lund vows to sue": then it will, but that is said
    already; not "If asked, he says he is a baker", "If it is lost, it means that we will pay", "Lund plans to sue"."""
    saying, mark = verb.head, verb.left_edge
    has_left = all(c.dep_ == "aux" and c.lower_ in ("has", "have", "had") for c in saying.lefts if c.dep_ in HELPERS)
    sayers = [c for c in saying.lefts if c.dep_ in SUBJECTS and c.lower_ not in _IDLE]
    if mark.lower_ not in ("if", "unless") or not (sayers and has_left) or mark.i > sayers[0].i:
        return
    deed = _foretold(saying)
    if deed is not None and verb.dep_ == "advcl":
        yield verb, deed, "advcl"


def _foretold(saying: Token) -> Token | None:
    """What somebody says will be or promises to do: "says it *will strike*", "vows *to sue*"."""
    lemma = saying.lemma_.lower()
    behind = saying.doc.words(saying.right_edge.i + 1, saying.right_edge.i + 2)
    if saying.dep_ in ("parataxis", "ccomp") and saying.head.i > saying.i and behind == ",":
        told = saying.head  # "If it breaks, she says, it will flood the town"
    else:
        told = next((c for c in saying.rights if c.dep_ in ("ccomp", "xcomp")), saying)
    if told.dep_ == "xcomp":
        is_vowed = (
            has_to(told) and lemma in wordlists.words_of("giving one's word") and OBJECTS.isdisjoint(saying.below)
        )
        return told if is_vowed else None
    is_due = told is not saying and any(c.tag_ == "MD" for c in told.lefts)
    return told if is_due and lemma in wordlists.words("speech", "lemma") else None


def _is_time(phrase: Token) -> bool:
    """ "On *Wednesday*", "last *week*"."""
    inner = [c for c in phrase.rights if c.dep_ == "pobj"] if phrase.dep_ == "prep" else [phrase]
    return bool(inner) and all(c.ent_type_ in TIMES for c in inner)


def _uses(verb: Token) -> bool:
    """ "Used its power on Monday to clear the square": what for."""
    return verb.lemma_.lower() in wordlists.words("using", "lemma")


@at(tags="VBD", below="mark", is_behind=True)
def ordered_after(verb: Token) -> Iterator[Arc]:
    """ "Told the bank to raise its capital after it *failed* a test": they told it so then."""
    if verb.left_edge.lower_ == "after" and (above := _told_before(verb.head)) is not None:
        yield verb, above, "advcl"


@at(tags="VBD VBN", below="mark", is_behind=True)
def until_when(verb: Token) -> Iterator[Arc]:
    """ "Had been expected to win until police *searched* her home", "did not know that she was ill until a nurse *saw*
    it": how long it was expected, or not known."""
    deed = verb.head
    above = deed.head
    if verb.left_edge.lower_ != "until" or above.i > deed.i or any(c.tag_ == "MD" for c in deed.lefts):
        return
    is_ahead = deed.dep_ == "xcomp" and has_to(deed) and above.lower_ in wordlists.words("looking_ahead", "word")
    is_past = above.tag_ in PAST or any(c.tag_ == "VBD" for c in (*above.lefts, above.head))
    is_unknown = deed.dep_ == "ccomp" and deed.tag_ in PAST and "neg" in above.below and "neg" not in deed.below
    if (is_ahead and is_past) or is_unknown:
        yield verb, above, "advcl"


@at(below="pcomp", is_behind=True)
def ordered_after_doing(preposition: Token) -> Iterator[Arc]:
    """ "Ordered the firm to pay *after* finding a leak", "named two clerks to run it *after* hearing that": the order
    came then."""
    above = _told_before(preposition.head) if preposition.lower_ == "after" else None
    if above is None:
        return
    told = next((c.lemma_.lower() for c in preposition.rights if c.dep_ == "pcomp"), "")
    is_named = above.lemma_.lower() in wordlists.words("appointing", "lemma")
    knowing = (wordlists.words(name, "lemma") for name in ("hearing", "finding", "knowing"))
    is_heard = is_named and any(told in those for those in knowing)
    if is_heard or above.lemma_.lower() in wordlists.words("ordering", "lemma"):
        yield preposition, above, "prep"


@at(any_below="pobj", above="xcomp conj", is_behind=True)
def striving_when(preposition: Token) -> Iterator[Arc]:
    """ "Crews were trying to reach the men *on* Monday": when they were trying."""
    deed = preposition.head if preposition.head.dep_ == "xcomp" else preposition.head.head
    above = deed.head
    is_day = any(c.dep_ == "pobj" and c.ent_type_ in TIMES and c.tag_ == "NNP" for c in preposition.rights)
    if not is_day or preposition.lower_ != "on" or deed.dep_ != "xcomp" or above.tag_ != "VBG" or not has_to(deed):
        return
    is_past = any(c.dep_ == "aux" and c.tag_ == "VBD" for c in above.lefts)
    if is_past and above.lemma_.lower() in wordlists.words("striving", "lemma"):
        yield preposition, above, "prep"


@at(above="xcomp", above_tags="VBG", is_behind=True)
def begun_when(time: Token) -> Iterator[Arc]:
    """ "Stopped making cars *in March 2020*", "began selling them *last year*": when it stopped; "stopped opening *on
    Sundays*" tells what it does no more."""
    deed = time.head
    begun = deed.head
    is_begun = begun.tag_ in PAST and begun.lemma_.lower() in wordlists.words("taking_time", "lemma")
    is_begun |= begun.lemma_.lower() in wordlists.words("giving_up", "lemma")
    if not is_begun or deed.dep_ != "xcomp" or begun.i > deed.i:
        return
    days = [c for c in time.rights if c.dep_ == "pobj"] if time.lower_ in ("in", "on") else [time]
    if any(day.ent_type_ in TIMES and _is_one_day(day) for day in days):
        yield time, begun, time.dep_


def _is_one_day(day: Token) -> bool:
    """ "March 2020", "Monday", "last year"; not "Sundays"."""
    is_day = day.tag_ in ("NNP", "CD") and not day.lower_.endswith("days")
    return is_day or any(c.lower_ in _THESE for c in day.lefts)


@at(tags="VBG", above="mark")
def who_acts(verb: Token) -> Iterator[Arc]:
    """ "After lawyers *acting* for him threatened to sue": the lawyers act for him."""
    clause = verb.head.head
    doer = next((c for c in clause.lefts if c.dep_ in SUBJECTS and c.right_edge.i == verb.i - 1), None)
    if doer is not None and verb.head.i < doer.i:
        yield verb, doer, "acl"


@at(any_below="pobj pcomp mark", is_behind=True)
def accused_when(told: Token) -> Iterator[Arc]:
    """ "Has been accused of hiding losses *since* 2018", "is accused of copying files shortly before she *left*": of
    the deed that is long done, while the accusing is of now; "was charged with theft on Friday" is of Friday."""
    verb = told.head
    if verb.lemma_.lower() not in wordlists.words("accusing", "lemma"):
        return
    tags = {c.tag_ for c in verb.lefts if c.dep_ in HELPERS}
    before = (c for c in verb.rights if c.dep_ in ("prep", "agent") and c.i < told.left_edge.i)
    deed = next((d for c in before for d in c.rights if d.dep_ == "pcomp" and d.tag_ == "VBG"), None)
    is_clause = told.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in _THEN for c in told.lefts)
    is_when = is_clause or (told.dep_ == "prep" and (told.lower_ in _THEN or _is_time(told)))
    if deed is not None and is_when and not tags.isdisjoint({"VBZ", "VBP"}) and "VBD" not in tags:
        yield told, deed, told.dep_


@at(any_below="pobj pcomp", is_behind=True)
def long_before(preposition: Token) -> Iterator[Arc]:
    """ "Is accused of drinking *hours* before the crash", "were built *thousands* of years before it": how long
    before; nobody drinks hours. But "wasted hours before the vote"."""
    unit = preposition.nbor(-1) if preposition.i else preposition
    noun = unit.head.head if unit.dep_ == "pobj" and unit.head.lower_ == "of" else unit
    is_bare = noun is not unit or not any(unit.lefts)
    if unit.lemma_.lower() not in LONG | _NEAR or unit.tag_ != "NNS" or not is_bare or noun.dep_ != "dobj":
        return
    verb = noun.head
    lasting = wordlists.words("lasting_for", "lemma") | wordlists.words("spending", "lemma")
    if verb is preposition.head and verb.lemma_.lower() not in lasting and noun.ent_type_ in TIMES:
        yield noun, preposition, "npadvmod"


def _told_before(deed: Token) -> Token | None:
    """The past verb that says what somebody else is to do."""
    above = deed.head
    is_told = deed.dep_ == "xcomp" and has_to(deed) and above.tag_ in PAST and above.i < deed.i
    is_other = is_passive(above) or "dobj" in above.below or any(c.dep_ in SUBJECTS for c in deed.lefts)
    is_order = wordlists.controllers().get((above.lemma_.lower(), "objinf")) == "object"
    return above if is_told and is_other and is_order else None


def by_the_time(preposition: Token) -> Iterator[Arc]:
    """ "*By* the time the alarm rang, the thief had left", "*on* the night we met it snowed": when he left, and
    what tells the time."""
    verb = preposition.head
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    subject = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if noun is None or subject is None or not preposition.i < noun.i < subject.i < verb.i < verb.head.i:
        return
    is_told = noun.lemma_.lower() in wordlists.words("circumstantial_nouns", "lemma") and "det" in noun.below
    is_bare = not any(t.is_punct or t.dep_ in ("mark", "cc") for t in noun.doc.tokens[noun.i : subject.i])
    if is_told and is_bare and verb.head.pos_ in VERBAL and verb.dep_ in _CLAUSES:
        yield preposition, verb.head, "prep"
        yield verb, noun, "relcl"


def provided_that(conjunction: Token) -> Iterator[Arc]:
    """ "Will start in May, *provided* the court agrees": a condition, and no deed."""
    clauses = [child for child in conjunction.rights if not child.is_punct]
    if len(clauses) != 1 or clauses[0].dep_ not in ("pcomp", "ccomp") or conjunction.head.pos_ not in VERBAL:
        return
    clause = clauses[0]
    if conjunction.n_lefts or not has_subject(clause) or finite_part(clause).tag_ not in FINITE:
        return
    conjunction.tag_, conjunction.pos_ = "IN", "SCONJ"
    yield clause, conjunction.head, "advcl"
    yield conjunction, clause, "mark"


@at(below="mark", any_below=SUBJECTS, above="advcl", is_behind=True)
def not_until(verb: Token) -> Iterator[Arc]:
    """ "It was not until the body was found *that they acted*": when they acted, and nothing that was found."""
    cleft = verb.head.head
    is_cleft = cleft.lemma_ == "be" and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in cleft.lefts)
    limited = [c for c in cleft.rights if c.lower_ in ("not", "n't", "only") and c.i < verb.head.i]
    if is_cleft and limited and verb.left_edge.lower_ == "that" and verb.head.i > cleft.i:
        yield verb, cleft, "ccomp"
