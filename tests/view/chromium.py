"""A real Chromium, driven by selenium."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_QUIET = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-device-scale-factor=1",
]


class Browser:
    """One page in one window, and what it did."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(self, path: Path, address: str = "", *, width: int = 1440, height: int = 900, dark: bool = False) -> None:
        """Load a file and wait until its picture stands."""
        mobile = width < 600
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        calm = {"name": "prefers-reduced-motion", "value": "reduce"}
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme, calm]})
        self.driver.get("about:blank")
        self.messages(), self.requests()
        self.driver.get(path.resolve().as_uri() + address)
        self.wait("document.documentElement.dataset.ready")

    def run(self, script: str, *arguments: object) -> Any:
        """The value of an expression."""
        return self.driver.execute_script(f"return {script}", *arguments)

    def wait(self, script: str, *arguments: object, seconds: float = 20) -> Any:
        """The value of an expression as soon as it is true."""
        end = time.monotonic() + seconds
        while not (value := self.run(script, *arguments)):
            assert time.monotonic() < end, f"never true: {script}\n{self.messages()}"
            time.sleep(0.02)
        return value

    def press(self, keys: str) -> None:
        """Type on whatever has the focus."""
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(keys).perform()

    def click(self, x: float, y: float) -> None:
        """Press the mouse on a pixel."""
        for kind in ("mousePressed", "mouseReleased"):
            event = {"type": kind, "x": x, "y": y, "button": "left", "clickCount": 1}
            self.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)

    def click_on(self, selector: str, text: str = "") -> None:
        """Click the first element that matches, and holds the text if one is given."""
        script = "[...document.querySelectorAll(arguments[0])].find(e => e.textContent.includes(arguments[1])).click()"
        self.driver.execute_script(script, selector, text)

    def text(self, selector: str) -> str:
        """What an element says."""
        return str(self.run("document.querySelector(arguments[0]).innerText", selector))

    def messages(self) -> list[str]:
        """What the console said since the last call."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """What the page asked for since the last call."""
        entries = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        sent = [e["params"]["request"]["url"] for e in entries if e["method"] == "Network.requestWillBeSent"]
        return [url for url in sent if not url.startswith(("data:", "chrome:"))]


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """A window of Debian's Chromium or Chrome, with a fresh profile in the folder."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    program, driver_program = shutil.which("chromium") or shutil.which("google-chrome"), shutil.which("chromedriver")
    assert program and driver_program, "this needs Chromium: apt-get install chromium chromium-driver"
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in (*_QUIET, f"--user-data-dir={folder}"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(driver_program))
    try:
        yield Browser(driver)
    finally:
        driver.quit()
