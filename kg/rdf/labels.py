"""Relations in words, where the ontology has none for them."""

from __future__ import annotations

import re
from functools import cache

from kg import tables


def relation_label(name: str) -> str:
    """A relation as words, from its name alone.

    >>> relation_label("kgo:keepUpWith")
    'keep up with'
    """
    local = name.partition(":")[2] or name
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|_", " ", local).lower()


def third_person(words: str) -> str:
    """A verb and what goes with it, as the labels of the ontology have it.

    >>> third_person("keep up with"), third_person("be sold"), third_person("was derived from")
    ('keeps up with', 'is sold', 'was derived from')
    """
    verb, space, rest = words.partition(" ")
    if verb in _IRREGULAR:
        return _IRREGULAR[verb] + space + rest
    verb = re.sub(r"(?<=[^aeiou])y$", "ie", verb)
    return f"{verb}{'es' if re.search('(s|x|z|ch|sh|o)$', verb) else 's'}{space}{rest}"


def of_several(words: str, *, is_base: bool = False) -> str:
    """The words of a relation for a subject that is several; what begins with no verb in the present stays.

    >>> of_several("investigates"), of_several("is sold"), of_several("publishes"), of_several("head of")
    ('investigate', 'are sold', 'publish', 'head of')

    Of an open relation they begin with the base of a verb:

    >>> of_several("be sold", is_base=True), of_several("canvas for", is_base=True)
    ('are sold', 'canvas for')
    """
    verb, space, rest = words.partition(" ")
    if not is_base and verb not in _SEVERAL and re.search("[^su]s$", verb):
        verb = re.sub("(?<=ss|sh|ch)es$|(?<=[xo])es$|s$", "", re.sub("(?<=..)ies$", "ys", verb))
    return _SEVERAL.get(verb, verb) + space + rest


def is_several(description: str) -> bool:
    """Whether what a text calls by no name is several, by the form of the words.

    >>> is_several("two men"), is_several("shares of Brightwater"), is_several("error rate"), is_several("police")
    (True, True, False, True)
    >>> is_several("Norrland Foods and Tide Energy"), is_several("the council and the union")
    (True, True)
    >>> is_several("Office of Trade and Industry"), is_several("former Trade and Industry chief")
    (False, False)
    """
    written = re.findall(r"[\w'’-]+", description.partition(",")[0])
    words = [word.lower() for word in written]
    end = next((i for i, word in enumerate(words) if i and word in _words("head")), len(words))
    if "and" in words[1:end] and _are_two(written[:end]):
        return True
    head = words[end - 1] if end else ""
    if not {head, *words[:1]}.isdisjoint(_words("several")) or (end > 1 and words[0].isdigit() and words[0] != "1"):
        return True
    return head in _words("plural") or (head not in _words("singular") and bool(re.search("[^su'’i]s$", head)))


def _are_two(written: list[str]) -> bool:
    """Whether words with "and" between them are two names, or the second part has an article of its own."""
    place = written.index("and") if "and" in written else 0
    second = written[place + 1 : place + 2]
    return second in (["the"], ["a"], ["an"]) or all(word[0].isupper() for word in written if word != "and")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in tables.rows(tables.lexicon("number")) if row["kind"] == kind)


_SEVERAL = {"be": "are", "is": "are", "has": "have", "was": "were", "does": "do"}
_IRREGULAR = {  # "The shop is closed." "The shop has a roof." Files of triples have wasDerivedFrom.
    "be": "is",
    "have": "has",
    **{finite: finite for finite in ("is", "has", "was", "had")},
}
