"""Whether a folder of documents keeps the rules of the house: used by the tests and by whoever writes one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from knowledge.documents.cutting.chunking import MARKER, is_key_point
from knowledge.documents.cutting.markdown_blocks import Block, blocks_of
from knowledge.documents.document import Document
from knowledge.documents.front_matter import parse_document, split_front_matter
from knowledge.errors import BadInput

# A digit anywhere: numbers, dates, phones, days of supply.
STATES_A_NUMBER = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule: where, and what is wrong."""

    file: str
    line: int
    message: str


def check_library(folder: Path) -> list[Finding]:
    """Everything in `folder/<language>/<id>.md` that breaks a rule of documents."""
    findings: list[Finding] = []
    documents: dict[str, Document] = {}
    for file in sorted(folder.glob("*/*.md")):
        name = f"{file.parent.name}/{file.name}"
        text = file.read_text(encoding="utf-8")
        try:
            document = parse_document(text, name, origin="built-in")
        except BadInput as broken:
            findings += [
                Finding(name, error.row or 1, f"{error.field} {error.message}") for error in broken.errors
            ]
            continue
        if document.id in documents:
            findings.append(Finding(name, 2, f"its id is also that of {documents[document.id].file}"))
        documents[document.id] = document
        findings += _check_document(document, file, _front_lines(text))
    return findings + list(_check_references(documents))


def _check_document(document: Document, file: Path, offset: int) -> Iterator[Finding]:
    if file.stem != document.id:
        yield Finding(document.file, 2, f"the file must be named after its id, {document.id}.md")
    if file.parent.name != document.language:
        yield Finding(document.file, 2, f"a document in {document.language} belongs in that folder")
    if not document.sources:
        yield Finding(document.file, 2, "sources are missing")
    blocks = blocks_of(document.text)
    if not any(is_key_point(block) for block in blocks):
        yield Finding(document.file, offset + 1, "there is no 'In short' list")
    for block in blocks:
        yield from _check_block(document, block, offset)


def _check_block(document: Document, block: Block, offset: int) -> Iterator[Finding]:
    """Every paragraph that states a number has a source, and every source number names one."""
    numbers = [int(number) for number in MARKER.findall(block.text)]
    line = offset + block.line
    if not numbers and STATES_A_NUMBER.search(block.text):
        yield Finding(document.file, line, f"states a number without a source: {block.text[:80]}")
    for number in numbers:
        if not 0 < number <= len(document.sources):
            yield Finding(document.file, line, f"there is no source [{number}]")


def _check_references(documents: dict[str, Document]) -> Iterable[Finding]:
    for document in documents.values():
        original = documents.get(document.translation_of)
        if document.translation_of and (original is None or original.language != "en"):
            yield Finding(
                document.file, 2, f"translation_of names no English document: {document.translation_of}"
            )
        if document.language != "en" and not document.review:
            yield Finding(document.file, 2, "a translation needs 'review'")
        for older in document.supersedes:
            if older not in documents:
                yield Finding(document.file, 2, f"supersedes names no document: {older}")


def _front_lines(text: str) -> int:
    """How many lines stand before the text: block lines count from the first line after the front matter."""
    _, body = split_front_matter(text)
    return text[: len(text) - len(body.lstrip("\n"))].count("\n")
