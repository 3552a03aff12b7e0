"""The built-in tables and the built-in vocabulary, loaded once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from knowledge.medicines.vocabulary import Vocabulary
from knowledge.rules.decision import RefillRules
from knowledge.rules.donation import DonationPrograms

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.fixture(scope="session")
def rules() -> RefillRules:
    return RefillRules.load()


@pytest.fixture(scope="session")
def programs() -> DonationPrograms:
    return DonationPrograms.load()


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()
