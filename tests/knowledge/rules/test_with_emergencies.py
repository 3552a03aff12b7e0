"""The register and the rules together: from a place and a date to the rule that applies there."""

from __future__ import annotations

from pathlib import Path

from knowledge.database import migrate, open_database
from knowledge.emergencies.built_in import load_built_in
from knowledge.emergencies.drill import load_drill
from knowledge.emergencies.register import EmergencyRegister
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer
from knowledge.rules.decision import RefillRules
from tests.knowledge.emergencies.rows import utc
from tests.knowledge.rules.conftest import NOW


def test_from_place_and_date_to_the_rule(tmp_path: Path, rules: RefillRules, vocabulary: Vocabulary) -> None:
    engine = open_database(f"sqlite:///{tmp_path / 'tideover.sqlite'}")
    migrate(engine)
    load_built_in(engine, NOW)
    load_drill(engine, NOW)
    register = EmergencyRegister(engine, Gazetteer.load())
    insulin = vocabulary.by_name("insulin glargine")

    drill = rules.decide("FL", insulin, NOW, register.in_force("FL", "", "33602", at=NOW))
    assert drill.applies is not None
    assert drill.applies.id == "FL.declared_emergency.1"
    assert [r.id for r in drill.beside] == ["FL.insulin.1"]
    assert "drill" in drill.reasons[0].lower()

    # Asked for the whole state, an order for four counties does not stand for all of it.
    assert register.in_force("FL", at=NOW).only_parts
    assert not register.in_force("FL", "", "33602", at=NOW).only_parts

    # An evacuee from Asheville at a pharmacy in Knoxville, a week after Helene.
    at = utc("2024-10-04T15:00")
    here = register.in_force("TN", "", "37902", at=at)
    home = register.in_force("NC", "", "28801", at=at)
    assert (here.answer, home.answer) == ("unknown", "likely")
    away = rules.decide("TN", insulin, at, here, home, "NC")
    assert away.applies is not None
    assert away.applies.id == "TN.declared_emergency.1"
    assert any("DR-4827-NC" in r for r in away.reasons)
    engine.dispose()
