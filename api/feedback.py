"""Whether an answer helped, as its reader said."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

from sqlalchemy import Engine, insert

from api.ledger import AnswerLedger
from api.tables import feedback
from knowledge.errors import NotFound


def give_feedback(engine: Engine, ledger: AnswerLedger, answer_id: str, helpful: bool, reason: str) -> None:
    """Keep one reader's word on one answer. Raises NotFound for an answer nobody was given."""
    if not ledger.holds(answer_id):
        raise NotFound(
            "There is no answer with this answer_id. Use the answer_id of the answer you were given."
        )
    row = {"id": secrets.token_hex(8), "answer_id": answer_id, "helpful": helpful, "reason": reason}
    with engine.begin() as connection:
        connection.execute(insert(feedback).values(**row, given_at=datetime.now(UTC)))
