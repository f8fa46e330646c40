"""Relations in words, where the ontology has none for them."""

from __future__ import annotations

import re


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


_IRREGULAR = {  # "The shop is closed." "The shop has a roof." Files of triples have wasDerivedFrom.
    "be": "is",
    "have": "has",
    **{finite: finite for finite in ("is", "has", "was", "had")},
}
