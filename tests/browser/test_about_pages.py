"""The status and privacy pages in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open, check_accessible


@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("path", ["/status", "/privacy"])
@pytest.mark.parametrize(("language", "scheme"), [("en", "dark"), ("es", "light")])
def test_no_barrier_on_any_screen(open_page: Open, path: str, width: int, language: str, scheme: str) -> None:
    page = open_page(f"{path}?lang={language}", viewport={"width": width, "height": 800}, color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("h1")).to_be_visible()
    check_accessible(page)


def test_the_plots_are_drawn_without_a_script(open_page: Open) -> None:
    page = open_page("/status", java_script_enabled=False, viewport={"width": 768, "height": 800})
    fresh = page.locator("rect.fresh")
    box = fresh.bounding_box()
    assert box is not None
    assert box["width"] > 50
    expect(page.locator(".banner")).to_contain_text("PRACTICE DATA")
    page.locator(".languages [lang=es]").click()
    expect(page.locator("h1")).to_contain_text("recientes")
