"""What stands behind a clause of the object and belongs to the verb before it: "asked drivers who speed *to stop*"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, beside_verb, subject_arc
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.kinds import is_people
from kg.grammar.phrases import ADNOMINAL, NOUNS, PLURALS, TIMES, VERBAL
from kg.grammar.verbs import FINITE, HELPERS, SUBJECTS, finite_part, has_subject, has_to, verb_forms
from kg.parse import Token

_WITHIN = frozenset({"advcl", "xcomp", "ccomp"})
_INNER = _WITHIN | {"prep", "pcomp", "dobj", "pobj"}
_RELATIVES = frozenset({"WDT", "WP"})
_DEADLINES = frozenset({"by", "from"})
_FUTURE = frozenset({"will", "would", "shall", "should", "must", "may", "might", "could", "can", "'ll"})
_NOUNS = frozenset({"NN", "NNP", *PLURALS})


@at(tags="VB VBN", below="aux", above="relcl acl advcl ccomp xcomp pcomp dobj pobj", is_behind=True)
def asked_of_them(verb: Token) -> Iterator[Arc]:
    """ "Ordered firms that sell the toy *to stop*", "appealed to anyone who saw him *to call*": what is asked of them,
    and no purpose of theirs."""
    host = verb.head
    clause = _clause_above(host)
    asking = _asking(clause.head) if clause is not None and has_to(verb) else None
    if clause is None or asking is None or _is_its_own(verb, host, asking) or not _ends(verb, clause):
        return
    doer = next((c for c in verb.lefts if c.dep_ in SUBJECTS), None)
    if doer is not None and (doer.left_edge.i < host.i or "dobj" in host.below or _opens_with_for(verb)):
        return
    if doer is not None:
        yield doer, host, "dobj"  # "a firm that makes *lamps* to pay"
    yield verb, asking, "xcomp"


@at(tags="VB", below="aux", none_below=SUBJECTS | {"mark"}, is_behind=True)
def asked_when(verb: Token) -> Iterator[Arc]:
    """ "Called on the state on Monday *to pay*": what it is asked to do, and no aim of those who call."""
    asking = verb.head
    marker = next((c for c in asking.rights if c.dep_ == "prep" and c.i == asking.i + 1), verb)
    asked = next((c for c in marker.rights if c.dep_ == "pobj"), verb)
    is_free = not any(c.dep_ in ("dobj", "xcomp", "ccomp") for c in asking.rights)
    is_beside = is_free and has_to(verb) and not verb.left_edge.nbor(-1).is_punct
    if verb.dep_ != "advcl" or not is_beside or marker == verb or asked == verb or asked.ent_type_ in TIMES:
        return
    if f"{asking.lemma_.lower()} {marker.lower_}" in _asking_of("needs") | _asking_of("takes"):
        yield verb, asking, "xcomp"


@at(tags="VB VBN", below="aux", none_below=SUBJECTS, is_behind=True)
def asked_done(verb: Token) -> Iterator[Arc]:
    """ "Asked for the vote, set for May, *to be delayed*", "called for firms that burn coal *to pay*":
    that it be delayed; nobody asked for a vote."""
    marker = _marker_of_asked(verb) if has_to(verb) else None
    thing = next((c for c in marker.rights if c.dep_ == "pobj"), None) if marker is not None else None
    if marker is None or thing is None or thing.ent_type_ in TIMES or not _is_what_is_asked(verb, thing, marker.head):
        return
    behind = [c for c in thing.rights if c.dep_ == "appos" and c.i > verb.i]
    asking = marker.head
    yield verb, asking, "advcl"
    yield thing, verb, subject_arc(verb)
    yield from ((c, asking, "npadvmod") for c in behind)  # "to be delayed, a demand that"
    aside = [c for c in asking.rights if thing.i < c.i < verb.i and (c.is_punct or c.pos_ == "ADJ" or c.tag_ == "VBN")]
    arcs = {
        "PUNCT": "punct",
        "ADJ": "amod",
    }  # "the work, *due to begin*, to be halted", "the road, *shut in May*, to open"
    yield from ((c, thing, arcs.get(c.pos_, "acl")) for c in aside)
    yield marker, verb, "mark"


@at(tags="VB", below="mark nsubj", none_below="auxpass", is_behind=True)
def asked_for_means(verb: Token) -> Iterator[Arc]:
    """ "Asked for more time *to answer*", "pleaded for permission *to go*": what they want it for; no time answers."""
    asking = verb.head
    marker = next((c for c in verb.lefts if c.dep_ == "mark"), verb)
    means = next(c for c in verb.lefts if c.dep_ == "nsubj")
    if _is_means(means) and marker.lower_ == "for" and asking.pos_ in VERBAL and has_to(verb) and means.i < verb.i:
        yield marker, asking, "prep"
        yield means, marker, "pobj"
        yield verb, means, "acl"


@at(tags="VB", below="aux", none_below=SUBJECTS, is_behind=True)
def leave_got(verb: Token) -> Iterator[Arc]:
    """ "Got the go-ahead *to build*": leave to do so; no go-ahead builds."""
    got = [c for c in verb.head.rights if c.dep_ == "dobj" and c.i < verb.i]
    if verb.head.lemma_ == "get" and has_to(verb) and len(got) == 1 and _is_means(got[0]):
        yield verb, got[0], "acl"


def _is_means(noun: Token) -> bool:
    """Whether a noun is for what lets people do a thing: "permission", "time"."""
    wanted = wordlists.words("granted_nouns", "lemma") | wordlists.words("moneys", "lemma")
    return noun.lemma_.lower() in wanted & wordlists.words_of("does nothing")


def _marker_of_asked(verb: Token) -> Token | None:
    """The "for" of the verb of asking above an infinitive: "called *for* a firm that ... to"."""
    asking = next((t for t in verb.ancestors if t.lemma_.lower() in wordlists.words("asking_for", "lemma")), None)
    if asking is None or asking.pos_ not in VERBAL or "dobj" in asking.below:
        return None
    return next((c for c in asking.rights if c.dep_ == "prep" and c.lower_ == "for" and c.i < verb.i), None)


def _is_what_is_asked(verb: Token, thing: Token, asking: Token) -> bool:
    """Whether an infinitive tells what is to be done: nothing between asks for one itself; "called for talks to end the
    war" has the aim of the talks."""
    host, is_passive = verb.head, "auxpass" in verb.below
    if host.dep_ == "conj" and host.pos_ in VERBAL and host.i > thing.i and not thing.is_ancestor(host):
        return False  # "called for calm, and the state sent a team *to talk*"
    if host == thing:
        return is_passive
    if host == asking:
        return verb.dep_ == "xcomp" or is_passive
    if host.i < thing.i or verb.right_edge.i < thing.right_edge.i:
        return False
    if has_subject(host) and host != asking and not thing.is_ancestor(host):
        return False  # "called for penalties, and a panel summoned him *to appear*"
    if host.pos_ not in VERBAL:
        is_second = any(c.dep_ == "xcomp" and has_to(c) and c.i < verb.i for c in host.rights)
        return is_passive and (is_second or host.pos_ in NOUNS)
    if _is_in_aside(verb, host, thing):
        return False
    return _names(host).isdisjoint(_asking_of("needs")) and not _is_next(verb, host)


