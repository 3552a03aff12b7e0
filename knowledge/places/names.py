"""Names of places made comparable: 'St. Petersburg', 'Saint Petersburg' and 'ST PETERSBURG' are one."""

from __future__ import annotations

import re

from knowledge.folding import fold, word_set

_WORD = re.compile(r"[a-z0-9]+")
WRITTEN_OUT = {
    "st": "saint",
    "ste": "sainte",
    "ft": "fort",
    "mt": "mount",
    "pt": "point",
    "spgs": "springs",
    "hts": "heights",
    "hgts": "heights",
    "twp": "township",
}
_COUNTY_WORDS = word_set(
    """
    county co parish borough municipio municipality planning region condado
    """
)


def place_key(name: str) -> str:
    """The form under which a city is stored and compared."""
    words = _WORD.findall(fold(name).replace("'", "").replace("’", ""))
    return " ".join(WRITTEN_OUT.get(w, w) for w in words)


def county_key(name: str) -> str:
    """The form under which a county is stored: without 'County', 'Parish', 'Municipio' …, without spaces.

    'city' stays: Baltimore city and Baltimore County are two counties.
    """
    words = place_key(name).split(" ")
    text = " ".join(words)
    for phrase in ("city and borough of", "city and borough", "census area", "municipality of", "city of"):
        text = text.replace(phrase, "city" if phrase == "city of" else "")
    return "".join(w for w in text.split() if w not in _COUNTY_WORDS)
