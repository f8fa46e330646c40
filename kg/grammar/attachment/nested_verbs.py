"""Clauses whose subject has a participle behind it, which the parser takes for their verb, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from kg.grammar import wordlists
from kg.grammar.attachment.arc import Arc, subject_arc, with_stop
from kg.grammar.attachment.sites import PAST, at
from kg.grammar.phrases import ADNOMINAL, NOUNS, VERBAL
from kg.grammar.verbs import FINITE, HELPERS, NOMINAL_SUBJECTS, SUBJECTS, finite_part, has_subject, is_without_passive
from kg.parse import Token

_BEFORE_VERB = frozenset({"neg", "advmod"})
_PARTICIPLES = frozenset({"VBN", "VBD", "VBG"})
_CLAUSES = frozenset({"advcl", "pcomp", "ccomp", "csubj"})
_OBJECTS = frozenset({"them", "him", "us", "me"})
_OPENING = frozenset({"after", "before", "until", "since", "as", "because", "when", "while", "once"})


@at(none_below=SUBJECTS)
def behind_reduced(verb: Token) -> Iterator[Arc]:
    """ "Because a dye *added* to it was not found", "after lawyers *acting* for the king, Per Holm, threatened to sue":
    no comma and no "and" parts the first verb from the second, so that the first is a participle."""
    is_bare = HELPERS.isdisjoint(verb.below) and all(c.is_punct for c in verb.rights)
    if finite_part(verb).tag_ not in FINITE or is_bare:
        return  # the last: "ranked sixth in terms of titles *won*"
    last = _before(verb)
    participle = _clause_that_ends(last, verb) if last is not None else None
    if last is None or participle is None:
        return
    noun = next(c for c in participle.lefts if c.dep_ in SUBJECTS)
    if noun.lower_ == "that":
        yield from _plural_behind_that(noun, participle, verb)
    elif noun.pos_ in NOUNS and participle.tag_ in _PARTICIPLES:
        yield from _own_noun(noun, participle, verb)


def _own_noun(noun: Token, participle: Token, verb: Token) -> Iterator[Arc]:
    marks = [c for c in participle.lefts if c.dep_ == "mark"]
    if verb.head == participle:
        yield verb, verb if participle.dep_ == "ROOT" else participle.head, participle.dep_
        yield from ((c, verb, c.dep_) for c in [*participle.rights] if c.i > verb.i)
    if participle.head != verb and verb.dep_ == "conj" and marks:
        yield verb, verb.head, "advcl"
    yield from ((mark, verb, "mark") for mark in marks)
    yield noun, verb, subject_arc(verb)
    if participle.tag_ == "VBD":
        participle.tag_ = "VBN"
    yield participle, noun, "acl"


def _plural_behind_that(that: Token, noun: Token, verb: Token) -> Iterator[Arc]:
    """ "Warned the state in May that *cuts* to it would hurt": a noun, where the parser sees what "that" does."""
    if noun.tag_ != "VBZ" or noun.i != that.i + 1 or verb.head != noun.head or verb.dep_ != "ccomp":
        return
    noun.tag_, noun.pos_ = "NNS", "NOUN"
    that.tag_, that.pos_ = "IN", "SCONJ"
    yield noun, verb, subject_arc(verb)
    yield that, verb, "mark"


def _opens(verb: Token) -> int:
    """Where a verb with its helpers and adverbs begins."""
    start = finite_part(verb).i
    while start and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in _BEFORE_VERB:
        start -= 1
    return start


def _before(verb: Token) -> Token | None:
    """The last word before a verb and its helpers, or before a comma that closes an aside."""
    start = _opens(verb)
    if start <= verb.sent.start + 1:
        return None
    last = verb.doc[start - 1]
    return last.nbor(-1) if last.text == "," else last


def _clause_that_ends(last: Token, verb: Token) -> Token | None:
    """The clause with a subject and without helpers that ends right before a verb."""
    found = next((t for t in (last, *last.ancestors) if t.dep_ in _CLAUSES and t.pos_ in VERBAL), None)
    if (
        verb.dep_ in ("ccomp", "advcl")
        and verb.head.i < last.i
        and (above := _bare_clause_above(verb, last)) is not None
    ):
        return above
    if found is None or found.i > verb.i or not has_subject(found) or not HELPERS.isdisjoint(found.below):
        return None
    if last.is_punct or (found.tag_ == "VBD" and is_without_passive(found)):
        return None
    is_aside = verb.doc[last.i + 1].text == ","
    commas = [t for t in verb.doc[found.i : last.i] if t.text == ","]
    is_near = found.head in (verb, verb.head) or found.head.head == verb or verb.head.is_ancestor(found)
    ends = found.right_edge.i in (last.i, last.i + is_aside)
    if is_aside and found.tag_ != "VBG" and "mark" not in found.below:
        return None  # "heard Orr fled after a clerk, Ann Lee, told"
    return found if is_near and ends and bool(commas) == is_aside else None


def _bare_clause_above(verb: Token, last: Token) -> Token | None:
    """ "Bones found under the floor *may be* old", where the parser takes that for what the bones found."""
    found = verb.head
    if found.tag_ not in PAST or (
        found.lemma_.lower() in wordlists.saying() and found.lemma_ not in wordlists.words("finding", "lemma")
    ):
        return None  # "the man police said may be ill"
    is_found = has_subject(found) and HELPERS.isdisjoint(found.below) and HELPERS & verb.below
    is_next = all(c.i <= last.i or c == verb or c.is_punct for c in found.rights)
    return found if is_found and is_next and not is_without_passive(found) and "dobj" not in found.below else None


@at(any_below=NOMINAL_SUBJECTS, above_tags="VB", is_behind=True)
def behind_object(verb: Token) -> Iterator[Arc]:
    """ "Helicopters sent to find *them* were turned back": no clause has such a subject; who was sent turned back."""
    pronoun = next((c for c in verb.lefts if c.dep_ in SUBJECTS), verb)
    deed = verb.head
    first = deed.head
    if verb.dep_ != "ccomp" or pronoun.lower_ not in _OBJECTS or pronoun.i != deed.i + 1 or first.tag_ not in PAST:
        return
    noun = next((c for c in first.lefts if c.dep_ == "nsubj"), None)
    if noun is None or not HELPERS.isdisjoint(first.below) or finite_part(verb).tag_ not in FINITE:
        return
    if outer := [*_behind_who(verb, deed, first, pronoun)] if noun.tag_ == "WP" else []:
        yield from outer
        return
    yield verb, verb if first.dep_ == "ROOT" else first.head, first.dep_
    yield from ((c, verb, c.dep_) for c in [*first.rights] if c.i > verb.i)
    yield noun, verb, pronoun.dep_
    yield pronoun, deed, "dobj"
    first.tag_ = "VBN"
    yield first, noun, "acl"


@at(below="mark nsubj")
def two_subjects(verb: Token) -> Iterator[Arc]:
    """ "Heard *the sirens* minutes before the storm hit": heard, and nothing that hit; "40 were hurt, *some* badly,
    after a wall fell": the first clause is what the sentence says."""
    subjects = [c for c in verb.lefts if c.dep_ in SUBJECTS]
    mark = next((c for c in verb.lefts if c.dep_ == "mark"), verb)
    if len(subjects) != 2 or mark.lower_ not in _OPENING or not subjects[0].i < mark.i < subjects[1].i:
        return
    above = verb.head
    if verb.dep_ == "ccomp" and above.i < subjects[0].left_edge.i and "dobj" not in above.below:
        yield subjects[0], above, "dobj"
        yield from ((c, mark, c.dep_) for c in [*verb.lefts] if c.dep_ == "npadvmod" and c.i == mark.i - 1)
        yield verb, above, "advcl"
    first = next((c for c in verb.lefts if c.dep_ == "ccomp" and has_subject(c) and c.i < subjects[0].i), None)
    if verb.dep_ == "ROOT" and first is not None:
        yield first, first, "ROOT"
        yield from with_stop(verb, first)
        yield subjects[0], first, "npadvmod"
        yield verb, first, "advcl"


