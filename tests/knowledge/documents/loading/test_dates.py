"""Dates in running text."""

from __future__ import annotations

import pytest

from knowledge.documents.loading.dates import copyright_of, first_date, published_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on March 5, 2026 at noon", "2026-03-05"),
        ("5 Sept. 2025", "2025-09-05"),
        ("9/14/2024", "2024-09-14"),
        ("since 2023-08-28", "2023-08-28"),
        ("February 30, 2026", ""),
        ("room 1906-2-1", ""),
    ],
)
def test_dates_are_read(text: str, iso: str) -> None:
    assert first_date(text) == iso


def test_a_copyright_line() -> None:
    assert copyright_of("Copyright © 2019-2024 Help Line, Inc. All rights reserved") == (
        "2024",
        "Help Line, Inc",
    )
    assert copyright_of("No such line") == ("", "")


def test_a_dateline_says_when_a_release_was_given_out() -> None:
    assert published_date("COLUMBIA, S.C., November 22, 2026 -- The fund said today") == "2026-11-22"
    assert published_date("SAN JUAN, Puerto Rico (March 3, 2026) – The fund said today") == "2026-03-03"
    assert published_date("Trucks left Columbia, S.C., on November 22, 2026 - and came back") == ""