def _is_next(infinitive: Token, host: Token) -> bool:
    return _to_of(infinitive).i == host.i + 1


def _to_of(infinitive: Token) -> Token:
    return next((c for c in infinitive.lefts if c.lower_ == "to" and c.dep_ == "aux"), infinitive.left_edge)


def _is_in_aside(infinitive: Token, host: Token, thing: Token) -> bool:
    """ "Asks for a trial, which the court refused *to open*", "called for talks, and a fund told Orr *to pay*": a comma
    parts what is asked for from the verb, and none parts the infinitive from that."""
    before = infinitive.doc.tokens[thing.i + 1 : host.i]
    return any(token.text == "," for token in before) and _to_of(infinitive).text_before != ","


@at(tags="VBG", any_below="nsubj", none_below=HELPERS, is_behind=True)
def asked_of_doing(verb: Token) -> Iterator[Arc]:
    """ "Encourages farmers *growing* maize to plant trees": which farmers it encourages to plant."""
    asking = verb.head
    noun = next((c for c in verb.lefts if c.dep_ == "nsubj"), verb)
    asked = next((c for c in verb.rights if c.dep_ in _WITHIN and c.tag_ == "VB" and has_to(c)), None)
    if noun is verb or asked is None or noun.i < asking.i or not _asks(asking) or "dobj" in asking.below:
        return
    if not _is_its_own(asked, verb, asking):
        yield noun, asking, "dobj"
        yield verb, noun, "acl"
        yield asked, asking, "xcomp"


