"""The page as a reader meets it, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot
from pathlib import Path

import pytest
from view.chromium import Browser
from view.crowd import crowd
from view.evil import EVIL, evil

from kg.view.page import render, write
from kg.view.scene import compose

pytestmark = pytest.mark.browser
Open = Callable[..., Browser]
STATEMENTS, FACTS, ENTITIES = 126, 92, 67
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


def test_nothing_in_an_evil_graph_runs(browser: Browser, tmp_path: Path) -> None:
    content = evil()
    write(tmp_path / "evil.html", render(content, compose(content), EVIL[1]))
    browser.open(tmp_path / "evil.html", "#s=01234")
    for i in range(len(EVIL)):
        browser.driver.execute_script(f"location.hash = 'e={i}&s=01234'")
        browser.wait(f"location.hash.startsWith('#e={i}&') && document.querySelector('#details h2')")
        browser.driver.execute_script(f"location.hash = 'article={i}&s=01234&view=table'")
        browser.wait("document.querySelectorAll('#table tbody tr').length > 0")
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
