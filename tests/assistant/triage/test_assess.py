"""What `assess` promises: danger first, the right number, never an error."""

from __future__ import annotations

from assistant.triage import assess, phrase


def test_an_emergency_gives_911_first() -> None:
    triage = assess("my dad is clutching his chest and hes gray")
    assert triage.urgency == "emergency"
    assert phrase(triage.danger_lines[0]) == "Call 911 now."
    assert triage.hotlines[0] == "911"
    assert triage.flags[0].person == "other"


def test_an_ordinary_refill_is_routine() -> None:
    assert assess("need a refill on my lisinopril").urgency == "routine"
