"""The suite itself: every label points at a section that exists, the halves are apart, the shares hold."""

from __future__ import annotations

import pytest

from tests.evaluation.retrieval.library import load_documents
from tests.evaluation.retrieval.questions import FOLDER, HALVES, Half, _read, load_questions

DOCUMENTS = load_documents()


def test_every_passage_is_a_section_of_the_library() -> None:
    """A heading that was renamed or a document that was removed must be followed here."""
    headings = {(document.id, heading) for document in DOCUMENTS.values() for heading, _ in document.sections}
    lost = {
        f"{document}#{heading}"
        for question in load_questions()
        for document, heading in question.passages
        if (document, heading) not in headings
    }
    assert not lost


@pytest.mark.parametrize("half", HALVES)
def test_a_question_stands_in_the_half_of_its_document(half: Half) -> None:
    assert {question.half for question in _read(FOLDER / f"questions_{half}.csv")} == {half}


def test_no_question_stands_twice() -> None:
    texts = [question.text.lower() for question in load_questions()]
    assert len(texts) == len(set(texts))


def test_there_are_enough_and_a_third_are_spanish_or_misspelled() -> None:
    questions = load_questions()
    other = [question for question in questions if question.language == "es" or question.form == "typos"]
    assert len(questions) >= 250
    assert len(other) >= 0.32 * len(questions)
    assert {question.audience for question in questions} == {"evacuee", "agent", "pharmacist"}


def test_translations_have_the_sections_of_their_originals() -> None:
    """A Spanish section counts as the section of the same number in the original."""
    uneven = {
        document.id
        for document in DOCUMENTS.values()
        if document.original != document.id
        and len(document.sections) != len(DOCUMENTS[document.original].sections)
    }
    assert not uneven
