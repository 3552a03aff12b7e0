"""A streamed answer, step by step, for the API (JSON events) and for the page (HTML events)."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing

import msgspec

from api.conversations import Conversations
from api.errors import problem_body
from api.events import PING, event, in_thread
from api.services import Services
from assistant.answer import Answer
from assistant.conversation.conversation import Conversation
from assistant.pipeline import Event
from assistant.question import Question

Render = Callable[[Event], Iterator[bytes]]


async def streamed(
    question: Question,
    conversation_id: str | None,
    services: Services,
    conversations: Conversations,
    render: Render,
) -> AsyncIterator[bytes]:
    """The answer's events as `render` words them; pings while it works; `error` where it fails.

    The whole answer is sent only after the conversation's slots are kept, so that a client that leaves
    right after it finds them in its next turn.
    """
    try:
        issued, conversation = await conversations.find(conversation_id)
        steps = services.assistant.stream(question, conversation)
        whole: Answer | None = None
        async with aclosing(in_thread(steps, services.threads)) as items:
            async for item in items:
                if item is None:
                    yield PING
                elif isinstance(item, Conversation):
                    await conversations.keep(issued, item)
                elif isinstance(item.data, Answer):
                    whole = msgspec.structs.replace(item.data, conversation_id=issued)
                else:
                    for chunk in render(item):
                        yield chunk
        if whole is not None:
            services.aftermath.take(whole)
            for chunk in render(Event("answer", whole)):
                yield chunk
    except Exception as error:
        yield event("error", problem_body(error))


def as_json(step: Event) -> Iterator[bytes]:
    """The events of the contract."""
    yield event(step.name, step.data)
