"""What was cut is told in the headers, whatever the words of the query."""

from __future__ import annotations

import pytest

from kg.query import matching


def ask(client, words):
    escaped = words.replace("\\", "\\\\").replace('"', '\\"').replace("\r", "\\r").replace("\n", "\\n")
    query = f'SELECT ?s {{ ?s kg:matches "{escaped}" }}'
    return client.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"})


def test_a_search_that_was_cut_is_told(client, monkeypatch):
    monkeypatch.setattr(matching, "MOST", 1)
    answer = ask(client, "gull")
    assert answer.status_code == 200 and "only the best 1" in answer.headers["Warning"]
    assert "Warning" not in ask(client, "unsafe").headers


@pytest.mark.parametrize("words", ["gull\r\nX-Evil: 1", 'gull "', "gull 中", "gull \\", "\ufeffgull", "gull\x00"])
def test_no_words_break_out_of_a_header(client, monkeypatch, words):
    monkeypatch.setattr(matching, "MOST", 1)
    answer = ask(client, f"{words} -nothing")
    assert answer.status_code == 200
    assert "X-Evil" not in answer.headers and answer.headers.get("Warning", "").isascii()


@pytest.mark.parametrize("words", ["", "?!", "-gull", "x" * 2000])
def test_words_that_cannot_be_searched_for_are_a_mistake_of_the_client(client, words):
    assert ask(client, words).status_code == 400
