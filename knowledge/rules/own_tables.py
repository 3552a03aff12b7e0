"""An operator's own rule tables: checked whole, then put in the place of a built-in one."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

from knowledge.errors import BadInput

DATA = Path(__file__).parent / "data"
FOLDER = "rules"


def table_paths(names: Iterable[str], home: Path | None) -> list[Path]:
    """Where each table is read from: the operator's under the data folder `home`, else the built-in one."""
    return [_path(name, home) for name in names]


def _path(name: str, home: Path | None) -> Path:
    own = home / FOLDER / name if home else None
    return own if own and own.is_file() else DATA / name


def install_table(path: Path, home: Path, names: Iterable[str], check: Callable[[Path], object]) -> Path:
    """Check a table with `check`, which raises BadInput, and take it into use in one step.

    The file carries the name of the built-in table that it replaces. Where it breaks a rule, the table in
    use stays as it was.
    """
    known = tuple(names)
    if path.name not in known:
        raise BadInput(f"A table of rules is named {' or '.join(known)}, not {path.name}.")
    check(path)
    target = home / FOLDER / path.name
    target.parent.mkdir(parents=True, exist_ok=True)
    aside = target.with_suffix(".new")
    shutil.copyfile(path, aside)
    return aside.replace(target)
