"""Reading the donation rules and the table of REMS medicines, and refusing a table that breaks a rule."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast, get_args

from knowledge.errors import FieldError
from knowledge.evidence import Confidence
from knowledge.places.states import JURISDICTIONS
from knowledge.rules.donation_program import DONOR_KINDS, DonationProgram
from knowledge.rules.own_tables import install_table
from knowledge.rules.table_file import Entry, Fields, read_tables, refuse

DONATION_TABLE = "donation_rules.yaml"
REMS_TABLE = "rems_medicines.yaml"
_FIELDS = frozenset(f.name for f in fields(DonationProgram))
_KINDS = frozenset({"humanitarian", "state_repository", "manufacturer"})
_EXPIRY = frozenset({"fixed_months", "fixed_days", "not_before_course_ends", "unexpired", "unknown"})
_PACKAGING = frozenset(
    {"", "original_or_unit_dose", "unit_dose_only", "original_only", "original_unit_dose_or_repackaged"}
)
_REFRIGERATED = frozenset({"accepted", "excluded", "conditional", "unknown"})
_REMS = frozenset({"", "any", "restricted_distribution", "if_transfer_prohibited", "if_rems_not_met"})
_SEALED = frozenset({"", "everyone", "individual_donors_only"})
_OPENED = frozenset({"", "no", "entities_only"})
_GROUPS = frozenset({"", "cancer", "immunosuppressant", "insulin"})


@dataclass(frozen=True)
class RemsEntry:
    """One medicine known to be under a REMS; `restricted` None where its distribution was not found."""

    name: str
    rems: str
    restricted: bool | None
    source_url: str
    as_of: str


@dataclass(frozen=True)
class DonationTable:
    """All programs, and what is known of states without a rule text."""

    programs: tuple[DonationProgram, ...]
    without_rule_text: dict[str, str]


def load_donation_table(path: Path) -> DonationTable:
    """The programs of a file; raises BadInput with line and reason where it breaks a rule."""
    tables = read_tables(path)
    errors: list[FieldError] = []
    programs = [_program(entry, errors) for entry in tables.get("programs", [])]
    missing = dict(_missing(entry, errors) for entry in tables.get("states_without_rule_text", []))
    seen: set[str] = set()
    for program, entry in zip(programs, tables.get("programs", []), strict=True):
        if program.id in seen:
            errors.append(FieldError("id", f"'{program.id}' is there twice", entry.line))
        seen.add(program.id)
    refuse(path, errors)
    return DonationTable(tuple(programs), missing)


def install_donation_table(path: Path, home: Path) -> Path:
    """Put an operator's own donation table in the place of the built-in one; BadInput leaves the old one."""
    return install_table(path, home, (DONATION_TABLE,), load_donation_table)


def load_rems_table(path: Path) -> tuple[RemsEntry, ...]:
    """The medicines known to be under a REMS."""
    errors: list[FieldError] = []
    entries = tuple(_rems(entry, errors) for entry in read_tables(path).get("medicines", []))
    refuse(path, errors)
    return entries


def _rems(entry: Entry, errors: list[FieldError]) -> RemsEntry:
    read = Fields(entry)
    found = RemsEntry(
        name=read.text("name", required=True),
        rems=read.text("rems", required=True),
        restricted=True if read.text("restricted") == "yes" else None,
        source_url=read.text("source_url", required=True),
        as_of=read.text("as_of", required=True),
    )
    errors += read.errors
    return found


def _missing(entry: Entry, errors: list[FieldError]) -> tuple[str, str]:
    read = Fields(entry)
    state = read.choice("jurisdiction", JURISDICTIONS)
    note = read.text("note", required=True)
    errors += read.errors
    return state, note