@at(tags=PAST, none_below=SUBJECTS | HELPERS, is_behind=True)
def opened(verb: Token) -> Iterator[Arc]:
    """ "Fell as sales of its lamps *made up* for it", "after a man with a knife *ran* off": a clause that its first
    word opens, and nothing done to the lamps."""
    if verb.dep_ != "acl" or not must_be_past(verb):
        return
    noun = _first_noun(verb)
    opening = noun.head
    is_clause = noun.dep_ == "pobj" and opening.lower_ in _OPENING and opening.head.pos_ in VERBAL
    if is_clause and noun.right_edge.i == verb.right_edge.i:
        above = opening.head
        verb.tag_ = "VBD"
        yield verb, above, "advcl"
        yield noun, verb, "nsubj"
        yield opening, verb, "mark"
        opening.pos_, opening.tag_ = "SCONJ", "IN"


def _first_noun(verb: Token) -> Token:
    """The noun of the whole phrase that a participle ends: the lorry of "a lorry carrying milk *overturned*"."""
    noun = verb.head
    while True:
        if noun.dep_ == "conj" and noun.head.pos_ in NOUNS:
            noun = noun.head
        elif noun.dep_ in ("dobj", "pobj") and noun.head.dep_ in ("acl", "relcl", "agent", "prep"):
            above = noun.head if noun.head.dep_ in ADNOMINAL else noun.head.head
            above = above.head if above.dep_ in ADNOMINAL else above
            if above.pos_ not in NOUNS:
                return noun
            noun = above
        else:
            return noun


