"""Questions about what the operator's own documents say are told from questions that the library answers."""

from __future__ import annotations

from pathlib import Path

from knowledge.documents.index import DocumentIndex
from tests.knowledge.documents.conftest import TODAY

NOTICE = """---
title: "Quill County shelters: medicine notice"
jurisdiction: [TX]
---
## What the desk can do
The desk gives a voucher worth up to $75 for one prescription copay and lends a nebulizer for ten days.

## Rides
A free van leaves the Marrow Hall shelter at 10:15 a.m. for the pharmacies.
"""


def _own(index: DocumentIndex, question: str, **gates: str) -> list[str]:
    return [document.id for document in index.own_documents(question, at=TODAY, language="en", **gates)]


def test_a_question_in_the_words_of_an_added_document_is_about_it(
    index: DocumentIndex, tmp_path: Path
) -> None:
    assert _own(index, "what time does the van leave the Marrow Hall shelter") == []
    file = tmp_path / "quill.md"
    file.write_text(NOTICE, encoding="utf-8")
    index.add([file])
    assert _own(index, "what time does the van leave the Marrow Hall shelter") == ["quill"]
    assert _own(index, "how much is the copay voucher of the Quill County shelter") == ["quill"]
    assert index.own_documents("van of the Marrow Hall shelter", at=TODAY)[0].jurisdiction == ("TX",)


def test_what_the_library_answers_or_another_state_asks_is_not(index: DocumentIndex, tmp_path: Path) -> None:
    file = tmp_path / "quill.md"
    file.write_text(NOTICE, encoding="utf-8")
    index.add([file])
    assert _own(index, "my home zip code is not on the list") == []
    assert _own(index, "van of the Marrow Hall shelter", jurisdiction="FL") == []
    assert _own(index, "the shelter") == []


def test_the_one_document_on_a_thing_is_meant_by_its_name(index: DocumentIndex, tmp_path: Path) -> None:
    def add(name: str, text: str) -> None:
        (tmp_path / name).write_text(text, encoding="utf-8")
        index.add([tmp_path / name])

    def meant(noun: str) -> list[str]:
        return index.only_one_on(noun, at=TODAY, language="en").split(".")[1:2] or [""]

    assert meant("donation") == [""]
    add("acme.md", "# Acme helps\n\nAcme's donation of inhalers follows the law.")
    assert meant("donation") == ["acme"]
    add("birch.md", "# Birch helps\n\nNo donation is taken at Birch.")
    assert meant("donation") == [""]
    add("cedar-donation.md", "# The Cedar donation\n\nThe donation holds 90 inhalers.")
    assert meant("donation") == ["cedar-donation"]
