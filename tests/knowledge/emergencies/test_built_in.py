"""The built-in table of recent disasters: sourced, honest about gaps, and outranked by real data."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sqlalchemy import Engine

from knowledge.emergencies.built_in import built_in_rows, load_built_in
from knowledge.emergencies.register import EmergencyRegister
from knowledge.folding import fold
from knowledge.places.gazetteer import Gazetteer
from tests.knowledge.emergencies.conftest import NOW
from tests.knowledge.emergencies.rows import openfema_csv, row, utc


def plain(name: str) -> str:
    return fold(name).replace(" ", "")


def test_every_row_has_a_source_a_date_and_a_word_on_completeness() -> None:
    for read in built_in_rows():
        assert read.source_url.startswith(("https://", "http://"))
        assert date.fromisoformat(read.checked) <= NOW.date().replace(month=12)
        assert read.note
        assert read.confidence in {"high", "medium", "low"}


def test_incomplete_lists_are_marked_low() -> None:
    for read in built_in_rows():
        assert read.note.startswith("Incomplete") == (read.confidence == "low")


def test_every_county_is_one_that_the_gazetteer_knows(gazetteer: Gazetteer) -> None:
    for read in built_in_rows():
        if read.area.reach == "county":
            place = gazetteer.by_county_fips(read.area.county_fips)
            assert place is not None, read
            assert place.state == read.state
            assert plain(place.county).startswith(plain(read.area.name.split(" (")[0])), read


def test_no_area_stands_twice() -> None:
    areas = Counter((r.id, r.area) for r in built_in_rows())
    assert max(areas.values()) == 1


def test_the_great_recent_disasters_are_there() -> None:
    ids = {r.id for r in built_in_rows()}
    assert {
        "DR-4332-TX", "DR-4337-FL", "DR-4339-PR", "DR-4399-FL", "DR-4407-CA", "DR-4559-LA", "DR-4611-LA",
        "DR-4673-FL", "DR-4724-HI", "DR-4798-TX", "DR-4827-NC", "DR-4828-FL", "DR-4829-SC", "DR-4830-GA",
        "DR-4832-TN", "DR-4834-FL", "DR-4856-CA",
    } <= ids  # fmt: skip


def test_it_does_not_make_the_table_count_as_loaded(register: EmergencyRegister, engine: Engine) -> None:
    load_built_in(engine, NOW)
    assert register.freshness().declarations.as_of is None
    assert register.in_force("VT", at=NOW).answer == "unknown"
    assert load_built_in(engine, NOW).added == 0


def test_real_data_replace_it_and_it_never_replaces_them(register: EmergencyRegister, engine: Engine) -> None:
    real = row(
        femaDeclarationString="DR-4834-FL",
        disasterNumber="4834",
        declarationTitle="HURRICANE MILTON",
        declarationDate="2024-10-11T00:00:00.000Z",
        incidentBeginDate="2024-10-05T00:00:00.000Z",
        incidentEndDate="2024-11-02T00:00:00.000Z",
    )
    load_built_in(engine, NOW)
    register.import_declarations(openfema_csv(real))
    load_built_in(engine, NOW)
    held = [d for d in register.active("FL", at=utc("2024-10-20T12:00"))[0] if d.id == "DR-4834-FL"]
    assert [a.county_fips for a in held[0].areas] == ["12057"]
    assert held[0].confidence == "high"
