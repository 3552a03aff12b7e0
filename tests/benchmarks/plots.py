"""Plots as SVG: bars and a line. Text for screen readers; colours that hold on light and dark pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

WIDTH, LABELS, RIGHT = 720, 200, 90
BAR, GAP, HEAD, FOOT = 18, 8, 46, 12
LINE_HEIGHT = 260
OURS, OTHERS, TEXT = "#0b6e99", "#8a939c", "#6b737b"


@dataclass(frozen=True, slots=True)
class Bar:
    """One row; `ours` decides its colour."""

    label: str
    value: float
    ours: bool = False


def bars(title: str, unit: str, rows: Sequence[Bar]) -> str:
    """Horizontal bars from zero, each with its value."""
    most = max((row.value for row in rows), default=0) or 1
    room = WIDTH - LABELS - RIGHT
    body = []
    for number, row in enumerate(rows):
        top = HEAD + number * (BAR + GAP)
        length = round(room * row.value / most, 1)
        middle = top + BAR - 4
        body += [
            _text(LABELS - 8, middle, row.label, anchor="end"),
            f'<rect x="{LABELS}" y="{top}" width="{length}" height="{BAR}" rx="2" '
            f'fill="{OURS if row.ours else OTHERS}"/>',
            _text(LABELS + length + 6, middle, f"{row.value:g}"),
        ]
    said = "; ".join(f"{row.label} {row.value:g}" for row in rows)
    return _svg(title, unit, said, HEAD + len(rows) * (BAR + GAP) + FOOT, body)


def line(title: str, unit: str, points: Sequence[tuple[float, float]]) -> str:
    """One line over x; y begins at zero, so that a small growth looks small. At least one point."""
    widest = max(x for x, _ in points) or 1
    most = max(y for _, y in points) or 1
    left, low, high = 60, LINE_HEIGHT - 34, HEAD + 6
    room = WIDTH - left - 20

    def place(x: float, y: float) -> str:
        return f"{left + room * x / widest:.1f},{low - (low - high) * y / most:.1f}"

    path = " ".join(place(x, y) for x, y in points)
    body = [
        f'<path d="M{left},{high} V{low} H{left + room}" fill="none" stroke="{TEXT}"/>',
        f'<polyline points="{path}" fill="none" stroke="{OURS}" stroke-width="2"/>',
        _text(left - 6, high + 5, f"{most:g}", anchor="end"),
        _text(left - 6, low, "0", anchor="end"),
        _text(left + room, low + 20, f"{widest:,g}", anchor="end"),
    ]
    said = f"from {points[0][1]:g} to {points[-1][1]:g} over {widest:,g}"
    return _svg(title, unit, said, LINE_HEIGHT, body)


def _svg(title: str, unit: str, said: str, height: int, body: Sequence[str]) -> str:
    lines = "\n".join(body)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" '
        'font-family="system-ui, sans-serif" font-size="13">\n'
        f"<title>{escape(title)}</title>\n<desc>{escape(f'{unit}: {said}')}</desc>\n"
        f"{_text(8, 18, title, weight='600')}\n{_text(8, 35, unit)}\n{lines}\n</svg>\n"
    )


def _text(x: float, y: float, words: str, *, anchor: str = "start", weight: str = "400") -> str:
    return (
        f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}" font-weight="{weight}" fill="{TEXT}">'
        f"{escape(words)}</text>"
    )
