"""Plain data goes through JSON and comes back as it was."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.store.plain import Shape


class Hue(StrEnum):
    """A colour."""

    RED = "red"


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value with one field of each kind."""

    name: str
    hue: Hue
    parts: tuple[Leaf, ...] = ()
    words: frozenset[str] = frozenset()
    share: float | None = None


SHAPE = Shape(Leaf)
LEAVES = st.recursive(
    st.builds(Leaf, st.text(), st.just(Hue.RED), words=st.frozensets(st.text())),
    lambda inner: st.builds(
        Leaf, st.text(), st.just(Hue.RED), st.lists(inner, max_size=3).map(tuple), share=st.floats(allow_nan=False)
    ),
    max_leaves=5,
)


@given(LEAVES)
def test_what_is_written_is_read(leaf: Leaf) -> None:
    line = SHAPE.dumps(leaf)
    back = SHAPE.loads(line)
    assert back == leaf and back.hue is Hue.RED
    assert "\n" not in line and line.isascii()


def test_half_a_surrogate_pair_comes_back() -> None:
    assert SHAPE.loads(SHAPE.dumps("\ud83d")) == "\ud83d"


@pytest.mark.parametrize("text", ["{", '{"Twig":[]}', '{"Leaf":["a"]}', '{"Leaf":["a","blue",[],{"set":[]},null]}'])
def test_what_is_none_of_ours_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        SHAPE.loads(text)


def test_what_is_no_plain_data_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        SHAPE.dumps(object())
