"""`kg:matches` in a query: what is found stands in its place, and the rest of the query as it was."""

from __future__ import annotations

import pytest
from graphs import article, graph, say
from pyoxigraph import Store

from kg import query
from kg.errors import QueryError
from kg.query import matching
from kg.query.matching import rewritten
from kg.query.words import Found, Hits

HITS = {"sentence": Hits((Found("urn:a", 2.5, "a"), Found("urn:b", 1.25, "b"))), "name": Hits(())}
FULL = "<https://example.org/kg/ontology#matches>"
VALUES = "VALUES ?s { <urn:a> <urn:b> }"


def search(words: str, most: int) -> dict[str, Hits]:
    return HITS


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{ ?s kg:matches "a" }', f"{{ {VALUES} }}"),
        ('{ ?s kg:matches "a" . ?s ?p ?o }', f"{{ {VALUES} . ?s ?p ?o }}"),
        ('{ ?s kg:matches "a"@en . }', f"{{ {VALUES} . }}"),
        ("{ ?s kg:matches '''a\nb''' }", f"{{ {VALUES}\n }}"),
        (f'{{ ?s {FULL} "a" }}', f"{{ {VALUES} }}"),
        ('{ ?s kg:matches "a" ; kg:quote ?q }', f"{{ {VALUES} ?s kg:quote ?q }}"),
        ('{ ?s kg:matches "a" ; . }', f"{{ {VALUES} . }}"),
        ('{ ?s kg:quote ?q ; kg:matches "a" }', f"{{ ?s kg:quote ?q  . {VALUES} }}"),
        ('{ ?s kg:begin 1 ; kg:matches "a" ; kg:quote ?q }', f"{{ ?s kg:begin 1  . {VALUES} ?s kg:quote ?q }}"),
        (
            '{ ?t kg:evidence/kg:matches "a" }',
            "{ ?t kg:evidence ?matches_1 . VALUES ?matches_1 { <urn:a> <urn:b> } }",
        ),
        (
            '{ ?t kg:evidence/kg:matches "a" ; a ?c }',
            "{ ?t kg:evidence ?matches_1 . VALUES ?matches_1 { <urn:a> <urn:b> } ?t a ?c }",
        ),
        ('{ (?s ?fit) kg:matches "a" }', "{ VALUES (?s ?fit) { (<urn:a> 2.500) (<urn:b> 1.250) } }"),
        ('{ VALUES ?w { "a" } ?s kg:matches ?w }', f'{{ VALUES ?w {{ "a" }} {VALUES} }}'),
        ('{ ?s kg:quote "kg:matches" } # kg:matches "a"', '{ ?s kg:quote "kg:matches" } # kg:matches "a"'),
        ('{ ?s other:matches "a" }', '{ ?s other:matches "a" }'),
        ('{ FILTER(?n > 1) ?s kg:quote ?q ; kg:matches "a" }', f"{{ FILTER(?n > 1) ?s kg:quote ?q  . {VALUES} }}"),
    ],
)
def test_a_search_becomes_what_it_finds(text, expected):
    assert rewritten(f"SELECT * {text}", search) == (f"SELECT * {expected}", ())


def test_a_prefix_of_ones_own_counts():
    start = "PREFIX k: <https://example.org/kg/ontology#> SELECT * "
    assert rewritten(start + '{ ?s k:matches "a" }', search)[0] == f"{start}{{ {VALUES} }}"
    other = 'PREFIX kg: <urn:other#> SELECT * { ?s kg:matches "a" }'
    assert rewritten(other, search)[0] == other


@pytest.mark.parametrize(
    "text",
    [
        "{ ?s kg:matches ?words }",
        "{ ?s kg:matches 7 }",
        '{ ?s kg:matches "a"^^xsd:string }',
        '{ ?s kg:matches "a" , "b" }',
        '{ <urn:a> kg:matches "a" }',
        '{ [] kg:matches "a" }',
        '{ <urn:a> kg:quote ?q ; kg:matches "a" }',
        "{ ?s kg:matches",
        'kg:matches "a"',
        '{ ?s kg:matches "a" } ' * (matching.MOST_SEARCHES + 1),
    ],
)
def test_a_search_that_is_not_written_as_it_must_be_is_told(text):
    with pytest.raises(QueryError, match="kg:matches"):
        rewritten(text, search)


def test_escapes_in_words_are_read():
    asked = []
    rewritten(r'{ ?s kg:matches "a \"b\" \u0063\t" }', lambda words, most: asked.append(words) or {})
    assert asked == ['a "b" c\t']


NEWS = article(
    "Harbour contract",
    "The port signed contracts with Brightwater. Marsh Watch opposes Brightwater. Marsh Watch fears contracts.",
    say("The port", "kgo:sign", "Brightwater", words="signed"),
    say("Marsh Watch", "kg:opposes", "Brightwater", 1),
)


@pytest.fixture(scope="module")
def news() -> Store:
    return graph(NEWS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('SELECT ?l { ?st kg:evidence/kg:matches "contract" ; rdfs:label ?l }', [{"l": "The port signs Brightwater"}]),
        (
            'SELECT ?q { (?s ?fit) kg:matches "contract" . ?s kg:quote ?q } ORDER BY DESC(?fit)',
            [{"q": "Marsh Watch fears contracts."}, {"q": "The port signed contracts with Brightwater."}],
        ),
        ('SELECT ?l { ?x kg:matches "marsh" ; kg:opposes/rdfs:label ?l }', [{"l": "Brightwater"}]),
        ('SELECT ?t { ?d kg:matches "harbour" ; dcterms:title ?t }', [{"t": "Harbour contract"}]),
        (
            'SELECT ?l { ?st kg:evidence ?e ; rdfs:label ?l FILTER NOT EXISTS { ?e kg:matches "port" } }',
            1,
        ),
        ('SELECT ?s { ?s kg:matches "absent" }', []),
    ],
)
def test_it_is_asked_through_the_door(news, text, expected):
    found = list(query.run(news, text))
    assert len(found) == expected if isinstance(expected, int) else found == expected


def test_a_file_of_ones_own_takes_the_words(news, tmp_path):
    file = tmp_path / "mine.rq"
    file.write_text(
        "# Who?\n# param: words ?w text! - what\nSELECT ?q { VALUES ?w { UNDEF } ?s kg:matches ?w ; kg:quote ?q }"
    )
    (row,) = query.run(news, str(file), {"words": 'port "signed contracts"'})
    assert row["q"].startswith("The port")


def test_what_is_cut_is_noted(news, monkeypatch):
    monkeypatch.setattr(matching, "MOST", 1)
    answer = query.ask(news, 'SELECT ?s { ?s kg:matches "contract" . ?s a kg:Sentence }')
    assert len(answer) == 1 and "only the best 1" in answer.notice


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('SELECT ?s {\n ?s kg:matches "port" ?x }', "line 2"),
        ('CONSTRUCT { ?s kg:matches "port" } { ?s ?p ?o }', "only where a WHERE"),
    ],
)
def test_mistakes_are_told_by_their_place_in_the_query_as_written(news, text, reason):
    with pytest.raises(QueryError, match=reason):
        query.ask(news, text)
