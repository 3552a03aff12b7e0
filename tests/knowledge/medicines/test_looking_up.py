"""Names looked up from a search box or a feed."""

from __future__ import annotations

import pytest

from knowledge.medicines.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("q", "name", "certainty"),
    [
        ("Lantus SoloStar", "insulin glargine", "exact"),
        ("insulin glargine 100 UNT/ML [Lantus]", "insulin glargine", "exact"),
        ("274783", "insulin glargine", "exact"),
        ("70/30", "insulin aspart protamine, human / insulin aspart, human", "ask"),
        ("iron", "ferrous sulfate", "exact"),
        ("ella", "ulipristal", "exact"),
        ("insulin, regular, human", "insulin, regular, human", "exact"),
        ("AMLODIPINE / BENAZEPRIL", "amlodipine / benazepril", "exact"),
        ("ozempc", "semaglutide", "likely"),
        ("humulin", "insulin isophane", "ask"),
        ("hydrazine", "hydralazine", "ask"),
    ],
)
def test_looked_up(vocabulary: Vocabulary, q: str, name: str, certainty: str) -> None:
    first = vocabulary.lookup(q).matches[0]
    assert (first.medicine.name, first.certainty) == (name, certainty)


def test_each_medicine_stands_once_and_candidates_each(vocabulary: Vocabulary) -> None:
    found = vocabulary.lookup("humulin")
    names = [m.medicine.name for m in found.matches]
    assert len(names) == len(set(names)) == 3
    assert found.ask is not None
    assert "Humulin N" in found.ask and "Humulin R" in found.ask


def test_a_class_asks_which(vocabulary: Vocabulary) -> None:
    assert vocabulary.lookup("insulin").ask == "Which insulin is it? The name is on the bottle, box or pen."


def test_the_beginning_of_a_name_finds_it(vocabulary: Vocabulary) -> None:
    found = vocabulary.lookup("lisin", limit=5)
    assert found.matches[0].medicine.name == "lisinopril"
    assert {m.certainty for m in found.matches} == {"ask"}
    assert len(vocabulary.lookup("met", limit=4).matches) <= 4


@pytest.mark.parametrize("q", ["", "  ", "xyzzyqq", "li", "💊", "a" * 500])
def test_nothing_known_is_nothing(vocabulary: Vocabulary, q: str) -> None:
    found = vocabulary.lookup(q)
    assert (found.matches, found.ask) == ((), None)
