"""Which of a state's rules applies: pure choices over rules, a medicine and what is in force where."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from knowledge.emergencies.records import InForce
from knowledge.medicines.medicine import Medicine
from knowledge.rules.medicine_kind import is_insulin_or_supply, schedule_of, treats_opioid_use_disorder
from knowledge.rules.refill import RefillRule

Where = Literal["pharmacy", "home"]


@dataclass(frozen=True, slots=True)
class Ground:
    """On what a declared-emergency rule rests: the emergency at the pharmacy's place or at the home."""

    answer: Literal["yes", "likely"]
    where: Where


@dataclass(frozen=True, slots=True)
class Choice:
    """The rule that applies with its ground, the rules beside it, and what could not be used.

    `passed_over` are declared-emergency rules that something puts to work, but that do not reach the medicine
    or whose order has ended.
    """

    applies: RefillRule | None
    ground: Ground | None
    beside: tuple[RefillRule, ...]
    passed_over: tuple[RefillRule, ...] = ()


def fitting(rules: Iterable[RefillRule], medicine: Medicine | None) -> list[RefillRule]:
    """The rules that can speak of this medicine at all; all of them where no medicine is named."""
    return [r for r in rules if medicine is None or _speaks_of(r, medicine)]


def _speaks_of(rule: RefillRule, medicine: Medicine) -> bool:
    if rule.for_medicines == "opioid_use_disorder":
        return treats_opioid_use_disorder(medicine)
    return rule.kind != "insulin" or is_insulin_or_supply(medicine)


def ground_for(rule: RefillRule, pharmacy: InForce, home: InForce | None) -> Ground | None:
    """What puts a declared-emergency rule to work, the surest first; None where nothing does."""
    at_home = home.answer if home and rule.follows_patient != "no" else "no"
    for answer in ("yes", "likely"):
        if pharmacy.answer == answer:
            return Ground(answer, "pharmacy")
        if at_home == answer:
            return Ground(answer, "home")
    return None


def choose(
    rules: Sequence[RefillRule], medicine: Medicine | None, pharmacy: InForce, home: InForce | None
) -> Choice:
    """The rule that applies to the medicine, by the contract: declared, else ordinary, else the rest.

    `rules` are those that hold on the day and can speak of the medicine. Schedule II is reached by none.
    """
    schedule = schedule_of(medicine)
    if schedule == "CII":
        return Choice(None, None, ())
    ordinary = _first(_of(rules, "ordinary"), schedule)
    insulin = _first(_of(rules, "insulin"), schedule) if medicine else None
    working = [r for r in _of(rules, "declared_emergency") if ground_for(r, pharmacy, home)]
    # One whose order has ended speaks of another emergency: it serves only where the state has nothing else.
    declared = _first([r for r in working if not (r.ended and ordinary)], schedule)
    ground = ground_for(declared, pharmacy, home) if declared else None
    applies = declared or ordinary or insulin or _first(_of(rules, "none"), schedule)
    beside = [insulin] if insulin and insulin is not applies else []
    if (
        declared
        and ordinary
        and ground
        and _unsure(declared, ground, home if ground.where == "home" else pharmacy)
    ):
        beside.append(ordinary)
    return Choice(applies, ground, tuple(beside), () if declared else tuple(working))


def _unsure(rule: RefillRule, ground: Ground, emergency: InForce | None) -> bool:
    """Whether something must still be confirmed, so that the ordinary rule has to stand beside."""
    if emergency and emergency.only_parts:
        return True
    if ground.answer == "likely" or (ground.where == "home" and rule.follows_patient == "ask"):
        return True
    waits = rule.activation in {"order", "check_law"} or rule.ended
    return waits or (rule.activation == "board" and not (emergency and board_has_spoken(emergency)))


def board_has_spoken(emergency: InForce) -> bool:
    """Whether a notice of the board is among what puts the emergency in force."""
    return any(a.kind == "board_notice" for a in emergency.activations)


def _of(rules: Iterable[RefillRule], kind: str) -> list[RefillRule]:
    return [r for r in rules if r.kind == kind]


def _first(rules: Sequence[RefillRule], schedule: str) -> RefillRule | None:
    """The best rule that reaches, or may reach, the schedule: surely before perhaps, then by rank."""
    reaching = [r for r in rules if r.reaches(schedule) is not False]
    return min(reaching, key=lambda r: (r.reaches(schedule) is None, r.ended, r.rank), default=None)
