"""Texts as operators really add them, beside the whole library: whole answers, cited into the right text.

They are not part of the project; the tests are skipped where they are not at hand.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.conversation.conversation import Conversation
from assistant.question import Question

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.pipeline import Assistant

TEXTS = Path(__file__).parents[2] / ".." / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts are not on this machine")
GIFT = "added-evernorth-direct-relief-donation"
OUR_GIFT = "evernorth-direct-relief-donation"
PARTNERS = "express-scripts-cpesn-partnership"
OPIOIDS = "cigna-opioid-utilization-management"


@pytest.fixture(scope="module")
def assistant(untouched_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    from api.services import opened
    from api.settings import Settings

    home = shutil.copytree(untouched_home, tmp_path_factory.mktemp("texts") / "home")
    with opened(Settings(home=str(home), log_level="error")) as services:
        services.knowledge.documents.add([TEXTS])
        yield services.assistant


def ask(assistant: Assistant, *messages: str) -> Answer:
    """The answer to the last message of one conversation."""
    conversation = Conversation()
    for message in messages:
        answer, conversation = assistant.answer(Question(message=message, at=datetime.now(UTC)), conversation)
    return answer


def cited(answer: Answer) -> list[str]:
    """The ids of the documents in the order of their citations."""
    return [c.id.split(".")[1] for c in answer.citations if c.id.startswith("document.")]


@pytest.mark.parametrize(
    ("message", "facts", "documents"),
    [
        ("How many medications were donated?", ["41,000"], {GIFT}),
        (
            "How many medications were donated, and for which conditions?",
            ["41,000", "asthma", "pulmonary", "diabetes", "transplant"],
            {GIFT},
        ),
        ("Which conditions do the donated medicines treat?", ["asthma", "diabetes", "transplant"], {GIFT}),
        (
            "Does the donation follow the DSCSA?",
            ["align the donation framework with Drug Supply Chain Security Act requirements"],
            {GIFT},
        ),
        (
            "Does Evernorth's donation follow the Drug Supply Chain Security Act?",
            ["align the donation framework with Drug Supply Chain Security Act requirements"],
            {GIFT},
        ),
        ("How many pharmacies in how many states does CPESN have?", ["3,500", "44 states"], {PARTNERS}),
        (
            "How many pharmacies in how many states does CPESN have, and which patients does the Express "
            "Scripts partnership start with?",
            ["3,500", "44 states", "Medicare", "hypertension and diabetes"],
            {PARTNERS},
        ),
        (
            "How many condition-focused pharmacists and infusion nurses does Accredo have?",
            ["500", "550"],
            {"cigna-accredo-specialty-pharmacy"},
        ),
        ("What do the opioid programs ensure?", ["safely and effectively", "quantity"], {OPIOIDS}),
        (
            "What do the opioid programs ensure, and is the newsletter for New Mexico?",
            ["safely and effectively", "not intended for residents of New Mexico"],
            {OPIOIDS},
        ),
        (
            "Is the newsletter for residents of New Mexico?",
            ["not intended for residents of New Mexico"],
            {OPIOIDS},
        ),
    ],
)
def test_the_answer_says_it_and_cites_the_text(
    assistant: Assistant, message: str, facts: list[str], documents: set[str]
) -> None:
    answer = ask(assistant, message)
    found = "\n".join(section.text for section in answer.sections)
    missing = [fact for fact in facts if fact not in found]
    assert not missing, found
    assert set(cited(answer)) & documents, cited(answer)


def test_the_donation_is_the_one_just_talked_about(assistant: Assistant) -> None:
    answer = ask(
        assistant,
        "How many medications were donated, and for which conditions?",
        "Does the donation follow the DSCSA?",
    )
    assert "Drug Supply Chain Security Act" in "".join(section.text for section in answer.sections)
    assert cited(answer)[:2] == [GIFT, GIFT]


def test_what_a_question_names_is_quoted_before_its_subject_in_general(assistant: Assistant) -> None:
    answer = ask(assistant, "Is the Evernorth donation DSCSA compliant?")
    assert set(cited(answer)[:2]) <= {GIFT, OUR_GIFT}
