"""From the raw rows about one site to what an answer says of it. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from knowledge.availability.catalog import Catalog
from knowledge.availability.eligibility import can_hand_out, donation_counts, may_be_called
from knowledge.availability.freshness import age_hours, from_epoch
from knowledge.availability.queries import StockRow
from knowledge.availability.question import Question, Wanted
from knowledge.availability.records import (
    TIERS,
    DifferingReport,
    Freshness,
    StockLine,
    StockStatus,
    Tier,
)
from knowledge.availability.site_book import SiteFacts
from knowledge.medicines.medicine import Medicine

# How a status is kept in the table; the place in this tuple is the number.
STATUS_BY_NUMBER: tuple[StockStatus, ...] = ("unknown", "out", "low", "in_stock")
STATUS_NUMBERS = {status: number for number, status in enumerate(STATUS_BY_NUMBER)}


class Judged(NamedTuple):
    """What a site has of all that was asked for, and how well that serves."""

    tier: Tier
    lines: tuple[StockLine, ...]


class Held(NamedTuple):
    """A row about a medicine that holds, and the older ones that contradict it."""

    medicine: Medicine
    row: StockRow
    contradicting: list[StockRow]


class Verdict(NamedTuple):
    """How well a site serves, and what holds there of each medicine asked for."""

    tier: Tier
    held: list[list[Held]]


def judge(rows: Sequence[StockRow], site: SiteFacts, question: Question, catalog: Catalog) -> Verdict | None:
    """What this site can do for the question by rows that may be seen; None when it is no help at all.

    Most sites judged are not shown: their lines are left to `lines_to_show`.
    """
    at = question.at_epoch
    tiers: list[Tier] = []
    held: list[list[Held]] = []
    for wanted in question.wanted:
        found = _held(wanted, rows, site, question, catalog)
        if found:
            tiers.append(min((_tier(each.row, at, catalog) for each in found), key=TIERS.index))
        elif may_be_called(wanted.asked, site.kind, opioid_use_disorder=question.opioid_use_disorder):
            tiers.append("unlisted")
        else:
            return None
        held.append(found)
    if "unlisted" in tiers and "out" in tiers:
        return None
    return Verdict(max(tiers, key=TIERS.index), held)


def lines_to_show(verdict: Verdict, question: Question, catalog: Catalog) -> Judged:
    """The verdict in lines: medicine by medicine as asked, the most useful line of each first."""
    shown: list[StockLine] = []
    for held in verdict.held:
        lines = [_line(each, question.at_epoch, catalog, strength=question.strength) for each in held]
        shown += sorted(lines, key=_usefulness)
    return Judged(verdict.tier, tuple(shown))


def tier_of(line: StockLine) -> Tier:
    """How well one line serves: its reported status, weighed by its freshness."""
    return tier_for(line.status, line.freshness)


def tier_for(status: StockStatus, freshness: Freshness) -> Tier:
    """How well a report of this status and freshness serves."""
    if freshness == "stale" or status == "unknown":
        return "call"
    if status == "in_stock":
        return "in_stock" if freshness == "fresh" else "ageing"
    return status


def _tier(row: StockRow, at: int, catalog: Catalog) -> Tier:
    return tier_for(STATUS_BY_NUMBER[row.status], _freshness(row, at, catalog))


def _held(
    wanted: Wanted, rows: Sequence[StockRow], site: SiteFacts, question: Question, catalog: Catalog
) -> list[Held]:
    """What holds about one wanted medicine, of the rows that this person may be shown."""
    held: list[Held] = []
    oud = question.opioid_use_disorder or wanted.for_opioid_use_disorder
    for number, about in by_medicine(rows).items():
        medicine = wanted.members.get(number)
        if medicine and can_hand_out(medicine, site.kind, site.services, opioid_use_disorder=oud):
            may_show = [row for row in about if donation_counts(row.program, site.kind, question.coverage)]
            held += [Held(medicine, *pair) for pair in settle(may_show, catalog)]
    return held


def by_medicine(rows: Iterable[StockRow]) -> dict[int, list[StockRow]]:
    """The rows about each medicine."""
    found: dict[int, list[StockRow]] = {}
    for row in rows:
        found.setdefault(row.medicine, []).append(row)
    return found


def _usefulness(line: StockLine) -> tuple[int, bool, float]:
    return TIERS.index(tier_of(line)), line.alternative, line.age_hours


def lines_of(medicine: Medicine, rows: Iterable[StockRow], at: int, catalog: Catalog) -> list[StockLine]:
    """What holds at a time (epoch) of rows about one medicine at one site, newest first."""
    visible = [row for row in rows if catalog.shows(row.source, row.generation)]
    held = [Held(medicine, *pair) for pair in settle(visible, catalog)]
    return [_line(each, at, catalog, strength="") for each in held]


def settle(rows: Iterable[StockRow], catalog: Catalog) -> list[tuple[StockRow, list[StockRow]]]:
    """Which rows about one medicine at one site hold, newest first, each with those that contradict it.

    Rows about different products stand side by side. Of rows about the same product, or where one
    names no product, the newer holds; an older one of another source with another status contradicts it.
    """
    rows = list(rows)
    if len(rows) == 1:
        return [(rows[0], [])]
    held: list[tuple[StockRow, list[StockRow]]] = []
    newest_first = sorted(
        rows, key=lambda row: (row.as_of, catalog.sources[row.source].trust, row.generation), reverse=True
    )
    for row in newest_first:
        over = next((pair for pair in held if _covers(pair[0], row, catalog)), None)
        if over is None:
            held.append((row, []))
        elif (
            over[0].source != row.source
            and STATUS_BY_NUMBER[row.status] != "unknown"
            and over[0].status != row.status
        ):
            over[1].append(row)
    return held


def _covers(newer: StockRow, older: StockRow, catalog: Catalog) -> bool:
    """Whether the newer row takes the older one's place. A phone report is about all of a medicine."""
    reported = catalog.reports_source in (newer.source, older.source)
    if newer.program != older.program and not reported:
        return False
    if newer.source == older.source:
        return newer.item == older.item or reported
    same_product = (newer.strength, newer.form) == (older.strength, older.form)
    return same_product or not (newer.strength or newer.form) or not (older.strength or older.form)


