"""What is remembered of a text is the same for all who say it, and no conversation is among it."""

from __future__ import annotations

from datetime import UTC, datetime

from api.services import Services
from assistant.conversation.conversation import Conversation
from assistant.question import Question


def test_the_same_words_mean_what_each_conversation_makes_of_them(services: Services) -> None:
    """The third asker has no conversation, after two who had one said the same."""
    at = datetime.now(UTC)

    def ask(message: str, conversation: Conversation) -> tuple[list[str], str | None, Conversation]:
        answer, after = services.assistant.answer(Question(message=message, at=at), conversation)
        place = answer.understood.current_place
        return [each.name for each in answer.understood.medicines], place.city if place else None, after

    _, _, lantus = ask("I ran out of Lantus in Tampa 33602", Conversation())
    _, _, albuterol = ask("I need albuterol in Tampa 33602", Conversation())
    follow = "what about Orlando?"
    assert ask(follow, lantus)[:2] == (["insulin glargine"], "Orlando")
    assert ask(follow, albuterol)[:2] == (["albuterol"], "Orlando")
    assert ask(follow, Conversation())[:2] == ([], "Orlando")
    assert ask(follow, lantus)[:2] == (["insulin glargine"], "Orlando")


def test_what_was_found_in_a_text_cannot_be_changed_by_who_asked(services: Services) -> None:
    medicines, places = services.knowledge.medicines, services.knowledge.places
    text = "insulin glargine near Tampa"
    medicines.find(text).clear()
    places.find(text).clear()
    assert [each.medicine.name for each in medicines.find(text)] == ["insulin glargine"]
    assert [each.place.city for each in places.find(text)] == ["Tampa"]
