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

SHOTS = (  # file, address, width, height
    ("page-wide.png", "", 1440, 900),
    ("page-details.png", "#pair=Civic_Liberty_Project%7CSentira", 1440, 900),
    ("page-mobile.png", "#e=Civic_Liberty_Project", 390, 844),
)


def main() -> None:
    """Write docs/page-wide.png, docs/page-details.png and docs/page-mobile.png."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(sys.argv[1]) if len(sys.argv) > 1 else _sample_page(Path(folder) / "output")
        with chromium(Path(folder) / "profile") as browser:
            for name, address, width, height in SHOTS:
                browser.open(page, address, width=width, height=height)
                _shoot(browser, DOCS / name)


def _sample_page(out: Path) -> Path:
    import kg

    kg.build(out=out)
    return out / "graph.html"


def _shoot(browser: Browser, target: Path) -> None:
    """What the window shows, as a file."""
    options = {"format": "png", "captureBeyondViewport": False}
    shot = browser.driver.execute_cdp_cmd("Page.captureScreenshot", options)
    target.write_bytes(base64.b64decode(shot["data"]))
    print(target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target)


if __name__ == "__main__":
    main()
