"""The README speaks of commands, options, files and queries that exist."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.main import get_command

from kg.cli import app
from kg.shipped import folder

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
EXAMPLES = re.findall(r"^```bash\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)

CONSOLE = re.findall(r"^```console\n\$ (kg .*?)\n(.*?)\n```$", README, re.DOTALL | re.MULTILINE)


def commands() -> Iterator[str]:
    """Every line of a block, and every `kg ...` in the text."""
    for block in BLOCKS + EXAMPLES:
        yield from block.replace("\\\n", " ").splitlines()
    yield from re.findall(r"`(kg [^`]+)`", README)


KG = sorted({line.strip() for line in commands() if line.strip().startswith("kg ")})


def test_the_first_block_runs_the_demo_in_an_environment_of_its_own() -> None:
    first = BLOCKS[0].splitlines()
    assert first[0] == "python3 -m venv .venv"
    assert first[-1] == "kg demo"


def test_the_second_block_passes_the_tests() -> None:
    assert BLOCKS[1].splitlines()[-1].split()[-1] == "pytest"


@pytest.mark.parametrize("block", BLOCKS)
def test_blocks_hold_commands_only(block: str) -> None:
    assert not any(line.startswith(("$", ">")) for line in block.splitlines())


@pytest.mark.parametrize("line", KG)
def test_a_command_and_its_options_exist(line: str) -> None:
    words = shlex.split(line.split(" > ")[0].split(" | ")[0])[1:]
    known = get_command(app)
    if words[0].startswith("-"):
        return
    assert words[0] in known.commands, f"no such command: {line}"  # type: ignore[attr-defined]
    command = known.commands[words[0]]  # type: ignore[attr-defined]
    options = {name for parameter in command.params for name in parameter.opts} | {"--help"}
    unknown = {word.split("=")[0] for word in words if word.startswith("--")} - options
    if words[0] == "query" and len(words) > 1:
        text = (folder("queries") / f"{words[1]}.rq").read_text(encoding="utf-8") if " " not in words[1] else ""
        unknown -= {f"--{name}" for name in re.findall(r"^# param:\s*(\S+)", text, re.MULTILINE)}
    assert not unknown, f"no such option: {line}"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    import kg

    return kg.build(out=tmp_path_factory.mktemp("output")).out


@pytest.mark.model
@pytest.mark.parametrize(("line", "shown"), CONSOLE)
def test_what_it_shows_is_what_the_program_prints(line: str, shown: str, output: Path) -> None:
    command = [sys.executable, "-m", *shlex.split(line), "--out", str(output)]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout.rstrip("\n")
    assert _without_numbers(printed) == _without_numbers(shown)


def _without_numbers(text: str) -> str:
    """Confidence moves a little with every change of a rule."""
    return re.sub(r"confidence \d\.\d+", "confidence", text)


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\((?!http)([^)#]+)", README))))
def test_a_file_that_it_links_to_exists(path: str) -> None:
    assert (ROOT / path).exists()
