"""What is told of a noun further up: relative clauses, participles and second verbs hung on the nearest word."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar.attachment.arc import Arc, beside_verb, lifted
from kg.grammar.attachment.relatives import before_place
from kg.grammar.attachment.sites import at
from kg.grammar.kinds import ACTORS, class_of_noun, is_people, means_people
from kg.grammar.phrases import VERBAL, follows_comma
from kg.grammar.verbs import FINITE, HELPERS, NOMINAL_SUBJECTS, SUBJECTS, finite_part, has_subject
from kg.grammar.wordlists import saying, words, words_of
from kg.parse import Token

_WHERE = frozenset({"at", "in", "near", "outside", "inside"})
_ARTICLES = frozenset({"a", "an"})
_NUMBERED = {"VBZ": ("VBZ",), "VBD": ("VBD", "VBN"), "VBP": ("VBP", "VB")}  # what may go on with a verb in this form


@at(any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_deed(verb: Token) -> Iterator[Arc]:
    """ "The strike by drivers, which *began* in May", "a crash on the bridge, which *killed* four", "the board of the
    two clubs, which will *vote*", "a report on jails, which *warned* of it"."""
    near = verb.head
    pronoun = next((c for c in verb.lefts if c.lower_ == "which" and c.dep_ in NOMINAL_SUBJECTS), None)
    if verb.dep_ != "relcl" or pronoun is None or not follows_comma(pronoun):
        return
    above = before_place(near.head)
    if above.pos_ != "NOUN" or above.i > near.i or is_people(above):
        return
    if (near.tag_ == "NNS" and means_people(near)) or _is_told_of(verb, above, near):
        yield from lifted(verb, near, above)


def _is_told_of(verb: Token, above: Token, near: Token) -> bool:
    """Whether what a verb says happens to be said of the one noun, and hardly of the other."""
    lemma, kind = verb.lemma_.lower(), class_of_noun(above)
    is_actor = class_of_noun(near) in ACTORS or near.ent_type_ in ("ORG", "PERSON", "NORP")
    is_actor &= near.head.lower_ not in _WHERE  # "the protest outside the embassy, which drew 300"
    if above.lemma_.lower() in words_of("deciding body") and lemma in words_of("deciding"):
        return near.lemma_.lower() not in words_of("deciding body")
    if is_actor or class_of_noun(near) == kind:
        return False
    if kind == "kg:Event":
        return lemma in words_of("of events")
    return kind == "kg:Work" and lemma in words_of("of reports") and "nsubj" in verb.below


@at(any_below=NOMINAL_SUBJECTS, above="pobj", is_behind=True)
def of_thing_then(verb: Token) -> Iterator[Arc]:
    """ "Will publish a bill in the spring that *would give* it power": no spring gives it."""
    time = verb.head
    pronoun = verb.left_edge
    is_season = time.lemma_.lower() in words_of("season") or (
        time.ent_type_ == "DATE" and time.pos_ in ("PROPN", "NUM")
    )
    if verb.dep_ != "relcl" or not is_season or pronoun.lower_ != "that" or follows_comma(pronoun):
        return
    above = time.head.head
    things = (c for c in above.rights if c.dep_ == "dobj" and c.right_edge.i == time.head.i - 1)
    thing = next(things, None) if above.pos_ in VERBAL else None
    if thing is not None and thing.left_edge.lower_ in _ARTICLES:
        yield verb, thing, "relcl"


