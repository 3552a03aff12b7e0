"""The plain sentences in which this room gives its reasons."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from knowledge.emergencies.asked_place import AskedPlace
from knowledge.emergencies.days import in_words, zone_of
from knowledge.emergencies.records import Activation, Declaration
from knowledge.places.states import JURISDICTIONS

# A county's name by its FIPS code.
CountyName = Callable[[str], str]

NO_STATE_ROW = (
    "No governor's order or board notice for this place is on record here, so the state emergency is likely "
    "but not confirmed."
)
DECLARATION_TABLE = "The list of federal declarations"
ACTIVATION_TABLE = "The list of governors' emergencies and board notices"
KIND_WORDS = {
    "governor_emergency": "The governor's emergency",
    "board_notice": "The board of pharmacy's notice",
    "epap": "The Emergency Prescription Assistance Program",
    "part_d": "Medicare's disaster rule for Part D",
    "public_health_emergency": "The federal public health emergency",
    "payer_relief": "A health plan's disaster relief",
}
# More area names than this make a sentence that nobody reads.
AREAS_IN_A_SENTENCE = 8


def area_name(name: str) -> str:
    """OpenFEMA's 'Fairfield (County)(in (P)MSA 1160)' as people say it: 'Fairfield County'."""
    plain = re.sub(r"\s*\(in \(?P?\)?.*$", "", name)
    return re.sub(r"\s*\(([^()]*)\)", r" \1", plain).strip()


def declaration_covers(declaration: Declaration, place: AskedPlace, last: date) -> str:
    """That a federal declaration covers the place, and until when it counts."""
    when = f"declared on {in_words(declaration.declared_on)}"
    why = (
        f"the incident ended on {in_words(declaration.ended)}"
        if declaration.ended
        else "no end of the incident is given"
    )
    sentence = (
        f"FEMA's {declaration.id} ({declaration.title}), {when}, covers {_covered(declaration, place)}. "
        f"It counts until {in_words(last)}, because {why}."
    )
    return sentence + (" This is a drill, not a real emergency." if declaration.sample else "")


def _covered(declaration: Declaration, place: AskedPlace) -> str:
    if any(a.reach == "statewide" for a in declaration.areas):
        return (
            f"all of {declaration.state}"
            if place.whole_state
            else f"all of {declaration.state}, so {place.label}"
        )
    if not place.whole_state:
        return place.label
    return listed(area_name(a.name) for a in declaration.areas if a.reach == "county")


def listed(names: Iterable[str]) -> str:
    """Names in a sentence, cut with a count after the first few."""
    unique = list(dict.fromkeys(names))
    if len(unique) > AREAS_IN_A_SENTENCE:
        unique = [*unique[:AREAS_IN_A_SENTENCE], f"{len(unique) - AREAS_IN_A_SENTENCE} more areas"]
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} and {unique[-1]}"


def activation_covers(rows: Sequence[Activation], place: AskedPlace, county_name: CountyName) -> str:
    """That a governor's emergency or a board notice covers the place; `rows` are areas of one activation."""
    row = rows[0]
    until = f"until {in_words(row.ends)}" if row.ends else "with no end given"
    by = f" (authority: {row.authority})" if row.authority else ""
    sentence = f"{KIND_WORDS[row.kind]} '{row.title}'{by} covers {_activated(rows, place, county_name)}"
    sentence += f" from {in_words(row.begins)} {until}."
    return sentence + (" This is a drill, not a real emergency." if row.sample else "")


def _activated(rows: Sequence[Activation], place: AskedPlace, county_name: CountyName) -> str:
    if not place.whole_state or any(not (r.county_fips or r.zip) for r in rows):
        return place.label
    return f"parts of {place.label}: " + listed(activation_area(r, county_name) for r in rows)


def activation_area(row: Activation, county_name: CountyName) -> str:
    """The area of one row: 'ZIP 33602', 'Hillsborough County, FL', 'Florida', 'the whole country'."""
    if row.zip:
        return f"ZIP {row.zip}"
    if row.county_fips:
        return county_name(row.county_fips)
    return JURISDICTIONS[row.state].name if row.state else "the whole country"


def program_runs(row: Activation) -> str:
    """That a program is switched on, which by itself is no state emergency."""
    until = f"until {in_words(row.ends)}" if row.ends else "with no end given"
    return (
        f"{KIND_WORDS[row.kind]} ('{row.title}') runs here from {in_words(row.begins)} {until}; "
        "by itself that does not put a state emergency in force."
    )


def fire_grant(declaration: Declaration) -> str:
    """That a fire grant covers the place and gives people nothing."""
    return (
        f"{declaration.id} ({declaration.title}) is a fire grant: it pays fire services and does not count "
        "for people."
    )


def named_areas(declaration: Declaration) -> str:
    """That a declaration also names areas which have no county code."""
    names = listed(area_name(a.name) for a in declaration.areas if a.reach == "named")
    tribal = any(a.tribal for a in declaration.areas)
    what = "tribal areas" if tribal else "areas"
    return f"{declaration.id} also names {what} that are matched by name only: {names}."


def nothing_covers(place: AskedPlace, at: datetime) -> str:
    """That nothing on record covers the place on that day."""
    day = at.astimezone(zone_of(place.state)).date()
    return (
        f"Nothing on record here covers {place.label} on {in_words(day)}: no governor's emergency, no board "
        "notice and no recent FEMA declaration."
    )


def tables_are_fresh(declarations: datetime, activations: datetime) -> str:
    """How fresh both tables are."""
    return (
        f"Federal declarations are complete up to {in_words(declarations.date())}, "
        f"governors' emergencies and board notices up to {in_words(activations.date())}."
    )


def never_loaded(table: str) -> str:
    """That a table was never loaded."""
    return f"{table} was never loaded, so an emergency cannot be ruled out."


def too_old(table: str, as_of: datetime, days: int) -> str:
    """That a table is too old to say no."""
    return (
        f"{table} is complete only up to {in_words(as_of.date())}, more than {days} days before, so an "
        "emergency cannot be ruled out."
    )


def county_not_known(place: AskedPlace) -> str:
    """That a ZIP code's county is not known although single counties are covered."""
    return f"The county of {place.label} is not known, and some counties of the state are covered."


def incomplete(declaration: Declaration) -> str:
    """That a declaration is held without all of its areas, so that it may cover the place after all."""
    return (
        f"{declaration.id} ({declaration.title}) is held here without all of its counties and may cover it."
    )
