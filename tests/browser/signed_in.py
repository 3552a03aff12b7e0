"""Signed-in pages in a real Chromium: a key of the served application, and signing in with it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from api.access.keys import Role
from api.services import Services

SignedIn = Callable[..., Page]


@pytest.fixture
def sign_in(browser: Browser, server: str, services: Services) -> Iterator[SignedIn]:
    """Signs in on a page of its own and waits there; fails the test on script errors and foreign requests."""
    contexts, faults = [], []

    def sign_in_(role: Role, path: str, **options: Any) -> Page:
        _, whole = services.keys.create(role, f"browser {role}")
        context = browser.new_context(
            base_url=server, **{"viewport": {"width": 1280, "height": 800}, **options}
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"script: {error}"))
        page.on("console", lambda line: "Content Security" in line.text and faults.append(line.text))
        page.on("request", lambda request: request.url.startswith(server) or faults.append(request.url))
        page.goto(path)
        enter(page, whole)
        page.wait_for_url(f"**{path}")
        return page

    yield sign_in_
    for context in contexts:
        context.close()
    assert faults == []


def enter(page: Page, key: str) -> None:
    """Paste the key and send it."""
    expect(page.get_by_label("Access key")).to_be_visible()
    page.get_by_label("Access key").fill(key)
    page.get_by_role("button", name="Sign in").click()
