"""Importing in a process of its own, so that a server's searches keep the interpreter to themselves.

The order comes on standard input (a database's password does not belong on a command line), the report
or the error goes to standard output, both as JSON.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Literal

import msgspec

from knowledge.availability.records import ImportReport
from knowledge.errors import BadInput, Conflict, FieldError, TideoverError, Unavailable

Kind = Literal["sites", "stock"]


class Order(msgspec.Struct):
    """What to import into which database; `home` is the data folder with imported medicines, if any."""

    url: str
    kind: Kind
    feed: str
    home: str = ""
    source: str = ""
    replace_source: bool = False
    keep_rejected: bool = False


class Outcome(msgspec.Struct, omit_defaults=True):
    """A report, or the error that ended the import."""

    report: ImportReport | None = None
    error: str = ""
    message: str = ""
    errors: tuple[FieldError, ...] = ()


def import_aside(order: Order) -> ImportReport:
    """Import in a process of its own and wait for it; raises what the import raised."""
    command = [sys.executable, "-m", __name__]
    done = subprocess.run(command, input=msgspec.json.encode(order), capture_output=True, check=False)  # noqa: S603
    try:
        outcome = msgspec.json.decode(done.stdout, type=Outcome)
    except msgspec.DecodeError as problem:
        raise Unavailable("The import ended without a report; the server's log says why.") from problem
    if outcome.report is not None:
        return outcome.report
    if outcome.error == BadInput.__name__:
        raise BadInput(outcome.message, outcome.errors)
    raise (Conflict if outcome.error == Conflict.__name__ else Unavailable)(outcome.message)


def carry_out(order: Order) -> Outcome:
    """Do what was ordered, in this process."""
    from knowledge.availability.table import AvailabilityTable  # noqa: PLC0415 - it imports this module
    from knowledge.database import open_database  # noqa: PLC0415
    from knowledge.medicines.vocabulary import Vocabulary  # noqa: PLC0415
    from knowledge.places.gazetteer import Gazetteer  # noqa: PLC0415

    engine = open_database(order.url)
    table = AvailabilityTable(
        engine, Vocabulary.load(imported=Path(order.home) if order.home else None), Gazetteer.load()
    )
    take = table.import_sites if order.kind == "sites" else table.import_stock
    options = {name: getattr(order, name) for name in ("source", "replace_source", "keep_rejected")}
    try:
        return Outcome(report=take(Path(order.feed), **options))
    except TideoverError as problem:
        errors = problem.errors if isinstance(problem, BadInput) else ()
        return Outcome(error=type(problem).__name__, message=problem.message, errors=errors)
    finally:
        engine.dispose()


if __name__ == "__main__":
    ordered = msgspec.json.decode(sys.stdin.buffer.read(), type=Order)
    sys.stdout.buffer.write(msgspec.json.encode(carry_out(ordered)))
