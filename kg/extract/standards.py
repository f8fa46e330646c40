"""With what something is compared, where other words stand between: "spends more on roads *than on schools*"."""

from __future__ import annotations

from kg.extract.clauses import Clause
from kg.extract.fillers import words_under
from kg.extract.proposition import Words
from kg.extract.qualifiers import with_qualifiers
from kg.grammar.phrases import COMPARATIVES, COMPARING
from kg.grammar.verbs import FINITE, has_subject
from kg.parse import Token, as_written

_AMOUNTS = frozenset({"much", "many"})
_OTHER_VERBS = FINITE | {"VBN", "VBG"}
_PREFERRING = "rather"
_GOVERNED = frozenset({"pobj", "pcomp", "prep"})
_LONGEST = 15  # words


def standard_of(clause: Clause) -> Words | None:
    """What the degree of an object, a subject or an adverb is told by: "sold fewer cars in May *than in April*"; "would
    *rather* close it *than sell it*"."""
    if clause.attributes:
        return None  # the words of what is predicated hold it
    head = clause.head
    if not (head.doc.has("than") or head.doc.has("as")):
        return None
    for than in head.doc.tokens[head.i : head.sent.end]:
        if than.lower_ not in COMPARING or not _opens(than):
            continue
        degree = next((t for t in _degrees(clause, than) if t.i < than.i - 1), None)
        if degree is not None and not _is_cut_off(degree, than, clause):
            told = _words(than)
            return Words(told) if degree.lower_ != _PREFERRING else Words(told, f"{_PREFERRING} {as_written(told)}")
    return None


def is_other_term(verb: Token) -> bool:
    """ "Earns more from ferries than it *lost* in rent": the object is the amount that is compared."""
    is_marked = any(t.dep_ == "mark" and t.lower_ == "than" for t in verb.lefts)
    things = [t for t in verb.head.rights if t.dep_ == "dobj" and t.i < verb.i] if is_marked else []
    return has_subject(verb) and any(t.tag_ in COMPARATIVES for noun in things for t in (noun, *noun.lefts))


def _opens(than: Token) -> bool:
    """Whether a phrase or a clause begins with it; not "more *than* 900"."""
    return than.dep_ == "mark" or any(c.dep_ in _GOVERNED for c in than.rights)


def _degrees(clause: Clause, than: Token) -> list[Token]:
    """The words that compare: "*more*", "*fewer* cars", "rose *more* slowly", "would *rather*"; "as *much*" before
    "as"."""
    beside = [t for noun in (*clause.objects, *clause.subjects, *clause.adverbs) for t in (noun, *noun.lefts)]
    if than.lower_ == "as":
        return [t for t in beside if t.lower_ in _AMOUNTS and any(c.lower_ == "as" and c is not than for c in t.lefts)]
    found = [t for t in beside if t.tag_ in COMPARATIVES]
    return found + [t for t in clause.verb.lefts if t.lower_ == _PREFERRING]


def _is_cut_off(degree: Token, than: Token, clause: Clause) -> bool:
    """Whether the words of the degree hold it already, or it may be another clause's."""
    whole = degree.head if degree.head.i > degree.i and degree.head is not clause.head else degree
    held = {token.i for token in (*words_under(whole), *with_qualifiers(whole))}
    between = clause.head.doc.tokens[max(clause.head.i, degree.i) + 1 : than.i]
    is_held = held.issuperset(range(whole.i, than.i + 1))
    return is_held or any(t.is_punct or t.tag_ in _OTHER_VERBS for t in between)


def _words(than: Token) -> tuple[Token, ...]:
    whole = than.head if than.dep_ == "mark" else than
    words = [t for t in sorted(whole.subtree, key=lambda t: t.i) if t.i >= than.i]
    kept = [t for n, t in enumerate(words) if t.i == than.i + n]
    end = next((n for n, t in enumerate(kept) if t.is_punct), len(kept))
    return tuple(kept[: min(end, _LONGEST)])
