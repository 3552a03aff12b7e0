"""Finding places in typed text: ZIP codes, towns with their state, counties, states, then towns alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from knowledge.folding import fold, word_set
from knowledge.places.atlas import Atlas, CityRow, CountyRow, ZipRow
from knowledge.places.choosing import Candidate, Choice, choose
from knowledge.places.evidence_of_place import (
    is_capital,
    kind_of,
    led_up_to,
    means_little,
    names_not_alone,
    nickname_used,
    used_as_place,
)
from knowledge.places.misspelled import TownSpellings, is_known_word
from knowledge.places.names import county_key, place_key
from knowledge.places.place import Certainty, Place, PlaceMention
from knowledge.places.states_in_text import (
    BEGIN_STATES,
    LONGEST_STATE,
    SELDOM_WORDS,
    state_alone,
    state_behind,
)
from knowledge.places.words import PlaceWord, place_words

# The longest names of towns that are looked for, in words.
LONGEST_TOWN = 5
LONGEST_MISSPELLED = 3
_COUNTY_BEHIND = frozenset(["county", "parish", "borough", "municipio", "municipality"])
_COUNTY_BEFORE = frozenset(["county", "condado", "municipio", "parroquia"])
_OF = frozenset(["of", "de"])
# What stands behind five digits that are an amount and no ZIP code.
_AMOUNTS = word_set(
    """
    units unidades mg mcg iu ui dollars dolares miles people ml
    """
)
_NUMBER_SIGNS = word_set(
    """
    rx id member claim order policy receta numero prescription
    """
)
# What stands behind a house number and a street's name.
_STREETS = word_set(
    """
    st street ave avenue blvd rd road dr drive hwy lane ln way
    """
)
_HOUSE_REACH = 4


class Found(NamedTuple):
    """Words `first` up to and without `last` that may be any of the candidates."""

    first: int
    last: int
    candidates: tuple[Candidate, ...]
    misspelled: bool = False


class Reader:
    """Reads places out of texts against one atlas."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._towns = TownSpellings(atlas)

    def read(self, text: str, near: Place | None) -> list[PlaceMention]:
        """The mentions in order, without overlap; `near` and the other places of the text break ties."""
        words = place_words(fold(text), text)
        found: list[Found] = []
        i = 0
        while i < len(words):
            here = self._at(words, i)
            if here:
                found.append(here)
            if here and (town := self._town_behind_state(words, here)):
                found.append(town)
                here = town
            i = here.last if here else i + 1
        hints = _hints(found, near)
        return [_mention(f, hints, words, text) for f in found]

    def _at(self, words: Sequence[PlaceWord], i: int) -> Found | None:
        if row := self._zip_at(words, i):
            return self._zip_found(words, i, i, row)
        unbroken = _unbroken(words, i)
        for size in range(min(unbroken, self._longest(words[i])), 0, -1):
            for key in _keys(words[i : i + size]):
                if here := self._named(words, i, i + size, key):
                    return here
        return (
            self._county(words, i, unbroken)
            or self._state_without_city(words, i, unbroken)
            or self._misspelled(words, i, unbroken)
        )

    def _longest(self, word: PlaceWord) -> int:
        longest = self._atlas.longest
        return max(longest.get(word.key, 0), longest.get(word.whole, 0))

    def _named(self, words: Sequence[PlaceWord], i: int, j: int, key: str) -> Found | None:
        """The county, town or state that `words[i:j]` are."""
        if fips := self._atlas.county_aliases.get(key):
            named = j < len(words) and words[j].text in _COUNTY_BEHIND
            return self._county_found(words, i, j + 1 if named else j, [self._atlas.counties[fips]])
        rows = self._atlas.city_rows(key)
        if not rows or (j < len(words) and words[j].text in _COUNTY_BEHIND):
            return None
        return (
            self._with_state(words, i, j, rows)
            or self._state(words, i, j, rows)
            or self._town(words, i, j, rows)
        )

    def _state_without_city(self, words: Sequence[PlaceWord], i: int, unbroken: int) -> Found | None:
        if words[i].text not in BEGIN_STATES:
            return None
        for size in range(min(unbroken, LONGEST_STATE), 0, -1):
            if here := self._state(words, i, i + size, ()):
                return here
        return None

    def _zip_at(self, words: Sequence[PlaceWord], i: int) -> ZipRow | None:
        word = words[i]
        row = self._atlas.zip_row(word.text)
        if (
            row is None
            or word.gap[-1:] in ("$", "#", "-", "+")
            or (word.gap == "." and words[i - 1].text.isdigit())
            or (i and words[i - 1].text in _NUMBER_SIGNS)
        ):
            return None
        following = words[i + 1 : i + 1 + _HOUSE_REACH]
        if following and (following[0].text in _AMOUNTS or _is_longer_number(following[0])):
            return None
        unbroken = [w.text for w in following if not w.breaks]
        return None if any(w in _STREETS for w in unbroken[1:]) else row

    def _zip_found(self, words: Sequence[PlaceWord], first: int, at: int, row: ZipRow) -> Found:
        """A ZIP code with its +4 and with the town and state that may follow it: '33602 Tampa, FL'."""
        last = at + 1
        if last < len(words) and words[last].gap == "-" and _is_plus_four(words[last]):
            last += 1
        return Found(first, self._behind_zip(words, last, row), (Candidate(self._atlas.zip_place(row), 1),))

    def _behind_zip(self, words: Sequence[PlaceWord], last: int, row: ZipRow) -> int:
        """Where the town and state end that stand behind a ZIP code.

        A town counts only with its state, unless it is the ZIP's own.
        """
        for size in range(min(LONGEST_TOWN, len(words) - last), -1, -1):
            key = " ".join(w.key for w in words[last : last + size])
            if size and not any(r.state == row.state for r in self._atlas.city_rows(key)):
                continue
            behind = state_behind(words, last + size, zip_follows=False)
            if behind and behind[0] == row.state:
                return behind[1]
            if key == place_key(row.city):
                return last + size
        return last

    def _with_state(
        self, words: Sequence[PlaceWord], i: int, j: int, rows: Sequence[CityRow], *, misspelled: bool = False
    ) -> Found | None:
        """A town with its state or ZIP code behind it: 'Tampa FL 33602', 'Springfield in Illinois'."""
        if row := self._zip_behind(words, j, rows):
            return self._zip_found(words, i, j, row)
        linked = j + 1 if j + 1 < len(words) and words[j].text in ("in", "en") else j
        behind = state_behind(words, linked, zip_follows=self._zip_behind(words, j + 1, rows) is not None)
        if behind is None or (linked > j and behind[1] - linked == 1 and len(words[linked].text) == 2):
            return None
        if means_little(words, i, j, max(r.population for r in rows)):
            return None
        code, last = behind
        row_of_state = next((r for r in rows if r.state == code), None)
        if row_of_state is None:
            return None
        zip_row = self._zip_behind(words, last, [row_of_state])
        if zip_row:
            return self._zip_found(words, i, last, zip_row)
        return Found(i, last, (_town_candidate(self._atlas, row_of_state),), misspelled)

    def _zip_behind(self, words: Sequence[PlaceWord], j: int, rows: Sequence[CityRow]) -> ZipRow | None:
        row = self._zip_at(words, j) if j < len(words) else None
        return row if row and any(r.state == row.state for r in rows) else None

    def _county(self, words: Sequence[PlaceWord], i: int, unbroken: int) -> Found | None:
        """'Pinellas County', 'Orleans Parish', 'condado de Pinellas', with or without its state."""
        for j in range(i + 1, i + unbroken):
            if words[j].text in _COUNTY_BEHIND:
                named = (self._atlas.county_names.get(county_key(key)) for key in _keys(words[i:j]))
                rows = _called(words[j].text, next(filter(None, named), []))
                return self._county_found(words, i, j + 1, rows)
        if unbroken > 2 and words[i].text in _COUNTY_BEFORE and words[i + 1].text in _OF:
            for j in range(i + unbroken, i + 2, -1):
                key = county_key(" ".join(w.key for w in words[i + 2 : j]))
                if key in self._atlas.county_names:
                    return self._county_found(words, i, j, self._atlas.county_names[key])
        return None

    def _county_found(
        self, words: Sequence[PlaceWord], first: int, last: int, rows: Sequence[CountyRow]
    ) -> Found | None:
        behind = state_behind(words, last, zip_follows=False)
        if behind and any(r.state == behind[0] for r in rows):
            rows, last = [r for r in rows if r.state == behind[0]], behind[1]
        candidates = tuple(Candidate(self._atlas.county_place(r), max(1, r.population)) for r in rows)
        return Found(first, last, candidates) if candidates else None

    def _state(self, words: Sequence[PlaceWord], i: int, j: int, rows: Sequence[CityRow]) -> Found | None:
        """A state; 'New York' and 'Washington' may as well be the city."""
        code = state_alone(words, i, j)
        if code is None:
            return None
        state = self._atlas.states[code]
        if j < len(words) and words[j].text in ("state", "estado"):
            return Found(i, j + 1, (Candidate(state, 1),))
        if zip_row := self._zip_in_state(words, j, code):
            return self._zip_found(words, i, j, zip_row)
        city = max(rows, key=lambda r: r.population, default=None)
        if city is None or city.population < _AS_BIG_AS_A_STATE:
            return Found(i, j, (Candidate(state, 1),))
        return Found(i, j, (_town_candidate(self._atlas, city), Candidate(state, _state_weight(city, code))))

    def _zip_in_state(self, words: Sequence[PlaceWord], j: int, code: str) -> ZipRow | None:
        row = self._zip_at(words, j) if j < len(words) else None
        return row if row and row.state == code else None

    def _town(self, words: Sequence[PlaceWord], i: int, j: int, rows: Sequence[CityRow]) -> Found | None:
        candidates = tuple(_town_candidate(self._atlas, r) for r in rows)
        largest = max(c.population for c in candidates)
        nickname = " ".join(w.key for w in words[i:j]) in self._atlas.nicknames
        used = nickname_used(words, i, j) if nickname else used_as_place(words, i, j, largest)
        if not used:
            return None
        return self._of_many(words, i, j, rows, candidates) or Found(i, j, candidates)

    def _of_many(
        self,
        words: Sequence[PlaceWord],
        i: int,
        j: int,
        rows: Sequence[CityRow],
        candidates: Sequence[Candidate],
    ) -> Found | None:
        """'gretna la', 'GRETNA LA': of many Gretnas that of the state whose code seems to stand behind.

        Such a code may be a word ('la'), so it only settles what would have to be asked back.
        """
        if j >= len(words) or words[j].breaks or words[j].text not in SELDOM_WORDS:
            return None
        row = next((r for r in rows if r.state == words[j].text.upper()), None)
        if row is None or choose(candidates, ()).certainty != "ask":
            return None
        return Found(i, j + 1, (_town_candidate(self._atlas, row),))

    def _town_behind_state(self, words: Sequence[PlaceWord], state: Found) -> Found | None:
        """The town of a state that stands behind it on its own: 'in Vermont, Montpelier', 'Texas (Waco)'."""
        places = [c.place for c in state.candidates]
        i = state.last
        if i >= len(words) or len(places) > 1 or places[0].kind != "state" or not words[i].breaks:
            return None
        for size in range(min(_unbroken(words, i), LONGEST_TOWN), 0, -1):
            j = i + size
            name = " ".join(w.key for w in words[i:j])
            alone = j == len(words) or words[j].breaks or "." in words[j].gap
            if not alone or name in names_not_alone() or kind_of(name, 0) != "distinctive":
                continue
            rows = [r for r in self._atlas.city_rows(name) if r.state == places[0].state]
            if rows:
                return Found(i, j, (_town_candidate(self._atlas, rows[0]),))
        return None

    def _misspelled(self, words: Sequence[PlaceWord], i: int, unbroken: int) -> Found | None:
        """A town that is nearly spelled so, where a town is expected."""
        if all(is_known_word(w.text) for w in words[i : i + min(unbroken, LONGEST_MISSPELLED)]):
            return None
        for size in range(min(unbroken, LONGEST_MISSPELLED), 0, -1):
            if here := self._nearly(words, i, i + size):
                return here
        return None

    def _nearly(self, words: Sequence[PlaceWord], i: int, j: int) -> Found | None:
        if all(is_known_word(w.text) for w in words[i:j]):
            return None
        typed = " ".join(w.key for w in words[i:j])
        behind = state_behind(words, j, zip_follows=False)
        if behind and (key := self._towns.nearest(typed, behind[0])):
            return self._with_state(words, i, j, self._atlas.city_rows(key), misspelled=True)
        if led_up_to(words, i):
            key = self._towns.nearest(typed)
        elif is_capital(words, i, j):
            key = self._towns.nearest(typed, well_known=True)
        else:
            return None
        here = self._town(words, i, j, self._atlas.city_rows(key)) if key else None
        return here._replace(misspelled=True) if here else None


