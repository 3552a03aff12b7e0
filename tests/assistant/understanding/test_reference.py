"""Words that lean on the turn before: plain yes and no, small talk, limits, the site that is meant."""

from __future__ import annotations

import pytest

from assistant.understanding.folding import fold
from assistant.understanding.reference import (
    announced,
    limit_of,
    plain_answer,
    points_back,
    same_place,
    site_number,
    small_talk,
)


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("yes", "yes"),
        ("Yeah I do", "yes"),
        ("sí", "yes"),
        ("no", "no"),
        ("nope sorry", "no"),
        ("none", "no"),
        ("no tengo", "no"),
        ("no I have Medicaid", ""),
        ("no wait 32801", ""),
        ("yes in Tampa", ""),
    ],
)
def test_a_plain_answer_says_nothing_more(message: str, answer: str) -> None:
    assert plain_answer(fold(message)) == answer


@pytest.mark.parametrize(
    ("message", "label"),
    [
        ("start over", "greeting"),
        ("next caller please", "greeting"),
        ("start over, I need insulin in Tampa", ""),
        ("who are you", "about"),
        ("are you a real person", "about"),
        ("who are you going to send", ""),
        ("ok thanks bye", "thanks"),
        ("hola buenas", "greeting"),
        ("gracias mija dios la bendiga", "thanks"),
        ("gracias por la medicina pero no hay", ""),
        ("nevermind", "thanks"),
        ("thanks but they are closed", ""),
        ("is this private?", "private"),
        ("will you share my info with ICE", "private"),
        ("do you save what i type here", "private"),
        ("who can see this", "private"),
        ("¿Guardan mis datos?", "private"),
        ("me van a reportar a la migra?", "private"),
        ("do you keep insulin cold there", ""),
        ("is this safe to take", ""),
        ("can you see a doctor at the shelter", ""),
        ("will they give me my insulin", ""),
    ],
)
def test_small_talk_is_the_whole_message(message: str, label: str) -> None:
    assert small_talk(fold(message)) == label


@pytest.mark.parametrize(
    ("message", "limit"),
    [
        ("i want to buy percocet off the street", "unsafe"),
        ("how much will bitcoin be worth", "out_of_scope"),
        ("will insulin prices go down next year", "out_of_scope"),
        ("what's the weather going to do tomorrow in Tampa", "out_of_scope"),
        ("i need a lawyer", "out_of_scope"),
        ("can i get a refill on my medical marijuana in Tampa", "out_of_scope"),
        ("the pharmacy is behind the weeds in the lot", ""),
        ("i am a lawyer and need my Ritalin in Orlando", ""),
        ("the weather knocked out the clinic, where do I get methadone", ""),
        ("does the election office shelter have a nurse", ""),
        ("where can i buy ice to keep insulin cold", ""),
    ],
)
def test_only_what_is_asked_for_is_out_of_reach(message: str, limit: str) -> None:
    assert limit_of(fold(message)) == limit


@pytest.mark.parametrize(
    ("message", "shown", "number"),
    [
        ("what about the third", 5, 2),
        ("the second one, is it open tomorrow", 5, 1),
        ("whats their number", 5, 0),
        ("whats their number", 0, None),
        ("third floor of the hotel", 5, None),
        ("what about Orlando", 5, None),
    ],
)
def test_the_site_that_is_meant(message: str, shown: int, number: int | None) -> None:
    assert site_number(fold(message), shown) == number


def test_the_same_place_is_said_in_few_words() -> None:
    assert same_place("same")
    assert same_place("right here")
    assert same_place("la misma ciudad")
    assert not same_place("here is the number of my pharmacy")


@pytest.mark.parametrize(
    ("message", "back"),
    [
        ("how long does it take?", True),
        ("do they cover wheelchairs", True),
        ("what is their number", True),
        ("is the program on in Kentucky?", True),
        ("does that plan pay for it", True),
        ("¿y cuánto tarda?", True),
        ("¿quién puede usar ese programa?", True),
        ("where can I get a flu shot", False),
        ("what is EPAP", False),
        ("necesito insulina en Tampa", False),
        # So long a message names what it is about.
        (
            "My mother takes warfarin and we left it at home when the water came, and it is the third time "
            "that she has to go without",
            False,
        ),
    ],
)
def test_what_was_said_before_is_pointed_at(message: str, back: bool) -> None:
    assert points_back(fold(message)) == back


@pytest.mark.parametrize(
    ("message", "thing"),
    [
        ("Does the donation follow the DSCSA?", "donation"),
        ("who is the Express Scripts partnership for", "partnership"),
        ("I want to make a donation", ""),
        ("where is the pharmacy", ""),
    ],
)
def test_what_was_announced_is_taken_to_be_known(message: str, thing: str) -> None:
    assert announced(fold(message)) == thing
