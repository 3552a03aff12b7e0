"""`tideover evaluate`: the question suites, scored by suite and category."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from api.command_line.console import TideoverCommand, progress, settings, table

if TYPE_CHECKING:
    from assistant.evaluation.run import CaseResult
    from assistant.evaluation.scoring import Row

# The suites are kept beside the tests of a checkout; they are no part of what is installed.
SUITES = Path(__file__).parents[2] / "tests" / "evaluation" / "suites"
HEADINGS = ("Suite", "Category", "Tuned", "Untouched")


@click.command(cls=TideoverCommand)
@click.option("--suite", metavar="NAME", help="Only this suite.")
@click.option(
    "--report",
    "report_file",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write scores and failures as JSON.",
)
@click.option(
    "--suites",
    "folder",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    default=SUITES,
    help="Where the suites are; without: tests/evaluation/suites of the checkout.",
)
def evaluate(*, suite: str | None, report_file: Path | None, folder: Path) -> None:
    """Ask the question suites and print their scores, the tuned and the untouched half apart.

    The questions are asked of the drill at a fixed moment; the data folder's own places stay out of it.
    """
    import msgspec  # noqa: PLC0415

    from assistant.evaluation.scoring import report  # noqa: PLC0415

    scored = report(_results(folder, suite))
    if report_file:
        report_file.write_bytes(msgspec.json.format(msgspec.json.encode(scored)))
    table(HEADINGS, (_line(row) for row in scored.rows))


def _results(folder: Path, suite: str | None) -> list[CaseResult]:
    from api.preparing import opened_knowledge  # noqa: PLC0415
    from assistant.evaluation.run import run_suites  # noqa: PLC0415
    from assistant.evaluation.scenario import CLOCK, drill_world  # noqa: PLC0415
    from assistant.evaluation.suites import load_suites  # noqa: PLC0415
    from assistant.pipeline import Assistant  # noqa: PLC0415

    suites = load_suites(folder, suite)
    with opened_knowledge(settings()) as knowledge, TemporaryDirectory() as home:
        assistant = Assistant(drill_world(knowledge, Path(home)))
        with progress("questions") as report_progress:
            return run_suites(assistant, suites, CLOCK, report_progress)


def _line(row: Row) -> tuple[str, str, str, str]:
    return row.suite or "everything", row.category or "all", str(row.tuned), str(row.untouched)
