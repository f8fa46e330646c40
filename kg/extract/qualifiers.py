"""Which phrases stand in the name of what they tell apart: "analysts *at Orlo Bank*", "the mill *in Bonn*"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.extract.amounts import VALUES, value_of
from kg.extract.clauses.obliques import is_discourse, long_marker
from kg.extract.ratios import is_rate, is_ratio, is_score
from kg.extract.restrictions import before_clause, restriction, words_of_clause
from kg.extract.roles import is_asked_by_verb, role_of_word
from kg.grammar import wordlists
from kg.grammar.kinds import class_of_noun, is_had_by, means_people
from kg.grammar.periods import is_period_of_figure
from kg.grammar.phrases import (
    ADNOMINAL,
    HERE,
    HYPHENS,
    NOUNS,
    PLACE_LABELS,
    PLURALS,
    TERMS,
    TIMES,
    VERBAL,
    and_conjuncts,
    is_no_one,
    phrase,
)
from kg.grammar.records import LONG, SINCE, is_record
from kg.grammar.verbs import SUBJECTS, tells_margin
from kg.parse import Token

_LONGEST = 14  # words of one name
_LONGEST_WITH_CLAUSE = 18
_WORTH = "worth"
_OPENING = frozenset({"prep", "cc"})
_SUMS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_BOUNDS = frozenset({"above", "below", "over", "under"})
_PARTS = frozenset({"CD", "DT", "JJ", "JJS"})
_SPANNING = frozenset({"since", "before", "after", "until", "within"})
_POINTING = frozenset({"WDT", "WP", "PRP"})
_EXCEPT = frozenset({"but", "except"})
_QUESTIONS = frozenset({"whether", "how", "who", "what", "where", "when", "why"})
_COMPARED = frozenset({"advcl", "prep"})
_ANY = frozenset({"anyone", "anybody", "everyone", "everybody", "those"})
_ALL = frozenset(
    {"everything", "everyone", "everybody", "nothing", "nobody", "anything", "anyone", "anybody", "all", "none"}
)


def with_qualifiers(head: Token) -> tuple[Token, ...]:
    """The words of a description and of the phrases and the clause right behind it that tell which it is, or what it
    is about."""
    own = phrase(head)
    if (worth := _worth(head)) and len(worth) > 1:
        return (*own, *worth)
    if state := _state_behind(own, head) or _where(own, head):
        return (*own, *state)
    behind = [token for token in own if token.i >= head.i] if own[0] is not head else own
    openers = [token for token in behind if _may_open(token)]
    is_compared = not _COMPARED.isdisjoint(head.below) and any(map(_opens_with_than, head.rights))
    is_open = is_compared or bool(openers) or any(map(_has_clause, behind))
    if not is_open or not _may_be_told_apart(head):
        return own
    words, kept = list(own), {token.i for token in own}
    for word in openers:
        for preposition in (*_asked_behind(word), *word.rights):
            is_prepositional = preposition.dep_ == "prep" or preposition.lower_ in _EXCEPT
            if is_prepositional and preposition.i - 1 in kept and is_qualifier(preposition, head):
                added = _fitting(_unbroken(_phrase_of(preposition)), head, _LONGEST - len(kept))
                words += added
                kept.update(token.i for token in added)
    words += _clause_behind(words, head)
    return (*words, *_compared(head, kept)) if is_compared else tuple(words)


def _may_be_told_apart(head: Token) -> bool:
    """Nouns, "anyone", "those", "one" or "most" of several."""
    is_part = head.tag_ in _PARTS and any(c.lower_ == "of" or is_rate(c) or is_ratio(c) for c in head.rights)
    return head.pos_ in NOUNS or _means_all(head) or head.lower_ == "those" or is_part


def _means_all(noun: Token) -> bool:
    """ "Everyone", "nothing", "no one"."""
    return noun.lower_ in _ALL or is_no_one(noun)


def _has_clause(noun: Token) -> bool:
    return not ADNOMINAL.isdisjoint(noun.below)


def _fitting(added: list[Token], head: Token, room: int) -> list[Token]:
    """The words of a phrase, if need be without the clause at its end; none if they are too many."""
    if len(added) > room:
        added = before_clause(added, head)
    return added if 1 < len(added) <= room else []


def _clause_behind(words: list[Token], head: Token) -> tuple[Token, ...]:
    """The clause behind the last of the words, of whichever noun among them."""
    last = max(token.i for token in words)
    for noun in [token for token in words if token.i >= head.i and _has_clause(token)]:
        clause = restriction(noun, is_subject=_is_subject(head))
        if clause and last + 1 == clause[0].i and last + len(clause) - words[0].i < _LONGEST_WITH_CLAUSE:
            return clause
    return ()


def _worth(head: Token) -> list[Token]:
    """ "Goods *worth 9 dollars*": what they are worth, right behind them."""
    worth = next(iter(head.rights), head)
    if worth.lower_ != _WORTH or worth.i != head.i + 1:
        return []
    sums = (c for c in worth.rights if c.tag_ == "CD" or "nummod" in c.below)
    return next((list(head.doc.tokens[head.i + 1 : _end_of_sum(c) + 1]) for c in sums), [])


def _end_of_sum(number: Token) -> int:
    """ "9 dollars *a year*"."""
    return next((c.i for c in number.rights if c.dep_ == "npadvmod" and c.left_edge.i == number.i + 1), number.i)


def _state_behind(own: Sequence[Token], head: Token) -> list[Token]:
    """ "People *close to the firm*", "anyone *other than the owner*", "someone *two inches taller*": which are
    meant, told right behind the noun."""
    last = own[-1].i
    for state in head.rights if "amod" in head.below else ():
        own_part = {token.i for token in own}
        added = [t for t in _unbroken(_state_of(state)) if t.i not in own_part] if _is_full(state) else []
        is_next = bool(added) and added[0].i == last + 1 and len(added) + len(own) <= _LONGEST
        is_of_given = state.lower_ == "close" and "dative" in head.head.below  # "gave Orlo its first mill close to it"
        if is_next and (state.lower_ == "other" or is_of_given or not _is_made_so(head)):
            return added
    return []


def _where(own: Sequence[Token], head: Token) -> list[Token]:
    """ "Farmers *there* grow rice": those there."""
    is_many = head.tag_ in PLURALS and "advmod" in head.below and _is_subject(head)
    following = head.doc.tokens[own[-1].i + 1 : own[-1].i + 2] if is_many else ()
    return [t for t in following if t.lower_ in HERE and t.dep_ == "advmod" and t.head is head]


def _is_full(state: Token) -> bool:
    """Whether an adjective behind a noun has what it asks for, or by how much it is so."""
    is_open = not any(t.lower_ == "the" for t in state.head.lefts)
    is_measured = state.tag_ == "JJR" and is_open and any(c.dep_ == "npadvmod" for c in state.lefts)
    is_asking = any(c.dep_ in ("prep", "xcomp") and c.text_before != "," for c in state.rights)
    is_asking |= _age_of(state) is not None
    return state.dep_ == "amod" and state.pos_ == "ADJ" and (is_measured or is_asking)


def _state_of(state: Token) -> list[Token]:
    """The adjective with its phrase, without the clauses that hang on it."""
    found = {state, *(t for c in state.lefts for t in c.subtree)}
    if (age := _age_of(state)) is not None:
        return sorted({*found, *age.subtree}, key=lambda token: token.i)
    for below in state.rights:
        if below.dep_ == "prep":
            found.update(_phrase_of(below))
        elif below.dep_ == "xcomp":
            found.update(below.subtree)
    return sorted(found, key=lambda token: token.i)


def _age_of(state: Token) -> Token | None:
    """ "Pupils aged *five to 11*", "women aged *50*"."""
    numbers = (c for c in state.rights if c.tag_ == "CD" and c.left_edge.i == state.i + 1)
    return next(numbers, None) if state.lower_ == "aged" else None


def _is_made_so(noun: Token) -> bool:
    """ "Found the door open to all", "got the lamp free of charge", "left the shop full of smoke": what the verb
    tells of it."""
    is_definite = any(t.lower_ == "the" or t.dep_ == "poss" for t in noun.lefts)
    is_known = is_definite and not any(t.lower_ == "only" for t in noun.lefts)
    return noun.dep_ == "dobj" and (is_known or noun.head.lemma_.lower() in wordlists.words("leaving_so", "lemma"))


def _opens_with_than(clause: Token) -> bool:
    """ "Less oil *than it did*", "the same owner *as the mill*", "twice as many *as the first*"."""
    if clause.dep_ not in _COMPARED:
        return False
    opening = clause.left_edge.lower_
    if opening == SINCE and clause.dep_ == "advcl":
        return is_record(clause.head)
    return opening == "than" or (opening == "as" and any(map(_is_like, clause.head.lefts)))


def _is_like(word: Token) -> bool:
    """The same of "the *same* owner as", the many of "as *many* as"."""
    return word.lower_ == "same" or any(child.lower_ == "as" for child in word.lefts)


def _compared(head: Token, kept: set[int]) -> Iterator[Token]:
    """ "Holds less oil *than it did*": a clause right behind without which the degree says nothing."""
    for clause in head.rights:
        if _opens_with_than(clause) and clause.left_edge.i - 1 in kept:
            yield from _unbroken(words_of_clause(clause, may_have_reason=True))


def _may_open(noun: Token) -> bool:
    return noun.dep_ in ("dobj", "pobj") or not _OPENING.isdisjoint(noun.below)


def _asked_behind(noun: Token) -> Iterator[Token]:
    """ "Raise taxes *on income*", "closed its mill *in Bonn*", where the parser hangs on the verb what the noun asks
    for, or where a building stands."""
    following = noun.doc.tokens[noun.i + 1 : noun.i + 2]
    if noun.dep_ == "pobj":
        yield from (t for t in following if t.dep_ == "prep" and t.head is noun.head.head and _is_age(t, t.rights))
        yield from (t for t in following if t.dep_ == "prep" and is_period_of_figure(t))
    for token in following if noun.dep_ == "dobj" else ():
        is_asked = (noun.lemma_.lower(), token.lower_) in wordlists.noun_prepositions()
        is_its_own = is_asked or _is_where_it_stands(token, noun) or _is_age(token, token.rights)
        is_its_own |= is_period_of_figure(token)
        if token.dep_ == "prep" and token.head is noun.head and is_its_own:
            yield token


def _is_where_it_stands(preposition: Token, noun: Token) -> bool:
    if preposition.lower_ != "in" or not any(c.ent_type_ in PLACE_LABELS for c in preposition.rights):
        return False
    return noun.pos_ == "NOUN" and class_of_noun(noun) == "kg:Facility"


def _unbroken(words: list[Token]) -> list[Token]:
    """The words up to the first gap; none if they stop at a hyphen: "on their gene" of "gene - splicing method"."""
    kept = [token for n, token in enumerate(words) if token.i == words[0].i + n]
    if not kept:
        return []
    behind = kept[-1].doc.tokens[kept[-1].i : kept[-1].i + 2]
    return [] if any(token.text in HYPHENS for token in behind) else kept


def is_qualifier(preposition: Token, head: Token) -> bool:
    """Whether a phrase that hangs on a noun belongs to its name: of a subject nearly each, of what stands behind the
    verb those that no verb asks for; no time, sum or example, and nothing behind a comma."""
    if is_ratio(preposition):
        return True
    marker, last = long_marker(preposition)
    if len(marker) > 1 and " ".join(t.lower_ for t in marker) in wordlists.words("qualifying", "preposition"):
        return _is_subject(head)
    if len(marker) > 1 or is_discourse(preposition) or preposition.lower_ == "of":
        return False
    nouns = [child for child in last.rights if child.dep_ == "pobj"]
    if _is_age(preposition, nouns) or _is_of_record(preposition, nouns):
        return True
    before = preposition.doc.tokens[preposition.i - 1] if preposition.head.pos_ in VERBAL else preposition.head
    is_asked = (before.lemma_.lower(), preposition.lower_) in wordlists.noun_prepositions()
    if not nouns:
        is_deed = any(c.tag_ == "VBG" or c.left_edge.lower_ in _QUESTIONS for c in last.rights if c.dep_ == "pcomp")
        return is_asked and is_deed and not is_asked_by_verb(preposition)
    if is_rate(preposition) or is_score(preposition, nouns) or _is_origin(preposition, nouns):
        return True
    if is_period_of_figure(preposition):
        return True  # "a loss *for the first half*"
    if _is_bound(preposition, nouns, head) or _is_of_time(preposition, nouns, head):
        return True
    is_long = is_asked or preposition.lower_ == "along"
    others = VALUES - {"QUANTITY"} if is_long else VALUES  # "the record *for the 200 metres*"
    if is_asked and all(map(_is_working_week, nouns)):
        return True
    if any((value_of(noun) in others and not _is_share(noun)) or noun.tag_ in _POINTING for noun in nouns):
        return False
    if is_asked_by_verb(preposition):
        return False
    if head.lower_ in _ANY and preposition.i == head.i + 1 and preposition.lower_ == "with":
        return True  # "asked anyone with a key"
    if is_asked:
        return True
    if _is_told_to_be(head) or (head.dep_ == "pobj" and tells_margin(head.head)):
        return False
    if preposition.lower_ in _EXCEPT:
        return _means_all(head) or any(t.lower_ in ("no", "any", "every", "all") for t in head.lefts)
    place = wordlists.values("qualifying", "preposition", "of").get(preposition.lower_)
    is_listed = preposition.lower_ != "off" and any(role_of_word(preposition.lower_, noun) for noun in nouns)
    if place is None or (not _is_subject(head) and is_listed):
        return False  # "closed the mill in protest"
    if _is_subject(head) or place == "any" or _means_all(head):
        return True
    if place == "thing" and not means_people(preposition.head):
        return True
    return preposition.lower_ == "with" and (any(map(_is_counted, nouns)) or _is_what_they_have(preposition, nouns))


def _is_origin(preposition: Token, nouns: Sequence[Token]) -> bool:
    """ "Depends on visitors *from* the north": which people, behind a preposition."""
    people = preposition.head
    is_told = people.dep_ in ("pobj", "dative") and people.tag_ == "NNS" and means_people(people)
    is_bare = preposition.i == people.i + 1 and not is_asked_by_verb(preposition)
    return preposition.lower_ == "from" and is_told and is_bare and all(n.pos_ in NOUNS for n in nouns)


def _is_bound(preposition: Token, nouns: Sequence[Token], head: Token) -> bool:
    """ "Any losses *above 9 million dollars*", "incomes *below 900 dollars*": which of them."""
    is_sum = all(noun.ent_type_ in _SUMS for noun in nouns)
    is_any = any(t.lower_ in ("any", "all", "every", "no") for t in head.lefts)
    is_behind_noun = preposition.head.dep_ == "pobj" and preposition.head.i == preposition.i - 1
    return preposition.lower_ in _BOUNDS and is_sum and (is_any or is_behind_noun or _is_subject(head))


def _is_of_time(preposition: Token, nouns: Sequence[Token], head: Token) -> bool:
    """ "Revenue *in the first half* fell", "all flights *since Monday* were cancelled": of which time it is; what hangs
    on the verb tells when it fell."""
    noun = preposition.head
    is_of_many = preposition.lower_ in _SPANNING and (
        noun.tag_ == "NNS" or any(t.lower_ == "every" for t in noun.lefts)
    )
    is_own = noun.pos_ == "NOUN" and (preposition.lower_ in ("in", "for") or is_of_many) and _is_subject(head)
    return is_own and all(inner.ent_type_ in TIMES for inner in nouns)


def _is_working_week(noun: Token) -> bool:
    """ "A plan for a *four-day week*", "a cut in *their hours*", "in *working hours*": no time when there is one."""
    parts = [c for c in noun.lefts if c.dep_ == "compound" and c.lemma_.lower() in TERMS]
    is_term = noun.lemma_.lower() in ("week", "day", "year")
    is_work = any(c.lower_ == "working" or (c.tag_ == "VBG" and noun.lower_ == "hours") for c in noun.lefts)
    is_theirs = noun.lower_ == "hours" and {c.dep_ for c in noun.lefts} == {"poss"}
    return is_work or is_theirs or (is_term and bool(parts) and noun.left_edge.lower_ in ("a", "an", "the"))


def _is_share(noun: Token) -> bool:
    """ "Tariffs on *94% of* goods", "steps against *four of* them", "talks between *the two*"."""
    if noun.tag_ == "CD" and any(c.lower_ in ("the", "these", "those") for c in noun.lefts):
        return noun.ent_type_ == "CARDINAL"
    return noun.ent_type_ in ("PERCENT", "CARDINAL") and any(c.lower_ == "of" for c in noun.rights)


def _is_what_they_have(preposition: Token, nouns: Sequence[Token]) -> bool:
    """ "Gave it to patients *with asthma*": people in the plural, and no tool, which would have an article."""
    people = preposition.head
    is_many = people.tag_ == "NNS" and means_people(people)
    if any(is_had_by(people, noun) for noun in nouns):
        return True  # "treats children *with a fever*"
    is_behind = people.dep_ == "pobj" and is_many
    return is_behind and not any(t.dep_ in ("det", "poss") for noun in nouns for t in noun.lefts)


def _is_age(preposition: Token, nouns: Sequence[Token]) -> bool:
    """ "Children *under five*", "women *over 50*": which of them, wherever the parser hangs it."""
    before = preposition.doc.tokens[preposition.i - 1]
    is_bare = any(noun.tag_ == "CD" and noun.i == preposition.i + 1 and not noun.children for noun in nouns)
    is_any = before.tag_ == "NNS" or any(t.lower_ in ("any", "each", "every", "no") for t in before.lefts)
    is_people = (is_any and means_people(before)) or before.lower_ in _ANY
    return preposition.lower_ in ("under", "over") and is_bare and is_people


def _is_of_record(preposition: Token, nouns: Sequence[Token]) -> bool:
    """ "Its lowest level *in two years*", "its first title *since 2011*": of which it is the lowest."""
    is_long = preposition.lower_ == SINCE or any(n.lemma_.lower() in LONG for n in nouns)
    return preposition.lower_ in (SINCE, "in") and is_long and is_record(preposition.head)


def _is_subject(head: Token) -> bool:
    """Whether a noun stands before its verb, so that what hangs on it can be of nothing else."""
    while head.dep_ in ("conj", "appos"):
        head = head.head
    return head.dep_ in SUBJECTS and head.i < head.head.i


def _is_told_to_be(noun: Token) -> bool:
    """ "There are two bridges in the town": where they are is what is told."""
    return noun.dep_ == "attr" and "expl" in noun.head.below


def _is_counted(noun: Token) -> bool:
    """ "A boat with *nine men*": what it has; "broke it with a hammer" tells how."""
    return any(child.dep_ == "nummod" for child in noun.lefts)


def _phrase_of(preposition: Token) -> list[Token]:
    """The phrase with what is coordinated in it, in order: "in Oslo and Bonn", "from the state and from the town"."""
    found = [preposition]
    for noun in preposition.rights:
        if noun.dep_ == "pobj":
            found += _listed(noun)
        elif noun.dep_ == "pcomp":
            found += noun.subtree
        elif noun.dep_ == "prep" and is_ratio(preposition):
            found += _phrase_of(noun)  # "nine out *of ten homes*"
    for other in preposition.rights:
        if other.dep_ == "conj" and other.pos_ == "ADP":
            found += [*(t for t in preposition.rights if t.dep_ == "cc"), *_phrase_of(other)]
    return sorted(set(found), key=lambda token: token.i)


def _listed(noun: Token) -> Iterator[Token]:
    """The noun with those coordinated with it; nothing where only commas stand between them, which may be a slip."""
    last = and_conjuncts(noun)[-1]
    is_list = last.pos_ not in VERBAL and any(token.dep_ == "cc" for token in noun.doc.tokens[noun.i : last.i])
    if last != noun and not is_list:
        return
    yield from with_qualifiers(noun)
    if named := next((c for c in noun.rights if c.dep_ == "appos" and c.left_edge.i == noun.i + 1), None):
        yield from phrase(named)  # "the painter *Hugo Arce*"
    for before, other in pairwise(and_conjuncts(noun)):
        yield from (t for t in before.rights if t.i < other.i and (t.dep_ == "cc" or t.text == ","))
        yield from with_qualifiers(other)