def must_be_past(verb: Token) -> bool:
    """Whether no participle stands so: of a verb without passive, in a form of its own, or with an object."""
    following = [c.lower_ for c in verb.rights if c.dep_ in ("prt", "prep")]  # "made up for it"
    forms = {" ".join((verb.lemma_.lower(), *following[:length])) for length in range(3)}
    is_bare = not any(c.dep_ == "prt" for c in verb.rights)
    forms = forms if is_bare else forms - {verb.lemma_.lower()}
    is_intransitive = not forms.isdisjoint(wordlists.words("intransitive", "lemma"))
    has_object = "dobj" in verb.below and verb.lemma_.lower() not in wordlists.words("granting", "lemma")
    return is_intransitive or has_object or verb.lower_ in wordlists.words("pasts", "lemma")


@at(tags=PAST, none_below=SUBJECTS | HELPERS | {"agent"}, is_behind=True)
def said_to_do(verb: Token) -> Iterator[Arc]:
    """ "Said the order of 12 nuns *planned* to sell": what is said is a clause, and nobody says an order."""
    noun = _first_noun(verb)
    sayer = noun.head
    if verb.dep_ != "acl" or noun.dep_ != "dobj" or sayer.lemma_.lower() not in wordlists.words_of("with clause"):
        return
    is_first = noun.left_edge.i == sayer.i + 1 and noun.right_edge.i == verb.right_edge.i
    if is_first and has_subject(sayer) and "ccomp" not in sayer.below and not verb.lower_.endswith("wn"):
        verb.tag_ = "VBD"
        yield verb, sayer, "ccomp"
        yield noun, verb, "nsubj"


