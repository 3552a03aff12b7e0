"""The console while an answer is on its way: nothing that the agent does meanwhile is lost or mixed up."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.held import Held
from tests.browser.signed_in import SignedIn, sign_in

__all__ = ["sign_in"]
TAMPA = "Caller left Lantus at home, is at a shelter in Tampa 33602"
ORLANDO = "Caller needs albuterol, is in Orlando 32801"


def ask(page: Page, message: str) -> None:
    page.locator("#message").fill(message)
    page.locator("#message").press("Enter")


def idle(page: Page) -> None:
    expect(page.locator(".console")).not_to_have_attribute("aria-busy", "true")


def answered(page: Page, message: str) -> None:
    ask(page, message)
    expect(page.locator("#aloud")).to_be_visible()
    idle(page)


def test_a_chip_changed_meanwhile_keeps_its_choice(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    answered(page, TAMPA)
    held = Held(page, "**/agent")
    page.locator("#slot-medicine").fill("metformin")
    page.locator("#slot-medicine").press("Enter")
    page.locator("#slot-coverage").select_option("medicare")
    page.locator("#slot-home").fill("Miami 33101")
    held.let_through()
    idle(page)
    expect(page.locator("#answer")).to_contain_text("metformin")
    expect(page.locator("#slot-coverage")).to_have_value("medicare")
    expect(page.locator("#slot-home")).to_have_value("Miami 33101")
    expect(page.locator("#slot-home")).to_be_focused()
    # It is still unsent, also after a look at another caller.
    page.get_by_role("button", name="New caller").click()
    page.get_by_role("button", name="Caller 1").click()
    expect(page.locator("#slot-coverage")).to_have_value("medicare")
    page.get_by_role("button", name="Change Coverage").click()
    held.let_through()
    expect(page.locator("#answer")).to_contain_text("1-800-633-4227")
    expect(page.locator("#slot-home")).to_have_value("Miami 33101")


def test_two_questions_are_answered_one_after_the_other(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    held = Held(page, "**/agent")
    ask(page, TAMPA)
    held.wait_for(1)
    ask(page, "I have Medicare")
    page.wait_for_timeout(200)
    assert len(held.routes) == 1  # the second waits for the first
    assert held.sent()["message"] == [TAMPA]
    assert "conversation_id" not in held.sent()
    held.let_through()
    held.wait_for(1)
    # The second goes on with the conversation that the first began.
    assert held.sent()["message"] == ["I have Medicare"]
    conversation = page.locator("#ask [name=conversation_id]").input_value()
    assert conversation
    assert held.sent()["conversation_id"] == [conversation]
    held.let_through()
    idle(page)
    expect(page.locator("#said .asked")).to_have_count(2)
    expect(page.locator("#slot-medicine")).to_have_value("insulin glargine")
    expect(page.locator("#slot-coverage")).to_have_value("medicare")


def test_sending_the_same_twice_asks_once(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    held = Held(page, "**/agent")
    ask(page, TAMPA)
    page.locator("#message").press("Enter")
    held.let_through()
    expect(page.locator("#aloud")).to_be_visible()
    page.wait_for_timeout(200)
    assert held.routes == []
    expect(page.locator("#said .asked")).to_have_count(1)


def test_an_answer_goes_to_the_caller_it_was_asked_for(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    held = Held(page, "**/agent")
    ask(page, TAMPA)
    page.get_by_role("button", name="New caller").click()
    expect(page.locator("#message")).to_have_value("")
    page.locator("#message").press_sequentially("second caller, half a thought")
    held.let_through()
    first = page.get_by_role("button", name="Caller 1")
    expect(first).to_have_text("Caller 1: new answer")
    # Nothing of it in front of the agent who talks to somebody else.
    expect(page.locator("#said .asked")).to_have_count(0)
    expect(page.locator("#aloud")).to_have_count(0)
    expect(page.locator("#message")).to_have_value("second caller, half a thought")
    expect(page.locator("#message")).to_be_focused()
    assert page.locator("#ask [name=conversation_id]").input_value() == ""
    first.click()
    expect(first).to_have_text("Caller 1")
    expect(page.locator("#slot-medicine")).to_have_value("insulin glargine")
    expect(page.locator("#message")).to_have_value("")
    assert page.locator("#ask [name=conversation_id]").input_value()


def test_two_callers_wait_side_by_side(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    held = Held(page, "**/agent")
    ask(page, TAMPA)
    held.wait_for(1)
    page.get_by_role("button", name="New caller").click()
    ask(page, ORLANDO)
    held.wait_for(2)  # the second caller does not wait for the first one's answer
    held.routes.reverse()
    held.let_through()
    expect(page.locator("#slot-medicine")).to_have_value("albuterol")
    held.let_through()
    expect(page.get_by_role("button", name="Caller 1")).to_have_text("Caller 1: new answer")
    expect(page.locator("#slot-medicine")).to_have_value("albuterol")


def test_the_answer_of_a_closed_caller_is_dropped(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    held = Held(page, "**/agent")
    ask(page, TAMPA)
    page.get_by_role("button", name="Close caller").click()
    with page.expect_response("**/agent"):
        held.let_through()
    page.wait_for_timeout(300)
    expect(page.locator("#said .asked")).to_have_count(0)
    expect(page.locator("#aloud")).to_have_count(0)
    expect(page.locator("#callers li")).to_have_text(["Caller 2"])
    assert "Lantus" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_a_draft_typed_meanwhile_stays(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    held = Held(page, "**/agent")
    ask(page, TAMPA)
    page.locator("#message").fill("and she has no insurance")
    held.let_through()
    expect(page.locator("#aloud")).to_be_visible()
    expect(page.locator("#message")).to_have_value("and she has no insurance")
    expect(page.locator("#message")).to_be_focused()


def test_a_question_that_could_not_be_taken_leaves_the_answer(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    answered(page, TAMPA)
    page.locator("#message").evaluate("box => box.removeAttribute('maxlength')")
    ask(page, "x" * 4001)
    expect(page.locator("#said .problem")).to_be_visible()
    expect(page.locator("#message")).to_have_value("x" * 4001)
    expect(page.locator("#aloud")).to_be_visible()
    answered(page, "I have Medicare")
    expect(page.locator("#said .problem")).to_have_count(0)


def test_a_lost_connection_of_another_caller_names_that_caller(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    held = Held(page, "**/agent")
    ask(page, TAMPA)
    page.get_by_role("button", name="New caller").click()
    held.wait_for(1)
    held.routes.pop().abort()
    expect(page.locator("#live")).to_contain_text("Caller 1: The connection was lost")
    page.get_by_role("button", name="Caller 1").click()
    expect(page.locator("#message")).to_have_value(TAMPA)


def test_a_report_is_noted_with_its_caller(sign_in: SignedIn) -> None:
    page = sign_in("agent", "/agent")
    answered(page, ORLANDO)
    held = Held(page, "**/v1/availability/reports")
    place = page.locator("[data-place='1']")
    place.locator("summary").click()
    place.get_by_role("button", name="In stock").dblclick()
    page.get_by_role("button", name="New caller").click()
    held.let_through()
    expect(page.get_by_role("button", name="Caller 1")).to_have_text("Caller 1: new answer")
    assert held.routes == []  # the second click said the same
    expect(page.locator("[data-place]")).to_have_count(0)
    page.get_by_role("button", name="Caller 1").click()
    expect(place.locator(".outcome")).to_contain_text("In stock")
    place.locator(".outcome button").click()
    page.unroute("**/v1/availability/reports")
    expect(place.locator(".outcome")).to_contain_text("Withdrawn")
