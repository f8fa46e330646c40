"""spaCy without what reading does not need."""

from __future__ import annotations

import sys
from types import ModuleType

_COMMANDS = "spacy.cli"


def without_commands() -> None:
    """Keep spaCy from importing its own command line, a third of the time that `import spacy` takes.

    To be called before spaCy is imported, by a process that is nobody else's: `spacy.cli` is empty from then on.
    """
    commands, about = ModuleType(_COMMANDS), ModuleType(f"{_COMMANDS}.info")
    commands.__path__ = []
    about.info = None  # type: ignore[attr-defined]
    for module in (commands, about):
        sys.modules.setdefault(module.__name__, module)
