"""Reading PDF files: text by page, headings by their larger letters, running heads and feet once."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from knowledge.documents.cutting.markdown_blocks import PAGE_BREAK
from knowledge.documents.loading.dates import first_date, published_date
from knowledge.documents.loading.extracted import Extracted
from knowledge.documents.loading.limits import MAX_PDF_PAGES, MIN_LETTERS_PER_PAGE
from knowledge.documents.loading.plain_text import BULLET
from knowledge.errors import BadInput, TooLarge

# A line of letters this much larger than the text's is a heading.
HEADING_SCALE = 1.15
MAX_HEADING_LETTERS = 120
# A line this much shorter than the widest ends a paragraph when it also ends a sentence.
SHORT_LINE = 0.85
# A heading that ends so goes on in the next line.
OPEN_ENDS = ("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
RUNNING_LINES = "## On every page"
# What programs write where nobody gave an author.
NOBODY = re.compile(r"^\W*(?:anonymous|unspecified|unknown|admin(?:istrator)?|user)\W*$", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page; `size` is the height of its letters in points."""

    text: str
    size: float


def read_pdf(data: bytes) -> Extracted:
    """The text of a PDF; raises BadInput for encrypted, broken and scanned files."""
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise BadInput("is encrypted: save a copy without a password and add that")
        if len(reader.pages) > MAX_PDF_PAGES:
            raise TooLarge(
                f"has {len(reader.pages)} pages; at most {MAX_PDF_PAGES} are read: add it in parts"
            )
        pages = [_lines(page) for page in reader.pages]
        details = reader.metadata
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
    ) as broken:
        # Broken files fail inside pypdf in many ways; none of them is this program's fault.
        raise BadInput("is not a readable PDF: it is damaged or unfinished") from broken
    empty = _pages_without_text(pages)
    bodies, running = _without_running_lines(pages)
    markdown = _as_markdown(bodies)
    if running:
        # Legal notes stand in running feet: they are kept, once, at the end.
        markdown += "\n".join(["", RUNNING_LINES, "", "\n\n".join(running), ""])
    return Extracted(
        text=markdown,
        title=_title(details, pages),
        published=published_date(markdown.replace(PAGE_BREAK, "\n")) or _metadata_date(details),
        publisher=NOBODY.sub("", str(getattr(details, "author", None) or "")),
        notes=(f"page(s) {', '.join(map(str, empty))} hold no text and are not searched",) if empty else (),
    )


def _lines(page: Any) -> list[Line]:
    """The lines of one page with the size of their largest letters."""
    sizes: dict[str, float] = {}

    def visit(text: str, _cm: Any, tm: Sequence[float], _font: Any, size: float) -> None:
        scale = abs(tm[3]) or abs(tm[0]) or 1.0
        for part in text.split("\n"):
            if part.strip():
                sizes[part.strip()] = max(sizes.get(part.strip(), 0.0), abs(size) * scale)

    whole = page.extract_text(visitor_text=visit)
    return [Line(line.strip(), _size_of(line.strip(), sizes)) for line in whole.split("\n") if line.strip()]


def _size_of(line: str, sizes: dict[str, float]) -> float:
    """A line may be drawn in several pieces; the smallest tells whether all of it is large."""
    if line in sizes:
        return sizes[line]
    return min((size for part, size in sizes.items() if part in line), default=0.0)


def _pages_without_text(pages: Sequence[Sequence[Line]]) -> list[int]:
    """The numbers of pages without text; raises BadInput where that is most of them."""
    letters = [sum(len(line.text) for line in page) for page in pages]
    empty = [number for number, count in enumerate(letters, start=1) if count < MIN_LETTERS_PER_PAGE]
    if not pages or len(empty) * 2 > len(pages):
        raise BadInput(
            "holds no text (it looks scanned): run text recognition (OCR) on it and add the result"
        )
    return empty


