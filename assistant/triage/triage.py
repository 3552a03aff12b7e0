"""What triage finds in a message."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Urgency = Literal["emergency", "urgent", "routine"]
Person = Literal["self", "other", "unknown"]
How = Literal["pattern", "embedding"]


@dataclass(frozen=True, slots=True)
class RedFlag:
    """One danger. `matched` is the person's own words at text[start:end]; `score` is 0 to 1, 1 for patterns.
    `say` is the entry of lines.yaml that holds what to say.
    """

    category: str
    urgency: Urgency
    matched: str
    start: int
    end: int
    person: Person
    how: How
    score: float
    say: str = ""


@dataclass(frozen=True, slots=True)
class Triage:
    """The urgency as far as danger words go, and what has to be said first.

    `flags` come most dangerous first. `danger_lines` and `action_lines` are message ids for
    `assistant.triage.messages.phrase`; `hotlines` are ids of `knowledge.hotlines`, main line first.
    """

    urgency: Urgency = "routine"
    flags: tuple[RedFlag, ...] = ()
    danger_lines: tuple[str, ...] = ()
    action_lines: tuple[str, ...] = ()
    hotlines: tuple[str, ...] = ()

    @property
    def hotline_evidence(self) -> tuple[str, ...]:
        """Evidence ids of the hotlines: 'hotline.911'."""
        return tuple(f"hotline.{hotline}" for hotline in self.hotlines)
