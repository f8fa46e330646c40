"""The process that reads: what comes in by pickles goes out by pickles, and nothing else does."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.apart import command, environment, for_change, interrupts_held
from kg.errors import ModelMissing
from kg.model import Document
from kg.settings import Settings


def answers(*questions: object) -> list[object]:
    """What the process says to that, until it ends by itself."""
    told = b"".join(map(pickle.dumps, questions))
    done = subprocess.run([sys.executable, "-m", "kg.apart"], input=told, stdout=subprocess.PIPE, check=True)
    found, rest = [], memoryview(done.stdout)
    while rest:
        found.append(pickle.loads(rest))
        rest = rest[len(pickle.dumps(found[-1])) :]
    return found


@pytest.mark.skipif(os.name != "posix", reason="only there can Ctrl-C be held")
def test_ctrl_c_ends_it_without_a_word_however_early() -> None:
    for seconds in (0, 0.05, 0.3):
        with interrupts_held():
            process = subprocess.Popen(command("kg.apart"), stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        try:
            assert process.wait(20) == -signal.SIGINT  # before there is anything on its standard input, or an end of it
        finally:
            process.kill()
        assert process.communicate()[1] == b""


@pytest.mark.model
def test_a_batch_gives_readings() -> None:
    [[reading]] = answers(Settings(), [Document("Ada Finch owns the mill.", "Mill", "mill.txt")])
    assert [statement.label for statement in reading.statements] == ["Ada Finch owns the mill"]


def test_a_missing_model_is_told_with_every_batch() -> None:
    told = answers(Settings(model="no_such_model"), [], [])
    assert [type(each) for each in told] == [ModelMissing, ModelMissing]


@pytest.mark.parametrize("told", [(), (Settings(model="no_such_model"),)])
def test_without_a_question_it_ends(told: tuple[Settings, ...]) -> None:
    assert answers(*told) == []


def test_a_file_in_the_working_folder_is_not_taken_for_a_module(tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('not the library')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    asked = command("kg.store.verify", "nowhere")
    done = subprocess.run(asked, env=environment(), capture_output=True, text=True, check=False)
    assert "not the library" not in done.stderr


def test_it_is_started_where_there_is_a_graph_to_change(tmp_path: Path) -> None:
    assert for_change(tmp_path) is None
    (tmp_path / "store").mkdir()
    started = for_change(tmp_path)
    assert started is not None
    started.end()
    started.end()  # a second time changes nothing
    with pytest.raises((EOFError, OSError, ValueError)):
        started.read([])
