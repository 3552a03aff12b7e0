"""Lists as pharmacies have them: pasted from a spreadsheet with or without names of columns, or scanned."""

from __future__ import annotations

import pytest

from api.web.pharmacist_items import COLUMNS, as_row, iso_date, read_rows, read_scan
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.rules.donation_program import DonationItem


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary.load()


def only(text: str, vocabulary: Vocabulary) -> DonationItem:
    rows, errors = read_rows(text, vocabulary)
    assert errors == []
    assert len(rows) == 1
    return rows[0].item


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_a_row_in_the_usual_order(vocabulary: Vocabulary, delimiter: str) -> None:
    cells = ("lisinopril", "L1", "3/31/2031", "30", "tablets", "Yes", "no", "")
    assert only(delimiter.join(cells), vocabulary) == DonationItem(
        medicine="lisinopril",
        lot="L1",
        expires="2031-03-31",
        quantity=30,
        unit="tablets",
        sealed=True,
        original_packaging=False,
        refrigerated_chain_kept=None,
    )


def test_named_columns_in_any_order_and_unknown_ones(vocabulary: Vocabulary) -> None:
    text = (
        "Qty,Drug name,Price,Exp. date,Sealed,Original packaging,Cold chain kept\n"
        '"1,200","insulin, glargine",9.99,2031-03,y,y,YES\n'
    )
    item = only(text, vocabulary)
    assert (item.quantity, item.medicine, item.expires) == (1200, "insulin, glargine", "2031-03")
    assert item.refrigerated_chain_kept is True


def test_wrong_rows_are_told_by_number_and_the_others_are_read(vocabulary: Vocabulary) -> None:
    good = "lisinopril,L1,2031-03,30,tablets,yes,yes,"
    text = f"{good}\n\nmetformin,L2,2031-03,many,,maybe,yes,\n,L3,2031-03,1,,yes,yes,\n{good}"
    rows, errors = read_rows(text, vocabulary)
    assert [row.number for row in rows] == [1, 5]
    assert [(error.row, error.field) for error in errors] == [(3, "sealed"), (3, "quantity"), (4, "item")]


@pytest.mark.parametrize(
    ("text", "columns"),
    [("lisinopril", 1), ("x" * 200_000, 1), ('"unclosed,a,b', 1), ("\t\t\t", 0), ("", 0), ("\x00,\x00", 1)],
)
def test_anything_pasted_is_read_or_told(vocabulary: Vocabulary, text: str, columns: int) -> None:
    rows, errors = read_rows(text, vocabulary)
    assert rows == []
    assert bool(errors) == bool(columns)


@pytest.mark.parametrize(
    ("text", "ndc", "expires", "lot"),
    [
        ("300020821501", "0002082150", "", ""),
        ("0100300020821505" + "17310300" + "10AB12", "0002082150", "2031-03", "AB12"),
        ("(01)00300020821505(17)310315(10)AB12", "0002082150", "2031-03-15", "AB12"),
    ],
)
def test_barcodes(text: str, ndc: str, expires: str, lot: str) -> None:
    scan = read_scan(text)
    assert scan
    assert (scan.ndc, scan.expires, scan.lot) == (ndc, expires, lot)


@pytest.mark.parametrize("text", ["lisinopril", "0002-8215-01", "", "912345678901", "3000"])
def test_what_is_no_barcode(text: str) -> None:
    assert read_scan(text) is None


def test_a_number_with_hyphens_is_an_ndc_and_a_bare_ten_digits_stay_for_the_checker(
    vocabulary: Vocabulary,
) -> None:
    rest = ",L,2031-03,1,,yes,yes,"
    assert only("0002-8215-01" + rest, vocabulary).ndc == "0002-8215-01"
    assert only("0002821501" + rest, vocabulary).ndc == "0002821501"
    # A scanned code that nobody knows is an unknown medicine, not a guess among three codes.
    assert only("300028215011" + rest, vocabulary).medicine == "NDC 0002821501"


def test_a_form_s_item_becomes_a_row_that_is_read_back(vocabulary: Vocabulary) -> None:
    fields = {"item": "lisinopril", "expires": "03/2031", "quantity": "5", "lot": "a\tb\nc"}
    row = as_row({**fields, "sealed": "no", "original_packaging": "yes"})
    assert row.count("\t") == len(COLUMNS) - 1
    item = only(row, vocabulary)
    assert (item.lot, item.expires, item.sealed) == ("a b c", "2031-03", False)


def test_dates_that_are_none_are_left_for_the_checker() -> None:
    assert iso_date("13/45/2031") == "2031-13-45"
    assert iso_date("soon") == "soon"
