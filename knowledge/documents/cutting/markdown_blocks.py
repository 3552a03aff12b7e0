"""Cutting Markdown into blocks (paragraphs, lists, table rows) that know their headings and page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

BlockKind = Literal["paragraph", "item", "row"]

HEADING = re.compile(r"(#{1,6})[ \t]+(.+?)[ \t]*#*$")
ITEM = re.compile(r"[ \t]*(?:[-*+•‣▪]|\d{1,2}[.)])[ \t]+(?=\S)")
TABLE_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
TABLE_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
# A cell that only says where its row was read.
SOURCE_NUMBERS = re.compile(r"(?:\[\d{1,2}\] ?)+")
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
LINK = re.compile(r"!?\[([^\]]+)\]\((?:[^()\s]|\([^()]*\))+(?:\s+\"[^\"]*\")?\)")
ESCAPED = re.compile(r"\\([\\*_{}\[\]()#+\-.!|<>~])")
PAGE_BREAK = "\f"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list item or a table row, as plain text on one line.

    `headings` runs from the outermost heading to the nearest. `page` counts from 1, None when unpaged.
    """

    kind: BlockKind
    text: str
    headings: tuple[str, ...]
    page: int | None
    line: int


def blocks_of(markdown: str) -> list[Block]:
    """All blocks of `markdown` in order; table rows carry their column names ('Plan: A; Days: 30')."""
    return list(_named_rows(_blocks(markdown)))


def _blocks(markdown: str) -> Iterator[Block]:
    paged = PAGE_BREAK in markdown
    headings: dict[int, str] = {}
    page = 1
    pending: Block | None = None
    for number, raw in enumerate(markdown.replace("\r\n", "\n").split("\n"), start=1):
        turned = raw.count(PAGE_BREAK)
        line = raw.replace(PAGE_BREAK, "").rstrip()
        heading = HEADING.match(line)
        if turned or heading or not line.strip():
            if pending:
                yield pending
            pending = None
        page += turned
        if heading:
            level = len(heading[1])
            headings = {deep: text for deep, text in headings.items() if deep < level}
            headings[level] = plain(heading[2])
        elif line.strip():
            fresh = _fresh_block(
                line, tuple(headings[k] for k in sorted(headings)), page if paged else None, number
            )
            if pending and fresh.kind == "paragraph" and pending.kind != "row":
                pending = replace(pending, text=f"{pending.text} {fresh.text}")
            else:
                if pending:
                    yield pending
                pending = fresh
    if pending:
        yield pending


def _fresh_block(line: str, headings: tuple[str, ...], page: int | None, number: int) -> Block:
    kind: BlockKind = "paragraph"
    text = line.strip()
    if TABLE_ROW.match(line):
        kind = "row"
    elif item := ITEM.match(line):
        kind = "item"
        # A numbered step keeps its number: 'third' means something there.
        marker = item.group().strip()
        text = (
            line[item.end() :].strip()
            if not marker[0].isdigit()
            else f"{marker} {line[item.end() :].strip()}"
        )
    return Block(kind, text if kind == "row" else plain(text), headings, page, number)


def _named_rows(blocks: Iterator[Block]) -> Iterator[Block]:
    """Table rows with the column names of the table's first row; the first row itself is dropped."""
    names: list[str] = []
    # Where the table before went on; a new heading or a line between begins another one.
    table: tuple[tuple[str, ...], int] | None = None
    for block in blocks:
        if block.kind != "row":
            table = None
            yield block
            continue
        cells = [plain(cell.strip()) for cell in block.text.strip().strip("|").split("|")]
        if table != (block.headings, block.line - 1):
            names = cells
        elif not TABLE_RULE.match(block.text):
            yield replace(block, text=_row_text(names, cells))
        table = (block.headings, block.line)


def _row_text(names: list[str], cells: list[str]) -> str:
    text = ""
    for name, cell in zip(names + [""] * (len(cells) - len(names)), cells, strict=False):
        if SOURCE_NUMBERS.fullmatch(cell):
            text += f" {cell}"
        elif cell:
            text += ("; " if text else "") + (f"{name}: {cell}" if name else cell)
    return f"{text.strip()}."


def plain(text: str) -> str:
    """Markdown of one line as the words a reader sees: no emphasis marks, links by their text."""
    text = LINK.sub(r"\1", text)
    text = EMPHASIS.sub(r"\2", text)
    text = ESCAPED.sub(r"\1", text.replace("`", ""))
    return re.sub(r"[ \t\u00a0]+", " ", text).strip()
