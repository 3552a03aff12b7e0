"""`tideover medicines`: RxNorm and openFDA on top of the built-in vocabulary."""

from __future__ import annotations

from pathlib import Path

import click

from api.command_line.console import TideoverGroup, progress, settings


@click.group(cls=TideoverGroup)
def medicines() -> None:
    """Import medicines."""


@medicines.command("import")
@click.argument("path", metavar="PATH", type=click.Path(exists=True, path_type=Path))
def import_path(path: Path) -> None:
    """Import a folder with RxNorm's RRF files, or the openFDA NDC download (JSON)."""
    from knowledge.medicines.importing import import_medicines  # noqa: PLC0415

    with progress("Bytes read") as report:
        done = import_medicines(path, settings().home_path, report)
    click.echo(
        f"{done.source} {done.version}: {done.medicines} medicines, {done.brands} brands, "
        f"{done.packages} packages; {done.skipped} records held nothing usable"
    )
    click.echo("A running server reads them when it is started again.")
