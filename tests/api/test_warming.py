"""After the warm-up the garbage collector passes over all that is held until the server stops."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from api.application import warm_up
from api.services import Services


@pytest.fixture
def thawed() -> Iterator[None]:
    """Other tests go on as they began."""
    gc.unfreeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("thawed")
def test_what_stays_is_not_gone_through_again(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(services.assistant), "warm", lambda _: None)
    assert gc.get_freeze_count() == 0
    warm_up(services)
    assert gc.get_freeze_count() > 100_000
    # Left to go through: what came since.
    assert len(gc.get_objects()) < gc.get_freeze_count() / 10
