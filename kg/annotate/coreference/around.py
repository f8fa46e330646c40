"""The clauses around a pronoun: their subjects, and what grammar forbids it to stand for."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kg.annotate.coreference.referent import is_subject
from kg.annotate.names.quoted import OPENING_QUOTES
from kg.grammar.kinds import is_people
from kg.grammar.phrases import NOUNS, VERBAL, first_of
from kg.grammar.wordlists import words
from kg.naming import acting_verbs, small_words, telling_verbs
from kg.once import once_a_token
from kg.parse import Token

_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "i", "you"})
_APART = frozenset({"conj", "parataxis", "advcl"})


@once_a_token
def subjects_around(pronoun: Token) -> tuple[Token, ...]:
    """The subjects of the clauses around a pronoun, the innermost first; of "asked Halden to pay its staff", Halden.

    "Halden fell, but the mayor said it" has two clauses side by side: Halden is no subject around.
    """
    return tuple(_outward(pronoun))


def _outward(pronoun: Token) -> Iterator[Token]:
    if tells(pronoun):  # "Lund will pay, *he* said"
        said = (verb for verb in pronoun.head.lefts if verb.dep_ == "ccomp" and verb.i < pronoun.i)
        yield from (t for verb in said for t in verb.lefts if is_subject(t))
    below = pronoun
    is_apart = False
    for verb in pronoun.ancestors:
        if verb.pos_ in VERBAL:
            is_apart |= below.dep_ == "conj" and any(is_subject(t) and not _holds(t, pronoun) for t in below.lefts)
            found = (t for t in _subjects(verb, below) if t.i < pronoun.i and not _holds(t, pronoun))
            yield from (t for t in found if not is_apart)
        below = verb


def _subjects(verb: Token, below: Token) -> Iterator[Token]:
    """The subject of a verb, seen from what hangs on it; of "which said", what "which" stands for."""
    if below.dep_ == "xcomp":
        yield from (t for t in verb.rights if t.dep_ == "dobj" and t.i < below.i)
    for child in verb.lefts:
        if is_subject(child):
            if child.tag_ not in {"WDT", "WP"} or verb.dep_ != "relcl":
                yield child
            elif not (_is_misplaced(verb) or _is_of_clause(verb)):
                yield described(verb.head)


def described(noun: Token) -> Token:
    """What a noun tells of: of "Orlo is a bank that" and "Orlo, a bank that," Orlo; of "dozens of men" dozens."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in small_words("measure"):
        noun = noun.head.head
    while noun.dep_ == "appos":
        noun = noun.head
    if noun.dep_ == "attr":
        return next((t for t in noun.head.lefts if is_subject(t)), noun)
    return noun


def is_there(noun: Token) -> bool:
    """Whether a noun is what there is: "There is a *hole* in the roof"."""
    return noun.dep_ == "attr" and any(t.dep_ == "expl" for t in noun.head.lefts)


def place_of(noun: Token) -> Token:
    """What a noun stands beside, where that is none of its own: of "The youngest, a *boy*, fell" the youngest."""
    is_beside = noun.dep_ == "appos" and noun.head.pos_ in {"ADJ", "NUM"}
    return noun.head if is_beside else noun


def _holds(token: Token, pronoun: Token) -> bool:
    """Whether a subject has the pronoun inside it, outside of a relative clause that it is the subject of."""
    return token is pronoun or (token.is_ancestor(pronoun) and relative_around(pronoun, token) is None)


def relative_around(pronoun: Token, noun: Token) -> Token | None:
    """The verb of the relative clause of a noun in which the pronoun stands; for "it" there is none with "who"."""
    verb = next((t for t in pronoun.ancestors if t.dep_ == "relcl" and t.head is noun), None)
    if verb is None or _is_misplaced(verb):
        return None
    is_of_people = any(t.lower_ in {"who", "whom"} for t in verb.lefts)
    return None if (is_of_people and not pronoun.lower_.startswith("the")) or _is_of_clause(verb) else verb


def _is_of_clause(verb: Token) -> bool:
    """Whether a clause with "which" hangs on people, so that it tells of all before: "asked the *priests*, which means
    that they came late"."""
    is_which = any(t.lower_ == "which" and is_subject(t) for t in verb.lefts)
    return is_which and is_people(verb.head) and verb.head.lemma_.lower() not in words("collectives", "word")


def _is_misplaced(verb: Token) -> bool:
    """Whether a clause with "that" hangs on a name, which it cannot choose among others: "a vent off Malta that"."""
    is_name = verb.head.pos_ == "PROPN" and not any(t.dep_ == "det" for t in verb.head.lefts)
    return is_name and any(t.lower_ == "that" and is_subject(t) for t in verb.lefts)


