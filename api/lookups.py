"""Reading the parameters of look-ups: states, counties, ZIP codes, points, medicines and limits."""

from __future__ import annotations

import re

from api.answering import read_zip
from api.wire import bad_field
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.vocabulary import Vocabulary
from knowledge.places.gazetteer import Gazetteer
from knowledge.places.states import state_code

FIPS = re.compile(r"[0-9]{5}")
# A name as typed; the longest combination products have some 120 characters.
NAME_LIMIT = 200
# The earth's half circumference is no shorter way to a pharmacy; the search itself widens to 250.
RADIUS_LIMIT_MILES = 500
PLACES_LIMIT = 50
DEFAULT_PLACES = 10
# A person with twenty medicines is rare; each is a look-up of its own.
MEDICINES_LIMIT = 20
# Names offered when it is not clear which medicine is meant.
CHOICES_SHOWN = 5


def read_state(text: str, field: str = "state") -> str:
    """The two-letter code of a state or territory, given as code or name."""
    code = state_code(text.strip())
    if code is None:
        raise bad_field(field, "Use a state or territory of the USA, for example FL or Florida.")
    return code


def read_fips(text: str | None, gazetteer: Gazetteer, state: str = "", field: str = "county_fips") -> str:
    """Five digits of a known county, "" for None. Raises BadInput where it does not lie in `state`."""
    if not text:
        return ""
    county = gazetteer.by_county_fips(text) if FIPS.fullmatch(text) else None
    if county is None:
        raise bad_field(field, "Use the five digits of a county's FIPS code, for example 12057.")
    if state and county.state != state:
        raise bad_field(field, "This county does not lie in the state that was given.")
    return text


def read_near(text: str, gazetteer: Gazetteer) -> tuple[float, float]:
    """(latitude, longitude) of a ZIP code's centre, or as given in 'latitude,longitude'."""
    if "," not in text:
        place = gazetteer.by_zip(read_zip(text, gazetteer, "near"))
        return (place.latitude, place.longitude) if place else (0.0, 0.0)
    try:
        latitude, longitude = (float(part) for part in text.split(","))
    except ValueError:
        raise bad_field("near", "Use a ZIP code, or latitude,longitude in degrees.") from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_field("near", "Use a latitude from -90 to 90 and a longitude from -180 to 180.")
    return latitude, longitude


def read_medicine(text: str, vocabulary: Vocabulary, field: str = "medicine") -> Medicine:
    """The one medicine that is meant. Raises BadInput where it is unknown or several are equally likely."""
    if not 0 < len(text.strip()) <= NAME_LIMIT:
        raise bad_field(field, f"Use the name of a medicine, at most {NAME_LIMIT} characters.")
    exact = vocabulary.resolve(name=text, rxcui=text, ndc=text)
    if exact is not None:
        return exact
    found = vocabulary.lookup(text)
    if not found.matches:
        raise bad_field(field, "This medicine is not known. Check the spelling, or use its generic name.")
    best = found.matches[0]
    if best.certainty == "ask":
        names = ", ".join(each.name for each in best.candidates[:CHOICES_SHOWN])
        raise bad_field(field, f"It is not clear which medicine is meant. Did you mean one of: {names}?")
    return best.medicine
