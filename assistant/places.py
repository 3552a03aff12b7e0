"""Where the medicines of a question may be had: all of them at one place, else each where it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest

from msgspec.structs import replace

from assistant.understanding.request import Request
from knowledge.availability.candidates import HAS_STOCK
from knowledge.availability.records import PlaceResult, SearchResult
from knowledge.availability.table import AvailabilityTable
from knowledge.medicines.medicine import Medicine
from knowledge.places.place import Place

# So many places fit a phone's screen and a caller's patience.
PLACES_SHOWN = 5
# Farther than this nobody drives from one pharmacy to another; a call to a near one comes first.
APART_MILES = 50.0
LEAST_FOR_EACH = 2
# A place without a word on the medicine is worth a call, but none so far away that nobody could go there.
WORTH_A_CALL_MILES = 100.0


@dataclass(frozen=True, slots=True)
class Found:
    """The places; `apart` where none reports all the medicines, so that each stands where one of them is."""

    result: SearchResult
    apart: bool = False


def find_places(request: Request, near: Place, table: AvailabilityTable) -> Found:
    """The nearest useful places for what is asked."""
    medicines = [asked.medicine for asked in request.medicines]
    strength = request.medicines[0].strength if len(request.medicines) == 1 else ""
    together = _search(medicines, request, near, table, strength=strength)
    if len(medicines) == 1 or any(_has_stock(place) for place in together.places):
        return Found(together)
    each = [_with_stock(medicine, len(medicines), request, near, table) for medicine in _by_risk(medicines)]
    if not any(each):
        return Found(together)
    in_turn = (place for place in chain.from_iterable(zip_longest(*each)) if place is not None)
    # Then those near by that may have all of them: a call may save the way to two places.
    places = {place.site_id: place for place in (*in_turn, *together.places)}
    return Found(SearchResult(tuple(islice(places.values(), PLACES_SHOWN))), apart=True)


def _with_stock(
    medicine: Medicine, of: int, request: Request, near: Place, table: AvailabilityTable
) -> list[PlaceResult]:
    limit = max(LEAST_FOR_EACH, PLACES_SHOWN // of)
    found = _search([medicine], request, near, table, radius_miles=APART_MILES, limit=limit)
    return [place for place in found.places if _has_stock(place)]


def _search(
    medicines: Sequence[Medicine],
    request: Request,
    near: Place,
    table: AvailabilityTable,
    *,
    strength: str = "",
    radius_miles: float | None = None,
    limit: int = PLACES_SHOWN,
) -> SearchResult:
    found = table.search(
        medicines,
        near.latitude,
        near.longitude,
        request.at,
        radius_miles=radius_miles,
        limit=limit,
        coverage=request.coverage,
        opioid_use_disorder=request.opioid_program,
        strength=strength,
    )
    return replace(found, places=tuple(filter(_is_worth_showing, found.places)))


def _is_worth_showing(place: PlaceResult) -> bool:
    return _has_stock(place) or place.distance_miles is None or place.distance_miles <= WORTH_A_CALL_MILES


def _has_stock(place: PlaceResult) -> bool:
    return place.tier in HAS_STOCK


def _by_risk(medicines: Sequence[Medicine]) -> list[Medicine]:
    """Those first that are most dangerous to be without."""
    order = ("critical", "high", "moderate", "low")
    return sorted(medicines, key=lambda medicine: order.index(medicine.interruption_risk))