def _unbroken(words: Sequence[PlaceWord], i: int) -> int:
    """How many words from `i` on could be one name: none of the following has a comma before it."""
    size = 1
    while size < LONGEST_TOWN and i + size < len(words) and not words[i + size].breaks:
        size += 1
    return size


def _keys(words: Sequence[PlaceWord]) -> list[str]:
    """The keys under which words may be known: with a possessive 's as part of the name, then without."""
    whole, key = " ".join(w.whole for w in words), " ".join(w.key for w in words)
    return [key] if whole == key or len(words) == 1 else [whole, key]


def _called(word: str, rows: Sequence[CountyRow]) -> list[CountyRow]:
    """The counties of a name that are called a parish, borough or municipio, or else the others."""
    in_state = {"parish": "LA", "borough": "AK", "municipio": "PR"}
    own = [r for r in rows if r.state == in_state.get(word)]
    return own or [r for r in rows if r.state not in in_state.values()] or list(rows)


# A city of this many people competes with the state of its name.
_AS_BIG_AS_A_STATE = 500_000


def _state_weight(city: CityRow, code: str) -> int:
    """New York is first the city, in its own state; of the two Washingtons neither is first."""
    return city.population // 10 if city.state == code else city.population


def _town_candidate(atlas: Atlas, row: CityRow) -> Candidate:
    return Candidate(atlas.city_place(row), max(1, row.population))


