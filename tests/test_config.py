"""What `kg.toml` may hold, and what it says when it holds something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.config import Config, load
from kg.errors import InvalidConfig


def test_a_folder_without_the_file_has_no_options(tmp_path: Path) -> None:
    assert load(tmp_path) == Config()


@pytest.mark.parametrize(
    ("text", "config"),
    [
        ("", Config()),
        ('sources = ["a", "b"]\noutput = "graph"', Config(sources=("a", "b"), output="graph")),
        ('sources = "articles"', Config(sources=("articles",))),
        ("workers = 2", Config(workers=2)),
        (
            'model = "en_core_web_md"\nbase = "https://news.example/"',
            Config(model="en_core_web_md", base="https://news.example/"),
        ),
    ],
)
def test_options_are_read(tmp_path: Path, text: str, config: Config) -> None:
    (tmp_path / "kg.toml").write_text(text)
    assert load(tmp_path) == config


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('sorces = "articles"', "unknown option 'sorces'. It may hold: sources, output"),
        ("sources = [1]", "sources must be a list"),
        ("workers = true", "workers must be a whole number"),
        ("workers = 0", "workers must be 1 or more"),
        ("workers = -1", "workers must be 1 or more"),
        ("model = 3", "model must be text"),
        ("model = ", "Invalid value"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "kg.toml").write_text(text)
    with pytest.raises(InvalidConfig, match=reason):
        load(tmp_path)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidConfig, match=r"kg\.toml"):
        load(tmp_path)
