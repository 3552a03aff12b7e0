"""`tideover ask`: one answer in the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from api.command_line.console import TideoverCommand, settings

if TYPE_CHECKING:
    from assistant.answer import Answer, Citation


@click.command(cls=TideoverCommand)
@click.argument("question")
@click.option("--as", "audience", type=click.Choice(("evacuee", "agent", "pharmacist")), default="evacuee")
@click.option("--near", metavar="ZIP", help="Where the person is.")
@click.option("--as-of", metavar="TIME", help="Answer for this moment, for example 2026-11-24T15:00:00Z.")
@click.option("--language", metavar="TAG", help="Answer in this language; without: that of the question.")
@click.option("--json", "as_json", is_flag=True, help="Print the whole answer as JSON.")
def ask(
    *, question: str, audience: str, near: str | None, as_of: str | None, language: str | None, as_json: bool
) -> None:
    """Answer one QUESTION."""
    from api.asking import ask_once  # noqa: PLC0415

    answer = ask_once(
        settings(), message=question, audience=audience, near=near, as_of=as_of, language=language
    )
    if as_json:
        import msgspec  # noqa: PLC0415

        click.echo(msgspec.json.format(msgspec.json.encode(answer), indent=2))
    else:
        _print(answer)


def _print(answer: Answer) -> None:
    """The answer's Markdown, then its sources by number."""
    from rich.console import Console  # noqa: PLC0415
    from rich.markdown import Markdown  # noqa: PLC0415

    console = Console(width=None if sys.stdout.isatty() else 100, highlight=False)
    if answer.urgency == "emergency":
        console.print("EMERGENCY", style="bold red")
    console.print(Markdown(answer.text))
    if answer.follow_up and answer.follow_up.options:
        console.print(f"({' / '.join(answer.follow_up.options)})", markup=False)
    if answer.citations:
        console.print("\nSources", style="bold")
    for citation in answer.citations:
        console.print(_source(citation), markup=False, soft_wrap=True)


def _source(citation: Citation) -> str:
    notes = [f"checked {citation.checked}" if citation.checked else "", citation.url]
    if citation.confidence == "low":
        notes.insert(0, "not confirmed")
    return " · ".join(part for part in (f"[{citation.number}] {citation.title}", *notes) if part)
