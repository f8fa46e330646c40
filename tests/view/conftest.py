"""A browser for the page's tests. Where there is none, these tests fail; they never skip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from view.chromium import Browser, chromium


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A window that is used again and again."""
    with chromium(tmp_path_factory.mktemp("chromium")) as window:
        yield window


@pytest.fixture(scope="session")
def news_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the invented harbour town."""
    from view.news import stores

    from kg.view.page import page, write

    path = tmp_path_factory.mktemp("page") / "graph.html"
    write(path, page(stores(), title="Ferries without a crew"))
    return path


@pytest.fixture
def news(browser: Browser, news_page: Path) -> Callable[..., Browser]:
    """Opens the page of the harbour town at some address in some window."""

    def opened(address: str = "", **window: Any) -> Browser:
        browser.open(news_page, address, **window)
        return browser

    return opened
