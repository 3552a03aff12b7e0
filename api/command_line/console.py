"""What every command shares: settings, progress, tables, and how a failure is told."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

import click

from api.settings import Settings, load_settings
from knowledge.errors import BadInput, TideoverError

Progress = Callable[[int, int], None]
# Plain lines are for logs: one every few seconds says that the work goes on without filling them.
LINE_EVERY_SECONDS = 5.0
# More errors of one file than this are in the rejected rows' own file.
ERRORS_SHOWN = 20


class Failed(click.ClickException):
    """The work failed: exit code 1 and one sentence on standard error."""

    exit_code = 1

    def show(self, file: object = None) -> None:  # noqa: ARG002  click passes it
        click.echo(f"Error: {self.message}", err=True)


class TideoverCommand(click.Command):
    """A command whose failures are told in one sentence instead of a trace."""

    def invoke(self, context: click.Context) -> object:
        try:
            return super().invoke(context)
        except TideoverError as error:
            raise Failed(sentence(error)) from error


class TideoverGroup(click.Group):
    """A group of such commands."""

    command_class = TideoverCommand
    group_class = type


def sentence(error: TideoverError) -> str:
    """What happened, and which fields or rows it was about."""
    lines = [error.message]
    if isinstance(error, BadInput):
        for each in error.errors[:ERRORS_SHOWN]:
            row = f"row {each.row}, " if each.row is not None else ""
            lines.append(f"  {row}{each.field}: {each.message}")
        if len(error.errors) > ERRORS_SHOWN:
            lines.append(f"  and {len(error.errors) - ERRORS_SHOWN} more")
    return "\n".join(lines)


def settings() -> Settings:
    """The settings of this process and of `.env` here."""
    return load_settings()


@contextmanager
def progress(what: str) -> Iterator[Progress]:
    """A callback (done, total; 0: not known): a bar on a terminal, a line every few seconds otherwise."""
    if sys.stderr.isatty():
        with _bar(what) as report:
            yield report
    else:
        yield _lines(what)


@contextmanager
def _bar(what: str) -> Iterator[Progress]:
    from rich.console import Console  # noqa: PLC0415  rich costs 0.1 s and most commands need none
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(what, total=None)

        def report(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total or None)

        yield report


def _lines(what: str) -> Progress:
    last = time.monotonic()

    def report(done: int, total: int) -> None:
        nonlocal last
        finished = total > 0 and done >= total
        if finished or time.monotonic() - last >= LINE_EVERY_SECONDS:
            last = time.monotonic()
            click.echo(f"{what}: {done}" + (f" of {total}" if total else ""), err=True)

    return report


def table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """A table: drawn on a terminal, tab-separated lines otherwise."""
    lines = [[("" if cell is None else str(cell)) for cell in row] for row in rows]
    if not sys.stdout.isatty():
        for line in [list(headings), *lines]:
            click.echo("\t".join(line))
        return
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    drawn = Table(*headings)
    for line in lines:
        drawn.add_row(*line)
    Console().print(drawn)


def added_up(report: Progress) -> Callable[[int], None]:
    """`report` for work that says how much it has just done, without knowing the whole."""
    done = 0

    def add(just_done: int) -> None:
        nonlocal done
        done += just_done
        report(done, 0)

    return add
