"""Words that lost the space between them, as where a link was cut out of a page: "Lundalso said", "Swedishcaptain"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from kg.naming import demonyms, head_words, roles, small_words

_WORD = re.compile(r"[^\W\d_]+(?:-(?=[a-z]))?")
_ANSWER = re.compile(r"(?:^|(?<=[.?!:>\"“”]\s)|(?<=[\"“]))No(?=\. [A-Z\"“][a-z’' ])", re.MULTILINE)
_SHORTEST = 4  # letters of a name that a small word may be glued to


def glued(text: str) -> frozenset[int]:
    """The offsets at which a space is missing: behind a name that also stands alone, before a small word or a role; and
    behind an answer, "No. Lund left", whose full stop is none of an abbreviation as in "No. 5".

    >>> sorted(glued("Lund won. Lundalso sang."))
    [14]
    """
    found = list(_WORD.finditer(text))
    count = Counter(match[0] for match in found)
    cuts = frozenset(count)
    answers = frozenset(match.end() for match in _ANSWER.finditer(text))
    return answers | frozenset(
        match.start() + cut
        for match in found
        if match[0][0].isupper() and count[match[0]] == 1 and len(match[0]) > _SHORTEST + 1
        for cut in _cuts(match[0], cuts)
    )


def _cuts(word: str, words: frozenset[str]) -> Iterator[int]:
    """Where a word is two; nowhere if it may be one, as "Weston" may with "West" in the text."""
    for cut in range(_SHORTEST, len(word) - 1):
        first, second = word[:cut], word[cut:]
        is_name = first in words and second in _followers()
        is_opening = first in small_words("opener") and second in small_words("specific")
        is_of = first in head_words("of") and second == "of"
        is_role = first in demonyms() and second in roles() and second not in small_words("people")
        if is_name or is_opening or is_of or is_role:
            yield cut
            return


@cache
def _followers() -> frozenset[str]:
    return small_words("follower")