def _is_longer_number(word: PlaceWord) -> bool:
    """'33602-5' or '33602.75': digits that go on in another way than ZIP+4."""
    if not word.text.isdigit() or word.gap not in ("-", ".", ","):
        return False
    return not (word.gap == "-" and _is_plus_four(word))


def _is_plus_four(word: PlaceWord) -> bool:
    return len(word.text) == 4 and word.text.isdigit()


def _hints(found: Sequence[Found], near: Place | None) -> list[Place]:
    """Where the text is otherwise: its states first, then its sure places, then what the caller knows.

    Towns of unsure state are a hint for each other where one state alone has them: 'Lake Placid to Sebring'.
    """
    sure = [f.candidates[0].place for f in found if len(f.candidates) == 1]
    sure.sort(key=lambda place: place.kind != "state")
    unsure = [f for f in found if len(f.candidates) > 1]
    common = (
        set.intersection(*({c.place.state for c in f.candidates} for f in unsure)) if unsure[1:] else set()
    )
    shared = [c.place for c in unsure[0].candidates if c.place.state in common] if len(common) == 1 else []
    return [*sure, *([near] if near else ()), *shared[:1]]


def _mention(found: Found, hints: Sequence[Place], words: Sequence[PlaceWord], text: str) -> PlaceMention:
    choice: Choice = choose(found.candidates, hints)
    start, end = words[found.first].start, words[found.last - 1].end
    certainty: Certainty = choice.certainty
    if found.misspelled and certainty == "exact":
        certainty = "likely"
    places = tuple(c.place for c in choice.candidates)
    return PlaceMention(
        place=places[0],
        matched=text[start:end],
        start=start,
        end=end,
        certainty=certainty,
        candidates=places if len(places) > 1 else (),
    )
