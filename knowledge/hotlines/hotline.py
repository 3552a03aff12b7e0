"""One phone or text line, and how its number is written for people."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from knowledge.evidence import Confidence, Evidence

US_NUMBER_LENGTH = 12  # "+1" and ten digits
SPANISH = "es"


def for_people(phone: str) -> str:
    """Write an E.164 US number as people read it: +18557937470 → 1-855-793-7470. Short codes stay."""
    if not phone.startswith("+1") or len(phone) != US_NUMBER_LENGTH:
        return phone
    return f"1-{phone[2:5]}-{phone[5:8]}-{phone[8:]}"


@dataclass(frozen=True)
class Hotline:
    """A line that people may call or text.

    `phone` is E.164 or a short code (911, 988, 211), "" for lines by text only. `extension` is what to
    press after the call is answered. `text` is the number to text, with what to send in brackets.
    `languages` are BCP-47; "ase" is American Sign Language, "mul" interpreters for many languages.
    `hours` are words. `purpose` finishes the sentence 'a line for …'.
    """

    id: str
    name: str
    name_es: str
    phone: str
    extension: str
    text: str
    tty: str
    hours: str
    hours_es: str
    languages: tuple[str, ...]
    topics: tuple[str, ...]
    purpose: str
    purpose_es: str
    source_url: str
    checked: str
    confidence: Confidence
    note: str

    @property
    def number(self) -> str:
        """The number as people read it, with what to press: '1-866-265-0124, then press 1'."""
        return for_people(self.phone) + (f", then press {self.extension}" if self.extension else "")

    def title(self, language: str = "en") -> str:
        """The name in English or Spanish."""
        return self.name_es if language == SPANISH else self.name

    def serves(self, language: str) -> bool:
        """Whether someone who speaks `language` (BCP-47) is helped: directly or by an interpreter."""
        spoken = {language, language.split("-", maxsplit=1)[0], "mul"}
        return not spoken.isdisjoint(self.languages)

    def evidence(self) -> Evidence:
        """The line as evidence; its quote holds every number that an answer may show."""
        return self._evidence

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(
            id=f"hotline.{self.id}",
            kind="hotline",
            title=self.name,
            quote=self._in_words(),
            url=self.source_url,
            checked=self.checked,
            confidence=self.confidence,
        )

    def _in_words(self) -> str:
        parts = [f"{self.name}: {self.purpose}."]
        if self.phone:
            parts.append(f"Call {self.number}.")
        if self.text:
            parts.append(f"Text {for_people(self.text)}.")
        if self.tty:
            parts.append(f"TTY {for_people(self.tty)}.")
        parts.append(f"Hours: {self.hours}.")
        return " ".join([*parts, self.note] if self.note else parts)
