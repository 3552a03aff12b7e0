"""From paths to documents: which files are read, by whom, and why a file is refused."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from knowledge.documents.document import Document
from knowledge.documents.front_matter import parse_document
from knowledge.documents.loading.as_document import NamedDocument, document_of
from knowledge.documents.loading.limits import MAX_FILE_BYTES
from knowledge.documents.loading.readers import read_file
from knowledge.errors import BadInput, TideoverError

# A state's bulletin must not be taken for a rule of all states without anybody noticing.
FOR_ALL_STATES = (
    "says no state, so it is shown to everybody; where it holds for some only, add it again with "
    "--jurisdiction (TX) or with 'jurisdiction: [TX]' in its front matter"
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that was not added, and the sentence that says why."""

    file: Path
    message: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a set of paths gave. `notes` are sentences about files that were read."""

    documents: tuple[NamedDocument, ...]
    refused: tuple[Refusal, ...]
    notes: tuple[str, ...]


@dataclass
class _Loading:
    """The documents read so far, by id, so that two files never become one document unseen."""

    jurisdiction: Sequence[str] = ()
    documents: dict[str, NamedDocument] = field(default_factory=dict)
    refused: list[Refusal] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def read(self, file: Path, folder: Path) -> None:
        try:
            _check_size(file)
            extracted = read_file(file)
            named = self._unlike_others(document_of(extracted, file, self.jurisdiction), file, folder)
        except TideoverError as refused:
            self.refused.append(Refusal(file, _sentence(file, refused.message)))
        except OSError as unreadable:
            self.refused.append(Refusal(file, f"{file.name} cannot be read: {unreadable.strerror}."))
        else:
            self.documents[named.document.id] = named
            self.notes += [f"{file.name}: {note}." for note in extracted.notes]
            if not named.place_is_said:
                self.notes.append(f"{file.name}: {FOR_ALL_STATES}.")

    def _unlike_others(self, named: NamedDocument, file: Path, folder: Path) -> NamedDocument:
        """The document under an id that no other file of this load has."""
        other = self.documents.get(named.document.id)
        if other is None:
            return named
        if not named.id_is_derived:
            raise BadInput(f"has the same id ({named.document.id}) as {other.document.file}")
        return named.renamed(file.relative_to(folder).with_suffix(""))


def load_library(folder: Path) -> list[Document]:
    """Every document of the built-in library, in the order of their files; raises BadInput."""
    return [
        parse_document(file.read_text(encoding="utf-8"), f"{file.parent.name}/{file.name}", origin="built-in")
        for file in sorted(folder.glob("*/*.md"))
    ]


def load_paths(paths: Sequence[Path], jurisdiction: Sequence[str] = ()) -> Loaded:
    """Read files and, recursively, folders. Each file is read whole or refused; none stops the others.

    `jurisdiction` is where documents hold that do not say so themselves.
    """
    loading = _Loading(jurisdiction)
    for file, folder in _files(paths):
        loading.read(file, folder)
    return Loaded(tuple(loading.documents.values()), tuple(loading.refused), tuple(loading.notes))


def _files(paths: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Each file once, with the folder that it was named by; hidden files of a folder are left out."""
    seen: set[Path] = set()
    for path in paths:
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in found:
            hidden = path.is_dir() and any(part.startswith(".") for part in file.relative_to(path).parts)
            if not file.is_dir() and not hidden and file.resolve() not in seen:
                seen.add(file.resolve())
                yield file, path if path.is_dir() else path.parent


def _check_size(file: Path) -> None:
    if not file.exists():
        raise BadInput("does not exist")
    size = file.stat().st_size
    if size == 0:
        raise BadInput("is empty")
    if size > MAX_FILE_BYTES:
        raise BadInput(
            f"has {size / 1024**2:.0f} MB; at most {MAX_FILE_BYTES // 1024**2} MB are read: add it in parts"
        )


def _sentence(file: Path, reason: str) -> str:
    """Readers give the second half of a sentence; front matter errors already name the file."""
    return reason if file.name in reason else f"{file.name} {reason.rstrip('.')}."