def is_gap(pronoun: Token, noun: Token) -> bool:
    """Whether a clause is told of a noun in which something else is the pronoun: "an alarm that it sent"."""
    return pronoun.dep_ != "poss" and pronoun.head.dep_ == "relcl" and pronoun.head.head is noun


def verb_of(token: Token) -> Token:
    """The verb of the clause that a token stands in; the root where there is none."""
    return next((t for t in token.ancestors if t.pos_ in VERBAL), token.sent.root)


def is_beside(pronoun: Token, token: Token) -> bool:
    """Whether both belong to one verb, so that they are two: "Halden sold it", "Halden hopes to sell it"."""
    if pronoun.dep_ == "poss" or pronoun.lower_.endswith("self"):
        return False
    if token in _others(pronoun):
        return True
    is_one = is_at(pronoun, verb_of(token)) or (is_subject(token) and _shares(pronoun, verb_of(token)))
    return is_one and not _is_inside(token)


def _shares(pronoun: Token, verb: Token) -> bool:
    """Whether a pronoun hangs on a verb with the subject of another: "was dry and had a trace of it"."""
    own = verb_of(pronoun)
    while own is not verb and own.dep_ == "conj" and not any(map(is_subject, own.lefts)):
        own = own.head
    return own is verb


def _others(pronoun: Token) -> list[Token]:
    """Who does what is done to the pronoun, where another verb tells it: "asked Halden to let it go"."""
    verb = _own_verb(pronoun)
    return [t for t in verb.head.rights if t.dep_ == "dobj"] if verb.dep_ == "xcomp" else []


def is_at(pronoun: Token, verb: Token) -> bool:
    """Whether a pronoun is what a verb, or one that it leads to, tells of; its possessions are something else."""
    if pronoun.dep_ == "poss" or pronoun.lower_.endswith("self"):
        return False
    if verb is verb_of(pronoun):
        return True
    own = _own_verb(pronoun)
    while own is not verb and own.dep_ == "xcomp" and not any(t.dep_ == "dobj" for t in own.head.rights):
        own = verb_of(own)
    return own is verb


def _own_verb(pronoun: Token) -> Token:
    """The verb that a pronoun hangs on, or of which it is at once the object: "wants it to be included"."""
    own = verb_of(pronoun)
    return verb_of(own) if is_raised(pronoun) else own


def _is_infinitive(verb: Token) -> bool:
    return any(t.lower_ == "to" and t.dep_ == "aux" for t in verb.lefts)


def _is_inside(token: Token) -> bool:
    """Whether a noun only belongs to the noun that stands beside the verb: "Halden's chairman"."""
    return token.dep_ in {"poss", "compound", "nmod"} or (token.dep_ == "pobj" and token.head.head.pos_ == "NOUN")


def subject_of(pronoun: Token) -> Token | None:
    """The subject that "itself" goes back to; None where it has none of its own: "kept it from harming itself"."""
    verb = verb_of(pronoun)
    while True:
        found = [t for t in verb.lefts if is_subject(t)]
        if found or verb.dep_ not in {"xcomp", "conj"} or any(t.dep_ == "dobj" for t in verb.head.rights):
            return found[0] if found else None
        verb = verb.head


def is_fronted(pronoun: Token, token: Token) -> bool:
    """Whether a noun only stands in what comes before the subject: "Built by Halden in 1990, it"."""
    verb = pronoun.head
    if not is_subject(pronoun) or token.i > pronoun.i or not verb.is_ancestor(token) or is_subject(token):
        return False
    if token.dep_ == "oprd" and token.head.lower_ == "born":
        return False  # "Born *Ann Oak*, she"
    return not any(is_subject(t) for above in token.ancestors if above.i < pronoun.i for t in above.lefts)


def is_said_of(pronoun: Token, token: Token) -> bool:
    """Whether a possessor belongs to what somebody is: "the reason was its price", "Orlo hired Lund as its chief"."""
    noun = pronoun.head
    if pronoun.dep_ != "poss":
        return False
    if noun.dep_ == "attr":
        return is_subject(token) and token.head is noun.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "as":
        return False
    verb = noun.head.head
    if any(t.dep_ == "dobj" for t in verb.rights):
        return False  # "joined Orlo as its president"
    while verb.dep_ == "xcomp" and not any(t.dep_ == "dobj" for t in verb.rights):
        verb = verb.head  # "asked Lund to act as its adviser"
    done_to = [t for t in verb.rights if t.dep_ == "dobj"]
    return token in done_to or (not done_to and is_subject(token) and token.head is verb)


