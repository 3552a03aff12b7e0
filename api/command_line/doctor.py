"""`tideover doctor`: what is configured, how fresh every source is, what is missing."""

from __future__ import annotations

import re

import click

from api.command_line.console import Failed, TideoverCommand, sentence, settings, table
from api.settings import Settings, describe, unknown_variables
from knowledge.errors import TideoverError

# The password in a URL: user:password@host.
PASSWORD = re.compile(r"(://[^:/@]*:)[^@]*@")


@click.command(cls=TideoverCommand)
def doctor() -> None:
    """Say what is configured, how fresh every source is, and what is missing."""
    chosen = settings()
    table(("setting", "value", "meaning"), _configured(chosen))
    for name in unknown_variables():
        click.echo(f"warning: {name} is no setting of Tideover; is it misspelt?", err=True)
    click.echo()
    if not _report_parts(chosen):
        raise Failed("Something that is needed is missing; see above.")


def _configured(chosen: Settings) -> list[tuple[str, str, str]]:
    values = dict(
        zip(chosen.__struct_fields__, (getattr(chosen, f) for f in chosen.__struct_fields__), strict=True)
    )
    return [
        (name, PASSWORD.sub(r"\1***@", str(values[name.removeprefix("TIDEOVER_").lower()])), meaning)
        for name, _, meaning in describe()
    ]


def _report_parts(chosen: Settings) -> bool:
    """Print every part; whether all that is needed is ready. Builds nothing."""
    from api.preparing import opened_knowledge  # noqa: PLC0415
    from api.readiness import parts  # noqa: PLC0415

    try:
        with opened_knowledge(chosen) as known:
            found = parts(known)
    except TideoverError as error:
        click.echo(sentence(error), err=True)
        return False
    rows = [
        (
            part.name,
            "ready" if part.ready else ("MISSING" if part.needed else "not there"),
            part.as_of.strftime("%Y-%m-%d %H:%M UTC") if part.as_of else "",
            part.detail,
        )
        for part in found
    ]
    table(("part", "state", "as of", "detail"), rows)
    return all(part.ready for part in found if part.needed)