@at(tags="NN NNS NNP NNPS", any_below="acl relcl")
def main_of_noun(root: Token) -> Iterator[Arc]:
    """ "A bill by Lund that would set new limits *stalled* last May.": a sentence has a verb, and no limits are
    stalled."""
    end = root.sent.last.i
    if root.dep_ != "ROOT" or root.doc[end].text != "." or root.left_edge.i != root.sent.start:
        return
    if any(c.dep_ in SUBJECTS or c.dep_ in ("cc", "conj", "appos") for c in root.children):
        return
    last = next((c for c in reversed(root.rights) if not c.is_punct), root)
    within = [
        t for t in last.subtree if t.dep_ == "acl" and t.tag_ in PAST and t != last and t.right_edge == last.right_edge
    ]
    if last.dep_ not in ADNOMINAL or last.right_edge.i != end - 1 or not within:
        return
    verb = within[0]
    if not must_be_past(verb) and all(c.dep_ != "relcl" for c in root.rights):
        return  # "A coat worn by a woman *seen* in the port."
    is_other_form = verb.lower_.endswith(("wn", "ven", "ken", "ten", "den", "one"))
    if is_other_form or (verb.i != verb.head.i + 1 and verb != last) or (_is_by_whom(verb) and not must_be_past(verb)):
        return
    verb.tag_ = "VBD"
    yield verb, verb, "ROOT"
    yield from ((c, verb, c.dep_) for c in [*root.rights] if c.is_punct and c.i > verb.i)
    yield root, verb, "nsubj"


def _is_by_whom(verb: Token) -> bool:
    """Whether an agent stands behind it, who is no number: "failed by two votes"."""
    agents = (noun for c in verb.rights if c.dep_ == "agent" for noun in c.rights)
    return any("nummod" not in noun.below for noun in agents)


@at(any_below=NOMINAL_SUBJECTS)
def told_so(verb: Token) -> Iterator[Arc]:
    """ "Fans who were told their seats had been *sold* should call": the seats were, and the fans should call."""
    noun = next((c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS), verb)
    told = next((c for c in noun.rights if c.dep_ == "relcl" and c.lemma_.lower() in wordlists.telling_people()), None)
    helper = finite_part(verb)
    if told is None or helper.tag_ not in FINITE or helper.i == verb.i or "mark" in verb.below:
        return
    thing = next((c for c in told.rights if c.dep_ == "dobj" and c.right_edge.i == helper.i - 1), None)
    main = _next_finite(verb)
    if thing is None or main is None or not any(c.dep_ in ("det", "poss") for c in thing.lefts):
        return
    above, arc = verb.head, verb.dep_
    if main.head == verb:
        yield main, main if arc == "ROOT" else above, arc
        yield from ((c, main, c.dep_) for c in [*verb.rights] if c.i > main.i)
    yield verb, told, "ccomp"
    yield noun, main, subject_arc(main)
    yield thing, verb, noun.dep_


def _next_finite(verb: Token) -> Token | None:
    """A finite verb without a subject behind this one, or above it, with nothing between that joins them."""
    behind = [c for c in verb.rights if c.dep_ in ("advcl", "ccomp", "conj", "xcomp") and c.pos_ in VERBAL]
    above = [verb.head] if verb.dep_ == "ccomp" and verb.head.i > verb.i else []
    main = next(iter((*above, *behind)), None)
    if main is None or has_subject(main) or "mark" in main.below:
        return None
    opening = finite_part(main)
    before = opening.nbor(-1)
    is_joined = before.tag_ == "CC" or before.text == ","
    return main if opening.tag_ in FINITE and not is_joined else None


def _behind_who(verb: Token, deed: Token, first: Token, pronoun: Token) -> Iterator[Arc]:
    """ "A guard and a clerk who tried to help *them* died.": who stands before "who" died; they were to be helped."""
    root = verb.sent.root
    is_only = root.pos_ in NOUNS and not any(c.dep_ in SUBJECTS for c in root.children)
    stop = root.sent.last
    if first.dep_ == "relcl" and is_only and stop.text == "." and verb.right_edge.i == stop.i - 1:
        yield verb, verb, "ROOT"
        yield stop, verb, "punct"
        yield root, verb, subject_arc(verb)
        yield pronoun, deed, "dobj"
        yield from ((c, root, "conj") for c in [*root.rights] if c.dep_ == "appos" and "conj" in c.below)
