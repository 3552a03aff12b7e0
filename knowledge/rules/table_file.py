"""Rule tables as people write them: YAML lists of entries, each value known by its line.

Used by the refill rules and the donation rules alike, so that both refuse a bad table with line and reason.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

import yaml

from knowledge.errors import BadInput, FieldError, NotFound, TooLarge

# The C loader is ten times as fast; where PyYAML was built without it, the slow one reads the same.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The built-in tables have 80 kB; a file many times as large is something else.
MAX_TABLE_BYTES = 5_000_000


@dataclass(frozen=True)
class Entry:
    """One entry of a table: its values, the line it begins on, and the line of each value."""

    values: Mapping[str, object]
    line: int
    lines: Mapping[str, int]


def read_tables(path: Path) -> dict[str, list[Entry]]:
    """The lists of entries of a YAML file by their name; raises BadInput with the line that breaks YAML."""
    if not path.is_file():
        raise NotFound(f"There is no file {path.name}.")
    if path.stat().st_size > MAX_TABLE_BYTES:
        raise TooLarge(f"{path.name} is over the limit of {MAX_TABLE_BYTES // 1_000_000} MB.")
    try:
        loader = _LOADER(path.read_text(encoding="utf-8"))
        root = loader.get_single_node()
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        reason = getattr(error, "problem", None) or "not UTF-8 text"
        raise BadInput(f"{path.name}: {_at(line)}{reason}.", [FieldError("", reason, line)]) from None
    if not isinstance(root, yaml.MappingNode):
        raise BadInput(f"{path.name} is not a table of rules.")
    return {
        str(key.value): [_entry(loader, node, path) for node in value.value]
        for key, value in root.value
        if isinstance(value, yaml.SequenceNode)
    }


def _entry(loader: Any, node: Any, path: Path) -> Entry:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise BadInput(f"{path.name}: line {line} is no entry.", [FieldError("", "is no entry", line)])
    values = cast(dict[str, object], loader.construct_mapping(node, deep=True))
    lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value}
    return Entry(values, line, lines)


def _at(line: int | None) -> str:
    return f"line {line}: " if line else ""


@dataclass
class Fields:
    """Reads one entry's fields by type and gathers what is wrong with them."""

    entry: Entry
    errors: list[FieldError] = field(default_factory=list)

    def wrong(self, name: str, message: str) -> None:
        """Note that a field breaks a rule."""
        self.errors.append(FieldError(name, message, self.entry.lines.get(name, self.entry.line)))

    def only(self, known: Collection[str]) -> None:
        """Refuse fields that the table does not know: a misspelt name must not be passed over."""
        for name in self.entry.values:
            if name not in known:
                self.wrong(name, "unknown field")

    def text(self, name: str, *, required: bool = False) -> str:
        """A text; "" where it is absent or null."""
        value = self.entry.values.get(name)
        if value is None or (isinstance(value, str) and not value.strip()):
            if required:
                self.wrong(name, "is missing" if name != "citation" else "a citation is missing")
            return ""
        if not isinstance(value, str):
            self.wrong(name, "must be a text")
            return ""
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts; empty where it is absent or null."""
        value = self.entry.values.get(name)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            self.wrong(name, "must be a list of texts")
            return ()
        return tuple(value)

    def whole(self, name: str, least: int) -> int | None:
        """A whole number of at least `least`, or None."""
        value = self.entry.values.get(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            self.wrong(name, f"must be a whole number of at least {least}, not {value}")
            return None
        return value

    def yes_no(self, name: str) -> bool | None:
        """True, False or None (not known)."""
        value = self.entry.values.get(name)
        if value is not None and not isinstance(value, bool):
            self.wrong(name, "must be true, false or null")
            return None
        return value

    def choice(self, name: str, allowed: Collection[str], default: str = "") -> str:
        """One of the allowed words; `default` where the field is absent."""
        value = self.entry.values.get(name, default)
        if value not in allowed:
            self.wrong(name, f"'{value}' is none of {', '.join(sorted(allowed))}")
            return default
        return str(value)

    def day(self, name: str) -> date | None:
        """An ISO date or None."""
        value = self.entry.values.get(name)
        if value is None or isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            self.wrong(name, f"'{value}' is not an ISO date")
            return None


def refuse(path: Path, errors: list[FieldError]) -> None:
    """Raise BadInput for a table with errors; does nothing for a clean one."""
    if errors:
        first = errors[0]
        raise BadInput(
            f"{path.name}: line {first.row}, {first.field}: {first.message}. The table was not taken.", errors
        )
