"""Finding places in typed text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.folding import fold
from knowledge.ordinary_words import everyday_words, personal_names
from knowledge.places.atlas import Atlas, CityRow
from knowledge.places.choosing import choose
from knowledge.places.names import county_key, place_key
from knowledge.places.place import Place, PlaceMention
from knowledge.places.states import state_code

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
# The longest names of cities and of states, in words.
LONGEST_NAME = 5
# A lower-case name standing alone is a place only when the place is well known.
WELL_KNOWN = 20_000
_PREPOSITIONS = frozenset(
    [
        "in", "at", "near", "from", "to", "around", "outside", "leaving", "left", "evacuated", "fled", "reached",
        "toward", "towards", "downtown", "en", "de", "desde", "cerca", "hacia", "a", "por",
    ]
)  # fmt: skip
_COUNTY_WORDS = frozenset(["county", "parish", "borough", "municipio"])
# State codes that are also words; they count only behind a city of that state, or as 'FL' does in capitals.
_WORD_CODES = frozenset(
    ["in", "or", "me", "hi", "ok", "oh", "la", "de", "al", "id", "co", "ma", "pa", "as", "mi"]
)
_AMBIGUOUS_CODES = _WORD_CODES | frozenset(["ms", "md", "va", "ct", "dc", "pr", "vi", "mt", "ne", "mo"])
_STREETS = frozenset(
    ["st", "street", "ave", "avenue", "blvd", "rd", "road", "dr", "drive", "hwy", "lane", "ln", "way"]
)


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


class Reader:
    """Reads places out of text against one atlas."""

    def __init__(self, atlas: Atlas, states: dict[str, Place]) -> None:
        self._atlas = atlas
        self._states = states
        self._plain = everyday_words() | personal_names()

    def read(self, text: str, near: Place | None) -> list[PlaceMention]:
        """The mentions in order, without overlap."""
        folded = fold(text)
        words = [_Word(m.group(), *m.span()) for m in _WORD.finditer(folded)]
        mentions: list[PlaceMention] = []
        i = 0
        while i < len(words):
            found = self._at(words, i, text, near)
            if found:
                mentions.append(found[0])
                i = found[1]
            else:
                i += 1
        return mentions

    def _at(
        self, words: list[_Word], i: int, text: str, near: Place | None
    ) -> tuple[PlaceMention, int] | None:
        if (row := self._atlas.zips.get(words[i].text)) is not None:
            return self._mention(self._atlas.zip_place(row), words, i, i + 1, text)
        for n in range(min(LONGEST_NAME, len(words) - i), 0, -1):
            found = self._named(words, i, i + n, text, near)
            if found:
                return found
        return None

    def _named(
        self, words: list[_Word], i: int, j: int, text: str, near: Place | None
    ) -> tuple[PlaceMention, int] | None:
        name = " ".join(w.text for w in words[i:j])
        rows = self._atlas.cities.get(place_key(name))
        if rows and (found := self._with_state_or_zip(rows, words, i, j, text)):
            return found
        if found := self._county(name, words, i, j, text):
            return found
        if (code := self._state(words, i, j, text)) and not (rows and code == "NY"):
            return self._mention(self._states[code], words, i, j, text)
        if rows and self._is_place(words, i, j, text, rows):
            places, certainty = choose(rows, near)
            found_places = [self._atlas.city_place(r) for r in places]
            span = text[words[i].start : words[j - 1].end]
            others = tuple(found_places) if certainty != "exact" else ()
            return PlaceMention(found_places[0], span, words[i].start, words[j - 1].end, certainty, others), j
        return None

    def _with_state_or_zip(
        self, rows: list[CityRow], words: list[_Word], i: int, j: int, text: str
    ) -> tuple[PlaceMention, int] | None:
        for k in range(min(len(words), j + 3), j, -1):
            code = state_code(" ".join(w.text for w in words[j:k]))
            row = next((r for r in rows if r.state == code), None)
            if row is None or (
                words[j].text in _WORD_CODES and not self._code_like(words[j], text, words[j - 1])
            ):
                continue
            if k < len(words) and (zip_row := self._atlas.zips.get(words[k].text)) and zip_row.state == code:
                return self._mention(self._atlas.zip_place(zip_row), words, i, k + 1, text)
            return self._mention(self._atlas.city_place(row), words, i, k, text)
        if j < len(words) and (zip_row := self._atlas.zips.get(words[j].text)):
            if any(r.state == zip_row.state for r in rows):
                return self._mention(self._atlas.zip_place(zip_row), words, i, j + 1, text)
        return None

    def _code_like(self, word: _Word, text: str, before: _Word) -> bool:
        return text[word.start : word.end].isupper() or "," in text[before.end : word.start]

    def _county(
        self, name: str, words: list[_Word], i: int, j: int, text: str
    ) -> tuple[PlaceMention, int] | None:
        if j >= len(words) or words[j].text not in _COUNTY_WORDS:
            return None
        rows = self._atlas.county_names.get(county_key(name), [])
        if not rows:
            return None
        for k in range(min(len(words), j + 4), j + 1, -1):
            code = state_code(" ".join(w.text for w in words[j + 1 : k]))
            row = next((r for r in rows if r.state == code), None)
            if row:
                return self._mention(self._atlas.county_place(row), words, i, k, text)
        places = tuple(self._atlas.county_place(r) for r in rows)
        start, end = words[i].start, words[j].end
        if len(places) == 1:
            return PlaceMention(places[0], text[start:end], start, end, "exact"), j + 1
        return PlaceMention(places[0], text[start:end], start, end, "ask", places), j + 1

    def _state(self, words: list[_Word], i: int, j: int, text: str) -> str | None:
        written = text[words[i].start : words[j - 1].end]
        code = state_code(written)
        if code is None:
            return None
        if len(written) == 2 and (not written.isupper() or written.lower() in _AMBIGUOUS_CODES):
            return None
        return code

    def _is_place(self, words: list[_Word], i: int, j: int, text: str, rows: list[CityRow]) -> bool:
        if j < len(words) and words[j].text in _STREETS:
            return False
        name_words = [w.text for w in words[i:j]]
        after_preposition = i > 0 and words[i - 1].text in _PREPOSITIONS
        capital = text[words[i].start].isupper()
        plain = all(w in self._plain for w in name_words) or len(name_words[0]) < 4
        population = max(int(r.population) for r in rows)
        if plain:
            return after_preposition and capital and population > 0
        return after_preposition or (capital and i > 0) or population >= WELL_KNOWN

    def _mention(
        self, place: Place, words: list[_Word], i: int, j: int, text: str
    ) -> tuple[PlaceMention, int]:
        start, end = words[i].start, words[j - 1].end
        return PlaceMention(place, text[start:end], start, end, "exact"), j