def _program(entry: Entry, errors: list[FieldError]) -> DonationProgram:
    read = Fields(entry)
    read.only(_FIELDS)
    program = DonationProgram(
        id=read.text("id", required=True),
        name=read.text("name", required=True),
        kind=read.choice("kind", _KINDS),
        jurisdiction=read.text("jurisdiction", required=True),
        citation=read.text("citation", required=True),
        source_url=read.text("source_url", required=True),
        confidence=cast(Confidence, read.choice("confidence", get_args(Confidence))),
        **_texts(read),
        **_rule_fields(read),
        **_typed(read),
    )
    errors += read.errors
    return program


def _texts(read: Fields) -> dict[str, Any]:
    return {
        "accepts_from": _maybe(read, "accepts_from"),
        "recipients": _maybe(read, "recipients"),
        "patient_eligibility": read.text("patient_eligibility"),
        "documentation": read.texts("documentation"),
        "fees": read.text("fees"),
        "operational": read.text("operational"),
        "also_read": read.texts("also_read"),
        "notes": read.text("notes"),
    }


def _maybe(read: Fields, name: str) -> tuple[str, ...] | None:
    return read.texts(name) if read.entry.values.get(name) is not None else None


def _rule_fields(read: Fields) -> dict[str, Any]:
    return {
        "min_months_to_expiry": _months(read),
        "min_days_to_expiry": read.whole("min_days_to_expiry", 0),
        "expiry_rule": read.choice("expiry_rule", _EXPIRY, "unknown"),
        "sealed_required": _word(read, "sealed_required", _SEALED, {True: "everyone"}),
        "unit_dose_or_original_packaging": _word(read, "unit_dose_or_original_packaging", _PACKAGING, {}),
        "outer_package_open_ok": read.yes_no("outer_package_open_ok"),
        "controlled_substances": _word(read, "controlled_substances", frozenset({"", "none"}), {}),
        "refrigerated": read.choice("refrigerated", _REFRIGERATED, "unknown"),
        "rems_excluded": _word(read, "rems_excluded", _REMS, {True: "any"}),
        "opened_accepted": _word(read, "opened_accepted", _OPENED, {False: "no"}),
        "otc_accepted": read.yes_no("otc_accepted"),
    }


def _word(read: Fields, name: str, allowed: frozenset[str], bools: dict[bool, str]) -> str:
    """A word, a boolean that stands for one, or "" for null."""
    value = read.entry.values.get(name)
    word = bools.get(value, "?") if isinstance(value, bool) else value or ""
    if word not in allowed:
        read.wrong(name, f"'{value}' is not a value of this field")
        return ""
    return str(word)


def _months(read: Fields) -> float | None:
    value = read.entry.values.get("min_months_to_expiry")
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
        read.wrong("min_months_to_expiry", f"must be a number above 0, not {value}")
        return None
    return float(value)


def _typed(read: Fields) -> dict[str, Any]:
    return {
        "donors": _donors(read),
        "states": _states(read),
        "takes_donations": read.yes_no("takes_donations") is not False,
        "out_of_state": read.choice("out_of_state", frozenset({"", "yes", "ask"})),
        "needs_state_law": read.yes_no("needs_state_law") or False,
        "only": read.choice("only", _GROUPS),
        "never": read.texts("never"),
        "more_than": read.yes_no("more_than") or False,
        "shorter_on_demand": read.yes_no("shorter_on_demand") or False,
        "no_known_site": read.yes_no("no_known_site") or False,
        "also": read.texts("also"),
    }


def _donors(read: Fields) -> dict[str, str] | None:
    donors = read.entry.values.get("donors")
    if donors is None:
        return None
    if not isinstance(donors, dict) or not all(
        k in DONOR_KINDS and v in {"yes", "ask"} for k, v in donors.items()
    ):
        read.wrong("donors", f'must give kinds of donors ({", ".join(DONOR_KINDS)}) as "yes" or ask')
        return None
    return donors


def _states(read: Fields) -> tuple[str, ...]:
    states = read.texts("states")
    for state in states:
        if state != "US" and state not in JURISDICTIONS:
            read.wrong("states", f"unknown state '{state}'")
    if not states:
        read.wrong("states", "is missing")
    return states
