"""Forms of time in plain text: the lines of `ontology/lexicon/times.tsv` compiled, and found."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.errors import InvalidOntology
from kg.extract.times.openers import DETERMINERS, DIGIT, behind_determiner, opener_of, openers
from kg.extract.times.vocabulary import alternatives, values
from kg.grammar.wordlists import rows
from kg.parse import Token

_BEFORE, _AFTER = r"(?<![\w$€£¥#/.])(?<!(?<![Mm]id)-)", r"(?![\w])(?!-\w)"
_START = re.compile(_BEFORE + r"(?=[\w'’‘])")
_TRIGGERS = ("month", "short_month", "weekday", "season", "unit", "holiday", "deictic", "decade_word", "part")


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One line of the file: where it can stand and the name of what it means."""

    template: str
    meaning: str
    triggers: frozenset[str]  # without one of these words, or a digit, it need not be tried
    needed: tuple[frozenset[str], ...]  # nor without one word of each of these
    openers: frozenset[str]  # nor where no such word stands
    seconds: frozenset[str] | None  # nor where that is "the", "its" or the like, and none of these behind it

    @property
    def pattern(self) -> re.Pattern[str]:
        """What is matched where a form can begin; compiled when it is first needed, since many texts need few."""
        return _pattern(self.template)


@dataclass(frozen=True, slots=True)
class Found:
    """A form at a place of a text."""

    start: int
    end: int
    meaning: str
    groups: tuple[tuple[str, str], ...]

    def get(self, group: str) -> str:
        """The words that stand for a class in this form."""
        return dict(self.groups).get(group, "")


def compiled(template: str) -> re.Pattern[str]:
    """A template of the file as a regular expression that finds it: {class} filled in, a blank for white space within a
    paragraph."""
    return re.compile(_BEFORE + _filled(template), re.IGNORECASE)


def _filled(template: str) -> str:
    filled = re.sub(r"\{([a-z_]+)\}", lambda slot: alternatives(slot[1]), template)
    return f"(?:{_spaced(filled)})" + _AFTER


def _spaced(pattern: str) -> str:
    return re.sub(r"(?<!\\) ", lambda _: r"(?:[ \t\u00a0]+|\n(?!\s*\n))", pattern)


@cache
def forms() -> tuple[Form, ...]:
    """Every form of the file, in its order."""
    found = [row for row in rows("times") if row["class"] == "form"]
    return tuple(_form(row["word"], row["value"]) for row in found)


def _form(template: str, meaning: str) -> Form:
    opening = openers(template, _first_words)
    if opening is None:
        raise InvalidOntology(f"times.tsv: no word is told with which the form {template!r} begins. Begin it with one.")
    seconds = behind_determiner(template, _first_words)
    return Form(template, meaning, _triggers(template), _needed(template), opening, seconds)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(_filled(template), re.IGNORECASE)


def _first_words(name: str) -> tuple[str, ...]:
    if name == "any_month":
        return (*values("month"), *values("short_month"))
    return (*values("number"), DIGIT) if name == "count" else tuple(values(name))


def _triggers(template: str) -> frozenset[str]:
    """The words without one of which the form cannot match; none for a form that is made of digits."""
    slots = re.findall(r"\{([a-z_]+)\}", template.replace("{any_month}", "{month}{short_month}"))
    named = [slot for slot in slots if slot in _TRIGGERS] or [slot for slot in slots if slot in ("vague", "duration")]
    named = named or [slot for slot in slots if slot == "frequency"]
    if not named and (r"\d" in template or "{year}" in template):
        return frozenset()
    if not named:
        plain = re.sub(r"\{\w+\}|\(\?P<\w+>", "", template)
        return frozenset(re.findall(r"\b[a-z]{4,}\b", plain) or re.findall(r"\b[a-z]{3}\b", plain))
    return frozenset(form for slot in named for word in values(slot) for form in _inflected(word.split()[-1].lower()))


