"""Triage meets its aims on phrases that it was not tuned on."""

from __future__ import annotations

import pytest

from assistant.triage.second_net import labelled
from tests.evaluation.triage.evaluate_triage import Report, cases, evaluate_triage, table

EMERGENCY_RECALL = 0.98
FALSE_ALARMS = 0.04
LEAST_OF_EACH_KIND = 100


@pytest.fixture(scope="module")
def report() -> Report:
    return evaluate_triage()


def test_emergencies_are_heard(report: Report) -> None:
    assert report.recall("untouched", "emergency") >= EMERGENCY_RECALL, table(report)


def test_harmless_messages_are_answered_calmly(report: Report) -> None:
    assert report.false_alarms("untouched") <= FALSE_ALARMS, table(report)


def test_no_category_of_emergencies_is_left_behind(report: Report) -> None:
    for figures in report.figures:
        if figures.split == "untouched" and figures.urgency == "emergency":
            assert figures.cases - figures.heard <= 1, f"{figures.category}: {table(report)}"


def test_there_are_enough_phrases_of_each_kind_and_both_languages() -> None:
    own = [case for case in cases() if case.origin == "own"]
    for urgency in ("emergency", "urgent", "routine"):
        kind = [case for case in own if case.urgency == urgency]
        assert len(kind) >= LEAST_OF_EACH_KIND
        assert {case.language for case in kind} == {"en", "es"}


def test_no_phrase_stands_in_both_splits() -> None:
    tuned = {case.text for case in cases() if case.split == "tuned"}
    untouched = {case.text for case in cases() if case.split == "untouched"}
    assert not tuned & untouched
    assert len(tuned) + len(untouched) == len(cases())


def test_the_second_net_was_not_woven_from_untouched_phrases() -> None:
    untouched = {case.text for case in cases() if case.split == "untouched"}
    assert not untouched & {phrase.text for phrase in labelled()}
