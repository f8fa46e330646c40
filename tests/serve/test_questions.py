"""The question library over HTTP."""

from __future__ import annotations

import csv
import io

import pytest
from serve.markup import Markup

HTML = {"accept": "text/html"}


def test_the_questions_are_listed(client):
    names = [each["name"] for each in client.get("/questions").json()]
    assert "who-sells-what" in names
    assert {f"/questions/{name}" for name in names} <= set(Markup(client.get("/questions", headers=HTML).text).links)


@pytest.mark.parametrize("accept", ["application/json", "*/*", "application/sparql-results+json"])
def test_a_question_is_answered_as_json(client, accept):
    found = client.get("/questions/who-sells-what?buyer=ferrow county", headers={"accept": accept}).json()
    (row,) = found["results"]["bindings"]
    assert [row[name]["value"] for name in ("seller", "product", "buyer")] == ["Brightwater", "Gull", "Ferrow County"]


def test_a_question_is_answered_as_csv(client):
    text = client.get("/questions/who-sells-what", headers={"accept": "text/csv"}).text
    assert list(csv.reader(io.StringIO(text)))[1] == ["Brightwater", "Gull", "Ferrow County"]


def test_a_reader_gets_a_form_and_a_table(client):
    page = Markup(client.get("/questions/who-sells-what?seller=Brightwater", headers=HTML).text)
    assert "Ferrow County" in page.text and page.faults == []
    assert 'value="Brightwater"' in page.page


def test_a_question_that_needs_a_name_asks_readers_for_it_and_tells_programs(client):
    assert client.get("/questions/profile", headers=HTML).status_code == 200
    response = client.get("/questions/profile")
    assert response.status_code == 400 and "--name" in response.text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/questions/who-sels-what", 404, "who-sells-what"),
        ("/questions/nosuch", 404, "/questions lists"),
        ("/questions/who-sells-what?sellr=X", 400, "seller"),
        ("/questions/who-sells-what?seller=Brightwatr", 404, "Brightwater"),
        ("/questions/who-sells-what?seller=a&seller=b", 400, "twice"),
        ("/questions/timeline?since=%27%7D", 400, ""),
    ],
)
@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_what_is_wrong_is_said(client, path, status, words, accept):
    response = client.get(path, headers={"accept": accept})
    assert response.status_code == status
    assert words in response.text


def test_empty_fields_of_a_form_count_as_left_out(client):
    assert client.get("/questions/who-sells-what?seller=&buyer=").status_code == 200
