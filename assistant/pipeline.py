"""The whole way of a message: understand → triage → plan → gather → write → answer.

Start reading here. Each step is one function of one module; nothing else happens to a message.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from typing import NamedTuple

from assistant.answer import Answer, Section, Understood
from assistant.conversation.carrying import carry
from assistant.conversation.conversation import Conversation
from assistant.gathering import gather
from assistant.planning import make_plan
from assistant.question import Question
from assistant.reporting import shown_places, understood
from assistant.triage.assess import assess
from assistant.understanding.understand import understand
from assistant.writing.deterministic import write
from knowledge.availability.records import PlaceResult
from knowledge.opening import Knowledge


class Event(NamedTuple):
    """One step of a streamed answer: its name in the contract, and what it carries."""

    name: str
    data: Understood | Section | tuple[PlaceResult, ...] | str | Answer


class Assistant:
    """Answers messages from what `knowledge` holds. Holds no conversation and is safe to share."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def answer(self, question: Question, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer to one message, and the conversation as it stands afterwards."""
        known = self.knowledge
        request, conversation = understand(question, conversation, known)
        triage = assess(request.message, language=request.language)
        plan = make_plan(request, triage, conversation)
        gathered = gather(plan, known, conversation.shown_sites)
        written = write(plan, gathered, known)
        answer = Answer(
            conversation_id="",
            answer_id=secrets.token_urlsafe(12),
            language=request.language,
            urgency=plan.urgency,
            text=written.text,
            sections=written.sections,
            citations=written.citations,
            places=shown_places(gathered),
            understood=understood(request, gathered),
            follow_up=written.follow_up,
            declined=written.declined,
            composer=written.composer,
            at=question.at,
        )
        return answer, carry(conversation, request, answer)

    def stream(self, question: Question, conversation: Conversation) -> Iterator[Event | Conversation]:
        """The same answer in parts: understood, places, each section with its words, the whole at the end.

        The last item is the conversation as it stands afterwards.
        """
        answer, after = self.answer(question, conversation)
        yield Event("understood", answer.understood)
        if answer.places:
            yield Event("places", answer.places)
        for section in answer.sections:
            yield Event("section", section)
            for word in section.text.splitlines(keepends=True):
                yield Event("token", word)
        yield Event("answer", answer)
        yield after
