"""A real Chromium: the one named by TIDEOVER_CHROMIUM, Debian's, else Playwright's own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page, expect

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
AXE = AXE_FILE_PATH.read_text(encoding="utf-8")
WIDTHS = (320, 768, 1280)
# A page that is right is right at once; one on a machine that does other work as well may take longer.
expect.set_options(timeout=30_000)
# WCAG 2.2, levels A and AA.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Plain words of Latin letters: Chinese breaks anywhere, and a very long word has to.
BROKEN_WORDS = """() => {
  const found = [], range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = texts.nextNode());) {
    if (text.parentElement.closest(".hidden, .skip, code, details:not([open]) > :not(summary)")) continue;
    for (const word of text.data.matchAll(/(?<!\\S)[\\p{Script=Latin}]{2,16}(?=[.,:;?!)]*(?!\\S))/gu)) {
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].map((each) => Math.round(each.top)));
      if (lines.size > 1) found.push(word[0]);
    }
  }
  return found;
}"""

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
    assert barriers(page, RULES) == []
    assert scrolls_sideways(page) == []


def check_on_every_screen(page: Page) -> None:
    """The same on a phone, a tablet and a desk, in light and dark. Of the rules only contrast depends on
    the colors, so the dark screens are asked for that alone."""
    found: list[Any] = []
    for scheme, rules in (("light", RULES), ("dark", ["color-contrast"])):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            seen = (*barriers(page, rules), *scrolls_sideways(page), *broken_words(page))
            found += [(width, scheme, each) for each in seen]
    assert found == []


def barriers(page: Page, rules: list[str]) -> list[Any]:
    """What axe finds: the rule, and the elements that break it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    violations = page.evaluate(
        "rules => axe.run({ runOnly: rules, resultTypes: ['violations'] }).then(found => found.violations)",
        rules,
    )
    return [(each["id"], [node["html"][:200] for node in each["nodes"]]) for each in violations]


def broken_words(page: Page) -> list[str]:
    """Words that stand on two lines because there is too little room for them; addresses may."""
    return cast(list[str], page.evaluate(BROKEN_WORDS))


def scrolls_sideways(page: Page) -> list[Any]:
    """The page's own width where it is wider than the screen."""
    wide, screen = page.evaluate(
        "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
    )
    return [f"{wide} px wide on {screen}"] if wide > screen else []
