"""Place cards: what a page shows of each place, in words of the page's language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from api.web.age import age_in_words, age_of
from api.web.markup import dial, human_phone
from api.web.texts import LOCALES, Texts
from assistant.answer import Citation
from knowledge.availability.citing import evidence_id
from knowledge.availability.records import PlaceResult, StockLine

# More products than this of one place hide the next place.
STOCK_LINES_SHOWN = 4
# Opens the phone's own map application where there is one, else a page; followed only when tapped.
DIRECTIONS = "https://www.google.com/maps/dir/?"


@dataclass(frozen=True, slots=True)
class StockView:
    """One stock line: `status` in words, `tone` good | care | bad for its colour (the words say it too)."""

    medicine: str
    status: str
    tone: str
    age: str
    free: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One place, numbered like the places in the text; `source` is the number of its citation, 0 if none."""

    number: int
    source: int
    name: str
    kind: str
    sample: bool
    distance: str
    opening: str
    opening_tone: str
    reported: str
    address: str
    phone: str
    phone_address: str
    directions: str
    stock: tuple[StockView, ...]


def cards(
    places: Sequence[PlaceResult], citations: Sequence[Citation], at: datetime, texts: Texts
) -> list[Card]:
    """The cards of an answer's places."""
    numbers = {citation.id: citation.number for citation in citations}
    return [
        _card(number, numbers.get(evidence_id(place), 0), place, at, texts)
        for number, place in enumerate(places, start=1)
    ]


def _card(number: int, source: int, place: PlaceResult, at: datetime, texts: Texts) -> Card:
    opening, tone = _opening(place, texts)
    return Card(
        number=number,
        source=source,
        name=place.name,
        kind=texts(f"kind-{place.kind}"),
        sample=place.sample,
        distance=_distance(place, texts),
        opening=opening,
        opening_tone=tone,
        reported=age_of(place.status_as_of, at, texts),
        address=_address(place),
        phone=human_phone(place.phone),
        phone_address=dial(place.phone) if place.phone else "",
        directions=_directions(place),
        stock=tuple(_stock(line, texts) for line in _products(place.stock)),
    )


def _opening(place: PlaceResult, texts: Texts) -> tuple[str, str]:
    if place.operating_status == "closed":
        return texts("place-status-closed"), "bad"
    if place.open_now is None:
        return texts("place-hours-unknown"), "care"
    if not place.open_now:
        return _closed(place, texts), "bad"
    if place.operating_status == "limited":
        return texts("place-status-limited"), "care"
    return texts("place-open"), "good"


def _closed(place: PlaceResult, texts: Texts) -> str:
    if place.opens_at is None:
        return texts("place-closed-now")
    from babel.dates import format_skeleton  # noqa: PLC0415  only where a place is closed

    when = format_skeleton("Ehm", place.opens_at, locale=LOCALES[texts.language].replace("-", "_"))
    return texts("place-opens", when=when)


def _distance(place: PlaceResult, texts: Texts) -> str:
    if place.distance_miles is None:
        return texts("place-mail-order") if place.kind == "mail_order" else ""
    miles = texts("place-miles", miles=round(place.distance_miles, 1))
    return texts("place-approximate") + " " + miles if place.approximate else miles


def _address(place: PlaceResult) -> str:
    region = f"{place.state} {place.zip}".strip()
    return ", ".join(part for part in (place.address, place.city, region) if part)


def _directions(place: PlaceResult) -> str:
    if place.latitude is None or place.longitude is None:
        return ""
    point = f"{place.latitude:.5f},{place.longitude:.5f}"
    return DIRECTIONS + urlencode({"api": 1, "destination": _address(place) if place.approximate else point})


def _products(lines: Sequence[StockLine]) -> list[StockLine]:
    """The first word on each product, best first; more of one place would hide the next."""
    products: dict[tuple[str, str], StockLine] = {}
    for line in lines:
        products.setdefault((line.medicine, line.strength), line)
    return list(products.values())[:STOCK_LINES_SHOWN]


def _stock(line: StockLine, texts: Texts) -> StockView:
    """Stale stock is never shown as there: 'call first', whatever was reported."""
    name = " ".join(part for part in (line.medicine, line.strength) if part)
    status, tone = texts(f"stock-{line.status}"), {"in_stock": "good", "out": "bad"}.get(line.status, "care")
    if line.freshness == "stale" and line.status != "unknown":
        status, tone = texts("stock-call-first"), "care"
    return StockView(name, status, tone, age_in_words(line.age_hours, texts), line.donated)
