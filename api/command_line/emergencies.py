"""`tideover declarations` and `tideover activations`: what is declared and switched on where."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from api.command_line.console import TideoverGroup, added_up, progress, settings

if TYPE_CHECKING:
    from knowledge.emergencies.records import ImportReport
    from knowledge.emergencies.register import EmergencyRegister

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(cls=TideoverGroup)
def declarations() -> None:
    """Import federal declarations (OpenFEMA)."""


@declarations.command("import")
@click.argument("file", metavar="FILE.{csv,json}", type=FILE)
def import_declarations(file: Path) -> None:
    """Import an OpenFEMA DisasterDeclarationsSummaries v2 file: all of it or nothing."""
    with progress("Declaration rows") as report:
        _take_in(lambda register: register.import_declarations(file, progress=added_up(report)))


@declarations.command()
@click.option("--everything", is_flag=True, help="Read all declarations, not only what changed.")
def update(everything: bool) -> None:
    """Read what is new from OpenFEMA's live service."""
    with progress("Declaration rows") as report:
        _take_in(
            lambda register: register.update_from_openfema(everything=everything, progress=added_up(report))
        )


@click.group(cls=TideoverGroup)
def activations() -> None:
    """Import governors' emergencies, board notices and program activations."""


@activations.command("import")
@click.argument("file", metavar="FILE.csv", type=FILE)
def import_activations(file: Path) -> None:
    """Import activations.csv: all of it or nothing."""
    _take_in(lambda register: register.import_activations(file))


def _take_in(load: Callable[[EmergencyRegister], ImportReport]) -> None:
    """Import, and tell of it; once real emergencies are in, nothing invented stands beside them."""
    from api.preparing import opened_tables  # noqa: PLC0415
    from api.sample import keep_sample_apart  # noqa: PLC0415
    from knowledge.emergencies.register import EmergencyRegister  # noqa: PLC0415
    from knowledge.places.gazetteer import Gazetteer  # noqa: PLC0415

    with opened_tables(settings()) as engine:
        _print(load(EmergencyRegister(engine, Gazetteer.load())))
        if keep_sample_apart(engine):
            click.echo("The sample scenario was removed.")


def _print(done: ImportReport) -> None:
    click.echo(
        f"accepted {done.accepted} rows: "
        f"{done.added} added, {done.updated} updated, {done.unchanged} unchanged"
    )
    for warning in done.warnings:
        click.echo(f"warning: {warning}", err=True)
