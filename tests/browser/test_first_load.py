"""A first visit stays light: people come over the last bars of a crowded network."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.benchmarks.first_load import page_bytes, shell_bytes

LIMIT_BYTES = 60_000


def test_the_first_visit_and_all_that_is_kept_for_later_stay_under_60_kb(
    browser: Browser, server: str
) -> None:
    page, shell = page_bytes(browser, server), shell_bytes(server)
    assert page > 5_000
    assert shell > 5_000
    assert page + shell <= LIMIT_BYTES
