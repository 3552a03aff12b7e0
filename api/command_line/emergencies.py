"""`tideover declarations` and `tideover activations`: what is declared and switched on where."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.command_line.console import TideoverGroup, added_up, progress, settings

if TYPE_CHECKING:
    from knowledge.emergencies.records import ImportReport

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(cls=TideoverGroup)
def declarations() -> None:
    """Import federal declarations (OpenFEMA)."""


@declarations.command("import")
@click.argument("file", metavar="FILE.{csv,json}", type=FILE)
def import_declarations(file: Path) -> None:
    """Import an OpenFEMA DisasterDeclarationsSummaries v2 file: all of it or nothing."""
    from api.preparing import opened_register  # noqa: PLC0415

    with opened_register(settings()) as register, progress("Declaration rows") as report:
        _print(register.import_declarations(file, progress=added_up(report)))


@declarations.command()
@click.option("--everything", is_flag=True, help="Read all declarations, not only what changed.")
def update(everything: bool) -> None:
    """Read what is new from OpenFEMA's live service."""
    from api.preparing import opened_register  # noqa: PLC0415

    with opened_register(settings()) as register, progress("Declaration rows") as report:
        _print(register.update_from_openfema(everything=everything, progress=added_up(report)))


@click.group(cls=TideoverGroup)
def activations() -> None:
    """Import governors' emergencies, board notices and program activations."""


@activations.command("import")
@click.argument("file", metavar="FILE.csv", type=FILE)
def import_activations(file: Path) -> None:
    """Import activations.csv: all of it or nothing."""
    from api.preparing import opened_register  # noqa: PLC0415

    with opened_register(settings()) as register:
        _print(register.import_activations(file))


def _print(done: ImportReport) -> None:
    click.echo(
        f"accepted {done.accepted} rows: "
        f"{done.added} added, {done.updated} updated, {done.unchanged} unchanged"
    )
    for warning in done.warnings:
        click.echo(f"warning: {warning}", err=True)
