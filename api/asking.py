"""One question from the command line, by the same reading and the same pipeline as over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import cast

from api.answering import read_zip
from api.services import opened
from api.settings import Settings
from api.wire import read_language, read_message, read_time
from assistant.answer import Answer
from assistant.conversation.conversation import Conversation
from assistant.question import Audience, Location, Question


def ask_once(
    settings: Settings,
    *,
    message: str,
    audience: str,
    near: str | None,
    as_of: str | None,
    language: str | None,
) -> Answer:
    """The answer to one message. Whoever runs the command holds the data folder, so no key is asked for."""
    message, at, language = (
        read_message(message, "QUESTION"),
        read_time(as_of, "--as-of"),
        read_language(language),
    )
    with opened(settings) as services:
        question = Question(
            message=message,
            at=at or datetime.now(UTC),
            audience=cast(Audience, audience),
            language=language,
            location=Location(zip=read_zip(near, services.knowledge.places, "--near")) if near else None,
        )
        answer, _ = services.assistant.answer(question, Conversation())
        services.aftermath.take(answer)
        return answer
