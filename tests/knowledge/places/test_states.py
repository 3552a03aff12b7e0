"""States by every way to write them."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from knowledge.places.states import JURISDICTIONS, STATE_WORDS, state_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("FL", "FL"),
        ("fl", "FL"),
        ("Fla.", "FL"),
        ("Florida", "FL"),
        (" new  york ", "NY"),
        ("N.Y.", "NY"),
        ("Nueva York", "NY"),
        ("Nuevo México", "NM"),
        ("Hawái", "HI"),
        ("D.C.", "DC"),
        ("Puerto Rico", "PR"),
        ("USVI", "VI"),
        ("U.S. Virgin Islands", "VI"),
        ("Guam", "GU"),
        ("Samoa Americana", "AS"),
        ("CNMI", "MP"),
        ("", None),
        ("Floridaa", None),
        ("XX", None),
        ("Tampa FL", None),
    ],
)
def test_state_codes(text: str, code: str | None) -> None:
    assert state_code(text) == code


def test_there_are_56_jurisdictions_with_their_own_codes() -> None:
    assert len(JURISDICTIONS) == 56
    assert len({s.fips for s in JURISDICTIONS.values()}) == 56
    for code, state in JURISDICTIONS.items():
        assert state_code(code) == state_code(state.name) == state_code(state.spanish_name) == code
        ZoneInfo(state.timezone)


def test_every_code_is_its_own_state() -> None:
    assert {code: state_code(code) for code in JURISDICTIONS} == {code: code for code in JURISDICTIONS}
    assert {code: STATE_WORDS[code.lower(),] for code in JURISDICTIONS} == {c: c for c in JURISDICTIONS}