def tells_on_of(pronoun: Token, noun: Token) -> bool:
    """Whether a noun stands in what a pronoun's own clause goes on to tell: "*It* told Halden", "*He* said Lund fell".

    That is never what the pronoun stands for; "He fell, and Lund rose" has two clauses side by side.
    """
    verb = pronoun.head
    if not is_subject(pronoun) or noun.i < pronoun.i or not verb.is_ancestor(noun):
        return False
    between = [noun, *(t for t in noun.ancestors if verb.is_ancestor(t))]
    return not any(t.dep_ in _APART or t.text_before in OPENING_QUOTES for t in between)


def is_listed(token: Token, name: Collection[Token] = ()) -> bool:
    """Whether it is one of several subjects, who are "they"; "Orlo & Holm" may be the name of one."""
    first = token
    while first.dep_ == "conj" and first.head not in name:
        first = first.head
    is_first = first is token or first in name
    return is_subject(first_of(first)) and (
        not is_first or any(t.dep_ == "conj" and t not in name for t in first.rights)
    )


def is_raised(pronoun: Token) -> bool:
    """Whether a subject is at once what another verb is done to: "wants it to be dropped"."""
    verb = pronoun.head
    is_bare = verb.tag_ == "VB" and not any(t.dep_ in {"aux", "mark"} for t in verb.lefts)
    return is_subject(pronoun) and verb.dep_ in {"ccomp", "xcomp"} and (is_bare or _is_infinitive(verb))


def is_main(token: Token) -> bool:
    """Whether a token hangs on the root of its sentence."""
    return token.head.dep_ == "ROOT"


def tells(token: Token) -> bool:
    """Whether a token is who says something."""
    return token.dep_ == "nsubj" and token.head.lemma_ in telling_verbs("speech")


def is_left_for_told(pronoun: Token, token: Token) -> bool:
    """Whether a text goes on with what somebody told, not with who told it: "*The council* said the club had lost. It
    had sold", "*The prosecutor* said the man had lied. He had hidden"."""
    if not (tells(token) and is_main(token) and is_just_before(token, pronoun) and _is_past_perfect(pronoun)):
        return False
    told = (t for verb in token.head.rights if verb.dep_ == "ccomp" for t in verb.lefts if is_subject(t))
    return any(t.lower_ not in _PRONOUNS and _is_past_perfect(t) for t in told)


def _is_past_perfect(subject: Token) -> bool:
    """Whether it stands before a verb with "had" in a clause of its own."""
    return is_subject(subject) and any(t.lower_ in {"had", "'d"} and t.dep_ == "aux" for t in subject.head.lefts)


def acts(token: Token) -> bool:
    """Whether a token is who does something on purpose: "it said", "it sued"; not in "the album sold badly"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in acting_verbs():
        return False
    return verb.lemma_ not in telling_verbs("middle") or any(t.dep_ == "dobj" for t in verb.rights)


def governing_subject(pronoun: Token) -> Token | None:
    """The nearest subject above a pronoun: "Halden" in "Halden sold its mill" and in "Halden said it would sell".

    None where grammar forbids it ("Halden hopes to sell it") or the object is as likely ("sold the ship as it leaked").
    """
    verb = pronoun.head
    while verb.dep_ != "ROOT" and verb.pos_ not in VERBAL:
        verb = verb.head
    is_barred = pronoun.dep_ in {"dobj", "pobj"}
    while True:
        for child in verb.children:
            if is_subject(child) and child.i < pronoun.i and child is not pronoun and not child.is_ancestor(pronoun):
                return None if is_barred and pronoun.lower_ == "it" else child
        if verb.dep_ not in {"ccomp", "xcomp", "advcl", "conj"} or (verb.dep_ == "advcl" and _has_object(verb.head)):
            return None
        is_barred = is_barred and verb.dep_ == "xcomp"
        verb = verb.head


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" and child.pos_ in NOUNS for child in verb.children)


def is_just_before(token: Token, other: Token) -> bool:
    """Whether a token stands in the sentence before that of another."""
    return other.sent.start > 0 and token.sent.start == other.doc[other.sent.start - 1].sent.start


def is_agent(token: Token) -> bool:
    """Whether a passive tells that it was done by somebody: "found by *Lund*", "found by a *teacher*, Lund"."""
    return token.dep_ == "pobj" and token.head.dep_ == "agent"
