"""Builds that are killed at random points lose nothing and double nothing; kills.py tells of more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_killed_builds_end_in_the_graph_of_a_build_in_peace() -> None:
    command = [sys.executable, str(Path(__file__).with_name("kills.py")), "16", "--articles", "12", "--seed", "3"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "builds killed, 0 faults" in done.stdout
