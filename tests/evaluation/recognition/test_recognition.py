"""Medicines are recognised as well as promised, on sentences that nothing was tuned on.

The sentences stand in the CSV files beside this one, a file for each kind. Which half a sentence is in was
decided by a fixed seed; whoever mends recognition looks at the mistakes of the tuned half only:
`evaluate_recognition(vocabulary, folder, "tuned").mistakes`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.medicines.recognition import RecognitionReport, evaluate_recognition, read_suite
from knowledge.medicines.vocabulary import Vocabulary

SUITE = Path(__file__).parent
LEAST_PRECISION = 0.97
LEAST_RECALL = 0.95
# A kind has few sentences; one mistake more or less must not decide.
LEAST_OF_A_KIND = 0.9


@pytest.fixture(scope="module")
def report() -> RecognitionReport:
    return evaluate_recognition(Vocabulary.load(), SUITE, "untouched")


def test_precision_and_recall_on_the_untouched_half(report: RecognitionReport) -> None:
    assert report.total.precision >= LEAST_PRECISION
    assert report.total.recall >= LEAST_RECALL


def test_every_kind_is_recognised(report: RecognitionReport) -> None:
    assert {s.kind: s.recall for s in report.scores if s.recall < LEAST_OF_A_KIND} == {}


def test_ordinary_words_become_medicines_in_one_sentence_of_twenty_at_most(report: RecognitionReport) -> None:
    (ordinary,) = (s for s in report.scores if s.kind == "ordinary_words")
    assert ordinary.wrong <= ordinary.sentences / 20


def test_strengths_are_captured(report: RecognitionReport) -> None:
    lost = [o.case.text for o in report.mistakes if not o.strength_right]
    written = [c for c in read_suite(SUITE) if c.strength and c.half == "untouched"]
    assert len(lost) <= 0.1 * len(written)


def test_the_suite_is_large_and_the_halves_are_even() -> None:
    cases = read_suite(SUITE)
    assert len(cases) >= 400
    assert len({(c.kind, c.text) for c in cases}) == len(cases)
    assert 0.45 < sum(c.half == "untouched" for c in cases) / len(cases) < 0.55


def test_expectations_name_medicines_of_the_vocabulary() -> None:
    names = {m.name for m in Vocabulary.load().medicines}
    unknown = {name for case in read_suite(SUITE) for expected in case.expected for name in expected} - names
    assert unknown == set()
