"""Every name under which a medicine is known, and finding them exactly in a text.

A name is compared as its folded words joined by one space (`name_key`). The strongest kind of
name wins where two medicines share one; an equal claim leaves both, and then one has to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import permutations

import ahocorasick

from knowledge.medicines.folding import Word, name_key
from knowledge.medicines.medicine import Medicine

# Combinations of more parts are never written with their parts in another order.
MOST_PARTS_REORDERED = 3
# Device and release words that may stand behind any brand and change nothing about which medicine it is.
SUFFIXES = frozenset(
    "solostar kwikpen flexpen flextouch flexpro penfill pen pens autoinjector sureclick clickject respimat diskus "
    "handihaler ellipta respiclick twisthaler flexhaler redihaler aerosphere pressair hfa inhub digihaler xr er sr "
    "cr xl la ir dr cd ec odt ds tempo junior max prefilled vial vials cartridge hcl hydrochloride sodium succinate "
    "tartrate besylate maleate mesylate fumarate potassium calcium magnesium".split()
)


class Rank(IntEnum):
    """How strong a claim a medicine has on a name; lower is stronger."""

    GENERIC = 0
    BRAND = 1
    ALIAS = 2
    DERIVED = 3


@dataclass(frozen=True, slots=True)
class Name:
    """One name and the medicines it may mean (more than one: it is ambiguous)."""

    key: str
    rank: Rank
    medicines: tuple[Medicine, ...]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text: words `first` up to and without `last`."""

    name: Name
    first: int
    last: int


class NameIndex:
    """All names of a set of medicines."""

    def __init__(self, medicines: Iterable[Medicine]) -> None:
        self._names = _strongest_claims(medicines)
        self._automaton = _automaton(self._names.values())

    def __len__(self) -> int:
        return len(self._names)

    def __iter__(self) -> Iterator[Name]:
        return iter(self._names.values())

    def get(self, key: str) -> Name | None:
        """The name with exactly this key."""
        return self._names.get(key)

    def matches(self, words: Sequence[Word]) -> Iterator[NameMatch]:
        """Every name in the words, overlapping ones too; none runs across a comma or full stop."""
        joined, starts, ends = _joined(words)
        for end, name in self._automaton.iter(joined):
            yield NameMatch(name, starts[end - len(name.key)], ends[end] + 1)


def _joined(words: Sequence[Word]) -> tuple[str, dict[int, int], dict[int, int]]:
    """The words as one string, a space around each and a comma at each break; which word starts and ends where."""
    parts: list[str] = []
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    length = 0
    for i, word in enumerate(words):
        gap = " , " if word.breaks else " "
        starts[length + len(gap)] = i
        length += len(gap) + len(word.text)
        ends[length] = i
        parts += (gap, word.text)
    parts.append(" ")
    return "".join(parts), starts, ends


def _automaton(names: Iterable[Name]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in names:
        automaton.add_word(f" {name.key} ", name)
    automaton.make_automaton()
    return automaton


def _strongest_claims(medicines: Iterable[Medicine]) -> dict[str, Name]:
    claims: dict[str, tuple[Rank, list[Medicine]]] = {}
    for medicine in medicines:
        for key, rank in _claims(medicine):
            held = claims.get(key)
            if held is None or rank < held[0]:
                claims[key] = (rank, [medicine])
            elif rank == held[0] and medicine not in held[1]:
                held[1].append(medicine)
    return {key: Name(key, rank, tuple(found)) for key, (rank, found) in claims.items()}


def _claims(medicine: Medicine) -> Iterator[tuple[str, Rank]]:
    yield name_key(medicine.name), Rank.GENERIC
    for brand in medicine.brands:
        yield name_key(brand), Rank.BRAND
    for alias in medicine.aliases:
        yield name_key(alias), Rank.ALIAS
    for order in _orders(medicine.name):
        yield order, Rank.DERIVED
    for brand in medicine.brands:
        yield _without_suffixes(name_key(brand)), Rank.DERIVED


def _orders(name: str) -> Iterator[str]:
    """A combination's parts in every order: people write 'hctz lisinopril' as well."""
    parts = [name_key(part) for part in name.split(" / ")]
    if 2 <= len(parts) <= MOST_PARTS_REORDERED:
        yield from (" ".join(order) for order in permutations(parts))


def _without_suffixes(key: str) -> str:
    words = key.split(" ")
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return " ".join(words)
