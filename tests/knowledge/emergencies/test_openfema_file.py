"""OpenFEMA files in every form that people have them in, and what is said about broken ones."""

from __future__ import annotations

import json

import pytest

from knowledge.emergencies.openfema_file import read_rows
from knowledge.errors import BadInput
from tests.knowledge.emergencies.rows import openfema_csv, row


def forms() -> dict[str, bytes]:
    rows = [row(), row(fipsCountyCode="103", placeCode="99103", designatedArea="Pinellas (County)")]
    return {
        "csv": openfema_csv(*rows),
        "csv with a byte order mark": b"\xef\xbb\xbf" + openfema_csv(*rows),
        "the API's object": json.dumps({"metadata": {}, "DisasterDeclarationsSummaries": rows}).encode(),
        "array": json.dumps(rows, indent=1).encode(),
        "lines": "\n".join(json.dumps(r) for r in rows).encode(),
        "other case": openfema_csv(*({k.upper(): v for k, v in r.items()} for r in rows)),
        "unpadded": openfema_csv(row(fipsCountyCode="57.0"), row(fipsCountyCode="103", designatedArea="P")),
        "without place codes": openfema_csv(
            *({k: v for k, v in r.items() if k != "placeCode"} for r in rows)
        ),
    }


@pytest.mark.parametrize("form", forms())
def test_every_form_gives_the_same_areas(form: str) -> None:
    rows = read_rows(forms()[form])
    assert [r.area.county_fips for r in rows] == ["12057", "12103"]
    assert {r.id for r in rows} == {"DR-9001-FL"}


def test_null_and_boolean_values_of_the_api() -> None:
    record: dict[str, object] = {
        **row(),
        "incidentEndDate": None,
        "tribalRequest": False,
        "disasterNumber": 9001,
    }
    assert read_rows(json.dumps([record]).encode())[0].ended is None


def test_a_renamed_column_is_named_with_its_new_name() -> None:
    renamed = {("declaration_date" if k == "declarationDate" else k): v for k, v in row().items()}
    with pytest.raises(BadInput) as caught:
        read_rows(openfema_csv(renamed))
    assert [e.field for e in caught.value.errors] == ["declarationDate"]
    assert "declaration_date" in caught.value.message


def test_every_missing_column_is_named() -> None:
    kept = {k: v for k, v in row().items() if k not in {"state", "incidentEndDate"}}
    with pytest.raises(BadInput) as caught:
        read_rows(json.dumps([kept]).encode())
    assert [e.field for e in caught.value.errors] == ["state", "incidentEndDate"]


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"femaDeclarationString": "DR-9001-ZZ", "state": "ZZ"}, "state", "unknown state 'ZZ'"),
        ({"state": "GA"}, "state", "contradicts"),
        ({"femaDeclarationString": "4834"}, "femaDeclarationString", "not like DR-4834-FL"),
        ({"femaDeclarationString": "XX-9001-FL", "declarationType": "XX"}, "declarationType", "unknown"),
        ({"declarationDate": ""}, "declarationDate", "empty"),
        ({"declarationDate": "last week"}, "declarationDate", "not a date"),
        ({"incidentEndDate": "2026-09-01T00:00:00.000Z"}, "incidentEndDate", "before it begins"),
        ({"fipsCountyCode": "12057"}, "fipsCountyCode", "up to 3 digits"),
        ({"fipsCountyCode": "-5"}, "fipsCountyCode", "digits"),
        ({"declarationTitle": " "}, "declarationTitle", "empty"),
        ({"designatedArea": "x" * 500}, "designatedArea", "longer"),
    ],
)
def test_a_bad_row_is_named_with_line_and_reason(changes: dict[str, str], column: str, words: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_rows(openfema_csv(row(), row(**changes)))
    error = caught.value.errors[0]
    assert (error.field, error.row) == (column, 3)
    assert words in error.message
    assert "Nothing was imported" in caught.value.message


def test_fema_s_own_two_old_fire_grants_that_end_before_they_begin_are_kept() -> None:
    old = row(
        femaDeclarationString="FS-2199-FL",
        disasterNumber="2199",
        declarationType="FS",
        incidentBeginDate="1998-05-20T00:00:00.000Z",
        incidentEndDate="1998-05-13T00:00:00.000Z",
    )
    read = read_rows(openfema_csv(old))[0]
    assert read.odd_dates
    assert read.ended is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n",
        b"\xff\xfe\x00",
        b"{not json",
        b"[1, 2]",
        b"[]",
        b'{"DisasterDeclarationsSummaries": []}',
    ],
)
def test_what_is_no_such_file_gets_a_sentence(data: bytes) -> None:
    with pytest.raises(BadInput) as caught:
        read_rows(data)
    assert caught.value.message.endswith(".")


@pytest.mark.parametrize(
    ("area", "place_code", "reach", "tribal"),
    [
        ("Statewide", "0", "statewide", False),
        ("Statewide", "00000", "statewide", False),
        ("Eastern Band of Cherokee Indians", "0", "named", True),
        ("Oglala Sioux Tribe of the Pine Ridge Reservation", "49700", "named", True),
        ("Resighini Rancheria (Indian Reservation)", "60347", "named", True),
        ("Lower Kuskokwim Regional Educational Attendance Area", "41830", "named", False),
    ],
)
def test_county_000_is_the_whole_state_or_an_area_known_by_name(
    area: str, place_code: str, reach: str, tribal: bool
) -> None:
    read = read_rows(openfema_csv(row(fipsCountyCode="000", placeCode=place_code, designatedArea=area)))[
        0
    ].area
    assert (read.reach, read.tribal, read.county_fips) == (reach, tribal, "")
