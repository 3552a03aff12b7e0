"""From paths to documents: which files are read, by whom, and why a file is refused."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from knowledge.documents.document import Document
from knowledge.documents.front_matter import parse_document
from knowledge.errors import BadInput


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not added, and the sentence that says why."""

    file: Path
    reason: str


@dataclass(frozen=True, slots=True)
class Loaded:
    documents: tuple[Document, ...]
    refused: tuple[Refusal, ...]


def load_library(folder: Path) -> list[Document]:
    """Every document of the built-in library, in the order of their files; raises BadInput."""
    files = sorted(folder.glob("*/*.md"))
    return [
        parse_document(file.read_text(encoding="utf-8"), f"{file.parent.name}/{file.name}", origin="built-in")
        for file in files
    ]


def load_paths(paths: Sequence[Path]) -> Loaded:
    documents: list[Document] = []
    refused: list[Refusal] = []
    for file in _files(paths):
        try:
            documents.append(
                parse_document(
                    file.read_text(encoding="utf-8"),
                    file.name,
                    origin="operator",
                    defaults={"id": file.stem.lower(), "title": file.stem},
                )
            )
        except BadInput as error:
            refused.append(Refusal(file, error.message))
    return Loaded(tuple(documents), tuple(refused))


def _files(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]
