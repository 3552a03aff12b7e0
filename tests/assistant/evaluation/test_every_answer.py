"""What no answer may do, whatever was asked."""

from __future__ import annotations

from assistant.answer import FollowUp, Section
from assistant.evaluation.every_answer import broken_promises
from tests.assistant.evaluation.answers import GOOD, answer, with_section

LONG = "Call 911 now because this is a danger that you should not wait with any longer."


def test_a_good_answer_breaks_nothing() -> None:
    assert broken_promises(GOOD, "evacuee", set()) == []


def test_a_marker_without_its_citation() -> None:
    assert broken_promises(answer(text="See [1] and [7]."), "evacuee", set()) == ["[7] points to no citation"]


def test_facts_without_a_source() -> None:
    assert broken_promises(with_section("payment", "EPAP pays."), "evacuee", set()) == [
        "section payment rests on no citation"
    ]


def test_a_refusal_needs_no_source() -> None:
    assert broken_promises(with_section("declined", "We cannot say."), "evacuee", set()) == []


def test_danger_behind_something() -> None:
    late = answer(sections=(*GOOD.sections, Section("danger", "Get help now", "Call 911 now. [1]", (1,))))
    assert broken_promises(late, "evacuee", set()) == ["danger stands behind another section"]


def test_a_long_danger_line_of_an_evacuee() -> None:
    (found,) = broken_promises(with_section("danger", f"Call 911. {LONG}"), "evacuee", set())
    assert found.startswith("a danger line has 16 words")
    assert broken_promises(with_section("danger", LONG), "agent", set()) == []


def test_two_short_danger_sentences_are_two_lines() -> None:
    assert (
        broken_promises(
            with_section("danger", "Call 911 now. Stay there. Do not wait.\nGo."), "evacuee", set()
        )
        == []
    )


def test_patient_words_to_a_pharmacist() -> None:
    spoken = with_section("next_step", "You need warfarin today.")
    assert broken_promises(spoken, "pharmacist", set()) == ["says 'You need' to a pharmacist"]
    assert broken_promises(spoken, "evacuee", set()) == []


def test_the_same_question_twice() -> None:
    assert broken_promises(GOOD, "evacuee", {"prescription_proof"}) == [
        "asks for prescription_proof a second time"
    ]


def test_two_questions_at_once() -> None:
    asked = answer(follow_up=FollowUp("coverage", "Who pays? Where are you?"))
    (found,) = broken_promises(asked, "evacuee", set())
    assert found.startswith("asks more than one question")
