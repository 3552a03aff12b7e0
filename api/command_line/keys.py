"""`tideover keys`: access keys, shown once, stored hashed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from api.command_line.console import TideoverGroup, settings, table

if TYPE_CHECKING:
    from api.access.keys import KeyRing

ROLES = ("agent", "pharmacist", "partner", "admin")


@click.group(cls=TideoverGroup)
def keys() -> None:
    """Create, list and revoke access keys."""


@keys.command()
@click.option("--role", type=click.Choice(ROLES), required=True, help="What the key may do.")
@click.option("--name", required=True, help="Who uses it, for example 'Call center Tampa'.")
@click.option("--days", type=click.IntRange(1, 3650), help="Days until it expires; without: never.")
def create(role: str, name: str, days: int | None) -> None:
    """Make a key and show it, this once."""
    expires_at = datetime.now(UTC) + timedelta(days=days) if days else None
    with _ring() as ring:
        made, whole = ring.create(role, name, expires_at)  # type: ignore[arg-type]  # click checked the role
    click.echo(whole)
    click.echo(
        f"Key {made.id} for '{made.name}' ({made.role}). It is shown only now; keep it safe.", err=True
    )


@keys.command("list")
def list_keys() -> None:
    """List all keys, without their secrets."""
    headings = ("id", "role", "name", "created", "expires", "last used", "revoked")
    with _ring() as ring:
        rows = [
            (
                key.id,
                key.role,
                key.name,
                *(
                    _day(moment)
                    for moment in (key.created_at, key.expires_at, key.last_used_at, key.revoked_at)
                ),
            )
            for key in ring.all()
        ]
    table(headings, rows)


@keys.command()
@click.argument("key_id", metavar="ID")
def revoke(key_id: str) -> None:
    """Refuse the key from now on, in every running server."""
    with _ring() as ring:
        ring.revoke(key_id)
    click.echo(f"Key {key_id} is revoked.")


@contextmanager
def _ring() -> Iterator[KeyRing]:
    from api.access.keys import KeyRing  # noqa: PLC0415
    from api.preparing import opened_tables  # noqa: PLC0415

    with opened_tables(settings()) as engine:
        yield KeyRing(engine)


def _day(moment: datetime | None) -> str:
    return moment.strftime("%Y-%m-%d %H:%M UTC") if moment else ""
