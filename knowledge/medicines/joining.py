"""Readings that belong together: parts of a combination, a class beside the medicine that it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from knowledge.folding import word_set
from knowledge.medicines.class_members import is_member
from knowledge.medicines.folding import Word
from knowledge.medicines.medicine import Certainty, Medicine
from knowledge.medicines.reading import Reading

# 'APAP with codeine' is one product; 'Tylenol and codeine' may be two.
_JOINING_WORDS = frozenset(["with", "con", "w"])
# 'my insulin, the Lantus', 'a blood thinner called Xarelto': words between a class and its medicine.
_NAMING_WORDS = word_set(
    """
    called named is the my like its it pen pens brand i e use take mi la el llamada llamado es marca se
    llama named namely generic
    """
)
MOST_NAMING_WORDS = 3
# Said of a form, not of a class: 'cyclosporine eye drops' is one medicine whatever its class.
_FORM_MENTIONS = frozenset(["inhaler (type not stated)", "eye drops (type not stated)"])


class Joining:
    """Joins readings, knowing which combinations exist."""

    def __init__(self, medicines: Iterable[Medicine]) -> None:
        self._combinations = {
            frozenset(m.name.split(" / ")): m for m in medicines if " / " in m.name and not m.class_mention
        }

    def joined(self, readings: Sequence[Reading], words: Sequence[Word]) -> list[Reading]:
        """The readings in order, parts made combinations and classes taken into their medicine."""
        return self._without_repeated_classes(self._combined(readings, words), words)

    def _combined(self, readings: Sequence[Reading], words: Sequence[Word]) -> list[Reading]:
        """Each run side by side as one combination where it is one: 'a/b/c' is no 'a/b' and a 'c'."""
        done: list[Reading] = []
        run: list[Reading] = []
        for reading in readings:
            if run and not _side_by_side(run[-1], reading, words):
                done += self._as_combination(run)
                run = []
            run.append(reading)
        return done + self._as_combination(run)

    def _as_combination(self, run: list[Reading]) -> list[Reading]:
        if len(run) < 2 or any(len(r.medicines) > 1 for r in run):
            return run
        parts = {part for r in run for part in r.medicines[0].name.split(" / ")}
        found = self._combinations.get(frozenset(parts))
        if found is None or found in (r.medicines[0] for r in run):
            return run
        certainty: Certainty = "exact" if all(r.certainty == "exact" for r in run) else "likely"
        return [Reading((found,), run[0].first, run[-1].last, certainty)]

    def _without_repeated_classes(self, readings: Sequence[Reading], words: Sequence[Word]) -> list[Reading]:
        """Drops 'insulin' in 'Lantus insulin' and 'my insulin (Humalog)': it names no further medicine."""
        kept = []
        for i, reading in enumerate(readings):
            neighbours = (readings[j] for j in (i - 1, i + 1) if 0 <= j < len(readings))
            if not any(_names_the_same(reading, n, words) for n in neighbours):
                kept.append(reading)
        return kept


def _side_by_side(left: Reading, right: Reading, words: Sequence[Word]) -> bool:
    between = words[left.last : right.first]
    unbroken = not any(w.breaks for w in words[left.last : right.first + 1])
    return unbroken and all(w.text in _JOINING_WORDS for w in between)


def _names_the_same(mention: Reading, specific: Reading, words: Sequence[Word]) -> bool:
    class_mention, medicine = mention.medicines[0], specific.medicines[0]
    if not class_mention.class_mention or medicine.class_mention:
        return False
    left, right = sorted((mention, specific), key=lambda r: r.first)
    between = words[left.last : right.first]
    if len(between) > MOST_NAMING_WORDS or any(w.text not in _NAMING_WORDS for w in between):
        return False
    return is_member(medicine, class_mention) or class_mention.name in _FORM_MENTIONS
