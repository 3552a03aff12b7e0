"""The records of the refill rules: a rule, a board of pharmacy, a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from knowledge.emergencies.records import InForce
from knowledge.evidence import Confidence, Evidence

RuleKind = Literal["ordinary", "declared_emergency", "insulin", "out_of_state", "none"]
Activation = Literal["automatic", "order", "board", "displacement", "check_law"]
FollowsPatient = Literal["yes", "ask", "no"]
# The schedules that a state's refill rule may reach at all; schedule II is never refilled.
REFILLABLE_SCHEDULES = ("CIII", "CIV", "CV")


@dataclass(frozen=True)
class RefillRule:
    """One rule on what a pharmacist may supply without a new prescription. Data: `knowledge/rules/data`.

    `max_days_supply` None means that no number is known, never that there is no limit. `schedules` are
    the controlled schedules the rule reaches (empty: none; None: not known), `schedule_days` their own
    day limits. The head of the data files explains the other typed fields.
    """

    id: str
    state: str
    kind: RuleKind
    citation: str
    trigger: str
    max_days_supply: int | None
    max_supply_text: str
    repeats: str
    controlled_substances: str
    conditions: tuple[str, ...]
    notify_prescriber_within_hours: int | None
    source_url: str
    source_kind: str
    as_of: str
    confidence: Confidence
    notes: str
    also_read: tuple[str, ...] = ()
    schedules: frozenset[str] | None = None
    schedule_days: Mapping[str, int] = field(default_factory=dict, hash=False)
    activation: Activation = "automatic"
    follows_patient: FollowsPatient = "no"
    federal_counts: bool = False
    ended: bool = False
    own_record: bool = False
    rank: int = 1
    for_medicines: str = "any"
    separate_law: bool = True
    holds_from: date | None = None
    holds_until: date | None = None
    supersedes: tuple[str, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether the rule is valid on a day; what carries no dates holds at any time."""
        if self.holds_from and day < self.holds_from:
            return False
        return self.holds_until is None or day <= self.holds_until

    def reaches(self, schedule: str) -> bool | None:
        """Whether the rule reaches a medicine of that schedule ("" for none); None where it is not known."""
        if not schedule:
            return True
        if schedule not in REFILLABLE_SCHEDULES:
            return False
        return None if self.schedules is None else schedule in self.schedules

    def days_for(self, schedule: str) -> int | None:
        """The most days' supply for a medicine of that schedule, None where no number is known."""
        return self.schedule_days.get(schedule, self.max_days_supply)

    def evidence(self) -> Evidence:
        """The rule as something that can be cited: id `rule.<id>`, the citation in its title."""
        return self._evidence

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(
            id=f"rule.{self.id}",
            kind="rule",
            title=f"{self.state}: {self.citation}",
            quote=self._in_words(),
            url=self.source_url,
            jurisdiction=self.state,
            checked=self.as_of,
            confidence=self.confidence,
            holds_from=self.holds_from.isoformat() if self.holds_from else "",
            holds_until=self.holds_until.isoformat() if self.holds_until else "",
        )

    def _in_words(self) -> str:
        days = f" ({self.max_days_supply} days)" if self.max_days_supply else ""
        hours = self.notify_prescriber_within_hours
        parts = [
            f"When: {self.trigger}.",
            f"How much: {self.max_supply_text}{days}.",
            f"How often: {self.repeats}." if self.repeats else "",
            f"Controlled substances: {self.controlled_substances}." if self.controlled_substances else "",
            f"Conditions: {'; '.join(self.conditions)}." if self.conditions else "",
            f"Tell the prescriber within {hours} hours." if hours is not None else "",
            self.notes,
        ]
        return " ".join(p for p in parts if p)


@dataclass(frozen=True)
class Board:
    """A state's board of pharmacy. `phone` is E.164, "" where no number was found."""

    state: str
    name: str
    phone: str
    url: str
    source_url: str
    as_of: str
    confidence: Confidence
    notes: str

    def evidence(self) -> Evidence:
        """The board as something that can be cited: id `rule.<state>.board`."""
        return self._evidence

    @cached_property
    def _evidence(self) -> Evidence:
        return Evidence(
            id=f"rule.{self.state}.board",
            kind="rule",
            title=self.name,
            quote=" ".join(p for p in (f"{self.name}.", f"Phone {self.phone}." if self.phone else "") if p),
            url=self.url,
            jurisdiction=self.state,
            checked=self.as_of,
            confidence=self.confidence,
        )


@dataclass(frozen=True)
class RefillDecision:
    """What a pharmacist in `state` may do for one medicine at one moment, and why.

    `applies` is the rule to work from, None where none reaches the medicine. `beside` are the rules that
    stand beside it (the insulin law; the ordinary rule while an emergency is only likely), `others` all
    other rules of the state, those of `beside` first. `to_confirm` are sentences: what must be checked
    before acting.
    """

    state: str
    as_of: datetime
    emergency: InForce
    applies: RefillRule | None
    others: tuple[RefillRule, ...]
    reasons: tuple[str, ...]
    to_confirm: tuple[str, ...]
    board: Board | None
    beside: tuple[RefillRule, ...] = ()
