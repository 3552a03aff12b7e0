"""The place that is asked about, and whether an area covers it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge.emergencies.county_codes import equivalents
from knowledge.emergencies.days import DECLARABLE
from knowledge.emergencies.records import Activation, Area
from knowledge.errors import BadInput, FieldError
from knowledge.places.states import JURISDICTIONS, state_code

if TYPE_CHECKING:
    from knowledge.places.gazetteer import Gazetteer

_STATES_BY_FIPS = {s.fips: s.code for s in JURISDICTIONS.values()}


@dataclass(frozen=True, slots=True)
class AskedPlace:
    """A ZIP code, a county or a whole state. `county_known` is False for a ZIP whose county is not known.

    `label` is how people write it: 'Hillsborough County, FL'.
    """

    state: str
    county_fips: str
    zip: str
    label: str

    @property
    def whole_state(self) -> bool:
        """True where only the state was given: then any covered county counts."""
        return not (self.county_fips or self.zip)

    @property
    def county_known(self) -> bool:
        """False where a ZIP code was given whose county is not known: county rows cannot be matched."""
        return self.whole_state or bool(self.county_fips)


def asked_place(gazetteer: Gazetteer, state: str, county_fips: str = "", zip_code: str = "") -> AskedPlace:
    """The place from what a caller gave; raises BadInput for an unknown state or a malformed code."""
    _check(county_fips, zip_code)
    at_zip = gazetteer.by_zip(zip_code) if zip_code else None
    county = county_fips or (at_zip.county_fips if at_zip else "")
    code = state_code(state) if state else _STATES_BY_FIPS.get(county[:2], at_zip.state if at_zip else "")
    if not code or code not in DECLARABLE:
        raise BadInput(
            f"'{state}' is no US state or territory." if state else "Name a state, a county or a ZIP code.",
            [FieldError("state", "unknown state")],
        )
    if county_fips and _STATES_BY_FIPS.get(county_fips[:2]) != code:
        raise BadInput(
            f"County {county_fips} is not in {code}.",
            [FieldError("county_fips", f"is not a county of {code}")],
        )
    return AskedPlace(code, county, zip_code, _label(gazetteer, code, county, zip_code))


def _check(county_fips: str, zip_code: str) -> None:
    for field, value in (("county_fips", county_fips), ("zip", zip_code)):
        if value and not re.fullmatch(r"\d{5}", value, re.ASCII):
            raise BadInput(f"'{value}' is not a code of five digits.", [FieldError(field, "five digits")])


def county_name(gazetteer: Gazetteer, county_fips: str) -> str:
    """'Hillsborough County, FL', or the code where the county is not known."""
    county = gazetteer.by_county_fips(county_fips)
    return county.label if county else f"county {county_fips}"


def _label(gazetteer: Gazetteer, state: str, county_fips: str, zip_code: str) -> str:
    if county_fips:
        return county_name(gazetteer, county_fips)
    if zip_code:
        return f"ZIP {zip_code}, {state}"
    return JURISDICTIONS[state].name if state in JURISDICTIONS else state


def area_covers(area: Area, place: AskedPlace) -> bool:
    """Whether a declaration's area counts for the place; tribal and other named areas never do by code."""
    if area.reach == "statewide":
        return True
    if area.reach == "named":
        return False
    return place.whole_state or area.county_fips in equivalents(place.county_fips)


def activation_covers(row: Activation, place: AskedPlace, gazetteer: Gazetteer) -> bool:
    """Whether one row counts for the place.

    A row for a ZIP code counts for that ZIP code, for the county it lies in when only a county is asked,
    and for its state when only a state is asked.
    """
    if row.state and row.state != place.state:
        return False
    if row.zip:
        return row.zip == place.zip if place.zip else _zip_within(row, place, gazetteer)
    if row.county_fips:
        return place.whole_state or row.county_fips in equivalents(place.county_fips)
    return True


def _zip_within(row: Activation, place: AskedPlace, gazetteer: Gazetteer) -> bool:
    at_zip = gazetteer.by_zip(row.zip)
    if place.whole_state:
        return row.state == place.state or bool(at_zip and at_zip.state == place.state)
    return bool(at_zip and at_zip.county_fips in equivalents(place.county_fips))
