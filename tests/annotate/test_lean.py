"""spaCy without its own command line: imported faster, and it reads the same."""

from __future__ import annotations

import subprocess
import sys

import pytest

_SHOW = """
from kg.annotate.pipeline import load
doc = load()("Ada Finch sold the mill to Halden Group in May.")
print([(token.text, token.tag_, token.dep_, token.head.i, token.ent_type_) for token in doc])
print(*sorted(name for name in sys.modules if name.startswith(("spacy.cli", "weasel"))))
"""
_LEAN = "from kg.annotate.lean import without_commands; without_commands()"


@pytest.mark.model
def test_spacy_reads_the_same_without_its_commands() -> None:
    runs = [f"import sys; {first}\n{_SHOW}" for first in ("pass", _LEAN)]
    shown = [subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=True) for run in runs]
    (usual, modules), (lean, left) = (run.stdout.splitlines() for run in shown)
    assert lean == usual
    assert "spacy.cli.download" in modules.split()
    assert left.split() == ["spacy.cli", "spacy.cli.info"]
