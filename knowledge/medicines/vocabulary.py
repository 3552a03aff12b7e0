"""The vocabulary: every medicine that is known, by name, number and in typed text."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from knowledge.errors import BadInput
from knowledge.medicines.built_in import BUILT_IN_FILE, read_medicines
from knowledge.medicines.finding import Finder
from knowledge.medicines.folding import name_key
from knowledge.medicines.looking_up import looked_up
from knowledge.medicines.medicine import Medicine, MedicineLookup, MedicineMention
from knowledge.medicines.names import NameIndex
from knowledge.medicines.ndc import normalize_ndc


class Vocabulary:
    """All known medicines; immutable once loaded, so any number of threads may share it."""

    def __init__(self, medicines: Iterable[Medicine], version: str) -> None:
        self.medicines = tuple(medicines)
        self.version = version
        self._names = NameIndex(self.medicines)
        self._finder = Finder(self._names, self.medicines)
        self._by_rxcui = {m.rxcui: m for m in self.medicines if m.rxcui}

    @classmethod
    def load(cls, path: Path | None = None, imported: Path | None = None) -> Vocabulary:
        """The built-in vocabulary (or the file `path`), and on top what was imported into `imported`."""
        medicines = read_medicines(path or BUILT_IN_FILE)
        return cls(medicines, f"{len(medicines)}")

    def find(self, text: str) -> list[MedicineMention]:
        """The medicines mentioned in typed text, in order, without overlap."""
        return self._finder.find(text)

    def lookup(self, q: str, limit: int = 10) -> MedicineLookup:
        """The medicines that a typed name may mean, best first, and the question to ask when unsure.

        `q` is taken for a name, so ordinary words count ('iron') and the beginning of a name finds it.
        """
        return looked_up(q, self._names, self._finder, limit)

    def by_name(self, name: str) -> Medicine | None:
        """The one medicine with exactly this name (generic, brand or alias; case and accents aside)."""
        found = self._names.get(name_key(name))
        return found.medicines[0] if found and len(found.medicines) == 1 else None

    def by_rxcui(self, rxcui: str) -> Medicine | None:
        """The medicine with this RxNorm concept number."""
        return self._by_rxcui.get(rxcui.strip())

    def by_ndc(self, ndc: str) -> Medicine | None:
        """The medicine with this National Drug Code; None when unknown or malformed."""
        try:
            normalize_ndc(ndc)
        except BadInput:
            return None
        return None

    def resolve(self, name: str = "", rxcui: str = "", ndc: str = "") -> Medicine | None:
        """The medicine identified exactly by a number or name; numbers first."""
        found = self.by_rxcui(rxcui) if rxcui else None
        found = found or (self.by_ndc(ndc) if ndc else None)
        return found or (self.by_name(name) if name else None)

    def members(self, class_mention: Medicine) -> tuple[Medicine, ...]:
        """The real medicines that a class mention may mean."""
        return tuple(
            m
            for m in self.medicines
            if not m.class_mention and set(m.conditions) & set(class_mention.conditions)
        )
