"""`GET /v1/declarations`: what was declared and switched on for a place, and whether it is in force."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any

import msgspec
from litestar import Request, get
from litestar.params import FromQuery, QueryParameter

from api.answering import read_clock, read_zip
from api.emergency_view import (
    ActivationView,
    DeclarationView,
    activation_view,
    declaration_view,
)
from api.lookups import read_fips, read_state
from api.openapi import problems
from api.services import InjectedServices
from api.wire import bad_field
from knowledge.emergencies.records import Answer
from knowledge.places.gazetteer import Gazetteer


class AskedPlace(msgspec.Struct):
    """The place that was asked about; "" where it does not apply."""

    state: str
    county_fips: str
    zip: str
    label: str


class Declarations(msgspec.Struct, kw_only=True):
    """`in_force` is the contract's word; fire grants and tribal rows are listed and never count."""

    place: AskedPlace
    as_of: datetime
    in_force: Answer
    declarations: list[DeclarationView]
    activations: list[ActivationView]
    reasons: tuple[str, ...]


@get(
    "/v1/declarations",
    operation_id="FindDeclarations",
    summary="Declarations and activations at a place",
    tags=["look-ups"],
    responses=problems(),
    sync_to_thread=True,
)
def find_declarations(
    *,
    request: Request[Any, Any, Any],
    services: InjectedServices,
    of_state: Annotated[str | None, QueryParameter(name="state")] = None,
    zip: FromQuery[str | None] = None,
    county_fips: FromQuery[str | None] = None,
    as_of: FromQuery[str | None] = None,
) -> Declarations:
    """Give a state, a ZIP code or a county; a state alone counts any covered county."""
    place = read_place(of_state, zip, county_fips, services.knowledge.places)
    at = read_clock(as_of, request.user, services)
    register = services.knowledge.emergencies
    where = {"state": place.state, "county_fips": place.county_fips, "zip": place.zip}
    emergency = register.in_force(**where, at=at)
    declarations, activations = register.active(**where, at=at)
    return Declarations(
        place=place,
        as_of=at,
        in_force=emergency.answer,
        declarations=[declaration_view(each) for each in declarations],
        activations=[activation_view(each) for each in activations],
        reasons=emergency.reasons,
    )


def read_place(
    state: str | None, zip_code: str | None, county_fips: str | None, gazetteer: Gazetteer
) -> AskedPlace:
    """The place of the given parameters; they must not contradict each other."""
    code = read_state(state) if state else ""
    if zip_code:
        found = gazetteer.by_zip(read_zip(zip_code, gazetteer, "zip"))
        if found is None or (code and found.state != code):
            raise bad_field("zip", "This ZIP code does not lie in the state that was given.")
        county = read_fips(county_fips, gazetteer, found.state) or found.county_fips
        return AskedPlace(found.state, county, found.zip, found.label)
    if county_fips:
        fips = read_fips(county_fips, gazetteer, code)
        county_place = gazetteer.by_county_fips(fips)
        return AskedPlace(
            county_place.state if county_place else code, fips, "", county_place.label if county_place else ""
        )
    if not code:
        raise bad_field("state", "Give a state, a ZIP code (zip) or a county (county_fips).")
    found_state = gazetteer.state(code)
    return AskedPlace(code, "", "", found_state.label if found_state else code)
