"""`tideover medicines`: RxNorm and openFDA on top of the built-in vocabulary."""

from __future__ import annotations

import click

from api.command_line.console import TideoverGroup


@click.group(cls=TideoverGroup)
def medicines() -> None:
    """Import medicines."""
