"""Where times stand in a text: the forms of the lexicon, without what only looks like a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from kg.extract.times.forms import Found, find, trigger_words
from kg.extract.times.meanings import denote, grain
from kg.extract.times.phrases import Denotation, Phrase, tokens_of
from kg.extract.times.vocabulary import values
from kg.grammar.verbs import NOMINAL_SUBJECTS
from kg.grammar.wordlists import words, words_of
from kg.parse import Doc, Token

_DETERMINED = frozenset({"det", "poss", "amod", "compound"})
_FEW = frozenset({"few", "several", "couple"})
_LINKS = frozenset({":", "–", "—"})
_MARGIN = 12  # characters
_FIRST_BARE, _FIRST_EARLY = 1400, 1000  # years; an earlier number is most often a count
_ROUGHLY = frozenset({"about", "around", "roughly"})
_FIRST_HEAD = 1600  # a smaller number at the head of a line is rather an hour
_REACH = 8  # tokens on either side of a word of time in which its expression is looked for


def atoms(doc: Doc, text: str) -> list[Phrase]:
    """The longest forms of the text, from left to right, without what only looks like a time."""
    found = sorted(_found(doc, text), key=lambda f: (f.start, -f.end))
    kept: list[Phrase] = []
    reached = 0
    for form in found:
        if form.start >= reached and (form.meaning == "mask" or _is_time(doc, form)):
            reached = form.end
            if form.meaning != "mask":
                kept.append(Phrase(form.start, form.end, form.meaning, grain(form), _denotation(form), form))
    return kept


def _denotation(found: Found) -> Denotation:
    return lambda anchor: denote(found, anchor)


def _found(doc: Doc, text: str) -> Iterator[Found]:
    for begin, end in _windows(doc):
        tokens = doc.tokens[begin:end]
        yield from find(text, tokens[-1].idx + len(tokens[-1].text), tokens)


def _windows(doc: Doc) -> Iterator[tuple[int, int]]:
    """Stretches of tokens around words of time and digits, overlapping ones as one."""
    begin = end = 0
    digits = [token for token in doc.tokens if "d" in token.shape_]
    for place in sorted({token.i for token in (*doc.written(trigger_words()), *digits)}):
        if place - _REACH > end:
            if end:
                yield begin, end
            begin = place - _REACH
        end = min(place + _REACH, len(doc))
    if end:
        yield max(begin, 0), end


def _is_time(doc: Doc, found: Found) -> bool:
    """Whether the words are a time here, and not a name, a verb or a count."""
    check = _CHECKS.get(found.meaning)
    tokens = tokens_of(doc, found.start, found.end)
    if tokens and tokens[0].pos_ == "VERB" and tokens[0].lower_ == "last":
        return False  # "it would *last* five days"
    return bool(tokens) and not _ends_name(tokens) and (check is None or check(found, tokens))


def _ends_name(tokens: tuple[Token, ...]) -> bool:
    """ "USA *Today*", "Publishers *Weekly*": a name ends with the word, which is no day of the calendar."""
    last = tokens[-1]
    is_written_so = len(tokens) == 1 and last.tag_ == "NNP" and last.lower_ in words_of("end of a title")
    return is_written_so and any(c.tag_ in ("NNP", "NNPS") and c.i == last.i - 1 for c in last.lefts)


def _is_month(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "May" is often a verb and "April" a woman."""
    last, before = tokens[-1], _before(tokens[0])
    if last.pos_ in ("VERB", "AUX", "ADJ") or _is_part_of_name(tokens):
        return False
    if before is None or found.get("relative"):
        return True
    is_surname = before.pos_ == "PROPN" and before.text[:1].isupper() and before.lower_ not in values("position")
    return not is_surname and (last.ent_type_ != "PERSON" or before.lower_ in values("year_cue"))


def _is_weekday(found: Found, tokens: tuple[Token, ...]) -> bool:
    last = tokens[-1]
    is_kind = last.dep_ == "compound" and last.head.i == last.i + 1 and last.head.tag_ == "NNS"
    is_owned = last.tag_ == "NNPS" and last.dep_ == "dobj" and "poss" in last.below  # "gave up their Saturdays"
    return not is_kind and not is_owned and not _is_part_of_name(tokens)  # "Friday prayers"


def _is_holiday(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "Mark *Christmas* on 7 January": what they mark, and not when; but "spent Christmas at sea"."""
    last = tokens[-1]
    is_feast = last.dep_ == "dobj" and last.head.lemma_.lower() not in words("lasting_for", "lemma")
    return not is_feast and not _is_part_of_name(tokens)


def _is_part_of_name(tokens: tuple[Token, ...]) -> bool:
    """ "The Sunday Times": a name goes on behind the word."""
    last = tokens[-1]
    return (
        last.dep_ == "compound" and last.head.i > last.i and last.head.pos_ == "PROPN" and last.nbor().pos_ == "PROPN"
    )


def _is_day(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "In May 12 people died": the number counts something behind it."""
    last = tokens[-1]
    return not (last.like_num and last.dep_ == "nummod" and last.head.i > last.i) and tokens[0].pos_ not in ("AUX",)


def _is_year(found: Found, tokens: tuple[Token, ...]) -> bool:
    """A bare number is a year after a word that years follow, in brackets, or between a determiner and a noun."""
    last, before = tokens[-1], _before(tokens[0])
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    year = int(found.get("year"))
    if after is not None and after.text in _LINKS and year >= _FIRST_HEAD and _opens_line(tokens[0]):
        return True  # "2019: the mill closes"; not "1015: police arrive"
    if before is None or (year < _FIRST_BARE and not _is_early(year, before, after)):
        return False
    is_count = after is not None and after.tag_ == "NNS" and last.dep_ == "nummod" and before.tag_ not in ("DT", "IN")
    is_cued = (
        before.lower_ in values("year_cue") or before.text in "()[],–-" or before.tag_ in ("POS", "PRP$", "VBN", "DT")
    )
    return is_cued and not is_count and (before.text != "," or _is_list_of_years(before))


def _is_early(year: int, before: Token, after: Token | None) -> bool:
    """ "Was built *in 1290*", "in about *1290*": no "in 1290 cases"."""
    cue = before.nbor(-1) if before.i and before.lower_ in _ROUGHLY else before
    is_last = after is None or after.is_punct or after.tag_ in ("CC", "IN", "TO", "WRB")
    return year >= _FIRST_EARLY and cue.lower_ in ("in", "since") and is_last


def _opens_line(token: Token) -> bool:
    """Whether nothing but marks stands before a word in its line."""
    start = token.idx
    before = token.doc.text[max(0, start - _MARGIN) : start].rsplit("\n", 1)
    return (len(before) > 1 or start < _MARGIN) and not any(c.isalnum() for c in before[-1])


def _is_list_of_years(comma: Token) -> bool:
    before = _before(comma)
    return before is not None and before.text.isdigit() and len(before.text) == 4


def _is_adverb(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "Weekly" tells when only beside a verb, not in "a weekly paper", and "a Leeds *daily*" is one."""
    last = tokens[-1]
    is_paper = len(tokens) == 1 and last.tag_ == "NN" and not _DETERMINED.isdisjoint(last.below)
    is_paper |= len(tokens) == 1 and last.dep_ in NOMINAL_SUBJECTS
    return last.dep_ not in ("amod", "compound", "nmod") and not is_paper


def _is_duration(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "Paid for two days' work": of what kind the work is, and not how long he was paid; nor "set the stage for weeks
    of talks", "soaked in a century of oil"."""
    first, last = tokens[0], tokens[-1]
    following = last.doc.tokens[last.i + 1 : last.i + 2]
    if first.lower_ == "for" and _is_what_is_asked(first):
        return False
    if first.lower_ == "in" and any(t.lower_ in values("shifted") for t in following):
        return False  # "came in *four minutes after* that"
    if first.lower_ == "within" and _is_gap(following):
        return False
    is_amount = first.lower_ in ("for", "in") and not first.is_sent_start and any(t.lower_ == "of" for t in following)
    return not is_amount and not any(t.tag_ == "POS" for t in following)


def _is_gap(following: Iterable[Token]) -> bool:
    """ "Within two minutes of *Lund*": how far behind somebody, and not when."""
    named = (c for of in following if of.lower_ == "of" for c in of.rights if c.dep_ == "pobj")
    return any(noun.ent_type_ in ("PERSON", "ORG") for noun in named)


def _is_what_is_asked(marker: Token) -> bool:
    """ "Asked *for two weeks*", "paid 9 dollars *for three hours*": what for, and not how long."""
    verb = marker.head
    if verb.lemma_ == "ask":
        return True
    sums = (c for c in verb.rights if c.dep_ == "dobj" and c.i < marker.i and c.ent_type_ == "MONEY")
    return verb.lemma_.lower() == "pay" and any(sums)


def _is_whole(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "*In the past* it flooded"; "in the past *two years*" tells how long."""
    last = tokens[-1]
    following = last.doc.tokens[last.i + 1 : last.i + 2]
    if len(tokens) == 1 and any(c.dep_ == "npadvmod" for c in last.lefts):
        return False  # "94 seconds *later*"
    return not any(t.like_num or t.lower_ in values("unit") or t.lower_ in _FEW for t in following)


def _is_since_it(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "Has held no post *since*." """
    last = tokens[-1]
    following = last.doc.tokens[last.i + 1 : last.i + 2]
    return last.dep_ in ("advmod", "prep") and not last.below and all(t.is_punct or t.tag_ == "CC" for t in following)


def is_stretch(unit: Token) -> bool:
    """ "Served at least two *years* before he left": how long something went on, right behind the verb."""
    first = unit.left_edge
    return first.i > 0 and first.nbor(-1).lemma_.lower() in words("lasting_for", "lemma")


def _is_counted_from(found: Found, tokens: tuple[Token, ...]) -> bool:
    """ "Cut its forecast for the year *after* a strike began": what it was cut for, and no year after the strike; nor
    "served two years *before* he left"."""
    unit, last = tokens[-2] if len(tokens) > 1 else tokens[-1], tokens[-1]
    if is_stretch(unit):
        return False
    is_beside = unit in last.ancestors or last in unit.ancestors  # "thousands of *years* before it"
    return unit.dep_ != "pobj" or last.dep_ not in ("mark", "prep") or is_beside


_CHECKS: dict[str, Callable[[Found, tuple[Token, ...]], bool]] = {
    "month": lambda found, tokens: bool(found.get("year")) or _is_month(found, tokens),
    "day": _is_day,
    "days": lambda found, tokens: not found.get("pair") or _is_day(found, tokens),
    "weekday": _is_weekday,
    "holiday": _is_holiday,
    "year": _is_year,
    "frequent": _is_adverb,
    "duration": _is_duration,
    "vague": _is_whole,
    "in_units": _is_duration,
    "since_it": _is_since_it,
    "shifted": _is_counted_from,
}


def _before(token: Token) -> Token | None:
    return token.nbor(-1) if token.i else None
