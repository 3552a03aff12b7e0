"""Abbreviations that documents explain, and passages found by either form."""

from __future__ import annotations

import pytest

from knowledge.documents.document import Passage
from knowledge.documents.searching.abbreviations import explained
from knowledge.documents.searching.lexical import LexicalIndex
from knowledge.documents.searching.words import tokens


@pytest.mark.parametrize(
    ("text", "short", "words"),
    [
        ("It follows the Drug Supply Chain Security Act (DSCSA).", "dscsa", "drug supply chain security act"),
        (
            "Ask EPAP (Emergency Prescription Assistance Program) first.",
            "epap",
            "emergency prescription assistance program",
        ),
        ("the Office of Personnel Management (OPM)", "opm", "office of personnel management"),
        ("two federally qualified\nhealth centers (FQHCs)", "fqhc", "federally qualified health centers"),
    ],
)
def test_a_name_is_known_by_its_letters(text: str, short: str, words: str) -> None:
    assert explained([text]) == {short: tuple(words.split())}


@pytest.mark.parametrize(
    "text",
    [
        "Call MEDICARE (1-800-633-4227).",
        "A pharmacists' group (PUTT) asked.",
        "Schedule II (as of 2017)",
        "of the (OT)",
        "(DSCSA)",
    ],
)
def test_other_brackets_explain_nothing(text: str) -> None:
    assert explained([text]) == {}


def test_what_most_texts_say_counts() -> None:
    texts = ["congenital adrenal hyperplasia (CAH)", "critical access hospital (CAH)"]
    assert explained([*texts, texts[1]])["cah"] == ("critical", "access", "hospital")


def passage(number: int, text: str) -> Passage:
    return Passage(id=str(number), document_id=f"d{number}", title="", heading="", text=text)


def test_a_passage_is_found_by_whichever_form_it_lacks() -> None:
    index = LexicalIndex(
        [
            passage(0, "The Drug Supply Chain Security Act (DSCSA) was signed in 2013."),
            passage(1, "The gift was aligned with Drug Supply Chain Security Act requirements."),
            passage(2, "Samples need DSCSA tracking."),
            passage(3, "A chain of pharmacies acts for the security of its supply of drugs."),
            passage(4, "Insulin is kept cold."),
        ]
    )
    by_letters = index.shares(tokens("DSCSA"))
    assert min(by_letters[:3]) > 0
    assert by_letters[3] == by_letters[4] == 0
    by_name = index.shares(tokens("Drug Supply Chain Security Act"))
    assert by_name[2] > by_name[4] == 0
