"""`tideover documents`: the program documents that answers quote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.command_line.console import Failed, TideoverGroup, progress, settings, table

if TYPE_CHECKING:
    from knowledge.documents.index import DocumentIndex


@click.group(cls=TideoverGroup)
def documents() -> None:
    """Add, list and remove program documents."""


@documents.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(exists=True, path_type=Path)
)
def add(paths: tuple[Path, ...]) -> None:
    """Add files or folders: Markdown, HTML, PDF, DOCX, plain text."""
    with _index() as index, progress("Indexing passages") as report:
        added = index.add(paths, report)
    for change in added.changes:
        click.echo(f"{change.outcome}: {change.document_id}")
    for refusal in added.refused:
        click.echo(f"refused: {refusal.file}: {refusal.message}", err=True)
    if added.refused:
        raise Failed(f"{len(added.refused)} of {len(added.refused) + len(added.changes)} files were refused.")


@documents.command("list")
def list_documents() -> None:
    """List the documents that are in use."""
    with _index() as index:
        rows = [
            (
                held.document.id,
                held.document.title,
                held.document.program,
                ",".join(held.document.jurisdiction),
                held.document.language,
                held.document.origin,
            )
            for held in index.documents()
        ]
    table(("id", "title", "program", "jurisdiction", "language", "origin"), rows)


@documents.command()
@click.argument("document_id", metavar="ID")
def remove(document_id: str) -> None:
    """Stop using a document. What was cited from it stays readable."""
    with _index() as index:
        index.remove(document_id)
    click.echo(f"removed: {document_id}")


@documents.command()
def reindex() -> None:
    """Build the index anew, aside, and switch to it when it is whole."""
    with _index() as index:
        with progress("Indexing passages") as report:
            index.reindex(report)
        count = len(index.documents())
    click.echo(f"The index is built: {count} documents.")


@contextmanager
def _index() -> Iterator[DocumentIndex]:
    from api.preparing import opened_index  # noqa: PLC0415

    with opened_index(settings()) as index:
        yield index
