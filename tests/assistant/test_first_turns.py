"""The first message of a conversation is worked out once, and belongs to nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest

from api.services import Services
from assistant.conversation.conversation import Conversation
from assistant.first_turns import FirstTurns
from assistant.planning import make_plan
from assistant.question import Audience, Location, Question
from assistant.triage.assess import assess
from assistant.understanding import understand as understanding
from assistant.understanding.understand import understand

AT = datetime(2026, 10, 9, 15, tzinfo=UTC)
MESSAGES = (
    "I ran out of Lantus, we are in Tampa 33602",
    "  Can a pharmacist in Texas refill my Xanax?",
    "my toddler swallowed grandma's Eliquis",
    "¿Dónde consigo metformina cerca de 33701?",
    "where do i go",
)


@pytest.mark.parametrize("message", MESSAGES)
@pytest.mark.parametrize("audience", get_args(Audience))
def test_a_second_asker_gets_what_the_words_mean_at_their_own_time(
    message: str, audience: Audience, services: Services
) -> None:
    known = services.knowledge
    turns = FirstTurns(known)
    for at in (AT, AT + timedelta(days=3)):
        for place in (None, Location(zip="77002")):
            question = Question(message=message, at=at, audience=audience, location=place)
            request, _ = understand(question, Conversation(), known)
            triage = assess(request.message, language=request.language)
            assert turns.read(question) == (request, make_plan(request, triage, Conversation()))


def test_the_same_words_are_understood_once(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    turns = FirstTurns(services.knowledge)
    first, _ = turns.read(Question(message=MESSAGES[0], at=AT))
    # Whoever read the words again would meet this.
    monkeypatch.setattr(understanding, "fold", None)
    again, _ = turns.read(Question(message=MESSAGES[0], at=AT + timedelta(hours=1)))
    assert again.medicines == first.medicines
    assert again.at == AT + timedelta(hours=1)


def test_no_message_and_no_time_is_kept(services: Services) -> None:
    turns = FirstTurns(services.knowledge)
    turns.read(Question(message="This is Ada Quill, I ran out of insulin in Tampa", at=AT))
    held = [each.cell_contents for each in turns._kept.__closure__ or ()]  # type: ignore[attr-defined]
    kept = [each for each in held if isinstance(each, dict) and each]
    assert kept
    assert "Quill" not in repr(kept)
    assert "2026" not in repr([plan.request.at for each in kept for _, plan in each.values()])


def test_who_goes_on_is_not_taken_for_who_begins(services: Services) -> None:
    def ask(message: str, conversation: Conversation) -> tuple[list[str], Conversation]:
        answer, after = services.assistant.answer(Question(message=message, at=AT), conversation)
        return [each.name for each in answer.understood.medicines], after

    _, after = ask("I ran out of Lantus in Tampa 33602", Conversation())
    assert ask("and in Orlando?", Conversation())[0] == []
    assert ask("and in Orlando?", after)[0] == ["insulin glargine"]
    assert ask("and in Orlando?", Conversation())[0] == []
