"""PDF files made here: pages, headings, running heads, and those that are refused."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from knowledge.documents.cutting.chunking import passages_of
from knowledge.documents.loading.files import load_paths
from knowledge.documents.loading.pdf import read_pdf
from knowledge.errors import BadInput

PAGES = [
    [
        (20, "Night Ferry Manual"),
        (14, "Who may ride"),
        (11, "Anyone who had to leave home may ride the night ferry with their"),
        (11, "medicine. A ticket is not needed, but bring a card with your address."),
        (11, "The crew keeps cold boxes for insulin and counts on passengers to say that they"),
    ],
    [
        (11, "need one before the ship leaves the pier."),
        (14, "When it sails"),
        (11, "The ferry sails at 22:15 on week-"),
        (11, "days from pier seven and reaches the other shore before dawn."),
    ],
]


def pdf(pages: list[list[tuple[int, str]]], title: str = "", foot: str = "Not valid in Guam.") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=letter)
    if title:
        canvas.setTitle(title)
    for number, lines in enumerate(pages, start=1):
        height = 740
        for size, text in lines:
            canvas.setFont("Helvetica", size)
            canvas.drawString(72, height, text)
            height -= 24
        canvas.setFont("Helvetica", 9)
        if foot:
            canvas.drawString(72, 60, foot)
            canvas.drawString(300, 40, f"Page {number} of {len(pages)}")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_pages_and_headings_reach_the_citation(tmp_path: Path) -> None:
    file = tmp_path / "ferry.pdf"
    file.write_bytes(pdf(PAGES * 1))
    document = load_paths([file]).documents[0].document
    assert document.title == "Night Ferry Manual"
    found = {passage.heading: passage for passage in passages_of(document)}
    assert found["Who may ride"].page == 1
    assert found["When it sails"].page == 2
    assert "page 2" in found["When it sails"].evidence().title


def test_a_sentence_over_the_page_and_a_broken_word_are_whole() -> None:
    text = read_pdf(pdf(PAGES)).text
    assert "say that they need one before the ship leaves the pier." in text
    assert "on weekdays from pier seven" in text


def test_a_running_foot_is_kept_once_and_page_numbers_not() -> None:
    text = read_pdf(pdf([[(11, f"Words of page {n}, which are many.")] for n in "abcd"])).text
    assert text.count("Not valid in Guam.") == 1
    assert "of 4" not in text


def test_the_title_of_the_file_counts_unless_it_is_a_file_name() -> None:
    assert read_pdf(pdf(PAGES, title="The Ferry")).title == "The Ferry"
    assert read_pdf(pdf(PAGES, title="ferry_final.docx")).title == "Night Ferry Manual"


def test_a_scanned_file_is_refused() -> None:
    with pytest.raises(BadInput, match="looks scanned"):
        read_pdf(pdf([[], []], foot=""))


def test_a_page_without_text_is_noted() -> None:
    assert read_pdf(pdf([*PAGES, []], foot="")).notes == ("page(s) 3 hold no text and are not searched",)


def test_an_encrypted_file_is_refused() -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(PAGES))))
    writer.encrypt("secret", algorithm="RC4-128")
    buffer = io.BytesIO()
    writer.write(buffer)
    with pytest.raises(BadInput, match="is encrypted"):
        read_pdf(buffer.getvalue())


def test_too_many_pages_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("knowledge.documents.loading.pdf.MAX_PDF_PAGES", 1)
    with pytest.raises(BadInput, match="has 2 pages; at most 1"):
        read_pdf(pdf(PAGES))


def test_a_heading_of_two_lines_is_one_and_nobody_is_no_author() -> None:
    lines = [
        (20, "Bulletin for ships in"),
        (20, "all waters"),
        (14, "Fog"),
        *((11, f"Line {n}.") for n in range(9)),
    ]
    read = read_pdf(pdf([lines]))
    assert "## Bulletin for ships in all waters" in read.text
    assert "## Fog" in read.text
    assert read.publisher == ""
