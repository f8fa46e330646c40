"""The page as a reader meets it, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from math import hypot
from pathlib import Path
from urllib.parse import parse_qsl

import pyoxigraph as ox
import pytest
from graphs import article, graph, say
from view.chromium import Browser
from view.crowd import crowd
from view.evil import EVIL, evil
from view.news import stores

from kg.asking.contradictions import contradictions
from kg.model import DocumentKind, Literal
from kg.notebook import Page
from kg.query.library import bind, question
from kg.store import select
from kg.view.content import KG
from kg.view.gather import read_content
from kg.view.page import Start, composed, render, write
from kg.view.page import page as page_of
from kg.view.scene import compose

pytestmark = pytest.mark.browser
Open = Callable[..., Browser]
STATEMENTS, FACTS, ENTITIES = 126, 92, 66
KEYS = {"enter": "\ue007", "escape": "\ue00c", "tab": "\ue004", "right": "\ue014", "down": "\ue015"}


def test_one_request_no_word_on_the_console_and_ready_at_once(news: Open, news_page: Path) -> None:
    page = news()
    assert page.requests() == [news_page.resolve().as_uri()]
    assert page.messages() == []
    assert int(page.run("document.documentElement.dataset.ready")) < 4000  # a second on two quiet cores


def test_the_line_below_says_how_much_is_drawn(news: Open) -> None:
    page = news()
    drawn, lines = page.run("kgPage.drawn()"), page.run("kgPage.lines()")
    assert page.text("#shown").startswith(f"{len(drawn)} of {ENTITIES} entities and ")
    assert len(drawn) == len(set(drawn)) and {name for line in lines for name in line[:2]} == set(drawn)
    assert page.run("document.querySelector('#picture canvas').width") > 300


def test_what_somebody_says_of_a_proposition_stands_in_whole_words(browser: Browser, tmp_path: Path) -> None:
    praise = say("Gull", "kg:describedAs", Literal("safe"), by="Ada Voss", negative=True)
    text = "Ada Voss of Brightwater denies that Gull is safe."
    write(tmp_path / "a.html", page_of(graph(article("Deal", text, praise, say("Ada Voss", "kg:denies", praise)))))
    for name, head, told in (
        ("Ada_Voss", "denies:", "Gull described as safe"),
        ("Gull", "← denies:", "Ada Voss: Gull described as safe"),
    ):
        browser.open(tmp_path / "a.html", f"#e={name}")
        assert f"{head} {told} " in " ".join(browser.text("#details").split())
        browser.click_on("#details dd button", told)
        assert text in browser.text("#details")


def test_a_relation_agrees_with_a_subject_that_is_several(browser: Browser, tmp_path: Path) -> None:
    suit = article("Suit", "two men sued Gull.", say("two men", "kg:sues", "Gull"), published="2025-03-01")
    news = graph(suit, unnamed=("two men",))
    write(tmp_path / "a.html", page_of(news))
    for address in ("#e=Gull", "#view=timeline", "#view=table"):
        browser.open(tmp_path / "a.html", address)
        assert "two men sue Gull" in " ".join(browser.text("main").split())


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1920, 1080), (1100, 800), (390, 844)])
def test_no_name_lies_on_another_and_nothing_is_cut_off(news: Open, width: int, height: int) -> None:
    page = news(width=width, height=height)
    boxes = [(name["text"], *name["box"]) for name in page.run("kgPage.names()")]
    met = [
        (a[0], b[0])
        for i, a in enumerate(boxes)
        for b in boxes[:i]
        if a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]
    ]
    assert met == []
    assert len(boxes) >= (len(page.run("kgPage.drawn()")) if width >= 1440 else 20)
    assert page.run("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("width", "height"), [(390, 844), (360, 740)])
@pytest.mark.parametrize("address", ["", "#e=Norrbank"])
def test_on_a_phone_no_name_lies_on_a_symbol(news: Open, width: int, height: int, address: str) -> None:
    page = news(address, width=width, height=height)
    names, symbols = page.run("kgPage.names()"), page.run("kgPage.symbols()")
    assert len(names) > 15 and len(symbols) < ENTITIES / 2
    covered = [
        (name["text"], symbol["name"])
        for name in names
        for symbol in symbols
        if not name["line"] and name["text"] != symbol["name"] and _lies_on(name["box"], symbol)
    ]
    assert covered == []


def _lies_on(box: list[float], symbol: dict[str, float]) -> bool:
    """Whether the letters in a box cover some of a round shape."""
    left, top, right, bottom = box
    x, y = (
        max(left + 3 - symbol["x"], symbol["x"] - right + 3, 0),
        max(top + 3 - symbol["y"], symbol["y"] - bottom + 3, 0),
    )
    return hypot(x, y) < symbol["r"] * 0.8


def test_the_address_of_what_a_phone_shows_more_opens_it_again(news: Open) -> None:
    page = news(width=390, height=844)
    shown = page.run("kgPage.drawn()")
    page.driver.execute_script("location.hash = '#e=herring_stocks'")
    page.wait("kgPage.drawn().includes('herring stocks')")
    again = news(page.run("location.hash"), width=390, height=844)
    assert "herring stocks" not in shown and "herring stocks" in again.run("kgPage.drawn()")


def test_facts_only_until_claims_are_switched_on(news: Open) -> None:
    page = news()
    before = page.run("kgPage.lines().length")
    assert page.run("kgPage.state().passed") < STATEMENTS
    page.click_on("#statuses button", "Claimed")
    page.click_on("#statuses button", "Denied")
    page.click_on("#statuses button", "Not realised")
    assert page.run("kgPage.state().passed") == STATEMENTS
    assert page.run("kgPage.lines().length") > before
    assert "statements that are no facts" in page.text("#shown")


def test_from_search_to_the_sentence(news: Open) -> None:
    page = news()
    page.press("/")
    page.press("harbour w")
    assert "Harbour Watch" in page.text("#found")
    page.press(KEYS["enter"])
    details = page.text("#details")
    assert "Harbour Watch" in details and "Harbour Watch opposes the sale." in details
    assert page.run("document.querySelector('#details mark.me').textContent") == "Harbour Watch"
    assert page.run("location.hash") == "#e=Harbour_Watch"


def test_an_alias_or_a_part_without_accents_is_found(news: Open) -> None:
    page = news()
    page.press("/")
    page.press("zzz")
    assert "No name and no sentence has" in page.text("#found")


def test_a_click_on_the_pixel_of_an_entity_opens_it(news: Open) -> None:
    page = news()
    page.click(*page.run("kgPage.pixel('Mara Linde')"))
    page.wait("document.querySelector('#details h2').textContent === 'Mara Linde'")
    assert "← Overview" in page.text("#details")


def free_line(page: Browser) -> tuple[str, str, float, float]:
    """A line whose middle lies clear of names, nodes and other lines, and that middle."""
    lines = [(a, b) for a, b, _, _ in page.run("kgPage.lines()")]
    at = {name: page.run("kgPage.pixel(arguments[0])", name) for name in page.run("kgPage.drawn()")}
    left, top = page.run("(b => [b.left, b.top])(document.getElementById('picture').getBoundingClientRect())")
    boxes = [name["box"] for name in page.run("kgPage.names()")]
    for a, b in lines:
        x, y = (at[a][0] + at[b][0]) / 2, (at[a][1] + at[b][1]) / 2
        if (b, a) in lines or any(covers(box, x - left, y - top) for box in boxes):
            continue
        if min(hypot(x - p, y - q) for p, q in at.values()) < 35:
            continue
        if all(apart(x, y, *at[c], *at[d]) > 12 for c, d in lines if (c, d) != (a, b)):
            return a, b, x, y
    raise AssertionError("no line lies free")


def covers(box: list[float], x: float, y: float) -> bool:
    """Whether a point lies in a box or hard by it."""
    return box[0] < x + 8 and x - 8 < box[2] and box[1] < y + 8 and y - 8 < box[3]


def apart(x: float, y: float, a: float, b: float, c: float, d: float) -> float:
    """From a point to a stretch between two points."""
    share = max(0.0, min(1.0, ((x - a) * (c - a) + (y - b) * (d - b)) / ((c - a) ** 2 + (d - b) ** 2)))
    return hypot(x - a - share * (c - a), y - b - share * (d - b))


def test_a_click_on_the_pixel_of_a_line_opens_both_ends(news: Open) -> None:
    page = news()
    one, other, x, y = free_line(page)
    page.click(x, y)
    title = "document.querySelector('#details h2').textContent"
    page.wait(f"{title}.includes(arguments[0]) && {title}.includes(arguments[1])", one, other)
    assert page.run("document.querySelectorAll('#details blockquote').length") > 0


def test_a_stance_is_said_in_words(news: Open) -> None:
    page = news("#pair=Harbour_Watch|Skylark")
    assert "opposes: Halden Marine sells" in [name["text"] for name in page.run("kgPage.names()")]
    assert "https://example.org" not in page.text("#details")


@pytest.mark.parametrize(
    ("entity", "words"),
    [
        ("Lodestar", "claimed by Petra Salm"),
        ("Lodestar", "denied by Halden Marine"),
        ("herring_stocks", "feared by Fishermen's Association"),
        ("Petrel", "demanded by Harbour Watch"),
        ("Mara_Linde", "stated by the article"),
    ],
)
def test_status_stands_in_words(news: Open, entity: str, words: str) -> None:
    page = news(f"#e={entity}")
    assert words in page.text("#details")


def test_each_sentence_stands_once_with_its_statements_beneath(news: Open) -> None:
    page = news("#e=Ines_Okafor")
    quotes = page.run("[...document.querySelectorAll('#details blockquote')].map(e => e.textContent)")
    assert len(quotes) == len(set(quotes))
    several = "Math.max(...[...document.querySelectorAll('#details .statements')].map(e => e.children.length))"
    assert page.run(several) >= 3


def test_source_links_are_web_addresses(news: Open) -> None:
    page = news("#e=Skylark")
    links = page.run("[...document.querySelectorAll('#details a')].map(a => [a.protocol, a.rel])")
    assert links and all(link == ["https:", "noopener noreferrer"] for link in links)


def test_filters_change_what_is_counted(news: Open) -> None:
    page = news()
    before = len(page.run("kgPage.drawn()"))
    page.click_on("#filters label input", "")  # the first kind
    after = page.run("kgPage.drawn()")
    assert len(after) < before
    assert page.text("#shown").startswith(f"{len(after)} of ")
    page.click_on("#crumbs button[aria-label^=Undo]")
    assert len(page.run("kgPage.drawn()")) == before


def test_table_rows_are_statements(news: Open) -> None:
    page = news()
    page.press("t")
    rows = page.run("document.querySelectorAll('#table tbody tr').length")
    assert rows == page.run("kgPage.state().passed")
    page.click_on("#statuses button", "Denied")
    assert page.run("document.querySelectorAll('#table tbody tr').length") == rows + 7
    page.click_on("#table th button", "Status")
    page.click_on("#table th button", "Status")
    assert "stated by the article" in page.text("#table tbody tr")


def test_the_shortest_path_shows_a_sentence_for_every_step(news: Open) -> None:
    page = news("#e=Lena_Forsberg")
    page.click_on("#details button", "Path to")
    page.press("coast guard")
    page.press(KEYS["enter"])
    assert "steps, the shortest way" in page.text("#details")
    assert page.run("document.querySelectorAll('#details .way > li').length") == 6
    assert page.run("[...document.querySelectorAll('.way > li')].every(e => e.querySelector('blockquote'))")


def test_focus_leaves_the_near_ones(news: Open) -> None:
    page = news("#e=Norrbank")
    page.press("o")
    assert set(page.run("kgPage.drawn()")) == {"Norrbank", "Port Marrow", "Volta Cells", "Tidewater Cables", "Norvik"}
    page.click_on("#crumbs button", "2 hops")
    assert len(page.run("kgPage.drawn()")) > 8


def test_an_address_brings_everything_back_and_so_does_the_back_button(news: Open) -> None:
    page = news("#e=Norrbank&focus=Norrbank%7C1&s=01&view=table")
    assert page.run("kgPage.state().view") == "table"
    assert page.run("document.querySelector('#details h2').textContent") == "Norrbank"
    page.click_on("#details button.entity", "Norvik")
    page.wait("document.querySelector('#details h2').textContent === 'Norvik'")
    page.driver.back()
    page.wait("document.querySelector('#details h2').textContent === 'Norrbank'")


def test_by_keyboard_alone_from_load_to_a_sentence(news: Open) -> None:
    page = news()
    page.press(KEYS["tab"])
    page.press(KEYS["enter"])
    assert page.run("document.activeElement.id") == "picture"
    page.press(KEYS["right"])
    assert page.run("document.querySelector('#details blockquote').textContent.length") > 20
    first = page.text("#details h2")
    page.press(KEYS["down"])
    assert page.text("#details h2") != first or page.press(KEYS["right"]) is None
    page.press(KEYS["escape"])
    assert page.text("#details h2") == "Start here"


def test_questions_are_answered_from_the_data(news: Open) -> None:
    page = news()
    page.click_on(".questions button", "Who sells what")
    assert "Halden Marine sells Skylark to Port Marrow" in " ".join(page.text("#details").split())
    page.click_on("#details button", "Overview")
    page.click_on(".questions button", "disagree")
    assert "denied by Civic List" in page.text("#disagreements")
    assert "claimed by Lena Forsberg" in page.text("#disagreements")


@pytest.mark.parametrize("dark", [False, True])
def test_text_has_contrast(news: Open, dark: bool) -> None:
    page = news("#e=Skylark&s=0123", dark=dark)
    script = (Path(__file__).parent / "contrast.js").read_text()
    assert page.driver.execute_script(script) == []


def test_every_control_has_a_name_and_every_id_is_one(news: Open) -> None:
    page = news("#e=Skylark")
    unnamed = """[...document.querySelectorAll('button, input, a')].filter(e => !(e.textContent.trim()
      || e.getAttribute('aria-label') || (e.labels && e.labels.length))).map(e => e.outerHTML.slice(0, 80))"""
    assert page.run(unnamed) == []
    assert page.run("(i => i.length - new Set(i).size)([...document.querySelectorAll('[id]')].map(e => e.id))") == 0


STATES = {
    "start": "",
    "entity": "#e=Skylark&s=0123",
    "table": "#view=table",
    "articles": "#view=articles",
    "text": "#view=articles&text=TEXT",
    "timeline": "#view=timeline&s=0123",
    "disagreements": "#view=disagreements",
    "question": "#question=who-said-what",
    "groups": "#colour=group",
}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_no_violation(news: Open, state: str, dark: bool) -> None:
    axe = (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")
    page = news()
    text = page.run("kgPage.documents()[0]")
    page = news(STATES[state].replace("TEXT", text), dark=dark)
    page.driver.execute_script(axe)
    page.driver.set_script_timeout(60)
    script = """const done = arguments[0]; axe.run(document).then(found => done(
      found.violations.map(v => [v.id, ...v.nodes.slice(0, 3).map(node => node.html.slice(0, 120))])))"""
    assert page.driver.execute_async_script(script) == []


def test_what_has_the_focus_is_seen(news: Open) -> None:
    page = news()
    for _ in range(6):
        page.press(KEYS["tab"])
        look = "(s => [s.outlineStyle, parseFloat(s.outlineWidth)])(getComputedStyle(document.activeElement))"
        style, width = page.run(look)
        assert style != "none" and width >= 2


@pytest.mark.parametrize("view", ["picture", "table", "articles", "timeline", "disagreements"])
def test_at_twice_the_size_nothing_is_cut_off(news: Open, view: str) -> None:
    page = news(f"#view={view}&e=Skylark", width=720, height=450)
    assert page.run("document.documentElement.scrollWidth") <= 720


def test_the_article_is_shown_as_it_was_written(news: Open) -> None:
    page = news("#view=articles")
    assert page.run("document.querySelectorAll('#articles tbody tr').length") == 12
    page.click_on("#articles button.entity", "Port Marrow buys ferries")
    shown = page.run(
        "[...document.querySelectorAll('#articles [data-sentence]')].map(e => { const copy ="
        " e.cloneNode(true); copy.querySelectorAll('button').forEach(b => b.remove()); return copy.textContent; })"
    )
    text = next(
        card.text for card in read_content(stores()).documents.values() if card.title.startswith("Port Marrow buys")
    )
    assert " ".join(shown) == text
    assert "one statement was read from every sentence" in page.text(
        "#articles"
    ) or "no statement was read" in page.text("#articles")


def test_from_the_text_to_the_graph_and_back(news: Open) -> None:
    page = news("#view=articles")
    page.click_on("#articles button.entity", "Port Marrow buys ferries")
    page.click_on("#articles .mention", "Mara Linde")
    assert page.text("#details h2") == "Mara Linde"
    assert page.run(
        "[...document.querySelectorAll('#articles .mention.me')].every(e => e.textContent === 'Mara Linde')"
    )
    page.click_on("#details button", "Show in picture")
    assert page.run("!document.getElementById('picture').hidden") and "Mara Linde" in page.run("kgPage.drawn()")
    page.click_on("#details footer button", "sentence 2")
    assert "signed at North Quay" in page.text("#articles .chosen")
    assert page.text("#details h2") == "Sentence 2"
    page.click_on("#articles .said-count")
    assert "Halden Marine is selling" in page.text("#details blockquote")
    page.driver.back()
    page.wait("document.querySelector('#details h2').textContent === 'Sentence 2'")


def test_the_timeline_tells_what_is_new_between_two_days(news: Open) -> None:
    page = news("#view=timeline&from=2031-06-01&to=2031-06-30")
    days = page.run("[...document.querySelectorAll('#timeline .day > h3')].map(e => e.textContent)")
    assert days and all(day.endswith("Jun 2031") for day in days)
    assert "no earlier article made in these days" in page.text("#timeline")
    page = news("#view=timeline&days=told&s=0123")
    assert (
        page.text("#timeline").index("2019")
        < page.text("#timeline").index("20 Jun 2031")
        < page.text("#timeline").index("Sep 2031")
    )


def _leases() -> ox.Store:
    """What is told of stretches of time with two ends, one, and none."""
    deeds = article(
        "Leases",
        "Halden sold Gull in May 2024. Halden has owned Loom since 2019. Halden owned Dam until May 2020. "
        "Halden owns Mill.",
        say("Halden", "kg:sells", "Gull", time=("in May 2024", "2024-05-01", "2024-05-31")),
        say("Halden", "kg:owns", "Loom", 1, time=("since 2019", "2019-01-01", None)),
        say("Halden", "kg:owns", "Dam", 2, time=("until May 2020", None, "2020-05-31")),
        say("Halden", "kg:owns", "Mill", 3),
        published="2025-03-09",
    )
    return graph(deeds)


def test_times_are_no_more_precise_than_the_text(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path / "leases.html", page_of(_leases()))
    browser.open(tmp_path / "leases.html", "#view=timeline&days=told")
    days = browser.run("[...document.querySelectorAll('#timeline .day > h3')].map(e => e.textContent)")
    assert days == ["since 2019", "until May 2020", "May 2024"]
    browser.open(tmp_path / "leases.html", "#view=table&sort=4")
    cells = browser.run("[...document.querySelectorAll('#table tbody td:nth-child(5)')].map(e => e.textContent)")
    assert cells == [*days, ""]  # the day of the article is not when the mill was owned
    browser.open(tmp_path / "leases.html", "#e=Halden")
    assert "until May 2020" in browser.text("#details")


def test_a_day_can_be_typed(news: Open) -> None:
    page = news("#view=timeline")
    field = page.driver.find_element("css selector", "#timeline input[data-day=from]")
    field.send_keys("06012031")
    assert "from=2031-06-01" in page.run("location.hash")
    assert page.run("document.activeElement.dataset.day") == "from"


def test_disagreements_stand_side_by_side(news: Open) -> None:
    page = news("#view=disagreements")
    left, right = page.run(
        "[...document.querySelector('.sides').children].map(e => e.getBoundingClientRect()).map(r => [r.left, r.top])"
    )
    assert left[0] < right[0] and left[1] == right[1]
    assert page.run("document.querySelectorAll('#disagreements .versus').length") == page.run("kgPage.disagreements()")


def test_all_kinds_of_disagreement_are_shown_and_counted_as_in_the_terminal(browser: Browser, tmp_path: Path) -> None:
    holders = [article(f"News {n}", f"{who} leads Gull.", say(who, "kg:chiefExecutiveOf", "Gull"))
               for n, who in enumerate(("Ada", "Bo"))]  # fmt: skip
    sales = [article(f"Deal {n}", f"Ada {word} Loom.", say("Ada", "kg:sells", "Loom", negative=word != "sells"))
             for n, word in enumerate(("sells", "sells today", "denies"))]  # fmt: skip
    store = graph(*holders, *sales)
    write(tmp_path / "page.html", page_of(store))
    browser.open(tmp_path / "page.html", "#view=disagreements")
    assert contradictions(store).number == browser.run("kgPage.disagreements()") == 3
    assert "Two where there is one at a time" in browser.text("#disagreements")


def test_questions_are_answered_as_the_library_answers_them(news: Open) -> None:
    page, store = news(), stores()
    facts = {(s["seller"], s.get("product", ""), s.get("buyer", "")) for s in answered(store, "who-sells-what")}
    sold = page.run("kgPage.answers('who-sells-what')")
    assert {row[0] for row in facts} == {line.split(" sells")[0] for line in sold}
    assert contradictions(store).number == page.run("kgPage.disagreements()")
    only = {row["what"] for row in answered(store, "only-claimed")}
    assert len(only) <= len(page.run("kgPage.answers('only-claimed')"))


def answered(store: ox.Store, name: str) -> list[dict[str, str]]:
    """The rows of a question without its options."""
    rows = select(store, bind(question(name), {}))
    names = [variable.value for variable in rows.variables]
    return [{name: row[name].value for name in names if row[name] is not None} for row in rows]


def test_answers_can_be_narrowed_by_words(news: Open) -> None:
    page = news("#question=who-said-what")
    page.driver.execute_script("document.querySelector('.narrow input').focus()")
    page.press("petra lodestar")
    found = page.run("[...document.querySelectorAll('#details .answer')].map(e => e.textContent)")
    assert found and all("Petra Salm" in answer or "Lodestar" in answer for answer in found)
    page.press(" nosuchword")
    assert "No answer has these words" in page.text("#details")


def test_the_question_how_two_are_connected_asks_for_both(news: Open) -> None:
    page = news()
    page.click_on(".questions button", "connected")
    for name in ("norrb", "skyl"):
        page.press(name)
        page.press(KEYS["enter"])
    assert "the shortest way" in page.text("#details") and "Norrbank to Skylark" in page.text("#details h2")


def test_what_one_says_about_another(news: Open) -> None:
    page = news("#e=Petra_Salm")
    page.click_on("#details .chip", "Lodestar")
    assert page.text("#details h2") == "Petra Salm on Lodestar"
    assert "claimed by Petra Salm" in page.text("#details")


FULL = (
    "e=Norrbank&focus=Norrbank%7C2&s=012&no-type=Concept&no-relation=supports&confidence=10&from=2031-01-01"
    "&to=2031-12-31&view=timeline&sort=3-&days=told&colour=group&hide=Kestra&add=herring_stocks"
)


def test_an_address_holds_all_that_a_reader_chose(news: Open) -> None:
    page = news(f"#{FULL}")
    page.click_on("#as-table")
    page.click_on("#as-timeline")
    kept, asked = (dict(parse_qsl(text)) for text in (page.run("location.hash")[1:], FULL))
    assert {name: value for name, value in kept.items() if name != "add"} == {
        n: v for n, v in asked.items() if n != "add"
    }


def test_expanding_is_undone_by_collapsing_and_by_going_back(news: Open) -> None:
    page = news("#e=Port_Marrow&s=0123")
    before = set(page.run("kgPage.drawn()"))
    page.click_on("#details button", "Collapse")
    fewer = set(page.run("kgPage.drawn()"))
    assert fewer < before and "drop=" in page.run("location.hash")
    page.click_on("#details button", "Expand")
    assert set(page.run("kgPage.drawn()")) == before
    page.driver.back()
    page.wait("kgPage.drawn().length === arguments[0]", len(fewer))


def test_lines_between_the_same_two_lie_apart(news: Open) -> None:
    page = news("#s=0123")
    between: dict[frozenset[str], list[float]] = {}
    for a, b, _, bend in page.run("kgPage.lines()"):
        between.setdefault(frozenset((a, b)), []).append(bend if a < b else -bend)
    assert max(map(len, between.values())) > 1
    assert all(len(set(bends)) == len(bends) for bends in between.values())


def test_groups_have_colours_and_names(news: Open) -> None:
    page = news()
    page.click_on("#filters button", "Group")
    names = page.run("[...document.querySelectorAll('.groups button')].map(e => e.textContent)")
    assert len(names) > 2 and any("Halden Marine" in name for name in names)
    assert "colour=group" in page.run("location.hash")


def test_only_what_several_articles_say(news: Open) -> None:
    page = news()
    before = page.run("kgPage.state().passed")
    page.driver.execute_script(
        "const s = document.querySelector('#filters select'); s.value = '2'; s.dispatchEvent(new Event('change'))"
    )
    assert 0 < page.run("kgPage.state().passed") < before
    assert "sources=2" in page.run("location.hash")


def test_turtle_of_the_view_holds_facts_of_the_graph_and_no_claim_as_a_fact(news: Open) -> None:
    page, store = news("#s=0123"), stores()
    triples = list(ox.parse(page.run("kgPage.turtle()"), format=ox.RdfFormat.TURTLE))
    relations = {q.predicate for q in triples if q.predicate.value.startswith((KG, "https://example.org/kg/open#"))}
    facts = {
        (q.subject, q.predicate, q.object)
        for q in triples
        if q.predicate in relations and isinstance(q.subject, ox.NamedNode) and "/entity/" in q.subject.value
    }
    known = {(q.subject, q.predicate, q.object) for q in store}
    assert len([fact for fact in facts if fact in known]) > 60
    assert {fact for fact in facts - known if not isinstance(fact[2], ox.BlankNode)} == set()
    sentences = {q.subject for q in triples if q.predicate.value == f"{KG}quote"}
    assert all(next(store.quads_for_pattern(sentence, None, None), None) for sentence in sentences)


def test_the_query_of_the_view_runs_on_the_graph(news: Open) -> None:
    page = news("#e=Skylark&s=01&confidence=10")
    assert len(list(stores().query(page.run("kgPage.sparql()")))) > 3


def test_a_finger_opens_an_entity(news: Open) -> None:
    page = news(width=390, height=844)
    x, y = page.run("kgPage.pixel('Halden Marine')")
    for kind, points in (("touchStart", [{"x": x, "y": y}]), ("touchEnd", [])):
        page.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    page.wait("document.querySelector('#details h2').textContent === 'Halden Marine'")


def test_search_finds_relations_and_sentences_too(news: Open) -> None:
    page = news()
    page.press("/")
    page.press("oppos")
    page.press(KEYS["enter"])
    assert page.text("#details h2") == "“opposes”"
    page = news()
    page.press("/")
    page.press("signed at")
    page.press(KEYS["enter"])
    assert "signed at North Quay" in page.text("#articles .chosen")


def test_on_paper_stand_picture_and_details(news: Open) -> None:
    page = news("#e=Skylark")
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = [page.run("getComputedStyle(document.querySelector(arguments[0])).display", part) for part in PARTS]
    page.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert [kind == "none" for kind in shown] == [True, True, False, False]


PARTS = ("#filters", ".tools", "#picture", "#details")


def test_all_that_is_known_of_one_can_be_reached(browser: Browser, tmp_path: Path) -> None:
    names = [f"Port {chr(65 + i)}" for i in range(20)]
    text = " ".join(f"Halden uses {name}." for name in names) + " Halden is big."
    uses = [say("Halden", "kg:uses", name, i) for i, name in enumerate(names)]
    values = [say("Halden", "kg:describedAs", Literal(f"firm of {name}"), 20) for name in names]
    claims = [say(name, "kg:uses", "Halden", i, by="Halden", cue="said") for i, name in enumerate(names)]
    aliases = {f"H{name}": "Halden" for name in names}
    others = [say(alias, "kg:uses", "Port A", 20) for alias in aliases]
    many = article("Ports", f"{text} {' '.join(aliases)}.", *uses, *values, *claims, *others)
    write(tmp_path / "many.html", page_of(graph(many, aliases=aliases)))
    browser.open(tmp_path / "many.html", "#e=Halden")
    for _ in range(8):
        more = "[...document.querySelectorAll('#details button.quiet')].find(e => / more/i.test(e.textContent))"
        browser.run(f"({more} || document.body).click()")
    shown = browser.text("#details")
    assert all(name in browser.text("#details .ends") for name in names)
    assert all(f"firm of {name}" in browser.text("#details dl") for name in names)
    assert all(name in browser.text("#details .chips") for name in names)
    assert all(alias in shown for alias in aliases)


def test_a_file_of_triples_is_no_article(browser: Browser, tmp_path: Path) -> None:
    deal = article("Deal", "Halden sells Gull.", say("Halden", "kg:sells", "Gull"))
    row = say("Halden", "kg:owns", "Gull", rule="given")
    register = article("register.ttl", "Halden owns Gull .", row, kind=DocumentKind.DATA)
    write(tmp_path / "data.html", page_of(graph(deal, register)))
    browser.open(tmp_path / "data.html")
    assert browser.text("h1") == "What 1 article and 1 data file say"
    assert browser.text("#counts").endswith("1 article and 1 data file")
    assert "1 article and 1 data file" in browser.text("#details")


def test_a_notebook_shows_the_page_in_a_frame(browser: Browser, tmp_path: Path) -> None:
    content, scene = composed(stores())
    frame = Page(content, scene, "News")._repr_html_()
    (tmp_path / "notebook.html").write_text(f"<html lang=en data-ready=1><title>n</title>{frame}", encoding="utf-8")
    browser.open(tmp_path / "notebook.html")
    browser.driver.switch_to.frame(0)
    browser.wait("document.documentElement.dataset.ready")
    assert "entities" in browser.text("#shown")
    browser.driver.switch_to.default_content()
    assert browser.messages() == []


def test_a_page_of_one_article_opens_on_it_and_lets_go_of_it(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path / "one.html", page_of(stores(), Start(document="What the Salm report found")))
    browser.open(tmp_path / "one.html")
    assert browser.text("#details h2") == "What the Salm report found"
    few = browser.run("kgPage.state().passed")
    browser.click_on("#crumbs button[aria-label^=Undo]")
    assert browser.run("kgPage.state().passed") > few > 0


def test_nothing_in_an_evil_graph_runs(browser: Browser, tmp_path: Path) -> None:
    content = evil()
    write(tmp_path / "evil.html", render(content, compose(content), EVIL[1]))
    browser.open(tmp_path / "evil.html", "#s=01234")
    for i in range(len(EVIL)):
        browser.driver.execute_script(f"location.hash = 'e={i}&s=01234'")
        browser.wait(f"location.hash.startsWith('#e={i}&') && document.querySelector('#details h2')")
        browser.driver.execute_script(f"location.hash = 'article={i}&s=01234&view=table'")
        browser.wait("document.querySelectorAll('#table tbody tr').length > 0")
        for view in ("articles", "timeline", "disagreements"):
            browser.driver.execute_script(f"location.hash = 'text={i}&s=0123&view={view}'")
            browser.wait(f"!document.getElementById('{view}').hidden && document.querySelector('#{view} .scroll')")
    list(ox.parse(browser.run("kgPage.turtle()"), format=ox.RdfFormat.TURTLE))
    assert browser.run("window.broken") is None
    assert browser.run("Object.prototype.broken") is None
    hrefs = browser.run("[...document.querySelectorAll('a')].map(a => a.protocol)")
    assert set(hrefs) <= {"https:", "http:", "file:"}
    assert browser.run("document.querySelectorAll('#details script, #table script, img').length") == 0
    assert browser.messages() == []
    assert len(browser.requests()) == 1


def test_the_policy_bites(news: Open) -> None:
    page = news()
    page.driver.execute_script("""
      const script = document.createElement('script'), image = new Image();
      script.textContent = 'window.broken = 1';
      document.body.append(script);
      image.src = 'https://example.org/x.png'; document.body.append(image);""")
    page.wait("true")
    assert page.run("window.broken") is None
    refused = [message for message in page.messages() if "Content Security Policy" in message]
    assert len(refused) >= 2


def test_five_thousand_entities_are_ready_soon_and_all_are_found(browser: Browser, tmp_path: Path) -> None:
    content = crowd(5000, 7500)
    write(tmp_path / "crowd.html", render(content, compose(content), "Crowd"))
    browser.open(tmp_path / "crowd.html")
    assert int(browser.run("document.documentElement.dataset.ready")) < 6000  # 1.5 s on two quiet cores
    assert 90 < len(browser.run("kgPage.drawn()")) <= 150
    last = max(content.entities.values(), key=lambda card: card.iri).label
    browser.press("/")
    browser.press(last)
    browser.press(KEYS["enter"])
    assert browser.text("#details h2") == last
    assert last in browser.run("kgPage.drawn()")


def test_expanding_never_draws_more_than_the_limit(browser: Browser, tmp_path: Path) -> None:
    content = crowd(3000, 9000)
    write(tmp_path / "crowd.html", render(content, compose(content, limit=300), "Crowd"))
    browser.open(tmp_path / "crowd.html", "#s=0123")
    browser.click_on(".chips button", "Alder Works")
    for _ in range(4):
        browser.click_on("#details button", "Expand")
    assert 250 < len(browser.run("kgPage.drawn()")) <= 300
