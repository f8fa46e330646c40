"""How the label of a statement words what is said in it: "said: not (Halden pays Orlo)"."""

from __future__ import annotations

from collections import Counter
from functools import cache

from kg import tables
from kg.model import Mode, Polarity, Statement

_NOTS = frozenset({"not", "n't", "n’t", "never", "nor"})
_MODES = {
    Mode.POSSIBLE: "possibly",
    Mode.FUTURE: "in future",
    Mode.CONDITIONAL: "on a condition",
    Mode.DESIRED: "as wanted",
}


def worded(label: str, content: Statement, telling: Statement) -> str:
    """The label of a content as what tells it has it: of "denies selling Gull" the sale alone, since "denies" tells the
    rest; of "said it never sold Gull" that it did not, of "said it may sell Gull" that it possibly does."""
    own = _own_cues(content, telling)
    if content.polarity is Polarity.NEGATIVE and sum(own[word] for word in _negators()) % 2:
        label = f"not ({label})"
    if content.mode in _MODES and not own.keys() <= _negators():
        label = f"{_MODES[content.mode]} ({label})"
    return label


def _own_cues(content: Statement, telling: Statement) -> Counter[str]:
    """The cues of a content that are neither its teller's nor the words of what tells it."""
    around = (*_cues(telling), *telling.predicate.text.lower().split())
    return Counter(_cues(content)) - Counter(around)


def _cues(statement: Statement) -> list[str]:
    return statement.cue.lower().split(" … ") if statement.cue else []


@cache
def _negators() -> frozenset[str]:
    rows = tables.rows(tables.lexicon("negators"))
    return _NOTS | {row["lemma"] for row in rows if row["complement"] != "idiom"}
