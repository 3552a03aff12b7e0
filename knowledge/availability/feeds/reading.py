"""Reading a row field by field, collecting what was refused and what was mended. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from knowledge.availability.feeds.remarks import Finding
from knowledge.availability.feeds.values import NOTHING, Reading, RefusedError, plain

Value = TypeVar("Value")


@dataclass(slots=True)
class RowReading:
    """One row under reading. A refused field that is needed refuses the row; another is left empty."""

    fields: Sequence[str]
    columns: Mapping[str, int]
    errors: list[Finding] = field(default_factory=list)
    mends: list[Finding] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The field as plain text, "" where the column or the value is missing."""
        place = self.columns.get(name)
        if place is None:
            return ""
        read = plain(self.fields[place])
        self.note(name, read.mended)
        return read.value

    def needed(self, name: str, read: Callable[[str], Reading[Value]], instead: Value) -> Value:
        """A field without which, or with a bad value in which, the row is refused."""
        text = self.text(name)
        if not text:
            self.errors.append((name, "is empty"))
            return instead
        return self._read(name, text, read, instead, self.errors)

    def checked(self, name: str, read: Callable[[str], Reading[Value]], instead: Value) -> Value:
        """A field that may be empty; a bad value in it refuses the row."""
        text = self._optional_text(name)
        return self._read(name, text, read, instead, self.errors) if text else instead

    def spare(self, name: str, read: Callable[[str], Reading[Value]], instead: Value) -> Value:
        """A field that the row can do without; a bad value in it is left out, and said."""
        text = self._optional_text(name)
        return self._read(name, text, read, instead, self.mends) if text else instead

    def note(self, name: str, said: str) -> None:
        """Remember what was put right, if anything."""
        if said:
            self.mends.append((name, said))

    def _optional_text(self, name: str) -> str:
        text = self.text(name)
        if text.lower() not in NOTHING:
            return text
        self.note(name, f"'{text}' read as empty")
        return ""

    def _read(
        self,
        name: str,
        text: str,
        read: Callable[[str], Reading[Value]],
        instead: Value,
        refusals: list[Finding],
    ) -> Value:
        try:
            found = read(text)
        except RefusedError as refused:
            left_out = "" if refusals is self.errors else "; it was left out"
            refusals.append((name, f"{refused}{left_out}"))
            return instead
        self.note(name, found.mended)
        return found.value