def _line(held: Held, at: int, catalog: Catalog, *, strength: str) -> StockLine:
    medicine, row, contradicting = held
    return StockLine(
        medicine=medicine.name,
        rxcui=row.rxcui or medicine.rxcui,
        strength=row.strength,
        form=row.form,
        status=STATUS_BY_NUMBER[row.status],
        as_of=from_epoch(row.as_of),
        age_hours=age_hours(row.as_of, at),
        freshness=_freshness(row, at, catalog),
        source=catalog.sources[row.source].name,
        program=row.program,
        ndc=row.ndc,
        quantity=row.quantity,
        unit=row.unit or "",
        price=row.price or "",
        note=row.note or "",
        alternative=is_alternative(row.strength, strength),
        differs=tuple(_differing(other, at, catalog) for other in contradicting),
    )


def _differing(row: StockRow, at: int, catalog: Catalog) -> DifferingReport:
    return DifferingReport(
        source=catalog.sources[row.source].name,
        status=STATUS_BY_NUMBER[row.status],
        as_of=from_epoch(row.as_of),
        freshness=_freshness(row, at, catalog),
    )


def _freshness(row: StockRow, at: int, catalog: Catalog) -> Freshness:
    return catalog.sources[row.source].cadence.freshness(at - row.as_of)


def is_alternative(strength: str, asked: str) -> bool:
    """Whether a line is about another strength than the one asked for; false where either says nothing.

    '100 units' asks for '100 units/mL', '20' for '20 mg' but not for '200 mg'.
    """
    if not strength or not asked:
        return False
    there, wanted = _squeezed(strength), _squeezed(asked)
    rest = there.removeprefix(wanted)
    return rest == there or rest[:1].isdigit() or rest[:1] == "."


def _squeezed(strength: str) -> str:
    """A strength in one spelling: '100 Units / mL' and 'U-100' are both '100u/ml'."""
    bare = re.sub(r"[\s,]", "", strength.lower())
    bare = re.sub(r"^u-?(\d+)$", r"\1u/ml", bare)
    return re.sub(r"ug\b|µg\b", "mcg", re.sub(r"(?:units?|iu)\b", "u", bare))
