"""A real Chromium: the one named by TIDEOVER_CHROMIUM, Debian's, else Playwright's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

DEBIAN = Path("/usr/bin/chromium")
# Chromium calls home, asks for keyrings and GPUs; none of that is there or wanted in a test.
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
    "--password-store=basic",
]
# WCAG 2.2, levels A and AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

Open = Callable[..., Page]


def launch_options() -> dict[str, Any]:
    """What Playwright needs to start the browser that is here."""
    chosen = os.environ.get("TIDEOVER_CHROMIUM", "") or (str(DEBIAN) if DEBIAN.exists() else "")
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS  # Chromium's sandbox refuses root
    return {"args": flags, **({"executable_path": chosen} if chosen else {})}


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """pytest-playwright's own fixture, with the browser that is here."""
    return {**browser_type_launch_args, **launch_options()}


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[Open]:
    """Opens a page of the served application in a context of its own; fails the test on script errors and
    on any request to another host. The service worker only runs where a test asks for it."""
    contexts, faults = [], []

    def open_(path: str = "/", **options: Any) -> Page:
        context = browser.new_context(
            base_url=server,
            **{"viewport": {"width": 320, "height": 700}, "service_workers": "block", **options},
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("request", lambda request: request.url.startswith(server) or faults.append(request.url))
        page.goto(path)
        return page

    yield open_
    cookies = [cookie["name"] for context in contexts for cookie in context.cookies()]
    for context in contexts:
        context.close()
    assert faults == []
    assert cookies == []


def check_accessible(page: Page) -> None:
    """No violation of WCAG 2.2 A or AA as far as axe can see, and nothing that scrolls sideways."""
    found = Axe().run(page, options={"runOnly": RULES}).response["violations"]
    assert [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in found] == []
    width = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert width[0] <= width[1]
