"""The places themselves, by ZIP, city, county and state, from the files in `data/`."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from knowledge.places.names import county_key, place_key
from knowledge.places.place import Place
from knowledge.places.states import JURISDICTIONS

DATA = Path(__file__).parent / "data"


class ZipRow(NamedTuple):
    """One line of `zips.csv`."""

    zip: str
    city: str
    state: str
    county_fips: str
    latitude: str
    longitude: str
    timezone: str


class CityRow(NamedTuple):
    """One line of `cities.csv`."""

    city: str
    state: str
    county_fips: str
    latitude: str
    longitude: str
    timezone: str
    population: str


class CountyRow(NamedTuple):
    """One line of `counties.csv`."""

    fips: str
    name: str
    state: str
    latitude: str
    longitude: str
    timezone: str


@dataclass(frozen=True)
class Atlas:
    """All places as rows; a `Place` is made only when one is asked for."""

    zips: dict[str, ZipRow]
    cities: dict[str, list[CityRow]]
    counties: dict[str, CountyRow]
    county_names: dict[str, list[CountyRow]]

    @classmethod
    def load(cls, data: Path = DATA) -> Atlas:
        """Reads the three files (some 80,000 lines)."""
        counties = [CountyRow(*row) for row in _rows(data / "counties.csv")]
        zips = {row[0]: ZipRow(*row) for row in _rows(data / "zips.csv")}
        cities: dict[str, list[CityRow]] = {}
        for cells in _rows(data / "cities.csv"):
            cities.setdefault(place_key(cells[0]), []).append(CityRow(*cells))
        names: dict[str, list[CountyRow]] = {}
        for county in counties:
            names.setdefault(county_key(county.name), []).append(county)
        return cls(zips, cities, {c.fips: c for c in counties}, names)

    def zip_place(self, row: ZipRow) -> Place:
        """A ZIP code as a place."""
        return Place(
            zip=row.zip,
            city=row.city,
            county=self._county_name(row.county_fips),
            county_fips=row.county_fips,
            state=row.state,
            latitude=float(row.latitude),
            longitude=float(row.longitude),
            timezone=row.timezone,
            kind="zip",
            label=f"{row.city}, {row.state} {row.zip}",
        )

    def city_place(self, row: CityRow) -> Place:
        """A city as a place."""
        return Place(
            zip="",
            city=row.city,
            county=self._county_name(row.county_fips),
            county_fips=row.county_fips,
            state=row.state,
            latitude=float(row.latitude),
            longitude=float(row.longitude),
            timezone=row.timezone,
            kind="city",
            label=f"{row.city}, {row.state}",
        )

    def county_place(self, row: CountyRow) -> Place:
        """A county as a place."""
        return Place(
            zip="",
            city="",
            county=row.name,
            county_fips=row.fips,
            state=row.state,
            latitude=float(row.latitude),
            longitude=float(row.longitude),
            timezone=row.timezone,
            kind="county",
            label=f"{row.name}, {row.state}",
        )

    def _county_name(self, fips: str) -> str:
        county = self.counties.get(fips)
        return county.name if county else ""


def state_places(atlas: Atlas) -> dict[str, Place]:
    """Every jurisdiction as a place, its centre the middle of its ZIP codes."""
    sums = {code: [0.0, 0.0, 0] for code in JURISDICTIONS}
    for row in atlas.zips.values():
        held = sums[row.state]
        held[0] += float(row.latitude)
        held[1] += float(row.longitude)
        held[2] += 1
    return {code: _state_place(code, lat / n, lon / n) for code, (lat, lon, n) in sums.items()}


def _state_place(code: str, latitude: float, longitude: float) -> Place:
    state = JURISDICTIONS[code]
    return Place(
        zip="",
        city="",
        county="",
        county_fips="",
        state=code,
        latitude=round(latitude, 4),
        longitude=round(longitude, 4),
        timezone=state.timezone,
        kind="state",
        label=state.name,
    )


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        yield from lines
