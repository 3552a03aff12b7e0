"""Which real medicines a class mention may mean: `data/class_members.csv`, by drug class."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from knowledge.medicines.medicine import Medicine

CLASS_MEMBERS_FILE = Path(__file__).parent / "data" / "class_members.csv"


@lru_cache(maxsize=1)
def class_members() -> Mapping[str, frozenset[str]]:
    """The drug classes that each class mention covers."""
    classes: dict[str, set[str]] = defaultdict(set)
    with CLASS_MEMBERS_FILE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            classes[row["class_mention"]].add(row["drug_class"])
    return {mention: frozenset(found) for mention, found in classes.items()}


def is_member(medicine: Medicine, class_mention: Medicine) -> bool:
    """Whether a real medicine is one that the class mention may mean."""
    return medicine.drug_class in class_members().get(class_mention.name, frozenset())
