"""One gazetteer for all tests of this room: it never changes."""

from __future__ import annotations

import pytest

from knowledge.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()
