"""Opening a feed: its encoding, its separator, its header; then its rows one by one, in constant memory."""

from __future__ import annotations

import codecs
import csv
import io
import re
import shutil
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from knowledge.errors import BadInput, FieldError

# Told (rows read, rows expected) now and then.
Progress = Callable[[int, int], None]
SEPARATORS = ",;\t|"
# Read this much at a time; also what is looked at to tell text from other files.
BLOCK_BYTES = 1 << 20
# Other names of columns that mean one thing only.
COLUMN_SYNONYMS = {
    "lat": "latitude",
    "lon": "longitude",
    "lng": "longitude",
    "long": "longitude",
    "zipcode": "zip",
    "zip_code": "zip",
    "postal_code": "zip",
    "telephone": "phone",
    "phone_number": "phone",
    "qty": "quantity",
    "drug": "medicine",
    "drug_name": "medicine",
    "medication": "medicine",
    "opening_hours": "hours",
}


class FeedRow(NamedTuple):
    """One row: `line` is where it begins (the header is line 1); `problem` tells why it has no fields."""

    line: int
    fields: list[str]
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """An open feed. `columns`: the place of each known column; `warnings`: what was odd about the file."""

    header: tuple[str, ...]
    columns: Mapping[str, int]
    rows: Iterator[FeedRow]
    warnings: tuple[str, ...]
    bytes_read: Callable[[], int]
    size: int

    def expected(self, read_rows: int) -> int:
        """How many rows the file has, judging by those read so far."""
        return max(read_rows, read_rows * self.size // max(1, self.bytes_read()))


@contextmanager
def feed_file(feed: Path | BinaryIO) -> Iterator[Path]:
    """The feed as a file: a stream is written to a temporary one, because it is read more than once."""
    if isinstance(feed, Path):
        yield feed
        return
    with tempfile.NamedTemporaryFile(prefix="tideover-feed-", suffix=".csv") as file:
        shutil.copyfileobj(feed, file, BLOCK_BYTES)
        file.flush()
        yield Path(file.name)


@contextmanager
def open_feed(path: Path, known: Sequence[str], required: Sequence[str]) -> Iterator[Feed]:
    """The feed in a file; BadInput where it is no CSV or a required column is missing."""
    size = path.stat().st_size
    if size == 0:
        raise BadInput("The file is empty. Nothing was imported.")
    encoding, warnings = _encoding(path)
    with path.open("rb") as binary:
        text = io.TextIOWrapper(binary, encoding=encoding, errors="replace", newline="")
        first = text.readline()
        text.seek(0)
        separator = max(SEPARATORS, key=first.count)
        lines = _Lines(text)
        reader = csv.reader(lines, delimiter=separator, strict=True)
        header = tuple(next(reader, []))
        columns, about_columns = _columns(header, known, required)
        if separator != ",":
            warnings.append(f"columns are separated by {separator!r}, not by commas")
        rows = _rows(reader, lines, len(header))
        yield Feed(header, columns, rows, (*warnings, *about_columns), binary.tell, size)


def _encoding(path: Path) -> tuple[str, list[str]]:
    """How the file is encoded, and what to say of it."""
    with path.open("rb") as file:
        start = file.read(BLOCK_BYTES)
        if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
            raise BadInput("The file is an Excel workbook; save it as 'CSV UTF-8' and import that.")
        if start.startswith((b"\xff\xfe", b"\xfe\xff")):
            return "utf-16", ["the file is UTF-16; it was read as such"]
        if b"\x00" in start:
            raise BadInput("The file is not text; a feed is a CSV file in UTF-8.")
        mark = start.startswith(b"\xef\xbb\xbf")
        if not _is_utf8(file, start):
            return "cp1252", ["the file is not UTF-8; it was read as Windows-1252"]
    return ("utf-8-sig", ["the byte order mark was skipped"]) if mark else ("utf-8", [])


def _is_utf8(file: BinaryIO, start: bytes) -> bool:
    check = codecs.getincrementaldecoder("utf-8")()
    block = start
    try:
        while block:
            check.decode(block)
            block = file.read(BLOCK_BYTES)
        check.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _columns(
    header: Sequence[str], known: Sequence[str], required: Sequence[str]
) -> tuple[dict[str, int], list[str]]:
    """Where each known column stands, and what to say of the others."""
    columns: dict[str, int] = {}
    warnings = []
    for place, written in enumerate(header):
        tidy = re.sub(r"[^a-z0-9]+", "_", written.strip().lower()).strip("_")
        name = tidy if tidy in known else COLUMN_SYNONYMS.get(tidy, tidy)
        if name not in known:
            if tidy:
                warnings.append(f"the column '{written.strip()}' is not known and was left out")
        elif name in columns:
            raise _bad_header(f"has the column {name} twice", [name])
        else:
            columns[name] = place
            if written.strip() != name:
                warnings.append(f"the column '{written.strip()}' was read as {name}")
    missing = [name for name in required if name not in columns]
    if missing:
        raise _bad_header(f"lacks {', '.join(missing)}", missing)
    return columns, warnings


def _bad_header(problem: str, fields: Sequence[str]) -> BadInput:
    return BadInput(
        f"The header {problem}. Nothing was imported.",
        [FieldError(name, f"the header {problem}", 1) for name in fields],
    )


class _Lines:
    """The lines of a file, with those of the record under reading at hand, to be read again if need be."""

    def __init__(self, text: Iterable[str]) -> None:
        self._text = iter(text)
        self._again: deque[str] = deque()
        self.taken: list[str] = []

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._text)
        self.taken.append(line)
        return line

    def give_back(self) -> None:
        """Let all lines of the record but its first be read again."""
        self._again.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]


def _rows(reader: Iterator[list[str]], lines: _Lines, width: int) -> Iterator[FeedRow]:
    """The rows with as many fields as the header has; blank lines are passed over.

    A quote that is never closed swallows the lines behind it. So of a record of several lines that cannot
    be right only the first is refused, and the others are read again.
    """
    line = len(lines.taken) + 1
    while True:
        lines.taken.clear()
        try:
            fields = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            lines.give_back()
            yield FeedRow(line, [lines.taken[0].rstrip("\r\n")], f"cannot be read as CSV ({error})")
            line += 1
            continue
        if len(fields) > width and any(map(str.strip, fields[width:])):
            lines.give_back()
            problem = f"has {len(fields)} fields, the header has {width}; a field with a comma needs quotes"
            yield FeedRow(line, fields, problem)
        elif fields and (fields[0] or any(map(str.strip, fields))):
            yield FeedRow(line, fields if len(fields) == width else (fields + [""] * width)[:width])
        line += len(lines.taken)
