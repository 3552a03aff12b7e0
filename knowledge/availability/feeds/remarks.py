"""What an import has to say about rows: counts, the first remarks, and the file of refused rows."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from knowledge.availability.records import RowError
from knowledge.errors import BadInput

# Enough to see what is wrong with a feed; the file of refused rows holds all.
REMARKS_KEPT = 200
ERROR_COLUMN = "error"
# A broken file must not empty a source: above this share of refused rows nothing is replaced.
MOST_REFUSED_FOR_REPLACING = 0.1

# What was found about a field: (field, message).
Finding = tuple[str, str]


@dataclass(slots=True)
class Remarks:
    """Collects refusals and mends of one import; refused rows are written to `rejected_file`, if any."""

    header: Sequence[str]
    rejected_file: Path | None
    rejected: int = 0
    mended: int = 0
    errors: list[RowError] = field(default_factory=list)
    mends: list[RowError] = field(default_factory=list)
    _file: IO[str] | None = None
    _writer: Any = None

    def refuse(self, line: int, fields: Sequence[str], findings: Iterable[Finding]) -> None:
        """Count a refused row and write it out with the reasons."""
        found = list(findings)
        self.rejected += 1
        self.errors += [RowError(line, name, message) for name, message in found][: self._room(self.errors)]
        if self.rejected_file is not None:
            if self._writer is None:
                self._open(self.rejected_file)
            reasons = "; ".join(f"{name}: {message}" if name else message for name, message in found)
            padded = [*fields, *[""] * (len(self.header) - len(fields))]
            self._writer.writerow([*padded, reasons])

    def mend(self, line: int, findings: Iterable[Finding]) -> None:
        """Count a row in which something was put right."""
        self.mended += 1
        if room := self._room(self.mends):
            self.mends += [RowError(line, name, message) for name, message in findings][:room]

    def check_fit_for_replacing(self, rows: int) -> None:
        """BadInput where so much was refused that the file cannot be its source's whole list."""
        if self.rejected > MOST_REFUSED_FOR_REPLACING * rows:
            raise BadInput(
                f"{self.rejected} of {rows} rows were refused: too many to take the file for the whole list"
                " of its source. Nothing was imported; mend the file, or import it without replacing."
            )

    def close(self) -> None:
        """Finish the file of refused rows; one left over from an earlier import is removed when none was."""
        if self._file is not None:
            self._file.close()
        elif self.rejected_file is not None:
            self.rejected_file.unlink(missing_ok=True)

    @property
    def written_to(self) -> str:
        """Where the refused rows stand, "" if nowhere."""
        return str(self.rejected_file) if self._writer is not None else ""

    def _open(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\n")
        self._writer.writerow([*self.header, ERROR_COLUMN])

    @staticmethod
    def _room(kept: Sequence[RowError]) -> int:
        return max(0, REMARKS_KEPT - len(kept))


def rejected_file_beside(path: Path) -> Path:
    """FILE.rejected.csv beside FILE.csv."""
    return path.with_name(f"{path.stem}.rejected.csv")
