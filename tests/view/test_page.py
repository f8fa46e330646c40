"""The page as a file: complete, closed and the same every time."""

from __future__ import annotations

import base64
import gzip
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from graphs import article, graph, say
from view.crowd import crowd
from view.news import stores

from kg.errors import KgError, NotFound
from kg.view import page as module
from kg.view.page import Start, composed, page, render, write
from kg.view.scene import compose


def test_the_page_carries_everything_and_names_no_place_to_load_from() -> None:
    html = page(stores())
    tags = re.findall(r"<(?:script|link|img|iframe|style)[^>]*>", html)
    assert [tag for tag in tags if "src=" in tag] == []
    assert [tag for tag in tags if "href=" in tag] == ['<link rel="icon" href="data:,">']
    assert "default-src &#39;none&#39;" in html or "default-src 'none'" in html


def test_the_page_does_not_tell_what_it_was_written_with() -> None:
    packed = re.search(r'<script type="text/plain" id="vis">(.*?)</script>', page(stores()), re.DOTALL)
    assert packed
    stamp, system = base64.b64decode(packed[1])[4:8], base64.b64decode(packed[1])[9]
    assert (stamp, system) == (bytes(4), 255)  # other releases of Python write other bytes there


def test_the_policy_lets_two_scripts_run_by_their_hash() -> None:
    html = page(stores())
    scripts = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    packed = re.search(r'<script type="text/plain" id="vis">(.*?)</script>', html, re.DOTALL)
    assert len(scripts) == 1 and packed
    for script in (scripts[0].encode(), gzip.decompress(base64.b64decode(packed[1]))):
        assert base64.b64encode(hashlib.sha256(script).digest()).decode() in html.split("<title>")[0].replace(
            "&#43;", "+"
        )


def test_a_page_of_one_article_has_its_title_escaped() -> None:
    html = page(graph(article("<b>Deal</b> & {{7*7}}", "Ada sells Gull.", say("Ada", "kg:sells", "Gull"))))
    assert "<title>&lt;b&gt;Deal&lt;/b&gt; &amp; {{7*7}}</title>" in html


def test_an_unknown_entity_is_one_clear_line() -> None:
    with pytest.raises(NotFound, match="Skylark"):
        page(stores(), Start(entity="Skylarck"))


@pytest.mark.parametrize(
    ("start", "opening"),
    [
        (Start(entity="skylark", hops=1), "e=Skylark&focus=Skylark%7C1"),
        (Start(since="2031-06", until="2031-07"), "from=2031-06&to=2031-07"),
        (Start(document="What the Salm report found"), "article=What_the_Salm_report_found-"),
        (Start(answer=["Skylark", "Norrbank"]), ""),
    ],
)
def test_a_page_opens_on_what_is_asked_for(start: Start, opening: str) -> None:
    _, scene = composed(stores(), start)
    assert scene.opening.startswith(opening) and bool(scene.opening) == bool(opening)
    assert scene.places


def test_an_answer_is_drawn_by_names_iris_and_statements() -> None:
    content, _ = composed(stores())
    opposed = next(s for s in content.statements.values() if s.predicate.endswith("#opposes"))
    bank = next(iri for iri, card in content.entities.items() if card.label == "Norrbank")
    _, scene = composed(stores(), Start(answer=["Skylark", bank, opposed.iri, "no name at all"]))
    drawn = {place.entity for place in scene.places}
    assert {"Skylark", "Norrbank"} <= {content.entities[iri].label for iri in drawn}
    assert opposed.subject in drawn and len(drawn) < 6
    with pytest.raises(NotFound, match="names no entity"):
        page(stores(), Start(answer=["no name at all"]))


def test_two_builds_are_byte_identical_under_any_hash_seed() -> None:
    code = "import sys; sys.path.insert(0, 'tests'); from view.news import stores; from kg.view.page import page; "
    code += "import hashlib; print(hashlib.sha256(page(stores()).encode()).hexdigest())"
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=Path(__file__).parents[2],
            env={"PYTHONHASHSEED": seed, "LC_ALL": "POSIX", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert digests == {hashlib.sha256(page(stores()).encode()).hexdigest() + "\n"}


def test_sizes_stay_small() -> None:
    assert len(page(stores()).encode()) < 520_000
    content = crowd(5000, 7500)
    assert len(render(content, compose(content), "Crowd").encode()) < 3_000_000


def test_an_empty_graph_has_a_page_too() -> None:
    assert "An empty graph" in page(graph())


def test_writing_replaces_the_file_in_one_step(tmp_path: Path) -> None:
    target = tmp_path / "new" / "graph.html"
    write(target, "<p>Zürich 東京 🚢</p>")
    assert target.read_text(encoding="utf-8") == "<p>Zürich 東京 🚢</p>"
    assert [path.name for path in target.parent.iterdir()] == ["graph.html"]


def test_another_drawing_library_than_the_tested_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_VIS_SHA256", "0" * 64)
    module._vis.cache_clear()
    with pytest.raises(KgError, match="pyvis"):
        module._vis()
    module._vis.cache_clear()
