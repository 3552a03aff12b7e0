"""The vocabulary: every medicine that is known, by name, number and in typed text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from knowledge.medicines.built_in import BUILT_IN_CHECKED, built_in_medicines, read_medicines
from knowledge.medicines.class_members import is_member
from knowledge.medicines.finding import Finder
from knowledge.medicines.folding import name_key
from knowledge.medicines.imported import ImportedMedicines, ImportedProduct
from knowledge.medicines.looking_up import looked_up
from knowledge.medicines.medicine import Medicine, MedicineLookup, MedicineMention
from knowledge.medicines.merging import NOTHING, merge
from knowledge.medicines.names import NameIndex
from knowledge.medicines.ndc import possible_ndcs
from knowledge.remembering import remembered


class Vocabulary:
    """All known medicines; immutable once loaded, so any number of threads may share it."""

    def __init__(self, built_in: Sequence[Medicine], imported: ImportedMedicines | None = None) -> None:
        merged = merge(built_in, imported) if imported else NOTHING
        self.medicines = (*built_in, *merged.medicines)
        self.version = _version(imported)
        self._names = NameIndex(built_in, merged.names)
        self._finder = Finder(self._names, self.medicines)
        self._by_rxcui = {m.rxcui: m for m in self.medicines if m.rxcui}
        self._imported, self._merged = imported, merged
        self._found = remembered(self._find)

    @classmethod
    def load(cls, path: Path | None = None, imported: Path | None = None) -> Vocabulary:
        """The built-in vocabulary (or the file `path`), and over it what was imported into a data folder.

        `imported` is the data folder or its `medicines.sqlite`; neither needs to exist.
        """
        built_in = read_medicines(path) if path else built_in_medicines()
        return cls(built_in, ImportedMedicines.open(imported))

    def find(self, text: str) -> list[MedicineMention]:
        """The medicines mentioned in typed text, in order, without overlap."""
        return [*self._found(text)]

    def _find(self, text: str) -> tuple[MedicineMention, ...]:
        return tuple(self._finder.find(text))

    def lookup(self, q: str, limit: int = 10) -> MedicineLookup:
        """The medicines that a typed name may mean, best first, and the question to ask when unsure.

        `q` is taken for a name, so ordinary words count ('iron') and the beginning of a name finds it; or
        for a number: an RxNorm number or a National Drug Code.
        """
        if q.strip()[:1].isdigit() and (numbered := self.by_rxcui(q) or self.by_ndc(q)):
            return MedicineLookup((MedicineMention(numbered, q, 0, len(q), "exact"),))
        return looked_up(q, self._names, self._finder, limit)

    def by_name(self, name: str) -> Medicine | None:
        """The one medicine with exactly this name (generic, brand or alias; case and accents aside)."""
        found = self._names.get(name_key(name))
        return found.medicines[0] if found and len(found.medicines) == 1 else None

    def by_rxcui(self, rxcui: str) -> Medicine | None:
        """The medicine with this RxNorm number; with RxNorm imported, also of a product or brand."""
        number = rxcui.strip()
        if number in self._by_rxcui:
            return self._by_rxcui[number]
        return self._of(self._imported.by_rxcui(number) if self._imported else None)

    def by_ndc(self, ndc: str) -> Medicine | None:
        """The medicine with this National Drug Code; None when it is unknown, malformed or ambiguous.

        Codes are known only after an import. Ten digits without hyphens count when just one of the codes
        that they may stand for is known.
        """
        if self._imported is None:
            return None
        found = {m.name: m for code in possible_ndcs(ndc) if (m := self._of(self._imported.by_ndc(code)))}
        return next(iter(found.values())) if len(found) == 1 else None

    def _of(self, product: ImportedProduct | None) -> Medicine | None:
        return self._merged.medicine(product) if product else None

    def resolve(self, name: str = "", rxcui: str = "", ndc: str = "") -> Medicine | None:
        """The medicine identified exactly by a number or name; numbers first."""
        found = self.by_rxcui(rxcui) if rxcui else None
        found = found or (self.by_ndc(ndc) if ndc else None)
        return found or (self.by_name(name) if name else None)

    def members(self, class_mention: Medicine) -> tuple[Medicine, ...]:
        """The real medicines that a class mention may mean."""
        return tuple(m for m in self.medicines if is_member(m, class_mention))


def _version(imported: ImportedMedicines | None) -> str:
    """What the vocabulary is made of: 'built-in 2026-11-22, RxNorm 2026-11-03'."""
    versions = imported.versions().values() if imported else ()
    return ", ".join([f"built-in {BUILT_IN_CHECKED}", *versions])
