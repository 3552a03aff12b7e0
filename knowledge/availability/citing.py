"""A place of an answer as evidence that can be cited, in words that hold every fact shown of it."""

from __future__ import annotations

from datetime import datetime

from knowledge.availability.records import PlaceResult, StockLine, StockStatus
from knowledge.evidence import Confidence, Evidence
from knowledge.medicines.medicine import Medicine

PREFIX = "availability."
STATUS_WORDS: dict[StockStatus, str] = {
    "in_stock": "in stock",
    "low": "low",
    "out": "out of stock",
    "unknown": "stock not known",
}
_CONFIDENCE: dict[str, Confidence] = {"fresh": "high", "ageing": "medium", "stale": "low"}


def place_evidence(place: PlaceResult) -> Evidence:
    """What is said of a place, as evidence `availability.<site_id>[.<medicine slug>]`.

    The slug is there when its lines are about one medicine. The confidence is that of its freshest line.
    """
    return Evidence(
        id=evidence_id(place),
        kind="availability",
        title=place.name,
        quote=" ".join([_site_words(place), *map(_line_words, place.stock)]),
        url=place.url,
        jurisdiction=place.state or "US",
        checked=_checked(place),
        confidence=_confidence(place),
        program=next((line.program for line in place.stock if line.program), ""),
    )


def evidence_id(place: PlaceResult) -> str:
    """The id under which a place's evidence is found again."""
    names = {line.medicine for line in place.stock}
    slug = f".{Medicine(names.pop()).slug}" if len(names) == 1 else ""
    return f"{PREFIX}{place.site_id}{slug}"


def _site_words(place: PlaceResult) -> str:
    where = ", ".join(
        part for part in (place.address, place.city, f"{place.state} {place.zip}".strip()) if part
    )
    facts = [place.name, where, place.phone, f"hours: {place.hours}" if place.hours else "hours not known"]
    status = "operating status not known"
    if place.operating_status != "unknown":
        status = f"reported {place.operating_status}{_when(place.status_as_of)}"
    return "; ".join(fact for fact in (*facts, status, f"listed by {place.source}") if fact) + "."


def _line_words(line: StockLine) -> str:
    product = " ".join(part for part in (line.medicine, line.strength, line.form) if part)
    amount = f" ({line.quantity:g} {line.unit}".rstrip() + ")" if line.quantity is not None else ""
    donated = f", donated through {line.program}" if line.program else ""
    said = f"{product}: {STATUS_WORDS[line.status]}{amount}{donated}, {line.source}{_when(line.as_of)}."
    other = [f"{each.source} said {STATUS_WORDS[each.status]}{_when(each.as_of)}." for each in line.differs]
    return " ".join([said, *other])


def _when(moment: datetime | None) -> str:
    return f" on {moment.replace(tzinfo=None).isoformat(' ', 'minutes')} UTC" if moment else ""


def _checked(place: PlaceResult) -> str:
    moments = [line.as_of for line in place.stock]
    if place.status_as_of:
        moments.append(place.status_as_of)
    return max(moments).date().isoformat() if moments else ""


def _confidence(place: PlaceResult) -> Confidence:
    known = [line for line in place.stock if line.status != "unknown"]
    order = ("fresh", "ageing", "stale")
    best = min((line.freshness for line in known), key=order.index, default="stale")
    return _CONFIDENCE[best] if place.stock else "medium"
