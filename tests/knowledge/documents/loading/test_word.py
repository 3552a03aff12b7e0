"""DOCX files made here: headings, lists, tables, footers, and the title."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from knowledge.documents.cutting.chunking import passages_of
from knowledge.documents.loading import word
from knowledge.documents.loading.files import load_paths
from knowledge.errors import TooLarge


def made(title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    document.add_heading("Kite courier handbook", level=0)
    document.add_heading("What it carries", level=1)
    document.add_paragraph("The kite courier carries small boxes of medicine over water.")
    document.add_paragraph("inhalers", style="List Bullet")
    document.add_heading("Prices", level=2)
    table = document.add_table(rows=3, cols=2)
    for row, cells in enumerate((("Weight", "Price"), ("one pound", "$4"), ("two pounds", "$7"))):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    document.sections[0].footer.paragraphs[0].text = "Not valid for residents of Guam."
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_headings_lists_tables_and_the_footer_are_read(tmp_path: Path) -> None:
    file = tmp_path / "kite.docx"
    file.write_bytes(made())
    document = load_paths([file]).documents[0].document
    assert document.title == "Kite courier handbook"
    found = [(passage.heading, passage.text) for passage in passages_of(document)]
    assert (
        "What it carries / Prices",
        "Weight: one pound; Price: $4.\nWeight: two pounds; Price: $7.",
    ) in found
    assert any("- inhalers" in text for heading, text in found if heading == "What it carries")
    assert any("residents of Guam" in text for _, text in found)


def test_the_title_property_counts_first() -> None:
    assert word.read_docx(made(title="The Kite")).title == "The Kite"


def test_a_file_that_unpacks_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "MAX_UNPACKED_BYTES", 1000)
    with pytest.raises(TooLarge, match="unpacks to more than"):
        word.read_docx(made())


def test_a_writing_program_is_no_publisher_and_its_template_no_date() -> None:
    read = word.read_docx(made())
    assert (read.publisher, read.published) == ("", "")
