"""Takes the three pictures of the README: python docs/screenshots.py [graph.html]

Without a page it builds the sample articles first. Needs Chromium and the `dev` extra.
"""

from __future__ import annotations

import base64
import sys
import tempfile
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent / "tests"))

from view.chromium import Browser, chromium  # noqa: E402

SHOTS = (
    ("page-wide.png", 1440, 900, False),
    ("page-details.png", 1440, 900, True),
    ("page-mobile.png", 390, 844, True),
)


def main() -> None:
    """Write docs/page-wide.png, docs/page-details.png and docs/page-mobile.png."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(sys.argv[1]) if len(sys.argv) > 1 else _sample_page(Path(folder) / "output")
        with chromium(Path(folder) / "profile") as browser:
            for name, width, height, is_chosen in SHOTS:
                _shoot(browser, page, DOCS / name, width, height, is_chosen)


def _sample_page(out: Path) -> Path:
    import kg

    kg.build(out=out)
    return out / "graph.html"


def _shoot(browser: Browser, page: Path, target: Path, width: int, height: int, is_chosen: bool) -> None:
    """The page as it opens, or with its best connected entity chosen."""
    browser.open(page, width=width, height=height)
    if is_chosen:
        browser.click_on(".chips button")
    options = {"format": "png", "captureBeyondViewport": False}
    shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", options)
    target.write_bytes(base64.b64decode(shot["data"]))
    print(target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target)


if __name__ == "__main__":
    main()
