"""The gazetteer: every ZIP code, city, county and state, by name, number, point and in typed text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

import numpy as np
import numpy.typing as npt

from knowledge.places.atlas import Atlas, ZipRow
from knowledge.places.names import county_key, place_key
from knowledge.places.place import Place, PlaceMention
from knowledge.places.reading import Reader
from knowledge.places.states import JURISDICTIONS, state_code
from knowledge.remembering import remembered


class Gazetteer:
    """All places; immutable once loaded, so any number of threads may share it."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._reader = Reader(atlas)
        self._found = remembered(self._find)

    @classmethod
    def load(cls) -> Gazetteer:
        """The gazetteer from the data files of this room."""
        gazetteer = cls(Atlas.load())
        gazetteer.find("in springfeild")  # reads the word lists now, so that nobody waits for them later
        return gazetteer

    def find(self, text: str, near: Place | None = None) -> list[PlaceMention]:
        """The places mentioned in typed text, in order, without overlap; `near` breaks ties."""
        return [*self._found(text, near)]

    def _find(self, text: str, near: Place | None) -> tuple[PlaceMention, ...]:
        return tuple(self._reader.read(text, near))

    def by_zip(self, zip: str) -> Place | None:
        """The place of a ZIP code ('33602' or '33602-1234'); None when there is no such code."""
        row = self._atlas.zip_row(zip.strip()[:5])
        return self._atlas.zip_place(row) if row else None

    def zip_places(self) -> Iterator[Place]:
        """Every ZIP code as a place."""
        return (self._atlas.zip_place(row) for code in self._atlas.zips if (row := self._atlas.zip_row(code)))

    def counties(self) -> Iterator[Place]:
        """Every county and county equivalent as a place."""
        return map(self._atlas.county_place, self._atlas.counties.values())

    def by_city(self, city: str, state: str) -> Place | None:
        """The city of this name in this state (code or name)."""
        code = state_code(state)
        rows = self._atlas.city_rows(place_key(city))
        return next((self._atlas.city_place(r) for r in rows if r.state == code), None)

    def by_county_fips(self, fips: str) -> Place | None:
        """The county with this five-digit FIPS code."""
        row = self._atlas.counties.get(fips)
        return self._atlas.county_place(row) if row else None

    def overlapping_counties(self, fips: str) -> tuple[str, ...]:
        """The counties that ZIP codes of this county or region may carry: itself, or what a region overlaps.

        Connecticut's planning regions (09110 …) became its county equivalents in 2022, while ZIP data and
        older declarations use its eight counties. Source: Census Bureau, Federal Register 87 FR 34235.
        """
        return self._atlas.regions.get(fips, (fips,) if fips in self._atlas.counties else ())

    def county_fips(self, county_name: str, state: str) -> str:
        """The five-digit FIPS code of a county by name ('St. Johns', 'Orleans Parish'); "" when unknown."""
        code = state_code(state)
        rows = self._atlas.county_names.get(county_key(county_name), [])
        return next((r.fips for r in rows if r.state == code), "")

    def state(self, code: str) -> Place | None:
        """A state or territory as a place."""
        return self._atlas.states.get(code.strip().upper())

    def state_timezone(self, code: str) -> str:
        """The IANA time zone in which whole days of this state are counted; KeyError for no state."""
        return JURISDICTIONS[code.strip().upper()].timezone

    def nearest(self, lat: float, lon: float) -> Place:
        """The point itself as a place, with the ZIP, city, county and state of the nearest ZIP's centre."""
        latitudes, longitudes, zips = self._centres
        east = (longitudes - lon + 180.0) % 360.0 - 180.0
        squared = (latitudes - lat) ** 2 + (east * np.cos(np.radians(lat))) ** 2
        nearest = self._atlas.zip_row(zips[int(np.argmin(squared))])
        assert nearest is not None  # noqa: S101  the codes are this atlas's own
        return replace(self._atlas.zip_place(nearest), latitude=lat, longitude=lon, kind="point")

    @cached_property
    def _centres(self) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], list[str]]:
        rows = [ZipRow(*line.split("\t")) for line in self._atlas.zips.values()]
        latitudes = np.array([float(r.latitude) for r in rows])
        longitudes = np.array([float(r.longitude) for r in rows])
        return latitudes, longitudes, [r.zip for r in rows]
