"""Opening hours in the reader's language."""

from __future__ import annotations

import pytest

from assistant.writing.hours import clock, hours_in_words
from assistant.writing.words import Words


@pytest.mark.parametrize(
    ("hours", "language", "said"),
    [
        ("Mo-Fr 08:00-18:00", "en", "Mon–Fri 8 AM–6 PM"),
        (
            "Mo-Fr 08:00-12:00,13:30-18:00; Sa 09:00-13:00",
            "en",
            "Mon–Fri 8 AM–12 PM, 1:30 PM–6 PM; Sat 9 AM–1 PM",
        ),
        ("Mo-Sa 09:00-21:00; Su off; PH off", "en", "Mon–Sat 9 AM–9 PM; closed on public holidays"),
        ("Mo,We,Fr 07:00-24:00", "en", "Mon, Wed, Fri 7 AM–12 AM"),
        ("08:00-20:00", "en", "8 AM–8 PM"),
        ("Mo-Fr 08:00-18:00; PH off", "es", "lun–vie 8 AM–6 PM; cerrado en días feriados"),
        ("Mo-Fr 08:00-18:00", "ko", "월–금 8 AM–6 PM"),
    ],
)
def test_hours_are_said_as_people_read_them(hours: str, language: str, said: str) -> None:
    assert hours_in_words(hours, Words(language)) == said


@pytest.mark.parametrize(
    "hours", ["24/7", "off", "Mo-Fr 08:00+", "sunrise-sunset", "week 1-10 Mo 10:00-12:00", 'Mo "by phone"']
)
def test_what_is_not_understood_stays_as_it_is(hours: str) -> None:
    assert hours_in_words(hours, Words("es")) == hours


def test_the_clock_of_the_usa() -> None:
    assert [clock(*time) for time in ((0, 0), (8, 5), (12, 0), (17, 30), (24, 0))] == [
        "12 AM",
        "8:05 AM",
        "12 PM",
        "5:30 PM",
        "12 AM",
    ]
