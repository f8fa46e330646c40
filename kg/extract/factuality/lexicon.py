"""The lexicon of reading status: what verbs, nouns, adjectives, adverbs and function words do to what they embed.

Loaded from `ontology/lexicon/*.tsv`; the README there explains complements and codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg import tables
from kg.errors import InvalidOntology
from kg.grammar.phrase_index import PhraseIndex
from kg.parse import Token
from kg.shipped import folder

SIGNATURES = ("verbs", "nouns", "adjectives", "adverbs", "modals", "negators", "conditionals", "gerunds")
LISTS = (
    "accusers",
    "acting",
    "addressing",
    "ahead",
    "appointing",
    "assembling",
    "attaining",
    "attributions",
    "barring",
    "being_at_it",
    "blaming",
    "capping",
    "choosing",
    "closing",
    "coming_about",
    "contacting",
    "copulas",
    "culminating",
    "depicting",
    "disputes",
    "disputing",
    "done_at_once",
    "done_once",
    "drafts",
    "drills",
    "enacting",
    "events",
    "exposing",
    "fabricating",
    "fictions",
    "fining",
    "foes",
    "forging",
    "foundering",
    "going_on",
    "granting",
    "handling",
    "hearsay",
    "inserting",
    "inventing",
    "joints",
    "known_of",
    "labels",
    "lasting",
    "light_verbs",
    "milestones",
    "overcoming",
    "paying",
    "performances",
    "playing",
    "prevailing",
    "provisions",
    "putting",
    "quoting",
    "rescuing",
    "risking",
    "saying",
    "scourges",
    "seasons",
    "sequels",
    "settling",
    "speech",
    "standing",
    "tellings",
    "thanking",
    "told_events",
    "topics",
    "turns",
    "undoing",
    "uttering",
    "voicing",
    "wanting",
    "weighing",
    "withholding",
)
CODES = frozenset(["+", "-", "!", "!-", "c", "c-", "f", "f-", "d", "d-", "o", "o-", "k", "k-", "q", "e", "e-"])
COMPLEMENTS = {
    "verbs": frozenset(
        [
            *("inf", "objinf", "objto", "timeto", "pinf", "ger", "objger", "pger", "from", "that", "wh"),
            *("np", "event", "as", "oprd"),
        ]
    ),
    "nouns": frozenset(["inf", "that", "wh", "ger", "pger"]),
    "adjectives": frozenset(["inf", "that", "wh", "pger", "noun", "event"]),
    "adverbs": frozenset({"clause", "degree", "infinitive"}),
    "modals": frozenset({"aux", "perfect"}),
    "negators": frozenset(["det", "subj", "idiom", "phrase", "prep"]),
    "conditionals": frozenset({"clause", "inverted"}),
    "gerunds": frozenset({"ger"}),
}
_COLUMNS = ["lemma", "complement", "if_positive", "if_negative", "class", "example"]


@dataclass(frozen=True, slots=True)
class Signature:
    """What becomes of a complement when the embedding word itself is affirmed or negated."""

    if_positive: str
    if_negative: str
    group: str  # the class of the line: "implicative-negative", "speech", ...

    def code(self, is_negative: bool) -> str:
        """The code that counts under the embedding word's own polarity."""
        return self.if_negative if is_negative else self.if_positive


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All lexicon files in memory. Lemmas and forms are lower case."""

    signatures: dict[tuple[str, str, str], Signature]  # (file, lemma, complement)
    lists: dict[str, frozenset[str]]
    words: dict[
        str, frozenset[str]
    ]  # the words of the phrases of a part, elsewhere none need be looked for; words alike
    idioms: PhraseIndex  # what only looks like a negation
    conditionals: PhraseIndex
    adverb_phrases: PhraseIndex  # of more than one word

    def signature(self, part: str, forms: Iterable[str], complement: str) -> Signature | None:
        """The line for the first of the forms that has one with this complement."""
        for form in forms:
            if found := self.signatures.get((part, form, complement)):
                return found
        return None

    def has(self, name: str, forms: Iterable[str]) -> bool:
        """Whether one of the forms stands in a word list: "speech", "events", ..."""
        return not self.lists[name].isdisjoint(forms)

    def adverb(self, word: Token) -> Signature | None:
        """The line of an adverb, with the word before it first: "no longer"."""
        return self.signature("adverbs", (f"{word.lower_before} {word.lower_}", word.lower_), "clause")


@cache
def shipped_lexicon() -> Lexicon:
    """The lexicon that comes with kg, loaded once."""
    return load(folder("ontology") / "lexicon")


def load(where: Path) -> Lexicon:
    """Read and check the lexicon files of a folder. Raises InvalidOntology with file and line."""
    signatures: dict[tuple[str, str, str], Signature] = {}
    for name in SIGNATURES:
        for place, row in _rows(where / f"{name}.tsv", _COLUMNS):
            key = (name, row["lemma"], row["complement"])
            _check(place, row, COMPLEMENTS[name])
            if key in signatures:
                raise InvalidOntology(
                    f"{place}: {row['lemma']!r} has two lines for {row['complement']}. Leave one out."
                )
            signatures[key] = Signature(row["if_positive"], row["if_negative"], row["class"])
    lists = {
        name: frozenset(row["lemma"] for _, row in _rows(where / f"{name}.tsv", ["lemma", "example"])) for name in LISTS
    }
    phrases = {"negators": _lemmas(signatures, "negators", "phrase")}
    phrases |= {
        part: _lemmas(signatures, part, kind) for part, kind in (("conditionals", "clause"), ("gerunds", "ger"))
    }
    words = {part: frozenset(" ".join(found).split()) for part, found in phrases.items()}
    words["verbs with nouns"] = frozenset(
        lemma.split()[0] for part, lemma, _ in signatures if part == "verbs" and " " in lemma
    )
    words["negative nouns"] = _lemmas(signatures, "negators", "subj")
    words["negative determiners"] = _lemmas(signatures, "negators", "det")
    words["negative adverbs"] = frozenset(
        lemma for (part, lemma, _), found in signatures.items() if (part, found.group) == ("adverbs", "negation")
    )
    words["denying prepositions"] = frozenset(
        lemma.split()[-1]
        for (part, lemma, _), found in signatures.items()
        if part == "gerunds" and found.if_positive == "-"
    )
    words["signs of negation"] = _signs_of_negation(signatures)
    words["attribution openers"] = frozenset(" ".join(phrase.split()[:2]) for phrase in lists["attributions"])
    words["tellers"] = _tellers(lists)
    idioms, conditionals = _lemmas(signatures, "negators", "idiom"), _lemmas(signatures, "conditionals", "clause")
    adverbs = PhraseIndex(lemma for lemma in _lemmas(signatures, "adverbs", "clause") if " " in lemma)
    return Lexicon(signatures, lists, words, PhraseIndex(idioms), PhraseIndex(conditionals), adverbs)


def _signs_of_negation(signatures: dict[tuple[str, str, str], Signature]) -> frozenset[str]:
    """A word of everything that can negate a clause, of "no longer" longer: where none stands nothing is negated."""
    ends = (
        lemma.split()[-1]
        for (part, lemma, kind), found in signatures.items()
        if found.if_positive == "-" and (part == "adverbs" or (part == "verbs" and " " in lemma and kind == "inf"))
    )
    others = (lemma for part, lemma, kind in signatures if part == "negators" and kind in ("det", "subj", "phrase"))
    longest = (max(lemma.split(), key=len) for lemma in others)
    hedged = (lemma for (part, lemma, _), found in signatures.items() if (part, found.group) == ("adverbs", "negation"))
    return frozenset({*ends, *longest, *(lemma.split()[-1] for lemma in hedged), "no", "nor", "neither"})


def _tellers(lists: dict[str, frozenset[str]]) -> frozenset[str]:
    """The words by which a story or a forgery may be told of: of "make up" make, of "ai-generated" generated."""
    whole = ("fictions", "performances", "playing", "drills", "seasons", "exposing")
    first = (phrase.split()[0] for phrase in lists["fabricating"])
    last = (phrase.split("-")[-1] for phrase in lists["forging"])
    return frozenset(first) | frozenset(last) | frozenset().union(*(lists[name] for name in whole))


def _lemmas(signatures: Iterable[tuple[str, str, str]], part: str, complement: str) -> frozenset[str]:
    return frozenset(lemma for one, lemma, other in signatures if (one, other) == (part, complement))


def _rows(path: Path, columns: list[str]) -> Iterator[tuple[str, tables.Row]]:
    """Place ("verbs.tsv:12") and cells of each line, with every cell filled."""
    for place, row in tables.placed_rows(path):
        if list(row) != columns:
            raise InvalidOntology(f"{place}: the columns are {list(row)}. They must be {columns}, parted by tabs.")
        if not all(cell.strip() for cell in row.values()):
            raise InvalidOntology(f"{place}: {list(row.values())} must be {len(columns)} cells, none of them empty.")
        yield place, row


def _check(place: str, row: dict[str, str], complements: frozenset[str]) -> None:
    if row["complement"] not in complements:
        raise InvalidOntology(
            f"{place}: complement {row['complement']!r} is unknown. Use one of {sorted(complements)}."
        )
    for column in ("if_positive", "if_negative"):
        if row[column] not in CODES:
            raise InvalidOntology(f"{place}: code {row[column]!r} in {column} is unknown. Use one of {sorted(CODES)}.")
    if row["lemma"] != row["lemma"].lower():
        raise InvalidOntology(f"{place}: {row['lemma']!r} must be lower case.")
