"""A message in another language is answered in it, with the same facts as in English."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from assistant.answer import Answer
from assistant.conversation.conversation import Conversation
from assistant.question import Question
from assistant.understanding.language import COMPLETE, KNOWN
from assistant.writing.words import Words

if TYPE_CHECKING:
    from api.services import Services

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("messages_abroad.yaml").read_text(encoding="utf-8")
)
PHONE = re.compile(r"\b1-\d{3}-\d{3}-\d{4}\b")
LANGUAGES = sorted(CASES)


def ask(services: Services, message: str, language: str | None = None) -> Answer:
    question = Question(message=message, at=datetime.now(UTC), language=language)
    return services.assistant.answer(question, Conversation())[0]


@pytest.fixture(scope="module")
def english(services: Services) -> Answer:
    return ask(services, "I need my Lantus. I am in 33602.")


def test_there_is_a_case_for_every_language_that_is_understood() -> None:
    assert set(CASES) == set(KNOWN) - set(COMPLETE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_answer_is_in_the_language_of_the_message(services: Services, language: str) -> None:
    answer = ask(services, CASES[language]["asked"])
    assert answer.language == language
    titles = [section.title for section in answer.sections]
    for heading in CASES[language]["headings"]:
        assert any(title.startswith(heading) for title in titles), heading
    words = Words("en")
    own = {"title-next_step", "title-places", "title-rule", "title-hotlines", "title-payment"}
    assert not {words.say(key) for key in own} & set(titles)


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_rules_and_numbers_are_those_of_the_english_answer(
    services: Services, english: Answer, language: str
) -> None:
    answer = ask(services, CASES[language]["asked"])
    assert answer.places
    assert [place.name for place in answer.places] == [place.name for place in english.places]
    assert all(place.name in answer.text for place in answer.places)
    assert set(PHONE.findall(answer.text)) == set(PHONE.findall(english.text))
    rule = next(section.text for section in answer.sections if section.kind == "rule")
    assert "465.0275" in rule
    assert "30" in rule


@pytest.mark.parametrize("language", LANGUAGES)
def test_english_quotes_are_said_to_be_in_english(services: Services, language: str) -> None:
    answer = ask(services, CASES[language]["asked"])
    bring = next(section.text for section in answer.sections if section.kind == "bring")
    for line in bring.splitlines():
        assert CASES[language]["in_english"] in line


def test_what_to_do_in_danger_is_said_to_be_in_english(services: Services) -> None:
    answer = ask(services, "我把胰岛素忘在家里了，我在33602")
    danger = next(section.text for section in answer.sections if section.kind == "danger")
    assert "英文" not in danger.splitlines()[0]
    assert all("英文" in line for line in danger.splitlines()[1:])


@pytest.mark.parametrize("language", LANGUAGES)
def test_danger_comes_first_in_the_same_language(services: Services, language: str) -> None:
    case = CASES[language]
    answer = ask(services, f"{case['asked']} {case['danger']}")
    assert answer.language == language
    assert answer.urgency == "emergency"
    assert answer.sections[0].kind == "danger"
    assert answer.sections[0].text.startswith(case["call_911"])
    assert answer.places


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_chosen_language_wins_over_the_message(services: Services, language: str) -> None:
    answer = ask(services, "I need my Lantus. I am in 33602.", language)
    assert answer.language == language
    assert any(section.title.startswith(CASES[language]["headings"][1]) for section in answer.sections)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_missing_medicine_is_asked_for_in_the_language(services: Services, language: str) -> None:
    answer = ask(services, "Where can I get my medicine? I am in 33602.", language)
    assert answer.follow_up is not None
    assert answer.follow_up.question == Words(language).say("ask-medicine")
