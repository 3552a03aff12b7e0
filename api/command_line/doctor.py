"""`tideover doctor`: what is configured, how fresh every source is, what is missing or unconfirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from api.command_line.console import Failed, TideoverCommand, settings, table
from api.settings import Settings, describe, unknown_variables

if TYPE_CHECKING:
    from api.readiness import Part
    from knowledge.opening import Knowledge

# The password in a URL: user:password@host.
PASSWORD = re.compile(r"(://[^:/@]*:)[^@]*@")
# The first names say where to look; the rest is in the files.
NAMES_SHOWN = 8


@click.command(cls=TideoverCommand)
def doctor() -> None:
    """Say what is configured, how fresh every source is, and what is missing."""
    from api.preparing import opened_knowledge  # noqa: PLC0415
    from api.readiness import parts  # noqa: PLC0415

    chosen = settings()
    table(("setting", "value", "meaning"), _configured(chosen))
    for name in unknown_variables():
        click.echo(f"warning: {name} is no setting of Tideover; is it misspelt?", err=True)
    with opened_knowledge(chosen) as known:
        found = parts(known)
        click.echo()
        table(("part", "state", "as of", "detail"), map(_part, found))
        click.echo()
        table(("held", "how many", "oldest check", "not confirmed"), _held(known))
        click.echo()
        table(("to look at", "how many", "which"), _to_look_at(known))
    if not all(part.ready for part in found):
        raise Failed("Something that is needed is missing; see above.")


def _configured(chosen: Settings) -> Iterator[tuple[str, str, str]]:
    for name, _, meaning in describe():
        value = str(getattr(chosen, name.removeprefix("TIDEOVER_").lower()))
        yield name, PASSWORD.sub(r"\1***@", value), meaning


def _part(part: Part) -> tuple[str, str, str, str]:
    as_of = part.as_of.strftime("%Y-%m-%d %H:%M UTC") if part.as_of else ""
    return part.name, "ready" if part.ready else "MISSING", as_of, part.detail


def _held(known: Knowledge) -> Iterator[tuple[str, int, str, int]]:
    from knowledge.holdings import holdings  # noqa: PLC0415

    for holding in holdings(known):
        yield holding.name, holding.count, holding.oldest_checked, holding.unconfirmed


def _to_look_at(known: Knowledge) -> Iterator[tuple[str, int, str]]:
    """What somebody should read again, confirm, translate or settle."""
    documents, rules, donations = (
        known.documents.facts(),
        known.refill_rules.facts(),
        known.donation_programs.facts(),
    )
    found: list[tuple[str, Sequence[str]]] = [
        ("documents not confirmed", documents.unconfirmed_documents),
        ("documents that contradict each other", [conflict.id for conflict in documents.conflicts]),
        ("documents in no use (expired, superseded)", documents.not_in_use),
        ("translations behind their original", documents.translations_behind),
        ("translations that need a native review", documents.needs_review),
        ("states whose refill rules are all unconfirmed", rules.unconfirmed_states),
        ("states without a refill rule", rules.states_without_rules),
        ("boards of pharmacy without a phone", rules.boards_without_phone),
        ("donation programs not confirmed", donations.unconfirmed),
    ]
    for what, names in found:
        more = f" and {len(names) - NAMES_SHOWN} more" if len(names) > NAMES_SHOWN else ""
        yield what, len(names), ", ".join(names[:NAMES_SHOWN]) + more
    if documents.oldest_checked:
        yield f"source read longest ago ({documents.oldest_checked})", 1, documents.oldest_checked_document
