"""From news text to a knowledge graph whose every triple leads to its sentence.

`kg.build("articles/")` reads a folder into a graph; `kg.load("output")` takes up one that is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph, build, load

__version__ = "0.1.0"
__all__ = ["KnowledgeGraph", "__version__", "build", "load"]


def __getattr__(name: str) -> Any:
    """The notebook face, imported when it is first used."""
    if name in ("KnowledgeGraph", "build", "load"):
        from kg import graph

        return getattr(graph, name)
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
