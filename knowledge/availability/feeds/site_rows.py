"""One row of sites.csv becomes a `Site`, or the reasons why it cannot. Pure: row and gazetteer in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from knowledge.availability.feeds import values
from knowledge.availability.feeds.hours import hours
from knowledge.availability.feeds.location import Location, locate
from knowledge.availability.feeds.reading import RowReading
from knowledge.availability.feeds.remarks import Finding
from knowledge.availability.feeds.times import moment, not_in_future
from knowledge.availability.feeds.values import Reading, RefusedError
from knowledge.availability.feeds.words import KIND_SYNONYMS, OPERATING_SYNONYMS
from knowledge.availability.records import KINDS, OPERATING_STATUSES, Kind, OperatingStatus, Site
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.place import Place

SITE_COLUMNS = (
    "site_id", "name", "kind", "address", "city", "state", "zip", "county_fips", "latitude", "longitude",
    "phone", "hours", "operating_status", "status_as_of", "services", "languages",
    "npi", "ncpdp_id", "url", "source",
)  # fmt: skip
# Stands in while a row with a bad kind is read to its end for further errors.
PHARMACY: Kind = "pharmacy"
REQUIRED_SITE_COLUMNS = ("site_id", "name", "kind")
# The id stands in web addresses and in evidence ids.
_SITE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:~-]{0,99}")
LONGEST = {"name": 300, "address": 300, "city": 100, "url": 500, "source": 200}


class SiteReading(NamedTuple):
    """What a row gave: the site, or errors; and what was put right."""

    site: Site | None
    errors: Sequence[Finding]
    mends: Sequence[Finding]


@dataclass(frozen=True, slots=True)
class SiteRows:
    """Reads rows with these columns. `source` stands in where a row names none."""

    columns: Mapping[str, int]
    gazetteer: Gazetteer
    now: datetime
    source: str

    def read(self, fields: Sequence[str]) -> SiteReading:
        """The site in a row."""
        row = RowReading(fields, self.columns)
        kind = row.needed("kind", _kind, PHARMACY)
        place = self._zip_place(row)
        where = self._location(row, place, mail_order=kind == "mail_order")
        near = place or (self.gazetteer.nearest(where.latitude, where.longitude) if where else None)
        state = row.checked("state", values.state, near.state if near else "")
        if place and state and where and where.approximate and state != place.state:
            row.errors.append(("state", f"is {state}, but ZIP code {place.zip} is in {place.state}"))
        site = Site(
            site_id=row.needed("site_id", _site_id, ""),
            name=row.needed("name", partial(_text, longest=LONGEST["name"]), ""),
            kind=kind,
            address=row.checked("address", partial(_text, longest=LONGEST["address"]), ""),
            city=row.checked("city", partial(_text, longest=LONGEST["city"]), near.city if near else ""),
            state=state,
            zip=place.zip if place else "",
            county_fips=row.spare("county_fips", values.county_fips, near.county_fips if near else ""),
            latitude=where.latitude if where else None,
            longitude=where.longitude if where else None,
            phone=row.spare("phone", values.phone, ""),
            hours=row.spare("hours", hours, ""),
            operating_status=row.checked("operating_status", _operating, "unknown"),
            status_as_of=self._status_as_of(row, near),
            services=row.spare("services", values.listed, ()),
            languages=row.spare("languages", values.listed, ()),
            npi=row.spare("npi", partial(values.digits, length=10, name="an NPI"), ""),
            ncpdp_id=row.spare("ncpdp_id", partial(values.digits, length=7, name="an NCPDP number"), ""),
            url=row.spare("url", _url, ""),
            source=row.checked("source", partial(_text, longest=LONGEST["source"]), self.source),
            timezone=near.timezone if near else "",
            approximate=bool(where and where.approximate),
        )
        if not site.source:
            row.errors.append(("source", "is empty: who says so must be known"))
        return SiteReading(None if row.errors else site, row.errors, row.mends)

    def _zip_place(self, row: RowReading) -> Place | None:
        """The place of the ZIP code. A bad one refuses the row where the site's place rests on it."""
        read = row.spare if row.text("latitude") else row.checked
        return read("zip", self._known_zip, None)

    def _known_zip(self, text: str) -> Reading[Place | None]:
        found = values.zip_code(text, self.gazetteer.by_zip)
        place = self.gazetteer.by_zip(found.value)
        if place is None:
            raise RefusedError(f"there is no ZIP code {found.value}")
        return Reading(place, found.mended)

    def _location(self, row: RowReading, place: Place | None, *, mail_order: bool) -> Location | None:
        """Where the site is; None for mail order, which is nowhere, and for what was refused."""
        latitude = row.checked("latitude", partial(_degrees, most=180.0), None)
        longitude = row.checked("longitude", partial(_degrees, most=180.0), None)
        if mail_order and (latitude is None or longitude is None):
            return None
        try:
            where = locate(latitude, longitude, place)
        except RefusedError as refused:
            row.errors.append(("latitude", str(refused)))
            return None
        row.note("latitude", where.mended)
        return where

    def _status_as_of(self, row: RowReading, near: Place | None) -> datetime | None:
        zone = ZoneInfo(near.timezone) if near else UTC

        def read(text: str) -> Reading[datetime | None]:
            said = moment(text, zone)
            return Reading(not_in_future(said.value, self.now), said.mended)

        return row.checked("status_as_of", read, None)


def _kind(text: str) -> Reading[Kind]:
    return values.word(text, KINDS, KIND_SYNONYMS)


def _operating(text: str) -> Reading[OperatingStatus]:
    return values.word(text, OPERATING_STATUSES, OPERATING_SYNONYMS)


def _site_id(text: str) -> Reading[str]:
    if not _SITE_ID.fullmatch(text):
        raise RefusedError(f"'{text[:40]}' may hold letters, digits and . _ : ~ - only, up to 100")
    return Reading(text)


def _text(text: str, longest: int) -> Reading[str]:
    return Reading(values.limited(text, longest))


def _url(text: str) -> Reading[str]:
    if not re.match(r"https?://\S+$", text) or len(text) > LONGEST["url"]:
        raise RefusedError(f"'{text[:60]}' is not a web address")
    return Reading(text)


def _degrees(text: str, most: float) -> Reading[float | None]:
    try:
        number = float(text.rstrip("°").replace("−", "-"))
    except ValueError:
        raise RefusedError(f"'{text[:20]}' is not a number of degrees") from None
    if not abs(number) <= most:
        raise RefusedError(f"{text[:20]} is more than {most:g} degrees")
    return Reading(number)