def _without_running_lines(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without page numbers and running heads and feet; and the latter once, in words."""
    counts = Counter(text for page in pages for text in {line.text for line in page})
    running = {text for text, count in counts.items() if count > 1 and count * 2 > len(pages)}
    kept = [
        [line for line in page if line.text not in running and not PAGE_NUMBER.fullmatch(line.text)]
        for page in pages
    ]
    ordered = dict.fromkeys(line.text for page in pages for line in page if line.text in running)
    return kept, [text for text in ordered if not PAGE_NUMBER.fullmatch(text)]


def _as_markdown(pages: Sequence[Sequence[Line]]) -> str:
    sizes = Counter(round(line.size, 1) for page in pages for line in page for _ in line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    width = max((len(line.text) for page in pages for line in page), default=0)
    texts = ["\n\n".join(_paragraphs(page, body, width)) for page in pages]
    return _joined_across_pages(texts) + "\n"


def _paragraphs(lines: Sequence[Line], body: float, width: int) -> list[str]:
    """The paragraphs of one page, with '##' before headings."""
    paragraphs: list[str] = []
    open_paragraph = False
    before: Line | None = None
    for line in lines:
        if _is_heading(line, body):
            if before is not None and before.size == line.size and _goes_on(before.text, line.text):
                paragraphs[-1] = _continued(paragraphs[-1], line.text)
            else:
                paragraphs.append(f"## {line.text}")
            open_paragraph = False
        elif open_paragraph and not BULLET.match(line.text):
            paragraphs[-1] = _continued(paragraphs[-1], line.text)
            open_paragraph = not _ends_paragraph(line.text, width)
        else:
            paragraphs.append(BULLET.sub("- ", line.text) if BULLET.match(line.text) else line.text)
            open_paragraph = not _ends_paragraph(line.text, width)
        before = line if _is_heading(line, body) else None
    return paragraphs


def _goes_on(heading: str, line: str) -> bool:
    """Whether a heading goes on in the next line: 'Bulletin for pharmacies in', 'fire areas'."""
    return line[:1].islower() or heading.rsplit(maxsplit=1)[-1].lower() in OPEN_ENDS


def _is_heading(line: Line, body: float) -> bool:
    return line.size >= body * HEADING_SCALE and len(line.text) <= MAX_HEADING_LETTERS


def _ends_paragraph(line: str, width: int) -> bool:
    return line[-1] in ".!?:" and len(line) < width * SHORT_LINE


def _continued(before: str, line: str) -> str:
    """Two lines as one; a word broken at the line's end is whole again."""
    if re.search(r"[^\W\d_]-$", before) and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}"


def _joined_across_pages(pages: Sequence[str]) -> str:
    """A sentence that runs over a page's end belongs to the page on which it begins."""
    texts = list(pages)
    for number in range(len(texts) - 1):
        head, _, rest = texts[number + 1].partition("\n\n")
        last = texts[number].rpartition("\n\n")[2]
        if head[:1].islower() and last and not last.startswith("#") and last[-1] not in ".!?:":
            texts[number] = _continued(texts[number], head)
            texts[number + 1] = rest
    return f"\n{PAGE_BREAK}\n".join(texts)


def _title(details: Any, pages: Sequence[Sequence[Line]]) -> str:
    """The title in the file's metadata unless it is a file name; else the largest line of the first pages."""
    named = str(getattr(details, "title", None) or "").strip()
    if named and not re.search(
        r"\.(?:docx?|pdf|indd|pptx?)$|^(?:untitled|microsoft word)\b|^\(", named, re.IGNORECASE
    ):
        return named
    first = next((page for page in pages if page), [])
    largest = max(first, key=lambda line: line.size, default=None)
    return largest.text if largest else ""


def _metadata_date(details: Any) -> str:
    made = getattr(details, "modification_date", None) or getattr(details, "creation_date", None)
    return made.date().isoformat() if made else first_date("")
