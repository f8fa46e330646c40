"""Questions are read from their files, and their parameters are bound as terms."""

from __future__ import annotations

import pytest

from kg.errors import InvalidOntology, NotFound, QueryError
from kg.query.library import Parameter, bind, did_you_mean, library, parse, question, read

TEXT = """# Who grows what?
# help: Only facts.
# help: And no claims.
# param: grower ?s name! - who grows it
# param: crop ?c name - what is grown [all]
SELECT ?s ?c WHERE {
  VALUES ?s { UNDEF }
  VALUES ?c { UNDEF }
  ?s kg:grows ?c .
  ?c kg:near ?n .  # only with --crop
}
"""


def test_a_question_is_read_from_its_first_comments():
    asked = parse(TEXT, "who-grows-what")
    assert (asked.name, asked.title, asked.help) == ("who-grows-what", "Who grows what?", "Only facts. And no claims.")
    assert asked.parameters == (
        Parameter("grower", "s", "name", "who grows it", True),
        Parameter("crop", "c", "name", "what is grown", False, "all"),
    )


def test_values_stand_in_their_blocks_and_empty_blocks_go():
    query = bind(parse(TEXT), {"grower": ["<http://x/a>", "<http://x/b>"]})
    assert "VALUES ?s { <http://x/a> <http://x/b> }" in query
    assert "VALUES ?c" not in query and "kg:near" not in query


def test_a_line_for_a_parameter_stays_when_it_is_given():
    assert "kg:near" in bind(parse(TEXT), {"grower": ["<http://x/a>"], "crop": ["<http://x/b>"]})


def test_a_default_in_the_block_holds_until_another_value_comes():
    asked = parse(
        "# T\n# param: status ?s status - which [asserted]\nSELECT * { VALUES ?s { kg:Asserted } ?x kg:status ?s }"
    )
    assert "VALUES ?s { kg:Asserted }" in bind(asked, {})
    assert "VALUES ?s { kg:Denied }" in bind(asked, {"status": ["kg:Denied"]})


def test_a_value_with_signs_of_the_language_stays_a_value():
    asked = parse("# T\n# param: word ?w text - which\nSELECT * { VALUES ?w { UNDEF } ?x rdfs:label ?w }")
    evil = r'"x\" } SELECT \\1 {"'
    assert f"VALUES ?w {{ {evil} }}" in bind(asked, {"word": [evil]})


def test_what_is_required_is_asked_for():
    with pytest.raises(QueryError, match="--grower"):
        bind(parse(TEXT, "q"), {})


@pytest.mark.parametrize("line", ["grower name - x", "grower ?s thing - x", "Grower ?s name - x", "grower ?s name"])
def test_a_parameter_line_that_cannot_be_read_is_named(line):
    with pytest.raises(InvalidOntology, match="param"):
        parse(f"# T\n# param: {line}\nSELECT * {{}}")


def test_a_parameter_without_its_block_is_named():
    with pytest.raises(InvalidOntology, match="VALUES"):
        bind(parse("# T\n# param: a ?s name - x\nSELECT * {}"), {"a": ["<http://x/>"]})


def test_an_unknown_parameter_names_the_nearest():
    with pytest.raises(QueryError, match="Did you mean --grower"):
        parse(TEXT, "q").parameter("growr")


@pytest.mark.parametrize("name", ["who-sells-what", "Who Sells What", "who_sells_what", "who-sells-what.rq"])
def test_a_question_is_found_however_its_name_is_written(name):
    assert question(name).name == "who-sells-what"


def test_an_unknown_question_names_the_nearest():
    with pytest.raises(NotFound, match="Did you mean who-sells-what"):
        question("who-sell-what")
    with pytest.raises(NotFound, match="kg query"):
        question("zzz")


def test_a_file_that_is_no_text_is_named(tmp_path):
    (tmp_path / "x.rq").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(QueryError, match=r"x\.rq"):
        read(tmp_path / "x.rq")


def test_the_library_comes_by_name():
    names = [each.name for each in library()]
    assert names == sorted(names) and len(names) >= 17


def test_a_hint_is_given_only_for_what_is_near():
    assert did_you_mean("tabel", ["table", "csv"]) == " Did you mean table?"
    assert did_you_mean("zzz", ["table", "csv"]) == ""
