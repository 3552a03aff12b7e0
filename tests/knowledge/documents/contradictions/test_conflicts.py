"""Conflicts: found where a new document says another value of the same thing, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.documents.contradictions.conflicts import Conflict, find_conflicts
from knowledge.documents.cutting.chunking import passages_of
from knowledge.documents.document import Document, Passage, Source
from knowledge.documents.embedding import SentenceEmbedder
from knowledge.documents.index import DocumentIndex
from knowledge.errors import NotFound
from tests.knowledge.documents.conftest import TODAY

FRONT = "---\nid: notice\ntitle: Lantern notice\nprogram: lantern\n---\n"
NOW = datetime(2026, 11, 25, tzinfo=UTC)


def passages(document_id: str, text: str, **changes: object) -> tuple[Passage, ...]:
    changes.setdefault("program", "epap")
    return passages_of(Document(id=document_id, title="EPAP", text=text, **changes))  # type: ignore[arg-type]


HELD = (
    *passages("a", "EPAP pays for up to 30 days of medicine. You can use it again every 30 days.\n"),
    *passages("b", "Call the EPAP hotline at 1-800-555-0142 to sign up.\n"),
    *passages("c", "Notices name over 72,000 pharmacies that take part in EPAP.\n"),
    *passages("d", "In the Harvey storm of 2017 EPAP was on for 21 counties of Texas.\n"),
    *passages("e", "EPAP was on from August 27, 2017 to November 30, 2017 after Harvey.\n"),
)


def found(embedder: SentenceEmbedder, text: str, **changes: object) -> list[Conflict]:
    return find_conflicts(passages("new", text, **changes), HELD, embedder, NOW)


@pytest.mark.parametrize(
    ("text", "held", "subject"),
    [
        ("EPAP gives up to 90 days of medicine.\n", "a", "count:day"),
        ("To sign up for EPAP, phone 1-888-555-0111.\n", "b", "phone"),
        ("EPAP works at more than 50,000 pharmacies.\n", "c", "count:pharmaci"),
    ],
)
def test_another_value_of_the_same_thing_is_a_conflict(
    embedder: SentenceEmbedder, text: str, held: str, subject: str
) -> None:
    conflicts = found(embedder, text)
    assert [(conflict.held[0].document_id, conflict.subject) for conflict in conflicts] == [(held, subject)]
    assert text.strip() in conflicts[0].sentence


@pytest.mark.parametrize(
    "text",
    [
        "EPAP gives up to 30 days of medicine.\n",
        "The EPAP desk at the arena has 4 tables and 12 chairs.\n",
        "In Hurricane Ida in 2021 EPAP was on for 25 parishes of Louisiana.\n",
        "The arena is open 24 hours a day, 7 days a week.\n",
        "EPAP does not pay for equipment.\n",
    ],
)
def test_the_same_value_or_another_thing_is_none(embedder: SentenceEmbedder, text: str) -> None:
    assert found(embedder, text) == []


def test_another_program_state_or_language_is_none(embedder: SentenceEmbedder) -> None:
    held = passages(
        "a", "The plan pays for up to 30 days of medicine.\n", program="harbor", jurisdiction=("FL",)
    )

    def against(**changes: object) -> list[Conflict]:
        new = passages("new", "The plan pays for up to 90 days of medicine.\n", **changes)
        return find_conflicts(new, held, embedder, NOW)

    assert against(program="harbor", jurisdiction=("FL",))
    assert against(program="harbor", jurisdiction=("US",))
    assert not against(program="harbor", jurisdiction=("TX",))
    assert not against(program="harbor", language="es")
    assert not against(program="cigna")


def test_a_difference_that_is_known_is_not_told_again(embedder: SentenceEmbedder) -> None:
    known = passages("f", "Sources differ: 72,000 pharmacies take part in EPAP, or 50,000 of them.\n")
    new = passages("new", "EPAP works at more than 50,000 pharmacies.\n")
    assert find_conflicts(new, (*HELD, *known), embedder, NOW) == []


def test_the_stronger_side_is_the_more_certain_then_the_later_checked(embedder: SentenceEmbedder) -> None:
    text = "EPAP gives up to 90 days of medicine.\n"
    sure = found(embedder, text, confidence="high")[0]
    unsure = found(embedder, text, confidence="low")[0]
    later = found(embedder, text, sources=(Source("", "x", "2026-11-25"),))[0]
    assert (sure.stronger, unsure.stronger, later.stronger) == ("new", "held", "new")


def test_added_listed_decided_and_then_hidden(index: DocumentIndex, tmp_path: Path) -> None:
    file = tmp_path / "notice.md"
    file.write_text(FRONT + "Lantern gives up to 90 days of medicine at a time.\n")
    report = index.add([file])
    assert len(report.conflicts) == 1
    conflict = index.conflicts()[0]
    assert conflict.held[0].document_id == "lantern-who-qualifies"
    assert index.facts().conflicts == (conflict,)
    touched = index.search("how many days of medicine does lantern give", at=TODAY, language="en")[0].passage
    assert index.conflicts_touching([touched.id])

    index.resolve(conflict.id, keep="held")
    assert index.conflicts() == []
    left = index.search("how many days of medicine does lantern give", at=TODAY, limit=50)
    assert "notice" not in {scored.passage.document_id for scored in left}
    assert index.evidence(conflict.new.passage_id) is not None
    with pytest.raises(NotFound):
        index.resolve("unknown", keep="new")


def test_keeping_the_new_hides_the_held_line_too(index: DocumentIndex, tmp_path: Path) -> None:
    file = tmp_path / "notice.md"
    file.write_text(FRONT + "Call 1-888-555-0111 to sign up for Lantern.\n")
    index.add([file])
    before = index.key_points("pay.uninsured", at=TODAY)
    assert any("1-800-555-0142" in point.text for point in before)
    index.resolve(index.conflicts()[0].id, keep="new")
    after = index.key_points("pay.uninsured", at=TODAY)
    assert after
    assert not any("1-800-555-0142" in point.text for point in after)
