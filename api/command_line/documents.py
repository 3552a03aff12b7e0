"""`tideover documents`: the program documents that answers quote."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from api.command_line.console import Failed, TideoverGroup, progress, settings, table

if TYPE_CHECKING:
    from knowledge.documents.index import DocumentIndex


@click.group(cls=TideoverGroup)
def documents() -> None:
    """Add, list, expire and remove program documents, and decide between them."""


@documents.command()
@click.argument(
    "paths", nargs=-1, required=True, metavar="PATH…", type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--jurisdiction",
    multiple=True,
    metavar="STATE",
    callback=lambda _context, _option, given: tuple(code.upper() for code in given),
    help="Where files hold that do not say so: TX, or US for everywhere. May be given several times.",
)
def add(paths: tuple[Path, ...], jurisdiction: tuple[str, ...]) -> None:
    """Add files or folders: Markdown, HTML, PDF, DOCX, plain text."""
    with _index() as index, progress("Indexing passages") as report:
        added = index.add(paths, report, jurisdiction=jurisdiction)
    for change in added.changes:
        click.echo(f"{change.outcome}: {change.document_id}")
    for note in added.notes:
        click.echo(f"note: {note}")
    for conflict in added.conflicts:
        click.echo(
            f"contradicts: {conflict.sentence} (decide with: tideover documents decide {conflict.id} …)"
        )
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
@click.argument("document_id", metavar="ID")
@click.argument("last_day", metavar="DATE|never")
def expire(document_id: str, last_day: str) -> None:
    """Let a document hold until and including DATE (2026-12-31), or without an end."""
    try:
        day = None if last_day == "never" else date.fromisoformat(last_day)
    except ValueError:
        raise click.BadParameter("write a date like 2026-12-31, or never", param_hint="DATE") from None
    with _index() as index:
        index.set_expiry(document_id, day)
    click.echo(f"{document_id}: holds {f'until {day}' if day else 'without an end'}")


@documents.command()
def conflicts() -> None:
    """List what documents contradict each other on, and nobody has decided."""
    with _index() as index:
        rows = [(conflict.id, conflict.stronger, conflict.sentence) for conflict in index.conflicts()]
    table(("id", "stronger", "conflict"), rows)


@documents.command()
@click.argument("conflict_id", metavar="CONFLICT")
@click.argument("keep", type=click.Choice(["new", "held", "both"]))
def decide(conflict_id: str, keep: Literal["new", "held", "both"]) -> None:
    """Decide a conflict: the losing sentence's passage is no longer served."""
    with _index() as index:
        index.resolve(conflict_id, keep)
    click.echo(f"{conflict_id}: {keep} kept")


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
