"""A real Chromium for journeys, on any width, with JavaScript on or off."""

import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEIGHT = 900


@pytest.fixture(scope="session")
def _chromium() -> Iterator[Browser]:
    """One browser for this process; each page gets a context of its own."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if not path:
        pytest.fail("Install Chromium (Debian: apt-get install chromium), or set CHROMIUM to its path.")
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def page(_chromium: Browser) -> Iterator[Callable[..., Page]]:
    """`page(width=1280, javascript=True, address=None)`: a fresh browser's page, as another person has it."""
    contexts = []

    def open_page(width: int = 1280, javascript: bool = True, address: str | None = None) -> Page:
        context = _chromium.new_context(
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=javascript,
            base_url=address,
            locale="en-GB",
            timezone_id="Europe/London",
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
