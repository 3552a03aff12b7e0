"""What stands first for agents and pharmacists, and how the table's marks are worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.assistant.test_pipeline import ask, text_of

if TYPE_CHECKING:
    from api.services import Services


def test_the_number_of_a_board_is_given_first_where_it_is_asked_for(services: Services) -> None:
    [answer] = ask(services, "number for the Texas pharmacy board", audience="agent")
    assert answer.sections[0].text.startswith("Texas State Board of Pharmacy (1-512-305-8000).")


def test_a_question_for_declarations_is_answered_before_prose_on_them(services: Services) -> None:
    [answer] = ask(services, "Is there an emergency declared in Georgia?", audience="agent")
    assert "Georgia" in answer.sections[0].text
    assert answer.sections[0].title == "Emergency declarations"


def test_the_rules_of_a_states_program_come_before_prose_on_donating(services: Services) -> None:
    [answer] = ask(services, "can we accept opened bottles for donation in Iowa", audience="pharmacist")
    assert answer.sections[0].kind == "donation"


def test_background_knowledge_is_said_to_be_not_confirmed(services: Services) -> None:
    [answer] = ask(services, "emergency refill in LA", audience="pharmacist")
    rule = text_of(answer, "rule")
    assert "72 hours (not confirmed)" in rule
    assert "background:" not in rule


def test_rules_on_who_may_practice_are_no_rules_on_prescriptions(services: Services) -> None:
    [answer] = ask(services, "emergency refill in GA", audience="pharmacist")
    rule = text_of(answer, "rule")
    assert "Out-of-state rule, GA: —." in rule
    assert "not applicable" not in rule


def test_what_to_bring_is_told_once_and_told_to_agents_who_ask(services: Services) -> None:
    [told] = ask(services, "caller has no ID. can she still get EPAP for her pills?", audience="agent")
    text = "\n".join(section.text for section in told.sections)
    assert text.count("Bring a photo ID") <= 1
    [asked] = ask(
        services, "what does the caller need to bring for an emergency refill in Texas", audience="agent"
    )
    assert "Bring your medicine bottles" in text_of(asked, "bring")


def test_warm_insulin_is_answered_by_its_own_windows(services: Services) -> None:
    [answer] = ask(services, "Humalog left at 95F for 6 hours", audience="pharmacist")
    assert answer.sections[0].kind == "handling"
    assert answer.sections[0].text.startswith("- FDA: insulin in the maker's vial")


def test_the_states_own_program_stands_before_charities_that_work_there(services: Services) -> None:
    [answer] = ask(services, "controlled substances donation Georgia", audience="pharmacist")
    assert answer.sections[0].text.startswith("- Georgia drug repository program")