def _needed(template: str) -> tuple[frozenset[str], ...]:
    """The words that stand in the form as they are: "ago", one of "(?:before|after)"."""
    outer = f" {_parted(template, is_optional_only=False)} "
    plain = re.findall(r"(?<= )[a-z]+(?= )", outer)
    certain = f" {_parted(template, is_optional_only=True)} "
    groups = re.findall(r"(?<= )\(\?:([a-z]+(?:\|[a-z]+)*)\)(?= )", certain)
    return tuple(frozenset(words.split("|")) for words in (*plain, *groups))


def _parted(template: str, *, is_optional_only: bool) -> str:
    """A template without its groups, or without those that may be left out, however deep others stand in them."""
    kept, starts, is_behind_optional = "", [], False
    for n, char in enumerate(template):
        if is_behind_optional:
            is_behind_optional = False  # the mark that says so
            continue
        is_bracket = char in "()" and template[n - 1 : n] != "\\"
        if is_bracket and char == "(":
            starts.append(len(kept))
        kept += char
        if is_bracket and char == ")":
            start, is_behind_optional = starts.pop(), template[n + 1 : n + 2] == "?"
            kept = kept[:start] if is_behind_optional or not is_optional_only else kept
    return kept


def _inflected(word: str) -> tuple[str, ...]:
    return word, f"{word}s", f"{word}."


@cache
def trigger_words() -> frozenset[str]:
    """Words in lower case that make a place worth a closer look; digits do too."""
    return frozenset(word for form in forms() for word in form.triggers)


def find(text: str, end: int, tokens: Sequence[Token]) -> list[Found]:
    """The forms that begin with one of these tokens and stand before `end`; they may overlap."""
    words = frozenset([token.lower_ for token in tokens])
    standing = _standing(words, has_digit=bool([token for token in tokens if "d" in token.shape_]))
    found = []
    reached: dict[Form, int] = {}  # how far each form has been found
    for token in tokens if standing else ():
        start = token.idx
        opener = opener_of(token.lower_)
        opened = _behind(opener, _second(token)) if opener in DETERMINERS else _by_opener().get(opener, ())
        tried = [form for form in opened if form in standing]
        if not tried or not _START.match(text, start):
            continue
        for form in tried:
            if form in reached and start < reached[form]:
                continue
            if match := form.pattern.match(text, start, end):
                groups = tuple((name, words) for name, words in match.groupdict().items() if words)
                found.append(Found(start, match.end(), form.meaning, groups))
                reached[form] = match.end()
    return found


def _standing(present: frozenset[str], *, has_digit: bool) -> set[Form]:
    """The forms that may be found among these words."""
    triggered, of_digits = _by_trigger()
    found = set(of_digits) if has_digit else set()
    for word in present & triggered.keys():
        found |= triggered[word]
    return {form for form in found if not form.needed or not any(map(present.isdisjoint, form.needed))}


@cache
def _by_trigger() -> tuple[dict[str, set[Form]], set[Form]]:
    """The forms that a word may set off, and those that digits do."""
    triggered = {word: {form for form in forms() if word in form.triggers} for word in trigger_words()}
    return triggered, {form for form in forms() if not form.triggers}


def _second(token: Token) -> str:
    """What the word behind a token begins with; "" behind the last of all."""
    following = (other for other in token.doc.tokens[token.i + 1 :] if not other.is_space)
    return next((opener_of(other.lower_) for other in following), "")


@lru_cache(maxsize=1 << 14)
def _behind(determiner: str, second: str) -> tuple[Form, ...]:
    """The forms that may begin with these two words, in the order of the file."""
    opened = _by_opener().get(determiner, ())
    return tuple(form for form in opened if form.seconds is None or second in form.seconds)


@cache
def _by_opener() -> dict[str, list[Form]]:
    """The forms by the words that they can begin with, in the order of the file."""
    opened: dict[str, list[Form]] = defaultdict(list)
    for form in forms():
        for word in form.openers:
            opened[word].append(form)
    return dict(opened)
