"""The data files that travel with the program: `ontology/` and `queries/`, in a checkout and in a wheel."""

from functools import cache
from pathlib import Path

_HERE = Path(__file__).parent


@cache
def folder(name: str) -> Path:
    """The folder of that name: beside the package in a checkout, inside it in an installed wheel."""
    inside = _HERE / "_shipped" / name
    return inside if inside.is_dir() else _HERE.parent / name


def samples() -> Path:
    """The folder of articles that `kg demo` reads."""
    return _HERE / "samples"
