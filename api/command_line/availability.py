"""`tideover availability`: feeds of sites and stock, in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.command_line.console import Failed, TideoverGroup, progress, settings

if TYPE_CHECKING:
    from knowledge.availability.records import ImportReport

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)
KIND = click.Choice(("sites", "stock"))
# The first remarks say what is wrong with a file; the rest stand in its .rejected.csv.
REMARKS_SHOWN = 10


@click.group(cls=TideoverGroup)
def availability() -> None:
    """Import and export sites and stock."""


@availability.command("import")
@click.argument("kind", type=KIND)
@click.argument("file", metavar="FILE.csv", type=FILE)
@click.option("--source", default="", metavar="NAME", help="The source of rows that name none.")
@click.option("--replace-source", is_flag=True, help="Withdraw what the file's sources no longer list.")
def import_feed(kind: str, file: Path, source: str, replace_source: bool) -> None:
    """Load a feed. Refused rows go to FILE.rejected.csv with the reason in the last column."""
    from api.preparing import opened_availability  # noqa: PLC0415
    from api.sample import keep_sample_apart  # noqa: PLC0415

    with opened_availability(settings()) as table, progress(f"Rows of {kind}") as report:
        take = table.import_sites if kind == "sites" else table.import_stock
        done = take(file, source=source, replace_source=replace_source, progress=report)
        keep_sample_apart(table.engine)
    _print(done)


@availability.command("export")
@click.argument("kind", type=KIND)
@click.argument("file", metavar="FILE.csv", type=NEW_FILE)
def export_feed(kind: str, file: Path) -> None:
    """Write sites or stock in the format that import reads."""
    from api.preparing import opened_availability  # noqa: PLC0415

    with opened_availability(settings()) as table:
        rows = (table.export_sites if kind == "sites" else table.export_stock)(file)
    click.echo(f"{rows} rows of {kind} written to {file}")


def _print(done: ImportReport) -> None:
    click.echo(
        f"accepted {done.accepted}, updated {done.updated}, unchanged {done.unchanged}, "
        f"mended {done.mended}, rejected {done.rejected}"
    )
    for warning in done.warnings:
        click.echo(f"warning: {warning}", err=True)
    for error in done.errors[:REMARKS_SHOWN]:
        click.echo(f"  row {error.row}, {error.field}: {error.message}", err=True)
    if done.rejected_file:
        click.echo(f"refused rows: {done.rejected_file}", err=True)
    if done.rejected and not (done.accepted or done.updated or done.unchanged):
        raise Failed("No row could be taken.")
