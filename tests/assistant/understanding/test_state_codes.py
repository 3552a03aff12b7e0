"""Bare state codes in professionals' notes: first or last, and not where they mean something else."""

from __future__ import annotations

import pytest

from assistant.understanding.state_codes import bare_state


@pytest.mark.parametrize(
    ("note", "code"),
    [
        ("notify prescriber within how many hours AL", "AL"),
        ("tramadol emergency refill MI", "MI"),
        ("AR emergency insulin refill days", "AR"),
        ("adderall lost in fire, CA", "CA"),
        ("MS emergency refill 72h?", "MS"),
        ("OH: may I dispense insulin w/o Rx?", "OH"),
        ("72h rule (PA)?", "PA"),
        ("donation rules / MO", "MO"),
        ("caller out of lisinopril, now homeless, IN", "IN"),
    ],
)
def test_a_code_that_opens_or_ends_a_note_is_a_state(note: str, code: str) -> None:
    span = bare_state(note, ())
    assert span is not None
    assert note[slice(*span)] == code


@pytest.mark.parametrize(
    "note",
    [
        "patient refill after an MI",
        "prescription signed by the MD",
        "caller lost refills, has MS",
        "PA required for Humira refill",
        "MS patient lost her prescription",
        "OR is it 30 days supply",
        "EMERGENCY REFILL LA",
        "is he OK",
        "transfer to the OR",
    ],
)
def test_letters_that_mean_something_else_are_none(note: str) -> None:
    assert bare_state(note, ()) is None


def test_a_form_of_a_medicine_is_no_state() -> None:
    note = "emergency refill propranolol LA"
    start = note.index("propranolol")
    assert bare_state(note, ((start, start + len("propranolol")),)) is None
    assert bare_state(note, ((start, len(note)),)) is None
    assert bare_state("emergency refill propranolol, LA", ((start, start + len("propranolol")),)) is not None
