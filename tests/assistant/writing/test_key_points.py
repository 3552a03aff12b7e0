"""Lines quoted from documents: what two documents say alike is said once."""

from __future__ import annotations

import pytest

from assistant.writing.key_points import _the_same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (
            "Your doctor can phone in this prescription to a pharmacy near you.",
            "Your doctor can phone in a prescription to a pharmacy near you.",
            True,
        ),
        ("EPAP gives 30 days of medicine free.", "EPAP gives 90 days of medicine free.", False),
        ("You may stop it before the visit today.", "You may not stop it before the visit today.", False),
        ("Bring your bottles.", "Bring a photo ID.", False),
    ],
)
def test_only_small_words_may_differ(one: str, other: str, same: bool) -> None:
    assert _the_same(one, other) is same
