"""Medicines written in Chinese, Korean, Arabic or Cyrillic letters, read as the names of the vocabulary.

Names are stored in Latin letters. These scripts glue endings to a name or part no words at all, so a name
counts wherever its letters stand.
"""

from __future__ import annotations

import csv
import re
from functools import cache

from knowledge.folding import fold
from knowledge.medicines.built_in import DATA
from knowledge.medicines.folding import Word, name_key

OTHER_SCRIPTS_FILE = DATA / "names_in_other_scripts.csv"


def words_in_other_scripts(folded: str) -> list[Word]:
    """The words of the vocabulary's names for what is written in another script, each at its place."""
    if folded.isascii():
        return []
    pattern, names = _written()
    return [
        Word(word, match.start(), match.end(), breaks=number == 0)
        for match in pattern.finditer(folded)
        for number, word in enumerate(names[match.group()])
    ]


@cache
def _written() -> tuple[re.Pattern[str], dict[str, list[str]]]:
    with OTHER_SCRIPTS_FILE.open(encoding="utf-8", newline="") as file:
        names = {fold(row["written"]): name_key(row["name"]).split(" ") for row in csv.DictReader(file)}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest_first))), names
