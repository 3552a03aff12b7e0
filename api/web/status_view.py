"""What the status page shows: how fresh each source is, what is active where, and two plots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from api.readiness import Part, parts
from api.sample import sample_loaded
from knowledge.availability.records import SourceFreshness
from knowledge.availability.tallies import reports_per_hour, stock_by_freshness
from knowledge.emergencies.records import Activation, Declaration
from knowledge.places.states import JURISDICTIONS

if TYPE_CHECKING:
    from knowledge.opening import Knowledge

# Two days show a night's gap and the morning after it.
PLOT_HOURS = 48
# The plots' drawing areas in SVG units; the page scales them.
PLOT_WIDTH, PLOT_HEIGHT = 480, 120


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a plot, in SVG units from the top left; `label` and `value` say the same as text."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: int


@dataclass(frozen=True, slots=True)
class ActiveState:
    """One state where something is active."""

    code: str
    name: str
    declarations: tuple[Declaration, ...]
    activations: tuple[tuple[Activation, int], ...]


@dataclass(frozen=True, slots=True)
class StatusView:
    """The page's facts as of `at` (UTC)."""

    at: datetime
    sample: bool
    parts: tuple[Part, ...]
    sources: tuple[SourceFreshness, ...]
    states: tuple[ActiveState, ...]
    stock: tuple[Bar, ...]
    hours: tuple[Bar, ...]

    @property
    def rows(self) -> int:
        return sum(bar.value for bar in self.stock)

    @property
    def reports(self) -> int:
        return sum(bar.value for bar in self.hours)


def status_view(known: Knowledge) -> StatusView:
    """Everything, looked at now."""
    at = datetime.now(UTC)
    hours = reports_per_hour(known.engine, at, PLOT_HOURS)
    return StatusView(
        at=at,
        sample=sample_loaded(known.engine),
        parts=tuple(parts(known)),
        sources=known.availability.freshness(at),
        states=tuple(_active(known, at)),
        stock=across(list(stock_by_freshness(known.engine, at).items())),
        hours=upright([(moment.strftime("%b %-d, %H:00 UTC"), count) for moment, count in hours]),
    )


def upright(values: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """Bars side by side; the highest fills the plot, and one report can still be seen."""
    step, most = PLOT_WIDTH / max(len(values), 1), max((value for _, value in values), default=0)
    bars = []
    for place, (label, value) in enumerate(values):
        height = round(PLOT_HEIGHT * value / most, 1) if most else 0.0
        bars.append(
            Bar(round(place * step + 1, 1), PLOT_HEIGHT - height, round(step - 2, 1), height, label, value)
        )
    return tuple(bars)


def across(values: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """Bars below each other, as long as their share of the whole."""
    step, whole = PLOT_HEIGHT / max(len(values), 1), sum(value for _, value in values)
    return tuple(
        Bar(
            0,
            round(place * step + 4, 1),
            round(PLOT_WIDTH * value / whole, 1) if whole else 0.0,
            round(step - 8, 1),
            label,
            value,
        )
        for place, (label, value) in enumerate(values)
    )


def _active(known: Knowledge, at: datetime) -> list[ActiveState]:
    found = []
    for code, state in JURISDICTIONS.items():
        declarations, activations = known.emergencies.active(code, at=at)
        if declarations or activations:
            found.append(ActiveState(code, state.name, declarations, _by_title(activations)))
    return found


def _by_title(activations: Sequence[Activation]) -> tuple[tuple[Activation, int], ...]:
    """Each activation once, with the number of its areas: a row is one area."""
    first: dict[str, Activation] = {}
    areas: dict[str, int] = {}
    for each in activations:
        first.setdefault(each.id, each)
        areas[each.id] = areas.get(each.id, 0) + 1
    return tuple((each, areas[name]) for name, each in first.items())
