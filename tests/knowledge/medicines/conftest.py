"""One built-in vocabulary for all tests of this room: it never changes."""

from __future__ import annotations

import pytest

from knowledge.medicines.vocabulary import Vocabulary


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()
