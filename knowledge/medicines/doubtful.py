"""Names that are doubtful on their own: `data/doubtful_names.csv`.

A name of a medicine that is also an ordinary word, a person's name or another abbreviation counts only
beside words about medicine. `needs` says how much: 'weak' any such word near it ('I need my iron'), 'strong'
one right beside it ('refill of Soma'), 'proper' one that is said of no person ('Yasmin pills', but not
'I need Yasmin'). `ask_between` lists what a name can equally mean.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, cast, get_args

from knowledge.errors import BadInput, FieldError
from knowledge.medicines.folding import name_key

Needs = Literal["", "weak", "strong", "proper"]
DOUBTFUL_FILE = Path(__file__).parent / "data" / "doubtful_names.csv"


@dataclass(frozen=True, slots=True)
class DoubtfulName:
    """One doubtful name, under its key."""

    key: str
    needs: Needs
    ask_between: tuple[str, ...]
    because: str


@lru_cache(maxsize=1)
def doubtful_names() -> Mapping[str, DoubtfulName]:
    """The doubtful names by key."""
    return read_doubtful(DOUBTFUL_FILE)


def read_doubtful(path: Path) -> dict[str, DoubtfulName]:
    """Reads a file of doubtful names; raises BadInput naming the line that breaks a rule."""
    names = {}
    with path.open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), start=2):
            if row["needs"] not in get_args(Needs):
                message = "must be weak, strong, proper or empty"
                raise BadInput(f"{path.name}: `needs` {message}.", [FieldError("needs", message, line)])
            key = name_key(row["name"])
            between = tuple(b for b in row["ask_between"].split("|") if b)
            names[key] = DoubtfulName(key, cast(Needs, row["needs"]), between, row["because"])
    return names
