"""Answers made by hand, for the checks to look at."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from msgspec.structs import replace

from assistant.answer import (
    Answer,
    Citation,
    FollowUp,
    Section,
    Understood,
    UnderstoodMedicine,
    UnderstoodPlace,
)

LISINOPRIL = UnderstoodMedicine("lisinopril", "29046", "Zestril", "", "no", False, "moderate")
TAMPA = UnderstoodPlace("33602", "Tampa", "12057", "FL")
RULE = Citation(
    number=1,
    kind="rule",
    id="rule.FL.ordinary.1",
    title="Florida",
    url="",
    jurisdiction="FL",
    checked="2026-11-22",
    confidence="high",
    quote="up to 72 hours",
)
GOOD = Answer(
    conversation_id="",
    answer_id="a",
    language="en",
    urgency="routine",
    text="## What the pharmacist may do\n- Up to **72 hours**\n of this medicine. [1]",
    sections=(
        Section("rule", "What the pharmacist may do", "- Up to **72 hours**\n of this medicine. [1]", (1,)),
    ),
    citations=(RULE,),
    places=(),
    understood=Understood(("refill_rule",), (LISINOPRIL,), TAMPA, None, "medicare", ()),
    follow_up=FollowUp("prescription_proof", "Do you have the bottle?"),
    declined=None,
    composer="deterministic",
    at=datetime(2026, 11, 24, 15, tzinfo=UTC),
)


def answer(**changes: Any) -> Answer:
    """The good answer with something else in it."""
    return replace(GOOD, **changes)


def with_section(kind: str, text: str, *citations: int) -> Answer:
    """The good answer with one section of this kind instead of its own."""
    return answer(sections=(Section(kind, "Title", text, citations),), text=text)  # type: ignore[arg-type]
