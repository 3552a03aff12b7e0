"""The checks find what is wrong, and nothing else."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from assistant.conversation.conversation import Conversation
from assistant.evaluation.case import Expect
from assistant.evaluation.checks import failures, plain
from tests.assistant.evaluation.answers import GOOD, answer

AFTER = Conversation(days_left=2.0, proof="bottle")


def expect(**keys: Any) -> Expect:
    return msgspec.convert(keys, Expect)


RIGHT = [
    {},
    {"urgency": "routine", "not_urgency": ["emergency"], "language": "en", "declined": None},
    {"medicines": ["lisinopril"], "current_state": "FL", "current_city": "Tampa", "home_state": None},
    {
        "coverage": "medicare",
        "intents": ["refill_rule"],
        "not_intents": ["pay"],
        "days_left": 2,
        "proof": "bottle",
    },
    {"sections": ["rule"], "not_sections": ["danger"], "places_max": 0},
    {
        "must": ["up to 72 HOURS of this"],
        "must_not": ["90"],
        "within": {"rule": {"must": ["72"], "must_not": ["30"]}},
    },
    {"cites": ["rule.FL.declared|rule.FL.ordinary"], "not_cites": ["document."]},
    {"asks": "prescription_proof", "not_asks": ["coverage"]},
]


@pytest.mark.parametrize("keys", RIGHT)
def test_what_is_right_passes(keys: dict[str, Any]) -> None:
    assert failures(expect(**keys), GOOD, AFTER) == []


WRONG = [
    ({"urgency": "emergency"}, "urgency is routine"),
    ({"not_urgency": ["routine"]}, "urgency is routine"),
    ({"language": "es"}, "language"),
    ({"intents": ["pay"]}, "intent pay is missing"),
    ({"not_intents": ["refill_rule"]}, "intent refill_rule is there"),
    ({"medicines": []}, "medicines"),
    ({"medicines": ["lisinopril", "metformin"]}, "medicines"),
    ({"current_state": None}, "current_state is FL"),
    ({"current_city": "Orlando"}, "current_city"),
    ({"home_state": "NC"}, "home_state is None"),
    ({"coverage": "unknown"}, "coverage"),
    ({"days_left": 3}, "days_left"),
    ({"proof": "photo"}, "proof"),
    ({"sections": ["places"]}, "section places is missing"),
    ({"not_sections": ["rule"]}, "section rule is there"),
    ({"danger_first": True}, "danger does not come first"),
    ({"must": ["ninety"]}, "does not say"),
    ({"must_not": ["72"]}, "says '72'"),
    ({"within": {"payment": {"must": ["72"]}}}, "section payment does not say"),
    ({"within": {"rule": {"must_not": ["72 hours of"]}}}, "section rule says"),
    ({"cites": ["document.epap|hotline."]}, "is cited"),
    ({"not_cites": ["rule.FL"]}, "rule.FL.ordinary.1 is cited"),
    ({"places_min": 1}, "0 places"),
    ({"first_place_open": True}, "first place"),
    ({"asks": None}, "asks is prescription_proof"),
    ({"not_asks": ["prescription_proof"]}, "asks for prescription_proof"),
    ({"declined": "unsafe"}, "declined"),
]


@pytest.mark.parametrize(("keys", "reason"), WRONG)
def test_what_is_wrong_is_said(keys: dict[str, Any], reason: str) -> None:
    found = failures(expect(**keys), GOOD, AFTER)
    assert len(found) == 1
    assert reason in found[0]


def test_no_place_understood_is_none() -> None:
    nowhere = answer(understood=msgspec.structs.replace(GOOD.understood, current_place=None))
    assert failures(expect(current_state=None), nowhere, AFTER) == []


def test_plain_text_has_no_markers() -> None:
    assert plain("**Call** 911 now. [1][2]\n`x`") == "Call 911 now. x"
