"""What evacuees of other states and disasters wrote, and what each must and must not be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.assistant.test_pipeline import ask, text_of

if TYPE_CHECKING:
    from api.services import Services


@pytest.mark.parametrize(
    ("message", "current", "home"),
    [
        # The law of the state where the way ended, not of the one it began in.
        (
            "methadone from a clinic in New Orleans, evacuated to Jackson Mississippi, where can i dose",
            "Jackson, MS",
            "",
        ),
        (
            "had to run from the fire in Paradise CA. we are at the Chico fairgrounds",
            "Chico, CA",
            "Paradise, CA",
        ),
        ("on dialysis in Asheville, no water there. Went to Charlotte", "Charlotte, NC", ""),
        ("sent to my house in Santa Rosa but we are evacuated in Reno NV", "Reno, NV", "Santa Rosa, CA"),
        ("my clinic evacuated to Baton Rouge, I am in Houma, need insulin", "Houma, LA", ""),
        (
            "need spironolactone, pharmacy closed in Tallahassee. in Thomasville GA",
            "Thomasville, GA",
            "Tallahassee, FL",
        ),
        ("Forgot my insulin in New Orleans, in Memphis", "Memphis, TN", "New Orleans, LA"),
        ("lost my insulin in Tampa", "Tampa, FL", ""),
        ("need testosterone, Pensacola -> Mobile AL", "Mobile, AL", "Pensacola, FL"),
        # What is left is no place that was left.
        ("omnipod broke and i only have 1 pod left. Wilmington nc", "Wilmington, NC", ""),
        (
            "mi doctora esta en Ponce, la farmacia de Orlando me pide receta nueva, tomo sertralina",
            "Orlando, FL",
            "Ponce, PR",
        ),
    ],
)
def test_where_the_way_ended_is_where_they_are(
    services: Services, message: str, current: str, home: str
) -> None:
    understood = ask(services, message)[0].understood
    places = understood.current_place, understood.home_place
    assert tuple(f"{p.city}, {p.state}" if p else "" for p in places) == (current, home)


def test_whoever_took_their_insulin_and_has_low_sugar_is_not_told_to_get_more(services: Services) -> None:
    low = ask(services, "I'm shaky and sweaty and confused, havent eaten and I took my insulin")[0]
    assert low.urgency == "emergency"
    assert "needed today" not in low.text
    without = ask(services, "no insulin since this morning, sugar is 410, throwing up")[0]
    assert "needed today" in without.text


def test_machines_get_their_supplier_and_no_refill_rule(services: Services) -> None:
    cpap = ask(services, "Evacuated with my CPAP but the machine got wet. Baton Rouge")[0]
    assert {"rule", "handling"}.isdisjoint(section.kind for section in cpap.sections)
    assert "Medicare can replace equipment" in text_of(cpap, "program")
    oxygen = ask(services, "moms oxygen concentrator got ruined, we are in Lexington KY")[0]
    assert "Call your oxygen supplier" in text_of(oxygen, "program")
    assert text_of(oxygen, "rule") == ""


def test_methadone_of_a_clinic_comes_from_a_clinic(services: Services) -> None:
    clinic = ask(services, "i get methadone at a clinic in New Orleans, evacuated to Jackson Mississippi")[0]
    assert "guest dosing" in text_of(clinic, "program")
    assert "prescri" not in text_of(clinic, "rule") + text_of(clinic, "program")
    pain = ask(services, "need methadone for pain, in Jackson Mississippi")[0]
    assert "A prescriber must send a new prescription" in text_of(pain, "rule")


def test_every_controlled_medicine_of_several_is_ruled_on(services: Services) -> None:
    rule = text_of(ask(services, "wellbutrin xanax and adderall all lost in tornado. Joplin MO")[0], "rule")
    assert "up to 7 days" in rule
    assert "Xanax (alprazolam) is a controlled drug" in rule
    assert "Adderall is a Schedule II drug" in rule
    first = text_of(ask(services, "lost my adderall and metformin. Joplin MO")[0], "rule")
    assert "up to 7 days" in first
    assert "Adderall is a Schedule II drug" in first


def test_every_medicine_that_cannot_wait_is_named_first(services: Services) -> None:
    step = text_of(
        ask(services, "Lost lithium and lamictal in the flood, Montpelier Vermont")[0], "next_step"
    )
    assert step.index("You need Lamictal") < step.index("Try to get lithium")


@pytest.mark.parametrize(
    ("message", "said", "unsaid"),
    [
        # A pharmacy without power harms no pills.
        ("Need metformin and losartan in Dededo Guam, pharmacy no power", "", "cold medicines"),
        ("lost my lorazepam, Wilmington NC", "", "cold medicines"),
        # What was in the fridge is no medicine of the shelf.
        ("ozempic got warm, power out 2 days in San Juan PR", "cold medicines", "room-temperature"),
        ("my lisinopril sat in a hot car, is it ok", "room-temperature", "insulin"),
        ("Im out of klonopin 2 days and shaking real bad. Pensacola shelter", "", "flood water"),
    ],
)
def test_how_to_keep_it_fits_the_medicine(services: Services, message: str, said: str, unsaid: str) -> None:
    handling = text_of(ask(services, message)[0], "handling")
    assert said in handling
    assert unsaid not in handling


def test_no_program_is_named_that_does_not_apply(services: Services) -> None:
    prep = ask(services, "Need my Descovy prep, evacuated Galveston. im in San Antonio")[0]
    assert "ADAP" not in prep.text
    assert "ADAP" in ask(services, "Need my Biktarvy, im in San Antonio")[0].text
    ihs = ask(services, "IHS patient from Pine Ridge, now in Rapid City need lisinopril")[0]
    assert "IHS" in text_of(ihs, "payment")
    assert ihs.follow_up is None or ihs.follow_up.asks != "coverage"
    denied = ask(services, "insurance denied my Humira override. from Cameron LA in Lufkin TX")[0]
    assert "Schedule II" not in denied.text
    vague = ask(services, "insulin please, worried about ICE at the pharmacy")[0]
    assert "whatever your citizenship" in vague.text
    assert "Evernorth" not in vague.text


def test_a_law_without_a_number_of_days_is_told_in_plain_words(services: Services) -> None:
    rule = text_of(ask(services, "lost my metformin, shelter in Chico CA")[0], "rule")
    assert "A pharmacist in California may give you medicine without a new prescription." in rule
    assert "pharmacist judgment" not in rule


def test_the_place_is_asked_again_of_whoever_answered_with_a_medicine(services: Services) -> None:
    *_, last = ask(services, "hi", "need my inhaler", "albuterol")
    assert last.follow_up is not None
    assert last.follow_up.asks == "current_place"


def test_a_need_after_another_question_is_a_question_of_its_own(services: Services) -> None:
    first, need, who_pays = ask(
        services, "is this the fema people", "ok I need gabapentin and tramadol. Selma Alabama", "va"
    )
    assert "FEMA" in first.text
    assert need.declined is None
    assert "Alabama" in text_of(need, "rule")
    assert who_pays.understood.coverage == "va"
    assert text_of(who_pays, "rule")


def test_a_closed_clinic_in_passing_is_no_question_for_its_hours(services: Services) -> None:
    shot = ask(services, "my apretude shot is due this week and clinic in New Orleans closed. in Birmingham")[
        0
    ]
    assert "find_medicine" in shot.understood.intents


def test_who_tells_their_illness_and_that_all_pills_are_gone_is_asked_for_the_medicine(
    services: Services,
) -> None:
    rosa = ask(
        services,
        "I have Medicare and diabetes and I don't have any of my pills, they burned in Altadena and "
        "I'm at my daughter's in Bakersfield",
    )[0]
    assert rosa.follow_up is not None
    assert rosa.follow_up.asks == "medicine"


def test_a_medicine_beside_what_is_not_answered_here_is_looked_for(services: Services) -> None:
    answer = ask(services, "need pedialyte and diapers")[0]
    assert answer.declined is None
    assert ask(services, "need diapers")[0].declined == "out_of_scope"


def test_two_greetings_are_a_greeting(services: Services) -> None:
    assert ask(services, "hello? is anyone there")[0].declined is None


def test_a_brand_of_two_inhalers_is_called_as_it_was_written(services: Services) -> None:
    assert "Spiriva (tiotropium)" in ask(services, "lost my Spiriva, in Reno NV")[0].text


def test_a_class_is_called_by_their_own_words(services: Services) -> None:
    answer = ask(services, "perdi mis pastillas para la tiroides, estoy en Hilo Hawaii")[0]
    assert "pastillas para la tiroides" in answer.text
    assert "type not stated" not in answer.text


def test_a_child_who_needs_what_got_warm_is_shown_where_to_get_more(services: Services) -> None:
    answer = ask(services, "mi nino necesita su jarabe de amoxicilina, se quedo sin nevera, Caguas")[0]
    assert {"find_medicine", "handling"} <= set(answer.understood.intents)


def test_who_asks_for_a_number_gets_one_and_no_refusal(services: Services) -> None:
    answer = ask(services, "do u have a phone number for a real person")[0]
    assert answer.declined is None
    assert "211" in answer.text
