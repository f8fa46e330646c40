"""Plain data as JSON and back, nothing lost: frozen dataclasses, enums, tuples, frozensets, strings and numbers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum, StrEnum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

Json = Any  # what json.loads gives
Turn = Callable[[Any], Any]
_SET = "set"
_SAME = frozenset({str, int, float, bool, NoneType})  # what JSON has itself


class Shape:
    """Writes and reads values made of some classes; each is known by its name.

    What the type of a field tells is not looked up again for every value: there are many.
    """

    def __init__(self, *classes: type) -> None:
        self._writers: dict[type, Turn] = {each: self._writer(each) for each in classes}
        self._makers: dict[str, Turn] = {}
        self._makers |= {each.__name__: self._maker(each) for each in classes}

    def dumps(self, value: object) -> str:
        """One line of JSON, in ASCII: also half of a surrogate pair comes back."""
        return json.dumps(self.plain(value), separators=(",", ":"))

    def loads(self, text: str | bytes) -> Any:
        """The value that a line of JSON holds. Raises ValueError or TypeError if it is none of ours."""
        try:
            return self.made(json.loads(text))
        except KeyError as error:
            raise ValueError(f"not written by kg: {error}") from error

    def plain(self, value: object) -> Json:
        """A value as JSON has it."""
        kind = type(value)
        if kind in _SAME:
            return value
        if kind is tuple or kind is list:
            return [self.plain(each) for each in value]  # type: ignore[attr-defined]
        if kind in self._writers:
            return self._writers[kind](value)
        if kind is frozenset:
            return _plain_set(value)
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
        return self._makers[name](content)

    def _writer(self, class_: type) -> Turn:
        names = _names(class_)
        hints = get_type_hints(class_)
        get = attrgetter(*names) if len(names) > 1 else lambda value: (getattr(value, names[0]),)
        turns = [(i, self.plain) for i, name in enumerate(names) if not _is_json(hints[name])]
        name = class_.__name__

        def write(value: object) -> Json:
            values = list(get(value))
            for i, turn in turns:
                values[i] = turn(values[i])
            return {name: values}

        return write

    def _maker(self, class_: type) -> Turn:
        names = _names(class_)
        hints = get_type_hints(class_)
        turns = [(i, turn) for i, name in enumerate(names) if (turn := self._turn(hints[name]))]

        def make(values: list[Any]) -> Any:
            if len(values) != len(names):
                raise ValueError(f"{class_.__name__} has {len(names)} fields, not {len(values)}")
            for i, turn in turns:
                values[i] = turn(values[i])
            return class_(*values)

        return make

    def _turn(self, hint: Any) -> Turn | None:
        """What makes of JSON a value of a type; None where it is one already."""
        parts = get_args(hint)
        if hint in _SAME or (isinstance(hint, UnionType) and set(parts) <= _SAME):
            return None
        if isinstance(hint, type) and issubclass(hint, Enum):
            return {each.value: each for each in hint}.__getitem__
        if get_origin(hint) is frozenset:
            return _made_set
        if get_origin(hint) is tuple:
            return self._turn_of_tuple(parts)
        return self._turn_of_class(hint) if is_dataclass(hint) else self.made

    def _turn_of_tuple(self, parts: tuple[Any, ...]) -> Turn:
        if set(parts) - {...} <= _SAME:
            return tuple
        if parts[1:] != (...,):
            return self.made
        turn = self._turn(parts[0])
        return tuple if turn is None else lambda values: tuple([turn(value) for value in values])

    def _turn_of_class(self, class_: Any) -> Turn:
        name, makers = class_.__name__, self._makers
        return lambda value: makers[name](value[name])


def _made_set(value: Json) -> frozenset[Any]:
    return frozenset(value[_SET])


def _names(class_: type) -> list[str]:
    return [field.name for field in fields(class_) if field.init]


def _is_json(hint: Any) -> bool:
    """Whether JSON writes values of a type as they are."""
    if get_origin(hint) is tuple or isinstance(hint, UnionType):
        return all(part is ... or _is_json(part) for part in get_args(hint))
    return hint in _SAME or (isinstance(hint, type) and issubclass(hint, StrEnum))


def _plain_set(value: Any) -> Json:
    return {_SET: sorted(value)}
