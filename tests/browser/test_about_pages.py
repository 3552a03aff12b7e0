"""The status and privacy pages in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open


@pytest.mark.parametrize(
    ("language", "answer", "tab"),
    [("en", "last answer", "browser tab"), ("es", "última respuesta", "pestaña")],
)
def test_the_privacy_page_says_what_stays_on_the_device(
    open_page: Open, language: str, answer: str, tab: str
) -> None:
    page = open_page(f"/privacy?lang={language}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("main")).to_contain_text(answer)
    expect(page.locator("main")).to_contain_text(tab)


def test_the_plots_are_drawn_without_a_script(open_page: Open) -> None:
    page = open_page("/status", java_script_enabled=False, viewport={"width": 768, "height": 800})
    fresh = page.locator("rect.fresh")
    box = fresh.bounding_box()
    assert box is not None
    assert box["width"] > 50
    expect(page.locator(".banner")).to_contain_text("PRACTICE DATA")
    page.locator(".languages [lang=es]").click()
    expect(page.locator("h1")).to_contain_text("recientes")
