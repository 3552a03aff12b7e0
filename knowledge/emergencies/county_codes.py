"""County FIPS codes that changed: a table of places and a table of declarations may be of different years."""

from __future__ import annotations

# Old code -> the codes that replaced it (Census Bureau, 'Substantial Changes to Counties', 1990 to 2020).
SUCCESSORS: dict[str, tuple[str, ...]] = {
    "46113": ("46102",),  # Shannon County, SD, is Oglala Lakota County since 2015
    "02270": ("02158",),  # Wade Hampton Census Area, AK, is Kusilvak since 2015
    "02261": ("02063", "02066"),  # Valdez-Cordova, AK, was split into Chugach and Copper River in 2019
    "51515": ("51019",),  # the city of Bedford, VA, joined its county in 2013
    "51560": ("51005",),  # Clifton Forge, VA, joined Alleghany County in 2001
    "12025": ("12086",),  # Dade County, FL, is Miami-Dade since 1997
}
_PREDECESSORS = {new: old for old, news in SUCCESSORS.items() for new in news}


def equivalents(county_fips: str) -> frozenset[str]:
    """Every code under which this county may stand in a table, its own included."""
    return frozenset(
        {county_fips, *SUCCESSORS.get(county_fips, ()), _PREDECESSORS.get(county_fips, county_fips)}
    )
