"""What a query may not do: reach the network or files, change the graph, or be too large for the engine."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.errors import QueryError

MAX_CHARACTERS = 100_000
MAX_TOKENS = 20_000
MAX_DEPTH = 60
MAX_LONG_TEXTS = 100  # in three quotes; each may be looked at to the end of the query

REFUSED = {
    "SERVICE": "it would reach the network",
    "LOAD": "it would reach the network or a file",
}
UPDATES = {"INSERT", "DELETE", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD"}
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")

_TOKEN = re.compile(
    r"""
    (?P<comment>\#[^\n\r]*)
  | (?P<string>\"\"\"(?:[^"\\]|\\.|\"(?!\"\"))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''
              |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
  | (?P<broken>"(?:[^"\\\n\r]|\\.)*|'(?:[^'\\\n\r]|\\.)*)     # no engine reads on behind an open quote
  | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
  | (?P<name>[?$@][\w-]+|:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*)
  | (?P<word>(?:[\w.-]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})+)
  | (?P<mark>\S)
    """,
    re.VERBOSE | re.DOTALL,
)


def names_graphs(query: str) -> bool:
    """Whether a query says by FROM which graphs it asks, rather than the whole graph."""
    return ("word", "FROM") in tokens(query)


def check(query: str, *, is_update: bool = False) -> None:
    """Refuse a query or an update that is too large or asks for what it may not do."""
    if len(query) > MAX_CHARACTERS:
        raise QueryError(f"the query is longer than {MAX_CHARACTERS:,} characters")
    for text in dict.fromkeys((query, decoded(query))):
        if text.count('"""') + text.count("'''") > 2 * MAX_LONG_TEXTS:
            raise QueryError(f"the query has more than {MAX_LONG_TEXTS} texts in three quotes")
        _check_tokens(list(tokens(text)), is_update)


def decoded(query: str) -> str:
    """The query with its escapes for characters replaced, as an engine may read it before it looks for words."""
    return re.sub(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})", _character, query)


def _character(escape: re.Match[str]) -> str:
    code = int(escape.group(1) or escape.group(2), 16)
    return chr(code) if code < 0x110000 else escape.group()


def tokens(query: str) -> Iterator[tuple[str, str]]:
    """Yield kind and text of every token that is no comment; words in capitals, with escapes replaced."""
    for found in _TOKEN.finditer(query):
        kind = found.lastgroup or ""
        if kind != "comment":
            yield kind, decoded(found.group()).upper() if kind == "word" else found.group()


def _check_tokens(found: list[tuple[str, str]], is_update: bool) -> None:
    if len(found) > MAX_TOKENS:
        raise QueryError(f"the query has more than {MAX_TOKENS:,} words and signs")
    depth = 0
    for kind, text in found:
        if kind == "mark":
            depth += (text in "{([") - (text in "})]")
            if depth > MAX_DEPTH:
                raise QueryError(f"the query is nested more than {MAX_DEPTH} deep")
        elif kind == "word":
            _check_word(text, is_update)


def _check_word(word: str, is_update: bool) -> None:
    """Refuse a word, also one that an engine would take apart: SERVICESILENT, 1SERVICE, SERVICE:name."""
    for refused, reason in REFUSED.items():
        if refused in word:
            raise QueryError(f"{refused} is not allowed in a query: {reason}")
    if word in UPDATES and not is_update:
        ways = "`kg add`, `kg remove` and `kg build`"
        raise QueryError(f"{word} is not allowed: queries only read. The graph is changed by {ways}.")
