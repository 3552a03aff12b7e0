"""The command line: `tideover`. Every command imports what it needs when it runs, so that help is instant."""

from __future__ import annotations

import click

from api.command_line.ask import ask
from api.command_line.availability import availability
from api.command_line.console import TideoverGroup
from api.command_line.doctor import doctor
from api.command_line.documents import documents
from api.command_line.donation import donation
from api.command_line.emergencies import activations, declarations
from api.command_line.evaluate import evaluate
from api.command_line.keys import keys
from api.command_line.medicines import medicines
from api.command_line.serve import serve


@click.group(cls=TideoverGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tideover")
def main() -> None:
    """Tideover tells people displaced by a disaster in the USA where and how to get their medicine."""


for command in (
    serve,
    ask,
    documents,
    availability,
    declarations,
    activations,
    medicines,
    donation,
    keys,
    evaluate,
    doctor,
):
    main.add_command(command)
