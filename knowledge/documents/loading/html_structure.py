"""The headings, lists and tables of a page, where a reader of articles gives back its bare text.

On short pages such as a county's questions and answers the reader falls back to text without structure: a
table of opening hours becomes a column of words, and no question has its answer under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html as lxml_html

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXT_BLOCKS = (
    *("p", "li", "dd", "dt", "blockquote", "address", "pre"),
    *("caption", "figcaption", "div", "section", "td", "th"),
)
# Text between blocks is not seen; where that is more than little, the words matter more than their order.
ALL_BUT = 0.95
# A table of one column or one row only lays the page out.
MIN_COLUMNS = 2
MIN_ROWS = 2


def with_structure(root: lxml_html.HtmlElement, article: str) -> str:
    """`article` as it is, or, where it lost the page's headings or tables, the same text with them."""
    held = letters(article)
    if not _lost_headings(root, article, held) and not _lost_tables(root, article, held):
        return article
    for line_break in root.iter("br"):
        line_break.tail = f" {line_break.tail or ''}"
    structured = "\n\n".join(_blocks(root, held))
    return structured if len(letters(structured)) >= ALL_BUT * len(held) else article


def letters(text: str) -> str:
    """Only letters and digits: readers differ in spaces, marks and quotes."""
    return re.sub(r"[\W_]+", "", text).casefold()


def _lost_headings(root: lxml_html.HtmlElement, article: str, held: str) -> bool:
    """Whether headings of the page stand in the article as plain lines."""
    marked = {letters(line) for line in article.splitlines() if line.startswith("#")}
    named = {letters(_text(element)) for element in root.iter("h2", "h3", "h4")} - {""}
    return any(name in held and name not in marked for name in named)


def _lost_tables(root: lxml_html.HtmlElement, article: str, held: str) -> bool:
    rows = {letters(line) for line in article.splitlines() if line.lstrip().startswith("|")}
    return any(
        letters(" ".join(cells[-1])) not in rows and letters(cells[-1][0]) in held
        for cells in map(_cells, root.iter("table"))
        if cells
    )


def _blocks(root: lxml_html.HtmlElement, held: str) -> Iterator[str]:
    """The blocks of the page, as Markdown, that the article holds; menus and the like stay out."""
    done: set[lxml_html.HtmlElement] = set()
    for element in root.iter(*HEADINGS, "table", *_TEXT_BLOCKS):
        if done.intersection(element.iterancestors()):
            continue
        if element.tag == "table" and (cells := _cells(element)):
            done.add(element)
            if any(letters(cell) in held for row in cells for cell in row if cell):
                yield _table(cells)
        elif element.tag in HEADINGS or not _holds_blocks(element):
            done.add(element)
            text = _text(element)
            if text and letters(text) in held:
                yield _block(element, text)


def _holds_blocks(element: lxml_html.HtmlElement) -> bool:
    inner = (*HEADINGS, "table", *_TEXT_BLOCKS)
    return any(child.tag in inner for child in element.iterdescendants())


def _block(element: lxml_html.HtmlElement, text: str) -> str:
    if element.tag in HEADINGS:
        return f"{'#' * int(element.tag[1])} {text}"
    if element.tag != "li":
        return text
    parent = element.getparent()
    if parent is None or parent.tag != "ol":
        return f"- {text}"
    return f"{[child for child in parent if child.tag == 'li'].index(element) + 1}. {text}"


def _cells(table: lxml_html.HtmlElement) -> list[list[str]]:
    """The rows of a table of data; none where it holds a table itself or only lays the page out."""
    if any(inner is not table for inner in table.iter("table")):
        return []
    rows = [[_text(cell) for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    rows = [row for row in rows if any(row)]
    if len(rows) < MIN_ROWS or min(map(len, rows[:MIN_ROWS])) < MIN_COLUMNS:
        return []
    return rows


def _table(rows: list[list[str]]) -> str:
    """One Markdown table, as one block so that its rows keep their column names."""
    width = len(rows[0])
    even = [[cell.replace("|", "/") for cell in (row + [""] * width)[:width]] for row in rows]
    return "\n".join("| " + " | ".join(row) + " |" for row in [even[0], ["---"] * width, *even[1:]])


def _text(element: lxml_html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", element.text_content()).strip()
