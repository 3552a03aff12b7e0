"""What `/readyz` and `tideover doctor` say: each part, whether it can be used, and how fresh it is."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import text

from knowledge.errors import TideoverError

if TYPE_CHECKING:
    from knowledge.emergencies.records import TableFreshness
    from knowledge.opening import Knowledge

# Probes come every few seconds, from anyone and without a limit; the parts are looked at this often.
LOOKED_AT_EVERY_SECONDS = 5.0
# Somewhere in Kansas, and a step around it: what is found does not matter.
PROBE_POINT, PROBE_MILES = (39.8, -98.6), 1.0


class Part(msgspec.Struct, kw_only=True):
    """One part that is needed to answer. `as_of` is the newest moment its data speaks for, None where it has
    none or was never loaded."""

    name: str
    ready: bool
    as_of: datetime | None = None
    detail: str = ""


class ReadinessCheck:
    """Looks at the parts, and remembers what it saw for some seconds."""

    def __init__(self, known: Knowledge) -> None:
        self._known = known
        self._lock = threading.Lock()
        self._seen: tuple[float, list[Part]] | None = None

    def parts(self) -> list[Part]:
        """The parts as of the last few seconds."""
        with self._lock:
            if self._seen is None or time.monotonic() - self._seen[0] > LOOKED_AT_EVERY_SECONDS:
                self._seen = (time.monotonic(), parts(self._known))
            return self._seen[1]


def parts(known: Knowledge) -> list[Part]:
    """Every part of what is known, looked at now."""
    return [
        _checked("tables", lambda: _tables(known)),
        _checked("documents", lambda: _documents(known)),
        _checked("declarations", lambda: _emergency(known, "declarations")),
        _checked("activations", lambda: _emergency(known, "activations")),
        _checked("availability", lambda: _availability(known)),
    ]


def _checked(name: str, check: Callable[[], Part]) -> Part:
    """The part, or why it cannot be used; a broken part must not hide the others."""
    try:
        return check()
    except TideoverError as error:
        return Part(name=name, ready=False, detail=error.message)
    except Exception as error:  # whatever it is, the part cannot be used and the others can be told
        return Part(name=name, ready=False, detail=f"cannot be read ({type(error).__name__})")


def _tables(known: Knowledge) -> Part:
    with known.engine.connect() as connection:
        connection.execute(text("SELECT 1"))
    return Part(name="tables", ready=True, detail=known.engine.dialect.name)


def _documents(known: Knowledge) -> Part:
    # Words only: readiness must not load the embedding model.
    known.documents.search("medicine", at=datetime.now(UTC).date(), limit=1, words_only=True)
    held = known.documents.documents()
    newest = max((version.added_at for version in held), default=None)
    return Part(name="documents", ready=bool(held), as_of=newest, detail=f"{len(held)} documents")


def _emergency(known: Knowledge, name: str) -> Part:
    """Ready without a row too: then whether an emergency is in force is `unknown`."""
    fresh: TableFreshness = getattr(known.emergencies.freshness(), name)
    detail = f"{fresh.rows} rows" if fresh.as_of else "never imported: an emergency in force may be unknown"
    return Part(name=name, ready=True, as_of=fresh.as_of, detail=detail)


def _availability(known: Knowledge) -> Part:
    """Ready without a row too: then answers say so. A small search reads every table."""
    known.availability.search(
        known.medicines.medicines[:1], *PROBE_POINT, datetime.now(UTC), radius_miles=PROBE_MILES, limit=1
    )
    sources = known.availability.freshness()
    newest = max((source.newest_as_of for source in sources if source.newest_as_of), default=None)
    rows = sum(source.stock_rows for source in sources)
    sites = sum(source.sites for source in sources)
    names = ", ".join(source.name for source in sources) or "no source"
    return Part(
        name="availability", ready=True, as_of=newest, detail=f"{sites} sites, {rows} stock rows from {names}"
    )
