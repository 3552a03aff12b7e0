"""Places found in typed text. The sentences stand in places_in_text.csv: `?` before a place means that one
has to ask which is meant, `~` that it is likely the one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.places.gazetteer import Gazetteer
from knowledge.places.place import PlaceMention

CASES = Path(__file__).with_name("places_in_text.csv")
MARKS = {"exact": "", "likely": "~", "ask": "?"}


def cases() -> list[tuple[str, list[str]]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(row["text"], [p for p in row["places"].split("|") if p]) for row in csv.DictReader(file)]


def as_written(mention: PlaceMention) -> str:
    return MARKS[mention.certainty] + mention.place.label


@pytest.mark.parametrize(("text", "expected"), cases())
def test_places_in_text(gazetteer: Gazetteer, text: str, expected: list[str]) -> None:
    assert [as_written(m) for m in gazetteer.find(text)] == expected


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("in Springfield", "01103", "~Springfield, MA"),
        ("in Springfield", "62701", "~Springfield, IL"),
        ("Portland", "04101", "~Portland, ME"),
        ("Columbus", "31901", "~Columbus, GA"),
        ("Orange County", "32801", "~Orange County, FL"),
        ("Houston", "33602", "Houston, TX"),
    ],
)
def test_a_place_already_known_breaks_ties(gazetteer: Gazetteer, text: str, near: str, expected: str) -> None:
    (mention,) = gazetteer.find(text, near=gazetteer.by_zip(near))
    assert as_written(mention) == expected


def test_candidates_are_given_to_ask_between(gazetteer: Gazetteer) -> None:
    (mention,) = gazetteer.find("in Springfield")
    assert {p.state for p in mention.candidates} >= {"MO", "MA", "IL"}


def test_the_span_is_what_was_typed(gazetteer: Gazetteer) -> None:
    text = "¡Ayuda! Estoy en Jaksonville, FL 32202 ahora"
    (mention,) = gazetteer.find(text)
    assert text[mention.start : mention.end] == mention.matched == "Jaksonville, FL 32202"
    assert mention.place.zip == "32202"


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_overlap(gazetteer: Gazetteer, text: str) -> None:
    end = 0
    for mention in gazetteer.find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.matched
        end = mention.end


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_any_zip_is_found_in_a_sentence(gazetteer: Gazetteer, data: st.DataObject) -> None:
    code = data.draw(st.from_regex(r"[0-9]{5}", fullmatch=True))
    found = gazetteer.find(f"we are near {code} now")
    place = gazetteer.by_zip(code)
    assert [m.place for m in found] == ([place] if place else [])
