"""What is kept in memory follows the tables, whoever changed them."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlalchemy import Engine

from knowledge.emergencies import held
from knowledge.emergencies.drill import clear_drill, load_drill
from knowledge.emergencies.register import EmergencyRegister
from knowledge.places.gazetteer import Gazetteer
from tests.knowledge.emergencies.conftest import NOW
from tests.knowledge.emergencies.rows import activations_csv, openfema_csv, row, utc

AT = utc("2026-10-05T12:00")
GOVERNOR = "eo-1,governor_emergency,Executive Order 1,FL,12057,,2026-10-01,2026-10-20,Governor,https://x.org,"
PINELLAS = GOVERNOR.replace("12057", "12103")
EVIDENCE = "declaration.activation.eo-1"


def answer(register: EmergencyRegister, at: datetime = AT) -> str:
    return register.in_force("FL", "12057", at=at).answer


def test_an_import_of_another_process_is_in_the_next_answer(
    register: EmergencyRegister, engine: Engine, gazetteer: Gazetteer
) -> None:
    other = EmergencyRegister(engine, gazetteer, clock=lambda: NOW)
    assert (answer(register), register.evidence(EVIDENCE)) == ("unknown", None)
    other.import_declarations(openfema_csv(row()))
    assert answer(register) == "likely"
    other.import_activations(activations_csv(GOVERNOR))
    assert answer(register) == "yes"
    assert "Hillsborough" in register.evidence(EVIDENCE).quote  # type: ignore[union-attr]
    other.import_activations(activations_csv(PINELLAS))
    assert answer(register) == "likely"
    assert "Hillsborough" not in register.evidence(EVIDENCE).quote  # type: ignore[union-attr]


def test_the_drill_comes_and_goes(register: EmergencyRegister, engine: Engine) -> None:
    assert answer(register, NOW) == "unknown"
    load_drill(engine, NOW)
    assert answer(register, NOW) == "yes"
    clear_drill(engine)
    assert answer(register, NOW) == "unknown"


def test_one_answer_rests_on_one_version_and_the_next_on_the_newest(
    register: EmergencyRegister, engine: Engine, gazetteer: Gazetteer
) -> None:
    other = EmergencyRegister(engine, gazetteer, clock=lambda: NOW)
    other.import_activations(activations_csv(GOVERNOR))
    first = register.for_one_answer()
    assert answer(first) == "yes"
    other.import_activations(activations_csv(PINELLAS))
    assert answer(first) == "yes"
    second = register.for_one_answer()
    assert answer(second) == "unknown"
    assert "Pinellas" in second.evidence(EVIDENCE).quote  # type: ignore[union-attr]


def test_an_answer_looks_at_the_tables_once(
    register: EmergencyRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    version = held._version
    monkeypatch.setattr(held, "_version", lambda engine: looked.append(engine) or version(engine))
    once = register.for_one_answer()
    assert looked == []
    answer(once)
    once.program_active("epap", "FL", "12057", at=AT)
    once.evidence(EVIDENCE)
    assert len(looked) == 1
