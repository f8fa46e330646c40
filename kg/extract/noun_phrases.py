"""Noun phrases: the unbroken run of words around a head, without what denies it, and what they say undenied."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kg.extract.amounts import paid_as
from kg.extract.factuality.lexicon import shipped_lexicon
from kg.extract.factuality.negation import quantity_denied
from kg.extract.qualifiers import with_qualifiers
from kg.grammar.phrases import VERBAL, first_of
from kg.grammar.verbs import OBJECTS, SUBJECTS
from kg.grammar.wordlists import rows, words_of
from kg.parse import Token

INDEFINITE = frozenset(["a", "an", "another", "some", "any", "other", "each", "every", "no"])
DETERMINERS = INDEFINITE | frozenset(["the", "this", "that", "these", "those"])
SCARCE = frozenset({"few", "little"})
_NEGATIVE = frozenset(["no", "neither", "not", "nor"])
_BOUNDS = frozenset({"more", "fewer", "less", "later", "earlier"})
_LONGEST_WORDING = 12  # words in quotation marks
_LONGEST_DEED = 12  # words


def run_of(head: Token, denial: Token | None) -> list[Token]:
    """The words of a description side by side in the text, without the word that denies it."""
    run = _run(_words(head), head)
    if run[0].lower_ == "of" and run[0].head is head:
        run = [word for word in run if word.i > run[0].right_edge.i]  # "of which *two*"
    while len(run) > 1 and run[0].lower_ in _NEGATIVE and run[0] != head and not _is_kept(run, head):
        run = run[1:]
    if denial is not None and run[0].i <= denial.i < head.i and not _is_kept(run, head):
        run = [word for word in run if word.i > denial.i]  # of "almost no food", "very few jobs" food, jobs
    return run


def _words(head: Token) -> tuple[Token, ...]:
    """The words of a description; of a clause that stands as a subject all of it: "*Whether it spreads* is unclear"."""
    is_deed = head.tag_ == "VBG" and head.dep_ in SUBJECTS and 1 < len(head.subtree) <= _LONGEST_DEED
    if head.pos_ in VERBAL and (is_deed or head.dep_ in ("csubj", "csubjpass")):
        words_of_it = [token for token in head.subtree if not token.is_space]
        end = next((t.i for t in words_of_it if is_deed and t.text == ","), len(head.doc))
        return tuple(token for token in words_of_it if token.i < end)
    return (*with_qualifiers(head), *paid_as(head))


def _run(phrase_words: tuple[Token, ...], head: Token) -> list[Token]:
    """The unbroken run of the phrase's words around its head."""
    kept = {token.i for token in phrase_words}
    left = right = head.i
    tokens = head.doc.tokens
    while left - 1 in kept or (left - 2 in kept and tokens[left - 1].is_quote):
        left -= 1  # "a "special" status"
    while right + 1 in kept or (right + 2 in kept and tokens[right + 1].is_quote):
        right += 1  # "the death of "a young man" "
    while right > head.i and tokens[right].tag_ == "POS":
        right -= 1
    right = _end_of_wording(head, right)
    is_open = sum(token.is_quote for token in tokens[left : right + 1]) % 2 == 1
    if is_open and left and tokens[left - 1].is_quote and tokens[left].i < head.i:
        left, is_open = left - 1, False
    right += is_open and right + 1 < len(tokens) and tokens[right + 1].is_quote
    return tokens[left : right + 1]


def _end_of_wording(head: Token, last: int) -> int:
    """Where a description ends that holds what it is of: "the word *"fee"*", "the phrase *"free of charge"*"."""
    tokens = head.doc.tokens[last + 1 : last + 2 + _LONGEST_WORDING]
    if last != head.i or not tokens or not tokens[0].is_quote or head.lemma_.lower() not in words_of("wordings"):
        return last
    return next((token.i for token in tokens[1:] if token.is_quote), last)


def _is_kept(run: list[Token], head: Token) -> bool:
    """Whether a "no" stays with its words: "no one else", "no more than 15 shops"."""
    return head.lower_ == "one" or run[1].lower_ in _BOUNDS


def denial_of(head: Token) -> Token | None:
    """The word by which a side of a clause denies the whole clause: "has *little* choice", "*few* shops sell it"."""
    first = first_of(head)
    return quantity_denied(head, shipped_lexicon()) if first.dep_ in SUBJECTS | OBJECTS | {"attr"} else None


def without_determiner(run: list[Token], text: str, end: int) -> str:
    """The run as a name: "the old mill" is "old mill"; "no mill" keeps its "no"."""
    is_dropped = len(run) > 1 and run[0].lower_ in DETERMINERS - _NEGATIVE and run[0].pos_ != "PRON"
    kept = run[1:] if is_dropped else run
    return " ".join(text[kept[0].idx : end].split())


def affirmed(words: str) -> str:
    """What is denied by words that deny by themselves: of "nobody else" anybody else."""
    for denial, positive in _positives().get(words.split(" ", 1)[0].lower(), ()):
        if f"{words.lower()} ".startswith(f"{denial} "):
            return positive + words[len(denial) :]
    return words


@cache
def _positives() -> dict[str, list[tuple[str, str]]]:
    """Words that deny by themselves and what they deny, by the first of them."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in rows("positives"):
        found[row["lemma"].split()[0]].append((row["lemma"], row["positive"]))
    return dict(found)
