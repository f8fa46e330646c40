"""Plain data as JSON and back, nothing lost: frozen dataclasses, enums, tuples, frozensets, strings and numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import fields
from enum import Enum
from operator import attrgetter
from typing import Any, get_type_hints

Json = Any  # what json.loads gives
_SET = "set"


class Shape:
    """Writes and reads values made of some classes; each is known by its name."""

    def __init__(self, *classes: type) -> None:
        self._names = {each: tuple(f.name for f in fields(each) if f.init) for each in classes}
        self._get = {each: attrgetter(*names) for each, names in self._names.items()}
        self._makers = {each.__name__: _maker(each, names) for each, names in self._names.items()}

    def dumps(self, value: object) -> str:
        """One line of JSON, in ASCII: also half of a surrogate pair comes back."""
        return json.dumps(self.plain(value), separators=(",", ":"))

    def loads(self, text: str | bytes) -> Any:
        """The value that a line of JSON holds. Raises ValueError or TypeError if it is none of ours."""
        return self.made(json.loads(text))

    def plain(self, value: object) -> Json:
        """A value as JSON has it."""
        kind = type(value)
        if kind is str or value is None or kind is int or kind is float or kind is bool:
            return value
        if kind is tuple or kind is list:
            return [self.plain(each) for each in value]  # type: ignore[attr-defined]
        if kind in self._get:
            return {kind.__name__: [self.plain(each) for each in self._get[kind](value)]}
        if kind is frozenset:
            return {_SET: sorted(value)}  # type: ignore[call-overload]
        if isinstance(value, Enum):
            return value.value
        raise TypeError(f"{kind.__name__} is no plain data")

    def made(self, value: Json) -> Any:
        """What JSON tells, as a value."""
        kind = type(value)
        if kind is list:
            return tuple([self.made(each) for each in value])
        if kind is not dict:
            return value
        if len(value) != 1:
            raise ValueError("not written by kg")
        ((name, content),) = value.items()
        if name == _SET:
            return frozenset(content)
        if name not in self._makers:
            raise ValueError(f"no class is called {name!r}")
        return self._makers[name]([self.made(each) for each in content])


def _maker(class_: type, names: Iterable[str]) -> Callable[[list[Any]], Any]:
    hints = get_type_hints(class_)
    names = list(names)
    enums = [(i, hints[name]) for i, name in enumerate(names) if isinstance(hints[name], type)]
    enums = [(i, hint) for i, hint in enums if issubclass(hint, Enum)]

    def make(values: list[Any]) -> Any:
        if len(values) != len(names):
            raise ValueError(f"{class_.__name__} has {len(names)} fields, not {len(values)}")
        for i, enum in enums:
            values[i] = enum(values[i])
        return class_(*values)

    return make
