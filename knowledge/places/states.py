"""The 50 states, the District of Columbia and the territories whose people Tideover serves.

FIPS codes: ANSI INCITS 38. Time zone: where most of the state's people live; it decides what a whole
day means in a rule or declaration of that state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.folding import fold


@dataclass(frozen=True, slots=True)
class State:
    """One jurisdiction: postal code, name, two-digit FIPS code, IANA time zone and other ways to write it."""

    code: str
    name: str
    fips: str
    timezone: str
    spanish_name: str
    abbreviations: tuple[str, ...] = ()


_ROWS = """
AL|Alabama|01|America/Chicago|Alabama|Ala
AK|Alaska|02|America/Anchorage|Alaska|Alas
AZ|Arizona|04|America/Phoenix|Arizona|Ariz
AR|Arkansas|05|America/Chicago|Arkansas|Ark
CA|California|06|America/Los_Angeles|California|Calif,Cali
CO|Colorado|08|America/Denver|Colorado|Colo
CT|Connecticut|09|America/New_York|Connecticut|Conn
DE|Delaware|10|America/New_York|Delaware|Del
DC|District of Columbia|11|America/New_York|Distrito de Columbia|D C
FL|Florida|12|America/New_York|Florida|Fla
GA|Georgia|13|America/New_York|Georgia|
HI|Hawaii|15|Pacific/Honolulu|Hawái|
ID|Idaho|16|America/Boise|Idaho|
IL|Illinois|17|America/Chicago|Illinois|Ill
IN|Indiana|18|America/Indiana/Indianapolis|Indiana|Ind
IA|Iowa|19|America/Chicago|Iowa|
KS|Kansas|20|America/Chicago|Kansas|Kan,Kans
KY|Kentucky|21|America/New_York|Kentucky|
LA|Louisiana|22|America/Chicago|Luisiana|
ME|Maine|23|America/New_York|Maine|
MD|Maryland|24|America/New_York|Maryland|
MA|Massachusetts|25|America/New_York|Massachusetts|Mass
MI|Michigan|26|America/Detroit|Míchigan|Mich
MN|Minnesota|27|America/Chicago|Minnesota|Minn
MS|Mississippi|28|America/Chicago|Misisipi|Miss
MO|Missouri|29|America/Chicago|Misuri|
MT|Montana|30|America/Denver|Montana|Mont
NE|Nebraska|31|America/Chicago|Nebraska|Neb,Nebr
NV|Nevada|32|America/Los_Angeles|Nevada|Nev
NH|New Hampshire|33|America/New_York|Nuevo Hampshire|N H
NJ|New Jersey|34|America/New_York|Nueva Jersey|N J
NM|New Mexico|35|America/Denver|Nuevo México|N M,N Mex
NY|New York|36|America/New_York|Nueva York|N Y
NC|North Carolina|37|America/New_York|Carolina del Norte|N C
ND|North Dakota|38|America/Chicago|Dakota del Norte|N D,N Dak
OH|Ohio|39|America/New_York|Ohio|
OK|Oklahoma|40|America/Chicago|Oklahoma|Okla
OR|Oregon|41|America/Los_Angeles|Oregón|Ore,Oreg
PA|Pennsylvania|42|America/New_York|Pensilvania|Penn,Penna
RI|Rhode Island|44|America/New_York|Rhode Island|R I
SC|South Carolina|45|America/New_York|Carolina del Sur|S C
SD|South Dakota|46|America/Chicago|Dakota del Sur|S D,S Dak
TN|Tennessee|47|America/Chicago|Tennessee|Tenn
TX|Texas|48|America/Chicago|Texas|Tex
UT|Utah|49|America/Denver|Utah|
VT|Vermont|50|America/New_York|Vermont|
VA|Virginia|51|America/New_York|Virginia|
WA|Washington|53|America/Los_Angeles|Washington|Wash
WV|West Virginia|54|America/New_York|Virginia Occidental|W Va,W V
WI|Wisconsin|55|America/Chicago|Wisconsin|Wis,Wisc
WY|Wyoming|56|America/Denver|Wyoming|Wyo
PR|Puerto Rico|72|America/Puerto_Rico|Puerto Rico|P R
VI|U.S. Virgin Islands|78|America/St_Thomas|Islas Vírgenes de EE. UU.|Virgin Islands,USVI,Islas Virgenes
GU|Guam|66|Pacific/Guam|Guam|
AS|American Samoa|60|Pacific/Pago_Pago|Samoa Americana|
MP|Northern Mariana Islands|69|Pacific/Saipan|Islas Marianas del Norte|CNMI,N Mariana Islands
"""


def _states() -> dict[str, State]:
    states = {}
    for line in _ROWS.split("\n"):
        if line:
            code, name, fips, timezone, spanish, abbreviations = line.split("|")
            states[code] = State(
                code, name, fips, timezone, spanish, tuple(a for a in abbreviations.split(",") if a)
            )
    return states


JURISDICTIONS = _states()


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[a-z]+", fold(text)))


STATE_WORDS = {
    _words(name): state.code
    for state in JURISDICTIONS.values()
    for name in (state.code, state.name, state.spanish_name, *state.abbreviations)
}
"""Every way to write a state, as folded words: ('north', 'carolina'), ('n', 'c'), ('fla',)."""

FULL_NAMES = frozenset(
    _words(name) for state in JURISDICTIONS.values() for name in (state.name, state.spanish_name)
)


def state_code(text: str) -> str | None:
    """The two-letter code of a state written as a code, a name (English or Spanish) or an old abbreviation.

    The whole text must be the state; spotting states inside sentences is `Gazetteer.find`.
    """
    if text in JURISDICTIONS:
        return text
    return STATE_WORDS.get(_words(text))
