"""Places and dates over real rows and the built-in table: what was active there, and why (cases in a CSV)."""

from __future__ import annotations

import csv
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.emergencies.built_in import load_built_in
from knowledge.emergencies.register import EmergencyRegister
from tests.knowledge.emergencies.conftest import NOW
from tests.knowledge.emergencies.rows import activations_csv

REAL = Path(__file__).parents[4] / "shared" / "data" / "openfema_declarations_tornado_to_2020.csv"
with (Path(__file__).parent / "cases" / "place_and_date.csv").open(encoding="utf-8", newline="") as file:
    CASES = list(csv.DictReader(file))


def load(register: EmergencyRegister, engine: Engine, table: str) -> None:
    if table in {"real", "both"}:
        if not REAL.exists():
            pytest.skip("the folder with real OpenFEMA rows is not here")
        register.import_declarations(REAL)
        register.import_activations(activations_csv())
    if table in {"built-in", "both"}:
        load_built_in(engine, NOW)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['table']} {c['state']} {c['at']}")
def test_case(register: EmergencyRegister, engine: Engine, case: dict[str, str]) -> None:
    load(register, engine, case["table"])
    answer = register.in_force(
        case["state"], case["county_fips"], case["zip"], at=datetime.fromisoformat(case["at"])
    )
    assert answer.answer == case["answer"], answer.reasons
    assert [d.id for d in answer.declarations] == [d for d in case["declarations"].split("|") if d]
    assert case["because"].lower() in " ".join(answer.reasons).lower()


def test_the_real_file_imports_whole_and_again_changes_nothing(
    register: EmergencyRegister, engine: Engine
) -> None:
    load(register, engine, "real")
    again = register.import_declarations(REAL)
    assert (again.accepted, again.added, again.updated, again.unchanged) == (841, 0, 0, 841)
    assert register.freshness().declarations.rows == 102
