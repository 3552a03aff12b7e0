"""Danger first: what a message says about danger, and what has to be said before anything else."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

from assistant.triage.lexicon import lexicon, lines_table
from assistant.triage.reading import Reading, read
from assistant.triage.rules import flags_of
from assistant.triage.second_net import Embed, raised
from assistant.triage.triage import RedFlag, Triage
from knowledge.remembering import remembered

ENGLISH = "en"
MOST_DANGER_LINES = 2
MOST_ACTION_LINES = 2
MOST_HOTLINES = 4


def assess(text: str, *, language: str = ENGLISH, embed: Embed | None = None) -> Triage:
    """Find the dangers in a message of any length. Never fails on any text, needs no model.

    The patterns of all languages are always tried, because people mix languages. `embed`, where given,
    turns texts into vectors of length 1 (n × d) for a second net that can only raise; it is called at
    most once per message, and only for English, the language of the bundled model.
    """
    if embed is None or not language.startswith(ENGLISH):
        return _by_words(text)
    reading = read(text, lexicon())
    flags = flags_of(reading)
    flags += _second_look(reading, flags, embed)
    return _triage(sorted(flags, key=_danger))


@remembered
def _by_words(text: str) -> Triage:
    """What the patterns alone find."""
    return _triage(sorted(flags_of(read(text, lexicon())), key=_danger))


def _second_look(reading: Reading, flags: list[RedFlag], embed: Embed) -> list[RedFlag]:
    found = min(flags, key=_danger).urgency if flags else "routine"
    flag = raised(reading, found, embed)
    return [flag] if flag else []


def _triage(flags: list[RedFlag]) -> Triage:
    if not flags:
        return Triage()
    return Triage(
        urgency=flags[0].urgency,
        flags=tuple(flags),
        danger_lines=_unique(_said("danger", flags), MOST_DANGER_LINES),
        action_lines=_unique(_said("do", flags[:1]), MOST_ACTION_LINES),
        hotlines=_unique(_said("hotlines", flags), MOST_HOTLINES),
    )


@functools.cache
def _lines() -> dict[str, Any]:
    return lines_table()


@functools.cache
def _order() -> dict[str, int]:
    return {name: number for number, name in enumerate(_lines())}


def _danger(flag: RedFlag) -> tuple[bool, int]:
    return flag.urgency != "emergency", _order()[flag.say]


def _said(kind: str, flags: Iterable[RedFlag]) -> Iterable[str]:
    for flag in flags:
        yield from _lines()[flag.say][flag.urgency].get(kind, ())


def _unique(ids: Iterable[str], most: int) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))[:most]
