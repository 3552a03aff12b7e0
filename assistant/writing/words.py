"""The words of one language (Fluent files), and how ages, distances, dates and phones are written."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from knowledge.hotlines.hotline import for_people
from knowledge.places.states import JURISDICTIONS

MESSAGES = Path(__file__).parent / "messages"
HOURS_SHOWN_AS_HOURS = 48
# Formatted messages kept in memory; some hundred bytes each.
SAID_KEPT = 4_096


class Words:
    """The writer's messages in a language that has a file of them; any other is written in English."""

    def __init__(self, language: str) -> None:
        self.language = language if language in _languages() else "en"

    def say(self, key: str, **values: str | int | float) -> str:
        """The message `key` with its values. A key or value that is missing is a fault of the program."""
        return _said(self.language, key, **values)

    def age(self, hours: float) -> str:
        """'40 minutes', '3 hours', '4 days': never finer than the person can use."""
        if hours < 1:
            return self.say("age-minutes", n=max(1, round(hours * 60)))
        if hours < HOURS_SHOWN_AS_HOURS:
            return self.say("age-hours", n=round(hours))
        return self.say("age-days", n=round(hours / 24))

    def day(self, moment: date | datetime) -> str:
        """'October 9, 2024', '9 de octubre de 2024', '2024年10月9日'."""
        if self.language == "en":
            return f"{moment:%B} {moment.day}, {moment.year}"
        return self._date(moment, "long")

    def weekday(self, moment: date | datetime) -> str:
        """The short name of the day: 'Thu', 'jue', '목'."""
        return f"{moment:%a}" if self.language == "en" else self._date(moment, "EEE")

    def _date(self, moment: date | datetime, pattern: str) -> str:
        # Haitian Creole gets French names: CLDR has none of its own.
        from babel.dates import format_date  # noqa: PLC0415 (English, the commonest, does without)

        return format_date(moment, pattern, locale=self.language)

    def state(self, code: str) -> str:
        """A jurisdiction's name in Spanish, else in English, as it stands on signs and papers there."""
        state = JURISDICTIONS.get(code)
        if state is None:
            return code
        return state.spanish_name if self.language == "es" else state.name

    def phone(self, number: str) -> str:
        """An E.164 number as people dial it."""
        return for_people(number)

    def miles(self, distance: float) -> str:
        """One decimal under ten miles, none above."""
        return f"{distance:.1f}" if distance < 10 else f"{distance:.0f}"


@lru_cache(maxsize=SAID_KEPT, typed=True)
def _said(language: str, key: str, **values: str | int | float) -> str:
    """An answer is some seventy messages, most of them said in the answer before."""
    bundle = _bundle(language)
    message = bundle.get_message(key)
    if message.value is None:
        raise KeyError(key)
    text, faults = bundle.format_pattern(message.value, values)
    if faults:
        raise KeyError(f"{key}: {faults[0]}")
    return str(text)


@cache
def _languages() -> frozenset[str]:
    return frozenset(file.stem for file in MESSAGES.glob("*.ftl"))


@cache
def _bundle(language: str) -> FluentBundle:
    # No isolation marks: the answers are read in terminals and read aloud as well as in browsers.
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((MESSAGES / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle
