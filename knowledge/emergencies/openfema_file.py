"""Reading OpenFEMA files: CSV, the API's JSON object, a JSON array, or one JSON object a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

from knowledge.emergencies.openfema_row import OpenFemaRow, RowError, check_columns, read_row
from knowledge.errors import BadInput, FieldError, NotFound, TooLarge

ENTITY = "DisasterDeclarationsSummaries"
# The whole data set is some 50 MB of JSON; a file several times as large is something else.
MAX_FILE_BYTES = 400_000_000
# Enough to see what is wrong with a file without printing all of it.
MAX_ERRORS = 20

Source = Path | IO[bytes] | bytes


@dataclass(frozen=True, slots=True)
class RawRow:
    """A row before it is checked; `line` is its line in the file, or its ordinal in a JSON array."""

    line: int
    cells: dict[str, object]


def read_rows(source: Source) -> list[OpenFemaRow]:
    """Every row of a file, checked; raises BadInput with line and reason if any breaks a rule."""
    rows, errors = [], []
    for raw in _raw_rows(text_of(source)):
        try:
            rows.append(read_row(raw.cells))
        except RowError as error:
            errors.append(FieldError(error.column, str(error), raw.line))
            if len(errors) == MAX_ERRORS:
                break
    if errors:
        raise BadInput(
            f"Line {errors[0].row}, {errors[0].field}: {errors[0].message}. Nothing was imported.", errors
        )
    if not rows:
        raise BadInput("The file holds no declarations. Nothing was imported.")
    return rows


def checked_rows(objects: list[dict[str, object]], first: int) -> list[OpenFemaRow]:
    """The rows of one page of the API, counted from `first`; raises BadInput as `read_rows` does."""
    check_columns(objects[0])
    rows = []
    for number, cells in enumerate(objects, first):
        try:
            rows.append(read_row(cells))
        except RowError as error:
            raise BadInput(
                f"Record {number}, {error.column}: {error}. Nothing was imported.",
                [FieldError(error.column, str(error), number)],
            ) from None
    return rows


def text_of(source: Source) -> str:
    """The whole text of a file, a stream or bytes; raises BadInput, TooLarge or NotFound."""
    if isinstance(source, Path):
        if not source.is_file():
            raise NotFound(f"There is no file {source.name}.")
        _check_size(source.stat().st_size)
        data = source.read_bytes()
    else:
        data = source if isinstance(source, bytes) else source.read(MAX_FILE_BYTES + 1)
        _check_size(len(data))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput(f"The file is not UTF-8 text (byte {error.start}). Save it as UTF-8.") from None


def _check_size(size: int) -> None:
    if size > MAX_FILE_BYTES:
        raise TooLarge(f"The file is over the limit of {MAX_FILE_BYTES // 1_000_000} MB.")


def _raw_rows(text: str) -> Iterator[RawRow]:
    start = text.lstrip()[:1]
    if not start:
        raise BadInput("The file is empty.")
    return _json_rows(text) if start in "[{" else _csv_rows(text)


def _csv_rows(text: str) -> Iterator[RawRow]:
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    check_columns(reader.fieldnames or ())
    try:
        for cells in reader:
            if None in cells:
                raise BadInput(
                    f"Line {reader.line_num} has more cells than there are columns.",
                    [FieldError("", "more cells than columns", reader.line_num)],
                )
            yield RawRow(reader.line_num, dict(cells))
    except csv.Error as error:
        raise BadInput(f"Line {reader.line_num} is not valid CSV: {error}.") from None


def _json_rows(text: str) -> Iterator[RawRow]:
    for number, (line, value) in enumerate(_json_objects(text)):
        if not isinstance(value, dict):
            raise BadInput(f"Record {line} is not a JSON object.")
        if number == 0:
            check_columns(value)
        yield RawRow(line, value)


def _json_objects(text: str) -> Iterator[tuple[int, object]]:
    try:
        whole = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        yield from _json_lines(text, error)
        return
    if isinstance(whole, dict) and ENTITY in whole:
        whole = whole[ENTITY]
    records = whole if isinstance(whole, list) else [whole]
    yield from enumerate(records, 1)


def _json_lines(text: str, error: msgspec.DecodeError) -> Iterator[tuple[int, object]]:
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    for number, line in lines:
        try:
            yield number, msgspec.json.decode(line)
        except msgspec.DecodeError as line_error:
            reason = error if number == lines[0][0] else line_error
            raise BadInput(f"Line {number} is not valid JSON: {reason}.") from None
