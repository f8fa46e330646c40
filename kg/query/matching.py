"""`kg:matches` in a query: a search for words becomes the list of what it finds, where it stands.

    ?sentence kg:matches "faceline contract"            VALUES ?sentence { <...> <...> }
    (?sentence ?fit) kg:matches "faceline contract"     VALUES (?sentence ?fit) { (<...> 7.3) (<...> 5.1) }
    ?statement kg:evidence/kg:matches "contract"        ?statement kg:evidence ?m . VALUES ?m { <...> }

In: SPARQL text. Out: SPARQL text that any engine answers, and notes on what was cut.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from kg.errors import QueryError
from kg.query.guard import decoded
from kg.query.words import Found, Hits
from kg.rdf import KG, prefixes

MOST = 1_000  # of each kind that a query is given
MOST_SEARCHES = 8  # of one query

Search = Callable[[str, int], Mapping[str, Hits]]

_MATCHES = f"{KG}matches"
_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
              |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<broken>"(?:[^"\\\n\r]|\\.)*|'(?:[^'\\\n\r]|\\.)*)
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_](?:[\w.-]{0,40}[\w-])?)?:(?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.))?)
  | (?P<word>@?[\w-]+)
  | (?P<mark>\^\^|\S)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPES = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}
_HOW = 'Write it as `?sentence kg:matches "words"` or `(?sentence ?fit) kg:matches "words"`, in a WHERE.'


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Change:
    """What stands instead of a part of the query."""

    start: int
    end: int
    text: str


def rewritten(query: str, search: Search) -> tuple[str, tuple[str, ...]]:
    """The query with every search replaced by what `search` finds, and notes on what was cut.

    Line breaks stay where they are. Raises QueryError where a search is not written as it must be.
    """
    if "matches" not in query:
        return query, ()
    found = [t for t in _tokens(query) if t.kind != "comment"]
    declared = _declared(found)
    places = [i for i, token in enumerate(found) if _is_matches(token, declared)]
    if len(places) > MOST_SEARCHES:
        raise QueryError(f"a query can hold at most {MOST_SEARCHES} times kg:matches")
    notes: dict[str, None] = {}
    changes = [_change(found, i, number, search, notes) for number, i in enumerate(places, 1)]
    for change in reversed(changes):
        lines = "\n" * query.count("\n", change.start, change.end)
        query = f"{query[: change.start]}{change.text}{lines}{query[change.end :]}"
    return query, tuple(notes)


def _tokens(query: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(query):
        yield _Token(found.lastgroup or "", found.group(), found.start(), found.end())


def _declared(found: list[_Token]) -> dict[str, str]:
    """The namespaces by prefix: those of the graph, and those that the query declares."""
    known = {f"{prefix}:": namespace for prefix, namespace in prefixes().items()}
    for word, name, iri in zip(found, found[1:], found[2:], strict=False):
        if word.text.upper() == "PREFIX" and name.kind == "name" and iri.kind == "iri":
            known[name.text] = iri.text[1:-1]
    return known


def _is_matches(token: _Token, declared: Mapping[str, str]) -> bool:
    if token.kind == "iri":
        return token.text == f"<{_MATCHES}>"
    prefix, colon, local = token.text.partition(":")
    return token.kind == "name" and declared.get(prefix + colon, "") + local == _MATCHES


def _change(found: list[_Token], i: int, number: int, search: Search, notes: dict[str, None]) -> _Change:
    """What stands for the search whose kg:matches is the i-th token."""
    words, last = _words(found, i)
    hits = search(words, MOST)
    for kind, each in hits.items():
        if each.is_cut:
            notes[f'"{words}": more than {MOST:,} {kind}s match; only the best {MOST:,} were looked at.'] = None
    rest, end = _rest(found, last)
    first, before, subject, variables = _pattern(found, i, number)
    again = f" {subject or _subject(found, i)}" if rest else ""
    values = " ".join(_value(each, len(variables) > 1) for hit in hits.values() for each in hit.found)
    names = f"({' '.join(variables)})" if len(variables) > 1 else variables[0]
    return _Change(found[first].start, end, f"{before}VALUES {names} {{ {values} }}{again}")


def _words(found: list[_Token], i: int) -> tuple[str, int]:
    """The words searched for, and the index of the last token that holds them."""
    if i + 1 >= len(found):
        raise QueryError(f"kg:matches has no words behind it. {_HOW}")
    token, after = found[i + 1], found[i + 2].text if i + 2 < len(found) else ""
    if token.kind == "variable":
        token = _given(found, token)
    if token.kind != "string" or after in ("^^", ","):
        raise QueryError(f"kg:matches needs one text in quotes behind it. {_HOW}")
    return _string(token.text), i + 2 if after.startswith("@") else i + 1


def _given(found: list[_Token], variable: _Token) -> _Token:
    """The one value of a variable that the query gives itself: VALUES ?words { "..." }."""
    for at in range(len(found) - 4):
        words = found[at : at + 5]
        texts = [words[0].text.upper(), words[1].text, words[2].text, words[4].text]
        if texts == ["VALUES", variable.text, "{", "}"]:
            return words[3]
    return variable


def _string(text: str) -> str:
    size = 3 if text.startswith(('"""', "'''")) else 1
    plain = decoded(text[size:-size])
    return re.sub(r"\\(.)", lambda escape: _ESCAPES.get(escape[1], escape[1]), plain, flags=re.DOTALL)


def _rest(found: list[_Token], last: int) -> tuple[bool, int]:
    """Whether the subject of a search has more predicates behind it, and where what is replaced ends."""
    following = [token.text for token in found[last + 1 : last + 3]]
    if following[:1] != [";"]:
        return False, found[last].end
    return following[1:] not in (["."], ["}"], [";"]), found[last + 1].end


def _pattern(found: list[_Token], i: int, number: int) -> tuple[int, str, str, list[str]]:
    """The first token of a search, what stands before its values, its subject, and its variables."""
    texts = [token.text for token in found[max(0, i - 4) : i]]
    if texts[-1:] == ["/"]:
        fresh = f"?matches_{number}"
        return i - 1, f" {fresh} . ", "", [fresh]
    if texts[-1:] == [";"]:
        subject = _subject(found, i)
        return i - 1, " . ", subject, [subject]
    if i and found[i - 1].kind == "variable":
        return i - 1, "", texts[-1], [texts[-1]]
    if (
        len(texts) == 4
        and (texts[0], texts[3]) == ("(", ")")
        and {t.kind for t in found[i - 3 : i - 1]} == {"variable"}
    ):
        return i - 4, "", texts[1], texts[1:3]
    raise QueryError(f"kg:matches has no variable before it. {_HOW}")


def _subject(found: list[_Token], i: int) -> str:
    """The variable that the triples before a token are about."""
    start = i
    while start > 0 and found[start - 1].text not in (".", "{", "}", ")", "]"):
        start -= 1
    if start == i or found[start].kind != "variable":
        raise QueryError(f"kg:matches stands where it is not clear what must match. {_HOW}")
    return found[start].text


def _value(each: Found, is_with_fit: bool) -> str:
    iri = str(NamedNode(each.iri))
    return f"({iri} {each.fit:.3f})" if is_with_fit else iri
