"""The peers' own virtual environment: made once beside this file, so that it cannot disturb ours."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.systems.system import PACKAGES, PEER_PACKAGES

FOLDER = Path(__file__).parent / ".venv-bench"
PYTHON = FOLDER / "bin" / "python"
INSTALLED = FOLDER / "installed"
INSTALL_SECONDS = 1200


@dataclass(frozen=True, slots=True)
class Installed:
    """Whether a system can run here; `trouble` is the last line of pip where it cannot."""

    python: Path
    trouble: str = ""


def environments() -> dict[str, Installed]:
    """For each system the interpreter that runs it. Installing waits for the network once."""
    ours = {"tideover": Installed(Path(sys.executable))}
    base = _install("base", PEER_PACKAGES)
    peers = {name: Installed(PYTHON, base or _install(name, packages)) for name, packages in PACKAGES.items()}
    return ours | peers


def _install(name: str, packages: tuple[str, ...]) -> str:
    """Install what is not there yet; "" when it is there, else what pip said."""
    done = INSTALLED.read_text(encoding="utf-8").splitlines() if INSTALLED.exists() else []
    mark = f"{name}: {' '.join(packages)}"
    if mark in done:
        return ""
    try:
        if not PYTHON.exists():
            subprocess.run([sys.executable, "-m", "venv", FOLDER], check=True, timeout=INSTALL_SECONDS)
        # PyTorch first and alone: what comes after finds it and does not choose a GPU build.
        for part in (packages[:1], packages[1:]) if name == "base" else (packages,):
            command = [PYTHON, "-m", "pip", "install", "--quiet", *part]
            subprocess.run(command, check=True, timeout=INSTALL_SECONDS, capture_output=True, text=True)
    except subprocess.CalledProcessError as failed:
        return (failed.stderr or str(failed)).strip().splitlines()[-1]
    except (subprocess.TimeoutExpired, OSError) as failed:
        return str(failed)
    INSTALLED.write_text("\n".join([*done, mark]), encoding="utf-8")
    return ""
