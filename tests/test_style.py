"""Format, lint and types, so that one command checks everything."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "format", "--check", "kg", "tests", "docs"),
        ("ruff", "check", "kg", "tests", "docs"),
        ("mypy", "kg"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_the_code_is_in_the_house_style(command: tuple[str, ...]) -> None:
    ended = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
