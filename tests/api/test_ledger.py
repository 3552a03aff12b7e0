"""The ledger keeps which evidence an answer rested on, and nothing that was said."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import msgspec
import pytest
from sqlalchemy import Engine, select

from api.feedback import give_feedback
from api.ledger import AnswerLedger, version
from api.tables import answer_ledger, feedback
from assistant.answer import Answer, Citation, Section, Understood
from knowledge.errors import NotFound

CITATION = Citation(
    number=1,
    kind="rule",
    id="rule.FL.declared_emergency.1",
    title="Florida",
    url="https://example.org/law",
    jurisdiction="FL",
    checked="2026-11-22",
    confidence="high",
    quote="up to 30 days",
)


def answer(answer_id: str) -> Answer:
    return Answer(
        conversation_id="c",
        answer_id=answer_id,
        language="en",
        urgency="routine",
        text="You need Lantus. [1]",
        sections=(Section("rule", "Rule", "You need Lantus. [1]", (1,)),),
        citations=(CITATION,),
        places=(),
        understood=Understood((), (), None, None, "unknown", ()),
        follow_up=None,
        declined=None,
        composer="deterministic",
        at=datetime(2026, 11, 25, tzinfo=UTC),
    )


def test_what_was_recorded_is_there_after_a_stop(engine: Engine) -> None:
    ledger = AnswerLedger(engine)
    ledger.writer.start()
    for number in range(500):
        ledger.record(answer(f"a{number}"))
    ledger.writer.stop()
    with engine.connect() as connection:
        rows = connection.execute(select(answer_ledger)).all()
    assert len(rows) == 500
    assert rows[0].evidence == [{"id": CITATION.id, "version": version(CITATION)}]
    assert "Lantus" not in json.dumps([row.evidence for row in rows])


def test_a_version_changes_with_what_was_shown() -> None:
    assert version(CITATION) == version(msgspec.structs.replace(CITATION, number=2))
    assert version(CITATION) != version(msgspec.structs.replace(CITATION, quote="up to 3 days"))


def test_feedback_needs_an_answer_that_was_given(engine: Engine) -> None:
    ledger = AnswerLedger(engine)
    ledger.writer.start()
    ledger.record(answer("given"))
    give_feedback(engine, ledger, "given", helpful=False, reason="closed when I came")
    with pytest.raises(NotFound):
        give_feedback(engine, ledger, "never", helpful=True, reason="")
    ledger.writer.stop()
    with engine.connect() as connection:
        kept = connection.execute(select(feedback)).one()
    assert (kept.answer_id, kept.helpful) == ("given", False)
