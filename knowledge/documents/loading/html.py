"""Reading HTML: the article by trafilatura, and below it the small print that such readers leave out."""

from __future__ import annotations

import re

import trafilatura
from lxml import html as lxml_html

from knowledge.documents.loading.extracted import Extracted
from knowledge.documents.loading.html_structure import letters, with_structure
from knowledge.errors import BadInput

# Scripts, menus and forms are not text that anyone would quote.
NOT_TEXT = ("script", "style", "noscript", "template", "nav", "form", "button", "select", "svg", "head")
BLOCKS = ("p", "li", "td", "th", "dd", "dt", "div", "footer", "section", "small", "blockquote", "address")
# A line of fewer words is a menu entry or a button, not a statement.
MIN_WORDS_OF_SMALL_PRINT = 7
SMALL_PRINT = "## Notes on the page"


def read_html(text: str) -> Extracted:
    """The page's article as Markdown with its title, date, site and address; raises BadInput when empty."""
    found = trafilatura.bare_extraction(text, favor_recall=True, include_tables=True, with_metadata=True)
    article = trafilatura.extract(
        text, output_format="markdown", favor_recall=True, include_tables=True, include_links=False
    )
    root = lxml_html.document_fromstring(text)
    title, address = _title(root, str(getattr(found, "title", None) or "")), _address(root)
    _drop_what_is_no_text(root)
    markdown = with_structure(root, (article or "").strip())
    small = _left_out(root, markdown)
    if not markdown and not small:
        raise BadInput("holds no readable text: the page may be built by scripts; save it as PDF or text")
    if small:
        markdown = "\n\n".join([markdown, SMALL_PRINT, *small]).strip()
    return Extracted(
        text=markdown + "\n",
        title=title,
        published=str(getattr(found, "date", None) or ""),
        publisher=str(getattr(found, "sitename", None) or ""),
        url=address,
        language=str(root.get("lang") or "").split("-")[0].lower(),
    )


def _drop_what_is_no_text(root: lxml_html.HtmlElement) -> None:
    for element in list(root.iter(*NOT_TEXT)):
        element.drop_tree()


def _left_out(root: lxml_html.HtmlElement, markdown: str) -> list[str]:
    """Statements of the page that are not in the article: legal notes, footers, asides."""
    held = letters(markdown)
    lines: list[str] = []
    for element in root.iter(*BLOCKS):
        if any(child.tag in BLOCKS for child in element.iterdescendants()):
            continue
        line = re.sub(r"\s+", " ", element.text_content()).strip()
        key = letters(line)
        if len(line.split()) >= MIN_WORDS_OF_SMALL_PRINT and key not in held:
            lines.append(line)
            held += key
    return lines


def _title(root: lxml_html.HtmlElement, found: str) -> str:
    if found.strip():
        return found.strip()
    for element in root.iter("title", "h1"):
        if text := re.sub(r"\s+", " ", element.text_content()).strip():
            return text
    return ""


def _address(root: lxml_html.HtmlElement) -> str:
    """The address that the page itself gives; not one that a link on it could be mistaken for."""
    for element in root.iter("link", "meta"):
        address = element.get("href") if element.get("rel") == "canonical" else None
        if element.get("property") == "og:url":
            address = element.get("content")
        if address and address.startswith(("http://", "https://")):
            return str(address)
    return ""
