"""Danger first: what a message says about danger, and what has to be said before anything else."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

from assistant.triage.lexicon import lexicon, lines_table
from assistant.triage.reading import read
from assistant.triage.rules import flags_of
from assistant.triage.triage import RedFlag, Triage

Embed = Callable[[list[str]], Any]
MOST_DANGER_LINES = 2
MOST_ACTION_LINES = 2


def assess(text: str, *, language: str = "en", embed: Embed | None = None) -> Triage:
    """Find the dangers in a message of any length. Never fails, needs no model.

    `language` is the language of the message as far as known; patterns of English and Spanish are
    always both tried, because people mix them. `embed` turns texts into unit vectors (n × d).
    """
    reading = read(text, lexicon())
    flags = sorted(flags_of(reading), key=_danger)
    if not flags:
        return Triage()
    return Triage(
        urgency=flags[0].urgency,
        flags=tuple(flags),
        danger_lines=_unique(_said("danger", flags), MOST_DANGER_LINES),
        action_lines=_unique(_said("do", flags[:1]), MOST_ACTION_LINES),
        hotlines=_unique(_said("hotlines", flags), len(flags) * 2),
    )


@functools.cache
def _lines() -> dict[str, Any]:
    return lines_table()


def _danger(flag: RedFlag) -> tuple[bool, int]:
    order = list(_lines()).index(flag.category)
    return flag.urgency != "emergency", order


def _said(kind: str, flags: Iterable[RedFlag]) -> Iterable[str]:
    for flag in flags:
        yield from _lines()[flag.say][flag.urgency].get(kind, ())


def _unique(ids: Iterable[str], most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))[:most]
