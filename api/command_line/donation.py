"""`tideover donation`: whether a medicine may be donated, and to which program."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from api.command_line.console import TideoverGroup, settings

if TYPE_CHECKING:
    from knowledge.rules.donation_program import ItemVerdict

DONORS = ("pharmacy", "manufacturer", "individual", "facility", "wholesaler")
MET = {True: "met", False: "not met", None: "not known: ask"}


@click.group(cls=TideoverGroup)
def donation() -> None:
    """Check donations of medicines."""


@donation.command()
@click.option("--medicine", required=True, help="Name or NDC.")
@click.option("--expires", required=True, metavar="DATE", help="2027-03-31, or 2027-03 as labels print it.")
@click.option("--sealed/--opened", default=True, show_default=True)
@click.option("--original-packaging/--repackaged", default=True, show_default=True)
@click.option("--cold-chain", type=click.Choice(("kept", "broken")), help="For refrigerated medicines.")
@click.option("--quantity", default=1, show_default=True, type=int)
@click.option("--lot", default="")
@click.option("--donor", type=click.Choice(DONORS), default="pharmacy", show_default=True)
@click.option("--state", default="FL", show_default=True, help="Where the donor is.")
@click.option("--program", default="", metavar="ID", help="Only this program.")
def check(
    *,
    medicine: str,
    expires: str,
    sealed: bool,
    original_packaging: bool,
    cold_chain: str | None,
    quantity: int,
    lot: str,
    donor: str,
    state: str,
    program: str,
) -> None:
    """Say which programs may take the item, and why."""
    from knowledge.medicines.vocabulary import Vocabulary  # noqa: PLC0415
    from knowledge.rules.donation import DonationPrograms  # noqa: PLC0415
    from knowledge.rules.donation_program import DonationItem  # noqa: PLC0415

    home = settings().home_path
    named = {"ndc": medicine} if medicine[:1].isdigit() else {"medicine": medicine}
    kept = None if cold_chain is None else cold_chain == "kept"
    item = DonationItem(
        expires, sealed, original_packaging, quantity, lot=lot, refrigerated_chain_kept=kept, **named
    )
    (verdict,) = DonationPrograms.load(home).check(
        [item],
        donor=donor,
        state=state,
        at=datetime.now(UTC),
        vocabulary=Vocabulary.load(imported=home),
        program=program,
    )
    _print(verdict)


def _print(verdict: ItemVerdict) -> None:
    name = (
        f"{verdict.medicine} (RxCUI {verdict.rxcui})" if verdict.rxcui else verdict.medicine + ": not known"
    )
    click.echo(name)
    for note in verdict.notes:
        click.echo(note)
    for program in verdict.programs:
        click.echo(f"\n{program.name} [{program.program}]: {program.verdict.replace('_', ' ')}")
        for reason in program.reasons:
            click.echo(f"  {MET[reason.met]}: {reason.text}")
        for paper in program.paperwork:
            click.echo(f"  paperwork: {paper}")
