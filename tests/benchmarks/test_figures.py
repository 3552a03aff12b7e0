"""The pure parts of the benchmarks, on numbers small enough to count by hand."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.benchmarks.answers import totals
from tests.benchmarks.asking import Asked, by_kind
from tests.benchmarks.comparison import asked_questions, words_in_five
from tests.benchmarks.floor import in_turns
from tests.benchmarks.load import growth_percent
from tests.benchmarks.messages import KINDS, Kind, different, messages
from tests.benchmarks.mixed_questions import mixed
from tests.benchmarks.served_floor import OWN, compared
from tests.benchmarks.starting import imports_model
from tests.benchmarks.timing import quantiles


def test_quantiles_are_milliseconds_by_nearest_rank() -> None:
    assert quantiles([number / 1000 for number in range(101)]) == {"p50": 50.0, "p95": 95.0, "p99": 99.0}
    assert quantiles([0.002]) == {"p50": 2.0, "p95": 2.0, "p99": 2.0}


def test_growth_counts_from_the_end_of_the_warm_up() -> None:
    filling = [(number, 100.0 + min(number, 10)) for number in range(101)]
    leaking = [(number, 100.0 + number) for number in range(101)]
    assert growth_percent(filling) == 0.0
    assert growth_percent(leaking) == round(100 * (198 / 112 - 1), 1)
    assert growth_percent([(0, 100.0)]) == 0.0


def test_a_document_question_is_compared_with_forward_pass_and_hello() -> None:
    medians = {
        "hello": 1.0,
        "hello beside structured": 1.0,
        "forward pass": 7.0,
        OWN: 4.0,
        "documents": 10.0,
        "availability": 3.0,
        "rules": 2.5,
    }
    figures = compared({name: {"p50": value} for name, value in medians.items()})
    assert figures["floor_ms"] == 8.0
    assert figures["documents_to_floor"] == 1.25
    assert figures["documents_to_own_floor"] == 2.0
    assert figures["structured_in_server_ms"] == {"availability": 2.0, "rules": 1.5}


def test_words_of_the_first_five_pieces() -> None:
    ranking = [{"document": "a", "text": "two words"}] * 7
    assert words_in_five([ranking, [{"document": "b", "text": "one two three four"}]]) == 7


def test_parts_take_turns() -> None:
    heard: list[tuple[str, int]] = []
    parts = {name: lambda number, name=name: heard.append((name, number)) for name in "ab"}
    times = in_turns(parts, 2, first=5)
    assert heard == [("a", 5), ("b", 5), ("a", 6), ("b", 6)]
    assert {name: len(seconds) for name, seconds in times.items()} == {"a": 2, "b": 2}


def test_messages_keep_the_shares_of_the_mix_and_of_repetition() -> None:
    made = list(messages(4000))
    shares = {kind: count / len(made) for kind, count in Counter(each.kind for each in made).items()}
    assert shares == pytest.approx({"availability": 0.7, "rules": 0.2, "documents": 0.1}, abs=0.03)
    assert list(messages(50)) == made[:50]
    fresh = list(messages(200, repeated=0))
    assert len(set(made[:200])) < len(set(fresh))


@pytest.mark.parametrize("kind", KINDS)
def test_different_messages_differ_and_are_of_one_kind(kind: Kind) -> None:
    texts = different(kind, 320)
    assert len(set(texts)) == 320


def test_mixed_questions_are_all_different() -> None:
    chosen = mixed(620)
    assert len(chosen) == len(set(chosen)) == 620


def test_answers_are_grouped_into_structured_and_documents() -> None:
    answered = [Asked("rules", 0.001), Asked("availability", 0.003), Asked("documents", 0.01)]
    figures = by_kind(answered)
    assert figures["documents_ms"]["p50"] == 10.0
    assert figures["structured_ms"]["p99"] == 3.0
    assert set(by_kind(answered[:2])) == {"all_ms", "structured_ms"}


def test_the_embedding_model_is_seen_among_import_times() -> None:
    line = "import time:       120 |        240 |   "
    assert imports_model(f"{line}json\n{line}  torch\n")
    assert not imports_model(f"{line}json\n{line}torchlike\n")


def test_a_quick_comparison_asks_both_halves() -> None:
    assert {question.half for question in asked_questions(quick=True)} == {"tuned", "untouched"}
    assert len(asked_questions(quick=True)) < len(asked_questions(quick=False)) / 4


def test_suites_are_counted_without_their_categories() -> None:
    score = {"passed": 3, "total": 4}
    rows = [
        {"suite": suite, "category": category, "tuned": score, "untouched": score}
        for suite, category in (("triage", "stroke"), ("triage", ""), ("", ""))
    ]
    assert [row["suite"] for row in totals({"rows": rows})["suites"]] == ["triage", "all"]
