"""The SPARQL editor as a reader meets it, in a real Chromium."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver import ActionChains, Keys
from serve.server import Server, serving
from view.chromium import Browser, chromium

pytestmark = pytest.mark.browser
SELLERS = "SELECT ?s ?product { ?s kg:sells ?product }"
READY = "document.documentElement.dataset.ready === 'yes'"


@pytest.fixture(scope="module")
def server(river: Path) -> Iterator[Server]:
    with serving(river, "--timeout", "5", "--rows", "30") as started:
        yield started


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture
def editor(window: Browser, server: Server) -> Iterator[Browser]:
    """The editor, freshly opened; at the end it said nothing on the console and asked nobody else."""
    window.driver.get("about:blank")
    window.messages(), window.requests()
    window.driver.get(f"{server.address}/sparql")
    window.wait(READY)
    window.run("localStorage.clear()")
    yield window
    assert [message for message in window.messages() if "400 (Bad Request)" not in message] == []
    assert [url for url in window.requests() if not url.startswith((server.address, "blob:"))] == []


def ask(editor: Browser, query: str) -> None:
    """Type a query and run it by its keys."""
    box = "document.getElementById('query')"
    editor.run(f"({box}.value = arguments[0], {box}.focus())", query)
    ActionChains(editor.driver).key_down(Keys.CONTROL).send_keys(Keys.ENTER).key_up(Keys.CONTROL).perform()
    editor.wait(
        "document.getElementById('stop').hidden && document.getElementById('notice').textContent !== 'Asking …'"
    )


def test_a_query_of_ones_own_and_a_link_to_an_entity(editor):
    ask(editor, SELLERS)
    assert editor.text("#answer thead").split() == ["s", "product"]
    assert editor.text("#answer tbody").split() == ["ent:Brightwater", "ent:Gull"]
    assert editor.run("location.hash").startswith("#query=SELECT")
    editor.click_on("#answer a", "Brightwater")
    editor.wait("location.pathname === '/kg/entity/Brightwater'")
    editor.wait("document.readyState === 'complete'")
    assert editor.text("h1") == "Brightwater" and "Brightwater sells Gull" in editor.text("main")


def test_a_question_of_the_library(editor):
    editor.run("(document.querySelector(\"form[action$='who-sells-what']\").parentElement.open = true)")
    editor.run("(document.querySelector(\"form[action$='who-sells-what'] [name=seller]\").value = 'brightwater')")
    editor.click_on("form[action$='who-sells-what'] button", "Ask")
    editor.wait("document.querySelector('#answer tbody')")
    assert editor.text("#answer tbody").split("\t") == ["Brightwater", "Gull", "Ferrow County"]
    editor.click_on("form[action$='who-sells-what'] button", "Show SPARQL")
    assert "kg:sells" in editor.run("document.getElementById('query').value")
    ask(editor, editor.run("document.getElementById('query').value"))
    assert editor.text("#answer tbody").split("\t") == ["Brightwater", "Gull", "Ferrow County"]


def test_an_error_stands_under_the_caret(editor):
    ask(editor, "SELECT * {\n  ?s nowhere:x ?o\n}")
    assert "line 2" in editor.text("#fault")
    assert editor.run("document.getElementById('query').selectionStart") > len("SELECT * {")


def test_triples_a_yes_and_rows_that_were_cut(editor):
    ask(editor, "CONSTRUCT { ?s kg:sells ?o } WHERE { ?s kg:sells ?o }")
    assert editor.text("#answer tbody").split() == ["ent:Brightwater", "kg:sells", "ent:Gull"]
    ask(editor, "ASK { ?s kg:sells ?o }")
    assert editor.text("#answer") == "yes"
    ask(editor, "SELECT * { ?s ?p ?o }")
    assert "30 rows" in editor.text("#notice") and "there are more" in editor.text("#notice")


def test_markup_in_an_answer_stays_words(editor):
    evil = "<img src=x onerror=alert(1)>"
    iris = "(IRI('javascript:alert(1)') AS ?y) (IRI('https://example.org//e.example/') AS ?z)"
    ask(editor, f"SELECT ('{evil}' AS ?x) {iris} {{}}")
    assert evil in editor.text("#answer tbody")
    assert editor.run("document.querySelectorAll('#answer img').length") == 0
    hrefs = editor.run("[...document.querySelectorAll('#answer a')].map(a => a.href)")
    assert hrefs == ["https://example.org//e.example/"]
    ask(editor, f"CONSTRUCT {{ <urn:a> <urn:b> '''{evil} \"\\\\ \\n''' }} WHERE {{}}")
    assert evil in editor.text("#answer tbody")


def test_an_address_opens_with_its_query_and_history_is_kept(editor, server):
    ask(editor, SELLERS)
    address = editor.run("location.href")
    editor.driver.get("about:blank")
    editor.driver.get(address)
    editor.wait("document.querySelector('#answer tbody')")
    assert editor.run("document.getElementById('query').value") == SELLERS
    assert editor.run("[...document.getElementById('history').options].map(o => o.value)") == ["", SELLERS]
    editor.click_on("#forget")
    assert editor.run("document.getElementById('history').options.length") == 1


def test_an_answer_can_be_saved(editor, tmp_path):
    ask(editor, SELLERS)
    shown = editor.run("[...document.querySelectorAll('#saves button')].filter(b => !b.hidden).map(b => b.textContent)")
    assert shown == ["CSV", "TSV", "JSON"]
    folder = tmp_path.resolve()
    editor.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(folder)})
    editor.click_on("#saves button", "CSV")
    end = time.monotonic() + 10
    while not (folder / "answer.csv").is_file() and time.monotonic() < end:
        time.sleep(0.05)
    assert (folder / "answer.csv").read_text().splitlines()[0] == "s,product"
