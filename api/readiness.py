"""What `/readyz` and `tideover doctor` say: each part, whether it can be used, and how fresh it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import msgspec
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from knowledge.emergencies.records import TableFreshness
from knowledge.errors import TideoverError
from knowledge.opening import Knowledge


class Part(msgspec.Struct, kw_only=True):
    """One part. `needed` parts must be `ready` before anything can be answered.

    `as_of` is the newest moment its data speaks for, None where it has none or was never loaded.
    """

    name: str
    ready: bool
    needed: bool
    as_of: datetime | None = None
    detail: str = ""


def parts(known: Knowledge) -> list[Part]:
    """Every part of what is known, checked now."""
    return [
        _checked("tables", True, lambda: _tables(known)),
        _checked("documents", True, lambda: _documents(known)),
        _checked("declarations", True, lambda: _emergency(known, "declarations")),
        _checked("activations", True, lambda: _emergency(known, "activations")),
        _checked("availability", True, lambda: _availability(known)),
    ]


def _checked(name: str, needed: bool, check: Callable[[], Part]) -> Part:
    """The part, or why it cannot be used; a broken part must not hide the others."""
    try:
        return check()
    except TideoverError as error:
        return Part(name=name, ready=False, needed=needed, detail=error.message)
    except SQLAlchemyError as error:
        return Part(name=name, ready=False, needed=needed, detail=f"cannot be read ({type(error).__name__})")


def _tables(known: Knowledge) -> Part:
    with known.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    return Part(name="tables", ready=True, needed=True, detail=known.engine.dialect.name)


def _documents(known: Knowledge) -> Part:
    held = known.documents.documents()
    # Words only: readiness must not load the embedding model.
    known.documents.search("medicine", at=datetime.now(UTC).date(), limit=1, words_only=True)
    newest = max((version.added_at for version in held), default=None)
    return Part(
        name="documents", ready=bool(held), needed=True, as_of=newest, detail=f"{len(held)} documents"
    )


def _emergency(known: Knowledge, name: str) -> Part:
    fresh: TableFreshness = getattr(known.emergencies.freshness(), name)
    detail = (
        f"{fresh.rows} rows" if fresh.as_of else "never imported: whether an emergency is in force is unknown"
    )
    return Part(name=name, ready=True, needed=True, as_of=fresh.as_of, detail=detail)


def _availability(known: Knowledge) -> Part:
    """Ready without a row too: then answers say that nothing is reported."""
    sources = known.availability.freshness()
    newest = max((source.newest_as_of for source in sources if source.newest_as_of), default=None)
    rows = sum(source.stock_rows for source in sources)
    sites = sum(source.sites for source in sources)
    detail = (
        f"{sites} sites, {rows} stock rows from {', '.join(source.name for source in sources) or 'no source'}"
    )
    return Part(name="availability", ready=True, needed=True, as_of=newest, detail=detail)
