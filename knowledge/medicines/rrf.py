"""RxNorm's files in Rich Release Format: lines of fields separated by bars, in a folder or a zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from knowledge.errors import BadInput, FieldError
from knowledge.medicines.importing import Progress

# The files that are needed and how many fields a line of each has. Source: RxNorm Technical Documentation.
FIELDS = {"RXNCONSO.RRF": 18, "RXNREL.RRF": 16, "RXNSAT.RRF": 13}
# Which of them are numbers of concepts.
_NUMBERS = {"RXNCONSO.RRF": (0,), "RXNREL.RRF": (0, 4), "RXNSAT.RRF": (0,)}
# Progress is told after so many lines.
TELL_EVERY = 50_000


class RrfFiles:
    """The needed files of one RxNorm release."""

    def __init__(self, path: Path, progress: Progress | None = None) -> None:
        self._zip = path if path.suffix.lower() == ".zip" else None
        self._members = _members(path)
        self._progress = progress
        self._read = 0
        missing = [name for name in FIELDS if name not in self._members]
        if missing:
            lacking = ", ".join(missing)
            raise BadInput(f"RxNorm in {path.name} lacks {lacking}; the whole folder `rrf` is needed.")

    @property
    def size(self) -> int:
        """All bytes that will be read."""
        return sum(size for _, size in (self._members[name] for name in FIELDS))

    def lines(self, name: str) -> Iterator[list[str]]:
        """The lines of one file as fields; raises BadInput naming the first line that is none."""
        with self._open(name) as file:
            try:
                for number, line in enumerate(file, start=1):
                    fields = line.rstrip("\n").split("|")
                    if fault := _fault(name, fields):
                        raise _broken(name, number, fault)
                    self._tell(len(line), number)
                    yield fields
            except (UnicodeDecodeError, zipfile.BadZipFile) as broken:
                raise BadInput(f"{name} cannot be read ({broken}); nothing was imported.") from None

    def _tell(self, read: int, number: int) -> None:
        self._read += read
        if self._progress and number % TELL_EVERY == 0:
            self._progress(min(self._read, self.size), self.size)

    @contextmanager
    def _open(self, name: str) -> Iterator[IO[str]]:
        member = self._members[name][0]
        if self._zip:
            with zipfile.ZipFile(self._zip) as archive, archive.open(member) as raw:
                yield io.TextIOWrapper(raw, encoding="utf-8", newline="\n")
        else:
            with Path(member).open(encoding="utf-8", newline="\n") as file:
                yield file


def _fault(name: str, fields: list[str]) -> str:
    """What is wrong with a line; "" when nothing is. Each line ends in a bar, behind which nothing stands."""
    if len(fields) not in (FIELDS[name], FIELDS[name] + 1):
        return f"has {len(fields)} fields instead of {FIELDS[name]}"
    odd = next((fields[i] for i in _NUMBERS[name] if fields[i] and not fields[i].isdigit()), None)
    return f"has {odd!r} where a concept number belongs" if odd else ""


def _broken(name: str, number: int, fault: str) -> BadInput:
    message = f"{name}, line {number} {fault}; nothing was imported."
    return BadInput(message, [FieldError(name, fault, number)])


def has_rrf(path: Path) -> bool:
    """Whether a folder, zip or file is (part of) an RxNorm release."""
    if path.is_file() and path.suffix.lower() != ".zip":
        return path.name.upper() in FIELDS
    return "RXNCONSO.RRF" in _members(path)


def _members(path: Path) -> dict[str, tuple[str, int]]:
    """The path and size of each needed file, wherever in the folder or zip it lies."""
    if path.suffix.lower() == ".zip" and path.is_file():
        if not zipfile.is_zipfile(path):
            raise BadInput(f"{path.name} is no readable zip file.")
        with zipfile.ZipFile(path) as archive:
            found = [(info.filename, info.file_size) for info in archive.infolist()]
    else:
        folder = path if path.is_dir() else path.parent
        found = [(str(file), file.stat().st_size) for file in sorted(folder.rglob("*")) if file.is_file()]
    # A release holds the prescribable subset a second time, in a deeper folder; the last one here counts.
    found.sort(key=lambda member: (-_depth(member[0]), member[0]))
    return {
        Path(name).name.upper(): (name, size) for name, size in found if Path(name).name.upper() in FIELDS
    }


def _depth(name: str) -> int:
    return name.replace("\\", "/").count("/")
