"""The peers' own virtual environment: made once beside this file, so that it cannot disturb ours.

It sees our packages behind its own. So every system runs on the same PyTorch, sentence-transformers and
Chroma, and only what a peer adds is installed: a minute instead of many.
"""

from __future__ import annotations

import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.systems.system import PACKAGES

FOLDER = Path(__file__).parent / ".venv-bench"
PYTHON = FOLDER / "bin" / "python"
INSTALLED = FOLDER / "installed"
INSTALL_SECONDS = 600
# A line of a .pth file is a folder that Python searches after the environment's own.
BEHIND = "behind.pth"
PURELIB = "import sysconfig; print(sysconfig.get_path('purelib'))"


@dataclass(frozen=True, slots=True)
class Installed:
    """Whether a system can run here; `trouble` is the last line of pip where it cannot."""

    python: Path
    trouble: str = ""


def environments() -> dict[str, Installed]:
    """For each system the interpreter that runs it. Installing waits for the network once."""
    peers = {name: Installed(PYTHON, _install(name, packages)) for name, packages in PACKAGES.items()}
    return {"tideover": Installed(Path(sys.executable)), **peers}


def _install(name: str, packages: tuple[str, ...]) -> str:
    """Install what is not there yet; "" when it is there, else what pip said."""
    done = INSTALLED.read_text(encoding="utf-8").splitlines() if INSTALLED.exists() else []
    mark = f"{name}: {' '.join(packages)}"
    if mark in done:
        return ""
    print(f"installing {name} …", flush=True)
    try:
        if not PYTHON.exists():
            _make()
        # Modules are compiled when first imported, which is before anything is measured.
        _run(PYTHON, "-m", "pip", "install", "--quiet", "--no-compile", *packages)
    except subprocess.CalledProcessError as failed:
        return (failed.stderr or str(failed)).strip().splitlines()[-1]
    except (subprocess.TimeoutExpired, OSError) as failed:
        return str(failed)
    INSTALLED.write_text("\n".join([*done, mark]), encoding="utf-8")
    return ""


def _make() -> None:
    _run(sys.executable, "-m", "venv", FOLDER)
    folder = Path(_run(PYTHON, "-c", PURELIB).strip())
    (folder / BEHIND).write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")


def _run(*command: str | Path) -> str:
    done = subprocess.run(command, check=True, timeout=INSTALL_SECONDS, capture_output=True, text=True)
    return done.stdout
