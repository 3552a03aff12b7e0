"""Reading the refill rules and the boards of pharmacy, and refusing a table that breaks a rule."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast, get_args

from knowledge.errors import FieldError
from knowledge.evidence import Confidence
from knowledge.places.states import JURISDICTIONS
from knowledge.rules.own_tables import install_table
from knowledge.rules.refill import (
    REFILLABLE_SCHEDULES,
    Activation,
    Board,
    FollowsPatient,
    RefillRule,
    RuleKind,
)
from knowledge.rules.table_file import Entry, Fields, read_tables, refuse

REFILL_TABLES = ("refill_rules_a_m.yaml", "refill_rules_n_z.yaml")
_CONFIDENCE = get_args(Confidence)
_FOR_MEDICINES = frozenset({"any", "opioid_use_disorder"})
_RULE_FIELDS = frozenset(f.name for f in fields(RefillRule))
_BOARD_FIELDS = frozenset(f.name for f in fields(Board)) | {"also_read"}


@dataclass(frozen=True)
class RefillTable:
    """All rules and all boards, in the order of the files."""

    rules: tuple[RefillRule, ...]
    boards: tuple[Board, ...]


def load_refill_table(paths: Iterable[Path]) -> RefillTable:
    """The rules and boards of these files; raises BadInput with line and reason for the first bad file."""
    rules: list[RefillRule] = []
    boards: list[Board] = []
    for path in paths:
        tables = read_tables(path)
        errors: list[FieldError] = []
        found = [_rule(entry, errors) for entry in tables.get("rules", [])]
        _check_ids(found, {r.id for r in rules}, tables.get("rules", []), errors)
        boards += [_board(entry, errors) for entry in tables.get("boards", [])]
        refuse(path, errors)
        rules += found
    return RefillTable(tuple(rules), tuple(boards))


def install_refill_table(path: Path, home: Path) -> Path:
    """Put an operator's own refill table in the place of a built-in one; BadInput leaves the old one."""
    return install_table(path, home, REFILL_TABLES, lambda p: load_refill_table([p]))


def _check_ids(
    rules: list[RefillRule], taken: set[str], entries: list[Entry], errors: list[FieldError]
) -> None:
    for rule, entry in zip(rules, entries, strict=True):
        if rule.id in taken:
            errors.append(FieldError("id", f"'{rule.id}' is there twice", entry.line))
        if not rule.id.startswith(f"{rule.state}.{rule.kind}."):
            errors.append(FieldError("id", f"must begin with {rule.state}.{rule.kind}.", entry.line))
        taken.add(rule.id)


def _rule(entry: Entry, errors: list[FieldError]) -> RefillRule:
    read = Fields(entry)
    read.only(_RULE_FIELDS)
    rule = RefillRule(
        id=read.text("id", required=True),
        state=read.choice("state", JURISDICTIONS),
        kind=cast(RuleKind, read.choice("kind", get_args(RuleKind))),
        citation=read.text("citation", required=True),
        trigger=read.text("trigger", required=True),
        max_days_supply=read.whole("max_days_supply", 1),
        max_supply_text=read.text("max_supply_text", required=True),
        repeats=read.text("repeats"),
        controlled_substances=read.text("controlled_substances", required=True),
        conditions=read.texts("conditions"),
        notify_prescriber_within_hours=read.whole("notify_prescriber_within_hours", 0),
        source_url=read.text("source_url", required=True),
        source_kind=read.text("source_kind", required=True),
        as_of=read.text("as_of", required=True),
        confidence=cast(Confidence, read.choice("confidence", _CONFIDENCE)),
        notes=read.text("notes"),
        also_read=read.texts("also_read"),
        **_typed(read),
    )
    if rule.holds_from and rule.holds_until and rule.holds_until < rule.holds_from:
        read.wrong("holds_until", f"it ends ({rule.holds_until}) before it begins ({rule.holds_from})")
    errors += read.errors
    return rule


def _typed(read: Fields) -> dict[str, Any]:
    return {
        "schedules": _schedules(read),
        "schedule_days": _schedule_days(read),
        "activation": cast(Activation, read.choice("activation", get_args(Activation), "automatic")),
        "follows_patient": cast(
            FollowsPatient, read.choice("follows_patient", get_args(FollowsPatient), "no")
        ),
        "federal_counts": read.yes_no("federal_counts") or False,
        "ended": read.yes_no("ended") or False,
        "own_record": read.yes_no("own_record") or False,
        "rank": read.whole("rank", 1) or 1,
        "for_medicines": read.choice("for_medicines", _FOR_MEDICINES, "any"),
        "separate_law": read.yes_no("separate_law") is not False,
        "holds_from": read.day("holds_from"),
        "holds_until": read.day("holds_until"),
        "supersedes": read.texts("supersedes"),
    }


def _schedules(read: Fields) -> frozenset[str] | None:
    if read.entry.values.get("schedules") is None:
        return None
    schedules = read.texts("schedules")
    for schedule in schedules:
        if schedule not in REFILLABLE_SCHEDULES:
            read.wrong("schedules", f"'{schedule}' is none of {', '.join(REFILLABLE_SCHEDULES)}")
    return frozenset(schedules)


def _schedule_days(read: Fields) -> dict[str, int]:
    days = read.entry.values.get("schedule_days") or {}
    if not isinstance(days, dict) or not all(
        key in REFILLABLE_SCHEDULES and isinstance(value, int) and value > 0 for key, value in days.items()
    ):
        read.wrong("schedule_days", "must give each schedule a whole number of days of at least 1")
        return {}
    return days


def _board(entry: Entry, errors: list[FieldError]) -> Board:
    read = Fields(entry)
    read.only(_BOARD_FIELDS)
    board = Board(
        state=read.choice("state", JURISDICTIONS),
        name=read.text("name", required=True),
        phone=read.text("phone"),
        url=read.text("url"),
        source_url=read.text("source_url"),
        as_of=read.text("as_of"),
        confidence=cast(Confidence, read.choice("confidence", _CONFIDENCE)),
        notes=read.text("notes"),
    )
    if board.phone and not (
        board.phone.startswith("+1") and board.phone[1:].isdigit() and len(board.phone) == 12
    ):
        read.wrong("phone", f"'{board.phone}' is not like +12025550100")
    errors += read.errors
    return board