@at(any_below="dobj", none_below=SUBJECTS | HELPERS, is_behind=True)
def done_to_them(verb: Token) -> Iterator[Arc]:
    """ "Will hire guides who speak Polish and *train* them", "met guides who had lost jobs and *offered* them work":
    who hires them does; they would train themselves."""
    clause = verb.head
    noun = clause.head
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    if clause.dep_ != "relcl" or noun.dep_ not in ("dobj", "pobj") or noun.i < above.i or not _goes_on(above, verb):
        return
    is_many = noun.tag_ in PLURALS
    is_doer = any(c.dep_ in SUBJECTS and c.tag_ in _RELATIVES for c in clause.lefts)
    pronoun = next((c for c in verb.rights if c.dep_ in ("dobj", "dative")), verb)
    is_theirs = pronoun.lower_ == ("them" if is_many else "it") and above.pos_ in VERBAL
    is_given = pronoun.dep_ == "dative" and is_people(noun)  # people are given something, and no jobs
    others = (t for t in verb.doc.tokens[clause.i : verb.i] if t.tag_ in _NOUNS and (is_people(t) or not is_given))
    if is_doer and is_theirs and all((t.tag_ in PLURALS) != is_many for t in others):
        verb.tag_ = above.tag_
        yield from beside_verb(verb, above)


@at(any_below="pcomp pobj", above="relcl acl", is_behind=True)
def what_for(preposition: Token) -> Iterator[Arc]:
    """ "Bars people convicted of fraud *from holding* office", "fined a driver who hit a wall *for speeding*": what the
    main verb asks for, and the verb between does not."""
    clause = preposition.head
    noun, above = clause.head, clause.head.head
    is_last = preposition.right_edge.i == clause.right_edge.i and noun.dep_ == "dobj" and above.i < noun.i
    is_deed = any(c.tag_ == "VBG" or (c.dep_ == "pobj" and c.lower_.endswith("ing")) for c in preposition.rights)
    if preposition.i == clause.i + 1:
        return  # "who apologised for speeding"
    if is_last and is_deed and _asks_for(above, preposition) and not _asks_for(clause, preposition):
        yield preposition, above, "prep"


@at(below="pobj", above="relcl", is_behind=True)
def brought_to(preposition: Token) -> Iterator[Arc]:
    """ "Brought the drum that he had made *to* a school", "sold the land it had bought *to* a fund": where the drum was
    brought; nothing is made to a school."""
    clause = preposition.head
    noun, above = clause.head, clause.head.head
    is_last = preposition.right_edge.i == clause.right_edge.i and noun.dep_ == "dobj" and above.i < noun.i
    doers = [c for c in clause.lefts if c.dep_ in SUBJECTS and c.tag_ not in ("WDT", "WP")]
    if preposition.lower_ != "to" or not is_last or not doers:
        return
    giving = wordlists.words("giving", "lemma") | wordlists.words_of("taking somewhere")
    is_taken = any(c.dep_ == "dative" or (c.dep_ == "prep" and c.lower_ == "to") for c in above.rights)
    has_own = any(c.dep_ == "prep" and c.lower_ == "to" and c.i < preposition.i for c in clause.rights)
    is_open = has_own or (clause.lemma_.lower() not in giving and not _asks_for(clause, preposition))
    if above.lemma_.lower() in giving and is_open and not is_taken and preposition.text_before != ",":
        yield preposition, above, "prep"


@at(above="relcl", is_behind=True)
def when_planned(time: Token) -> Iterator[Arc]:
    """ "Will close shops that lose money *by May*", "must sell cars that they own *next year*": a time to come is that
    of the plan, and not of what is so."""
    clause = time.head
    noun, above = clause.head, clause.head.head
    if noun.dep_ != "dobj" or above.i > noun.i or time.right_edge.i != clause.right_edge.i:
        return
    first = finite_part(clause)
    if first.tag_ in FINITE and first.tag_ != "MD" and _is_to_come(time, first) and _is_ahead(above):
        yield time, above, time.dep_


