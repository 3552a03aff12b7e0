"""Reading a list of items that a donor offers: scanned codes, or rows pasted from a spreadsheet."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.errors import FieldError
from knowledge.medicines.ndc import possible_ndcs
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.rules.donation_program import DonationItem

# Longer than any row of eight cells that a person reads.
LINE_LIMIT = 2000
# The order of the columns where the first row does not name them.
COLUMNS = ("item", "lot", "expires", "quantity", "unit", "sealed", "original_packaging", "cold_chain")
# Names that spreadsheets of pharmacies give these columns, in letters only.
NAMES = {
    "item": "item medicine medication drug name product ndc ndccode drugname medicinename productname",
    "lot": "lot lotnumber lotno batch",
    "expires": "expires expiry expiration exp expdate expirydate expirationdate",
    "quantity": "quantity qty count amount",
    "unit": "unit units uom",
    "sealed": "sealed unopened",
    "original_packaging": "originalpackaging originalpackage original package packaging",
    "cold_chain": "coldchain coldchainkept refrigeratedchainkept storage refrigerated keptcold",
}
COLUMN_OF = {name: column for column, names in NAMES.items() for name in names.split()}
YES = frozenset({"yes", "y", "true", "1", "x", "sealed", "original", "kept", "si", "sí"})
NO = frozenset({"no", "n", "false", "0", "opened", "open", "broken"})
# What a field is called to a person.
LABELS = {"sealed": "sealed", "original_packaging": "original packaging", "cold_chain": "cold chain kept"}
# 3/31/2027 and 03/2027, as spreadsheets and labels in the USA write dates.
US_DATE = re.compile(r"(\d{1,2})/(?:(\d{1,2})/)?(\d{4})")
# GS1: (01) product, (17) expiry as YYMMDD, (10) lot; a GTIN with a US drug holds 03 and its ten digits.
GS1 = re.compile(
    r"\(?01\)?0?03(?P<ndc>\d{10})\d(?:\(?17\)?(?P<expires>\d{6}))?(?:\(?10\)?(?P<lot>[^\x1d]{1,20}))?"
)
UPC_A = re.compile(r"3(?P<ndc>\d{10})\d")
NDC = re.compile(r"(?:NDC[\s:#]*)?[\d\s-]{8,16}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """One row that could be read; `number` counts from 1 as in the list."""

    number: int
    item: DonationItem


@dataclass(frozen=True, slots=True)
class Scan:
    """What a code says: ten digits of the NDC, expiry as ISO date, lot; "" where it does not say it."""

    ndc: str
    expires: str = ""
    lot: str = ""


def read_scan(text: str) -> Scan | None:
    """A UPC-A or GS1 code of a US drug package, None for anything else."""
    code = text.strip().replace("\x1d", "")
    found = UPC_A.fullmatch(code)
    if found:
        return Scan(found["ndc"])
    found = GS1.fullmatch(code)
    if not found:
        return None
    day = found["expires"] or ""
    return Scan(found["ndc"], _gs1_date(day) if day else "", found["lot"] or "")


def read_rows(text: str, vocabulary: Vocabulary) -> tuple[list[Row], list[FieldError]]:
    """The rows of a list, tab or comma separated, and what is wrong with the others, by row."""
    lines = [(number, cells) for number, cells in enumerate(_cells(text), start=1) if any(cells)]
    columns: Sequence[str] = COLUMNS
    if lines and (named := _header(lines[0][1])):
        columns, lines = named, lines[1:]
    rows, errors = [], []
    for number, cells in lines:
        fields = dict(zip(columns, cells, strict=False))
        item, wrong = _item(fields, vocabulary)
        errors += [FieldError(field, message, number) for field, message in wrong]
        if item is not None and not wrong:
            rows.append(Row(number, item))
    return rows, errors


def as_row(fields: dict[str, str]) -> str:
    """One row of the list, tab separated, from the fields of the form."""
    return "\t".join(re.sub(r"\s+", " ", fields.get(column, "")).strip() for column in COLUMNS)


def iso_date(text: str) -> str:
    """US dates as ISO dates; anything else as it is, for the checker to judge."""
    found = US_DATE.fullmatch(text.strip())
    if not found:
        return text.strip()
    month, day, year = found.groups()
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")


def _cells(text: str) -> list[list[str]]:
    delimiter = "\t" if "\t" in text else ","
    return [_cut(line[:LINE_LIMIT], delimiter) for line in text.splitlines()]


def _cut(line: str, delimiter: str) -> list[str]:
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _header(cells: Sequence[str]) -> list[str] | None:
    """The columns that a first row names; None where it is no header. Unknown columns are left out."""
    names = [COLUMN_OF.get(re.sub(r"[^a-z]", "", cell.lower()), "") for cell in cells]
    return names if "item" in names and len([name for name in names if name]) > 1 else None


def _item(
    fields: dict[str, str], vocabulary: Vocabulary
) -> tuple[DonationItem | None, list[tuple[str, str]]]:
    wrong: list[tuple[str, str]] = []
    flags = {name: _yes_or_no(name, fields.get(name, ""), wrong) for name in LABELS}
    quantity = _quantity(fields.get("quantity", ""), wrong)
    what = fields.get("item", "")
    scan = read_scan(what)
    medicine, ndc = _identity(what, scan, vocabulary, wrong)
    if wrong:
        return None, wrong
    item = DonationItem(
        medicine=medicine,
        ndc=ndc,
        lot=fields.get("lot", "") or (scan.lot if scan else ""),
        expires=iso_date(fields.get("expires", "")) or (scan.expires if scan else ""),
        quantity=quantity,
        unit=fields.get("unit", ""),
        sealed=bool(flags["sealed"]),
        original_packaging=bool(flags["original_packaging"]),
        refrigerated_chain_kept=flags["cold_chain"],
    )
    return item, wrong


def _identity(
    what: str, scan: Scan | None, vocabulary: Vocabulary, wrong: list[tuple[str, str]]
) -> tuple[str, str]:
    """(medicine, NDC): one of them is "". Ten digits without hyphens are taken where one reading is known."""
    if not what:
        wrong.append(("item", "give the NDC or the name"))
        return "", ""
    digits = scan.ndc if scan else what
    if not scan and not NDC.fullmatch(what):
        return what, ""
    readings = possible_ndcs(digits)
    known = [code for code in readings if vocabulary.by_ndc(code) is not None]
    if len(known) == 1:
        return "", known[0]
    return ("", digits) if not scan else (f"NDC {digits}", "")


def _yes_or_no(name: str, text: str, wrong: list[tuple[str, str]]) -> bool | None:
    word = text.lower()
    if word in YES or word in NO:
        return word in YES
    if not word and name == "cold_chain":
        return None
    wrong.append((LABELS[name], "say yes or no"))
    return None


def _quantity(text: str, wrong: list[tuple[str, str]]) -> int:
    found = re.fullmatch(r"(\d{1,9})(?:\.0+)?", text.replace(",", ""), re.ASCII)
    if not found:
        wrong.append(("quantity", "give a whole number"))
        return 0
    return int(found[1])


def _gs1_date(digits: str) -> str:
    """YYMMDD; the day 00 means the month's end, which is what a year and month mean to the checker."""
    month = f"20{digits[:2]}-{digits[2:4]}"
    return month if digits[4:] == "00" else f"{month}-{digits[4:]}"
