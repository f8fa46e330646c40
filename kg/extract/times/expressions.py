"""Times with what they tell about: the predicates and nouns of the sentence whose time they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.times.hosts import hosts_of
from kg.extract.times.intervals import UNKNOWN, Anchor, Interval
from kg.extract.times.phrases import UNDATED, Phrase, tokens_of
from kg.extract.times.vocabulary import values
from kg.grammar.phrases import ADNOMINAL, VERBAL
from kg.grammar.verbs import HELPERS, NOMINAL_SUBJECTS, has_to, helpers, verb_forms
from kg.grammar.wordlists import words
from kg.model import Time
from kg.parse import Doc, Token

_LONG = frozenset({*UNDATED, "range", "stretch"})  # forms that tell of no day on which a thing happens
_LONGEST_EVENT = 8  # words
_ABLE = frozenset({"can", "could", "may", "might", "would", "ca"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time as written, with what it tells about: the predicates and nouns whose time it is."""

    tokens: tuple[Token, ...]
    time: Time
    kind: str  # the form: "weekday", "month", "range", "duration", ...
    hosts: frozenset[int] = frozenset()  # indexes of the tokens it modifies
    is_fronted: bool = False  # stands before the subject: "In 2016, the mill closed and the owner left."


def expression(doc: Doc, text: str, phrase: Phrase, day: date | None) -> TimeExpression:
    """The expression that a phrase is, with its days as seen from the day of the document."""
    end = _with_event(doc, phrase)
    tokens = tokens_of(doc, phrase.start, end)
    root = next((t for t in tokens if t.head not in tokens or t.head == t), tokens[0])
    anchor = Anchor(day, day is not None and _is_future(root), is_lasting=_is_lasting(root), is_denied=_is_denied(root))
    interval = UNKNOWN if _is_open(phrase, tokens, root) else phrase.denote(anchor)
    first, last = (None if d is None else d.isoformat() for d in (interval.first, interval.last))
    time = Time(text[phrase.start : end], phrase.start, end, first, last)
    hosts = [h for h in hosts_of(root, tokens, phrase.kind) if not (_lies_ahead(interval.first, day) and _is_over(h))]
    return TimeExpression(tokens, time, phrase.kind, frozenset(h.i for h in hosts), _is_fronted(tokens, hosts))


def of_clause_behind(doc: Doc, phrase: Phrase, told: TimeExpression, day: date | None) -> TimeExpression | None:
    """The same days for the clause that says what happened then: "since 2016, *when* the mine *closed*"."""
    last = told.tokens[-1].i
    behind = [token for token in doc.tokens[last + 1 : last + 3] if token.text != ","]
    verb = behind[0].head if behind and behind[0].lower_ == "when" and behind[0].dep_ == "advmod" else None
    if (
        verb is None
        or phrase.kind in _LONG
        or verb.pos_ not in VERBAL
        or not last < verb.i
        or told.tokens[0] in verb.subtree
    ):
        return None
    interval = phrase.bare(Anchor(day)) if phrase.bare is not None else Interval(*_days(told.time))
    if interval.first is None or interval.last is None or (_lies_ahead(interval.first, day) and _is_over(verb)):
        return None
    time = replace(told.time, start_date=interval.first.isoformat(), end_date=interval.last.isoformat())
    return replace(told, time=time, hosts=frozenset({verb.i}), is_fronted=False)


def _days(time: Time) -> Iterator[date | None]:
    return (None if day is None else date.fromisoformat(day) for day in (time.start_date, time.end_date))


def _with_event(doc: Doc, phrase: Phrase) -> int:
    """Where "two days before the vote", "within days of the vote" end: with the event that they count from."""
    if phrase.kind not in ("shifted", "duration", "in_units") or phrase.found is None:
        return phrase.end
    tokens = tokens_of(doc, phrase.start, phrase.end)
    last = tokens[-1]
    if phrase.kind != "shifted":
        behind = [t for t in doc.tokens[last.i + 1 : last.i + 2] if t.lower_ == "of"]
        if tokens[0].lower_ != "within" or not behind:
            return phrase.end
        last = behind[0]
    event = next((child for child in last.children if child.dep_ in ("pobj", "pcomp")), None)
    if last.dep_ == "mark":
        event = last.head  # "two hours after the storm *hit*"
    if event is None or event.i < last.i:
        return phrase.end
    told = [token for token in event.subtree if token.i > last.i and not token.is_space]
    if len(told) > _LONGEST_EVENT:  # without the clause at its end: "before a vote *that nobody watched*"
        clause = next((c.left_edge.i for c in event.rights if c.dep_ in ADNOMINAL), event.right_edge.i)
        told = [token for token in told if token.i < clause]
    while told and told[-1].is_punct:
        told.pop()
    return told[-1].idx + len(told[-1]) if 0 < len(told) <= _LONGEST_EVENT else phrase.end


def _is_fronted(tokens: tuple[Token, ...], hosts: list[Token]) -> bool:
    verb = hosts[-1] if hosts else None
    subject = next((t for t in verb.children if t.dep_ in NOMINAL_SUBJECTS), verb) if verb is not None else None
    return subject is not None and tokens[-1].i < subject.i


