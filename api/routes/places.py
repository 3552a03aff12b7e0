"""`GET /v1/places`: where these medicines may be had, nearest and surest first; JSON or GeoJSON."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get
from litestar.params import FromQuery, QueryParameter

from api.answering import read_clock
from api.lookups import (
    DEFAULT_PLACES,
    MEDICINES_LIMIT,
    PLACES_LIMIT,
    RADIUS_LIMIT_MILES,
    read_medicine,
    read_near,
)
from api.openapi import AlsoGeoJson, problems
from api.services import InjectedServices
from api.wire import bad_field
from knowledge.availability.records import PlaceResult

GEO_JSON = "application/geo+json"


class Places(msgspec.Struct):
    """Places in the useful order; `widened_to_miles` is set where 25 miles held too few."""

    places: tuple[PlaceResult, ...]
    widened_to_miles: int | None


@get(
    "/v1/places",
    operation_id="FindPlaces",
    summary="Places with these medicines",
    tags=["look-ups"],
    responses=problems(),
    operation_class=AlsoGeoJson,
    sync_to_thread=True,
)
def find_places(
    *,
    request: Request[Any, Any, Any],
    services: InjectedServices,
    near: Annotated[
        str, QueryParameter(description="ZIP code, or latitude,longitude in degrees", max_length=60)
    ],
    medicine: Annotated[
        list[str] | None, QueryParameter(description="Name, RxCUI or NDC; several: all of them at one place")
    ] = None,
    radius_miles: Annotated[float | None, QueryParameter(gt=0, le=RADIUS_LIMIT_MILES)] = None,
    limit: Annotated[int, QueryParameter(ge=1, le=PLACES_LIMIT)] = DEFAULT_PLACES,
    in_stock: FromQuery[bool] = False,
    open_now: FromQuery[bool] = False,
    as_of: FromQuery[str | None] = None,
) -> Response[Places]:
    """Without `radius_miles` the search starts at 25 miles and widens to 50, 100 and 250."""
    known = services.knowledge
    names = [name for name in medicine or [] if name]
    if len(names) > MEDICINES_LIMIT:
        raise bad_field("medicine", f"Use at most {MEDICINES_LIMIT} medicines.")
    medicines = [read_medicine(name, known.medicines) for name in names]
    latitude, longitude = read_near(near, known.places)
    at = read_clock(as_of, request.user, services)
    if medicines:
        found = known.availability.search(
            medicines,
            latitude,
            longitude,
            at,
            radius_miles=radius_miles,
            limit=limit,
            in_stock=in_stock,
            open_now=open_now,
        )
    else:
        found = known.availability.sites_near(
            latitude, longitude, at, radius_miles=radius_miles, limit=limit, open_now=open_now
        )
    places = Places(found.places, found.widened_to_miles)
    if GEO_JSON in request.headers.get("accept", ""):
        return Response(feature_collection(places), media_type=GEO_JSON)  # type: ignore[arg-type]
    return Response(places)


def feature_collection(found: Places) -> dict[str, Any]:
    """The places as GeoJSON (RFC 7946): points are longitude, latitude; mail order has no geometry."""
    return {
        "type": "FeatureCollection",
        "features": [_feature(place) for place in found.places],
        "widened_to_miles": found.widened_to_miles,
    }


def _feature(place: PlaceResult) -> dict[str, Any]:
    point = None
    if place.latitude is not None and place.longitude is not None:
        point = {"type": "Point", "coordinates": [place.longitude, place.latitude]}
    return {
        "type": "Feature",
        "id": place.site_id,
        "geometry": point,
        "properties": msgspec.to_builtins(place),
    }
