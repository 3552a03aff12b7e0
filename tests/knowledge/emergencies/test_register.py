"""The register: imports whole or not at all, and 'in force' as the contract fixes it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from knowledge.emergencies.drill import DRILL_DECLARATION, clear_drill, load_drill
from knowledge.emergencies.records import InForce
from knowledge.emergencies.register import EmergencyRegister
from knowledge.errors import BadInput, NotFound
from tests.knowledge.emergencies.conftest import NOW
from tests.knowledge.emergencies.rows import activations_csv, openfema_csv, row, utc

GOVERNOR = "eo-1,governor_emergency,Executive Order 1,FL,12103,,2026-10-05,2026-10-20,Governor,https://x.org,"
NOTHING = activations_csv()


def ask(register: EmergencyRegister, at: datetime, county: str = "12057", zip_code: str = "") -> InForce:
    return register.in_force("FL", county, zip_code, at=at)


def test_the_same_file_twice_changes_nothing(register: EmergencyRegister) -> None:
    data = openfema_csv(row(), row(fipsCountyCode="103", designatedArea="Pinellas (County)"))
    assert register.import_declarations(data).added == 2
    again = register.import_declarations(data)
    assert (again.accepted, again.added, again.updated, again.unchanged) == (2, 0, 0, 2)


def test_a_closed_and_reopened_incident(register: EmergencyRegister) -> None:
    register.import_declarations(openfema_csv(row(incidentEndDate="2026-10-03T00:00:00.000Z")))
    assert ask(register, utc("2027-02-01T12:00")).answer == "unknown"
    reopened = register.import_declarations(openfema_csv(row(lastRefresh="2026-11-21T10:00:00.000Z")))
    assert reopened.updated == 1
    assert ask(register, utc("2027-02-01T12:00")).answer == "likely"


def test_an_older_file_does_not_undo_newer_data(register: EmergencyRegister) -> None:
    register.import_declarations(openfema_csv(row(incidentEndDate="2026-10-03T00:00:00.000Z")))
    report = register.import_declarations(
        openfema_csv(
            row(lastRefresh="2026-10-02T10:00:00.000Z"),
            row(lastRefresh="2026-10-02T10:00:00.000Z", fipsCountyCode="103", designatedArea="Pinellas"),
        )
    )
    declarations, _ = register.active("FL", at=utc("2026-10-05T12:00"))
    assert str(declarations[0].ended) == "2026-10-03"
    assert len(declarations[0].areas) == 2
    assert "newer data" in report.warnings[0]


def test_a_bad_row_leaves_the_old_table(register: EmergencyRegister) -> None:
    register.import_declarations(openfema_csv(row()))
    with pytest.raises(BadInput):
        register.import_declarations(openfema_csv(row(fipsCountyCode="103"), row(declarationDate="x")))
    declarations, _ = register.active("FL", at=utc("2026-10-05T12:00"))
    assert [a.county_fips for a in declarations[0].areas] == ["12057"]


def test_an_import_that_breaks_off_leaves_nothing(register: EmergencyRegister) -> None:
    def break_off(_rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        register.import_declarations(openfema_csv(row()), progress=break_off)
    assert register.freshness().declarations.rows == 0
    assert register.freshness().declarations.as_of is None


def test_a_file_that_is_not_there(register: EmergencyRegister) -> None:
    with pytest.raises(NotFound):
        register.import_declarations(Path("no-such-file.csv"))


@pytest.mark.parametrize(
    ("at", "answer"),
    [
        ("2026-10-01T03:59:59", "no"),  # before its day begins in Florida it does not exist
        ("2026-10-01T04:00:00", "likely"),
        ("2027-03-31T03:59:59", "likely"),  # 180 days after it was declared is March 30, both ends included
        ("2027-03-31T04:00:00", "unknown"),  # and by then the tables are too old to say no
    ],
)
def test_the_window_of_a_declaration_without_an_end(
    register: EmergencyRegister, at: str, answer: str
) -> None:
    register.import_declarations(openfema_csv(row()))
    register.import_activations(NOTHING)
    assert ask(register, utc(at)).answer == answer


@pytest.mark.parametrize(("at", "answer"), [("2026-12-05T04:59:59", "likely"), ("2026-12-05T05:00:00", "no")])
def test_ninety_days_after_the_end(register: EmergencyRegister, at: str, answer: str) -> None:
    ended = row(
        declarationDate="2026-09-01T00:00:00.000Z",
        incidentBeginDate="2026-08-30T00:00:00.000Z",
        incidentEndDate="2026-09-05T00:00:00.000Z",
    )
    register.import_declarations(openfema_csv(ended))
    register.import_activations(NOTHING)
    assert ask(register, utc(at)).answer == answer


def test_no_needs_both_tables_and_fresh_ones(register: EmergencyRegister) -> None:
    at = utc("2026-11-22T12:00")
    assert ask(register, at, "12103").answer == "unknown"
    register.import_declarations(openfema_csv(row()))
    assert ask(register, at, "12103").answer == "unknown"
    register.import_activations(NOTHING)
    assert ask(register, at, "12103").answer == "no"
    assert ask(register, NOW + timedelta(days=31), "12103").answer == "unknown"


def test_an_old_file_imported_today_is_still_an_old_file(register: EmergencyRegister) -> None:
    register.import_declarations(openfema_csv(row(lastRefresh="2026-10-02T10:00:00.000Z")))
    register.import_activations(NOTHING)
    answer = ask(register, NOW, "12103")
    assert answer.answer == "unknown"
    assert any("October 2, 2026" in r for r in answer.reasons)


@pytest.mark.parametrize(
    ("at", "answer"),
    [
        ("2026-10-05T03:59:59", "no"),
        ("2026-10-05T04:00:00", "yes"),
        ("2026-10-21T03:59:59", "yes"),
        ("2026-10-21T04:00:00", "no"),
    ],
)
def test_the_governor_s_days_are_whole_days_in_florida(
    register: EmergencyRegister, at: str, answer: str
) -> None:
    register.import_declarations(openfema_csv(row()))
    register.import_activations(activations_csv(GOVERNOR))
    assert ask(register, utc(at), "12103").answer == answer


@pytest.mark.parametrize("kind", ["epap", "part_d", "public_health_emergency", "payer_relief"])
def test_a_program_alone_never_puts_an_emergency_in_force(register: EmergencyRegister, kind: str) -> None:
    register.import_declarations(openfema_csv(row()))
    register.import_activations(activations_csv(f"p-1,{kind},Program,FL,,,2026-10-01,,HHS,https://x.org,"))
    at = utc("2026-10-10T12:00")
    assert ask(register, at, "12103").answer == "no"
    assert ask(register, at, "12057").answer == "likely"
    assert [a.id for a in register.program_active(kind, "FL", "12103", at=at)] == ["p-1"]


def test_a_board_notice_alone_is_enough(register: EmergencyRegister) -> None:
    register.import_activations(
        activations_csv("b-1,board_notice,Notice,FL,,,2026-10-01,,Board,https://x.org,")
    )
    assert ask(register, utc("2026-10-10T12:00")).answer == "yes"


def test_epap_by_zip_code(register: EmergencyRegister) -> None:
    register.import_activations(activations_csv("e-1,epap,EPAP,FL,,33602,2026-10-01,,HHS,https://x.org,"))
    at = utc("2026-10-10T12:00")
    assert register.program_active("epap", "FL", "", "33602", at=at)
    assert register.program_active("epap", "FL", "12057", at=at)
    assert not register.program_active("epap", "FL", "", "33701", at=at)


def test_a_row_for_the_whole_country(register: EmergencyRegister) -> None:
    register.import_activations(activations_csv("d-1,part_d,Part D,,,,2026-10-01,,CMS,https://x.org,"))
    assert register.program_active("part_d", "HI", at=utc("2026-10-10T12:00"))


def test_fire_grants_never_count_for_people(register: EmergencyRegister) -> None:
    fire = row(femaDeclarationString="FM-9002-FL", disasterNumber="9002", declarationType="FM")
    register.import_declarations(openfema_csv(fire))
    register.import_activations(NOTHING)
    at = utc("2026-10-10T12:00")
    answer = ask(register, at)
    assert answer.answer == "no"
    assert any("fire grant" in r for r in answer.reasons)
    assert [d.kind for d in register.active("FL", "12057", at=at)[0]] == ["FM"]


def test_tribal_areas_are_listed_and_match_no_county(register: EmergencyRegister) -> None:
    register.import_declarations(
        openfema_csv(
            row(fipsCountyCode="000", placeCode="6400", designatedArea="Big Cypress Indian Reservation")
        )
    )
    register.import_activations(NOTHING)
    at = utc("2026-10-10T12:00")
    answer = ask(register, at)
    assert answer.answer == "no"
    assert any("Big Cypress Indian Reservation" in r and "by name only" in r for r in answer.reasons)
    assert register.active("FL", "12057", at=at)[0][0].areas[0].tribal


def test_statewide_rows_cover_every_county(register: EmergencyRegister) -> None:
    register.import_declarations(
        openfema_csv(row(fipsCountyCode="000", placeCode="0", designatedArea="Statewide"))
    )
    assert ask(register, utc("2026-10-10T12:00"), "12086").answer == "likely"


def test_a_state_alone_counts_any_county_and_names_it(register: EmergencyRegister) -> None:
    register.import_declarations(openfema_csv(row()))
    answer = register.in_force("Florida", at=utc("2026-10-10T12:00"))
    assert answer.answer == "likely"
    assert "Hillsborough County" in answer.reasons[0]


def test_a_zip_code_stands_for_its_county(register: EmergencyRegister) -> None:
    register.import_declarations(openfema_csv(row()))
    assert ask(register, utc("2026-10-10T12:00"), "", "33602").answer == "likely"


def test_a_zip_code_without_a_known_county_cannot_be_ruled_out(register: EmergencyRegister) -> None:
    register.import_declarations(openfema_csv(row()))
    register.import_activations(NOTHING)
    answer = ask(register, utc("2026-10-10T12:00"), "", "00000")
    assert answer.answer == "unknown"
    assert any("ZIP 00000" in r for r in answer.reasons)


def test_a_county_that_changed_its_code(register: EmergencyRegister) -> None:
    shannon = row(
        femaDeclarationString="DR-9003-SD",
        disasterNumber="9003",
        state="SD",
        fipsStateCode="46",
        fipsCountyCode="113",
        designatedArea="Shannon (County)",
    )
    register.import_declarations(openfema_csv(shannon))
    assert register.in_force("SD", "46102", at=utc("2026-10-10T12:00")).answer == "likely"


@pytest.mark.parametrize(
    ("state", "county", "zip_code"),
    [("ZZ", "", ""), ("", "", ""), ("GA", "12057", ""), ("FL", "1205", ""), ("FL", "", "3360")],
)
def test_an_unknown_place_is_bad_input(
    register: EmergencyRegister, state: str, county: str, zip_code: str
) -> None:
    with pytest.raises(BadInput):
        register.in_force(state, county, zip_code, at=NOW)


def test_a_time_without_offset_is_bad_input(register: EmergencyRegister) -> None:
    with pytest.raises(BadInput):
        register.in_force("FL", at=datetime(2026, 10, 10))  # noqa: DTZ001


def test_the_file_decides_for_the_activations_that_it_names(register: EmergencyRegister) -> None:
    other = GOVERNOR.replace("eo-1", "eo-2")
    wide = GOVERNOR.replace("12103", "12057")
    register.import_activations(activations_csv(GOVERNOR, wide, other))
    again = register.import_activations(activations_csv(GOVERNOR, wide, other))
    assert (again.added, again.updated, again.unchanged) == (0, 0, 3)
    narrowed = register.import_activations(activations_csv(GOVERNOR.replace("2026-10-20", "2026-10-25")))
    assert (narrowed.updated, narrowed.warnings) == (
        1,
        ("1 areas that the file no longer names were removed.",),
    )
    at = utc("2026-10-10T12:00")
    assert {a.id for a in register.active("FL", "12103", at=at)[1]} == {"eo-1", "eo-2"}
    assert not register.active("FL", "12057", at=at)[1]


def test_the_drill_is_going_on_whenever_it_is_loaded(register: EmergencyRegister, engine: Engine) -> None:
    for at in (NOW, utc("2028-02-29T03:00")):
        load_drill(engine, at)
        for zip_code in ("33602", "33701", "34652", "34205"):
            answer = register.in_force("FL", "", zip_code, at=at)
            assert answer.answer == "yes"
            assert all(d.sample for d in answer.declarations)
            assert all("drill" in r.lower() for r in answer.reasons)
        assert register.in_force("FL", "12086", at=at).answer == "unknown"
        assert register.program_active("epap", "FL", "", "33602", at=at)
    assert register.freshness().drill_loaded
    assert register.freshness().declarations.rows == 0
    clear_drill(engine)
    assert not register.freshness().drill_loaded
    assert register.evidence(f"declaration.{DRILL_DECLARATION}") is None
    assert register.in_force("FL", "12057", at=NOW).answer == "unknown"


def test_evidence_names_the_dates_and_areas(register: EmergencyRegister) -> None:
    register.import_declarations(openfema_csv(row()))
    register.import_activations(activations_csv(GOVERNOR))
    declaration = register.evidence("declaration.DR-9001-FL")
    assert declaration is not None
    assert "Hillsborough County" in declaration.quote
    assert "October 1, 2026" in declaration.quote
    assert declaration.url == "https://www.fema.gov/disaster/9001"
    activation = register.evidence("declaration.activation.eo-1")
    assert activation is not None
    assert "Pinellas County, FL" in activation.quote
    assert register.evidence("declaration.DR-1-XX") is None


def test_freshness_says_what_is_held(register: EmergencyRegister) -> None:
    empty = register.freshness()
    assert (empty.declarations.as_of, empty.activations.as_of) == (None, None)
    register.import_declarations(openfema_csv(row()), name="file.csv")
    held = register.freshness().declarations
    assert (held.rows, held.source, held.newest) == (1, "file.csv", "2026-10-01")
    assert held.as_of == utc("2026-11-20T10:00")
    assert held.imported_at == NOW
