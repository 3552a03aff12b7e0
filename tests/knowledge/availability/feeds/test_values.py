"""Fields of feeds: what is certain is mended, what is not is refused."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.availability.feeds import values
from knowledge.availability.feeds.hours import hours
from knowledge.availability.feeds.values import Reading, RefusedError
from knowledge.availability.feeds.words import KIND_SYNONYMS, OPERATING_SYNONYMS, STATUS_SYNONYMS
from knowledge.availability.records import KINDS, OPERATING_STATUSES, STOCK_STATUSES
from knowledge.places.gazetteer import Gazetteer
from tests.knowledge.availability.feeds.cases import cases


def check(read: Callable[[str], Reading[str]], case: dict[str, str]) -> None:
    """A case is read as said, and a mend is said exactly when something changed; or it is refused."""
    if not case["read"]:
        with pytest.raises(RefusedError):
            read(case["written"])
        return
    reading = read(case["written"])
    assert reading.value == case["read"]
    assert bool(reading.mended) == (case["written"] != case["read"])


@pytest.mark.parametrize("case", cases("phones"), ids=lambda case: case["written"])
def test_phones(case: dict[str, str]) -> None:
    check(values.phone, case)


@pytest.mark.parametrize("case", cases("hours"), ids=lambda case: case["written"])
def test_hours(case: dict[str, str]) -> None:
    check(hours, case)


@pytest.mark.parametrize("case", cases("zips"), ids=lambda case: case["written"])
def test_zip_codes(case: dict[str, str], gazetteer: Gazetteer) -> None:
    check(lambda text: values.zip_code(text, gazetteer.by_zip), case)


@pytest.mark.parametrize(
    ("text", "word"),
    [("in_stock", "in_stock"), (" In Stock ", "in_stock"), ("IN-STOCK", "in_stock"), ("Out of stock", "out")],
)
def test_stock_statuses(text: str, word: str) -> None:
    assert values.word(text, STOCK_STATUSES, STATUS_SYNONYMS).value == word


@pytest.mark.parametrize("text", ["", "plenty", "in stock?? no"])
def test_a_status_that_is_none(text: str) -> None:
    with pytest.raises(RefusedError, match="is not one of in_stock"):
        values.word(text, STOCK_STATUSES, STATUS_SYNONYMS)


def test_kinds_and_operating_statuses() -> None:
    assert values.word("Drug Store", KINDS, KIND_SYNONYMS).value == "pharmacy"
    assert values.word("FQHC", KINDS, KIND_SYNONYMS).value == "health_center"
    assert values.word("Temporarily Closed", OPERATING_STATUSES, OPERATING_SYNONYMS).value == "closed"


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("", None, ""),
        ("5", 5, ""),
        ("1,200", 1200, ""),
        ("2.5", 2.5, ""),
        ("12 boxes", 12, "boxes"),
        ("0", 0, ""),
    ],
)
def test_quantities(text: str, number: float | None, unit: str) -> None:
    assert values.quantity(text).value == (number, unit)


@pytest.mark.parametrize("text", ["-5", "lots", "5-10", "1e400", "999999999999", "nan"])
def test_quantities_that_are_none(text: str) -> None:
    with pytest.raises(RefusedError):
        values.quantity(text)


@pytest.mark.parametrize(
    ("text", "dollars"),
    [("12.50", "12.50"), ("$1,234.5", "1234.5"), ("free", "0.00"), ("10 USD", "10"), ("", "")],
)
def test_prices(text: str, dollars: str) -> None:
    assert values.price(text).value == dollars


def test_what_spreadsheets_wrap_around_text() -> None:
    assert values.plain('="00601"').value == "00601"
    assert values.plain("'00601").value == "00601"
    assert values.plain("O'Brien's").value == "O'Brien's"
    assert values.plain("  two\u00a0 words\n").value == "two words"
    assert values.plain("a\x00b").value == "ab"
    assert values.optional("N/A").value == ""


def test_words_joined_by_other_marks() -> None:
    assert values.listed("en|es").value == ("en", "es")
    assert values.listed("Outpatient Pharmacy; Emergency").value == ("outpatient_pharmacy", "emergency")
    assert values.program("Direct_Relief").value == "direct-relief"
    assert values.state("Florida").value == "FL"
    assert values.county_fips("1001").value == "01001"
    assert values.digits("123456789", 10, "an NPI").value == "0123456789"
