"""An extracted text becomes a Document: id, title and language from the file where it does not say them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.documents.document import Document, Source
from knowledge.documents.front_matter import MAX_ID, parse_document, split_front_matter
from knowledge.documents.loading.extracted import Extracted
from knowledge.documents.searching.words import fold, looks_spanish
from knowledge.errors import BadInput

TITLE_LINE = re.compile(r"^#[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NamedDocument:
    """A document; whether its id is only its file's name, and whether anybody said where it holds."""

    document: Document
    id_is_derived: bool
    place_is_said: bool

    def renamed(self, path: Path) -> NamedDocument:
        """The document under an id made of its folders and its name."""
        return replace(self, document=replace(self.document, id=slug(" ".join(path.parts))))


def document_of(extracted: Extracted, file: Path, jurisdiction: Sequence[str] = ()) -> NamedDocument:
    """The document in `file`; raises BadInput where its front matter breaks a rule.

    `jurisdiction` is where it holds if it does not say so itself.
    """
    front, body = split_front_matter(extracted.text)
    defaults: dict[str, object] = {
        "id": slug(file.stem),
        "title": extracted.title or _first_heading(body) or file.stem,
        "language": extracted.language or ("es" if looks_spanish(body) else "en"),
        "published": extracted.published,
        **({"jurisdiction": [*jurisdiction]} if jurisdiction else {}),
    }
    document = parse_document(extracted.text, file.name, origin="operator", defaults=defaults)
    if not document.sources and (extracted.url or extracted.publisher):
        document = replace(document, sources=(Source(extracted.url, extracted.publisher, ""),))
    says = {name for name in ("id", "jurisdiction") if re.search(rf"^{name}\s*:", front, re.MULTILINE)}
    place_is_said = bool(jurisdiction) or "jurisdiction" in says
    return NamedDocument(document, id_is_derived="id" not in says, place_is_said=place_is_said)


def slug(name: str) -> str:
    """A name as an id: lower-case ASCII words joined by '-'."""
    words = re.findall(r"[a-z0-9]+", fold(name))
    if not words:
        raise BadInput("has a name without letters or digits: rename it, or give it front matter with an id")
    return "-".join(words)[:MAX_ID].strip("-")


def _first_heading(body: str) -> str:
    found = TITLE_LINE.search(body)
    return found[1].strip() if found else ""
