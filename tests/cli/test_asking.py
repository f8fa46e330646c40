"""`kg query`, `kg view`, `kg validate`: answers on standard output, the story on standard error, statuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from commands import Kg

SALES = "SELECT ?seller ?product { ?seller kg:sells ?product }"


def test_query_alone_lists_the_questions_with_their_options(kg: Kg) -> None:
    ended = kg("query")
    assert ended.status == 0
    assert "who-sells-what" in ended.out and "--buyer" in ended.out


def test_a_question_tells_its_options(kg: Kg) -> None:
    ended = kg("query", "who-sells-what", "--help")
    assert ended.status == 0
    assert "--buyer NAME" in ended.out


@pytest.mark.parametrize("words", [("--buyer", "Ferrow County"), ("--buyer=Ferrow County",), ()])
def test_a_question_by_name(kg: Kg, output: Path, words: tuple[str, ...]) -> None:
    ended = kg("query", "who-sells-what", *words)
    assert ended.status == 0
    assert all(name in ended.out for name in ("Brightwater", "Gull", "Ferrow County"))


def test_sparql_needs_no_prefixes(kg: Kg, output: Path) -> None:
    assert kg("query", SALES).out.splitlines()[2].split() == ["Brightwater", "Gull"]


def test_a_file_of_sparql(kg: Kg, output: Path) -> None:
    Path("mine.rq").write_text(SALES)
    assert "Brightwater" in kg("query", "mine.rq").out


def test_an_answer_as_json(kg: Kg, output: Path) -> None:
    found = json.loads(kg("query", SALES, "-f", "json").out)
    assert found["results"]["bindings"][0]["seller"]["value"].endswith("/Brightwater")


def test_another_folder(kg: Kg, output: Path) -> None:
    output.rename("elsewhere")
    assert "Brightwater" in kg("query", SALES, "--out", "elsewhere").out
    Path("kg.toml").write_text('output = "elsewhere"')
    assert "Brightwater" in kg("query", SALES).out


def test_nothing_found_is_no_error(kg: Kg, output: Path) -> None:
    ended = kg("query", "SELECT ?x { ?x kg:sells ?x }")
    assert ended.status == 0
    assert "Nothing" in ended.err


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("query", "who-buys-waht"), "no question is called"),
        (("query", "SELECT ?x {"), "line 1"),
        (("query", "nowhere.rq"), "no such file"),
        (("query", "who-sells-what", "--colour", "red"), "has no parameter --colour"),
        (("query", "who-sells-what", "--buyer"), "--buyer needs a value"),
        (("query", "SELECT", "?x"), "too much"),
        (("query", SALES, "-f", "xls"), "no format is called 'xls'"),
        (("query", SALES, "--out", "nowhere"), "Run `kg build` first"),
        (("explain", "Nobody"), "Nobody"),
        (("export", "-f", "xls"), "format is called 'xls'"),
        (
            ("export", "--to", "nowhere/graph.ttl"),
            "nowhere/graph.ttl: cannot be written: No such file or directory. Name another place with --to.",
        ),
        (("export", "--out", "nowhere"), "Run `kg build` first"),
        (("export", "--out", "graph.nt"), "Name the file to write by -o or --to"),
        (("view", "Gull", "--out", "a.html"), "Name the file to write by -o or --to"),
        (("explain", "Gull", "--out", "nowhere"), "Run `kg build` first"),
        (("view", "--out", "nowhere"), "Run `kg build` first"),
        (("validate", "--out", "nowhere"), "Run `kg build` first"),
        (("view", "Nobody"), "Nobody"),
        (("frobnicate",), "No such command"),
    ],
)
def test_wrong_use_is_told_and_is_status_2(kg: Kg, output: Path, words: tuple[str, ...], reason: str) -> None:
    ended = kg(*words)
    assert ended.status == 2
    assert ended.out == ""
    assert reason in ended.err
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("words", [("Brightwater", "sells", "Gull"), ("Brightwater sells Gull",), ("Gull",)])
def test_explain_shows_the_sentence_behind_a_fact(kg: Kg, output: Path, words: tuple[str, ...]) -> None:
    ended = kg("explain", *words)
    assert ended.status == 0
    assert "[Brightwater] [sells] [Gull]" in ended.out and "River news" in ended.out


@pytest.mark.parametrize("words", [("--to", "pages/a.html"), ("Gull", "-o", "pages/a.html")])
def test_view_writes_where_it_is_told_to(kg: Kg, output: Path, words: tuple[str, ...]) -> None:
    before = (output / "graph.html").exists()
    Path("pages").mkdir()
    ended = kg("view", *words)
    assert (ended.status, ended.out.strip()) == (0, "pages/a.html")
    assert "Brightwater" in Path("pages/a.html").read_text("utf-8")
    assert (output / "graph.html").exists() == before
    assert "No such file" in kg("view", "-o", "nowhere/a.html").err


def test_a_picture_is_known_by_its_ending_or_by_its_option(kg: Kg, output: Path) -> None:
    pytest.importorskip("PIL")
    assert kg("view", "-o", "a.PNG").status == kg("view", "--png", "-o", "picture").status == 0
    assert Path("a.PNG").read_bytes() == Path("picture").read_bytes()
    assert Path("picture").read_bytes().startswith(b"\x89PNG")


def test_json_has_two_ways_to_be_asked_for(kg: Kg, output: Path) -> None:
    assert kg("search", "Gull", "--format", "json").out == kg("search", "Gull", "--json").out != ""
    for words in (("query", "relations"), ("path", "Brightwater", "Gull"), ("timeline", "Gull")):
        assert kg(*words, "-f", "json").out == kg(*words, "--json").out != ""
    for command in ("contradictions", "stats"):
        assert kg(command, "-f", "json").out == kg(command, "--json").out != ""
    for form in ("json", "patch"):
        assert kg("diff", "output", "output", "-f", form).out == kg("diff", "output", "output", f"--{form}").out


def test_view_writes_a_page_and_prints_its_path(kg: Kg, output: Path) -> None:
    ended = kg("view")
    assert ended.out.strip() == "output/graph.html"
    assert "Brightwater" in Path("output/graph.html").read_text(encoding="utf-8")
    assert kg("view", "Otter Guild", "--hops", "1").out.strip() == "output/graph-Otter_Guild.html"


@pytest.mark.parametrize(
    ("words", "name", "opening"),
    [
        (("--query", "who-sells-what --seller Brightwater"), "graph-who_sells_what", '"why":"answer"'),
        (("--query", "SELECT ?s { ?s kg:sells ?o }"), "graph-SELECT", '"why":"answer"'),
        (("--document", "River news"), "graph-River_news", '"opening":"article=River_news-'),
        (("--since", "2020", "--until", "2040-05"), "graph-2020-2040_05", '"opening":"from=2020\\u0026to=2040-05"'),
        (("--min-confidence", "0.75"), "graph-0_75", '"opening":"confidence=75"'),
        (("--title", "Rivers & boats"), "graph", "<title>Rivers &amp; boats</title>"),
    ],
)
def test_a_page_can_open_on_a_part(kg: Kg, output: Path, words: tuple[str, ...], name: str, opening: str) -> None:
    ended = kg("view", *words)
    assert ended.status == 0 and ended.out.startswith(f"output/{name}")
    assert opening in Path(ended.out.strip()).read_text(encoding="utf-8")


def test_the_picture_can_be_a_file(kg: Kg, output: Path) -> None:
    assert kg("view", "--png").out.strip() == "output/graph.png"
    assert Path("output/graph.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--query", "who-sells-what --seller 'Otter"), "cannot be read"),
        (("--since", "yesterday"), "write it as 2025"),
        (
            ("--since", "2030"),
            "the graph tells of nothing in or after 2030, so there is nothing to draw; what it says is",
        ),
        (("--until", "2024", "--document", "River news"), "this article tells of nothing in or before 2024, so there"),
        (
            ("--since", "2026", "--until", "2027"),
            "nothing between 2026 and 2027, so there is nothing to draw; what it ",
        ),
        (("--document", "No such news"), "No such news"),
        (("--query", "ASK { ?s ?p ?o }"), "names no entity"),
    ],
)
def test_a_view_of_nothing_is_one_clear_line(kg: Kg, output: Path, words: tuple[str, ...], message: str) -> None:
    ended = kg("view", *words)
    assert ended.status == 2 and message in ended.err and "Traceback" not in ended.err


@pytest.mark.parametrize("words", [(), ("-f", "nt"), ("--format", "csv"), ("-f", "graphml")])
def test_export_prints_the_graph_or_writes_a_file(kg: Kg, output: Path, words: tuple[str, ...]) -> None:
    printed = kg("export", *words)
    assert printed.status == 0 and "Brightwater" in printed.out
    written = kg("export", *words, "--to", "written")
    assert written.out == "" and Path("written").read_bytes().decode() == printed.out


def test_validate_is_silent_about_a_whole_graph(kg: Kg, output: Path) -> None:
    ended = kg("validate")
    assert (ended.status, ended.out) == (0, "")
    assert "0 violations" in ended.err


def test_validate_asks_the_shapes_too(kg: Kg, output: Path) -> None:
    assert kg("validate", "--shacl").status == 0


@pytest.mark.parametrize(
    "harm", ["", "kg:a kg:b kg:c .", "@prefix kg: <https://example.org/kg/ontology#> . kg:a kg:b 1 ."]
)
def test_validate_tells_of_a_turtle_file_that_is_not_the_graph(kg: Kg, output: Path, harm: str) -> None:
    (output / "graph.ttl").write_text(harm)
    ended = kg("validate")
    assert ended.status == 1
    assert "graph.ttl is damaged or missing" in ended.out
    (output / "graph.ttl").unlink()
    assert kg("validate").out == ended.out


def test_validate_only_notes_a_turtle_file_of_an_earlier_graph(kg: Kg, output: Path) -> None:
    (output / "store" / "exports.json").write_text('{"graph.ttl": "0"}')
    ended = kg("validate")
    assert (ended.status, ended.out) == (0, "")
    assert "graph.ttl is missing, or is of an earlier graph: `kg export" in ended.err


def test_the_version_is_told(kg: Kg) -> None:
    ended = kg("--version")
    assert ended.status == 0 and ended.out.startswith("kg ")


def test_a_mistake_in_kg_toml_is_told(kg: Kg, output: Path) -> None:
    Path("kg.toml").write_text("colour = 1")
    ended = kg("query", SALES)
    assert ended.status == 2
    assert ended.err.startswith("kg: kg.toml: unknown option 'colour'")
