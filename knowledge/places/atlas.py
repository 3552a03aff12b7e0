"""The places themselves, by ZIP, city, county and state, from the files in `data/`.

The two large files stay lines of text in dictionaries; a line is taken apart when its place is asked for.
That loads 85,000 places in a tenth of the time.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from knowledge.places.names import county_key, place_key
from knowledge.places.place import Place
from knowledge.places.states import JURISDICTIONS

DATA = Path(__file__).parent / "data"


class ZipRow(NamedTuple):
    """One line of `zips.tsv`."""

    zip: str
    city: str
    state: str
    county_fips: str
    latitude: str
    longitude: str
    timezone: str


class CityRow(NamedTuple):
    """One line of `cities.tsv`; `population` is 0 where it is not known."""

    key: str
    state: str
    population: int
    city: str
    county_fips: str
    latitude: str
    longitude: str
    timezone: str


class CountyRow(NamedTuple):
    """One line of `counties.tsv`; `population` is that of its known cities."""

    fips: str
    name: str
    state: str
    latitude: str
    longitude: str
    timezone: str
    population: int


@dataclass(frozen=True)
class Atlas:
    """All places; ZIP codes and cities as lines, made rows and places on demand.

    `cities` is by `place_key`, `county_names` by `county_key`, `county_aliases` by place key ('miami dade'),
    `nicknames` are the keys of cities that are not their names ('nyc', 'nueva york'). `longest` says how many
    words the longest name that begins with a word has. `regions` are Connecticut's planning regions with the
    counties that each overlaps.
    """

    zips: dict[str, str]
    cities: dict[str, list[str]]
    counties: dict[str, CountyRow]
    county_names: dict[str, list[CountyRow]]
    county_aliases: dict[str, str]
    nicknames: frozenset[str]
    longest: dict[str, int]
    regions: dict[str, tuple[str, ...]]
    states: dict[str, Place]

    @classmethod
    def load(cls, data: Path = DATA) -> Atlas:
        """Reads the files."""
        zips = {line[:5]: line for line in _lines(data / "zips.tsv")}
        cities = _cities(data / "cities.tsv")
        nicknames, aliases = _add_other_names(data / "other_names.csv", cities)
        counties = {c.fips: c for c in map(_county_row, _lines(data / "counties.tsv"))}
        regions = _add_regions(data / "connecticut_regions.csv", counties)
        return cls(
            zips=zips,
            cities=cities,
            counties=counties,
            county_names=_by_key(counties),
            county_aliases=aliases,
            nicknames=nicknames,
            longest=_longest([*cities, *aliases]),
            regions=regions,
            states=dict(map(_state_place, _lines(data / "states.tsv"))),
        )

    def zip_row(self, zip_code: str) -> ZipRow | None:
        """The row of a five-digit ZIP code."""
        line = self.zips.get(zip_code)
        return ZipRow(*line.split("\t")) if line else None

    def city_rows(self, key: str) -> list[CityRow]:
        """The rows of all cities of a key; none when there is no such city."""
        return [city_row(line) for line in self.cities.get(key, ())]

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


def city_row(line: str) -> CityRow:
    """One line of `cities.tsv` taken apart."""
    key, state, population, *rest = line.split("\t")
    return CityRow(key, state, int(population), *rest)


def _county_row(line: str) -> CountyRow:
    fips, name, state, latitude, longitude, timezone, population = line.split("\t")
    return CountyRow(fips, name, state, latitude, longitude, timezone, int(population))


def _cities(path: Path) -> dict[str, list[str]]:
    cities: dict[str, list[str]] = {}
    for line in _lines(path):
        cities.setdefault(line[: line.index("\t")], []).append(line)
    return cities


def _add_other_names(path: Path, cities: dict[str, list[str]]) -> tuple[frozenset[str], dict[str, str]]:
    """Enters nicknames and Spanish names of cities; returns them, and those of counties with their codes."""
    nicknames, aliases = set(), {}
    for name, fips, city, state in _records(path):
        key = place_key(name)
        if fips:
            aliases[key] = fips
        else:
            nicknames.add(key)
            cities[key] = [line for line in cities[place_key(city)] if line.split("\t", 2)[1] == state]
    return frozenset(nicknames), aliases


def _longest(keys: Iterable[str]) -> dict[str, int]:
    longest: dict[str, int] = {}
    for key in keys:
        first, _, rest = key.partition(" ")
        size = rest.count(" ") + 2 if rest else 1
        if size > longest.get(first, 0):
            longest[first] = size
    return longest


def _add_regions(path: Path, counties: dict[str, CountyRow]) -> dict[str, tuple[str, ...]]:
    """Enters Connecticut's planning regions among the counties, at the centre of the first they overlap."""
    regions = {}
    for fips, name, overlapped in _records(path):
        regions[fips] = tuple(overlapped.split("|"))
        counties[fips] = counties[regions[fips][0]]._replace(fips=fips, name=name)
    return regions


def _by_key(counties: dict[str, CountyRow]) -> dict[str, list[CountyRow]]:
    names: dict[str, list[CountyRow]] = {}
    for county in counties.values():
        names.setdefault(county_key(county.name), []).append(county)
    return names


def _state_place(line: str) -> tuple[str, Place]:
    code, latitude, longitude = line.split("\t")
    state = JURISDICTIONS[code]
    place = Place(
        zip="",
        city="",
        county="",
        county_fips="",
        state=code,
        latitude=float(latitude),
        longitude=float(longitude),
        timezone=state.timezone,
        kind="state",
        label=state.name,
    )
    return code, place


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _records(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        next(lines)
        yield from lines
