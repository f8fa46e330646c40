"""A graph without the words of the publishers: no sentence, no text, no six words in a row of an article.

Offsets, digests, sources, IRIs and the vocabulary stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import Literal, NamedNode, Store, Triple

from kg.rdf import BASE, prefixes, term
from kg.store import store_triples

MOST = 5  # words in a row of an article that may stand
_DROPPED = (term("kg:text"), term("kg:quote"))
_KEPT = (term("dcterms:source"), term("schema:url"))
# a word, or signs that stand alone between spaces
_WORD = re.compile(r"\w+|(?<!\S)[^\w\s]+(?!\S)")


def without(store: Store, base: str = BASE) -> Iterator[Triple]:
    """Yield the triples of a graph without quotes; a longer run of an article's words ends after five with "…"."""
    own = [each for each in store_triples(store) if each.predicate not in _DROPPED]
    long = {text for each in own if len(_words(text := _text(each, base))) > MOST}
    found = _runs_found(store, {run for text in long for run in runs(text)})
    for triple in own:
        text = _text(triple, base)
        if text in long:
            yield Triple(triple.subject, triple.predicate, Literal(shortened(text, found)))
        else:
            yield triple


def _text(triple: Triple, base: str) -> str:
    """The words that an article may have given: plain strings on things that the graph itself describes."""
    object, subject = triple.object, triple.subject
    if not isinstance(object, Literal) or object.language or triple.predicate in _KEPT:
        return ""
    is_own = isinstance(subject, NamedNode) and not subject.value.startswith(prefixes(base)["kg"])
    return object.value if is_own and object.datatype == term("xsd:string") else ""


def _words(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every six words that follow each other, in lower case."""
    words = [found.group().casefold() for found in _words(text)]
    yield from (tuple(words[at : at + MOST + 1]) for at in range(len(words) - MOST))


def _runs_found(store: Store, wanted: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
    """Those of some runs that an article has, also with an ending more: "the mill by the river burns"."""
    by_middle: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for run in wanted:
        by_middle.setdefault(run[1:-1], set()).add(run)
    found: set[tuple[str, ...]] = set()
    for quad in store.quads_for_pattern(None, term("kg:text"), None) if wanted else ():
        for first, *middle, last in runs(quad.object.value if isinstance(quad.object, Literal) else ""):
            alike = by_middle.get(tuple(middle), ())
            found.update(run for run in alike if run[0].endswith(first) and run[-1].startswith(last))
    return found


def shortened(text: str, found: set[tuple[str, ...]]) -> str:
    """The text, in which runs that were found end after five words.

    >>> shortened("Tom: the old mill by the river burnt, twice", set(runs("the old mill by the river burnt")))
    'Tom: the old mill by the …, twice'
    """
    words, whole = _words(text), list(runs(text))
    out, done, at = "", 0, 0
    while at < len(whole):
        if whole[at] not in found:
            at += 1
            continue
        last = _last(whole, found, at)
        out += f"{text[done : words[at + MOST - 1].end()]} …"
        done, at = words[last + MOST].end(), last + MOST + 1
    return out + text[done:]


def _last(whole: Sequence[tuple[str, ...]], found: set[tuple[str, ...]], at: int) -> int:
    """Where the last of the runs begins that overlap from there on."""
    while at + 1 < len(whole) and whole[at + 1] in found:
        at += 1
    return at
