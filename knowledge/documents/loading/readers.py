"""Choosing the reader of a file by what is in it, not only by its name."""

from __future__ import annotations

import codecs
from pathlib import Path

from knowledge.documents.loading.extracted import Extracted
from knowledge.documents.loading.limits import MAX_TEXT_CHARACTERS
from knowledge.errors import BadInput, TooLarge

MARKDOWN = frozenset({".md", ".markdown"})
PLAIN = frozenset({".txt", ".text"})
HTML = frozenset({".html", ".htm", ".xhtml"})
KINDS = "Markdown (.md), HTML (.html), PDF (.pdf), Word (.docx) and plain text (.txt)"
# Old Word files, and DOCX files with a password, are this kind of container.
COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Control characters that occur in text: tab, line feed, form feed, carriage return.
TEXT_CONTROLS = frozenset("\t\n\f\r")


def read_file(file: Path) -> Extracted:
    """The text of `file`; raises BadInput with the second half of a sentence ('is encrypted: …')."""
    data = file.read_bytes()
    suffix = file.suffix.lower()
    extracted = _read(data, suffix)
    if not extracted.text.strip():
        raise BadInput("holds no text")
    if len(extracted.text) > MAX_TEXT_CHARACTERS:
        raise TooLarge(f"holds more than {MAX_TEXT_CHARACTERS:,} characters of text: add it in parts")
    return extracted


def _read(data: bytes, suffix: str) -> Extracted:
    """The readers are imported here: each brings a large library that only documents of its kind need."""
    if data.startswith(COMPOUND_FILE):
        raise BadInput("is encrypted or an old Word file (.doc): save it as .docx without a password")
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from knowledge.documents.loading.pdf import read_pdf  # noqa: PLC0415

        return read_pdf(data)
    if suffix == ".docx":
        from knowledge.documents.loading.word import read_docx  # noqa: PLC0415

        return read_docx(data)
    if suffix == ".pdf":
        raise BadInput("is not a PDF, though its name says so")
    if suffix not in MARKDOWN | PLAIN | HTML:
        raise BadInput(f"is of a type that is not read; readable are {KINDS}")
    return _read_text(decoded(data), suffix)


def _read_text(text: str, suffix: str) -> Extracted:
    if suffix in HTML:
        from knowledge.documents.loading.html import read_html  # noqa: PLC0415

        return read_html(text)
    if suffix in MARKDOWN:
        return Extracted(text=text.replace("\r\n", "\n"))
    from knowledge.documents.loading.plain_text import read_plain_text  # noqa: PLC0415

    return read_plain_text(text)


def decoded(data: bytes) -> str:
    """The text in `data`: UTF-8, or what a byte order mark says, or the likeliest older encoding."""
    if not data.startswith(MARKS) and b"\x00" in data:
        raise BadInput("is binary, not text")
    try:
        text = data.decode("utf-16" if data.startswith(MARKS[1:]) else "utf-8-sig")
    except UnicodeDecodeError:
        text = _older_encoding(data)
    controls = sum(sign < " " and sign not in TEXT_CONTROLS for sign in text)
    if controls > len(text) / 100:
        raise BadInput("is binary, not text")
    return "".join(sign for sign in text if sign >= " " or sign in TEXT_CONTROLS)


def _older_encoding(data: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  rarely needed

    best = from_bytes(data).best()
    if best is None:
        raise BadInput("is binary, or text in an unknown encoding: save it as UTF-8")
    return str(best)
