"""`activations.csv`: what is accepted, mended and refused."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.emergencies.activation_file import read_activations
from knowledge.errors import BadInput
from tests.knowledge.emergencies.rows import activations_csv, utc

GOOD = "eo-1,governor_emergency,Executive Order 1,FL,12057,,2026-10-01,,Governor,https://example.org/eo,"


def test_a_row_per_area() -> None:
    file = read_activations(
        activations_csv(
            GOOD, "epap-1,epap,EPAP,,,601,2026-10-01,2026-10-31T12:00:00-04:00,HHS,https://example.org/epap,"
        )
    )
    county, zip_row = file.rows
    assert (county.state, county.county_fips, county.begins, county.ends) == (
        "FL",
        "12057",
        date(2026, 10, 1),
        None,
    )
    assert (zip_row.state, zip_row.zip, zip_row.ends) == ("", "00601", utc("2026-10-31T16:00"))


def test_column_order_is_free_and_unknown_columns_are_left_out_with_a_warning() -> None:
    text = (
        "title,kind,activation_id,begins,ends,authority,source_url,note,zip,county_fips,state,colour\n"
        "EO,board_notice,n-1,2026-10-01,,Board,,,,,Florida,red\n"
    )
    file = read_activations(text.encode())
    assert file.rows[0].state == "FL"
    assert file.warnings == ("Unknown columns were left out: colour.",)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("bad id,epap,T,FL,,,2026-10-01,,A,,", "activation_id"),
        ("a,party,T,FL,,,2026-10-01,,A,,", "kind"),
        ("a,epap,,FL,,,2026-10-01,,A,,", "title"),
        ("a,epap,T,ZZ,,,2026-10-01,,A,,", "state"),
        ("a,epap,T,GA,12057,,2026-10-01,,A,,", "county_fips"),
        ("a,epap,T,FL,12000,,2026-10-01,,A,,", "county_fips"),
        ("a,epap,T,FL,,ABCDE,2026-10-01,,A,,", "zip"),
        ("a,epap,T,FL,,,,,A,,", "begins"),
        ("a,epap,T,FL,,,10/01/2026,,A,,", "begins"),
        ("a,epap,T,FL,,,2026-10-02,2026-10-01,A,,", "ends"),
        ("a,epap,T,FL,,,2026-10-01,,,,", "source_url"),
        ("a,epap,T,FL,,,2026-10-01,,A,javascript:alert(1),", "source_url"),
    ],
)
def test_a_bad_row_stops_the_file_with_line_and_column(line: str, column: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_activations(activations_csv(GOOD, line))
    assert (caught.value.errors[0].field, caught.value.errors[0].row) == (column, 3)


def test_the_same_area_twice_with_different_contents_is_refused() -> None:
    read_activations(activations_csv(GOOD, GOOD))
    with pytest.raises(BadInput):
        read_activations(activations_csv(GOOD, GOOD.replace("Executive Order 1", "Executive Order 2")))


def test_missing_columns_are_named() -> None:
    with pytest.raises(BadInput) as caught:
        read_activations(b"activation_id,kind,title\na,epap,T\n")
    assert "county_fips" in [e.field for e in caught.value.errors]


def test_what_can_be_meant_in_one_way_only_is_mended_and_said() -> None:
    text = (
        "Activation ID;Kind;Title;State;County FIPS;ZIP;Begins;Ends;Authority;Source URL;Note\n"
        "A1;Governor's Emergency;Storm Lena;South Carolina;;;11/20/2026;12/31/2026;EO 26-1;;\n"
    )
    file = read_activations(text.encode())
    [row] = file.rows
    assert (row.kind, row.state, row.begins, row.ends) == (
        "governor_emergency",
        "SC",
        date(2026, 11, 20),
        date(2026, 12, 31),
    )
    assert file.warnings == (
        "Columns are separated by ';', not by commas.",
        "The kind 'Governor's Emergency' was read as governor_emergency.",
        "Dates such as 11/20/2026 were read as month, day and year.",
    )


def test_an_empty_file_is_said_to_be_empty() -> None:
    with pytest.raises(BadInput, match="The file is empty"):
        read_activations(b"\n")
