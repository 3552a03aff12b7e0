"""What is held, table by table: how much, checked when, and how much of it nobody could confirm."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.opening import Knowledge
from knowledge.places.states import JURISDICTIONS

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Holding:
    """One table or set of documents. `oldest_checked` is an ISO date, month or year, "" if none is known."""

    name: str
    count: int
    oldest_checked: str
    unconfirmed: int


def holdings(known: Knowledge) -> list[Holding]:
    """Every table and document set, in the order in which an answer draws on them."""
    rules = [rule for code in JURISDICTIONS for rule in known.refill_rules.rules_of(code)]
    boards = [board for code in JURISDICTIONS if (board := known.refill_rules.board(code))]
    programs = known.donation_programs.programs
    hotlines = list(known.hotlines)
    return [
        *_documents(known),
        Holding("refill rules", len(rules), _oldest(r.as_of for r in rules), _low(rules)),
        Holding("boards of pharmacy", len(boards), _oldest(b.as_of for b in boards), _low(boards)),
        Holding("donation programs", len(programs), "", _low(programs)),
        Holding("hotlines", len(hotlines), _oldest(h.checked for h in hotlines), _low(hotlines)),
        *_medicines(known),
        Holding("ZIP codes", sum(1 for _ in known.places.zip_places()), "", 0),
        *_emergencies(known),
        *_availability(known),
    ]


def _documents(known: Knowledge) -> Iterable[Holding]:
    facts = known.documents.facts()
    for language, count in sorted(facts.by_language.items()):
        unconfirmed = sum(_language_of(document) == language for document in facts.unconfirmed_documents)
        yield Holding(f"documents ({language})", count, facts.oldest_checked, unconfirmed)


def _language_of(document_id: str) -> str:
    return "es" if document_id.endswith("-es") else "en"


def _medicines(known: Knowledge) -> Iterable[Holding]:
    medicines = known.medicines.medicines
    yield Holding("medicines", len(medicines), _oldest(m.checked for m in medicines), _low(medicines))


def _emergencies(known: Knowledge) -> Iterable[Holding]:
    facts = known.emergencies.freshness()
    for table in (facts.declarations, facts.activations):
        as_of = table.as_of.date().isoformat() if table.as_of else ""
        yield Holding(table.dataset, table.rows, as_of, table.unconfirmed)


def _availability(known: Knowledge) -> Iterable[Holding]:
    for source in known.availability.freshness():
        newest = source.newest_as_of.date().isoformat() if source.newest_as_of else ""
        yield Holding(f"sites from {source.name}", source.sites, newest, 0)
        yield Holding(f"stock rows from {source.name}", source.stock_rows, newest, 0)


def _low(records: Iterable[object]) -> int:
    return sum(getattr(record, "confidence", "") == "low" for record in records)


def _oldest(dates: Iterable[str]) -> str:
    return min((match[0] for date in dates if (match := _DATE.match(date))), default="")
