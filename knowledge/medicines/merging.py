"""Imported medicines laid over the built-in ones.

The built-in entry always wins: its class, handling and risk were researched, an import knows names and
numbers only. What no built-in entry covers becomes a medicine of its own, and says what is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.medicines.folding import name_key
from knowledge.medicines.imported import ImportedMedicine, ImportedMedicines, ImportedProduct
from knowledge.medicines.medicine import Medicine
from knowledge.medicines.names import SALTS, NameIndex, Rank

NOT_KNOWN = "Not in the built-in list: how urgent a refill is, is not known. Ask a pharmacist today."
STORAGE_NOT_KNOWN = "Storage is not known here; read the label."


@dataclass(frozen=True)
class Merged:
    """`medicines` are the new ones, `names` further names of any, `by_id` what each imported entry became."""

    medicines: tuple[Medicine, ...]
    names: tuple[tuple[str, Medicine], ...]
    by_id: dict[tuple[str, str], Medicine]
    _built_in: NameIndex

    def medicine(self, product: ImportedProduct) -> Medicine | None:
        """The medicine of a product, by its brand where built in: Risperdal Consta is no Risperdal."""
        name = self._built_in.get(name_key(product.brand)) if product.brand else None
        if name and name.rank is Rank.BRAND and len(name.medicines) == 1:
            return name.medicines[0]
        return self.by_id.get((product.source, product.id))


def merge(built_in: Sequence[Medicine], imported: ImportedMedicines) -> Merged:
    """Finds for each imported entry its built-in medicine, or makes it a new one."""
    return _Merging(built_in, imported.versions()).run(imported.medicines())


NOTHING = Merged((), (), {}, NameIndex(()))
"""What there is where nothing was imported."""


class _Merging:
    def __init__(self, built_in: Sequence[Medicine], versions: Mapping[str, str]) -> None:
        self._versions = versions
        self._index = NameIndex(built_in)
        self._by_rxcui = {m.rxcui: m for m in built_in if m.rxcui}
        self._by_parts = {_parts_key(m.name.split(" / ")): m for m in built_in if not m.class_mention}

    def run(self, imported: Iterable[ImportedMedicine]) -> Merged:
        new: list[Medicine] = []
        names: list[tuple[str, Medicine]] = []
        by_id: dict[tuple[str, str], Medicine] = {}
        for entry in imported:
            medicine = self._known(entry)
            if medicine is None:
                medicine = _as_medicine(entry, self._versions[entry.source])
                new.append(medicine)
                self._by_parts[_parts_key(entry.ingredients)] = medicine
            by_id[entry.source, entry.id] = medicine
            names += ((name, medicine) for name in (entry.name, *entry.brands))
        return Merged(tuple(new), tuple(names), by_id, self._index)

    def _known(self, entry: ImportedMedicine) -> Medicine | None:
        """By number, by ingredients, or by a brand of which all that are built in agree."""
        if entry.rxcui in self._by_rxcui:
            return self._by_rxcui[entry.rxcui]
        parts = [self._plain_name(ingredient) for ingredient in entry.ingredients]
        return self._by_parts.get(_parts_key(parts)) or self._by_brand(entry)

    def _by_brand(self, entry: ImportedMedicine) -> Medicine | None:
        found = {m.name: m for m in self._branded(entry.brands)}
        return next(iter(found.values())) if len(found) == 1 else None

    def _branded(self, brands: Iterable[str]) -> Iterator[Medicine]:
        for brand in brands:
            name = self._index.get(name_key(brand))
            if name and name.rank is Rank.BRAND:
                yield from name.medicines

    def _plain_name(self, ingredient: str) -> str:
        """'metformin hydrochloride' as the vocabulary calls it: without its salt, unless named with it."""
        words = name_key(ingredient).split(" ")
        for size in range(len(words), 0, -1):
            name = self._index.get(" ".join(words[:size]))
            if name and len(name.medicines) == 1 and " / " not in name.medicines[0].name:
                return name.medicines[0].name
            if words[size - 1] not in SALTS:
                break
        return ingredient


def _parts_key(parts: Iterable[str]) -> frozenset[str]:
    return frozenset(name_key(part) for part in parts)


def _as_medicine(entry: ImportedMedicine, version: str) -> Medicine:
    """A medicine of which only names and numbers are known; `version` is like 'RxNorm 2026-11-03'."""
    source, _, published = version.rpartition(" ")
    return Medicine(
        name=entry.name,
        rxcui=entry.rxcui,
        brands=entry.brands,
        schedule=entry.schedule,
        refrigerated="some",
        interruption_risk="high",
        note=NOT_KNOWN,
        form_note=STORAGE_NOT_KNOWN,
        source=source,
        checked=published if published[:4].isdigit() else "",
        confidence="low",
    )
