"""Answers about a token that are worked out once: they are kept with its Doc until arcs or names are set anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from kg.parse import Token

_UNASKED: Any = object()
Found = TypeVar("Found")


def once_a_token(function: Callable[[Token], Found]) -> Callable[[Token], Found]:
    """The function, which works out its answer once for each token and knows it until arcs or names are set anew."""

    @wraps(function)
    def known(token: Token) -> Found:
        answers = token.doc.answers[function]
        found: Found = answers.get(token.i, _UNASKED)
        if found is _UNASKED:
            found = answers[token.i] = function(token)
        return found

    return known
