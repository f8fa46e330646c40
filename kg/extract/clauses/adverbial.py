"""Adverbial clauses: what they tell of the verb that they hang on, by the words that open them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kg.grammar import wordlists
from kg.grammar.phrase_index import PhraseIndex
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import HELPERS, finite_part, has_subject, verb_forms
from kg.parse import Token

_NOWADAYS = frozenset({"now", "today", "already", "often", "rarely", "never", "no"})


def circumstances(verb: Token) -> Iterator[tuple[str, Token]]:
    """What adverbial clauses tell of a verb, with their heads: ("cause", fell) of "closed *because sales fell*".

    Behind "not" they may tell why it did. "It sank, he said, *because it was old*": such a clause hangs on who says
    so, and tells why it sank. "Went on *to win*", "inspired him *to paint*" tell no purpose.
    """
    holders = (verb, verb.head) if verb.dep_ == "ccomp" and verb.i < verb.head.i else (verb,)
    yield from (("condition", clause) for clause in _as_long_as(verb))
    if all("advcl" not in holder.below for holder in holders):
        return
    if any(child.dep_ == "ccomp" and child.i < verb.i for child in verb.children):
        return
    is_negated = any(child.dep_ == "neg" for child in verb.children)
    for child in (child for holder in holders for child in holder.children):
        if child.dep_ == "advcl" and (opened := conjunction(child)) is not None:
            opener, role = opened
            is_other = _tells_of_a_date(opener) or (opener.tag_ == "TO" and (_asks(verb) or _is_of_governor(verb)))
            is_other |= role == "condition" and not _may_hang_on(child, verb)
            is_other |= role == "purpose" and tells_result(child)
            if not is_other and (child.pos_ in VERBAL or has_subject(child)) and not (is_negated and role == "cause"):
                yield role, child


def _as_long_as(verb: Token) -> Iterator[Token]:
    """ "May stay *as long as they pay*", where the clause hangs on the "long"; "stayed as long as he could" tells how
    long."""
    if not verb.doc.has("long"):
        return
    long = next((c for c in verb.rights if c.lower_ == "long" and "advcl" in c.below), None)
    if long is None or long.left_edge.lower_ not in ("as", "so") or finite_part(verb).tag_ == "VBD":
        return
    yield from (c for c in long.rights if c.dep_ == "advcl" and c.left_edge.lower_ == "as" and has_subject(c))


def _may_hang_on(condition: Token, verb: Token) -> bool:
    """Whether a condition can be one of a deed: not behind a semicolon ("hired a lawyer; if they sue, she will"), and
    none that is open of what is done ("raised its bid, with more if they win")."""
    if any(token.text == ";" for token in verb.doc.tokens[verb.i : condition.i]):
        return False
    is_open = condition.left_edge.lower_ == "if" and finite_part(condition).tag_ in ("VBZ", "VBP")
    is_done = verb.tag_ == "VBD" and HELPERS.isdisjoint(verb.below)
    return not (is_open and is_done and condition.i > verb.i)


def tells_result(clause: Token) -> bool:
    """Whether "so that" tells what came of it: "so that rocks *now fall* there", "so that it *was* not seen"; not "so
    that nobody would pay"."""
    if not any(child.lower_ == "so" for child in clause.lefts) or any(child.tag_ == "MD" for child in clause.lefts):
        return False
    is_present = finite_part(clause).tag_ in ("VBZ", "VBP")
    is_now = clause.left_edge.text_before == "," or any(child.lower_ in _NOWADAYS for child in clause.children)
    return finite_part(clause).tag_ == "VBD" or (is_present and is_now)


def _tells_of_a_date(opener: Token) -> bool:
    """ "Promised cuts for next year, *when* the land votes": the land votes in that year."""
    before = opener.doc.tokens[opener.i - 2 : opener.i] if opener.i > 1 else ()
    return opener.lower_ == "when" and len(before) == 2 and before[1].text == "," and before[0].ent_type_ == "DATE"


def _asks(verb: Token) -> bool:
    return not wordlists.asking_infinitives().isdisjoint(verb_forms(verb))


def _is_of_governor(verb: Token) -> bool:
    """ "Ordered those who were ill *to stay*", "used cards belonging to others *to pay*": what was ordered, and what
    they were used for."""
    if verb.dep_ not in ADNOMINAL:
        return False
    above = next((t for t in verb.ancestors if t.pos_ in VERBAL), verb)
    return above.i < verb.i and (_asks(above) or (above.lemma_.lower(), "objinf") in wordlists.controllers())


def conjunction(head: Token) -> tuple[Token, str] | None:
    """What opens an adverbial clause, and the role that it gives to it, if it gives one."""
    opener = next((word for word in head.lefts if word.dep_ == "mark" or word.tag_ in ("WRB", "TO")), None)
    if opener is None:
        return None
    if opener.lower_ == "since" and _is_since_then(opener, head):
        return opener, "time"
    if opener.lower_ == "as" and head.head.lemma_.lower() in wordlists.words_of("happening") and has_subject(head):
        return opener, "time"  # "happened *as the bus was turning*"
    words = next(_conjunctions().around(opener), None)
    role = wordlists.values("conjunctions", "words", "role")[words] if words is not None else "-"
    return None if role == "-" else (opener, role)


def _is_since_then(opener: Token, head: Token) -> bool:
    """ "Has slept badly *since it burned*"; "has closed shops, *since it cannot pay*" tells why."""
    is_done = head.tag_ == "VBD" or any(child.tag_ == "VBD" for child in head.lefts)
    has_lasted = any(child.lemma_ == "have" and child.dep_ == "aux" for child in head.head.lefts)
    return is_done and has_lasted and opener.text_before != ","


@cache
def _conjunctions() -> PhraseIndex:
    return PhraseIndex(wordlists.values("conjunctions", "words", "role"))
