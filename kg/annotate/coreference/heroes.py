"""Whom a text is about: the one person that its opening tells of, whom it names more often than any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.annotate.coreference.referent import GENDERS, Referent, is_subject
from kg.grammar.phrases import first_of
from kg.parse import Doc, Span, Token

_LEAST = 15  # words of a paragraph that is no headline
_OPENING = 2  # paragraphs in which somebody is mostly named: "A driver was jailed.", "Paul Lund, 41, had"
_OFTEN = 3  # names of somebody
_MORE = 1.5  # names of the hero for one of another
_MOST = 0.75  # of all "he" and "she"
_HELD = frozenset({"appos", "compound", "poss"})


def heroes(doc: Doc, referents: Iterable[Referent]) -> dict[str, Referent]:
    """The person that a text is about, by gender; none of a gender of which two may be meant."""
    end, told_most = _opening(doc), _gender_told_most(doc)
    persons = [r for r in referents if r.type == "kg:Person" and r.names and not _is_doubtful(r)]
    found: dict[str, Referent] = {}
    for gender in ("m", "f"):
        likely = [r for r in persons if r.gender in ("", gender)]
        told = [r for r in likely if len(_bare(r)) > 1 and _is_topic(r, end)]
        if len(told) == 1 and gender in (told[0].gender, told_most) and _is_most_named(told[0], likely):
            found[gender] = told[0]
    return found


def _gender_told_most(doc: Doc) -> str:
    """The gender of most "he" and "she" of a text."""
    count = Counter(GENDERS[t.lower_] for t in doc.written(GENDERS.keys()))
    return next((gender for gender, n in count.items() if n >= _MOST * count.total()), "")


def _is_doubtful(person: Referent) -> bool:
    """Whether a name may be no person's: "Bach", "a Stradivari"."""
    is_kind = any(t.lower_ in {"a", "an"} for span in _bare(person) for t in span.root.lefts)
    return not person.gender and (person.signs <= 1 or is_kind)


def _opening(doc: Doc) -> int:
    """The end of the first paragraphs that tell something, behind headlines and dates."""
    told = [p for p in doc.spans.get("paragraphs", []) if len(p) >= _LEAST and any(t.text == "." for t in p)]
    return told[:_OPENING][-1].end if told else 0


def _is_topic(person: Referent, end: int) -> bool:
    """Whether the opening tells what somebody is or does."""
    return any(_is_told_of(span.root) for span in person.names if span.start < end)


def _is_told_of(name: Token) -> bool:
    while name.dep_ in _HELD and not is_subject(name):
        name = name.head
    return is_subject(first_of(name)) or name.dep_ == "ROOT"


def _is_most_named(person: Referent, others: Iterable[Referent]) -> bool:
    """Whether a text names somebody far more often than all others, and than those of unknown gender."""
    count = len(_bare(person))
    rivals = [len(_bare(r)) * (_MORE if r.gender else 1) for r in others if r is not person]
    return count >= _OFTEN and all(rival <= count for rival in rivals)


def _bare(person: Referent) -> list[Span]:
    """The names, without the nouns that stand beside them."""
    return [span for span in person.names if span.kb_id_ != "nominal"]
