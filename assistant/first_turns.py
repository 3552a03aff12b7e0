"""What a message means at the beginning of a conversation, and what it calls for, is worked out once.

People in one shelter ask in the same words, and mostly in their first message. Then nothing but the message
and how it was sent decides what it means: no slots, no table, no clock; and, where an operator added
documents, which of them hold on the day. As everywhere, what was written is
kept by its hash alone (`knowledge/remembering.py`): request and plan are kept without message and time.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import NamedTuple

from assistant.conversation.conversation import Conversation
from assistant.planning import Plan, make_plan
from assistant.question import Audience, Location, Question
from assistant.triage.assess import assess
from assistant.understanding.folding import fold
from assistant.understanding.request import Request
from assistant.understanding.understand import understand
from knowledge.opening import Knowledge
from knowledge.remembering import remembered

BEGINNING = Conversation()
_NO_TIME = datetime.min.replace(tzinfo=UTC)


class _Sent(NamedTuple):
    """All that decides what a first message means; `added` names the version of the operator's documents."""

    message: str
    audience: Audience
    language: str | None
    location: Location | None
    day: date | None
    added: str


class FirstTurns:
    """Requests and plans of messages without a conversation, by one set of vocabularies."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._kept = remembered(self._without_words)

    def read(self, question: Question) -> tuple[Request, Plan]:
        """The request, and the plan by what the patterns of triage find."""
        added = self._known.documents.version_with_own
        day = question.at.date() if added else None
        sent = _Sent(question.message, question.audience, question.language, question.location, day, added)
        request, plan = self._kept(sent)
        whole = _with_words(request, question)
        same = plan.request is request
        return whole, replace(plan, request=whole if same else _with_words(plan.request, question))

    def _without_words(self, sent: _Sent) -> tuple[Request, Plan]:
        at = datetime.combine(sent.day, time(12), UTC) if sent.day else _NO_TIME
        question = Question(
            message=sent.message,
            at=at,
            audience=sent.audience,
            language=sent.language,
            location=sent.location,
        )
        request, conversation = understand(question, BEGINNING, self._known)
        plan = make_plan(request, assess(request.message, language=request.language), conversation)
        kept = replace(request, message="", folded="")
        same = plan.request is request
        return kept, replace(plan, request=kept if same else replace(plan.request, message="", folded=""))


def _with_words(request: Request, question: Question) -> Request:
    return replace(request, message=question.message.strip(), folded=fold(question.message), at=question.at)
