"""What an answer leaves behind: its entry in the ledger, and places worth calling."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from api.beside import Beside
from api.ledger import AnswerLedger
from assistant.answer import Answer
from knowledge.availability.records import SearchResult

if TYPE_CHECKING:
    from knowledge.medicines.medicine import Medicine
    from knowledge.opening import Knowledge

# An answer for another moment (a drill's clock) says nothing about what is worth calling now.
NOW_WITHIN = timedelta(minutes=5)
# Calls are counted, not kept one by one: losing some in a flood changes little.
WAITING_LIMIT = 2_000


class Aftermath:
    """Takes every finished answer; writes beside the requests."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.ledger = AnswerLedger(knowledge.engine)
        self.calls: Beside[Answer] = Beside("calls-to-make", self._raise, WAITING_LIMIT)

    def start(self) -> None:
        self.ledger.writer.start()
        self.calls.start()

    def stop(self) -> None:
        self.ledger.writer.stop()
        self.calls.stop()

    def take(self, answer: Answer) -> None:
        """Note the answer and what in it was stale or unknown; returns at once."""
        self.ledger.record(answer)
        if answer.places and abs(datetime.now(UTC) - answer.at) < NOW_WITHIN:
            self.calls.put(answer)

    def _raise(self, answers: list[Answer]) -> None:
        self._knowledge.availability.raise_calls(
            (SearchResult(answer.places), self._medicines(answer)) for answer in answers
        )

    def _medicines(self, answer: Answer) -> list[Medicine]:
        vocabulary = self._knowledge.medicines
        named = (vocabulary.by_name(medicine.name) for medicine in answer.understood.medicines)
        return [medicine for medicine in named if medicine is not None]
