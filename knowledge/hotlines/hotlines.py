"""The table of hotlines: loaded once from hotlines.csv, looked up by id or by topic."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast, get_args

from knowledge.errors import BadInput, FieldError
from knowledge.evidence import Confidence, Evidence
from knowledge.hotlines.hotline import Hotline

TABLE = Path(__file__).with_name("hotlines.csv")
PHONE = re.compile(r"\+1[2-9]\d{9}|\d{3}|")
FIRST_DATA_ROW = 2  # the header is line 1


class Hotlines:
    """All hotlines, in the order of the table: the most general line of a topic comes first."""

    def __init__(self, hotlines: tuple[Hotline, ...]) -> None:
        self._by_id: Mapping[str, Hotline] = {hotline.id: hotline for hotline in hotlines}

    @classmethod
    def load(cls, path: Path = TABLE) -> Hotlines:
        """Read the table. Raises `BadInput` that names row and field when a row breaks a rule."""
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        errors = [error for number, row in enumerate(rows, FIRST_DATA_ROW) for error in _errors(number, row)]
        if errors:
            raise BadInput(f"{path.name} cannot be used: mend the rows named here.", errors)
        return cls(tuple(_hotline(row) for row in rows))

    def __iter__(self) -> Iterator[Hotline]:
        return iter(self._by_id.values())

    def get(self, hotline_id: str) -> Hotline | None:
        """The hotline of this id, for example 'epap'; None when there is none."""
        return self._by_id.get(hotline_id)

    def for_topic(self, topic: str) -> tuple[Hotline, ...]:
        """The lines for a topic such as 'crisis', 'poison' or 'uninsured'; the first is the main one."""
        return tuple(hotline for hotline in self if topic in hotline.topics)

    def topics(self) -> tuple[str, ...]:
        """Every topic of the table, sorted."""
        return tuple(sorted({topic for hotline in self for topic in hotline.topics}))

    def evidence(self, evidence_id: str) -> Evidence | None:
        """The evidence of an id such as 'hotline.988'; None when there is none."""
        hotline = self.get(evidence_id.removeprefix("hotline."))
        return hotline.evidence() if hotline else None


def _errors(number: int, row: Mapping[str, str]) -> Iterator[FieldError]:
    if not PHONE.fullmatch(row["phone"]):
        yield FieldError("phone", "write +1 and ten digits, or a three-digit short code", number)
    if not (row["phone"] or row["text"]):
        yield FieldError("phone", "a line needs a number to call or to text", number)
    if row["confidence"] not in get_args(Confidence):
        yield FieldError("confidence", "write high, medium or low", number)
    for field in ("id", "name", "name_es", "topics", "purpose", "purpose_es", "source_url", "checked"):
        if not row[field]:
            yield FieldError(field, "must not be empty", number)


def _hotline(row: Mapping[str, str]) -> Hotline:
    fields = {
        field: row[field].strip() for field in row if field not in {"languages", "topics", "confidence"}
    }
    return Hotline(
        **fields,
        languages=tuple(row["languages"].split("|")),
        topics=tuple(row["topics"].split("|")),
        confidence=cast(Confidence, row["confidence"]),
    )