@at(tags="VBG", none_below=SUBJECTS | HELPERS, is_behind=True)
def of_main(verb: Token) -> Iterator[Arc]:
    """ "Passed a bill that would curb how much farms can pump, *sending* it to the king", "rejected a plan that would
    shut a pool, *saying* it was popular": who passed or rejected it, and no farm or plan."""
    relative = next((t for t in verb.ancestors if t.dep_ == "relcl"), None)
    if verb.dep_ != "advcl" or relative is None or not follows_comma(verb.left_edge) or relative.i > verb.i:
        return
    noun = relative.head
    main = noun.head
    if noun.dep_ != "dobj" or not has_subject(main) or noun.i > relative.i or is_people(noun):
        return
    is_speech = verb.lemma_.lower() in saying() and _doer(relative) == noun
    thing = next((c for c in verb.rights if c.dep_ == "dobj"), None)
    is_same = thing is not None and (thing.lower_ == "it" or _is_the_bill(thing))
    if is_speech or (is_same and noun.lemma_.lower() in words_of("measure")):
        yield verb, main, "advcl"


def _doer(relative: Token) -> Token:
    """The noun of a relative clause whose pronoun is its subject, else the clause."""
    is_subject = any(c.dep_ in NOMINAL_SUBJECTS and c.tag_ in ("WDT", "WP") for c in relative.lefts)
    return relative.head if is_subject else relative


def _is_the_bill(noun: Token) -> bool:
    return noun.lemma_.lower() in words_of("measure") and noun.left_edge.lower_ in ("the", "that", "this")


@at(below="dobj", none_below=SUBJECTS, above="relcl ccomp", is_behind=True)
def beside_gap(verb: Token) -> Iterator[Arc]:
    """ "Freeze assets that clerks hold and *bar* people from it", "sold the flat that she inherited and *bought* a
    boat": a verb with an object of its own goes on with no clause whose object stands before it."""
    first = verb.head
    noun = _object_before(first)
    if verb.dep_ != "conj" or noun is None or any(c.dep_ in ("mark", "aux", "auxpass") for c in verb.lefts):
        return
    thing = next(c for c in verb.rights if c.dep_ == "dobj") if "dobj" in verb.below and verb.n_rights else None
    above = noun.head
    if thing is None or "prep" in {c.dep_ for c in verb.rights if not any(c.children)} or above.pos_ not in VERBAL:
        return
    helper = finite_part(above)
    is_alike = helper.tag_ in _NUMBERED and verb.tag_ in _NUMBERED[helper.tag_] and helper == above
    if is_alike and has_subject(above) and above.i < noun.i:
        yield from ((c, verb, c.dep_) for c in [*first.rights] if c.i > verb.i)
        yield from beside_verb(verb, above)


def _object_before(clause: Token) -> Token | None:
    """The flat of "the flat that she inherited", "the flat she inherited", where it is an object and the clause has
    none."""
    that = next((c for c in clause.lefts if c.lower_ in ("that", "which")), None)
    subject = next((c for c in clause.lefts if c.dep_ in NOMINAL_SUBJECTS and c != that), None)
    opens = that if that is not None else _bare_opening(clause, subject)
    is_told = clause.dep_ == "ccomp" and clause.head.lemma_.lower() in saying()  # "told the channel that he sped"
    if is_told or opens is None or subject is None or opens.i > subject.i or finite_part(clause).tag_ not in FINITE:
        return None
    if clause.dep_ == "ccomp" and clause.head.lemma_.lower() in saying():
        return None  # "told the paper that the driver was speeding and ignored"
    if any(c.dep_ in ("dobj", "ccomp", "xcomp", "acomp", "attr", "prt") for c in clause.rights):
        return None
    noun = opens.nbor(-1)
    is_object = noun.pos_ == "NOUN" and noun.dep_ in ("dobj", "attr") and noun in (clause.head, *clause.head.rights)
    return noun if is_object and clause.lemma_.lower() not in words("intransitive", "lemma") else None


def _bare_opening(clause: Token, subject: Token | None) -> Token | None:
    """The first word of "*she* inherited", right behind the flat."""
    if subject is None or clause.dep_ != "relcl" or subject.tag_ in ("WP", "WDT"):
        return None
    opens = subject.left_edge
    return opens if opens == clause.left_edge and opens.i == clause.head.i + 1 else None
