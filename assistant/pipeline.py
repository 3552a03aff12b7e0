"""The whole way of a message: understand → triage → plan → gather → write → answer.

Start reading here. Each step is one function of one module; nothing else happens to a message.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from assistant.answer import Answer, Section, Understood
from assistant.conversation.carrying import carry
from assistant.conversation.conversation import Conversation
from assistant.first_turns import BEGINNING, FirstTurns
from assistant.gathering import Gathered, gather
from assistant.planning import Plan, make_plan
from assistant.question import Question
from assistant.reporting import finish, shown_places, understood
from assistant.triage.assess import assess
from assistant.understanding.request import Request
from assistant.understanding.understand import understand
from assistant.writing.chat_model import ChatModelWriter, ModelSentence, merge
from assistant.writing.deterministic import Written, write
from knowledge.availability.records import PlaceResult
from knowledge.documents.vector_types import Vectors
from knowledge.opening import Knowledge


class Event(NamedTuple):
    """One step of a streamed answer: its name in the contract, and what it carries."""

    name: str
    data: Understood | Section | tuple[PlaceResult, ...] | str | Answer


class Assistant:
    """Answers messages from what `knowledge` holds. Holds no conversation and is safe to share.

    With `chat_model` a model rewords what may be reworded; without it nothing is missing. Once warm, danger
    is also looked for by meaning (the second net), where a question is embedded anyway.
    """

    def __init__(self, knowledge: Knowledge, chat_model: ChatModelWriter | None = None) -> None:
        self.knowledge = knowledge
        self.chat_model = chat_model
        self._second_net = False
        self._first_turns = FirstTurns(knowledge)

    def warm(self) -> None:
        """Load what the first question would wait for, and fit the second net (seconds, once)."""
        self.knowledge.documents.warm()
        assess("hello", embed=self._embed)
        self._second_net = True

    def answer(self, question: Question, conversation: Conversation) -> tuple[Answer, Conversation]:
        """The answer to one message, and the conversation as it stands afterwards."""
        request, plan, gathered, written, conversation = self._written(question, conversation)
        if self.chat_model is not None:
            sentences = list(self.chat_model.sentences(plan, written, self.knowledge))
            written = merge(written, sentences, self.chat_model.name)
        answer = finish(question, plan, gathered, written)
        return answer, carry(conversation, request, answer)

    def stream(self, question: Question, conversation: Conversation) -> Iterator[Event | Conversation]:
        """The same answer in parts; the last item is the conversation as it stands afterwards."""
        request, plan, gathered, written, conversation = self._written(question, conversation)
        yield Event("understood", understood(request, gathered))
        if places := shown_places(gathered):
            yield Event("places", places)
        written = yield from self._spoken(plan, written)
        answer = finish(question, plan, gathered, written)
        yield Event("answer", answer)
        yield carry(conversation, request, answer)

    def _written(
        self, question: Question, conversation: Conversation
    ) -> tuple[Request, Plan, Gathered, Written, Conversation]:
        """From the message to the words of its answer; and the conversation that it goes on with."""
        known = replace(self.knowledge, emergencies=self.knowledge.emergencies.for_one_answer())
        request, plan, conversation = self._understood(question, conversation)
        gathered = gather(plan, known, conversation.shown_sites)
        return request, plan, gathered, write(plan, gathered, known), conversation

    def _understood(
        self, question: Question, conversation: Conversation
    ) -> tuple[Request, Plan, Conversation]:
        if conversation == BEGINNING:
            request, plan = self._first_turns.read(question)
        else:
            request, conversation = understand(question, conversation, self.knowledge)
            plan = make_plan(request, assess(request.message, language=request.language), conversation)
        return request, self._with_second_net(plan, request, conversation), conversation

    def _with_second_net(self, plan: Plan, request: Request, conversation: Conversation) -> Plan:
        """Danger first; the second net, which needs the question's vector, only where it is made anyway."""
        if not (self._second_net and plan.search == "meaning" and plan.triage.urgency != "emergency"):
            return plan
        triage = assess(request.message, language=request.language, embed=self._embed)
        return make_plan(request, triage, conversation)

    def _embed(self, texts: list[str]) -> Vectors:
        """A message as the search compares it, so that it is embedded once; many texts as they stand."""
        if len(texts) > 1:
            return self.knowledge.embedder.embed_passages(texts)
        return np.stack([self.knowledge.documents.meaning(text) for text in texts])

    def _spoken(self, plan: Plan, written: Written) -> Generator[Event, None, Written]:
        """The words as they come: the model's checked sentences, then every section as it finally stands."""
        sentences: list[ModelSentence] = []
        if self.chat_model is not None:
            for sentence in self.chat_model.sentences(plan, written, self.knowledge):
                sentences.append(sentence)
                yield Event("token", sentence.text + "\n")
            written = merge(written, sentences, self.chat_model.name)
        spoken = {sentence.kind for sentence in sentences}
        for section in written.sections:
            if section.kind not in spoken:
                yield from (Event("token", line + "\n") for line in section.text.splitlines())
            yield Event("section", section)
        return written
