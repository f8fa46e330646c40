"""From news text to a knowledge graph whose every triple leads to its sentence.

`kg.build("articles/")` reads a folder into a graph, `kg.load("output")` takes up one that is there; `kg.add` and
`kg.remove` change it by some articles, `kg.verify` says what is damaged and `kg.restore` mends it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.building import Options, add, build, remove, restore, verify
    from kg.graph import KnowledgeGraph, load

__version__ = "0.1.0"
__all__ = ["KnowledgeGraph", "Options", "__version__", "add", "build", "load", "remove", "restore", "verify"]

_HOMES = {
    **dict.fromkeys(("KnowledgeGraph", "load"), "kg.graph"),
    **dict.fromkeys(("Options", "add", "build", "remove", "restore", "verify"), "kg.building"),
}


def __getattr__(name: str) -> Any:
    """The notebook face, imported when it is first used."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
