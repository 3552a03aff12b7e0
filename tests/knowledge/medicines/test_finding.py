"""Medicines found in typed text. The sentences stand in medicines_in_text.csv as
`what was typed = the medicine`, with `~` for likely, `?` for ask and `@ strength`."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.medicines.medicine import MedicineMention
from knowledge.medicines.vocabulary import Vocabulary

CASES = Path(__file__).with_name("medicines_in_text.csv")
PIECES = ["my", "lantus", "insulin,", "metfornin", "20", "mg", "of", "iron", "Yasmin.", "é", "Humulin", "\n"]
MARKS = {"exact": "", "likely": " ~", "ask": " ?"}


def cases() -> list[tuple[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["found"]) for row in csv.DictReader(file)]


def as_written(mention: MedicineMention) -> str:
    strength = f" @ {mention.strength}" if mention.strength else ""
    return f"{mention.matched} = {mention.medicine.name}{MARKS[mention.certainty]}{strength}"


@pytest.mark.parametrize(("text", "expected"), cases())
def test_medicines_in_text(vocabulary: Vocabulary, text: str, expected: str) -> None:
    assert " | ".join(as_written(m) for m in vocabulary.find(text)) == expected


def test_every_generic_and_brand_name_is_found_exactly(vocabulary: Vocabulary) -> None:
    lost = []
    for medicine in vocabulary.medicines:
        for name in (medicine.name, *medicine.brands):
            found = vocabulary.find(f"I ran out of {name.replace(',', '')} pills")
            if not any(medicine in (m.medicine, *m.candidates) for m in found):
                lost.append((name, [m.medicine.name for m in found]))
    # Names with a comma or a class in brackets are typed otherwise; all others must be found.
    assert [name for name, _ in lost if "(" not in name] == []


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("just Humulin", {"insulin isophane", "insulin, regular, human"}),
        ("need my hydrazine", {"hydralazine", "hydroxyzine"}),
        ("mirapax please, I ran out of mirapax", {"pramipexole", "polyethylene glycol 3350"}),
        ("protonic 40 mg", {"pantoprazole", "tacrolimus"}),
    ],
)
def test_look_alikes_are_asked_about(vocabulary: Vocabulary, text: str, meant: set[str]) -> None:
    mention = vocabulary.find(text)[0]
    assert mention.certainty == "ask"
    assert mention.medicine == mention.candidates[0]
    assert meant <= {m.name for m in mention.candidates}


def test_exact_is_exact_however_alike(vocabulary: Vocabulary) -> None:
    for name in ("hydroxyzine", "hydralazine", "Celebrex", "Celexa", "Humalog", "Lamisil", "Lamictal"):
        (mention,) = vocabulary.find(name)
        assert (mention.certainty, mention.matched) == ("exact", name)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=500))
def test_any_text_is_read_without_overlap(vocabulary: Vocabulary, text: str) -> None:
    end = 0
    for mention in vocabulary.find(text):
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.matched
        end = mention.end


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "my",
                "lantus",
                "insulin,",
                "metfornin",
                "20",
                "mg",
                "of",
                "the",
                "iron",
                "and",
                "Yasmin.",
                "é",
                "¿",
            ]
        )
    )
)
def test_any_mixture_is_read_without_overlap(vocabulary: Vocabulary, words: list[str]) -> None:
    text = " ".join(words)
    spans = [(m.start, m.end) for m in vocabulary.find(text)]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_swapped_pair_of_letters_never_means_another_medicine_for_sure(
    vocabulary: Vocabulary, data: st.DataObject
) -> None:
    medicine = data.draw(
        st.sampled_from([m for m in vocabulary.medicines if m.name.isalpha() and len(m.name) > 6])
    )
    i = data.draw(st.integers(1, len(medicine.name) - 2))
    name = medicine.name
    typed = name[:i] + name[i + 1] + name[i] + name[i + 2 :]
    for mention in vocabulary.find(f"I need my {typed} today"):
        assert mention.certainty == "ask" or mention.medicine == medicine, typed
