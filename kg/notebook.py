"""What a notebook shows by itself: the page of a graph, and an account of a fact."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from kg import store
from kg.errors import StoreError
from kg.explain import render
from kg.store.files import reason, remedy

if TYPE_CHECKING:
    from kg.explain import Explained, Explanation
    from kg.view.content import Content
    from kg.view.scene import Scene


def write(path: Path, data: bytes) -> Path:
    """Put data into a file that a user named, whole or not at all."""
    try:
        store.write_atomically(path, data)
    except OSError as error:
        message = f"{path}: cannot be written: {reason(error)}. {remedy(error, 'file')}."
        raise StoreError(message) from error
    return path


@dataclass(frozen=True, slots=True)
class Page:
    """The graph as one HTML page; a notebook shows it by itself."""

    content: Content = field(repr=False)
    scene: Scene = field(repr=False)
    title: str

    @property
    def html(self) -> str:
        """The page as text."""
        from kg.view.page import render

        return render(self.content, self.scene, self.title)

    def png(self) -> bytes:
        """The picture that the page shows first, drawn without a browser; needs Pillow."""
        from kg.view.png import png

        return png(self.content, self.scene, self.title)

    def write(self, path: str | Path, *, as_picture: bool = False) -> Path:
        """Put the page into a file, or its picture if that is a .png or asked for, whole or not at all."""
        path = Path(path)
        is_picture = as_picture or path.suffix.lower() == ".png"
        return write(path, self.png() if is_picture else self.html.encode("utf-8"))

    def _repr_html_(self) -> str:
        attributes = 'sandbox="allow-scripts allow-downloads allow-popups" width="100%" height="640" style="border: 0"'
        return f'<iframe title="{html.escape(self.title)}" srcdoc="{html.escape(self.html)}" {attributes}></iframe>'


@dataclass(frozen=True, slots=True)
class Account:
    """An explanation; printed or in a notebook it shows each sentence with its marks."""

    explanation: Explanation

    def __iter__(self) -> Iterator[Explained]:
        """Yield the statements, facts first."""
        return iter(self.explanation.statements)

    def __str__(self) -> str:
        return render(self.explanation).rstrip("\n")

    def _repr_html_(self) -> str:
        return f'<pre style="white-space: pre-wrap">{html.escape(str(self))}</pre>'