def _is_future(root: Token) -> bool:
    """Whether the verb above looks ahead: "will meet on Friday", "is due on Friday", "agreed to meet on Friday"."""
    for node in (root, *root.ancestors):
        if node.lemma_.lower() in values("planned") and node.tag_ in ("VBN", "JJ", "VBD"):
            return not _has_aux(node, "VBD")
        if node.pos_ in VERBAL:
            return _looks_ahead(node)
    return False


def _is_open(phrase: Phrase, tokens: tuple[Token, ...], root: Token) -> bool:
    """Whether the words do not tell which days are meant."""
    return _is_any_day(phrase, tokens) or _is_ordered(phrase, root) or _is_how_long(phrase, root)


def _is_how_long(phrase: Phrase, root: Token) -> bool:
    """ "Learns a language *in six months*", "can be built *in two years*", "will build it *in two years*": how long it
    takes; "opens in two weeks", "will launch it in two weeks", "can leave in six months' time"."""
    verb = next((t for t in root.ancestors if t.pos_ in VERBAL), None)
    if phrase.kind != "in_units" or phrase.found is None or phrase.found.get("due") or verb is None:
        return False
    has_patient = "dobj" in verb.below or "nsubjpass" in verb.below
    is_bare = verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VB" and "neg" in verb.below)
    is_able = any(t.lower_ in _ABLE for t in helpers(verb))
    is_long = values("unit").get(phrase.found.get("unit").lower()) not in ("day", "week")
    return has_patient and (is_bare or is_able or is_long)


def _is_any_day(phrase: Phrase, tokens: tuple[Token, ...]) -> bool:
    """ "On *a* wet Wednesday in February", "told them on *the* Monday": not the one next to the story's day."""
    day = next((t for t in tokens if phrase.kind == "weekday" and t.tag_ == "NNP"), None)
    return day is not None and any(c.lower_ in ("a", "an", "the", "one") and c.dep_ == "det" for c in day.lefts)


def _is_ordered(phrase: Phrase, root: Token) -> bool:
    """ "Were told to leave *on Monday*": told then, or to leave then."""
    verb = next((t for t in root.ancestors if t.pos_ in VERBAL), None)
    if phrase.kind != "weekday" or verb is None or not has_to(verb) or verb.dep_ not in ("xcomp", "ccomp"):
        return False
    above = verb.head
    return above.tag_ in ("VBD", "VBN") and above.lemma_.lower() in words("bidding", "lemma")


def _lies_ahead(first: date | None, day: date | None) -> bool:
    return first is not None and day is not None and first > day


def _is_over(verb: Token) -> bool:
    """ "Was promised a meeting *next week*": the meeting is then, the promise was given; "was to meet", "was due"."""
    if verb.pos_ not in VERBAL or verb.lemma_.lower() in values("planned"):
        return False
    tags = {helper.tag_ for helper in helpers(verb)}
    is_open = "acomp" in verb.below or not tags.isdisjoint({"MD", "TO", "VBZ", "VBP"})
    return not is_open and (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and bool(tags)))


def _is_lasting(root: Token) -> bool:
    """Whether what a verb tells goes on: "*has been bailed* until August", "*put off* talks until May"."""
    verb = next((t for t in (root, *root.ancestors) if t.pos_ in VERBAL), None)
    if verb is None:
        return False
    is_perfect = any(c.tag_ in ("VBZ", "VBP") and c.lemma_ == "have" for c in helpers(verb))
    return is_perfect or not words("postponing", "lemma").isdisjoint(verb_forms(verb))


def _is_denied(root: Token) -> bool:
    verb = next((t for t in (root, *root.ancestors) if t.pos_ in VERBAL), None)
    return verb is not None and "neg" in verb.below


def _looks_ahead(verb: Token) -> bool:
    auxiliaries = [t for t in verb.children if t.dep_ in HELPERS]
    if not auxiliaries and verb.dep_ == "conj" and verb.tag_ in ("VB", "VBN", "VBG"):
        return _looks_ahead(verb.head)
    if any(t.lemma_ == "have" for t in auxiliaries) or _has_aux(verb, "VBD"):
        return False
    if any(t.tag_ == "TO" for t in auxiliaries):
        return verb.head == verb or verb.head.lemma_ not in values("realised") or _looks_ahead(verb.head)
    if verb.lower_ == "followed" and not auxiliaries and verb.dep_ in ("advcl", "acl") and verb.head.pos_ in VERBAL:
        return _looks_ahead(verb.head)  # "will open in April, *followed* by Leeds in June"
    if verb.tag_ == "VBG" and not auxiliaries:
        above = next((t for t in verb.ancestors if t.pos_ in VERBAL), verb)
        is_next = verb.head == above or verb.lemma_ in ("start", "begin")  # "in three lots starting in April"
        return above != verb and is_next and _looks_ahead(above)
    if any(t.tag_ in ("MD", "VBZ", "VBP") for t in auxiliaries):
        return True
    return verb.tag_ in ("VB", "VBZ", "VBP", "MD")


def _has_aux(verb: Token, tag: str) -> bool:
    return any(t.tag_ == tag for t in verb.children if t.dep_ in HELPERS)
