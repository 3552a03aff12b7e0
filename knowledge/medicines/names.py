"""Every name under which a medicine is known, and finding them exactly in a text.

A name is compared as its folded words joined by one space (`name_key`). The strongest kind of
name wins where two medicines share one; an equal claim leaves both, and then one has to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import permutations

import ahocorasick

from knowledge.folding import word_set
from knowledge.medicines.class_names import class_name_variants
from knowledge.medicines.doubtful import DoubtfulName, Needs, doubtful_names
from knowledge.medicines.folding import Word, name_key
from knowledge.medicines.medicine import Medicine
from knowledge.ordinary_words import everyday_words, personal_names

# Combinations of more parts are never written with their parts in another order.
MOST_PARTS_REORDERED = 3
# Shorter names have no plural: 'asas' is nobody's aspirin.
SHORTEST_PLURAL = 4
# Salts and waters behind an ingredient's name; they change nothing about which medicine it is.
SALTS = word_set(
    """
    hcl hydrochloride dihydrochloride sodium potassium calcium magnesium succinate tartrate bitartrate
    besylate maleate mesylate fumarate sulfate phosphate acetate citrate hydrobromide bromide chloride nitrate
    anhydrous monohydrate dihydrate trihydrate hemihydrate sesquihydrate medoxomil hyclate xinafoate
    """
)
# Device, release and salt words that may stand behind any name in a text.
SUFFIXES = SALTS - {"potassium", "calcium", "magnesium"} | word_set(
    """
    solostar kwikpen flexpen flextouch flexpro penfill autoinjector sureclick clickject respimat diskus
    handihaler ellipta respiclick twisthaler flexhaler redihaler aerosphere pressair hfa inhub digihaler
    junior tempo max xr er sr cr xl la ir dr cd ec odt ds
    """
)


class Rank(IntEnum):
    """How strong a claim a medicine has on a name; lower is stronger."""

    GENERIC = 0
    BRAND = 1
    ALIAS = 2
    DERIVED = 3
    IMPORTED = 4


@dataclass(frozen=True, slots=True)
class Name:
    """One name and the medicines it may mean (more than one: it is ambiguous).

    `needs` says which words about medicine must stand around it before it counts (see `doubtful`).
    """

    key: str
    rank: Rank
    medicines: tuple[Medicine, ...]
    needs: Needs = ""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name found in a text: words `first` up to and without `last`."""

    name: Name
    first: int
    last: int


class NameIndex:
    """All names of a set of medicines."""

    def __init__(
        self, medicines: Iterable[Medicine], more_names: Iterable[tuple[str, Medicine]] = ()
    ) -> None:
        """`more_names` come from an import; they claim only what no name of `medicines` does."""
        self._names = _names([*medicines])
        _add_unclaimed(self._names, more_names)
        self._automaton = _automaton(self._names)

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
        for end, (length, name) in self._automaton.iter(joined):
            yield NameMatch(name, starts[end - length], ends[end] + 1)


def _joined(words: Sequence[Word]) -> tuple[str, dict[int, int], dict[int, int]]:
    """The words as one string, a space around each and a comma at breaks; where each word starts and ends."""
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


def _automaton(names: Mapping[str, Name]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in names.values():
        plural = f"{name.key}s"
        if _has_plural(name.key) and plural not in names:
            automaton.add_word(f" {plural} ", (len(plural), name))
    for name in names.values():
        automaton.add_word(f" {name.key} ", (len(name.key), name))
    automaton.make_automaton()
    return automaton


def _has_plural(key: str) -> bool:
    return len(key) >= SHORTEST_PLURAL and key[-1].isalpha() and key[-1] != "s"


def _names(medicines: Sequence[Medicine]) -> dict[str, Name]:
    by_name = {m.name: m for m in medicines}
    doubtful = doubtful_names()
    return {key: _name(key, claim, doubtful, by_name) for key, claim in _strongest_claims(medicines).items()}


def _add_unclaimed(names: dict[str, Name], more: Iterable[tuple[str, Medicine]]) -> None:
    claims: dict[str, dict[str, Medicine]] = {}
    for written, medicine in more:
        key = name_key(written)
        if key and key not in names:
            claims.setdefault(key, {})[medicine.name] = medicine
    for key, medicines in claims.items():
        names[key] = Name(key, Rank.IMPORTED, tuple(medicines.values()), _imported_needs(key))


def _name(
    key: str,
    claim: tuple[Rank, list[Medicine]],
    doubtful: Mapping[str, DoubtfulName],
    by_name: Mapping[str, Medicine],
) -> Name:
    rank, medicines = claim
    doubt = doubtful.get(key)
    if doubt and doubt.ask_between:
        medicines = [by_name[name] for name in doubt.ask_between if name in by_name] or medicines
    return Name(key, rank, tuple(medicines), doubt.needs if doubt else "")


def _imported_needs(key: str) -> Needs:
    """Names that nobody looked over count alone only when they are no everyday word or person's name."""
    words = key.split(" ")
    if any(w in personal_names() for w in words):
        return "proper"
    return "strong" if len(key) < SHORTEST_PLURAL or all(w in everyday_words() for w in words) else ""


def _strongest_claims(medicines: Iterable[Medicine]) -> dict[str, tuple[Rank, list[Medicine]]]:
    claims: dict[str, tuple[Rank, list[Medicine]]] = {}
    for medicine in medicines:
        for key, rank in _claims(medicine):
            held = claims.get(key)
            if held is None or rank < held[0]:
                claims[key] = (rank, [medicine])
            elif rank == held[0] and medicine not in held[1]:
                held[1].append(medicine)
    return claims


def _claims(medicine: Medicine) -> Iterator[tuple[str, Rank]]:
    yield name_key(medicine.name), Rank.GENERIC
    for brand in medicine.brands:
        yield name_key(brand), Rank.BRAND
        yield _without_suffixes(name_key(brand)), Rank.DERIVED
    for alias in medicine.aliases:
        yield _without_strength(name_key(alias), medicine), Rank.ALIAS
    for order in _orders(medicine.name):
        yield order, Rank.DERIVED
    if medicine.class_mention:
        for key in class_name_variants(medicine):
            yield key, Rank.DERIVED


def _orders(name: str) -> Iterator[str]:
    """A combination's parts in every order: people write 'hctz lisinopril' as well."""
    parts = [name_key(part) for part in name.split(" / ")]
    if 2 <= len(parts) <= MOST_PARTS_REORDERED:
        yield from (" ".join(order) for order in permutations(parts))


def _without_strength(key: str, medicine: Medicine) -> str:
    """'sildenafil 20' as 'sildenafil', the number being a strength; 'tylenol 3' is no Tylenol."""
    name, _, number = key.rpartition(" ")
    names = {name_key(n) for n in (medicine.name, *medicine.brands, *medicine.aliases)}
    return name if number.isdigit() and name in names else key


def _without_suffixes(key: str) -> str:
    words = key.split(" ")
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return " ".join(words)