def _asks_for(verb: Token, preposition: Token) -> bool:
    asked = wordlists.verb_prepositions()
    return any((form, preposition.lower_) in asked for form in (verb.lemma_.lower(), *verb_forms(verb)))


def _clause_above(word: Token) -> Token | None:
    """The clause of a noun that a verb is the verb of, or that a word stands in."""
    while word.dep_ in _INNER or (word.dep_ in ADNOMINAL and has_to(word)):
        word = word.head
    return word if word.dep_ in ADNOMINAL else None


def _ends(verb: Token, clause: Token) -> bool:
    """Whether a verb and what hangs on it end the clause, without a comma before."""
    return clause.right_edge.i == verb.right_edge.i and not verb.left_edge.nbor(-1).is_punct


def _asking(noun: Token) -> Token | None:
    """The verb that asks something of a noun and that nothing tells yet: "ordered *firms*", "called on *firms*"."""
    is_direct = noun.dep_ == "dobj"
    above = noun.head if is_direct else noun.head.head
    if above.i > noun.i or not (is_direct or (noun.dep_ == "pobj" and noun.head.dep_ == "prep")) or not _asks(above):
        return None
    return None if any(c.dep_ in _WITHIN and c.i > noun.i for c in above.rights) else above


def _asks(verb: Token) -> bool:
    return not _names(verb).isdisjoint(_asking_of("needs") | _asking_of("takes"))


def _names(verb: Token) -> set[str]:
    """The forms of a verb in a list, with the preposition behind it: "call", "call on"."""
    following = (f"{verb.lemma_.lower()} {c.lower_}" for c in verb.rights if c.dep_ == "prep" and c.i == verb.i + 1)
    return {*verb_forms(verb), *following}


def _is_its_own(infinitive: Token, host: Token, asking: Token) -> bool:
    """Whether an infinitive is of the verb before: "who want *to sell*", "who asked him *to sell*"; what needs an
    infinitive itself leaves the clause only one that follows at once."""
    if host.pos_ not in VERBAL:  # "who hold a permit *to fish*", unless that is what they are asked
        is_followed = any(c.dep_ in _WITHIN and has_to(c) for c in infinitive.rights)
        is_asked = _names(host.head).isdisjoint(_asking_of("needs")) and not is_followed
        return not is_asked or _names(asking).isdisjoint(_asking_of("needs"))
    names = _names(host)
    if not names.isdisjoint(_asking_of("needs")):
        return True
    is_next = any(c.tag_ == "TO" and c.i == host.i + 1 for c in infinitive.lefts)
    is_taken = any((name, "inf") in wordlists.clause_takers() for name in names)
    return is_taken and (is_next or _names(asking).isdisjoint(_asking_of("needs")))


def _opens_with_for(verb: Token) -> bool:
    return any(c.lower_ == "for" for c in verb.lefts)


def _goes_on(above: Token, verb: Token) -> bool:
    """Whether a second verb has a form of the first."""
    if above.tag_ == "VBD":
        return verb.tag_ in PAST
    return above.tag_ == verb.tag_ or (above.tag_ == "VB" and verb.tag_ == "VBP")


def _is_to_come(time: Token, first: Token) -> bool:
    """Whether a time lies ahead, though what is so is past or goes on: "next year", "by May", "within a week"."""
    if time.dep_ == "npadvmod":
        return time.left_edge.lower_ == "next" and time.ent_type_ == "DATE"
    nouns = [c for c in time.rights if c.dep_ == "pobj"]
    is_date = bool(nouns) and all(c.ent_type_ == "DATE" for c in nouns)
    is_ahead = time.lower_ == "within" or (time.lower_ in _DEADLINES and first.tag_ != "VBD")
    return time.dep_ == "prep" and is_ahead and is_date and "prep" not in time.below


def _is_ahead(verb: Token) -> bool:
    """ "Will close", "plans to close"."""
    return verb.tag_ == "VB" and any(c.tag_ == "TO" or c.lower_ in _FUTURE for c in verb.lefts)


@cache
def _asking_of(kind: str) -> frozenset[str]:
    return frozenset(row["lemma"] for row in wordlists.rows("asking_of") if row["kind"] == kind)
