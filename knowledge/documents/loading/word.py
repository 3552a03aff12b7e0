"""Reading DOCX files: headings, lists, tables, and the small print in footers and footnotes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.table import Table
from lxml import etree

from knowledge.documents.loading.dates import published_date
from knowledge.documents.loading.extracted import Extracted
from knowledge.documents.loading.limits import MAX_UNPACKED_BYTES
from knowledge.errors import BadInput, TooLarge

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SMALL_PRINT = "## Notes"
TEMPLATE_AUTHORS = ("python-docx",)


def read_docx(data: bytes) -> Extracted:
    """The text of a DOCX as Markdown; raises BadInput for damaged files, TooLarge for unpacking bombs."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if sum(item.file_size for item in package.infolist()) > MAX_UNPACKED_BYTES:
                raise TooLarge(f"unpacks to more than {MAX_UNPACKED_BYTES // 1024**2} MB")
            footnotes = _footnotes(package)
        document = docx.Document(io.BytesIO(data))
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, etree.XMLSyntaxError) as broken:
        raise BadInput("is not a readable DOCX: it is damaged or of another type") from broken
    lines = list(_body(document))
    small = list(dict.fromkeys([*_footers(document), *footnotes]))
    if small:
        lines += [SMALL_PRINT, *small]
    text = "\n\n".join(lines) + "\n"
    core = document.core_properties
    # What writes files for programs signs them with its own name and the date of its template.
    signed = str(core.author or "").strip() not in TEMPLATE_AUTHORS
    return Extracted(
        text=text,
        title=str(core.title or "").strip() or _titled(document),
        published=published_date(text)
        or (core.modified.date().isoformat() if core.modified and signed else ""),
        publisher=str(core.author or "").strip() if signed else "",
        language=str(core.language or "").split("-")[0].lower(),
    )


def _body(document: Any) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from _table(part)
        elif text := part.text.strip():
            yield _paragraph(text, part.style.name if part.style else "")


def _paragraph(text: str, style: str) -> str:
    """A paragraph with the Markdown mark of its style."""
    text = re.sub(r"\s*\n\s*", " ", text)
    if heading := re.match(r"Heading (\d)", style):
        return f"{'#' * min(6, int(heading[1]) + 1)} {text}"
    if style == "Title":
        return f"# {text}"
    return f"- {text}" if style.startswith("List") else text


def _table(table: Table) -> Iterator[str]:
    """One Markdown table, as one block so that its rows keep their column names."""
    rows = [[_cell(cell.text) for cell in row.cells] for row in table.rows]
    if rows:
        marks = ["---"] * len(rows[0])
        yield "\n".join("| " + " | ".join(row) + " |" for row in [rows[0], marks, *rows[1:]])


def _cell(text: str) -> str:
    return re.sub(r"\s+", " ", text).replace("|", "/").strip()


def _footers(document: Any) -> Iterator[str]:
    for section in document.sections:
        for paragraph in section.footer.paragraphs:
            text = paragraph.text.strip()
            # A page number alone says nothing.
            if sum(sign.isalpha() for sign in text) > len("page of"):
                yield text


def _footnotes(package: zipfile.ZipFile) -> list[str]:
    if "word/footnotes.xml" not in package.namelist():
        return []
    # No entities and no network: the file comes from outside.
    safe = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(package.read("word/footnotes.xml"), safe)
    texts = ["".join(note.itertext()).strip() for note in root.iter(f"{W}footnote")]
    return [text for text in texts if text]


def _titled(document: Any) -> str:
    for style in ("Title", "Heading 1"):
        for paragraph in document.paragraphs:
            if paragraph.style and paragraph.style.name == style and paragraph.text.strip():
                return str(paragraph.text.strip())
    return ""
